//! Figures as they were reported and as they are known now, with what changed them.

use super::restated;
use crate::compose::desk::Desk;
use crate::compose::exhibit::impact_of;
use crate::compose::focus;
use crate::compose::page::parts::{Head, row, table};
use crate::compose::style::Style;
use crate::metric::{Unit, Variance};
use crate::quantity::{Currency, Ratio, Scope};
use crate::review::{Cause, Restatement};
use crate::site::{Cell, ColumnKind, Row, Table};
use crate::workspace::Archived;

const HEADS: [Head; 5] = [
    ("head-figure", ColumnKind::Text),
    ("archive-then", ColumnKind::Number),
    ("archive-now", ColumnKind::Number),
    ("archive-difference", ColumnKind::Number),
    ("archive-cause", ColumnKind::Text),
];

/// The figures of the company and of its marketplaces that changed, those that matter first; and those of the company
/// that lead, changed or not.
pub(super) fn figures(desk: &Desk<'_>, archive: &Archived) -> Table {
    let year = desk.year_of(archive.period);
    let leading = focus::figures(desk, year);
    let restated = restated(desk, archive);
    let own = archive.figures.iter().filter(|figure| {
        figure.period == archive.period && figure.scope.product.is_none() && figure.actual.is_some()
    });
    let mut found: Vec<Restatement> = own.map(|figure| restated.one(figure)).collect();
    found.retain(|one| {
        let leads = one.question.scope == Scope::company() && leading.contains(&one.question.metric);
        leads || !one.is_same()
    });
    found.sort_by_key(|one| {
        (!is_material(desk, one), one.is_same(), one.question.scope.marketplace.is_some())
    });
    let rows = found.iter().map(|one| figure_row(desk, one)).collect();
    Table {
        note: Some(desk.say("archive-then-note").into()),
        ..table(desk, "archive-then-and-now", &HEADS, rows)
    }
}

fn variance(desk: &Desk<'_>, one: &Restatement) -> Option<Variance> {
    let (then, now) = (one.then.as_ref()?, one.now.as_ref()?);
    one.difference()?;
    Some(desk.check().compared(&one.question.metric, (now, then)))
}

/// Whether a gap of this size would matter in a review.
pub(super) fn is_material(desk: &Desk<'_>, one: &Restatement) -> bool {
    let tolerance = desk.workspace.materiality.of(&one.question.metric, &desk.workspace.catalogue);
    variance(desk, one).is_some_and(|variance| tolerance.is_reached(&variance))
}

fn figure_row(desk: &Desk<'_>, one: &Restatement) -> Row {
    let style = style(desk, one);
    let difference = one.difference().filter(|difference| !difference.is_zero());
    let impact = variance(desk, one).map(|variance| impact_of(&variance)).unwrap_or_default();
    let scope = (one.question.scope != Scope::company()).then(|| desk.scope(&one.question.scope));
    let provisional = one.provisional.then(|| desk.say("archive-was-provisional").into());
    row(vec![
        Cell { sub: scope, ..Cell::new(desk.metric(&one.question.metric)) },
        Cell { sub: provisional, ..Cell::new(then(desk, one)) },
        Cell::new(now(desk, one)),
        Cell {
            impact,
            ..Cell::new(
                difference.map_or_else(|| "–".to_owned(), |difference| style.delta_worded(&difference)),
            )
        },
        Cell::new(causes(desk, one).unwrap_or_else(|| "–".to_owned())),
    ])
}

/// What was reported, in its own currency.
pub(super) fn then(desk: &Desk<'_>, one: &Restatement) -> String {
    let currency = one.currencies.map_or(desk.currency(), |(then, _)| then);
    worded(&in_currency(desk, one, currency), one.then.as_ref())
}

/// What is known now.
pub(super) fn now(desk: &Desk<'_>, one: &Restatement) -> String {
    worded(&style(desk, one), one.now.as_ref())
}

fn worded(style: &Style<'_>, value: Option<&Ratio>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| style.worded(value))
}

/// "退貨晚到 −408", the parts rounded so that they sum to the difference as it is shown; one cause alone is not
/// counted again.
pub(super) fn causes(desk: &Desk<'_>, one: &Restatement) -> Option<String> {
    if let Some((then, now)) = one.currencies {
        let args = [("then", then.to_string().into()), ("now", now.to_string().into())];
        return Some(desk.fill("archive-by-other-currency", &args));
    }
    let name = |cause: Cause| desk.say(&format!("archive-by-{}", cause.word()));
    if let [(cause, _)] = one.parts.as_slice() {
        return Some(name(*cause));
    }
    let style = style(desk, one);
    let values: Vec<Ratio> = one.parts.iter().map(|(_, part)| part.clone()).collect();
    let shown = style.sum_of(&one.difference()?, &values);
    let words = one.parts.iter().zip(&shown).filter(|(_, part)| !part.is_zero());
    let words: Vec<String> =
        words.map(|((cause, _), part)| format!("{} {}", name(*cause), style.delta(part))).collect();
    (!words.is_empty()).then(|| words.join(&desk.say("list-comma")))
}

/// Amounts to the unit: a restatement is often less than a tenth of a thousand.
fn style<'a>(desk: &Desk<'a>, one: &Restatement) -> Style<'a> {
    in_currency(desk, one, desk.currency())
}

fn in_currency<'a>(desk: &Desk<'a>, one: &Restatement, currency: Currency) -> Style<'a> {
    let unit = desk.check().unit(&one.question.metric);
    let largest = one.now.clone().or_else(|| one.then.clone()).unwrap_or_default();
    let style = match unit {
        Unit::Money => return Style::exact(desk.locale, (unit, currency)).whole(),
        _ => Style::new(desk.locale, (unit, currency), &largest),
    };
    match (&one.then, &one.now) {
        (Some(then), Some(now)) => style.apart(then, now),
        _ => style,
    }
}

/// "貢獻利益 −121 美元：退貨晚到".
pub(super) fn told(desk: &Desk<'_>, one: &Restatement) -> String {
    let args = [
        ("figure", desk.metric(&one.question.metric).text.into()),
        (
            "difference",
            one.difference().map(|value| style(desk, one).delta_worded(&value)).unwrap_or_default().into(),
        ),
        ("causes", causes(desk, one).unwrap_or_default().into()),
    ];
    desk.fill("archive-told", &args)
}
