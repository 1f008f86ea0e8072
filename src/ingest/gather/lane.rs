//! One report per measure: of kinds that tell the same story one holds, and windows of attribution are not mixed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::claim::Claim;
use super::days::Days;
use super::{Log, grouped};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::Unused;

/// Lets of each measure in each marketplace only one window of attribution count: that of the best kind.
pub(super) fn one_window(claims: &mut [Claim<'_>], log: &mut Log<'_>) {
    let mut said = BTreeSet::new();
    for group in grouped(claims, |claim| {
        let counts = claim.feed().window.is_some() && !claim.is_empty();
        counts.then(|| (&claim.feed().measure, &claim.market().id))
    }) {
        let rank = |at: &usize| {
            let (origin, window) = (claims[*at].origin(), claims[*at].feed().window);
            (origin.rank, window, Arc::clone(&origin.lane), Arc::clone(&origin.kind))
        };
        let Some((_, window, _, kind)) = group.iter().map(rank).min() else { continue };
        for at in group {
            let claim = &mut claims[at];
            if claim.feed().window != window {
                claim.cut_all();
                log.unused(claim, &kind);
                if said.insert((claim.origin().kind.clone(), claim.feed().measure.clone())) {
                    log.findings.push(other_window(claim, (window, &kind), log));
                }
            }
        }
    }
}

fn other_window(claim: &Claim<'_>, (window, kind): (Option<u16>, &str), log: &Log<'_>) -> Diagnostic {
    let days = |window: Option<u16>| usize::from(window.unwrap_or_default());
    let finding = Diagnostic::new(codes::OTHER_WINDOW, &Place::file(&log.path(claim.file)));
    let finding = finding.with("measure", claim.feed().measure.as_str()).with("kind", kind);
    let finding = finding.with("window", days(claim.feed().window)).with("other", days(window));
    finding.with("marketplace", claim.market().id.as_str()).help("help")
}

/// Lets the best kind of each lane hold for the days its files cover.
pub(super) fn one_kind(claims: &mut [Claim<'_>], log: &mut Log<'_>) {
    let mut said = BTreeSet::new();
    for group in grouped(claims, |claim| {
        let (origin, feed) = (claim.origin(), claim.feed());
        (!origin.lane.is_empty()).then(|| (&feed.measure, &claim.market().id, &origin.lane))
    }) {
        let mut kinds: BTreeMap<(u16, Arc<str>), Vec<usize>> = BTreeMap::new();
        for at in group {
            let origin = claims[at].origin();
            kinds.entry((origin.rank, Arc::clone(&origin.kind))).or_default().push(at);
        }
        let mut better: Vec<(Arc<str>, Days)> = Vec::new();
        for ((_, kind), own) in kinds {
            for at in &own {
                for other in yield_to(&mut claims[*at], &better) {
                    log.unused(&claims[*at], &other);
                    if said.insert((Arc::clone(&kind), claims[*at].feed().measure.clone())) {
                        log.findings.push(other_report(&claims[*at], &other, log));
                    }
                }
            }
            let days = own.iter().flat_map(|at| claims[*at].days().spans().to_vec()).collect();
            better.push((kind, days));
        }
    }
}

/// The kinds that took days from a claim.
fn yield_to(claim: &mut Claim<'_>, better: &[(Arc<str>, Days)]) -> Vec<Arc<str>> {
    let took = better.iter().filter(|(_, days)| !claim.cut(days).is_empty());
    took.map(|(kind, _)| Arc::clone(kind)).collect()
}

fn other_report(claim: &Claim<'_>, other: &Arc<str>, log: &Log<'_>) -> Diagnostic {
    let finding = Diagnostic::new(codes::OTHER_REPORT, &Place::file(&log.path(claim.file)));
    let finding = finding.with("measure", claim.feed().measure.as_str());
    finding.with("kind", claim.origin().kind.to_string()).with("other", other.to_string()).help("help")
}

impl Log<'_> {
    /// Writes down, once per file, measure and marketplace, that another kind gives it.
    fn unused(&mut self, claim: &Claim<'_>, because: &Arc<str>) {
        let (measure, marketplace) = (claim.feed().measure.clone(), claim.market().id.clone());
        let unused = &mut self.notes[claim.file].unused;
        if !unused.iter().any(|known| known.measure == measure && known.marketplace == marketplace) {
            unused.push(Unused { measure, marketplace, because: Arc::clone(because) });
        }
    }
}
