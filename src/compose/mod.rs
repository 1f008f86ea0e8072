//! Stage 4: from numbers and texts to pages as data, in each language.

mod agenda;
mod desk;
mod exhibit;
mod focus;
mod loop_table;
mod message;
mod page;
mod route;
mod sheet;
mod style;
mod written;

use std::collections::BTreeMap;

use crate::facts::Facts;
use crate::locale::Locale;
use crate::plan::Plan;
use crate::quantity::{Day, Lang};
use crate::review::{Check, threads};
use crate::site::{Frame, NavItem, Phrase, Site};
use crate::workspace::Workspace;

use desk::Desk;
use route::Route;

/// Writes every page in every language of the site.
pub fn compose(
    workspace: &Workspace,
    facts: &Facts,
    plan: &Plan,
    (locales, today): (&[Locale], Day),
) -> Site {
    let check = Check { catalogue: &workspace.catalogue, facts, plan, today };
    let threads = threads(workspace, &check);
    let desks =
        locales.iter().map(|locale| Desk { workspace, facts, plan, threads: &threads, locale, today });
    let desks: Vec<Desk<'_>> = desks.collect();
    let pages = desks.iter().flat_map(|desk| page::all(desk).into_iter().map(|sheet| sheet.page(desk)));
    Site {
        default: workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en")),
        frames: desks.iter().map(|desk| (desk.lang().clone(), frame(desk))).collect(),
        pages: pages.map(|page| (page.path.clone(), page)).collect(),
        assets: BTreeMap::new(),
        base_url: workspace.config.base_url.clone(),
    }
}

fn frame(desk: &Desk<'_>) -> Frame {
    let entry = |key: &str, route: Route| NavItem {
        section: route.section().to_owned(),
        label: desk.say(key).into(),
        to: desk.path(&route),
    };
    Frame {
        brand: desk.company(),
        title: title(desk),
        home: desk.path(&Route::Home),
        nav: page::nav().into_iter().map(|(key, route)| entry(key, route)).collect(),
        foot: vec![
            desk.link(desk.say("method-title"), &Route::Method),
            desk.link(desk.say("data-title"), &Route::Data),
        ],
        notes: vec![],
    }
}

/// The site's title beside the brand, without the company's name said twice.
fn title(desk: &Desk<'_>) -> Phrase {
    let title = desk.phrase(&desk.workspace.config.title);
    let company = desk.company();
    match title.text.strip_prefix(&company.text) {
        Some(rest) => Phrase { text: rest.trim().to_owned(), lang: title.lang },
        None => title,
    }
}
