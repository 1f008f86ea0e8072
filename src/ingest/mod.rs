//! Stage 2: results files become facts.
//!
//! A source of `opsreport.yaml` names files. Each is opened as tables ([`reader`]: encodings, workbooks), known by its
//! header ([`recognise`]) as one of the formats of the [`library`], and its rows become figures by the rules of that
//! format, in one [`engine`] for all of them; [`value`] reads single cells. [`gather`] sets the files against each
//! other and makes [`Facts`] of them, with the log of what was read, refused, left out and replaced.
//!
//! A new kind of export is an entry in a file of `formats/`, in the words that users have for kinds of their own;
//! it needs no code.

mod builtin;
mod decoded;
mod engine;
mod file_name;
mod filing;
mod gather;
mod identify;
mod inspect;
mod kinds;
mod library;
mod note;
mod pattern;
mod place;
mod preamble;
mod read;
mod reader;
mod recognise;
mod remark;
mod roster;
mod setting;
mod source_file;
#[cfg(test)]
mod tests;
mod value;

pub use filing::Homeless;
pub use inspect::{Inspection, Loose, inspect};
pub use kinds::{KindName, Kinds};
pub use roster::{Roster, RosterMarketplace, RosterProduct, new_measures};

use crate::bag::ARCHIVE;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::facts::{Facts, Scale};
use crate::metric::{Measure, SourceColumn};
use crate::workspace::{Format, Source, Workspace};
use crate::world::World;
use identify::Know;
use library::Library;
use setting::Setting;

/// Reads all results of a workspace.
pub fn measure(world: &dyn World, workspace: &Workspace) -> (Facts, Diagnostics) {
    let setting = Setting::of(workspace);
    let (library, mut findings) = Library::of(workspace);
    let (facts, more) =
        results(Know { world, setting: &setting, library: &library }, &workspace.config.sources);
    findings.extend(more);
    findings.extend(unknown_columns(&setting, &library));
    (facts, findings)
}

/// Reads the files that the sources name.
fn results(know: Know<'_>, sources: &[Source]) -> (Facts, Diagnostics) {
    let (paths, mut findings) = list(know.world);
    let (files, unmatched) = source_file::source_files(&paths, sources, know.library);
    findings.extend(unmatched);
    let (facts, more) = gather::gather(know.setting, read::read_all(know, &files));
    findings.extend(more);
    (facts, findings)
}

/// Measures that are to come from a column which no file of its kind has, or not in their unit.
fn unknown_columns(setting: &Setting, library: &Library) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let sources = setting.measures.iter().flat_map(|m| m.source.iter().map(move |source| (m, source)));
    for (measure, source) in sources {
        let formats: Vec<&Format> = library.called(&source.report).collect();
        let open = formats.iter().any(|format| format.open);
        let scale = Some(setting::scale(measure.unit));
        let given = formats.iter().any(|format| scale_of(format, &source.column) == scale);
        if !formats.is_empty() && !open && !given {
            findings.push(unknown_column(&formats, (measure, source)));
        }
    }
    findings
}

/// How a figure or a column of a format is kept.
fn scale_of(format: &Format, name: &str) -> Option<Scale> {
    match format.figure(name) {
        Some(rule) => engine::scale_of(format, rule),
        None => engine::shape_scale(format.column(name)?.shape),
    }
}

fn unknown_column(formats: &[&Format], (measure, source): (&Measure, &SourceColumn)) -> Diagnostic {
    let mut known: Vec<&str> = formats.iter().flat_map(|format| names(format)).collect();
    known.sort_unstable();
    known.dedup();
    let finding = Diagnostic::new(codes::UNKNOWN_MEASURE, &Place::file(&"metrics.yaml".into()));
    let finding = finding.about(measure.id.as_str()).with("measure", measure.id.as_str());
    let finding = finding.with("column", source.column.as_str()).with("report", source.report.as_str());
    let others = known.iter().copied().filter(|key| *key != source.column);
    let nearest = nearest(&source.column, others).map(str::to_owned);
    finding.with("known", known.join(", ")).nearest(nearest.as_deref())
}

/// What measures may be read from: figures, and columns of numbers.
fn names(format: &Format) -> impl Iterator<Item = &str> {
    let figures = format.figures.iter().map(|figure| figure.id.as_str());
    let columns = format.columns.iter().filter(|column| engine::shape_scale(column.shape).is_some());
    figures.chain(columns.map(|column| column.key.as_str()))
}

fn list(world: &dyn World) -> (Vec<String>, Diagnostics) {
    let mut findings = Diagnostics::default();
    let mut paths = world.list().unwrap_or_else(|error| {
        findings.push(reader::Fault::of_file("io", error.to_string()).finding(&"opsreport.yaml".into()));
        Vec::new()
    });
    paths.retain(|path| !path.starts_with(ARCHIVE));
    (paths, findings)
}
