//! The lint of the loop: whether plans, work, reasons, acts and promises are such that the loop can close (domain 5.4).

use super::{Check, Thread, commitment};
use crate::diagnostic::Diagnostics;
use crate::workspace::Workspace;

/// All findings of the loop.
pub fn lint(workspace: &Workspace, _threads: &[Thread<'_>], check: &Check<'_>) -> Diagnostics {
    commitment::lint(workspace, check.today)
}
