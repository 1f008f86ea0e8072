//! What changed: offers and answers, what was done, acts, reviews, briefings, feedback, orders that have come near.

use super::agenda::{anchor, shown};
use super::desk::Desk;
use super::page::department::commitment;
use super::page::supply::words::on_supply;
use super::page::{briefing, feedback};
use super::reader::Reader;
use super::route::Route;
use crate::quantity::{Day, PersonId};
use crate::review::{Change, changes};
use crate::site::{Phrase, Status, Target};
use crate::workspace::{Act, Agreement, Commitment, Cycle, CycleStatus, Feedback, PlanVersion, Throw};

/// How many days before its last day an order is news.
const NEAR: i32 = 14;

/// The departments that order goods or wait for them.
pub(crate) const SUPPLIERS: &[&str] = &["production", "procurement", "logistics", "ops", "operations"];

/// Something that changed.
#[derive(Clone, Debug)]
pub(crate) struct News {
    /// Its name for ever, within the company.
    pub(crate) id: String,
    /// When.
    pub(crate) day: Day,
    /// By whom.
    pub(crate) who: Option<Phrase>,
    /// What happened, to be followed by what it happened to.
    pub(crate) verb: String,
    /// What it happened to.
    pub(crate) what: Phrase,
    /// Where more is said.
    pub(crate) to: Target,
    /// More of it.
    pub(crate) detail: Option<Phrase>,
    /// How it stands now.
    pub(crate) status: Option<Status>,
}

impl News {
    /// Whether it tells of a review: that pages list by themselves.
    pub(crate) fn is_review(&self) -> bool {
        self.id.starts_with("reviews/")
    }
}

/// Everything up to today that concerns a reader, the newest first.
pub(crate) fn news(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<News> {
    let workspace = desk.workspace;
    let concerns = |it: &&Commitment| reader.role(desk, it).is_some();
    let commitments = workspace.commitments.iter().filter(concerns);
    let mut all: Vec<News> = commitments.flat_map(|it| of_commitment(desk, it)).collect();
    all.extend(workspace.cycles.iter().flat_map(|cycle| of_cycle(desk, reader, cycle)));
    all.extend(workspace.briefings.iter().map(|it| News {
        id: format!("briefings/{}", it.id),
        verb: desk.say("news-briefing"),
        what: briefing::name(desk, it),
        to: desk.target(&Route::Briefing(it.id.as_str().to_owned())),
        ..blank(it.issued)
    }));
    all.extend(workspace.versions.iter().map(|it| plan_version(desk, it)));
    let ours = |it: &&Feedback| match reader {
        Reader::Company => true,
        Reader::Department(id) => it.to.as_ref().is_some_and(|to| to.value == *id),
        Reader::Person(person) => it.ack.as_ref().is_some_and(|(by, _)| by.value == person.id),
    };
    all.extend(workspace.feedback.iter().filter(ours).map(|it| of_feedback(desk, it)));
    all.extend(orders(desk, reader));
    all.retain(|it| it.day <= desk.today);
    all.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.id.cmp(&b.id)));
    all
}

fn blank(day: Day) -> News {
    News {
        id: String::new(),
        day,
        who: None,
        verb: String::new(),
        what: Phrase::default(),
        to: Target::Here { fragment: String::new() },
        detail: None,
        status: None,
    }
}

fn of_commitment<'a>(desk: &'a Desk<'_>, it: &'a Commitment) -> impl Iterator<Item = News> + 'a {
    changes(it).map(move |change| {
        let base =
            News { what: desk.phrase(&it.what), to: commitment::place(desk, it), ..blank(change.day()) };
        match change {
            Change::Throw(n, throw) => News {
                id: format!("{}/{n}", it.id),
                who: Some(desk.person(&throw.by.value)),
                verb: answer(desk, it, throw),
                detail: throw.note.as_ref().map(|note| desk.phrase(note)),
                ..base
            },
            Change::Done(_) => News {
                id: format!("{}/done", it.id),
                who: Some(desk.department(&it.from.value)),
                verb: desk.say("changed-done"),
                status: Some(Status::Done),
                ..base
            },
        }
    })
}

fn answer(desk: &Desk<'_>, it: &Commitment, throw: &Throw) -> String {
    let day = throw.due.unwrap_or(it.due.value);
    let key = match throw.state {
        Agreement::Proposed => "changed-proposed",
        Agreement::Countered => "changed-countered",
        Agreement::Agreed => "changed-agreed",
        Agreement::Declined => "changed-declined",
    };
    desk.fill(key, &[("day", shown(desk, day).into())])
}

/// The review itself, and the acts that were agreed in it or done since.
fn of_cycle(desk: &Desk<'_>, reader: Reader<'_>, cycle: &Cycle) -> Vec<News> {
    let review = Route::Review(cycle.id.clone());
    let published = cycle.closed.or(cycle.review).filter(|_| cycle.status != CycleStatus::Planned);
    let mut all: Vec<News> = Vec::new();
    all.extend(published.map(|day| News {
        id: format!("reviews/{}", cycle.id),
        who: cycle.owner.as_ref().map(|owner| desk.person(&owner.value)),
        verb: desk.say("news-review"),
        what: cycle.id.as_str().into(),
        to: desk.target(&review),
        ..blank(day)
    }));
    let ours = |act: &&Act| reader.answers_for(desk, act.owner.as_ref().map(|owner| &owner.value));
    for act in cycle.act.iter().filter(ours) {
        all.extend(of_act(desk, (cycle, act)));
    }
    all
}

fn of_act(desk: &Desk<'_>, (cycle, act): (&Cycle, &Act)) -> Vec<News> {
    let owner: Option<&PersonId> = act.owner.as_ref().map(|owner| &owner.value);
    let news = |day: Day, (end, verb): (&str, String)| News {
        id: format!("{}/{end}", act.id),
        who: owner.map(|owner| desk.person(owner)),
        verb,
        what: act.what.as_ref().map_or_else(|| act.id.as_str().into(), |what| desk.phrase(what)),
        to: Target::place(&desk.path(&Route::Review(cycle.id.clone())), &anchor(act.id.as_str())),
        ..blank(day)
    };
    let due = act.due.as_ref().map_or_else(|| "–".to_owned(), |due| shown(desk, due.value));
    let agreed = desk.fill("news-act", &[("day", due.into())]);
    let done = act.done_date.as_ref().map(|day| News {
        status: Some(Status::Done),
        ..news(day.value, ("done", desk.say("news-act-done")))
    });
    let checked = act.effect_check.as_ref().and_then(|check| check.checked);
    let checked = checked.map(|day| news(day, ("checked", desk.say("news-act-checked"))));
    let agreed = cycle.review.map(|day| news(day, ("agreed", agreed)));
    [agreed, done, checked].into_iter().flatten().collect()
}

/// A plan that was frozen; it concerns everybody.
fn plan_version(desk: &Desk<'_>, it: &PlanVersion) -> News {
    News {
        id: format!("plans/{}", it.id),
        who: Some(desk.person(&it.by.value)),
        verb: desk.say("news-plan"),
        what: it.id.as_str().into(),
        to: desk.target(&Route::Plan),
        detail: it.reason.as_ref().map(|reason| desk.phrase(reason)),
        ..blank(it.frozen)
    }
}

fn of_feedback(desk: &Desk<'_>, it: &Feedback) -> News {
    let base = feedback::base(desk, it);
    News {
        id: it.id.as_str().to_owned(),
        verb: desk.say("changed-feedback"),
        what: desk.phrase(&it.text),
        to: feedback::place(desk, it),
        detail: (!base.is_empty()).then(|| base.into()),
        ..blank(it.date)
    }
}

/// Orders whose last day has come near, on the day it did. One that moves is news again.
fn orders(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<News> {
    if !reader.does_work_of(desk, SUPPLIERS) {
        return Vec::new();
    }
    let news = |(position, order): (&crate::plan::supply::Position, &crate::plan::supply::Order)| {
        let args = [("day", shown(desk, order.order_by).into())];
        News {
            id: format!("{}/{}", order.id, order.order_by),
            verb: desk.fill("news-order", &args),
            what: super::subscribe::order_words(desk, (position, order)).into(),
            to: on_supply(desk, position),
            ..blank(order.order_by - NEAR)
        }
    };
    desk.analysis.supply.orders().into_iter().map(news).collect()
}
