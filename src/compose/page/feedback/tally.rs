//! Feedback counted: by what it speaks of, and by the department it was routed to.

use super::{KINDS, kind_name, place, share};
use crate::compose::desk::Desk;
use crate::compose::page::department::commitment;
use crate::compose::page::parts::{Head, below, count, linked, row, section, table};
use crate::review::{Voice, VoiceState};
use crate::site::{Block, Cell, ColumnKind, Row};
use crate::workspace::FeedbackKind;

/// By kind: how many stand where, and what most people of those asked say.
pub(super) fn by_kind(desk: &Desk<'_>, voices: &[Voice<'_>]) -> Block {
    let kinds = KINDS.iter().filter_map(|kind: &FeedbackKind| {
        let of: Vec<&Voice<'_>> = voices.iter().filter(|voice| voice.item.kind == *kind).collect();
        (!of.is_empty()).then(|| line(desk, Cell::new(kind_name(desk, *kind)), &of))
    });
    block(desk, ("feedback-by-kind", "head-about"), kinds.collect())
}

/// By the department it is for, in the order of the departments; what is for none comes last.
pub(super) fn by_department(desk: &Desk<'_>, voices: &[Voice<'_>]) -> Block {
    let ids = desk.workspace.departments.iter().map(|department| Some(&department.id)).chain([None]);
    let rows = ids.filter_map(|id| {
        let of = voices.iter().filter(|voice| voice.item.to.as_ref().map(|to| &to.value) == id);
        let of: Vec<&Voice<'_>> = of.collect();
        let head = || match id {
            Some(id) => commitment::department(desk, id),
            None => Cell::new(desk.say("feedback-to-nobody")),
        };
        (!of.is_empty()).then(|| line(desk, head(), &of))
    });
    block(desk, ("feedback-by-department", "head-to"), rows.collect())
}

fn block(desk: &Desk<'_>, (key, head): (&str, &'static str), rows: Vec<Row>) -> Block {
    let heads: [Head; 7] = [
        (head, ColumnKind::Text),
        ("head-all", ColumnKind::Number),
        ("head-unheard", ColumnKind::Number),
        ("head-in-hand", ColumnKind::Number),
        ("head-untold", ColumnKind::Number),
        ("head-told-back", ColumnKind::Number),
        ("head-loudest", ColumnKind::Text),
    ];
    section(desk, key, vec![table(desk, key, &heads, rows).into()])
}

fn line(desk: &Desk<'_>, head: Cell, voices: &[&Voice<'_>]) -> Row {
    let of = |states: &[VoiceState]| voices.iter().filter(|voice| states.contains(&voice.state)).count();
    row(vec![
        head,
        count(desk, voices.len()),
        count(desk, of(&[VoiceState::Unheard])),
        count(desk, of(&[VoiceState::Undecided, VoiceState::UnderWay])),
        count(desk, of(&[VoiceState::Untold])),
        count(desk, of(&[VoiceState::Told])),
        loudest(desk, voices),
    ])
}

/// What the largest share of those asked said: a count without its base is not compared.
fn loudest(desk: &Desk<'_>, voices: &[&Voice<'_>]) -> Cell {
    let most = voices.iter().filter_map(|voice| Some((share(voice.item)?, voice.item)));
    match most.max_by(|a, b| a.0.cmp(&b.0)) {
        Some((_, item)) => below(linked(desk.phrase(&item.text), place(desk, item)), super::base(desk, item)),
        None => Cell::new("–"),
    }
}
