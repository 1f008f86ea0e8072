//! The versions of a year's plan: what each plans, why it was made, where the year lands against it.

use super::part::told;
use crate::compose::desk::Desk;
use crate::compose::plan_name::plan_name;
use crate::metric::Unit;
use crate::plan::{Course, courses};
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::review::{Check, Question};
use crate::site::{Block, Cell, Column, ColumnKind, Empty, Phrase, Row, Table};

/// The section of the versions and what changed from one to the next; how to freeze when nothing was frozen.
pub(crate) fn versions(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Block {
    let plans = (desk.plan(), desk.analysis.versions.as_slice());
    let mut courses = courses(plans, &desk.workspace.catalogue, (lead, year));
    // The plan in force says nothing beside a version that it still equals.
    let frozen = courses.iter().any(|course| course.version.is_some());
    courses.retain(|course| course.version.is_some() || !frozen || desk.analysis.is_changed(year));
    let name = plan_name(desk, year).unwrap_or_default();
    let lede = desk.fill("versions-lede", &[("plan", name.text.into())]);
    let blocks: Vec<Block> = match frozen {
        true => {
            let months = months(desk, lead, &courses).map(Block::from);
            std::iter::once(table(desk, lead, year, &courses).into()).chain(months).collect()
        }
        false => vec![empty(desk, year).into()],
    };
    told(desk, "versions", (lede.as_str(), blocks))
}

/// A row per version, and one for the plan as it is today.
fn table(desk: &Desk<'_>, lead: &MeasureId, year: i16, courses: &[Course<'_>]) -> Table {
    let unit = whole_unit(desk, lead);
    let number =
        |head: Phrase, unit: &str| Column { unit: unit.into(), ..Column::new(head, ColumnKind::Number) };
    let text = |key: &str| Column::new(desk.say(key), ColumnKind::Text);
    let others: Vec<&MeasureId> = amounts(desk, year).filter(|id| *id != lead).collect();
    let mut columns = vec![
        Column::new(desk.say("versions-version"), ColumnKind::Name),
        Column::new(desk.say("versions-frozen"), ColumnKind::Date),
        text("versions-by"),
        text("versions-reason"),
        number(desk.metric(lead), &unit),
    ];
    columns.extend(others.iter().map(|id| number(desk.metric(id), &whole_unit(desk, id))));
    columns.push(number(desk.say("versions-attained").into(), ""));
    columns.push(number(desk.say("versions-landing").into(), &unit));
    Table {
        caption: desk.say("versions-caption").into(),
        caption_hidden: true,
        columns,
        rows: courses.iter().map(|course| row(desk, (lead, &others), year, course)).collect(),
        note: Some(desk.say("versions-note").as_str().into()),
    }
}

/// The unit of whole amounts: the currency of money, nothing of what is counted.
pub(super) fn whole_unit(desk: &Desk<'_>, metric: &MeasureId) -> String {
    let money = desk.check().unit(metric) == Unit::Money;
    if money { desk.locale.money_unit(desk.currency(), 0) } else { String::new() }
}

fn amounts<'a>(desk: &Desk<'a>, year: i16) -> impl Iterator<Item = &'a MeasureId> {
    desk.plan().amounts().filter(move |(_, own)| *own == year).map(|(id, _)| id)
}

fn row(desk: &Desk<'_>, (lead, others): (&MeasureId, &[&MeasureId]), year: i16, course: &Course<'_>) -> Row {
    let plan = course.version.map_or(desk.plan(), |version| &version.plan);
    let whole = |value: &Ratio| desk.locale.decimal(value, 0);
    let dash = || "–".to_owned();
    let total = |id: &&MeasureId| {
        let span = desk.fiscal().year(year).span();
        let value = plan.value(&desk.workspace.catalogue, id, (&Scope::company(), span));
        Cell::new(value.map_or_else(dash, |value| whole(&value)))
    };
    let question =
        Question { metric: lead.clone(), scope: Scope::company(), period: desk.fiscal().year(year) };
    let pace = Check { plan, ..desk.check() }.pace(&question);
    let attained = pace.as_ref().and_then(|pace| pace.attainment.as_ref());
    let landing = pace.as_ref().and_then(|pace| pace.landing.as_ref());
    let reason = course.version.and_then(|version| version.reason.as_ref());
    let reason = reason.map_or_else(|| standing(desk, course), |reason| desk.phrase(reason));
    let mut cells = vec![
        Cell::new(name(desk, course)),
        Cell::new(course.version.map_or_else(dash, |version| version.frozen.to_string())),
        Cell::new(course.version.map_or_else(|| dash().into(), |version| desk.person(&version.by))),
        Cell::new(reason),
        Cell::new(whole(&course.total)),
    ];
    cells.extend(others.iter().map(total));
    cells.push(Cell::new(attained.map_or_else(dash, |share| desk.locale.percent(share, 1))));
    cells.push(Cell::new(landing.map_or_else(dash, whole)));
    Row { cells, ..Row::default() }
}

/// Why there is a row without a reason: the plan in force stands beside its versions once it differs from them.
fn standing(desk: &Desk<'_>, course: &Course<'_>) -> Phrase {
    if course.version.is_some() { "–".into() } else { desk.say("versions-changed").into() }
}

fn name(desk: &Desk<'_>, course: &Course<'_>) -> Phrase {
    course.version.map_or_else(|| desk.say("versions-in-force").into(), |version| version.id.as_str().into())
}

/// Months × versions, to the minor unit, with the difference to the version before; nothing when none moved an amount.
fn months(desk: &Desk<'_>, lead: &MeasureId, courses: &[Course<'_>]) -> Option<Table> {
    let money = desk.check().unit(lead) == Unit::Money;
    let digits = if money { desk.currency().digits() } else { 0 };
    let unit = whole_unit(desk, lead);
    let exact = |value: &Ratio| desk.locale.decimal(value, digits);
    let column = |course: &Course<'_>| Column {
        unit: unit.as_str().into(),
        ..Column::new(name(desk, course), ColumnKind::Number)
    };
    let cell = |course: &Course<'_>, at: usize| {
        let Some(month) = course.months.get(at) else { return Cell::new("–") };
        let change = month.change.as_ref().filter(|change| !change.is_zero());
        let sub = change.map(|change| desk.locale.signed(change, digits).into());
        Cell { sub, ..Cell::new(exact(&month.amount)) }
    };
    let periods = courses.first().map_or(&[][..], |course| &course.months);
    let row = |(at, month): (usize, &crate::plan::PlannedMonth)| {
        let head = Cell::new(desk.locale.period_label(month.month));
        let cells = std::iter::once(head).chain(courses.iter().map(|course| cell(course, at)));
        Row { cells: cells.collect(), ..Row::default() }
    };
    let moved = |at: usize| {
        let mut all = courses.iter().filter_map(|course| course.months.get(at)?.change.as_ref());
        all.any(|change| !change.is_zero())
    };
    let mut rows: Vec<Row> = periods.iter().enumerate().filter(|(at, _)| moved(*at)).map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let total = std::iter::once(Cell::new(desk.say("planned-total")));
    let total = total.chain(courses.iter().map(|course| Cell::new(exact(&course.total)))).collect();
    rows.push(Row { cells: total, total: true, ..Row::default() });
    let heads = std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text));
    Some(Table {
        caption: desk.fill("versions-months", &[("metric", desk.metric(lead).text.into())]).into(),
        columns: heads.chain(courses.iter().map(column)).collect(),
        rows,
        note: Some(desk.say("versions-months-note").as_str().into()),
        ..Table::default()
    })
}

fn empty(desk: &Desk<'_>, year: i16) -> Empty {
    Empty {
        words: desk.say("versions-empty").as_str().into(),
        file: format!("plans/{year}-v1.yaml"),
        yaml: format!(
            "# opsreport plan freeze --id {year}-v1 --by lin --reason \"…\" --year {year}\nid: {year}-v1\nyear: {year}"
        ),
    }
}
