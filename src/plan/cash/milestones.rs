//! The days of an order that money goes by.

use crate::plan::supply::Passage;
use crate::quantity::Day;
use crate::workspace::{Due, Milestone, Route};

/// The days on which something happens to an order or a shipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestones {
    /// It is placed.
    pub order: Day,
    /// It is ready to leave the factory.
    pub ready: Day,
    /// It leaves.
    pub departed: Day,
    /// It is through customs.
    pub cleared: Day,
    /// It can be sold.
    pub arrived: Day,
}

impl Milestones {
    /// The days of an order by its legs: the first leg that leaves the factory is the one named `first-leg…`, else
    /// the first without a calendar of the factory; customs is the leg named so. Where one is missing, the order
    /// is there at its end.
    pub fn of(legs: &[Passage], route: Option<&Route>) -> Option<Self> {
        let (first, last) = (legs.first()?, legs.last()?);
        let leaves = legs.iter().position(|leg| leg.leg.starts_with("first-leg"));
        let leaves = leaves.or_else(|| legs.iter().position(|leg| !at_factory(leg, route)));
        let customs = legs.iter().find(|leg| leg.leg.contains("customs"));
        let arrived = last.span.to;
        let ready = match leaves {
            Some(0) => first.span.from,
            Some(at) => legs.get(at - 1).map_or(arrived, |leg| leg.span.to),
            None => arrived,
        };
        Some(Milestones {
            order: first.span.from,
            ready,
            departed: leaves.and_then(|at| legs.get(at)).map_or(arrived, |leg| leg.span.from),
            cleared: customs.map_or(arrived, |leg| leg.span.to),
            arrived,
        })
    }

    /// An order whose way nobody wrote: it is there on the day it is needed.
    pub(super) fn unknown(order: Day, need: Day) -> Self {
        Milestones { order, ready: need, departed: need, cleared: need, arrived: need }
    }

    /// The day on which a part of the price is due.
    pub fn due(&self, due: Due) -> Day {
        let day = match due.after {
            Milestone::Order => self.order,
            Milestone::Ready => self.ready,
            Milestone::Shipment => self.departed,
            Milestone::Arrival => self.arrived,
        };
        // No term is longer than ten years.
        day + i32::try_from(due.days.min(3650)).unwrap_or(0)
    }
}

/// Whether a leg goes by the factory's calendar.
fn at_factory(passage: &Passage, route: Option<&Route>) -> bool {
    let leg = route.and_then(|route| route.legs.iter().find(|leg| leg.id == passage.leg));
    leg.is_some_and(|leg| leg.calendar.as_deref() == Some("factory"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Span;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn leg(name: &str, from: &str, to: &str) -> Passage {
        Passage { leg: name.to_owned(), span: Span::new(day(from), day(to)).unwrap(), wait: 0 }
    }

    /// The order of domain 4.2: needed on 2027-03-31, with the factory closed over the new year.
    fn legs() -> Vec<Passage> {
        vec![
            leg("production", "2026-12-27", "2027-01-26"),
            leg("inspection", "2027-01-26", "2027-01-30"),
            leg("first-leg-sea", "2027-02-11", "2027-03-11"),
            leg("customs", "2027-03-11", "2027-03-17"),
            leg("last-leg-fba", "2027-03-17", "2027-03-31"),
        ]
    }

    #[test]
    fn an_order_has_its_days_from_its_legs() {
        let days = Milestones::of(&legs(), None).unwrap();
        let expected = ["2026-12-27", "2027-01-30", "2027-02-11", "2027-03-17", "2027-03-31"].map(day);
        assert_eq!([days.order, days.ready, days.departed, days.cleared, days.arrived], expected);
        for (after, later, date) in [
            (Milestone::Order, 0, "2026-12-27"),
            (Milestone::Ready, 0, "2027-01-30"),
            (Milestone::Shipment, 30, "2027-03-13"),
            (Milestone::Arrival, 0, "2027-03-31"),
        ] {
            assert_eq!(days.due(Due { after, days: later }), day(date), "{after:?} {later}");
        }
    }

    #[test]
    fn a_way_without_customs_pays_at_its_end() {
        let legs = [leg("sea", "2027-01-01", "2027-01-20"), leg("door", "2027-01-20", "2027-01-22")];
        let days = Milestones::of(&legs, None).unwrap();
        assert_eq!((days.ready, days.departed), (day("2027-01-01"), day("2027-01-01")));
        assert_eq!(days.cleared, day("2027-01-22"));
        assert_eq!(Milestones::of(&[], None), None);
    }
}
