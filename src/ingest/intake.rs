//! A file being decoded: what it is read with, and what it has said so far.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decoded::{Decoded, Feed, Figure, Market};
use super::kind::{Column, Kind, Recognised};
use super::setting::Setting;
use super::sheet::{Row, Sheet};
use crate::diagnostic::{Diagnostic, Place, codes, nearest};
use crate::facts::{Item, Refusal};
use crate::quantity::Span;

/// Longer cells are cut where a finding shows them.
const SHOWN: usize = 40;

/// A file being decoded.
#[derive(Debug)]
pub(super) struct Intake<'a> {
    pub(super) setting: &'a Setting,
    pub(super) path: &'a Arc<str>,
    /// The marketplace that the path names, or the only one there is.
    pub(super) market: Option<Market>,
    /// The period that the path names.
    pub(super) period: Option<Span>,
    pub(super) sheet: Arc<Sheet<'a>>,
    pub(super) columns: Vec<Option<&'static Column>>,
    pub(super) kind: &'static Kind,
    pub(super) decoded: Decoded,
    items: BTreeMap<Item, u32>,
}

/// The row was refused, and the reason written down.
#[derive(Debug)]
pub(super) struct Refused;

impl<'a> Intake<'a> {
    pub(super) fn new(setting: &'a Setting, path: &'a Arc<str>, sheet: Sheet<'a>, found: Found) -> Self {
        let Found { kind, columns, market, period } = found;
        let (decoded, items) = (Decoded::default(), BTreeMap::new());
        let sheet = Arc::new(sheet);
        Intake { setting, path, market, period, sheet, columns, kind, decoded, items }
    }

    /// The place of a column in the file.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.is_some_and(|column| column.key == key))
    }

    /// Refuses a row of another width than the header's.
    pub(super) fn check_width(&mut self, row: &Row) -> Result<(), Refused> {
        let expected = self.sheet.header.names.len();
        let found = row.width(expected);
        if found == expected {
            return Ok(());
        }
        let cell = found.min(expected).saturating_sub(usize::from(found < expected));
        let place = self.sheet.place(self.path, row, cell);
        let finding = Diagnostic::new(codes::BAD_ROW, &place).with("expected", expected).with("found", found);
        Err(self.refuse(finding.help("help")))
    }

    /// Refuses a row because of a cell; `expected` is the word by which the message says what should be there.
    pub(super) fn refuse_cell(&mut self, row: &Row, cell: usize, expected: &'static str) -> Refused {
        let finding = Diagnostic::new(codes::BAD_CELL, &self.sheet.place(self.path, row, cell));
        let column = self.sheet.header.names.get(cell).cloned().unwrap_or_default();
        let finding = finding.with("column", column).with("cell", shown(row.cell(cell)));
        self.refuse(finding.with("expected", expected).help("help"))
    }

    /// Refuses a row of a marketplace that is not known.
    pub(super) fn refuse_market(&mut self, row: &Row, cell: usize) -> Refused {
        let place = self.sheet.place(self.path, row, cell);
        let known = self.setting.markets.keys().map(String::as_str);
        self.refuse(unknown_market(&place, row.cell(cell), known))
    }

    fn refuse(&mut self, finding: Diagnostic) -> Refused {
        let (line, column) = (finding.place.line, finding.place.column);
        self.decoded.refuse(Refusal { line, column, finding });
        Refused
    }

    /// The place of an item in the list of those seen.
    pub(super) fn item(&mut self, item: Item) -> u32 {
        let next = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        *self.items.entry(item).or_insert_with_key(|item| {
            self.decoded.items.push(item.clone());
            next
        })
    }

    /// The place of a marketplace in the list of those seen; its first currency holds.
    pub(super) fn market_index(&mut self, market: Market) -> u16 {
        let seen = self.decoded.markets.iter().position(|known| known.id == market.id);
        let index = seen.unwrap_or_else(|| {
            self.decoded.markets.push(market);
            self.decoded.markets.len() - 1
        });
        u16::try_from(index).unwrap_or(u16::MAX)
    }

    /// Adds a measure to those the file gives; the place in their list.
    pub(super) fn feed(&mut self, feed: Feed) -> u16 {
        self.decoded.feed(feed)
    }

    pub(super) fn add(&mut self, figure: Figure) {
        self.decoded.figures.push(figure);
    }

    /// Notes the columns that nothing reads, and says so once.
    pub(super) fn note_unknown(&mut self, unknown: &[usize]) {
        let Some(first) = unknown.first() else { return };
        let names: Vec<String> = unknown.iter().map(|at| self.sheet.header.names[*at].clone()).collect();
        let place = self.sheet.header_place(self.path, *first);
        let finding = Diagnostic::new(codes::UNKNOWN_COLUMN, &place).with("count", names.len());
        self.decoded.findings.push(finding.with("names", names.join(", ")).help("help"));
        self.decoded.unknown_columns = names;
    }

    /// The file's own words on what was read; nothing but a header is worth a finding.
    pub(super) fn finish(mut self) -> Decoded {
        if self.decoded.rows == 0 && self.decoded.refused.is_empty() {
            let place = Place::file(self.path);
            self.decoded.findings.push(Diagnostic::new(codes::NO_ROWS, &place).help("help"));
        }
        self.decoded
    }
}

/// What is known of a file before its rows are read.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) kind: &'static Kind,
    pub(super) columns: Vec<Option<&'static Column>>,
    pub(super) market: Option<Market>,
    pub(super) period: Option<Span>,
}

impl Found {
    /// What the header and the path say.
    pub(super) fn new(recognised: &Recognised, market: Option<Market>, period: Option<Span>) -> Self {
        Found { kind: recognised.kind, columns: recognised.columns.clone(), market, period }
    }
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
