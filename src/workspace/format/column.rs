//! A column: its names in files and what its cells hold.

use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::scalar::words;
use crate::workspace::yaml::{Node, Value};

use super::Words;

/// A column of a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in rules.
    pub key: String,
    /// What its cells hold.
    pub shape: Shape,
    /// Its names in files; compared without regard to case, width, dashes and spaces.
    pub names: Vec<String>,
    /// Where the table has no such column: the names of a value in the lines before the header
    /// (`ASIN or Product=["B0…"]`, `Niche Name: …`), which then stands in every row.
    pub above: Vec<String>,
    /// For an enumeration, its known words: group name, then the words of all languages.
    pub words: Vec<(String, Vec<String>)>,
    /// The order of day and month, where it is known beforehand.
    pub order: Option<DayOrder>,
    /// The decimal mark, where it is known beforehand.
    pub decimal: Option<DecimalMark>,
    /// For a column that files do not have: the columns whose words make its own, with `|` between, because a word
    /// of one says little without the other.
    pub join: Vec<String>,
    /// For times written in UTC: whether they count in the marketplace's own zone, or as written.
    pub move_zone: bool,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words.
    Text,
    /// A name of a thing: never a number, though it may look like one.
    Id,
    /// Whole things.
    Count,
    /// A number with up to four decimals.
    Number,
    /// An amount, with or without its currency.
    Money,
    /// `2.64%`; a ratio in workbooks.
    Percent,
    /// A percentage without its sign, 0 to 100.
    Points,
    /// A ratio, 0 to 1.
    Ratio,
    /// A day, with or without a time.
    Day,
    /// Two days with a dash between.
    Range,
}

words!(Shape {
    "text" => Shape::Text,
    "id" => Shape::Id,
    "count" => Shape::Count,
    "number" => Shape::Number,
    "money" => Shape::Money,
    "percent" => Shape::Percent,
    "points" => Shape::Points,
    "ratio" => Shape::Ratio,
    "day" => Shape::Day,
    "range" => Shape::Range,
});

/// The order of day and month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 2026-11-22.
    YearFirst,
    /// 22/11/2026.
    DayFirst,
    /// 11/22/2026.
    MonthFirst,
}

words!(DayOrder {
    "year-first" => DayOrder::YearFirst,
    "day-first" => DayOrder::DayFirst,
    "month-first" => DayOrder::MonthFirst,
});

/// What parts whole numbers from decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1,234.56.
    Point,
    /// 1.234,56.
    Comma,
}

words!(DecimalMark { "point" => DecimalMark::Point, "comma" => DecimalMark::Comma });

/// What is written below a column's key.
struct Body(Column);

impl Read for Body {
    /// A shape alone, or a map.
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let plain = |shape| Column {
            key: String::new(),
            shape,
            names: Vec::new(),
            above: Vec::new(),
            words: Vec::new(),
            order: None,
            decimal: None,
            join: Vec::new(),
            move_zone: false,
        };
        if matches!(node.value, Value::Scalar { .. }) {
            return Shape::read(node, cx).map(|shape| Body(plain(shape)));
        }
        let mut f = Fields::open(node, cx)?;
        let column = Column {
            names: super::names(&mut f, "names"),
            above: super::names(&mut f, "above"),
            words: f
                .pairs::<String, Words>("words")
                .into_iter()
                .map(|(group, words)| (group, words.0))
                .collect(),
            order: f.optional("order"),
            decimal: f.optional("decimal"),
            join: super::names(&mut f, "join"),
            move_zone: f.optional("move_zone").unwrap_or_default(),
            ..plain(f.optional("is").unwrap_or(Shape::Text))
        };
        f.finish();
        Some(Body(column))
    }
}

/// The columns in file order; without names of its own a column is called by its key, unless it is joined.
pub(super) fn read_all(f: &mut Fields<'_, '_>) -> Vec<Column> {
    let named = |(key, Body(column)): (String, Body)| {
        let by_key = column.names.is_empty() && column.join.is_empty();
        let names = if by_key { vec![key.clone()] } else { column.names };
        Column { key, names, ..column }
    };
    f.pairs::<String, Body>("columns").into_iter().map(named).collect()
}
