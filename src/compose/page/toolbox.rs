//! Toolbox: which of the platform's tools do we use, and what do they feed?

use std::collections::BTreeMap;

use super::review::owner;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{Day, MeasureId};
use crate::site::{
    Block, Cell, Column, ColumnKind, Empty, Fact, Facts, Phrase, Rich, Row, Section, Status, Table,
};
use crate::workspace::{Tool, ToolStage, Toolbox};

/// From how many days on a tool that feeds figures was not used for too long.
const OLD: i32 = 60;

/// The page of tools.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let toolbox = desk.workspace.toolbox.as_ref();
    Sheet {
        route: Route::Toolbox,
        title: desk.say("toolbox-title").into(),
        eyebrow: vec![desk.company(), desk.say("toolbox-about").into()],
        headline: toolbox.map_or_else(|| desk.say("toolbox-none").into(), |toolbox| headline(desk, toolbox)),
        lede: None,
        blocks: toolbox.map_or_else(|| vec![empty(desk)], |toolbox| blocks(desk, toolbox)),
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("toolbox-empty").as_str().into(),
        file: "toolbox.yaml".to_owned(),
        yaml: "stages: [{id: promotion, name: Promotion}]\n\
               tools:\n\
               - {id: ads, stage: promotion, name: Sponsored Products, feeds: [ad_spend], used: true, last: 2026-11-21}"
            .to_owned(),
    }
    .into()
}

/// Stages in which no tool is used.
fn unused_stages(toolbox: &Toolbox) -> Vec<&ToolStage> {
    let used = |stage: &ToolStage| toolbox.tools.iter().any(|tool| tool.used && tool.stage.value == stage.id);
    toolbox.stages.iter().filter(|stage| !used(stage)).collect()
}

/// Figures whose tools were all last used more than 60 days ago: the figure, the day, and the days since.
fn stale(toolbox: &Toolbox, today: Day) -> Vec<(&str, Day, i32)> {
    let mut last: BTreeMap<&str, Day> = BTreeMap::new();
    for tool in toolbox.tools.iter().filter(|tool| tool.used) {
        for (figure, day) in tool.feeds.iter().filter_map(|figure| Some((figure, tool.last?))) {
            let latest = last.entry(figure.value.as_str()).or_insert(day);
            *latest = day.max(*latest);
        }
    }
    let old = last.into_iter().map(|(figure, day)| (figure, day, today - day));
    old.filter(|(.., days)| *days > OLD).collect()
}

fn headline(desk: &Desk<'_>, toolbox: &Toolbox) -> Phrase {
    let used = toolbox.tools.iter().filter(|tool| tool.used).count();
    let stages: Vec<String> =
        unused_stages(toolbox).into_iter().map(|stage| desk.phrase(&stage.name).text).collect();
    let args = [
        ("tools", toolbox.tools.len().into()),
        ("used", used.into()),
        ("stages", stages.join(&desk.say("list-comma")).into()),
    ];
    desk.fill(if stages.is_empty() { "toolbox-headline" } else { "toolbox-headline-stages" }, &args).into()
}

fn blocks(desk: &Desk<'_>, toolbox: &Toolbox) -> Vec<Block> {
    let section = |key: &str, blocks| Section { heading: desk.say(key).into(), blocks, ..Section::default() };
    let mut blocks: Vec<Block> = Vec::new();
    let heed = heed(desk, toolbox);
    if !heed.is_empty() {
        let facts = Facts { facts: heed, prose: true, note: None };
        blocks.push(section("toolbox-heed", vec![facts.into()]).into());
    }
    blocks.push(section("toolbox-stages", vec![tools(desk, toolbox).into()]).into());
    blocks
}

/// Stages without a used tool, and figures whose tool was not used for long.
fn heed(desk: &Desk<'_>, toolbox: &Toolbox) -> Vec<Fact> {
    let unused = unused_stages(toolbox).into_iter().map(|stage| Fact {
        name: desk.phrase(&stage.name),
        value: desk.say("toolbox-stage-unused").as_str().into(),
    });
    let stale = stale(toolbox, desk.today).into_iter().map(|(figure, day, days)| {
        let args = [
            ("day", day.to_string().into()),
            ("days", days.to_string().into()),
            ("limit", OLD.to_string().into()),
        ];
        Fact {
            name: desk.metric(&MeasureId::new(figure)),
            value: Rich::default().then(desk.fill("toolbox-stale", &args)),
        }
    });
    unused.chain(stale).collect()
}

/// All tools in the order of the stages; those of an unnamed stage do not exist.
fn tools(desk: &Desk<'_>, toolbox: &Toolbox) -> Table {
    let heads = [
        ("head-tool", ColumnKind::Text),
        ("toolbox-head-stage", ColumnKind::Name),
        ("head-used", ColumnKind::Status),
        ("head-last", ColumnKind::Date),
        ("head-owner", ColumnKind::Name),
        ("head-feeds", ColumnKind::Text),
    ];
    let of = |stage: &ToolStage| -> Vec<Row> {
        let tools = toolbox.tools.iter().filter(|tool| tool.stage.value == stage.id);
        tools.map(|tool| row(desk, stage, tool)).collect()
    };
    Table {
        caption: desk.say("toolbox-stages").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows: toolbox.stages.iter().flat_map(of).collect(),
        note: None,
    }
}

fn row(desk: &Desk<'_>, stage: &ToolStage, tool: &Tool) -> Row {
    let feeds: Vec<String> =
        tool.feeds.iter().map(|id| desk.metric(&MeasureId::new(&id.value)).text).collect();
    let (key, dot) = if tool.used { ("tool-used", Status::Done) } else { ("tool-unused", Status::Due) };
    let age = |day: Day| desk.fill("days-ago", &[("days", (desk.today - day).to_string().into())]);
    let cells = vec![
        Cell {
            sub: tool.reason.as_ref().filter(|_| !tool.used).map(|reason| desk.phrase(reason)),
            ..Cell::new(desk.phrase(&tool.name))
        },
        Cell::new(desk.phrase(&stage.name)),
        Cell { status: Some(dot), ..Cell::new(desk.say(key)) },
        Cell {
            sub: tool.last.map(|day| age(day).into()),
            ..Cell::new(tool.last.map(|day| day.to_string()).unwrap_or_default())
        },
        Cell::new(owner(desk, tool.owner.as_ref())),
        Cell::new(feeds.join(&desk.say("list-comma"))),
    ];
    Row { cells, ..Row::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::quantity::{Id, Text};
    use crate::workspace::At;

    fn tool(stage: &str, feeds: &[&str], (used, last): (bool, Option<&str>)) -> Tool {
        let place = Place::file(&"toolbox.yaml".into());
        Tool {
            id: Id::new(stage),
            name: Text::plain(stage),
            stage: At::new(Id::new(stage), &place),
            feeds: feeds.iter().map(|id| At::new((*id).to_owned(), &place)).collect(),
            used,
            reason: None,
            last: last.and_then(Day::parse),
            owner: None,
            place,
        }
    }

    fn toolbox() -> Toolbox {
        let place = Place::file(&"toolbox.yaml".into());
        let stage = |id: &&str| ToolStage { id: Id::new(id), name: Text::plain(*id), place: place.clone() };
        Toolbox {
            stages: ["research", "service", "brand"].iter().map(stage).collect(),
            tools: vec![
                tool("research", &["searches", "skus"], (true, Some("2026-09-22"))),
                tool("service", &["mails"], (false, Some("2026-01-01"))),
                tool("brand", &["searches"], (true, Some("2026-11-14"))),
                tool("brand", &["share"], (true, None)),
            ],
        }
    }

    #[test]
    fn a_figure_is_stale_when_none_of_its_tools_was_used_for_long() {
        let old = |today: &str| -> Vec<(String, i32)> {
            let toolbox = toolbox();
            let stale = stale(&toolbox, Day::parse(today).unwrap());
            stale.into_iter().map(|(figure, _, days)| (figure.to_owned(), days)).collect()
        };
        assert_eq!(old("2026-11-21"), []);
        assert_eq!(old("2026-11-22"), [("skus".to_owned(), 61)]);
        assert_eq!(old("2027-01-14"), [("searches".to_owned(), 61), ("skus".to_owned(), 114)]);
    }

    #[test]
    fn a_stage_counts_when_one_of_its_tools_is_used() {
        let toolbox = toolbox();
        let ids: Vec<&str> = unused_stages(&toolbox).into_iter().map(|stage| stage.id.as_str()).collect();
        assert_eq!(ids, ["service"]);
    }
}
