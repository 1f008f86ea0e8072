//! Forecasts on the scoreboard: by author, and those of the program by method, horizon and figure.

use super::{disclosure, section, words};
use crate::chart::{Bars, Chart, DataTable, Fill, Mark, Plot, Row as Bar, Scenario, Title};
use crate::compose::desk::Desk;
use crate::site::{Block, Cell, ColumnKind, Figure, Row, Table};
use crate::trend::score::{Coverage, Fit, Group, Key, Who};

/// Everything about forecasts; nothing while none is over.
pub(super) fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let groups = &desk.forecasts.scoreboard.groups;
    let tool = |of: fn(&Key) -> bool| -> Vec<&Group> {
        groups.iter().filter(|group| group.who == Who::Tool && of(&group.key)).collect()
    };
    let authors: Vec<&Group> = groups.iter().filter(|group| group.key == Key::All).collect();
    let horizons = tool(|key| matches!(key, Key::Horizon(_)));
    let mut blocks = Vec::new();
    if !authors.is_empty() {
        let table = table(desk, ("scoreboard-authors", &authors), true);
        blocks.push(section(desk, "scoreboard-forecasts", vec![table.into()]));
    }
    if !horizons.is_empty() {
        let mut own: Vec<Block> = coverage(desk, &horizons).into_iter().map(Block::from).collect();
        own.push(table(desk, ("scoreboard-horizons", &horizons), false).into());
        for (key, groups) in [
            ("scoreboard-methods", tool(|key| matches!(key, Key::Method(..)))),
            ("scoreboard-metrics", tool(|key| matches!(key, Key::Metric(_)))),
        ] {
            let table = table(desk, (key, &groups), false);
            own.push(disclosure(desk, key, vec![table.into()]));
        }
        blocks.push(section(desk, "scoreboard-of-tool", own));
    }
    blocks
}

fn table(desk: &Desk<'_>, (key, groups): (&str, &[&Group]), by_author: bool) -> Table {
    let first = if by_author { "score-author" } else { "score-which" };
    let heads = [
        (first, ColumnKind::Text),
        ("score-points", ColumnKind::Number),
        ("score-mase", ColumnKind::Number),
        ("score-added", ColumnKind::Number),
        ("score-coverage80", ColumnKind::Number),
        ("score-coverage95", ColumnKind::Number),
        ("score-verdict", ColumnKind::Text),
    ];
    Table {
        caption: desk.say(key).into(),
        caption_hidden: key != "scoreboard-horizons",
        columns: desk.columns(&heads),
        rows: groups.iter().map(|group| row(desk, group, by_author)).collect(),
        note: by_author.then(|| desk.say("scoreboard-authors-note").as_str().into()),
    }
}

fn row(desk: &Desk<'_>, group: &Group, by_author: bool) -> Row {
    let score = &group.score;
    let name = if by_author { words::who(desk, &group.who) } else { words::key(desk, &group.key) };
    let added = score.value_added.as_ref().map(|share| desk.locale.signed_percent(share, 0));
    let cells = vec![
        Cell::new(name),
        Cell::new(desk.locale.integer(score.n as i128)),
        Cell::new(words::decimal(desk, score.mase.as_ref(), 2)),
        Cell::new(added.unwrap_or_else(|| "–".to_owned())),
        covered(desk, score.coverage80, score.fit80),
        covered(desk, score.coverage95, score.fit95),
        Cell::new(words::verdict(desk, score)),
    ];
    Row { cells, ..Row::default() }
}

/// The share of bands that held, with what the count can say of it.
fn covered(desk: &Desk<'_>, coverage: Coverage, fit: Option<Fit>) -> Cell {
    Cell {
        sub: fit.map(|fit| words::fit(desk, fit).into()),
        ..Cell::new(words::percent(desk, coverage.share().as_ref()))
    }
}

/// How often the bands of 80 % held, by how far ahead they looked.
fn coverage(desk: &Desk<'_>, groups: &[&Group]) -> Option<Figure> {
    let counted: Vec<(String, Coverage)> = groups
        .iter()
        .map(|group| (words::key(desk, &group.key).text, group.score.coverage80))
        .filter(|(_, coverage)| coverage.n > 0)
        .collect();
    let whole = desk.forecasts.scoreboard.whole(&Who::Tool)?.score.coverage80;
    let args = [
        ("n", desk.locale.integer(whole.n as i128).into()),
        ("share", words::percent(desk, whole.share().as_ref()).into()),
    ];
    let bar = |(name, coverage): &(String, Coverage)| {
        let share = words::percent(desk, coverage.share().as_ref());
        let label = desk.fill(
            "scoreboard-bar",
            &[("share", share.into()), ("n", desk.locale.integer(coverage.n as i128).into())],
        );
        let value = coverage.share().map_or(0.0, |share| share.to_f64());
        Bar {
            label: name.clone(),
            fill: Fill::Actual,
            main: Mark::new(value, label),
            reach: Some(0.8),
            ..Bar::default()
        }
    };
    let message = desk.fill("scoreboard-coverage-message", &args);
    let chart = Chart {
        id: "coverage".to_owned(),
        title: Title {
            who: desk.say("scoreboard-tool"),
            what: desk.say("scoreboard-coverage-what"),
            when: desk.say("scoreboard-coverage-when"),
        },
        alt: message.clone(),
        message,
        plot: Plot::Bars(Bars { versus: Scenario::Plan, rows: counted.iter().map(bar).collect(), cut: None }),
        table: data(desk, &counted),
    };
    Some(Figure { chart, how: Some(desk.say("scoreboard-coverage-how").as_str().into()), more: None })
}

fn data(desk: &Desk<'_>, counted: &[(String, Coverage)]) -> DataTable {
    let row = |(name, coverage): &(String, Coverage)| {
        let share = words::percent(desk, coverage.share().as_ref());
        let ends = coverage
            .interval()
            .map(|(low, high)| [low, high].map(|end| format!("{:.0}%", end * 100.0)).join("–"));
        vec![
            name.clone(),
            coverage.inside.to_string(),
            coverage.n.to_string(),
            share,
            ends.unwrap_or_default(),
        ]
    };
    let heads = ["score-which", "score-inside", "score-points", "score-coverage80", "score-wilson"];
    DataTable {
        columns: heads.iter().map(|key| desk.say(key)).collect(),
        rows: counted.iter().map(row).collect(),
    }
}
