//! A part of the company by the dimensions that users made: sub-regions, purposes of campaigns, kinds of reasons.

use std::collections::BTreeSet;

use crate::compose::desk::Desk;
use crate::compose::exhibit::{cut_sentence, impact_of};
use crate::compose::style::Style;
use crate::metric::variance;
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::{By, Divider, Division, Figure, Part, Question, Reading};
use crate::site::{Block, Cell, Column, ColumnKind, Phrase, Row, Section, Table};
use crate::workspace::Dimension;

/// Dimensions over whole marketplaces stand on the page that compares these.
const ELSEWHERE: [&str; 2] = ["marketplace", "region"];
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
        let blocks = vec![divided_table(desk, (scope, month), (&figures(lead, made), made))?.into()];
        Some(Section { heading, blocks, ..Section::default() }.into())
    };
    made.filter_map(section).collect()
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
    let divider = Divider { workspace: desk.workspace, facts: desk.facts };
    let by = By::Groups(made);
    if divider.obstacle(by, metric).is_some() {
        return None;
    }
    let question = Question { metric: metric.clone(), scope: scope.clone(), period };
    let whole = desk.check().figure(&question);
    let over = |days: Span| divider.divide(by, metric, (scope, days));
    let (now, before) = (over(whole.days?), whole.days_before().map(over));
    Some(Divided { before: before.filter(Division::is_told), whole, now })
}

/// The first figure that adds up, with the share of each group, and what the others come to.
fn table(desk: &Desk<'_>, divided: &[Divided<'_>], made: &Dimension) -> Option<Table> {
    let first = divided.iter().position(|one| adds(desk, one)).unwrap_or(0);
    let lead = divided.get(first)?;
    let style = desk.style(&lead.whole.question.metric, lead.whole.actual.known()?);
    let others = divided.iter().enumerate().filter(|(at, _)| *at != first).map(|(_, one)| one);
    let others: Vec<(&Divided<'_>, Style<'_>)> =
        others.take(FURTHER).map(|one| (one, style_of(desk, one))).collect();
    let row = |part: Option<&Part>| {
        let mut cells = lead_cells(desk, (lead, &style), (part, made));
        cells.extend(others.iter().map(|(one, style)| worded(style, value(one, part).as_ref())));
        Row { cells, total: part.is_none(), ..Row::default() }
    };
    let rows = shown_parts(lead).iter().map(Some).chain([None]).map(row).collect();
    let names = [
        ("metric", desk.metric(&lead.whole.question.metric).text.into()),
        ("period", desk.locale.period(lead.whole.question.period).into()),
    ];
    Some(Table {
        caption: desk.fill("parts-caption", &names).into(),
        columns: columns(desk, (lead, &style), &others),
        rows,
        note: cut_sentence(desk, &lead.whole).map(|words| words.as_str().into()),
        ..Table::default()
    })
}

/// Whether the parts sum to the whole.
fn adds(desk: &Desk<'_>, divided: &Divided<'_>) -> bool {
    !desk.workspace.catalogue.is_ratio(&divided.whole.question.metric)
}

/// The parts that have something to show, now or a year before.
fn shown_parts(divided: &Divided<'_>) -> Vec<Part> {
    let divisions = || std::iter::once(&divided.now).chain(&divided.before);
    let all: BTreeSet<Part> = divisions().flat_map(Division::parts).collect();
    let nought = Reading::Known(Ratio::zero());
    let shown = |part: &Part| divisions().any(|division| division.read(part) != nought);
    all.into_iter().filter(shown).collect()
}

fn columns(
    desk: &Desk<'_>,
    (lead, style): (&Divided<'_>, &Style<'_>),
    others: &[(&Divided<'_>, Style<'_>)],
) -> Vec<Column> {
    let number =
        |head: Phrase, unit: String| Column { unit: unit.into(), ..Column::new(head, ColumnKind::Number) };
    let say = |key: &str| Phrase::from(desk.say(key));
    let mut columns =
        vec![Column::new(desk.say("head-item"), ColumnKind::Text), number(say("head-actual"), style.unit())];
    if adds(desk, lead) {
        columns.push(number(say("head-share"), "%".to_owned()));
    }
    if lead.before.is_some() {
        columns.push(number(say("head-previous"), style.unit()));
        columns.push(number(say("head-relative-previous"), String::new()));
    }
    columns.extend(
        others.iter().map(|(one, style)| number(desk.metric(&one.whole.question.metric), style.unit())),
    );
    columns
}

/// The name of a part, or of the whole; its figure, its share, the year before.
fn lead_cells(
    desk: &Desk<'_>,
    (lead, style): (&Divided<'_>, &Style<'_>),
    (part, made): (Option<&Part>, &Dimension),
) -> Vec<Cell> {
    let actual = value(lead, part);
    let mut cells = vec![Cell::new(name(desk, made, part)), worded(style, actual.as_ref())];
    if adds(desk, lead) {
        let share = actual.as_ref().zip(lead.whole.actual.known());
        let share = share.and_then(|(part, whole)| part.checked_div(whole));
        let words = |share: Ratio| Cell::new(desk.locale.decimal(&(&share * &Ratio::from_int(100)), 1));
        cells.push(share.map_or_else(dash, words));
    }
    if let Some(before) = &lead.before {
        let previous = match part {
            Some(part) => before.read(part).known().cloned(),
            None => lead.whole.previous.known().cloned(),
        };
        let metric = &lead.whole.question.metric;
        let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
        let gap = variance(actual.as_ref(), previous.as_ref(), desk.check().unit(metric), better);
        cells.push(worded(style, previous.as_ref()));
        let words = gap.abs.as_ref().map_or_else(|| "–".to_owned(), |_| style.relative(&gap));
        cells.push(Cell { impact: impact_of(&gap), ..Cell::new(words) });
    }
    cells
}

fn name(desk: &Desk<'_>, made: &Dimension, part: Option<&Part>) -> Phrase {
    match part {
        None => desk.say("division-whole").into(),
        Some(Part::Group(at)) => {
            made.groups.get(*at).map(|group| desk.phrase(&group.name)).unwrap_or_default()
        }
        Some(Part::Value(value)) => value.as_str().into(),
        Some(Part::Rest) => desk.say("not-classified").into(),
    }
}

fn value(divided: &Divided<'_>, part: Option<&Part>) -> Option<Ratio> {
    match part {
        Some(part) => divided.now.read(part).known().cloned(),
        None => divided.whole.actual.known().cloned(),
    }
}

fn style_of<'a>(desk: &Desk<'a>, divided: &Divided<'_>) -> Style<'a> {
    desk.style(&divided.whole.question.metric, divided.whole.actual.known().unwrap_or(&Ratio::zero()))
}

fn worded(style: &Style<'_>, value: Option<&Ratio>) -> Cell {
    value.map_or_else(dash, |value| Cell::new(style.value(value)))
}

fn dash() -> Cell {
    Cell::new("–")
}
