//! Calls on the scoreboard: those that wait for their outcome, those that failed, how well likelihoods were meant.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{disclosure, section, words};
use crate::compose::agenda::anchor;
use crate::compose::call_table;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::site::{Block, Cell, ColumnKind, Empty, Row, Status, Table, Target};
use crate::trend::score::{Calibration, Enough, Likelihood, Made, State};

/// Everything about calls; nothing where there are none.
pub(super) fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let calls = &desk.forecasts.scoreboard.calls;
    if calls.all.is_empty() {
        return Vec::new();
    }
    let mut blocks = due(desk);
    blocks.extend(failed(desk));
    if !calls.calibration.is_empty() {
        blocks.push(calibration(desk, &calls.calibration).into());
    }
    let all = call_table::calls(desk, &call_table::all(desk), None);
    blocks.push(disclosure(desk, "scoreboard-calls-all", vec![all.into()]));
    vec![section(desk, "scoreboard-calls", blocks)]
}

/// What to write, file by file.
fn due(desk: &Desk<'_>) -> Vec<Block> {
    let mut files: BTreeMap<String, Vec<&Made<'_>>> = BTreeMap::new();
    for made in desk.forecasts.scoreboard.calls.in_state(State::Due) {
        files.entry(made.call.place.file.to_string()).or_default().push(made);
    }
    files.into_iter().map(|(file, calls)| ask(desk, file, &calls)).collect()
}

fn ask(desk: &Desk<'_>, file: String, calls: &[&Made<'_>]) -> Block {
    let texts: Vec<String> = calls.iter().map(|made| desk.phrase(&made.call.text).text).collect();
    let mut yaml = String::new();
    for made in calls {
        let place = &made.call.place;
        let _ = writeln!(
            yaml,
            "- {{id: {}, …, outcome: happened}}   # {}",
            made.call.id,
            desk.fill("scoreboard-or-not", &[("line", place.line.to_string().into())])
        );
    }
    let words = desk.fill(
        "scoreboard-due",
        &[("calls", texts.join(&desk.say("list-semicolon")).into()), ("n", calls.len().into())],
    );
    Empty { words: words.as_str().into(), file, yaml: yaml.trim_end().to_owned() }.into()
}

/// The calls that were likely and did not come true, or unlikely and did.
fn failed(desk: &Desk<'_>) -> Option<Block> {
    let failed: Vec<&Made<'_>> =
        desk.forecasts.scoreboard.calls.all.iter().filter(|made| made.call.failed()).collect();
    if failed.is_empty() {
        return None;
    }
    let heads = [("score-failed-call", ColumnKind::Text), ("score-happened", ColumnKind::Status)];
    let table = Table {
        caption: desk.say("scoreboard-failed").into(),
        columns: desk.columns(&heads),
        rows: failed.iter().map(|made| row(desk, made)).collect(),
        ..Table::default()
    };
    Some(table.into())
}

fn row(desk: &Desk<'_>, made: &Made<'_>) -> Row {
    let page = desk.path(&Route::Briefing(made.briefing.id.as_str().to_owned()));
    let author = made.briefing.author.as_ref().map(|id| desk.person(&id.value).text);
    let probability = made.call.probability.as_ref().map(|share| said(desk, share));
    let sub = [probability, author, Some(made.briefing.issued.to_string())];
    let sub = sub.into_iter().flatten().collect::<Vec<_>>();
    let happened = made.state == State::Happened;
    let outcome = desk.say(if happened { "call-happened" } else { "call-not-happened" });
    let cells = vec![
        Cell {
            to: Some(Target::place(&page, &anchor(made.call.id.as_str()))),
            sub: Some(sub.join(" · ").into()),
            ..Cell::new(desk.phrase(&made.call.text))
        },
        Cell { status: Some(Status::Late), ..Cell::new(outcome) },
    ];
    Row { cells, ..Row::default() }
}

/// "70%（可能）".
fn said(desk: &Desk<'_>, probability: &crate::quantity::Ratio) -> String {
    let word = desk.say(&format!("score-likelihood-{}", Likelihood::of(probability).word()));
    desk.fill(
        "scoreboard-said",
        &[("share", desk.locale.percent(probability, 0).into()), ("word", word.into())],
    )
}

/// Of the calls of each word of likelihood, how many came true.
fn calibration(desk: &Desk<'_>, bands: &[Calibration]) -> Table {
    let heads = [
        ("score-likelihood", ColumnKind::Text),
        ("score-calls", ColumnKind::Number),
        ("score-mean-probability", ColumnKind::Number),
        ("score-came-true", ColumnKind::Number),
    ];
    let row = |band: &Calibration| {
        let cells = vec![
            Cell::new(desk.say(&format!("score-likelihood-{}", band.likelihood.word()))),
            Cell::new(band.n.to_string()),
            Cell::new(words::percent(desk, Some(&band.expected))),
            Cell::new(band.happened.to_string()),
        ];
        Row { cells, ..Row::default() }
    };
    Table {
        caption: desk.say("scoreboard-calibration").into(),
        caption_hidden: false,
        columns: desk.columns(&heads),
        rows: bands.iter().map(row).collect(),
        note: Some(note(desk).as_str().into()),
    }
}

/// The base rate and what it means, with how few calls there are.
fn note(desk: &Desk<'_>) -> String {
    let Some(score) = &desk.forecasts.scoreboard.calls.score else { return String::new() };
    let key = if score.n < Enough::POINTS { "scoreboard-brier-few" } else { "scoreboard-brier" };
    let args = [
        ("n", score.n.into()),
        ("least", Enough::POINTS.into()),
        ("brier", desk.locale.decimal(&score.score, 2).into()),
        ("rate", desk.locale.percent(&score.base_rate, 0).into()),
        ("skill", words::percent(desk, score.skill.as_ref()).into()),
    ];
    desk.fill(key, &args)
}
