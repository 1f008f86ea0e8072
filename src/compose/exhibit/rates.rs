//! The rates a marketplace's figures and plans are made with, and how fresh they are.

use crate::compose::desk::Desk;
use crate::compose::written;
use crate::quantity::MarketplaceId;
use crate::site::{Cell, ColumnKind, Phrase, Row, Status, Table};
use crate::workspace::Rate;

/// The rates in force in a marketplace with their source, and how many of them are stale; nothing when there
/// are none.
pub(crate) fn rates(desk: &Desk<'_>, place: &MarketplaceId) -> Option<(Table, usize)> {
    let currency = desk.workspace.marketplace(place).map(|place| place.currency)?;
    let reporting = desk.currency();
    let codes = [currency.code(), reporting.code()];
    let of_market = |rate: &&Rate| rate.keys.get("market").is_some_and(|market| market == place.as_str());
    let of_currency =
        |rate: &&Rate| rate.keys.get("pair").is_some_and(|pair| codes.iter().all(|code| pair.contains(code)));
    let all = desk.workspace.rates.rows().iter();
    let wanted = all.filter(|rate| of_market(rate) || (codes[0] != codes[1] && of_currency(rate)));
    let rows: Vec<&Rate> = wanted
        .filter(|rate| desk.workspace.rates.is_in_force(rate, desk.today) && price(desk, rate).is_some())
        .collect();
    let stale = rows.iter().filter(|rate| rate.is_stale(desk.today)).count();
    (!rows.is_empty()).then(|| (rate_table(desk, &rows, Some(place)), stale))
}

/// A table of rates with their source, and when each was last looked up; on the page of a marketplace, that one
/// is not named again.
pub(crate) fn rate_table(desk: &Desk<'_>, rates: &[&Rate], of: Option<&MarketplaceId>) -> Table {
    let heads = [
        ("rates-rate", ColumnKind::Text),
        ("rates-for", ColumnKind::Text),
        // Words, since a value may be a rate with its least amount, or a pair of currencies.
        ("rates-value", ColumnKind::Text),
        ("rates-from", ColumnKind::Date),
        ("rates-source", ColumnKind::Text),
        ("rates-checked", ColumnKind::Status),
    ];
    Table {
        caption: desk.say("rates-caption").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: rates.iter().map(|rate| row(desk, rate, of)).collect(),
        note: None,
    }
}

/// What it is worth, in words: a price, else each of its values by name.
fn value(desk: &Desk<'_>, rate: &Rate) -> String {
    let named = |name: &str, value: String| {
        let key = format!("rate-value-{name}");
        if desk.locale.has(&key) {
            desk.fill(&key, &[("value", value.into())])
        } else {
            format!("{name} {value}")
        }
    };
    let all = || {
        let values = rate.values.iter().map(|(name, value)| named(name, written::figure(desk, value)));
        values.chain(rate.days.iter().map(|(name, day)| named(name, day.to_string()))).collect::<Vec<_>>()
    };
    price(desk, rate).unwrap_or_else(|| all().join(&desk.say("list-comma")))
}

/// The price it is, in words; nothing for rows of days.
fn price(desk: &Desk<'_>, rate: &Rate) -> Option<String> {
    let of = |name: &str| rate.values.get(name).map(|figure| written::figure(desk, figure));
    if let Some((pair, plan)) = rate.keys.get("pair").zip(of("plan")) {
        let unit = |code: Option<&str>| {
            let code = code.unwrap_or_default();
            crate::quantity::Currency::parse(code)
                .map_or_else(|| code.to_owned(), |currency| desk.locale.money_unit(currency, 0))
        };
        let args = [
            ("plan", plan.into()),
            ("base", unit(pair.get(..3)).into()),
            ("other", unit(pair.get(3..)).into()),
        ];
        return Some(desk.fill("rates-pair", &args));
    }
    let least = of("min").map(|min| desk.fill("rates-least", &[("min", min.into())]));
    let main = of("rate").or_else(|| of("amount"))?;
    Some(least.map_or_else(|| main.clone(), |least| format!("{main}{least}")))
}

fn row(desk: &Desk<'_>, rate: &Rate, of: Option<&MarketplaceId>) -> Row {
    let key = format!("rate-{}", rate.id);
    let name = if desk.locale.has(&key) { desk.say(&key) } else { rate.id.clone() };
    let named = rate.keys.iter().filter(|(key, _)| of.is_none() || *key != "market");
    let words = |(key, value): (&String, &String)| match key.as_str() {
        "hs" => format!("HS {value}"),
        "market" => desk.marketplace(&MarketplaceId::new(value)).text,
        _ => value.clone(),
    };
    let holds_for: Vec<String> = named.map(words).collect();
    Row {
        cells: vec![
            Cell::new(name),
            Cell::new(holds_for.join(" · ")),
            Cell::new(value(desk, rate)),
            Cell::new(rate.from.to_string()),
            Cell::new(rate.source.as_ref().map_or_else(Phrase::default, |source| desk.phrase(source))),
            checked(desk, rate),
        ],
        ..Row::default()
    }
}

/// When it was looked up; late when that was too long ago or never.
pub(crate) fn checked(desk: &Desk<'_>, rate: &Rate) -> Cell {
    let Some(day) = rate.checked else {
        return Cell { status: Some(Status::Late), ..Cell::new(desk.say("rates-never")) };
    };
    let stale = rate.is_stale(desk.today);
    let age = || desk.fill("rates-stale", &[("days", (desk.today - day).to_string().into())]).into();
    Cell {
        status: Some(if stale { Status::Late } else { Status::Done }),
        sub: stale.then(age),
        ..Cell::new(day.to_string())
    }
}
