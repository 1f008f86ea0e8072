//! The columns of the tables of the market, in their order: whoever reads them by name relies on these.

use super::*;

fn columns(name: &str, by: &[&str]) -> String {
    let by = by.iter().map(|name| (*name).to_owned()).collect();
    let request = TableRequest { name: name.to_owned(), by, ..TableRequest::default() };
    let files = [("opsreport.yaml", "{title: X, currency: USD}")];
    let table = small::ask(&files, "2026-11-22", |sources| compute(sources, &request)).unwrap();
    table.columns.iter().map(|column| column.name.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn tables_of_the_market_keep_their_columns() {
    assert_eq!(
        columns("trends", &[]),
        "metric product marketplace dimension value grain kind period from to base_period n actual base change rel \
         aligned by_whole by_share strength high low words"
    );
    assert_eq!(columns("trends", &["market_category"]), columns("trends", &[]));
    assert_eq!(
        columns("scores", &[]),
        "author group key n periods mase rmsse fva bias wape tracking coverage80 coverage80_n coverage80_low \
         coverage80_high coverage95 coverage95_n coverage95_low coverage95_high winkler calls brier base_rate skill verdict"
    );
    assert_eq!(
        columns("calls", &[]),
        "id briefing author issued text probability likelihood resolves state brier"
    );
    assert_eq!(
        columns("forecast", &[]),
        "metric product marketplace dimension value origin date to so_far point lo80 hi80 lo95 hi95 plan plan_outside \
         method version mase without refused"
    );
}
