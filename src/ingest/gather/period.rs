//! Two files of one kind for the same days: the newer holds.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::Claim;
use super::days::Days;
use super::{Log, grouped};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{Over, Replaced};
use crate::ingest::decoded::Replaces;
use crate::ingest::read::amount;
use crate::quantity::Span;

/// A measure of an older file, and what of it a newer one replaces.
struct Change {
    older: usize,
    newer: usize,
    replaced: Replaced,
    differs: bool,
}

/// Lets newer files of a kind hold instead of older ones, and writes down what that changes.
pub(super) fn replace(claims: &mut [Claim<'_>], log: &mut Log<'_>) {
    let mut changes = Vec::new();
    for mut group in grouped(claims, |claim| {
        let replaces = claim.origin().replaces == Replaces::Period;
        replaces.then(|| (&claim.origin().kind, &claim.feed().measure, &claim.market().id))
    }) {
        group.sort_by_key(|at| {
            std::cmp::Reverse((&claims[*at].decoded.recency, log.outcomes[claims[*at].file].log.path.clone()))
        });
        for (place, older) in group.iter().enumerate() {
            for newer in &group[..place] {
                changes.extend(change(claims, (*older, *newer), log));
            }
        }
    }
    write_down(claims, changes, log);
}

fn change(claims: &mut [Claim<'_>], (older, newer): (usize, usize), log: &Log<'_>) -> Option<Change> {
    let taken = claims[newer].days();
    let lost = claims[older].cut(&taken);
    let span = lost.outer()?;
    Some(compare((&claims[older], &claims[newer]), (&lost, span), log))
}

fn compare((older, newer): (&Claim<'_>, &Claim<'_>), (lost, span): (&Days, Span), log: &Log<'_>) -> Change {
    let (before, after) = (older.sum(lost), newer.exact_sum(lost));
    let currency = older.is_money().then_some(older.market().currency);
    let decimal = |sum| amount(sum, currency, older.feed().scale);
    let replaced = Replaced {
        by: log.path(newer.file),
        measure: older.feed().measure.clone(),
        marketplace: older.market().id.clone(),
        span,
        before: decimal(before),
        after: after.map(decimal),
        currency,
    };
    // Levels do not add up to anything that could differ.
    let differs = after != Some(before) && older.feed().over != Over::Level;
    Change { older: older.file, newer: newer.file, replaced, differs }
}

fn write_down(claims: &[Claim<'_>], changes: Vec<Change>, log: &mut Log<'_>) {
    let left: BTreeSet<usize> =
        claims.iter().filter(|claim| !claim.is_empty()).map(|claim| claim.file).collect();
    let mut pairs: BTreeMap<(usize, usize), (Span, usize)> = BTreeMap::new();
    for change in changes {
        let span = change.replaced.span;
        let (whole, count) = pairs.entry((change.older, change.newer)).or_insert((span, 0));
        *whole = Span { from: whole.from.min(span.from), to: whole.to.max(span.to) };
        *count += usize::from(change.differs);
        if change.differs || !left.contains(&change.older) {
            log.notes[change.older].replaced.push(change.replaced);
        }
    }
    for ((older, newer), (span, differ)) in pairs {
        let finding = Diagnostic::new(codes::REPLACED, &Place::file(&log.path(older)));
        let finding = finding.with("other", log.path(newer).to_string()).with("count", differ);
        log.findings.push(finding.with("from", span.from.to_string()).with("to", span.to.to_string()));
    }
}
