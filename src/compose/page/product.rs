//! A product: how is it doing, what does it earn, what do customers say of it?

use rayon::prelude::*;

use super::division::divisions;
use super::part::{self, section};
use super::product_facts;
use super::supply::stock;
use super::{analysis, economics};
use crate::compose::agenda::{self, Of, shown};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{key_figures, months_of, multiples, ranked, statement};
use crate::compose::message;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{MeasureId, Period, ProductId, Scope};
use crate::review::{Voice, WorkingDays};
use crate::site::{Block, Cell, ColumnKind, LinkLine, Links, Phrase, Row, Section, Status, Table, Target};
use crate::workspace::{Batch, Feedback, Outcome};

/// The pages of all products.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.products().par_iter().map(|id| sheet(desk, id)).collect()
}

fn sheet(desk: &Desk<'_>, id: &ProductId) -> Sheet {
    let scope = Scope::product(id);
    let focus = part::focus(desk);
    let mut blocks = match &focus {
        Some(focus) => measured(desk, id, focus),
        None => economics::of_product(desk, id).into_iter().collect(),
    };
    blocks.extend(stock::of_product(desk, id));
    blocks.extend(product_facts::blocks(desk, id));
    blocks.extend(focus.as_ref().and_then(|(_, month)| returned(desk, id, *month)));
    blocks.extend(feedback(desk, id));
    blocks.extend(part::gaps(desk, &scope));
    blocks.extend(super::outlook::around(desk, &scope));
    blocks.extend(batches(desk, id));
    let mut eyebrow: Vec<Phrase> = vec![desk.say("product-eyebrow").into()];
    eyebrow.extend(focus.iter().map(|(_, month)| Phrase::from(desk.locale.period(*month))));
    eyebrow.extend(focus.as_ref().and_then(|(_, month)| plan_name(desk, desk.year_of(*month))));
    Sheet {
        route: Route::Product(id.clone()),
        title: desk.product(id),
        eyebrow,
        headline: match &focus {
            Some((_, month)) => message::headline(desk, &scope, *month),
            None => desk.product(id),
        },
        lede: focus.and_then(|(_, month)| message::lede(desk, &scope, month)),
        blocks,
    }
}

/// What is known from results: figures, the year, visits to units, what is left, marketplaces.
fn measured(desk: &Desk<'_>, id: &ProductId, (lead, month): &(MeasureId, Period)) -> Vec<Block> {
    let scope = Scope::product(id);
    let year = desk.year_of(*month);
    let figures = part::figures(desk, (lead, &scope));
    let mut blocks: Vec<Block> = vec![key_figures(desk, &figures, (&scope, *month)).into()];
    blocks.extend(part::year_and_pace(desk, (lead, &scope, year), &Of::Product(id.clone())));
    blocks.extend(part::funnel(desk, &scope, *month));
    blocks.extend(part::further(desk, (&scope, *month), &figures));
    blocks.extend(earnings(desk, &scope, *month));
    blocks.extend(economics::of_product(desk, id));
    blocks.extend(marketplaces(desk, id, (lead, *month)));
    blocks.extend(divisions(desk, &scope, (lead, *month)));
    blocks
}

/// What is left of sales in the month, by the first of the company's trees that is a sum.
pub(super) fn earnings(desk: &Desk<'_>, scope: &Scope, month: Period) -> Option<Block> {
    let mut trees = desk.workspace.trees.iter().map(|tree| &tree.tree);
    let figure = trees.find_map(|tree| statement(desk, tree, (scope, month)))?;
    Some(section(desk, "earnings", vec![figure.into()]))
}

/// What came back, and why.
fn returned(desk: &Desk<'_>, id: &ProductId, month: Period) -> Option<Block> {
    let figure = analysis::returns(desk, &Scope::product(id), month)?;
    Some(section(desk, "analysis-returns", vec![figure.into()]))
}

fn marketplaces(desk: &Desk<'_>, id: &ProductId, (lead, month): (&MeasureId, Period)) -> Option<Block> {
    let whole = Scope::product(id);
    let parts: Vec<Scope> = desk.marketplaces().iter().map(|place| Scope::cell(id, place)).collect();
    let months = months_of(desk, desk.year_of(month));
    let year = multiples(desk, (lead, &months), (&whole, &parts));
    let ranked = ranked(desk, (lead, month), (&whole, &parts));
    let blocks: Vec<Block> = year.into_iter().chain(ranked).map(Block::from).collect();
    (!blocks.is_empty()).then(|| section(desk, "product-marketplaces", blocks))
}

/// What was said of it, the latest first.
fn feedback(desk: &Desk<'_>, id: &ProductId) -> Option<Block> {
    let of_product = |item: &&Feedback| item.product.as_ref().is_some_and(|product| product.value == *id);
    let mut items: Vec<&Feedback> = desk.workspace.feedback.iter().filter(of_product).collect();
    items.sort_by_key(|item| std::cmp::Reverse(item.date));
    items.truncate(8);
    if items.is_empty() {
        return None;
    }
    let heads = [
        ("feedback-said", ColumnKind::Text),
        ("feedback-date", ColumnKind::Date),
        ("head-marketplace", ColumnKind::Text),
        ("feedback-heard-in", ColumnKind::Text),
        ("feedback-for", ColumnKind::Text),
        ("feedback-outcome", ColumnKind::Status),
    ];
    let table = Table {
        caption: desk.say("product-feedback").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: items.iter().map(|item| said(desk, item)).collect(),
        note: None,
    };
    let section = Section {
        heading: desk.say("product-feedback").into(),
        more: Some(desk.link(desk.say("product-feedback-more"), &Route::Feedback)),
        blocks: vec![table.into()],
        ..Section::default()
    };
    Some(section.into())
}

fn said(desk: &Desk<'_>, item: &Feedback) -> Row {
    let place = Target::place(&desk.path(&Route::Feedback), &agenda::anchor(item.id.as_str()));
    let market = item.marketplace.as_ref().map(|place| desk.marketplace(&place.value)).unwrap_or_default();
    let department = item.to.as_ref().map(|to| &to.value);
    Row {
        cells: vec![
            Cell { to: Some(place), ..Cell::new(desk.phrase(&item.text)) },
            Cell::new(shown(desk, item.date)),
            Cell::new(market),
            Cell::new(heard_in(desk, item)),
            Cell {
                to: department.map(|id| desk.target(&Route::Department(id.clone()))),
                ..Cell::new(department.map(|id| desk.department(id)).unwrap_or_default())
            },
            outcome(desk, item),
        ],
        ..Row::default()
    }
}

/// The channel, and how many of how many said it.
fn heard_in(desk: &Desk<'_>, item: &Feedback) -> String {
    let key = format!("heard-{}", item.source.kind);
    let channel = if desk.locale.has(&key) { desk.say(&key) } else { item.source.kind.clone() };
    match (item.source.count, item.source.of) {
        (Some(count), Some(of)) => format!("{channel} {count} / {of}"),
        (Some(count), None) => format!("{channel} {count}"),
        (None, _) => channel,
    }
}

fn outcome(desk: &Desk<'_>, item: &Feedback) -> Cell {
    let cell = |status, words: String| Cell { status: Some(status), ..Cell::new(words) };
    match (&item.becomes, &item.ack) {
        (Some(Outcome::Became(id)), _) => {
            Cell { status: Some(Status::Done), ..super::feedback::outcome(desk, &id.value) }
        }
        (Some(Outcome::Declined), _) => cell(Status::Done, desk.say("feedback-declined")),
        (None, Some((by, _))) => {
            cell(Status::Due, desk.fill("feedback-taken", &[("who", desk.person(&by.value).text.into())]))
        }
        (None, None) => {
            let days = WorkingDays::of(&desk.workspace.events).between(item.date, desk.today);
            let status = if days > Voice::ANSWER_WITHIN { Status::Late } else { Status::Due };
            cell(status, desk.fill("feedback-waits", &[("days", days.into())]))
        }
    }
}

/// Its batches with what is next in each.
fn batches(desk: &Desk<'_>, id: &ProductId) -> Option<Block> {
    let of_product = desk.workspace.batches.iter().filter(|batch| batch.product.value == *id);
    let lines: Vec<LinkLine> = of_product.map(|batch| batch_line(desk, batch)).collect();
    (!lines.is_empty()).then(|| section(desk, "product-batches", vec![Links { lines }.into()]))
}

fn batch_line(desk: &Desk<'_>, batch: &Batch) -> LinkLine {
    let about = match batch.stages.iter().find(|stage| stage.actual.is_none()) {
        Some(stage) => {
            let args = [
                ("stage", desk.phrase(&stage.name).text.into()),
                ("day", shown(desk, stage.plan.value).into()),
            ];
            let late = stage.plan.value < desk.today;
            desk.fill(if late { "batch-overdue" } else { "batch-next" }, &args)
        }
        None => desk.say("batch-over"),
    };
    let units = desk.locale.integer(batch.units.into());
    LinkLine {
        link: desk.link(desk.phrase(&batch.name), &Route::Batch(batch.id.clone())),
        about: Some(about.into()),
        aside: desk.fill("units-of", &[("units", units.into())]).into(),
    }
}
