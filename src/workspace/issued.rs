//! The log of forecasts (`forecasts/issued/2026-11-22.csv`): what was said of which days, by whom, and on which day.
//!
//! A file holds what was issued on one day and is never changed: what was said is scored when the days are over.
//! The program writes such files; people may write rows of their own, in a file of the same day or of another.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::metric::Unit;
use crate::quantity::{Day, DepartmentId, Id, MeasureId, PersonId, Ratio, Scope, Span};
use crate::world::World;

use super::names::Kind;
use super::read::{Context, Fields};
use super::scalar::Name;
use super::yaml::Node;
use super::{At, Workspace, csv};

/// The folder of the log.
pub const ISSUED: &str = "forecasts/issued/";

/// The columns of its files.
pub const ISSUED_COLUMNS: &[&str] = &[
    "issued",
    "author",
    "metric",
    "product",
    "marketplace",
    "dimension",
    "value",
    "origin",
    "from",
    "to",
    "point",
    "lo80",
    "hi80",
    "lo95",
    "hi95",
    "unit",
    "method",
    "version",
];

/// Those that every row needs.
const NEEDED: &[&str] = &["issued", "author", "metric", "from", "to", "point", "lo80", "hi80", "unit"];

/// The author of forecasts that the program issues.
pub const TOOL: &str = "opsreport";

/// What somebody said that a figure will be over some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The day it was said.
    pub issued: Day,
    /// Who said it.
    pub author: Author,
    /// The figure.
    pub metric: At<MeasureId>,
    /// The part of the company.
    pub scope: Scope,
    /// A value of a further dimension: (`search_term`, `cold brew bottle`).
    pub segment: Option<(String, String)>,
    /// The last day that was known when it was said; of people who do not say, the day before.
    pub origin: Day,
    /// The days it speaks of.
    pub span: Span,
    /// The likeliest value, in the figure's unit: major units of the reporting currency at plan rates for money.
    pub point: Ratio,
    /// Where it will lie in four of five cases.
    pub band80: Bounds,
    /// Where it will lie in nineteen of twenty; people need not say.
    pub band95: Option<Bounds>,
    /// What it is counted in: a currency, `count`, `percent`, `number` or `days`. A percentage is written as a share:
    /// 0.12.
    pub unit: At<String>,
    /// Where it is written.
    pub place: Place,
}

/// From where to where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The lower end.
    pub low: Ratio,
    /// The upper end.
    pub high: Ratio,
}

/// Who issued a forecast.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Author {
    /// The program.
    Tool {
        /// How it was computed.
        method: String,
        /// The version of the methods; scores of different ones are told apart.
        version: u32,
    },
    /// A person.
    Person(PersonId),
    /// A department.
    Department(DepartmentId),
}

/// The word of a unit in the log; of money, the currency.
pub(crate) fn unit_word(unit: Unit, currency: &str) -> &str {
    match unit {
        Unit::Money => currency,
        Unit::Count => "count",
        Unit::Percent => "percent",
        Unit::Number => "number",
        Unit::Days => "days",
    }
}

/// Reads the log, by day of issue and then as its files have it. People are known by now.
pub(super) fn read_all(world: &dyn World, paths: &[String], cx: &mut Context) -> Vec<Issued> {
    let log = paths.iter().filter(|path| path.starts_with(ISSUED) && path.ends_with(".csv"));
    let mut issued: Vec<Issued> = log.flat_map(|path| read(world, path, cx)).collect();
    issued.sort_by_key(|row| row.issued);
    issued
}

fn read(world: &dyn World, path: &str, cx: &mut Context) -> Vec<Issued> {
    let file: Arc<str> = path.into();
    let name = path.strip_prefix(ISSUED).and_then(|name| name.strip_suffix(".csv"));
    let Some(day) = name.and_then(|name| Day::parse(name.get(..10)?)) else {
        cx.findings.push(Diagnostic::new(codes::ISSUED_FILE, &Place::file(&file)).help("help"));
        return Vec::new();
    };
    let Some(bytes) = super::load::bytes(world, path, cx) else { return Vec::new() };
    let rows = csv::rows(&file, &bytes, (ISSUED_COLUMNS, NEEDED), cx);
    rows.iter().filter_map(|node| Issued::read(node, day, cx)).collect()
}

impl Issued {
    /// Reads a row of the file of a day.
    fn read(node: &Node, day: Day, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let issued: Option<At<Day>> = f.required("issued");
        let author = read_author(&mut f);
        let metric = f.required("metric");
        let scope = Scope { product: f.optional("product"), marketplace: f.optional("marketplace") };
        let segment = f.optional::<String>("dimension").zip(f.optional("value"));
        let origin: Option<Day> = f.optional("origin");
        let span = f.span("from", "to");
        let point: Option<Ratio> = f.required("point");
        let band80 = Bounds { low: f.required("lo80")?, high: f.required("hi80")? };
        let band95 = f.optional("lo95").zip(f.optional("hi95")).map(|(low, high)| Bounds { low, high });
        let unit = f.required("unit");
        let place = f.finish();
        let (issued, point, span) = (issued?, point?, span?);
        if issued.value != day {
            let finding =
                Diagnostic::new(codes::BAD_VALUE, &issued.place).with("value", issued.value.to_string());
            cx.findings.push(finding.term("expected", "form-day-of-file").help("help"));
        }
        let issued = issued.value;
        let origin = origin.unwrap_or(issued - 1);
        let row = Issued {
            issued,
            author: author?,
            metric: metric?,
            scope,
            segment,
            origin,
            span,
            point,
            band80,
            band95,
            unit: unit?,
            place,
        };
        row.check(cx);
        Some(row)
    }

    /// A band holds its point, the wider one the narrower; and nobody forecasts what is over.
    fn check(&self, cx: &mut Context) {
        let narrow = &self.band80;
        let wide = self.band95.as_ref().unwrap_or(narrow);
        let order = [&wide.low, &narrow.low, &self.point, &narrow.high, &wide.high];
        if !order.is_sorted() {
            cx.findings.push(self.finding(codes::ISSUED_BAND));
        }
        if self.issued > self.span.to || self.origin >= self.span.to || self.origin >= self.issued {
            let finding = self.finding(codes::ISSUED_LATE).with("issued", self.issued.to_string());
            cx.findings
                .push(finding.with("to", self.span.to.to_string()).with("origin", self.origin.to_string()));
        }
    }

    fn finding(&self, code: &'static crate::diagnostic::Code) -> Diagnostic {
        Diagnostic::new(code, &self.place).help("help").about(self.metric.value.as_str())
    }

    /// What it is a forecast of, and whose: two of the same do not speak of the same days.
    fn key(&self) -> impl Ord + '_ {
        (self.issued, &self.author, &self.metric.value, &self.scope, &self.segment)
    }
}

fn read_author(f: &mut Fields<'_, '_>) -> Option<Author> {
    let (method, version) = (f.optional::<Name>("method"), f.optional("version"));
    let author: At<Name> = f.required("author")?;
    let At { value: Name(name), place } = author;
    if name == TOOL {
        let (method, version) = (method.map(|name| name.0), version);
        if method.is_none() {
            f.missing("method");
        }
        if version.is_none() {
            f.missing("version");
        }
        return Some(Author::Tool { method: method?, version: version? });
    }
    if f.cx.names.has(Kind::Person, &name) {
        return Some(Author::Person(Id::new(&name)));
    }
    f.cx.names.refer(const { &[Kind::Department, Kind::Person] }, &name, &place);
    Some(Author::Department(Id::new(&name)))
}

/// Looks at what rows say of each other, and at their units.
pub(super) fn check(workspace: &Workspace, cx: &mut Context) {
    let mut rows: Vec<&Issued> = workspace.issued.iter().collect();
    rows.sort_by(|a, b| a.key().cmp(&b.key()).then(a.span.cmp(&b.span)));
    for pair in rows.windows(2) {
        if pair[0].key() == pair[1].key() && pair[0].span.overlaps(&pair[1].span) {
            let finding = pair[1].finding(codes::ISSUED_TWICE).with("metric", pair[1].metric.value.as_str());
            cx.findings.push(finding.with("first", pair[0].place.to_string()));
        }
    }
    let Some(currency) = workspace.reporting_currency() else { return };
    for row in &workspace.issued {
        let Some(unit) = workspace.catalogue.unit(&row.metric.value) else { continue };
        let (wanted, found) = (unit_word(unit, currency.code()), row.unit.value.as_str());
        if wanted != found {
            let finding = Diagnostic::new(codes::ISSUED_UNIT, &row.unit.place).with("unit", found);
            let finding = finding.with("wanted", wanted).with("metric", row.metric.value.as_str());
            cx.findings.push(finding.help("help").about(row.metric.value.as_str()));
        }
    }
}
