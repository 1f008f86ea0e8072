//! Stage 1: everything people wrote, typed and cross-checked, every value with its place.
//!
//! One file for each kind of YAML document. What is not in order is a finding; all findings of a workspace
//! are reported at once.

mod act;
mod allocation;
mod archived;
mod at;
mod baseline;
mod batch;
mod bottom_up;
mod briefing;
mod calendar;
mod cash;
mod check_item;
mod commitment;
mod company;
mod compare;
mod config;
mod csv;
mod cycle;
mod department;
mod dimension;
mod do_item;
mod document;
mod feedback;
mod figure;
mod format;
mod goal;
mod issued;
mod load;
mod logistics;
mod loop_items;
mod market;
mod marketplace;
mod metrics;
mod names;
mod page;
mod person;
mod picture;
mod plan_check;
mod plan_item;
mod plan_text;
mod plan_version;
mod previous_year;
mod product;
mod rate;
mod read;
mod rebase;
mod scalar;
mod sop;
mod status;
mod stock;
mod supplier;
mod team;
mod toolbox;
mod typed;
mod yaml;

use crate::metric::{Catalogue, Materiality};
use crate::quantity::{
    BatchId, Currency, CycleId, DepartmentId, EventId, FiscalCalendar, GoalId, Id, MarketplaceId, MeasureId,
    PersonId, ProductId, Sku, VersionId,
};

pub use act::{Act, ActKind, Bound, EffectCheck, EffectResult, Expectation, Rollout};
pub use allocation::{Allocation, DayWeights, HistoryOf, Months, Row, Split};
pub use archived::{Archived, Decided, Disbelief, Found, Measured, Rated, Reported, read_pages};
pub use at::At;
pub use baseline::{Known, baseline_text};
pub use batch::{Batch, BatchRetrospective, BatchStage, CashFlow, Kpi, NextTarget};
pub use bottom_up::{Accepted, BottomUp};
pub use briefing::{
    Briefing, BriefingAct, BriefingItem, BriefingOutcome, Call, Confidence, Declined, Evidence, Forecast,
    Interval,
};
pub use calendar::{Event, EventKind, EventStatus, Peak};
pub use cash::{AdsPayment, CashBook, FlowKind, Monthly, OneOff, Opening};
pub use check_item::{Cause, CheckItem};
pub use commitment::{Agreement, Commitment, Throw};
pub use company::{Company, Stage};
pub use compare::{AgainstPlan, Compare};
pub use config::{Brand, Config, Edition, Forecasts, Limits, Lint, Source};
pub use cycle::{Cycle, CycleStatus, Retrospective};
pub use department::Department;
pub use dimension::{Dimension, Group, Key};
pub use do_item::{DoItem, LogEntry};
pub use feedback::{Feedback, FeedbackKind, FeedbackSource, Grade, Outcome};
pub use figure::Figure;
pub use format::{
    Aliases, Carry, CheckRule, Column, Condition, Counting, DayOrder, Days, DecimalMark,
    Evidence as FormatEvidence, FigureRule, FileCheck, Format, Keep, Keys, LeaveOut, Owner, Rows, Shape,
    Summary, formats,
};
pub use goal::{Aim, Goal, Growth, Meaning, ProfitTarget, ScopedTarget};
pub(crate) use issued::unit_word;
pub use issued::{Author, Bounds, ISSUED, ISSUED_COLUMNS, Issued, TOOL};
pub use load::load;
pub use logistics::{Alternative, Leg, Route};
pub use market::{Category, Keyword, Market, MarketFigures, Rival};
pub use marketplace::Marketplace;
pub use metrics::Tree;
pub use page::{Page, is_page};
pub use person::Person;
pub use plan_item::{ExpectedEffect, PlanItem};
pub use plan_text::Freeze;
pub(crate) use plan_text::quoted;
pub use plan_version::{PlanVersion, PlannedProduct};
pub use previous_year::PreviousYear;
pub use product::{Compliance, Cost, Pack, Price, Product, ProductStatus, SkuEntry};
pub use rate::{Base, Rate, Rates};
pub use rebase::Rebase;
pub use sop::{Sop, SopVersion, SopVersionRef};
pub use status::Status;
pub use stock::{Count, Shipment, ShipmentStatus, Stock};
pub use supplier::{Due, Milestone, Supplier, Term};
pub use team::{Assessment, Development, Leave, Need, Skill, Team, Tier};
pub use toolbox::{Tool, ToolStage, Toolbox};
pub use typed::Typed;

/// Everything people wrote, checked: each reference leads to a thing that is there.
///
/// Those by which the loop closes may not: the goals and acts of plan items, and the owners, standards and plan items
/// of acts. The lint of the loop looks them up.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// What to read and publish.
    pub config: Config,
    /// Findings that are known and let pass.
    pub known: Vec<Known>,
    /// The company; nothing in a workspace of results or pages alone.
    pub company: Option<Company>,
    /// The goals of every year, in file order.
    pub goals: Vec<Goal>,
    /// How goals are split.
    pub allocations: Vec<Allocation>,
    /// What each product shall bring.
    pub profit_targets: Vec<ProfitTarget>,
    /// The products; empty when they are taken from the results.
    pub products: Vec<Product>,
    /// The marketplaces; empty when they are taken from the results.
    pub marketplaces: Vec<Marketplace>,
    /// Measures and metrics: the company's, or the usual ones.
    pub catalogue: Catalogue,
    /// Ways to open a figure.
    pub trees: Vec<Tree>,
    /// From where a gap matters.
    pub materiality: Materiality,
    /// Changes after which a figure is judged anew, in file order.
    pub rebases: Vec<Rebase>,
    /// What the weekly page shows, in this order; what it finds itself when empty.
    pub weekly: Vec<MeasureId>,
    /// Dimensions that users made.
    pub dimensions: Vec<Dimension>,
    /// Fees, duties, taxes, exchange.
    pub rates: Rates,
    /// What happens on known days.
    pub events: Vec<Event>,
    /// Ways from order to shelf.
    pub routes: Vec<Route>,
    /// Who makes products.
    pub suppliers: Vec<Supplier>,
    /// The bank account and what moves on it.
    pub cash: CashBook,
    /// What is in stock and under way.
    pub stock: Stock,
    /// People.
    pub people: Vec<Person>,
    /// Departments.
    pub departments: Vec<Department>,
    /// What departments owe each other.
    pub commitments: Vec<Commitment>,
    /// Standards.
    pub sops: Vec<Sop>,
    /// Review cycles, by their first day, longer ones first.
    pub cycles: Vec<Cycle>,
    /// Batches.
    pub batches: Vec<Batch>,
    /// What customers and the market say.
    pub feedback: Vec<Feedback>,
    /// What is watched of the market.
    pub market: Market,
    /// Market briefings, by day of issue.
    pub briefings: Vec<Briefing>,
    /// What people can do.
    pub team: Option<Team>,
    /// The tools at hand.
    pub toolbox: Option<Toolbox>,
    /// Kinds of results files that users describe.
    pub formats: Vec<Format>,
    /// Further names for the kinds that opsreport brings along.
    pub aliases: Vec<Aliases>,
    /// What is expected of a year from the bottom up, in file order.
    pub bottom_ups: Vec<BottomUp>,
    /// Frozen versions of the plan, by year and day.
    pub versions: Vec<PlanVersion>,
    /// What was forecast, by day of issue.
    pub issued: Vec<Issued>,
    /// The archives of closed periods, by the day they were made.
    pub archives: Vec<Archived>,
    /// Pages in Markdown, by path.
    pub pages: Vec<Page>,
    /// Pictures that pages may show, by path.
    pub pictures: std::collections::BTreeMap<String, Vec<u8>>,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident: $list:ident by $id:ty => $item:ty;)*) => {
        impl Workspace {
            $($(#[$doc])*
            pub fn $name(&self, id: &$id) -> Option<&$item> {
                self.$list.iter().find(|item| item.id == *id)
            })*
        }
    };
}

lookups! {
    /// The goal of this id.
    goal: goals by GoalId => Goal;
    /// The product of this id.
    product: products by ProductId => Product;
    /// The marketplace of this id.
    marketplace: marketplaces by MarketplaceId => Marketplace;
    /// The event of this id.
    event: events by EventId => Event;
    /// The route of this id.
    route: routes by Id<Route> => Route;
    /// The supplier of this id.
    supplier: suppliers by Id<Supplier> => Supplier;
    /// The person of this id.
    person: people by PersonId => Person;
    /// The department of this id.
    department: departments by DepartmentId => Department;
    /// The commitment of this id.
    commitment: commitments by Id<Commitment> => Commitment;
    /// The standard of this id.
    sop: sops by Id<Sop> => Sop;
    /// The cycle of this id.
    cycle: cycles by CycleId => Cycle;
    /// The batch of this id.
    batch: batches by BatchId => Batch;
    /// The feedback of this id.
    feedback_item: feedback by Id<Feedback> => Feedback;
    /// The version of the plan of this id.
    version: versions by VersionId => PlanVersion;
    /// The briefing of this id.
    briefing: briefings by Id<Briefing> => Briefing;
}

impl Workspace {
    /// The currency of sums: the company's, else the configuration's, else that of the first marketplace.
    ///
    /// A workspace with sources always has one.
    pub fn reporting_currency(&self) -> Option<Currency> {
        let company = self.company.as_ref().map(|company| company.reporting_currency);
        let config = || self.config.currency.as_ref().map(|currency| currency.value);
        let market = || self.marketplaces.first().map(|marketplace| marketplace.currency);
        company.or_else(config).or_else(market)
    }

    /// How the company cuts its years: the calendar year with ISO weeks when nothing is said.
    pub fn fiscal(&self) -> FiscalCalendar {
        self.company.as_ref().map(|company| company.fiscal_year).unwrap_or_default()
    }

    /// The product that a SKU belongs to, and the SKU's own entry.
    pub fn product_of(&self, sku: &Sku) -> Option<(&Product, &SkuEntry)> {
        let mut all = self.products.iter().flat_map(|product| product.skus.iter().map(move |s| (product, s)));
        all.find(|(_, entry)| entry.sku == *sku)
    }

    /// The page of a file.
    pub fn page_in(&self, path: &str) -> Option<&Page> {
        let at = self.pages.binary_search_by(|page| (*page.place.file).cmp(path)).ok()?;
        self.pages.get(at)
    }

    /// The version of a year that was frozen last.
    pub fn latest_version(&self, year: i16) -> Option<&PlanVersion> {
        self.versions.iter().rfind(|version| version.year == year)
    }

    /// How a goal is split.
    pub fn allocation(&self, goal: &GoalId) -> Option<&Allocation> {
        self.allocations.iter().find(|allocation| allocation.goal.value == *goal)
    }
}
