//! `opsreport forecast`: any series forecast without a workspace.

use crate::harness::Test;

fn forecast(csv: &str, rest: &str) -> Test {
    let test = Test::new().file("f.csv", csv);
    let path = test.path("f.csv").display().to_string();
    let words = format!("forecast --csv {path} {rest}");
    test.words(words.split(' '))
}

/// Rows of the answer, cell by cell.
fn rows(out: &str) -> Vec<Vec<String>> {
    out.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn assert_sound(rows: &[Vec<String>]) {
    for row in rows {
        let figures: Vec<f64> = row[3..8].iter().map(|cell| cell.parse().unwrap()).collect();
        let [point, low80, high80, low95, high95] = <[f64; 5]>::try_from(figures).unwrap();
        let ends = [low95, low80, point, high80, high95];
        assert!(ends.iter().all(|end| end.is_finite() && *end >= 0.0), "{row:?}");
        assert!(ends.windows(2).all(|pair| pair[0] <= pair[1]), "{row:?}");
    }
}

#[test]
fn the_columns_are_those_of_the_manual() {
    let values = (1..=40).map(|month| {
        format!("a,{}-{:02}-01,{}\n", 2020 + (month - 1) / 12, (month - 1) % 12 + 1, 100 + month % 12)
    });
    let csv = format!("id,date,value\n{}", values.collect::<String>());
    let ran = forecast(&csv, "--freq monthly --horizon 3").stderr("").code(0);
    let rows = rows(&ran.out);
    assert!(ran.out.starts_with("id,origin,date,point,lo80,hi80,lo95,hi95,method\n"));
    let dates: Vec<[&str; 3]> =
        rows.iter().map(|row| [row[1].as_str(), row[2].as_str(), row[8].as_str()]).collect();
    assert_eq!(dates[0], ["2023-04-01", "2023-05-01", "combination"]);
    assert_eq!((dates.len(), dates[2][1]), (3, "2023-07-01"));
    assert_sound(&rows);
}

/// The point of a total is the sum of the steps; its band is narrower than all their bands together, since not all of
/// them err the same way.
#[test]
fn a_total_is_one_row_with_a_band_of_its_own() {
    let values = (0..48).map(|month| {
        format!("a,{}-{:02}-01,{}\n", 2020 + month / 12, month % 12 + 1, 100 + month % 12 + month * 37 % 11)
    });
    let csv = format!("id,date,value\n{}", values.collect::<String>());
    let figures =
        |row: &[String]| -> Vec<f64> { row[3..6].iter().map(|cell| cell.parse().unwrap()).collect() };
    let steps = rows(&forecast(&csv, "--freq monthly --horizon 4").code(0).out);
    let total = rows(&forecast(&csv, "--freq monthly --horizon 4 --total").stderr("").code(0).out);
    let [total] = &total[..] else { panic!("{total:?}") };
    assert_eq!((total[0].as_str(), total[2].as_str()), ("a", "2024-04-01"));
    assert_sound(std::slice::from_ref(total));
    let sum = |at: usize| steps.iter().map(|row| figures(row)[at]).sum::<f64>();
    let [point, low, high] = figures(total)[..] else { panic!("{total:?}") };
    assert!((point - sum(0)).abs() < 1e-4, "{point} {}", sum(0));
    assert!(high > low && high - low < sum(2) - sum(1), "{total:?} {steps:?}");
}

#[test]
fn leap_days_are_days_like_others() {
    let days = ["27", "28", "29"].map(|day| format!("2028-02-{day}"));
    let before = (1..=26).map(|day| format!("2028-02-{day:02}"));
    let after = (1..=9).map(|day| format!("2028-03-{day:02}"));
    let all = before.chain(days).chain(after).enumerate();
    let csv: String = all.map(|(step, day)| format!("a,{day},{}\n", 20 + step * 7 % 5)).collect();
    let ran = forecast(&format!("id,date,value\n{csv}"), "--freq daily --horizon 400").stderr("").code(0);
    let rows = rows(&ran.out);
    assert_eq!((rows[0][2].as_str(), rows[399][2].as_str()), ("2028-03-10", "2029-04-13"));
    assert_sound(&rows);
}

#[test]
fn years_of_53_weeks_are_stepped_through() {
    let mut day = opsreport::quantity::Day::parse("2019-01-07").unwrap();
    let mut csv = String::from("id,date,value\n");
    for week in 0..110 {
        // One week in thirteen was not measured: its row is not there.
        if week % 13 != 5 {
            csv.push_str(&format!("a,{day},{}\n", if week % 4 == 0 { 0 } else { week % 9 }));
        }
        day = day + 7;
    }
    let ran = forecast(&csv, "--freq weekly --horizon 60").stderr("").code(0);
    let rows = rows(&ran.out);
    // The last week has no row: it is forecast too.
    assert_eq!((rows[0][1].as_str(), rows[0][2].as_str(), rows.len()), ("2021-02-01", "2021-02-08", 60));
    assert_sound(&rows);
}

#[test]
fn what_cannot_be_forecast_is_said_with_the_reason_and_the_rest_is_forecast() {
    let csv = "id,date,value\nshort,2026-01-01,5\nsame,2026-01-01,5\nsame,2026-01-02,5\nsame,2026-01-03,5\n\
               fine,2026-01-01,5\nfine,2026-01-02,6\nfine,2026-01-03,4\nfine,2026-01-04,5\n";
    let ran = forecast(csv, "--freq daily --horizon 1 --lang en")
        .says("error: short: no forecast; 1 value is known, and a band takes 3\n")
        .says("error: same: no forecast; all 3 values are the same, and it takes 19 to say that the next one is too\n")
        .code(1);
    let rows = rows(&ran.out);
    assert_eq!((rows.len(), rows[0][0].as_str(), rows[0][8].as_str()), (1, "fine", "level"));
    assert_sound(&rows);
}

#[test]
fn bad_rows_are_named_by_file_and_line() {
    let csv = "id,date,value\na,2026-02-30,1\na,2026-01-05,x\nb,2026-01-05,1\nb,2026-01-05,2\n";
    forecast(csv, "--freq weekly --horizon 1 --lang en")
        .says("f.csv:2: 2026-02-30 is no date such as 2026-11-22\n")
        .says("f.csv:3: x is no number\n")
        .says("f.csv:5: 2026-01-05 falls into a step that has a row already; add the rows up first\n")
        .says("error: b: no forecast, as rows of it cannot be told apart (see above)\n")
        .code(1);
}

#[test]
fn a_file_without_the_columns_is_wrong_use() {
    forecast("sku,date,value\n", "--freq daily --horizon 1 --lang en").says("has no column id").code(2);
    forecast("id,date,value\n", "--freq daily --horizon 1")
        .stdout("id,origin,date,point,lo80,hi80,lo95,hi95,method\n")
        .code(0);
    forecast("id,date,value\n", "--freq daily --horizon 0").code(2);
}
