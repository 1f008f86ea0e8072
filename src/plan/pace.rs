//! Pace: how far a period is against how far its plan is (domain 3.4).

use crate::quantity::{Day, Ratio, Span};

/// What is planned of a period: up to the last day that counts, after it, and of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// For the days that were measured.
    pub so_far: Ratio,
    /// For the days after the last one that counts.
    pub after: Ratio,
    /// For the whole period.
    pub whole: Ratio,
}

/// Progress of an amount through a period at the end of a day. Shares are of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// How it stands; says why a figure below is missing.
    pub state: PaceState,
    /// The last day that counts; nothing before the first.
    pub as_of: Option<Day>,
    /// Done so far.
    pub actual: Option<Ratio>,
    /// Planned for the same days.
    pub planned: Option<Ratio>,
    /// Planned for the whole period.
    pub whole: Ratio,
    /// Actual as a share of what was planned for the same days.
    pub attainment: Option<Ratio>,
    /// Actual as a share of the whole plan.
    pub done: Option<Ratio>,
    /// Planned so far as a share of the whole plan: not the calendar's share, since a year has seasons.
    pub plan_progress: Option<Ratio>,
    /// Days gone as a share of the period's days.
    pub calendar_progress: Option<Ratio>,
    /// What is left to do; nought when the plan is reached.
    pub rest: Ratio,
    /// Days left after the last one that counts.
    pub days_left: i32,
    /// What the rest of the plan must be multiplied by to reach the whole; nothing when no plan is left.
    pub required_uplift: Option<Ratio>,
    /// What each day left must bring, all days alike.
    pub required_per_day: Option<Ratio>,
    /// What it comes to when the rest of the plan is attained as the part so far was.
    pub landing: Option<Ratio>,
    /// What it would come to if every day were alike: wrong for a period with seasons or events, and shown
    /// only as that.
    pub landing_linear: Option<Ratio>,
}

/// How a period stands against its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaceState {
    /// Nothing is planned in it.
    Unplanned,
    /// Its first day is still to come, or has not ended.
    NotBegun,
    /// It has begun, and nothing is measured of it yet.
    Unmeasured,
    /// Nothing was planned for the days so far: there is no attainment to go on with.
    NothingDue,
    /// More was taken back than sold: a share of the plan would mean nothing.
    Negative,
    /// Days are left, but nothing is planned for them, and the goal is not reached.
    NothingLeft,
    /// On its way.
    Underway,
    /// The whole is reached before the last day.
    Reached,
    /// Over, and the plan was reached.
    Met,
    /// Over, and the plan was missed.
    Missed,
}

impl PaceState {
    /// Its name in tables and in keys of messages.
    pub fn name(self) -> &'static str {
        match self {
            PaceState::Unplanned => "unplanned",
            PaceState::NotBegun => "not-begun",
            PaceState::Unmeasured => "unmeasured",
            PaceState::NothingDue => "nothing-due",
            PaceState::Negative => "negative",
            PaceState::NothingLeft => "nothing-left",
            PaceState::Underway => "underway",
            PaceState::Reached => "reached",
            PaceState::Met => "met",
            PaceState::Missed => "missed",
        }
    }

    fn of((actual, planned): (&Ratio, &Planned), days_left: i32) -> Self {
        let nought = |amount: &Ratio| amount.is_zero();
        let reached = *actual >= planned.whole;
        match days_left {
            _ if nought(&planned.whole) => PaceState::Unplanned,
            0 if reached => PaceState::Met,
            0 => PaceState::Missed,
            _ if actual.is_negative() => PaceState::Negative,
            _ if reached => PaceState::Reached,
            _ if nought(&planned.so_far) => PaceState::NothingDue,
            _ if nought(&planned.after) => PaceState::NothingLeft,
            _ => PaceState::Underway,
        }
    }
}

impl Pace {
    /// The pace of the days of `span`, of which `actual` was done by `as_of`, a day of it.
    pub fn new(span: Span, as_of: Day, actual: Ratio, planned: Planned) -> Self {
        let days_left = (span.to - as_of).max(0);
        let state = PaceState::of((&actual, &planned), days_left);
        let rest = (&planned.whole - &actual).max(Ratio::zero());
        let positive = !actual.is_negative();
        let share = |of: &Ratio| actual.checked_div(of).filter(|_| positive);
        let attainment = share(&planned.so_far);
        let calendar = days(as_of - span.from + 1).checked_div(&days(span.len()));
        let ahead = attainment.as_ref().map(|share| &actual + &(share * &planned.after));
        Pace {
            state,
            as_of: Some(as_of),
            done: share(&planned.whole),
            plan_progress: planned.so_far.checked_div(&planned.whole),
            required_uplift: rest.checked_div(&planned.after),
            required_per_day: rest.checked_div(&days(days_left)),
            landing: if days_left == 0 { Some(actual.clone()) } else { ahead },
            landing_linear: calendar.as_ref().and_then(|share| actual.checked_div(share)),
            calendar_progress: calendar,
            attainment,
            rest,
            days_left,
            actual: Some(actual),
            planned: Some(planned.so_far),
            whole: planned.whole,
        }
    }

    /// That of a period of which nothing is measured: not begun, or not measured yet.
    pub fn waiting(span: Span, whole: Ratio, state: PaceState) -> Self {
        Pace {
            state: if whole.is_zero() { PaceState::Unplanned } else { state },
            as_of: None,
            actual: None,
            planned: None,
            attainment: None,
            done: None,
            plan_progress: None,
            calendar_progress: None,
            rest: whole.clone(),
            days_left: span.len(),
            required_uplift: None,
            required_per_day: whole.checked_div(&days(span.len())),
            landing: None,
            landing_linear: None,
            whole,
        }
    }

    /// What a week left must bring; nothing when less than a week is left.
    pub fn required_per_week(&self) -> Option<Ratio> {
        let week = self.required_per_day.as_ref().filter(|_| self.days_left >= 7);
        week.map(|day| day * &days(7))
    }
}

fn days(count: i32) -> Ratio {
    Ratio::from_int(count.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Period;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// The pace of 2026 with the plan divided at the day.
    fn pace(as_of: &str, actual: &str, (so_far, after): (&str, &str)) -> Pace {
        let (so_far, after) = (ratio(so_far), ratio(after));
        let whole = &so_far + &after;
        let planned = Planned { so_far, after, whole };
        Pace::new(Period::Year(2026).span(), day(as_of), ratio(actual), planned)
    }

    /// Domain 3.4, to the digits given there.
    #[test]
    fn october_of_a_seasonal_year() {
        let pace = pace("2026-10-31", "753000", ("791666.67", "208333.33"));
        let cases = [
            ("attainment", &pace.attainment, 6, 951_158),
            ("done", &pace.done, 3, 753),
            ("plan progress", &pace.plan_progress, 4, 7917),
            ("calendar progress", &pace.calendar_progress, 4, 8329),
            ("uplift", &pace.required_uplift, 4, 11_856),
            ("landing", &pace.landing, 2, 95_115_789),
            ("linear landing", &pace.landing_linear, 2, 90_409_539),
        ];
        for (name, value, digits, expected) in cases {
            assert_eq!(value.as_ref().unwrap().round_scaled(digits), expected, "{name}");
        }
        assert_eq!(
            (pace.state, pace.rest.clone(), pace.days_left),
            (PaceState::Underway, ratio("247000"), 61)
        );
        assert_eq!(pace.required_per_day, Some(ratio("247000/61")));
        assert_eq!(pace.required_per_week(), Some(ratio("1729000/61")));
    }

    #[test]
    fn what_cannot_be_said_has_a_reason() {
        let (early, late, last) = ("2026-03-01", "2026-12-30", "2026-12-31");
        for (as_of, actual, plan, state, known) in [
            (early, "10", ("0", "100"), PaceState::NothingDue, [false, true, false]),
            (early, "-5", ("20", "80"), PaceState::Negative, [false, true, false]),
            (early, "120", ("20", "80"), PaceState::Reached, [true, true, true]),
            (early, "10", ("20", "80"), PaceState::Underway, [true, true, true]),
            (early, "10", ("100", "0"), PaceState::NothingLeft, [true, false, true]),
            (early, "10", ("0", "0"), PaceState::Unplanned, [false, false, false]),
            (late, "-5", ("90", "10"), PaceState::Negative, [false, true, false]),
            (last, "100", ("100", "0"), PaceState::Met, [true, false, true]),
            (last, "99", ("100", "0"), PaceState::Missed, [true, false, true]),
            (last, "-1", ("100", "0"), PaceState::Missed, [false, false, true]),
        ] {
            let pace = pace(as_of, actual, plan);
            let found = [&pace.attainment, &pace.required_uplift, &pace.landing].map(Option::is_some);
            assert_eq!((pace.state, found), (state, known), "{actual} of {plan:?} by {as_of}");
        }
    }

    #[test]
    fn a_year_that_is_over_lands_where_it_is() {
        let pace = pace("2026-12-31", "99", ("100", "0"));
        assert_eq!((pace.landing, pace.required_per_day), (Some(ratio("99")), None));
        assert_eq!((pace.rest, pace.calendar_progress), (ratio("1"), Some(Ratio::one())));
    }

    #[test]
    fn a_year_not_begun_has_all_of_it_to_do() {
        let span = Period::Year(2027).span();
        let pace = Pace::waiting(span, ratio("730"), PaceState::NotBegun);
        assert_eq!((pace.rest, pace.required_per_day), (ratio("730"), Some(ratio("2"))));
        assert_eq!(Pace::waiting(span, Ratio::zero(), PaceState::NotBegun).state, PaceState::Unplanned);
    }
}
