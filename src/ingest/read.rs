//! All files: what each is, then their rows, then what the import log keeps of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::decoded::{Decoded, Feed, Origin, Replaces};
use super::engine::{self, Job, Seen};
use super::identify::{Failure, Identified, Know, identify};
use super::remark::remarks;
use super::source_file::SourceFile;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::{FileTotal, ImportedFile, Item, Over, Refusal, Scale, Unmapped, unmapped_product};
use crate::quantity::{Currency, Day, Money, Ratio};
use crate::workspace::Format;

/// How many refused rows of a file are shown one by one.
const SHOWN: usize = 20;

/// What became of a file.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) log: ImportedFile,
    pub(super) decoded: Decoded,
    pub(super) findings: Diagnostics,
}

/// A file whose rows another file of its kind may tell too: those are read in their order, newest first.
struct Waiting<'f> {
    at: usize,
    file: &'f SourceFile,
    log: ImportedFile,
    identified: Identified,
}

/// Reads files; whatever is wrong with one is a finding. The outcomes are in the order of the files.
pub(super) fn read_all(know: Know<'_>, files: &[SourceFile]) -> Vec<Outcome> {
    let first = |(at, file)| begin(know, at, file);
    let begun: Vec<Result<Outcome, Box<Waiting<'_>>>> = files.par_iter().enumerate().map(first).collect();
    let mut outcomes: Vec<(usize, Outcome)> = Vec::with_capacity(begun.len());
    let mut groups: BTreeMap<String, Vec<Waiting<'_>>> = BTreeMap::new();
    for (at, outcome) in begun.into_iter().enumerate() {
        match outcome {
            Ok(outcome) => outcomes.push((at, outcome)),
            Err(waiting) => {
                groups.entry(waiting.identified.recognised.format.id.clone()).or_default().push(*waiting);
            }
        }
    }
    let groups: Vec<Vec<Waiting<'_>>> = groups.into_values().collect();
    outcomes.par_extend(groups.into_par_iter().flat_map_iter(|group| read_group(know, group)));
    outcomes.sort_by_key(|(at, _)| *at);
    outcomes.into_iter().map(|(_, outcome)| outcome).collect()
}

/// Reads a file, unless its rows must wait for newer files of its kind.
fn begin<'f>(know: Know<'_>, at: usize, file: &'f SourceFile) -> Result<Outcome, Box<Waiting<'f>>> {
    let mut log = blank(&file.path);
    match identify(know, file, &mut log) {
        Err(failure) => Ok(failed(log, failure)),
        Ok(identified) if identified.recognised.format.rows.identity.is_empty() => {
            Ok(decoded(know, (file, log), identified, None))
        }
        Ok(identified) => Err(Box::new(Waiting { at, file, log, identified })),
    }
}

/// Reads files of one kind, the newest first, each without the rows that a newer one has told.
fn read_group(know: Know<'_>, mut group: Vec<Waiting<'_>>) -> Vec<(usize, Outcome)> {
    group.sort_by(|a, b| b.identified.recency.cmp(&a.identified.recency));
    let mut seen = (group.len() > 1).then(Seen::default);
    let read = |waiting: Waiting<'_>| {
        let Waiting { at, file, log, identified } = waiting;
        (at, decoded(know, (file, log), identified, seen.as_mut()))
    };
    group.into_iter().map(read).collect()
}

fn decoded(
    know: Know<'_>,
    (file, log): (&SourceFile, ImportedFile),
    identified: Identified,
    seen: Option<&mut Seen>,
) -> Outcome {
    let Identified { book, recognised, frame, recency } = identified;
    let job = Job {
        world: know.world,
        setting: know.setting,
        path: &file.path,
        book: &book,
        recognised: &recognised,
        frame,
    };
    match engine::decode(&job, seen) {
        Ok(decoded) => {
            let decoded = Decoded { origin: origin(&recognised.format), recency, ..decoded };
            outcome(log, decoded)
        }
        Err(fault) => failed(log, Failure::from(fault.finding(&file.path))),
    }
}

fn origin(format: &Format) -> Origin {
    let replaces = match () {
        () if format.rows.by_period => Replaces::Period,
        () if !format.rows.identity.is_empty() => Replaces::Rows,
        () => Replaces::Cells,
    };
    // What people write by hand stands above every report: no lane of its own, so that it is never added to one.
    let lane = if format.open { "" } else { format.lane.as_str() };
    Origin {
        kind: format.id.as_str().into(),
        lane: lane.into(),
        rank: format.rank,
        replaces,
        compared_as: compared_as(format),
    }
}

/// Reports that count sales in their own way are compared with each other by the name of their family.
fn compared_as(format: &Format) -> Option<Arc<str>> {
    let compared = format.lane == "results" && !format.open;
    format.reports.first().filter(|_| compared).map(|report| report.as_str().into())
}

fn failed(mut log: ImportedFile, Failure { finding, nearest }: Failure) -> Outcome {
    log.nearest = nearest;
    let (line, column) = (finding.place.line, finding.place.column);
    log.refused.push(Refusal { line, column, finding: (*finding).clone() });
    log.refused_rows = 1;
    let mut findings = Diagnostics::default();
    findings.push(*finding);
    Outcome { log, decoded: Decoded::default(), findings }
}

pub(super) fn blank(path: &Arc<str>) -> ImportedFile {
    ImportedFile { path: Arc::clone(path), ..ImportedFile::default() }
}

fn outcome(mut log: ImportedFile, mut decoded: Decoded) -> Outcome {
    let mut findings = std::mem::take(&mut decoded.findings);
    decoded.refused.iter().take(SHOWN).for_each(|refusal| findings.push(refusal.finding.clone()));
    if decoded.refused_rows > SHOWN {
        let finding = Diagnostic::new(codes::MORE_REFUSED, &Place::file(&log.path));
        findings.push(finding.with("count", decoded.refused_rows - SHOWN));
    }
    log.period = decoded.period;
    log.marketplaces = decoded.markets.iter().map(|market| market.id.clone()).collect();
    log.currencies = currencies(&decoded);
    log.rows = decoded.rows;
    log.duplicates = decoded.duplicates;
    log.replacement_chars = decoded.replacement_chars;
    log.downloaded = decoded.recency.downloaded;
    log.sheet = decoded.sheet.take();
    log.zones = std::mem::take(&mut decoded.zones);
    log.refused = std::mem::take(&mut decoded.refused);
    log.refused_rows = decoded.refused_rows;
    log.left_out = std::mem::take(&mut decoded.left_out);
    log.others = std::mem::take(&mut decoded.others);
    log.unknown_columns = std::mem::take(&mut decoded.unknown_columns);
    log.checks = std::mem::take(&mut decoded.checks);
    log.totals = totals(&decoded);
    log.unmapped = unmapped(&decoded);
    remarks(&log, decoded.lost_line).into_iter().for_each(|finding| findings.push(finding));
    Outcome { log, decoded, findings }
}

fn currencies(decoded: &Decoded) -> Vec<Currency> {
    let mut currencies: Vec<Currency> = decoded.markets.iter().map(|market| market.currency).collect();
    currencies.sort();
    currencies.dedup();
    currencies
}

/// The sums of the file by measure, and money by its currency; of a stock, what its last day says. Levels add up to
/// nothing.
fn totals(decoded: &Decoded) -> Vec<FileTotal> {
    let last = last_days(decoded);
    // Several figures may feed a measure, which stands where the first of them does.
    let first = |feed: &Feed| decoded.feeds.iter().position(|other| other.measure == feed.measure);
    let firsts: Vec<Option<usize>> = decoded.feeds.iter().map(first).collect();
    let mut sums: BTreeMap<(Option<usize>, Option<Currency>), i128> = BTreeMap::new();
    for figure in decoded.figures.iter() {
        let feed = &decoded.feeds[usize::from(figure.feed)];
        let counts = match feed.over {
            Over::Flow => true,
            Over::Stock => last[&(figure.feed, figure.market)] == figure.span.to,
            Over::Level => false,
        };
        if !counts {
            continue;
        }
        let money = feed.scale == Scale::Money;
        let currency = money.then(|| decoded.markets[usize::from(figure.market)].currency);
        *sums.entry((firsts[usize::from(figure.feed)], currency)).or_default() += i128::from(figure.value);
    }
    let total = |((feed, currency), sum): ((Option<usize>, Option<Currency>), i128)| {
        let feed = &decoded.feeds[feed?];
        let amount = amount(sum, currency, feed.scale);
        Some(FileTotal { measure: feed.measure.clone(), currency, amount })
    };
    sums.into_iter().filter_map(total).collect()
}

/// The last day on which a measure has a figure in a marketplace.
fn last_days(decoded: &Decoded) -> BTreeMap<(u16, u16), Day> {
    let mut last: BTreeMap<(u16, u16), Day> = BTreeMap::new();
    for figure in decoded.figures.iter() {
        let day = last.entry((figure.feed, figure.market)).or_insert(figure.span.to);
        *day = figure.span.to.max(*day);
    }
    last
}

/// A sum as a decimal.
pub(super) fn amount(sum: i128, currency: Option<Currency>, scale: Scale) -> String {
    if let Some(currency) = currency {
        let text = Money { minor: sum, currency }.to_string();
        return text.split(' ').next().unwrap_or_default().to_owned();
    }
    let unit = 10_i128.pow(scale.digits());
    let (sign, sum) = (if sum < 0 { "-" } else { "" }, sum.abs());
    let fraction = format!("{:0width$}", sum % unit, width = scale.digits() as usize);
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{fraction}", sum / unit)
}

/// The SKUs and ASINs that no product has, with their share of the file's sales.
fn unmapped(decoded: &Decoded) -> Vec<Unmapped> {
    let product = unmapped_product();
    let tallies = tallies(decoded);
    let total: i128 = tallies.iter().map(|tally| tally.sales).sum();
    let strangers = decoded.items.iter().zip(tallies).filter(|(item, _)| item.product == product);
    let entry = |(item, tally): (&Item, Tally)| Unmapped {
        name: item.sku.as_ref().map(ToString::to_string).unwrap_or_default(),
        rows: tally.figures.into_values().max().unwrap_or(0),
        share: sales_feed(decoded).and_then(|_| Ratio::new(tally.sales, total)),
    };
    strangers.map(entry).collect()
}

/// What a file says of one item.
#[derive(Clone, Default)]
struct Tally {
    /// How many figures of each measure: the most are its rows.
    figures: BTreeMap<u16, usize>,
    sales: i128,
}

fn tallies(decoded: &Decoded) -> Vec<Tally> {
    let sales = sales_feed(decoded);
    let mut tallies = vec![Tally::default(); decoded.items.len()];
    for figure in decoded.figures.iter() {
        let tally = &mut tallies[figure.item as usize];
        *tally.figures.entry(figure.feed).or_default() += 1;
        if Some(figure.feed) == sales {
            tally.sales += i128::from(figure.value);
        }
    }
    tallies
}

/// The measure by which shares are taken: sales in one currency.
fn sales_feed(decoded: &Decoded) -> Option<u16> {
    let in_one_currency = currencies(decoded).len() == 1;
    let feeds = (0..).zip(&decoded.feeds).filter(|_| in_one_currency);
    feeds.into_iter().find(|(_, feed)| feed.measure.as_str() == "sales").map(|(at, _)| at)
}
