//! Stock that people count, and shipments under way (`stock.yaml`).

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, MarketplaceId, Ratio, Sku};

use super::At;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, Share, words};
use super::yaml::Node;

/// What is there and what is under way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stock {
    /// What was counted.
    pub counts: Vec<Count>,
    /// What is under way, and what has arrived.
    pub shipments: Vec<Shipment>,
}

/// The units of a SKU that could be sold in a marketplace at the end of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The SKU.
    pub sku: At<Sku>,
    /// The marketplace whose warehouse they lay in.
    pub marketplace: At<MarketplaceId>,
    /// How many.
    pub on_hand: u32,
    /// The day at whose end they were counted.
    pub day: Day,
    /// Where it is written.
    pub place: Place,
}

/// Units of a SKU on their way to a marketplace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shipment {
    /// Its name in files; the rows of one shipment share it.
    pub id: String,
    /// The SKU.
    pub sku: At<Sku>,
    /// Where it goes.
    pub marketplace: At<MarketplaceId>,
    /// How many units.
    pub units: u32,
    /// The day they can be sold.
    pub arrives: Day,
    /// The day they left the factory.
    pub departed: Option<Day>,
    /// How far they are.
    pub status: ShipmentStatus,
    /// The share of the factory's price that is paid already; nothing when nobody wrote it.
    pub paid: Option<Ratio>,
    /// Where it is written.
    pub place: Place,
}

/// How far a shipment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShipmentStatus {
    /// Ordered, and still at the factory.
    Ordered,
    /// Under way.
    UnderWay,
    /// Received: it is part of the stock that was counted.
    Received,
    /// It will not come.
    Cancelled,
}

words!(ShipmentStatus {
    "ordered" => ShipmentStatus::Ordered,
    "under-way" => ShipmentStatus::UnderWay,
    "received" => ShipmentStatus::Received,
    "cancelled" => ShipmentStatus::Cancelled,
});

impl Stock {
    /// The last count of a SKU in a marketplace up to a day.
    pub fn last_count(&self, (sku, marketplace): (&Sku, &MarketplaceId), today: Day) -> Option<&Count> {
        let own = |count: &&Count| count.sku.value == *sku && count.marketplace.value == *marketplace;
        self.counts.iter().filter(own).filter(|count| count.day <= today).max_by_key(|count| count.day)
    }

    /// What is on its way to a marketplace, whether it has left the factory or not.
    pub fn coming<'a>(
        &'a self,
        sku: &'a Sku,
        marketplace: &'a MarketplaceId,
    ) -> impl Iterator<Item = &'a Shipment> {
        let coming = |status| matches!(status, ShipmentStatus::Ordered | ShipmentStatus::UnderWay);
        self.shipments.iter().filter(move |shipment| {
            shipment.sku.value == *sku
                && shipment.marketplace.value == *marketplace
                && coming(shipment.status)
        })
    }

    pub(super) fn read(&mut self, f: &mut Fields<'_, '_>) {
        self.counts.extend(f.list::<Count>("stock"));
        let mut first: BTreeMap<(String, Sku, MarketplaceId), Place> = BTreeMap::new();
        for shipment in f.list::<Shipment>("shipments") {
            let key = (shipment.id.clone(), shipment.sku.value.clone(), shipment.marketplace.value.clone());
            match first.get(&key) {
                Some(first) => f.cx.findings.push(twice(&shipment, first)),
                None => {
                    first.insert(key, shipment.place.clone());
                    self.shipments.push(shipment);
                }
            }
        }
    }
}

/// The same units would be counted twice.
fn twice(shipment: &Shipment, first: &Place) -> Diagnostic {
    let finding = Diagnostic::new(codes::DUPLICATE_ID, &shipment.place).term("kind", "kind-shipment");
    finding.with("name", shipment.id.as_str()).with("first", first.to_string()).help("help")
}

impl Read for Count {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (sku, marketplace) = (f.required("sku"), f.required("market"));
        let (on_hand, day) = (f.required("on_hand"), f.required("date"));
        let place = f.finish();
        Some(Count { sku: sku?, marketplace: marketplace?, on_hand: on_hand?, day: day?, place })
    }
}

impl Read for Shipment {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.required::<Name>("id");
        let (sku, marketplace, units) = (f.required("sku"), f.required("market"), f.required("units"));
        let (arrives, departed) = (f.required("arrives"), f.optional("departed"));
        let status = f.optional("status").unwrap_or(ShipmentStatus::UnderWay);
        let paid = f.optional::<Share>("paid").map(|share| share.0);
        f.check_order(departed, arrives, "arrives");
        let place = f.finish();
        Some(Shipment {
            id: id?.0,
            sku: sku?,
            marketplace: marketplace?,
            units: units?,
            arrives: arrives?,
            departed,
            status,
            paid,
            place,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn stock(text: &str) -> (Stock, Vec<&'static str>) {
        let mut cx = Context::default();
        let node = yaml::parse(&"stock.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
        let mut stock = Stock::default();
        let mut fields = Fields::open(&node, &mut cx).unwrap();
        stock.read(&mut fields);
        fields.finish();
        (stock, cx.findings.iter().map(|finding| finding.code.name).collect())
    }

    #[test]
    fn the_last_count_up_to_a_day_holds() {
        let (stock, findings) = stock(
            "stock:
- {sku: M-1, market: US, on_hand: 10, date: 2026-11-01}
- {sku: M-1, market: US, on_hand: 7, date: 2026-11-20}
- {sku: M-1, market: JP, on_hand: 3, date: 2026-11-21}",
        );
        assert_eq!(findings, [""; 0]);
        let of = |day: &str| {
            let key = (&Sku::new("M-1"), &MarketplaceId::new("US"));
            stock.last_count(key, Day::parse(day).unwrap()).map(|count| count.on_hand)
        };
        assert_eq!((of("2026-10-31"), of("2026-11-19"), of("2026-11-22")), (None, Some(10), Some(7)));
    }

    #[test]
    fn shipments_share_a_name_but_not_their_rows() {
        let (stock, findings) = stock(
            "shipments:
- {id: S1, sku: M-1, market: US, units: 10, arrives: 2026-12-01, paid: 30%}
- {id: S1, sku: M-2, market: US, units: 10, arrives: 2026-12-01, status: received}
- {id: S1, sku: M-1, market: US, units: 10, arrives: 2026-12-01}
- {id: S2, sku: M-1, market: US, units: 10, arrives: 2026-12-01, departed: 2026-12-02}
- {id: S3, sku: M-1, market: US, units: 10, arrives: 2026-12-01, status: sunk}",
        );
        assert_eq!(findings, ["Y010", "Y009", "X002"]);
        let coming = |sku: &str| {
            let (sku, us) = (Sku::new(sku), MarketplaceId::new("US"));
            stock.coming(&sku, &us).map(|shipment| shipment.id.clone()).collect::<Vec<_>>()
        };
        assert_eq!(
            (coming("M-1"), coming("M-2")),
            (vec!["S1".to_owned(), "S2".to_owned(), "S3".to_owned()], vec![])
        );
    }
}
