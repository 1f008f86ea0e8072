//! opsreport turns YAML plans and CSV results into a static site of PDCA reviews.
//!
//! It is a pipeline. Each stage is a function from the previous stage's type to a new one; nothing is filled in
//! later, nothing looks back, and only the first and the last stage touch files. [`pipeline`] runs them in a row.
//!
//! ```text
//! files ──load──▶ Workspace ──measure──▶ Facts ──plan, review──▶ numbers ──compose──▶ Site ──render──▶ Bundle ──publish──▶ files
//! ```
//!
//! 1. [`workspace::load`] reads everything people wrote into a [`workspace::Workspace`], checked against itself.
//! 2. [`ingest::measure`] reads results into [`facts::Facts`], whose one question is "sums of measures by keys over days".
//! 3. [`analysis`]: [`plan`] splits goals down to days, and from there to orders, cash and unit economics; [`review`] sets actual beside plan and previous year, explains gaps, and
//!    follows each to its act. Pure arithmetic: no files, no dates but those passed in.
//! 4. [`compose::compose`] writes the pages as data ([`site`]), in each language, with [`chart`] specifications and the
//!    blocks that [`markup`] makes of Markdown.
//! 5. [`render::render`] turns pages into bytes ([`bundle::Bundle`]), [`publish`] puts them on disk with one atomic swap.
//!
//! [`archive`] follows the bundle where a period is closed: the pages of that period alone, the inputs and the figures go
//! into a bag ([`bag`]) that proves itself and is never written over.
//!
//! Beside the pipeline run [`world`], the one door to what is impure, and [`diagnostic`]: every stage returns its
//! value together with all findings of its pass. The ground floor that every stage stands on is [`quantity`] (money,
//! exact ratios, days, ids), [`metric`] (measures and the expressions over them) and [`locale`] (words and numbers).
//! [`archive`] freezes a closed period into a bag ([`bag`]) and proves that nothing of it was changed.
//! [`cli`] is the only place that prints; [`table`] and [`tables`] give computed figures to spreadsheets.

pub mod analysis;
pub mod archive;
pub mod bag;
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
pub mod mishap;
pub mod pipeline;
pub(crate) mod plain;
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
pub mod trend;
pub mod workspace;
pub mod world;
