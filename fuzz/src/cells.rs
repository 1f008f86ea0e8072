//! Single cells: amounts and dates as people and programs write them.

use opsreport::quantity::{Day, Ratio};

use super::exports::{inspect, today};

/// Amounts, one a line: those whose sense is plain are summed to the last cent.
pub fn numbers(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let cells: Vec<&str> = text.split('\n').take(32).collect();
    let rows =
        cells.iter().enumerate().map(|(at, cell)| format!("2026-11-01,US,SKU-{at},1,{}\n", quoted(cell)));
    let file = inspect("results/daily/x.csv", table(rows).as_bytes()).file;
    if !cells.iter().all(|cell| is_plain(cell)) {
        return;
    }
    let sum: Ratio = cells.iter().filter_map(|cell| Ratio::parse(cell)).sum();
    let total = file.totals.iter().find(|total| total.measure.as_str() == "sales");
    let read = total.and_then(|total| Ratio::parse(&total.amount));
    assert_eq!(read, Some(sum), "{cells:?} {:?}", file.refused);
}

/// Dates, one a line: those in the written form of ISO 8601 are read as they are, but for those after tomorrow.
pub fn dates(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let cells: Vec<&str> = text.split('\n').take(32).collect();
    let rows = cells.iter().enumerate().map(|(at, cell)| format!("{},US,SKU-{at},1,9.99\n", quoted(cell)));
    let file = inspect("results/daily/x.csv", table(rows).as_bytes()).file;
    let days: Option<Vec<Day>> = cells.iter().map(|cell| Day::parse(cell)).collect();
    let Some(days) = days else { return };
    let (past, future): (Vec<Day>, Vec<Day>) = days.into_iter().partition(|day| *day <= today() + 1);
    let ends = past.iter().min().copied().zip(past.iter().max().copied());
    assert_eq!(file.period.map(|period| (period.from, period.to)), ends, "{cells:?}");
    assert_eq!(file.refused_rows, future.len(), "{cells:?}");
}

fn table(rows: impl Iterator<Item = String>) -> String {
    std::iter::once("date,marketplace,sku,units,sales\n".to_owned()).chain(rows).collect()
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

/// Digits, a point, two digits: there is one way to read it.
fn is_plain(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let bare = cell.strip_prefix('-').unwrap_or(cell);
    bare.split_once('.').is_some_and(|(whole, cents)| {
        digits(whole) && digits(cents) && cents.len() == 2 && whole.len() < 12 && !whole.starts_with("00")
    })
}
