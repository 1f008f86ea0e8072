//! The table of forecasts: figures in the periods ahead; by year where it will land, by lead the demand of lead times.

use std::collections::BTreeSet;

use super::figures::cell;
use super::{Refusal, Sources};
use crate::quantity::{Day, MeasureId, Ratio, Scope};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::trend::{Ahead, LeadTime, Line, Outlook, Reason, Refused, Subject};

/// What rows can stand for beside the dimensions of segments: parts of the company; fiscal years; lead times.
const BY: [&str; 4] = ["product", "marketplace", "year", "lead"];

/// The columns that say what a row speaks of.
const SUBJECT: [(&str, Kind); 5] = [
    ("metric", Kind::Text),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("dimension", Kind::Text),
    ("value", Kind::Text),
];

/// The columns of a forecast.
const VALUES: [(&str, Kind); 11] = [
    ("origin", Kind::Day),
    ("date", Kind::Day),
    ("to", Kind::Day),
    ("so_far", Kind::Ratio),
    ("point", Kind::Ratio),
    ("lo80", Kind::Ratio),
    ("hi80", Kind::Ratio),
    ("lo95", Kind::Ratio),
    ("hi95", Kind::Ratio),
    ("plan", Kind::Ratio),
    ("plan_outside", Kind::Flag),
];

/// The columns that say how it was made, and how well that did on the past.
const MADE: [(&str, Kind); 5] = [
    ("method", Kind::Text),
    ("version", Kind::Count),
    ("mase", Kind::Ratio),
    ("without", Kind::Text),
    ("refused", Kind::Text),
];

/// A row per figure, part of the company and period ahead; what is not forecast has one row that says why.
pub(super) fn forecast(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let outlook = &sources.outlook();
    let asked = Asked::of((sources, outlook), request)?;
    let columns = SUBJECT.into_iter().chain(VALUES).chain(MADE);
    let columns = columns.map(|(name, kind)| Column::new(name, kind)).collect();
    let rows = match request.by.iter().find(|name| ["year", "lead"].contains(&name.as_str())) {
        Some(name) if name == "lead" => leads((sources, outlook), &asked),
        Some(_) => years((sources, outlook), &asked),
        None => {
            let lines = outlook.lines.iter().filter(|line| asked.wants(&line.subject));
            let told = lines.flat_map(|line| periods(sources, &asked, line));
            let refused = outlook.refused.iter().filter(|refused| asked.wants(&refused.subject));
            told.chain(refused.map(refused_row)).collect()
        }
    };
    Ok(Table { columns, rows })
}

/// The numbers, and the forecasts of them: to make these takes longest, so it is done once.
type Expected<'a> = (Sources<'a>, &'a Outlook);

/// Which rows are asked for.
struct Asked<'a> {
    request: &'a TableRequest,
    scope: Scope,
}

impl<'a> Asked<'a> {
    fn of((sources, outlook): Expected<'_>, request: &'a TableRequest) -> Result<Self, Refusal> {
        let lines = || outlook.lines.iter().map(|line| &line.subject);
        let segments: BTreeSet<&str> =
            lines().filter_map(|subject| Some(subject.segment.as_ref()?.dimension.as_str())).collect();
        let known: Vec<&str> = BY.into_iter().chain(segments).collect();
        if let Some(other) = request.by.iter().find(|name| !known.contains(&name.as_str())) {
            return Err(Refusal::new("dimension", other, known));
        }
        let forecast: BTreeSet<&str> = lines().map(|subject| subject.metric.as_str()).collect();
        if let Some(other) = request.metrics.iter().find(|name| !forecast.contains(name.as_str())) {
            return Err(Refusal::new("metric", other, forecast));
        }
        Ok(Asked { request, scope: super::axes::filter(sources, request)? })
    }

    fn by(&self, name: &str) -> bool {
        self.request.by.iter().any(|by| by == name)
    }

    /// Whether a subject is one of those that rows stand for, and passes the filters.
    fn wants(&self, subject: &Subject) -> bool {
        let Scope { product, marketplace } = &subject.scope;
        let fits = |own: Option<&str>, wanted: Option<&str>, name: &str| match (own, wanted) {
            (own, Some(wanted)) => own == Some(wanted),
            (own, None) => own.is_some() == self.by(name),
        };
        let id =
            |id: &'_ Option<_>| id.as_ref().map(|id: &crate::quantity::ProductId| id.as_str().to_owned());
        let place =
            |id: &Option<crate::quantity::MarketplaceId>| id.as_ref().map(|id| id.as_str().to_owned());
        let (own, wanted) = (id(product), id(&self.scope.product));
        let (here, there) = (place(marketplace), place(&self.scope.marketplace));
        let segment = subject.segment.as_ref().map(|segment| segment.dimension.as_str());
        fits(own.as_deref(), wanted.as_deref(), "product")
            && (fits(here.as_deref(), there.as_deref(), "marketplace")
                || segment.is_some() && there.is_none())
            && self.wants_metric(&subject.metric)
            && segment.is_none_or(|dimension| self.by(dimension))
            && (segment.is_some() || self.request.by.iter().all(|name| BY.contains(&name.as_str())))
    }

    fn wants_metric(&self, metric: &MeasureId) -> bool {
        self.request.metrics.is_empty() || self.request.metrics.iter().any(|name| name == metric.as_str())
    }

    fn wants_day(&self, day: Day) -> bool {
        self.request.from.is_none_or(|from| from <= day) && self.request.to.is_none_or(|to| day <= to)
    }
}

fn periods(sources: Sources<'_>, asked: &Asked<'_>, line: &Line) -> Vec<Vec<Cell>> {
    let wanted = line.periods.iter().filter(|ahead| asked.wants_day(ahead.period.span().from));
    let row = |ahead: &Ahead| {
        let span = ahead.period.span();
        let mut cells = subject(&line.subject);
        cells.extend([Cell::Day(line.origin), Cell::Day(span.from), Cell::Day(span.to)]);
        cells.extend(values(sources, &line.subject.metric, ahead));
        cells.extend(made(line, ahead));
        cells
    };
    wanted.map(row).collect()
}

fn years((sources, outlook): Expected<'_>, asked: &Asked<'_>) -> Vec<Vec<Cell>> {
    let wanted = outlook.landings.iter().filter(|own| asked.wants(&own.subject));
    let wanted = wanted.filter(|own| asked.wants_day(own.year.period.span().from));
    let rows = wanted.filter_map(|own| {
        let span = own.year.period.span();
        let mut cells = subject(&own.subject);
        cells.extend([Cell::Day(own.origin), Cell::Day(span.from), Cell::Day(span.to)]);
        cells.extend(values(sources, &own.subject.metric, &own.year));
        cells.extend(made(outlook.line(&own.subject)?, &own.year));
        Some(cells)
    });
    rows.collect()
}

fn leads((sources, outlook): Expected<'_>, asked: &Asked<'_>) -> Vec<Vec<Cell>> {
    let units = MeasureId::new("units");
    let here = |own: &&LeadTime| {
        let Scope { product, marketplace } = &asked.scope;
        (product.is_none() || *product == own.scope.product)
            && (marketplace.is_none() || *marketplace == own.scope.marketplace)
    };
    let rows = outlook.leads.iter().filter(here).filter_map(|own| {
        let of = Subject::of(&units, &own.scope);
        let line = outlook.line(&of)?;
        let mut cells = subject(&of);
        cells.extend([Cell::Day(line.origin), Cell::Day(own.days.from), Cell::Day(own.days.to)]);
        cells.extend(values(sources, &units, &own.units));
        cells.extend(made(line, &own.units));
        Some(cells)
    });
    rows.collect()
}

fn subject(subject: &Subject) -> Vec<Cell> {
    let text = |text: Option<&str>| text.map_or(Cell::Missing, |text| Cell::Text(text.to_owned()));
    let segment = subject.segment.as_ref();
    vec![
        text(Some(subject.metric.as_str())),
        text(subject.scope.product.as_ref().map(|id| id.as_str())),
        text(subject.scope.marketplace.as_ref().map(|id| id.as_str())),
        text(segment.map(|segment| segment.dimension.as_str())),
        text(segment.map(|segment| segment.value.as_str())),
    ]
}

fn values(sources: Sources<'_>, metric: &MeasureId, ahead: &Ahead) -> Vec<Cell> {
    let value = |value: &Ratio| cell(sources, metric, Some(value.clone()));
    let maybe = |value: &Option<Ratio>| cell(sources, metric, value.clone());
    vec![
        maybe(&ahead.so_far),
        value(&ahead.point),
        value(&ahead.low80),
        value(&ahead.high80),
        value(&ahead.low95),
        value(&ahead.high95),
        maybe(&ahead.plan),
        ahead.plan.as_ref().map_or(Cell::Missing, |_| Cell::Flag(ahead.plan_is_outside())),
    ]
}

fn made(line: &Line, ahead: &Ahead) -> Vec<Cell> {
    let without: Vec<String> = line.without.iter().map(name).collect();
    let mase = line.evidence.mase.map(|mase| Ratio::from_scaled((mase * 1e6) as i128, 6));
    vec![
        Cell::Text(ahead.method(&line.method)),
        Cell::Count(line.version.into()),
        mase.map_or(Cell::Missing, Cell::Ratio),
        if without.is_empty() { Cell::Missing } else { Cell::Text(without.join("; ")) },
        Cell::Missing,
    ]
}

/// `gift-set MX`
fn name(scope: &Scope) -> String {
    let parts =
        [scope.product.as_ref().map(|id| id.as_str()), scope.marketplace.as_ref().map(|id| id.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn refused_row(refused: &Refused) -> Vec<Cell> {
    let mut cells = subject(&refused.subject);
    cells.resize(SUBJECT.len() + VALUES.len() + MADE.len() - 1, Cell::Missing);
    cells.push(Cell::Text(reason(&refused.reason)));
    cells
}

/// The reason in a word, with its numbers.
fn reason(reason: &Reason) -> String {
    use crate::trend::forecast::Refusal;
    match reason {
        Reason::Series(none) => format!("no-series {none:?}").to_lowercase(),
        Reason::Method(Refusal::TooFew { known, needed }) => format!("too-few {known} of {needed}"),
        Reason::Method(Refusal::NoSpread { known, needed }) => format!("no-spread {known} of {needed}"),
        Reason::Method(Refusal::TooLarge) => "too-large".to_owned(),
        Reason::Method(Refusal::BadMultipliers) => "bad-multipliers".to_owned(),
        Reason::NoPlan { known } => format!("too-few {known}, no plan"),
        Reason::NoSisters { sisters } => format!("too few others to tell how far plans are off: {sisters}"),
    }
}
