//! Turnover: how often a product's stock is sold in a year, and how many days it lies (domain 4.1).

use super::{Order, Position};
use crate::quantity::{Currency, Day, ProductId, Ratio, Span};
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
    /// What is owned on average, in the warehouses and on the way there: the simple mean of today's stock and that at the
    /// end of each week.
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
    let first = positions.first()?;
    let span = Span::new(first.weeks.first()?.days.from, first.weeks.get(weeks - 1)?.days.to)?;
    let worth = |units: i128, day: Day| {
        let fob = product.cost_on(day)?.fob;
        Some(&(&fob.amount() * &rates.fx(fob.currency, currency?, day)?) * &Ratio::from_int(units))
    };
    let sold = |number: usize| -> Option<Ratio> {
        let weeks = positions.iter().filter_map(|own| own.weeks.get(number));
        worth(weeks.clone().map(|week| week.demand).sum(), weeks.map(|week| week.days.from).min()?)
    };
    let cost = (0..weeks).map(sold).sum::<Option<Ratio>>()?;
    let today = span.from - 1;
    let ends = first.weeks.iter().take(weeks).map(|week| week.days.to);
    let balance = |day: Day| worth(positions.iter().map(|own| own.owned(day)).sum::<Option<i128>>()?, day);
    let balances = std::iter::once(today).chain(ends).map(balance).collect::<Option<Vec<Ratio>>>()?;
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

impl Position {
    /// Units that the company owns at the end of a day: in the warehouse, in shipments under way, and of orders whose
    /// first leg, the factory's, is over.
    fn owned(&self, day: Day) -> Option<i128> {
        let week = self.weeks.iter().rfind(|week| week.days.to <= day);
        let stock = week.map_or_else(|| self.available(), |week| Some(week.projected))?;
        let shipped: i128 =
            self.arrivals.iter().filter(|arrival| day < arrival.day).map(|arrival| arrival.units).sum();
        let sails = |order: &&Order| {
            day < order.need && order.legs.first().is_some_and(|factory| factory.span.to <= day)
        };
        Some(stock + shipped + self.orders.iter().filter(sails).map(|order| order.units).sum::<i128>())
    }
}
