//! How good probabilities were: the Brier score (domain 6.3).

use super::measure::mean;
use super::value_added;
use crate::quantity::Ratio;

/// A probability, and whether what it was given for happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// How likely it was said to be (0.80).
    pub probability: Ratio,
    /// Whether it happened.
    pub happened: bool,
}

/// The score of some calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brier {
    /// How many there are.
    pub n: usize,
    /// The mean squared distance of the probabilities from what happened: 0 is perfect, 0.25 is what always saying
    /// one half brings.
    pub score: Ratio,
    /// The share of calls that happened.
    pub base_rate: Ratio,
    /// The score of always saying the base rate.
    pub climatology: Ratio,
    /// 1 − score / climatology; nothing where all happened or none.
    pub skill: Option<Ratio>,
}

impl Said {
    /// The squared distance of a probability from what happened.
    pub fn distance(&self, probability: &Ratio) -> Ratio {
        let outcome = if self.happened { Ratio::one() } else { Ratio::zero() };
        let off = probability - &outcome;
        &off * &off
    }
}

impl Brier {
    /// Scores calls; nothing of none.
    pub fn of(said: &[Said]) -> Option<Self> {
        let happened = said.iter().filter(|call| call.happened).count();
        let base_rate = Ratio::new(happened as i128, said.len() as i128)?;
        let score = mean(said.iter().map(|call| call.distance(&call.probability)))?;
        let climatology = mean(said.iter().map(|call| call.distance(&base_rate)))?;
        let skill = value_added(&score, &climatology);
        Some(Brier { n: said.len(), score, base_rate, climatology, skill })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_that_all_came_true_have_no_skill_to_show() {
        let said = [Said { probability: Ratio::from_scaled(9, 1), happened: true }];
        let brier = Brier::of(&said).unwrap();
        assert_eq!(
            (brier.score, brier.base_rate, brier.skill),
            (Ratio::from_scaled(1, 2), Ratio::one(), None)
        );
        assert_eq!(Brier::of(&[]), None);
    }
}
