//! `opsreport table`: computed figures, for spreadsheets and tests.

use crate::harness::Test;

fn shop() -> Test {
    let row = |day: &str, units: u32, sales: &str| format!("{day},US,M-1,{units},{sales}\n");
    let results = [
        "date,marketplace,sku,units,sales\n".to_owned(),
        row("2026-09-01", 2, "20.00"),
        row("2026-10-01", 3, "33.00"),
        row("2026-10-31", 1, "7.00"),
    ];
    Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\n")
        .file("sales.csv", &results.concat())
}

#[test]
fn results_come_as_csv_with_their_currency() {
    let expected = "month,sales,currency,asp\n2026-09,20.00,USD,10.00\n2026-10,40.00,USD,10.00\n";
    let test = shop().args([
        "table",
        "results",
        "--metric",
        "sales,asp",
        "--format",
        "csv",
        "--today",
        "2026-11-22",
    ]);
    test.stdout(expected).code(0);
}

#[test]
fn results_are_summed_at_the_rates_asked_for() {
    let places = "marketplaces: [{id: JP, name: Japan, currency: JPY}]\nrates:\n\
        - {id: fx, pair: USDJPY, from: 2026-01-01, plan: 150}\n\
        - {id: fx, pair: USDJPY, from: 2026-10-01, to: 2026-10-31, actual: 200}\n";
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\n")
        .file("marketplaces.yaml", places)
        .file("sales.csv", "date,marketplace,sku,sales\n2026-10-01,JP,M,600\n2026-11-01,JP,M,300\n");
    let asked = ["table", "results", "--metric", "sales", "--format", "csv", "--today", "2026-11-22"];
    let ran = test.args(asked).stdout("month,sales,currency\n2026-10,4.00,USD\n2026-11,2.00,USD\n").code(0);
    let [a, b, c, d, e, f, g, h] = asked;
    ran.then()
        .args([a, b, c, d, e, f, g, h, "--rates", "actual"])
        .stdout("month,sales,currency\n2026-10,3.00,USD\n2026-11,,\n")
        .code(0);
}

#[test]
fn results_come_as_json_with_dates_and_nulls() {
    let expected = concat!(
        "[\n  {\"marketplace\": \"US\", \"year\": \"2026\", \"metric\": \"units\", \"actual\": 6, \"plan\": null, \"previous_year\": null, ",
        "\"abs\": null, \"rel\": null, \"material\": false, \"provisional\": false, \"from\": \"2026-09-01\", \"to\": \"2026-10-31\", \"plan_version\": null}\n]\n"
    );
    let asked = ["table", "variance", "--metric", "units", "--by", "marketplace,year", "--format", "json"];
    let ran = shop().args(asked).code(0);
    let parsed: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(parsed, serde_json::from_str::<serde_json::Value>(expected).unwrap());
}

#[test]
fn a_name_that_nothing_has_is_wrong_use_and_the_nearest_is_told() {
    let ran = shop().args(["table", "results", "--metric", "slaes"]).says("did you mean sales?").code(2);
    let ran = ran.then().args(["table", "results", "--where", "marketplace=UK"]).says("there is: US").code(2);
    ran.then().args(["table", "results", "--by", "planet"]).says("no dimension named planet").code(2);
}

/// A shop with two SKUs in two marketplaces, and a dimension of its own over categories.
fn divided() -> Test {
    let rows = [
        "2026-10-01,US,M-1,2,20.00",
        "2026-10-01,US,P-1,1,35.00",
        "2026-10-31,JP,M-1,1,1000",
        "2026-10-31,US,X-9,1,5.00",
    ];
    Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\n")
        .file("sales.csv", &format!("date,marketplace,sku,units,sales\n{}\n", rows.join("\n")))
        .file(
            "products.yaml",
            "products:\n- {id: mug, skus: [{sku: M-1}], category: {US: kitchen, JP: kitchen}}\n- {id: pot, skus: [{sku: P-1}], category: {US: home}}\n",
        )
        .file(
            "marketplaces.yaml",
            "marketplaces: [{id: US, currency: USD, region: NA}, {id: JP, currency: JPY}]\nrates: [{id: fx, pair: USDJPY, from: 2026-01-01, plan: 100}]\n",
        )
        .file(
            "metrics.yaml",
            "metrics: [{id: half, expr: sales / 2, unit: money}]\ndimensions:\n- {id: room, of: category, applies_to: [sales, units], groups: {kitchen: [kit*], bath: [bath]}}\n",
        )
}

#[test]
fn results_are_divided_by_lists_and_by_dimensions_of_ones_own() {
    for (by, expected) in [
        (
            "room",
            "room,sales,currency,units,asp\nkitchen,30.00,USD,3,10.00\nbath,0.00,USD,0,\n(unclassified),40.00,USD,2,20.00\n",
        ),
        (
            "category",
            "category,sales,currency,units,asp\nhome,35.00,USD,1,35.00\nkitchen,30.00,USD,3,10.00\n(unclassified),5.00,USD,1,5.00\n",
        ),
        (
            "region",
            "region,sales,currency,units,asp\nNA,60.00,USD,4,15.00\n(unclassified),10.00,USD,1,10.00\n",
        ),
        (
            "sku",
            "sku,sales,currency,units,asp\nM-1,30.00,USD,3,10.00\nP-1,35.00,USD,1,35.00\nX-9,5.00,USD,1,5.00\n",
        ),
        (
            "marketplace,room",
            "marketplace,room,sales,currency,units,asp\nUS,kitchen,20.00,USD,2,10.00\nUS,bath,0.00,USD,0,\nUS,(unclassified),40.00,USD,2,20.00\nJP,kitchen,10.00,USD,1,10.00\nJP,bath,0.00,USD,0,\n",
        ),
    ] {
        let asked = ["table", "results", "--metric", "sales,units,asp", "--by", by, "--format", "csv"];
        divided().args(asked).stdout(expected).code(0);
    }
    // The yen of the second marketplace have no actual rate: what holds them is not known.
    let asked =
        ["table", "results", "--metric", "sales", "--by", "sku", "--rates", "actual", "--format", "csv"];
    divided()
        .args(asked)
        .stdout("sku,sales,currency\nM-1,,\nP-1,35.00,USD\nX-9,5.00,USD\n(unclassified),,\n")
        .code(0);
    let asked = [
        "table",
        "results",
        "--metric",
        "units",
        "--where",
        "room=kitchen",
        "--by",
        "product",
        "--format",
        "csv",
    ];
    divided().args(asked).stdout("product,units\nmug,3\npot,0\n").code(0);
}

#[test]
fn what_cannot_be_divided_says_why() {
    let results = |by: &'static str, metric: &'static str| {
        divided().args(["table", "results", "--by", by, "--metric", metric])
    };
    results("reason", "units").says("units is not known by reason: it has").says("(M007)").code(2);
    results("ship_to", "cvr").says("it needs sessions, which has day, sku, marketplace (M007)").code(2);
    results("room", "sessions").says("room is not for sessions").code(2);
    results("room", "half").code(0);
    results("room,sku", "sales").says("by room and by sku, but not by both").code(2);
    results("rooms", "sales").says("did you mean room?").code(2);
    divided().args(["table", "plan", "--by", "room"]).says("nothing is planned by room").code(2);
    divided()
        .args(["table", "results", "--where", "room=garden"])
        .says("there is: kitchen, bath, (unclassified)")
        .code(2);
    divided().args(["table", "results", "--where", "sku=M-2"]).says("did you mean M-1?").code(2);
}

#[test]
fn stock_is_never_summed_over_days() {
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: stock.csv\n")
        .file(
            "stock.csv",
            "date,marketplace,sku,stock,units\n2026-09-30,US,M-1,8,1\n2026-10-01,US,M-1,10,2\n2026-10-31,US,M-1,6,3\n",
        )
        .file(
            "metrics.yaml",
            "measures:\n- {id: stock, unit: count, over: stock, grains: [day, sku, marketplace]}\n- {id: units, unit: count, grains: [day, sku, marketplace]}\nmetrics: [{id: cover, ratio: [stock, units]}]\n",
        );
    let expected = "month,stock,units,cover\n2026-09,8,1,8.000000\n2026-10,6,5,1.200000\n";
    test.args(["table", "results", "--format", "csv"]).stdout(expected).code(0);
}

/// Orders that name where they go, read by a format of the shop's own.
fn shipped(applies_to: &str) -> Test {
    let rows =
        ["2026-10-01,M-1,US,CA,2,20.00", "2026-10-01,M-1,US,NY,1,12.00", "2026-10-02,M-1,CA,ON,1,11.00"];
    let dimension = "- {id: coast, of: ship_to, groups: {west: [US-CA, US-WA], east: {name: {zh-Hant: 東岸, en: East}, keys: [us-n*]}}";
    Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: orders.csv\n")
        .file("orders.csv", &format!("day,sku,country,state,quantity,price\n{}\n", rows.join("\n")))
        .file(
            "formats.yaml",
            "formats:\n- id: till\n  name: Till\n  require: [day, state, quantity]\n  columns: {day: {is: day, order: year-first}, sku: id, country: text, state: text, quantity: count, price: money}\n  days: [{date: day}]\n  keys: {sku: sku, tags: {ship_to: [country, state]}}\n  figures: [{id: units, sum: quantity}, {id: sales, sum: price}]\n",
        )
        .file("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n")
        .file("metrics.yaml", &format!("dimensions:\n{dimension}, applies_to: [{applies_to}]}}\n"))
}

#[test]
fn results_are_divided_by_what_reports_carry() {
    for (by, expected) in [
        (
            "coast",
            "coast,units,sales,currency,asp\nwest,2,20.00,USD,10.00\neast,1,12.00,USD,12.00\n(unclassified),1,11.00,USD,11.00\n",
        ),
        (
            "ship_to",
            "ship_to,units,sales,currency,asp\nCA-ON,1,11.00,USD,11.00\nUS-CA,2,20.00,USD,10.00\nUS-NY,1,12.00,USD,12.00\n",
        ),
    ] {
        let asked = ["table", "results", "--metric", "units,sales,asp", "--by", by, "--format", "csv"];
        shipped("units, sales").args(asked).stdout(expected).code(0);
    }
    // Findings are what `check` is asked for; a table cannot be made beside them.
    let ran = shipped("units, cvr").args(["check", "--format", "json"]).code(1);
    assert!(ran.out.contains("\"M007\""), "{}", ran.out);
}

/// A year of 1,000,000 split by the season, sold up to a day. Rows are days and amounts.
fn planned(rows: &[(&str, &str)]) -> Test {
    let company = "company: {id: x, name: X, reporting_currency: USD}\n\
        goals:\n- {id: G26, metric: sales, year: 2026, target: 1000000.00 USD}\n- {id: G27, metric: sales, year: 2027, target: 730000.00 USD}\n\
        allocation:\n- goal: G26\n  order: [product, marketplace, month, day]\n  rounding: {unit: 0.01, method: largest-remainder, ties: file-order}\n  \
        product: {mug: 3, pot: 1}\n  marketplace: {default: {US: 1}}\n  \
        month: {default: [70, 72, 80, 88, 95, 130, 118, 92, 90, 115, 150, 100], pot: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]}\n  \
        day: {weekday: {mon: 1, tue: 1, wed: 1, thu: 1, fri: 1, sat: 1, sun: 1}}\n\
        - {goal: G27, follows: G26, month: {default: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}}\n";
    let lines = rows.iter().map(|(day, sales)| format!("{day},US,M-1,{sales}\n"));
    let results = "date,marketplace,sku,sales\n".to_owned() + &lines.collect::<String>();
    Test::new()
        .file("opsreport.yaml", "title: Shop\nsource: sales.csv\n")
        .file("company.yaml", company)
        .file("products.yaml", "products: [{id: mug, skus: [{sku: M-1}]}, {id: pot, skus: [{sku: P-1}]}]\n")
        .file("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n")
        .file("sales.csv", &results)
}

/// Before anything is sold there is a plan, and it can be read.
#[test]
fn a_plan_without_results_has_its_figures() {
    let asked = ["table", "plan", "--by", "year", "--format", "csv", "--today=2026-01-02", "--lang=en"];
    let rows = "year,sales,currency\n2026,1000000.00,USD\n2027,730000.00,USD\n";
    planned(&[]).args(asked).stdout(rows).code(0);
}

/// Asked of a part of the company; the cells of the first row.
fn pace(rows: &[(&str, &str)], [a, b, c, d, e, f]: [&str; 6]) -> Vec<String> {
    let asked = ["table", "pace", "--format", "csv", "--today", "2026-11-22", "--metric", "sales"];
    let [g, h, i, j, k, l, m, n] = asked;
    let out = planned(rows).args([g, h, i, j, k, l, m, n, a, b, c, d, e, f]).code(0).out.clone();
    let row = out.lines().nth(1).unwrap();
    row.split(',').map(str::to_owned).collect()
}

/// Of pots nothing is planned before November, so that the oracle of domain 3.4 is asked of mugs.
#[test]
fn pace_is_cut_at_the_last_complete_day_and_lands_by_the_plan() {
    let sold = [("2026-01-01", "300000.00"), ("2026-10-31", "264750.00")];
    let row = pace(&sold, ["--where", "product=mug", "--from", "2026-01-01", "--to", "2026-12-31"]);
    let expected = "2026,sales,underway,2026-10-31,564750.00,USD,593750.00,750000.00,,,,0.951158,0.753000,0.791667,0.832877,\
        185250.00,61,1.185600,3036.89,713368.42,678071.55,";
    assert_eq!(row.join(","), expected);
}

#[test]
fn pace_says_in_a_word_why_a_figure_is_missing() {
    let this = ["--from", "2026-06-01", "--to", "2026-06-30", "--by", "year"];
    let pots = ["--from", "2026-06-01", "--to", "2026-06-30", "--where", "product=pot"];
    let june = ["--from", "2026-06-01", "--to", "2026-06-30", "--by", "month"];
    let next = ["--from", "2027-06-01", "--to", "2027-06-30", "--by", "year"];
    let october = |sales| vec![("2026-01-01", "5.00"), ("2026-10-31", sales)];
    for (rows, more, state, attainment, landing) in [
        (october("700000.00"), this, "underway", true, true),
        (october("1000000.00"), this, "reached", true, true),
        (october("-9.00"), this, "negative", false, false),
        (october("9.00"), pots, "nothing-due", false, false),
        (october("9.00"), june, "missed", true, true),
        (vec![("2026-01-01", "5.00"), ("2026-05-31", "9.00")], june, "unmeasured", false, false),
        (october("9.00"), next, "not-begun", false, false),
    ] {
        let row = pace(&rows, more);
        let known = (!row[11].is_empty(), !row[19].is_empty());
        assert_eq!((row[2].as_str(), known), (state, (attainment, landing)), "{row:?}");
    }
}

#[test]
fn pace_is_of_amounts() {
    let test = planned(&[("2026-01-01", "5.00")]).args(["table", "pace", "--metric", "asp"]);
    test.code(2);
}

#[test]
fn commitments_tell_what_is_agreed_and_who_must_answer() {
    let departments = "people: [{id: lin, dept: ops}, {id: wu, dept: rd}]\n\
        departments: [{id: ops}, {id: rd}]\n\
        commitments:\n\
        - {id: K1, from: rd, to: ops, what: {zh-Hant: 圖面, en: Drawing}, due: 2026-11-20, status: in-progress, done: 50%, catchball: [{by: lin, date: 2026-11-01, state: proposed, due: 2026-11-18}, {by: wu, date: 2026-11-02, state: agreed}]}\n\
        - {id: K2, from: ops, to: rd, what: Copy, qty: 3, due: 2026-12-01, catchball: [{by: lin, date: 2026-11-03, state: proposed}]}\n\
        - {id: K3, from: rd, to: ops, what: Test, due: 2026-11-10, status: done, done_date: 2026-11-12, evidence: [a.pdf, b.pdf]}\n";
    let columns = "id,from,to,what,qty,sku,due,agreed_due,state,agreement,waits_for,since,done,done_date,late_days,why,feedback,evidence\n";
    let k1 = "K1,rd,ops,圖面,,,2026-11-20,2026-11-18,in-progress,agreed,,2026-11-02,0.500000,,4,,,\n";
    let k2 = "K2,ops,rd,Copy,3,,2026-12-01,,open,proposed,rd,2026-11-03,,,0,,,\n";
    let k3 = "K3,rd,ops,Test,,,2026-11-10,,done,none,,,,2026-11-12,2,,,a.pdf; b.pdf\n";
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\nlint: {levels: {D003: warning}}\n")
        .file("departments.yaml", departments);
    let asked = |test: Test, key: &'static str, value: &'static str| {
        test.args(["table", "commitments", "--format", "csv", "--today", "2026-11-22", key, value])
    };
    let ran = asked(test, "--from", "2026-01-01").stdout(&[columns, k3, k1, k2].concat()).code(0);
    let ran = asked(ran.then(), "--where", "from=rd").stdout(&[columns, k3, k1].concat()).code(0);
    let ran = asked(ran.then(), "--where", "state=done").stdout(&[columns, k3].concat()).code(0);
    let ran = asked(ran.then(), "--where", "waits_for=rd").stdout(&[columns, k2].concat()).code(0);
    let ran = asked(ran.then(), "--to", "2026-11-11").stdout(&[columns, k3].concat()).code(0);
    let ran = asked(ran.then(), "--where", "department=opss").says("did you mean ops?").code(2);
    asked(ran.then(), "--where", "who=rd").says("there is: department").code(2);
}

#[test]
fn shelves_tell_what_waits_and_what_is_missing() {
    let departments = "people: [{id: lin, dept: ops}, {id: wu, dept: rd}]\n\
        departments: [{id: ops}, {id: rd}]\n\
        commitments:\n\
        - {id: K1, from: rd, to: ops, what: x, due: 2026-11-10, status: done, done_date: 2026-11-10, evidence: [a]}\n";
    let feedback = "feedback:\n\
        - {id: F1, date: 2026-11-09, source: {kind: returns, ref: r.csv, count: 17, of: 256}, kind: product, text: Drips, severity: high, to: rd, ack: {by: wu, date: 2026-11-11}, becomes: K1, loop: {told_back: false}}\n\
        - {id: F2, date: 2026-11-11, source: {kind: reviews}, kind: listing, text: Dented, severity: low}\n";
    let sops = "sops:\n\
        - {id: SOP-A, name: Listings, version: 1, owner: lin, updated: 2026-08-30, versions: [{version: 1, date: 2026-08-30, change: x}], yokoten: [{scope: {product: mug}, owner: wu, due: 2026-11-18}]}\n\
        - {id: SOP-B, name: Stock, version: 2}\n";
    let team = "pyramid: [{id: platform}]\n\
        levels: [none, some, good]\n\
        skills: [{id: ads, tier: platform}, {id: sql, tier: platform}]\n\
        need: {growth: {ads: {level: 2, count: 2}, sql: {level: 1, count: 1}}}\n\
        have: [{person: lin, skills: {ads: 2}, assessed: 2026-11-01}]\n";
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\n")
        .file("products.yaml", "products: [{id: mug, skus: [{sku: M-1}]}]\n")
        .file("departments.yaml", departments)
        .file("feedback/2026.yaml", feedback)
        .file("sops.yaml", sops)
        .file("team.yaml", team);
    let asked = |test: Test, name: &'static str, filter: &'static str| {
        let usual = ["table", name, "--format", "csv", "--today", "2026-11-22", "--where", filter];
        test.words(usual.into_iter().take(if filter.is_empty() { 6 } else { 8 }))
    };
    let columns = "id,date,kind,source,product,marketplace,what,count,of,share,to,state,waits_days,late,ack_by,ack_date,answer_days,became,told_back,told_date\n";
    let f1 = "F1,2026-11-09,product,returns; r.csv,,,Drips,17,256,0.066406,rd,untold,8,false,wu,2026-11-11,2,K1,false,\n";
    let f2 = "F2,2026-11-11,listing,reviews,,,Dented,,,,,unheard,7,true,,,,,,\n";
    let ran = asked(test, "feedback", "").stdout(&[columns, f1, f2].concat()).code(0);
    let ran = asked(ran.then(), "feedback", "state=unheard").stdout(&[columns, f2].concat()).code(0);
    let ran = asked(ran.then(), "feedback", "state=told").stdout(columns).code(0);
    let ran = asked(ran.then(), "feedback", "kind=prise").says("did you mean price?").code(2);
    let columns = "id,name,version,owner,born_from,since,updated,product,marketplace,rollout_owner,due,state,done_date,late_days\n";
    let a = "SOP-A,Listings,1,lin,,2026-08-30,2026-08-30,mug,,wu,2026-11-18,open,,4\n";
    let b = "SOP-B,Stock,2,,,,,,,,,,,\n";
    let ran = asked(ran.then(), "sops", "").stdout(&[columns, a, b].concat()).code(0);
    let columns = "stage,tier,skill,name,level,need,have,met,who,state\n";
    let ads = "growth,platform,ads,ads,2,2,1,1,lin,one-person\n";
    let sql = "growth,platform,sql,sql,1,1,0,0,,nobody\n";
    let ran = asked(ran.then(), "skills", "").stdout(columns).code(0);
    asked(ran.then(), "skills", "stage=growth").stdout(&[columns, ads, sql].concat()).code(0);
}

#[test]
fn the_loop_has_a_row_for_each_gap_with_its_chain() {
    let september = "cycle: {id: 2026-09, kind: month, from: 2026-09-01, to: 2026-09-30, next: 2026-10, review: 2026-10-06}\n\
        plan: [{id: P1, metric: sales, target: 1000 USD}, {id: P2, metric: sales, target: 500 USD}, {id: P3, metric: sales, target: 100 USD}]\n\
        check:\n\
        - {id: C1, plan: P1, ac: 800 USD, causes: [{id: C1a, code: stock-out}, {id: C1b, code: price}]}\n\
        - {id: C2, plan: P2, ac: 400 USD}\n\
        - {id: C3, plan: P3, ac: 120 USD}\n\
        act:\n\
        - {id: A1, causes: [C1a], type: standardise, what: Order earlier, owner: lin, due: 2026-10-20, status: done, done_date: 2026-10-22, sop: SOP-1@2, yokoten: [{scope: {}, owner: lin, due: 2026-12-01}], effect_check: {metric: sales, due: 2026-11-10, checked: 2026-11-09, result: effective}}\n\
        - {id: A2, causes: [C1b], type: carry, what: Price, owner: lin, due: 2026-11-30, carry_to: P4}\n";
    let october = "cycle: {id: 2026-10, kind: month, from: 2026-10-01, to: 2026-10-31, prev: 2026-09}\n\
        plan: [{id: P4, metric: sales, target: 1000 USD, from: [A2]}]\n";
    let columns = "gap,cycle,from,to,product,marketplace,metric,plan,actual,target,abs,worth,currency,provisional,driver,contribution,checked,causes,codes,acts,act,owner,due,done_date,late_days,effect_due,effect_checked,result,sop,sop_date,rollouts_open,carried_to,carried_cycle,carry_depth,state,closed\n";
    let c1 = "C1,2026-09,2026-09-01,2026-09-30,,,sales,P1,800.00,1000.00,-200.00,-200.00,USD,false,,,2026-10-06,C1a; C1b,stock-out; price,A1; A2,A2,lin,2026-11-30,,,,,,SOP-1@2,2026-10-21,1,P4,2026-10,1,handed-on,false\n";
    let c2 = "C2,2026-09,2026-09-01,2026-09-30,,,sales,P2,400.00,500.00,-100.00,-100.00,USD,false,,,2026-10-06,,,,,,,,,,,,,,0,,,0,no-cause,false\n";
    let test = Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\n")
        .file("departments.yaml", "people: [{id: lin, dept: ops}]\ndepartments: [{id: ops}]\n")
        .file("sops.yaml", "sops: [{id: SOP-1, version: 2, owner: lin, versions: [{version: 2, date: 2026-10-21, change: Earlier}]}]\n")
        .file("metrics.yaml", "materiality: {default: {rel: 3%}}\n")
        .file("cycles/2026-09.yaml", september)
        .file("cycles/2026-10.yaml", october);
    let asked = |test: Test, key: &'static str, value: &'static str| {
        test.args(["table", "loop", "--format", "csv", "--today", "2026-11-22", key, value])
    };
    let ran = asked(test, "--from", "2026-01-01").stdout(&[columns, c1, c2].concat()).code(0);
    let ran = asked(ran.then(), "--where", "state=no-cause").stdout(&[columns, c2].concat()).code(0);
    let ran = asked(ran.then(), "--to", "2026-09-29").stdout(columns).code(0);
    let ran = asked(ran.then(), "--where", "state=done").says("there is: late").code(2);
    asked(ran.then(), "--where", "owner=lin").says("there is: state").code(2);
}

/// What the amounts of a file of the plan come to, in cents.
fn cents(file: &str) -> i64 {
    let amounts = file.lines().skip(1).filter_map(|line| line.split(',').nth(5));
    amounts.map(|amount| amount.replace('.', "").parse::<i64>().unwrap()).sum()
}

#[test]
fn each_page_of_the_plan_has_a_file_beside_it_that_adds_up() {
    let built = planned(&[("2026-01-01", "5.00"), ("2026-10-31", "9.00")]);
    let built = built.args(["build", "--today", "2026-11-22"]).code(0);
    for (page, file, total) in [
        ("plan", "2026", 100_000_000),
        ("plan/2027", "2027", 73_000_000),
        ("plan/2026-11", "2026-11", 21_875_000),
        ("plan/products/mug", "products/mug", 129_750_000),
        ("plan/marketplaces/us", "marketplaces/us", 173_000_000),
    ] {
        let text = built.text(&format!("public/plan/{file}.csv"));
        assert!(text.starts_with("\u{feff}期間,"), "{text}");
        assert_eq!(cents(&text), total, "{file}");
        let name = file.rsplit('/').next().unwrap();
        assert!(built.text(&format!("public/{page}.html")).contains(&format!("{name}.csv\"")), "{page}");
        assert!(built.text(&format!("public/en/plan/{file}.csv")).starts_with("\u{feff}Period,"), "{file}");
    }
}

#[test]
fn figures_without_a_stretch_of_time_are_of_the_days_asked_for() {
    let asked = |days: &[&'static str], expected: &str| {
        let what = ["table", "results", "--by", "product", "--metric", "units,sales", "--format", "csv"];
        let args: Vec<&str> = what.into_iter().chain(days.iter().copied()).collect();
        let expected = format!("product,units,sales,currency\n{expected}");
        shop().words(args).stdout(&expected).code(0);
    };
    asked(&["--from", "2026-10-01", "--to", "2026-10-31"], "M-1,4,40.00,USD\n");
    asked(&["--from", "2026-09-01", "--to", "2026-10-01"], "M-1,5,53.00,USD\n");
    // Days over two years are one stretch; after the last known day there is nothing to count.
    asked(&["--from", "2026-10-02", "--to", "2027-02-01"], "M-1,1,7.00,USD\n");
    asked(&["--to", "2026-09-30"], "M-1,2,20.00,USD\n");
    asked(&[], "M-1,6,60.00,USD\n");
    let first = ["table", "results", "--by", "sku", "--metric", "units", "--to", "2026-10-30"];
    let ran = divided().words(first.into_iter().chain(["--format", "csv"]));
    ran.stdout("sku,units\nM-1,2\nP-1,1\n").code(0);
    let month = ["table", "variance", "--by", "product", "--metric", "units", "--format", "csv"];
    let october = ["--from", "2026-10-01", "--to", "2026-10-31"];
    let ran = shop().words(month.into_iter().chain(october)).code(0);
    assert!(ran.out.contains("\nM-1,units,4,"), "{}", ran.out);
}
