//! Which part of the site is written: all of it, or what belongs to a period that is archived.

use super::desk::Desk;
use super::page::has;
use super::route::Route;
use crate::quantity::{Period, Span};
use crate::site::{Block, Frame, NavItem, Page, Phrase, SitePath, Target};
use crate::workspace::{Briefing, Cycle};

/// What the cover of an archived period says of the archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imprint {
    /// The period.
    pub period: Period,
    /// Which archive of the period it is, from 1.
    pub version: u32,
    /// The root hash of the archive before it, whatever its period.
    pub previous: Option<String>,
    /// The root hash of the archive of the same period that it corrects, and why.
    pub supersedes: Option<(String, String)>,
    /// Why the period was archived while its loop was open.
    pub open: Option<String>,
    /// Why it was archived while figures could still change.
    pub provisional: Option<String>,
    /// Whether the inputs are in the archive, and not their hashes alone.
    pub with_inputs: bool,
    /// Whether a reading copy for paper is in the archive.
    pub reading: bool,
}

impl Imprint {
    /// The days of the period.
    pub(crate) fn span(&self) -> Span {
        self.period.span()
    }

    /// Whether a page belongs to the archived period.
    pub(crate) fn holds(&self, desk: &Desk<'_>, route: &Route) -> bool {
        let within = |period: &Period| self.span().covers(&period.span());
        match route {
            Route::Home => true,
            Route::Loop
            | Route::Standards
            | Route::Data
            | Route::Method
            | Route::FindingList
            | Route::Findings(_) => has(desk, route),
            Route::Review(id) => self.cycles(desk).any(|cycle| cycle.id == *id),
            Route::Gap(id) => {
                let found = desk.threads().iter().find(|thread| thread.item.id == *id);
                found.is_some_and(|thread| self.span().covers(&thread.cycle.span))
            }
            Route::Why(question) => within(&question.period),
            Route::PlanMonth(period) | Route::Reconciled(period) => within(period),
            Route::Briefing(id) => self.briefings(desk).any(|briefing| briefing.id.as_str() == id),
            _ => false,
        }
    }

    /// The cycles of the period and of those within it, the longest first and then by their days.
    pub(crate) fn cycles<'a>(&self, desk: &Desk<'a>) -> impl Iterator<Item = &'a Cycle> {
        let mut cycles: Vec<&Cycle> = desk.workspace.cycles.iter().collect();
        cycles.retain(|cycle| self.span().covers(&cycle.span));
        cycles.sort_by_key(|cycle| (std::cmp::Reverse(cycle.span.len()), cycle.span.from));
        cycles.into_iter()
    }

    /// The briefings that were issued in the period, or forecast something of it.
    pub(crate) fn briefings<'a>(&self, desk: &Desk<'a>) -> impl Iterator<Item = &'a Briefing> {
        let span = self.span();
        let about = move |briefing: &&Briefing| {
            let forecasts = briefing.items.iter().filter_map(|item| item.forecast.as_ref());
            span.contains(briefing.issued)
                || forecasts.into_iter().any(|forecast| span.covers(&forecast.span))
        };
        desk.workspace.briefings.iter().filter(about)
    }

    /// The months of the period that a plan is shown of.
    pub(crate) fn months(&self, desk: &Desk<'_>) -> Vec<Period> {
        let months = self.period.split(crate::quantity::Grain::Month);
        let planned = |month: &Period| {
            let year = desk.year_of(*month);
            desk.workspace.goals.iter().any(|goal| goal.year == year)
        };
        months.into_iter().filter(planned).collect()
    }

    /// The frame with links to what the archive holds alone.
    pub(crate) fn frame(&self, desk: &Desk<'_>, frame: Frame) -> Frame {
        let nav = self.nav(desk).into_iter();
        let entry = |(key, route): (&str, Route)| NavItem {
            section: route.section().to_owned(),
            label: desk.say(key).into(),
            to: desk.path(&route),
        };
        let period = desk.locale.period(self.period);
        let day = desk.fill("cover-on", &[("day", desk.today.to_string().into())]);
        Frame {
            title: desk.fill("cover-title", &[("period", period.into())]).into(),
            nav: nav.map(entry).collect(),
            strip: None,
            notes: std::iter::once(Phrase::from(day)).chain(frame.notes).collect(),
            ..frame
        }
    }

    fn nav(&self, desk: &Desk<'_>) -> Vec<(&'static str, Route)> {
        let mut nav = vec![("cover-page", Route::Home)];
        let review = self.cycles(desk).next().map(|cycle| Route::Review(cycle.id.clone()));
        nav.extend(review.map(|route| ("reviews-title", route)));
        nav.extend(self.months(desk).first().map(|month| ("plan-title", Route::PlanMonth(*month))));
        let briefing = self.briefings(desk).last();
        nav.extend(briefing.map(|it| ("market-title", Route::Briefing(it.id.as_str().to_owned()))));
        nav.extend(has(desk, &Route::Data).then_some(("data-title", Route::Data)));
        nav
    }
}

/// The page without links that say nothing but "more" and lead to pages that are not written, and without its feed.
pub(crate) fn trimmed(mut page: Page, written: &dyn Fn(&SitePath) -> bool) -> Page {
    page.feed = None;
    if let Some(tabs) = &mut page.tabs {
        tabs.tabs.retain(|tab| written(&tab.to));
    }
    page.tabs = page.tabs.filter(|tabs| tabs.tabs.len() > 1);
    for line in &mut page.trust {
        line.to = line.to.take().filter(|to| leads(to, written));
    }
    page.blocks.iter_mut().for_each(|block| trim(block, written));
    page
}

fn trim(block: &mut Block, written: &dyn Fn(&SitePath) -> bool) {
    let blocks: Vec<&mut Block> = match block {
        Block::Section(section) => {
            section.more = section.more.take().filter(|more| leads(&more.to, written));
            section.blocks.iter_mut().collect()
        }
        Block::Figure(figure) => {
            figure.more = figure.more.take().filter(|more| leads(&more.to, written));
            Vec::new()
        }
        Block::Two(two) => two.main.iter_mut().chain(&mut two.aside).collect(),
        Block::Disclosure(disclosure) => disclosure.blocks.iter_mut().collect(),
        _ => Vec::new(),
    };
    blocks.into_iter().for_each(|block| trim(block, written));
}

fn leads(to: &Target, written: &dyn Fn(&SitePath) -> bool) -> bool {
    match to {
        Target::Inside { path, .. } => written(path),
        Target::Here { .. } | Target::Outside { .. } => true,
    }
}
