//! Unit economics: what is left of each unit, and does the plan reach its profit goal?

mod changed;
mod decide;
mod goal;
mod sources;
mod steps;
mod units;
mod words;

use super::parts::{empty, told};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::plan::economics::Profit;
use crate::quantity::{MarketplaceId, ProductId, Ratio};
use crate::site::{Block, Phrase};

pub(super) use units::of_product;

/// A unit's product, marketplace, and what it leaves in the currency of sums.
type Ranked<'a> = (&'a ProductId, &'a MarketplaceId, Ratio);

/// The first rows of the inputs, as one writes them.
const YAML: &str = "rates:\n- {id: referral, market: US, from: 2026-01-01, rate: 15%, min: 0.30 USD, checked: 2026-11-20}\n- {id: fba_unit, market: US, sku: SKU-1, from: 2026-01-01, amount: 5.40 USD, checked: 2026-11-20}\n- {id: freight_unit, market: US, from: 2026-01-01, amount: 0.95 USD, checked: 2026-11-20}";

/// The page of what a unit brings and costs.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let any = desk.analysis.economics.cells().next().is_some();
    let ranked = desk.analysis.economics.ranked(desk.today);
    Sheet {
        route: Route::Economics,
        title: desk.say("economics-title").into(),
        eyebrow: eyebrow(desk),
        headline: headline(desk, &ranked).into(),
        lede: lede(desk, &ranked).map(|words| words.as_str().into()),
        blocks: if any {
            blocks(desk)
        } else {
            vec![empty(desk, "economics-empty", ("marketplaces.yaml", YAML))]
        },
    }
}

fn eyebrow(desk: &Desk<'_>) -> Vec<Phrase> {
    vec![desk.say("economics-title").into(), desk.say("company-whole").into(), desk.today.to_string().into()]
}

fn blocks(desk: &Desk<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = sources::missing(desk, YAML).into_iter().collect();
    blocks.extend(goal::figures(desk));
    blocks.extend(units::section_of_all(desk));
    blocks.extend(
        steps::figures(desk)
            .map(|figures| told(desk, "economics-steps", (desk.say("economics-steps-how"), figures))),
    );
    blocks.extend(decide::section_of_all(desk));
    blocks.extend(goal::section_of_all(desk));
    blocks.extend(changed::section_of_all(desk));
    blocks.extend(sources::section_of_all(desk));
    blocks
}

/// Whether the year's profit goal is reached; without a goal, where a unit leaves most and least.
fn headline(desk: &Desk<'_>, ranked: &[Ranked<'_>]) -> String {
    let profit = desk.analysis.economics.profits.first();
    if let Some(words) = profit.and_then(|profit| reached(desk, profit)) {
        return words;
    }
    extremes(desk, ranked).unwrap_or_else(|| desk.say("economics-headline-none"))
}

/// Where a unit leaves most and least, unless the headline says it, and what the figures rest on.
fn lede(desk: &Desk<'_>, ranked: &[Ranked<'_>]) -> Option<String> {
    let words = extremes(desk, ranked)?;
    let basis = desk.say("economics-lede");
    if words == headline(desk, ranked) {
        return Some(basis);
    }
    Some(words + &desk.say("sentence-space") + &basis)
}

fn extremes(desk: &Desk<'_>, ranked: &[Ranked<'_>]) -> Option<String> {
    let (best, worst) = ranked.first().zip(ranked.last())?;
    let named = |(product, place, _): &Ranked<'_>| words::name(desk, product, place);
    let each = |(_, _, left): &Ranked<'_>| words::money(desk, left, desk.currency());
    let args = [
        ("best", named(best).into()),
        ("most", each(best).into()),
        ("worst", named(worst).into()),
        ("least", each(worst).into()),
    ];
    Some(desk.fill(if ranked.len() > 1 { "economics-headline" } else { "economics-headline-one" }, &args))
}

fn reached(desk: &Desk<'_>, profit: &Profit) -> Option<String> {
    let gap = profit.gap().filter(|_| !profit.cells.is_empty())?;
    let key = if gap.is_negative() { "economics-headline-short" } else { "economics-headline-reached" };
    let args = [
        ("year", profit.year.to_string().into()),
        ("earned", words::large(desk, &profit.earned()).into()),
        ("gap", words::large(desk, &gap.abs()).into()),
    ];
    Some(desk.fill(key, &args))
}
