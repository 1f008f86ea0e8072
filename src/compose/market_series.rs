//! The measured series that briefings speak of.

use super::desk::Desk;
use super::exhibit::{columns, fan, lines, months_of};
use super::grain::declared;
use crate::quantity::{Grain, MeasureId, Scope};
use crate::site::{Block, Figure};
use crate::trend::Subject;
use crate::workspace::{Briefing, BriefingItem, Forecast};

/// The figures that some briefings forecast, as far as they are measured, each once; at most `limit`.
pub(crate) fn series<'a>(
    desk: &Desk<'_>,
    briefings: impl IntoIterator<Item = &'a Briefing>,
    (year, limit): (i16, usize),
) -> Vec<Block> {
    let mut seen: Vec<(&MeasureId, &Scope)> = Vec::new();
    let items = briefings.into_iter().flat_map(|briefing| &briefing.items);
    for forecast in items.filter_map(|item: &BriefingItem| item.forecast.as_ref()) {
        let subject = (&forecast.metric.value, &forecast.scope);
        if !seen.contains(&subject) {
            seen.push(subject);
        }
    }
    seen.into_iter().filter_map(|subject| figure(desk, subject, year)).take(limit).map(Block::from).collect()
}

/// The picture of a forecast: what the tool expects of its figure while its period lasts, where it expects anything; else
/// what was measured in the year of its briefing.
pub(crate) fn of_forecast(desk: &Desk<'_>, briefing: &Briefing, forecast: &Forecast) -> Option<Figure> {
    let (metric, scope) = (&forecast.metric.value, &forecast.scope);
    let grain = declared(desk, metric).filter(|grain| *grain == Grain::Week).unwrap_or(Grain::Month);
    let subject = Subject::of(metric, scope);
    let expects = desk.forecasts.outlook.lines.iter().any(|it| it.subject == subject && it.grain == grain);
    let ahead = (expects && forecast.span.to >= desk.today).then(|| fan(desk, &subject, grain));
    let measured = || figure(desk, (metric, scope), desk.fiscal().year_of(briefing.issued));
    ahead.flatten().or_else(measured)
}

/// By month, or by week where its file comes every week: weeks do not add up to months.
fn figure(desk: &Desk<'_>, subject: (&MeasureId, &Scope), year: i16) -> Option<Figure> {
    desk.check().last_day(subject.0, subject.1).filter(|day| desk.fiscal().year_of(*day) >= year)?;
    match declared(desk, subject.0) {
        Some(Grain::Week) => lines(desk, subject, &desk.fiscal().weeks(year)),
        _ => columns(desk, subject, &months_of(desk, year)),
    }
}
