//! Markdown with data blocks: only known tags and attributes come out, each closed, no address but a harmless one.

use std::sync::Arc;

use opsreport::chart::Impact;
use opsreport::diagnostic::{Diagnostic, codes};
use opsreport::markup::{Answer, BlockRequest, FigureRequest, Source, Thing, blocks};
use opsreport::site::{Block, Notice, Run, SitePath, Target, Tone};

use super::markup::{Tag, tags};

/// Every tag that prose may contain, with its attributes.
const TAGS: &[(&str, &[&str])] = &[
    ("a", &["href", "title"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &[]),
    ("del", &[]),
    ("div", &["class"]),
    ("em", &[]),
    ("h2", &["id"]),
    ("h3", &["id"]),
    ("h4", &["id"]),
    ("h5", &["id"]),
    ("h6", &["id"]),
    ("hr", &[]),
    ("img", &["src", "alt", "title"]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &[]),
    ("pre", &["tabindex"]),
    ("span", &["class"]),
    ("strong", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["class"]),
    ("th", &["class", "scope"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// A Markdown text.
pub fn markdown(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let page = SitePath::html(&["pages", "this"]);
    let file: Arc<str> = "pages/this.md".into();
    let (made, findings) =
        blocks(&Source { text: &text, file, first_line: 8, page: &page, lang: None }, &Anything);
    for block in made {
        if let Block::Prose(prose) = block {
            tags(prose.html.as_str()).iter().for_each(|tag| check(tag, prose.html.as_str()));
        }
    }
    assert!(findings.sorted().iter().all(|finding| !finding.place.to_string().is_empty()));
}

fn check(tag: &Tag<'_>, html: &str) {
    let known = TAGS.iter().find(|(name, _)| *name == tag.name);
    let (_, attributes) = known.unwrap_or_else(|| panic!("<{}> in {html}", tag.name));
    for (key, value) in &tag.attributes {
        assert!(attributes.contains(key), "{key} of <{}> in {html}", tag.name);
        if ["href", "src"].contains(key) {
            address(value, html);
        }
    }
}

/// A place of the page, a path of the site, or one of the schemes that a browser follows without harm.
fn address(value: &str, html: &str) {
    let plain = value.replace("&amp;", "&");
    let head = plain.split(['/', '?', '#']).next().unwrap_or_default();
    let scheme = head.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
    let fine = scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.as_str()));
    assert!(
        fine && !plain.starts_with("//") && !plain.contains(['\\', '\n', '\r', '\t']),
        "{value} in {html}"
    );
}

/// Knows everything that does not begin with `x`, and answers with what was asked.
struct Anything;

impl Answer for Anything {
    fn figure(&self, request: &FigureRequest) -> Result<Run, Diagnostic> {
        if request.metric.as_str().starts_with('x') {
            return Err(Diagnostic::new(codes::UNKNOWN_METRIC, &request.place).with("name", "x"));
        }
        let words = format!("{} {}", request.metric.as_str(), request.names.join("/"));
        let to = match request.names.len() {
            0 => None,
            1 => Some(Target::place(&SitePath::html(&[&request.names[0]]), "place")),
            _ => Some(Target::page(&SitePath::html(&["method"]))),
        };
        Ok(Run { words: words.as_str().into(), to, strong: true, impact: Impact::Good })
    }

    fn block(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        if request.metrics[0].as_str().starts_with('x') {
            return Err(Diagnostic::new(codes::UNKNOWN_METRIC, request.place_of("metric")).with("name", "x"));
        }
        Ok(Notice { tone: Tone::Info, words: format!("{request:?}").as_str().into() }.into())
    }

    fn file(&self, path: &str) -> Result<SitePath, Option<String>> {
        if path.starts_with('x') { Err(Some("other.md".to_owned())) } else { Ok(SitePath::html(&[path])) }
    }

    fn thing(&self, _: Thing, id: &str) -> Result<SitePath, Option<String>> {
        if id.starts_with('x') { Err(None) } else { Ok(SitePath::html(&["things", id])) }
    }
}
