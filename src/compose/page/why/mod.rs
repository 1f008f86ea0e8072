//! Why: which driver, exactly? The change of a figure opened into what its drivers contributed.

mod because;
mod beside;
mod list;
mod rates;

use super::part::{self, section};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{ShownBridge, Spanned, bridge_style, message, price_volume_mix, spanned, tree};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::why::{Opened, Why};
use crate::quantity::{MeasureId, Ratio};
use crate::review::{Base, Bridge, PriceVolumeMix, Question};
use crate::site::{Block, Disclosure, Notice, Phrase, Rich, Tone, Two};

pub(crate) use list::sheet as list;

/// One page per change that is explained.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.whys.all().map(|(question, why)| sheet(desk, question, why)).collect()
}

fn sheet(desk: &Desk<'_>, question: &Question, why: &Why<'_>) -> Sheet {
    let mut eyebrow: Vec<Phrase> =
        vec![desk.locale.period(question.period).into(), desk.scope(&question.scope)];
    eyebrow.extend(plan_name(desk, desk.year_of(question.period)));
    Sheet {
        route: Route::Why(question.clone()),
        title: title(desk, question).into(),
        eyebrow,
        headline: headline(desk, question, &why.first.drivers).into(),
        lede: rest(desk, question, &why.first.drivers).map(Rich::from),
        blocks: blocks(desk, question, why),
    }
}

fn headline(desk: &Desk<'_>, question: &Question, bridge: &Bridge) -> String {
    let args = [
        ("metric", desk.metric(&question.metric).text.into()),
        ("message", message(desk, question, bridge).into()),
    ];
    desk.fill("why-message", &args)
}

/// What the drivers that are named leave unnamed; nothing where they name all.
fn rest(desk: &Desk<'_>, question: &Question, bridge: &Bridge) -> Option<String> {
    let style = bridge_style(desk, question, bridge);
    let (drivers, shown) = (bridge.main_drivers(), ShownBridge::of(&style, bridge));
    let rest: Vec<&Ratio> = drivers.rest().map(|index| &shown.parts[index]).collect();
    let sum: Ratio = rest.iter().copied().sum();
    let args = [
        ("count", rest.len().into()),
        ("rest", style.delta_worded(&sum).into()),
        ("share", desk.locale.percent(&drivers.unnamed, 0).into()),
    ];
    (!drivers.unnamed.is_zero()).then(|| desk.fill("why-unnamed", &args))
}

fn blocks(desk: &Desk<'_>, question: &Question, why: &Why<'_>) -> Vec<Block> {
    let causes =
        |metric: &MeasureId| because::lines(desk, &Question { metric: metric.clone(), ..question.clone() });
    let open = tree(desk, question, (&why.first.drivers, Some(&causes)));
    let mut blocks: Vec<Block> = unplanned(desk, question, &why.first).into_iter().collect();
    blocks.push(part::told(desk, "why-tree", (desk.phrase(&why.first.tree.name), vec![open.into()])));
    blocks.push(twice(desk, question, why));
    blocks.extend(prices(desk, question, &why.prices));
    blocks.extend(why.mix.as_ref().map(|mix| rates::block(desk, question, mix)));
    blocks.extend(why.others.iter().map(|way| folded(desk, question, way)));
    blocks.push(beside::block(desk, question));
    blocks
}

/// Price, volume and mix: from the plan beside that from last year.
fn prices(desk: &Desk<'_>, question: &Question, prices: &[(Base, PriceVolumeMix)]) -> Option<Block> {
    let mut figures = prices.iter().map(|(base, prices)| price_volume_mix(desk, question, (*base, prices)));
    let first = Block::from(figures.next()?);
    let block = match figures.next() {
        Some(second) => Two { main: vec![first], aside: vec![second.into()] }.into(),
        None => first,
    };
    let about = desk.say("convention-price-volume-mix-about");
    Some(part::told(desk, "why-prices", (about, vec![block])))
}

/// Both readings of the change; where there is one alone, it stands beside that from the other reference.
fn twice(desk: &Desk<'_>, question: &Question, why: &Why<'_>) -> Block {
    let (first, others) = (&why.first, &why.others);
    let draw = |way: &Opened<'_>, bridge: &Bridge, reading: Option<&'static str>| {
        let change = Spanned { bridge, currency: way.currency.as_ref(), reading };
        Block::from(spanned(desk, question, &change))
    };
    let drivers = |way: &Opened<'_>, reading| draw(way, &way.drivers, reading);
    let (key, left, right) = match (&first.lines, others.first()) {
        (Some(lines), _) => {
            let left = draw(first, lines, Some("why-by-lines"));
            ("why-twice", left, drivers(first, Some("why-by-drivers")))
        }
        (None, Some(other)) => ("why-both", drivers(first, None), drivers(other, None)),
        (None, None) => return section(desk, "why-bridge", vec![drivers(first, None)]),
    };
    section(desk, key, vec![Two { main: vec![left], aside: vec![right] }.into()])
}

/// The tree from another reference, behind a line that tells what came of it.
fn folded(desk: &Desk<'_>, question: &Question, way: &Opened<'_>) -> Block {
    let summary = headline(desk, question, &way.drivers).into();
    let open = tree(desk, question, (&way.drivers, None));
    let note = unplanned(desk, question, way);
    Disclosure { summary, open: false, blocks: note.into_iter().chain([open.into()]).collect() }.into()
}

/// Which lines the plan says nothing of.
fn unplanned(desk: &Desk<'_>, question: &Question, way: &Opened<'_>) -> Option<Block> {
    let names: Vec<String> = way.unknown.iter().map(|id| desk.metric(id).text).collect();
    let key = if way.drivers.base == Base::Plan { "why-unplanned" } else { "why-unmeasured" };
    let args = [
        ("metric", desk.metric(&question.metric).text.into()),
        ("figures", names.join(&desk.say("list-comma")).into()),
        ("rest", desk.say("why-rest").into()),
    ];
    let words = || desk.fill(key, &args).as_str().into();
    (!names.is_empty()).then(|| Notice { tone: Tone::Info, words: words() }.into())
}

/// What a page is called: "全公司銷售額，2026 年 10 月".
fn title(desk: &Desk<'_>, question: &Question) -> String {
    let args = [
        ("metric", desk.metric(&question.metric).text.into()),
        ("who", desk.scope(&question.scope).text.into()),
        ("period", desk.locale.period(question.period).into()),
    ];
    desk.fill("why-of", &args)
}
