//! Brings what the files say together into facts.
//!
//! Reports that tell the same story are never added: a newer file of a kind holds instead of an older one, the best
//! kind instead of the others, one window of attribution instead of several. What that leaves out is written down.

mod build;
mod claim;
mod currency;
mod days;
mod lane;
mod period;
mod reconcile;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use super::decoded::Decoded;
use super::read::Outcome;
use super::setting::Setting;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::{Facts, ImportLog, Overlap, Reconciliation, Replaced, Unused};
use claim::{Claim, Kept, claims};

/// What is written down of the files while they are compared.
struct Log<'a> {
    outcomes: &'a [Outcome],
    notes: Vec<Notes>,
    findings: Diagnostics,
}

/// What is written down of one file.
#[derive(Clone, Debug, Default)]
struct Notes {
    replaced: Vec<Replaced>,
    unused: Vec<Unused>,
}

impl Log<'_> {
    fn path(&self, file: usize) -> Arc<str> {
        Arc::clone(&self.outcomes[file].log.path)
    }
}

/// The days that each file keeps, by file and column.
type Columns = BTreeMap<(usize, (u16, u16)), Kept>;

/// The facts of all files.
pub(super) fn gather(setting: &Setting, mut outcomes: Vec<Outcome>) -> (Facts, Diagnostics) {
    outcomes.sort_by(|a, b| a.log.path.cmp(&b.log.path));
    let mut findings = Diagnostics::default();
    for outcome in &mut outcomes {
        outcome.decoded.figures.settle();
        findings.extend(std::mem::take(&mut outcome.findings));
        too_large(outcome).into_iter().for_each(|finding| findings.push(finding));
    }
    let (columns, notes, reconciliations) = compared(setting, &outcomes, &mut findings);
    let mut log = ImportLog { files: Vec::new(), reconciliations };
    let (mut decoded, mut lists) = (Vec::new(), notes.into_iter());
    for mut outcome in outcomes {
        let Notes { replaced, unused } = lists.next().unwrap_or_default();
        (outcome.log.replaced, outcome.log.unused) = (replaced, unused);
        log.files.push(outcome.log);
        decoded.push(outcome.decoded);
    }
    let paths: Vec<Arc<str>> = log.files.iter().map(|file| Arc::clone(&file.path)).collect();
    let (builder, unrated) = build::builder(setting, decoded, (columns, &paths));
    findings.extend(unrated);
    let (facts, overlaps) = builder.build(log);
    overlaps.iter().filter_map(|overlap| overlap_finding(overlap, &paths)).for_each(|f| findings.push(f));
    (facts, findings)
}

/// Sets the files against each other: what each keeps, what is written down, and how they agree.
fn compared(
    setting: &Setting,
    outcomes: &[Outcome],
    findings: &mut Diagnostics,
) -> (Columns, Vec<Notes>, Vec<Reconciliation>) {
    let mut claims = claims(outcomes);
    let notes = vec![Notes::default(); outcomes.len()];
    let mut log = Log { outcomes, notes, findings: Diagnostics::default() };
    currency::one_currency(&mut claims, setting, &mut log);
    period::replace(&mut claims, &mut log);
    let reconciliations = reconcile::reconcile(&claims);
    claims.iter_mut().filter(|claim| claim.feed().compared_only).for_each(Claim::cut_all);
    lane::one_window(&mut claims, &mut log);
    lane::one_kind(&mut claims, &mut log);
    findings.extend(log.findings);
    (claims.into_iter().map(Claim::into_kept).collect(), log.notes, reconciliations)
}

/// The places of claims that have the same key, in the order of keys; those without a key are left out.
fn grouped<'c, K: Ord>(claims: &'c [Claim<'_>], key: impl Fn(&'c Claim<'_>) -> Option<K>) -> Vec<Vec<usize>> {
    let mut groups: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        if let Some(key) = key(claim) {
            groups.entry(key).or_default().push(at);
        }
    }
    groups.into_values().filter(|group| group.len() > 1).collect()
}

fn too_large(outcome: &Outcome) -> Option<Diagnostic> {
    let figure = outcome.decoded.figures.too_large()?;
    let finding = Diagnostic::new(codes::TOO_LARGE, &Place::file(&outcome.log.path));
    let measure = outcome.decoded.feeds[usize::from(figure.feed)].measure.to_string();
    Some(finding.with("measure", measure).with("day", figure.span.from.to_string()).help("help"))
}

fn overlap_finding(overlap: &Overlap, paths: &[Arc<str>]) -> Option<Diagnostic> {
    let (first, second) = (paths.get(overlap.files.0 as usize)?, paths.get(overlap.files.1 as usize)?);
    let name = overlap.item.sku.as_ref().map_or(overlap.item.product.as_str(), |sku| sku.as_str());
    let finding = Diagnostic::new(codes::OVERLAP, &Place::file(second)).with("other", first.to_string());
    let finding = finding.with("measure", overlap.measure.as_str()).with("item", name);
    let finding =
        finding.with("marketplace", overlap.marketplace.as_str()).with("from", overlap.span.from.to_string());
    Some(finding.with("to", overlap.span.to.to_string()).help("help"))
}
