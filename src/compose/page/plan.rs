//! The plan: what is the year made of?

mod breakdown;
mod dates;
mod file;
mod month;
mod pace;
mod part;
mod weeks;

use std::collections::BTreeSet;

use super::part::{self as parts, section, told};
use super::{outlook, plan_bottom_up, plan_goals, plan_growth, plan_season, plan_versions};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{self, Slice, events, months_of, multiples, planned};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::written;
use crate::plan::goals_of;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::site::{Block, Empty, Link, Phrase, Rich, Section, Table, Target, Two};
use crate::workspace::{Figure, Goal, Meaning};

pub(crate) use file::files;

/// The plan of the year that pages speak of.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    of_year(desk, year(desk))
}

/// The plans of later years, of months, products and marketplaces.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let years = years(desk);
    let mut sheets: Vec<Sheet> = years.iter().skip(1).map(|year| of_year(desk, *year)).collect();
    sheets.extend(split_years(desk).into_iter().flat_map(|year| month::sheets(desk, year)));
    sheets.extend(part::sheets(desk));
    sheets
}

fn of_year(desk: &Desk<'_>, year: i16) -> Sheet {
    let lead = lead(desk, year);
    let goal = desk
        .workspace
        .goals
        .iter()
        .find(|goal| goal.year == year && lead.as_ref() == Some(&goal.metric.value));
    let (headline, lede, mut blocks) = match (&lead, goal) {
        (Some(lead), Some(goal)) => {
            (headline(desk, goal), arithmetic(desk, goal), full(desk, (lead, goal), year))
        }
        _ => (desk.say("plan-headline-none").into(), None, vec![empty(desk)]),
    };
    if desk.fiscal().year_of(desk.today) == year {
        blocks.extend(outlook::around(desk, &Scope::company()));
    }
    Sheet {
        route: year_route(desk, year),
        title: desk.say("plan-title").into(),
        eyebrow: eyebrow(desk, year),
        headline,
        lede,
        blocks,
    }
}

/// The year, with its days where it is not the calendar's, and with its weeks where it is made of them.
fn eyebrow(desk: &Desk<'_>, year: i16) -> Vec<Phrase> {
    let period = desk.fiscal().year(year);
    let mut words = vec![desk.locale.period(period).into(), desk.say("company-whole").into()];
    if let Period::Fiscal(fiscal) = period {
        words.push(desk.locale.span(period.span()).into());
        let weeks = [("weeks", desk.fiscal().weeks(year).len().into())];
        words.extend(fiscal.is_weekly().then(|| desk.fill("plan-year-weeks", &weeks).into()));
    }
    words.extend(plan_name(desk, year));
    words
}

/// The figure that leads a year's plan: that of its first goal, amounts before rates.
fn lead(desk: &Desk<'_>, year: i16) -> Option<MeasureId> {
    goals_of(desk.workspace, year).first().map(|id| (*id).clone())
}

/// The years in sight: the one that pages speak of, then later ones that have goals.
fn years(desk: &Desk<'_>) -> Vec<i16> {
    let first = year(desk);
    let later: BTreeSet<i16> =
        desk.workspace.goals.iter().map(|goal| goal.year).filter(|year| *year > first).collect();
    std::iter::once(first).chain(later).collect()
}

/// The page of a year in sight.
fn year_route(desk: &Desk<'_>, of: i16) -> Route {
    if of == year(desk) { Route::Plan } else { Route::PlanYear(of) }
}

/// A link to the page of a year in sight.
fn year_link(desk: &Desk<'_>, year: i16) -> Link {
    let period = desk.locale.period(desk.fiscal().year(year));
    desk.link(desk.fill("plan-of", &[("period", period.into())]), &year_route(desk, year))
}

/// The months that have a page: those of the years in sight whose leading amount is split to days.
fn months(desk: &Desk<'_>) -> Vec<Period> {
    split_years(desk).into_iter().flat_map(|year| months_of(desk, year)).collect()
}

/// The years in sight whose leading amount is split to days.
fn split_years(desk: &Desk<'_>) -> Vec<i16> {
    let split = |year: &i16| lead(desk, *year).is_some_and(|lead| desk.plan().spine(&lead, *year).is_some());
    years(desk).into_iter().filter(split).collect()
}

/// The page of a month's plan, when it has one.
fn month_target(desk: &Desk<'_>, month: Period) -> Option<Target> {
    months(desk).contains(&month).then(|| desk.target(&Route::PlanMonth(month)))
}

/// The year of the month in focus where it has goals, else the latest that has.
fn year(desk: &Desk<'_>) -> i16 {
    let current =
        parts::focus(desk).map_or(desk.fiscal().year_of(desk.today), |(_, month)| desk.year_of(month));
    let planned = |year: i16| desk.workspace.goals.iter().any(|goal| goal.year == year);
    let latest = desk.workspace.goals.iter().map(|goal| goal.year).max();
    if planned(current) { current } else { latest.unwrap_or(current) }
}

/// The goal and how much it is of the year before.
fn headline(desk: &Desk<'_>, goal: &Goal) -> Phrase {
    let Some(target) = goal.target() else { return desk.say("plan-headline-none").into() };
    let mut args = vec![
        ("year", goal.year.to_string().into()),
        ("metric", desk.metric(&goal.metric.value).text.into()),
        ("target", written::whole(desk, target).into()),
    ];
    let Some((prior, factor)) =
        goal.prior.as_ref().and_then(|prior| Some((prior, factor(goal, &prior.value)?)))
    else {
        return desk.fill("plan-headline", &args).into();
    };
    args.push(("prior", written::whole(desk, &prior.value).into()));
    args.push(("factor", written::number(desk, &factor).into()));
    desk.fill("plan-headline-growth", &args).into()
}

/// What the year before is multiplied with: as typed, else as it comes out, to two decimals.
fn factor(goal: &Goal, prior: &Figure) -> Option<Ratio> {
    let typed = goal.growth.as_ref().map(|growth| growth.value.factor());
    typed.or_else(|| {
        let factor = goal.target()?.number().checked_div(&prior.number())?;
        Some(Ratio::from_scaled(factor.round_scaled(2), 2))
    })
}

/// What the growth means and the sum behind it, to the minor unit.
fn arithmetic(desk: &Desk<'_>, goal: &Goal) -> Option<Rich> {
    let growth = &goal.growth.as_ref()?.value;
    let (prior, target) = (goal.prior.as_ref()?.value.number(), goal.target()?.number());
    let product = &prior * &growth.factor();
    let exact = |value: &Ratio| desk.locale.decimal(value, desk.currency().digits());
    let key = match growth.meaning {
        Meaning::Increase => "plan-lede-increase",
        Meaning::Multiple => "plan-lede-multiple",
    };
    let mut args = vec![
        ("growth", desk.locale.percent(&growth.value, 0).into()),
        ("factor", written::number(desk, &growth.factor()).into()),
        ("prior", exact(&prior).into()),
        ("product", exact(&product).into()),
        ("target", exact(&target).into()),
        ("gap", exact(&(&target - &product).abs()).into()),
    ];
    let rest = if product == target { String::new() } else { desk.fill("plan-lede-rest", &args) };
    args.push(("rest", rest.into()));
    Some(desk.fill(key, &args).as_str().into())
}

fn full(desk: &Desk<'_>, (lead, goal): (&MeasureId, &Goal), year: i16) -> Vec<Block> {
    let mut blocks = vec![goals(desk, year)];
    blocks.extend(plan_growth::growth(desk, goal));
    blocks.extend(course(desk, lead, year));
    blocks.extend(pace::section_of(desk, lead, year));
    blocks.extend(by_month(desk, lead, year).map(|table| {
        let lede = Some(desk.say("plan-months-lede").as_str().into());
        let more = file::link(desk, &year_route(desk, year));
        let heading = desk.say("plan-months").into();
        Section { heading, lede, more, blocks: vec![table.into()], ..Section::default() }.into()
    }));
    let heading = plan_goals::products_heading(desk, year);
    blocks.extend(plan_goals::products(desk, year).map(|table| section(desk, heading, vec![table.into()])));
    let days = desk.fiscal().year(year).span();
    blocks.extend(events(desk, (lead, &Scope::company()), (year, days)).map(|table| {
        let lede = desk.say("plan-events-lede");
        told(desk, "events", (lede.as_str(), vec![table.into()]))
    }));
    blocks.push(plan_versions::versions(desk, lead, year));
    blocks.extend(plan_bottom_up::bottom_up(desk, year));
    blocks.extend(plan_season::season(desk, lead, year));
    blocks
}

/// The goals of a year, with a link to the plan of the next one in sight, or back.
fn goals(desk: &Desk<'_>, year: i16) -> Block {
    let years = years(desk);
    let other = years.iter().find(|other| **other > year).or(years.first()).filter(|other| **other != year);
    Section {
        heading: desk.say("plan-goals").into(),
        more: other.map(|other| year_link(desk, *other)),
        blocks: vec![plan_goals::goals(desk, year).into()],
        ..Section::default()
    }
    .into()
}

/// The products' years side by side, and how far along the company's amounts are.
fn course(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Block> {
    let company = Scope::company();
    let parts: Vec<Scope> = desk.products().iter().map(Scope::product).collect();
    let figure = multiples(desk, (lead, &months_of(desk, year)), (&company, &parts));
    let amounts =
        goals_of(desk.workspace, year).into_iter().filter(|id| desk.plan().spine(id, year).is_some());
    let amounts = amounts.filter(|_| has_begun(desk, year));
    let paces: Vec<Block> =
        amounts.filter_map(|id| exhibit::daily_pace(desk, id, year)).map(Block::from).collect();
    let aside: Vec<Block> =
        if paces.is_empty() { Vec::new() } else { vec![section(desk, "home-pace", paces)] };
    match figure {
        Some(figure) => Some(Two { main: vec![figure.into()], aside }.into()),
        None => aside.into_iter().next(),
    }
}

/// Whether any day of a year is over: before that there is no pace.
fn has_begun(desk: &Desk<'_>, year: i16) -> bool {
    desk.fiscal().year(year).span().from < desk.today
}

/// Months × products, to the minor unit.
fn by_month(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Table> {
    desk.plan().spine(lead, year)?;
    let month = |period: &Period| Slice {
        name: desk.locale.period_label(*period).into(),
        to: month_target(desk, *period).or_else(|| review_of(desk, *period)),
        also: also(desk, *period),
        scope: Scope::company(),
        span: period.span(),
    };
    let product = |id: &_| Slice {
        name: desk.product(id),
        to: Some(desk.target(&Route::PlanProduct(Clone::clone(id)))),
        also: None,
        scope: Scope::product(id),
        span: desk.fiscal().year(year).span(),
    };
    let rows: Vec<Slice> = months_of(desk, year).iter().map(month).collect();
    let columns: Vec<Slice> = desk.products().iter().map(product).collect();
    planned(desk, (lead, caption(desk, lead, "plan-months-caption")), (&rows, &columns))
}

fn caption(desk: &Desk<'_>, lead: &MeasureId, key: &str) -> Phrase {
    desk.fill(key, &[("metric", desk.metric(lead).text.into())]).into()
}

/// A small link to the review of a month whose name leads to its plan.
fn also(desk: &Desk<'_>, month: Period) -> Option<Rich> {
    month_target(desk, month)?;
    Some(Rich::default().link(desk.say("plan-review"), review_of(desk, month)?))
}

/// The review of a period, when there is one.
fn review_of(desk: &Desk<'_>, period: Period) -> Option<Target> {
    let mut cycles = desk.workspace.cycles.iter();
    let cycle = cycles.find(|cycle| cycle.span == period.span() && cycle.kind == period.grain())?;
    Some(desk.target(&desk.cycle_route(&cycle.id)))
}

fn empty(desk: &Desk<'_>) -> Block {
    let empty = Empty {
        words: desk.say("plan-empty").as_str().into(),
        file: "company.yaml".to_owned(),
        yaml: "goals:\n- {id: G27-SALES, metric: sales, year: 2027, target: 1000000.00 USD}\n- {id: G27-CVR, metric: cvr, year: 2027, target: 10.0%}".to_owned(),
    };
    Section { heading: desk.say("plan-goals").into(), blocks: vec![empty.into()], ..Section::default() }
        .into()
}
