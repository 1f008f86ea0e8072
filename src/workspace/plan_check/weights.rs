//! Weights: of products that are sold, where and when they are sold, in units that their currency has.

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::quantity::{Id, Period, ProductId, Ratio, kind};

use super::super::{Allocation, At, Goal, Months, Product, ProductStatus, Workspace};
use super::{has_sku_in, has_weight, is_sold_in, year};

pub(super) fn check(workspace: &Workspace, split: (&Goal, &Allocation), findings: &mut Diagnostics) {
    let (goal, allocation) = split;
    rounding(goal, allocation, findings);
    for (id, _) in allocation.product.weights.iter().filter(has_weight) {
        let Some(product) = workspace.product(&id.value) else { continue };
        status(id, product, findings);
        places(workspace, split, (product, findings));
        months(workspace, split, (id, product), findings);
    }
}

/// Parts are whole minor units, and the whole is a sum of parts.
fn rounding(goal: &Goal, allocation: &Allocation, findings: &mut Diagnostics) {
    let (Some(unit), Some(target)) = (&allocation.rounding, goal.target()) else { return };
    let number = target.number();
    let fits = |digits: &u32| Ratio::from_scaled(number.round_scaled(*digits), *digits) == number;
    let least = (0..6).find(fits).unwrap_or(6);
    let digits = target.money().map_or(least, |money| money.currency.digits());
    let finest = target.money().map_or(6, |_| digits);
    let mut known = (0..=finest).filter(|digits| unit.value == Ratio::from_scaled(1, *digits));
    if known.next().is_some_and(|digits| fits(&digits)) {
        return;
    }
    let fine = target.money().is_some() && unit.value < Ratio::from_scaled(1, digits);
    let help = if fine { "fine" } else { "help" };
    let finding = Diagnostic::new(codes::BAD_UNIT, &unit.place)
        .with("goal", goal.id.as_str())
        .with("target", target.to_string())
        .with("least", decimal(digits))
        .help(help);
    findings.push(finding.about(goal.id.as_str()));
}

/// The least unit of a currency: `0.01`, `1`.
fn decimal(digits: u32) -> String {
    match digits {
        0 => "1".to_owned(),
        digits => format!("0.{:0>width$}", 1, width = digits as usize),
    }
}

/// A product that is not on sale may have a weight when it is said from when, or until when, it is.
fn status(id: &At<ProductId>, product: &Product, findings: &mut Diagnostics) {
    let (word, help) = match product.status {
        ProductStatus::Idea if product.launch.is_none() => ("idea", "launch"),
        ProductStatus::Develop if product.launch.is_none() => ("develop", "launch"),
        ProductStatus::Ended if product.last_day.is_none() => ("ended", "last"),
        _ => return,
    };
    let finding = Diagnostic::new(codes::NOT_FOR_SALE, &id.place).with("product", id.value.as_str());
    push(findings, finding.with("status", word).help(help).about(id.value.as_str()));
}

/// Every marketplace with a weight has a SKU of the product, and a price where the product has prices.
fn places(
    workspace: &Workspace,
    (goal, allocation): (&Goal, &Allocation),
    (product, findings): (&Product, &mut Diagnostics),
) {
    let last = year(workspace, goal).to;
    let row = allocation.marketplace.of(&product.id);
    for (place, _) in row.weights.iter().filter(has_weight) {
        let priced = product.prices.is_empty() || product.price_on(&place.value, last).is_some();
        let help = match (has_sku_in(product, &place.value), priced) {
            (true, true) => continue,
            (false, _) => "help",
            (true, false) => "price",
        };
        push(findings, not_sold(product, place, help));
    }
}

fn not_sold(product: &Product, place: &At<Id<kind::Marketplace>>, help: &'static str) -> Diagnostic {
    let lacking = if help == "price" { "lacks-price" } else { "lacks-sku" };
    Diagnostic::new(codes::NOT_SOLD_THERE, &place.place)
        .with("product", product.id.as_str())
        .with("market", place.value.as_str())
        .term("lacking", lacking)
        .help(help)
        .about(product.id.as_str())
}

/// Months with a weight lie in the days of sale; if none does, there is nothing to take the product's part.
fn months(
    workspace: &Workspace,
    (goal, allocation): (&Goal, &Allocation),
    (id, product): (&At<ProductId>, &Product),
    findings: &mut Diagnostics,
) {
    let Months { weights, place, history: None } = allocation.month.of(&product.id) else { return };
    let periods = workspace.fiscal().periods(goal.year);
    let weighed: Vec<Period> =
        periods.into_iter().zip(weights).filter(|(_, weight)| !weight.is_zero()).map(|(p, _)| p).collect();
    let (open, closed): (Vec<Period>, Vec<Period>) =
        weighed.into_iter().partition(|period| is_sold_in(product, period.span()));
    let finding = match (open.is_empty(), closed.is_empty()) {
        (_, true) => return,
        (true, false) => {
            let year = workspace.fiscal().year(goal.year).to_string();
            window(Diagnostic::new(codes::NOTHING_LEFT, &id.place), product).with("year", year)
        }
        (false, false) => closed_months(product, &closed, place),
    };
    push(findings, finding.help("help").about(product.id.as_str()));
}

fn closed_months(product: &Product, closed: &[Period], place: &Place) -> Diagnostic {
    window(Diagnostic::new(codes::CLOSED_MONTHS, place), product).with("months", stretches(closed))
}

/// Names the product and its days of sale: `2026-09-01 – …`.
fn window(finding: Diagnostic, product: &Product) -> Diagnostic {
    let open = || "…".to_owned();
    let from = product.launch.map_or_else(open, |day| day.to_string());
    let to = product.last_day.as_ref().map_or_else(open, |day| day.value.to_string());
    finding.with("product", product.id.as_str()).with("days", format!("{from} – {to}"))
}

/// Periods as stretches that follow each other: `2026-01 – 2026-08, 2026-12`.
fn stretches(periods: &[Period]) -> String {
    let mut all: Vec<(Period, Period)> = Vec::new();
    for period in periods {
        match all.last_mut() {
            Some((_, last)) if last.next() == *period => *last = *period,
            _ => all.push((*period, *period)),
        }
    }
    let words = |(first, last): &(Period, Period)| match first == last {
        true => first.to_string(),
        false => format!("{first} – {last}"),
    };
    all.iter().map(words).collect::<Vec<_>>().join(", ")
}

/// Adds a finding once: goals that follow each other share their weights.
fn push(findings: &mut Diagnostics, finding: Diagnostic) {
    if !findings.iter().any(|other| *other == finding) {
        findings.push(finding);
    }
}
