//! The questions, asked of small made-up facts.

use proptest::prelude::*;

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

/// A figure by its days (`01-05` or `01-01..01-31`), SKU, tag (`west`) and value; covered as `daily` or as a whole.
struct Told<'a> {
    over: Over,
    scale: Scale,
    covers: &'a [(&'a str, &'a str, &'a str, bool)],
    figures: &'a [(&'a str, &'a str, &'a str, &'a str, i64)],
}

fn told(told: &Told<'_>) -> Facts {
    let mut exchange = Exchange::new(currency("USD"));
    exchange.add(currency("JPY"), day("01-01"), Ratio::parse("1/150").unwrap());
    exchange.set((Basis::Actual, currency("JPY")), day("01-10"), Ratio::parse("1/100"));
    exchange.set((Basis::Actual, currency("JPY")), day("01-21"), None);
    let mut builder = Builder::new(exchange);
    let measure = builder.measure(&MeasureId::new("it"), told.scale, told.over);
    let market = |builder: &mut Builder, id: &str| {
        builder.marketplace(&MarketplaceId::new(id), currency(if id == "JP" { "JPY" } else { "USD" }))
    };
    for (id, from, to, daily) in told.covers {
        let market = market(&mut builder, id);
        if *daily {
            builder.cover_days(measure, market, span(from, to));
        } else {
            builder.cover_report(measure, market, span(from, to));
        }
    }
    for (id, days, sku, tag, value) in told.figures {
        let market = market(&mut builder, id);
        let item = builder.item(&item("bottle", sku));
        let tag = match *tag {
            "" => TagKey::default(),
            value => builder.tag(vec![("region".to_owned(), value.to_owned())]),
        };
        let (from, to) = days.split_once("..").unwrap_or((days, days));
        builder.add(Fact { measure, market, item, tag, span: span(from, to), value: *value, file: 0 });
    }
    builder.build(ImportLog::default()).0
}

fn of(facts: &Facts, from: &str, to: &str) -> Total {
    facts.sum(&MeasureId::new("it"), &Scope::company(), span(from, to))
}

#[test]
fn stock_is_that_of_each_items_last_snapshot() {
    let facts = told(&Told {
        over: Over::Stock,
        scale: Scale::Count,
        covers: &[
            ("US", "01-05", "01-09", true),
            ("US", "01-14", "01-14", false),
            ("US", "01-15", "01-15", false),
            ("JP", "01-10", "01-20", false),
        ],
        figures: &[
            ("US", "01-05", "GY", "", 10),
            ("US", "01-05", "WH", "", 7),
            ("US", "01-08", "GY", "", 4),
            ("US", "01-14", "GY", "east", 3),
            ("US", "01-14", "GY", "west", 2),
            ("US", "01-15", "WH", "west", 6),
            ("JP", "01-10..01-20", "GY", "", 1),
        ],
    });
    for (from, to, total) in [
        ("01-01", "01-04", Total::Missing),
        ("01-05", "01-05", known("17")),
        // Between snapshots of the covered days, the last one of each item holds.
        ("01-06", "01-06", known("17")),
        ("01-01", "01-09", known("11")),
        // A report's stock is that of its last day.
        ("01-14", "01-14", Total::Coarse),
        ("01-14", "01-20", known("7")),
        ("01-16", "01-20", Total::Missing),
    ] {
        assert_eq!(of(&facts, from, to), total, "{from} {to}");
    }
    let us = Scope::marketplace(&MarketplaceId::new("US"));
    let stock = |from, to| facts.sum(&MeasureId::new("it"), &us, span(from, to));
    // What a snapshot of all does not name is not there; a day without one is not known.
    assert_eq!(stock("01-14", "01-14"), known("5"));
    assert_eq!(stock("01-12", "01-31"), known("6"));
    assert_eq!(stock("01-10", "01-13"), Total::Missing);
    assert_eq!(
        facts.daily(&MeasureId::new("it"), &us, span("01-13", "01-15")),
        [Total::Missing, known("5"), known("6")]
    );
    let parts = facts.split(&MeasureId::new("it"), (&us, span("01-14", "01-14"), Basis::Plan), "region");
    assert_eq!(parts, [(Some("east".to_owned()), known("3")), (Some("west".to_owned()), known("2"))]);
    assert_eq!(facts.gaps(&MeasureId::new("it"), &MarketplaceId::new("US")), [span("01-10", "01-13")]);
}

#[test]
fn a_level_is_answered_only_for_one_figure() {
    let facts = told(&Told {
        over: Over::Level,
        scale: Scale::Count,
        covers: &[("US", "01-01", "01-31", true)],
        figures: &[
            ("US", "01-05", "GY", "a", 3),
            ("US", "01-05", "GY", "b", 8),
            ("US", "01-07", "GY", "", 5),
            ("US", "01-12..01-18", "GY", "a", 4),
        ],
    });
    for (from, to, total) in [
        ("01-05", "01-05", Total::Several),
        ("01-06", "01-07", known("5")),
        ("01-06", "01-18", Total::Several),
        ("01-12", "01-18", known("4")),
        ("01-12", "01-12", Total::Coarse),
        ("01-20", "01-20", Total::Missing),
    ] {
        assert_eq!(of(&facts, from, to), total, "{from} {to}");
    }
    let parts = facts.split(
        &MeasureId::new("it"),
        (&Scope::company(), span("01-05", "01-07"), Basis::Plan),
        "region",
    );
    let named = |name: &str, total| (Some(name.to_owned()), known(total));
    assert_eq!(parts, [named("a", "3"), named("b", "8"), (None, known("5"))]);
}

#[test]
fn sums_are_made_at_either_rates() {
    let facts = told(&Told {
        over: Over::Flow,
        scale: Scale::Money,
        covers: &[("JP", "01-01", "01-31", true), ("US", "01-01", "01-31", true)],
        figures: &[
            ("JP", "01-05", "GY", "", 300),
            ("JP", "01-15", "GY", "", 300),
            ("JP", "01-25", "GY", "", 300),
            ("US", "01-15", "GY", "", 700),
        ],
    });
    let (it, all) = (MeasureId::new("it"), Scope::company());
    for (from, to, plan, actual) in [
        ("01-10", "01-20", known("9"), known("10")),
        ("01-01", "01-20", known("11"), Total::Missing),
        ("01-10", "01-31", known("11"), Total::Missing),
        ("01-26", "01-31", known("0"), known("0")),
    ] {
        let span = span(from, to);
        assert_eq!(facts.sum(&it, &all, span), plan, "{from}");
        assert_eq!(facts.sum_at(Basis::Actual, &it, (&all, span)), actual, "{from}");
    }
}

#[test]
fn sums_beyond_what_a_number_holds_are_exact() {
    let big = i64::MAX - 1;
    let facts = told(&Told {
        over: Over::Flow,
        scale: Scale::Count,
        covers: &[("US", "01-01", "01-09", true)],
        figures: &[
            ("US", "01-01", "GY", "", big),
            ("US", "01-02", "GY", "west", big),
            ("US", "01-02", "GY", "", big),
            ("US", "01-03", "GY", "", -5),
        ],
    });
    let expected = |n: i128| Total::Known(Ratio::from_int(n));
    assert_eq!(of(&facts, "01-01", "01-03"), expected(3 * i128::from(big) - 5));
    assert_eq!(of(&facts, "01-02", "01-02"), expected(2 * i128::from(big)));
    assert_eq!(of(&facts, "01-03", "01-03"), expected(-5));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_parts_of_a_split_sum_to_the_sum(
        rows in prop::collection::vec((0..2_usize, 1..28_i8, 0..3_usize, 0..4_usize, -90..90_i64), 0..60),
        from in 1..28_i8,
        stock in any::<bool>(),
    ) {
        let days: Vec<String> = rows.iter().map(|row| format!("01-{:02}", row.1)).collect();
        let figures: Vec<_> = rows.iter().zip(&days).map(|((market, _, sku, tag, value), day)| {
            (["US", "JP"][*market], day.as_str(), ["A", "B", "C"][*sku], ["", "x", "y", "z"][*tag], *value)
        }).collect();
        let over = if stock { Over::Stock } else { Over::Flow };
        let covers = [("US", "01-01", "01-31", true), ("JP", "01-01", "01-31", true)];
        let facts = told(&Told { over, scale: Scale::Money, covers: &covers, figures: &figures });
        let asked = span(&format!("01-{from:02}"), "01-31");
        let it = MeasureId::new("it");
        let parts = facts.split(&it, (&Scope::company(), asked, Basis::Plan), "region");
        let sum = parts.into_iter().map(|(_, total)| total).fold(known("0"), Total::plus);
        prop_assert_eq!(&sum, &facts.sum(&it, &Scope::company(), asked));
        if !stock {
            let naive: i64 = figures.iter().filter(|row| row.1 >= &asked.from.to_string()[5..])
                .map(|row| if row.0 == "US" { row.4 * 3 } else { row.4 * 2 }).sum();
            if !rows.is_empty() {
                prop_assert_eq!(sum, Total::Known(Ratio::new(naive.into(), 300).unwrap()));
            }
        }
    }
}
