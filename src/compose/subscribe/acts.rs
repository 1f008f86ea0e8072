//! Acts, their effect checks, and standards brought elsewhere, as dates.

use super::{date, lines};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::site::{CalendarDate, Certainty, Target};
use crate::workspace::{Act, Cycle, EffectResult, Rollout, Status};

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    let acts = desk.workspace.cycles.iter().flat_map(|cycle| cycle.act.iter().map(move |act| (cycle, act)));
    acts.flat_map(|it| of_act(desk, reader, it)).collect()
}

fn of_act(desk: &Desk<'_>, reader: Reader<'_>, (cycle, act): (&Cycle, &Act)) -> Vec<CalendarDate> {
    let mut all: Vec<CalendarDate> = Vec::new();
    if reader.answers_for(desk, act.owner.as_ref().map(|owner| &owner.value)) {
        all.extend(duty(desk, (cycle, act)));
        all.extend(effect(desk, (cycle, act)));
    }
    let ours = |it: &&Rollout| reader.answers_for(desk, it.owner.as_ref().map(|owner| &owner.value));
    let rollouts = act.yokoten.iter().enumerate();
    all.extend(
        rollouts.filter(|(_, it)| ours(it)).filter_map(|(n, it)| rollout(desk, (cycle, act), (n, it))),
    );
    all
}

fn words(desk: &Desk<'_>, act: &Act) -> String {
    act.what.as_ref().map_or_else(|| act.id.to_string(), |what| desk.phrase(what).text)
}

fn place(desk: &Desk<'_>, (cycle, act): (&Cycle, &Act)) -> Option<Target> {
    Some(Target::place(&desk.path(&Route::Review(cycle.id.clone())), &anchor(act.id.as_str())))
}

fn about(desk: &Desk<'_>, (cycle, act): (&Cycle, &Act), more: String) -> String {
    let owner = act.owner.as_ref().map_or_else(String::new, |owner| desk.person(&owner.value).text);
    lines([format!("{} · {}", act.id, cycle.id), owner, more])
}

fn duty(desk: &Desk<'_>, (cycle, act): (&Cycle, &Act)) -> Option<CalendarDate> {
    let line = desk.fill("calendar-act-line", &[("what", words(desk, act).into())]);
    Some(CalendarDate {
        summary: ticked(line, act.status),
        description: about(desk, (cycle, act), String::new()),
        to: place(desk, (cycle, act)),
        category: desk.say("calendar-act"),
        certainty: certainty(act.status),
        duty: !act.status.is_over(),
        ..date(desk, act.id.as_str(), act.due.as_ref()?.value)
    })
}

fn effect(desk: &Desk<'_>, (cycle, act): (&Cycle, &Act)) -> Option<CalendarDate> {
    let check = act.effect_check.as_ref()?;
    let pending = check.result == EffectResult::Pending;
    let line = desk.fill("calendar-effect-line", &[("what", words(desk, act).into())]);
    Some(CalendarDate {
        summary: if pending { line } else { format!("✓ {line}") },
        description: about(desk, (cycle, act), desk.metric(&check.metric.value).text),
        to: place(desk, (cycle, act)),
        category: desk.say("calendar-effect"),
        certainty: if act.status == Status::Dropped { Certainty::Cancelled } else { Certainty::Confirmed },
        duty: pending && act.status != Status::Dropped,
        ..date(desk, &format!("{}.effect", act.id), check.due.as_ref()?.value)
    })
}

fn rollout(
    desk: &Desk<'_>,
    (cycle, act): (&Cycle, &Act),
    (n, it): (usize, &Rollout),
) -> Option<CalendarDate> {
    let args = [("what", words(desk, act).into()), ("where", desk.scope(&it.scope).text.into())];
    Some(CalendarDate {
        summary: ticked(desk.fill("calendar-rollout-line", &args), it.status),
        description: about(desk, (cycle, act), String::new()),
        to: place(desk, (cycle, act)),
        category: desk.say("calendar-act"),
        certainty: certainty(it.status),
        duty: !it.status.is_over(),
        ..date(desk, &format!("{}.rollout-{}", act.id, n + 1), it.due.as_ref()?.value)
    })
}

fn ticked(line: String, status: Status) -> String {
    if status == Status::Done { format!("✓ {line}") } else { line }
}

fn certainty(status: Status) -> Certainty {
    match status {
        Status::Dropped | Status::Carried => Certainty::Cancelled,
        Status::Open | Status::InProgress | Status::Done => Certainty::Confirmed,
    }
}
