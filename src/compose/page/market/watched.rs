//! Keywords in the marketplaces where they are watched: their series, and the table of them.

use crate::compose::desk::Desk;
use crate::compose::grain::declared;
use crate::compose::latest::{Latest, change};
use crate::compose::page::parts::{below, empty, linked, row};
use crate::compose::route::Route;
use crate::quantity::{Grain, MarketplaceId, MeasureId, Ratio, Scope};
use crate::site::{Block, Cell, Column, ColumnKind, Row, Table};
use crate::trend::{Series, Subject};
use crate::workspace::{Category, Keyword};

/// The dimension of what people search.
pub(in crate::compose) const SEARCH_TERM: &str = "search_term";

/// A keyword in a marketplace.
#[derive(Clone, Copy)]
pub(super) struct Watched<'a> {
    pub(super) category: &'a Category,
    pub(super) keyword: &'a Keyword,
    pub(super) place: &'a MarketplaceId,
}

impl<'a> Watched<'a> {
    /// A keyword in each of its marketplaces.
    pub(super) fn of(category: &'a Category, keyword: &'a Keyword) -> impl Iterator<Item = Self> {
        keyword.marketplaces.iter().map(move |place| Watched { category, keyword, place: &place.value })
    }

    /// All keywords of a category.
    pub(super) fn all(category: &'a Category) -> Vec<Self> {
        category.keywords.iter().flat_map(|keyword| Watched::of(category, keyword)).collect()
    }

    /// The first keyword of each marketplace: the core term there.
    pub(super) fn core(category: &'a Category) -> Vec<Self> {
        let mut core: Vec<Self> = Vec::new();
        for watched in Watched::all(category) {
            if !core.iter().any(|first| first.place == watched.place) {
                core.push(watched);
            }
        }
        core
    }

    /// A figure of it.
    pub(super) fn subject(&self, metric: &MeasureId) -> Subject {
        Subject::of(metric, &Scope::marketplace(self.place)).within(SEARCH_TERM, &self.keyword.term)
    }

    /// What was measured of it; nothing when that is not one value.
    pub(super) fn series(&self, desk: &Desk<'_>, metric: &MeasureId) -> Option<Series> {
        Series::of(desk.workspace, &desk.check(), &self.subject(metric), grain(desk, metric)).ok()
    }

    fn route(&self) -> Route {
        Route::Keyword(self.category.id.clone(), self.keyword.term.clone())
    }
}

/// How finely a figure of the market is told: as finely as it comes.
pub(in crate::compose) fn grain(desk: &Desk<'_>, metric: &MeasureId) -> Grain {
    declared(desk, metric).unwrap_or(Grain::Month)
}

/// Whether enough is known of a keyword for a page of its own: three values of its searches or its rank somewhere.
pub(super) fn has_page(desk: &Desk<'_>, category: &Category, keyword: &Keyword) -> bool {
    let figures = &desk.workspace.market.figures;
    let enough = |series: Series| series.points.iter().filter(|point| point.value.is_some()).count() >= 3;
    let told = |watched: Watched<'_>| {
        let all = [&figures.searches, &figures.rank];
        all.into_iter().filter_map(|metric| watched.series(desk, metric)).any(enough)
    };
    Watched::of(category, keyword).any(told)
}

/// The keywords with their last whole week; where nothing is measured of any, how to begin.
pub(super) fn block(desk: &Desk<'_>, all: &[Watched<'_>]) -> Block {
    let figures = &desk.workspace.market.figures;
    let metrics = [&figures.searches, &figures.rank].into_iter().chain(figures.shares.last());
    let measured = |(watched, metric): (&Watched<'_>, &MeasureId)| {
        watched.series(desk, metric).is_some_and(|series| series.last().is_some())
    };
    match metrics.flat_map(|metric| all.iter().map(move |watched| (watched, metric))).any(measured) {
        true => table(desk, all).into(),
        false => empty(desk, "keywords-empty", ("opsreport.yaml", SOURCE)),
    }
}

/// What brings the figures of keywords.
const SOURCE: &str = "sources:\n- {path: \"results/market/{marketplace}/*.csv\", kind: auto}";

fn table(desk: &Desk<'_>, all: &[Watched<'_>]) -> Table {
    let heads = [
        ("keyword-head", ColumnKind::Text),
        ("head-marketplace", ColumnKind::Text),
        ("keyword-searches", ColumnKind::Number),
        ("keyword-rank", ColumnKind::Number),
        ("keyword-share", ColumnKind::Number),
    ];
    Table {
        caption: desk.say("market-keywords").into(),
        caption_hidden: true,
        columns: heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect(),
        rows: all.iter().map(|watched| line(desk, watched)).collect(),
        note: Some(desk.say("market-keywords-note").as_str().into()),
    }
}

fn line(desk: &Desk<'_>, watched: &Watched<'_>) -> Row {
    let figures = &desk.workspace.market.figures;
    let Keyword { term, .. } = watched.keyword;
    let name = match has_page(desk, watched.category, watched.keyword) {
        true => linked(term.as_str(), desk.target(&watched.route())),
        false => Cell::new(term.as_str()),
    };
    let share = figures.shares.last();
    row(vec![
        name,
        Cell::new(desk.marketplace(watched.place)),
        cell(desk, watched.series(desk, &figures.searches), |latest| latest.year.as_ref()),
        cell(desk, watched.series(desk, &figures.rank), |latest| latest.quarter.as_ref()),
        cell(desk, share.and_then(|share| watched.series(desk, share)), |latest| latest.quarter.as_ref()),
    ])
}

/// The last value, and below it the change from what it is compared with.
pub(super) fn cell(desk: &Desk<'_>, series: Option<Series>, before: fn(&Latest) -> Option<&Ratio>) -> Cell {
    let told = series.as_ref().and_then(|series| Some((series, Latest::of(series)?)));
    let Some((series, latest)) = told else { return Cell::new("–") };
    let style = desk.style(&series.subject.metric, &latest.value);
    let cell = Cell::new(style.worded(&latest.value));
    match before(&latest) {
        Some(before) => {
            let (words, impact) = change(desk, series, (&latest.value, before));
            Cell { impact, ..below(cell, words) }
        }
        None => cell,
    }
}
