//! A table for spreadsheets.

use super::{Flat, Table, Value};

/// RFC 4180 with plain line ends; a missing value is an empty field, and words never begin a formula.
pub fn print(table: &Table) -> String {
    lines(&Flat::of(table))
}

/// The same for people: a byte order mark, so that spreadsheets read Chinese, and a word for `currency`.
pub(crate) fn print_for_people(table: &Table, currency: &str) -> String {
    let mut flat = Flat::of(table);
    for name in flat.names.iter_mut().filter(|name| *name == "currency") {
        currency.clone_into(name);
    }
    format!("\u{feff}{}", lines(&flat))
}

fn lines(flat: &Flat) -> String {
    let header = flat.names.iter().map(|name| quote(&guard(name))).collect::<Vec<_>>().join(",");
    let rows = flat.rows.iter().map(|row| row.iter().map(field).collect::<Vec<_>>().join(","));
    std::iter::once(header).chain(rows).map(|line| line + "\n").collect()
}

fn field(value: &Value) -> String {
    match value {
        Value::Missing => String::new(),
        Value::Words(text) => quote(&guard(text)),
        Value::Exact(text) => quote(text),
        Value::Count(count) => count.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

/// Words that a spreadsheet would run as a formula get an apostrophe in front; numbers are left alone.
fn guard(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) { format!("'{text}") } else { text.to_owned() }
}

fn quote(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r', '\'']) || text.starts_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
