//! The plan: what is the year made of?

use super::part::{self, section, told};
use super::{plan_bottom_up, plan_goals, plan_season, plan_versions};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Slice, events, months_of, multiples, pace, planned};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::written;
use crate::plan::goals_of;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::site::{Block, Empty, Phrase, Rich, Section, Table, Two};
use crate::workspace::{Figure, Goal, Meaning};

/// The plan of the year that pages speak of.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let year = year(desk);
    let lead = goals_of(desk.workspace, year).first().map(|id| (*id).clone());
    let goal = desk
        .workspace
        .goals
        .iter()
        .find(|goal| goal.year == year && lead.as_ref() == Some(&goal.metric.value));
    let (headline, lede, blocks) = match (&lead, goal) {
        (Some(lead), Some(goal)) => (headline(desk, goal), arithmetic(desk, goal), full(desk, lead, year)),
        _ => (desk.say("plan-headline-none").into(), None, vec![empty(desk)]),
    };
    Sheet {
        route: Route::Plan,
        title: desk.say("plan-title").into(),
        eyebrow: [desk.locale.period(desk.fiscal().year(year)).into(), desk.say("company-whole").into()]
            .into_iter()
            .chain(plan_name(desk, year))
            .collect(),
        headline,
        lede,
        blocks,
    }
}

/// The year of the month in focus where it has goals, else the latest that has.
fn year(desk: &Desk<'_>) -> i16 {
    let current =
        part::focus(desk).map_or(desk.fiscal().year_of(desk.today), |(_, month)| desk.year_of(month));
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

fn full(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Vec<Block> {
    let mut blocks = vec![section(desk, "plan-goals", vec![plan_goals::goals(desk, year).into()])];
    blocks.extend(course(desk, lead, year));
    blocks.extend(by_month(desk, lead, year).map(|table| {
        let lede = desk.say("plan-months-lede");
        told(desk, "plan-months", (lede.as_str(), vec![table.into()]))
    }));
    blocks
        .extend(by_quarter(desk, lead, year).map(|table| section(desk, "plan-quarters", vec![table.into()])));
    blocks.extend(
        plan_goals::products(desk, year).map(|table| section(desk, "plan-products", vec![table.into()])),
    );
    blocks.push(plan_versions::versions(desk, lead, year));
    blocks.extend(plan_season::season(desk, lead, year));
    blocks.push(plan_bottom_up::bottom_up(desk, year));
    blocks.extend(events(desk, (lead, &Scope::company()), year).map(|table| {
        let lede = desk.say("plan-events-lede");
        told(desk, "events", (lede.as_str(), vec![table.into()]))
    }));
    blocks
}

/// The products' years side by side, and how far along the company's amounts are.
fn course(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Block> {
    let company = Scope::company();
    let parts: Vec<Scope> = desk.products().iter().map(Scope::product).collect();
    let figure = multiples(desk, (lead, &months_of(desk, year)), (&company, &parts));
    let amounts =
        goals_of(desk.workspace, year).into_iter().filter(|id| desk.plan().spine(id, year).is_some());
    let paces: Vec<Block> =
        amounts.filter_map(|id| pace(desk, id, (&company, year))).map(Block::from).collect();
    let aside: Vec<Block> =
        if paces.is_empty() { Vec::new() } else { vec![section(desk, "home-pace", paces)] };
    match figure {
        Some(figure) => Some(Two { main: vec![figure.into()], aside }.into()),
        None => aside.into_iter().next(),
    }
}

/// Months × products, to the minor unit.
fn by_month(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Table> {
    let month = |period: &Period| Slice {
        name: desk.locale.period_label(*period).into(),
        to: review_of(desk, *period),
        scope: Scope::company(),
        span: period.span(),
    };
    let product = |id: &_| Slice {
        name: desk.product(id),
        to: None,
        scope: Scope::product(id),
        span: desk.fiscal().year(year).span(),
    };
    let rows: Vec<Slice> = months_of(desk, year).iter().map(month).collect();
    let columns: Vec<Slice> = desk.products().iter().map(product).collect();
    planned(desk, (lead, caption(desk, lead, "plan-months-caption")), (&rows, &columns))
}

/// Marketplaces × quarters, to the minor unit.
fn by_quarter(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> Option<Table> {
    let place = |id: &_| Slice {
        name: desk.marketplace(id),
        to: Some(desk.target(&Route::Marketplace(Clone::clone(id)))),
        scope: Scope::marketplace(id),
        span: desk.fiscal().year(year).span(),
    };
    let quarter = |period: &Period| Slice {
        name: desk.locale.period_label(*period).into(),
        to: None,
        scope: Scope::company(),
        span: period.span(),
    };
    let rows: Vec<Slice> = desk.marketplaces().iter().map(place).collect();
    let columns: Vec<Slice> = desk.fiscal().quarters(year).iter().map(quarter).collect();
    planned(desk, (lead, caption(desk, lead, "plan-quarters-caption")), (&rows, &columns))
}

fn caption(desk: &Desk<'_>, lead: &MeasureId, key: &str) -> Phrase {
    desk.fill(key, &[("metric", desk.metric(lead).text.into())]).into()
}

/// The review of a period, when there is one.
fn review_of(desk: &Desk<'_>, period: Period) -> Option<crate::site::Target> {
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
