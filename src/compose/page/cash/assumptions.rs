//! What the curve rests on: rules, terms and rates with their sources, and what is not in it.

use crate::compose::desk::Desk;
use crate::compose::exhibit::rate_table;
use crate::compose::page::parts::{fact, list, prose_facts, section};
use crate::plan::cash::{Cycle, Gap};
use crate::quantity::Ratio;
use crate::site::{Block, Fact, Facts};
use crate::workspace::{AdsPayment, Due, Milestone, Rate, Supplier};

/// The payout rules, then everything else in sentences, then what is left out.
pub(super) fn sections(desk: &Desk<'_>) -> Vec<Block> {
    let wanted = |rate: &&Rate| rate.id == "payout" && desk.workspace.rates.is_in_force(rate, desk.today);
    let rules: Vec<&Rate> = desk.workspace.rates.rows().iter().filter(wanted).collect();
    let mut blocks: Vec<Block> = vec![prose_facts(facts(desk))];
    if !rules.is_empty() {
        blocks.push(rate_table(desk, &rules, None).into());
    }
    let mut sections = vec![section(desk, "cash-assumptions", blocks)];
    sections.push(section(
        desk,
        "cash-gaps",
        vec![Facts { facts: gaps(desk), prose: true, note: None }.into()],
    ));
    sections
}

fn facts(desk: &Desk<'_>) -> Vec<Fact> {
    let cash = &desk.analysis.cash;
    let book = &desk.workspace.cash;
    let opening = match &cash.opening {
        Some((day, _)) => desk.fill("cash-rests-opening", &[("day", day.to_string().into())]),
        None => desk.say("cash-rests-no-opening"),
    };
    let sales = match cash.measured {
        Some(day) => desk.fill("cash-rests-measured", &[("day", day.to_string().into())]),
        None => desk.say("cash-rests-planned"),
    };
    let ads = match book.ads {
        AdsPayment::FromPayout => desk.say("cash-rests-ads-payout"),
        AdsPayment::Monthly(day) => {
            desk.fill("cash-rests-ads-monthly", &[("day", i64::from(day).to_string().into())])
        }
    };
    let freight =
        desk.fill("cash-rests-freight", &[("days", usize::try_from(book.freight_days).unwrap_or(0).into())]);
    let mut facts = vec![
        fact(desk.say("cash-start"), opening.as_str()),
        fact(desk.say("cash-kind-payout"), sales.as_str()),
        fact(desk.say("cash-kind-ads"), ads.as_str()),
        fact(desk.say("cash-kind-freight"), freight.as_str()),
    ];
    facts.extend(desk.workspace.suppliers.iter().map(|supplier| terms(desk, supplier)));
    facts.push(fact(desk.say("cash-rests-rates"), desk.say("cash-rests-rates-words").as_str()));
    facts.extend(
        cash.cycle.as_ref().map(|cycle| fact(desk.say("cash-cycle"), cycle_words(desk, cycle).as_str())),
    );
    facts
}

/// "30% 下單時、70% 出貨前".
fn terms(desk: &Desk<'_>, supplier: &Supplier) -> Fact {
    let term = |share: &Ratio, due: Due| {
        let key = match (due.after, due.days) {
            (Milestone::Order, 0) => "cash-due-order",
            (Milestone::Ready, 0) => "cash-due-ready",
            (Milestone::Arrival, 0) => "cash-due-arrival",
            (Milestone::Order, _) => "cash-due-after-order",
            (Milestone::Ready | Milestone::Shipment, _) => "cash-due-after-shipment",
            (Milestone::Arrival, _) => "cash-due-after-arrival",
        };
        let days = usize::try_from(due.days).unwrap_or(0);
        desk.fill(key, &[("share", desk.locale.percent(share, 0).into()), ("days", days.into())])
    };
    let words = list(desk, supplier.terms.iter().map(|own| term(&own.share, own.when)));
    let words = if supplier.terms.is_empty() { desk.say("cash-due-none") } else { words };
    fact(desk.phrase(&supplier.name), words.as_str())
}

/// "庫存 64 天＋收款 20 天＋預付 55 天".
pub(super) fn cycle_words(desk: &Desk<'_>, cycle: &Cycle) -> String {
    let days = |days: &Ratio| desk.locale.decimal(&days.abs(), 0);
    let args = [
        ("stock", days(&cycle.stock).into()),
        ("receivable", days(&cycle.receivable).into()),
        ("payable", days(&cycle.payable).into()),
    ];
    desk.fill(if cycle.payable.is_negative() { "cash-cycle-early" } else { "cash-cycle-late" }, &args)
}

/// What is left out by a gap, then what never is in it.
fn gaps(desk: &Desk<'_>) -> Vec<Fact> {
    let cash = &desk.analysis.cash;
    let found = cash.gaps.iter().map(|gap| match gap {
        Gap::NoPayout(id) => fact(desk.marketplace(id), desk.say("cash-gap-payout").as_str()),
        Gap::NoUnit(product, place) => {
            let words = desk.fill("cash-gap-unit", &[("marketplace", desk.marketplace(place).text.into())]);
            fact(desk.product(product), words.as_str())
        }
        Gap::NoRate(currency) => fact(currency.code(), desk.say("cash-gap-rate").as_str()),
        Gap::NoTerms(id) => {
            let name = desk.workspace.supplier(id).map(|supplier| desk.phrase(&supplier.name));
            fact(name.unwrap_or_default(), desk.say("cash-gap-terms").as_str())
        }
    });
    let end = cash.span.map_or_else(String::new, |span| span.to.to_string());
    let horizon = desk.fill("cash-gap-horizon", &[("day", end.into())]);
    let always = [
        fact(desk.say("cash-gap-after"), horizon.as_str()),
        fact(desk.say("cash-gap-tax"), desk.say("cash-gap-tax-words").as_str()),
        fact(desk.say("cash-gap-stock"), desk.say("cash-gap-stock-words").as_str()),
    ];
    found.chain(always).collect()
}
