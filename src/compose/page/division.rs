//! A part of the company by the dimensions that users made: sub-regions, purposes of campaigns, kinds of reasons.

use std::collections::BTreeSet;

use crate::compose::desk::Desk;
use crate::compose::exhibit::{cut_sentence, divided, impact_of};
use crate::compose::style::Style;
use crate::facts::Basis;
use crate::metric::{Unit, variance};
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::{By, Divider, Division, Figure, Part, Question, Reading};
use crate::site::{self, Block, Cell, Column, ColumnKind, Phrase, Row, Section, Table};
use crate::workspace::Dimension;

/// Dimensions over whole marketplaces stand on the page that compares these; reasons for returns stand beside them.
const ELSEWHERE: [&str; 3] = ["marketplace", "region", "reason"];
/// How many further figures a table has room for.
const FURTHER: usize = 3;

/// A figure of a part of the company, divided over the days compared and over those a year before.
struct Divided<'a> {
    whole: Figure,
    now: Division<'a>,
    before: Option<Division<'a>>,
}

/// A section for each dimension by which the figures of a part of the company are told apart.
pub(super) fn divisions(desk: &Desk<'_>, scope: &Scope, (lead, month): (&MeasureId, Period)) -> Vec<Block> {
    let made = desk.workspace.dimensions.iter().filter(|made| !ELSEWHERE.contains(&made.of.as_str()));
    let section = |made: &Dimension| {
        let heading = desk.phrase(&made.name);
        let chart = chart(desk, (scope, month), (lead, made)).map(Block::from);
        let table = divided_table(desk, (scope, month), (&figures(lead, made), made))?.into();
        let blocks = chart.into_iter().chain([table]).collect();
        Some(Section { heading, blocks, ..Section::default() }.into())
    };
    made.filter_map(section).collect()
}

/// The first figure of a part of the company that its data tell apart by a dimension: the one that leads where they do.
pub(super) fn chart(
    desk: &Desk<'_>,
    (scope, month): (&Scope, Period),
    (lead, made): (&MeasureId, &Dimension),
) -> Option<site::Figure> {
    let figures = figures(lead, made);
    figures.into_iter().find_map(|id| divided(desk, (id, scope, month), By::Groups(made)))
}

/// Figures of a part of the company by a dimension that a user made; nothing where the data tell no group of any.
pub(crate) fn divided_table(
    desk: &Desk<'_>,
    (scope, period): (&Scope, Period),
    (figures, made): (&[&MeasureId], &Dimension),
) -> Option<Table> {
    let divided = figures.iter().filter_map(|id| divide(desk, (id, scope, period), made));
    let divided: Vec<Divided<'_>> = divided.filter(|divided| divided.now.is_told()).collect();
    table(desk, &divided, made)
}

/// Whether the data tell a part of the company apart by a dimension.
pub(super) fn is_told(
    desk: &Desk<'_>,
    scope: &Scope,
    ((lead, period), made): ((&MeasureId, Period), &Dimension),
) -> bool {
    let divided = figures(lead, made).into_iter().filter_map(|id| divide(desk, (id, scope, period), made));
    divided.into_iter().any(|divided| divided.now.is_told())
}

/// The figure that leads, then those the dimension names.
fn figures<'a>(lead: &'a MeasureId, made: &'a Dimension) -> Vec<&'a MeasureId> {
    let named = made.applies_to.iter().map(|id| &id.value).filter(|id| *id != lead);
    std::iter::once(lead).chain(named).collect()
}

fn divide<'a>(
    desk: &Desk<'a>,
    (metric, scope, period): (&MeasureId, &Scope, Period),
    made: &'a Dimension,
) -> Option<Divided<'a>> {
    let divider = Divider { workspace: desk.workspace, facts: desk.facts, basis: Basis::Plan };
    let by = By::Groups(made);
    if divider.obstacle(by, metric).is_some() {
        return None;
    }
    let question = Question { metric: metric.clone(), scope: scope.clone(), period };
    let whole = desk.check().figure(&question);
    let over = |days: Span| divider.divide(by, metric, (scope, days));
    let now = over(whole.days?);
    let before = whole.before.filter(|_| whole.previous.known().is_some()).map(over);
    Some(Divided { before: before.filter(Division::is_told), whole, now })
}

/// The first figure that adds up, with the share of each group, and what the others come to.
fn table(desk: &Desk<'_>, divided: &[Divided<'_>], made: &Dimension) -> Option<Table> {
    let first = divided.iter().position(|one| adds(desk, one)).unwrap_or(0);
    let lead = divided.get(first)?;
    let others = divided.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, one)| one);
    let parts = shown_parts(lead);
    let mut names: Vec<Cell> = parts.iter().map(|part| Cell::new(name(desk, made, part))).collect();
    names.push(Cell::new(desk.say("division-whole")));
    let mut columns = vec![(Column::new(desk.say("head-item"), ColumnKind::Text), names)];
    columns.extend(lead_columns(desk, lead, &parts)?);
    columns.extend(others.take(FURTHER).map(|one| {
        let style = style_of(desk, one);
        let values = values(&one.now, &parts, one.whole.actual.known());
        (number(desk.metric(&one.whole.question.metric), style.unit()), worded(&style, &values))
    }));
    let words = [
        ("metric", desk.metric(&lead.whole.question.metric).text.into()),
        ("period", desk.locale.period(lead.whole.question.period).into()),
    ];
    Some(Table {
        caption: desk.fill("parts-caption", &words).into(),
        rows: rows(&columns, parts.len()),
        columns: columns.into_iter().map(|(head, _)| head).collect(),
        note: cut_sentence(desk, &lead.whole).map(|words| words.as_str().into()),
        ..Table::default()
    })
}

/// A column's head, and its cells: one for each part, and the last for the whole.
type Filled = (Column, Vec<Cell>);

/// The rows of parts, and that of the whole.
fn rows(columns: &[Filled], parts: usize) -> Vec<Row> {
    let cell = |(_, cells): &Filled, at: usize| cells.get(at).cloned().unwrap_or_default();
    let row = |at: usize| Row {
        cells: columns.iter().map(|column| cell(column, at)).collect(),
        total: at == parts,
        ..Row::default()
    };
    (0..=parts).map(row).collect()
}

/// The figure that leads, its shares, and the year before where that is told apart too.
fn lead_columns(desk: &Desk<'_>, lead: &Divided<'_>, parts: &[Part]) -> Option<Vec<Filled>> {
    let whole = lead.whole.actual.known()?;
    let style = desk.style(&lead.whole.question.metric, whole);
    let say = |key: &str| Phrase::from(desk.say(key));
    let actual = values(&lead.now, parts, Some(whole));
    let shown =
        |values: &[Option<Ratio>]| if adds(desk, lead) { summed(&style, values) } else { values.to_vec() };
    let mut columns = vec![(number(say("head-actual"), style.unit()), worded(&style, &shown(&actual)))];
    if adds(desk, lead) {
        let percent = Style::new(desk.locale, (Unit::Percent, desk.currency()), &Ratio::one());
        let share = |part: &Option<Ratio>| part.as_ref().and_then(|part| part.checked_div(whole));
        let shares: Vec<Option<Ratio>> = actual.iter().map(share).collect();
        columns
            .push((number(say("head-share"), percent.unit()), worded(&percent, &summed(&percent, &shares))));
    }
    if let Some(before) = &lead.before {
        let previous = values(before, parts, lead.whole.previous.known());
        columns.push((number(say("head-previous"), style.unit()), worded(&style, &shown(&previous))));
        let metric = &lead.whole.question.metric;
        let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
        let gap = |(now, then): (&Option<Ratio>, &Option<Ratio>)| {
            let gap = variance(now.as_ref(), then.as_ref(), desk.check().unit(metric), better);
            let words = gap.abs.as_ref().map_or_else(|| "–".to_owned(), |_| style.relative(&gap));
            Cell { impact: impact_of(&gap), ..Cell::new(words) }
        };
        let gaps = actual.iter().zip(&previous).map(gap).collect();
        columns.push((number(say("head-relative-previous"), String::new()), gaps));
    }
    Some(columns)
}

fn number(head: Phrase, unit: String) -> Column {
    Column { unit: unit.into(), ..Column::new(head, ColumnKind::Number) }
}

/// The values of the parts, and that of the whole.
fn values(division: &Division<'_>, parts: &[Part], whole: Option<&Ratio>) -> Vec<Option<Ratio>> {
    let read = |part: &Part| division.read(part).known().cloned();
    parts.iter().map(read).chain([whole.cloned()]).collect()
}

/// The same values, rounded so that the parts as shown sum to the whole as shown.
fn summed(style: &Style<'_>, values: &[Option<Ratio>]) -> Vec<Option<Ratio>> {
    let known: Option<Vec<Ratio>> = values.iter().cloned().collect();
    let Some((whole, parts)) = known.as_deref().and_then(<[Ratio]>::split_last) else {
        return values.to_vec();
    };
    style.sum_of(whole, parts).into_iter().chain([whole.clone()]).map(Some).collect()
}

/// Whether the parts sum to the whole.
fn adds(desk: &Desk<'_>, divided: &Divided<'_>) -> bool {
    desk.workspace.catalogue.adds_over_parts(&divided.whole.question.metric)
}

/// The parts that have something to show, now or a year before.
fn shown_parts(divided: &Divided<'_>) -> Vec<Part> {
    let divisions = || std::iter::once(&divided.now).chain(&divided.before);
    let all: BTreeSet<Part> = divisions().flat_map(Division::parts).collect();
    let nought = Reading::Known(Ratio::zero());
    let shown = |part: &Part| divisions().any(|division| division.read(part) != nought);
    all.into_iter().filter(shown).collect()
}

fn name(desk: &Desk<'_>, made: &Dimension, part: &Part) -> Phrase {
    match part {
        Part::Group(at) => made.groups.get(*at).map(|group| desk.phrase(&group.name)).unwrap_or_default(),
        Part::Value(value) => value.as_str().into(),
        Part::Rest => desk.say("not-classified").into(),
    }
}

fn style_of<'a>(desk: &Desk<'a>, divided: &Divided<'_>) -> Style<'a> {
    desk.style(&divided.whole.question.metric, divided.whole.actual.known().unwrap_or(&Ratio::zero()))
}

fn worded(style: &Style<'_>, values: &[Option<Ratio>]) -> Vec<Cell> {
    let word =
        |value: &Option<Ratio>| value.as_ref().map_or_else(|| "–".to_owned(), |value| style.value(value));
    values.iter().map(|value| Cell::new(word(value))).collect()
}
