//! One canary in every text of the sample workspace: it may show up as text, and as nothing else.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::path::Path;

use serde_saphyr::granit_parser::{Event, Parser, ScalarStyle};

use crate::shop::{HEADER, Shop, limited, tree};

const CANARY: &str = "<zq7 id=pwned>\"'><img src=zq7 onerror=window.pwned=1></script></title></textarea>\
                      <script>window.pwned=1</script>]]>--><!--&zq7;";

/// The sample workspace with the canary in each of its texts; how many there are.
fn infest(from: &Path, to: &Path) -> usize {
    let mut count = 0;
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let path = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(path).unwrap();
            continue;
        }
        let bytes = std::fs::read(entry.path()).unwrap();
        let (bytes, here) = match entry.path().extension().and_then(|ending| ending.to_str()) {
            Some("yaml") => yaml(&String::from_utf8(bytes).unwrap()),
            Some("md") => markdown(&String::from_utf8(bytes).unwrap()),
            _ => (bytes, 0),
        };
        count += here;
        std::fs::write(path, bytes).unwrap();
    }
    count
}

/// Texts are what has spaces or is Chinese, and does not begin like a figure.
fn is_text(text: &str) -> bool {
    let figure = text.starts_with(|c: char| c.is_ascii_digit() || "<>=~+-.".contains(c));
    let formula = text.chars().all(|c| c.is_ascii_lowercase() || "_ ()*/+-".contains(c))
        && [" - ", " * ", " / ", " + "].iter().any(|sign| text.contains(sign));
    !figure && !formula && (text.contains(' ') || text.contains(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)))
}

fn yaml(text: &str) -> (Vec<u8>, usize) {
    let mut found = Vec::new();
    for event in Parser::new_from_str(text) {
        let (event, span) = event.unwrap();
        let Event::Scalar(value, style, ..) = event else { continue };
        let (from, to) = (span.start.byte_offset().unwrap(), span.end.byte_offset().unwrap());
        let flow =
            matches!(style, ScalarStyle::Plain | ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted);
        if flow && is_text(&value) {
            found.push((from..to, serde_json::to_string(&format!("{value}{CANARY}")).unwrap()));
        }
    }
    let mut out = text.to_owned();
    let count = found.len();
    found.into_iter().rev().for_each(|(range, value)| out.replace_range(range, &value));
    (out.into_bytes(), count)
}

/// Behind each line of prose, which is neither a table, nor a list of links, nor a block of data.
fn markdown(text: &str) -> (Vec<u8>, usize) {
    let (mut out, mut fence, mut rules, mut count) = (String::new(), false, 0, 0);
    for line in text.lines() {
        out.push_str(line);
        rules += usize::from(line == "---");
        fence ^= line.starts_with("```");
        if !fence && rules >= 2 && line.starts_with(char::is_alphabetic) {
            out.push_str(&format!(" {CANARY}"));
            count += 1;
        }
        out.push('\n');
    }
    (out.into_bytes(), count)
}

/// The elements of a page or a feed, each with the names of its attributes.
fn elements(text: &str) -> Vec<(String, Vec<String>)> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let (inside, after) = comment.split_once("-->").unwrap();
            assert!(!inside.contains("zq7"), "in a comment: {inside}");
            rest = after;
        } else if rest.starts_with(char::is_alphabetic) {
            let (element, after) = element(rest);
            rest = after;
            if matches!(element.0.as_str(), "script" | "style") {
                let (inside, after) = rest.split_once(&format!("</{}", element.0)).unwrap();
                assert!(!inside.contains("zq7"), "in a {}", element.0);
                rest = after;
            }
            found.push(element);
        }
    }
    found
}

fn element(text: &str) -> ((String, Vec<String>), &str) {
    let end = text.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap();
    let (name, mut rest, mut names) = (text[..end].to_lowercase(), &text[end..], Vec::new());
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if let Some(rest) = rest.strip_prefix('>') {
            return ((name, names), rest);
        }
        let end = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap();
        names.push(rest[..end].to_lowercase());
        rest = &rest[end..];
        if let Some(value) = rest.strip_prefix('=') {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\'')).unwrap();
            rest = value[1..].split_once(quote).unwrap().1;
        }
    }
}

fn look(path: &str, text: &str) {
    if path.ends_with(".html") || path.ends_with(".xml") {
        for (name, attributes) in elements(text) {
            assert_ne!(name, "zq7", "{path}");
            let active = attributes.iter().find(|name| name.starts_with("on") || name.contains("zq7"));
            assert_eq!(active, None, "{path}: <{name}>");
        }
        let whole = |reference: &str| {
            reference.split(';').next().is_some_and(|name| {
                matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")
                    || name.strip_prefix('#').is_some_and(|code| !code.is_empty())
            })
        };
        assert!(!path.ends_with(".xml") || text.split('&').skip(1).all(whole), "{path}: a bare &");
    }
    if path.ends_with(".csv") {
        no_formulas(path, text);
    }
    if path.ends_with(".ics") {
        let fine = |line: &str| line.starts_with(' ') || line.starts_with(|c: char| c.is_ascii_uppercase());
        assert!(text.split_terminator("\r\n").all(|line| line.len() <= 75 && fine(line)), "{path}");
    }
}

/// No cell is a formula to a spreadsheet; what begins like one is a number.
fn no_formulas(path: &str, text: &str) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    for record in reader.records() {
        for cell in &record.unwrap() {
            let number =
                cell.strip_prefix('-').is_some_and(|rest| rest.parse::<f64>().is_ok() || rest.contains('/'));
            assert!(
                number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']),
                "{path}: {cell}"
            );
        }
    }
}

#[test]
fn the_canary_is_only_ever_text() {
    let around = tempfile::tempdir().unwrap();
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let count = infest(&content, &around.path().join("shop"));
    assert!(count > 1400, "{count} texts");
    let (code, said) = limited(&around.path().join("shop"), &["build", "--today", "2026-11-22"]);
    assert_eq!(code, Some(0), "{said}");
    let site = tree(&around.path().join("shop/public"));
    let with = site.values().filter(|text| text.contains("zq7")).count();
    assert!(with > 500, "only {with} files have it");
    site.iter().for_each(|(path, text)| look(path, text));
}

#[test]
fn headers_cells_tags_and_names_are_only_ever_text() {
    let quoted = CANARY.replace('"', "\"\"").replace(',', "");
    let header = format!("{},\"{quoted}\"\n", HEADER.trim_end());
    let rows = format!(
        "{header}2026-10-01,US,\"=cmd|' /C calc'!A0\",3,30.00,\"{quoted}\"\n2026-10-01,US,\"+1@x\",3,30.00,-2\n"
    );
    let page = format!(
        "---\ntitle: {0}\ntags: [{0}]\nsummary: {0}\n---\n\n# {CANARY}\n\n`{CANARY}` [{CANARY}](https://example.org/)\n",
        serde_json::to_string(CANARY).unwrap()
    );
    let shop = Shop::new().file("results/october.csv", rows).file("pages/<zq7 onerror=1>\"'&.md", page);
    let site = shop.build().done("published").site();
    assert!(site.values().any(|text| text.contains("zq7")));
    site.iter().for_each(|(path, text)| look(path, text));
}

#[test]
fn a_guard_that_is_broken_is_seen() {
    for text in ["<p><zq7 id=\"x\">", "<a title=\"x\" onerror=\"y\">", "<script>zq7</script>", "<!-- zq7 -->"]
    {
        assert!(std::panic::catch_unwind(|| look("a.html", text)).is_err(), "{text}");
    }
    assert!(std::panic::catch_unwind(|| look("a.csv", "a,=1+1\n")).is_err());
    assert!(std::panic::catch_unwind(|| look("a.xml", "<a>x & y</a>")).is_err());
}
