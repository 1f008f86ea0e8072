//! Frozen versions of the plan of a year (`plans/*.yaml`), in the words of `company.yaml` and `calendar.yaml`.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, FiscalCalendar, PersonId, ProductId, Text, VersionId};

use super::allocation::{self, RawAllocation};
use super::read::{Context, Fields, Read};
use super::yaml::Node;
use super::{Allocation, At, Event, Goal, Price, Rate, product};

/// The plan of a year as it was agreed on a day. Nothing of it follows from files that change later.
#[derive(Clone, Debug)]
pub struct PlanVersion {
    /// Its name in files.
    pub id: VersionId,
    /// The year it plans.
    pub year: i16,
    /// The day it was agreed.
    pub frozen: Day,
    /// Who froze it.
    pub by: At<PersonId>,
    /// Why it was made; every version but the first of a year has one.
    pub reason: Option<Text>,
    /// The version of the same year that it takes the place of.
    pub replaces: Option<At<VersionId>>,
    /// How the company cut its years then; the calendar's when nothing is said.
    pub fiscal: FiscalCalendar,
    /// The goals of the year.
    pub goals: Vec<Goal>,
    /// How they were split; nothing is left to follow from another.
    pub allocations: Vec<Allocation>,
    /// The events that lift days of the year.
    pub events: Vec<Event>,
    /// When its products were to be sold, and at what price.
    pub products: Vec<PlannedProduct>,
    /// The rates of exchange that were planned.
    pub rates: Vec<Rate>,
    /// Where it is written.
    pub place: Place,
}

/// What a version of the plan keeps of a product.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedProduct {
    /// The product.
    pub id: At<ProductId>,
    /// First day of sale.
    pub launch: Option<Day>,
    /// Last day of sale.
    pub last_day: Option<Day>,
    /// Its list prices in each marketplace.
    pub prices: Vec<Price>,
}

impl PlanVersion {
    /// Reads a file of `plans/`.
    pub(super) fn read(f: &mut Fields<'_, '_>) -> Option<Self> {
        let place = f.place().clone();
        let id = f.id();
        let (year, frozen, by) = (f.required("year"), f.required("frozen"), f.required("by"));
        let (reason, replaces) = (f.optional("reason"), f.optional("replaces"));
        let fiscal = f.optional("fiscal_year").unwrap_or_default();
        // Goals, events and rates have the names they had; they are no second ones of today's.
        let today = std::mem::take(&mut f.cx.names);
        let goals = f.list("goals");
        let allocations = RawAllocation::read_all(f);
        let allocations = allocation::resolve(&allocations, f.cx);
        check_months(&allocations, f.cx);
        let (events, rates) = (f.list("events"), f.list("rates"));
        let then = std::mem::replace(&mut f.cx.names, today);
        f.cx.names.refer_out_of(then);
        let products = f.list("products");
        let (id, year, frozen, by) = (id?, year?, frozen?, by?);
        Some(PlanVersion {
            id,
            year,
            frozen,
            by,
            reason,
            replaces,
            fiscal,
            goals,
            allocations,
            events,
            products,
            rates,
            place,
        })
    }

    /// The goals of a year that are not of the version's.
    fn check_goals(&self, cx: &mut Context) {
        for goal in self.goals.iter().filter(|goal| goal.year != self.year) {
            let finding = Diagnostic::new(codes::VERSION_GOAL, &goal.place).with("goal", goal.id.as_str());
            let finding = finding.with("year", goal.year.to_string()).with("planned", self.year.to_string());
            cx.findings.push(finding.help("help").about(self.id.as_str()));
        }
    }

    /// A re-plan says what it takes the place of, and why; nothing is re-planned before it was planned.
    fn check_against(&self, before: &PlanVersion, cx: &mut Context) {
        let said = |code, place: &Place| {
            let finding = Diagnostic::new(code, place).with("version", self.id.as_str());
            let finding = finding.with("before", before.id.as_str()).with("day", before.frozen.to_string());
            finding.help("help").about(self.id.as_str())
        };
        if self.reason.as_ref().is_none_or(Text::is_empty) {
            cx.findings.push(said(codes::VERSION_REASON, &self.place));
        }
        match &self.replaces {
            Some(named) if named.value == before.id => {}
            Some(named) => cx.findings.push(said(codes::VERSION_ORDER, &named.place)),
            None => cx.findings.push(said(codes::VERSION_ORDER, &self.place)),
        }
    }
}

/// Puts versions in order, by year and day, and looks at what each says of the one before.
pub(super) fn check(versions: &mut [PlanVersion], cx: &mut Context) {
    versions.sort_by(|a, b| (a.year, a.frozen, &a.id).cmp(&(b.year, b.frozen, &b.id)));
    let mut last: BTreeMap<i16, &PlanVersion> = BTreeMap::new();
    for version in versions.iter() {
        version.check_goals(cx);
        match last.insert(version.year, version) {
            Some(before) => version.check_against(before, cx),
            None => check_first(version, cx),
        }
    }
}

/// The first version of a year takes the place of none.
fn check_first(version: &PlanVersion, cx: &mut Context) {
    if let Some(named) = &version.replaces {
        let finding =
            Diagnostic::new(codes::VERSION_FIRST, &named.place).with("version", version.id.as_str());
        let finding = finding.with("before", named.value.as_str()).with("year", version.year.to_string());
        cx.findings.push(finding.help("help").about(version.id.as_str()));
    }
}

/// Months that are left to results would move with them, and nothing of a version does.
fn check_months(allocations: &[Allocation], cx: &mut Context) {
    let rows = allocations.iter().map(|own| &own.month);
    let rows = rows.flat_map(|month| std::iter::once(&month.default).chain(month.by_product.values()));
    let mut places: Vec<&Place> = rows.filter(|row| row.history.is_some()).map(|row| &row.place).collect();
    places.dedup();
    for place in places {
        cx.findings.push(Diagnostic::new(codes::FROZEN_HISTORY, place).help("help"));
    }
}

impl Read for PlannedProduct {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.required("id");
        let (launch, last_day) = (f.optional("launch"), f.optional("last_day"));
        let prices = product::read_prices(&mut f);
        f.finish();
        Some(PlannedProduct { id: id?, launch, last_day, prices })
    }
}
