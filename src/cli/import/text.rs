//! A file for people.

use crate::cli::shell::Shell;
use crate::diagnostic::render::safe;
use crate::ingest::Inspection;

/// The file in a few lines.
pub(super) fn print(read: &Inspection, _shell: &Shell) -> String {
    format!("{}: {}\n", safe(&read.file.path), read.file.kind.as_deref().unwrap_or("?"))
}
