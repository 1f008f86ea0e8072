//! Cash: will the money last?

mod assumptions;
mod parts;
mod payments;

pub(in crate::compose::page) use payments::next_weeks;

use super::parts::{empty, section, told, unbroken};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{balance, cash_style, sources};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::plan::cash::{Cash, Curve, YearNeed};
use crate::site::{Block, KeyFigure, KeyFigures, Phrase, Rich};

/// The page of the money.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let cash = &desk.analysis.cash;
    let curve = cash.curve();
    let (headline, lede, blocks) = match &curve {
        Some(curve) => (headline(desk, cash, curve), lede(desk, cash, curve), full(desk, curve)),
        None => (desk.say("cash-headline-none").into(), None, vec![nothing(desk)]),
    };
    Sheet {
        route: Route::Cash,
        title: desk.say("cash-title").into(),
        eyebrow: vec![
            desk.say("plan-title").into(),
            desk.say("company-whole").into(),
            cash.span.map_or_else(|| desk.today.to_string(), |span| desk.locale.span(span)).into(),
        ],
        headline,
        lede,
        blocks,
    }
}

fn nothing(desk: &Desk<'_>) -> Block {
    let yaml = "opening: {date: 2026-11-20, amount: 92000.00 USD}\nmonthly: [{what: Rent, amount: -2400.00 USD, day: 5}]\nflows: [{date: 2027-05-31, amount: -18400.00 USD, what: Income tax, kind: tax}]";
    empty(desk, "cash-empty", ("cash.yaml", yaml))
}

/// The year that passes its limit most, else the one that comes nearest to it.
fn tightest(cash: &Cash) -> Option<&YearNeed> {
    cash.years.iter().max_by_key(|year| year.over())
}

/// When the money is lowest, and how that stands against the limit.
fn headline(desk: &Desk<'_>, cash: &Cash, curve: &Curve) -> Phrase {
    let style = cash_style(desk, cash);
    let low = &cash.start() + &curve.trough.1;
    let mut args = vec![
        ("day", unbroken(&curve.trough.0.to_string()).into()),
        ("low", style.worded(&low).into()),
        ("need", style.worded(&curve.need()).into()),
    ];
    let Some(year) = tightest(cash) else {
        let key = if cash.opening.is_some() { "cash-headline" } else { "cash-headline-need" };
        return desk.fill(key, &args).into();
    };
    args.extend([
        ("year", year.year.to_string().into()),
        ("year-need", style.worded(&year.need).into()),
        ("year-day", unbroken(&year.day.to_string()).into()),
        ("limit", style.worded(&year.limit).into()),
        ("gap", style.worded(&year.over().abs()).into()),
    ]);
    let key = match (cash.opening.is_some() && low.is_negative(), year.over().is_positive()) {
        (true, _) => "cash-headline-empty",
        (_, true) => "cash-headline-over",
        (_, false) => "cash-headline-within",
    };
    desk.fill(key, &args).into()
}

/// What makes it low, and when the money is back.
fn lede(desk: &Desk<'_>, cash: &Cash, curve: &Curve) -> Option<Rich> {
    let style = cash_style(desk, cash);
    let back = match curve.break_even {
        _ if !curve.need().is_positive() => desk.say("cash-lede-never"),
        Some(day) => desk.fill("cash-lede-back", &[("day", unbroken(&day.to_string()).into())]),
        None => desk.say("cash-lede-not-back"),
    };
    let largest = cash.largest_before(curve.trough.0).0.map(|payment| {
        let args = [
            ("day", unbroken(&payment.day.to_string()).into()),
            ("amount", style.worded(&payment.amount).into()),
            ("what", payments::what(desk, &payment).into()),
        ];
        desk.fill("cash-lede-largest", &args)
    });
    Some(format!("{}{back}", largest.unwrap_or_default()).as_str().into())
}

fn full(desk: &Desk<'_>, curve: &Curve) -> Vec<Block> {
    let mut blocks: Vec<Block> = vec![key_figures(desk, curve).into()];
    blocks.extend(balance(desk).map(Into::into));
    blocks.push(next_weeks(desk));
    blocks.extend(sources(desk).map(Into::into));
    blocks.push(section(desk, "cash-months", vec![parts::months(desk).into()]));
    blocks.push(told(
        desk,
        "cash-products",
        (desk.say("cash-products-lede"), vec![parts::products(desk).into()]),
    ));
    blocks.extend(
        parts::batches(desk)
            .map(|table| told(desk, "cash-batches", (desk.say("cash-batches-lede"), vec![table.into()]))),
    );
    blocks.extend(assumptions::sections(desk));
    blocks
}

/// What lies there, what is lowest, what the year needs, how long money is bound.
fn key_figures(desk: &Desk<'_>, curve: &Curve) -> KeyFigures {
    let cash = &desk.analysis.cash;
    let style = cash_style(desk, cash);
    let figure = |name: &str, value: String, note: Option<String>| KeyFigure {
        name: desk.say(name).into(),
        value,
        unit: style.unit(),
        note: note.map(Into::into),
        ..KeyFigure::default()
    };
    let on = |day: crate::quantity::Day| Some(desk.fill("cash-on", &[("day", day.to_string().into())]));
    let mut figures = Vec::new();
    figures.extend(
        cash.opening.as_ref().map(|(day, amount)| figure("cash-start", style.value(amount), on(*day))),
    );
    figures.push(figure("cash-low", style.value(&(&cash.start() + &curve.trough.1)), on(curve.trough.0)));
    figures.extend(cash.years.iter().map(|year| {
        let note = [("day", year.day.to_string().into()), ("limit", style.value(&year.limit).into())];
        let name = desk.fill("cash-need-of", &[("year", year.year.to_string().into())]);
        KeyFigure {
            name: name.into(),
            ..figure("cash-need", style.value(&year.need), Some(desk.fill("cash-need-note", &note)))
        }
    }));
    figures.extend(cash.cycle.as_ref().map(|cycle| KeyFigure {
        unit: desk.say("unit-days"),
        ..figure(
            "cash-cycle",
            desk.locale.decimal(&cycle.days(), 0),
            Some(assumptions::cycle_words(desk, cycle)),
        )
    }));
    KeyFigures { figures }
}
