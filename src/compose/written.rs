//! Figures that people typed, as they are shown: exact, with their unit.

use super::desk::Desk;
use crate::quantity::{Money, Ratio};
use crate::workspace::Figure;

/// An amount to its last minor unit: "29.99 美元".
pub(crate) fn money(desk: &Desk<'_>, money: &Money) -> String {
    amount(desk, money, money.currency.digits())
}

fn amount(desk: &Desk<'_>, money: &Money, digits: u32) -> String {
    desk.locale.money(desk.locale.decimal(&money.amount(), digits), money.currency, 0)
}

/// A figure for a headline: amounts without their minor units.
pub(crate) fn whole(desk: &Desk<'_>, typed: &Figure) -> String {
    match typed {
        Figure::Money(money) => amount(desk, money, 0),
        _ => figure(desk, typed),
    }
}

/// A figure in the unit it was typed in, with as many decimals as it has.
pub(crate) fn figure(desk: &Desk<'_>, figure: &Figure) -> String {
    let hundred = |share: &Ratio| number(desk, &(share * &Ratio::from_int(100)));
    match figure {
        Figure::Money(amount) => money(desk, amount),
        Figure::Percent(share) => format!("{}%", hundred(share)),
        Figure::Points(share) => format!("{}\u{a0}{}", hundred(share), desk.say("unit-points")),
        Figure::Number(value) => number(desk, value),
    }
}

/// A number with as many decimals as it has, at most six.
pub(crate) fn number(desk: &Desk<'_>, value: &Ratio) -> String {
    desk.locale.decimal(value, decimals(value))
}

fn decimals(value: &Ratio) -> u32 {
    let exact = |digits: &u32| Ratio::from_scaled(value.round_scaled(*digits), *digits) == *value;
    (0..6).find(exact).unwrap_or(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimals_it_was_typed_with() {
        for (text, digits) in [("150.0", 0), ("1.38", 2), ("-3.4", 1), ("0", 0), ("1/3", 6)] {
            assert_eq!(decimals(&Ratio::parse(text).unwrap()), digits, "{text}");
        }
    }
}
