//! The weekly page: what moved? Exceptions first, then six weeks and twelve months of every figure, in a layout that
//! never changes: inputs before outputs.

use super::review::{attainment, lead_figure};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, impact, leading, picture_id, plan_signal, trends};
use crate::compose::focus;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Limits, Question, Rule, Signal, Verdict, Weighed};
use crate::site::{Block, Cell, ColumnKind, Empty, Notice, Phrase, Rich, Row, Section, Table, Target, Tone};

/// The page of the last complete week.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let week = focus::week(desk);
    Sheet {
        route: Route::Weekly,
        title: desk.say("weekly-title").into(),
        eyebrow: eyebrow(desk, week),
        headline: week.map_or_else(|| desk.say("weekly-none").into(), |week| headline(desk, week)),
        lede: None,
        blocks: week.map_or_else(|| vec![empty(desk)], |week| blocks(desk, (&Route::Weekly, week))),
    }
}

fn eyebrow(desk: &Desk<'_>, week: Option<Period>) -> Vec<Phrase> {
    let days = week.map(|week| desk.locale.span(week.span()).into());
    let plan = week.and_then(|week| plan_name(desk, desk.year_of(week)));
    std::iter::once(desk.company()).chain(days).chain(plan).collect()
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty { words: desk.say("weekly-empty").as_str().into(), ..Empty::default() }.into()
}

/// How far the leading figure is, and how many figures show a signal.
fn headline(desk: &Desk<'_>, week: Period) -> Phrase {
    let weighed = weighed(desk, week);
    let signals = exceptions(&weighed).count();
    let figure = lead_figure(desk, week);
    let share = figure.as_ref().and_then(attainment);
    let metric = figure.map(|figure| desk.metric(&figure.question.metric).text).unwrap_or_default();
    let args = [
        ("period", desk.locale.period(week).into()),
        ("metric", metric.into()),
        ("share", share.as_ref().map(|share| desk.locale.percent(share, 1)).unwrap_or_default().into()),
        ("count", weighed.len().into()),
        ("signals", signals.into()),
    ];
    desk.fill(if share.is_some() { "weekly-headline" } else { "weekly-headline-plain" }, &args).into()
}

/// What moved up to a week, as it stands on a page.
pub(crate) fn blocks(desk: &Desk<'_>, (here, week): (&Route, Period)) -> Vec<Block> {
    let (inputs, outputs) = focus::weekly(desk);
    let weighed = weighed(desk, week);
    let section = |id: &str, blocks: Vec<Block>| -> Block {
        Section {
            id: id.to_owned(),
            heading: desk.say(&format!("weekly-{id}")).into(),
            lede: Some(desk.say(&format!("weekly-{id}-lede")).as_str().into()),
            blocks,
            ..Section::default()
        }
        .into()
    };
    let grid = |id: &str, metrics: &[MeasureId]| {
        let mut trends = trends(desk, metrics, week);
        trends.caption = desk.say(&format!("weekly-{id}"));
        if id == "outputs" && !inputs.is_empty() {
            // The grid above has the key already.
            trends.key.clear();
        }
        (!trends.trends.is_empty()).then(|| section(id, vec![trends.into()]))
    };
    let lines: Vec<Line> = weighed.iter().map(|it| line(desk, here, &it.figure.question)).collect();
    let matrix = plan_signal(desk, &lines).map(|table| section("matrix", vec![table.into()]));
    std::iter::once(section("signals", vec![signals(desk, here, &weighed)]))
        .chain(grid("inputs", &inputs))
        .chain(grid("outputs", &outputs))
        .chain(matrix)
        .collect()
}

/// Every figure of the page in its last known week, or month where reports come by the month.
fn weighed<'a>(desk: &Desk<'a>, week: Period) -> Vec<Weighed<'a>> {
    let (inputs, outputs) = focus::weekly(desk);
    let weigh = |metric: MeasureId| {
        let period = leading(desk, &metric, week)?;
        let question = Question { metric, scope: Scope::company(), period };
        Some(desk.check().weigh(&question, &desk.workspace.materiality))
    };
    inputs.into_iter().chain(outputs).filter_map(weigh).collect()
}

fn exceptions<'w, 'a>(weighed: &'w [Weighed<'a>]) -> impl Iterator<Item = &'w Weighed<'a>> {
    let exceptional = |it: &&Weighed<'_>| it.signal.as_ref().is_some_and(Signal::is_exceptional);
    weighed.iter().filter(exceptional)
}

fn line(desk: &Desk<'_>, here: &Route, question: &Question) -> Line {
    let to = Some(picture(desk, here, &question.metric));
    Line { name: desk.metric(&question.metric), to, question: question.clone() }
}

/// The small picture of a figure on the same page.
fn picture(desk: &Desk<'_>, here: &Route, metric: &MeasureId) -> Target {
    Target::place(&desk.path(here), &picture_id(metric))
}

/// The exceptions, those that ask for a cause first.
fn signals(desk: &Desk<'_>, here: &Route, weighed: &[Weighed<'_>]) -> Block {
    let mut found: Vec<&Weighed<'_>> = exceptions(weighed).collect();
    found.sort_by_key(|it| (it.ask().is_none(), it.ask()));
    if found.is_empty() {
        let words = desk.fill("weekly-quiet", &[("count", weighed.len().into())]);
        return Notice { tone: Tone::Info, words: words.as_str().into() }.into();
    }
    let heads = [
        ("head-item", ColumnKind::Text),
        ("signal-point", ColumnKind::Number),
        ("signal-limits", ColumnKind::Number),
        ("signal-shown", ColumnKind::Text),
        ("signal-ask", ColumnKind::Text),
    ];
    Table {
        caption: desk.say("weekly-signals").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: found.into_iter().filter_map(|it| row(desk, here, it)).collect(),
        note: None,
    }
    .into()
}

fn row(desk: &Desk<'_>, here: &Route, weighed: &Weighed<'_>) -> Option<Row> {
    let signal = weighed.signal.as_ref()?;
    let Verdict::Exceptional(breach, meaning) = signal.verdict else { return None };
    let question = &signal.question;
    let rule = match breach.rule {
        Rule::Outside => "signal-outside",
        Rule::Run => "signal-run",
        Rule::Near => "signal-near",
    };
    let wedge = if breach.above { "▲" } else { "▼" };
    let name = Cell {
        to: Some(picture(desk, here, &question.metric)),
        sub: Some(desk.locale.period_label(question.period).into()),
        ..Cell::new(desk.metric(&question.metric))
    };
    let point = Cell {
        sub: signal.of_plan.then(|| desk.say("signal-of-plan").into()),
        ..Cell::new(shown(desk, signal, &signal.value))
    };
    let ask = weighed.ask().map_or("ask-no-plan".to_owned(), |ask| format!("ask-{}", ask.name()));
    let cells = vec![
        name,
        point,
        Cell::new(signal.limits.as_ref().map(|limits| range(desk, signal, limits)).unwrap_or_default()),
        Cell { impact: impact(meaning), ..Cell::new(format!("{wedge} {}", desk.say(rule))) },
        Cell { lines: changed(desk, signal).into_iter().collect(), ..Cell::new(desk.say(&ask)) },
    ];
    Some(Row { cells, ..Row::default() })
}

/// A value in the unit of the points: a share of the plan, or the figure's own unit.
fn shown(desk: &Desk<'_>, signal: &Signal<'_>, value: &Ratio) -> String {
    if signal.of_plan {
        return desk.locale.percent(value, 1);
    }
    desk.style(&signal.question.metric, &signal.value).worded(value)
}

/// The limits; of a figure that cannot fall below zero, the lower one is shown at zero at the least.
fn range(desk: &Desk<'_>, signal: &Signal<'_>, limits: &Limits) -> String {
    let negative = desk.workspace.catalogue.may_be_negative(&signal.question.metric);
    let lower = if negative { limits.lower.clone() } else { limits.lower.clone().max(Ratio::zero()) };
    let args =
        [("from", shown(desk, signal, &lower).into()), ("to", shown(desk, signal, &limits.upper).into())];
    desk.fill("signal-range", &args)
}

/// Since which documented change the process is judged.
fn changed(desk: &Desk<'_>, signal: &Signal<'_>) -> Option<Rich> {
    let change = signal.rebase?;
    let reason = desk.phrase(&change.reason).text;
    let args = [("day", change.from.to_string().into()), ("reason", reason.into())];
    Some(desk.fill("signal-since", &args).as_str().into())
}
