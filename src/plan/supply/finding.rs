//! What of the supply cannot work, or rests on too little: one finding for each product and marketplace.

use std::collections::BTreeMap;

use super::calendar::can_close;
use super::{Lack, Order, Position, Remedy, RemedyKind, Supply, Urgency};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity, codes};
use crate::quantity::{Day, MarketplaceId, Money, ProductId, Ratio, Sku};
use crate::workspace::{Product, Route, Workspace};

/// Days after which a count is too old to order by.
const STALE: i32 = 30;

/// Weeks of demand above which a factory's least order is worth a word.
const LONG: i128 = 13;

/// Days that one day's delay must cost to be worth a word.
const CLIFF: i32 = 7;

/// All findings of a supply.
pub(super) fn of(supply: &Supply, workspace: &Workspace, today: Day) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if !workspace.routes.is_empty() || !workspace.stock.counts.is_empty() {
        let by_product = |product: &Product| -> Vec<&Position> {
            supply.positions.iter().filter(|position| position.product == product.id).collect()
        };
        for product in &workspace.products {
            of_product((product, &by_product(product)), supply, &mut findings);
            unplanned((product, &by_product(product)), workspace, today)
                .into_iter()
                .for_each(|finding| findings.push(finding));
        }
        for positions in cells(supply).values() {
            of_cell(positions, workspace, today).into_iter().for_each(|finding| findings.push(finding));
        }
    }
    of_files(supply, workspace, today).into_iter().for_each(|finding| findings.push(finding));
    findings
}

/// Positions by product and marketplace.
fn cells(supply: &Supply) -> BTreeMap<(&ProductId, &MarketplaceId), Vec<&Position>> {
    let mut cells: BTreeMap<_, Vec<&Position>> = BTreeMap::new();
    for position in &supply.positions {
        cells.entry((&position.product, &position.marketplace)).or_default().push(position);
    }
    cells
}

/// What concerns a product in all its marketplaces.
fn of_product((product, positions): (&Product, &[&Position]), supply: &Supply, findings: &mut Diagnostics) {
    let finding = |code, help| {
        Diagnostic::new(code, &product.place)
            .with("product", product.id.as_str())
            .help(help)
            .about(product.id.as_str())
    };
    let places =
        |wanted: &dyn Fn(&Position) -> bool| named(positions.iter().copied().filter(|own| wanted(own)));
    if let Some(places) = places(&|own| own.route.is_none()) {
        findings.push(finding(codes::NO_ROUTE, "help").with("markets", places));
    }
    if let Some(places) = places(&|own| own.on_hand.is_none()) {
        findings.push(finding(codes::NO_STOCK, "help").with("markets", places));
    }
    for (lack, help) in [(Lack::ServiceLevel, "level"), (Lack::Sales, "sales")] {
        if let Some(places) = places(&|own| own.lacks == Some(lack) && own.on_hand.is_some()) {
            findings.push(finding(codes::NO_SAFETY, help).with("markets", places));
        }
    }
    let ordered = positions.iter().any(|own| !own.orders.is_empty());
    if ordered && positions.iter().any(|own| own.orders.iter().any(|order| order.cartons.is_none())) {
        findings.push(finding(codes::NO_CARTON, "help"));
    }
    if let Some((least, weeks)) = long_order(positions, supply) {
        findings.push(
            finding(codes::LONG_ORDER, "help")
                .with("least", least.to_string())
                .with("weeks", weeks.to_string()),
        );
    }
}

/// The factory's least order and the weeks it lasts for, when that is long.
fn long_order(positions: &[&Position], supply: &Supply) -> Option<(i128, i128)> {
    let product = &positions.first()?.product;
    let least = supply.purchases.iter().find(|own| own.product == *product)?.least?;
    // A marketplace whose weeks are not known would make the demand of all look small.
    let weekly: Option<Ratio> = positions.iter().map(|own| own.weekly()).sum();
    let weeks = Ratio::from_int(least).checked_div(&weekly?)?.floor();
    (weeks > LONG).then_some((least, weeks))
}

/// The marketplaces of some positions; nothing of none.
fn named<'a>(positions: impl Iterator<Item = &'a Position>) -> Option<String> {
    let mut names: Vec<&str> = positions.map(|own| own.marketplace.as_str()).collect();
    names.dedup();
    (!names.is_empty()).then(|| names.join(", "))
}

/// A product whose units the plan does not tell for the days on which an order of today could be sold.
fn unplanned(
    (product, positions): (&Product, &[&Position]),
    workspace: &Workspace,
    today: Day,
) -> Option<Diagnostic> {
    let end = |own: &Position| own.weeks.last().map(|week| week.days.to);
    let arrives = |own: &Position| {
        let legs = own.route.as_ref().and_then(|route| workspace.route(route)).map(|route| &route.legs)?;
        let days: u32 = legs.iter().map(|leg| leg.days).sum();
        Some(today + i32::try_from(days).ok()?).filter(|day| *day > today)
    };
    let is_sold = |own: &Position| own.weeks.is_empty() || own.weeks.iter().any(|week| week.demand > 0);
    let ends_before = |own: &&&Position| {
        let last = product.last_day.as_ref().map(|day| day.value);
        let open = end(own).is_none_or(|end| arrives(own).is_some_and(|day| day > end));
        let on_sale = end(own).is_none_or(|end| last.is_none_or(|last| last > end));
        own.on_hand.is_some() && own.route.is_some() && open && on_sale && is_sold(own)
    };
    let short: Vec<&Position> = positions.iter().filter(ends_before).copied().collect();
    let first = short.first()?;
    let from = end(first).map_or_else(|| "none".to_owned(), |day| day.to_string());
    let finding = Diagnostic::new(codes::NO_DEMAND, &product.place)
        .with("product", product.id.as_str())
        .with("markets", named(short.iter().copied())?)
        .with("from", from)
        .with("arrives", arrives(first).unwrap_or(today).to_string());
    let help = if end(first).is_none() { "units" } else { "year" };
    Some(finding.help(help).about(product.id.as_str()))
}

/// What concerns a product in one marketplace.
fn of_cell(positions: &[&Position], workspace: &Workspace, today: Day) -> Vec<Diagnostic> {
    let late = past_due(positions, workspace, today);
    let slips = if late.is_some() { None } else { cliff(positions, today) };
    [late, slips, stale(positions, workspace, today)].into_iter().flatten().collect()
}

fn past_due(positions: &[&Position], workspace: &Workspace, today: Day) -> Option<Diagnostic> {
    let of = |own: &&&Position| own.orders.iter().any(|order| order.order_by < today);
    let skus: Vec<&str> = positions.iter().filter(of).map(|own| own.sku.as_str()).collect();
    let all = positions.iter().flat_map(|own| &own.orders);
    let orders: Vec<&Order> = all.filter(|order| order.order_by < today).collect();
    let first = orders.iter().min_by_key(|order| order.order_by)?;
    let units: i128 = orders.iter().map(|order| order.units).sum();
    let finding = about(codes::PAST_DUE, positions)?
        .with("sku", skus.join(", "))
        .with("units", units.to_string())
        .with("days", (today - first.order_by).to_string())
        .with("order", first.order_by.to_string())
        .with("need", first.need.to_string());
    let quick = |kind| first.remedies.iter().find(|remedy| remedy.kind == kind);
    let proposed = first.best().or(quick(RemedyKind::Split)).or(quick(RemedyKind::Air));
    let Some(proposed) = proposed else { return Some(finding.help("help")) };
    let cost = proposed.cost.as_ref().and_then(|cost| priced(cost, workspace));
    let finding = finding
        .with("part", proposed.units.to_string())
        .with("arrives", proposed.arrives.to_string())
        .with("cost", cost.unwrap_or_else(|| "none".to_owned()));
    // What the safety stock bridges is worth knowing, and nothing is lost.
    let bridged = orders.iter().all(|order| order.best().is_some_and(Remedy::misses_nothing_as_usual));
    let severity = if bridged { Severity::Info } else { finding.severity };
    let help = match first.best().map(|best| best.kind) {
        _ if bridged => "bridged",
        None if proposed.cost.is_none() => "help",
        None => "margin",
        Some(RemedyKind::Air) => "air",
        Some(RemedyKind::Split) => "split",
        Some(RemedyKind::Fewer) => "fewer",
    };
    Some(Diagnostic { severity, ..finding.help(help) })
}

/// Money in the reporting currency.
fn priced(amount: &Ratio, workspace: &Workspace) -> Option<String> {
    let currency = workspace.reporting_currency()?;
    Some(Money { minor: amount.round_scaled(currency.digits()), currency }.to_string())
}

/// An order of the next weeks that must not slip, since a closure lies behind it.
fn cliff(positions: &[&Position], today: Day) -> Option<Diagnostic> {
    let soon = |order: &&Order| order.state(today) == Urgency::Due && order.day_late >= CLIFF;
    let orders = positions.iter().flat_map(|own| own.orders.iter().filter(soon));
    let first = orders.min_by_key(|order| order.order_by)?;
    let finding = about(codes::MUST_NOT_SLIP, positions)?.with("order", first.order_by.to_string());
    let finding = finding.with("units", first.units.to_string()).with("days", first.day_late.to_string());
    Some(finding.help("help"))
}

fn stale(positions: &[&Position], workspace: &Workspace, today: Day) -> Option<Diagnostic> {
    let old = |own: &&&Position| own.on_hand.as_ref().is_some_and(|stock| today - stock.day > STALE);
    let position = positions.iter().find(old)?;
    let stock = position.on_hand.as_ref()?;
    let count = workspace.stock.last_count((&position.sku, &position.marketplace), today);
    let place = count.filter(|_| !stock.measured).map_or(&position.place, |count| &count.place);
    let finding = about(codes::STALE_STOCK, positions)?.with("day", stock.day.to_string());
    let finding = finding.with("days", (today - stock.day).to_string());
    Some(Diagnostic { place: place.clone(), ..finding.help("help") })
}

fn about(code: &'static Code, positions: &[&Position]) -> Option<Diagnostic> {
    let first = positions.first()?;
    let (product, market) = (first.product.as_str(), first.marketplace.as_str());
    let finding = Diagnostic::new(code, &first.place).with("product", product).with("market", market);
    Some(finding.about(format!("{product}.{market}")))
}

/// What concerns single lines of files.
fn of_files(supply: &Supply, workspace: &Workspace, today: Day) -> Vec<Diagnostic> {
    let legs = workspace.routes.iter().flat_map(|route| &route.legs).filter(|leg| leg.days == 0);
    let legs =
        legs.map(|leg| Diagnostic::new(codes::LEG_WITHOUT_DAYS, &leg.place).with("leg", leg.id.as_str()));
    let known = |sku: &Sku, marketplace: &MarketplaceId| {
        supply.positions.iter().any(|own| own.sku == *sku && own.marketplace == *marketplace)
    };
    let stray = |sku: &Sku, marketplace: &MarketplaceId, place: &Place| {
        let finding = Diagnostic::new(codes::STRAY_STOCK, place).with("sku", sku.as_str());
        (!known(sku, marketplace)).then(|| finding.with("market", marketplace.as_str()))
    };
    let stock = &workspace.stock;
    let counts =
        stock.counts.iter().filter_map(|own| stray(&own.sku.value, &own.marketplace.value, &own.place));
    let shipments = supply.positions.iter().flat_map(|own| stock.coming(&own.sku, &own.marketplace));
    let late = shipments.filter(|own| own.arrives < today).map(|own| {
        let finding = Diagnostic::new(codes::SHIPMENT_LATE, &own.place).with("shipment", own.id.as_str());
        finding.with("day", own.arrives.to_string()).with("units", own.units.to_string())
    });
    let strays =
        stock.shipments.iter().filter_map(|own| stray(&own.sku.value, &own.marketplace.value, &own.place));
    let to_come = stock.counts.iter().filter(|own| own.day > today).map(|own| {
        let finding = Diagnostic::new(codes::STOCK_TO_COME, &own.place).with("sku", own.sku.value.as_str());
        finding.with("market", own.marketplace.value.as_str()).with("day", own.day.to_string())
    });
    let all = legs.chain(counts).chain(to_come).chain(late).chain(strays).chain(idle(workspace, today));
    all.map(|finding| finding.help("help")).collect()
}

/// Closures to come that close no leg.
fn idle(workspace: &Workspace, today: Day) -> impl Iterator<Item = Diagnostic> {
    let named = |name: &str| {
        let names = |route: &Route| route.legs.iter().any(|leg| leg.calendar.as_deref() == Some(name));
        workspace.routes.iter().any(names)
    };
    let to_come = workspace.events.iter().filter(move |event| can_close(event) && event.span.to >= today);
    let idle = to_come.filter(move |event| !event.calendar.as_deref().is_some_and(named));
    let idle = idle.filter(|event| !event.closes_office() && !workspace.routes.is_empty());
    idle.map(|event| {
        Diagnostic::new(codes::IDLE_CLOSURE, &event.place)
            .with("event", event.id.as_str())
            .about(event.id.as_str())
    })
}
