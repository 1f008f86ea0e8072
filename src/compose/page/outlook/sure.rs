//! How sure the forecast is: what became of earlier ones, and how the method would have done on the past of the figure.

use crate::compose::desk::Desk;
use crate::compose::page::has;
use crate::compose::route::Route;
use crate::quantity::Ratio;
use crate::site::{Block, Section};
use crate::trend::Subject;
use crate::trend::score::{Enough, Who};

/// What is known of how sure it is; nothing where nothing is.
pub(super) fn section(desk: &Desk<'_>, company: &Subject) -> Option<Block> {
    let sentences: Vec<String> = [held(desk), tried(desk, company)].into_iter().flatten().collect();
    let lede = sentences.join(&desk.say("sentence-space"));
    let section = Section {
        heading: desk.say("outlook-sure").into(),
        lede: Some(lede.as_str().into()),
        more: has(desk, &Route::Scoreboard)
            .then(|| desk.link(desk.say("scoreboard-title"), &Route::Scoreboard)),
        ..Section::default()
    };
    (!lede.is_empty()).then(|| section.into())
}

/// How often the intervals of earlier forecasts held, with their number.
fn held(desk: &Desk<'_>) -> Option<String> {
    let coverage = desk.forecasts.scoreboard.whole(&Who::Tool)?.score.coverage80;
    let args = [
        ("n", desk.locale.integer(coverage.n as i128).into()),
        ("inside", desk.locale.integer(coverage.inside as i128).into()),
        ("share", desk.locale.percent(&coverage.share()?, 0).into()),
        ("least", Enough::POINTS.into()),
    ];
    let enough = Enough::of(coverage.n).is_some();
    Some(desk.fill(if enough { "outlook-sure-held" } else { "outlook-sure-few" }, &args))
}

/// The mean error of forecasts made inside the history, beside that of repeating the year before.
fn tried(desk: &Desk<'_>, company: &Subject) -> Option<String> {
    let evidence = desk.forecasts.outlook.line(company)?.evidence;
    let (own, naive) = (evidence.mae?, evidence.seasonal_naive_mae.filter(|naive| *naive > 0.0)?);
    let exact = |error: f64| Ratio::from_scaled((error * 100.0).round() as i128, 2);
    // Both in the same unit, that of the larger one.
    let style = desk.style(&company.metric, &exact(own.max(naive)));
    let worded = |error: f64| style.worded(&exact(error));
    let share = Ratio::from_scaled((own / naive * 1000.0).round() as i128, 3);
    let args = [
        ("count", evidence.count.into()),
        ("own", worded(own).into()),
        ("naive", worded(naive).into()),
        ("share", desk.locale.percent(&share, 0).into()),
    ];
    Some(desk.fill("outlook-sure-tried", &args))
}
