//! Results from file to facts, in a small made-up company.

mod weeks;

use std::collections::BTreeMap;

use insta::{assert_snapshot, glob};
use proptest::prelude::*;

use super::builtin::builtin;
use super::identify::Know;
use super::library::Library;
use super::place::Markets;
use super::setting::Setting;
use crate::diagnostic::{Arg, CODES, Diagnostic, Diagnostics, Place};
use crate::facts::{Exchange, Facts, Item, Total, unmapped_product};
use crate::locale::Locale;
use crate::metric::{Catalogue, Dimension, SourceColumn};
use crate::quantity::{
    Currency, Day, Lang, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Sku, Span, Text,
};
use crate::workspace::{Marketplace, Source};
use crate::world::Memory;

const ENGLISH: &str = include_str!("../../themes/default/locales/en/findings-ingest.ftl");
const CHINESE: &str = include_str!("../../themes/default/locales/zh-Hant/findings-ingest.ftl");

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span::new(day(from), day(to)).unwrap()
}

fn usd() -> Currency {
    Currency::parse("USD").unwrap()
}

fn item(product: &str, sku: Option<&str>) -> Item {
    Item { product: ProductId::new(product), sku: sku.map(Sku::new) }
}

/// Two products in three marketplaces; there is no rate for the peso.
fn company() -> Setting {
    let mut exchange = Exchange::new(usd());
    exchange.add(Currency::parse("JPY").unwrap(), day("2025-01-01"), Ratio::parse("1/150").unwrap());
    let markets = [("US", "USD"), ("JP", "JPY"), ("MX", "MXN")].map(marketplace);
    let skus = [("CB-GY", "bottle"), ("CB-WH", "bottle"), ("TK", "kettle")];
    let asins = [("B0A", item("bottle", Some("CB-GY"))), ("B0B", item("bottle", None))];
    Setting {
        markets: Markets::of(&markets),
        products: ["bottle", "kettle"].map(ProductId::new).into(),
        skus: skus.map(|(sku, product)| (sku.to_owned(), item(product, Some(sku)))).into(),
        asins: asins.map(|(asin, item)| (asin.to_owned(), item)).into(),
        measures: Catalogue::standard().measures().to_vec(),
        own_measures: true,
        exchange,
    }
}

fn marketplace((id, code): (&str, &str)) -> Marketplace {
    Marketplace {
        id: MarketplaceId::new(id),
        name: Text::plain(id),
        channel: None,
        domain: None,
        currency: Currency::parse(code).unwrap(),
        report_tz: None,
        price_includes_tax: false,
        region: None,
        place: Place::file(&"marketplaces.yaml".into()),
    }
}

fn results(world: &Memory, setting: &Setting, sources: &[Source]) -> (Facts, Diagnostics) {
    let library = Library::new(builtin().to_vec());
    let (facts, findings) = super::results(Know { world, setting, library: &library }, sources);
    (facts, findings)
}

/// A workspace of four lines: nothing is known but the currency.
fn four_lines() -> Setting {
    Setting {
        markets: Markets::of(&[]),
        products: [].into(),
        skus: BTreeMap::new(),
        asins: BTreeMap::new(),
        own_measures: false,
        ..company()
    }
}

fn source(pattern: &str, kind: Option<&str>) -> Source {
    let place = Place::point(&"opsreport.yaml".into(), 4, 12);
    Source { pattern: pattern.to_owned(), kind: kind.map(str::to_owned), place }
}

fn sources() -> Vec<Source> {
    vec![
        source("results/{marketplace}/{period}/*.csv", None),
        source("results/daily/*.csv", Some("canonical")),
        source("*.csv", Some("auto")),
    ]
}

fn world(files: &[(&str, &[u8])]) -> Memory {
    let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec())).collect();
    Memory { files, today: day("2026-11-22") }
}

fn read(setting: &Setting, files: &[(&str, &str)]) -> (Facts, Diagnostics) {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(path, text)| (*path, text.as_bytes())).collect();
    results(&world(&files), setting, &sources())
}

/// The findings as people read them, without those of sources that match nothing.
fn worded(findings: Diagnostics) -> String {
    let locale = Locale::new(&Lang::new("en"), [ENGLISH]).unwrap();
    let line = |finding: &Diagnostic| {
        let (severity, code) = (finding.severity.word(), finding.code.name);
        let help = locale.finding_help(finding).map(|help| format!("    help: {help}\n")).unwrap_or_default();
        format!("{}: {severity}[{code}]: {}\n{help}", finding.place, locale.finding(finding))
    };
    let shown: Vec<Diagnostic> = findings.sorted().into_iter().filter(|f| f.code.name != "I109").collect();
    shown.iter().map(line).collect()
}

fn sum(facts: &Facts, measure: &str, scope: &Scope, span: Span) -> Option<String> {
    facts.sum(&MeasureId::new(measure), scope, span).known().map(ToString::to_string)
}

#[test]
fn each_thing_wrong_with_a_file_is_said_with_its_place() {
    glob!("../../tests/ingest/refused", "*.csv", |path| {
        let name = path.file_name().unwrap().to_str().unwrap();
        let folder = if name.starts_with("report") { "results/US/2026-10" } else { "results/daily" };
        #[expect(clippy::disallowed_methods, reason = "the test's own input")]
        let bytes = std::fs::read(path).unwrap();
        let place = format!("{folder}/{name}");
        let (facts, findings) = results(&world(&[(&place, &bytes)]), &company(), &sources());
        let log = &facts.log().files[0];
        let totals: Vec<String> =
            log.totals.iter().map(|t| format!("{} {} {:?}", t.measure, t.amount, t.currency)).collect();
        let refused = log.refused.len();
        assert_snapshot!(format!(
            "{}rows {}, refused {refused}, {totals:?}\n{:?}",
            worded(findings),
            log.rows,
            log.checks
        ));
    });
}

#[test]
fn a_file_of_no_workspace_gives_products_marketplaces_and_measures() {
    let csv = "date,marketplace,sku,units,sales,carts\n\
        2026-11-01,US,A,2,20.00,5\n2026-11-02,US,B,1,5.50,\n2026-11-03,TW,A,1,10.00,2.5\n";
    let (facts, findings) = read(&four_lines(), &[("sales.csv", csv)]);
    assert_eq!(worded(findings), "");
    let ids: Vec<&str> = facts.products().map(|id| id.as_str()).collect();
    assert_eq!(ids, ["A", "B"]);
    assert_eq!(facts.marketplaces().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["TW", "US"]);
    assert_eq!(facts.measures().map(|id| id.as_str()).collect::<Vec<_>>(), ["carts", "sales", "units"]);
    let two = span("2026-11-01", "2026-11-02");
    assert_eq!(sum(&facts, "sales", &Scope::company(), two).as_deref(), Some("51/2"));
    assert_eq!(sum(&facts, "carts", &Scope::product(&ProductId::new("A")), two).as_deref(), Some("5"));
    assert!(!facts.is_whole(&MeasureId::new("carts")));
}

#[test]
fn a_file_without_marketplaces_is_of_the_only_one() {
    let (facts, findings) = read(&four_lines(), &[("sales.csv", "date,sku,units\n2026-11-01,A,2\n")]);
    assert_eq!(worded(findings), "");
    assert_eq!(facts.marketplaces().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["main"]);
}

#[test]
fn a_report_with_skus_counts_the_visits_of_an_asin_once() {
    let csv = "(Child) ASIN,SKU,Sessions - Total,Units Ordered,Ordered Product Sales\n\
        B0A,CB-GY,100,10,$100.00\nB0A,CB-WH,100,5,$50.00\n";
    let (facts, findings) = read(&company(), &[("results/US/2026-10/a.csv", csv)]);
    assert_eq!(worded(findings), "");
    let (october, bottle) = (span("2026-10-01", "2026-10-31"), Scope::product(&ProductId::new("bottle")));
    assert_eq!(sum(&facts, "sessions", &bottle, october).as_deref(), Some("100"));
    assert_eq!(sum(&facts, "units", &bottle, october).as_deref(), Some("15"));
    assert_eq!(facts.sum(&MeasureId::new("units"), &bottle, span("2026-10-01", "2026-10-15")), Total::Coarse);
}

#[test]
fn a_measure_comes_from_the_column_it_names() {
    let mut setting = company();
    let source =
        |column: &str| SourceColumn { report: "business_report".to_owned(), column: column.to_owned() };
    setting.measures.retain(|measure| measure.id.as_str() == "page_views");
    setting.measures[0].source = vec![source("page_views")];
    let csv = "(Child) ASIN,Sessions,Page Views,Units Ordered,Ordered Product Sales\nB0A,1,7,1,$1.00\n";
    let (facts, _) = read(&setting, &[("results/US/2026-10-05/a.csv", csv)]);
    assert_eq!(facts.measures().map(|id| id.as_str()).collect::<Vec<_>>(), ["page_views"]);
    let one = span("2026-10-05", "2026-10-05");
    assert_eq!(sum(&facts, "page_views", &Scope::company(), one).as_deref(), Some("7"));
}

#[test]
fn a_measure_whose_column_does_not_exist_is_said() {
    let mut setting = company();
    let source =
        |column: &str| SourceColumn { report: "business_report".to_owned(), column: column.to_owned() };
    let columns = ["sesions", "title", "ordered_sales", "sessions"];
    setting.measures[0].source = columns.map(source).into();
    let named: Vec<String> = super::unknown_columns(&setting, &Library::new(builtin().to_vec()))
        .iter()
        .map(|finding| format!("{} {:?}", finding.code.name, finding.help))
        .collect();
    assert_eq!(named, ["I111 Some(\"nearest\")", "I111 Some(\"help\")", "I111 Some(\"nearest\")"]);
}

#[test]
fn a_measure_by_the_month_stands_for_its_month() {
    let mut setting = company();
    setting.measures[0].grains = [Dimension::new("month")].into();
    let csv = "date,marketplace,sku,sessions\n2026-09-30,US,TK,5\n2026-10-31,US,TK,7\n";
    let (facts, _) = read(&setting, &[("results/daily/a.csv", csv)]);
    let all = Scope::company();
    assert_eq!(sum(&facts, "sessions", &all, span("2026-09-01", "2026-10-31")).as_deref(), Some("12"));
    assert_eq!(facts.sum(&MeasureId::new("sessions"), &all, span("2026-10-31", "2026-10-31")), Total::Coarse);
}

#[test]
fn the_same_figure_in_two_files_is_an_error() {
    let header = "date,marketplace,sku,units\n";
    let a = format!("{header}2026-11-01,US,TK,1\n2026-11-03,US,TK,1\n");
    let b = format!("{header}2026-11-02,US,TK,1\n2026-11-03,US,CB-GY,1\n");
    let c = format!("{header}2026-11-03,US,TK,1\n");
    let report = "(Child) ASIN,Sessions,Units Ordered,Ordered Product Sales\nB0B,1,1,$1.00\n";
    let files =
        [("results/daily/a.csv", a.as_str()), ("results/daily/b.csv", &b), ("results/daily/c.csv", &c)];
    assert_eq!(worded(read(&company(), &files[..2]).1), "");
    let all = [&files[..], &[("results/US/2026-11/r.csv", report)]].concat();
    assert_snapshot!(worded(read(&company(), &all).1), @r"
    results/daily/b.csv: error[I106]: units of CB-GY in US from 2026-11-03 to 2026-11-03 is given twice, here and in results/US/2026-11/r.csv.
        help: It would be counted twice. Remove one of the files, or let the measure come from one kind of file in metrics.yaml.
    results/daily/c.csv: error[I106]: units of TK in US from 2026-11-03 to 2026-11-03 is given twice, here and in results/daily/a.csv.
        help: It would be counted twice. Remove one of the files, or let the measure come from one kind of file in metrics.yaml.
    ");
}

#[test]
fn a_path_must_say_what_a_report_does_not() {
    let report = "(Child) ASIN,Sessions,Units Ordered,Ordered Product Sales\nB0A,1,1,$1.00\n";
    let files =
        [("results/US/2026-13/a.csv", report), ("results/UK/2026-10/b.csv", report), ("c.csv", report)];
    let (facts, findings) = read(&company(), &files);
    assert_snapshot!(worded(findings), @r"
    c.csv: error[I102]: This report does not say its marketplace, and its path names none.
        help: Put it where the path says it, such as results/US/2026-10/, and write the source as results/{marketplace}/{period}/*.csv.
    results/UK/2026-10/b.csv: error[I104]: There is no marketplace “UK”.
        help: Known are: JP, MX, US. Add it to marketplaces.yaml, or mend the name.
    results/US/2026-13/a.csv: error[I102]: The path says “2026-13”, which is no period.
        help: Write a period as 2026-10, 2026-W43, 2026-Q4, 2026, 2026-10-05 or 2026-11-01_2026-11-18.
    ");
    assert!(facts.measures().next().is_none());
}

#[test]
fn sources_that_match_nothing_or_name_no_kind_are_said() {
    let sources = [source("exports/*.csv", None), source("a.csv", Some("canonicle"))];
    let (_, findings) = results(&world(&[("a.csv", b"")]), &company(), &sources);
    let codes: Vec<&str> = findings.iter().map(|finding| finding.code.name).collect();
    assert_eq!(codes, ["I116", "I109"]);
}

#[test]
fn of_several_sources_the_first_has_the_file() {
    let csv = "date,marketplace,sku,units\n2026-11-01,US,TK,1\n";
    let twice = [source("results/**/*.csv", None), source("results/daily/*.csv", Some("canonical"))];
    let (facts, findings) = results(&world(&[("results/daily/a.csv", csv.as_bytes())]), &company(), &twice);
    assert!(findings.is_empty());
    assert_eq!(facts.log().files.len(), 1);
}

#[test]
fn rows_of_unknown_skus_count_for_the_company() {
    let csv = "date,marketplace,sku,units\n2026-11-01,US,TK,1\n2026-11-01,US,OLD,2\n";
    let (facts, _) = read(&company(), &[("results/daily/a.csv", csv)]);
    let one = span("2026-11-01", "2026-11-01");
    assert_eq!(sum(&facts, "units", &Scope::company(), one).as_deref(), Some("3"));
    assert_eq!(sum(&facts, "units", &Scope::product(&unmapped_product()), one).as_deref(), Some("2"));
    assert_eq!(facts.products().map(|id| id.as_str()).collect::<Vec<_>>(), ["kettle"]);
}

#[test]
fn a_moment_is_the_day_of_its_marketplace() {
    let zones = [("US", "America/Los_Angeles"), ("JP", "Asia/Tokyo")];
    let markets = [("US", "USD"), ("JP", "JPY")].map(marketplace).into_iter().zip(zones);
    let markets: Vec<Marketplace> = markets
        .map(|(market, (_, zone))| Marketplace { report_tz: Some(zone.to_owned()), ..market })
        .collect();
    let setting = Setting { markets: Markets::of(&markets), ..company() };
    let orders = "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\tquantity\tcurrency\titem-price\n\
        1\t2026-10-05T03:00:00+00:00\tShipped\tAmazon.com\tTK\t2\tUSD\t40.00\n\
        2\t2026-10-05T03:00:00+00:00\tShipped\tAmazon.co.jp\tTK\t1\tJPY\t2000\n";
    let (facts, _) = read(&setting, &[("orders.csv", orders)]);
    let units = |market: &str, day: &str| {
        sum(&facts, "units", &Scope::marketplace(&MarketplaceId::new(market)), span(day, day))
    };
    assert_eq!(units("US", "2026-10-04").as_deref(), Some("2"));
    assert_eq!(units("JP", "2026-10-05").as_deref(), Some("1"));
    assert_eq!(facts.log().files[0].zones, ["UTC", "America/Los_Angeles", "Asia/Tokyo"]);
}

#[test]
fn an_amount_that_only_a_check_reads_must_be_one() {
    let settlement = "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\t\
        transaction-type\tmarketplace-name\tamount-type\tamount-description\tamount\tposted-date\tsku\tquantity-purchased\n\
        9\t2026-10-01\t2026-10-14\t2026-10-16\t34.00\tUSD\t\t\t\t\t\t\t\t\n\
        9\t\t\t\t\t\tOrder\tAmazon.com\tItemPrice\tPrincipal\t40.00\t2026-10-06\tTK\t2\n\
        9\t\t\t\t\t\tOrder\tAmazon.com\tItemFees\tCommission\tsix\t2026-10-06\tTK\t2\n";
    let mut setting = company();
    setting.measures.retain(|measure| measure.id.as_str() == "units");
    let (facts, _) = read(&setting, &[("results/US/2026-10-01_2026-10-14/s.csv", settlement)]);
    let file = &facts.log().files[0];
    assert_eq!((file.rows, file.refused_rows, file.refused[0].line), (1, 1, 4));
    assert!(!file.checks[0].ok);
}

#[test]
fn orders_that_were_not_sent_explain_what_a_settlement_lacks() {
    let orders = "amazon-order-id\tpurchase-date\torder-status\tsales-channel\tsku\tquantity\tcurrency\titem-price\n\
        1\t2026-10-05T10:00:00+00:00\tShipped\tAmazon.com\tTK\t2\tUSD\t40.00\n\
        2\t2026-10-06T10:00:00+00:00\tUnshipped\tAmazon.com\tTK\t1\tUSD\t20.00\n";
    let settlement = "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\t\
        transaction-type\torder-id\tmarketplace-name\tamount-type\tamount-description\tamount\tposted-date\tsku\tquantity-purchased\n\
        9\t2026-10-01\t2026-10-14\t2026-10-16\t40.00\tUSD\t\t\t\t\t\t\t\t\t\n\
        9\t\t\t\t\t\tOrder\t1\tAmazon.com\tItemPrice\tPrincipal\t40.00\t2026-10-06\tTK\t2\n";
    let files = [
        ("results/US/2026-10-01_2026-10-14/o.csv", orders),
        ("results/US/2026-10-01_2026-10-14/s.csv", settlement),
    ];
    let (facts, _) = read(&company(), &files);
    let said: Vec<String> = facts
        .log()
        .reconciliations
        .iter()
        .map(|found| {
            let known: Vec<String> =
                found.known.iter().map(|(reason, sum)| format!("{reason} {sum}")).collect();
            format!("{} {} {} {known:?} rest {}", found.measure, found.left.1, found.right.1, found.rest)
        })
        .collect();
    let expected = [r#"sales 60 40 ["not-sent -20"] rest 0"#, r#"units 3 2 ["not-sent -1"] rest 0"#];
    assert_eq!(said, expected);
}

/// The variables of each message and attribute, in order.
fn variables(file: &str) -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut key = String::new();
    for line in file.lines() {
        let head = line.split_once(" =").map(|(head, _)| head.trim());
        match head {
            Some(head) if !line.starts_with(' ') => key = head.to_owned(),
            Some(head) if line.starts_with("    .") => {
                key = format!("{}{head}", key.split('.').next().unwrap());
            }
            _ => {}
        }
        let names =
            line.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next().map(str::to_owned));
        found.entry(key.clone()).or_default().extend(names);
    }
    found.values_mut().for_each(|names| {
        names.sort();
        names.dedup();
    });
    found
}

#[test]
fn every_code_of_results_has_its_words_in_both_languages() {
    let (english, chinese) = (variables(ENGLISH), variables(CHINESE));
    assert_eq!(english, chinese);
    for code in CODES.iter().filter(|code| code.name.starts_with('I')) {
        assert!(english.contains_key(code.name), "{}", code.name);
    }
    for (tag, file) in [("en", ENGLISH), ("zh-Hant", CHINESE)] {
        let locale = Locale::new(&Lang::new(tag), [file]).unwrap();
        let args = [("names", Arg::from("x")), ("count", Arg::Count(2)), ("share", Arg::from("5%"))];
        assert!(locale.fill("I105", &args).contains("5%"));
    }
}

fn arbitrary_rows() -> impl Strategy<Value = Vec<(i32, usize, usize, i64)>> {
    prop::collection::vec((0..40_i32, 0..2_usize, 0..3_usize, -500..500_i64), 1..60)
}

fn csv_of(rows: &[(i32, usize, usize, i64)]) -> String {
    let line = |(offset, market, sku, units): &(i32, usize, usize, i64)| {
        let (market, sku) = (["US", "JP"][*market], ["CB-GY", "CB-WH", "TK"][*sku]);
        format!("{},{market},{sku},{units},{units}\n", day("2026-01-01") + *offset)
    };
    rows.iter().fold("date,marketplace,sku,units,sales\n".to_owned(), |text, row| text + &line(row))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn sums_are_those_of_the_rows_in_any_order(rows in arbitrary_rows(), turn in 0..60_usize, from in 0..40_i32, len in 0..40_i32) {
        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        let (facts, _) = read(&company(), &[("results/daily/a.csv", &csv_of(&rows))]);
        let (again, _) = read(&company(), &[("results/daily/a.csv", &csv_of(&turned))]);
        let asked = Span::new(day("2026-01-01") + from, day("2026-01-01") + from + len).unwrap();
        let us = Scope::cell(&ProductId::new("bottle"), &MarketplaceId::new("US"));
        for (scope, measure) in [(Scope::company(), "sales"), (Scope::company(), "units"), (us, "units")] {
            let measure = MeasureId::new(measure);
            let total = facts.sum(&measure, &scope, asked);
            prop_assert_eq!(&total, &again.sum(&measure, &scope, asked));
            let daily = facts.daily(&measure, &scope, asked);
            if let Total::Known(sum) = total {
                let naive = naive(&rows, &scope, (measure.as_str() == "sales", asked));
                prop_assert_eq!(&sum, &naive);
                prop_assert_eq!(sum, daily.iter().map(|total| total.known().unwrap()).sum::<Ratio>());
            }
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "[a-zA-Z0-9,;\t\"\r\n茶$. -]{0,200}") {
        let head = "date,marketplace,sku,units\n";
        let report = "(Child) ASIN,SKU,Sessions,Units Ordered,Ordered Product Sales\n";
        for file in [bytes.clone(), text.clone().into_bytes(), [head.as_bytes(), &bytes].concat(), format!("{head}{text}").into_bytes(), format!("{report}{text}").into_bytes()] {
            let (facts, _) = results(&world(&[("results/US/2026-10/a.csv", &file)]), &company(), &sources());
            prop_assert_eq!(facts.log().files.len(), 1);
        }
    }
}

fn naive(rows: &[(i32, usize, usize, i64)], scope: &Scope, (money, span): (bool, Span)) -> Ratio {
    let mut total = Ratio::zero();
    for (offset, market, sku, value) in rows {
        let (market, product) = (["US", "JP"][*market], ["bottle", "bottle", "kettle"][*sku]);
        let within = span.contains(day("2026-01-01") + *offset);
        if within && scope.contains(&ProductId::new(product), &MarketplaceId::new(market)) {
            let rate = if money && market == "JP" { "1/150" } else { "1" };
            total += &(&Ratio::from_int((*value).into()) * &Ratio::parse(rate).unwrap());
        }
    }
    total
}
