//! The tables of an archive: what was measured, what the pages say, and what was decided, as CSV files.

mod decisions;
mod figures;
mod findings;
mod forecasts;
mod measures;
mod rates;

use crate::quantity::Period;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::tables::{Refusal, Sources, compute};

pub(super) use findings::findings;

/// A table of an archive.
#[derive(Debug)]
pub(super) struct Resource {
    /// The name of its file, without its ending.
    pub(super) name: &'static str,
    /// What its rows are.
    pub(super) about: &'static str,
    /// The rows.
    pub(super) table: Table,
}

/// All tables but that of the findings, which is known last of all.
///
/// # Errors
/// Never for a workspace whose site can be built: every table asks for what is there.
pub(super) fn all(sources: Sources<'_>, period: Period) -> Result<Vec<Resource>, Refusal> {
    let resource = |name, about, table| Resource { name, about, table };
    Ok(vec![
        resource(
            "measures",
            "Measured amounts by month, marketplace and product, in the marketplace's currency and at the rate of \
             the plan; products are those of the catalogue, (unmapped) and (marketplace). Flows add over months; \
             of stock, each month has what was there at its end.",
            measures::measures(sources, period),
        ),
        resource(
            "figures",
            "What the pages say, exact: actual, plan and previous year of every figure by period and part of the \
             company. Money is in the reporting currency, percentages are shares of 1.",
            figures::figures(sources, period),
        ),
        resource("plan", "The plan in force by month, marketplace and product.", plan(sources, period)?),
        resource(
            "loop",
            "Every gap of the period's reviews with its causes, acts and what became of it.",
            named(sources, "loop", period)?,
        ),
        resource(
            "decisions",
            "The acts of the period's reviews: who does what by when, and whether it worked.",
            decisions::decisions(sources, period),
        ),
        resource(
            "rates",
            "Rates between currencies that held in the period: units of the second currency for one of the first.",
            rates::rates(sources, period),
        ),
        resource(
            "forecasts",
            "Forecasts that were issued in the period or speak of it, with the last day that each was made from.",
            forecasts::forecasts(sources, period),
        ),
        resource(
            "scores",
            "How good forecasts were, to the day of the archive.",
            named(sources, "scores", period)?,
        ),
        resource("calls", "Calls with their probabilities and outcomes.", named(sources, "calls", period)?),
    ])
}

/// What later became of the figures of the archives before.
///
/// # Errors
/// As [`all`].
pub(super) fn restated(sources: Sources<'_>, period: Period) -> Result<Resource, Refusal> {
    let about = "Figures of earlier archives that are not what they were, with what changed them.";
    Ok(Resource { name: "restated", about, table: named(sources, "restated", period)? })
}

/// A table of `opsreport table` over the days of the period.
fn named(sources: Sources<'_>, name: &str, period: Period) -> Result<Table, Refusal> {
    let request = TableRequest { name: name.to_owned(), ..TableRequest::default() };
    let (from, to) = (Some(period.span().from), Some(period.span().to));
    match name {
        "loop" => compute(sources, &TableRequest { from, to, ..request }),
        _ => compute(sources, &request),
    }
}

fn plan(sources: Sources<'_>, period: Period) -> Result<Table, Refusal> {
    if sources.workspace.goals.is_empty() {
        return Ok(table(&[("month", Kind::Text)], Vec::new()));
    }
    let by = ["month", "marketplace", "product"].map(str::to_owned).to_vec();
    let (from, to) = (Some(period.span().from), Some(period.span().to));
    compute(sources, &TableRequest { name: "plan".to_owned(), by, from, to, ..TableRequest::default() })
}

fn table(columns: &[(&str, Kind)], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows }
}

fn text(text: impl ToString) -> Cell {
    Cell::Text(text.to_string())
}

/// A text, or none.
fn maybe(words: Option<impl ToString>) -> Cell {
    words.map_or(Cell::Missing, |words| text(words))
}
