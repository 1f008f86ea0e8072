//! Goals of a year, and what each product shall bring (`goals:` and `profit_targets:` of `company.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{GoalId, MeasureId, Money, PersonId, ProductId, Ratio, Scope};

use super::{At, Figure};

/// What a figure shall be in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its name in files.
    pub id: GoalId,
    /// The figure it speaks of.
    pub metric: At<MeasureId>,
    /// The year.
    pub year: i16,
    /// What the figure shall be.
    pub aim: Aim,
    /// What it was the year before.
    pub prior: Option<At<Figure>>,
    /// How much it shall grow; agrees with the target and the year before when those are given.
    pub growth: Option<At<Growth>>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// Another target for a part of the company; the narrowest scope wins.
    pub by: Vec<ScopedTarget>,
    /// Where it is written.
    pub place: Place,
}

impl Goal {
    /// What shall be reached; nothing when the goal is a limit.
    pub fn target(&self) -> Option<&Figure> {
        match &self.aim {
            Aim::Target(target) => Some(&target.value),
            Aim::Limit(_) => None,
        }
    }

    /// What shall not be passed; nothing when the goal is a target.
    pub fn limit(&self) -> Option<&Figure> {
        match &self.aim {
            Aim::Limit(limit) => Some(&limit.value),
            Aim::Target(_) => None,
        }
    }

    /// The target of a part of the company: its own or that of the narrowest scope around it.
    pub fn target_in(&self, scope: &Scope) -> Option<&Figure> {
        let holds = |part: &&ScopedTarget| {
            part.scope.product.as_ref().is_none_or(|p| Some(p) == scope.product.as_ref())
                && part.scope.marketplace.as_ref().is_none_or(|m| Some(m) == scope.marketplace.as_ref())
        };
        let width = |part: &ScopedTarget| {
            u8::from(part.scope.product.is_some()) * 2 + u8::from(part.scope.marketplace.is_some())
        };
        let narrowest = self.by.iter().filter(holds).max_by_key(|part| width(part));
        narrowest.map(|part| &part.target.value).or_else(|| self.target())
    }
}

/// What a figure shall be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It shall come to this.
    Target(At<Figure>),
    /// It shall stay within this.
    Limit(At<Figure>),
}

/// How much a figure shall grow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The growth, 2 for 200 %.
    pub value: Ratio,
    /// What 200 % means.
    pub meaning: Meaning,
}

impl Growth {
    /// What the year before is multiplied with.
    pub fn factor(&self) -> Ratio {
        match self.meaning {
            Meaning::Increase => &self.value + &Ratio::one(),
            Meaning::Multiple => self.value.clone(),
        }
    }
}

/// What a growth of 200 % means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Three times the year before.
    Increase,
    /// Twice the year before.
    Multiple,
}

/// The target of a part of the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScopedTarget {
    /// The part.
    pub scope: Scope,
    /// Its target.
    pub target: At<Figure>,
    /// Where it is written.
    pub place: Place,
}

/// What a product shall bring in the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfitTarget {
    /// The product.
    pub product: At<ProductId>,
    /// Contribution profit.
    pub profit: Option<Money>,
    /// Inventory turns a year.
    pub turns: Option<Ratio>,
    /// The most cash it may bind.
    pub cash: Option<Money>,
}
