//! The table behind a chart of figures: what is drawn, in numbers.

use crate::chart::DataTable;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Variance;
use crate::quantity::Ratio;
use crate::review::Figure;

/// What a column shows of a figure; nothing where there is nothing to show.
type Show = fn(&Style<'_>, &Figure) -> Option<String>;

const COLUMNS: &[(&str, Show)] = &[
    ("actual", |style, figure| value(style, figure.actual.known())),
    ("plan", |style, figure| value(style, planned(figure))),
    ("variance-plan", |style, figure| delta(style, &figure.vs_plan)),
    ("relative", |style, figure| figure.vs_plan.abs.as_ref().map(|_| style.relative(&figure.vs_plan))),
    ("previous", |style, figure| value(style, figure.previous.known())),
    ("variance-previous", |style, figure| delta(style, &figure.vs_previous)),
];

/// The figures by name, under a head for the names; a column that no row has is left out.
pub(super) fn figures_table(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (head, rows): (&str, &[(String, &Figure)]),
) -> DataTable {
    let used = |(_, show): &&(&str, Show)| rows.iter().any(|(_, figure)| show(style, figure).is_some());
    let columns: Vec<&(&str, Show)> = COLUMNS.iter().filter(used).collect();
    let heads = std::iter::once(head).chain(columns.iter().map(|(key, _)| *key));
    let row = |(name, figure): &(String, &Figure)| {
        let cells = columns.iter().map(|(_, show)| show(style, figure).unwrap_or_else(|| "–".to_owned()));
        std::iter::once(name.clone()).chain(cells).collect()
    };
    DataTable {
        columns: heads.map(|key| desk.say(&format!("head-{key}"))).collect(),
        rows: rows.iter().map(row).collect(),
    }
}

/// The plan of the days that are compared; of the whole period where it has not begun.
fn planned(figure: &Figure) -> Option<&Ratio> {
    if figure.days.is_some() { figure.plan.as_ref() } else { figure.plan_whole.as_ref() }
}

fn value(style: &Style<'_>, value: Option<&Ratio>) -> Option<String> {
    value.map(|value| style.value(value))
}

fn delta(style: &Style<'_>, variance: &Variance) -> Option<String> {
    variance.abs.as_ref().map(|abs| style.delta(abs))
}
