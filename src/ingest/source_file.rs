//! The files that the sources of a workspace match.

use std::sync::Arc;

use super::library::Library;
use super::pattern::{Captures, Pattern};
use crate::diagnostic::{Diagnostic, Diagnostics, codes, nearest};
use crate::workspace::{Format, Source};

/// A file that a source matches.
#[derive(Clone, Debug)]
pub(super) struct SourceFile {
    pub(super) path: Arc<str>,
    pub(super) captures: Captures,
    /// The kind that the source says; nothing when its content says it.
    pub(super) kind: Option<Arc<Format>>,
}

/// The files in the order of their paths; of several sources that match a file, the first has it.
pub(super) fn source_files(
    paths: &[String],
    sources: &[Source],
    library: &Library,
) -> (Vec<SourceFile>, Diagnostics) {
    let mut findings = Diagnostics::default();
    let known = sources.iter().filter_map(|source| Some((source, kind_of(source, library, &mut findings)?)));
    let ready: Vec<_> = known.map(|(source, kind)| (source, Pattern::new(&source.pattern), kind)).collect();
    let mut matched = vec![false; ready.len()];
    let mut files = Vec::new();
    for path in paths {
        let mut hits = ready.iter().enumerate().filter_map(|(at, (_, pattern, kind))| {
            let captures = pattern.matches(path)?;
            matched[at] = true;
            Some(SourceFile { path: path.as_str().into(), captures, kind: kind.clone() })
        });
        files.extend(hits.next());
        // The others are gone through to know which sources match anything.
        hits.for_each(drop);
    }
    for ((source, ..), _) in ready.iter().zip(matched).filter(|(_, matched)| !matched) {
        let finding = Diagnostic::new(codes::NO_RESULTS, &source.place);
        findings.push(finding.with("pattern", source.pattern.clone()).help("help"));
    }
    (files, findings)
}

/// The kind that a source says: `None` when there is none of that name.
fn kind_of(source: &Source, library: &Library, findings: &mut Diagnostics) -> Option<Option<Arc<Format>>> {
    let Some(name) = source.kind.as_deref().filter(|name| *name != "auto") else { return Some(None) };
    let kind = library.named(name).map(|entry| Arc::clone(&entry.format));
    if kind.is_none() {
        let names = library.entries().map(|entry| entry.format.id.as_str()).chain(["auto"]);
        let names: Vec<&str> = names.collect();
        let finding = Diagnostic::new(codes::UNKNOWN_KIND, &source.place).with("kind", name);
        findings.push(finding.with("known", names.join(", ")).nearest(nearest(name, names.iter().copied())));
    }
    kind.map(Some)
}
