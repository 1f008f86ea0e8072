//! Feeds as Atom files (RFC 4287).

use std::fmt::Write;

use crate::quantity::Day;
use crate::site::{Feed, FeedEntry, Target};

use super::address::{absolute, from};

/// The feed as bytes. Addresses are whole when the site's own is known, else relative to the feed.
pub(super) fn render(feed: &Feed, base: Option<&str>) -> Vec<u8> {
    let address = |target: &Target| match base {
        Some(base) => absolute(base, target),
        None => from(&feed.path, target),
    };
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let lang = escaped(feed.lang.tag());
    add(&mut xml, format_args!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n"));
    element(&mut xml, "id", &feed.id);
    element(&mut xml, "title", &feed.title);
    element(&mut xml, "subtitle", &feed.about);
    element(&mut xml, "updated", &midnight(feed.updated));
    person(&mut xml, &feed.author);
    if base.is_some() {
        let own = address(&Target::page(&feed.path));
        link(&mut xml, ("self", "application/atom+xml"), &own);
    }
    link(&mut xml, ("alternate", "text/html"), &address(&Target::page(&feed.page)));
    let version = env!("CARGO_PKG_VERSION");
    add(&mut xml, format_args!("<generator version=\"{version}\">opsreport</generator>\n"));
    for it in &feed.entries {
        entry(&mut xml, it, &address(&it.to));
    }
    xml.push_str("</feed>\n");
    xml.into_bytes()
}

fn entry(xml: &mut String, entry: &FeedEntry, address: &str) {
    xml.push_str("<entry>\n");
    element(xml, "id", &entry.id);
    element(xml, "title", &entry.title);
    element(xml, "updated", &midnight(entry.day));
    element(xml, "published", &midnight(entry.day));
    if let Some(author) = &entry.author {
        person(xml, author);
    }
    link(xml, ("alternate", "text/html"), address);
    if !entry.summary.is_empty() {
        element(xml, "summary", &entry.summary);
    }
    xml.push_str("</entry>\n");
}

fn element(xml: &mut String, name: &str, text: &str) {
    add(xml, format_args!("<{name}>{}</{name}>\n", escaped(text)));
}

fn person(xml: &mut String, name: &str) {
    add(xml, format_args!("<author><name>{}</name></author>\n", escaped(name)));
}

fn link(xml: &mut String, (rel, kind): (&str, &str), address: &str) {
    add(xml, format_args!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>\n", escaped(address)));
}

/// Writing to a string cannot fail.
fn add(xml: &mut String, text: std::fmt::Arguments<'_>) {
    let _ = xml.write_fmt(text);
}

fn midnight(day: Day) -> String {
    format!("{day}T00:00:00Z")
}

/// Text for XML 1.0: marks escaped, characters that XML cannot hold left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Lang;
    use crate::site::SitePath;

    fn feed(title: &str) -> Feed {
        let day = Day::parse("2026-11-13").unwrap();
        let entry = FeedEntry {
            id: "tag:sanwu,2026:K26-031/3".to_owned(),
            day,
            title: title.to_owned(),
            summary: "1,200 支 & 模具".to_owned(),
            author: Some("林主任".to_owned()),
            to: Target::place(&SitePath::html(&["departments", "production"]), "k26-031"),
        };
        let bare = FeedEntry { summary: String::new(), author: None, ..entry.clone() };
        Feed {
            path: SitePath::file(&["feeds", "production"], "xml"),
            lang: Lang::new("zh-Hant"),
            id: "tag:sanwu,2026:feeds/production".to_owned(),
            title: "山霧茶器・生產".to_owned(),
            about: "變動".to_owned(),
            page: SitePath::html(&["departments", "production"]),
            author: "山霧茶器".to_owned(),
            updated: day,
            entries: vec![entry, bare],
        }
    }

    fn text(feed: &Feed, base: Option<&str>) -> String {
        String::from_utf8(render(feed, base)).unwrap()
    }

    #[test]
    fn a_feed_is_written_as_the_standard_says() {
        insta::assert_snapshot!(text(&feed("同意 01-26"), Some("https://x.example/")));
    }

    #[test]
    fn without_an_address_of_its_own_links_are_relative() {
        let xml = text(&feed("x"), None);
        assert!(xml.contains("href=\"../departments/production.html#k26-031\""));
        assert!(!xml.contains("rel=\"self\""));
    }

    #[test]
    fn what_people_wrote_cannot_add_markup() {
        let xml = text(&feed("</title><script>\u{0}\u{1b}\"&\u{ffff}"), None);
        assert!(xml.contains("<title>&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>"));
    }
}
