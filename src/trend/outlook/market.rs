//! The forecasts of what is watched of the market: how often keywords are searched, and where they rank.

use super::{Ahead, Line, Reason, Refused, VERSION, exact};
use crate::quantity::{Day, Grain, MarketplaceId, MeasureId, Period, Ratio, Scope};
use crate::review::Check;
use crate::trend::forecast::{self, Band, Request, Step};
use crate::trend::{Series, Subject};
use crate::workspace::{MarketFigures, Workspace};

/// Weeks ahead: a quarter. What people search for farther ahead is the season of the year before, and no more.
const AHEAD: usize = 13;
/// Weeks of a year.
const SEASON: usize = 52;

/// The forecasts of all keywords, by category, and those that cannot be made.
pub(super) fn lines(workspace: &Workspace, check: &Check<'_>) -> (Vec<Line>, Vec<Refused>) {
    let (mut lines, mut refused) = (Vec::new(), Vec::new());
    for subject in subjects(workspace) {
        match line(workspace, check, &subject) {
            Some(Ok(line)) => lines.push(line),
            Some(Err(reason)) => refused.push(Refused { subject, reason: Reason::Method(reason) }),
            None => {}
        }
    }
    (lines, refused)
}

/// Each figure of each keyword where it is watched, once.
fn subjects(workspace: &Workspace) -> Vec<Subject> {
    let MarketFigures { searches, rank, .. } = &workspace.market.figures;
    let keywords = workspace.market.categories.iter().flat_map(|category| &category.keywords);
    let places = keywords.flat_map(|own| own.marketplaces.iter().map(|place| (&own.term, &place.value)));
    let of = |metric: &MeasureId, (term, place): (&String, &MarketplaceId)| {
        Subject::of(metric, &Scope::marketplace(place)).within("search_term", term)
    };
    let all = places.flat_map(|(term, place)| [of(searches, (term, place)), of(rank, (term, place))]);
    let mut subjects: Vec<Subject> = all.collect();
    subjects.sort();
    subjects.dedup();
    subjects
}

/// The weeks after the last complete one; nothing where there is no series by the week.
fn line(
    workspace: &Workspace,
    check: &Check<'_>,
    subject: &Subject,
) -> Option<Result<Line, forecast::Refusal>> {
    let series = Series::of(workspace, check, subject, Grain::Week).ok()?;
    let last = series.points.last()?.period;
    let (values, least) = (series.values(), least(&series));
    let request = Request { values: &values, season: SEASON, horizon: AHEAD, known: None, pool: None };
    Some(forecast::forecast(&request).map(|forecast| {
        let weeks = std::iter::successors(Some(last.next()), |week| Some(week.next()));
        let periods = weeks.zip(&forecast.steps).map(|(week, step)| ahead(week, &floored(*step, least)));
        Line {
            subject: subject.clone(),
            origin: origin(&last),
            grain: Grain::Week,
            method: forecast.method.id().to_owned(),
            version: 100 * forecast::VERSION + VERSION,
            evidence: forecast.evidence,
            periods: periods.collect(),
            without: Vec::new(),
        }
    }))
}

fn origin(last: &Period) -> Day {
    last.span().to
}

/// There is no rank above the first.
fn least(series: &Series) -> f64 {
    if series.falls_is_better { 1.0 } else { 0.0 }
}

fn floored(step: Step, least: f64) -> Step {
    let band = |band: Band| Band { low: band.low.max(least), high: band.high.max(least) };
    Step { point: step.point.max(least), band80: band(step.band80), band95: band(step.band95) }
}

fn ahead(week: Period, step: &Step) -> Ahead {
    let point: Ratio = exact::nearest(step.point, 0);
    Ahead::of(week, (step, &point, 0), None)
}
