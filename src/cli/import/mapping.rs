//! The first lines of a `formats.yaml` for a file that nobody knows.

use serde_json::Value;

/// What the columns of a mapping are called in files, in small letters: day, SKU, pieces.
const USUAL: [(&str, &str, &[&str]); 3] = [
    ("date", "day", &["date", "day", "time", "日期", "日"]),
    ("sku", "id", &["sku", "asin", "product", "item", "品", "商品"]),
    ("units", "count", &["unit", "qty", "quantity", "pieces", "數量", "件"]),
];

/// A format that names three columns of a header; which they are is a guess that people mend.
pub(super) fn sketch(header: &[String]) -> Vec<String> {
    let filled: Vec<&str> = header.iter().map(|name| name.trim()).filter(|name| !name.is_empty()).collect();
    let mut taken: Vec<&str> = Vec::new();
    let mut columns = Vec::new();
    for (key, is, words) in USUAL {
        let free = || filled.iter().filter(|name| !taken.contains(*name));
        let like = |name: &&&str| words.iter().any(|word| name.to_lowercase().contains(word));
        let name = free().find(like).or_else(|| free().next()).copied().unwrap_or(key);
        columns.push(format!("    {key}: {{is: {is}, names: [{}]}}", Value::from(name)));
        taken.push(name);
    }
    let head = ["formats:", "- id: my.report", "  columns:"].map(str::to_owned);
    let tail = ["  days: [{date: date}]", "  keys: {sku: sku}", "  figures: [{id: units, sum: units}]"];
    [head.to_vec(), columns, tail.map(str::to_owned).to_vec()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::formats;

    #[test]
    fn a_sketch_is_a_format_and_takes_the_likeliest_columns() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        for (header, expected) in [
            (
                names(&["Order no", "Item \"x\"", "Sold on (date)", "Qty"]),
                ["Sold on (date)", "Item \"x\"", "Qty"],
            ),
            (names(&["訂單", "日期", "商品", "數量"]), ["日期", "商品", "數量"]),
            (names(&["a", "", "b"]), ["a", "b", "units"]),
            (names(&[]), ["date", "sku", "units"]),
        ] {
            let text = sketch(&header).join("\n");
            let (read, findings) = formats("formats.yaml", &text);
            assert!(findings.is_empty(), "{text}\n{findings:?}");
            let found: Vec<&str> = read[0].columns.iter().map(|column| column.names[0].as_str()).collect();
            assert_eq!(found, expected);
        }
    }
}
