//! Stage 4: from numbers and texts to pages as data, in each language.

mod agenda;
mod answer;
mod call_table;
mod calls;
mod course;
mod desk;
mod draft;
mod duties;
mod exhibit;
mod extent;
mod focus;
mod formula;
mod grain;
mod imports;
mod latest;
mod library;
mod loop_table;
mod market_series;
#[cfg(test)]
mod market_tests;
mod message;
mod names;
mod news;
mod page;
mod picture;
mod place;
mod plan_name;
mod product_dates;
mod reader;
mod route;
mod sheet;
mod strip;
mod style;
mod subscribe;
mod texts;
mod tolerance;
pub(crate) mod trend_facts;
pub(crate) mod trend_words;
mod trust;
mod why;
mod written;

use std::collections::BTreeMap;

use crate::analysis::{Analysis, Forecasts};
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::facts::Facts;
use crate::ingest::Kinds;
use crate::locale::Locale;
use crate::mishap::on_page;
use crate::quantity::{Day, Lang};
use crate::site::{Frame, Link, NavItem, Page, Phrase, Site, SitePath};
use crate::workspace::Workspace;

pub use draft::{CannotDraft, DraftRequest, DraftSources, Drafted, draft};
pub use extent::Imprint;
pub(crate) use page::archive::published as archived_page;
pub(crate) use page::reading::{Chapter, Passage, Reading};

use desk::Desk;
use route::Route;
use sheet::Sheet;
use texts::Texts;
use why::Whys;

/// Writes every page in every language of the site, with all findings in the texts.
pub fn compose(
    workspace: &Workspace,
    facts: &Facts,
    (analysis, forecasts): (&Analysis<'_>, &Forecasts<'_>),
    (locales, today): (&[Locale], Day),
) -> (Site, Diagnostics) {
    written(workspace, facts, (analysis, forecasts), (locales, today, None))
}

/// Writes the pages of a period that is archived, with a cover for the first; without calendars and feeds. Links to
/// pages that are not among them stay.
pub fn compose_archived(
    workspace: &Workspace,
    facts: &Facts,
    (analysis, forecasts): (&Analysis<'_>, &Forecasts<'_>),
    (locales, today, imprint): (&[Locale], Day, &Imprint),
) -> (Site, Diagnostics) {
    written(workspace, facts, (analysis, forecasts), (locales, today, Some(imprint)))
}

/// What is read of a period on paper, in each language.
pub(crate) fn readings(
    workspace: &Workspace,
    facts: &Facts,
    (analysis, forecasts): (&Analysis<'_>, &Forecasts<'_>),
    (locales, today, imprint): (&[Locale], Day, &Imprint),
) -> Vec<Reading> {
    // Nothing leads from paper to explanations and texts.
    let (texts, whys, kinds) = (&Texts::default(), &Whys::default(), &Kinds::of(workspace));
    let desk = |locale| Desk { workspace, facts, analysis, forecasts, whys, texts, kinds, locale, today };
    locales.iter().map(|locale| page::reading::reading(&desk(locale), imprint)).collect()
}

fn written(
    workspace: &Workspace,
    facts: &Facts,
    (analysis, forecasts): (&Analysis<'_>, &Forecasts<'_>),
    (locales, today, imprint): (&[Locale], Day, Option<&Imprint>),
) -> (Site, Diagnostics) {
    let (unread, unexplained, kinds) = (Texts::default(), Whys::default(), Kinds::of(workspace));
    let (texts, whys) = (&unread, &unexplained);
    let desk =
        |locale| Desk { workspace, facts, analysis, forecasts, whys, texts, kinds: &kinds, locale, today };
    let desks: Vec<Desk<'_>> = locales.iter().map(desk).collect();
    let whys = desks.first().map(Whys::of).unwrap_or_default();
    let desks: Vec<Desk<'_>> = desks.iter().map(|desk| Desk { whys: &whys, ..*desk }).collect();
    let mut findings = Diagnostics::default();
    let texts: Vec<Texts> = desks.iter().map(|desk| read(desk, &desks, &mut findings)).collect();
    let desks: Vec<Desk<'_>> =
        desks.iter().zip(&texts).map(|(desk, texts)| Desk { texts, ..*desk }).collect();
    // Nobody subscribes to what does not change any more.
    let subscribed = if imprint.is_none() { &desks[..] } else { &[] };
    let site = Site {
        default: workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en")),
        frames: desks.iter().map(|desk| (desk.lang().clone(), frame_of(desk, imprint))).collect(),
        pages: pages(&desks, imprint, &mut findings),
        assets: assets(&desks, &texts, imprint),
        calendars: subscribed.iter().flat_map(subscribe::calendars).collect(),
        feeds: subscribed.iter().flat_map(subscribe::feeds).collect(),
        base_url: workspace.config.base_url.clone().filter(|_| imprint.is_none()),
    };
    (site, findings)
}

/// Reads the texts of a language. What is found in a text that several languages show is said once.
fn read(desk: &Desk<'_>, desks: &[Desk<'_>], findings: &mut Diagnostics) -> Texts {
    let (texts, found) = Texts::read(desk, desks);
    findings.extend_new(found);
    texts
}

/// Every page of every language by its path; two that would be published at the same are a finding.
fn pages(
    desks: &[Desk<'_>],
    imprint: Option<&Imprint>,
    findings: &mut Diagnostics,
) -> BTreeMap<SitePath, Page> {
    let mut pages: BTreeMap<SitePath, (Route, Page)> = BTreeMap::new();
    for desk in desks {
        for sheet in sheets(desk, imprint) {
            let route = sheet.route.clone();
            let page = on_page(desk.path(&route).as_str(), || sheet.page(desk));
            match pages.get(&page.path) {
                Some((first, _)) if *first != route => {
                    let found = same_path(desk.workspace, first, &route);
                    findings.extend_new(found.into_iter().collect());
                }
                _ => drop(pages.insert(page.path.clone(), (route, page))),
            }
        }
    }
    let pages: BTreeMap<SitePath, Page> = pages.into_iter().map(|(path, (_, page))| (path, page)).collect();
    match imprint {
        None => pages,
        Some(_) => {
            let written = |path: &SitePath| pages.contains_key(path);
            pages.iter().map(|(path, page)| (path.clone(), extent::trimmed(page.clone(), &written))).collect()
        }
    }
}

/// The pages of a language, before they are set into the site.
fn sheets(desk: &Desk<'_>, imprint: Option<&Imprint>) -> Vec<Sheet> {
    let mut sheets = page::all(desk);
    if let Some(imprint) = imprint {
        sheets.retain(|sheet| sheet.route != Route::Home && imprint.holds(desk, &sheet.route));
        let path = desk.path(&Route::Home);
        sheets.push(on_page(path.as_str(), || page::cover::sheet(desk, imprint)));
    }
    sheets
}

fn frame_of(desk: &Desk<'_>, imprint: Option<&Imprint>) -> Frame {
    match imprint {
        Some(imprint) => {
            let foot = foot(desk, &|route| imprint.holds(desk, route));
            imprint.frame(desk, Frame { foot, ..frame(desk) })
        }
        None => frame(desk),
    }
}

/// Said once for all languages: their paths differ by their folder alone.
fn same_path(workspace: &Workspace, first: &Route, second: &Route) -> Option<Diagnostic> {
    let path = second.path();
    let (first, second) = (place::of(workspace, first), place::of(workspace, second));
    let finding = Diagnostic::new(codes::SAME_PATH, second.or(first)?).with("path", path.as_str());
    Some(finding.with("first", first.map_or_else(String::new, ToString::to_string)).help("help"))
}

/// The pictures that texts show, the plan as files for spreadsheets, and the lists of archived pages; an archive holds
/// no other one.
fn assets(desks: &[Desk<'_>], texts: &[Texts], imprint: Option<&Imprint>) -> BTreeMap<SitePath, Vec<u8>> {
    let shown = texts.iter().flat_map(Texts::pictures);
    let bytes = |file| desks.first().and_then(|desk| desk.workspace.pictures.get(file));
    let pictures = shown.filter_map(|file| Some((picture::path(file)?, bytes(file)?.clone())));
    let archived = desks.first().filter(|_| imprint.is_none()).map(page::archive::files).unwrap_or_default();
    pictures.chain(page::plan::files(desks)).chain(archived).collect()
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
        strip: strip::strip(desk),
        nav: page::nav(desk).into_iter().map(|(key, route)| entry(key, route)).collect(),
        foot: foot(desk, &|route| page::has(desk, route)),
        notes: focus::month(desk)
            .and_then(|month| plan_name::plan_name(desk, desk.year_of(month)))
            .into_iter()
            .collect(),
    }
}

/// What was known earlier, where figures come from and how they are made; nothing on a site without figures.
fn foot(desk: &Desk<'_>, has: &dyn Fn(&Route) -> bool) -> Vec<Link> {
    let links =
        [("archive-title", Route::Archive), ("method-title", Route::Method), ("data-title", Route::Data)];
    let shown = links.iter().filter(|(_, route)| has(route));
    shown.map(|(key, route)| desk.link(desk.say(key), route)).collect()
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
