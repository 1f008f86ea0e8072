//! Home: are we on plan, why not, what is being done, will we land?

use super::part::{gaps, section, year_and_pace};
use super::{outlook, text};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{bridge, key_figures};
use crate::compose::loop_table::loop_facts;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::{agenda, focus, library, message};
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{Base, Question, Thread};
use crate::site::{Block, Empty, Links, Phrase, Two};

/// The management page.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    match focus::lead(desk).zip(focus::month(desk)) {
        Some((lead, month)) => full(desk, &lead, month),
        None => without_figures(desk),
    }
}

fn full(desk: &Desk<'_>, lead: &MeasureId, month: Period) -> Sheet {
    let company = Scope::company();
    let year = desk.year_of(month);
    let mut blocks: Vec<Block> =
        vec![key_figures(desk, &focus::figures(desk, year), (&company, month)).into()];
    blocks.extend(year_and_pace(desk, (lead, &company, year), &agenda::Of::Company));
    let landing = outlook::line(desk, &company).map(|line| Links { lines: vec![line] });
    blocks.extend(landing.map(Block::from));
    blocks.extend(gaps(desk, &company));
    blocks.extend(bridge_and_loop(desk, lead, month));
    let mut eyebrow: Vec<Phrase> = vec![desk.locale.period(month).into(), desk.say("company-whole").into()];
    eyebrow.extend(plan_name(desk, desk.year_of(month)));
    Sheet {
        route: Route::Home,
        title: desk.say("home-title").into(),
        eyebrow,
        headline: message::headline(desk, &company, month),
        lede: message::lede(desk, &company, month),
        blocks,
    }
}

fn bridge_and_loop(desk: &Desk<'_>, lead: &MeasureId, month: Period) -> Vec<Block> {
    let question = Question { metric: lead.clone(), scope: Scope::company(), period: month };
    let tree = desk.tree(lead);
    let of = |base| tree.and_then(|tree| bridge(desk, tree, (&question, base)));
    let figure = of(Base::Plan).or_else(|| of(Base::Previous));
    let gaps = desk.threads().iter().any(Thread::is_gap);
    let aside = gaps.then(|| section(desk, "home-loop", vec![loop_facts(desk, desk.threads()).into()]));
    match (figure, aside) {
        (Some(figure), Some(aside)) => vec![Two { main: vec![figure.into()], aside: vec![aside] }.into()],
        (Some(figure), None) => vec![figure.into()],
        (None, aside) => aside.into_iter().collect(),
    }
}

/// A workspace of pages alone, or whose results are still to come.
fn without_figures(desk: &Desk<'_>) -> Sheet {
    let pages = library::pages(desk);
    let opening = library::opening(desk, &Route::Home);
    let mut blocks = opening.map_or_else(Vec::new, |piece| desk.texts.of(&piece.page.slug));
    blocks.extend(text::newest(desk, &pages));
    blocks.extend(text::tags(desk, &pages));
    if desk.workspace.pages.is_empty() {
        blocks.push(empty(desk).into());
    }
    let headline = || if pages.is_empty() { desk.company() } else { text::count(desk, &pages) };
    Sheet {
        route: Route::Home,
        title: desk.say("home-title").into(),
        eyebrow: vec![desk.company()],
        headline: opening.map_or_else(headline, |piece| piece.title()),
        lede: None,
        blocks,
    }
}

fn empty(desk: &Desk<'_>) -> Empty {
    Empty {
        words: desk.say("home-empty").as_str().into(),
        file: "opsreport.yaml".to_owned(),
        yaml: "source: results/*.csv".to_owned(),
    }
}
