//! Amazon's business report "Detail page sales and traffic" by child ASIN, in its languages.
//!
//! It holds no date, no marketplace and no currency: those come from where it lies.

use std::collections::BTreeSet;

use super::business_report_columns::COLUMNS;
use super::decode::Fault;
use super::decoded::{Cover, Decoded, Feed, Figure};
use super::intake::{Intake, Refused};
use super::kind::{Kind, Shape};
use super::number::{decimal, money, percent};
use super::sheet::Row;
use crate::facts::{Check, Over};
use crate::quantity::{Currency, Span};

/// The business report by child ASIN, with or without SKUs.
pub(super) const KIND: Kind = Kind {
    name: "amazon.business_report.asin",
    report: "business_report",
    columns: COLUMNS,
    required: &[&["child_asin"], &["sessions"], &["units_ordered"], &["ordered_sales"]],
    usual: &[
        ("units_ordered", "units"),
        ("ordered_sales", "sales"),
        ("order_items", "orders"),
        ("units_refunded", "returns"),
    ],
    open: false,
    decode,
};

/// A column that is read.
#[derive(Clone, Copy, Debug)]
struct Source {
    at: usize,
    feed: u16,
    shape: Shape,
    /// Whether it counts visits to the page, which all SKUs of an ASIN share.
    traffic: bool,
}

/// Where the rows belong.
#[derive(Clone, Copy, Debug)]
struct Frame {
    period: Span,
    market: u16,
    currency: Currency,
}

fn decode(mut intake: Intake<'_>) -> Result<Decoded, Fault> {
    let (Some(market), Some(period)) = (intake.market.clone(), intake.period) else {
        return Err(Fault::of_file("csv", "no period"));
    };
    let frame = Frame { period, currency: market.currency, market: intake.market_index(market) };
    let sources = sources(&mut intake);
    let rows: Vec<Row> = intake.sheet.rows().collect::<Result<_, _>>()?;
    let mut seen = BTreeSet::new();
    let mut read = Vec::new();
    for row in &rows {
        if read_row(&mut intake, &sources, frame, (row, &mut seen)).is_ok() {
            intake.decoded.rows += 1;
            read.push(row);
        }
    }
    let cover = |feed| Cover { feed, market: frame.market, span: period, daily: false };
    intake.decoded.covers = sources.iter().map(|source| cover(source.feed)).collect();
    intake.decoded.period = Some(period);
    intake.decoded.checks = checks(&intake, &read);
    Ok(intake.finish())
}

fn sources(intake: &mut Intake<'_>) -> Vec<Source> {
    let mut sources = Vec::new();
    let mut unknown = Vec::new();
    for (at, column) in intake.columns.clone().into_iter().enumerate() {
        let Some(column) = column else {
            unknown.push(at);
            continue;
        };
        let Some(scale) = column.shape.scale() else { continue };
        let carried = intake.setting.carried(intake.kind, column.key);
        for carried in carried.into_iter().filter(|carried| carried.scale == scale) {
            let feed = intake.feed(Feed { measure: carried.measure, scale, over: Over::Flow, window: None });
            let traffic = column.key.starts_with("sessions") || column.key.starts_with("page_views");
            sources.push(Source { at, feed, shape: column.shape, traffic });
        }
    }
    intake.note_unknown(&unknown);
    sources
}

/// With a SKU column, each row repeats the traffic of its ASIN: it counts once per ASIN and sessions.
type Visits = BTreeSet<(String, String)>;

fn read_row(
    intake: &mut Intake<'_>,
    sources: &[Source],
    frame: Frame,
    (row, seen): (&Row, &mut Visits),
) -> Result<(), Refused> {
    intake.check_width(row)?;
    let asin_at = intake.position("child_asin").unwrap_or(0);
    let asin = row.cell(asin_at).to_owned();
    if asin.is_empty() {
        return Err(intake.refuse_cell(row, asin_at, "asin"));
    }
    let values = sources.iter().map(|source| read_cell(intake, *source, frame.currency, row));
    let values: Vec<i64> = values.collect::<Result<_, _>>()?;
    let of_asin = intake.setting.item_of_asin(&asin);
    let sku = intake.position("sku").map_or("", |at| row.cell(at)).to_owned();
    let (own, counts) = if sku.is_empty() {
        (of_asin.clone(), true)
    } else {
        let sessions = intake.position("sessions").map_or("", |at| row.cell(at)).to_owned();
        (intake.setting.item("", &sku), seen.insert((asin, sessions)))
    };
    let shared =
        crate::facts::Item { sku: if sku.is_empty() { of_asin.sku.clone() } else { None }, ..of_asin };
    let (own, shared) = (intake.item(own), intake.item(shared));
    for (source, value) in sources.iter().zip(values) {
        if counts || !source.traffic {
            let item = if source.traffic { shared } else { own };
            let (feed, market) = (source.feed, frame.market);
            intake.add(Figure { feed, market, item, tag: 0, span: frame.period, value });
        }
    }
    Ok(())
}

fn read_cell(intake: &mut Intake<'_>, source: Source, currency: Currency, row: &Row) -> Result<i64, Refused> {
    let cell = row.cell(source.at);
    let (value, expected) = match source.shape {
        Shape::Money => (money(cell, currency), "money"),
        _ => (decimal(cell, 0), "count"),
    };
    value.ok_or_else(|| intake.refuse_cell(row, source.at, expected))
}

fn checks(intake: &Intake<'_>, rows: &[&Row]) -> Vec<Check> {
    [unit_share(intake, rows), session_share(intake, rows)].into_iter().flatten().collect()
}

/// Units by sessions is the percentage that the report itself gives, in every row.
fn unit_share(intake: &Intake<'_>, rows: &[&Row]) -> Option<Check> {
    let [units, sessions, share] =
        ["units_ordered", "sessions", "unit_session_pct"].map(|key| intake.position(key));
    let (units, sessions, share) = (units?, sessions?, share?);
    let holds = |row: &&&Row| {
        let (units, sessions) = (decimal(row.cell(units), 0)?, decimal(row.cell(sessions), 0)?);
        let given = i128::from(percent(row.cell(share))?);
        let (units, sessions) = (i128::from(units) * 10_000, i128::from(sessions));
        // A hundredth of a percent more or less is rounding; without sessions there is no share.
        Some(sessions == 0 || (given * sessions - units).abs() <= sessions)
    };
    let good = rows.iter().filter(|row| holds(row) == Some(true)).count();
    Some(Check {
        id: "unit_share".into(),
        ok: good == rows.len(),
        expected: rows.len().to_string(),
        found: good.to_string(),
    })
}

/// The rows' shares of all sessions sum to about 100 %; less means that rows are missing.
fn session_share(intake: &Intake<'_>, rows: &[&Row]) -> Option<Check> {
    let share = intake.position("session_pct")?;
    let sum: i64 = rows.iter().filter_map(|row| percent(row.cell(share))).fold(0, i64::saturating_add);
    let ok = rows.is_empty() || (9_700..=10_100).contains(&sum);
    let found = format!("{}.{:02}%", sum / 100, sum % 100);
    Some(Check { id: "session_share".into(), ok, expected: "97%..101%".to_owned(), found })
}
