//! Whole pages: the frame around the blocks, the page for lost addresses, the map of the site.

use serde::Serialize;
use tera::Context;

use crate::chart;
use crate::diagnostic::Diagnostic;
use crate::quantity::Lang;
use crate::site::{Frame, Page};

use super::Rendered;
use super::block::{Blocks, vouch};
use super::engine::Engine;

const STYLE: &str = "style.css";
const SCRIPT: &str = "site.js";

/// The same page in another language.
#[derive(Serialize)]
struct Alternate {
    tag: String,
    name: String,
    path: String,
}

/// The start of the site in a language.
#[derive(Serialize)]
struct Home {
    tag: String,
    path: String,
    title: String,
}

/// The page as HTML.
pub(super) fn render(engine: &Engine<'_>, page: &Page) -> Result<String, Diagnostic> {
    let body = Blocks { engine, page }.render(&page.blocks, 2)?;
    let mut context = frame(engine, &page.lang);
    context.insert("here", &page.path);
    context.insert("page", page);
    context.insert("tab", &tab_title(engine, page));
    context.insert("alternates", &alternates(engine, page));
    vouch(&mut context, "defs", if body.contains("<svg class=\"chart") { chart::defs() } else { "" });
    vouch(&mut context, "body", &body);
    engine.template("page.html", &context)
}

/// The longest name of a page that browsers, histories and search results show whole, in characters.
const TAB: usize = 70;

/// What the browser's tab says: the page's name and the site's, the latter only where there is room for it.
fn tab_title(engine: &Engine<'_>, page: &Page) -> String {
    let name = &page.title.text;
    let site = engine.site.frames.get(&page.lang).map(|frame| (&frame.brand.text, &frame.title.text));
    let long = site.map(|(brand, title)| format!("{name} · {brand} {title}"));
    let short = site.map(|(brand, _)| format!("{name} · {brand}"));
    let fits = |text: &String| text.chars().count() <= TAB;
    long.filter(fits).or_else(|| short.filter(fits)).unwrap_or_else(|| cut(name))
}

/// The name, cut at a word where it is too long.
fn cut(name: &str) -> String {
    if name.chars().count() <= TAB {
        return name.to_owned();
    }
    let kept: String = name.chars().take(TAB - 1).collect();
    let whole = kept.rsplit_once(' ').map_or(kept.as_str(), |(words, _)| words);
    format!("{}…", whole.trim_end_matches([',', ';', ':', ' ']))
}

/// What all pages of a language share.
fn frame(engine: &Engine<'_>, lang: &Lang) -> Context {
    let mut context = Context::new();
    let word = |key: &str| engine.locale(lang).map(|locale| locale.text(key)).unwrap_or_default();
    context.insert("html_lang", &word("ui-html-lang"));
    context.insert("version", env!("CARGO_PKG_VERSION"));
    context.insert("style", STYLE);
    context.insert("script", SCRIPT);
    if let Some(words) = engine.words(lang) {
        context.insert("ui", words);
    }
    if let Some(frame) = engine.site.frames.get(lang) {
        context.insert("frame", frame);
    }
    context
}

fn alternates(engine: &Engine<'_>, page: &Page) -> Vec<Alternate> {
    let others = page.alternates.iter().filter(|(lang, _)| **lang != page.lang);
    let name =
        |lang: &Lang| engine.locale(lang).map_or(lang.to_string(), |locale| locale.text("ui-language"));
    others
        .map(|(lang, path)| Alternate { tag: lang.to_string(), name: name(lang), path: path.to_string() })
        .collect()
}

/// The page that servers show for an address that is none.
pub(super) fn lost(engine: &Engine<'_>) -> Option<Rendered> {
    let home = |(lang, frame): (&Lang, &Frame)| Home {
        tag: lang.to_string(),
        path: frame.home.to_string(),
        title: frame.title.text.clone(),
    };
    let mut context = frame(engine, &engine.site.default);
    let homes: Vec<Home> = engine.site.frames.iter().map(home).collect();
    if homes.is_empty() {
        return None;
    }
    context.insert("homes", &homes);
    context.insert("base", engine.site.base_url.as_deref().unwrap_or_default());
    Some(file(engine, "404.html", &context))
}

/// The map for search engines; only when the site's own address is known.
pub(super) fn sitemap(engine: &Engine<'_>) -> Option<Rendered> {
    let mut context = Context::new();
    context.insert("base", engine.site.base_url.as_ref()?);
    context.insert("paths", &engine.site.pages.keys().collect::<Vec<_>>());
    Some(file(engine, "sitemap.xml", &context))
}

fn file(engine: &Engine<'_>, name: &str, context: &Context) -> Rendered {
    Ok((name.to_owned(), engine.template(name, context)?.into_bytes()))
}
