//! Signals: the table that tells them, and the weekly page that shows them first.

use crate::harness::Test;

/// Orders of a hundred sessions a week, from the week of 5 January 2026: ten quiet weeks, one that falls, one more.
const ORDERS: [u32; 12] = [98, 104, 101, 96, 102, 100, 97, 103, 99, 101, 81, 98];

/// A day of the first quarter of 2026 by its number in the year.
fn date(mut day: usize) -> String {
    for (month, days) in [("01", 31), ("02", 28)] {
        if day <= days {
            return format!("2026-{month}-{day:02}");
        }
        day -= days;
    }
    format!("2026-03-{day:02}")
}

/// A shop with its first weeks: each week's orders on its Monday, and none on the last Sunday.
fn shop(weeks: usize, signals: &str) -> Test {
    let row = |(week, orders): (usize, &u32)| format!("{},US,M,{orders},1000\n", date(5 + 7 * week));
    let rows: String = ORDERS.iter().take(weeks).enumerate().map(row).collect();
    let sunday = date(4 + 7 * weeks);
    let results = format!("date,marketplace,sku,orders,sessions\n{rows}{sunday},US,M,0,0\n");
    Test::new()
        .file(
            "opsreport.yaml",
            "schema: opsreport/1\nsite: {title: Shop, languages: [en]}\ncurrency: USD\nsource: sales.csv\n",
        )
        .file("metrics.yaml", &format!("weekly: [cvr, orders]\n{signals}"))
        .file("sales.csv", &results)
}

const ASKED: [&str; 9] =
    ["table", "signals", "--metric", "cvr", "--by", "week", "--format", "csv", "--today=2026-11-22"];

const HEAD: &str = "week,metric,actual,plan,material,provisional,point_of,point,mean,lower,upper,mean_range,\
                    range_limit,baseline_points,baseline_from,baseline_to,changed,verdict,rule,impact,ask,plan_version";

#[test]
fn each_week_is_told_with_the_limits_of_its_process() {
    let ran = shop(12, "").args(ASKED).code(0);
    let lines: Vec<&str> = ran.out.lines().collect();
    assert_eq!(lines[0], HEAD);
    assert_eq!(lines.len(), 1 + ORDERS.len());
    let limits = "0.100100,0.089164,0.111036,0.004111,0.013435,10,2026-01-05,2026-03-15,";
    let fell = format!(
        "2026-W12,cvr,0.081000,,false,false,value,0.081000,{limits},exceptional,outside,unfavourable,,"
    );
    let next = format!("2026-W13,cvr,0.098000,,false,false,value,0.098000,{limits},routine,,,,");
    assert_eq!(lines[11..], [fell, next]);
}

#[test]
fn after_a_documented_change_there_are_too_few_points() {
    let change = "signals: [{metric: cvr, from: 2026-03-09, reason: New pictures}]\n";
    let ran = shop(12, change).args(ASKED).code(0);
    let last = ran.out.lines().last().unwrap_or_default();
    assert_eq!(
        last,
        "2026-W13,cvr,0.098000,,false,false,value,0.098000,,,,,,3,2026-03-09,2026-03-29,2026-03-09,too-few,,,,"
    );
}

#[test]
fn a_change_needs_its_reason() {
    let change = "signals: [{metric: cvr, from: 2026-03-09, to: 2026-03-01}]\n";
    shop(12, change).args(["check"]).says("error[Y004]").says("`reason`").code(1);
}

#[test]
fn the_weekly_page_begins_with_the_exceptions() {
    let built = shop(11, "").args(["build", "--today", "2026-03-23", "--quiet"]).code(0);
    let page = built.text("public/weekly.html");
    let at = |part: &str| page.find(part).unwrap_or_else(|| panic!("no {part} in {page}"));
    assert!(page.contains("In week 12 of 2026, 1 of 2 figures shows a signal"), "{page}");
    assert!(at("outside the limits") < at("id=\"w-cvr\""));
    assert_eq!(page.matches("<svg class=\"chart small\"").count(), 2);
}

#[test]
fn several_figures_of_several_parts_say_what_each_says_alone() {
    let table = |metric: &'static str, by: &'static str| {
        let ran = shop(12, "").args([
            "table",
            "signals",
            "--metric",
            metric,
            "--by",
            by,
            "--format",
            "csv",
            "--today=2026-11-22",
        ]);
        let lines: Vec<String> = ran.code(0).out.lines().skip(1).map(str::to_owned).collect();
        lines
    };
    let together = table("orders,cvr", "week,company");
    let alone = table("cvr", "week,company");
    assert_eq!(together.iter().filter(|line| line.contains(",cvr,")).cloned().collect::<Vec<_>>(), alone);
    assert_eq!(alone.len(), ORDERS.len());
    assert_eq!(table("cvr", "week,product").len(), ORDERS.len());
}
