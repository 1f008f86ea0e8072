//! When money comes in, and when there is the least of it.

use std::collections::BTreeMap;

use super::date;
use crate::compose::desk::Desk;
use crate::compose::exhibit::cash_style;
use crate::compose::page;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::compose::style::Style;
use crate::plan::cash::FlowKind;
use crate::quantity::{Day, MarketplaceId, Ratio};
use crate::site::{CalendarDate, Certainty};

/// The departments that look after money.
const BANKERS: &[&str] = &["finance", "ops", "operations"];

pub(super) fn dates(desk: &Desk<'_>, reader: Reader<'_>) -> Vec<CalendarDate> {
    if !reader.does_work_of(desk, BANKERS) || !page::has(desk, &Route::Cash) {
        return Vec::new();
    }
    let style = cash_style(desk, &desk.analysis.cash);
    let one = |((day, place), amount): (_, Ratio)| payout(desk, (day, place), style.worded(&amount));
    let mut all: Vec<CalendarDate> = payouts(desk).into_iter().map(one).collect();
    all.extend(trough(desk, &style));
    all
}

/// What each marketplace will pay out, by day.
fn payouts<'a>(desk: &Desk<'a>) -> BTreeMap<(Day, Option<&'a MarketplaceId>), Ratio> {
    let mut all = BTreeMap::new();
    let flows = desk.analysis.cash.flows.iter();
    for flow in flows.filter(|flow| flow.kind == FlowKind::Payout && flow.day >= desk.today) {
        *all.entry((flow.day, flow.marketplace.as_ref())).or_insert_with(Ratio::zero) += &flow.amount;
    }
    all
}

fn payout(desk: &Desk<'_>, (day, place): (Day, Option<&MarketplaceId>), amount: String) -> CalendarDate {
    let name = place.map_or_else(|| desk.say("everywhere"), |id| desk.marketplace(id).text);
    let id = format!("payout.{}.{day}", place.map_or("", |id| id.as_str()));
    CalendarDate {
        summary: desk.fill("calendar-payout-line", &[("where", name.into())]),
        description: desk.fill("calendar-payout-about", &[("amount", amount.into())]),
        ..money(desk, &id, day)
    }
}

fn trough(desk: &Desk<'_>, style: &Style<'_>) -> Option<CalendarDate> {
    let cash = &desk.analysis.cash;
    let (day, low) = cash.curve()?.trough;
    let amount = style.worded(&(&cash.start() + &low));
    (day >= desk.today).then(|| CalendarDate {
        summary: desk.say("calendar-trough-line"),
        description: desk.fill("calendar-trough-about", &[("amount", amount.into())]),
        ..money(desk, "cash-trough", day)
    })
}

fn money(desk: &Desk<'_>, id: &str, day: Day) -> CalendarDate {
    CalendarDate {
        to: Some(desk.target(&Route::Cash)),
        category: desk.say("calendar-money"),
        certainty: Certainty::Tentative,
        ..date(desk, id, day)
    }
}
