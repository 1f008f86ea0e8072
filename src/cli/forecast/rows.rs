//! Reads series from rows of id, date and value.

use std::collections::BTreeMap;

use super::calendar::Freq;
use crate::quantity::Day;

/// A series: its values by step, none where no row or no value is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Series {
    pub(super) id: String,
    pub(super) values: Vec<Option<f64>>,
    /// The date of the last row.
    pub(super) last: Day,
    /// Whether every row is a step of its own.
    pub(super) sound: bool,
}

/// A row that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Bad {
    pub(super) line: usize,
    /// The message that says why.
    pub(super) key: &'static str,
    pub(super) found: String,
}

/// A row that can.
struct Row {
    line: usize,
    day: Day,
    value: Option<f64>,
}

/// The names that each column goes by.
const COLUMNS: [&[&str]; 3] = [&["id", "unique_id"], &["date", "ds"], &["value", "y"]];
/// Ways to write that there is no value.
const NO_VALUE: [&str; 5] = ["", "na", "nan", "null", "none"];
/// More steps than any history of days has: a date before or after it is a slip of the pen.
const MOST_STEPS: i32 = 200_000;

/// The series in the order that they begin, and the rows that cannot be read.
///
/// # Errors
/// When a column is lacking, with its name.
pub(super) fn read(text: &str, freq: Freq) -> Result<(Vec<Series>, Vec<Bad>), &'static str> {
    let text = text.trim_start_matches('\u{feff}');
    let mut lines = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let header = lines.next().map_or("", |(_, line)| line);
    let delimiter = [',', '\t', ';'].into_iter().find(|delimiter| header.contains(*delimiter)).unwrap_or(',');
    let columns = columns(&cells(header, delimiter))?;
    let (mut rows, mut order, mut bad) = (BTreeMap::<String, Vec<Row>>::new(), Vec::new(), Vec::new());
    for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty()) {
        match row(line, &cells(text, delimiter), columns) {
            Ok((id, row)) => {
                let rows = rows.entry(id.clone()).or_default();
                if rows.is_empty() {
                    order.push(id);
                }
                rows.push(row);
            }
            Err(fault) => bad.push(fault),
        }
    }
    let series = order.into_iter().filter_map(|id| {
        let rows = rows.remove(&id)?;
        series(id, rows, freq, &mut bad)
    });
    let series = series.collect();
    bad.sort_by_key(|bad| bad.line);
    Ok((series, bad))
}

/// Where the three columns are.
fn columns(header: &[String]) -> Result<[usize; 3], &'static str> {
    let mut found = [0; 3];
    for (place, names) in found.iter_mut().zip(COLUMNS) {
        let is = |cell: &String| names.contains(&cell.trim().to_lowercase().as_str());
        *place = header.iter().position(is).ok_or(names[0])?;
    }
    Ok(found)
}

/// The cells of a line; a cell in quotes may hold the delimiter, and quotes doubled.
fn cells(line: &str, delimiter: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            char if char == delimiter && !quoted => cells.push(std::mem::take(&mut cell)),
            char => cell.push(char),
        }
    }
    cells.push(cell);
    cells
}

fn row(line: usize, cells: &[String], columns: [usize; 3]) -> Result<(String, Row), Bad> {
    let bad = |key: &'static str, found: &str| Bad { line, key, found: found.to_owned() };
    let [id, date, value] = columns.map(|column| cells.get(column).map(|cell| cell.trim()));
    let (Some(id), Some(date), Some(value)) = (id, date, value) else {
        return Err(bad("forecast-bad-row", ""));
    };
    let day = day(date).ok_or_else(|| bad("forecast-bad-date", date))?;
    if NO_VALUE.contains(&value.to_lowercase().as_str()) {
        return Ok((id.to_owned(), Row { line, day, value: None }));
    }
    let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
    let number = number.ok_or_else(|| bad("forecast-bad-number", value))?;
    Ok((id.to_owned(), Row { line, day, value: Some(number) }))
}

/// A date, a month as its first day, or a date with a time of nought behind it.
fn day(text: &str) -> Option<Day> {
    let date = text.split([' ', 'T']).next().unwrap_or(text);
    Day::parse_of_any_year(date).or_else(|| Day::parse_of_any_year(&format!("{date}-01")))
}

/// The rows of an id as steps; rows that are no step of their own are bad, and make the series unsound.
fn series(id: String, mut rows: Vec<Row>, freq: Freq, bad: &mut Vec<Bad>) -> Option<Series> {
    rows.sort_by_key(|row| row.day);
    let (first, last) = (rows.first()?.day, rows.last()?.day);
    let mut values: Vec<Option<f64>> = Vec::new();
    let mut sound = true;
    for row in &rows {
        let step = freq.steps(first, row.day);
        let key = match step {
            None => Some("forecast-other-week"),
            Some(step) if step > MOST_STEPS => Some("forecast-far-date"),
            Some(step) if (step as usize) < values.len() => Some("forecast-twice"),
            Some(step) => {
                values.resize(step as usize, None);
                values.push(row.value);
                None
            }
        };
        if let Some(key) = key {
            sound = false;
            bad.push(Bad { line: row.line, key, found: row.day.to_string() });
        }
    }
    Some(Series { id, values, last, sound })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_all(text: &str, freq: Freq) -> (Vec<Series>, Vec<(usize, &'static str)>) {
        let (series, bad) = read(text, freq).unwrap();
        (series, bad.into_iter().map(|bad| (bad.line, bad.key)).collect())
    }

    #[test]
    fn gaps_in_dates_are_missing_values_and_order_does_not_matter() {
        let text = "date;value;id\n2028-03-01;3;a\n2028-02-28;1;a\n2028-03-02;;a\n2027-01-01;5;\"b;c\"\n";
        let (series, bad) = read_all(text, Freq::Daily);
        assert_eq!(series[0].values, [Some(1.0), None, Some(3.0), None]);
        assert_eq!((series[0].last.to_string(), series[1].id.as_str()), ("2028-03-02".into(), "b;c"));
        assert!(bad.is_empty());
    }

    #[test]
    fn bad_rows_are_named_by_line() {
        let text = "\u{feff}id,date,value\na,2026-13-01,1\na,2026-01-01,x\n\na,2026-01-01\na,2026-02,7\n";
        let (series, bad) = read_all(text, Freq::Monthly);
        assert_eq!(bad, [(2, "forecast-bad-date"), (3, "forecast-bad-number"), (5, "forecast-bad-row")]);
        assert_eq!(series[0].values, [Some(7.0)]);
    }

    #[test]
    fn two_rows_of_a_step_are_never_added_up() {
        let (series, bad) =
            read_all("id,ds,y\na,2026-01-01,1\na,2026-01-15,2\na,2026-02-01,3\n", Freq::Monthly);
        assert_eq!((series[0].sound, bad), (false, vec![(3, "forecast-twice")]));
        let (series, bad) = read_all("id,ds,y\na,2026-01-05,1\na,2026-01-11,2\n", Freq::Weekly);
        assert_eq!((series[0].sound, bad), (false, vec![(3, "forecast-other-week")]));
    }

    #[test]
    fn a_lacking_column_is_named() {
        assert_eq!(read("id,day,value\n", Freq::Daily).unwrap_err(), "date");
        assert_eq!(read("", Freq::Daily).unwrap_err(), "id");
    }
}
