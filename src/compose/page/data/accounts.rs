//! Reconciliation: what two kinds of report say of the same days, the differences that are known, and the rest.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::hand::back;
use super::placed;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, row, section, table};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::facts::Reconciliation;
use crate::quantity::{Grain, MarketplaceId, MeasureId, Period, Ratio};
use crate::site::{Block, Cell, ColumnKind, LinkLine, Links, Rich, Row, Status};

/// How many comparisons the page of the data shows.
const SHOWN: usize = 16;

/// The newest comparison of each pair of reports in each marketplace; a sentence when there is none.
pub(super) fn newest(desk: &Desk<'_>) -> Block {
    let mut seen = BTreeSet::new();
    let mut all = sorted(desk);
    all.retain(|both| seen.insert(pair(both)));
    let place = ("reconciliation", "data-reconciliation");
    if all.is_empty() {
        return placed(desk, place, (desk.say("data-reconciliation-none"), vec![])).into();
    }
    all.truncate(SHOWN);
    let pages = quarters(desk).into_iter().rev().map(|quarter| page_of(desk, quarter));
    let links = Links { lines: pages.collect() };
    let blocks = vec![compared(desk, &all), links.into()];
    placed(desk, place, (desk.say("data-reconciliation-lede"), blocks)).into()
}

/// A page per quarter.
pub(super) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    quarters(desk).into_iter().map(|quarter| sheet(desk, quarter)).collect()
}

fn sheet(desk: &Desk<'_>, quarter: Period) -> Sheet {
    let mut all = sorted(desk);
    all.retain(|both| of_quarter(both) == quarter);
    let open = all.iter().filter(|both| !both.rest.is_zero()).count();
    let args = [("count", all.len().into()), ("open", open.into())];
    let others = quarters(desk).into_iter().rev().filter(|other| *other != quarter);
    let elsewhere = Links { lines: others.map(|other| page_of(desk, other)).chain([back(desk)]).collect() };
    Sheet {
        route: Route::Reconciled(quarter),
        title: title(desk, quarter).into(),
        eyebrow: vec![desk.say("data-title").into(), desk.locale.period(quarter).into()],
        headline: desk.fill("data-reconciliation-headline", &args).into(),
        lede: Some(desk.say("data-reconciliation-lede").into()),
        blocks: vec![compared(desk, &all), section(desk, "data-elsewhere", vec![elsewhere.into()])],
    }
}

fn page_of(desk: &Desk<'_>, quarter: Period) -> LinkLine {
    let link = desk.link(title(desk, quarter), &Route::Reconciled(quarter));
    LinkLine { link, about: None, aside: String::new().into() }
}

fn title(desk: &Desk<'_>, quarter: Period) -> String {
    desk.fill("data-reconciliation-of", &[("period", desk.locale.period(quarter).into())])
}

fn of_quarter(both: &Reconciliation) -> Period {
    Period::containing(both.period.to, Grain::Quarter)
}

fn quarters(desk: &Desk<'_>) -> BTreeSet<Period> {
    desk.facts.log().reconciliations.iter().map(of_quarter).collect()
}

/// All comparisons, the newest first, those of one marketplace and pair together.
fn sorted<'a>(desk: &Desk<'a>) -> Vec<&'a Reconciliation> {
    let mut all: Vec<&Reconciliation> = desk.facts.log().reconciliations.iter().collect();
    all.sort_by(|a, b| {
        (Reverse(a.period.to), pair(a), Reverse(a.period.from)).cmp(&(
            Reverse(b.period.to),
            pair(b),
            Reverse(b.period.from),
        ))
    });
    all
}

fn pair(both: &Reconciliation) -> (&MarketplaceId, &MeasureId, &str, &str) {
    (&both.marketplace, &both.measure, &both.left.0, &both.right.0)
}

fn compared(desk: &Desk<'_>, all: &[&Reconciliation]) -> Block {
    let heads: [Head; 6] = [
        ("head-compared", ColumnKind::Text),
        ("head-left", ColumnKind::Number),
        ("head-right", ColumnKind::Number),
        ("head-difference", ColumnKind::Number),
        ("head-known", ColumnKind::Text),
        ("head-rest", ColumnKind::Status),
    ];
    table(desk, "data-reconciliation", &heads, all.iter().map(|both| line(desk, both)).collect()).into()
}

fn line(desk: &Desk<'_>, both: &Reconciliation) -> Row {
    let place = format!("{} · {}", desk.marketplace(&both.marketplace).text, desk.locale.span(both.period));
    let side = |(kind, amount): &(std::sync::Arc<str>, Ratio)| {
        below(Cell::new(said(desk, both, amount)), desk.report_family(kind))
    };
    let known = |(reason, amount): &(String, Ratio)| -> Rich {
        let words = desk.fill(
            "data-known",
            &[("reason", desk.locale.reason(reason).into()), ("amount", signed(desk, both, amount).into())],
        );
        words.into()
    };
    let rest = Cell::new(signed(desk, both, &both.rest));
    let status = if both.rest.is_zero() { Status::Done } else { Status::Late };
    row(vec![
        below(
            linked(desk.metric(&both.measure), desk.target(&Route::Marketplace(both.marketplace.clone()))),
            place,
        ),
        side(&both.left),
        side(&both.right),
        Cell::new(signed(desk, both, &both.difference)),
        Cell { lines: both.known.iter().map(known).collect(), ..Cell::default() },
        Cell { status: Some(status), ..rest },
    ])
}

fn digits(both: &Reconciliation, amount: &Ratio) -> u32 {
    let whole = Ratio::from_int(amount.floor()) == *amount;
    both.currency.map_or(if whole { 0 } else { 2 }, |currency| currency.digits())
}

/// An amount in its currency.
fn said(desk: &Desk<'_>, both: &Reconciliation, amount: &Ratio) -> String {
    let number = desk.locale.decimal(amount, digits(both, amount));
    both.currency.map_or_else(|| number.clone(), |currency| format!("{number} {currency}"))
}

/// A difference with its sign; nought without one.
fn signed(desk: &Desk<'_>, both: &Reconciliation, amount: &Ratio) -> String {
    match amount.is_zero() {
        true => "0".to_owned(),
        false => desk.locale.signed(amount, digits(both, amount)),
    }
}
