//! From the price to what is left, step by step, of each product in its main marketplace.

use super::words::{amount, money, share};
use crate::chart::{Chart, DataTable, Impact, Mark, Plot, Scenario, Step, StepKind, Title, Waterfall};
use crate::compose::desk::Desk;
use crate::metric::round_parts;
use crate::plan::economics::{Line, Unit};
use crate::quantity::{ProductId, Ratio, Scope};
use crate::site::{Block, Figure, slug};

/// A figure for each product that has all inputs somewhere.
pub(super) fn figures(desk: &Desk<'_>) -> Option<Vec<Block>> {
    let figures: Vec<Block> =
        desk.products().iter().filter_map(|product| figure(desk, product)).map(Block::from).collect();
    (!figures.is_empty()).then_some(figures)
}

/// A product in the marketplace where most of it is planned.
fn figure(desk: &Desk<'_>, product: &ProductId) -> Option<Figure> {
    let economics = &desk.analysis.economics;
    let place = economics.main_market(product, desk.today)?;
    let unit = economics.on(product, place, desk.today)?;
    let unit_name = desk.locale.money_unit(unit.currency, 0);
    let steps = steps(desk, unit);
    let rows = steps.iter().map(|step| vec![step.label.clone(), step.mark.label.clone()]).collect();
    let said: Vec<String> = steps.iter().map(|step| format!("{} {}", step.label, step.mark.label)).collect();
    let chart = Chart {
        id: format!("unit-{}", slug(product.as_str())),
        title: Title {
            who: desk.scope(&Scope::cell(product, place)).text,
            what: desk.fill("economics-steps-what", &[("unit", unit_name.into())]),
            when: desk.today.to_string(),
        },
        message: message(desk, unit),
        alt: said.join(&desk.say("list-comma")),
        plot: Plot::Waterfall(Waterfall { steps }),
        table: DataTable { columns: vec![desk.say("economics-head-line"), desk.say("head-amount")], rows },
    };
    Some(Figure { chart, how: None, more: None })
}

/// The price, what goes off it, and what is left; rounded so that what is shown sums.
fn steps(desk: &Desk<'_>, unit: &Unit) -> Vec<Step> {
    let digits = unit.currency.digits();
    let lines = unit.lines();
    let (parts, left): (Vec<Ratio>, Ratio) =
        (lines.iter().map(|(_, amount)| amount.clone()).collect(), unit.contribution());
    let (_, shown) = round_parts(&left, &parts, digits);
    let shown: Vec<Ratio> = shown.into_iter().map(|part| Ratio::from_scaled(part, digits)).collect();
    let total = |label: String, exact: &Ratio, shown: &Ratio| Step {
        label,
        mark: Mark::new(exact.to_f64(), amount(desk, shown, unit.currency)),
        kind: StepKind::Total(Scenario::Plan),
    };
    let name = |line: Line| desk.say(&format!("economics-line-{}", line.name().replace('_', "-")));
    let mut steps = Vec::new();
    for ((line, exact), shown) in lines.iter().zip(&shown) {
        match line {
            Line::Price => steps.push(total(name(*line), exact, shown)),
            _ if exact.is_zero() => {}
            _ => steps.push(Step {
                label: name(*line),
                mark: Mark::new(exact.to_f64(), super::words::change(desk, shown, unit.currency)),
                kind: StepKind::Change(Impact::Neutral),
            }),
        }
    }
    steps.push(total(desk.say("economics-head-left"), &left, &left));
    steps
}

fn message(desk: &Desk<'_>, unit: &Unit) -> String {
    let left = unit.contribution();
    let args = [
        ("price", money(desk, &unit.price, unit.currency).into()),
        ("left", money(desk, &left, unit.currency).into()),
        ("share", share(desk, unit.margin().as_ref()).into()),
    ];
    desk.fill(if left.is_negative() { "economics-steps-loss" } else { "economics-steps-message" }, &args)
}
