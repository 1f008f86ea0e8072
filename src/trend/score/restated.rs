//! Figures that a later file changed after somebody had forecast from them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Scored;
use crate::facts::Replaced;
use crate::metric::Catalogue;
use crate::quantity::Day;
use crate::review::Check;

/// What newer files replaced, and when they were downloaded.
pub(super) struct Restatements<'a> {
    catalogue: &'a Catalogue,
    all: Vec<(Day, &'a Replaced)>,
}

impl<'a> Restatements<'a> {
    /// Every change of a figure by a file whose day of download is known.
    pub(super) fn of(check: &Check<'a>) -> Self {
        let files = &check.facts.log().files;
        let days: BTreeMap<&Arc<str>, Day> =
            files.iter().filter_map(|file| Some((&file.path, file.downloaded?))).collect();
        let replaced = files.iter().flat_map(|file| &file.replaced);
        let changed = replaced.filter(|it| it.after.as_ref().is_some_and(|after| *after != it.before));
        let all = changed.filter_map(|it| Some((*days.get(&it.by)?, it))).collect();
        Restatements { catalogue: check.catalogue, all }
    }

    /// Says of a naive forecast whether its figure was changed after the day of issue.
    pub(super) fn mark(&self, scored: &mut Scored) {
        let (subject, issued) = (&scored.claim.subject, scored.claim.issued);
        let Some(naive) = &mut scored.naive else { return };
        let leaves = self.catalogue.leaves(&subject.metric);
        naive.is_restated = self.all.iter().any(|(day, it)| {
            let here = subject.scope.marketplace.as_ref().is_none_or(|place| *place == it.marketplace);
            *day > issued && here && it.span.overlaps(&naive.of) && leaves.contains(&it.measure)
        });
    }
}
