//! The composer's desk: everything a page is written from, in one language.

use crate::analysis::{Analysis, Forecasts};
use crate::diagnostic::Arg;
use crate::facts::Facts;
use crate::ingest::{Kinds, Roster};
use crate::locale::Locale;
use crate::metric::DriverTree;
use crate::plan::Plan;
use crate::quantity::{
    Currency, CycleId, Day, DepartmentId, FiscalCalendar, Lang, MarketplaceId, MeasureId, Period, PersonId,
    ProductId, Ratio, Scope, Text,
};
use crate::review::{Check, Thread};
use crate::site::{Column, ColumnKind, Link, Phrase, SitePath, Target};
use crate::workspace::Workspace;

use super::route::Route;
use super::style::Style;
use super::texts::Texts;
use super::why::Whys;

/// What every page is written from.
#[derive(Clone, Copy)]
pub(crate) struct Desk<'a> {
    /// What people wrote.
    pub(crate) workspace: &'a Workspace,
    /// What was measured.
    pub(crate) facts: &'a Facts,
    /// What follows from both.
    pub(crate) analysis: &'a Analysis<'a>,
    /// What is expected, and what became of what was.
    pub(crate) forecasts: &'a Forecasts<'a>,
    /// What is explained on pages of its own.
    pub(crate) whys: &'a Whys<'a>,
    /// What people wrote in Markdown.
    pub(crate) texts: &'a Texts,
    /// The kinds of results files.
    pub(crate) kinds: &'a Kinds,
    /// The words of the page's language.
    pub(crate) locale: &'a Locale,
    /// Today.
    pub(crate) today: Day,
}

impl<'a> Desk<'a> {
    /// Answers questions about figures.
    pub(crate) fn check(&self) -> Check<'a> {
        Check::of(self.workspace, self.facts, (&self.analysis.against, self.today))
    }

    /// How the company cuts its years.
    pub(crate) fn fiscal(&self) -> FiscalCalendar {
        self.workspace.fiscal()
    }

    /// The company's year in which a period begins.
    pub(crate) fn year_of(&self, period: Period) -> i16 {
        self.fiscal().year_of(period.span().from)
    }

    /// What became of each checked plan item.
    pub(crate) fn threads(&self) -> &'a [Thread<'a>] {
        &self.analysis.threads
    }

    /// The plan in force.
    pub(crate) fn plan(&self) -> &'a Plan {
        &self.analysis.plan
    }

    /// The page's language.
    pub(crate) fn lang(&self) -> &'a Lang {
        self.locale.lang()
    }

    /// The currency of all sums.
    pub(crate) fn currency(&self) -> Currency {
        self.facts.reporting()
    }

    /// A message of the catalogue.
    pub(crate) fn say(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// The columns of a table, each by the message of its name and what its cells hold.
    pub(crate) fn columns(&self, heads: &[(&str, ColumnKind)]) -> Vec<Column> {
        heads.iter().map(|(key, kind)| Column::new(self.say(key), *kind)).collect()
    }

    /// A message with its arguments.
    pub(crate) fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locale.fill(key, args)
    }

    /// What people wrote, in the page's language where it is there.
    pub(crate) fn phrase(&self, text: &Text) -> Phrase {
        Phrase::of(text, self.lang())
    }

    /// The path of a page in the page's language.
    pub(crate) fn path(&self, route: &Route) -> SitePath {
        route.path_in(self.lang(), self.workspace.config.languages.first())
    }

    /// A link to a page.
    pub(crate) fn target(&self, route: &Route) -> Target {
        Target::page(&self.path(route))
    }

    /// Words that lead to a page.
    pub(crate) fn link(&self, words: impl Into<Phrase>, route: &Route) -> Link {
        Link { words: words.into(), to: self.target(route) }
    }

    /// The company's name, or the site's title where there is no company file.
    pub(crate) fn company(&self) -> Phrase {
        let config = &self.workspace.config;
        self.phrase(self.workspace.company.as_ref().map_or(&config.title, |company| &company.name))
    }

    /// A measure's or metric's name.
    pub(crate) fn metric(&self, id: &MeasureId) -> Phrase {
        self.workspace.catalogue.name(id).map_or_else(|| id.as_str().into(), |name| self.phrase(name))
    }

    /// The way to open a figure, when the company has named one.
    pub(crate) fn tree(&self, root: &MeasureId) -> Option<&'a DriverTree> {
        self.workspace.trees.iter().map(|tree| &tree.tree).find(|tree| tree.root == *root)
    }

    /// A product's name.
    pub(crate) fn product(&self, id: &ProductId) -> Phrase {
        if *id == crate::facts::unmapped_product() {
            return self.say("product-unmapped").into();
        }
        self.workspace.product(id).map_or_else(|| id.as_str().into(), |product| self.phrase(&product.name))
    }

    /// A marketplace's name.
    pub(crate) fn marketplace(&self, id: &MarketplaceId) -> Phrase {
        self.workspace.marketplace(id).map_or_else(|| id.as_str().into(), |place| self.phrase(&place.name))
    }

    /// A person's name.
    pub(crate) fn person(&self, id: &PersonId) -> Phrase {
        self.workspace.person(id).map_or_else(|| id.as_str().into(), |person| self.phrase(&person.name))
    }

    /// A department's name.
    pub(crate) fn department(&self, id: &DepartmentId) -> Phrase {
        self.workspace.department(id).map_or_else(|| id.as_str().into(), |dept| self.phrase(&dept.name))
    }

    /// A kind of results file.
    pub(crate) fn report_kind(&self, kind: &str) -> Phrase {
        match self.kinds.get(kind) {
            Some(known) => self.phrase(&known.name),
            None if kind.is_empty() => self.say("kind-unknown").into(),
            None => kind.into(),
        }
    }

    /// The report that a kind of results file is a form of, in a word: "訂單", "廣告".
    pub(crate) fn report_family(&self, kind: &str) -> Phrase {
        let family = self.kinds.get(kind).map_or(kind, |known| &known.family);
        let key = format!("family-{}", family.replace(['_', '.'], "-"));
        if self.locale.has(&key) { self.say(&key).into() } else { self.report_kind(kind) }
    }

    /// The part of the company: "冷泡壺 · US", "全公司".
    pub(crate) fn scope(&self, scope: &Scope) -> Phrase {
        let product = scope.product.as_ref().map(|id| self.product(id));
        let marketplace = scope.marketplace.as_ref().map(|id| self.marketplace(id));
        match (product, marketplace) {
            (None, None) => self.say("company-whole").into(),
            (Some(one), None) | (None, Some(one)) => one,
            (Some(product), Some(place)) => {
                Phrase { text: format!("{} · {}", product.text, place.text), lang: product.lang }
            }
        }
    }

    /// The page of a part of the company: the product's, else the marketplace's, else home.
    pub(crate) fn scope_route(&self, scope: &Scope) -> Route {
        match (&scope.product, &scope.marketplace) {
            (Some(product), _) => Route::Product(product.clone()),
            (None, Some(marketplace)) => Route::Marketplace(marketplace.clone()),
            (None, None) => Route::Home,
        }
    }

    /// The page of a cycle.
    pub(crate) fn cycle_route(&self, id: &CycleId) -> Route {
        Route::Review(id.clone())
    }

    /// The written form of figures of a metric up to `largest`.
    pub(crate) fn style(&self, metric: &MeasureId, largest: &Ratio) -> Style<'a> {
        Style::new(self.locale, (self.check().unit(metric), self.currency()), largest)
    }

    /// All products, in the catalogue's order; those of the results where there is no catalogue.
    pub(crate) fn products(&self) -> Vec<ProductId> {
        Roster::product_ids(self.workspace, self.facts)
    }

    /// All marketplaces, in the catalogue's order; those of the results where there is no catalogue.
    pub(crate) fn marketplaces(&self) -> Vec<MarketplaceId> {
        Roster::marketplace_ids(self.workspace, self.facts)
    }
}
