//! What is due: acts, commitments, orders to place, events, in the order of their days.

use super::calls;
use super::desk::Desk;
use super::duties;
use super::route::Route;
use crate::quantity::{Day, DepartmentId, MarketplaceId, PersonId, ProductId, Span};
use crate::review::{CallMade, due_of};
use crate::site::{Next, NextLine, Phrase, Rich, Status, Target};
use crate::workspace::{Event, EventKind, EventStatus, Status as Progress};

/// Whose agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Of {
    /// Everybody's.
    Company,
    /// That of a department and its people.
    Department(DepartmentId),
    /// What touches a product.
    Product(ProductId),
    /// What touches a marketplace.
    Marketplace(MarketplaceId),
}

struct Date<'a> {
    day: Day,
    what: Phrase,
    who: Option<&'a PersonId>,
    to: Option<Target>,
    /// Whether somebody must do something: only that can be late.
    duty: bool,
}

/// The next dates, late duties first; at most `limit`.
pub(crate) fn next(desk: &Desk<'_>, of: &Of, limit: usize) -> Next {
    let mut dates: Vec<Date<'_>> = acts(desk, of);
    dates.extend(commitments(desk, of));
    dates.extend(orders(desk, of));
    dates.extend(calls(desk, of));
    dates.extend(events(desk, of));
    dates.retain(|date| date.day >= desk.today || date.duty);
    dates.sort_by_key(|date| date.day);
    Next { lines: dates.into_iter().take(limit).map(|date| line(desk, date)).collect() }
}

/// Everything dated within some days: what is still owed, orders to place, events, and the deadlines of events.
pub(crate) fn within(desk: &Desk<'_>, span: Span) -> Next {
    let mut dates: Vec<Date<'_>> = acts(desk, &Of::Company);
    dates.extend(commitments(desk, &Of::Company));
    dates.extend(orders(desk, &Of::Company));
    dates.extend(calls(desk, &Of::Company));
    dates.extend(events(desk, &Of::Company));
    let lines = dates.into_iter().map(|date| (date.day, line(desk, date)));
    let mut lines: Vec<(Day, NextLine)> = lines.chain(deadlines(desk)).collect();
    lines.retain(|(day, _)| span.contains(*day));
    lines.sort_by_key(|(day, _)| *day);
    Next { lines: lines.into_iter().map(|(_, line)| line).collect() }
}

/// The days by which something must be done for an event: "秒殺提報（黑五網一 2026）".
fn deadlines(desk: &Desk<'_>) -> impl Iterator<Item = (Day, NextLine)> {
    let coming = desk.workspace.events.iter().filter(|event| event.status != EventStatus::Cancelled);
    let all = coming.flat_map(|event| event.deadlines.iter().map(move |deadline| (event, deadline)));
    all.map(|(event, (name, day))| {
        let args = [("what", deadline(desk, name).into()), ("event", desk.phrase(&event.name).text.into())];
        let words = desk.fill("calendar-deadline-line", &args);
        let shown = shown(desk, day.value);
        let line = NextLine {
            day: day.value.to_string(),
            shown,
            what: words.as_str().into(),
            ..NextLine::default()
        };
        (day.value, line)
    })
}

/// A deadline of an event by the name the page's language has for it, else as written.
pub(crate) fn deadline(desk: &Desk<'_>, name: &str) -> String {
    let key = format!("deadline-{}", name.replace('_', "-"));
    if desk.locale.has(&key) { desk.say(&key) } else { name.to_owned() }
}

fn line(desk: &Desk<'_>, date: Date<'_>) -> NextLine {
    let what = match date.to {
        Some(to) => Rich::default().link(date.what, to),
        None => Rich::default().then(date.what),
    };
    let status = if date.day < desk.today { Status::Late } else { Status::Due };
    NextLine {
        day: date.day.to_string(),
        shown: shown(desk, date.day),
        what,
        who: date.who.map(|id| desk.person(id)),
        status: date.duty.then_some(status),
    }
}

/// A day of this year without its year.
pub(crate) fn shown(desk: &Desk<'_>, day: Day) -> String {
    if day.year() == desk.today.year() { desk.locale.short_date(day) } else { day.to_string() }
}

fn acts<'a>(desk: &Desk<'a>, of: &Of) -> Vec<Date<'a>> {
    let open = |cycle: &'a crate::workspace::Cycle| {
        cycle.act.iter().filter(|act| !act.status.is_over()).map(move |act| (cycle, act))
    };
    let all = desk.workspace.cycles.iter().flat_map(open);
    let wanted = all.filter(|(_, act)| match of {
        Of::Company => true,
        Of::Department(id) => act.owner.as_ref().is_some_and(|owner| belongs(desk, &owner.value, id)),
        Of::Product(id) => touches(desk, act, |scope| scope.product.as_ref() == Some(id)),
        Of::Marketplace(id) => touches(desk, act, |scope| scope.marketplace.as_ref() == Some(id)),
    });
    let date = |(cycle, act): (&crate::workspace::Cycle, &'a crate::workspace::Act)| {
        Some(Date {
            day: act.due.as_ref()?.value,
            what: desk.phrase(act.what.as_ref()?),
            who: act.owner.as_ref().map(|owner| &owner.value),
            to: Some(Target::place(&desk.path(&Route::Review(cycle.id.clone())), &anchor(act.id.as_str()))),
            duty: true,
        })
    };
    wanted.filter_map(date).collect()
}

/// The id of an item's place on its review page.
pub(crate) fn anchor(id: &str) -> String {
    crate::site::slug(&id.to_ascii_lowercase())
}

/// Whether a person is of a department.
pub(crate) fn belongs(desk: &Desk<'_>, person: &PersonId, department: &DepartmentId) -> bool {
    let of = desk.workspace.person(person).and_then(|person| person.department.as_ref());
    of.is_some_and(|id| id.value == *department)
}

fn touches(
    desk: &Desk<'_>,
    act: &crate::workspace::Act,
    wanted: impl Fn(&crate::quantity::Scope) -> bool,
) -> bool {
    let of_act = |thread: &&crate::review::Thread<'_>| {
        thread.causes.iter().any(|(_, acts)| acts.iter().any(|a| a.id == act.id))
    };
    let scopes = desk.threads().iter().filter(of_act).filter_map(|thread| thread.question.as_ref());
    scopes.map(|question| &question.scope).any(wanted)
}

fn commitments<'a>(desk: &Desk<'a>, of: &Of) -> Vec<Date<'a>> {
    let open = desk
        .workspace
        .commitments
        .iter()
        .filter(|it| !matches!(it.status, Progress::Done | Progress::Dropped));
    let wanted = open.filter(|it| match of {
        Of::Company => true,
        Of::Department(id) => it.from.value == *id,
        Of::Product(id) => {
            let product = it.sku.as_ref().and_then(|sku| desk.workspace.product_of(&sku.value));
            product.is_some_and(|(product, _)| product.id == *id)
        }
        Of::Marketplace(_) => false,
    });
    let date = |it: &'a crate::workspace::Commitment| Date {
        day: due_of(desk.workspace, it),
        what: desk.phrase(&it.what),
        who: lead(desk, &it.from.value),
        to: Some(Target::place(
            &desk.path(&Route::Department(it.from.value.clone())),
            &anchor(it.id.as_str()),
        )),
        duty: true,
    };
    wanted.map(date).collect()
}

/// Who leads a department.
fn lead<'a>(desk: &Desk<'a>, id: &DepartmentId) -> Option<&'a PersonId> {
    desk.workspace.department(id)?.lead.as_ref().map(|lead| &lead.value)
}

fn orders<'a>(desk: &Desk<'a>, of: &Of) -> Vec<Date<'a>> {
    let all = duties::of_supply(desk).into_iter();
    let wanted = all.filter(|duty| match of {
        Of::Company => true,
        Of::Department(id) => duty.department == Some(id),
        Of::Product(id) => duty.product == id,
        Of::Marketplace(id) => duty.marketplaces.contains(&id),
    });
    let date = |duty: duties::Duty<'a>| Date {
        day: duty.day,
        what: duty.what.into(),
        who: duty.department.and_then(|id| lead(desk, id)),
        to: Some(duty.to),
        duty: true,
    };
    wanted.map(date).collect()
}

/// The days on which somebody must say what became of a call.
fn calls<'a>(desk: &Desk<'a>, of: &Of) -> Vec<Date<'a>> {
    let open = CallMade::all(desk.workspace).filter(|made| made.call.outcome.is_none());
    let wanted = open.filter(|made| match of {
        Of::Company => true,
        Of::Department(id) => made.author().is_some_and(|author| belongs(desk, author, id)),
        Of::Marketplace(id) => made.briefing.marketplace.as_ref().is_some_and(|place| place.value == *id),
        Of::Product(_) => false,
    });
    let date = |made: CallMade<'a>| {
        Some(Date {
            day: made.call.resolves?,
            what: desk.fill("agenda-call", &[("text", desk.phrase(&made.call.text).text.into())]).into(),
            who: made.author(),
            to: Some(calls::place(desk, &made)),
            duty: true,
        })
    };
    wanted.filter_map(date).collect()
}

fn events<'a>(desk: &Desk<'a>, of: &Of) -> Vec<Date<'a>> {
    let coming = desk.workspace.events.iter().filter(|event| event.status != EventStatus::Cancelled);
    let wanted = coming.filter(|event| match of {
        Of::Company | Of::Department(_) | Of::Product(_) => true,
        Of::Marketplace(id) => event.is_in(id),
    });
    wanted
        .map(|event| Date {
            day: event.span.from,
            what: desk.phrase(&event.name),
            who: None,
            to: None,
            duty: false,
        })
        .collect()
}

/// The page that says what an event means: the plan for those that move demand, logistics for the others.
pub(crate) fn event_route(desk: &Desk<'_>, event: &Event) -> Route {
    let logistics = DepartmentId::new("logistics");
    match event.kind {
        EventKind::Closure | EventKind::Logistics if desk.workspace.department(&logistics).is_some() => {
            Route::Department(logistics)
        }
        _ if super::page::has(desk, &Route::Plan) => Route::Plan,
        _ => Route::Home,
    }
}
