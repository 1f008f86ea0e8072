//! The table of scores: how good forecasts and calls were, by who made them.

use super::{Refusal, Sources};
use crate::quantity::{PersonId, Ratio};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::trend::score::{Brier, Coverage, Group, Key, Score, Scoreboard, Verdict, Who};
use crate::workspace::TOOL;

const COLUMNS: [(&str, Kind); 25] = [
    ("author", Kind::Text),
    ("group", Kind::Text),
    ("key", Kind::Text),
    ("n", Kind::Count),
    ("periods", Kind::Count),
    ("mase", Kind::Ratio),
    ("rmsse", Kind::Ratio),
    ("fva", Kind::Ratio),
    ("bias", Kind::Ratio),
    ("wape", Kind::Ratio),
    ("tracking", Kind::Ratio),
    ("coverage80", Kind::Ratio),
    ("coverage80_n", Kind::Count),
    ("coverage80_low", Kind::Ratio),
    ("coverage80_high", Kind::Ratio),
    ("coverage95", Kind::Ratio),
    ("coverage95_n", Kind::Count),
    ("coverage95_low", Kind::Ratio),
    ("coverage95_high", Kind::Ratio),
    ("winkler", Kind::Ratio),
    ("calls", Kind::Count),
    ("brier", Kind::Ratio),
    ("base_rate", Kind::Ratio),
    ("skill", Kind::Ratio),
    ("verdict", Kind::Text),
];

const GROUPS: [&str; 4] = ["all", "method", "horizon", "metric"];

/// A row per group of an author's forecasts; an author's row of all has the score of their calls too.
pub(super) fn scores(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let board = &sources.scoreboard();
    let forecast = board.groups.iter().map(|group| Line::of(group, brier(board, group)));
    let silent = |author: &&PersonId| board.whole(&Who::Person((*author).clone())).is_none();
    let callers = board.calls.by_author.keys().filter(silent);
    let called = callers.map(|author| Line::of_calls(author, board.calls.by_author.get(author)));
    let mut lines: Vec<Line<'_>> = forecast.chain(called).collect();
    lines.sort_by(|a, b| a.author.cmp(&b.author));
    for (key, value) in &request.filters {
        check(&lines, key, value)?;
    }
    let wanted = |line: &&Line<'_>| request.filters.iter().all(|(key, value)| line.word(key) == value);
    let rows = lines.iter().filter(wanted).map(Line::cells).collect();
    Ok(Table { columns: COLUMNS.map(|(name, kind)| Column::new(name, kind)).to_vec(), rows })
}

/// That a column may be chosen by, and that there is such a value.
fn check(lines: &[Line<'_>], key: &str, value: &str) -> Result<(), Refusal> {
    let known: Vec<&str> = match key {
        "author" => lines.iter().map(|line| line.author.as_str()).collect(),
        "group" => GROUPS.to_vec(),
        _ => return Err(Refusal::new("dimension", key, ["author", "group"])),
    };
    if known.contains(&value) { Ok(()) } else { Err(Refusal::new(key, value, known)) }
}

/// The score of the calls of who made all forecasts of a group.
fn brier<'a>(board: &'a Scoreboard<'_>, group: &Group) -> Option<&'a Brier> {
    match (&group.who, &group.key) {
        (Who::Person(id), Key::All) => board.calls.by_author.get(id),
        _ => None,
    }
}

/// The name of an author in tables: the program's, a person's or a department's id.
pub(super) fn author(who: &Who) -> String {
    match who {
        Who::Tool => TOOL.to_owned(),
        Who::Person(id) => id.to_string(),
        Who::Department(id) => id.to_string(),
    }
}

struct Line<'a> {
    author: String,
    group: &'static str,
    key: String,
    score: Option<&'a Score>,
    brier: Option<&'a Brier>,
}

impl<'a> Line<'a> {
    fn of(group: &'a Group, brier: Option<&'a Brier>) -> Self {
        let (kind, key) = match &group.key {
            Key::All => ("all", String::new()),
            Key::Method(method, version) => ("method", format!("{method} v{version}")),
            Key::Horizon(horizon) => ("horizon", horizon.word().to_owned()),
            Key::Metric(id) => ("metric", id.to_string()),
        };
        Line { author: author(&group.who), group: kind, key, score: Some(&group.score), brier }
    }

    fn of_calls(id: &PersonId, brier: Option<&'a Brier>) -> Self {
        Line { author: id.to_string(), group: "all", key: String::new(), score: None, brier }
    }

    fn word(&self, key: &str) -> &str {
        if key == "author" { &self.author } else { self.group }
    }

    fn cells(&self) -> Vec<Cell> {
        let text = |text: &str| if text.is_empty() { Cell::Missing } else { Cell::Text(text.to_owned()) };
        let mut cells = vec![text(&self.author), text(self.group), text(&self.key)];
        cells.extend(of_forecasts(self.score));
        cells.extend(of_calls(self.brier));
        let verdict = self.score.and_then(|score| score.verdict);
        cells.push(verdict.map_or(Cell::Missing, |verdict| Cell::Text(word(verdict).to_owned())));
        cells
    }
}

fn of_forecasts(score: Option<&Score>) -> Vec<Cell> {
    let figure = |figure: fn(&Score) -> Option<&Ratio>| ratio(score.and_then(figure).cloned());
    let count = |count: fn(&Score) -> usize| Cell::Count(score.map_or(0, count) as i128);
    let mut cells = vec![count(|score| score.n), count(|score| score.periods)];
    cells.push(figure(|score| score.mase.as_ref()));
    cells.push(ratio(score.and_then(|score| score.rmsse).map(estimate)));
    cells.push(figure(|score| score.value_added.as_ref()));
    cells.push(figure(|score| score.bias.as_ref()));
    cells.push(figure(|score| score.wape.as_ref()));
    cells.push(figure(|score| score.tracking.as_ref()));
    cells.extend(of_bands(score.map(|score| score.coverage80)));
    cells.extend(of_bands(score.map(|score| score.coverage95)));
    cells.push(figure(|score| score.winkler80.as_ref()));
    cells
}

fn of_bands(coverage: Option<Coverage>) -> Vec<Cell> {
    let coverage = coverage.unwrap_or_default();
    let (low, high) = coverage.interval().unzip();
    let n = Cell::Count(coverage.n as i128);
    vec![ratio(coverage.share()), n, ratio(low.map(estimate)), ratio(high.map(estimate))]
}

fn of_calls(brier: Option<&Brier>) -> Vec<Cell> {
    let figure = |figure: fn(&Brier) -> Option<&Ratio>| ratio(brier.and_then(figure).cloned());
    vec![
        Cell::Count(brier.map_or(0, |brier| brier.n) as i128),
        figure(|brier| Some(&brier.score)),
        figure(|brier| Some(&brier.base_rate)),
        figure(|brier| brier.skill.as_ref()),
    ]
}

fn ratio(value: Option<Ratio>) -> Cell {
    value.map_or(Cell::Missing, Cell::Ratio)
}

/// An estimate to the six places that tables print.
fn estimate(value: f64) -> Ratio {
    Ratio::from_scaled((value * 1e6).round() as i128, 6)
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Better => "better",
        Verdict::Even => "even",
        Verdict::Worse => "worse",
    }
}
