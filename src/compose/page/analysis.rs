//! The analyst's corner: where sales are lost on the way, who earns them, what grows, what comes back and why.

use super::division;
use super::part::{self, told};
use super::plan_tabs::among;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{divided, pareto, portfolio, usual_funnel};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::metric::{Better, Unit};
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{By, Question};
use crate::site::{self, Block, Empty, Tabs};

/// By what it is told apart what came back.
const REASON: &str = "reason";
/// Dimensions over whole marketplaces are compared on their own page.
const ELSEWHERE: [&str; 2] = ["marketplace", "region"];

const PAGES: &[(&str, Route)] = &[("products-title", Route::Products), ("analysis-title", Route::Analysis)];

/// Links between the list of products and this page.
pub(super) fn tabs(desk: &Desk<'_>, here: &Route) -> Option<Tabs> {
    PAGES.iter().find(|(_, route)| route == here)?;
    among(desk, "analysis-tabs", PAGES)
}

/// The page of the whole company.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let focus = part::focus(desk);
    let mut exhibits = focus.as_ref().map_or_else(Vec::new, |focus| exhibits(desk, focus));
    // The message of the first picture is that of the page: it is not said twice.
    let first = exhibits.first_mut().map(|(_, figure)| std::mem::take(&mut figure.chart.message));
    let headline = first.filter(|words| !words.is_empty()).unwrap_or_else(|| desk.say("analysis-title"));
    let mut eyebrow: Vec<_> = focus.iter().map(|(_, month)| desk.locale.period(*month).into()).collect();
    eyebrow.push(desk.say("company-whole").into());
    Sheet {
        route: Route::Analysis,
        title: desk.say("analysis-title").into(),
        eyebrow,
        headline: headline.into(),
        lede: None,
        blocks: blocks(desk, exhibits),
    }
}

fn blocks(desk: &Desk<'_>, exhibits: Vec<(&'static str, site::Figure)>) -> Vec<Block> {
    if exhibits.is_empty() {
        let empty = Empty { words: desk.say("analysis-empty").as_str().into(), ..Empty::default() };
        return vec![empty.into()];
    }
    let section = |(key, figure): (&'static str, site::Figure)| {
        let lede = desk.say(&format!("{key}-lede"));
        told(desk, key, (lede.as_str(), vec![figure.into()]))
    };
    exhibits.into_iter().map(section).collect()
}

/// The exhibits under the keys of their headings, in the order in which they are asked.
fn exhibits(desk: &Desk<'_>, (lead, month): &(MeasureId, Period)) -> Vec<(&'static str, site::Figure)> {
    let company = Scope::company();
    let cells = cells(desk);
    let products: Vec<Scope> = desk.products().iter().map(Scope::product).collect();
    let margin = margin(desk, lead);
    let earned = margin.as_ref().and_then(|margin| desk.workspace.catalogue.relation(margin));
    let earned = earned.map_or_else(|| lead.clone(), |relation| relation.whole);
    let question = Question { metric: lead.clone(), scope: company.clone(), period: *month };
    let mut all = vec![
        ("analysis-pareto", pareto(desk, (&earned, *month), (&company, &cells))),
        ("analysis-portfolio", margin.and_then(|margin| portfolio(desk, (&question, &margin), &products))),
        ("analysis-funnel", usual_funnel(desk, (&company, *month))),
        ("analysis-returns", returns(desk, &company, *month)),
    ];
    all.extend(regions(desk, (lead, *month)).into_iter().map(|figure| ("analysis-regions", Some(figure))));
    all.into_iter().filter_map(|(key, figure)| Some((key, figure?))).collect()
}

/// Every product in every marketplace.
fn cells(desk: &Desk<'_>) -> Vec<Scope> {
    let places = desk.marketplaces();
    let of = |product| places.iter().map(|place| Scope::cell(&product, place)).collect::<Vec<_>>();
    desk.products().into_iter().flat_map(of).collect()
}

/// What is earned of a figure: the company's first percentage of it of which more is better.
fn margin(desk: &Desk<'_>, lead: &MeasureId) -> Option<MeasureId> {
    let catalogue = &desk.workspace.catalogue;
    let earns = |id: &&MeasureId| {
        let of_lead = catalogue.relation(id).is_some_and(|relation| relation.by == *lead);
        of_lead && catalogue.unit(id) == Some(Unit::Percent) && catalogue.better(id) == Some(Better::Higher)
    };
    catalogue.metrics().iter().map(|metric| &metric.id).find(earns).cloned()
}

/// What came back by its reasons: in the company's own groups where it has made any.
pub(super) fn returns(desk: &Desk<'_>, scope: &Scope, month: Period) -> Option<site::Figure> {
    let made = desk.workspace.dimensions.iter().find(|made| made.of == REASON);
    let by = made.map_or(By::Values(REASON), By::Groups);
    let measures = desk.workspace.catalogue.measures().iter().filter(|measure| measure.splits_by(REASON));
    measures.into_iter().find_map(|measure| divided(desk, (&measure.id, scope, month), by))
}

/// A figure by each dimension of the company's own: the one that leads where its data are told apart by it.
fn regions(desk: &Desk<'_>, (lead, month): (&MeasureId, Period)) -> Vec<site::Figure> {
    let elsewhere = |of: &str| ELSEWHERE.contains(&of) || of == REASON;
    let made = desk.workspace.dimensions.iter().filter(|made| !elsewhere(&made.of));
    made.filter_map(|made| division::chart(desk, (&Scope::company(), month), (lead, made))).collect()
}
