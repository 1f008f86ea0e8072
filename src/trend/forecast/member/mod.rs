//! The seven methods that are combined: each is good at something the others miss.
//!
//! Each is a set of parameters, fitted once to the whole history, and a filter that runs over any beginning of it with
//! these parameters: trying a method at many origins costs hardly more than running it once.

mod autoregression;
mod damped;
mod dynamic_theta;
mod holt;
mod level;
mod theta;
mod winters;
mod year_ago;

pub(super) use autoregression::autoregression;
pub(super) use dynamic_theta::DynamicTheta;
pub(super) use holt::Holt;
pub(super) use level::Level;
pub(super) use theta::theta;
pub(super) use winters::Winters;
pub(super) use year_ago::year_ago;
