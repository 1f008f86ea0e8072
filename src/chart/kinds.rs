//! The kinds of picture, as data.

use serde::Serialize;

use super::fan::Fan;
use super::spec::{Delta, Impact, Mark, Scenario};
use crate::quantity::Grain;

/// A picture of one of the kinds.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Plot {
    /// Values over time, with variances above.
    Columns(Columns),
    /// Values over a structure, ranked by the caller, with variances at the right.
    Bars(Bars),
    /// Lines over time.
    Lines(Lines),
    /// From one total to another by contributions.
    Waterfall(Waterfall),
    /// Variances by two dimensions.
    Heat(Heat),
    /// The same small picture for several things, on one scale.
    Multiples(Multiples),
    /// Plan and actual dates of stages.
    Timeline(Timeline),
    /// Ways, leg by leg.
    Schedule(Schedule),
    /// Things by two figures.
    Scatter(Scatter),
    /// What is expected after what was measured.
    Fan(Fan),
}

/// Columns over time. The scale holds every value, plan and previous year too, and starts at zero.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Columns {
    /// The length of one period: decides the width of a column.
    pub grain: Grain,
    /// The reference of the variances: `Plan` or `Previous`.
    pub versus: Scenario,
    /// One per period, in order.
    pub columns: Vec<Column>,
    /// Values beyond it are cut and marked, and do not count for the scale.
    pub cut: Option<f64>,
}

/// One period.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Column {
    /// The period as shown, short: "10月".
    pub label: String,
    /// What `main` stands for.
    pub fill: Fill,
    /// The value in front.
    pub main: Mark,
    /// The plan, behind at the right.
    pub plan: Option<f64>,
    /// The previous year, behind at the left.
    pub previous: Option<f64>,
    /// The absolute variance against `Columns::versus`.
    pub absolute: Option<Delta>,
    /// The relative variance, as a ratio.
    pub relative: Option<Delta>,
    /// What happened then, a few words; may be empty.
    pub note: String,
}

/// What the value in front stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fill {
    /// Measured over the whole period: solid.
    #[default]
    Actual,
    /// Measured so far, in a period that has not ended: dense hatch.
    Partial,
    /// Expected: hatched.
    Forecast,
}

/// Horizontal bars, in the order given.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bars {
    /// The reference of the variances: `Plan` or `Previous`.
    pub versus: Scenario,
    /// One per thing, ranked by the caller.
    pub rows: Vec<Row>,
    /// Values beyond it are cut and marked, and do not count for the scale.
    pub cut: Option<f64>,
}

/// One bar.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Row {
    /// The thing: a product, a marketplace, a reason.
    pub label: String,
    /// What `main` stands for.
    pub fill: Fill,
    /// The value in front.
    pub main: Mark,
    /// The plan, behind.
    pub plan: Option<f64>,
    /// The previous year, behind.
    pub previous: Option<f64>,
    /// What the value should reach, as a line across the bar: a lead time, a limit.
    pub reach: Option<f64>,
    /// The absolute variance against `Bars::versus`.
    pub absolute: Option<Delta>,
    /// The relative variance, as a ratio; drawn where there is room for it.
    pub relative: Option<Delta>,
}

/// Lines over time.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lines {
    /// The periods as shown; thinned out to fit.
    pub labels: Vec<String>,
    /// The lines, each with a value per label.
    pub series: Vec<Series>,
    /// Where the forecast may land, per label, lowest and highest; may be empty.
    pub interval: Vec<Option<(f64, f64)>>,
    /// Stretches of time with a name: events, closures.
    pub brackets: Vec<Bracket>,
    /// Values that the lines should not pass; may be empty.
    pub limits: Vec<Limit>,
}

/// A value that lines should not pass, by positions in `Lines::labels`, both included.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Limit {
    /// First position.
    pub from: usize,
    /// Last position.
    pub to: usize,
    /// The value, and what it is called; the name is left out where the stretch is too short for it.
    pub mark: Mark,
}

/// One line.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Series {
    /// Decides how the line is drawn.
    pub scenario: Scenario,
    /// What the line is called at its end; may be empty.
    pub name: String,
    /// One per label; a gap breaks the line. Highest, lowest and last labels of an actual line are shown.
    pub marks: Vec<Mark>,
}

/// A stretch of time with a name, by positions in `Lines::labels`, both included.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Bracket {
    /// First position.
    pub from: usize,
    /// Last position.
    pub to: usize,
    /// Its name.
    pub label: String,
}

/// From one total to another by contributions.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Waterfall {
    /// Totals and contributions, in order.
    pub steps: Vec<Step>,
}

/// One step of a waterfall.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// A total's value, or the change a contribution makes.
    pub mark: Mark,
    /// Total or contribution.
    pub kind: StepKind,
}

/// What a step of a waterfall is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// A full bar from zero.
    Total(Scenario),
    /// A floating bar from the running total.
    Change(Impact),
}

/// A table of variances, tinted by impact in seven steps.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Heat {
    /// Column heads.
    pub columns: Vec<String>,
    /// Rows.
    pub rows: Vec<HeatRow>,
    /// From which size of impact a cell is tinted lightly, clearly, strongly; rising, in the unit of the cells.
    pub limits: [f64; 3],
}

/// One row of a heat table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct HeatRow {
    /// Its name.
    pub label: String,
    /// One per column.
    pub cells: Vec<Cell>,
}

/// One cell of a heat table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Cell {
    /// The impact, positive is good; none if there is nothing to compare.
    pub impact: Option<f64>,
    /// The variance as shown, with its sign.
    pub label: String,
}

/// Small multiples: one scale for all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Multiples {
    /// The small pictures.
    pub panels: Panels,
}

/// Small pictures of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Panels {
    /// Small columns; their variances are not drawn.
    Columns(Vec<Panel<Columns>>),
    /// Small lines.
    Lines(Vec<Panel<Lines>>),
}

/// One of the small pictures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Panel<T> {
    /// The thing it shows.
    pub title: String,
    /// Its picture.
    pub plot: T,
}

/// Planned and actual dates of stages, on one axis of days.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Timeline {
    /// In the order of the chain.
    pub stages: Vec<Stage>,
    /// Dates of the axis: day numbers with their text, rising.
    pub ticks: Vec<Mark>,
    /// Today, if it is to be marked.
    pub today: Option<Mark>,
}

/// One stage of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stage {
    /// Its name.
    pub label: String,
    /// When it was to run.
    pub plan: Option<Span>,
    /// When it ran.
    pub actual: Option<Span>,
    /// Days late or early, as shown.
    pub slip: Option<Delta>,
}

/// A stretch of days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Span {
    /// First day, as a day number.
    pub from: f64,
    /// Last day.
    pub to: f64,
    /// Whether the end is expected, not measured: the bar is hatched.
    pub open: bool,
}

/// The ways of several things, leg by leg, on one axis of days.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Schedule {
    /// In the order given.
    pub rows: Vec<Way>,
    /// Dates of the axis: day numbers with their text, rising.
    pub ticks: Vec<Mark>,
    /// Today, if it is to be marked.
    pub today: Option<Mark>,
}

/// The way of one thing.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Way {
    /// What goes.
    pub label: String,
    /// Its legs in order; goods wait between one that ends and one that begins later.
    pub legs: Vec<Leg>,
    /// Days on which something on its way stands still: hatched.
    pub closed: Vec<Span>,
    /// What matters of it, in a word or two at the right; only its label and impact are shown.
    pub note: Delta,
}

/// One leg of a way.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Leg {
    /// Its name; shown where there is room.
    pub label: String,
    /// Its days.
    pub span: Span,
}

/// Things by two figures, parted by those of the whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Scatter {
    /// The figure from left to right.
    pub across: Axis,
    /// The figure from bottom to top.
    pub up: Axis,
    /// The things.
    pub spots: Vec<Spot>,
}

/// A figure that things are placed by.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Axis {
    /// What it is, with its unit.
    pub name: String,
    /// That of the whole: a line across the picture.
    pub whole: Mark,
}

/// One thing among others.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Spot {
    /// The thing.
    pub label: String,
    /// Where it stands from left to right.
    pub across: f64,
    /// Where it stands from bottom to top.
    pub up: f64,
    /// How large it is: the area of its disc.
    pub size: f64,
}

/// A line of the size of a word: the actual with a dot at its end, the plan dashed. Has no texts of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Spark {
    /// Measured values; none is a gap.
    pub actual: Vec<Option<f64>>,
    /// Planned values, may be longer than `actual`; may be empty.
    pub plan: Vec<Option<f64>>,
}

/// A thin bar from the middle: to the right what adds, to the left what takes away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Lever {
    /// How far, as a share of the longest bar beside it: −1 to 1.
    pub share: f64,
    /// Whether it is better or worse.
    pub impact: Impact,
}

/// A thin bar: how much is done, and where the plan would be today.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Progress {
    /// Share that is done: 0 to 1; more is shown as full.
    pub done: Option<f64>,
    /// Share the plan expects by now: 0 to 1.
    pub plan: Option<f64>,
    /// The same in words, for readers who cannot see it.
    pub alt: String,
}

/// The last weeks and the last months of one figure, side by side, each on a scale of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SixTwelve {
    /// Six weeks, at the left.
    pub weeks: Stretch,
    /// Twelve months, at the right.
    pub months: Stretch,
}

/// One of the two.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Stretch {
    /// The periods, in order.
    pub moments: Vec<Moment>,
    /// What stands in place of a line, a few words, where there is nothing to draw one of.
    pub why: String,
}

/// One period.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Moment {
    /// The period as shown, short: "W46".
    pub label: String,
    /// What was measured.
    pub actual: Mark,
    /// What was planned.
    pub plan: Option<f64>,
    /// The year before.
    pub previous: Option<f64>,
    /// That it is a signal: a wedge up or down as label, and whether it is good; its value is not drawn.
    pub signal: Option<Delta>,
}
