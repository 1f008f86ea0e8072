//! What finance answers for: the limit of cash, and the rates of currencies, fees and payouts.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, fact, list, prose_facts, row, section, table};
use crate::site::{Block, Cell, ColumnKind, Fact, Row};
use crate::workspace::{Figure, Goal, Rate};

/// The limits of this year and the rates that hold today.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    [limits(desk), rates(desk)].into_iter().flatten().collect()
}

fn limits(desk: &Desk<'_>) -> Option<Block> {
    let this_year = |goal: &&Goal| goal.year == desk.today.year();
    let limit = |goal: &Goal| -> Option<Fact> {
        let words = desk.fill("limit-most", &[("amount", figure_words(desk, goal.limit()?).into())]);
        Some(fact(format!("{} {}", desk.metric(&goal.metric.value).text, goal.year), words))
    };
    let facts: Vec<Fact> = desk.workspace.goals.iter().filter(this_year).filter_map(limit).collect();
    (!facts.is_empty()).then(|| section(desk, "duty-limits", vec![prose_facts(facts)]))
}

fn rates(desk: &Desk<'_>) -> Option<Block> {
    let wanted = |rate: &&Rate| ["fx", "payout"].contains(&rate.id.as_str()) && holds(desk, rate);
    let rows: Vec<Row> =
        desk.workspace.rates.rows().iter().filter(wanted).map(|rate| line(desk, rate)).collect();
    let heads: [Head; 4] = [
        ("head-rate", ColumnKind::Text),
        ("head-value", ColumnKind::Text),
        ("head-from", ColumnKind::Date),
        ("head-checked", ColumnKind::Date),
    ];
    (!rows.is_empty()).then(|| section(desk, "duty-rates", vec![table(desk, "duty-rates", &heads, rows).into()]))
}

/// Whether a rate holds today and no later row replaces it.
pub(in crate::compose::page) fn holds(desk: &Desk<'_>, rate: &Rate) -> bool {
    let later = |other: &Rate| {
        other.id == rate.id && other.keys == rate.keys && other.from > rate.from && other.from <= desk.today
    };
    rate.from <= desk.today
        && rate.to.is_none_or(|to| to >= desk.today)
        && !desk.workspace.rates.rows().iter().any(later)
}

fn line(desk: &Desk<'_>, rate: &Rate) -> Row {
    let values = rate.values.iter().map(|(name, value)| format!("{name} {}", figure_words(desk, value)));
    let days = rate.days.iter().map(|(name, day)| format!("{name} {day}"));
    row(vec![
        rate_name(desk, rate),
        Cell::new(list(desk, values.chain(days))),
        Cell::new(rate.from.to_string()),
        below(
            Cell::new(rate.checked.map_or_else(|| "–".to_owned(), |day| day.to_string())),
            rate.source.clone().unwrap_or_default(),
        ),
    ])
}

/// What a rate is of: its name with its keys below.
pub(in crate::compose::page) fn rate_name(desk: &Desk<'_>, rate: &Rate) -> Cell {
    let key = format!("rate-{}", rate.id.replace('_', "-"));
    let name = if desk.locale.has(&key) { desk.say(&key) } else { rate.id.clone() };
    below(Cell::new(name), rate.keys.values().cloned().collect::<Vec<_>>().join(" · "))
}

/// A figure as people typed it.
pub(in crate::compose::page) fn figure_words(desk: &Desk<'_>, figure: &Figure) -> String {
    match figure {
        Figure::Money(money) => {
            let amount = desk.locale.decimal(&money.amount(), money.currency.digits());
            format!("{amount} {}", money.currency.code())
        }
        Figure::Percent(share) => desk.locale.percent(share, 1),
        Figure::Points(share) => {
            let points = share * &crate::quantity::Ratio::from_int(100);
            format!("{} {}", desk.locale.decimal(&points, 1), desk.say("unit-points"))
        }
        Figure::Number(number) => written(desk, number),
    }
}

/// A number with as many decimals as it needs, at most six.
fn written(desk: &Desk<'_>, number: &crate::quantity::Ratio) -> String {
    let exact = |digits: &u32| crate::quantity::Ratio::from_scaled(number.round_scaled(*digits), *digits) == *number;
    desk.locale.decimal(number, (0..=6).find(exact).unwrap_or(6))
}
