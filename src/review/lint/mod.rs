//! The lint of the loop: whether plans, work, reasons, acts and promises are such that the loop can close (domain 5.4).

mod feedback;
mod skills;
mod toolbox;

use super::{Check, Thread, commitment};
use crate::diagnostic::Diagnostics;
use crate::workspace::Workspace;

/// All findings of the loop.
pub fn lint(workspace: &Workspace, _threads: &[Thread<'_>], check: &Check<'_>) -> Diagnostics {
    let mut found = commitment::lint(workspace, check.today);
    found.extend(feedback::lint(workspace, check.today));
    found.extend(skills::lint(workspace, check.today));
    found.extend(toolbox::lint(workspace, check.facts, check.today));
    found
}
