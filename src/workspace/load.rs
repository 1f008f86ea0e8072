//! Reads a workspace: every file, then what they say of each other.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::sync::Arc;

use crate::bag::ARCHIVE;
use crate::diagnostic::{Arg, Diagnostic, Diagnostics, Place, codes};
use crate::world::{Withheld, World};

use super::document::{self, Raw};
use super::names::Kind;
use super::read::Context;
use super::{
    Config, Rates, Workspace, allocation, archived, baseline, briefing, cycle, dimension, feedback, issued,
    metrics, page, picture, plan_check, plan_version, sop, yaml,
};

const CONFIG: &str = "opsreport.yaml";

/// The configuration of a folder that has none and holds pages: their titles say the rest.
const TEXTS: &str = "title: {zh-Hant: 文章, en: Articles}\n";

/// Reads everything people wrote. All findings are reported; the workspace is there when none of them is an error.
pub fn load(world: &dyn World) -> (Option<Workspace>, Diagnostics) {
    let mut cx = Context::default();
    let workspace = read_all(world, &mut cx);
    let workspace = workspace.filter(|_| !cx.findings.has_errors());
    (workspace, cx.findings)
}

fn read_all(world: &dyn World, cx: &mut Context) -> Option<Workspace> {
    let mut paths = world.list().unwrap_or_else(|error| {
        cx.findings.push(unreadable(".", &error));
        Vec::new()
    });
    pass_over(world, cx);
    let archives = archived::read_all(world, &paths, cx);
    paths.retain(|path| !path.starts_with(ARCHIVE));
    let config = read_config(world, &paths, cx);
    let mut raw = Raw::default();
    for path in paths.iter().filter(|path| is_document(path, config.as_ref())) {
        if let Some(bytes) = bytes(world, path, cx) {
            document::read(path, &bytes, &mut raw, cx);
        }
    }
    let pages = page::read_all(world, &paths, cx);
    let pictures = picture::read_all(world, &paths, cx);
    let known = baseline::read(world, config.as_ref(), cx);
    let issued = issued::read_all(world, &paths, cx);
    let workspace = Workspace { issued, archives, ..check(config, raw, cx)? };
    issued::check(&workspace, cx);
    archived::check(world, &workspace.archives, &workspace.cycles, cx);
    Some(Workspace { known, pages, pictures, ..workspace })
}

/// Says what of the folder is not looked at.
fn pass_over(world: &dyn World, cx: &mut Context) {
    for path in world.passed_over().unwrap_or_default() {
        let place = Place::file(&path.as_str().into());
        cx.findings.push(Diagnostic::new(codes::NOT_FOLLOWED, &place).help("help"));
    }
}

fn read_config(world: &dyn World, paths: &[String], cx: &mut Context) -> Option<Config> {
    let file: Arc<str> = CONFIG.into();
    let bytes = match world.read(CONFIG) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound && paths.iter().any(|path| page::is_page(path)) => {
            cx.findings.push(Diagnostic::new(codes::TEXTS_ONLY, &Place::file(&file)).help("help"));
            TEXTS.as_bytes().to_vec()
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {
            cx.findings.push(Diagnostic::new(codes::NO_WORKSPACE, &Place::file(&file)).help("help"));
            return None;
        }
        Err(error) => {
            cx.findings.push(unreadable(CONFIG, &error));
            return None;
        }
    };
    let node = yaml::parse(&file, &bytes, &mut cx.findings)?;
    if node.is_null() {
        cx.findings.push(Diagnostic::new(codes::NO_WORKSPACE, &Place::file(&file)).help("help"));
        return None;
    }
    Config::read(&node, cx)
}

/// The bytes of a file; that it cannot be read is a finding.
pub(super) fn bytes(world: &dyn World, path: &str, cx: &mut Context) -> Option<Vec<u8>> {
    world.read(path).map_err(|error| cx.findings.push(unreadable(path, &error))).ok()
}

fn unreadable(path: &str, error: &std::io::Error) -> Diagnostic {
    let place = Place::file(&path.into());
    Diagnostic::new(codes::UNREADABLE, &place).with("reason", reason(error)).help("help")
}

/// Why a file cannot be read: in the system's words where there are none of ours.
fn reason(error: &std::io::Error) -> Arg {
    let own = error.get_ref().and_then(|own| own.downcast_ref::<Withheld>());
    Arg::Term(match (own, error.kind()) {
        (Some(Withheld::Outside), _) => "unread-outside",
        (Some(Withheld::NoFile), _) => "unread-no-file",
        (Some(Withheld::Large), _) => "unread-large",
        (None, ErrorKind::NotFound) => "unread-missing",
        (None, ErrorKind::PermissionDenied) => "unread-denied",
        (None, ErrorKind::IsADirectory) => "unread-folder",
        (None, _) => return crate::world::reason(error).into(),
    })
}

/// A YAML file that is neither the configuration, nor its list of known findings, nor a theme's.
fn is_document(path: &str, config: Option<&Config>) -> bool {
    let yaml = path.ends_with(".yaml") || path.ends_with(".yml");
    let baseline = config.and_then(|config| config.lint.baseline.as_ref());
    let known = baseline.is_some_and(|baseline| baseline.value == path);
    yaml && path != CONFIG && !known && !path.starts_with("themes/")
}

/// Looks at what the documents say of each other.
fn check(config: Option<Config>, mut raw: Raw, cx: &mut Context) -> Option<Workspace> {
    let catalogue =
        metrics::catalogue(std::mem::take(&mut raw.measures), std::mem::take(&mut raw.metrics), cx);
    metrics::check_drivers(&raw.trees, &catalogue, cx);
    dimension::check(&raw.dimensions, &catalogue, cx);
    let allocations = allocation::resolve(&raw.allocations, cx);
    let results = config.as_ref().is_some_and(|config| !config.sources.is_empty());
    leave_to_results(results, cx);
    plan_version::check(&mut raw.versions, cx);
    check_references(&raw, cx);
    raw.cycles.sort_by_key(|cycle| (cycle.span.from, std::cmp::Reverse(cycle.span.to)));
    raw.briefings.sort_by_key(|briefing| briefing.issued);
    let config = config?;
    hint_at_documents(&config, cx);
    hint_at_settings(&config, cx);
    let workspace = Workspace {
        config,
        known: Vec::new(),
        company: raw.company,
        goals: raw.goals,
        allocations,
        profit_targets: raw.profit_targets,
        products: raw.products,
        marketplaces: raw.marketplaces,
        catalogue,
        trees: raw.trees,
        materiality: raw.materiality,
        rebases: raw.rebases,
        weekly: raw.weekly,
        dimensions: raw.dimensions,
        rates: Rates::new(raw.rates),
        events: raw.events,
        routes: raw.routes,
        suppliers: raw.suppliers,
        cash: raw.cash,
        stock: raw.stock,
        people: raw.people,
        departments: raw.departments,
        commitments: raw.commitments,
        sops: raw.sops,
        cycles: raw.cycles,
        batches: raw.batches,
        feedback: raw.feedback,
        market: raw.market,
        briefings: raw.briefings,
        team: raw.team,
        toolbox: raw.toolbox,
        formats: raw.formats,
        aliases: raw.aliases,
        versions: raw.versions,
        bottom_ups: raw.bottom_ups,
        issued: Vec::new(),
        archives: Vec::new(),
        pages: Vec::new(),
        pictures: BTreeMap::new(),
    };
    check_currency(&workspace, cx);
    cx.findings.extend(plan_check::check(&workspace));
    Some(workspace)
}

/// Where nobody wrote a catalogue, products and marketplaces are those of the results.
fn leave_to_results(results: bool, cx: &mut Context) {
    for kind in [Kind::Product, Kind::Marketplace, Kind::Sku] {
        if results && !cx.names.has_any(kind) {
            cx.names.leave_open(kind);
        }
    }
}

/// Looks up every name that stands for a thing elsewhere.
fn check_references(raw: &Raw, cx: &mut Context) {
    cycle::check(&raw.cycles, cx);
    let acts = raw.cycles.iter().flat_map(|cycle| &cycle.act);
    sop::check(acts.filter_map(|act| act.sop.as_ref()), cx);
    feedback::check(&raw.feedback, cycle::goes_on(&raw.cycles, cx), cx);
    briefing::check(&raw.briefings, cx);
    if let Some(team) = &raw.team {
        team.check(cx);
    }
    cx.names.check(&mut cx.findings);
}

/// Results without a catalogue make a site, but not all of it.
fn hint_at_documents(config: &Config, cx: &mut Context) {
    let wanted = [
        (Kind::Product, "products.yaml", "adds-products"),
        (Kind::Marketplace, "marketplaces.yaml", "adds-marketplaces"),
        (Kind::Goal, "company.yaml", "adds-goals"),
    ];
    for (kind, file, adds) in wanted {
        if !config.sources.is_empty() && !cx.names.has_any(kind) {
            let finding = Diagnostic::new(codes::MISSING_DOCUMENT, &config.place);
            cx.findings.push(finding.with("file", file).term("adds", adds).help("help"));
        }
    }
}

/// What is read, checked and has no effect yet is said, so that nobody relies on it.
fn hint_at_settings(config: &Config, cx: &mut Context) {
    let narrow = config.editions.iter().find(|edition| {
        let whole = edition.see.is_none() && edition.hide.is_empty() && !edition.redact_money;
        !(whole && edition.department.is_none() && edition.supplier.is_none())
    });
    if let Some(edition) = narrow {
        let finding = Diagnostic::new(codes::NOT_YET, &edition.place).about(edition.id.as_str());
        cx.findings.push(finding.term("setting", "setting-editions").help("setting-editions"));
    }
}

/// Results have amounts, and sums need a currency.
fn check_currency(workspace: &Workspace, cx: &mut Context) {
    if !workspace.config.sources.is_empty() && workspace.reporting_currency().is_none() {
        let finding = Diagnostic::new(codes::MISSING_KEY, &workspace.config.place).with("key", "currency");
        cx.findings.push(finding.help("help"));
    }
}
