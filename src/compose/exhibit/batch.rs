//! A batch in pictures: its stages planned and run, and its cash.

use crate::chart::{
    Bracket, Chart, DataTable, Delta, Impact, Lines, Mark, Plot, Scenario, Series, Span, Stage, Timeline,
    Title,
};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::cash::BatchCash;
use crate::quantity::{Day, Grain, Period, Ratio};
use crate::review::{BatchCourse, StageSlip};
use crate::site;
use crate::workspace::Batch;

use super::columns::with_unit;

/// The stages as two bars each: the plan outlined, what happened solid.
pub(crate) fn stages(desk: &Desk<'_>, batch: &Batch, course: &BatchCourse<'_>) -> site::Figure {
    let slip = |slip: &StageSlip<'_>| slip.slip.map_or_else(|| "–".to_owned(), |days| signed(desk, days));
    let row = |it: &StageSlip<'_>| {
        let actual = it.stage.actual.as_ref().map_or_else(|| "–".to_owned(), |day| day.value.to_string());
        vec![desk.phrase(&it.stage.name).text, it.stage.plan.value.to_string(), actual, slip(it)]
    };
    let late = |it: &&StageSlip<'_>| it.slip.is_some_and(|days| days > 0);
    let alt = course.stages.iter().map(|it| format!("{} {}", desk.phrase(&it.stage.name).text, slip(it)));
    let counts = [
        ("late", course.stages.iter().filter(late).count().into()),
        ("all", course.stages.iter().filter(|it| it.slip.is_some()).count().into()),
    ];
    let chart = Chart {
        id: crate::site::slug(&format!("stages-{}", batch.id).to_lowercase()),
        title: Title {
            who: desk.phrase(&batch.name).text,
            what: desk.say("batch-stages"),
            when: desk.say("batch-stages-when"),
        },
        message: desk.fill("batch-stages-message", &counts),
        alt: alt.collect::<Vec<_>>().join(&desk.say("list-comma")),
        plot: Plot::Timeline(timeline(desk, course)),
        table: DataTable {
            columns: ["head-stage", "head-planned-end", "head-actual-end", "head-slip"]
                .map(|key| desk.say(key))
                .to_vec(),
            rows: course.stages.iter().map(row).collect(),
        },
    };
    site::Figure { chart, how: Some(desk.say("batch-stages-how").into()), more: None }
}

fn signed(desk: &Desk<'_>, days: i32) -> String {
    desk.locale.signed(&Ratio::from_int(days.into()), 0)
}

/// Days from the first planned end, as positions on the axis.
struct Axis(Day);

impl Axis {
    fn at(&self, day: Day) -> f64 {
        f64::from(day - self.0)
    }
}

fn timeline(desk: &Desk<'_>, course: &BatchCourse<'_>) -> Timeline {
    let starts = course
        .stages
        .iter()
        .flat_map(|it| [Some(it.stage.plan.value), it.stage.actual.as_ref().map(|day| day.value)]);
    let days: Vec<Day> = starts.flatten().collect();
    let first = days.iter().copied().min().unwrap_or(desk.today);
    let running = !course.is_over();
    let last = days.iter().copied().max().unwrap_or(desk.today).max(if running { desk.today } else { first });
    let axis = Axis(first);
    let today = Mark::new(axis.at(desk.today), desk.say("today"));
    Timeline {
        stages: course.stages.iter().map(|it| stage((desk, &axis), it)).collect(),
        ticks: ticks((desk, &axis), (first, last)),
        today: running.then_some(today),
    }
}

/// The firsts of the months between two days.
fn ticks((desk, axis): (&Desk<'_>, &Axis), (first, last): (Day, Day)) -> Vec<Mark> {
    let month = Period::containing(first, Grain::Month);
    let months = std::iter::successors(Some(month), |month| Some(month.next()));
    let shown =
        months.take_while(|month| month.span().from <= last).filter(|month| month.span().from >= first);
    shown.map(|month| Mark::new(axis.at(month.span().from), desk.locale.period_label(month))).collect()
}

/// A stage runs from the end of the one before it; one that has begun and is not over, up to today.
fn stage((desk, axis): (&Desk<'_>, &Axis), it: &StageSlip<'_>) -> Stage {
    let plan_from = it.after.map_or(it.stage.plan.value, |after| after.plan.value);
    let begun = it.after.and_then(|after| after.actual.as_ref()).map(|day| day.value);
    let over = it.stage.actual.as_ref().map(|day| day.value);
    let actual = match (begun, over) {
        (begun, Some(to)) => Some(Span { from: axis.at(begun.unwrap_or(to)), to: axis.at(to), open: false }),
        (Some(from), None) => Some(Span { from: axis.at(from), to: axis.at(desk.today), open: true }),
        (None, None) => None,
    };
    let slip = it.slip.filter(|days| *days != 0).map(|days| Delta {
        value: Some(f64::from(days)),
        label: signed(desk, days),
        impact: if days > 0 { Impact::Bad } else { Impact::Good },
    });
    let plan = Span { from: axis.at(plan_from), to: axis.at(it.stage.plan.value), open: false };
    Stage { label: desk.phrase(&it.stage.name).text, plan: Some(plan), actual, slip }
}

/// The cumulative cash by day, with the time until it came back.
pub(crate) fn cash_curve(desk: &Desk<'_>, batch: &Batch, cash: &BatchCash) -> site::Figure {
    let curve = &cash.curve;
    let largest = curve.points.iter().map(|(_, sum)| sum.abs()).max().unwrap_or_else(Ratio::zero);
    let days = days(cash);
    let style = Style::new(desk.locale, (Unit::Money, cash.currency), &largest);
    let exact = Style::exact(desk.locale, (Unit::Money, cash.currency));
    let row =
        |(day, flow, sum): (Day, Ratio, &Ratio)| vec![day.to_string(), exact.delta(&flow), exact.delta(sum)];
    let chart = Chart {
        id: crate::site::slug(&format!("cash-{}", batch.id).to_lowercase()),
        title: Title {
            who: desk.phrase(&batch.name).text,
            what: with_unit(desk, &desk.say("batch-cash-sum"), &style.unit()),
            when: desk.fill(
                "from-to",
                &[("from", days.from.to_string().into()), ("to", days.to.to_string().into())],
            ),
        },
        message: message(desk, &style, cash),
        alt: desk.say("batch-cash-alt"),
        plot: Plot::Lines(lines(desk, &style, cash)),
        table: DataTable {
            columns: ["head-day", "head-flow", "head-sum"].map(|key| desk.say(key)).to_vec(),
            rows: curve.steps().map(row).collect(),
        },
    };
    site::Figure { chart, how: Some(desk.say("batch-cash-how").into()), more: None }
}

fn message(desk: &Desk<'_>, style: &Style<'_>, cash: &BatchCash) -> String {
    let args = [
        ("trough", style.worded(&cash.curve.trough.1).into()),
        ("day", cash.curve.trough.0.to_string().into()),
        ("back", cash.curve.break_even.map_or_else(String::new, |day| day.to_string()).into()),
    ];
    desk.fill(
        if cash.curve.break_even.is_some() { "batch-cash-message" } else { "batch-cash-message-bound" },
        &args,
    )
}

/// From the first day with a flow to the last.
fn days(cash: &BatchCash) -> crate::quantity::Span {
    let points = &cash.curve.points;
    let day = |point: Option<&(Day, Ratio)>| point.map_or(cash.curve.trough.0, |(day, _)| *day);
    crate::quantity::Span { from: day(points.first()), to: day(points.last()) }
}

/// One label per day, so that time is to scale; between flows the sum stays.
fn lines(desk: &Desk<'_>, style: &Style<'_>, cash: &BatchCash) -> Lines {
    let first = days(cash).from;
    let days: Vec<Day> = days(cash).days().collect();
    let mark = |day: &Day| {
        let sum = cash.curve.on(*day);
        Mark::new(style.mark(&sum), style.value(&sum))
    };
    let position = |day: Day| usize::try_from(day - first).unwrap_or(0);
    let bracket = cash.curve.break_even.map(|day| Bracket {
        from: 0,
        to: position(day),
        label: desk.fill("batch-bound-for", &[("days", (day - first).to_string().into())]),
    });
    Lines {
        labels: days.iter().map(|day| desk.locale.short_date(*day)).collect(),
        series: vec![Series {
            scenario: Scenario::Actual,
            name: String::new(),
            marks: days.iter().map(mark).collect(),
        }],
        interval: vec![],
        brackets: bracket.into_iter().collect(),
        limits: vec![],
    }
}
