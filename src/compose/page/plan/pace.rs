//! How far the plan of a year is: the month and quarter of today, the year of each product and marketplace.

use super::super::part::told;
use super::has_begun;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, aligned_periods, months_of, pace_table};
use crate::compose::route::Route;
use crate::quantity::{Grain, MeasureId, Period, Scope};
use crate::review::Question;
use crate::site::Block;

/// The paces of a year; nothing when it is not planned, or has not begun.
pub(super) fn section_of(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Block> {
    if !has_begun(desk, year) {
        return None;
    }
    let mut lines = periods(desk, lead, year);
    lines.extend(parts(desk, lead, year));
    let caption = desk.fill("plan-pace-caption", &[("metric", desk.metric(lead).text.into())]);
    let table = pace_table(desk, caption.into(), &lines)?;
    let aligned = aligned_periods(desk, (lead, &Scope::company()), &months_of(desk, year));
    let lede = [Some(desk.say("plan-pace-lede")), aligned];
    let lede = lede.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("sentence-space"));
    Some(told(desk, "plan-pace", (lede.as_str(), vec![table.into()])))
}

/// The month and the quarter that today lies in, when they are of this year; the year itself stands above.
fn periods(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Vec<Line> {
    let whole = desk.fiscal().year(year);
    let current = [Grain::Month, Grain::Quarter].map(|grain| desk.fiscal().containing(desk.today, grain));
    let here = current.into_iter().filter(|period| whole.span().covers(&period.span()));
    let line = |period: Period| Line {
        name: desk.locale.period(period).into(),
        to: None,
        question: Question { metric: lead.clone(), scope: Scope::company(), period },
    };
    here.map(line).collect()
}

/// The year of each product and each marketplace.
fn parts(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Vec<Line> {
    let period = desk.fiscal().year(year);
    let line = |name, route: Route, scope| Line {
        name,
        to: Some(desk.target(&route)),
        question: Question { metric: lead.clone(), scope, period },
    };
    let products = desk.products();
    let products =
        products.iter().map(|id| line(desk.product(id), Route::PlanProduct(id.clone()), Scope::product(id)));
    let places = desk.marketplaces();
    let places = places
        .iter()
        .map(|id| line(desk.marketplace(id), Route::PlanMarketplace(id.clone()), Scope::marketplace(id)));
    products.chain(places).collect()
}
