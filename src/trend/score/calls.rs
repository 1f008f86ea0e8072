//! Calls of briefings: statements that turn out true or false, each with its probability.

use std::collections::BTreeMap;

use super::{Brier, Said};
use crate::quantity::{Day, PersonId, Ratio};
use crate::workspace::{Briefing, BriefingItem, Call, Workspace};

/// The calls of all briefings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calls<'a> {
    /// Each of them, in the order of their days.
    pub all: Vec<Made<'a>>,
    /// The score of those that are resolved; nothing while none is.
    pub score: Option<Brier>,
    /// The same by who made them.
    pub by_author: BTreeMap<PersonId, Brier>,
    /// How often calls of each likelihood came true, the least likely first; those without any are left out.
    pub calibration: Vec<Calibration>,
}

/// A call and the briefing it was made in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Made<'a> {
    /// The briefing.
    pub briefing: &'a Briefing,
    /// Its item.
    pub item: &'a BriefingItem,
    /// The call.
    pub call: &'a Call,
    /// What became of it.
    pub state: State,
}

/// What became of a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Its day has not come.
    Pending,
    /// Its day is over, and nobody wrote what happened: it is not scored.
    Due,
    /// It came true.
    Happened,
    /// It did not.
    NotHappened,
}

/// The seven words of likelihood (ICD 203), each with its range in percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likelihood {
    /// Up to 5 %.
    AlmostNoChance,
    /// 5 to 20 %.
    VeryUnlikely,
    /// 20 to 45 %.
    Unlikely,
    /// 45 to 55 %.
    EvenChance,
    /// 55 to 80 %.
    Likely,
    /// 80 to 95 %.
    VeryLikely,
    /// From 95 %.
    AlmostCertain,
}

/// How often calls of one likelihood came true.
#[derive(Clone, Debug, PartialEq)]
pub struct Calibration {
    /// The likelihood.
    pub likelihood: Likelihood,
    /// How many calls.
    pub n: usize,
    /// How many came true.
    pub happened: usize,
    /// The mean of their probabilities.
    pub expected: Ratio,
}

impl Likelihood {
    /// The word of a probability (0.80); where two ranges meet, the likelier.
    pub fn of(probability: &Ratio) -> Self {
        let below = |percent: i128| *probability < Ratio::from_scaled(percent, 2);
        match () {
            () if below(5) => Likelihood::AlmostNoChance,
            () if below(20) => Likelihood::VeryUnlikely,
            () if below(45) => Likelihood::Unlikely,
            () if below(55) => Likelihood::EvenChance,
            () if below(80) => Likelihood::Likely,
            () if below(95) => Likelihood::VeryLikely,
            () => Likelihood::AlmostCertain,
        }
    }

    /// Its word in tables and message keys.
    pub fn word(self) -> &'static str {
        match self {
            Likelihood::AlmostNoChance => "almost-no-chance",
            Likelihood::VeryUnlikely => "very-unlikely",
            Likelihood::Unlikely => "unlikely",
            Likelihood::EvenChance => "even-chance",
            Likelihood::Likely => "likely",
            Likelihood::VeryLikely => "very-likely",
            Likelihood::AlmostCertain => "almost-certain",
        }
    }
}

impl State {
    fn of(call: &Call, today: Day) -> Self {
        match (call.outcome, call.resolves) {
            (Some(true), _) => State::Happened,
            (Some(false), _) => State::NotHappened,
            (None, Some(day)) if day < today => State::Due,
            (None, _) => State::Pending,
        }
    }

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Due => "due",
            State::Happened => "happened",
            State::NotHappened => "not-happened",
        }
    }
}

impl Made<'_> {
    /// The probability and what happened, of a call that is resolved.
    pub fn said(&self) -> Option<Said> {
        let (probability, happened) = self.call.probability.clone().zip(self.call.outcome)?;
        Some(Said { probability, happened })
    }

    /// Its own part of the score: the squared distance of its probability from what happened.
    pub fn score(&self) -> Option<Ratio> {
        self.said().map(|said| said.distance(&said.probability))
    }
}

impl<'a> Calls<'a> {
    /// The calls of the briefings issued until today, scored.
    pub(super) fn of(workspace: &'a Workspace, today: Day) -> Self {
        let briefings = workspace.briefings.iter().filter(|briefing| briefing.issued <= today);
        let items = briefings.flat_map(|briefing| briefing.items.iter().map(move |item| (briefing, item)));
        let made = |(briefing, item): (&'a Briefing, &'a BriefingItem)| {
            item.calls.iter().map(move |call| Made { briefing, item, call, state: State::of(call, today) })
        };
        let mut all: Vec<Made<'a>> = items.flat_map(made).collect();
        all.sort_by_key(|made| made.call.resolves);
        let said: Vec<Said> = all.iter().filter_map(Made::said).collect();
        Calls { score: Brier::of(&said), by_author: by_author(&all), calibration: calibration(&said), all }
    }

    /// The calls in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &Made<'a>> {
        self.all.iter().filter(move |made| made.state == state)
    }
}

fn by_author(all: &[Made<'_>]) -> BTreeMap<PersonId, Brier> {
    let mut said: BTreeMap<PersonId, Vec<Said>> = BTreeMap::new();
    for made in all {
        if let Some(author) = &made.briefing.author {
            said.entry(author.value.clone()).or_default().extend(made.said());
        }
    }
    said.into_iter().filter_map(|(author, said)| Some((author, Brier::of(&said)?))).collect()
}

fn calibration(said: &[Said]) -> Vec<Calibration> {
    let mut bands: BTreeMap<Likelihood, Vec<&Said>> = BTreeMap::new();
    for call in said {
        bands.entry(Likelihood::of(&call.probability)).or_default().push(call);
    }
    let band = |(likelihood, calls): (Likelihood, Vec<&Said>)| {
        let expected = super::mean(calls.iter().map(|call| call.probability.clone()))?;
        let happened = calls.iter().filter(|call| call.happened).count();
        Some(Calibration { likelihood, n: calls.len(), happened, expected })
    };
    bands.into_iter().filter_map(band).collect()
}
