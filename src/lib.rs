//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod chart;
pub mod compose;
pub mod bundle;
pub mod cli;
pub mod diagnostic;
pub mod facts;
pub mod locale;
pub mod metric;
pub mod plan;
pub mod quantity;
pub mod render;
pub mod review;
pub mod site;
pub mod workspace;
pub mod pipeline;
pub mod publish;
pub mod quantity;
#[cfg(feature = "serve")]
pub mod serve;
pub mod table;
pub mod world;
