//! The plan of a month: its figures, its days, products by marketplaces, what is needed and by when.

use super::super::outlook;
use super::super::part::section;
use super::super::plan_goals;
use super::breakdown::{self, Part, value};
use super::weeks::weeks;
use super::{dates, file, lead, review_of, year_link};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Slice, months_of, planned};
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MeasureId, Period, Ratio, Scope, Span};
use crate::review::Question;
use crate::site::{Block, Cell, ColumnKind, LinkLine, Links, Phrase, Row, Section, Table};

/// A page for each month of a year whose leading amount is split to days.
pub(super) fn sheets(desk: &Desk<'_>, year: i16) -> Vec<Sheet> {
    let Some(lead) = lead(desk, year) else { return Vec::new() };
    months_of(desk, year).into_iter().filter_map(|month| sheet(desk, &lead, (year, month))).collect()
}

fn sheet(desk: &Desk<'_>, lead: &MeasureId, (year, month): (i16, Period)) -> Option<Sheet> {
    let amount = value(desk, lead, (&Scope::company(), month.span()))?;
    let csv = file::link(desk, &Route::PlanMonth(month));
    let days = Section {
        heading: desk.say("plan-days").into(),
        lede: Some(explained(desk, lead, year).as_str().into()),
        more: csv,
        blocks: vec![weeks(desk, lead, month).into()],
        ..Section::default()
    };
    let mut blocks = vec![section(desk, "plan-figures", vec![figures(desk, (year, month)).into()])];
    blocks.push(days.into());
    blocks.extend(cells(desk, lead, month));
    blocks.push(section(desk, "plan-units", vec![units(desk, (year, month)).into()]));
    blocks.extend(dates::section_of(desk, month.span()));
    blocks.push(section(desk, "plan-elsewhere", vec![elsewhere(desk, (year, month)).into()]));
    Some(Sheet {
        route: Route::PlanMonth(month),
        title: desk.fill("plan-of", &[("period", desk.locale.period(month).into())]).into(),
        eyebrow: [desk.locale.period(month).into(), desk.say("company-whole").into()]
            .into_iter()
            .chain(plan_name(desk, year))
            .collect(),
        headline: headline(desk, (lead, &amount), (year, month)),
        lede: Some(lede(desk, month).as_str().into()),
        blocks,
    })
}

/// How much, which share of the year, and the day that must bring most.
fn headline(desk: &Desk<'_>, (lead, amount): (&MeasureId, &Ratio), (year, month): (i16, Period)) -> Phrase {
    let of = |span: Span| value(desk, lead, (&Scope::company(), span));
    let style = desk.style(lead, amount);
    let whole = of(desk.fiscal().year(year).span());
    let share = whole.and_then(|whole| amount.checked_div(&whole)).unwrap_or_else(Ratio::zero);
    let most = month.span().days().filter_map(|day| Some((of(Span { from: day, to: day })?, day)));
    // The first of equal days: later ones are not greater.
    let most = most.reduce(|best, next| if next.0 > best.0 { next } else { best });
    let mut args = vec![
        ("period", desk.locale.period(month).into()),
        ("metric", desk.metric(lead).text.into()),
        ("amount", style.worded(amount).into()),
        ("share", desk.locale.percent(&share, 1).into()),
    ];
    let Some((top, day)) = most.filter(|(top, _)| !top.is_zero()) else {
        return desk.fill("plan-month-headline-nothing", &args).into();
    };
    args.push(("day", desk.locale.short_date(day).into()));
    args.push(("top", desk.style(lead, &top).worded(&top).into()));
    desk.fill("plan-month-headline", &args).into()
}

/// The events that move days within the month, or that none does.
fn lede(desk: &Desk<'_>, month: Period) -> String {
    let names: Vec<String> =
        dates::demand(desk, month.span()).map(|event| desk.phrase(&event.name).text).collect();
    match names.is_empty() {
        true => desk.say("plan-month-quiet"),
        false => desk.fill("plan-month-events", &[("events", names.join(&desk.say("list-comma")).into())]),
    }
}

/// How a day comes by its amount, with the weights of the weekdays.
fn explained(desk: &Desk<'_>, lead: &MeasureId, year: i16) -> String {
    let goals = desk.workspace.goals.iter();
    let goal = goals.filter(|goal| goal.year == year).find(|goal| goal.metric.value == *lead);
    let Some(allocation) = goal.and_then(|goal| desk.workspace.allocation(&goal.id)) else {
        return String::new();
    };
    let weight = |(day, weight): (usize, &Ratio)| {
        format!("{} {}", desk.say(&format!("weekday-{day}")), desk.locale.decimal(weight, 0))
    };
    let weights: Vec<String> = allocation.day.weekday.iter().enumerate().map(weight).collect();
    let key = if allocation.day.events { "plan-days-lede-events" } else { "plan-days-lede" };
    desk.fill(key, &[("weights", weights.join(&desk.say("list-comma")).into())])
}

/// What is planned of each figure, its share of the year, and how far it is.
fn figures(desk: &Desk<'_>, (year, month): (i16, Period)) -> Table {
    let heads = [
        ("goals-figure", ColumnKind::Text),
        ("plan-planned", ColumnKind::Number),
        ("plan-share", ColumnKind::Number),
        ("goals-actual", ColumnKind::Number),
        ("goals-attained", ColumnKind::Number),
    ];
    let metrics = breakdown::figures(desk, year);
    let whole = desk.fiscal().year(year).span();
    Table {
        caption: desk.say("plan-figures").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: metrics.iter().map(|metric| figure(desk, metric, (month, whole))).collect(),
        note: None,
    }
}

fn figure(desk: &Desk<'_>, metric: &MeasureId, (month, year): (Period, Span)) -> Row {
    let of = |span| value(desk, metric, (&Scope::company(), span));
    let (plan, whole) = (of(month.span()), of(year));
    let adds = desk.workspace.catalogue.adds_over_days(metric);
    let share = plan.as_ref().zip(whole.as_ref()).filter(|_| adds);
    let share = share.and_then(|(plan, whole)| plan.checked_div(whole));
    let question = Question { metric: metric.clone(), scope: Scope::company(), period: month };
    let figure = desk.check().figure(&question);
    let dash = || "–".to_owned();
    let cells = vec![
        Cell::new(desk.metric(metric)),
        Cell::new(plan.map_or_else(dash, |plan| desk.style(metric, &plan).worded(&plan))),
        Cell::new(share.map_or_else(dash, |share| desk.locale.percent(&share, 1))),
        plan_goals::actual(desk, metric, &figure),
        plan_goals::attained(desk, metric, &figure),
    ];
    Row { cells, ..Row::default() }
}

/// Products by marketplaces, to the minor unit.
fn cells(desk: &Desk<'_>, lead: &MeasureId, month: Period) -> Option<Block> {
    let slice = |name, route, scope| Slice {
        name,
        to: Some(desk.target(&route)),
        also: None,
        scope,
        span: month.span(),
    };
    let products = desk.products();
    let rows =
        products.iter().map(|id| slice(desk.product(id), Route::PlanProduct(id.clone()), Scope::product(id)));
    let places = desk.marketplaces();
    let columns = places
        .iter()
        .map(|id| slice(desk.marketplace(id), Route::PlanMarketplace(id.clone()), Scope::marketplace(id)));
    let (rows, columns): (Vec<Slice>, Vec<Slice>) = (rows.collect(), columns.collect());
    let args = [("metric", desk.metric(lead).text.into()), ("period", desk.locale.period(month).into())];
    let table = planned(desk, (lead, desk.fill("plan-cells-caption", &args).into()), (&rows, &columns))?;
    Some(section(desk, "plan-cells", vec![table.into()]))
}

/// What each product must sell: amounts, the planned price, units, orders, sessions.
fn units(desk: &Desk<'_>, (year, month): (i16, Period)) -> Table {
    let span = month.span();
    let part = |id: &_| Part {
        head: Cell {
            to: Some(desk.target(&Route::PlanProduct(Clone::clone(id)))),
            ..Cell::new(desk.product(id))
        },
        scope: Scope::product(id),
        span,
    };
    let parts: Vec<Part> = desk.products().iter().map(part).collect();
    let whole = Part { head: Cell::new(desk.say("company-whole")), scope: Scope::company(), span };
    let caption = desk.say("plan-units").into();
    breakdown::table(desk, caption, (&parts, &whole), &breakdown::figures(desk, year))
}

/// The month before and after, the year, the review.
fn elsewhere(desk: &Desk<'_>, (year, month): (i16, Period)) -> Links {
    let months = super::months(desk);
    let near = [month.previous(), month.next()].into_iter().filter(|near| months.contains(near));
    let of = |period: Period| desk.fill("plan-of", &[("period", desk.locale.period(period).into())]);
    let mut links: Vec<_> = near.map(|near| desk.link(of(near), &Route::PlanMonth(near))).collect();
    links.push(year_link(desk, year));
    let review = review_of(desk, month);
    links.extend(review.map(|to| crate::site::Link { words: desk.say("plan-review").into(), to }));
    let line = |link| LinkLine { link, about: None, aside: Phrase::default() };
    Links { lines: links.into_iter().map(line).chain(outlook::line(desk, &Scope::company())).collect() }
}
