//! Flows that people wrote: once, every month, and of batches.

use super::Flow;
use super::books::Books;
use crate::quantity::{Day, Grain, Period};
use crate::workspace::Batch;

impl Books<'_> {
    /// Books what `cash.yaml` says of single days and of every month.
    pub(super) fn written(&mut self) {
        let cash = &self.inputs.workspace.cash;
        for once in &cash.flows {
            let flow = Flow {
                what: Some(once.what.clone()),
                product: once.product.clone(),
                marketplace: once.marketplace.clone(),
                ..Flow::new(once.date, once.amount.amount(), once.kind)
            };
            self.book(flow, once.amount.currency);
        }
        for monthly in &cash.monthly {
            let first = monthly.from.unwrap_or(self.span.from).max(self.span.from);
            let last = monthly.to.unwrap_or(self.span.to).min(self.span.to);
            for day in on_each(monthly.day, first, last) {
                let flow = Flow::new(day, monthly.amount.amount(), monthly.kind);
                self.book(Flow { what: Some(monthly.what.clone()), ..flow }, monthly.amount.currency);
            }
        }
    }

    /// Books what batches will still pay. What they bring in is part of the payouts, and what a shipment under way
    /// of the same name pays is booked with it.
    pub(super) fn batches(&mut self) {
        for batch in &self.inputs.workspace.batches {
            if !self.carries(batch) {
                batch.cash.iter().filter(|flow| flow.amount.minor < 0).for_each(|own| {
                    let flow = Flow {
                        what: Some(batch.name.clone()),
                        product: Some(batch.product.value.clone()),
                        marketplace: batch.marketplace.as_ref().map(|place| place.value.clone()),
                        batch: Some(batch.id.clone()),
                        ..Flow::new(own.date, own.amount.amount(), super::FlowKind::Other)
                    };
                    self.book(flow, own.amount.currency);
                });
            }
        }
    }

    /// Whether a shipment of its name carries a batch: its costs are booked with the shipment.
    fn carries(&self, batch: &Batch) -> bool {
        self.inputs.workspace.stock.shipments.iter().any(|shipment| shipment.id == batch.id.as_str())
    }
}

/// A day of each month from one day to another.
fn on_each(day: u32, first: Day, last: Day) -> Vec<Day> {
    let months =
        std::iter::successors(Some(Period::containing(first, Grain::Month)), |month| Some(month.next()));
    let days = months.map(|month| on_day(month, day));
    days.take_while(|day| *day <= last).filter(|day| *day >= first).collect()
}

/// A day of a month, or its last one when it is shorter.
pub(super) fn on_day(month: Period, day: u32) -> Day {
    let days = month.span();
    (days.from + (i32::try_from(day.min(31)).unwrap_or(1) - 1)).min(days.to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_month_pays_on_its_last_day() {
        let day = |text: &str| Day::parse(text).unwrap();
        let paid = |of| -> Vec<String> {
            on_each(of, day("2026-12-31"), day("2027-03-30")).iter().map(Day::to_string).collect()
        };
        assert_eq!(paid(31), ["2026-12-31", "2027-01-31", "2027-02-28"]);
        assert_eq!(paid(5), ["2027-01-05", "2027-02-05", "2027-03-05"]);
        assert_eq!(on_each(5, day("2027-03-02"), day("2027-03-04")), []);
    }
}
