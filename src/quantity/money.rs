//! Money: whole minor units of one currency.

use std::fmt;

use super::{Currency, Ratio};

/// An exact amount in the minor units of its currency (cents of a dollar, yen).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Money {
    /// The count of minor units.
    pub minor: i128,
    /// What they are units of.
    pub currency: Currency,
}

impl Money {
    /// Reads `1000000.00 USD`; refuses more decimals than the currency has.
    pub fn parse(text: &str) -> Option<Self> {
        let (amount, code) = text.trim().rsplit_once(' ')?;
        let currency = Currency::parse(code)?;
        Money::exact(&Ratio::parse(amount.trim())?, currency)
    }

    /// The amount, when it is a whole number of minor units.
    pub fn exact(amount: &Ratio, currency: Currency) -> Option<Self> {
        let minor = amount.round_scaled(currency.digits());
        (Ratio::from_scaled(minor, currency.digits()) == *amount).then_some(Money { minor, currency })
    }

    /// The amount in major units (dollars), exactly.
    pub fn amount(&self) -> Ratio {
        Ratio::from_scaled(self.minor, self.currency.digits())
    }
}

/// As written in YAML: `-3720.00 USD`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.currency.digits() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let text = format!("{:0>width$}", self.minor.unsigned_abs(), width = digits + 1);
        let (whole, cents) = text.split_at(text.len() - digits);
        let point = if digits == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{cents} {}", self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_minor_unit_and_shown_again() {
        for (text, minor) in
            [("1000000.00 USD", 100_000_000), ("-0.05 USD", -5), ("3980 JPY", 3980), ("6.2 USD", 620)]
        {
            let money = Money::parse(text).unwrap();
            assert_eq!(money.minor, minor, "{text}");
            assert_eq!(Money::parse(&money.to_string()), Some(money));
        }
    }

    #[test]
    fn what_is_not_exact_money_is_refused() {
        for text in ["12.345 USD", "398.5 JPY", "USD", "12", "1,000 USD", "12 usd", "NaN USD"] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }
}
