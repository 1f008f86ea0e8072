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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::metric::Catalogue;
    use crate::quantity::{MarketplaceId, MeasureId, Ratio, Scope, Span};
    use crate::trend::Subject;
    use crate::trend::score::{Claim, Naive, Source, Who};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn october(year: i16) -> Span {
        Span::new(day(&format!("{year}-10-01")), day(&format!("{year}-10-31"))).unwrap()
    }

    /// Sales of October 2026 in the US, forecast on a day; the naive forecast repeats October 2025.
    fn scored(issued: &str, place: Option<&str>) -> Scored {
        let marketplace = place.map(MarketplaceId::new);
        let claim = Claim {
            who: Who::Tool,
            computed: None,
            source: Source::Log,
            subject: Subject::of(&MeasureId::new("sales"), &Scope { product: None, marketplace }),
            issued: day(issued),
            origin: day(issued) - 1,
            span: october(2026),
            point: Ratio::one(),
            bands: Vec::new(),
            is_growth: false,
            place: Place::file(&"log.csv".into()),
        };
        let naive = Naive { of: october(2025), value: Ratio::one(), is_restated: false };
        Scored { claim, ahead: 1, actual: Ratio::one(), naive: Some(naive), scale: None }
    }

    fn replaced(measure: &str, span: Span) -> Replaced {
        Replaced {
            by: "newer.csv".into(),
            measure: MeasureId::new(measure),
            marketplace: MarketplaceId::new("US"),
            span,
            before: "100".to_owned(),
            after: Some("90".to_owned()),
            currency: None,
        }
    }

    fn is_marked(replaced: &Replaced, (issued, place): (&str, Option<&str>)) -> bool {
        let catalogue = Catalogue::standard();
        let all = vec![(day("2026-06-15"), replaced)];
        let mut scored = scored(issued, place);
        Restatements { catalogue: &catalogue, all }.mark(&mut scored);
        scored.naive.unwrap().is_restated
    }

    #[test]
    fn a_figure_is_marked_that_a_later_file_changed() {
        let sales = replaced("sales", october(2025));
        assert!(is_marked(&sales, ("2026-06-14", Some("US"))));
        assert!(is_marked(&sales, ("2026-06-14", None)), "the company holds the marketplace");
        assert!(!is_marked(&sales, ("2026-06-15", Some("US"))), "the file was there");
        assert!(!is_marked(&sales, ("2026-06-14", Some("JP"))), "another marketplace");
        assert!(!is_marked(&replaced("units", october(2025)), ("2026-06-14", None)), "another figure");
        assert!(!is_marked(&replaced("sales", october(2024)), ("2026-06-14", None)), "other days");
    }
}
