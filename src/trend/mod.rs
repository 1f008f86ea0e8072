//! Stage 3c: what figures did over time, and where they are going: series, facts, forecasts with honest bands.
//!
//! A [`Series`] holds the values of one [`Subject`] period by period, exact, with what is not known said as such; a
//! [`Fact`](fact::Fact) is one thing that can be said of it, with the numbers it states. Statistics are estimates: this is the only
//! stage that computes in floating point. What [`forecast`] and [`detect`] take and give are plain numbers, so that they can
//! be tried on any series.

mod cut;
pub mod detect;
mod elementary;
pub mod fact;
pub mod forecast;
mod frame;
mod issued;
mod lens;
mod members;
mod outlook;
pub mod score;
mod series;
mod subject;
#[cfg(test)]
mod tests;
mod weeks;

pub use issued::Issue;
pub use outlook::{Ahead, Landing, LeadTime, Learned, Line, Outlook, Reason, Refused};
pub use series::{NoSeries, Partial, Point, Series};
pub use subject::{Segment, Subject};
pub use weeks::Weeks;
