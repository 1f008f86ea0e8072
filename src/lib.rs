//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod bundle;
pub mod chart;
pub mod cli;
pub mod compose;
pub mod diagnostic;
pub mod facts;
pub mod ingest;
pub mod locale;
pub mod markup;
pub mod metric;
pub mod pipeline;
pub mod plan;
pub mod publish;
pub mod quantity;
pub mod render;
pub mod review;
#[cfg(feature = "serve")]
pub mod serve;
pub mod site;
pub mod table;
pub mod tables;
pub mod workspace;
pub mod world;
