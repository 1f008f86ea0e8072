//! Weekly and monthly figures of the market stand for their own days: weeks from Sunday to Saturday are no ISO weeks.

use super::*;
use crate::facts::{Basis, Over, whole_market};
use crate::metric::{Better, Measure, Role, Unit};

const QUERIES: &str = "\u{feff}Brand=[\"Sanwu\"],Reporting Range=[\"Weekly\"],\
    Select week=[\"Week 46 | 2026-11-08 - 2026-11-14 2026\"]\n\
    Search Query,Search Query Volume,Impressions: Total Count,Impressions: Brand Count,Purchases: Total Count,Purchases: Brand Count\n\
    cold brew bottle,500,12000,300,40,2\n\
    travel kettle,300,7000,140,20,1\n";
const RANKS: &str = "Reporting Range=[\"Weekly\"],Select week=[\"Week 46 | 2026-11-08 - 2026-11-14 2026\"]\n\
    Search Frequency Rank,Search Term,Top Clicked Product #1: ASIN,Top Clicked Product #2: ASIN,Top Clicked Product #3: ASIN\n\
    4100,travel kettle,B0RIVAL,B0OTHER,B0A\n\
    9000,kettle stand,B0RIVAL,B0OTHER,B0THIRD\n";

/// A company that also keeps what rivals ask, and who buys.
fn watchful() -> Setting {
    let mut setting = company();
    let measure = |id: &str, (unit, over): (Unit, Over), grains: [&str; 2]| Measure {
        id: MeasureId::new(id),
        name: Text::plain(id),
        unit,
        better: Better::None,
        source: Vec::new(),
        grains: grains.map(Dimension::new).into(),
        role: Role::Input,
        lag_days: 0,
        over,
    };
    setting.measures.push(measure("rival_price", (Unit::Money, Over::Level), ["day", "rival"]));
    setting.measures.push(measure("audience", (Unit::Count, Over::Flow), ["month", "age_group"]));
    setting.measures.push(measure("followers", (Unit::Count, Over::Flow), ["week", "channel"]));
    setting
}

fn total(facts: &Facts, measure: &str, (from, to): (&str, &str)) -> Total {
    facts.sum(&MeasureId::new(measure), &Scope::company(), span(from, to))
}

fn parts(facts: &Facts, measure: &str, (days, dimension): ((&str, &str), &str)) -> String {
    let asked = (&Scope::company(), span(days.0, days.1), Basis::Plan);
    let shown = |total: Total| total.known().map_or(format!("{total:?}"), ToString::to_string);
    let parts = facts.split(&MeasureId::new(measure), asked, dimension).into_iter();
    let line = |(value, total): (Option<String>, Total)| {
        format!("{}={}", value.as_deref().unwrap_or("-"), shown(total))
    };
    parts.map(line).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_report_of_a_week_stands_for_sunday_to_saturday_and_no_other_days() {
    let (facts, findings) = read(&watchful(), &[("queries.csv", QUERIES), ("ranks.csv", RANKS)]);
    // It names no marketplace, and three are known: the path says it.
    assert_eq!(worded(findings).matches("error").count(), 2);
    assert_eq!(total(&facts, "search_volume", ("2026-11-08", "2026-11-14")), Total::Missing);

    let files = [("results/US/2026-W46/queries.csv", QUERIES), ("results/US/2026-W46/ranks.csv", RANKS)];
    let (facts, _) = read(&watchful(), &files);
    let (week, iso) = (("2026-11-08", "2026-11-14"), ("2026-11-09", "2026-11-15"));
    assert_eq!(total(&facts, "search_volume", week), Total::Known(Ratio::from_int(800)));
    assert_eq!(total(&facts, "brand_purchases", week), Total::Known(Ratio::from_int(3)));
    assert_eq!(total(&facts, "search_volume", iso), Total::Missing);
    assert_eq!(total(&facts, "search_volume", ("2026-11-08", "2026-11-11")), Total::Coarse);
    let terms = parts(&facts, "search_volume", (week, "search_term"));
    assert_eq!(terms, "cold brew bottle=500 travel kettle=300");
    // Of ranks, only the term whose most clicked products hold one of ours is kept.
    assert_eq!(parts(&facts, "search_rank", (week, "search_term")), "travel kettle=4100");
}

#[test]
fn weeks_that_follow_each_other_add_up_and_none_is_taken_for_another() {
    let next = QUERIES.replace("2026-11-08 - 2026-11-14", "2026-11-15 - 2026-11-21").replace("500", "600");
    let files = [("results/US/2026-11/a.csv", QUERIES), ("results/US/2026-11/b.csv", &next)];
    let (facts, _) = read(&watchful(), &files);
    assert_eq!(
        total(&facts, "search_volume", ("2026-11-08", "2026-11-21")),
        Total::Known(Ratio::from_int(1700))
    );
    assert_eq!(
        total(&facts, "search_volume", ("2026-11-15", "2026-11-21")),
        Total::Known(Ratio::from_int(900))
    );
    assert_eq!(total(&facts, "search_volume", ("2026-11-12", "2026-11-18")), Total::Coarse);
}

#[test]
fn rows_without_a_product_belong_to_the_marketplace_by_the_dimensions_of_the_measure() {
    let rivals = "date,marketplace,rival,rival_price\n2026-11-07,US,rival-a,26.99\n2026-11-07,US,rival-b,24.99\n\
        2026-11-14,US,rival-a,26.99\n2026-11-14,US,rival-b,24.49\n";
    let (facts, findings) = read(&watchful(), &[("results/daily/rivals.csv", rivals)]);
    assert_eq!(worded(findings), "");
    let saturday = ("2026-11-14", "2026-11-14");
    assert_eq!(parts(&facts, "rival_price", (saturday, "rival")), "rival-a=2699/100 rival-b=2449/100");
    // The ISO week that the Saturday lies in has the same single reading.
    let week = ("2026-11-09", "2026-11-15");
    assert_eq!(parts(&facts, "rival_price", (week, "rival")), "rival-a=2699/100 rival-b=2449/100");
    assert_eq!(total(&facts, "rival_price", saturday), Total::Several);
    assert_eq!(facts.products().count(), 0);
    let of_product = Scope::product(&ProductId::new("kettle"));
    let asked = facts.sum(&MeasureId::new("rival_price"), &of_product, span("2026-11-14", "2026-11-14"));
    assert_eq!(asked, Total::Missing);
}

#[test]
fn a_row_of_a_week_keeps_its_day_and_one_of_a_month_is_the_month() {
    let csv = "date,marketplace,channel,followers\n2026-11-07,US,blog,5\n2026-11-14,US,blog,7\n2026-11-14,US,tube,1\n";
    let ages = "date,marketplace,age_group,audience\n2026-10-31,US,18-24,30\n2026-10-31,US,25-34,70\n2026-10-31,JP,25-34,9\n";
    let files = [("results/daily/followers.csv", csv), ("results/daily/ages.csv", ages)];
    let (facts, findings) = read(&watchful(), &files);
    assert_eq!(worded(findings), "");
    let whole = Scope::product(&whole_market());
    let of_whole = |measure: &str, days| sum(&facts, measure, &whole, days);
    assert_eq!(of_whole("followers", span("2026-11-09", "2026-11-15")).as_deref(), Some("8"));
    assert_eq!(of_whole("followers", span("2026-11-02", "2026-11-08")).as_deref(), Some("5"));
    assert_eq!(total(&facts, "followers", ("2026-11-16", "2026-11-22")), Total::Missing);
    assert_eq!(total(&facts, "audience", ("2026-10-01", "2026-10-31")), Total::Known(Ratio::from_int(109)));
    assert_eq!(parts(&facts, "audience", (("2026-10-01", "2026-10-31"), "age_group")), "18-24=30 25-34=79");
    assert_eq!(total(&facts, "audience", ("2026-10-25", "2026-10-31")), Total::Coarse);
}

#[test]
fn a_row_whose_sku_is_empty_is_refused_where_the_file_has_skus() {
    let csv = "date,marketplace,sku,units\n2026-11-01,US,TK,1\n2026-11-01,US,,2\n";
    let (facts, _) = read(&watchful(), &[("results/daily/a.csv", csv)]);
    assert_eq!((facts.log().files[0].rows, facts.log().files[0].refused_rows), (1, 1));
}

#[test]
fn a_file_without_products_is_none_where_one_of_its_measures_is_of_a_product() {
    let csv = "date,marketplace,rival,rival_price,units\n2026-11-01,US,rival-a,26.99,4\n";
    let (facts, findings) = read(&watchful(), &[("results/daily/a.csv", csv)]);
    assert!(worded(findings).contains("most like canonical, but lacks: sku"));
    assert_eq!(facts.log().files[0].kind, None);
}
