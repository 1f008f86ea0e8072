//! What departments and products expect of a year beside what the plan gives them.

use super::part::told;
use super::plan_versions::whole_unit;
use crate::compose::desk::Desk;
use crate::compose::written;
use crate::metric::{Rule, Unit};
use crate::plan::{GapState, Node, tolerance};
use crate::quantity::{MeasureId, Ratio};
use crate::site::{Block, Cell, Column, ColumnKind, Empty, Row, Status, Table};

/// The section of each figure that somebody spoke of; nothing of a year that nobody spoke of while others were.
pub(crate) fn bottom_up(desk: &Desk<'_>, year: i16) -> Option<Block> {
    let nodes: Vec<&Node> = desk.analysis.bottom_up.iter().filter(|node| node.year == year).collect();
    if nodes.is_empty() && !desk.analysis.bottom_up.is_empty() {
        return None;
    }
    let groups: Vec<&[&Node]> = nodes.chunk_by(|a, b| (&a.metric, a.year) == (&b.metric, b.year)).collect();
    let Some(first) = groups.first().and_then(|group| group.first()) else {
        return Some(told(
            desk,
            "bottom-up",
            (desk.say("bottom-up-lede-none").as_str(), vec![empty(year).into()]),
        ));
    };
    let lede = lede(desk, &groups, first);
    let tables = groups.iter().map(|group| table(desk, group).into()).collect();
    Some(told(desk, "bottom-up", (lede.as_str(), tables)))
}

/// How the whole stands, and when a gap counts as closed.
fn lede(desk: &Desk<'_>, groups: &[&[&Node]], first: &Node) -> String {
    let open =
        |group: &&[&Node]| group.iter().filter(|node| is_leaf(node) && node.state == GapState::Open).count();
    let style = desk.style(&first.metric, &first.forecast);
    let args = [
        ("open", groups.iter().map(open).sum::<usize>().into()),
        ("year", first.year.to_string().into()),
        ("metric", desk.metric(&first.metric).text.into()),
        ("forecast", style.worded(&first.forecast).into()),
        ("plan", style.worded(&first.covered).into()),
        ("gap", style.delta_worded(&first.gap).into()),
        (
            "share",
            first.share.as_ref().map_or_else(String::new, |share| desk.locale.percent(share, 0)).into(),
        ),
        ("rule", rule(desk, &first.metric).into()),
    ];
    desk.fill("bottom-up-lede", &args)
}

/// Whether it is one person's word and no sum.
fn is_leaf(node: &Node) -> bool {
    node.forecasts.len() == 1
}

/// "3% 且 500 美元"
fn rule(desk: &Desk<'_>, metric: &MeasureId) -> String {
    let tolerance = tolerance(desk.workspace, metric);
    let rel = tolerance.rel.as_ref().map(|share| desk.locale.percent(share, 0));
    let money = desk.check().unit(metric) == Unit::Money;
    let abs = tolerance.abs.as_ref().map(|abs| match money {
        true => desk.locale.money(desk.locale.decimal(abs, 0), desk.currency(), 0),
        false => written::number(desk, abs),
    });
    let between = if tolerance.rule == Rule::Both { "bottom-up-and" } else { "bottom-up-or" };
    let bounds: Vec<String> = rel.into_iter().chain(abs).collect();
    match bounds.is_empty() {
        true => desk.say("bottom-up-exact"),
        false => desk.fill("bottom-up-below", &[("bounds", bounds.join(&desk.say(between)).into())]),
    }
}

fn table(desk: &Desk<'_>, nodes: &[&Node]) -> Table {
    let first = nodes.first();
    let unit = first.map_or_else(String::new, |node| whole_unit(desk, &node.metric));
    let heads = [
        ("bottom-up-part", ColumnKind::Text, ""),
        ("bottom-up-plan", ColumnKind::Number, unit.as_str()),
        ("bottom-up-forecast", ColumnKind::Number, unit.as_str()),
        ("bottom-up-gap", ColumnKind::Number, unit.as_str()),
        ("bottom-up-share", ColumnKind::Number, "%"),
        ("bottom-up-state", ColumnKind::Status, ""),
        ("bottom-up-by", ColumnKind::Text, ""),
    ];
    let column = |(key, kind, unit): &(&str, ColumnKind, &str)| Column {
        unit: (*unit).into(),
        ..Column::new(desk.say(key), *kind)
    };
    let caption = first.map_or_else(String::new, |node| {
        let args =
            [("metric", desk.metric(&node.metric).text.into()), ("year", node.year.to_string().into())];
        desk.fill("bottom-up-caption", &args)
    });
    Table {
        caption: caption.into(),
        columns: heads.iter().map(column).collect(),
        rows: nodes.iter().map(|node| row(desk, node)).collect(),
        note: Some(desk.say("bottom-up-note").as_str().into()),
        ..Table::default()
    }
}

fn row(desk: &Desk<'_>, node: &Node) -> Row {
    let whole = |value: &Ratio| Cell::new(desk.locale.decimal(value, 0));
    let share = node.share.as_ref().map(|share| desk.locale.percent(share, 0));
    let cells = vec![
        Cell::new(desk.scope(&node.scope)),
        whole(&node.plan),
        whole(&node.forecast),
        Cell::new(desk.locale.signed(&node.gap, 0)),
        Cell::new(share.unwrap_or_default()),
        Cell {
            status: Some(dot(node.state)),
            ..Cell::new(desk.say(&format!("bottom-up-{}", node.state.word())))
        },
        by(desk, node),
    ];
    Row { cells, ..Row::default() }
}

fn dot(state: GapState) -> Status {
    match state {
        GapState::Closed => Status::Done,
        GapState::Stretch => Status::Due,
        GapState::Open => Status::Late,
    }
}

/// Who said it and when; of a sum, how many it is summed from.
fn by(desk: &Desk<'_>, node: &Node) -> Cell {
    let said = desk.workspace.bottom_ups.iter().filter(|said| node.forecasts.contains(&said.id));
    let said: Vec<_> = said.collect();
    match said.as_slice() {
        [one] => {
            let note = one.note.as_ref().map(|note| desk.phrase(note));
            Cell {
                sub: note.or_else(|| Some(one.date.to_string().into())),
                ..Cell::new(desk.person(&one.by.value))
            }
        }
        many => Cell::new(desk.fill("bottom-up-sum", &[("count", many.len().into())])),
    }
}

fn empty(year: i16) -> Empty {
    Empty {
        words: "".into(),
        file: "forecasts.yaml".to_owned(),
        yaml: format!(
            "forecasts:\n- {{id: F-01, by: chen, date: {year}-11-10, metric: sales, year: {},\n   scope: {{product: cold-brew-bottle}}, amount: 552000.00 USD}}",
            year + 1
        ),
    }
}
