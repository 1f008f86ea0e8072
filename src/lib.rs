//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod diagnostic;
pub mod facts;
pub mod ingest;
pub mod locale;
pub mod metric;
pub mod quantity;
pub mod workspace;
pub mod world;
