//! Payments as a bank sees them: what one order or shipment costs on a day is paid at once.

use super::{Cash, Flow, FlowKind};
use crate::quantity::{BatchId, Day, MarketplaceId, ProductId, Ratio, Span, Text};

/// Money that is paid at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment {
    /// The day.
    pub day: Day,
    /// How much, above nought, in the reporting currency.
    pub amount: Ratio,
    /// What for.
    pub kind: FlowKind,
    /// What for, in words; nothing when the kind says it.
    pub what: Option<Text>,
    /// The product it is for; nothing when there are several.
    pub product: Option<ProductId>,
    /// The marketplace it is for; nothing when there are several.
    pub marketplace: Option<MarketplaceId>,
    /// The batch it is for.
    pub batch: Option<BatchId>,
    /// The purchase order or the shipment it is for, by its name.
    pub order: Option<String>,
}

impl Payment {
    fn of(flow: &Flow) -> Self {
        Payment {
            day: flow.day,
            amount: flow.amount.abs(),
            kind: flow.kind,
            what: flow.what.clone(),
            product: flow.product.clone(),
            marketplace: flow.marketplace.clone(),
            batch: flow.batch.clone(),
            order: flow.purchase.clone().or_else(|| flow.order.clone()),
        }
    }

    /// Whether both are paid at once.
    fn joins(&self, other: &Payment) -> bool {
        self.order.is_some() && (self.day, self.kind, &self.order) == (other.day, other.kind, &other.order)
    }

    fn add(&mut self, other: &Payment) {
        self.amount += &other.amount;
        self.product = self.product.take().filter(|own| Some(own) == other.product.as_ref());
        self.marketplace = self.marketplace.take().filter(|own| Some(own) == other.marketplace.as_ref());
    }
}

impl Cash {
    /// What is paid on some days, by day.
    pub fn payments(&self, span: Span) -> Vec<Payment> {
        let mut payments: Vec<Payment> = Vec::new();
        for own in self.within(span).filter(|flow| flow.amount.is_negative()).map(Payment::of) {
            match payments.iter_mut().rev().take_while(|it| it.day == own.day).find(|it| it.joins(&own)) {
                Some(payment) => payment.add(&own),
                None => payments.push(own),
            }
        }
        payments
    }

    /// The largest payment of the four weeks up to a day, and the largest that belongs to an order: what could move.
    pub fn largest_before(&self, day: Day) -> (Option<Payment>, Option<Payment>) {
        let payments = self.payments(Span { from: day - 27, to: day });
        let largest = |payments: Vec<Payment>| {
            payments.into_iter().reduce(|a, b| if b.amount > a.amount { b } else { a })
        };
        let orders = payments.iter().filter(|payment| payment.order.is_some()).cloned().collect();
        (largest(payments), largest(orders))
    }
}
