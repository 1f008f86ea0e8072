//! What a growth comes to: a year that ends at a multiple is not a year that sums to it (domain 3.1).

use crate::quantity::Ratio;
use crate::workspace::{Goal, Workspace};

/// Decimal digits that a root is worked out to.
const DIGITS: u32 = 12;

/// A growth over a flat year before, in each of the ways it is taken. Rates are shares of 1 a month, to twelve digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// What the year before is multiplied with: what the year shall sum to.
    pub factor: Ratio,
    /// The growth a month that brings the last month alone to the factor.
    pub exit_rate: Ratio,
    /// What the year then sums to, as a multiple of the year before.
    pub exit_total: Ratio,
    /// The growth a month that brings the year's sum to the factor.
    pub total_rate: Ratio,
    /// What the last month then is, as a multiple of a month of the year before.
    pub total_exit: Ratio,
}

impl Growth {
    /// What a factor comes to; nothing when it is not above nought.
    pub fn of(factor: &Ratio) -> Option<Self> {
        let whole = factor * &Ratio::from_int(12);
        let exit = root(&|monthly| power(monthly, 12), factor)?;
        let total = root(&months, &whole)?;
        let less_one = |rate: &Ratio| rate - &Ratio::one();
        Some(Growth {
            exit_total: months(&exit).checked_div(&Ratio::from_int(12))?,
            total_exit: power(&total, 12),
            exit_rate: less_one(&exit),
            total_rate: less_one(&total),
            factor: factor.clone(),
        })
    }
}

/// Where the goals that lead up to one without a gap began.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ascent {
    /// The year it is counted from.
    pub year: i16,
    /// What that year brought, or was to bring.
    pub start: Ratio,
    /// How many years later the goal is.
    pub years: u32,
    /// The growth a year since then (CAGR), as a share of 1.
    pub rate: Ratio,
}

impl Ascent {
    /// The ascent to a goal over the goals of the same figure in the years before; nothing of one year alone.
    pub fn to(workspace: &Workspace, goal: &Goal) -> Option<Self> {
        let of = |year: i16| {
            workspace.goals.iter().find(|other| other.metric.value == goal.metric.value && other.year == year)
        };
        let first = (1..).map_while(|back| of(goal.year - back)).last().unwrap_or(goal);
        let (year, start) = match &first.prior {
            Some(prior) => (first.year - 1, prior.value.number()),
            None => (first.year, first.target()?.number()),
        };
        let years = u32::try_from(goal.year - year).ok().filter(|years| *years > 1)?;
        let rate = yearly(&start, &goal.target()?.number(), years)?;
        Some(Ascent { year, start, years, rate })
    }
}

/// The growth a year that makes `end` of `start` in some years (CAGR), as a share of 1; nothing when one of them is
/// not above nought, or without years.
fn yearly(start: &Ratio, end: &Ratio, years: u32) -> Option<Ratio> {
    let factor = end.checked_div(start).filter(|_| start.is_positive() && years > 0)?;
    Some(&root(&|yearly| power(yearly, years), &factor)? - &Ratio::one())
}

/// What twelve months sum to when each is `monthly` times the one before, and the month before the first is 1.
fn months(monthly: &Ratio) -> Ratio {
    (1..=12).map(|month| power(monthly, month)).sum()
}

fn power(base: &Ratio, exponent: u32) -> Ratio {
    (0..exponent).fold(Ratio::one(), |product, _| &product * base)
}

/// Where a function that rises from nought reaches `target`, rounded to the last of [`DIGITS`]: exact comparisons, by
/// halving. Nothing when the target is not above nought.
fn root(rising: &dyn Fn(&Ratio) -> Ratio, target: &Ratio) -> Option<Ratio> {
    let below = |half_units: i128| rising(&Ratio::from_scaled(half_units * 5, DIGITS + 1)) <= *target;
    let mut high = 2 * 10_i128.pow(DIGITS);
    while below(high) {
        high *= 2;
    }
    let mut low = 0;
    while high - low > 1 {
        let middle = (low + high) / 2;
        if below(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    target.is_positive().then(|| Ratio::from_scaled((low + 1) / 2, DIGITS))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(ratio: &Ratio) -> i128 {
        ratio.round_scaled(6)
    }

    #[test]
    fn a_month_more_than_tripled_does_not_triple_the_year() {
        let growth = Growth::of(&Ratio::from_int(3)).unwrap();
        assert_eq!((shown(&growth.exit_rate), shown(&growth.exit_total)), (95_873, 1_905_083));
        assert_eq!((shown(&growth.total_rate), shown(&growth.total_exit)), (160_845, 5_988_095));
    }

    #[test]
    fn a_year_as_the_one_before_needs_no_growth() {
        let growth = Growth::of(&Ratio::one()).unwrap();
        assert_eq!((growth.exit_rate, growth.total_rate), (Ratio::zero(), Ratio::zero()));
        assert_eq!(Growth::of(&Ratio::zero()), None);
    }

    #[test]
    fn a_decline_is_a_growth_below_nought() {
        let growth = Growth::of(&Ratio::new(1, 2).unwrap()).unwrap();
        assert!(growth.exit_rate.is_negative() && growth.total_rate < growth.exit_rate);
    }

    #[test]
    fn growth_a_year_over_several() {
        let [start, end] = [250_000, 1_000_000].map(Ratio::from_int);
        assert_eq!(yearly(&start, &end, 2), Some(Ratio::one()));
        assert_eq!(yearly(&Ratio::zero(), &end, 2), None);
    }
}
