//! How far along a period is.

use crate::chart::Progress;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::plan::{Pace, PaceState};
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::review::Question;
use crate::site;

/// The pace of a figure's year as a block; nothing when it has no plan.
pub(crate) fn pace(desk: &Desk<'_>, metric: &MeasureId, (scope, year): (&Scope, i16)) -> Option<site::Pace> {
    let question =
        Question { metric: metric.clone(), scope: scope.clone(), period: desk.fiscal().year(year) };
    Some(block(desk, metric, &desk.check().pace(&question)?))
}

/// The same of the company with what each day and week must bring, for who plans by them.
pub(crate) fn daily_pace(desk: &Desk<'_>, metric: &MeasureId, year: i16) -> Option<site::Pace> {
    let question =
        Question { metric: metric.clone(), scope: Scope::company(), period: desk.fiscal().year(year) };
    let pace = desk.check().pace(&question)?;
    let shown = block(desk, metric, &pace);
    let words = [shown.verdict.as_ref().map(site::Rich::plain), each(desk, metric, &pace)];
    let words: Vec<String> = words.into_iter().flatten().collect();
    Some(site::Pace { verdict: Some(words.join(&desk.say("sentence-space")).as_str().into()), ..shown })
}

/// What each day must bring, and each week while there are whole ones.
fn each(desk: &Desk<'_>, metric: &MeasureId, pace: &Pace) -> Option<String> {
    let style = desk.style(metric, &pace.whole);
    let words = |value: &Ratio| style.worded(value).into();
    let day = ("day", words(pace.required_per_day.as_ref()?));
    match pace.required_per_week().filter(|_| pace.state == PaceState::Underway) {
        Some(week) => Some(desk.fill("pace-each-week", &[day, ("week", words(&week))])),
        None => (pace.state == PaceState::Underway).then(|| desk.fill("pace-each-day", &[day])),
    }
}

fn block(desk: &Desk<'_>, metric: &MeasureId, pace: &Pace) -> site::Pace {
    let percent =
        |share: &Option<Ratio>| share.as_ref().map_or_else(|| "–".to_owned(), |s| desk.locale.percent(s, 1));
    let style = desk.style(metric, &pace.whole);
    let beside = desk.fill(
        "pace-beside",
        &[
            ("plan", percent(&pace.plan_progress).into()),
            ("calendar", percent(&pace.calendar_progress).into()),
        ],
    );
    site::Pace {
        value: percent(&pace.done),
        name: desk.fill("pace-done", &[("metric", desk.metric(metric).text.into())]).into(),
        bar: Progress {
            done: pace.done.as_ref().map(Ratio::to_f64),
            plan: pace.plan_progress.as_ref().map(Ratio::to_f64),
            alt: beside.clone(),
        },
        beside: beside.into(),
        verdict: Some(verdict(desk, &style, pace).as_str().into()),
    }
}

/// What the rest needs, or why that cannot be said.
fn verdict(desk: &Desk<'_>, style: &Style<'_>, pace: &Pace) -> String {
    let worded = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.worded(value));
    let uplift = pace.required_uplift.as_ref();
    let args = [
        ("landing", worded(pace.landing.as_ref()).into()),
        ("goal", style.worded(&pace.whole).into()),
        ("uplift", uplift.map_or_else(String::new, |uplift| desk.locale.decimal(uplift, 2)).into()),
        ("actual", worded(pace.actual.as_ref()).into()),
        ("rest", style.worded(&pace.rest).into()),
        ("days", usize::try_from(pace.days_left).unwrap_or(0).into()),
        ("day", worded(pace.required_per_day.as_ref()).into()),
    ];
    if pace.state != PaceState::Underway {
        return desk.fill(&format!("pace-state-{}", pace.state.name()), &args);
    }
    let behind = pace.landing.as_ref().is_some_and(|landing| *landing < pace.whole);
    desk.fill(if behind { "pace-behind" } else { "pace-ahead" }, &args)
}
