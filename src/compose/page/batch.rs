//! A batch: from production to cash, how long did it take and what slipped?

mod targets;

use super::parts::{Head, below, fact, list, prose_facts, row, section, table, told, unbroken};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{cash_curve, stages};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::style::Style;
use crate::compose::written;
use crate::metric::Unit;
use crate::plan::cash::BatchCash;
use crate::quantity::{Money, Ratio, Text};
use crate::review::{BatchCourse, StageSlip};
use crate::site::{Block, Cell, ColumnKind, Fact, Row, Status, Table};
use crate::workspace::{Batch, BatchRetrospective, BatchStage, Kpi};

/// One page per batch.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.batches.iter().map(|batch| sheet(desk, batch)).collect()
}

fn sheet(desk: &Desk<'_>, batch: &Batch) -> Sheet {
    let (course, cash) = (BatchCourse::of(batch), BatchCash::of(batch));
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(course) = &course {
        blocks.push(slips(desk, course));
        blocks.push(stages(desk, batch, course).into());
    }
    blocks.extend(targets::taken_over(desk, batch));
    if let Some(cash) = &cash {
        blocks.push(section(desk, "batch-cash", vec![cash_curve(desk, batch, cash).into()]));
    }
    blocks.extend(money(desk, batch));
    blocks.extend(kpis(desk, batch));
    blocks.extend(batch.retrospective.as_ref().and_then(|it| learned(desk, (batch, it), course.as_ref())));
    Sheet {
        route: Route::Batch(batch.id.clone()),
        title: desk.phrase(&batch.name),
        eyebrow: eyebrow(desk, batch),
        headline: headline(desk, batch, course.as_ref()).into(),
        lede: cash.map(|cash| cash_words(desk, &cash).into()),
        blocks,
    }
}

fn eyebrow(desk: &Desk<'_>, batch: &Batch) -> Vec<crate::site::Phrase> {
    let sku = batch.sku.as_ref().map(|sku| sku.value.as_str().into());
    let place = batch.marketplace.as_ref().map(|id| desk.marketplace(&id.value));
    let units = desk.fill("batch-units", &[("count", desk.locale.integer(batch.units.into()).into())]);
    let owner = batch.owner.as_ref().map(|id| desk.person(&id.value));
    let parts = [Some(desk.product(&batch.product.value)), sku, place, Some(units.into()), owner];
    parts.into_iter().flatten().collect()
}

/// "從下單付訂到現金回本 180 天，比計畫的 161 天多 19 天。"; of a running batch where it stands.
fn headline(desk: &Desk<'_>, batch: &Batch, course: Option<&BatchCourse<'_>>) -> String {
    let name = |stage: &BatchStage| desk.phrase(&stage.name).text;
    let Some(course) = course else {
        return desk.fill("batch-headline-empty", &[("name", desk.phrase(&batch.name).text.into())]);
    };
    let mut args = vec![
        ("start", name(course.start()).into()),
        ("end", name(course.end()).into()),
        ("plan", course.planned_days().to_string().into()),
        ("day", unbroken(&course.end().plan.value.to_string()).into()),
    ];
    if let Some(days) = course.actual_days() {
        let slip = days - course.planned_days();
        args.extend([("days", days.to_string().into()), ("slip", slip.abs().to_string().into())]);
        return desk.fill(&format!("batch-headline-{}", direction(slip)), &args);
    }
    let Some(reached) = course.reached() else { return desk.fill("batch-headline-not-begun", &args) };
    let slip = course.slip().unwrap_or(0);
    args.extend([("reached", name(reached).into()), ("slip", slip.abs().to_string().into())]);
    desk.fill(&format!("batch-headline-running-{}", direction(slip)), &args)
}

fn direction(slip: i32) -> &'static str {
    match slip {
        0 => "on-time",
        1.. => "late",
        _ => "early",
    }
}

fn cash_words(desk: &Desk<'_>, cash: &BatchCash) -> String {
    let style = Style::exact(desk.locale, (Unit::Money, cash.money(&cash.curve.end).currency)).whole();
    let args = [
        ("trough", style.worded(&cash.curve.trough.1).into()),
        ("trough-day", cash.curve.trough.0.to_string().into()),
        ("last", style.worded(&cash.curve.end).into()),
        ("last-day", cash.curve.points.last().map_or_else(String::new, |(day, _)| day.to_string()).into()),
        ("back", cash.curve.break_even.map_or_else(String::new, |day| day.to_string()).into()),
    ];
    desk.fill(if cash.curve.break_even.is_some() { "batch-cash-back" } else { "batch-cash-bound" }, &args)
}

/// What each stage slipped; those of the path sum to the end's.
fn slips(desk: &Desk<'_>, course: &BatchCourse<'_>) -> Block {
    let heads: [Head; 6] = [
        ("head-stage", ColumnKind::Text),
        ("head-owner", ColumnKind::Text),
        ("head-planned-end", ColumnKind::Date),
        ("head-actual-end", ColumnKind::Date),
        ("head-slip", ColumnKind::Number),
        ("head-cause", ColumnKind::Text),
    ];
    let mut rows: Vec<Row> =
        course.stages.iter().filter(|slip| slip.on_path).map(|slip| slip_row(desk, slip)).collect();
    rows.push(total(desk, course));
    let beside = course.stages.iter().filter(|slip| !slip.on_path);
    rows.extend(beside.map(|slip| slip_row(desk, slip)));
    let lede = match course.worst() {
        Some(worst) => desk.fill(
            "batch-slips-lede",
            &[
                ("stage", desk.phrase(&worst.stage.name).text.into()),
                ("days", worst.slip.unwrap_or(0).to_string().into()),
            ],
        ),
        None => desk.say("batch-slips-none"),
    };
    let table =
        Table { note: Some(desk.say("batch-slips-note").into()), ..table(desk, "batch-slips", &heads, rows) };
    told(desk, "batch-slips", (lede, vec![table.into()]))
}

fn slip_row(desk: &Desk<'_>, slip: &StageSlip<'_>) -> Row {
    let stage = slip.stage;
    let after = slip.after.map(|after| desk.phrase(&after.name).text);
    let sub = match (slip.on_path, after) {
        (false, Some(after)) => desk.fill("batch-off-path", &[("after", after.into())]),
        _ => String::new(),
    };
    row(vec![
        below(Cell::new(desk.phrase(&stage.name)), sub),
        Cell::new(stage.owner.as_ref().map_or_else(Default::default, |id| desk.person(&id.value))),
        Cell::new(stage.plan.value.to_string()),
        ended(desk, stage),
        days(desk, slip.slip),
        Cell::new(stage.cause.as_ref().map_or_else(Default::default, |cause| desk.phrase(cause))),
    ])
}

/// When a stage was over; of one that is not, how long ago it should have been.
fn ended(desk: &Desk<'_>, stage: &BatchStage) -> Cell {
    let late = usize::try_from(desk.today - stage.plan.value).unwrap_or(0);
    match &stage.actual {
        Some(day) => Cell::new(day.value.to_string()),
        None if late == 0 => Cell::new(desk.say("batch-not-over")),
        None => Cell {
            status: Some(Status::Late),
            ..Cell::new(desk.fill("batch-overdue-by", &[("days", late.into())]))
        },
    }
}

/// Days more or fewer than planned: more is worse.
fn days(desk: &Desk<'_>, slip: Option<i32>) -> Cell {
    use crate::chart::Impact;
    let Some(slip) = slip else { return Cell::new("–") };
    let impact = match slip {
        0 => Impact::Neutral,
        1.. => Impact::Bad,
        _ => Impact::Good,
    };
    Cell { impact, ..Cell::new(desk.locale.signed(&Ratio::from_int(slip.into()), 0)) }
}

fn total(desk: &Desk<'_>, course: &BatchCourse<'_>) -> Row {
    let reached = course.reached().map_or_else(String::new, |stage| desk.phrase(&stage.name).text);
    let key = if course.is_over() { "batch-slip-total" } else { "batch-slip-so-far" };
    let cells = vec![
        Cell::new(desk.fill(key, &[("stage", reached.into())])),
        Cell::default(),
        Cell::default(),
        Cell::default(),
        days(desk, course.slip()),
        Cell::default(),
    ];
    Row { total: true, ..row(cells) }
}

fn money(desk: &Desk<'_>, batch: &Batch) -> Option<Block> {
    let heads: [Head; 3] = [
        ("head-money", ColumnKind::Text),
        ("head-amount", ColumnKind::Number),
        ("head-per-unit", ColumnKind::Number),
    ];
    let line = |(name, money): &(String, Money)| {
        let key = format!("batch-money-{name}");
        let name = if desk.locale.has(&key) { desk.say(&key) } else { name.clone() };
        row(vec![
            Cell::new(name),
            Cell::new(written::money(desk, money)),
            Cell::new(per_unit(desk, batch, money)),
        ])
    };
    let mut rows: Vec<Row> = batch.money.iter().map(line).collect();
    let currency = batch.money.first()?.1.currency;
    if batch.money.iter().all(|(_, money)| money.currency == currency) {
        let sum = Money { minor: batch.money.iter().map(|(_, money)| money.minor).sum(), currency };
        let cells = vec![
            Cell::new(desk.say("head-total")),
            Cell::new(written::money(desk, &sum)),
            Cell::new(per_unit(desk, batch, &sum)),
        ];
        rows.push(Row { total: true, ..row(cells) });
    }
    Some(section(desk, "batch-money", vec![table(desk, "batch-money", &heads, rows).into()]))
}

fn per_unit(desk: &Desk<'_>, batch: &Batch, money: &Money) -> String {
    let each = money.amount().checked_div(&Ratio::from_int(batch.units.into()));
    each.map_or_else(
        || "–".to_owned(),
        |each| Style::exact(desk.locale, (Unit::Money, money.currency)).worded(&each),
    )
}

fn kpis(desk: &Desk<'_>, batch: &Batch) -> Option<Block> {
    let all = batch.stages.iter().flat_map(|stage| stage.kpis.iter().map(move |kpi| (stage, kpi)));
    let rows: Vec<Row> = all.map(|(stage, kpi)| kpi_row(desk, stage, kpi)).collect();
    let heads: [Head; 4] = [
        ("head-stage", ColumnKind::Text),
        ("head-kpi", ColumnKind::Text),
        ("head-plan", ColumnKind::Number),
        ("head-actual", ColumnKind::Number),
    ];
    (!rows.is_empty())
        .then(|| section(desk, "batch-kpis", vec![table(desk, "batch-kpis", &heads, rows).into()]))
}

fn kpi_row(desk: &Desk<'_>, stage: &BatchStage, kpi: &Kpi) -> Row {
    let key = format!("batch-kpi-{}", kpi.id.replace('_', "-"));
    let name = if desk.locale.has(&key) { desk.say(&key) } else { kpi.id.clone() };
    let figure = |figure: &Option<crate::workspace::Figure>| {
        Cell::new(figure.as_ref().map_or_else(|| "–".to_owned(), |figure| written::figure(desk, figure)))
    };
    row(vec![Cell::new(desk.phrase(&stage.name)), Cell::new(name), figure(&kpi.plan), figure(&kpi.actual)])
}

/// What was wanted, what came out, why, what is understood, and what the next batch is to do.
fn learned(
    desk: &Desk<'_>,
    (batch, it): (&Batch, &BatchRetrospective),
    course: Option<&BatchCourse<'_>>,
) -> Option<Block> {
    let says = |key: &str, text: Option<&Text>| text.map(|text| fact(desk.say(key), desk.phrase(text)));
    let measured = course.map(|course| fact(desk.say("batch-result"), headline(desk, batch, Some(course))));
    let causes = list(desk, it.causes.iter().map(|cause| desk.phrase(cause).text));
    let facts: Vec<Fact> = [
        says("batch-goal", it.goal.as_ref()),
        says("batch-result", it.result.as_ref()).or(measured),
        (!causes.is_empty()).then(|| fact(desk.say("batch-causes"), causes)),
        says("batch-insight", it.insight.as_ref()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut blocks = vec![prose_facts(facts)];
    if !it.next_targets.is_empty() {
        blocks.push(targets::handed_on(desk, (batch, it)).into());
    }
    Some(section(desk, "batch-learned", blocks))
}
