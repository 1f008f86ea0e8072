//! From goals and allocations as people wrote them to the plan.

use std::collections::BTreeMap;

use super::split::{Split, Unsplit};
use super::{Lift, Plan, PlanSource, PlannedRate, Spine, Weights};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::quantity::{Id, MeasureId, ProductId, Ratio};
use crate::workspace::{Allocation, EventStatus, Figure, Goal, Row, Split as ByProduct, Workspace};

impl Plan {
    /// The plan that follows from a source: a spine for each goal that is split, a rate for each that is not.
    pub fn of(source: &PlanSource<'_>) -> (Plan, Diagnostics) {
        let mut findings = Diagnostics::default();
        let mut spines = Vec::new();
        for allocation in source.allocations {
            let Some(goal) = source.goal(&allocation.goal.value) else { continue };
            if !source.catalogue.adds_over_days(&goal.metric.value) {
                continue;
            }
            match spine(source, goal, allocation) {
                Some(Ok(spine)) => spines.push((goal.metric.value.clone(), goal.year, spine)),
                Some(Err(Unsplit::AllZero)) => {
                    findings.push(Diagnostic::new(codes::ZERO_WEIGHTS, &allocation.place).help("help"));
                }
                Some(Err(Unsplit::NoDays(product))) => {
                    let place = allocation.product.place_of(&product);
                    findings.push(
                        Diagnostic::new(codes::ZERO_WEIGHTS, place).help("help").about(product.as_str()),
                    );
                }
                None => {}
            }
        }
        let split =
            |goal: &Goal| spines.iter().any(|(id, year, _)| *id == goal.metric.value && *year == goal.year);
        let rates = source.goals.iter().filter(|goal| !split(goal)).filter_map(rate).collect();
        (Plan::new(spines, rates, source.catalogue).in_years_of(source.fiscal), findings)
    }
}

/// A goal that is not an amount, or whose amount nobody split.
fn rate(goal: &Goal) -> Option<PlannedRate> {
    Some(PlannedRate {
        metric: goal.metric.value.clone(),
        year: goal.year,
        default: goal.target()?.number(),
        by: goal.by.iter().map(|part| (part.scope.clone(), part.target.value.number())).collect(),
    })
}

fn spine(source: &PlanSource<'_>, goal: &Goal, allocation: &Allocation) -> Option<Result<Spine, Unsplit>> {
    let (total, digits) = units(goal.target()?, allocation);
    let weights = weights(source, goal, allocation);
    let year = source.fiscal.year(goal.year);
    Some(Split { total, digits, year, weights: &weights }.spine())
}

/// The amount as a count of what parts are rounded to.
fn units(target: &Figure, allocation: &Allocation) -> (i128, u32) {
    let fits = |unit: &Ratio| (0..6).find(|digits| *unit >= Ratio::from_scaled(1, *digits)).unwrap_or(6);
    let digits = allocation.rounding.as_ref().map_or_else(|| least(target), |unit| fits(&unit.value));
    (target.number().round_scaled(digits), digits)
}

/// The decimal digits of a figure's own least unit: the currency's, none of a count.
fn least(target: &Figure) -> u32 {
    let number = target.number();
    let whole = Ratio::from_int(number.floor()) == number;
    match target {
        Figure::Money(money) => money.currency.digits(),
        _ if whole => 0,
        _ => 2,
    }
}

fn weights(source: &PlanSource<'_>, goal: &Goal, allocation: &Allocation) -> Weights {
    let year = source.fiscal.year(goal.year).span();
    let events = source.events.iter().filter(|event| {
        allocation.day.events && event.status != EventStatus::Cancelled && event.span.overlaps(&year)
    });
    Weights {
        products: named(&allocation.product),
        marketplaces: by_product(&allocation.marketplace, named),
        months: by_product(&allocation.month, |months| months.weights.to_vec()),
        weekdays: allocation.day.weekday.to_vec(),
        lifts: events.map(Lift::of).collect(),
        on_sale: source.on_sale.clone(),
    }
}

fn named<K>(row: &Row<K>) -> Vec<(Id<K>, Ratio)> {
    row.weights.iter().map(|(id, weight)| (id.value.clone(), weight.clone())).collect()
}

fn by_product<W, T>(split: &ByProduct<W>, each: impl Fn(&W) -> T) -> BTreeMap<Option<ProductId>, T> {
    let own = split.by_product.iter().map(|(product, weights)| (Some(product.clone()), each(weights)));
    own.chain([(None, each(&split.default))]).collect()
}

/// The figures that have a goal in a year, amounts first, each in file order.
pub fn goals_of(workspace: &Workspace, year: i16) -> Vec<&MeasureId> {
    let goals = workspace.goals.iter().filter(|goal| goal.year == year && goal.target().is_some());
    let (amounts, rates): (Vec<&Goal>, Vec<&Goal>) =
        goals.partition(|goal| workspace.allocation(&goal.id).is_some());
    amounts.into_iter().chain(rates).map(|goal| &goal.metric.value).collect()
}
