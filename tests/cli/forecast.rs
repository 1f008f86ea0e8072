//! `opsreport forecast`: what is expected, printed, written into the log once, and read again.

use crate::harness::Test;

/// A shop that sold a hundred and some in each of two years' months.
fn shop() -> Test {
    let months = (2024..=2025).flat_map(|year| (1..=12).map(move |month| (year, month)));
    let rows = months.map(|(year, month)| {
        format!("{year}-{month:02}-01,US,M,{}\n{year}-{month:02}-28,US,M,0\n", 100 + month)
    });
    let sales = format!("date,marketplace,sku,sales\n{}2025-12-31,US,M,0\n", rows.collect::<String>());
    Test::new()
        .file("opsreport.yaml", "title: Shop\nlanguages: [en]\nsource: sales.csv\nforecast: {horizon: 3}\n")
        .file("products.yaml", "products: [{id: mug, skus: [{sku: M}]}]\n")
        .file("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n")
        .file("departments.yaml", "people: [{id: lin, name: Lin}]\n")
        .file("company.yaml", "company: {id: x, name: X, reporting_currency: USD}\n")
        .file("sales.csv", &sales)
}

#[test]
fn forecasts_are_issued_once_a_day_and_read_again() {
    let printed = shop().args(["forecast", "--format=csv", "--today=2026-01-01", "--lang=en"]).code(0);
    let out = printed.out.clone();
    let rows: Vec<&str> = out.lines().collect();
    let header = "issued,author,metric,product,marketplace,dimension,value,origin,from,to,\
                  point,lo80,hi80,lo95,hi95,unit,method,version";
    assert_eq!(rows[0], header);
    // The company, its marketplace, its product and that product there, three months each.
    assert_eq!(rows.len(), 1 + 4 * 3, "{out}");
    assert!(rows[1].starts_with("2026-01-01,opsreport,sales,,,,,2025-12-31,2026-01-01,2026-01-31,"));
    let issue = ["forecast", "--issue", "--today=2026-01-01", "--lang=en"];
    let issued =
        printed.then().args(issue).says("wrote 12 forecasts into forecasts/issued/2026-01-01.csv").code(0);
    let log = issued.text("forecasts/issued/2026-01-01.csv");
    assert_eq!(log.lines().collect::<Vec<_>>(), rows);
    let again = issued.then().args(issue).says("forecasts/issued/2026-01-01.csv is there already").code(2);
    assert_eq!(again.text("forecasts/issued/2026-01-01.csv"), log);
    again.then().args(["check", "--today=2026-01-02", "--lang=en"]).code(0);
}

#[test]
fn the_table_has_a_row_for_each_month_ahead() {
    let asked = ["table", "forecast", "--by=product", "--format=csv", "--today=2026-01-01", "--lang=en"];
    let ran = shop().args(asked).code(0);
    let rows: Vec<&str> = ran.out.lines().collect();
    assert!(rows[0].starts_with("metric,product,marketplace,dimension,value,origin,date,to,so_far,point,"));
    assert_eq!(rows.len(), 4);
    assert!(rows[1].starts_with("sales,mug,,,,2025-12-31,2026-01-01,2026-01-31,,"), "{}", ran.out);
    let unknown = ["table", "forecast", "--by=sku", "--today=2026-01-01", "--lang=en"];
    ran.then().args(unknown).says("there is no dimension named sku").code(2);
}

#[test]
fn what_people_add_to_the_log_is_checked_where_it_stands() {
    let header = "issued,author,metric,product,from,to,point,lo80,hi80,unit\n";
    let good = "2025-11-20,lin,sales,mug,2025-12-01,2025-12-31,120,90,150,USD\n";
    let log = |rows: &str| shop().file("forecasts/issued/2025-11-20.csv", &format!("{header}{rows}"));
    let check = ["check", "--today=2026-01-02", "--lang=en"];
    log(good).args(check).code(0);
    for (row, says) in [
        (
            "2025-11-20,nobody,sales,mug,2025-12-01,2025-12-31,120,90,150,USD\n",
            "forecasts/issued/2025-11-20.csv:2:12",
        ),
        (
            "2025-11-20,lin,sales,jug,2025-12-01,2025-12-31,120,90,150,USD\n",
            "forecasts/issued/2025-11-20.csv:2:22",
        ),
        (
            "2025-11-20,lin,sales,mug,2025-12-01,2025-12-31,many,90,150,USD\n",
            "forecasts/issued/2025-11-20.csv:2:48",
        ),
        (
            "2025-11-21,lin,sales,mug,2025-12-01,2025-12-31,120,90,150,USD\n",
            "the day that the file is named by",
        ),
        ("2025-11-20,lin,sales,mug,2025-12-01,2025-12-31,120,90,,USD\n", "hi80"),
        ("2025-11-20,lin,sales,mug,2025-12-01,2025-12-31,120,130,150,USD\n", "error[O002]"),
        ("2025-11-20,lin,sales,mug,2025-10-01,2025-10-31,120,90,150,USD\n", "error[O003]"),
        ("2025-11-20,lin,sales,mug,2025-12-01,2025-12-31,120,90,150,EUR\n", "error[O005]"),
    ] {
        log(row).args(check).says(says).code(1);
    }
    let twice = format!("{good}{}", good.replace("2025-12-01", "2025-12-15"));
    log(&twice).args(check).says("error[O004]").code(1);
    shop().file("forecasts/issued/notes.csv", header).args(check).says("warning[O001]").code(0);
}
