//! Events: days that are planned, peaks and deadlines that fit them, places where something is sold.

use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::quantity::{MarketplaceId, Ratio, Span};

use super::super::{Event, EventKind, EventStatus, Workspace};
use super::{has_sku_in, has_weight, split, year};

pub(super) fn check(workspace: &Workspace, findings: &mut Diagnostics) {
    let demand = |event: &&Event| event.kind == EventKind::Demand && event.status != EventStatus::Cancelled;
    for event in workspace.events.iter().filter(demand) {
        outside_years(workspace, event, findings);
        peaks(event, findings);
        deadlines(event, findings);
        places(workspace, event, findings);
        unused(workspace, event, findings);
    }
}

/// A lift is used by the splits that ask for the calendar; of a year in which none does, it is said once.
fn unused(workspace: &Workspace, event: &Event, findings: &mut Diagnostics) {
    let lifts = event.lift != Ratio::one() || !event.peaks.is_empty();
    let touched = || split(workspace).filter(|(goal, _)| year(workspace, goal).overlaps(&event.span));
    let Some((goal, _)) = touched().next().filter(|_| lifts) else { return };
    if touched().any(|(_, allocation)| allocation.day.events) {
        return;
    }
    let finding = Diagnostic::new(codes::LIFT_UNUSED, &event.place)
        .with("event", event.id.as_str())
        .with("goal", goal.id.as_str());
    findings.push(finding.help("help").about(event.id.as_str()));
}

/// An event lifts days of a year that is planned, unless it is there to be compared with.
fn outside_years(workspace: &Workspace, event: &Event, findings: &mut Diagnostics) {
    let mut years: Vec<(i16, Span)> =
        split(workspace).map(|(goal, _)| (goal.year, year(workspace, goal))).collect();
    years.sort();
    years.dedup();
    let aligned =
        workspace.events.iter().filter_map(|other| other.align_with.as_ref()).any(|id| id.value == event.id);
    if years.is_empty() || aligned || years.iter().any(|(_, days)| days.overlaps(&event.span)) {
        return;
    }
    let known: Vec<String> = years.iter().map(|(year, _)| year.to_string()).collect();
    let finding = Diagnostic::new(codes::OUTSIDE_YEARS, &event.place)
        .with("event", event.id.as_str())
        .with("from", event.span.from.to_string())
        .with("to", event.span.to.to_string())
        .with("years", known.join(", "));
    findings.push(finding.help("help").about(event.id.as_str()));
}

fn peaks(event: &Event, findings: &mut Diagnostics) {
    for peak in event.peaks.iter().filter(|peak| !event.span.contains(peak.date)) {
        let finding = Diagnostic::new(codes::OUTSIDE_EVENT, &peak.place)
            .with("event", event.id.as_str())
            .with("day", peak.date.to_string())
            .with("from", event.span.from.to_string())
            .with("to", event.span.to.to_string());
        findings.push(finding.help("help").about(event.id.as_str()));
    }
}

fn deadlines(event: &Event, findings: &mut Diagnostics) {
    for (name, day) in event.deadlines.iter().filter(|(_, day)| day.value > event.span.to) {
        let finding = Diagnostic::new(codes::LATE_DEADLINE, &day.place)
            .with("event", event.id.as_str())
            .with("name", name.as_str())
            .with("day", day.value.to_string())
            .with("to", event.span.to.to_string());
        findings.push(finding.help("help").about(event.id.as_str()));
    }
}

fn places(workspace: &Workspace, event: &Event, findings: &mut Diagnostics) {
    for place in event.marketplaces.iter().filter(|place| !is_sold_in(workspace, event, &place.value)) {
        let finding = Diagnostic::new(codes::NO_SALES_THERE, &place.place)
            .with("event", event.id.as_str())
            .with("market", place.value.as_str());
        findings.push(finding.help("help").about(event.id.as_str()));
    }
}

/// Whether anything is planned in a marketplace in the years of an event; where no year is, whether anything is sold.
fn is_sold_in(workspace: &Workspace, event: &Event, place: &MarketplaceId) -> bool {
    let mut planned = split(workspace)
        .filter(|(goal, _)| year(workspace, goal).overlaps(&event.span))
        .map(|(_, allocation)| {
            let row = |product| allocation.marketplace.of(product).weights.iter().filter(has_weight);
            let mut products = allocation.product.weights.iter().filter(has_weight);
            products.any(|(product, _)| row(&product.value).any(|(own, _)| own.value == *place))
        })
        .peekable();
    match planned.peek() {
        Some(_) => planned.any(|sold| sold),
        None => workspace.products.is_empty() || workspace.products.iter().any(|p| has_sku_in(p, place)),
    }
}
