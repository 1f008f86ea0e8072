//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod chart;
pub mod compose;
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
pub mod world;
