//! The table of calls: what was said, how likely it was said to be, and what became of it.

use super::commitments::text;
use super::{Refusal, Sources};
use crate::quantity::Lang;
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::trend::score::{Likelihood, Made, State};

const COLUMNS: [(&str, Kind); 10] = [
    ("id", Kind::Text),
    ("briefing", Kind::Text),
    ("author", Kind::Text),
    ("issued", Kind::Day),
    ("text", Kind::Text),
    ("probability", Kind::Ratio),
    ("likelihood", Kind::Text),
    ("resolves", Kind::Day),
    ("state", Kind::Text),
    ("brier", Kind::Ratio),
];

const STATES: [State; 4] = [State::Due, State::Pending, State::Happened, State::NotHappened];

/// A row per call of a briefing, by the day it resolves; with `--from` and `--to` those of these days.
pub(super) fn calls(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let all = &sources.scoreboard().calls.all;
    for (key, value) in &request.filters {
        check(all, key, value)?;
    }
    let rows = all.iter().filter(|made| is_wanted(made, request)).map(|made| cells(sources, made)).collect();
    Ok(Table { columns: COLUMNS.map(|(name, kind)| Column::new(name, kind)).to_vec(), rows })
}

/// That a column may be chosen by, and that there is such a value.
fn check(all: &[Made<'_>], key: &str, value: &str) -> Result<(), Refusal> {
    let known: Vec<&str> = match key {
        "state" => STATES.map(State::word).to_vec(),
        "author" | "briefing" => all.iter().filter_map(|made| of(made, key)).collect(),
        _ => return Err(Refusal::new("dimension", key, ["author", "briefing", "state"])),
    };
    if known.contains(&value) { Ok(()) } else { Err(Refusal::new(key, value, known)) }
}

fn is_wanted(made: &Made<'_>, request: &TableRequest) -> bool {
    let day = made.call.resolves;
    request.from.is_none_or(|from| day.is_some_and(|day| day >= from))
        && request.to.is_none_or(|to| day.is_some_and(|day| day <= to))
        && request.filters.iter().all(|(key, value)| of(made, key) == Some(value.as_str()))
}

/// What a column that rows may be chosen by holds.
fn of<'a>(made: &Made<'a>, key: &str) -> Option<&'a str> {
    match key {
        "author" => made.briefing.author.as_ref().map(|id| id.value.as_str()),
        "briefing" => Some(made.briefing.id.as_str()),
        _ => Some(made.state.word()),
    }
}

fn cells(sources: Sources<'_>, made: &Made<'_>) -> Vec<Cell> {
    let lang = sources.workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
    let call = made.call;
    let likelihood = call.probability.as_ref().map(|probability| Likelihood::of(probability).word());
    vec![
        text(Some(call.id.as_str())),
        text(of(made, "briefing")),
        text(of(made, "author")),
        Cell::Day(made.briefing.issued),
        text(Some(call.text.in_lang(&lang))),
        call.probability.clone().map_or(Cell::Missing, Cell::Ratio),
        text(likelihood),
        call.resolves.map_or(Cell::Missing, Cell::Day),
        text(Some(made.state.word())),
        made.score().map_or(Cell::Missing, Cell::Ratio),
    ]
}
