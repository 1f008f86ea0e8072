//! Which names there are, and which are referred to: the check of every cross-reference.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, codes, nearest};
use crate::quantity::{Id, kind};

/// The kinds of things that have names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Act,
    Allocation,
    Batch,
    BatchStage,
    BottomUp,
    Briefing,
    BriefingItem,
    Call,
    Category,
    Cause,
    CheckItem,
    Commitment,
    Cycle,
    Department,
    Dimension,
    DoItem,
    Edition,
    Event,
    Feedback,
    Goal,
    Leg,
    Marketplace,
    Measure,
    Person,
    PlanItem,
    Product,
    Rate,
    Format,
    Route,
    Skill,
    Sku,
    Sop,
    Supplier,
    Tier,
    Tool,
    ToolStage,
    Tree,
    Version,
}

impl Kind {
    /// The key of the word for it.
    pub(crate) fn term(self) -> &'static str {
        match self {
            Kind::Act => "kind-act",
            Kind::Allocation => "kind-allocation",
            Kind::Batch => "kind-batch",
            Kind::BatchStage => "kind-batch-stage",
            Kind::BottomUp => "kind-bottom-up",
            Kind::Briefing => "kind-briefing",
            Kind::BriefingItem => "kind-briefing-item",
            Kind::Call => "kind-call",
            Kind::Category => "kind-category",
            Kind::Cause => "kind-cause",
            Kind::CheckItem => "kind-check-item",
            Kind::Commitment => "kind-commitment",
            Kind::Cycle => "kind-cycle",
            Kind::Department => "kind-department",
            Kind::Dimension => "kind-dimension",
            Kind::DoItem => "kind-do-item",
            Kind::Edition => "kind-edition",
            Kind::Event => "kind-event",
            Kind::Feedback => "kind-feedback",
            Kind::Goal => "kind-goal",
            Kind::Leg => "kind-leg",
            Kind::Marketplace => "kind-marketplace",
            Kind::Measure => "kind-measure",
            Kind::Person => "kind-person",
            Kind::PlanItem => "kind-plan-item",
            Kind::Product => "kind-product",
            Kind::Rate => "kind-rate",
            Kind::Format => "kind-format",
            Kind::Route => "kind-route",
            Kind::Skill => "kind-skill",
            Kind::Sku => "kind-sku",
            Kind::Sop => "kind-sop",
            Kind::Supplier => "kind-supplier",
            Kind::Tier => "kind-tier",
            Kind::Tool => "kind-tool",
            Kind::ToolStage => "kind-tool-stage",
            Kind::Tree => "kind-tree",
            Kind::Version => "kind-version",
        }
    }
}

impl Kind {
    /// The document that holds such things.
    fn file(self) -> &'static str {
        match self {
            Kind::Goal | Kind::Allocation => "company.yaml",
            Kind::Product | Kind::Sku => "products.yaml",
            Kind::Marketplace | Kind::Rate => "marketplaces.yaml",
            Kind::Event | Kind::Route | Kind::Leg | Kind::Supplier => "calendar.yaml",
            Kind::Person | Kind::Department | Kind::Commitment => "departments.yaml",
            Kind::Measure | Kind::Tree | Kind::Dimension => "metrics.yaml",
            Kind::Sop => "sops.yaml",
            Kind::Version => "plans/",
            Kind::BottomUp => "forecasts.yaml",
            Kind::Act | Kind::Cause | Kind::CheckItem | Kind::Cycle | Kind::DoItem | Kind::PlanItem => {
                "cycles/"
            }
            Kind::Batch | Kind::BatchStage => "batches/",
            Kind::Briefing | Kind::BriefingItem | Kind::Call => "briefings/",
            Kind::Category => "market.yaml",
            Kind::Feedback => "feedback/",
            Kind::Skill | Kind::Tier => "team.yaml",
            Kind::Tool | Kind::ToolStage => "toolbox.yaml",
            Kind::Format => "formats.yaml",
            Kind::Edition => "opsreport.yaml",
        }
    }
}

/// A type whose ids name things of a kind.
pub(crate) trait Named {
    /// The kind.
    const KIND: Kind;
}

macro_rules! named {
    ($($marker:ty => $kind:ident),* $(,)?) => { $(impl Named for $marker { const KIND: Kind = Kind::$kind; })* };
}

named! {
    kind::Batch => Batch,
    kind::Cycle => Cycle,
    kind::Department => Department,
    kind::Event => Event,
    kind::Goal => Goal,
    kind::Marketplace => Marketplace,
    kind::Measure => Measure,
    kind::Person => Person,
    kind::Product => Product,
    kind::SkuKind => Sku,
    kind::Version => Version,
    super::Act => Act,
    super::BottomUp => BottomUp,
    super::Briefing => Briefing,
    super::BriefingItem => BriefingItem,
    super::Call => Call,
    super::Category => Category,
    super::Cause => Cause,
    super::CheckItem => CheckItem,
    super::Commitment => Commitment,
    super::DoItem => DoItem,
    super::Feedback => Feedback,
    super::PlanItem => PlanItem,
    super::Route => Route,
    super::Skill => Skill,
    super::Sop => Sop,
    super::Supplier => Supplier,
    super::Tier => Tier,
    super::Tool => Tool,
    super::ToolStage => ToolStage,
}

/// A name that stands for a thing elsewhere.
struct Reference {
    kinds: &'static [Kind],
    name: String,
    place: Place,
    severity: Severity,
}

/// The names of a workspace and the references to them.
#[derive(Default)]
pub(crate) struct Names {
    known: BTreeMap<Kind, BTreeMap<String, Place>>,
    references: Vec<Reference>,
    /// Kinds of which some may not have been read.
    open: BTreeSet<Kind>,
}

impl Names {
    /// Notes that a thing is there; a second one of its name is a finding.
    #[must_use]
    pub(crate) fn define(&mut self, kind: Kind, name: &str, place: &Place) -> Option<Diagnostic> {
        let known = self.known.entry(kind).or_default();
        if let Some(first) = known.get(name) {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, place).term("kind", kind.term());
            return Some(
                finding.with("name", name).with("first", first.to_string()).help("help").about(name),
            );
        }
        known.insert(name.to_owned(), place.clone());
        None
    }

    /// Notes that a thing may be named though nobody wrote it down.
    pub(crate) fn allow(&mut self, kind: Kind, name: &str, place: &Place) {
        self.known.entry(kind).or_default().entry(name.to_owned()).or_insert_with(|| place.clone());
    }

    /// Says that not all things of a kind could be read.
    pub(crate) fn leave_open(&mut self, kind: Kind) {
        self.open.insert(kind);
    }

    /// Notes that a name must stand for a thing of one of these kinds.
    pub(crate) fn refer(&mut self, kinds: &'static [Kind], name: &str, place: &Place) {
        let severity = codes::UNKNOWN_NAME.severity;
        self.references.push(Reference { kinds, name: name.to_owned(), place: place.clone(), severity });
    }

    /// Notes that a name should stand for a thing, though results may bring one of this name.
    pub(crate) fn refer_softly(&mut self, kinds: &'static [Kind], name: &str, place: &Place) {
        let severity = Severity::Warning;
        self.references.push(Reference { kinds, name: name.to_owned(), place: place.clone(), severity });
    }

    /// Takes over the references of names that hold for a part of a document, but for those answered there.
    pub(crate) fn refer_out_of(&mut self, part: Names) {
        let answered = |reference: &Reference| {
            reference.kinds.iter().any(|kind| part.open.contains(kind) || part.has(*kind, &reference.name))
        };
        let rest: Vec<bool> = part.references.iter().map(|reference| !answered(reference)).collect();
        let outside = part.references.into_iter().zip(rest).filter(|(_, outside)| *outside);
        self.references.extend(outside.map(|(reference, _)| reference));
    }

    /// Whether there is a thing of a kind with this name.
    pub(crate) fn has(&self, kind: Kind, name: &str) -> bool {
        self.known.get(&kind).is_some_and(|known| known.contains_key(name))
    }

    /// Whether there is any thing of a kind.
    pub(crate) fn has_any(&self, kind: Kind) -> bool {
        self.known.contains_key(&kind)
    }

    /// A finding for each reference that leads nowhere.
    pub(crate) fn check(&self, findings: &mut Diagnostics) {
        for reference in &self.references {
            let found = reference.kinds.iter().any(|kind| self.has(*kind, &reference.name));
            let open = reference.kinds.iter().any(|kind| self.open.contains(kind));
            if !found && !open {
                findings.push(self.unknown(reference));
            }
        }
    }

    fn unknown(&self, reference: &Reference) -> Diagnostic {
        let mut finding = self.unknown_name(reference.kinds, &reference.name, &reference.place);
        finding.severity = reference.severity;
        finding
    }

    /// The finding that a name stands for nothing.
    pub(crate) fn unknown_name(&self, kinds: &[Kind], name: &str, place: &Place) -> Diagnostic {
        let known = kinds.iter().filter_map(|kind| self.known.get(kind)).flat_map(BTreeMap::keys);
        let term = kinds.first().map_or("kind-name", |kind| kind.term());
        let finding = Diagnostic::new(codes::UNKNOWN_NAME, place).term("kind", term).with("name", name);
        let finding = finding.with("file", kinds.first().map_or("", |kind| kind.file()));
        finding.nearest(nearest(name, known.map(String::as_str))).about(name)
    }
}

/// The id of a thing that this type stands for, as a reference to it.
pub(crate) fn reference<K: Named + 'static>(names: &mut Names, id: &Id<K>, place: &Place) {
    match K::KIND {
        Kind::Measure => names.refer_softly(const { &[Kind::Measure] }, id.as_str(), place),
        _ => names.refer(const { &[K::KIND] }, id.as_str(), place),
    }
}
