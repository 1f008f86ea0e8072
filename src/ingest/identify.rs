//! What a file is, where it belongs and which days it covers, before its rows are read.

use std::sync::Arc;

use super::decoded::{Market, Recency};
use super::engine::{self, Frame};
use super::file_name::FileName;
use super::library::Library;
use super::note::unknown_market;
use super::place::Known;
use super::preamble::Preamble;
use super::reader::{self, Book, Form};
use super::recognise::{Recognised, Stranger, recognise};
use super::setting::Setting;
use super::source_file::SourceFile;
use super::value::DateOrder;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{ImportedFile, NearestKind};
use crate::quantity::{Day, MarketplaceId, Period, Span};
use crate::workspace::Days;
use crate::world::World;

/// The marketplace of files that name none, in a workspace that knows none.
pub(super) const ONLY_MARKET: &str = "main";

/// A file that can be read.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) book: Book,
    pub(super) recognised: Recognised,
    pub(super) frame: Frame,
    pub(super) recency: Recency,
}

/// Why a file gives nothing: a finding, and what the log keeps.
#[derive(Debug)]
pub(super) struct Failure {
    pub(super) finding: Box<Diagnostic>,
    pub(super) nearest: Option<NearestKind>,
}

impl From<Diagnostic> for Failure {
    fn from(finding: Diagnostic) -> Self {
        Failure { finding: Box::new(finding), nearest: None }
    }
}

/// What files are read with.
#[derive(Clone, Copy)]
pub(super) struct Know<'a> {
    pub(super) world: &'a dyn World,
    pub(super) setting: &'a Setting,
    pub(super) library: &'a Library,
}

/// Looks what a file is; what is found is written into the log as far as it goes.
pub(super) fn identify(
    know: Know<'_>,
    file: &SourceFile,
    log: &mut ImportedFile,
) -> Result<Identified, Failure> {
    let score = |forms: &[String]| know.library.score(forms);
    let book = reader::open(know.world, &file.path, &score).map_err(|fault| fault.finding(&file.path))?;
    log.encoding = match book.form {
        Form::Text { encoding } => encoding,
        Form::Workbook => "xlsx",
    };
    let recognised = recognise(know.library, &book, file.kind.as_deref());
    let recognised = recognised.and_then(|recognised| with_product(know.setting, recognised));
    let recognised = recognised.map_err(|stranger| not_recognised(file, stranger))?;
    log.kind = Some(recognised.format.id.as_str().into());
    log.delimiter = recognised.header.delimiter;
    log.header_line = Some(recognised.header.line);
    let mut preamble = preamble(&book, &recognised);
    preamble.currency = preamble.currency.or_else(|| recognised.currency());
    let name = file_name(know, file, &preamble);
    log.downloaded = name.downloaded;
    let recency = Recency { downloaded: name.downloaded, number: name.copy, path: Arc::clone(&file.path) };
    let market = market(know.setting, file, (&recognised, &preamble, &name))?;
    let period = period(file, (&recognised, &preamble, &name))?;
    let (currency, today) = (preamble.currency, know.world.today());
    Ok(Identified { book, recognised, frame: Frame { market, currency, period, preamble, today }, recency })
}

/// A file in an open format without a column of products, which only figures of a marketplace as a whole may have.
fn with_product(setting: &Setting, recognised: Recognised) -> Result<Recognised, Stranger> {
    let Recognised { format, header, columns, .. } = &recognised;
    let keys = [&format.keys.sku, &format.keys.product, &format.keys.asin].map(Vec::as_slice).concat();
    let told = !format.open || keys.is_empty() || recognised.has_any(&keys);
    let others = (0..columns.len()).filter(|at| columns[*at].is_none());
    if told || setting.is_of_market(others.flat_map(|at| setting.carried_by_name(format, header, at))) {
        return Ok(recognised);
    }
    let missing = keys.into_iter().take(1).collect();
    Err(Stranger::Unknown(Some(NearestKind { kind: format.id.as_str().into(), missing })))
}

/// What the file's name says. The portal writes the day of the download in the order of its reader's language, which
/// nobody knows: that of the marketplace is tried first, and a day before the end of the period cannot be meant.
fn file_name(know: Know<'_>, file: &SourceFile, preamble: &Preamble) -> FileName {
    let of_path = file.captures.period.as_deref().and_then(span);
    let last = know.world.today() + 1;
    let orders = [order(know.setting, file), Some(DateOrder::MonthFirst), Some(DateOrder::DayFirst)];
    let mut names = orders.map(|order| FileName::read(&file.path, order)).into_iter();
    let first = names.next().unwrap_or_default();
    let fits = |name: &FileName| {
        let period = preamble.period.or(of_path).or(name.period);
        name.downloaded.is_none_or(|day| day <= last && period.is_none_or(|period| day >= period.to))
    };
    if fits(&first) {
        return first;
    }
    names.find(fits).unwrap_or(FileName { downloaded: None, ..first })
}

/// The order of day and month in the file's name: that of the marketplace it lies under.
fn order(setting: &Setting, file: &SourceFile) -> Option<DateOrder> {
    let id = file.captures.marketplace.as_deref()?;
    let market = &setting.markets.find(id)?.market;
    super::file_name::order_in(&market.id.as_str().to_ascii_lowercase())
}

fn preamble(book: &Book, recognised: &Recognised) -> Preamble {
    let lines = book.sheets[recognised.sheet].lines.iter();
    let before = lines.filter(|(line, _)| *line < recognised.header.line);
    Preamble::read(before.map(|(_, text)| text.as_str()))
}

fn not_recognised(file: &SourceFile, stranger: Stranger) -> Failure {
    let place = Place::file(&file.path);
    let nearest = match stranger {
        Stranger::Doubtful(first, second) => {
            let finding =
                Diagnostic::new(codes::TWO_KINDS, &place).with("first", first).with("second", second);
            return Failure::from(finding.help("help"));
        }
        Stranger::Dayless(found) => {
            let finding = Diagnostic::new(codes::NO_KIND, &Place::point(&file.path, found.line + 1, 1));
            let finding = finding.with("nearest", found.kind).with("column", found.name);
            return Failure::from(finding.with("cell", found.cell).help("days"));
        }
        Stranger::Unknown(nearest) => nearest,
    };
    let finding = Diagnostic::new(codes::NO_KIND, &place);
    let finding = match &nearest {
        None => finding.help("help"),
        Some(near) => finding
            .with("nearest", near.kind.to_string())
            .with("missing", near.missing.join(", "))
            .help("nearest"),
    };
    Failure { finding: Box::new(finding), nearest }
}

type Hints<'a> = (&'a Recognised, &'a Preamble, &'a FileName);

/// The marketplace of rows that name none: as the path says, else the file's name, else the only one there is.
fn market(setting: &Setting, file: &SourceFile, hints: Hints<'_>) -> Result<Option<Known>, Diagnostic> {
    let (recognised, preamble, name) = hints;
    let format = &recognised.format;
    let place = Place::file(&file.path);
    let new = |id: &str| {
        let currency = preamble.currency.unwrap_or(setting.exchange.reporting());
        Known { market: Market { id: MarketplaceId::new(id), currency }, channel: None, zone: None }
    };
    if let Some(word) = &file.captures.marketplace {
        let known = setting.markets.find(word).filter(|_| setting.markets.is_closed() || !format.open);
        return match known {
            Some(known) => Ok(Some(known.clone())),
            None if setting.markets.is_closed() => Err(unknown_market(&place, word, setting.markets.ids())),
            None => Ok(Some(new(word))),
        };
    }
    let by_name = name.country.and_then(|country| setting.markets.find(country)).filter(|_| !format.open);
    let only = || setting.markets.only(format.channel(), preamble.currency);
    let known = by_name.or_else(only).cloned();
    match known {
        Some(known) => Ok(Some(known)),
        None if recognised.has_any(&format.keys.marketplace) => Ok(None),
        None if setting.markets.is_closed() => {
            Err(Diagnostic::new(codes::NO_PERIOD, &place).with("lacks", "marketplace").help("help"))
        }
        None => Ok(Some(new(ONLY_MARKET))),
    }
}

/// The days of the whole file, as the file says, else the path, else the file's name.
fn period(
    file: &SourceFile,
    (recognised, preamble, name): (&Recognised, &Preamble, &FileName),
) -> Result<Option<Span>, Diagnostic> {
    let finding = || Diagnostic::new(codes::NO_PERIOD, &Place::file(&file.path));
    let of_path = match &file.captures.period {
        Some(text) => {
            let unreadable = || finding().with("lacks", text.as_str()).help("unreadable");
            Some(span(text).ok_or_else(unreadable)?)
        }
        None => None,
    };
    // A snapshot is of the day on which it was downloaded.
    let snapshot = recognised.format.days.contains(&Days::Snapshot);
    let of_download = name.downloaded.filter(|_| snapshot).map(|day| Span { from: day, to: day });
    let period = preamble.period.or(of_path).or(name.period).or(of_download);
    if period.is_none() && !engine::has_days(recognised) {
        return Err(finding().with("lacks", "period").help("help"));
    }
    Ok(period)
}

/// `2026-10`, any other period, or `2026-11-01_2026-11-18`.
pub(super) fn span(text: &str) -> Option<Span> {
    match text.split_once('_') {
        Some((from, to)) => Span::new(Day::parse(from)?, Day::parse(to)?),
        None => Period::parse(text).map(|period| period.span()),
    }
}
