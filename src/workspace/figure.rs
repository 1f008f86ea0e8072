//! Figures that people type: targets, baselines, effects.

use crate::quantity::{Money, Ratio};

/// A figure with the unit it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount: `150000.00 USD`.
    Money(Money),
    /// A share: `10.0%` is one tenth.
    Percent(Ratio),
    /// A difference of shares: `0.5pp` is 0.005.
    Points(Ratio),
    /// A plain number: `4.5`.
    Number(Ratio),
}

impl Figure {
    /// The number it stands for: major units of its currency, or a ratio (0.10 for 10 %).
    pub fn number(&self) -> Ratio {
        match self {
            Figure::Money(money) => money.amount(),
            Figure::Percent(n) | Figure::Points(n) | Figure::Number(n) => n.clone(),
        }
    }

    /// The money, when it is an amount.
    pub fn money(&self) -> Option<&Money> {
        match self {
            Figure::Money(money) => Some(money),
            _ => None,
        }
    }
}
