//! A small workspace for tests of tables.

use super::Sources;
use crate::analysis::Analysis;
use crate::ingest::measure;
use crate::quantity::Day;
use crate::workspace::load;
use crate::world::Memory;

/// Asks the tables of a workspace of these files on a day.
pub(super) fn ask<T>(files: &[(&str, &str)], today: &str, answer: impl FnOnce(Sources<'_>) -> T) -> T {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let today = Day::parse(today).unwrap();
    let world = Memory { files, today };
    let workspace = load(&world).0.unwrap();
    let (facts, _) = measure(&world, &workspace);
    let (analysis, _) = Analysis::of(&workspace, &facts, today);
    answer(Sources { workspace: &workspace, facts: &facts, analysis: &analysis, today })
}
