//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.

pub mod chart;
