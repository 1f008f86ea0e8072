//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod chart;
pub mod diagnostic;
pub mod locale;
pub mod markup;
pub mod quantity;
pub mod render;
pub mod site;
pub mod world;
