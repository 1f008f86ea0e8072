//! The facts of a new briefing: what is searched, how it ranks, how much of it is ours, what we sell.

use super::Pen;
use crate::compose::trend_words::Teller;
use crate::diagnostic::Arg;
use crate::facts::ImportedFile;
use crate::locale::Locale;
use crate::quantity::{Day, Grain, MarketplaceId, MeasureId, Scope};
use crate::trend::fact::{Fact, facts, facts_among};
use crate::trend::{NoSeries, Segment, Series, Subject};
use crate::workspace::{Category, Keyword};

/// How many facts are told of one figure, and of all.
const FACTS: (usize, usize) = (2, 10);
/// The kinds of facts worth telling of a figure first, as tables name them.
const FIRST: [&str; 5] = ["growth-last-year", "share", "shift", "outlier", "growth-previous"];
/// The kinds of facts worth telling of its parts.
const AMONG: [&str; 2] = ["movers-relative", "movers-absolute"];

/// A fact, and the last day that it rests on.
pub(super) struct Told {
    asof: Day,
    fact: Fact,
}

impl Pen<'_> {
    /// The facts worth telling; none of figures without data.
    pub(super) fn told(&self) -> Vec<Told> {
        let mut told: Vec<Told> = self.subjects().iter().flat_map(|it| self.of_subject(it)).collect();
        told.truncate(FACTS.1);
        told
    }

    /// The facts as evidence, each with its source and its day.
    pub(super) fn evidence(&self, told: &[Told]) -> Vec<String> {
        if told.is_empty() {
            let blank = self.each(|_| "…".to_owned());
            return vec![format!("  # evidence: [{{fact: {blank}, source: …, asof: {}}}]", self.check.today)];
        }
        let line = |told: &Told| {
            let words = self.each(|locale| self.words(locale, told));
            let source = self.source(&told.fact.subject().metric);
            format!("  - {{fact: {words}, source: {source}, asof: {}}}", told.asof)
        };
        std::iter::once("  evidence:".to_owned()).chain(told.iter().map(line)).collect()
    }

    /// A fact with what it tells of.
    pub(super) fn words(&self, locale: &Locale, told: &Told) -> String {
        let teller = self.teller(locale);
        let args: [(&str, Arg); 2] = [
            ("subject", teller.subject(told.fact.subject()).into()),
            ("words", teller.sentence(&told.fact).into()),
        ];
        locale.fill("draft-fact", &args)
    }

    pub(super) fn teller<'l>(&'l self, locale: &'l Locale) -> Teller<'l> {
        let currency = self.sources.facts.reporting();
        Teller { workspace: self.sources.workspace, locale, currency }
    }

    /// What is searched in a category, where its first keywords rank, how much of what is bought there is ours, and
    /// what we sell in it; of all searches and the whole company where none is named.
    pub(super) fn subjects(&self) -> Vec<Subject> {
        let market = &self.sources.workspace.market;
        let category = self.request.category.as_ref().and_then(|id| market.category(id));
        let scope = Scope { marketplace: self.request.marketplace.clone(), product: None };
        let whole = |metric: &MeasureId| match category {
            Some(category) => Subject::of(metric, &scope).within(Segment::CATEGORY, category.id.as_str()),
            None => Subject::of(metric, &scope),
        };
        let mut all = vec![whole(&market.figures.searches)];
        all.extend(category.into_iter().flat_map(|category| self.ranked(category)));
        all.extend(market.figures.shares.last().map(whole));
        all.push(whole(&MeasureId::new("sales")));
        all.retain(|subject| self.sources.workspace.catalogue.contains(&subject.metric));
        all
    }

    /// The rank of the first keyword of a category in each marketplace that is covered.
    fn ranked(&self, category: &Category) -> Vec<Subject> {
        let rank = &self.sources.workspace.market.figures.rank;
        let wanted = self.request.marketplace.as_ref();
        let places = category.marketplaces.iter().map(|place| &place.value);
        let places = places.filter(|place| wanted.is_none_or(|wanted| wanted == *place));
        let first = |place: &MarketplaceId| {
            let watched = |own: &&Keyword| own.marketplaces.iter().any(|at| at.value == *place);
            let keyword = category.keywords.iter().find(watched)?;
            Some(Subject::of(rank, &Scope::marketplace(place)).within("search_term", &keyword.term))
        };
        places.filter_map(first).collect()
    }

    /// A figure by the month, or by the week where its reports come by the week.
    pub(super) fn series(&self, subject: &Subject) -> Option<Series> {
        let of = |grain| Series::of(self.sources.workspace, self.check, subject, grain);
        match of(Grain::Month) {
            Err(NoSeries::Coarse | NoSeries::Level) => of(Grain::Week).ok(),
            found => found.ok(),
        }
    }

    /// The facts of a figure that are worth telling, and which of its search terms moved most.
    fn of_subject(&self, subject: &Subject) -> Vec<Told> {
        let workspace = self.sources.workspace;
        let Some(asof) = self.check.last_day(&subject.metric, &subject.scope) else { return Vec::new() };
        let Some(series) = self.series(subject) else { return Vec::new() };
        let asof = last_told(&series, asof);
        let mut worth = first(facts(workspace, self.check, &series), (&FIRST, FACTS.0));
        if subject.metric == workspace.market.figures.searches {
            let parts = facts_among(workspace, self.check, (subject, "search_term"), series.grain);
            worth.extend(first(parts, (&AMONG, 1)));
        }
        worth.into_iter().map(|fact| Told { asof, fact }).collect()
    }

    /// The kind of the newest file that a figure was read from; of ranks and prices, that have no sum, the report that
    /// the catalogue names.
    fn source(&self, metric: &MeasureId) -> String {
        let catalogue = &self.sources.workspace.catalogue;
        let leaves = catalogue.leaves(metric);
        let Some(leaf) = leaves.first() else { return "results".to_owned() };
        let tells = |own: &&ImportedFile| own.totals.iter().any(|total| total.measure == *leaf);
        let files = self.sources.facts.log().files.iter().filter(tells);
        let newest = files.max_by_key(|file| file.period.map(|period| period.to));
        let named = catalogue.measure(leaf).and_then(|measure| measure.source.first());
        let read = newest.and_then(|file| file.kind.as_deref());
        read.or(named.map(|column| column.report.as_str())).unwrap_or("results").to_owned()
    }
}

/// The first facts of some kinds, in the order of these.
fn first(all: Vec<Fact>, (kinds, most): (&[&str], usize)) -> Vec<Fact> {
    let rank = |fact: &Fact| kinds.iter().position(|kind| *kind == fact.kind());
    let mut worth: Vec<(usize, Fact)> =
        all.into_iter().filter_map(|fact| Some((rank(&fact)?, fact))).collect();
    worth.sort_by_key(|(rank, _)| *rank);
    worth.into_iter().take(most).map(|(_, fact)| fact).collect()
}

/// The last day that facts of a series rest on: reports of weeks may end within the week that the data reach to.
fn last_told(series: &Series, known: Day) -> Day {
    let last = series.points.last().map(|point| point.period.span().to);
    if series.grain == Grain::Week { last.map_or(known, |last| last.min(known)) } else { known }
}
