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

impl Figure {
    /// A figure of the same unit with another number; money is rounded to its minor unit.
    pub(crate) fn with_number(&self, number: &Ratio) -> Figure {
        match self {
            Figure::Money(Money { currency, .. }) => {
                let minor = number.round_scaled(currency.digits());
                Figure::Money(Money { minor, currency: *currency })
            }
            Figure::Percent(_) => Figure::Percent(number.clone()),
            Figure::Points(_) => Figure::Points(number.clone()),
            Figure::Number(_) => Figure::Number(number.clone()),
        }
    }
}

/// As it is written in files, to two decimals.
impl std::fmt::Display for Figure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (number, scale, unit) = match self {
            Figure::Money(money) => return write!(f, "{money}"),
            Figure::Percent(n) => (n, 4, "%"),
            Figure::Points(n) => (n, 4, "pp"),
            Figure::Number(n) => (n, 2, ""),
        };
        let hundredths = number.round_scaled(scale);
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
        write!(f, "{sign}{whole}.{rest:02}{unit}")
    }
}
