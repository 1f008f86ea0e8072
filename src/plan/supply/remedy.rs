//! Ways out of orders that are past due, with what they cost and what they save.

use super::schedule::{self, Stage};
use super::{Order, Remedy, RemedyKind, Week, grid};
use crate::quantity::{Day, Ratio};

/// The ways from factory to shelf, and what moving faster costs and a unit sold brings, in the reporting currency.
#[derive(Clone, Debug)]
pub(super) struct Ways {
    pub(super) usual: Vec<Stage>,
    pub(super) quick: Option<Vec<Stage>>,
    pub(super) extra: Option<Ratio>,
    pub(super) margin: Option<Ratio>,
    pub(super) carton: Option<i128>,
}

/// The stock of a position before anything is ordered, week by week.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outlook<'a> {
    pub(super) on_hand: i128,
    pub(super) weeks: &'a [Week],
    pub(super) today: Day,
}

/// Gives every order that is past due its ways out.
pub(super) fn remedy(orders: &mut [Order], outlook: Outlook<'_>, ways: &Ways) {
    let late: Vec<Late> =
        orders.iter().filter(|order| order.order_by < outlook.today).map(Late::of).collect();
    if late.is_empty() {
        return;
    }
    let arrives = schedule::arrival(&ways.usual, outlook.today);
    let missed = missed(outlook, &late, arrives);
    let quick = ways.quick.as_ref().map(|stages| schedule::arrival(stages, outlook.today));
    let quick = quick.filter(|day| *day < arrives).map(|day| (day, self::missed(outlook, &late, day)));
    let past_due = orders.iter_mut().filter(|order| order.order_by < outlook.today);
    for (number, order) in past_due.enumerate() {
        let slow = Way { arrives, missed: missed[number] };
        let fast = quick.as_ref().map(|(day, missed)| Way { arrives: *day, missed: missed[number] });
        order.remedies = remedies(order.units, (slow, fast), ways);
    }
}

/// An order that comes too late.
struct Late {
    need: Day,
    units: i128,
}

impl Late {
    fn of(order: &Order) -> Self {
        Late { need: order.need, units: order.units }
    }
}

/// When a way arrives, and the units that cannot be sold before.
#[derive(Clone, Copy)]
struct Way {
    arrives: Day,
    missed: i128,
}

fn remedies(units: i128, (slow, fast): (Way, Option<Way>), ways: &Ways) -> Vec<Remedy> {
    let lost = |missed: i128| match missed {
        0 => Some(Ratio::zero()),
        missed => Some(&Ratio::from_int(missed) * ways.margin.as_ref()?),
    };
    let fewer = Remedy {
        kind: RemedyKind::Fewer,
        units,
        arrives: slow.arrives,
        missed: slow.missed,
        cost: Some(Ratio::zero()),
        lost: lost(slow.missed),
        pays: None,
    };
    let Some(fast) = fast else { return vec![fewer] };
    let saved = slow.missed - fast.missed;
    let by_air = |kind, units: i128| {
        let cost = ways.extra.as_ref().map(|extra| extra * &Ratio::from_int(units));
        let pays = cost.as_ref().zip(lost(saved)).map(|(cost, gain)| gain > *cost);
        Remedy {
            kind,
            units,
            arrives: fast.arrives,
            missed: fast.missed,
            cost,
            lost: lost(fast.missed),
            pays,
        }
    };
    let part = grid::whole(saved, ways.carton.unwrap_or(1)).min(units);
    let split = (part > 0 && part < units).then(|| by_air(RemedyKind::Split, part));
    [Some(by_air(RemedyKind::Air, units)), split, Some(fewer)].into_iter().flatten().collect()
}

/// Units of demand that find no stock for each late order, when all of them arrive on one day: those from its day of need
/// to that of the next one.
fn missed(outlook: Outlook<'_>, late: &[Late], arrives: Day) -> Vec<i128> {
    let mut missed = vec![0; late.len()];
    let mut stock = outlook.on_hand;
    for week in outlook.weeks.iter().take_while(|week| week.days.from < arrives) {
        let late_here: i128 =
            late.iter().filter(|order| week.days.contains(order.need)).map(|order| order.units).sum();
        stock += week.scheduled + week.planned - late_here;
        let before = i128::from((arrives - week.days.from).min(week.days.len()));
        let demand = week.demand * before / i128::from(week.days.len());
        let short = (demand - stock).max(0);
        stock = (stock - demand).max(0);
        if let Some(order) = late.iter().rposition(|order| order.need <= week.days.to) {
            missed[order] += short;
        }
    }
    missed.iter().zip(late).map(|(missed, order)| *missed.min(&order.units)).collect()
}

impl Order {
    /// The way out that costs and loses least; nothing when none is needed, or when prices that matter are missing.
    pub fn best(&self) -> Option<&Remedy> {
        if let Some(usual) = self.remedies.iter().find(|remedy| remedy.misses_nothing_as_usual()) {
            return Some(usual);
        }
        let total = |remedy: &Remedy| Some(remedy.cost.as_ref()? + remedy.lost.as_ref()?);
        let totals: Option<Vec<Ratio>> = self.remedies.iter().map(total).collect();
        let priced = totals?.into_iter().zip(&self.remedies);
        priced.min_by(|(a, _), (b, _)| a.cmp(b)).map(|(_, remedy)| remedy)
    }
}

impl Remedy {
    /// Whether it is the usual way, and no sale is missed before it arrives.
    pub(super) fn misses_nothing_as_usual(&self) -> bool {
        self.kind == RemedyKind::Fewer && self.missed == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ways(extra: Option<&str>, margin: Option<&str>) -> Ways {
        let ratio = |text: &str| Ratio::parse(text).unwrap();
        let (extra, margin) = (extra.map(ratio), margin.map(ratio));
        Ways { usual: Vec::new(), quick: None, extra, margin, carton: Some(24) }
    }

    /// The kind, units, cost, loss and worth of each way out of 600 units, of which 100 miss sales by sea and 10 by air.
    fn shown(ways: &Ways) -> Vec<String> {
        let day = |text: &str| Day::parse(text).unwrap();
        let slow = Way { arrives: day("2027-02-12"), missed: 100 };
        let fast = Way { arrives: day("2027-01-21"), missed: 10 };
        let text = |ratio: &Option<Ratio>| ratio.as_ref().map_or("?".to_owned(), Ratio::to_string);
        let row = |own: &Remedy| {
            let (cost, lost) = (text(&own.cost), text(&own.lost));
            format!("{:?} {} cost {cost} lost {lost} {:?}", own.kind, own.units, own.pays)
        };
        remedies(600, (slow, Some(fast)), ways).iter().map(row).collect()
    }

    #[test]
    fn air_is_worth_it_where_a_unit_brings_more_than_it_costs() {
        // 90 units are saved: in cartons 96 fly. 6.10 - 3.40 is kept of each.
        assert_eq!(
            shown(&ways(Some("3.40"), Some("6.10"))),
            [
                "Air 600 cost 2040 lost 61 Some(false)",
                "Split 96 cost 1632/5 lost 61 Some(true)",
                "Fewer 600 cost 0 lost 610 None"
            ]
        );
        assert_eq!(shown(&ways(Some("3.40"), Some("3.50")))[1], "Split 96 cost 1632/5 lost 35 Some(false)");
    }

    #[test]
    fn without_prices_nothing_is_said_to_pay() {
        assert_eq!(
            shown(&ways(None, Some("6.10")))[..2],
            ["Air 600 cost ? lost 61 None", "Split 96 cost ? lost 61 None"]
        );
        assert_eq!(shown(&ways(Some("3.40"), None))[2], "Fewer 600 cost 0 lost ? None");
    }
}
