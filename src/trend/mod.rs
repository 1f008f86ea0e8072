//! Stage 3c: what a figure did over time, and where it is going.
//!
//! A [`Series`] holds the values of one [`Subject`] period by period, exact, with what is not known said as such.

mod cut;
mod frame;
mod series;
mod subject;
mod weeks;

pub use series::{NoSeries, Partial, Point, Series};
pub use subject::{Segment, Subject};
pub use weeks::Weeks;
