//! The demand of a lead time: what is sold until an order placed today could be.

use super::Ahead;
use super::family::{Family, Told};
use super::step::part;
use crate::plan::supply::{Position, Supply};
use crate::quantity::{Period, Scope, Span};
use crate::review::Check;
use crate::trend::forecast::Step;

/// What is expected to be sold of a product in a marketplace until an order of today is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeadTime {
    /// The product and the marketplace.
    pub scope: Scope,
    /// The days from today until the order is there: the lead time that the safety stock is computed with.
    pub days: Span,
    /// The units of these days, with their bands and what the plan sells on them.
    pub units: Ahead,
}

/// The lead times of all products that have one in a marketplace.
pub(super) fn all(family: &Family, told: &[Told], (check, supply): (&Check<'_>, &Supply)) -> Vec<LeadTime> {
    let cells = told.iter().filter(|told| told.scope.product.is_some() && told.scope.marketplace.is_some());
    let of_cell = |told: &Told| {
        let days = lead_days(&told.scope, supply)?;
        of(family, told, (check, Span::new(check.today, check.today + (days - 1))?))
    };
    cells.filter_map(of_cell).collect()
}

/// The longest lead time of the SKUs of a product in a marketplace, in days.
fn lead_days(scope: &Scope, supply: &Supply) -> Option<i32> {
    let own = |position: &&Position| {
        scope.product.as_ref() == Some(&position.product)
            && scope.marketplace.as_ref() == Some(&position.marketplace)
    };
    let positions = supply.positions.iter().filter(own);
    positions.filter_map(|position| Some(position.safety.as_ref()?.lead)).max().filter(|days| *days > 0)
}

fn of(family: &Family, told: &Told, (check, days): (&Check<'_>, Span)) -> Option<LeadTime> {
    let covered = family.ahead().last().is_some_and(|last| days.to <= last.span().to);
    let shares = family.ahead().iter().enumerate();
    let shares = shares.filter_map(|(at, period)| Some((at, share(family, told, (at, period, days))?)));
    let (places, steps): (Vec<usize>, Vec<Step>) =
        shares.map(|(at, share)| (at, shared(&told.steps[at], share))).unzip();
    let point = super::exact::nearest(steps.iter().map(|step| step.point).sum(), family.digits);
    let (total, digits) = (told.total(*places.first()?..places.last()? + 1, &steps), family.digits);
    let period = family.ahead().first()?;
    let plan = check.plan.value(check.catalogue, &family.metric, (&told.scope, days));
    let units = Ahead { plan, ..Ahead::of(*period, (&total, &point, digits), None) };
    covered.then_some(LeadTime { scope: told.scope.clone(), days, units })
}

/// Which share of what is still to come of a period falls on some days; nothing when none does.
fn share(family: &Family, told: &Told, (at, period, days): (usize, &Period, Span)) -> Option<f64> {
    let place = told.scope.marketplace.as_ref();
    let known = told.so_far_of(at).and_then(|_| Some(family.leaves.get(*told.members.first()?)?.origin));
    let from = known.map_or(period.span().from, |known| known + 1);
    let left = Span::new(from, period.span().to)?;
    let asked = Span::new(left.from.max(days.from), left.to.min(days.to))?;
    Some(super::days::share(family.days.weight(place, asked), family.days.weight(place, left)))
}

fn shared(step: &Step, share: f64) -> Step {
    if share < 1.0 { part(step, share) } else { *step }
}
