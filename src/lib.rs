//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod bundle;
pub mod cli;
pub mod diagnostic;
pub mod locale;
pub mod pipeline;
pub mod publish;
pub mod quantity;
#[cfg(feature = "serve")]
pub mod serve;
pub mod table;
pub mod world;
