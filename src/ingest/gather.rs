//! Brings what the files say together into facts.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::decoded::Decoded;
use super::read::Outcome;
use super::setting::Setting;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::{
    Builder, Fact, Facts, ImportLog, ImportedFile, ItemKey, MarketKey, MeasureKey, Overlap, Scale, TagKey,
};
use crate::quantity::{Currency, Day};

/// The facts of all files, in their order.
pub(super) fn gather(setting: &Setting, outcomes: Vec<Outcome>) -> (Facts, Diagnostics) {
    let mut builder = Builder::new(setting.exchange.clone());
    let mut findings = Diagnostics::default();
    let mut log = ImportLog::default();
    let mut unrated = BTreeSet::new();
    for (file, outcome) in (0..).zip(outcomes) {
        findings.extend(outcome.findings);
        findings.extend(rates(setting, (&outcome.log, &outcome.decoded), &mut unrated));
        add(&mut builder, &outcome.decoded, file);
        log.files.push(outcome.log);
    }
    let paths: Vec<Arc<str>> = log.files.iter().map(|file| Arc::clone(&file.path)).collect();
    let (facts, overlaps) = builder.build(log);
    overlaps.iter().filter_map(|overlap| overlap_finding(overlap, &paths)).for_each(|f| findings.push(f));
    (facts, findings)
}

fn add(builder: &mut Builder, decoded: &Decoded, file: u32) {
    let measures: Vec<MeasureKey> =
        decoded.feeds.iter().map(|feed| builder.measure(&feed.measure, feed.scale, feed.over)).collect();
    let markets: Vec<MarketKey> =
        decoded.markets.iter().map(|market| builder.marketplace(&market.id, market.currency)).collect();
    let items: Vec<ItemKey> = decoded.items.iter().map(|item| builder.item(item)).collect();
    for cover in &decoded.covers {
        let (measure, market) = (measures[usize::from(cover.feed)], markets[usize::from(cover.market)]);
        if cover.daily {
            builder.cover_days(measure, market, cover.span);
        } else {
            builder.cover_report(measure, market, cover.span);
        }
    }
    let tags: Vec<TagKey> = decoded.tags.iter().map(|tag| builder.tag(tag.clone())).collect();
    for figure in decoded.figures.iter() {
        builder.add(Fact {
            measure: measures[usize::from(figure.feed)],
            market: markets[usize::from(figure.market)],
            item: items[figure.item as usize],
            tag: tags[figure.tag as usize],
            span: figure.span,
            value: figure.value,
            file,
        });
    }
}

/// Money of days without a rate cannot be summed; said once per currency.
fn rates(
    setting: &Setting,
    (log, decoded): (&ImportedFile, &Decoded),
    unrated: &mut BTreeSet<Currency>,
) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for figure in decoded.figures.iter() {
        let currency = decoded.markets[usize::from(figure.market)].currency;
        let money = decoded.feeds[usize::from(figure.feed)].scale == Scale::Money;
        if money && setting.exchange.at(currency, figure.span.from).is_none() && unrated.insert(currency) {
            findings.push(no_rate(setting, &log.path, (currency, figure.span.from)));
        }
    }
    findings
}

fn no_rate(setting: &Setting, path: &Arc<str>, (currency, day): (Currency, Day)) -> Diagnostic {
    let finding = Diagnostic::new(codes::NO_RATE, &Place::file(path)).with("currency", currency.code());
    let reporting = setting.exchange.reporting();
    finding.with("reporting", reporting.code()).with("day", day.to_string()).help("help")
}

fn overlap_finding(overlap: &Overlap, paths: &[Arc<str>]) -> Option<Diagnostic> {
    let (first, second) = (paths.get(overlap.files.0 as usize)?, paths.get(overlap.files.1 as usize)?);
    let name = overlap.item.sku.as_ref().map_or(overlap.item.product.as_str(), |sku| sku.as_str());
    let finding = Diagnostic::new(codes::OVERLAP, &Place::file(second)).with("other", first.to_string());
    let finding = finding.with("measure", overlap.measure.as_str()).with("item", name);
    let finding =
        finding.with("marketplace", overlap.marketplace.as_str()).with("from", overlap.span.from.to_string());
    Some(finding.with("to", overlap.span.to.to_string()).help("help"))
}
