//! What every chart says, whatever its kind: title, message, marks, and the table behind it.

use serde::Serialize;

use super::kinds::Plot;

/// Everything one chart says: words, picture and table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// Names the chart within its page; the ids inside the SVG are made from it.
    pub id: String,
    /// Who, what and when; neutral.
    pub title: Title,
    /// One sentence that evaluates, with a number of this chart in it; empty if there is none.
    pub message: String,
    /// What a reader who cannot see the picture needs to know of it.
    pub alt: String,
    /// The picture.
    pub plot: Plot,
    /// The figures of the picture, for the table behind it.
    pub table: DataTable,
}

/// The neutral title of a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Title {
    /// The company, product, marketplace or department.
    pub who: String,
    /// The measure with its unit, as "銷售額，千美元".
    pub what: String,
    /// The period, as "2026 年各月".
    pub when: String,
}

/// The figures of a chart as shown text, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct DataTable {
    /// Column heads; the first names the rows.
    pub columns: Vec<String>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
}

/// A value with the text that shows it.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Mark {
    /// Where the mark stands, in the chart's unit; none (or not finite) is a gap, never zero.
    pub value: Option<f64>,
    /// The value as shown, exact and in the reader's language; may be empty.
    pub label: String,
}

impl Mark {
    /// A mark at `value` shown as `label`.
    pub fn new(value: f64, label: impl Into<String>) -> Self {
        Self { value: Some(value), label: label.into() }
    }

    /// A gap: nothing is drawn but the label, if it has one ("pending").
    pub fn gap(label: impl Into<String>) -> Self {
        Self { value: None, label: label.into() }
    }
}

/// A variance: how far from the reference, and whether that is good for the company.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Delta {
    /// Absolute variances in the chart's unit, relative ones as a ratio (0.25 is +25 %); none if not defined.
    pub value: Option<f64>,
    /// The variance as shown, with its sign.
    pub label: String,
    /// Good or bad by impact, not by sign.
    pub impact: Impact,
}

/// What a difference means for the company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Impact {
    /// Better than the reference.
    Good,
    /// Worse than the reference.
    Bad,
    /// Neither, or not known.
    #[default]
    Neutral,
}

/// Which of the figures a mark stands for; decides how it is drawn and what the key names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    /// What was measured: solid.
    #[default]
    Actual,
    /// A period that has not ended, measured so far: dense hatch.
    Partial,
    /// What was agreed: outlined, or dashed as a line.
    Plan,
    /// What is expected now: hatched, or dotted as a line.
    Forecast,
    /// The previous year or period: grey, behind.
    Previous,
    /// Where the forecast may land: a shaded area.
    Interval,
}

impl Scenario {
    /// The code of the notation, the same in every language: `AC`, `PL`, `FC`, `PY`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Actual | Self::Partial => "AC",
            Self::Plan => "PL",
            Self::Forecast | Self::Interval => "FC",
            Self::Previous => "PY",
        }
    }

    /// The class of its swatch in a key: `ac`, `part`, `pl`, `fc`, `py` or `range`.
    pub fn class(self) -> &'static str {
        match self {
            Self::Actual => "ac",
            Self::Partial => "part",
            Self::Plan => "pl",
            Self::Forecast => "fc",
            Self::Previous => "py",
            Self::Interval => "range",
        }
    }
}
