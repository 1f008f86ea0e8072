//! Which files are read, and what may stand in each.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes, nearest};
use crate::metric::{Materiality, Measure, Metric};
use crate::quantity::MeasureId;

use super::allocation::RawAllocation;
use super::config::Schema;
use super::metrics::Tree;
use super::names::Kind;
use super::read::{Context, Fields};
use super::yaml::{self, Node};
use super::{
    Aliases, At, Batch, BottomUp, Briefing, CashBook, Commitment, Company, Cycle, Department, Dimension,
    Event, Feedback, Format, Goal, Market, Marketplace, Person, PlanVersion, Product, ProfitTarget, Rate,
    Rebase, Route, Sop, Stock, Supplier, Team, Toolbox,
};

/// Everything as it was read: its references are not checked yet.
#[derive(Default)]
pub(super) struct Raw {
    pub(super) company: Option<Company>,
    pub(super) goals: Vec<Goal>,
    pub(super) allocations: Vec<RawAllocation>,
    pub(super) profit_targets: Vec<ProfitTarget>,
    pub(super) products: Vec<Product>,
    pub(super) marketplaces: Vec<Marketplace>,
    pub(super) rates: Vec<Rate>,
    pub(super) events: Vec<Event>,
    pub(super) routes: Vec<Route>,
    pub(super) suppliers: Vec<Supplier>,
    pub(super) cash: CashBook,
    pub(super) stock: Stock,
    pub(super) measures: Vec<Measure>,
    pub(super) metrics: Vec<At<Metric>>,
    pub(super) trees: Vec<Tree>,
    pub(super) dimensions: Vec<Dimension>,
    pub(super) materiality: Materiality,
    pub(super) rebases: Vec<Rebase>,
    pub(super) weekly: Vec<MeasureId>,
    pub(super) people: Vec<Person>,
    pub(super) departments: Vec<Department>,
    pub(super) commitments: Vec<Commitment>,
    pub(super) sops: Vec<Sop>,
    pub(super) cycles: Vec<Cycle>,
    pub(super) batches: Vec<Batch>,
    pub(super) feedback: Vec<Feedback>,
    pub(super) market: Market,
    pub(super) briefings: Vec<Briefing>,
    pub(super) team: Option<Team>,
    pub(super) toolbox: Option<Toolbox>,
    pub(super) formats: Vec<Format>,
    pub(super) aliases: Vec<Aliases>,
    pub(super) versions: Vec<PlanVersion>,
    pub(super) bottom_ups: Vec<BottomUp>,
}

/// A kind of document: its file `name.yaml`, or all files in the folder `name/`.
struct Document {
    name: &'static str,
    read: fn(&mut Raw, &mut Fields<'_, '_>),
    /// What it may define: when it cannot be read, references to these are not looked up.
    defines: &'static [Kind],
}

const DOCUMENTS: &[Document] = &[
    Document { name: "company", read: company, defines: &[Kind::Goal, Kind::Allocation] },
    Document {
        name: "forecasts",
        read: |raw, f| raw.bottom_ups.extend(f.list::<BottomUp>("forecasts")),
        defines: &[Kind::BottomUp],
    },
    Document {
        name: "plans",
        read: |raw, f| raw.versions.extend(PlanVersion::read(f)),
        defines: &[Kind::Version],
    },
    Document { name: "products", read: products, defines: &[Kind::Product, Kind::Sku] },
    Document {
        name: "marketplaces",
        read: marketplaces,
        defines: &[Kind::Marketplace, Kind::Dimension, Kind::Rate],
    },
    Document { name: "calendar", read: calendar, defines: &[Kind::Event, Kind::Route, Kind::Supplier] },
    Document { name: "stock", read: |raw, f| raw.stock.read(f), defines: &[] },
    Document { name: "metrics", read: metrics, defines: &[Kind::Measure, Kind::Tree, Kind::Dimension] },
    Document {
        name: "departments",
        read: departments,
        defines: &[Kind::Person, Kind::Department, Kind::Commitment],
    },
    Document { name: "sops", read: |raw, f| raw.sops.extend(f.list::<Sop>("sops")), defines: &[Kind::Sop] },
    Document {
        name: "cycles",
        read: |raw, f| raw.cycles.extend(Cycle::read(f)),
        defines: &[Kind::Cycle, Kind::PlanItem, Kind::DoItem, Kind::CheckItem, Kind::Cause, Kind::Act],
    },
    Document { name: "cash", read: |raw, f| raw.cash.read(f), defines: &[] },
    Document { name: "batches", read: |raw, f| raw.batches.extend(Batch::read(f)), defines: &[Kind::Batch] },
    Document {
        name: "feedback",
        read: |raw, f| raw.feedback.extend(f.list::<Feedback>("feedback")),
        defines: &[Kind::Feedback],
    },
    Document { name: "market", read: |raw, f| raw.market.read(f), defines: &[Kind::Category] },
    Document {
        name: "briefings",
        read: |raw, f| raw.briefings.extend(Briefing::read(f)),
        defines: &[Kind::Briefing, Kind::BriefingItem, Kind::Call],
    },
    Document {
        name: "team",
        read: |raw, f| raw.team.get_or_insert_default().read(f),
        defines: &[Kind::Skill, Kind::Tier],
    },
    Document {
        name: "toolbox",
        read: |raw, f| raw.toolbox.get_or_insert_default().read(f),
        defines: &[Kind::Tool, Kind::ToolStage],
    },
    Document { name: "formats", read: formats, defines: &[Kind::Format] },
];

fn formats(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.formats.extend(f.list::<Format>("formats"));
    raw.aliases.extend(f.list::<Aliases>("aliases"));
}

fn company(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    match (f.optional::<Company>("company"), &raw.company) {
        (Some(second), Some(first)) => {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, &second.place).term("kind", "kind-company");
            let finding = finding.with("name", second.id).with("first", first.place.to_string());
            f.cx.findings.push(finding.help("help"));
        }
        (Some(company), None) => raw.company = Some(company),
        (None, _) => {}
    }
    raw.goals.extend(f.list::<Goal>("goals"));
    raw.allocations.extend(RawAllocation::read_all(f));
    raw.profit_targets.extend(ProfitTarget::read_all(f));
}

fn products(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.products.extend(f.list::<Product>("products"));
}

fn marketplaces(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.marketplaces.extend(f.list::<Marketplace>("marketplaces"));
    raw.dimensions.extend(f.list::<Dimension>("regions"));
    raw.rates.extend(f.list::<Rate>("rates"));
}

fn calendar(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.events.extend(f.list::<Event>("events"));
    raw.routes.extend(f.list::<Route>("logistics"));
    raw.suppliers.extend(f.list::<Supplier>("suppliers"));
}

fn metrics(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.measures.extend(f.list::<Measure>("measures"));
    raw.metrics.extend(f.list::<At<Metric>>("metrics"));
    raw.trees.extend(f.list::<Tree>("trees"));
    raw.dimensions.extend(f.list::<Dimension>("dimensions"));
    if let Some(materiality) = f.optional("materiality") {
        raw.materiality = materiality;
    }
    raw.rebases.extend(f.list::<Rebase>("signals"));
    raw.weekly.extend(f.list::<MeasureId>("weekly"));
}

fn departments(raw: &mut Raw, f: &mut Fields<'_, '_>) {
    raw.people.extend(f.list::<Person>("people"));
    raw.departments.extend(f.list::<Department>("departments"));
    raw.commitments.extend(f.list::<Commitment>("commitments"));
}

/// Reads a file of the workspace into `raw`; one in a place where none is read is a finding.
pub(super) fn read(path: &str, bytes: &[u8], raw: &mut Raw, cx: &mut Context) {
    let file: Arc<str> = path.into();
    let Some(document) = DOCUMENTS.iter().find(|document| document.name == stem(path)) else {
        cx.findings.push(unknown_file(&file));
        return;
    };
    let readable = match yaml::parse(&file, bytes, &mut cx.findings) {
        Some(node) => read_node(document, &node, raw, cx),
        None => false,
    };
    if !readable {
        document.defines.iter().for_each(|kind| cx.names.leave_open(*kind));
    }
}

/// Reads a document; an empty one holds nothing.
fn read_node(document: &Document, node: &Node, raw: &mut Raw, cx: &mut Context) -> bool {
    if node.is_null() {
        return true;
    }
    let Some(mut fields) = Fields::open(node, cx) else { return false };
    let _: Option<Schema> = fields.optional("schema");
    (document.read)(raw, &mut fields);
    fields.finish();
    true
}

/// The folder, else the file's name without its ending.
fn stem(path: &str) -> &str {
    let first = path.split('/').next().unwrap_or_default();
    first.strip_suffix(".yaml").or_else(|| first.strip_suffix(".yml")).unwrap_or(first)
}

fn unknown_file(file: &Arc<str>) -> Diagnostic {
    let names = DOCUMENTS.iter().map(|document| document.name);
    let finding = Diagnostic::new(codes::UNKNOWN_FILE, &Place::file(file));
    let finding = finding.with("known", names.clone().collect::<Vec<_>>().join(", "));
    finding.nearest(nearest(stem(file), names))
}
