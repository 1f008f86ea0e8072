//! The profitability check: what the plan earns, beside what it promises.

use super::words::{dash, large, large_change, style};
use crate::chart::Impact;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, disclosure, fact, linked, prose_facts, row, table};
use crate::compose::route::Route;
use crate::metric::round_parts;
use crate::plan::economics::{Profit, Sum};
use crate::quantity::Ratio;
use crate::site::{Block, Cell, ColumnKind, Comparison, KeyFigure, KeyFigures, Row, Section, Table};

/// The figures of this year: what is earned, at which prices, what changed, how far prices may move.
pub(super) fn figures(desk: &Desk<'_>) -> Option<Block> {
    let profit = desk.analysis.economics.profits.first().filter(|profit| !profit.cells.is_empty())?;
    let earned = profit.earned();
    let year = ("year", profit.year.to_string().into());
    let mut figures = vec![figure(desk, desk.fill("economics-earned", &[year]), &earned)];
    if let Some(gap) = profit.gap() {
        figures[0].comparisons = vec![Comparison {
            delta: large_change(desk, &gap),
            impact: impact(&gap),
            against: desk.say("economics-against-goal").into(),
        }];
    }
    let at_list = profit.at_list();
    figures.push(KeyFigure {
        note: Some(desk.say("economics-at-list-note").into()),
        ..figure(desk, desk.say("economics-at-list"), &at_list)
    });
    figures.extend(changed(desk));
    figures.extend(profit.price_change().map(|change| price(desk, &change)));
    Some(KeyFigures { figures }.into())
}

fn figure(desk: &Desk<'_>, name: String, value: &Ratio) -> KeyFigure {
    let style = style(desk, value);
    KeyFigure { name: name.into(), value: style.value(value), unit: style.unit(), ..KeyFigure::default() }
}

fn changed(desk: &Desk<'_>) -> Option<KeyFigure> {
    let changes = desk.analysis.economics.changes.as_ref()?;
    let total = changes.total();
    let style = style(desk, &total);
    Some(KeyFigure {
        name: desk.say("economics-changed-figure").into(),
        value: style.delta(&total),
        unit: style.unit(),
        note: Some(
            desk.fill("economics-since", &[("day", super::changed::frozen(desk, changes).into())]).into(),
        ),
        ..KeyFigure::default()
    })
}

/// By how much all prices must rise, or may fall, to come out at the goal.
fn price(desk: &Desk<'_>, change: &Ratio) -> KeyFigure {
    let key = if change.is_positive() { "economics-price-rise" } else { "economics-price-room" };
    KeyFigure {
        name: desk.say(key).into(),
        value: desk.locale.decimal(&(&change.abs() * &Ratio::from_int(100)), 1),
        unit: "%".to_owned(),
        note: Some(desk.say("economics-price-note").into()),
        ..KeyFigure::default()
    }
}

fn impact(gap: &Ratio) -> Impact {
    if gap.is_negative() { Impact::Bad } else { Impact::Good }
}

/// A section for the first year that is checked, with those after it behind a line each.
pub(super) fn section_of_all(desk: &Desk<'_>) -> Option<Block> {
    let all = desk.analysis.economics.profits.iter().filter(|profit| !profit.cells.is_empty());
    let mut all = all.map(|profit| (profit, heading(desk, profit)));
    let (first, heading) = all.next()?;
    let mut blocks = tables(desk, first);
    blocks.extend(all.map(|(later, heading)| {
        let words = prose_facts(vec![fact(later.year.to_string(), verdict(desk, later).as_str())]);
        disclosure(heading, [words].into_iter().chain(tables(desk, later)).collect())
    }));
    let lede = Some(verdict(desk, first).into());
    Some(Section { heading: heading.into(), lede, blocks, ..Section::default() }.into())
}

fn heading(desk: &Desk<'_>, profit: &Profit) -> String {
    desk.fill("economics-goal-of", &[("year", profit.year.to_string().into())])
}

/// What is earned by product and by marketplace, each with the whole.
fn tables(desk: &Desk<'_>, profit: &Profit) -> Vec<Block> {
    let (products, places) = (profit.products(), profit.marketplaces());
    let products = desk.products().into_iter().filter_map(|id| {
        let (_, sum) = products.iter().find(|(own, _)| *own == id)?;
        Some((linked(desk.product(&id), desk.target(&Route::Product(id))), sum.clone()))
    });
    let places = desk.marketplaces().into_iter().filter_map(|id| {
        let (_, sum) = places.iter().find(|(own, _)| *own == id)?;
        Some((linked(desk.marketplace(&id), desk.target(&Route::Marketplace(id))), sum.clone()))
    });
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let note = desk.fill("economics-goal-note", &[("unit", unit.into())]);
    let by_product = of(desk, ("head-product", &profit.total()), products.collect());
    let by_place = of(desk, ("head-marketplace", &profit.total()), places.collect());
    vec![Table { note: Some(note.into()), ..by_product }.into(), by_place.into()]
}

/// The parts and their whole, in whole units of the currency that sum as they are shown.
fn of(desk: &Desk<'_>, (first, whole): (&'static str, &Sum), parts: Vec<(Cell, Sum)>) -> Table {
    let (heads_of_parts, mut sums): (Vec<Cell>, Vec<Sum>) = parts.into_iter().unzip();
    in_whole(&mut sums);
    let mut rows: Vec<Row> =
        heads_of_parts.into_iter().zip(&sums).map(|(head, sum)| line(desk, head, sum)).collect();
    let total = line(desk, Cell::new(desk.say("company-whole")), whole);
    rows.push(Row { total: true, ..total });
    table(desk, "economics-goal", &heads(first), rows)
}

/// Rounds the figures of parts so that they sum to their rounded sum (domain 2.9).
fn in_whole(sums: &mut [Sum]) {
    let rounded = |parts: &[Ratio]| {
        let (_, parts) = round_parts(&parts.iter().sum(), parts, 0);
        parts.into_iter().map(Ratio::from_int).collect::<Vec<_>>()
    };
    let units = rounded(&sums.iter().map(|sum| sum.units.clone()).collect::<Vec<_>>());
    let profits = rounded(&sums.iter().map(|sum| sum.profit.clone()).collect::<Vec<_>>());
    let targets: Option<Vec<Ratio>> = sums.iter().map(|sum| sum.target.clone()).collect();
    for (sum, (units, profit)) in sums.iter_mut().zip(units.into_iter().zip(profits)) {
        (sum.units, sum.profit) = (units, profit);
    }
    for (sum, target) in sums.iter_mut().zip(targets.iter().flat_map(|targets| rounded(targets))) {
        sum.target = Some(target);
    }
}

fn heads(first: &'static str) -> [Head; 5] {
    [
        (first, ColumnKind::Text),
        ("head-units", ColumnKind::Number),
        ("economics-head-earns", ColumnKind::Number),
        ("economics-head-promised", ColumnKind::Number),
        ("head-gap", ColumnKind::Number),
    ]
}

fn line(desk: &Desk<'_>, head: Cell, sum: &Sum) -> Row {
    let whole = |value: &Ratio| desk.locale.decimal(value, 0);
    let gap = sum.gap().map_or_else(
        || Cell::new(dash()),
        |gap| Cell { impact: impact(&gap), ..Cell::new(desk.locale.signed(&gap, 0)) },
    );
    let target = sum.target.as_ref().map_or_else(dash, whole);
    row(vec![head, Cell::new(whole(&sum.units)), Cell::new(whole(&sum.profit)), Cell::new(target), gap])
}

/// Whether the goal is reached, by how much, and the one change that would do it.
fn verdict(desk: &Desk<'_>, profit: &Profit) -> String {
    let mut args = vec![("earned", large(desk, &profit.earned()).into())];
    let left_out = match profit.uncounted.len() {
        0 => String::new(),
        count => desk.fill("economics-uncounted", &[("count", count.into())]),
    };
    let (Some(gap), Some(goal)) = (profit.gap(), &profit.goal) else {
        return desk.fill("economics-goal-none", &args) + &left_out;
    };
    args.push(("goal", large(desk, goal).into()));
    args.push(("gap", large(desk, &gap.abs()).into()));
    let price = profit.price_change().map_or_else(dash, |change| desk.locale.percent(&change.abs(), 1));
    args.push(("price", price.into()));
    let worst = profit.worst();
    let name = worst
        .as_ref()
        .map_or_else(String::new, |(product, place, _)| super::words::name(desk, product, place));
    args.push(("worst", name.into()));
    args.push(("behind", worst.map_or_else(dash, |(_, _, gap)| large_change(desk, &gap)).into()));
    let key = if gap.is_negative() { "economics-goal-short" } else { "economics-goal-reached" };
    desk.fill(key, &args) + &left_out
}
