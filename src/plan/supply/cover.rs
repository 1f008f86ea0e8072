//! Forward cover: how long stock lasts against what the plan sells (domain 4.1).

use super::Cover;
use crate::quantity::Ratio;

impl Cover {
    /// How long units last against weeks of planned demand: each with its length in weeks (the present one is
    /// shorter) and its units. A week without demand counts as covered.
    pub fn of(units: i128, weeks: impl IntoIterator<Item = (Ratio, i128)>) -> Self {
        let (mut left, mut covered) = (units.max(0), Ratio::zero());
        for (length, demand) in weeks {
            if demand > left {
                let part = Ratio::new(left, demand).unwrap_or_else(Ratio::zero);
                covered += &(&length * &part);
                return Cover { weeks: covered, beyond: false };
            }
            left -= demand;
            covered += &length;
        }
        Cover { weeks: covered, beyond: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cover(units: i128, demand: &[i128]) -> (String, bool) {
        let cover = Cover::of(units, demand.iter().map(|demand| (Ratio::one(), *demand)));
        (cover.weeks.to_string(), cover.beyond)
    }

    #[test]
    fn weeks_without_demand_are_covered_and_the_horizon_is_an_end() {
        assert_eq!(cover(30, &[10, 0, 40]), ("5/2".to_owned(), false));
        assert_eq!(cover(50, &[10, 0, 40]), ("3".to_owned(), true));
        assert_eq!(cover(0, &[0, 10]), ("1".to_owned(), false));
        assert_eq!(cover(-5, &[10]), ("0".to_owned(), false));
    }

    #[test]
    fn the_rest_of_a_week_counts_as_what_it_is() {
        let day = Ratio::new(1, 7).unwrap();
        assert_eq!(Cover::of(15, [(day, 10), (Ratio::one(), 10)]).weeks, Ratio::new(9, 14).unwrap());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn cover_is_never_negative_and_grows_with_stock(
            units in -100..5000_i128,
            more in 0..500_i128,
            demand in prop::collection::vec(0..400_i128, 0..60),
        ) {
            let of = |units| Cover::of(units, demand.iter().map(|demand| (Ratio::one(), *demand)));
            prop_assert!(!of(units).weeks.is_negative());
            prop_assert!(of(units + more).weeks >= of(units).weeks);
        }
    }
}
