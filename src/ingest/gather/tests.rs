//! Files set against each other.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::gather;
use crate::diagnostic::Diagnostics;
use crate::facts::{Exchange, Facts, Item, Over, Scale, Total, unmapped_product, whole_market};
use crate::ingest::decoded::{Aside, Cover, Decoded, Feed, Figure, Figures, Market, Origin, Replaces};
use crate::ingest::place::Markets;
use crate::ingest::read::{Outcome, blank};
use crate::ingest::setting::Setting;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, ProductId, Scope, Sku, Span};

fn day(text: &str) -> Day {
    Day::parse(&format!("2026-{text}")).unwrap()
}

fn span(text: &str) -> Span {
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    Span::new(day(from), day(to)).unwrap()
}

fn setting() -> Setting {
    let usd = Currency::parse("USD").unwrap();
    Setting {
        markets: Markets::of(&[]),
        products: [].into(),
        skus: BTreeMap::new(),
        asins: BTreeMap::new(),
        measures: Vec::new(),
        own_measures: false,
        exchange: Exchange::new(usd),
    }
}

/// `path kind lane rank replaces downloaded`; then lines of `measure[/window] market[:currency] daily|report span` and
/// `item=figure,figure…`, one for each day or one for the report.
fn file(text: &str) -> Outcome {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let head: Vec<&str> = lines.next().unwrap().split(' ').collect();
    let mut decoded = Decoded::default();
    let replaces = match head[4] {
        "period" => Replaces::Period,
        "rows" => Replaces::Rows,
        _ => Replaces::Cells,
    };
    let lane = head[2].trim_matches('-');
    decoded.origin = Origin {
        kind: head[1].into(),
        lane: lane.into(),
        rank: head[3].parse().unwrap(),
        replaces,
        compared_as: (!lane.is_empty()).then(|| head[1].into()),
    };
    decoded.recency.downloaded = head.get(5).map(|text| day(text));
    decoded.recency.path = head[0].into();
    lines.for_each(|line| add_line(&mut decoded, line));
    let mut log = blank(&head[0].into());
    log.kind = Some(head[1].into());
    Outcome { log, decoded, findings: Diagnostics::default() }
}

fn add_line(decoded: &mut Decoded, line: &str) {
    let words: Vec<&str> = line.split(' ').collect();
    let (name, window) =
        words[0].split_once('/').map_or((words[0], None), |(name, w)| (name, w.parse().ok()));
    let scale = if name.ends_with("sales") { Scale::Money } else { Scale::Count };
    let over = if name.starts_with("stock") { Over::Stock } else { Over::Flow };
    let known = decoded.feeds.iter().position(|feed| feed.measure.as_str() == name);
    let feed = known.map_or_else(
        || decoded.feed(Feed { measure: MeasureId::new(name), scale, over, window, compared_only: false }),
        |at| u16::try_from(at).unwrap(),
    );
    let (id, code) = words[1].split_once(':').unwrap_or((words[1], "USD"));
    let place = Market { id: MarketplaceId::new(id), currency: Currency::parse(code).unwrap() };
    let market = place_of(&mut decoded.markets, place);
    let (daily, days) = (words[2] == "daily", span(words[3]));
    decoded.covers.push(Cover { feed, market: u16::try_from(market).unwrap(), span: days, daily });
    for word in &words[4..] {
        let (name, values) = word.split_once('=').unwrap();
        let item = Item { product: ProductId::new(name), sku: Some(Sku::new(name)) };
        let item = u32::try_from(place_of(&mut decoded.items, item)).unwrap();
        for (n, value) in (0..).zip(values.split(',')) {
            let span = if daily { Span { from: days.from + n, to: days.from + n } } else { days };
            let (market, value) = (u16::try_from(market).unwrap(), value.parse().unwrap());
            decoded.figures.push(Figure { feed, market, item, tag: 0, span, value });
        }
    }
}

fn place_of<T: PartialEq>(list: &mut Vec<T>, thing: T) -> usize {
    list.iter().position(|known| *known == thing).unwrap_or_else(|| {
        list.push(thing);
        list.len() - 1
    })
}

fn facts(files: &[&str]) -> (Facts, Vec<String>) {
    let (facts, findings) = gather(&setting(), files.iter().map(|text| file(text)).collect());
    let words = |finding: &crate::diagnostic::Diagnostic| {
        let args: Vec<String> =
            finding.args.iter().map(|(name, arg)| format!("{name}={}", shown(arg))).collect();
        format!("{} {} {}", finding.code.name, finding.place.file, args.join(" "))
    };
    (facts, findings.iter().map(words).collect())
}

fn shown(arg: &crate::diagnostic::Arg) -> String {
    match arg {
        crate::diagnostic::Arg::Count(count) => count.to_string(),
        other => format!("{other:?}").trim_start_matches("Text(\"").trim_end_matches("\")").to_owned(),
    }
}

fn sum(facts: &Facts, measure: &str, days: &str) -> String {
    match facts.sum(&MeasureId::new(measure), &Scope::company(), span(days)) {
        Total::Known(sum) => sum.to_string(),
        other => format!("{other:?}"),
    }
}

const OCTOBER: &str = "a-oct.csv report results 10 period 11-05
    units US report 10-01..10-31 mug=310
    sales US report 10-01..10-31 mug=31000";
const ORDERS: &str = "b-orders.txt orders results 20 rows
    units US daily 10-30..11-02 mug=7,8,9,10
    sales US daily 10-30..11-02 mug=700,800,900,1000";

#[test]
fn of_kinds_that_tell_the_same_story_the_best_holds_for_its_days() {
    let (facts, findings) = facts(&[OCTOBER, ORDERS]);
    assert_eq!(sum(&facts, "units", "10-01..10-31"), "310");
    assert_eq!(sum(&facts, "units", "10-01..11-02"), "329");
    assert_eq!(
        findings,
        [
            "I132 b-orders.txt measure=sales kind=orders other=report",
            "I132 b-orders.txt measure=units kind=orders other=report"
        ]
    );
    let unused: Vec<String> = facts.log().files[1]
        .unused
        .iter()
        .map(|unused| format!("{} {} {}", unused.measure, unused.marketplace, unused.because))
        .collect();
    assert_eq!(unused, ["sales US report", "units US report"]);
}

#[test]
fn a_report_of_a_worse_kind_is_left_out_whole() {
    let orders = "b-orders.txt orders results 5 rows
        units US daily 10-30..11-02 mug=7,8,9,10";
    let (facts, _) = facts(&[OCTOBER, orders]);
    assert_eq!(sum(&facts, "units", "10-30..11-02"), "34");
    assert_eq!(sum(&facts, "units", "10-01..10-31"), "Missing");
    assert_eq!(facts.covered(&MeasureId::new("units"), &Scope::company()), Some(span("10-30..11-02")));
    // The other measure is not touched.
    assert_eq!(sum(&facts, "sales", "10-01..10-31"), "310");
}

#[test]
fn lanes_add_and_windows_do_not_mix() {
    let products = "a.csv products sp 1 period
        ad_spend US daily 10-01..10-02 mug=5,6
        ad_sales/7 US daily 10-01..10-02 mug=100,100";
    let brands = "b.csv brands sb 1 period
        ad_spend US daily 10-01..10-02 mug=1,1
        ad_sales/14 US daily 10-01..10-02 mug=900,900";
    let (facts, findings) = facts(&[products, brands]);
    assert_eq!(sum(&facts, "ad_spend", "10-01..10-02"), "13");
    assert_eq!(sum(&facts, "ad_sales", "10-01..10-02"), "2");
    assert_eq!(findings, ["I134 b.csv measure=ad_sales kind=products window=14 other=7 marketplace=US"]);
}

#[test]
fn a_newer_file_of_a_kind_replaces_the_days_of_an_older_one() {
    let old = "z-old.csv orders_by_day results 1 period 10-03
        units US daily 10-01..10-03 mug=1,2,3";
    let new = "a-new.csv orders_by_day results 1 period 10-04
        units US daily 10-02..10-04 mug=2,4,5";
    let (facts, findings) = facts(&[old, new]);
    assert_eq!(sum(&facts, "units", "10-01..10-04"), "12");
    assert_eq!(findings, ["I133 z-old.csv other=a-new.csv count=1 from=2026-10-02 to=2026-10-03"]);
    let replaced = &facts.log().files[1].replaced[0];
    assert_eq!((replaced.before.as_str(), replaced.after.as_deref()), ("5", Some("6")));
    assert_eq!((replaced.span, &*replaced.by), (span("10-02..10-03"), "a-new.csv"));
}

#[test]
fn an_older_report_that_overlaps_is_replaced_whole() {
    let half = "a-half.csv report results 10 period 10-16
        units US report 10-01..10-15 mug=150";
    let (facts, findings) = facts(&[OCTOBER, half]);
    assert_eq!(sum(&facts, "units", "10-01..10-31"), "310");
    assert_eq!(sum(&facts, "units", "10-01..10-15"), "Coarse");
    assert_eq!(findings, ["I133 a-half.csv other=a-oct.csv count=1 from=2026-10-01 to=2026-10-15"]);
    let replaced = &facts.log().files[0].replaced[0];
    assert_eq!((replaced.before.as_str(), replaced.after.as_deref()), ("150", None));
}

#[test]
fn a_file_downloaded_twice_counts_once() {
    let again = OCTOBER.replace("a-oct.csv", "a-oct-(1).csv");
    let (facts, findings) = facts(&[OCTOBER, &again]);
    assert_eq!(sum(&facts, "units", "10-01..10-31"), "310");
    assert_eq!(findings, ["I133 a-oct-(1).csv other=a-oct.csv count=0 from=2026-10-01 to=2026-10-31"]);
    let replaced = &facts.log().files[0].replaced;
    assert!(replaced.iter().all(|one| Some(&one.before) == one.after.as_ref()));
    assert_eq!(replaced.len(), 2);
}

#[test]
fn a_file_of_no_lane_may_share_no_figure_and_others_of_one_lane_may() {
    let own = "c.csv canonical - 0 cells
        units US daily 11-02..11-02 mug=4";
    let other = own.replace("c.csv", "d.csv");
    let twice = |files: &[&str]| -> Vec<String> {
        facts(files).1.into_iter().filter(|finding| finding.starts_with("I106")).collect()
    };
    let given = "measure=units item=mug marketplace=US from=2026-11-02 to=2026-11-02";
    assert_eq!(twice(&[OCTOBER, ORDERS, own]), [format!("I106 c.csv other=b-orders.txt {given}")]);
    assert_eq!(twice(&[OCTOBER, own, &other]), [format!("I106 d.csv other=c.csv {given}")]);
    let shop = ORDERS.replace("b-orders.txt", "e.txt");
    assert!(twice(&[ORDERS, &shop]).is_empty());
}

#[test]
fn money_in_another_currency_is_left_out() {
    let yen = "c.csv orders results 20 rows
        sales US:JPY daily 11-03..11-03 mug=4000
        units US:JPY daily 11-03..11-03 mug=1";
    let (facts, findings) = facts(&[OCTOBER, yen]);
    assert_eq!(sum(&facts, "sales", "10-01..10-31"), "310");
    assert_eq!(sum(&facts, "sales", "11-03"), "Missing");
    assert_eq!(sum(&facts, "units", "11-03"), "1");
    assert_eq!(findings, ["I131 c.csv marketplace=US currency=USD found=JPY"]);
}

#[test]
fn accounts_of_the_same_days_are_set_side_by_side() {
    let mut orders = file(
        "b.txt orders results 20 rows
        units US daily 09-30..10-31 mug=1,290,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,3",
    );
    orders.decoded.asides.push(Aside {
        reason: "cancelled".to_owned(),
        against: Vec::new(),
        market: 0,
        measure: MeasureId::new("units"),
        span: span("10-09"),
        amount: 12,
    });
    let (facts, _) = gather(&setting(), vec![file(OCTOBER), orders]);
    let [found] = &facts.log().reconciliations[..] else { panic!("{:?}", facts.log().reconciliations) };
    assert_eq!((&*found.left.0, found.left.1.to_string()), ("orders", "293".to_owned()));
    assert_eq!((&*found.right.0, found.right.1.to_string()), ("report", "310".to_owned()));
    assert_eq!((found.period, found.difference.to_string()), (span("10-01..10-31"), "17".to_owned()));
    let known: Vec<String> =
        found.known.iter().map(|(reason, amount)| format!("{reason} {amount}")).collect();
    assert_eq!((known, found.rest.to_string()), (vec!["cancelled 12".to_owned()], "5".to_owned()));
}

#[test]
fn what_belongs_to_a_marketplace_as_a_whole_is_no_product() {
    let mut outcome = file("a.csv fees fees 1 rows\n units US daily 10-01..10-02 mug=1,2");
    outcome.decoded.items = vec![Item { product: whole_market(), sku: None }];
    let (facts, _) = gather(&setting(), vec![outcome]);
    assert_eq!(sum(&facts, "units", "10-01..10-02"), "3");
    assert_eq!(facts.products().count(), 0);
    assert_ne!(whole_market(), unmapped_product());
}

#[test]
fn a_sum_too_large_is_said_and_not_wrapped() {
    let mut outcome = file("a.csv fees fees 1 rows\n units US daily 10-01..10-01 mug=1");
    let figure = *outcome.decoded.figures.iter().next().unwrap();
    outcome.decoded.figures.push(Figure { value: i64::MAX, ..figure });
    let (facts, findings) = gather(&setting(), vec![outcome]);
    assert_eq!(sum(&facts, "units", "10-01"), "9223372036854775808");
    assert_eq!(findings.iter().map(|finding| finding.code.name).collect::<Vec<_>>(), ["I135"]);
}

#[test]
fn a_figure_takes_few_bytes() {
    assert!(size_of::<Figure>() <= 32 && size_of::<crate::facts::Fact>() <= 32);
}

/// Files of four kinds in two lanes over three weeks, by day or as a whole.
fn arbitrary_file() -> impl Strategy<Value = (usize, i32, i32, bool, i64, i32)> {
    (0..4_usize, 0..15_i32, 1..7_i32, any::<bool>(), 1..100_i64, 0..9_i32)
}

fn text_of((kind, from, len, daily, value, age): (usize, i32, i32, bool, i64, i32), path: &str) -> String {
    let (name, lane) = [("a", "x"), ("b", "x"), ("c", "y"), ("d", "y")][kind];
    let replaces = if kind == 3 { "rows" } else { "period" };
    let first = day("10-01") + from;
    let last = first + (len - 1);
    let dates = format!("{}..{}", &first.to_string()[5..], &last.to_string()[5..]);
    let values = vec![value.to_string(); if daily { usize::try_from(len).unwrap() } else { 1 }].join(",");
    let how = if daily { "daily" } else { "report" };
    format!("{path} {name} {lane} {kind} {replaces} 11-0{}\nunits US {how} {dates} mug={values}", age + 1)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_order_of_files_gives_the_same_facts(
        files in prop::collection::vec(arbitrary_file(), 1..7), turn in 0..7_usize,
    ) {
        let texts: Vec<String> =
            files.iter().enumerate().map(|(n, file)| text_of(*file, &format!("{n}.csv"))).collect();
        let mut turned: Vec<&str> = texts.iter().map(String::as_str).collect();
        let (first, said) = facts(&turned);
        let len = turned.len();
        turned.rotate_left(turn % len);
        let (second, again) = facts(&turned);
        prop_assert_eq!(said, again);
        let all = span("09-28..10-25");
        let (units, company) = (MeasureId::new("units"), Scope::company());
        prop_assert_eq!(first.daily(&units, &company, all), second.daily(&units, &company, all));
        prop_assert_eq!(first.covered(&units, &company), second.covered(&units, &company));
    }

    /// Each day has at most one figure of each lane: what is added is never the same story twice.
    #[test]
    fn no_day_counts_twice_in_a_lane(files in prop::collection::vec(arbitrary_file(), 1..7)) {
        let files: Vec<_> = files.into_iter().filter(|file| file.0 < 2).collect();
        let texts: Vec<String> = files
            .iter()
            .enumerate()
            .map(|(n, file)| text_of((file.0, file.1, file.2, true, 1, file.5), &format!("{n}.csv")))
            .collect();
        let (facts, _) = facts(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        for total in facts.daily(&MeasureId::new("units"), &Scope::company(), span("10-01..10-25")) {
            prop_assert!(total.known().is_none_or(|sum| sum.to_string() == "1"));
        }
    }

    #[test]
    fn figures_add_up_to_the_same_sums_wherever_they_are_merged(
        rows in prop::collection::vec((0..3_u16, 0..4_u32, 0..3_u32, 0..3_i32, -50..50_i64), 0..200),
        merges in prop::collection::vec(0..200_usize, 0..5),
    ) {
        let overs = [Over::Flow, Over::Stock, Over::Level];
        let mut decoded = [Decoded::default(), Decoded::default()];
        for decoded in &mut decoded {
            for over in overs {
                decoded.feed(Feed { measure: MeasureId::new("m"), scale: Scale::Count, over, window: None, compared_only: false });
            }
        }
        let [merged, plain] = &mut decoded;
        let mut expected: BTreeMap<(u16, u32, u32, Span), i64> = BTreeMap::new();
        for (n, (feed, item, tag, offset, value)) in rows.iter().copied().enumerate() {
            let span = Span { from: day("10-01") + offset, to: day("10-01") + offset };
            let figure = Figure { feed, market: 0, item, tag, span, value };
            merged.figures.push(figure);
            plain.figures.push(figure);
            if merges.contains(&n) {
                merged.figures.settle();
            }
            let cell = expected.entry((feed, item, tag, span)).or_default();
            *cell = if overs[usize::from(feed)] == Over::Level { value } else { *cell + value };
        }
        let lists = decoded.map(|decoded| Figures::into_list(decoded.figures));
        prop_assert_eq!(&lists[0], &lists[1]);
        let found: BTreeMap<_, _> =
            lists[0].iter().map(|f| ((f.feed, f.item, f.tag, f.span), f.value)).collect();
        prop_assert_eq!(found, expected);
    }
}
