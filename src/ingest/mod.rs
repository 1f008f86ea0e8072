//! Stage 2: results files become facts.
//!
//! A source of `opsreport.yaml` names files; each is recognised by its header (`kind`), decoded by its kind
//! into figures with their places, mapped to products and marketplaces, checked, and gathered into
//! [`Facts`]. A row that cannot be read is refused with file, line and column, and counted.
//! A new kind of export is one file with a `Kind`, and one entry in `kind::KINDS`.

#[cfg_attr(not(test), expect(dead_code))]
mod builtin;
mod business_report;
mod business_report_columns;
mod canonical;
mod decode;
mod decoded;
#[cfg_attr(not(test), expect(dead_code, reason = "read by the engine of formats"))]
mod file_name;
mod filing;
mod gather;
mod header;
mod inspect;
mod intake;
mod kind;
mod number;
mod pattern;
#[cfg_attr(not(test), expect(dead_code, reason = "read by the engine of formats"))]
mod preamble;
mod read;
mod roster;
mod scan;
mod setting;
mod sheet;
mod source_file;
#[cfg(test)]
mod tests;
#[cfg_attr(not(test), expect(dead_code, unused_imports, reason = "read by the engine of formats"))]
mod value;

use rayon::prelude::*;

pub use filing::Homeless;
pub use inspect::{Inspection, Loose, inspect};
pub use roster::{Roster, RosterMarketplace, RosterProduct, new_measures};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes, nearest};
use crate::facts::Facts;
use crate::metric::{Measure, SourceColumn};
use crate::workspace::{Source, Workspace};
use crate::world::World;
use decode::Fault;
use kind::{Kind, Recogniser};
use read::{Know, Outcome};
use setting::Setting;

/// Reads all results of a workspace.
pub fn measure(world: &dyn World, workspace: &Workspace) -> (Facts, Diagnostics) {
    let setting = Setting::of(workspace);
    let (facts, mut findings) = results(world, &setting, &workspace.config.sources);
    findings.extend(unknown_columns(&setting));
    (facts, findings)
}

/// Measures that are to come from a column which no file of its kind has, or not in their unit.
fn unknown_columns(setting: &Setting) -> Diagnostics {
    let mut findings = Diagnostics::default();
    for (measure, source) in
        setting.measures.iter().flat_map(|m| m.source.iter().map(move |source| (m, source)))
    {
        let Some(kind) = Kind::named(&source.report).filter(|kind| !kind.open) else { continue };
        if kind.scale_of(&source.column) != Some(setting::scale(measure.unit)) {
            findings.push(unknown_column(kind, (measure, source)));
        }
    }
    findings
}

fn unknown_column(kind: &Kind, (measure, source): (&Measure, &SourceColumn)) -> Diagnostic {
    let known = kind.columns.iter().filter(|column| column.shape.scale().is_some()).map(|column| column.key);
    let list: Vec<&str> = known.clone().collect();
    let finding = Diagnostic::new(codes::UNKNOWN_MEASURE, &Place::file(&"metrics.yaml".into()));
    let finding = finding.about(measure.id.as_str()).with("measure", measure.id.as_str());
    let finding = finding.with("column", source.column.as_str()).with("report", kind.report);
    let others = known.filter(|key| *key != source.column);
    finding.with("known", list.join(", ")).nearest(nearest(&source.column, others))
}

fn results(world: &dyn World, setting: &Setting, sources: &[Source]) -> (Facts, Diagnostics) {
    let (paths, mut findings) = list(world);
    let (files, unmatched) = source_file::source_files(&paths, sources);
    findings.extend(unmatched);
    let know = Know { setting, recogniser: &Recogniser::new() };
    // Side by side, but in the order of the files.
    let outcomes: Vec<Outcome> =
        files.par_iter().map(|file| read::read(world.read(&file.path), know, file)).collect();
    let (facts, more) = gather::gather(setting, outcomes);
    findings.extend(more);
    (facts, findings)
}

fn list(world: &dyn World) -> (Vec<String>, Diagnostics) {
    let mut findings = Diagnostics::default();
    let paths = world.list().unwrap_or_else(|error| {
        findings.push(Fault::of_file("io", error.to_string()).finding(&"opsreport.yaml".into()));
        Vec::new()
    });
    (paths, findings)
}
