//! Charts: a specification of what a picture says ([`Chart`]), drawn as one inline SVG per size.
//!
//! The notation is the one of business reporting: actual solid, plan outlined, forecast hatched, previous year
//! grey behind; variances on their own tier, coloured by impact, always with their sign. A picture holds no
//! colours: every mark carries a class, and `chart.css` of the theme gives classes their colours in both themes
//! and in print. Numbers that are shown come in as ready text; an `f64` only places a mark.

mod backend;
mod bars;
mod columns;
#[cfg(test)]
mod contrast;
mod days;
mod fan;
mod heat;
mod ink;
mod key;
mod kinds;
mod labels;
mod lines;
mod multiples;
mod path;
mod pen;
#[cfg(test)]
mod samples;
mod scale;
mod scatter;
mod schedule;
mod six_twelve;
mod small;
mod spec;
mod svg;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod variance;
mod waterfall;

pub use fan::{Band, Fan};
pub use kinds::{
    Axis, Bars, Bracket, Cell, Column, Columns, Fill, Heat, HeatRow, Leg, Lever, Limit, Lines, Moment,
    Multiples, Panel, Panels, Plot, Progress, Row, Scatter, Schedule, Series, SixTwelve, Span, Spark, Spot,
    Stage, Step, StepKind, Stretch, Timeline, Waterfall, Way,
};
pub use spec::{Chart, DataTable, Delta, Impact, Mark, Scenario, Title};
pub use svg::{Size, defs, draw};
