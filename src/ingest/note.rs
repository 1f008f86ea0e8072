//! Findings that several steps write in the same words.

use crate::diagnostic::{Diagnostic, Place, codes, nearest};

/// Longer cells are cut where a finding shows them.
const SHOWN: usize = 40;

/// A cell that does not hold what it should; `expected` is the word by which the message says what that is.
pub(super) fn bad_cell(place: &Place, (column, cell): (&str, &str), expected: &'static str) -> Diagnostic {
    let finding = Diagnostic::new(codes::BAD_CELL, place).with("column", column.to_owned());
    finding.with("cell", shown(cell)).with("expected", expected).help("help")
}

/// A marketplace that is not in the catalogue.
pub(super) fn unknown_market<'k>(
    place: &Place,
    name: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Diagnostic {
    let finding = Diagnostic::new(codes::UNKNOWN_MARKETPLACE, place).with("marketplace", shown(name));
    let list: Vec<&str> = known.clone().collect();
    finding.with("known", list.join(", ")).nearest(nearest(name, known))
}

fn shown(cell: &str) -> String {
    if cell.chars().count() <= SHOWN {
        return cell.to_owned();
    }
    cell.chars().take(SHOWN).chain(['…']).collect()
}
