//! What can be said of a figure over time: each fact holds just the numbers that its sentence states, and its periods.
//!
//! A fact that does not matter is not made. None says why something happened.

mod anomaly;
mod concentration;
mod gaps;
mod growth;
mod movers;
mod running;
mod season;
mod share;
mod shift;

pub use anomaly::{Beside, Outlier};
pub use concentration::Concentration;
pub use gaps::{Gaps, OtherWeeks};
pub use growth::{Against, AlignedGrowth, Growth};
pub use movers::{Mover, Movers, Size};
pub use running::Running;
pub use season::{Phase, Season, TooShort};
pub use share::ShareChange;
pub use shift::LevelShift;

use super::{Series, Subject};
use crate::quantity::{Grain, Period, Ratio};
use crate::review::Check;
use crate::workspace::Workspace;

/// One thing that can be said of a subject.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// How much it grew.
    Growth(Growth),
    /// How much of a market or a whole it has, and what its own volume changed by.
    Share(ShareChange),
    /// How the year repeats itself in it.
    Season(Season),
    /// There are not two years yet to tell a season from.
    TooShort(TooShort),
    /// It stays at another level than before.
    Shift(LevelShift),
    /// A single value stands out.
    Outlier(Outlier),
    /// Which of its parts rose and fell most.
    Movers(Movers),
    /// How much of it lies in few parts.
    Concentration(Concentration),
    /// The period that has not ended.
    Running(Running),
    /// Periods without figures.
    Gaps(Gaps),
    /// Weeks of reports that begin on another day.
    OtherWeeks(OtherWeeks),
}

impl Fact {
    /// Its kind, as tables name it.
    pub fn kind(&self) -> &'static str {
        match self {
            Fact::Growth(growth) => growth.against.kind(),
            Fact::Share(_) => "share",
            Fact::Season(_) => "season",
            Fact::TooShort(_) => "season-unknown",
            Fact::Shift(_) => "shift",
            Fact::Outlier(_) => "outlier",
            Fact::Movers(movers) => movers.size.kind(),
            Fact::Concentration(_) => "concentration",
            Fact::Running(_) => "running",
            Fact::Gaps(_) => "gaps",
            Fact::OtherWeeks(_) => "other-weeks",
        }
    }

    /// What it tells of.
    pub fn subject(&self) -> &Subject {
        match self {
            Fact::Growth(fact) => &fact.subject,
            Fact::Share(fact) => &fact.subject,
            Fact::Season(fact) => &fact.subject,
            Fact::TooShort(fact) => &fact.subject,
            Fact::Shift(fact) => &fact.subject,
            Fact::Outlier(fact) => &fact.subject,
            Fact::Movers(fact) => &fact.subject,
            Fact::Concentration(fact) => &fact.subject,
            Fact::Running(fact) => &fact.subject,
            Fact::Gaps(fact) => &fact.subject,
            Fact::OtherWeeks(fact) => &fact.subject,
        }
    }

    /// Whether late reports may still change its numbers.
    pub fn is_provisional(&self) -> bool {
        match self {
            Fact::Growth(fact) => fact.provisional,
            Fact::Running(fact) => fact.provisional,
            _ => false,
        }
    }

    /// The period it tells of: the last one, where there are several.
    pub fn period(&self) -> Period {
        match self {
            Fact::Growth(fact) => fact.period,
            Fact::Share(fact) => fact.period,
            Fact::Season(fact) => fact.peak.period,
            Fact::TooShort(fact) => fact.period,
            Fact::Shift(fact) => fact.period,
            Fact::Outlier(fact) => fact.period,
            Fact::Movers(fact) => fact.period,
            Fact::Concentration(fact) => fact.period,
            Fact::Running(fact) => fact.period,
            Fact::Gaps(fact) => fact.last,
            Fact::OtherWeeks(fact) => Period::Day(fact.last.from),
        }
    }
}

/// What can be said of one series, what matters most first.
pub fn facts(workspace: &Workspace, check: &Check<'_>, series: &Series) -> Vec<Fact> {
    let season = Season::seen(series);
    let steps = season::steps(series.grain).filter(|_| matches!(season, Some(Fact::Season(_))));
    let growth = [Against::Previous, Against::LastYear].map(|against| Growth::of(check, series, against));
    let mut facts: Vec<Fact> = growth.into_iter().flatten().map(Fact::Growth).collect();
    facts.extend(ShareChange::of(workspace, check, series).map(Fact::Share));
    let may_be_season = matches!(season, Some(Fact::TooShort(_)));
    let shift = LevelShift::of(workspace, check, (series, steps));
    facts.extend(shift.map(|shift| Fact::Shift(LevelShift { may_be_season, ..shift })));
    facts.extend(Outlier::all(check, (series, steps)).into_iter().map(Fact::Outlier));
    facts.extend(season);
    facts.extend(Running::of(check, series).map(Fact::Running));
    facts.extend(Gaps::of(series).map(Fact::Gaps));
    facts.extend(OtherWeeks::of(series).map(Fact::OtherWeeks));
    facts
}

/// What can be said of the parts of a figure by a dimension: which moved most, and how much lies in few of them.
pub fn facts_among(
    workspace: &Workspace,
    check: &Check<'_>,
    (whole, dimension): (&Subject, &str),
    grain: Grain,
) -> Vec<Fact> {
    let parts = movers::Parts::of(workspace, check, (whole, dimension), grain);
    let Some(parts) = parts else { return Vec::new() };
    let mut facts: Vec<Fact> = Vec::new();
    for against in [Against::Previous, Against::LastYear] {
        facts.extend(Movers::of(check, &parts, against).into_iter().map(Fact::Movers));
    }
    facts.extend(Concentration::of(check, &parts).map(Fact::Concentration));
    facts
}

/// A number that was estimated, to six decimals.
fn estimate(number: f64) -> Option<Ratio> {
    let scaled = (number * 1e6).round();
    (scaled.is_finite() && scaled.abs() < 1e30).then(|| Ratio::from_scaled(scaled as i128, 6))
}
