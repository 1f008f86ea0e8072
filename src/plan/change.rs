//! What the plan in force has that its latest version has not: where it was changed, and how much that moves.

use std::collections::{BTreeMap, BTreeSet};

use super::{Plan, Version};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::metric::Unit;
use crate::quantity::{Grain, Id, MeasureId, Money, Period, Ratio, Scope};
use crate::workspace::{Allocation, Event, Goal, PlanVersion, Row, Workspace};

/// A change of the plan since it was frozen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The figure whose plan it changes.
    pub metric: MeasureId,
    /// The year.
    pub year: i16,
    /// Where it was changed.
    pub place: Place,
    /// The largest difference it makes; nothing of a rate or a limit.
    pub moved: Option<Moved>,
}

/// How much the plan of a part of the company differs in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The part of the company.
    pub scope: Scope,
    /// The month, or the day where only days within a month moved.
    pub period: Period,
    /// The plan today less that of the version.
    pub by: Ratio,
}

/// What was changed since the latest version of each year, with a finding for each change.
pub(crate) fn changes(
    (workspace, allocations): (&Workspace, &[Allocation]),
    live: &Plan,
    versions: &[Version],
) -> (Vec<Change>, Diagnostics) {
    let latest: BTreeMap<i16, &Version> = versions.iter().map(|version| (version.year, version)).collect();
    let (mut all, mut findings) = (Vec::new(), Diagnostics::default());
    for version in latest.into_values() {
        let own = since((workspace, allocations), live, version);
        own.iter().for_each(|change| findings.push(finding(workspace, version, change)));
        all.extend(own);
    }
    (all, findings)
}

fn finding(workspace: &Workspace, version: &Version, change: &Change) -> Diagnostic {
    let finding = Diagnostic::new(codes::PLAN_CHANGED, &change.place)
        .with("year", change.year.to_string())
        .with("version", version.id.as_str())
        .with("day", version.frozen.to_string())
        .with("next", next_id(version.id.as_str()))
        .with("metric", change.metric.as_str());
    let Some(moved) = &change.moved else {
        return finding.with("period", "none").with("scope", "").with("by", "").help("help");
    };
    let parts =
        [moved.scope.product.as_ref().map(Id::as_str), moved.scope.marketplace.as_ref().map(Id::as_str)];
    let scope = parts.into_iter().flatten().next().unwrap_or("company");
    let finding = finding.with("period", moved.period.to_string()).with("scope", scope);
    finding.with("by", amount(workspace, &change.metric, &moved.by)).help("help")
}

/// `2026-v3` after `2026-v2`; what has no number gets one.
fn next_id(id: &str) -> String {
    let digits = id.len() - id.bytes().rev().take_while(u8::is_ascii_digit).count();
    match (id.get(..digits), id.get(digits..).and_then(|number| number.parse::<u32>().ok())) {
        (Some(stem), Some(number)) if stem.ends_with('v') => format!("{stem}{}", number + 1),
        _ => format!("{id}-v2"),
    }
}

/// A difference with its sign and unit.
fn amount(workspace: &Workspace, metric: &MeasureId, by: &Ratio) -> String {
    let sign = if by.is_negative() { "" } else { "+" };
    let currency = workspace.reporting_currency();
    match currency.filter(|_| workspace.catalogue.unit(metric) == Some(Unit::Money)) {
        Some(currency) => format!("{sign}{}", Money { minor: by.round_scaled(currency.digits()), currency }),
        None => format!("{sign}{}", by.round_scaled(0)),
    }
}

/// The changes of a version's year since it was frozen, in the order of the goals; of one place, only the first.
fn since(
    (workspace, allocations): (&Workspace, &[Allocation]),
    live: &Plan,
    version: &Version,
) -> Vec<Change> {
    let Some(frozen) = workspace.version(&version.id) else { return Vec::new() };
    let goals = workspace.goals.iter().filter(|goal| goal.year == version.year);
    let changed =
        goals.filter_map(|goal| change((workspace, allocations), (goal, frozen), (live, &version.plan)));
    let gone = frozen.goals.iter().filter(|goal| workspace.goal(&goal.id).is_none()).map(|goal| Change {
        metric: goal.metric.value.clone(),
        year: version.year,
        place: version.place.clone(),
        moved: None,
    });
    let mut all: Vec<Change> = Vec::new();
    for change in changed.chain(gone) {
        if all.iter().all(|known| known.place != change.place) {
            all.push(change);
        }
    }
    all
}

fn change(
    (workspace, allocations): (&Workspace, &[Allocation]),
    (goal, frozen): (&Goal, &PlanVersion),
    (live, then): (&Plan, &Plan),
) -> Option<Change> {
    let (metric, year) = (&goal.metric.value, goal.year);
    let spines = (live.spine(metric, year), then.spine(metric, year));
    let before = frozen.goals.iter().find(|before| before.id == goal.id);
    let aims = before.is_some_and(|before| same_aim(goal, before));
    if spines.0 == spines.1 && aims {
        return None;
    }
    let place = if aims { cause((workspace, allocations), goal, frozen) } else { goal.place.clone() };
    Some(Change { metric: metric.clone(), year, place, moved: moved((live, then), metric, year) })
}

/// Whether a goal speaks of the same figure and wants the same.
fn same_aim(one: &Goal, other: &Goal) -> bool {
    let parts = |goal: &Goal| -> Vec<_> {
        goal.by.iter().map(|part| (part.scope.clone(), part.target.value.clone())).collect()
    };
    one.metric.value == other.metric.value
        && one.target() == other.target()
        && one.limit() == other.limit()
        && parts(one) == parts(other)
}

/// Where the split of a goal was changed: its weights, else an event, else the split as a whole.
fn cause((workspace, allocations): (&Workspace, &[Allocation]), goal: &Goal, frozen: &PlanVersion) -> Place {
    let Some(now) = allocations.iter().find(|one| one.goal.value == goal.id) else {
        return goal.place.clone();
    };
    let before = frozen.allocations.iter().find(|one| one.goal.value == goal.id);
    let weights = before.and_then(|before| weights(now, before));
    weights.or_else(|| event(workspace, goal.year, frozen)).unwrap_or_else(|| now.place.clone())
}

fn weights(now: &Allocation, before: &Allocation) -> Option<Place> {
    if !same_row(&now.product, &before.product) {
        return Some(now.product.place.clone());
    }
    let products = now.product.weights.iter().map(|(id, _)| &id.value);
    for product in products {
        let (places, months) = (now.marketplace.of(product), now.month.of(product));
        if !same_row(places, before.marketplace.of(product)) {
            return Some(places.place.clone());
        }
        if months.weights != before.month.of(product).weights {
            return Some(months.place.clone());
        }
    }
    let days = now.day.weekday == before.day.weekday && now.day.events == before.day.events;
    (!days).then(|| now.day.place.clone())
}

fn same_row<K>(one: &Row<K>, other: &Row<K>) -> bool {
    let weights = |row: &Row<K>| -> Vec<_> {
        row.weights.iter().map(|(id, weight)| (id.value.clone(), weight.clone())).collect()
    };
    weights(one) == weights(other)
}

/// The first event of the year that lifts other days than it did.
fn event(workspace: &Workspace, year: i16, frozen: &PlanVersion) -> Option<Place> {
    let same = |one: &Event, other: &Event| {
        let places =
            |event: &Event| -> Vec<_> { event.marketplaces.iter().map(|id| id.value.clone()).collect() };
        (one.span, &one.lift, &one.peaks, one.status) == (other.span, &other.lift, &other.peaks, other.status)
            && places(one) == places(other)
    };
    let of_year =
        workspace.events.iter().filter(|event| event.span.overlaps(&workspace.fiscal().year(year).span()));
    let moves = |event: &&Event| event.lift != Ratio::one() || !event.peaks.is_empty();
    let changed =
        |event: &&Event| !frozen.events.iter().any(|other| other.id == event.id && same(event, other));
    of_year.filter(moves).find(changed).map(|event| event.place.clone())
}

/// The largest difference by month: of the company, else of a product, else of a marketplace, else by day.
fn moved((live, then): (&Plan, &Plan), metric: &MeasureId, year: i16) -> Option<Moved> {
    let (now, before) = (live.spine(metric, year)?, then.spine(metric, year)?);
    let cells: BTreeSet<_> = now.parts().chain(before.parts()).collect();
    let company = vec![Scope::company()];
    let products = cells.iter().map(|(product, _)| Scope::product(product)).collect();
    let places = cells.iter().map(|(_, place)| Scope::marketplace(place)).collect();
    let (months, days) = (live.year(year).split(Grain::Month), live.year(year).split(Grain::Day));
    let views: [(Vec<Scope>, &[Period]); 4] =
        [(company.clone(), &months), (products, &months), (places, &months), (company, &days)];
    let largest = |(scopes, periods): &(Vec<Scope>, &[Period])| {
        let each = scopes.iter().flat_map(|scope| periods.iter().map(move |period| (scope, period)));
        let gaps = each.map(|(scope, period)| Moved {
            by: &now.sum(scope, period.span()) - &before.sum(scope, period.span()),
            scope: scope.clone(),
            period: *period,
        });
        // Of equal ones the earliest.
        gaps.filter(|gap| !gap.by.is_zero()).reduce(|a, b| if b.by.abs() > a.by.abs() { b } else { a })
    };
    views.iter().find_map(largest)
}
