//! The ways of the next orders, leg by leg, with what stands still on them.

use super::words::{days, leg, name, units};
use crate::chart::{Chart, DataTable, Delta, Impact, Leg, Mark, Plot, Schedule, Span, Title, Way};
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::page::parts::list;
use crate::plan::supply::{Order, Position, Urgency};
use crate::quantity::{self, Day, Grain, Period};
use crate::site;

/// How many orders are drawn.
const ORDERS: usize = 12;

/// The next orders; nothing when none is to come.
pub(super) fn figure(desk: &Desk<'_>) -> Option<site::Figure> {
    let mut orders = desk.analysis.supply.orders();
    orders.retain(|(_, order)| !order.legs.is_empty());
    let all = orders.len();
    orders.truncate(ORDERS);
    let (first, last) = ends(desk, &orders)?;
    let axis = Axis(first);
    let waiting = orders.iter().filter(|(position, order)| waits(desk, position, order)).count();
    let args = [("shown", orders.len().into()), ("all", all.into()), ("waiting", waiting.into())];
    let alt = orders
        .iter()
        .map(|(position, order)| format!("{} {}", name(desk, position), shown(desk, order.order_by)));
    let chart = Chart {
        id: "supply-ways".to_owned(),
        title: Title {
            who: desk.company().text,
            what: desk.say("ways-what"),
            when: desk.locale.span(quantity::Span { from: first, to: last }),
        },
        message: desk.fill("ways-message", &args),
        alt: list(desk, alt),
        plot: Plot::Schedule(Schedule {
            rows: orders.iter().map(|(position, order)| way((desk, &axis), position, order)).collect(),
            ticks: axis.months(desk, last),
            today: Some(Mark::new(axis.at(desk.today), desk.say("today"))),
        }),
        table: table(desk, &orders),
    };
    let how = [Some(desk.say("ways-how")), closed(desk, &orders)].into_iter().flatten();
    let how = how.collect::<Vec<_>>().join(&desk.say("sentence-space"));
    Some(site::Figure { chart, how: Some(how.into()), more: None })
}

/// The first and the last day that is drawn.
fn ends(desk: &Desk<'_>, orders: &[(&Position, &Order)]) -> Option<(Day, Day)> {
    let first = orders.iter().flat_map(|(_, order)| order.legs.first()).map(|leg| leg.span.from).min()?;
    let last = orders.iter().flat_map(|(_, order)| order.legs.last()).map(|leg| leg.span.to).max()?;
    Some((first.min(desk.today), last.max(desk.today)))
}

fn waits(desk: &Desk<'_>, position: &Position, order: &Order) -> bool {
    !order.closures(position, desk.workspace).is_empty()
}

/// Days from the first one, as positions on the axis.
struct Axis(Day);

impl Axis {
    fn at(&self, day: Day) -> f64 {
        f64::from(day - self.0)
    }

    fn span(&self, span: quantity::Span) -> Span {
        Span { from: self.at(span.from), to: self.at(span.to), open: false }
    }

    /// The firsts of the months up to a day.
    fn months(&self, desk: &Desk<'_>, last: Day) -> Vec<Mark> {
        let first = Period::containing(self.0, Grain::Month);
        let months = std::iter::successors(Some(first), |month| Some(month.next()));
        let shown = months.map(|month| (month, month.span().from)).take_while(|(_, day)| *day <= last);
        let shown = shown.filter(|(_, day)| *day >= self.0);
        shown.map(|(month, day)| Mark::new(self.at(day), desk.locale.period_label(month))).collect()
    }
}

fn way((desk, axis): (&Desk<'_>, &Axis), position: &Position, order: &Order) -> Way {
    let legs = order
        .legs
        .iter()
        .map(|passage| Leg { label: leg(desk, position, &passage.leg), span: axis.span(passage.span) });
    let closed = order.closures(position, desk.workspace);
    let late = order.state(desk.today) == Urgency::PastDue;
    let note = if late {
        desk.fill("state-late-by", &[("days", (desk.today - order.order_by).to_string().into())])
    } else {
        shown(desk, order.order_by)
    };
    Way {
        label: format!("{} {}", name(desk, position), units(desk, order.units)),
        legs: legs.collect(),
        closed: closed.iter().map(|(_, span)| axis.span(*span)).collect(),
        note: Delta { value: None, label: note, impact: if late { Impact::Bad } else { Impact::Neutral } },
    }
}

/// The day on which each leg begins; the first begins when the order is placed.
fn table(desk: &Desk<'_>, orders: &[(&Position, &Order)]) -> DataTable {
    let later = orders.iter().flat_map(|(_, order)| order.legs.iter().skip(1));
    let mut legs: Vec<&str> = Vec::new();
    for passage in later {
        if !legs.contains(&passage.leg.as_str()) {
            legs.push(&passage.leg);
        }
    }
    let named = |id: &&str| orders.first().map_or_else(String::new, |(position, _)| leg(desk, position, id));
    let heads = ["head-order", "head-units", "head-order-by"].map(|key| desk.say(key));
    DataTable {
        columns: heads
            .into_iter()
            .chain(legs.iter().map(named))
            .chain([desk.say("head-needed-on")])
            .collect(),
        rows: orders.iter().map(|(position, order)| line(desk, (position, order), &legs)).collect(),
    }
}

fn line(desk: &Desk<'_>, (position, order): (&Position, &Order), legs: &[&str]) -> Vec<String> {
    let begins = |id: &&str| {
        let passage = order.legs.iter().skip(1).find(|passage| passage.leg == *id);
        passage.map_or_else(|| "–".to_owned(), |passage| shown(desk, passage.span.from))
    };
    let mut row = vec![name(desk, position), desk.locale.integer(order.units), shown(desk, order.order_by)];
    row.extend(legs.iter().map(begins));
    row.push(shown(desk, order.need));
    row
}

/// What is closed on the ways, each once; nothing when nothing is.
fn closed(desk: &Desk<'_>, orders: &[(&Position, &Order)]) -> Option<String> {
    let all = orders.iter().flat_map(|(position, order)| order.closures(position, desk.workspace));
    let mut names: Vec<String> = Vec::new();
    for name in all.map(|(event, _)| format!("{} {}", desk.phrase(&event.name).text, days(desk, event.span)))
    {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let closed = list(desk, names);
    (!closed.is_empty()).then(|| desk.fill("ways-closed", &[("closed", closed.into())]))
}
