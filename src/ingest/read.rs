//! One file: recognise, decode, and what the import log keeps of it.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use super::canonical::ONLY_MARKET;
use super::decode::{self, Fault};
use super::decoded::{Decoded, Market, Origin, Replaces};
use super::intake::{Found, Intake, unknown_market};
use super::kind::{Kind, Recognised, Recogniser};
use super::setting::Setting;
use super::sheet::Sheet;
use super::source_file::SourceFile;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::{FileTotal, ImportedFile, Item, NearestKind, Refusal, Scale, Unmapped, unmapped_product};
use crate::quantity::{Currency, Day, MarketplaceId, Money, Period, Ratio, Span};

/// How many refused rows of a file are shown one by one.
const SHOWN: usize = 20;

/// What became of a file.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) log: ImportedFile,
    pub(super) decoded: Decoded,
    pub(super) findings: Diagnostics,
}

/// What files are read with.
#[derive(Clone, Copy, Debug)]
pub(super) struct Know<'a> {
    pub(super) setting: &'a Setting,
    pub(super) recogniser: &'a Recogniser,
}

/// Why a file gave nothing: a finding, and what the log keeps.
struct Failure {
    finding: Box<Diagnostic>,
    nearest: Option<NearestKind>,
}

impl From<Diagnostic> for Failure {
    fn from(finding: Diagnostic) -> Self {
        Failure { finding: Box::new(finding), nearest: None }
    }
}

/// Reads a file; whatever is wrong with it is a finding.
pub(super) fn read(bytes: io::Result<Vec<u8>>, know: Know<'_>, file: &SourceFile) -> Outcome {
    let mut log = blank(&file.path);
    match decoded(bytes, know, (file, &mut log)) {
        Ok(decoded) => outcome(log, decoded),
        Err(Failure { finding, nearest }) => {
            log.nearest = nearest;
            let (line, column) = (finding.place.line, finding.place.column);
            log.refused.push(Refusal { line, column, finding: (*finding).clone() });
            log.refused_rows = 1;
            let mut findings = Diagnostics::default();
            findings.push(*finding);
            Outcome { log, decoded: Decoded::default(), findings }
        }
    }
}

fn blank(path: &Arc<str>) -> ImportedFile {
    ImportedFile {
        path: Arc::clone(path),
        kind: None,
        nearest: None,
        encoding: "utf-8",
        sheet: None,
        delimiter: None,
        header_line: None,
        zones: Vec::new(),
        downloaded: None,
        period: None,
        marketplaces: Vec::new(),
        currencies: Vec::new(),
        rows: 0,
        duplicates: 0,
        replacement_chars: 0,
        refused: Vec::new(),
        refused_rows: 0,
        left_out: Vec::new(),
        others: Vec::new(),
        unknown_columns: Vec::new(),
        checks: Vec::new(),
        totals: Vec::new(),
        unmapped: Vec::new(),
        replaced: Vec::new(),
        unused: Vec::new(),
    }
}

fn decoded(
    bytes: io::Result<Vec<u8>>,
    know: Know<'_>,
    (file, log): (&SourceFile, &mut ImportedFile),
) -> Result<Decoded, Failure> {
    let fault = |fault: Fault| Failure::from(fault.finding(&file.path));
    let bytes = bytes.map_err(|error| fault(Fault::of_file("io", error.to_string())))?;
    let text = decode::text(bytes).map_err(fault)?;
    let recognised =
        know.recogniser.recognise(&text, file.kind).map_err(|nearest| not_recognised(file, nearest))?;
    log.kind = Some(recognised.kind.name.into());
    log.delimiter = Some(recognised.header.delimiter);
    log.header_line = Some(recognised.header.line);
    let market = market_of(know.setting, file, recognised.kind)?;
    let period = period_of(file, recognised.kind)?;
    let (kind, found) = (recognised.kind, Found::new(&recognised, market, period));
    let Recognised { header, .. } = recognised;
    let sheet = Sheet::new(&text, header).map_err(fault)?;
    let mut decoded = (kind.decode)(Intake::new(know.setting, &file.path, sheet, found)).map_err(fault)?;
    decoded.recency.path = Arc::clone(&file.path);
    decoded.origin = origin(kind);
    Ok(decoded)
}

fn origin(kind: &Kind) -> Origin {
    let (lane, replaces) = if kind.open { ("", Replaces::Cells) } else { ("sales", Replaces::Period) };
    Origin { kind: kind.name.into(), lane: lane.into(), rank: 0, replaces, compared_as: None }
}

fn not_recognised(file: &SourceFile, nearest: Option<NearestKind>) -> Failure {
    let finding = Diagnostic::new(codes::NO_KIND, &Place::file(&file.path));
    let finding = match &nearest {
        None => finding.help("help"),
        Some(near) => finding
            .with("nearest", near.kind.to_string())
            .with("missing", near.missing.join(", "))
            .help("nearest"),
    };
    Failure { finding: Box::new(finding), nearest }
}

/// The marketplace that the path names, else the only one there is.
fn market_of(setting: &Setting, file: &SourceFile, kind: &Kind) -> Result<Option<Market>, Diagnostic> {
    let market = |id: &str, currency: Currency| Market { id: MarketplaceId::new(id), currency };
    let place = Place::file(&file.path);
    if let Some(name) = &file.captures.marketplace {
        return match setting.markets.get(name) {
            Some(currency) => Ok(Some(market(name, *currency))),
            None if setting.markets.is_empty() => Ok(Some(market(name, setting.exchange.reporting()))),
            None => Err(unknown_market(&place, name, setting.markets.keys().map(String::as_str))),
        };
    }
    let mut known = setting.markets.iter();
    match (known.next(), known.next()) {
        (Some((name, currency)), None) => Ok(Some(market(name, *currency))),
        (None, _) if !kind.open => Ok(Some(market(ONLY_MARKET, setting.exchange.reporting()))),
        (Some(_), Some(_)) if !kind.open => {
            Err(Diagnostic::new(codes::NO_PERIOD, &place).with("lacks", "marketplace").help("help"))
        }
        _ => Ok(None),
    }
}

/// The period that the path names; a kind without dates of its own needs one.
fn period_of(file: &SourceFile, kind: &Kind) -> Result<Option<Span>, Diagnostic> {
    let finding = || Diagnostic::new(codes::NO_PERIOD, &Place::file(&file.path));
    match &file.captures.period {
        Some(text) => match span(text) {
            Some(span) => Ok(Some(span)),
            None => Err(finding().with("lacks", text.as_str()).help("unreadable")),
        },
        None if !kind.open => Err(finding().with("lacks", "period").help("help")),
        None => Ok(None),
    }
}

/// `2026-10`, any other period, or `2026-11-01_2026-11-18`.
fn span(text: &str) -> Option<Span> {
    match text.split_once('_') {
        Some((from, to)) => Span::new(Day::parse(from)?, Day::parse(to)?),
        None => Period::parse(text).map(|period| period.span()),
    }
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
    findings.extend(unmapped_finding(&log));
    Outcome { log, decoded, findings }
}

fn currencies(decoded: &Decoded) -> Vec<Currency> {
    let mut currencies: Vec<Currency> = decoded.markets.iter().map(|market| market.currency).collect();
    currencies.sort();
    currencies.dedup();
    currencies
}

/// The sums of the file by measure, and money by its currency.
fn totals(decoded: &Decoded) -> Vec<FileTotal> {
    let mut sums: BTreeMap<(u16, Option<Currency>), i128> = BTreeMap::new();
    for figure in decoded.figures.iter() {
        let money = decoded.feeds[usize::from(figure.feed)].scale == Scale::Money;
        let currency = money.then(|| decoded.markets[usize::from(figure.market)].currency);
        *sums.entry((figure.feed, currency)).or_default() += i128::from(figure.value);
    }
    let total = |((feed, currency), sum): ((u16, Option<Currency>), i128)| {
        let feed = &decoded.feeds[usize::from(feed)];
        FileTotal { measure: feed.measure.clone(), currency, amount: amount(sum, currency, feed.scale) }
    };
    sums.into_iter().map(total).collect()
}

/// A sum as a decimal.
fn amount(sum: i128, currency: Option<Currency>, scale: Scale) -> String {
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

fn unmapped_finding(log: &ImportedFile) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if let Some(first) = log.unmapped.first() {
        let share: Option<Ratio> = log.unmapped.iter().map(|item| item.share.clone()).sum::<Option<Ratio>>();
        let names: Vec<&str> = log.unmapped.iter().take(3).map(|item| item.name.as_str()).collect();
        let finding = Diagnostic::new(codes::UNKNOWN_SKU, &Place::file(&log.path)).about(first.name.clone());
        let finding = finding.with("count", log.unmapped.len()).with("names", names.join(", "));
        findings
            .push(finding.with("share", share.map_or("?".to_owned(), |share| percent(&share))).help("help"));
    }
    findings
}

/// A share as `4.2%`.
fn percent(share: &Ratio) -> String {
    let tenths = share.round_scaled(3);
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}%", tenths.abs() / 10, tenths.abs() % 10)
}
