//! What the plan is called that a page measures against: its version, or that it is none.

use super::desk::Desk;
use crate::plan::Standing;
use crate::site::Phrase;

/// The name of a year's plan: "計畫 2026-v2，2026-07-01 凍結"; nothing when nothing is planned for the year.
pub(crate) fn plan_name(desk: &Desk<'_>, year: i16) -> Option<Phrase> {
    desk.workspace.goals.iter().any(|goal| goal.year == year).then(|| words(desk, year).into())
}

fn words(desk: &Desk<'_>, year: i16) -> String {
    let (key, version) = match desk.analysis.standing(&desk.workspace.config.compare.plan, year) {
        Standing::Open => return desk.say("plan-name-open"),
        Standing::Is(version) => ("plan-name-is", version),
        Standing::Draft(version) => ("plan-name-draft", version),
        Standing::Fixed(version) => ("plan-name-fixed", version),
    };
    let args = [("version", version.id.as_str().into()), ("day", version.frozen.to_string().into())];
    desk.fill(key, &args)
}
