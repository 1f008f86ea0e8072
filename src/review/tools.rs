//! Tools: which are used, which figures they feed, and when these last came.

use crate::facts::Facts;
use crate::quantity::{Day, MeasureId, Scope};
use crate::workspace::{Tool, ToolStage, Toolbox, Workspace};

/// A figure or rate that tools feed.
#[derive(Clone, Debug)]
pub struct Feed<'a> {
    /// Its name in files.
    pub figure: &'a str,
    /// The tools that feed it and are used, in file order.
    pub tools: Vec<&'a Tool>,
    /// The last day one of them was used.
    pub used: Option<Day>,
    /// The last day that it is known for, or, of a rate, on which it was looked up.
    pub known: Option<Day>,
}

impl Feed<'_> {
    /// The days after which a tool that figures hang on was not used for too long.
    pub const STALE: i32 = 60;

    /// The days since one of its tools was used, when these are too many.
    pub fn stale(&self, today: Day) -> Option<i32> {
        self.used.map(|day| today - day).filter(|days| *days > Feed::STALE)
    }
}

/// What the tools in use feed, each figure once, in file order.
pub fn feeds<'a>(workspace: &'a Workspace, facts: &Facts) -> Vec<Feed<'a>> {
    let mut feeds: Vec<Feed<'a>> = Vec::new();
    let used = workspace.toolbox.iter().flat_map(|toolbox| &toolbox.tools).filter(|tool| tool.used);
    for (tool, figure) in used.flat_map(|tool| tool.feeds.iter().map(move |figure| (tool, &figure.value))) {
        match feeds.iter_mut().find(|feed| feed.figure == figure) {
            Some(feed) => {
                feed.tools.push(tool);
                feed.used = feed.used.max(tool.last);
            }
            None => feeds.push(Feed {
                figure,
                tools: vec![tool],
                used: tool.last,
                known: known((workspace, facts), figure),
            }),
        }
    }
    feeds
}

fn known((workspace, facts): (&Workspace, &Facts), figure: &str) -> Option<Day> {
    let rates = workspace.rates.rows().iter().filter(|rate| rate.id == figure);
    let measured = facts.covered(&MeasureId::new(figure), &Scope::company()).map(|days| days.to);
    measured.or_else(|| rates.filter_map(|rate| rate.checked).max())
}

/// The stages of the work in which no tool is used.
pub fn unserved(toolbox: &Toolbox) -> Vec<&ToolStage> {
    let served =
        |stage: &ToolStage| toolbox.tools.iter().any(|tool| tool.used && tool.stage.value == stage.id);
    toolbox.stages.iter().filter(|stage| !served(stage)).collect()
}

/// The tools that are used and feed nothing.
pub fn idle(toolbox: &Toolbox) -> impl Iterator<Item = &Tool> {
    toolbox.tools.iter().filter(|tool| tool.used && tool.feeds.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::measure;
    use crate::workspace::load;
    use crate::world::Memory;

    const TOOLBOX: &str = "stages: [{id: research}, {id: service}, {id: brand}]
tools:
- {id: poe, stage: research, feeds: [searches, skus], used: true, last: 2026-09-22}
- {id: mail, stage: service, feeds: [mails], used: false, last: 2026-01-01}
- {id: ba, stage: brand, feeds: [searches], used: true, last: 2026-11-14}
- {id: social, stage: brand, feeds: [share], used: true}
- {id: comply, stage: brand, used: true, last: 2026-11-14}
";

    fn world() -> Memory {
        let files = [("opsreport.yaml", "title: X\ncurrency: USD\n"), ("toolbox.yaml", TOOLBOX)];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec()));
        Memory { files: files.into(), today: Day::parse("2026-11-22").unwrap() }
    }

    #[test]
    fn a_figure_is_stale_when_none_of_its_tools_was_used_for_long() {
        let workspace = load(&world()).0.unwrap();
        let facts = measure(&world(), &workspace).0;
        let feeds = feeds(&workspace, &facts);
        let old = |today: &str| -> Vec<(&str, i32)> {
            let today = Day::parse(today).unwrap();
            feeds.iter().filter_map(|feed| Some((feed.figure, feed.stale(today)?))).collect()
        };
        assert_eq!(old("2026-11-21"), []);
        assert_eq!(old("2026-11-22"), [("skus", 61)]);
        assert_eq!(old("2027-01-14"), [("searches", 61), ("skus", 114)]);
        assert_eq!(feeds[0].tools.len(), 2);
    }

    #[test]
    fn a_stage_counts_when_one_of_its_tools_is_used_and_a_tool_when_it_feeds_something() {
        let toolbox = load(&world()).0.unwrap().toolbox.unwrap();
        let stages: Vec<&str> = unserved(&toolbox).into_iter().map(|stage| stage.id.as_str()).collect();
        assert_eq!(stages, ["service"]);
        let tools: Vec<&str> = idle(&toolbox).map(|tool| tool.id.as_str()).collect();
        assert_eq!(tools, ["comply"]);
    }
}
