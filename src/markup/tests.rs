//! Markdown as people write it, and as nobody should.

use std::fmt::Write;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::site::{Notice, Target, Tone};

/// Knows a metric, a page, a picture, a product.
struct Known;

impl Answer for Known {
    fn figure(&self, request: &FigureRequest) -> Result<Run, Diagnostic> {
        if request.metric.as_str() != "sales" {
            let finding = Diagnostic::new(codes::UNKNOWN_METRIC, &request.place);
            return Err(finding.with("name", request.metric.as_str()).nearest(Some("sales")));
        }
        let names = request.names.join("/");
        let words =
            format!("{:?} {} {names}", request.view, request.period.map_or("–".into(), |p| p.to_string()));
        let to = Some(Target::page(&SitePath::parse("method.html").unwrap()));
        Ok(Run { words: words.as_str().into(), to, ..Run::default() })
    }

    fn block(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        let words = format!(
            "{:?} {:?} {:?} by {:?} in {:?} as {:?} called {:?}",
            request.kind,
            request.metrics,
            request.period,
            request.by,
            request.scope,
            request.chart,
            request.title
        );
        if request.metrics[0].as_str() != "sales" {
            return Err(Diagnostic::new(codes::UNKNOWN_METRIC, request.place_of("metric")).with("name", "x"));
        }
        Ok(Notice { tone: Tone::Info, words: words.as_str().into() }.into())
    }

    fn file(&self, path: &str) -> Result<SitePath, Option<String>> {
        let known = [("pages/other.md", "pages/other.html"), ("pages/kettle.png", "files/kettle.png")];
        let found = known.iter().find(|(file, _)| *file == path);
        found.map(|(_, published)| SitePath::parse(published).unwrap()).ok_or(None)
    }

    fn thing(&self, _: Thing, id: &str) -> Result<SitePath, Option<String>> {
        let known = SitePath::parse("products/kettle.html").unwrap();
        if id == "kettle" { Ok(known) } else { Err(Some("kettle".into())) }
    }
}

fn read(text: &str) -> (Vec<Block>, Diagnostics) {
    let page = SitePath::parse("pages/this.html").unwrap();
    let file: Arc<str> = "pages/this.md".into();
    blocks(&Source { text, file, first_line: 8, page: &page, lang: None }, &Known)
}

fn shown(text: &str) -> String {
    let (blocks, findings) = read(text);
    let mut shown = String::new();
    for block in blocks {
        match block {
            Block::Prose(prose) => shown.push_str(prose.html.as_str()),
            Block::Notice(notice) => writeln!(shown, "[{}]", notice.words.plain()).unwrap(),
            other => writeln!(shown, "{other:?}").unwrap(),
        }
    }
    for finding in findings.sorted() {
        writeln!(shown, "{} {} {:?}", finding.place, finding.code.name, finding.args).unwrap();
    }
    shown
}

#[test]
fn a_page_as_people_write_it() {
    insta::assert_snapshot!(shown(include_str!("tests/page.md")));
}

#[test]
fn a_page_as_nobody_should_write_it() {
    insta::assert_snapshot!(shown(include_str!("tests/hostile.md")));
}

#[test]
fn an_unknown_metric_is_found_at_its_line() {
    for (text, place, code) in [
        ("a\nb {{salse 2026}} c", "pages/this.md:9:3", "M002"),
        ("一二 {{sales}} {{salse}}", "pages/this.md:8:14", "M002"),
        ("```chart\nperiod: 2026\nmetric: salse\n```", "pages/this.md:10:1", "M002"),
        ("x\n\n```chart\nmetric: sales\nperoid: 2026\n```", "pages/this.md:12:1", "M001"),
        ("```table\nmetric: sales\nperiod: 2026-13\n```", "pages/this.md:10:1", "M001"),
        ("```table\nmetric: sales\nscope: US\n```", "pages/this.md:10:1", "M001"),
        ("```table\ntitle: none\n```", "pages/this.md:8:1", "M001"),
        ("{{sales:pln}}", "pages/this.md:8:1", "M001"),
        ("- x\n\n  ```chart\n  metric: sales\n  ```", "pages/this.md:10:3", "M001"),
        ("see [x](missing.md)", "pages/this.md:8:5", "M003"),
        ("see [x](@product/kettel)", "pages/this.md:8:5", "M003"),
        ("see [x](../../out.md)", "pages/this.md:8:5", "M003"),
        ("![x](https://example.org/x.png)", "pages/this.md:8:1", "M004"),
    ] {
        let findings = read(text).1.sorted();
        let found: Vec<_> = findings.iter().map(|f| (f.place.to_string(), f.code.name)).collect();
        assert_eq!(found, [(place.to_owned(), code)], "{text}");
    }
}

#[test]
fn entities_in_the_words_of_a_figure_do_not_cut_a_character() {
    for text in ["{{&amp;茶茶}} {{sales}}", "茶{{&Aacute;é茶}}茶{{&lt;茶}}茶", "{{&nbsp;茶}}{{"] {
        assert!(!read(text).0.is_empty(), "{text}");
    }
}

#[test]
fn the_size_of_a_page_has_an_end() {
    let row = format!("{}\n", "|a".repeat(2000));
    let text = format!("{row}{}\n{}", "|-".repeat(2000), "|x\n".repeat(2000));
    let (blocks, findings) = read(&text);
    let size: usize =
        blocks.iter().map(|b| if let Block::Prose(p) = b { p.html.as_str().len() } else { 0 }).sum();
    assert!(size < 4 * LARGEST, "{size}");
    assert!(findings.has_errors());
}

/// Every tag that prose may contain.
const TAGS: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "div",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn no_other_tag_comes_out(parts in prop::collection::vec(prop_oneof![
        Just("<script>alert(1)</script>"), Just("<img src=x onerror=alert(1)>"), Just("[x](javascript:alert(1))"),
        Just("[x](&#106;avascript:alert(1))"), Just("<javascript:alert(1)>"), Just("![x](data:text/html,x)"),
        Just("# h {onclick=alert(1)}\n"), Just("```<b>\nx\n```\n"), Just("|a|\n|-:|\n|<b>|\n"), Just("\n\n"), Just("> "),
        Just("- "), Just("*"), Just("`"), Just("{{sales <b>}}"), Just("[x]: java\tscript:x\n"), Just("[x]"), Just("<!-- "),
        Just("\"onx=\""), Just("中文"), Just("  "),
    ], 0..24)) {
        let (blocks, _) = read(&parts.concat());
        for block in blocks {
            let Block::Prose(prose) = block else { continue };
            for piece in prose.html.as_str().split('<').skip(1) {
                let name: String = piece.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
                prop_assert!(TAGS.contains(&name.as_str()), "<{piece}");
                let tag = piece.split('>').next().unwrap_or_default();
                for address in tag.split("href=\"").skip(1).chain(tag.split("src=\"").skip(1)) {
                    let scheme = address.to_lowercase();
                    prop_assert!(!scheme.starts_with("javascript") && !scheme.starts_with("data"), "<{piece}");
                }
                prop_assert!(!tag.contains(" style="), "<{piece}");
            }
        }
    }
}
