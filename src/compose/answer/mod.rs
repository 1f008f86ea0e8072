//! Answers what Markdown texts ask of the site: figures in sentences, key figures, tables, charts, links.

mod analysis;
mod block;
mod divided;
mod figure;
mod market;
mod part;
mod trend;

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::desk::Desk;
use super::route::Route;
use super::{focus, grain, library, picture};
use crate::diagnostic::{Diagnostic, Place, codes, nearest};
use crate::markup::{Answer, BlockRequest, FigureRequest, Thing};
use crate::quantity::{
    BatchId, CycleId, DepartmentId, Grain, Id, MarketplaceId, MeasureId, Period, ProductId, Scope,
};
use crate::review::Figure;
use crate::site::{Block, Run, SitePath};

/// Answers one text.
pub(crate) struct Answers<'a> {
    /// The desk of the page: its language, its links.
    desk: Desk<'a>,
    /// The desk of the text's own language, in which figures in its sentences are worded.
    voice: Desk<'a>,
    /// Pictures that were asked for: only these are published.
    pictures: RefCell<BTreeSet<String>>,
}

impl<'a> Answers<'a> {
    /// Answers for a page written at `desk`, in the words of `voice`.
    pub(crate) fn new(desk: Desk<'a>, voice: Desk<'a>) -> Self {
        Answers { desk, voice, pictures: RefCell::default() }
    }

    /// The pictures that were asked for.
    pub(crate) fn pictures(self) -> BTreeSet<String> {
        self.pictures.into_inner()
    }

    fn check_metric(&self, metric: &MeasureId, place: &Place) -> Result<(), Diagnostic> {
        let known = || self.desk.workspace.catalogue.ids().chain(self.desk.facts.measures());
        if known().any(|id| id == metric) {
            return Ok(());
        }
        let near = nearest(metric.as_str(), known().map(Id::as_str));
        Err(Diagnostic::new(codes::UNKNOWN_METRIC, place).with("name", metric.as_str()).nearest(near))
    }

    /// The part of the company of some names: a product, a marketplace, or both.
    fn scope<'n>(
        &self,
        names: impl IntoIterator<Item = &'n str>,
        place: &Place,
    ) -> Result<Scope, Diagnostic> {
        let (products, places) = (self.desk.products(), self.desk.marketplaces());
        let mut scope = Scope::company();
        for name in names {
            let product = products.iter().find(|id| id.as_str() == name);
            let marketplace = places.iter().find(|id| id.as_str() == name);
            match (product, marketplace) {
                (Some(id), _) if scope.product.is_none() => scope.product = Some(id.clone()),
                (_, Some(id)) if scope.marketplace.is_none() => scope.marketplace = Some(id.clone()),
                (None, None) => {
                    let known = products.iter().map(Id::as_str).chain(places.iter().map(Id::as_str));
                    return Err(bad(place, "block-name", name).nearest(nearest(name, known)));
                }
                _ => return Err(bad(place, "block-second", name).help("help")),
            }
        }
        Ok(scope)
    }

    /// The period asked for; where none is named, the month that the pages speak of.
    fn period(&self, asked: Option<Period>) -> Period {
        let month = || focus::month(&self.desk);
        asked.or_else(month).unwrap_or_else(|| self.desk.fiscal().containing(self.desk.today, Grain::Year))
    }

    fn check_grain(&self, figures: &[Figure], place: &Place) -> Result<(), Diagnostic> {
        let Some(figure) = figures.first().filter(|_| grain::is_too_fine(&self.desk, figures)) else {
            return Ok(());
        };
        let name = figure.question.metric.as_str();
        Err(Diagnostic::new(codes::GRAIN, place).with("name", name).help("help"))
    }
}

impl Answer for Answers<'_> {
    fn figure(&self, request: &FigureRequest) -> Result<Run, Diagnostic> {
        self.in_sentence(request)
    }

    fn block(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        self.data_block(request)
    }

    fn file(&self, path: &str) -> Result<SitePath, Option<String>> {
        let workspace = self.desk.workspace;
        let texts = || workspace.pages.iter().filter(|page| !page.draft);
        if let Some(text) = workspace.page_in(path).filter(|page| !page.draft) {
            return Ok(self.desk.path(&library::route(&self.desk, &text.slug)));
        }
        if let Some(published) = picture::path(path).filter(|_| workspace.pictures.contains_key(path)) {
            self.pictures.borrow_mut().insert(path.to_owned());
            return Ok(published);
        }
        let known =
            texts().map(|page| &*page.place.file).chain(workspace.pictures.keys().map(String::as_str));
        Err(nearest(path, known).map(str::to_owned))
    }

    fn thing(&self, thing: Thing, id: &str) -> Result<SitePath, Option<String>> {
        let known = self.ids(thing);
        if known.contains(&id) {
            return Ok(self.desk.path(&route(thing, id)));
        }
        Err(nearest(id, known).map(str::to_owned))
    }
}

impl<'a> Answers<'a> {
    fn ids(&self, thing: Thing) -> Vec<&'a str> {
        fn names<'b, K>(ids: impl Iterator<Item = &'b Id<K>>) -> Vec<&'b str>
        where
            K: 'b,
        {
            ids.map(Id::as_str).collect()
        }
        let workspace = self.desk.workspace;
        match thing {
            Thing::Product if workspace.products.is_empty() => names(self.desk.facts.products()),
            Thing::Product => names(workspace.products.iter().map(|product| &product.id)),
            Thing::Marketplace if workspace.marketplaces.is_empty() => {
                names(self.desk.facts.marketplaces().map(|(id, _)| id))
            }
            Thing::Marketplace => names(workspace.marketplaces.iter().map(|place| &place.id)),
            Thing::Department => names(workspace.departments.iter().map(|department| &department.id)),
            Thing::Cycle => names(workspace.cycles.iter().map(|cycle| &cycle.id)),
            Thing::Batch => names(workspace.batches.iter().map(|batch| &batch.id)),
            Thing::Briefing => names(workspace.briefings.iter().map(|briefing| &briefing.id)),
        }
    }
}

fn route(thing: Thing, id: &str) -> Route {
    match thing {
        Thing::Product => Route::Product(ProductId::new(id)),
        Thing::Marketplace => Route::Marketplace(MarketplaceId::new(id)),
        Thing::Department => Route::Department(DepartmentId::new(id)),
        Thing::Cycle => Route::Review(CycleId::new(id)),
        Thing::Batch => Route::Batch(BatchId::new(id)),
        Thing::Briefing => Route::Briefing(id.to_owned()),
    }
}

/// A request that cannot be answered: what is wrong, and with which word.
fn bad(place: &Place, words: &'static str, name: &str) -> Diagnostic {
    Diagnostic::new(codes::BAD_BLOCK, place).term("words", words).with("name", name)
}

#[cfg(test)]
mod tests;
