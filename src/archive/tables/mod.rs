//! The tables of an archive: what was measured, what the pages say, and what was decided, as CSV files.

mod decisions;
mod figures;
mod findings;
mod forecasts;
mod measures;
mod rates;

use crate::quantity::Period;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::tables::{Sources, compute};

pub(super) use findings::{findings, is_held};

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
pub(super) fn all(sources: Sources<'_>, period: Period) -> Vec<Resource> {
    let own = [
        (
            "measures",
            "Measured amounts by month, marketplace and product, in the marketplace's currency and at the rate of \
             the plan; products are those of the catalogue, (unmapped) and (marketplace). Flows add over months; \
             of stock, each month has what was there at its end. An amount of nought has no row.",
            measures::measures(sources, period),
        ),
        (
            "figures",
            "What the pages say, exact: actual, plan and previous year of every figure by period and part of the \
             company. Money is in the reporting currency, percentages are shares of 1.",
            figures::figures(sources, period),
        ),
        (
            "decisions",
            "The acts of the period's reviews: who does what by when, and whether it worked.",
            decisions::decisions(sources, period),
        ),
        (
            "rates",
            "Rates between currencies that held in the period: units of the second currency for one of the first.",
            rates::rates(sources, period),
        ),
        (
            "forecasts",
            "Forecasts that were issued in the period or speak of it, with the last day that each was made from.",
            forecasts::forecasts(sources, period),
        ),
    ];
    let own = own.map(|(name, about, table)| Resource { name, about, table });
    own.into_iter().chain(COMPUTED.iter().filter_map(|asked| computed(sources, period, asked))).collect()
}

/// What later became of the figures of the archives before.
pub(super) fn restated(sources: Sources<'_>, period: Period) -> Option<Resource> {
    let about = "Figures of earlier archives that are not what they were, with what changed them.";
    computed(sources, period, &("restated", about, &[], false))
}

/// A table of `opsreport table`: its name, what its rows are, what it is by, whether it is of the period's days.
type Computed = (&'static str, &'static str, &'static [&'static str], bool);

const COMPUTED: [Computed; 4] = [
    (
        "plan",
        "The plan in force by month, marketplace and product.",
        &["month", "marketplace", "product"],
        true,
    ),
    ("loop", "Every gap of the period's reviews with its causes, acts and what became of it.", &[], true),
    ("scores", "How good forecasts were, to the day of the archive.", &[], false),
    ("calls", "Calls with their probabilities and outcomes, to the day of the archive.", &[], false),
];

/// Nothing where the workspace has nothing to compute it from: a company without goals has no plan.
fn computed(sources: Sources<'_>, period: Period, asked: &Computed) -> Option<Resource> {
    let (name, about, by, of_days) = *asked;
    let days = |day| Some(day).filter(|_| of_days);
    let request = TableRequest {
        name: name.to_owned(),
        by: by.iter().map(|by| (*by).to_owned()).collect(),
        from: days(period.span().from),
        to: days(period.span().to),
        ..TableRequest::default()
    };
    let table = compute(sources, &request).ok()?;
    Some(Resource { name, about, table })
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
