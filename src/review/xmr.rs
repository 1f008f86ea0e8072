//! The natural limits of a process, from its points and their moving ranges (XmR, domain 6.2).

use crate::quantity::Ratio;

/// The fewest points that limits can be made of.
pub(super) const LEAST: usize = 10;

/// The natural limits of a process, in the unit of its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The mean of the points.
    pub mean: Ratio,
    /// The mean distance from one point to the next.
    pub range: Ratio,
    /// The lowest point that the process gives by itself: mean − 2.66 × range.
    pub lower: Ratio,
    /// The highest: mean + 2.66 × range.
    pub upper: Ratio,
    /// The largest distance from one point to the next that the process gives by itself: 3.268 × range.
    pub range_limit: Ratio,
}

/// How a point shows that its process has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// It lies outside the limits.
    Outside,
    /// It is the last of eight in a row on one side of the mean.
    Run,
    /// It is one of three, of the last four, that lie nearer to one limit than to the mean.
    Near,
}

/// A point that its process does not give by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Breach {
    /// What shows it.
    pub rule: Rule,
    /// Whether it lies above the mean.
    pub above: bool,
}

impl Limits {
    /// The limits of a process; nothing of fewer than [`LEAST`] points.
    pub fn of(points: &[Ratio]) -> Option<Limits> {
        if points.len() < LEAST {
            return None;
        }
        let ranges: Vec<Ratio> = points.windows(2).map(|pair| (&pair[1] - &pair[0]).abs()).collect();
        let (mean, range) = (mean(points)?, mean(&ranges)?);
        let reach = &Ratio::from_scaled(266, 2) * &range;
        Some(Limits {
            lower: &mean - &reach,
            upper: &mean + &reach,
            range_limit: &Ratio::from_scaled(3268, 3) * &range,
            mean,
            range,
        })
    }

    /// What the last of some successive points shows; nothing when the process gives such points by itself.
    pub fn breach(&self, points: &[Ratio]) -> Option<Breach> {
        let last = points.last()?;
        let above = *last > self.mean;
        let rules = [
            (Rule::Outside, *last > self.upper || *last < self.lower),
            (Rule::Run, self.all_on_one_side(points, above)),
            (Rule::Near, self.mostly_near(points, above)),
        ];
        let first = rules.into_iter().find(|(_, holds)| *holds);
        first.map(|(rule, _)| Breach { rule, above })
    }

    fn all_on_one_side(&self, points: &[Ratio], above: bool) -> bool {
        let side = |point: &Ratio| if above { *point > self.mean } else { *point < self.mean };
        tail(points, 8).is_some_and(|last| last.iter().all(side))
    }

    fn mostly_near(&self, points: &[Ratio], above: bool) -> bool {
        let limit = if above { &self.upper } else { &self.lower };
        let near = |point: &&Ratio| (*point - limit).abs() < (*point - &self.mean).abs();
        points.last().as_ref().is_some_and(near)
            && tail(points, 4).is_some_and(|last| last.iter().filter(near).count() >= 3)
    }
}

fn tail(points: &[Ratio], count: usize) -> Option<&[Ratio]> {
    points.get(points.len().checked_sub(count)?..)
}

fn mean(points: &[Ratio]) -> Option<Ratio> {
    points.iter().sum::<Ratio>().checked_div(&Ratio::from_int(points.len() as i128))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten points of mean 10 with a mean range of 1: limits 7.34 and 12.66, half-way 8.67 and 11.33.
    fn limits() -> Limits {
        Limits::of(&points("9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5 9.5 10.5")).unwrap()
    }

    fn points(text: &str) -> Vec<Ratio> {
        text.split(' ').map(|point| Ratio::parse(point).unwrap()).collect()
    }

    #[test]
    fn nine_points_are_too_few() {
        assert_eq!(Limits::of(&points("1 2 3 4 5 6 7 8 9")), None);
    }

    #[test]
    fn each_rule_has_its_last_point() {
        for (text, expected) in [
            ("12.67", Some((Rule::Outside, true))),
            ("12.66", None),
            ("7.33", Some((Rule::Outside, false))),
            ("10.1 10.1 10.1 10.1 10.1 10.1 10.1 10.1", Some((Rule::Run, true))),
            ("10.1 10.1 10.1 10.1 10.1 10.1 10.1", None),
            ("10.1 10.1 10.1 10 10.1 10.1 10.1 10.1", None),
            ("9.9 9.9 9.9 9.9 9.9 9.9 9.9 9.9", Some((Rule::Run, false))),
            ("11.4 10 11.4 11.4", Some((Rule::Near, true))),
            ("11.33 11.33 11.33 11.33", None),
            ("11.4 11.4 11.4 10", None),
            ("11.4 8.6 8.6 8.6", Some((Rule::Near, false))),
            ("8.6 8.6 11.4 11.4", None),
            ("8.6 8.6 8.6", None),
        ] {
            let found = limits().breach(&points(text)).map(|breach| (breach.rule, breach.above));
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn of_a_process_that_never_moves_every_move_is_remarkable() {
        let still = Limits::of(&points("5 5 5 5 5 5 5 5 5 5")).unwrap();
        assert_eq!(still.breach(&points("5")), None);
        assert_eq!(still.breach(&points("5.01")).map(|breach| breach.rule), Some(Rule::Outside));
    }
}
