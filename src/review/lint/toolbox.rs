//! What is wrong with the tools (domain 8, K101 and after).

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::facts::Facts;
use crate::quantity::Day;
use crate::review::{Feed, feeds, idle, unserved};
use crate::workspace::{Tool, Toolbox, Workspace};

/// Every finding of the toolbox of a workspace.
pub(super) fn lint(workspace: &Workspace, facts: &Facts, today: Day) -> Diagnostics {
    let Some(toolbox) = &workspace.toolbox else { return Diagnostics::default() };
    let unserved = unserved(toolbox).into_iter().map(|stage| {
        let id = stage.id.as_str();
        finding(codes::STAGE_WITHOUT_TOOL, (&stage.place, id)).with("stage", id)
    });
    let idle = idle(toolbox).map(|tool| of_tool(codes::TOOL_FEEDS_NOTHING, tool));
    let undated = toolbox.tools.iter().filter(|tool| tool.used && tool.last.is_none());
    let undated = undated.map(|tool| of_tool(codes::TOOL_WITHOUT_DAY, tool));
    stale((workspace, toolbox), facts, today).into_iter().chain(unserved).chain(idle).chain(undated).collect()
}

fn finding(code: &'static Code, (place, id): (&Place, &str)) -> Diagnostic {
    Diagnostic::new(code, place).about(id).help("help")
}

fn of_tool(code: &'static Code, tool: &Tool) -> Diagnostic {
    let id = tool.id.as_str();
    finding(code, (&tool.place, id)).with("tool", id)
}

/// K101: a tool that was not used for too long, with the figures for which no other was used since.
fn stale((workspace, toolbox): (&Workspace, &Toolbox), facts: &Facts, today: Day) -> Vec<Diagnostic> {
    let feeds = feeds(workspace, facts);
    let found = toolbox.tools.iter().filter_map(|tool| {
        let last = tool.last?;
        let hang = |feed: &&Feed<'_>| {
            feed.stale(today).is_some()
                && feed.used == Some(last)
                && feed.tools.iter().any(|it| it.id == tool.id)
        };
        let figures: Vec<&str> = feeds.iter().filter(hang).map(|feed| feed.figure).collect();
        let days = usize::try_from(today - last).ok().filter(|_| !figures.is_empty())?;
        let finding = of_tool(codes::TOOL_NOT_USED, tool).with("day", last.to_string()).with("days", days);
        Some(finding.with("figures", figures.join(", ")))
    });
    found.collect()
}
