//! Where each page is published.

use crate::quantity::{BatchId, CycleId, DepartmentId, Id, Lang, MarketplaceId, Period, PersonId, ProductId};
use crate::review::Question;
use crate::site::{SitePath, slug};
use crate::workspace::{Category, CheckItem};

/// A page by what it is about; its path is the same in every language but for the folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Route {
    /// The management page.
    Home,
    /// What moved in the last week.
    Weekly,
    /// The list of reviews.
    Reviews,
    /// The review of a cycle.
    Review(CycleId),
    /// Whether the loop closes: its rates, and what became of every gap.
    Loop,
    /// What became of one gap, from the check that found it.
    Gap(Id<CheckItem>),
    /// What is explained on pages of its own.
    Whys,
    /// Why a figure of a part of the company changed in a period.
    Why(Question),
    /// The plan of the year that pages speak of.
    Plan,
    /// What must be ordered by when.
    Supply,
    /// What is left of each unit.
    Economics,
    /// When money goes out and comes in.
    Cash,
    /// The plan of another year.
    PlanYear(i16),
    /// The plan of a month.
    PlanMonth(Period),
    /// The plan of a product.
    PlanProduct(ProductId),
    /// The plan of a marketplace.
    PlanMarketplace(MarketplaceId),
    /// The list of products.
    Products,
    /// A product.
    Product(ProductId),
    /// Where sales are lost, who earns them, what grows, what comes back.
    Analysis,
    /// The list of marketplaces.
    Marketplaces,
    /// A marketplace.
    Marketplace(MarketplaceId),
    /// The list of departments.
    Departments,
    /// A department.
    Department(DepartmentId),
    /// A person.
    Person(PersonId),
    /// The list of briefings.
    Market,
    /// A briefing, by its id.
    Briefing(String),
    /// A category of the market.
    Category(Id<Category>),
    /// What people search for in a category, by its words.
    Keyword(Id<Category>, String),
    /// What is expected, beside the plan.
    Outlook,
    /// How good forecasts and calls were.
    Scoreboard,
    /// What customers and the market say.
    Feedback,
    /// The list of pages that people wrote in Markdown.
    Pages,
    /// Such a page, by its slug.
    Page(String),
    /// The pages with a tag.
    Tag(String),
    /// A batch.
    Batch(BatchId),
    /// The archives of closed periods.
    Archive,
    /// An archive, by its name.
    Archived(String),
    /// The list of standards.
    Standards,
    /// People and skills.
    Team,
    /// The platform's tools.
    Toolbox,
    /// Where figures come from.
    Data,
    /// The files of one kind and period, by their names in paths.
    Files(String, String),
    /// What kinds of reports say of the same days of a quarter.
    Reconciled(Period),
    /// How figures are made.
    Method,
    /// The list of findings.
    FindingList,
    /// The findings of a letter, explained.
    Findings(String),
}

impl Route {
    /// The path in the default language.
    pub(crate) fn path(&self) -> SitePath {
        let of = |folder: &str, id: &str| SitePath::html(&[folder, &slug(id)]);
        match self {
            Route::Home => SitePath::html(&["index"]),
            Route::Weekly => SitePath::html(&["weekly"]),
            Route::Reviews => SitePath::html(&["reviews", "index"]),
            Route::Review(id) => of("reviews", id.as_str()),
            Route::Loop => SitePath::html(&["loop"]),
            Route::Gap(id) => of("loop", id.as_str()),
            Route::Whys => SitePath::html(&["why", "index"]),
            Route::Why(question) => why(question),
            Route::Plan => SitePath::html(&["plan"]),
            Route::Supply => SitePath::html(&["supply"]),
            Route::Economics => SitePath::html(&["economics"]),
            Route::Cash => SitePath::html(&["cash"]),
            Route::PlanYear(year) => SitePath::html(&["plan", &year.to_string()]),
            Route::PlanMonth(month) => SitePath::html(&["plan", &month.to_string()]),
            Route::PlanProduct(id) => SitePath::html(&["plan", "products", &slug(id.as_str())]),
            Route::PlanMarketplace(id) => SitePath::html(&["plan", "marketplaces", &slug(id.as_str())]),
            Route::Products => SitePath::html(&["products", "index"]),
            Route::Product(id) => of("products", id.as_str()),
            Route::Analysis => SitePath::html(&["analysis"]),
            Route::Marketplaces => SitePath::html(&["marketplaces", "index"]),
            Route::Marketplace(id) => of("marketplaces", id.as_str()),
            Route::Departments => SitePath::html(&["departments", "index"]),
            Route::Department(id) => of("departments", id.as_str()),
            Route::Person(id) => of("people", id.as_str()),
            Route::Market => SitePath::html(&["market", "index"]),
            Route::Briefing(id) => of("market", id),
            Route::Category(id) => SitePath::html(&["market", "categories", id.as_str()]),
            Route::Keyword(id, term) => SitePath::html(&["market", "categories", id.as_str(), term]),
            Route::Outlook => SitePath::html(&["forecast"]),
            Route::Scoreboard => SitePath::html(&["scoreboard"]),
            Route::Feedback => SitePath::html(&["feedback"]),
            Route::Pages => SitePath::html(&["pages", "index"]),
            Route::Page(slug) => {
                SitePath::html(&["pages"].into_iter().chain(slug.split('/')).collect::<Vec<_>>())
            }
            Route::Tag(tag) => of("tags", tag),
            Route::Batch(id) => of("batches", id.as_str()),
            Route::Archive => SitePath::html(&["archive", "index"]),
            Route::Archived(name) => of("archive", name),
            Route::Standards => SitePath::html(&["standards"]),
            Route::Team => SitePath::html(&["team"]),
            Route::Toolbox => SitePath::html(&["toolbox"]),
            Route::Data => SitePath::html(&["data"]),
            Route::Files(kind, part) => SitePath::html(&["data", &format!("{kind}-{part}")]),
            Route::Reconciled(quarter) => SitePath::html(&["data", &format!("reconciliation-{quarter}")]),
            Route::Method => SitePath::html(&["method"]),
            Route::FindingList => SitePath::html(&["method", "findings"]),
            Route::Findings(letter) => SitePath::html(&["method", &format!("findings-{}", slug(letter))]),
        }
    }

    /// The path in a language: the default one lies at the root, others in a folder of their tag.
    pub(crate) fn path_in(&self, lang: &Lang, default: Option<&Lang>) -> SitePath {
        match default {
            Some(default) if default == lang => self.path(),
            _ => self.path().under(lang.tag()),
        }
    }

    /// The part of the navigation it belongs to.
    pub(crate) fn section(&self) -> &'static str {
        match self {
            Route::Home => "home",
            Route::Weekly
            | Route::Reviews
            | Route::Review(_)
            | Route::Whys
            | Route::Why(_)
            | Route::Loop
            | Route::Gap(_)
            | Route::Archive
            | Route::Archived(_)
            | Route::Standards => "reviews",
            Route::Plan
            | Route::Supply
            | Route::Economics
            | Route::Cash
            | Route::PlanYear(_)
            | Route::PlanMonth(_)
            | Route::PlanProduct(_)
            | Route::PlanMarketplace(_) => "plan",
            Route::Products | Route::Analysis | Route::Product(_) | Route::Batch(_) => "products",
            Route::Marketplaces | Route::Marketplace(_) => "marketplaces",
            Route::Departments | Route::Department(_) | Route::Person(_) | Route::Team | Route::Toolbox => {
                "departments"
            }
            Route::Market
            | Route::Briefing(_)
            | Route::Category(_)
            | Route::Keyword(..)
            | Route::Outlook
            | Route::Scoreboard
            | Route::Feedback => "market",
            Route::Pages | Route::Page(_) | Route::Tag(_) => "pages",
            Route::Data | Route::Files(..) | Route::Reconciled(_) => "data",
            Route::Method | Route::FindingList | Route::Findings(_) => "data",
        }
    }
}

/// `why/sales/2026-10`, below the name of the part of the company where it is not the whole.
fn why(question: &Question) -> SitePath {
    let period = question.period.to_string();
    let mut parts = vec!["why", question.metric.as_str()];
    parts.extend(question.scope.product.iter().flat_map(|id| ["products", id.as_str()]));
    parts.extend(question.scope.marketplace.iter().flat_map(|id| ["marketplaces", id.as_str()]));
    parts.push(&period);
    SitePath::html(&parts)
}
