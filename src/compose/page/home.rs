//! Home: are we on plan, why not, what is being done, will we land?

use super::part::{gaps, section, year_and_pace};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{bridge, key_figures};
use crate::compose::loop_table::loop_facts;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::{agenda, focus, message};
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{Base, Question};
use crate::site::{Block, Empty, Two};

/// The management page.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    match focus::lead(desk).zip(focus::month(desk)) {
        Some((lead, month)) => full(desk, &lead, month),
        None => without_figures(desk),
    }
}

fn full(desk: &Desk<'_>, lead: &MeasureId, month: Period) -> Sheet {
    let company = Scope::company();
    let year = month.span().from.year();
    let mut blocks: Vec<Block> =
        vec![key_figures(desk, &focus::figures(desk, year), (&company, month)).into()];
    blocks.extend(year_and_pace(desk, (lead, &company, year), &agenda::Of::Company));
    blocks.extend(gaps(desk, &company));
    blocks.extend(bridge_and_loop(desk, lead, month));
    Sheet {
        route: Route::Home,
        title: desk.say("home-title").into(),
        eyebrow: vec![
            desk.locale.period(month).into(),
            desk.say("company-whole").into(),
            desk.say("eyebrow-plan").into(),
        ],
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
    let aside = (!desk.threads.is_empty())
        .then(|| section(desk, "home-loop", vec![loop_facts(desk, desk.threads).into()]));
    match (figure, aside) {
        (Some(figure), Some(aside)) => vec![Two { main: vec![figure.into()], aside: vec![aside] }.into()],
        (Some(figure), None) => vec![figure.into()],
        (None, aside) => aside.into_iter().collect(),
    }
}

/// A workspace of pages alone, or whose results are still to come.
fn without_figures(desk: &Desk<'_>) -> Sheet {
    let empty = Empty {
        words: desk.say("home-empty").as_str().into(),
        file: "opsreport.yaml".to_owned(),
        yaml: "source: results/*.csv".to_owned(),
    };
    Sheet {
        route: Route::Home,
        title: desk.say("home-title").into(),
        eyebrow: vec![],
        headline: desk.company(),
        lede: None,
        blocks: if desk.workspace.pages.is_empty() { vec![empty.into()] } else { vec![] },
    }
}
