//! The table of supply: what to order by when; by week the requirement grid, by purchase what factories are asked for,
//! by position the stock.

use super::{Refusal, Sources};
use crate::plan::supply::{
    Lack, Line, Mix, Order, Passage, Position, PurchaseOrder, Remedy, RemedyKind, Turnover, Week, freight,
};
use crate::quantity::{Day, Money, Ratio};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

/// What rows can stand for.
const BY: [&str; 6] = ["order", "remedy", "week", "purchase", "position", "product"];

/// What rows can be asked to have.
const FILTERS: [&str; 3] = ["product", "sku", "marketplace"];

const ORDERS: [(&str, Kind); 25] = [
    ("id", Kind::Text),
    ("state", Kind::Text),
    ("order_by", Kind::Day),
    ("days_left", Kind::Count),
    ("placed", Kind::Day),
    ("need", Kind::Day),
    ("supplier", Kind::Text),
    ("product", Kind::Text),
    ("sku", Kind::Text),
    ("marketplace", Kind::Text),
    ("units", Kind::Count),
    ("cartons", Kind::Count),
    ("cbm", Kind::Ratio),
    ("kg", Kind::Ratio),
    ("route", Kind::Text),
    ("legs", Kind::Text),
    ("day_late", Kind::Count),
    ("purchase", Kind::Text),
    ("remedy", Kind::Text),
    ("remedy_units", Kind::Count),
    ("remedy_arrives", Kind::Day),
    ("remedy_missed", Kind::Count),
    ("remedy_cost", Kind::Money),
    ("remedy_lost", Kind::Money),
    ("remedy_pays", Kind::Flag),
];

const REMEDIES: [(&str, Kind); 10] = [
    ("id", Kind::Text),
    ("order_by", Kind::Day),
    ("remedy", Kind::Text),
    ("remedy_units", Kind::Count),
    ("remedy_arrives", Kind::Day),
    ("remedy_missed", Kind::Count),
    ("remedy_cost", Kind::Money),
    ("remedy_lost", Kind::Money),
    ("remedy_pays", Kind::Flag),
    ("best", Kind::Flag),
];

const WEEKS: [(&str, Kind); 11] = [
    ("product", Kind::Text),
    ("sku", Kind::Text),
    ("marketplace", Kind::Text),
    ("week", Kind::Text),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("demand", Kind::Count),
    ("scheduled", Kind::Count),
    ("planned", Kind::Count),
    ("projected", Kind::Count),
    ("safety", Kind::Count),
];

const PURCHASES: [(&str, Kind); 18] = [
    ("purchase", Kind::Text),
    ("order_by", Kind::Day),
    ("placed", Kind::Day),
    ("supplier", Kind::Text),
    ("product", Kind::Text),
    ("order", Kind::Text),
    ("sku", Kind::Text),
    ("marketplace", Kind::Text),
    ("need", Kind::Day),
    ("units", Kind::Count),
    ("cartons", Kind::Count),
    ("purchase_units", Kind::Count),
    ("purchase_cartons", Kind::Count),
    ("purchase_cbm", Kind::Ratio),
    ("purchase_kg", Kind::Ratio),
    ("least", Kind::Count),
    ("short", Kind::Count),
    ("short_weeks", Kind::Ratio),
];

const POSITIONS: [(&str, Kind); 23] = [
    ("product", Kind::Text),
    ("sku", Kind::Text),
    ("marketplace", Kind::Text),
    ("route", Kind::Text),
    ("on_hand", Kind::Count),
    ("counted", Kind::Day),
    ("source", Kind::Text),
    ("sold_since", Kind::Count),
    ("under_way", Kind::Count),
    ("next_arrival", Kind::Day),
    ("cover_weeks", Kind::Ratio),
    ("cover_beyond", Kind::Flag),
    ("cover_with_arrivals", Kind::Ratio),
    ("lead_days", Kind::Count),
    ("safety", Kind::Count),
    ("safety_of_demand", Kind::Count),
    ("reorder_point", Kind::Count),
    ("lacks", Kind::Text),
    ("share", Kind::Ratio),
    ("share_from", Kind::Text),
    ("days_of_supply_30", Kind::Ratio),
    ("days_of_supply_90", Kind::Ratio),
    ("days_of_supply_low", Kind::Flag),
];

const PRODUCTS: [(&str, Kind); 8] = [
    ("product", Kind::Text),
    ("from", Kind::Day),
    ("to", Kind::Day),
    ("cost_of_sales", Kind::Money),
    ("average_stock", Kind::Money),
    ("turns", Kind::Ratio),
    ("target_turns", Kind::Ratio),
    ("days", Kind::Ratio),
];

/// What to order by when.
pub(super) fn supply(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let asked = Asked::of(sources, request)?;
    let by = match request.by.as_slice() {
        [] => "order",
        [by] => by,
        [_, second, ..] => return Err(Refusal::new("dimension", second, BY)),
    };
    match by {
        "order" => Ok(asked.orders(sources)),
        "remedy" => Ok(asked.remedies(sources)),
        "week" => Ok(asked.weeks(sources)),
        "purchase" => Ok(asked.purchases(sources)),
        "position" => Ok(asked.positions(sources)),
        "product" => Ok(asked.products(sources)),
        other => Err(Refusal::new("dimension", other, BY)),
    }
}

/// Which rows are wanted.
struct Asked<'a>(&'a TableRequest);

impl<'a> Asked<'a> {
    fn of(sources: Sources<'_>, request: &'a TableRequest) -> Result<Self, Refusal> {
        for (key, value) in &request.filters {
            if !FILTERS.contains(&key.as_str()) {
                return Err(Refusal::new("dimension", key, FILTERS));
            }
            let all = sources.analysis.supply.positions.iter().map(|own| named(own, key));
            let all: std::collections::BTreeSet<&str> = all.collect();
            if !all.contains(value.as_str()) {
                return Err(Refusal::new(key, value, all));
            }
        }
        Ok(Asked(request))
    }

    fn wants(&self, name: &dyn Fn(&str) -> String) -> bool {
        self.0.filters.iter().all(|(key, value)| name(key) == *value)
    }

    fn wants_position(&self, position: &Position) -> bool {
        self.wants(&|key| named(position, key).to_owned())
    }

    fn wants_day(&self, day: Day) -> bool {
        self.0.from.is_none_or(|from| from <= day) && self.0.to.is_none_or(|to| day <= to)
    }

    fn orders(&self, sources: Sources<'_>) -> Table {
        let orders = sources.analysis.supply.orders().into_iter();
        let wanted = orders.filter(|(own, order)| self.wants_position(own) && self.wants_day(order.order_by));
        table(&ORDERS, wanted.map(|(position, order)| order_row(sources, position, order)).collect())
    }

    /// A row for each way out of an order that is past due.
    fn remedies(&self, sources: Sources<'_>) -> Table {
        let orders = sources.analysis.supply.orders().into_iter();
        let wanted = orders.filter(|(own, order)| self.wants_position(own) && self.wants_day(order.order_by));
        let rows = wanted.flat_map(|(_, order)| {
            order.remedies.iter().map(move |remedy| {
                let mut cells = vec![text(&order.id), Cell::Day(order.order_by)];
                cells.extend(remedy_cells(sources, Some(remedy)));
                cells.push(Cell::Flag(order.best() == Some(remedy)));
                cells
            })
        });
        table(&REMEDIES, rows.collect())
    }

    fn weeks(&self, sources: Sources<'_>) -> Table {
        let positions = sources.analysis.supply.positions.iter().filter(|own| self.wants_position(own));
        let rows = positions.flat_map(|own| {
            own.weeks
                .iter()
                .filter(|week| self.wants_day(week.days.from))
                .map(move |week| week_row(own, week))
        });
        table(&WEEKS, rows.collect())
    }

    fn purchases(&self, sources: Sources<'_>) -> Table {
        let purchases = sources.analysis.supply.purchases.iter().filter(|own| self.wants_day(own.placed));
        let rows = purchases.flat_map(|purchase| {
            let wanted = move |line: &&Line| {
                self.wants(&|key| match key {
                    "product" => purchase.product.to_string(),
                    "sku" => line.sku.to_string(),
                    _ => line.marketplace.to_string(),
                })
            };
            purchase.lines.iter().filter(wanted).map(move |line| purchase_row(purchase, line))
        });
        table(&PURCHASES, rows.collect())
    }

    fn positions(&self, sources: Sources<'_>) -> Table {
        let positions = sources.analysis.supply.positions.iter().filter(|own| self.wants_position(own));
        table(&POSITIONS, positions.map(position_row).collect())
    }

    fn products(&self, sources: Sources<'_>) -> Table {
        let wanted = |own: &&Turnover| {
            self.0.filters.iter().all(|(key, value)| key != "product" || *value == own.product.as_str())
        };
        let turnovers = sources.analysis.supply.turnovers.iter().filter(wanted);
        table(&PRODUCTS, turnovers.map(|own| product_row(sources, own)).collect())
    }
}

/// The planned turnover of a product, and the turns that the strategy asks for.
fn product_row(sources: Sources<'_>, turnover: &Turnover) -> Vec<Cell> {
    let targets = &sources.workspace.profit_targets;
    let target = targets.iter().find(|target| target.product.value == turnover.product);
    vec![
        text(turnover.product.as_str()),
        Cell::Day(turnover.span.from),
        Cell::Day(turnover.span.to),
        money(sources, Some(&turnover.cost)),
        money(sources, Some(&turnover.average)),
        Cell::Ratio(turnover.turns.clone()),
        ratio(target.and_then(|target| target.turns.clone())),
        Cell::Ratio(turnover.days.clone()),
    ]
}

fn named<'a>(position: &'a Position, key: &str) -> &'a str {
    match key {
        "product" => position.product.as_str(),
        "sku" => position.sku.as_str(),
        _ => position.marketplace.as_str(),
    }
}

fn order_row(sources: Sources<'_>, position: &Position, order: &Order) -> Vec<Cell> {
    let product = sources.workspace.product(&position.product);
    let (cbm, kg) = freight(product.and_then(|product| product.pack.as_ref()), order.cartons);
    let mut cells = vec![
        text(&order.id),
        Cell::Text(order.state(sources.today).word().to_owned()),
        Cell::Day(order.order_by),
        Cell::Count((order.order_by - sources.today).into()),
        Cell::Day(order.placed),
        Cell::Day(order.need),
        order.supplier.as_ref().map_or(Cell::Missing, |id| text(id.as_str())),
        text(position.product.as_str()),
        text(position.sku.as_str()),
        text(position.marketplace.as_str()),
        Cell::Count(order.units),
        count(order.cartons),
        ratio(cbm),
        ratio(kg),
        position.route.as_ref().map_or(Cell::Missing, |id| text(id.as_str())),
        Cell::Text(order.legs.iter().map(leg).collect::<Vec<_>>().join("; ")),
        Cell::Count(order.day_late.into()),
        text(&order.purchase),
    ];
    cells.extend(remedy_cells(sources, order.best()));
    cells
}

/// `inspection 2027-01-26..2027-01-30 +12`: from its first day to the day it is over, and the days goods wait after it.
fn leg(passage: &Passage) -> String {
    let span = format!("{} {}..{}", passage.leg, passage.span.from, passage.span.to);
    if passage.wait > 0 { format!("{span} +{}", passage.wait) } else { span }
}

fn remedy_cells(sources: Sources<'_>, remedy: Option<&Remedy>) -> [Cell; 7] {
    let kind = |remedy: &Remedy| match remedy.kind {
        RemedyKind::Air => "air",
        RemedyKind::Split => "split",
        RemedyKind::Fewer => "fewer",
    };
    [
        remedy.map_or(Cell::Missing, |own| text(kind(own))),
        remedy.map_or(Cell::Missing, |own| Cell::Count(own.units)),
        remedy.map_or(Cell::Missing, |own| Cell::Day(own.arrives)),
        remedy.map_or(Cell::Missing, |own| Cell::Count(own.missed)),
        money(sources, remedy.and_then(|own| own.cost.as_ref())),
        money(sources, remedy.and_then(|own| own.lost.as_ref())),
        remedy.and_then(|own| own.pays).map_or(Cell::Missing, Cell::Flag),
    ]
}

fn week_row(position: &Position, week: &Week) -> Vec<Cell> {
    vec![
        text(position.product.as_str()),
        text(position.sku.as_str()),
        text(position.marketplace.as_str()),
        Cell::Text(week.week.to_string()),
        Cell::Day(week.days.from),
        Cell::Day(week.days.to),
        Cell::Count(week.demand),
        Cell::Count(week.scheduled),
        Cell::Count(week.planned),
        Cell::Count(week.projected),
        count(position.safety.as_ref().map(|safety| safety.units)),
    ]
}

fn purchase_row(purchase: &PurchaseOrder, line: &Line) -> Vec<Cell> {
    vec![
        text(&purchase.id),
        Cell::Day(purchase.order_by),
        Cell::Day(purchase.placed),
        purchase.supplier.as_ref().map_or(Cell::Missing, |id| text(id.as_str())),
        text(purchase.product.as_str()),
        text(&line.order),
        text(line.sku.as_str()),
        text(line.marketplace.as_str()),
        Cell::Day(line.need),
        Cell::Count(line.units),
        count(line.cartons),
        Cell::Count(purchase.units),
        count(purchase.cartons),
        ratio(purchase.cbm.clone()),
        ratio(purchase.kg.clone()),
        count(purchase.least),
        Cell::Count(purchase.short),
        ratio(purchase.short_weeks.clone()),
    ]
}

fn position_row(position: &Position) -> Vec<Cell> {
    let stock = position.on_hand.as_ref();
    let safety = position.safety.as_ref();
    let source = |measured| text(if measured { "export" } else { "count" });
    let under_way: i128 = position.arrivals.iter().map(|arrival| arrival.units).sum();
    let cover = position.cover.as_ref();
    let looking_back = position.days_of_supply.as_ref();
    let with_arrivals = position.cover_with_arrivals.as_ref();
    vec![
        text(position.product.as_str()),
        text(position.sku.as_str()),
        text(position.marketplace.as_str()),
        position.route.as_ref().map_or(Cell::Missing, |id| text(id.as_str())),
        count(stock.map(|stock| stock.units)),
        stock.map_or(Cell::Missing, |stock| Cell::Day(stock.day)),
        stock.map_or(Cell::Missing, |stock| source(stock.measured)),
        Cell::Count(position.since),
        Cell::Count(under_way),
        position.arrivals.first().map_or(Cell::Missing, |arrival| Cell::Day(arrival.day)),
        ratio(cover.map(|cover| cover.weeks.clone())),
        cover.map_or(Cell::Missing, |cover| Cell::Flag(cover.beyond)),
        ratio(with_arrivals.map(|cover| cover.weeks.clone())),
        count(safety.map(|safety| safety.lead.into())),
        count(safety.map(|safety| safety.units)),
        count(safety.map(|safety| safety.of_demand)),
        count(safety.map(|safety| safety.reorder_point)),
        position.lacks.map_or(Cell::Missing, |lack| text(lacking(lack))),
        Cell::Ratio(position.share.clone()),
        text(mixed(position.mix)),
        ratio(looking_back.map(|days| days.short.clone())),
        ratio(looking_back.map(|days| days.long.clone())),
        looking_back.map_or(Cell::Missing, |days| Cell::Flag(days.is_low())),
    ]
}

fn lacking(lack: Lack) -> &'static str {
    match lack {
        Lack::ServiceLevel => "service_level",
        Lack::Route => "route",
        Lack::Sales => "sales",
        Lack::Plan => "plan",
    }
}

fn mixed(mix: Mix) -> &'static str {
    match mix {
        Mix::Only => "only",
        Mix::Typed => "typed",
        Mix::Measured => "measured",
        Mix::Even => "even",
    }
}

fn table(columns: &[(&str, Kind)], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Money in the reporting currency, rounded to its minor unit.
fn money(sources: Sources<'_>, amount: Option<&Ratio>) -> Cell {
    let currency = sources.facts.reporting();
    let minor = amount.map(|amount| amount.round_scaled(currency.digits()));
    minor.map_or(Cell::Missing, |minor| Cell::Money(Money { minor, currency }))
}

fn count(units: Option<i128>) -> Cell {
    units.map_or(Cell::Missing, Cell::Count)
}

fn ratio(value: Option<Ratio>) -> Cell {
    value.map_or(Cell::Missing, Cell::Ratio)
}
