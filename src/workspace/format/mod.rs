//! Kinds of results files as data (`formats.yaml`): how a file is known, and what its columns say.
//!
//! The formats that opsreport brings along are written in the same words, and read by the same code.

mod alias;
mod check;
mod column;
mod days;
mod figure;
mod keys;
mod rows;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::quantity::Text;

use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Name, words};
use super::yaml::{self, Node};

pub use alias::Aliases;
pub use check::{CheckRule, FileCheck};
pub use column::{Column, DayOrder, DecimalMark, Shape};
pub use days::Days;
pub use figure::{Condition, Counting, FigureRule, Owner};
pub use keys::Keys;
pub use rows::{Carry, Keep, LeaveOut, Rows, Summary};

/// A kind of results file.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    /// Its name in findings, in the import log and in sources.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The names by which measures call it in `from: {file: …}`, beside its id.
    pub reports: Vec<String>,
    /// How sure it is that real files look so.
    pub evidence: Evidence,
    /// Where to look in its portal, and what to know of it; for the documentation.
    pub note: Option<Text>,
    /// What makes a header one of this kind: of each group, one column.
    pub require: Vec<Vec<String>>,
    /// Columns that only another kind has.
    pub without: Vec<String>,
    /// Whether names in one word with capitals inside (`campaignName`) are those of a programming interface,
    /// and not of this kind.
    pub spaced: bool,
    /// How one of the lines before the header must begin; nothing where the header alone tells.
    pub preamble: Vec<String>,
    /// Whether each further column is the measure of its name.
    pub open: bool,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Where the days come from, the first that the file has.
    pub days: Vec<Days>,
    /// Which columns say where a row belongs.
    pub keys: Keys,
    /// What is a row, and which count.
    pub rows: Rows,
    /// What comes out of it.
    pub figures: Vec<FigureRule>,
    /// What a file is checked against.
    pub checks: Vec<FileCheck>,
    /// Files of one lane tell the same story: their figures are never added.
    pub lane: String,
    /// Within a lane, the smallest goes first.
    pub rank: u16,
    /// Where it is written.
    pub place: Place,
}

/// Reads formats that are written as in `formats.yaml`; `file` is the name by which findings call it.
pub fn formats(file: &str, text: &str) -> (Vec<Format>, Diagnostics) {
    let mut cx = Context::default();
    let node = yaml::parse(&file.into(), text.as_bytes(), &mut cx.findings);
    let open = node.as_ref().and_then(|node| Fields::open(node, &mut cx));
    let formats = open.map(|mut f| f.list("formats")).unwrap_or_default();
    (formats, cx.findings)
}

/// How sure it is that real files look like this.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Evidence {
    /// Seen in real files.
    Real,
    /// Names taken from programs that read real files.
    Code,
    /// A single source, or a test.
    Thin,
    /// Made by a user.
    #[default]
    Own,
}

words!(Evidence { "real" => Evidence::Real, "code" => Evidence::Code, "thin" => Evidence::Thin, "own" => Evidence::Own });

impl Format {
    /// The column of this key.
    pub fn column(&self, key: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.key == key)
    }

    /// The figure of this id.
    pub fn figure(&self, id: &str) -> Option<&FigureRule> {
        self.figures.iter().find(|figure| figure.id == id)
    }

    /// The channel that it comes from, by the first word of its id: `amazon`, `shopify`.
    pub fn channel(&self) -> &str {
        self.id.split('.').next().unwrap_or_default()
    }

    /// Whether a measure means this format by a name.
    pub fn is_called(&self, name: &str) -> bool {
        self.id == name || self.reports.iter().any(|report| report == name)
    }
}

impl Read for Format {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.name_of(Kind::Format);
        let columns = column::read_all(&mut f);
        let format = Format {
            id: id.clone().unwrap_or_default(),
            name: f.optional("name").unwrap_or_else(|| Text::plain(id.as_deref().unwrap_or_default())),
            reports: names(&mut f, "reports"),
            evidence: f.optional("evidence").unwrap_or_default(),
            note: f.optional("note"),
            require: require(&mut f, &columns),
            without: names(&mut f, "without"),
            spaced: f.optional("spaced").unwrap_or_default(),
            preamble: names(&mut f, "preamble"),
            open: f.optional("open").unwrap_or_default(),
            columns,
            days: days::read_all(&mut f),
            keys: f.optional("keys").unwrap_or_default(),
            rows: f.optional("rows").unwrap_or_default(),
            figures: f.list("figures"),
            checks: f.list("checks"),
            lane: f.optional::<Name>("lane").map_or_else(|| "results".to_owned(), |lane| lane.0),
            rank: f.optional("rank").unwrap_or_default(),
            place: f.finish(),
        };
        id?;
        check_columns(&format, node, cx);
        Some(format)
    }
}

/// A list of names, or one alone.
fn names(f: &mut Fields<'_, '_>, key: &'static str) -> Vec<String> {
    f.optional::<Words>(key).unwrap_or_default().0
}

/// One word or a list of them.
#[derive(Clone, Debug, Default)]
struct Words(Vec<String>);

impl Read for Words {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        match node.text() {
            Some(text) => Some(Words(vec![text.to_owned()])),
            None => Vec::read(node, cx).map(Words),
        }
    }
}

/// The groups as written; without them every column must be there.
fn require(f: &mut Fields<'_, '_>, columns: &[Column]) -> Vec<Vec<String>> {
    match f.optional::<Vec<Words>>("require") {
        Some(groups) => groups.into_iter().map(|group| group.0).collect(),
        None => columns.iter().map(|column| vec![column.key.clone()]).collect(),
    }
}

/// Every column that a rule names must be there.
fn check_columns(format: &Format, node: &Node, cx: &mut Context) {
    let known = || format.columns.iter().map(|column| column.key.as_str());
    for name in format.named_columns() {
        if format.column(name).is_none() {
            let finding = Diagnostic::new(codes::UNKNOWN_WORD, &node.place)
                .with("value", name)
                .about(format.id.clone());
            let finding = finding.with("known", known().collect::<Vec<_>>().join(", "));
            cx.findings.push(finding.nearest(nearest(name, known())));
        }
    }
}

impl Format {
    /// The columns that rules name.
    fn named_columns(&self) -> impl Iterator<Item = &str> {
        let days = self.days.iter().flat_map(Days::columns);
        let figures = self.figures.iter().flat_map(FigureRule::columns);
        let required = self.require.iter().flatten().map(String::as_str);
        let checks = self.checks.iter().flat_map(FileCheck::columns);
        let joined = self.columns.iter().flat_map(|column| &column.join).map(String::as_str);
        required
            .chain(joined)
            .chain(days)
            .chain(self.keys.columns())
            .chain(self.rows.columns())
            .chain(figures)
            .chain(checks)
    }
}
