//! What finance answers for: the limits of the year, and the rates of currencies and payouts.

use crate::compose::desk::Desk;
use crate::compose::exhibit::{cash_style, rate_table};
use crate::compose::page::cash::next_weeks;
use crate::compose::page::parts::{fact, prose_facts, section, told};
use crate::compose::page::plan_goals::figure_name;
use crate::compose::route::Route;
use crate::compose::written;
use crate::plan::cash::YearNeed;
use crate::site::{Block, Fact};
use crate::workspace::{Goal, Rate};

/// The limits of this year and the rates that hold today.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    [cash(desk), limits(desk), rates(desk)].into_iter().flatten().collect()
}

/// What must be paid in the weeks ahead, with the page of the money.
fn cash(desk: &Desk<'_>) -> Option<Block> {
    let mut block = (!desk.analysis.cash.flows.is_empty()).then(|| next_weeks(desk))?;
    if let Block::Section(section) = &mut block {
        section.more = Some(desk.link(desk.say("cash-more"), &Route::Cash));
    }
    Some(block)
}

/// The limits of this year and of every year that the curve of cash tells of.
fn limits(desk: &Desk<'_>) -> Option<Block> {
    let wanted = |goal: &&Goal| goal.year == desk.today.year() || need(desk, goal).is_some();
    let goals = desk.workspace.goals.iter().filter(wanted);
    let facts: Vec<Fact> = goals.filter_map(|goal| limit(desk, goal)).collect();
    (!facts.is_empty()).then(|| section(desk, "duty-limits", vec![prose_facts(facts)]))
}

fn limit(desk: &Desk<'_>, goal: &Goal) -> Option<Fact> {
    let most = written::figure(desk, goal.limit()?);
    let words = match need(desk, goal) {
        Some(year) => {
            let style = cash_style(desk, &desk.analysis.cash);
            let need = style.worded(&year.need);
            let args = [("limit", most.into()), ("need", need.into()), ("day", year.day.to_string().into())];
            desk.fill("cash-limit", &args)
        }
        None => desk.fill("limit-most", &[("amount", most.into())]),
    };
    Some(fact(format!("{} {}", figure_name(desk, &goal.metric.value).text, goal.year), words))
}

/// What the plan needs of the cash that a goal limits.
fn need<'a>(desk: &Desk<'a>, goal: &Goal) -> Option<&'a YearNeed> {
    desk.analysis.cash.years.iter().find(|year| year.goal == goal.id)
}

fn rates(desk: &Desk<'_>) -> Option<Block> {
    let wanted = |rate: &&Rate| {
        ["fx", "payout"].contains(&rate.id.as_str()) && desk.workspace.rates.is_in_force(rate, desk.today)
    };
    let rates: Vec<&Rate> = desk.workspace.rates.rows().iter().filter(wanted).collect();
    let stale = rates.iter().filter(|rate| rate.is_stale(desk.today)).count();
    let lede = desk.fill("duty-rates-lede", &[("stale", stale.into())]);
    (!rates.is_empty()).then(|| told(desk, "duty-rates", (lede, vec![rate_table(desk, &rates, None).into()])))
}
