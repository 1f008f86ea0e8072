//! Pace: how far the year is against how far the plan is (domain 3.4).

use crate::quantity::{Day, Ratio, Span};

/// Progress of a year's amount at the end of a day. Shares are of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// The last day that counts.
    pub as_of: Day,
    /// Done so far.
    pub actual: Ratio,
    /// Planned so far.
    pub planned: Ratio,
    /// Planned for the year.
    pub year: Ratio,
    /// Actual as a share of what was planned so far.
    pub attainment: Option<Ratio>,
    /// Actual as a share of the year's plan.
    pub done: Option<Ratio>,
    /// Planned so far as a share of the year's plan: not the calendar's share, since a year has seasons.
    pub plan_progress: Option<Ratio>,
    /// Days gone as a share of the year's days.
    pub calendar_progress: Option<Ratio>,
    /// What is left to do; nought when the year's plan is reached.
    pub rest: Ratio,
    /// What the rest of the plan must be multiplied by to reach the year; nothing when no plan is left.
    pub required_uplift: Option<Ratio>,
    /// The year's end when the rest of the plan is attained as the part so far was.
    pub landing: Option<Ratio>,
}

impl Pace {
    /// The pace of a `year` whose plan is `plan`, of which `planned` was due and `actual` done by `as_of`.
    pub fn new(year: Span, as_of: Day, actual: Ratio, (planned, plan): (Ratio, Ratio)) -> Self {
        let days = |count: i32| Ratio::from_int(count.into());
        let rest = (&plan - &actual).max(Ratio::zero());
        let attainment = actual.checked_div(&planned);
        Pace {
            as_of,
            done: actual.checked_div(&plan),
            plan_progress: planned.checked_div(&plan),
            calendar_progress: days(as_of - year.from + 1).checked_div(&days(year.len())),
            required_uplift: rest.checked_div(&(&plan - &planned)),
            landing: attainment.as_ref().map(|share| share * &plan),
            attainment,
            rest,
            actual,
            planned,
            year: plan,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Period;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    #[test]
    fn october_of_a_seasonal_year() {
        let year = Period::Year(2026).span();
        let as_of = Day::parse("2026-10-31").unwrap();
        let pace = Pace::new(year, as_of, ratio("753000"), (ratio("791666.67"), ratio("1000000")));
        let shown = |share: Option<Ratio>, digits| share.unwrap().round_scaled(digits);
        assert_eq!(shown(pace.attainment, 6), 951_158);
        assert_eq!(shown(pace.done, 3), 753);
        assert_eq!(shown(pace.plan_progress, 4), 7917);
        assert_eq!(shown(pace.calendar_progress, 4), 8329);
        assert_eq!(pace.rest, ratio("247000"));
        assert_eq!(shown(pace.required_uplift, 4), 11856);
        assert_eq!(shown(pace.landing, 2), 95_115_789);
    }

    #[test]
    fn a_year_already_reached_needs_nothing_more() {
        let year = Period::Year(2026).span();
        let pace = Pace::new(year, year.to, ratio("12"), (ratio("10"), ratio("10")));
        assert_eq!((pace.rest, pace.required_uplift), (Ratio::zero(), None));
    }
}
