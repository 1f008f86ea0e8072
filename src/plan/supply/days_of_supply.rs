//! Days of supply as Amazon counts them: stock at hand against units shipped, looking back (domain 4.1).

use super::demand;
use crate::facts::Facts;
use crate::quantity::{Day, MeasureId, Ratio, Scope, Sku, Span};

/// Below so many days, over both stretches, a marketplace asks for its low-inventory fee.
const LOW: i128 = 28;

/// Average stock at hand divided by average units shipped, in days, over two stretches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaysOfSupply {
    /// Over the last thirty days.
    pub short: Ratio,
    /// Over the last ninety days.
    pub long: Ratio,
}

impl DaysOfSupply {
    /// From average stock and average units shipped a day, over thirty and over ninety days; nothing when nothing was
    /// shipped.
    pub fn of(stock: [&Ratio; 2], shipped: [&Ratio; 2]) -> Option<Self> {
        let [short, long] = [0, 1].map(|stretch: usize| stock[stretch].checked_div(shipped[stretch]));
        Some(DaysOfSupply { short: short?, long: long? })
    }

    /// Whether both stretches are so low that a fee is due.
    pub fn is_low(&self) -> bool {
        let low = Ratio::from_int(LOW);
        self.short < low && self.long < low
    }
}

/// The days of supply of a SKU in a marketplace, where its stock is known for each of the last ninety days.
pub(super) fn measured(facts: &Facts, (scope, sku): (&Scope, &Sku), today: Day) -> Option<DaysOfSupply> {
    let (stock, units) = (MeasureId::new("stock_on_hand"), demand::units());
    let known = facts.covered(&stock, scope)?;
    let last = known.to.min(facts.covered(&units, scope)?.to).min(today - 1);
    if known.from > last - 89 {
        return None;
    }
    let days = Span { from: last - 89, to: last }.days();
    let on = |day: Day| {
        let parts = demand::split_by_sku(facts, (&stock, scope), Span { from: day, to: day })?;
        Some(parts.get(sku).cloned().unwrap_or_else(Ratio::zero))
    };
    let stock: Vec<Ratio> = days.map(on).collect::<Option<_>>()?;
    let mean = |days: i32| {
        let sum: Ratio = stock.iter().rev().take(usize::try_from(days).ok()?).sum();
        sum.checked_div(&Ratio::from_int(days.into()))
    };
    let shipped = |days: i32| {
        let sold = demand::by_sku(facts, scope, Span { from: last - (days - 1), to: last })?;
        sold.get(sku)?.checked_div(&Ratio::from_int(days.into()))
    };
    DaysOfSupply::of([&mean(30)?, &mean(90)?], [&shipped(30)?, &shipped(90)?])
}
