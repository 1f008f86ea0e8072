//! Pages written in Markdown (`pages/**.md` and any other `.md` of the workspace).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, Lang};

use crate::world::World;

use crate::plain::{is_hidden, plain};

use super::At;
use super::read::{Context, Fields, Read};
use super::yaml::{self, Node};

/// A page in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Its path without `pages/`, language and extension: `2026/prime-day`.
    pub slug: String,
    /// Its language, from the file name (`x.en.md`) or the site's default.
    pub lang: Lang,
    /// Its title; from the front matter, else the first heading, else the slug.
    pub title: String,
    /// Its date.
    pub date: Option<Day>,
    /// Its tags, in file order.
    pub tags: Vec<At<String>>,
    /// What it says, in a sentence.
    pub summary: Option<String>,
    /// Whether it is not to be published yet.
    pub draft: bool,
    /// Older paths that lead to it.
    pub aliases: Vec<At<String>>,
    /// The Markdown without the front matter.
    pub body: String,
    /// The line of the file where the Markdown begins, from 1.
    pub body_line: u32,
    /// The file.
    pub place: Place,
}

/// Files at the top of a repository that speak of the repository.
const NOT_PAGES: [&str; 4] = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE.md"];

/// The front matter of a page.
#[derive(Default)]
struct FrontMatter {
    title: Option<String>,
    date: Option<Day>,
    tags: Vec<At<String>>,
    summary: Option<String>,
    draft: bool,
    aliases: Vec<At<String>>,
}

impl Read for FrontMatter {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (title, date) = (f.optional("title"), f.optional("date"));
        let (tags, summary) = (f.list("tags"), f.optional("summary"));
        let draft = f.optional("draft").unwrap_or(false);
        let aliases = f.list("aliases");
        f.finish();
        Some(FrontMatter { title, date, tags, summary, draft, aliases })
    }
}

/// Whether a file of a workspace is a page.
pub fn is_page(path: &str) -> bool {
    path.ends_with(".md") && !path.starts_with("themes/") && !NOT_PAGES.contains(&path)
}

/// Reads every page of the workspace; two of one path and language are a finding.
pub(super) fn read_all(world: &dyn World, paths: &[String], cx: &mut Context) -> Vec<Page> {
    let mut pages: Vec<Page> = Vec::new();
    let mut firsts: BTreeMap<(String, Lang), Place> = BTreeMap::new();
    for path in paths.iter().filter(|path| is_page(path)) {
        let Some(bytes) = super::load::bytes(world, path, cx) else { continue };
        let Some(page) = read(path, &bytes, cx) else { continue };
        let first =
            firsts.entry((page.slug.clone(), page.lang.clone())).or_insert_with(|| page.place.clone());
        if *first != page.place {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, &page.place).term("kind", "kind-page");
            let finding = finding.with("name", page.slug.as_str()).with("first", first.to_string());
            cx.findings.push(finding.help("help"));
        }
        pages.push(page);
    }
    pages
}

fn read(path: &str, bytes: &[u8], cx: &mut Context) -> Option<Page> {
    let file: Arc<str> = path.into();
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(_) => {
            // The YAML reader says where the text stops being one.
            yaml::parse(&file, bytes, &mut cx.findings);
            return None;
        }
    };
    hidden_in(text, &file, cx);
    let text = &*plain(text);
    let (front, body, body_line) = split(text);
    if front.is_none() && is_unclosed(text) {
        let place = Place::point(&file, 1, 1);
        cx.findings.push(Diagnostic::new(codes::NO_FRONT_MATTER, &place).help("help"));
    }
    let matter = match front {
        Some(front) => FrontMatter::read(&yaml::parse(&file, front.as_bytes(), &mut cx.findings)?, cx)?,
        None => FrontMatter::default(),
    };
    let (slug, lang) = name_and_language(path, cx)?;
    let title = matter.title.or_else(|| heading(body)).unwrap_or_else(|| slug.clone());
    let FrontMatter { date, tags, summary, draft, aliases, .. } = matter;
    let (body, place) = (body.to_owned(), Place::file(&file));
    Some(Page { slug, lang, title, date, tags, summary, draft, aliases, body, body_line, place })
}

/// Says of each line that holds what hides or turns text.
fn hidden_in(text: &str, file: &Arc<str>, cx: &mut Context) {
    for (line, text) in (1..).zip(text.lines()) {
        let column = (1..).zip(text.chars()).find(|(_, c)| is_hidden(*c)).map(|(column, _)| column);
        let found = column.and_then(|column| yaml::hidden(text, &Place::point(file, line, column)));
        found.into_iter().for_each(|finding| cx.findings.push(finding));
    }
}

/// The front matter between two lines of `---`, the Markdown after it, and the Markdown's first line.
///
/// The front matter begins with an empty line in place of its first `---`, so that its lines keep their numbers.
fn split(text: &str) -> (Option<String>, &str, u32) {
    let Some(rest) = text.strip_prefix("---\n").or_else(|| text.strip_prefix("---\r\n")) else {
        return (None, text, 1);
    };
    let mut offset = 0;
    for (index, line) in rest.split_inclusive('\n').enumerate() {
        if line.trim_end() == "---" {
            let front = format!("\n{}", rest.get(..offset).unwrap_or_default());
            let body = rest.get(offset + line.len()..).unwrap_or_default();
            return (Some(front), body, u32::try_from(index + 3).unwrap_or(u32::MAX));
        }
        offset += line.len();
    }
    (None, text, 1)
}

/// Whether a text without front matter begins as if it had one: `---`, and below it `title: …`.
fn is_unclosed(text: &str) -> bool {
    let mut lines = text.lines();
    let names = |line: &str| {
        let name = line.split_once(':').map(|(name, _)| name);
        name.is_some_and(|name| !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase()))
    };
    lines.next() == Some("---") && lines.next().is_some_and(names)
}

/// `pages/2026/prime-day.en.md` is `2026/prime-day` in English.
fn name_and_language(path: &str, cx: &Context) -> Option<(String, Lang)> {
    let path = path.strip_prefix("pages/").unwrap_or(path);
    let stem = path.strip_suffix(".md")?;
    let of_ending = |lang: &&Lang| stem.strip_suffix(lang.tag()).is_some_and(|rest| rest.ends_with('.'));
    match cx.languages.iter().find(of_ending) {
        Some(lang) => {
            let slug = stem.strip_suffix(lang.tag())?.strip_suffix('.')?;
            Some((slug.to_owned(), lang.clone()))
        }
        None => {
            Some((stem.to_owned(), cx.languages.first().cloned().unwrap_or_else(|| Lang::new("zh-Hant"))))
        }
    }
}

/// The first heading of a Markdown text, when it is of the first level.
fn heading(body: &str) -> Option<String> {
    let line = body.lines().find(|line| !line.trim().is_empty())?;
    line.strip_prefix("# ").map(|title| title.trim().to_owned())
}
