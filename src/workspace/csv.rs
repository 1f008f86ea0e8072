//! Rows of a CSV file that people write by hand too, as maps under the names of its header: each field knows its place,
//! so that it is read, checked and complained of as a value of YAML is.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes, nearest};

use crate::plain::plain;

use super::read::Context;
use super::yaml::{Node, Value};

/// The rows of a file whose columns are all among the known ones, with all that are needed; empty fields are left out.
/// Another header is one finding, and no row is read by it.
pub(super) fn rows(
    file: &Arc<str>,
    bytes: &[u8],
    (known, needed): (&[&str], &[&str]),
    cx: &mut Context,
) -> Vec<Node> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        // The YAML reader says where the text stops being one.
        super::yaml::parse(file, bytes, &mut cx.findings);
        return Vec::new();
    };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let Some(header) = lines.next().and_then(|(line, text)| fields(file, line, text, cx)) else {
        return Vec::new();
    };
    if let Some(finding) = wrong(&header, (known, needed)) {
        cx.findings.push(finding);
        return Vec::new();
    }
    lines.filter_map(|(line, text)| row(file, (line, text), &header, cx)).collect()
}

/// What is wrong with a header, at its first column that nobody knows.
fn wrong(header: &[Node], (known, needed): (&[&str], &[&str])) -> Option<Diagnostic> {
    let names: Vec<&str> = header.iter().map(|name| name.text().unwrap_or_default()).collect();
    let strange = |name: &str| !known.contains(&name);
    let unknown: Vec<&str> = names.iter().copied().filter(|name| strange(name)).collect();
    let missing: Vec<&str> = needed.iter().copied().filter(|name| !names.contains(name)).collect();
    let wrong = match (unknown.is_empty(), missing.is_empty()) {
        (true, true) => return None,
        (true, false) => "missing",
        (false, true) => "unknown",
        (false, false) => "both",
    };
    let first = names.iter().position(|name| strange(name)).unwrap_or(0);
    let finding = Diagnostic::new(codes::ISSUED_HEADER, &header.get(first)?.place).with("wrong", wrong);
    let finding = finding.with("unknown", unknown.join(", ")).with("missing", missing.join(", "));
    let near = unknown.first().and_then(|name| nearest(name, known.iter().copied()));
    Some(finding.with("known", known.join(", ")).nearest(near.filter(|_| unknown.len() == 1)))
}

fn row(file: &Arc<str>, (line, text): (u32, &str), header: &[Node], cx: &mut Context) -> Option<Node> {
    let fields = fields(file, line, text, cx)?;
    if let Some(field) = fields.get(header.len()) {
        cx.refuse(codes::BAD_VALUE, field, "form-no-more-columns");
        return None;
    }
    let written = header.iter().zip(fields).filter(|(_, field)| field.text() != Some(""));
    let written = written.map(|(name, field)| (name.clone(), field));
    let place = Place::point(file, line, 1);
    Some(Node { place, value: Value::Map(written.collect()) })
}

/// The fields of a line: separated by commas, in double quotes where they hold one, a quote within doubled.
fn fields(file: &Arc<str>, line: u32, text: &str, cx: &mut Context) -> Option<Vec<Node>> {
    let (mut fields, mut field, mut quoted, mut start, mut column) = (Vec::new(), String::new(), false, 1, 0);
    let mut letters = text.chars().peekable();
    let node = |text: &str, columns: std::ops::Range<u32>| Node {
        place: Place::range(file, line, columns.start..columns.end.max(columns.start + 1)),
        value: Value::Scalar { text: plain(text.trim()).into_owned(), plain: false },
    };
    while let Some(letter) = letters.next() {
        column += 1;
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => {
                column += 1;
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => {
                fields.push(node(&field, start..column));
                field.clear();
                start = column + 1;
            }
            letter => field.push(letter),
        }
    }
    let last = node(&field, start..column + 1);
    if quoted {
        cx.refuse(codes::BAD_VALUE, &last, "form-closed-quote");
        return None;
    }
    fields.push(last);
    Some(fields)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Vec<(String, String)>>, Vec<String>) {
        let mut cx = Context::default();
        let rows = rows(&"log.csv".into(), text.as_bytes(), (&["a", "b"], &["a"]), &mut cx);
        let pair = |(key, value): &(Node, Node)| (key.text().unwrap().into(), value.text().unwrap().into());
        let maps = rows.iter().map(|row| match &row.value {
            Value::Map(entries) => entries.iter().map(pair).collect(),
            _ => Vec::new(),
        });
        let findings = cx.findings.iter().map(|f| format!("{} {}", f.code.name, f.place));
        (maps.collect(), findings.collect())
    }

    fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
        all.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn quotes_hold_commas_and_quotes_and_empty_fields_are_left_out() {
        let (rows, findings) = read("\u{feff}a,b\r\n\"1,5\",\"say \"\"so\"\"\"\r\n\r\n, x \n");
        assert_eq!(rows, [pairs(&[("a", "1,5"), ("b", "say \"so\"")]), pairs(&[("b", "x")])]);
        assert!(findings.is_empty());
    }

    #[test]
    fn what_is_not_in_order_is_said_where_it_stands() {
        let (rows, findings) = read("a,b\n1,2,3\n\"4,5\n6,7\n");
        assert_eq!(rows, [pairs(&[("a", "6"), ("b", "7")])]);
        assert_eq!(findings, ["Y008 log.csv:2:5", "Y008 log.csv:3:1"]);
    }

    #[test]
    fn a_wrong_header_is_one_finding_whatever_stands_below() {
        for (text, place) in [("a,c\n1,2\n3\n", "1:3"), ("\nb\n1,2\n", "2:1"), ("x,y,z\n1\n", "1:1")] {
            assert_eq!(read(text), (Vec::new(), vec![format!("O006 log.csv:{place}")]), "{text:?}");
        }
    }
}
