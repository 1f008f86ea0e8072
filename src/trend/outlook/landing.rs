//! Where a fiscal year will land: what was measured of it, and what is expected of the rest.

use super::Ahead;
use super::family::{Family, Told};
use crate::quantity::{Day, Period, Ratio, Scope};
use crate::review::Check;
use crate::trend::Subject;

/// What a fiscal year will come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Landing {
    /// The figure.
    pub subject: Subject,
    /// The name of the year.
    pub name: i16,
    /// The last day that is known of it.
    pub origin: Day,
    /// The year as a period: what was measured is `so_far`, the point is that and the rest.
    pub year: Ahead,
}

/// The landings of the company, its marketplaces and products, for each year whose rest is forecast to its end.
pub(super) fn all(family: &Family, told: &[Told], check: &Check<'_>) -> Vec<Landing> {
    let ahead = family.ahead();
    let (Some(first), Some(last)) = (ahead.first(), ahead.last()) else { return Vec::new() };
    let fiscal = family.fiscal;
    let years = fiscal.year_of(first.span().from)..=fiscal.year_of(last.span().from);
    let whole = |name: &i16| fiscal.year(*name).span().to <= last.span().to;
    let of_part = |told: &Told| {
        let landing = |name: i16| landing((family, told, check), name, fiscal.year(name));
        years.clone().filter(whole).filter_map(landing).collect::<Vec<_>>()
    };
    told.iter().filter(|told| is_wide(&told.scope)).flat_map(of_part).collect()
}

/// Not a product in a single marketplace.
fn is_wide(scope: &Scope) -> bool {
    scope.product.is_none() || scope.marketplace.is_none()
}

fn landing((family, told, check): (&Family, &Told, &Check<'_>), name: i16, year: Period) -> Option<Landing> {
    let within = |period: &'_ Period| year.span().covers(&period.span());
    let first = family.ahead().iter().position(within)?;
    let count = family.ahead().iter().filter(|period| within(period)).count();
    let (places, measured) = (first..first + count, measured(family, told, year)?);
    let rest = told.total(places.clone(), told.steps.get(places.clone())?);
    let point: Ratio = told.points.get(places)?.iter().sum();
    let running = told.so_far_of(first).cloned().unwrap_or_else(Ratio::zero);
    let so_far = Some(&measured + &running).filter(|so_far| !so_far.is_zero());
    let plan = check.plan.value(check.catalogue, &family.metric, (&told.scope, year.span()));
    let year = Ahead { plan, ..Ahead::of(year, (&rest, &point, family.digits), so_far.as_ref()) };
    let origin = told.members.iter().map(|leaf| family.leaves[*leaf].origin).min()?;
    Some(Landing { subject: Subject::of(&family.metric, &told.scope), name, origin, year })
}

/// What was measured of the complete periods of a year; nothing where one of them is not known.
fn measured(family: &Family, told: &Told, year: Period) -> Option<Ratio> {
    let complete = family.frame.periods.get(..family.frame.next)?;
    let mut sum = Ratio::zero();
    for leaf in told.members.iter().map(|leaf| &family.leaves[*leaf].series) {
        let first = leaf.points.first().map(|point| point.period.span().from);
        let begun = |period: &&Period| first.is_some_and(|first| first <= period.span().from);
        for period in complete.iter().filter(|period| year.span().covers(&period.span())).filter(begun) {
            sum = &sum + leaf.value(period)?;
        }
    }
    // A year that began before anything was known has no landing.
    let from = complete.first().map_or(year.span().from, |first| first.span().from);
    (from <= year.span().from || complete.is_empty()).then_some(sum)
}
