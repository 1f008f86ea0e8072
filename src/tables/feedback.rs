//! The table of feedback: how long each piece waits, and what became of it.

use super::commitments::{list, text};
use super::{Refusal, Sources};
use crate::quantity::{Lang, Ratio};
use crate::review::{Voice, VoiceState};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{FeedbackKind, Outcome};

const COLUMNS: [(&str, Kind); 20] = [
    ("id", Kind::Text),
    ("date", Kind::Day),
    ("kind", Kind::Text),
    ("source", Kind::Text),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("what", Kind::Text),
    ("count", Kind::Count),
    ("of", Kind::Count),
    ("share", Kind::Ratio),
    ("to", Kind::Text),
    ("state", Kind::Text),
    ("waits_days", Kind::Count),
    ("late", Kind::Flag),
    ("ack_by", Kind::Text),
    ("ack_date", Kind::Day),
    ("answer_days", Kind::Count),
    ("became", Kind::Text),
    ("told_back", Kind::Flag),
    ("told_date", Kind::Day),
];

const KINDS: [(&str, FeedbackKind); 6] = [
    ("product", FeedbackKind::Product),
    ("competitor", FeedbackKind::Competitor),
    ("audience", FeedbackKind::Audience),
    ("price", FeedbackKind::Price),
    ("listing", FeedbackKind::Listing),
    ("logistics", FeedbackKind::Logistics),
];

/// The columns that rows may be chosen by.
const FILTERS: [&str; 5] = ["product", "marketplace", "kind", "to", "state"];

/// A row per piece of feedback, in the order of the files; with `--from` and `--to` those of these days.
pub(super) fn feedback(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    for (key, value) in &request.filters {
        check(sources, key, value)?;
    }
    let voices = Voice::all(sources.workspace, sources.today);
    let wanted = voices.iter().filter(|voice| is_wanted(voice, request));
    let rows = wanted.map(|voice| cells(sources, voice)).collect();
    let columns = COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect();
    Ok(Table { columns, rows })
}

/// That a column may be chosen by, and that there is such a value.
fn check(sources: Sources<'_>, key: &str, value: &str) -> Result<(), Refusal> {
    let workspace = sources.workspace;
    let known: Vec<&str> = match key {
        "product" => workspace.products.iter().map(|it| it.id.as_str()).collect(),
        "marketplace" => workspace.marketplaces.iter().map(|it| it.id.as_str()).collect(),
        "to" => workspace.departments.iter().map(|it| it.id.as_str()).collect(),
        "state" => VoiceState::ALL.iter().map(|state| state.word()).collect(),
        "kind" => KINDS.iter().map(|(word, _)| *word).collect(),
        _ => return Err(Refusal::new("dimension", key, FILTERS)),
    };
    if known.contains(&value) { Ok(()) } else { Err(Refusal::new(key, value, known)) }
}

fn is_wanted(voice: &Voice<'_>, request: &TableRequest) -> bool {
    let day = voice.item.date;
    request.from.is_none_or(|from| day >= from)
        && request.to.is_none_or(|to| day <= to)
        && request.filters.iter().all(|(key, value)| of(voice, key) == Some(value.as_str()))
}

/// What a column that rows may be chosen by holds.
fn of<'a>(voice: &Voice<'a>, key: &str) -> Option<&'a str> {
    let item = voice.item;
    match key {
        "product" => item.product.as_ref().map(|id| id.value.as_str()),
        "marketplace" => item.marketplace.as_ref().map(|id| id.value.as_str()),
        "to" => item.to.as_ref().map(|id| id.value.as_str()),
        "kind" => KINDS.iter().find(|(_, kind)| *kind == item.kind).map(|(word, _)| *word),
        _ => Some(voice.state.word()),
    }
}

fn cells(sources: Sources<'_>, voice: &Voice<'_>) -> Vec<Cell> {
    let item = voice.item;
    let lang = sources.workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
    let (count, of_all) = (item.source.count, item.source.of);
    let share = count.zip(of_all).and_then(|(count, of)| Ratio::new(count.into(), of.into()));
    let number = |n: Option<u32>| n.map_or(Cell::Missing, |n| Cell::Count(n.into()));
    let days = |n: usize| Cell::Count(n as i128);
    let day = |day: Option<_>| day.map_or(Cell::Missing, Cell::Day);
    let became = match &item.becomes {
        Some(Outcome::Became(id)) => Some(id.value.as_str()),
        Some(Outcome::Declined) => Some("declined"),
        None => None,
    };
    let source = [Some(item.source.kind.as_str()), item.source.reference.as_deref()];
    let answered = item.ack.as_ref().map(|_| voice.answer_days);
    vec![
        text(Some(item.id.as_str())),
        Cell::Day(item.date),
        text(of(voice, "kind")),
        list(source.into_iter().flatten()),
        text(of(voice, "product")),
        text(of(voice, "marketplace")),
        text(Some(item.text.in_lang(&lang))),
        number(count),
        number(of_all),
        share.map_or(Cell::Missing, Cell::Ratio),
        text(of(voice, "to")),
        text(Some(voice.state.word())),
        voice.waits.map_or(Cell::Missing, days),
        Cell::Flag(voice.is_late()),
        text(item.ack.as_ref().map(|(by, _)| by.value.as_str())),
        day(item.ack.as_ref().map(|(_, day)| *day)),
        answered.map_or(Cell::Missing, days),
        text(became),
        item.told_back.map_or(Cell::Missing, |(told, _)| Cell::Flag(told)),
        day(item.told_back.and_then(|(_, day)| day)),
    ]
}
