//! What the plan comes to of goals that no export measures: how often stock turns, how much cash is needed.

use super::parts::{below, unbroken};
use crate::chart::Impact;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::exhibit::cash_style;
use crate::compose::route::Route;
use crate::plan::cash::YearNeed;
use crate::quantity::{ProductId, Ratio, Span};
use crate::site::Cell;
use crate::workspace::Goal;

const TURNS: &str = "inventory_turns";

/// Whether a goal is that of how often stock turns.
pub(super) fn is_of_turns(goal: &Goal) -> bool {
    goal.metric.value.as_str() == TURNS
}

/// What the plan comes to of a goal, and how that stands against it; nothing where the plan says nothing of it.
pub(super) fn cells(desk: &Desk<'_>, goal: &Goal) -> Option<(Cell, Cell)> {
    if is_of_turns(goal) {
        return turns(desk, goal);
    }
    let need = desk.analysis.cash.years.iter().find(|year| year.goal == goal.id)?;
    Some(cash(desk, need))
}

/// How much cash is needed at the peak, and what part of the limit that is.
fn cash(desk: &Desk<'_>, year: &YearNeed) -> (Cell, Cell) {
    let style = cash_style(desk, &desk.analysis.cash);
    let day = unbroken(&shown(desk, year.day));
    let args = [("span", days(desk, year.span).into()), ("day", day.into())];
    let when = desk.fill("need-cash-days", &args);
    let share = year.need.checked_div(&year.limit).map(|share| desk.locale.percent(&share, 0));
    let share =
        share.map_or_else(|| "–".to_owned(), |share| desk.fill("need-of-limit", &[("share", share.into())]));
    let impact = if year.over().is_positive() { Impact::Bad } else { Impact::Good };
    let planned = planned(desk, style.worded(&year.need));
    (
        Cell { to: Some(desk.target(&Route::Cash)), ..below(planned, when) },
        Cell { impact, ..Cell::new(share) },
    )
}

/// How often all stock turns, and how far that is from the goal.
fn turns(desk: &Desk<'_>, goal: &Goal) -> Option<(Cell, Cell)> {
    let (turns, span) = company_turns(desk)?;
    let year = desk.fiscal().year(goal.year).span();
    let target = goal.target().filter(|_| span.overlaps(&year))?.number();
    let gap = &turns - &target;
    let impact = if gap.is_negative() { Impact::Bad } else { Impact::Good };
    let planned = below(planned(desk, desk.locale.decimal(&turns, 1)), days(desk, span));
    let planned = Cell { to: Some(desk.target(&Route::Supply)), ..planned };
    Some((planned, Cell { impact, ..Cell::new(desk.locale.signed(&gap, 1)) }))
}

/// Cost over mean stock of all products, a year; nothing unless all that are planned are told of over the same days.
fn company_turns(desk: &Desk<'_>) -> Option<(Ratio, Span)> {
    let all = &desk.analysis.supply.turnovers;
    let span = all.first()?.span;
    if all.iter().any(|own| own.span != span) {
        return None;
    }
    let cost: Ratio = all.iter().map(|own| &own.cost).sum();
    let average: Ratio = all.iter().map(|own| &own.average).sum();
    let year = Ratio::from_int(365).checked_div(&Ratio::from_int(span.len().into()))?;
    Some((&cost.checked_div(&average)? * &year, span))
}

/// How often a product's stock turns by plan; nothing when that is not known.
pub(super) fn product_turns(desk: &Desk<'_>, product: &ProductId) -> Option<String> {
    let turnover = desk.analysis.supply.turnovers.iter().find(|own| own.product == *product)?;
    Some(by_plan(desk, desk.locale.decimal(&turnover.turns, 1)))
}

/// How much cash a product binds at its peak by plan; nothing when no money of it moves.
pub(super) fn product_cash(desk: &Desk<'_>, product: &ProductId) -> Option<String> {
    let curve = desk.analysis.cash.curve_of(|flow| flow.product.as_ref() == Some(product))?;
    Some(by_plan(desk, desk.locale.decimal(&curve.need(), 0)))
}

fn planned(desk: &Desk<'_>, amount: String) -> Cell {
    Cell::new(by_plan(desk, amount))
}

fn by_plan(desk: &Desk<'_>, amount: String) -> String {
    desk.fill("need-planned", &[("amount", amount.into())])
}

fn days(desk: &Desk<'_>, span: Span) -> String {
    let day = |day| unbroken(&shown(desk, day));
    let args = [("from", day(span.from).into()), ("to", day(span.to).into())];
    desk.fill("need-days", &args)
}
