//! `datapackage.json`: what the columns of the tables are (Data Package, version 2).

use serde::Serialize;

use super::tables::Resource;
use crate::bag::Hash;
use crate::table::{Flat, Kind, Table, csv};

/// A decimal, or a fraction of whole numbers.
const EXACT: &str = r"-?[0-9]+(\.[0-9]+)?(/[0-9]+)?";

#[derive(Serialize)]
struct Package<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    created: String,
    resources: Vec<Described<'a>>,
}

#[derive(Serialize)]
struct Described<'a> {
    name: &'a str,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    description: &'a str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    schema: Schema,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Field>,
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Constraints>,
}

#[derive(Serialize)]
struct Constraints {
    pattern: &'static str,
}

/// The files of the tables by their path in the payload, with their description.
pub(super) fn files(
    resources: &[Resource],
    (name, title, created): (&str, &str, &str),
) -> Vec<(String, Vec<u8>)> {
    let texts: Vec<String> = resources.iter().map(|resource| csv::print(&resource.table)).collect();
    let described = resources.iter().zip(&texts).map(|(resource, text)| Described {
        name: resource.name,
        path: format!("{}.csv", resource.name),
        kind: "table",
        description: resource.about,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: text.len(),
        hash: format!("sha256:{}", Hash::of(text.as_bytes())),
        schema: Schema { fields: fields(&resource.table), missing_values: [""] },
    });
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: name.to_owned(),
        title: title.to_owned(),
        created: format!("{created}T00:00:00Z"),
        resources: described.collect(),
    };
    let mut files = vec![("tables/datapackage.json".to_owned(), json(&package))];
    let named = resources.iter().map(|resource| format!("tables/{}.csv", resource.name));
    files.extend(named.zip(texts.into_iter().map(String::into_bytes)));
    files
}

/// A file of JSON, with a line end.
pub(super) fn json(value: &impl Serialize) -> Vec<u8> {
    // Plain structs of texts and numbers can always be written.
    let mut bytes = serde_json::to_vec_pretty(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The columns of the file: amounts of money have their currency beside them.
fn fields(table: &Table) -> Vec<Field> {
    let kind = |name: &str| table.columns.iter().find(|column| column.name == name).map(|column| column.kind);
    Flat::of(table).names.into_iter().map(|name| field(kind(&name), name)).collect()
}

fn field(kind: Option<Kind>, name: String) -> Field {
    let (kind, description) = match kind {
        Some(Kind::Text) => ("string", None),
        None => ("string", Some("The currency of the amount beside it, as ISO 4217 writes it.")),
        Some(Kind::Day) => ("date", None),
        Some(Kind::Count) => ("number", None),
        Some(Kind::Money) => ("number", Some("Major units of the currency beside it.")),
        Some(Kind::Ratio) => ("number", Some("Six decimals; percentages are shares of 1.")),
        Some(Kind::Exact) => ("string", Some("Exact: a decimal, or a fraction of whole numbers.")),
        Some(Kind::Flag) => ("boolean", None),
    };
    let exact = description.is_some_and(|words| words.starts_with("Exact"));
    let constraints = exact.then_some(Constraints { pattern: EXACT });
    Field { name, kind, description, constraints }
}
