//! The canonical file: `date, marketplace, sku` and any measures, one row per day, marketplace and SKU.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::decode::Fault;
use super::decoded::{Cover, Decoded, Feed, Figure, Market};
use super::intake::{Intake, Refused};
use super::kind::{Column, Kind, Shape};
use super::number::{decimal, money};
use super::setting::Carried;
use super::sheet::Row;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{Item, Over, Scale};
use crate::quantity::{Currency, Day, Grain, MarketplaceId, MeasureId, Period, Span};

const fn text(key: &'static str, names: &'static [&'static str]) -> Column {
    Column { key, shape: Shape::Text, names }
}

/// The canonical file.
pub(super) const KIND: Kind = Kind {
    name: "canonical",
    report: "canonical",
    columns: &[
        text("date", &["date"]),
        text("marketplace", &["marketplace"]),
        text("sku", &["sku"]),
        text("product", &["product"]),
        text("currency", &["currency"]),
    ],
    required: &[&["date"], &["sku", "product"]],
    usual: &[],
    open: true,
    decode,
};

/// The marketplace of files that name none, in a workspace that knows none.
pub(super) const ONLY_MARKET: &str = "main";

/// Where the columns are.
#[derive(Clone, Debug)]
struct Plan {
    date: usize,
    market: Option<usize>,
    sku: Option<usize>,
    product: Option<usize>,
    currency: Option<usize>,
    /// The measures: their column, their place among the feeds, and the period that a date stands for.
    measures: Vec<(usize, u16, Carried)>,
}

/// The keys of one row.
#[derive(Clone, Copy, Debug)]
struct Keys {
    day: Day,
    market: u16,
    item: u32,
}

fn decode(mut intake: Intake<'_>) -> Result<Decoded, Fault> {
    let plan = plan(&mut intake)?;
    let mut keys = Vec::new();
    let sheet = Arc::clone(&intake.sheet);
    for row in sheet.rows() {
        if let Ok(read) = read_row(&mut intake, &plan, &row?) {
            keys.push((read.market, read.item, read.day));
            intake.decoded.rows += 1;
        }
    }
    cover(&mut intake, &plan, &keys);
    note_repeated(&mut intake, keys);
    Ok(intake.finish())
}

fn plan(intake: &mut Intake<'_>) -> Result<Plan, Fault> {
    let mut measures = Vec::new();
    let mut unknown = Vec::new();
    for (at, name) in intake.sheet.header.names.clone().iter().enumerate() {
        if intake.columns[at].is_some() || name.is_empty() {
            continue;
        }
        let carried = carried(intake, at, name)?;
        if carried.is_empty() {
            unknown.push(at);
        }
        for carried in carried {
            let (measure, scale) = (carried.measure.clone(), carried.scale);
            let feed = Feed { measure, scale, over: Over::Flow, window: None };
            measures.push((at, intake.feed(feed), carried));
        }
    }
    intake.note_unknown(&unknown);
    let [market, sku, product, currency] =
        ["marketplace", "sku", "product", "currency"].map(|key| intake.position(key));
    Ok(Plan { date: intake.position("date").unwrap_or(0), market, sku, product, currency, measures })
}

/// The measures of a column; without a catalogue of measures, a column of numbers is one of its own.
fn carried(intake: &Intake<'_>, at: usize, name: &str) -> Result<Vec<Carried>, Fault> {
    let known = intake.setting.carried(intake.kind, name);
    if !known.is_empty() || intake.setting.own_measures || !begins_with_number(intake, at)? {
        return Ok(known);
    }
    let measure = MeasureId::new(&name.to_lowercase());
    Ok(vec![Carried { measure, scale: Scale::Number, grain: Grain::Day }])
}

fn begins_with_number(intake: &Intake<'_>, at: usize) -> Result<bool, Fault> {
    for row in intake.sheet.rows() {
        let row = row?;
        let cell = row.cell(at);
        if !cell.is_empty() {
            return Ok(decimal(cell, Scale::Number.digits()).is_some());
        }
    }
    Ok(false)
}

fn read_row(intake: &mut Intake<'_>, plan: &Plan, row: &Row) -> Result<Keys, Refused> {
    intake.check_width(row)?;
    let day = Day::parse(row.cell(plan.date)).ok_or_else(|| intake.refuse_cell(row, plan.date, "date"))?;
    let market = read_market(intake, plan, row)?;
    let item = read_item(intake, plan, row)?;
    let values = read_values(intake, plan, (row, market.currency))?;
    // Only now, so that a refused row leaves no trace in the lists.
    let keys = Keys { day, market: intake.market_index(market), item: intake.item(item) };
    for ((_, feed, carried), value) in plan.measures.iter().zip(values) {
        if let Some(value) = value {
            intake.add(figure(keys, *feed, (carried.grain, value)));
        }
    }
    Ok(keys)
}

/// The figures of a row; an empty cell says nothing: the day counts as nought where the file covers it.
fn read_values(
    intake: &mut Intake<'_>,
    plan: &Plan,
    (row, currency): (&Row, Currency),
) -> Result<Vec<Option<i64>>, Refused> {
    let mut values = Vec::with_capacity(plan.measures.len());
    for (at, _, carried) in &plan.measures {
        let cell = row.cell(*at);
        let value = read_number(cell, carried.scale, currency);
        if value.is_none() && !cell.is_empty() {
            return Err(intake.refuse_cell(row, *at, expected(carried.scale)));
        }
        values.push(value);
    }
    Ok(values)
}

fn read_market(intake: &mut Intake<'_>, plan: &Plan, row: &Row) -> Result<Market, Refused> {
    let only = intake.market.as_ref().map(|market| market.id.to_string());
    let name = match plan.market {
        Some(at) => row.cell(at).to_owned(),
        None => only.unwrap_or_else(|| ONLY_MARKET.to_owned()),
    };
    let known = intake.setting.markets.get(&name).copied();
    if name.is_empty() || (known.is_none() && !intake.setting.markets.is_empty()) {
        return Err(intake.refuse_market(row, plan.market.unwrap_or(plan.date)));
    }
    let seen = intake.decoded.markets.iter().find(|market| market.id.as_str() == name);
    let settled = known.or(seen.map(|market| market.currency));
    let currency = read_currency(intake, plan, (row, settled))?;
    Ok(Market { id: MarketplaceId::new(&name), currency })
}

/// The currency that the row says, which must be the marketplace's where that is known.
fn read_currency(
    intake: &mut Intake<'_>,
    plan: &Plan,
    (row, settled): (&Row, Option<Currency>),
) -> Result<Currency, Refused> {
    let Some(at) = plan.currency.filter(|at| !row.cell(*at).is_empty()) else {
        return Ok(settled.unwrap_or(intake.setting.exchange.reporting()));
    };
    let currency =
        Currency::parse(row.cell(at)).filter(|said| settled.is_none_or(|settled| settled == *said));
    currency.ok_or_else(|| intake.refuse_cell(row, at, "currency"))
}

fn read_item(intake: &mut Intake<'_>, plan: &Plan, row: &Row) -> Result<Item, Refused> {
    let [product, sku] = [plan.product, plan.sku].map(|at| at.map_or("", |at| row.cell(at)));
    if product.is_empty() && sku.is_empty() {
        let at = plan.sku.or(plan.product).unwrap_or(plan.date);
        return Err(intake.refuse_cell(row, at, "sku"));
    }
    Ok(intake.setting.item(product, sku))
}

fn read_number(cell: &str, scale: Scale, currency: Currency) -> Option<i64> {
    match scale {
        Scale::Money => money(cell, currency),
        Scale::Count | Scale::Number => decimal(cell, scale.digits()),
    }
}

fn expected(scale: Scale) -> &'static str {
    match scale {
        Scale::Money => "money",
        Scale::Count => "count",
        Scale::Number => "number",
    }
}

/// A measure by the month or longer stands for its whole period. One by the week stays on its day, so that
/// months can be summed of it; its catalogue entry says that it has no days.
fn figure(keys: Keys, feed: u16, (grain, value): (Grain, i64)) -> Figure {
    let span = match grain {
        Grain::Day | Grain::Week => Span { from: keys.day, to: keys.day },
        longer => Period::containing(keys.day, longer).span(),
    };
    Figure { feed, market: keys.market, item: keys.item, tag: 0, span, value }
}

/// In each marketplace, the file covers the days from its first to its last date there.
fn cover(intake: &mut Intake<'_>, plan: &Plan, keys: &[(u16, u32, Day)]) {
    let mut spans: BTreeMap<u16, Span> = BTreeMap::new();
    for (market, _, day) in keys {
        let span = spans.entry(*market).or_insert(Span { from: *day, to: *day });
        *span = Span { from: span.from.min(*day), to: span.to.max(*day) };
    }
    let decoded = &mut intake.decoded;
    let whole = |a: Span, b: &Span| Span { from: a.from.min(b.from), to: a.to.max(b.to) };
    decoded.period = spans.values().next().map(|first| spans.values().fold(*first, whole));
    let mut covers: BTreeSet<Cover> = BTreeSet::new();
    for figure in decoded.figures.iter() {
        let (feed, market) = (figure.feed, figure.market);
        let (span, daily) = match plan.measures[usize::from(feed)].2.grain {
            Grain::Day => (spans[&market], true),
            Grain::Week => (Period::containing(figure.span.from, Grain::Week).span(), true),
            _ => (figure.span, false),
        };
        covers.insert(Cover { feed, market, span, daily });
    }
    decoded.covers = covers.into_iter().collect();
}

/// Rows with the keys of another one add up; a paste done twice looks the same, so it is said.
fn note_repeated(intake: &mut Intake<'_>, mut keys: Vec<(u16, u32, Day)>) {
    let count = keys.len();
    keys.sort_unstable();
    keys.dedup();
    if count > keys.len() {
        let place = Place::file(intake.path);
        let finding = Diagnostic::new(codes::REPEATED_ROWS, &place).with("count", count - keys.len());
        intake.decoded.findings.push(finding.help("help"));
    }
}
