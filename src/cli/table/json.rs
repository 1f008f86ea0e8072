//! A table for programs: one array of objects.

use crate::table::{Flat, Value};

/// An object per row, a row per line; the keys in the order of the columns.
pub(super) fn print(flat: &Flat) -> String {
    let rows: Vec<String> = flat.rows.iter().map(|row| object(&flat.names, row)).collect();
    if rows.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", rows.join(",\n")) }
}

fn object(names: &[String], row: &[Value]) -> String {
    let members: Vec<String> =
        names.iter().zip(row).map(|(name, value)| format!("{}: {}", string(name), json(value))).collect();
    format!("  {{{}}}", members.join(", "))
}

fn json(value: &Value) -> String {
    match value {
        Value::Missing => "null".to_owned(),
        Value::Words(text) | Value::Exact(text) => string(text),
        Value::Count(count) => count.to_string(),
        Value::Flag(flag) => flag.to_string(),
    }
}

fn string(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
