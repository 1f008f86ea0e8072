//! Turnover: how often a product's stock is sold in a year, and how many days it lies (domain 4.1).

use super::Position;
use crate::quantity::{Currency, ProductId, Ratio, Span};
use crate::workspace::{Product, Rates};

/// The planned turnover of a product over the weeks ahead, at the factory's price, in the reporting currency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turnover {
    /// The product.
    pub product: ProductId,
    /// The days it is computed over.
    pub span: Span,
    /// What is sold in them, at cost.
    pub cost: Ratio,
    /// What lies in the warehouses on average: the simple mean of today's stock and that at the end of each week.
    pub average: Ratio,
    /// Turns a year.
    pub turns: Ratio,
    /// Days that stock lies: 365 divided by the turns.
    pub days: Ratio,
}

/// Cost of goods sold divided by the simple mean of balances; nothing without balances.
pub fn turns(cost: &Ratio, balances: &[Ratio]) -> Option<Ratio> {
    let sum: Ratio = balances.iter().sum();
    let mean = sum.checked_div(&Ratio::from_int(balances.len() as i128))?;
    cost.checked_div(&mean)
}

/// The planned turnover of a product; nothing when stock, plan or cost of some position is not known.
pub(super) fn planned(
    product: &Product,
    positions: &[Position],
    rates: &Rates,
    currency: Option<Currency>,
) -> Option<Turnover> {
    let weeks = positions.iter().map(|own| own.weeks.len()).min().filter(|weeks| *weeks > 0)?;
    let today = positions.iter().map(Position::available).sum::<Option<i128>>()?;
    let unit = |number: usize| {
        let day = positions.first()?.weeks.get(number)?.days.from;
        let fob = product.cost_on(day)?.fob;
        Some(&fob.amount() * &rates.fx(fob.currency, currency?, day)?)
    };
    let worth = |number: usize, units: i128| Some(&unit(number)? * &Ratio::from_int(units));
    let in_week = |number: usize, of: fn(&super::Week) -> i128| -> Option<Ratio> {
        worth(number, positions.iter().filter_map(|own| own.weeks.get(number)).map(of).sum())
    };
    let cost = (0..weeks).map(|number| in_week(number, |week| week.demand)).sum::<Option<Ratio>>()?;
    let ends = (0..weeks).map(|number| in_week(number, |week| week.projected));
    let balances = std::iter::once(worth(0, today)).chain(ends).collect::<Option<Vec<Ratio>>>()?;
    let first = positions.first()?;
    let span = Span::new(first.weeks.first()?.days.from, first.weeks.get(weeks - 1)?.days.to)?;
    let year = Ratio::from_int(365);
    let turns = &turns(&cost, &balances)? * &year.checked_div(&Ratio::from_int(span.len().into()))?;
    let sum: Ratio = balances.iter().sum();
    Some(Turnover {
        product: product.id.clone(),
        span,
        cost,
        average: sum.checked_div(&Ratio::from_int(balances.len() as i128))?,
        days: year.checked_div(&turns)?,
        turns,
    })
}
