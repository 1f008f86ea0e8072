//! The questions, asked of small made-up facts.

use super::*;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Sku, Span};

fn day(text: &str) -> Day {
    Day::parse(&format!("2026-{text}")).unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn known(text: &str) -> Total {
    Total::Known(Ratio::parse(text).unwrap())
}

fn item(product: &str, sku: &str) -> Item {
    Item { product: ProductId::new(product), sku: Some(Sku::new(sku)) }
}

/// US from January, JP from the 3rd of February (at 1/150, from March 1/100); US has a hole on 20 and 21 January.
/// Sessions come from a report by the month.
fn facts() -> Facts {
    let mut exchange = Exchange::new(currency("USD"));
    exchange.add(currency("JPY"), day("01-01"), Ratio::parse("1/150").unwrap());
    exchange.add(currency("JPY"), day("03-01"), Ratio::parse("1/100").unwrap());
    let mut builder = Builder::new(exchange);
    let (sales, sessions) = (MeasureId::new("sales"), MeasureId::new("sessions"));
    let (sales, sessions) = (
        builder.measure(&sales, Scale::Money, Over::Flow),
        builder.measure(&sessions, Scale::Count, Over::Flow),
    );
    let us = builder.marketplace(&MarketplaceId::new("US"), currency("USD"));
    let jp = builder.marketplace(&MarketplaceId::new("JP"), currency("JPY"));
    for (market, from, to) in [(us, "01-01", "01-19"), (us, "01-22", "03-31"), (jp, "02-03", "03-20")] {
        builder.cover_days(sales, market, span(from, to));
    }
    builder.cover_report(sessions, us, span("01-01", "01-31"));
    for (measure, market, product, from, to, value) in [
        (sales, us, item("bottle", "GY"), "01-05", "01-05", 1_050),
        (sales, us, item("bottle", "WH"), "01-05", "01-05", 50),
        (sales, us, item("kettle", "TK"), "02-28", "02-28", 700),
        (sales, jp, item("bottle", "GY"), "02-28", "02-28", 300),
        (sales, jp, item("bottle", "GY"), "03-01", "03-01", 300),
        (sessions, us, item("bottle", "GY"), "01-01", "01-31", 40),
    ] {
        let item = builder.item(&product);
        builder.add(Fact {
            measure,
            market,
            item,
            tag: TagKey::default(),
            span: span(from, to),
            value,
            file: 0,
        });
    }
    builder.build(ImportLog::default()).0
}

fn scope(product: &str, market: &str) -> Scope {
    let product = (!product.is_empty()).then(|| ProductId::new(product));
    Scope { product, marketplace: (!market.is_empty()).then(|| MarketplaceId::new(market)) }
}

#[test]
fn sums_are_known_missing_or_too_coarse() {
    for (measure, product, market, from, to, total) in [
        ("sales", "", "", "01-01", "01-10", known("11")),
        ("sales", "bottle", "", "01-05", "01-05", known("11")),
        ("sales", "kettle", "", "01-05", "01-05", known("0")),
        // Japan had not begun: nought, as the United States are covered.
        ("sales", "", "JP", "01-01", "01-10", known("0")),
        ("sales", "", "", "02-01", "02-28", known("9")),
        // The rate changes on 1 March.
        ("sales", "", "JP", "02-28", "03-01", known("5")),
        ("sales", "", "", "02-28", "03-01", known("12")),
        // A hole, and a day that no marketplace has.
        ("sales", "", "", "01-19", "01-22", Total::Missing),
        ("sales", "", "JP", "01-19", "01-22", Total::Missing),
        ("sales", "", "US", "03-31", "04-01", Total::Missing),
        // The slowest marketplace ends on 20 March; the kettle was never sold there.
        ("sales", "", "", "03-20", "03-21", Total::Missing),
        ("sales", "kettle", "", "03-20", "03-21", known("0")),
        ("sales", "", "MX", "01-01", "01-10", Total::Missing),
        ("orders", "", "", "01-01", "01-10", Total::Missing),
        ("sessions", "", "", "01-01", "01-31", known("40")),
        ("sessions", "", "", "01-01", "01-30", Total::Coarse),
        ("sessions", "kettle", "US", "01-02", "01-31", Total::Coarse),
        ("sessions", "", "", "01-01", "02-01", Total::Missing),
    ] {
        let (measure, scope, asked) = (MeasureId::new(measure), scope(product, market), span(from, to));
        assert_eq!(facts().sum(&measure, &scope, asked), total, "{measure} {scope:?} {asked:?}");
        let daily = facts().daily(&measure, &scope, asked);
        assert_eq!(daily.len(), usize::try_from(asked.len()).unwrap());
        if measure.as_str() == "sales" {
            let sum = daily.into_iter().fold(known("0"), Total::plus);
            assert_eq!(sum, total, "daily {scope:?} {asked:?}");
        }
    }
}

#[test]
fn coverage_ends_with_the_slowest_marketplace() {
    let sales = MeasureId::new("sales");
    for (product, market, expected) in [
        ("", "", Some(span("01-01", "03-20"))),
        ("", "US", Some(span("01-01", "03-31"))),
        ("kettle", "", Some(span("01-01", "03-31"))),
        ("", "MX", None),
    ] {
        assert_eq!(facts().covered(&sales, &scope(product, market)), expected, "{product} {market}");
    }
    assert_eq!(facts().fineness(&sales), Fineness::Daily);
    assert_eq!(facts().fineness(&MeasureId::new("sessions")), Fineness::Coarser);
}

#[test]
fn what_was_measured_is_listed_in_order() {
    let facts = facts();
    assert_eq!(facts.products().map(ProductId::as_str).collect::<Vec<_>>(), ["bottle", "kettle"]);
    assert_eq!(facts.skus(&ProductId::new("bottle")).map(Sku::as_str).collect::<Vec<_>>(), ["GY", "WH"]);
    let markets: Vec<_> = facts.marketplaces().map(|(id, currency)| format!("{id} {currency}")).collect();
    assert_eq!(markets, ["JP JPY", "US USD"]);
    assert_eq!(facts.measures().map(MeasureId::as_str).collect::<Vec<_>>(), ["sales", "sessions"]);
}

#[test]
fn money_without_a_rate_is_missing_and_nought_is_nought() {
    let mut builder = Builder::new(Exchange::new(currency("USD")));
    let sales = builder.measure(&MeasureId::new("sales"), Scale::Money, Over::Flow);
    let market = builder.marketplace(&MarketplaceId::new("MX"), currency("MXN"));
    let item = builder.item(&item("bottle", "GY"));
    builder.cover_days(sales, market, span("01-01", "01-02"));
    builder.add(Fact {
        measure: sales,
        market,
        item,
        tag: TagKey::default(),
        span: span("01-01", "01-01"),
        value: 5,
        file: 0,
    });
    let facts = builder.build(ImportLog::default()).0;
    let daily = facts.daily(&MeasureId::new("sales"), &Scope::company(), span("01-01", "01-02"));
    assert_eq!(daily, [Total::Missing, known("0")]);
}
