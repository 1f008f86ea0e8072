//! How long money is bound: days in stock, until buyers' money comes, less the days a supplier waits (domain 4.3).

use super::books::{Books, Inputs};
use super::{FlowKind, PayoutRule};
use crate::plan::supply::Position;
use crate::quantity::{MarketplaceId, Ratio};

/// The days of the cash conversion cycle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle {
    /// Days that goods lie in stock.
    pub stock: Ratio,
    /// Days from a sale to its money in the bank.
    pub receivable: Ratio,
    /// Days from goods to their payment; below nought when they are paid before they come.
    pub payable: Ratio,
}

impl Cycle {
    /// Days that money is bound: stock + receivable − payable.
    pub fn days(&self) -> Ratio {
        &(&self.stock + &self.receivable) - &self.payable
    }
}

/// For how many days an amount lasts at a flow over some days: stock against cost of goods, receivables
/// against sales, payables against cost of goods; nothing when nothing flows.
pub fn lasts(amount: &Ratio, (flow, days): (&Ratio, i128)) -> Option<Ratio> {
    (amount * &Ratio::from_int(days)).checked_div(flow)
}

impl Books<'_> {
    /// The cycle of what is planned: planned stock at landed cost against planned units, the mean lag of payouts,
    /// and the days from the arrival of planned orders to their payments.
    pub(super) fn cycle(&self) -> Option<Cycle> {
        Some(Cycle {
            stock: self.inputs.stock_days()?,
            receivable: self.receivable()?,
            payable: self.bought.1.checked_div(&self.bought.0)?,
        })
    }

    /// The mean lag of each marketplace's rule of today, weighed by what it pays out.
    fn receivable(&self) -> Option<Ratio> {
        let (mut paid, mut waited) = (Ratio::zero(), Ratio::zero());
        for flow in self.flows.iter().filter(|flow| flow.kind == FlowKind::Payout) {
            let Some(place) = &flow.marketplace else { continue };
            paid += &flow.amount;
            waited += &(&flow.amount * &self.inputs.lag(place)?);
        }
        waited.checked_div(&paid)
    }
}

impl Inputs<'_> {
    fn lag(&self, marketplace: &MarketplaceId) -> Option<Ratio> {
        let row = PayoutRule::row(&self.workspace.rates, marketplace, self.today)?;
        PayoutRule::of(row).map(|rule| rule.mean_lag())
    }

    /// For how many days the planned stock lasts at planned sales, both at landed cost.
    fn stock_days(&self) -> Option<Ratio> {
        let (mut stock, mut sold) = (Ratio::zero(), Ratio::zero());
        for position in &self.supply.positions {
            let Some((held, daily)) = held(position) else { continue };
            let cost = self.landed(position)?;
            stock += &(&held * &cost);
            sold += &(&daily * &cost);
        }
        lasts(&stock, (&sold, 1))
    }

    fn landed(&self, position: &Position) -> Option<Ratio> {
        let unit = self.economics.on(&position.product, &position.marketplace, self.today)?;
        let rate =
            self.workspace.rates.fx(unit.currency, self.workspace.reporting_currency()?, self.today)?;
        Some(&unit.costs.landed() * &rate)
    }
}

/// Units that lie in a warehouse on average, and those sold a day, over the weeks ahead.
fn held(position: &Position) -> Option<(Ratio, Ratio)> {
    let length = |week: &crate::plan::supply::Week| i128::from(week.days.len());
    let days: i128 = position.weeks.iter().map(length).sum();
    let lying: i128 = position.weeks.iter().map(|week| week.projected.max(0) * length(week)).sum();
    let sold: i128 = position.weeks.iter().map(|week| week.demand).sum();
    Some((Ratio::new(lying, days)?, Ratio::new(sold, days)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value as Json;

    #[test]
    fn the_cycle_is_that_of_the_oracle() {
        let all: Json = serde_json::from_str(include_str!("../../../tests/oracles/oracles.json")).unwrap();
        let oracle = &all["ccc"];
        let expected = |name: &str| Ratio::parse(oracle[name].as_str().unwrap()).unwrap();
        let year = |amount: i128, flow: i128| {
            lasts(&Ratio::from_int(amount), (&Ratio::from_int(flow), 365)).unwrap()
        };
        // Stock 65,000 and payables 23,000 against goods for 280,000; receivables 41,000 against sales of 1,000,000.
        let cycle = Cycle {
            stock: year(65_000, 280_000),
            receivable: year(41_000, 1_000_000),
            payable: year(23_000, 280_000),
        };
        let shown = |days: &Ratio, digits| days.round_scaled(digits);
        assert_eq!(shown(&cycle.stock, 4), expected("dio").round_scaled(4));
        assert_eq!(shown(&cycle.receivable, 4), expected("dso").round_scaled(4));
        assert_eq!(shown(&cycle.payable, 4), expected("dpo").round_scaled(4));
        assert_eq!(shown(&cycle.days(), 3), expected("ccc").round_scaled(3));
    }

    #[test]
    fn nothing_that_flows_has_no_days() {
        assert_eq!(lasts(&Ratio::one(), (&Ratio::zero(), 365)), None);
    }
}
