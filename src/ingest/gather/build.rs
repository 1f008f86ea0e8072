//! What is left of the files, as facts.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claim::Kept;
use super::{Columns, Decoded};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::{Builder, Fact, ItemKey, MarketKey, MeasureKey, Scale, Story, TagKey};
use crate::ingest::decoded::{Feed, Figure, Replaces};
use crate::ingest::setting::Setting;
use crate::quantity::{Currency, Day, Span};

/// The keys of the lists of one file.
struct Keys {
    /// Those that are not only compared.
    measures: Vec<Option<MeasureKey>>,
    markets: Vec<MarketKey>,
    items: Vec<ItemKey>,
    tags: Vec<TagKey>,
}

/// A builder with the facts of all files, and the currencies that have no rate.
pub(super) fn builder(
    setting: &Setting,
    files: Vec<Decoded>,
    (mut columns, paths): (Columns, &[Arc<str>]),
) -> (Builder, Diagnostics) {
    let mut builder = Builder::new(setting.exchange.clone());
    let mut findings = Diagnostics::default();
    let (mut lanes, mut unrated) = (BTreeMap::new(), BTreeSet::new());
    settle_markets(&mut builder, setting, (&files, &columns));
    for (file, mut decoded) in files.into_iter().enumerate() {
        let later = columns.split_off(&(file + 1, (0, 0)));
        let own = std::mem::replace(&mut columns, later);
        let kept: BTreeMap<(u16, u16), Kept> =
            own.into_iter().map(|((_, column), kept)| (column, kept)).collect();
        builder.tells(story(&decoded, &mut lanes));
        decoded.figures.retain(|figure| is_kept(&kept, figure));
        findings.extend(rates(setting, (&decoded, &paths[file]), &mut unrated));
        add(&mut builder, decoded, (&kept, u32::try_from(file).unwrap_or(u32::MAX)));
    }
    (builder, findings)
}

fn is_kept(kept: &BTreeMap<(u16, u16), Kept>, figure: &Figure) -> bool {
    kept.get(&(figure.feed, figure.market)).is_none_or(|kept| !kept.dropped.overlaps(figure.span))
}

/// A lane that has no name is every other lane's too.
fn story(decoded: &Decoded, lanes: &mut BTreeMap<Arc<str>, u32>) -> Story {
    let origin = &decoded.origin;
    let next = u32::try_from(lanes.len()).unwrap_or(u32::MAX - 1) + 1;
    let mut named = || *lanes.entry(Arc::clone(&origin.lane)).or_insert(next);
    let lane = if origin.lane.is_empty() { 0 } else { named() };
    Story { lane, alone: origin.replaces == Replaces::Cells }
}

/// The currency of a marketplace is that of the workspace, else that of the first file that has money there.
fn settle_markets(builder: &mut Builder, setting: &Setting, (files, columns): (&[Decoded], &Columns)) {
    for (file, (feed, market)) in columns.keys() {
        let decoded = &files[*file];
        if decoded.feeds[usize::from(*feed)].scale == Scale::Money {
            let market = &decoded.markets[usize::from(*market)];
            let known = setting.markets.currency(market.id.as_str());
            builder.marketplace(&market.id, known.unwrap_or(market.currency));
        }
    }
}

fn add(builder: &mut Builder, decoded: Decoded, (kept, file): (&BTreeMap<(u16, u16), Kept>, u32)) {
    let keys = Keys {
        measures: decoded.feeds.iter().map(|feed| measure(builder, feed)).collect(),
        markets: decoded.markets.iter().map(|m| builder.marketplace(&m.id, m.currency)).collect(),
        items: decoded.items.iter().map(|item| builder.item(item)).collect(),
        tags: decoded.tags.into_iter().map(|tag| builder.tag(tag)).collect(),
    };
    for ((feed, market), kept) in kept {
        let market = keys.markets[usize::from(*market)];
        let Some(measure) = keys.measures[usize::from(*feed)] else { continue };
        kept.daily.spans().iter().for_each(|span| builder.cover_days(measure, market, *span));
        kept.reports.iter().for_each(|span| builder.cover_report(measure, market, *span));
    }
    let figures = decoded.figures.into_list().into_iter();
    builder.add_all(figures.filter_map(|figure| fact(&keys, figure, file)).collect());
}

fn measure(builder: &mut Builder, feed: &Feed) -> Option<MeasureKey> {
    (!feed.compared_only).then(|| builder.measure(&feed.measure, feed.scale, feed.over))
}

fn fact(keys: &Keys, figure: Figure, file: u32) -> Option<Fact> {
    Some(Fact {
        measure: keys.measures[usize::from(figure.feed)]?,
        market: keys.markets[usize::from(figure.market)],
        item: keys.items[figure.item as usize],
        tag: keys.tags[figure.tag as usize],
        span: figure.span,
        value: figure.value,
        file,
    })
}

/// Money of days without a rate cannot be summed; said once per currency, with the first such day of its first file.
fn rates(
    setting: &Setting,
    (decoded, path): (&Decoded, &Arc<str>),
    unrated: &mut BTreeSet<Currency>,
) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for chunk in decoded.figures.columns() {
        let currency = decoded.markets[usize::from(chunk[0].market)].currency;
        let money = decoded.feeds[usize::from(chunk[0].feed)].scale == Scale::Money;
        let first = money.then(|| first_unrated(setting, currency, chunk)).flatten();
        if let Some(day) = first.filter(|_| unrated.insert(currency)) {
            findings.push(no_rate(setting, path, (currency, day)));
        }
    }
    findings
}

fn first_unrated(setting: &Setting, currency: Currency, figures: &[Figure]) -> Option<Day> {
    let days = || figures.iter().map(|figure| figure.span.from);
    let outer = Span::new(days().min()?, days().max()?)?;
    let mut parts = setting.exchange.unrated(currency, outer);
    parts.find_map(|part| days().filter(|day| part.contains(*day)).min())
}

fn no_rate(setting: &Setting, path: &Arc<str>, (currency, day): (Currency, Day)) -> Diagnostic {
    let finding = Diagnostic::new(codes::NO_RATE, &Place::file(path)).with("currency", currency.code());
    let reporting = setting.exchange.reporting();
    finding.with("reporting", reporting.code()).with("day", day.to_string()).help("help")
}
