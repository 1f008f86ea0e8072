//! What is at hand and under way: from inventory exports or from what people wrote, whichever is newer.

use std::collections::BTreeMap;

use super::schedule::{self, Stage};
use super::{Arrival, OnHand};
use crate::facts::{Basis, Facts};
use crate::quantity::{Day, MarketplaceId, MeasureId, Scope, Sku, Span};
use crate::workspace::{Count, Shipment, Stock};

/// The last figures of a stock measure in a marketplace.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    day: Day,
    units: BTreeMap<Sku, i128>,
}

impl Snapshot {
    /// The last one up to a day.
    pub(super) fn of(
        facts: &Facts,
        (measure, marketplace): (&str, &MarketplaceId),
        today: Day,
    ) -> Option<Self> {
        let (measure, scope) = (MeasureId::new(measure), Scope::marketplace(marketplace));
        let day = facts.covered(&measure, &scope)?.to.min(today);
        let parts = facts.split(&measure, (&scope, Span { from: day, to: day }, Basis::Plan), "sku");
        let known = parts.into_iter().map(|(sku, total)| Some((sku, total.known()?.round_scaled(0))));
        let known: Option<Vec<(Option<String>, i128)>> = known.collect();
        let units = known?.into_iter().filter_map(|(sku, units)| Some((Sku::new(&sku?), units))).collect();
        Some(Snapshot { day, units })
    }

    /// A SKU that an export does not list has none.
    fn units(&self, sku: &Sku) -> i128 {
        self.units.get(sku).copied().unwrap_or(0)
    }
}

/// What the exports of a marketplace say.
#[derive(Clone, Debug)]
pub(super) struct Exports {
    on_hand: Option<Snapshot>,
    inbound: Option<Snapshot>,
}

impl Exports {
    pub(super) fn of(facts: &Facts, marketplace: &MarketplaceId, today: Day) -> Self {
        let last = |measure| Snapshot::of(facts, (measure, marketplace), today);
        Exports { on_hand: last("stock_on_hand"), inbound: last("stock_inbound") }
    }

    /// The units at hand by the newer of count and export.
    pub(super) fn on_hand(&self, sku: &Sku, count: Option<&Count>) -> Option<OnHand> {
        let measured = |own: &Snapshot| OnHand { units: own.units(sku), day: own.day, measured: true };
        let counted = |count: &Count| OnHand { units: count.on_hand.into(), day: count.day, measured: false };
        let export = self.on_hand.as_ref().filter(|own| count.is_none_or(|count| count.day <= own.day));
        export.map(measured).or(count.map(counted))
    }

    /// Units under way: the shipments that people wrote; without any, what the export says, after the last leg.
    pub(super) fn arrivals(&self, sku: &Sku, shipments: &[&Shipment], last: Option<&Stage>) -> Vec<Arrival> {
        let mut arrivals: Vec<Arrival> = shipments.iter().map(|shipment| written(shipment)).collect();
        arrivals.sort_by(|a, b| (a.day, &a.id).cmp(&(b.day, &b.id)));
        let inbound = self.inbound.as_ref().filter(|_| arrivals.is_empty());
        arrivals.extend(inbound.map(|own| undated(own, sku, last)).filter(|arrival| arrival.units > 0));
        arrivals
    }
}

fn written(shipment: &Shipment) -> Arrival {
    let (id, day) = (shipment.id.clone(), shipment.arrives);
    Arrival { id, day, units: shipment.units.into(), dated: true }
}

fn undated(export: &Snapshot, sku: &Sku, last: Option<&Stage>) -> Arrival {
    let day = last.map_or(export.day, |last| schedule::arrival(std::slice::from_ref(last), export.day));
    Arrival { id: "inbound".to_owned(), day, units: export.units(sku), dated: false }
}

/// What somebody wrote of a SKU in a marketplace.
pub(super) fn written_of<'a>(
    stock: &'a Stock,
    (sku, marketplace): (&'a Sku, &'a MarketplaceId),
    today: Day,
) -> (Option<&'a Count>, Vec<&'a Shipment>) {
    let count = stock.last_count((sku, marketplace), today);
    (count, stock.coming(sku, marketplace).collect())
}
