//! A figure that comes out of a file: what is counted, of which rows.

use crate::metric::Over;
use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::scalar::{Name, words};
use crate::workspace::yaml::Node;

use super::{Words, names};

/// A figure that comes out of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureRule {
    /// Its name, by which measures call it in `from: {column: …}`.
    pub id: String,
    /// The measure it feeds when that names no source of its own; `none` for no measure.
    pub measure: Option<String>,
    /// The reason for which other reports do not count it: then it is no figure, but explains a difference.
    pub aside: Option<String>,
    /// The reports that do not count it, by the first name of their kind; empty for all.
    pub against: Vec<String>,
    /// What is counted.
    pub count: Counting,
    /// A column by which the sum of each row is multiplied: a price by its quantity.
    pub times: Option<String>,
    /// Whether the sign is turned, so that fees are positive.
    pub minus: bool,
    /// Of which rows; all conditions must hold.
    pub when: Vec<Condition>,
    /// Rows with the same cells here count once.
    pub once: Vec<String>,
    /// What the figure belongs to.
    pub owner: Owner,
    /// How it adds over days.
    pub over: Over,
    /// The days after a click in which a sale is counted for it.
    pub window: Option<u16>,
}

/// What is counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Counting {
    /// The sum of columns; empty cells count as nought.
    Sum(Vec<String>),
    /// The rows.
    Rows,
    /// Not the rows: the total of the summary row, on the day it is paid.
    Summary,
}

/// The word for what is counted when no columns are.
#[derive(Clone, Copy)]
struct OfSummary;
words!(OfSummary { "summary" => OfSummary });

fn counting(summary: Option<OfSummary>, columns: Vec<String>) -> Counting {
    match summary {
        Some(OfSummary) => Counting::Summary,
        None if columns.is_empty() => Counting::Rows,
        None => Counting::Sum(columns),
    }
}

/// What a figure belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Owner {
    /// The SKU of the row, else its ASIN, else its product, else the marketplace as a whole.
    #[default]
    Row,
    /// The ASIN of the row, whatever SKU it names.
    Asin,
    /// The marketplace as a whole.
    Marketplace,
}

words!(Owner { "row" => Owner::Row, "asin" => Owner::Asin, "marketplace" => Owner::Marketplace });
words!(Over { "flow" => Over::Flow, "stock" => Over::Stock, "level" => Over::Level });

/// What a cell must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The column.
    pub column: String,
    /// The words it may be: groups of the column's words, or words of its cells; one that ends in `*` stands for
    /// all that begin so, `*` alone for any, `""` for an empty cell.
    pub words: Vec<String>,
    /// Whether it must be none of them.
    pub not: bool,
}

/// The conditions of `when:` and `not:`.
pub(super) fn conditions(f: &mut Fields<'_, '_>) -> Vec<Condition> {
    let mut read = |key, not| {
        let pairs = f.pairs::<String, Words>(key).into_iter();
        pairs.map(move |(column, words)| Condition { column, words: words.0, not }).collect::<Vec<_>>()
    };
    let mut all = read("when", false);
    all.extend(read("not", true));
    all
}

impl FigureRule {
    /// The columns it names.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let summed = match &self.count {
            Counting::Sum(columns) => columns.as_slice(),
            Counting::Rows | Counting::Summary => &[],
        };
        let conditions = self.when.iter().map(|condition| &condition.column);
        summed.iter().chain(&self.times).chain(conditions).chain(&self.once).map(String::as_str)
    }
}

impl Read for FigureRule {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Name> = f.required("id");
        let summed = names(&mut f, "sum");
        let figure = FigureRule {
            id: id.as_ref().map(|id| id.0.clone()).unwrap_or_default(),
            measure: f.optional("measure"),
            aside: f.optional("aside"),
            against: names(&mut f, "against"),
            count: counting(f.optional("of"), summed),
            times: f.optional("times"),
            minus: f.optional("minus").unwrap_or_default(),
            when: conditions(&mut f),
            once: names(&mut f, "once"),
            owner: f.optional("owner").unwrap_or_default(),
            over: f.optional("over").unwrap_or_default(),
            window: f.optional("window"),
        };
        f.finish();
        id.map(|_| figure)
    }
}
