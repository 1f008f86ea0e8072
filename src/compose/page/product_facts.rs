//! What is written of a product: cost, prices, carton, routes, SKUs, approvals.

use super::part::section;
use crate::compose::desk::Desk;
use crate::compose::written;
use crate::quantity::{Day, ProductId};
use crate::site::{Block, Cell, Column, ColumnKind, Fact, Facts, Phrase, Row, Status, Table};
use crate::workspace::{Compliance, Pack, Product, ProductStatus, SkuEntry, Status as Progress};

/// Days before its end from which an approval must be renewed.
const RENEW: i32 = 180;

/// Facts, SKUs and approvals of a product; nothing for one that is only known from results.
pub(crate) fn blocks(desk: &Desk<'_>, id: &ProductId) -> Vec<Block> {
    let Some(product) = desk.workspace.product(id) else { return Vec::new() };
    let mut blocks: Vec<Block> = vec![Facts { facts: facts(desk, product), prose: true, note: None }.into()];
    blocks.extend((!product.skus.is_empty()).then(|| skus(desk, &product.skus).into()));
    blocks.extend((!product.compliance.is_empty()).then(|| compliance(desk, &product.compliance).into()));
    vec![section(desk, "product-facts", blocks)]
}

fn facts(desk: &Desk<'_>, product: &Product) -> Vec<Fact> {
    let comma = desk.say("list-comma");
    let price = |price: &crate::workspace::Price| {
        format!("{} {}", desk.marketplace(&price.marketplace.value).text, written::money(desk, &price.amount))
    };
    let in_force = |listed: &&crate::workspace::Price| {
        product.price_on(&listed.marketplace.value, desk.today) == Some(listed)
    };
    let prices: Vec<String> = product.prices.iter().filter(in_force).map(price).collect();
    let categories = product.category.iter().map(|(_, category)| category.clone());
    let mut categories: Vec<String> = categories.collect();
    categories.sort();
    categories.dedup();
    let supplier = product.supplier.as_ref().and_then(|id| desk.workspace.supplier(&id.value));
    let rows = [
        ("product-status", Some(status(desk, product).into())),
        ("product-cost", cost(desk, product).map(Into::into)),
        ("product-prices", Some(prices.join(&comma).into())),
        ("product-pack", product.pack.as_ref().map(|pack| packed(desk, pack).into())),
        ("product-routes", Some(routes(desk, product).into())),
        ("product-supplier", supplier.map(|supplier| desk.phrase(&supplier.name))),
        ("product-hs", product.hs.clone().map(Into::into)),
        ("product-category", Some(categories.join(&comma).into())),
        ("product-service", product.service_level.as_ref().map(|share| desk.locale.percent(share, 0).into())),
    ];
    let known = |(key, value): (&str, Option<Phrase>)| {
        let value = value.filter(|value| !value.is_empty())?;
        Some(Fact { name: desk.say(key).into(), value: value.into() })
    };
    rows.into_iter().filter_map(known).collect()
}

fn status(desk: &Desk<'_>, product: &Product) -> String {
    let words = desk.say(match product.status {
        ProductStatus::Idea => "product-idea",
        ProductStatus::Develop => "product-develop",
        ProductStatus::Launch => "product-launch",
        ProductStatus::Live => "product-live",
        ProductStatus::PhaseOut => "product-phase-out",
        ProductStatus::Ended => "product-ended",
    });
    match product.launch {
        Some(day) => desk.fill("product-since", &[("status", words.into()), ("day", day.to_string().into())]),
        None => words,
    }
}

/// What a unit costs today, since when, and what it cost before.
fn cost(desk: &Desk<'_>, product: &Product) -> Option<String> {
    let cost = product.cost_on(desk.today)?;
    let mut words = desk.fill(
        "product-cost-from",
        &[("cost", written::money(desk, &cost.fob).into()), ("day", cost.from.to_string().into())],
    );
    if let Some(before) = product.cost_on(cost.from - 1) {
        let before = written::money(desk, &before.fob);
        words.push_str(&desk.fill("product-cost-before", &[("cost", before.into())]));
    }
    Some(words)
}

fn packed(desk: &Desk<'_>, pack: &Pack) -> String {
    let units = |count: u32| desk.locale.integer(count.into());
    let mut words = vec![desk.fill("pack-units", &[("units", units(pack.carton_units).into())])];
    if let Some(sides) = &pack.carton_cm {
        let sides: Vec<String> = sides.iter().map(|side| written::number(desk, side)).collect();
        words.push(format!("{}\u{a0}cm", sides.join(" × ")));
    }
    if let Some(kg) = &pack.carton_kg {
        words.push(format!("{}\u{a0}kg", written::number(desk, kg)));
    }
    if let Some(moq) = pack.moq {
        words.push(desk.fill("pack-moq", &[("units", units(moq).into())]));
    }
    words.join(&desk.say("list-comma"))
}

/// The route to each marketplace where it is sold, with the days of all its legs.
fn routes(desk: &Desk<'_>, product: &Product) -> String {
    let route = |place: &crate::quantity::MarketplaceId| {
        product.price_on(place, desk.today)?;
        let route = desk.workspace.route(&product.route_to(place)?.value)?;
        let days: u32 = route.legs.iter().map(|leg| leg.days).sum();
        let name = desk.phrase(&route.name).text;
        Some(desk.fill("product-route", &[("route", name.into()), ("days", days.to_string().into())]))
    };
    let routes: Vec<String> = desk.marketplaces().iter().filter_map(route).collect();
    routes.join(&desk.say("list-comma"))
}

fn skus(desk: &Desk<'_>, skus: &[SkuEntry]) -> Table {
    let text = |key: &str| Column::new(desk.say(key), ColumnKind::Text);
    let row = |sku: &SkuEntry| {
        let places = sku.marketplaces.iter().map(|place| desk.marketplace(&place.value).text);
        let places: Vec<String> = places.collect();
        let everywhere = places.is_empty();
        Row {
            cells: vec![
                Cell { sub: sku.name.as_ref().map(|name| desk.phrase(name)), ..Cell::new(sku.sku.as_str()) },
                Cell::new(sku.asin.clone().unwrap_or_default()),
                Cell::new(sku.barcode.clone().unwrap_or_default()),
                Cell::new(if everywhere {
                    desk.say("product-everywhere")
                } else {
                    places.join(&desk.say("list-comma"))
                }),
            ],
            ..Row::default()
        }
    };
    Table {
        caption: desk.say("product-skus").into(),
        columns: vec![
            text("product-sku"),
            text("product-asin"),
            text("product-barcode"),
            text("product-sold-in"),
        ],
        rows: skus.iter().map(row).collect(),
        ..Table::default()
    }
}

fn compliance(desk: &Desk<'_>, needs: &[Compliance]) -> Table {
    let column = |key: &str, kind| Column::new(desk.say(key), kind);
    let row = |need: &Compliance| Row {
        cells: vec![
            Cell::new(need.need.as_str()),
            Cell::new(desk.marketplace(&need.marketplace.value)),
            approval(desk, need),
            expiry(desk, need.expires.as_ref().map(|day| day.value)),
        ],
        ..Row::default()
    };
    Table {
        caption: desk.say("product-compliance").into(),
        columns: vec![
            column("compliance-need", ColumnKind::Text),
            column("head-marketplace", ColumnKind::Text),
            column("head-state", ColumnKind::Status),
            column("compliance-expires", ColumnKind::Status),
        ],
        rows: needs.iter().map(row).collect(),
        ..Table::default()
    }
}

fn approval(desk: &Desk<'_>, need: &Compliance) -> Cell {
    let (key, status) = match need.status {
        Progress::Open => ("compliance-open", Status::Due),
        Progress::InProgress => ("compliance-in-progress", Status::Due),
        Progress::Done => ("compliance-done", Status::Done),
        Progress::Carried => ("compliance-carried", Status::Due),
        Progress::Dropped => ("compliance-dropped", Status::Done),
    };
    Cell { status: Some(status), ..Cell::new(desk.say(key)) }
}

/// The last day it holds, and how soon that is.
fn expiry(desk: &Desk<'_>, day: Option<Day>) -> Cell {
    let Some(day) = day else { return Cell::new(desk.say("compliance-no-end")) };
    let left = day - desk.today;
    let (status, sub) = match left {
        left if left < 0 => (Status::Late, Some(desk.say("compliance-expired"))),
        left if left <= RENEW => {
            (Status::Late, Some(desk.fill("compliance-soon", &[("days", left.to_string().into())])))
        }
        _ => (Status::Done, None),
    };
    Cell { status: Some(status), sub: sub.map(Into::into), ..Cell::new(day.to_string()) }
}
