//! How far along the year is.

use crate::chart::Progress;
use crate::compose::desk::Desk;
use crate::plan::Pace;
use crate::quantity::{MeasureId, Scope};
use crate::review::Question;
use crate::site;

/// The pace of a figure's year; nothing when it has no plan or nothing is measured.
pub(crate) fn measured(desk: &Desk<'_>, metric: &MeasureId, (scope, year): (&Scope, i16)) -> Option<Pace> {
    let period = desk.fiscal().year(year);
    let figure = desk.check().figure(&Question { metric: metric.clone(), scope: scope.clone(), period });
    let (days, actual) = (figure.days?, figure.actual.known()?.clone());
    Some(Pace::new(period.span(), days.to, actual, (figure.plan?, figure.plan_whole?)))
}

/// The pace of a figure's year as a block.
pub(crate) fn pace(desk: &Desk<'_>, metric: &MeasureId, (scope, year): (&Scope, i16)) -> Option<site::Pace> {
    let pace = measured(desk, metric, (scope, year))?;
    let percent =
        |share: &Option<_>| share.as_ref().map_or_else(|| "–".to_owned(), |s| desk.locale.percent(s, 1));
    let style = desk.style(metric, &pace.year);
    let beside = desk.fill(
        "pace-beside",
        &[
            ("plan", percent(&pace.plan_progress).into()),
            ("calendar", percent(&pace.calendar_progress).into()),
        ],
    );
    let verdict = pace.landing.as_ref().zip(pace.required_uplift.as_ref()).map(|(landing, uplift)| {
        let key = if *landing < pace.year { "pace-behind" } else { "pace-ahead" };
        desk.fill(
            key,
            &[
                ("landing", style.worded(landing).into()),
                ("goal", style.worded(&pace.year).into()),
                ("uplift", desk.locale.decimal(uplift, 2).into()),
            ],
        )
    });
    Some(site::Pace {
        value: percent(&pace.done),
        name: desk.fill("pace-done", &[("metric", desk.metric(metric).text.into())]).into(),
        bar: Progress {
            done: pace.done.as_ref().map(|share| share.to_f64()),
            plan: pace.plan_progress.as_ref().map(|share| share.to_f64()),
            alt: beside.clone(),
        },
        beside: beside.into(),
        verdict: verdict.map(|words| words.as_str().into()),
    })
}
