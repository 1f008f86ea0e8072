//! The forecast beside the plan: will we land, and which months of the plan look wrong?

mod landing;
mod links;
mod months;
mod refused;
mod remedy;
mod sure;

use super::parts::{empty, section, told};
use crate::chart::Title;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{courses, fan};
use crate::compose::focus;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{Grain, MeasureId, Scope};
use crate::site::{Block, Phrase};
use crate::trend::{Landing, Line, Subject};

pub(in crate::compose::page) use links::{around, line};

use landing::{Verdict, sentence};

/// The page of what is expected.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let lead = focus::lead(desk);
    let blocks = lead.as_ref().map_or_else(Vec::new, |lead| full(desk, lead));
    let company = lead.as_ref().and_then(|lead| of(desk, &Subject::of(lead, &Scope::company())));
    let nothing = blocks.is_empty();
    let mut eyebrow: Vec<Phrase> = vec![desk.say("company-whole").into()];
    eyebrow.extend(company.and_then(|landing| plan_name(desk, desk.year_of(landing.year.period))));
    eyebrow
        .extend(company.map(|landing| {
            desk.fill("outlook-origin", &[("day", landing.origin.to_string().into())]).into()
        }));
    Sheet {
        route: Route::Outlook,
        title: desk.say("outlook-title").into(),
        eyebrow,
        headline: match company {
            Some(landing) => sentence(desk, landing),
            None => desk.say(if nothing { "outlook-headline-none" } else { "outlook-headline-lines" }).into(),
        },
        lede: company.and_then(|landing| landing::lede(desk, landing)),
        blocks: if nothing { vec![none(desk)] } else { blocks },
    }
}

/// Where the company's leading figure will land, in one sentence.
pub(super) fn company(desk: &Desk<'_>) -> Option<Phrase> {
    let subject = Subject::of(&focus::lead(desk)?, &Scope::company());
    of(desk, &subject).map(|landing| sentence(desk, landing))
}

/// Where the year of today will land for a subject.
pub(in crate::compose) fn of<'a>(desk: &Desk<'a>, subject: &Subject) -> Option<&'a Landing> {
    let year = desk.fiscal().year_of(desk.today);
    desk.forecasts.outlook.landing(subject, year)
}

fn full(desk: &Desk<'_>, lead: &MeasureId) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(table) = landing::table(desk, lead) {
        blocks.push(told(
            desk,
            "outlook-landing",
            (landing::told_of(desk, lead).as_str(), vec![table.into()]),
        ));
    }
    let company = Subject::of(lead, &Scope::company());
    blocks.extend(sure::section(desk, &company));
    blocks.extend(months::section(desk, lead));
    blocks.extend(remedy::section(desk, lead));
    let fans: Vec<Block> =
        fan(desk, &company, grain_of(desk, &company)).into_iter().map(Block::from).collect();
    if lines(desk, lead).next().is_some() {
        let charts = fans.into_iter().chain(products(desk, lead)).chain(places(desk, lead)).collect();
        blocks.push(section(desk, "outlook-fans", charts));
        blocks.extend(refused::section(desk, lead));
    }
    blocks
}

/// The forecasts of a figure.
fn lines<'a>(desk: &Desk<'a>, lead: &MeasureId) -> impl Iterator<Item = &'a Line> + use<'a> {
    let lead = lead.clone();
    desk.forecasts.outlook.lines.iter().filter(move |line| line.subject.metric == lead)
}

/// The grain a figure is forecast by; months where it is not.
pub(in crate::compose) fn grain_of(desk: &Desk<'_>, subject: &Subject) -> Grain {
    let of = |line: &&Line| line.subject == *subject;
    desk.forecasts.outlook.lines.iter().find(of).map_or(Grain::Month, |line| line.grain)
}

/// Each product beside the others, and whose plan of the year looks too high.
fn products(desk: &Desk<'_>, lead: &MeasureId) -> Option<Block> {
    let subject = |id| (desk.product(id).text, Subject::of(lead, &Scope::product(id)));
    let all: Vec<(String, Subject)> = desk.products().iter().map(subject).collect();
    side_by_side(desk, ("outlook-products", desk.say("products-title")), (lead, &all))
}

/// The same of the marketplaces.
fn places(desk: &Desk<'_>, lead: &MeasureId) -> Option<Block> {
    let subject = |id| (desk.marketplace(id).text, Subject::of(lead, &Scope::marketplace(id)));
    let all: Vec<(String, Subject)> = desk.marketplaces().iter().map(subject).collect();
    side_by_side(desk, ("outlook-marketplaces", desk.say("marketplaces-title")), (lead, &all))
}

fn side_by_side(
    desk: &Desk<'_>,
    (id, who): (&str, String),
    (lead, all): (&MeasureId, &[(String, Subject)]),
) -> Option<Block> {
    let grain = grain_of(desk, &all.first()?.1);
    let title = Title { who, what: desk.metric(lead).text, when: String::new() };
    let mut figure = courses(desk, (id, title), all, grain)?;
    let verdict = |subject: &Subject| of(desk, subject).and_then(|own| Verdict::of(&own.year));
    let above = all.iter().filter(|(_, subject)| verdict(subject) == Some(Verdict::Above));
    let names: Vec<String> = above.map(|(name, _)| name.clone()).collect();
    let args = [("count", names.len().into()), ("names", names.join(&desk.say("list-comma")).into())];
    figure.chart.message = desk.fill("outlook-parts-message", &args);
    figure.chart.alt.clone_from(&figure.chart.message);
    Some(figure.into())
}

fn none(desk: &Desk<'_>) -> Block {
    empty(desk, "outlook-empty", ("opsreport.yaml", "sources: [results/daily/*.csv]"))
}
