//! The pages. One file each; every one is a function from the desk to sheets.

mod analysis;
pub(in crate::compose) mod archive;
mod batch;
pub(in crate::compose) mod briefing;
mod cash;
pub(in crate::compose) mod cover;
mod data;
pub(in crate::compose) mod department;
mod departments;
pub(in crate::compose) mod division;
mod economics;
pub(in crate::compose) mod feedback;
mod findings;
mod gap;
mod home;
mod loop_page;
mod market;
mod market_tabs;
mod marketplace;
mod marketplaces;
mod method;
mod outlook;
mod part;
pub(in crate::compose) mod parts;
mod person;
pub(in crate::compose) mod plan;
mod plan_bottom_up;
mod plan_goals;
mod plan_growth;
mod plan_need;
mod plan_season;
mod plan_tabs;
mod plan_versions;
mod product;
mod product_facts;
mod products;
pub(in crate::compose) mod reading;
mod review;
mod review_tabs;
mod reviews;
mod scoreboard;
mod standards;
mod subscription;
pub(in crate::compose) mod supply;
mod tag;
mod team;
mod text;
mod toolbox;
mod weekly;
mod why;

use rayon::prelude::*;

use super::desk::Desk;
use super::library;
use super::route::Route;
use super::sheet::Sheet;
use crate::mishap::on_page;
use crate::site::Tabs;

/// How pages are written.
enum Pages {
    /// One page, when there is anything for it.
    One(Route, fn(&Desk<'_>) -> Sheet),
    /// A page for each of some things, and what their paths are like.
    Many(&'static str, fn(&Desk<'_>) -> Vec<Sheet>),
}

const ALL: &[Pages] = &[
    Pages::One(Route::Home, home::sheet),
    Pages::One(Route::Reviews, reviews::sheet),
    Pages::Many("reviews/*.html", review::sheets),
    Pages::One(Route::Loop, loop_page::sheet),
    Pages::Many("loop/*.html", gap::sheets),
    Pages::One(Route::Weekly, weekly::sheet),
    Pages::One(Route::Whys, why::list),
    Pages::Many("why/*.html", why::sheets),
    Pages::One(Route::Plan, plan::sheet),
    Pages::One(Route::Supply, supply::sheet),
    Pages::One(Route::Economics, economics::sheet),
    Pages::One(Route::Cash, cash::sheet),
    Pages::Many("plan/*.html", plan::sheets),
    Pages::One(Route::Products, products::sheet),
    Pages::Many("products/*.html", product::sheets),
    Pages::Many("batches/*.html", batch::sheets),
    Pages::One(Route::Analysis, analysis::sheet),
    Pages::One(Route::Marketplaces, marketplaces::sheet),
    Pages::Many("marketplaces/*.html", marketplace::sheets),
    Pages::One(Route::Departments, departments::sheet),
    Pages::Many("departments/*.html", department::sheets),
    Pages::Many("people/*.html", person::sheets),
    Pages::One(Route::Feedback, feedback::sheet),
    Pages::One(Route::Standards, standards::sheet),
    Pages::One(Route::Archive, archive::sheet),
    Pages::Many("archive/*.html", archive::sheets),
    Pages::One(Route::Team, team::sheet),
    Pages::One(Route::Toolbox, toolbox::sheet),
    Pages::One(Route::Data, data::sheet),
    Pages::Many("data/*.html", data::sheets),
    Pages::Many("method/*.html", findings::sheets),
    Pages::One(Route::Method, method::sheet),
    Pages::One(Route::Market, market::sheet),
    Pages::Many("market/categories/*.html", market::categories),
    Pages::Many("market/categories/*/*.html", market::keywords),
    Pages::One(Route::Outlook, outlook::sheet),
    Pages::Many("market/*.html", briefing::sheets),
    Pages::One(Route::Scoreboard, scoreboard::sheet),
    Pages::Many("pages/*.html", text::sheets),
    Pages::Many("tags/*.html", tag::sheets),
];

/// Every page of one language.
pub(crate) fn all(desk: &Desk<'_>) -> Vec<Sheet> {
    written(desk, ALL)
}

/// Pages of one language, written side by side.
fn written(desk: &Desk<'_>, pages: &[Pages]) -> Vec<Sheet> {
    let write = |pages: &Pages| match pages {
        Pages::One(route, sheet) if has(desk, route) => {
            vec![on_page(desk.path(route).as_str(), || sheet(desk))]
        }
        Pages::One(..) => Vec::new(),
        Pages::Many(paths, sheets) => on_page(paths, || sheets(desk)),
    };
    let written: Vec<Vec<Sheet>> = pages.par_iter().map(write).collect();
    written.into_iter().flatten().collect()
}

/// The line of neighbouring pages on top of a page, where it has one.
pub(super) fn tabs(desk: &Desk<'_>, here: &Route) -> Option<Tabs> {
    plan_tabs::tabs(desk, here)
        .or_else(|| review_tabs::tabs(desk, here))
        .or_else(|| market_tabs::tabs(desk, here))
        .or_else(|| analysis::tabs(desk, here))
}

/// The entries of the navigation.
pub(crate) fn nav(desk: &Desk<'_>) -> Vec<(&'static str, Route)> {
    let entries = [
        ("home-title", Route::Home),
        ("reviews-title", Route::Reviews),
        ("plan-title", Route::Plan),
        ("products-title", Route::Products),
        ("marketplaces-title", Route::Marketplaces),
        ("departments-title", Route::Departments),
        ("market-title", Route::Market),
        ("pages-title", Route::Pages),
        ("data-title", Route::Data),
    ];
    entries.into_iter().filter(|(_, route)| has(desk, route)).collect()
}

/// Whether a part of the site is shown. A company that has written its own file sees every part, the empty ones
/// with how to begin them; a workspace of results or texts alone sees what it has.
pub(crate) fn has(desk: &Desk<'_>, route: &Route) -> bool {
    let workspace = desk.workspace;
    let own = match route {
        Route::Reviews | Route::FindingList => !workspace.cycles.is_empty(),
        Route::Loop => !desk.threads().is_empty(),
        Route::Weekly => super::focus::week(desk).is_some(),
        Route::Whys => !desk.workspace.trees.is_empty(),
        Route::Plan => !workspace.goals.is_empty(),
        Route::Supply => !desk.analysis.supply.positions.is_empty(),
        Route::Economics => desk.analysis.economics.cells().next().is_some(),
        Route::Cash => !desk.analysis.cash.flows.is_empty(),
        Route::Products => !desk.products().is_empty(),
        Route::Analysis => desk.facts.products().next().is_some(),
        Route::Marketplaces => !desk.marketplaces().is_empty(),
        Route::Departments => !workspace.departments.is_empty(),
        Route::Market => {
            !workspace.briefings.is_empty()
                || !workspace.feedback.is_empty()
                || !workspace.market.categories.is_empty()
        }
        Route::Outlook => !desk.forecasts.outlook.lines.is_empty(),
        Route::Scoreboard => !workspace.briefings.is_empty() || !workspace.issued.is_empty(),
        Route::Feedback => !workspace.feedback.is_empty(),
        Route::Pages => !library::pages(desk).is_empty() || library::opening(desk, &Route::Pages).is_some(),
        Route::Standards => !workspace.sops.is_empty(),
        Route::Archive => !workspace.archives.is_empty(),
        Route::Team => workspace.team.is_some(),
        Route::Toolbox => workspace.toolbox.is_some(),
        Route::Data | Route::Method => !workspace.config.sources.is_empty(),
        _ => true,
    };
    own || workspace.company.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Analysis, Forecasts};
    use crate::compose::texts::Texts;
    use crate::compose::why::Whys;
    use crate::ingest::{Kinds, measure};
    use crate::mishap::{Mishap, caught};
    use crate::quantity::{Day, Lang};
    use crate::render::Theme;
    use crate::workspace::load;
    use crate::world::Memory;

    /// Writes these pages for a small company.
    fn write(pages: &[Pages]) -> Result<Vec<Sheet>, Mishap> {
        let files = [
            ("opsreport.yaml", "title: X\nlanguages: [en]\n"),
            ("company.yaml", "company: {id: x, name: X, reporting_currency: USD}\n"),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).into();
        let world = Memory { files, today: Day::new(2026, 3, 1).unwrap() };
        let workspace = load(&world).0.unwrap();
        let (facts, _) = measure(&world, &workspace);
        let (analysis, _) = Analysis::of(&workspace, &facts, world.today);
        let forecasts = Forecasts::of(&workspace, &facts, &analysis, world.today);
        let (whys, texts, kinds) = (Whys::default(), Texts::default(), Kinds::of(&workspace));
        let locale = Theme::embedded().locale(&Lang::new("en")).unwrap();
        let desk = Desk {
            workspace: &workspace,
            facts: &facts,
            analysis: &analysis,
            forecasts: &forecasts,
            whys: &whys,
            texts: &texts,
            kinds: &kinds,
            locale: &locale,
            today: world.today,
        };
        caught(|| written(&desk, pages))
    }

    /// Work that falls over, with words of its own.
    fn fallen() -> Mishap {
        Mishap { page: None, words: "the pen broke".to_owned() }
    }

    #[test]
    fn a_page_that_cannot_be_written_is_named() {
        assert_eq!(write(&[Pages::One(Route::Home, home::sheet)]).map(|sheets| sheets.len()), Ok(1));
        let home = Pages::One(Route::Home, home::sheet);
        let found = write(&[home, Pages::One(Route::Reviews, |_| panic!("the pen broke"))]).map(|_| ());
        assert_eq!(found, Err(Mishap { page: Some("reviews/index.html".to_owned()), ..fallen() }));
        let found = write(&[Pages::Many("loop/*.html", |_| panic!("the pen broke"))]).map(|_| ());
        assert_eq!(found, Err(Mishap { page: Some("loop/*.html".to_owned()), ..fallen() }));
    }
}
