//! A part of a site that stands on its own: what can be reached from its first page, and no link to anything else.
//!
//! It works on pages of our own, which are well formed: every value of an attribute stands in double quotes.

use std::collections::{BTreeMap, BTreeSet};

use crate::bundle::Bundle;

/// The files that can be reached from a page. A link that leads to none of the site's files becomes mere words.
pub(super) fn standalone(site: &Bundle, start: &str) -> BTreeMap<String, Vec<u8>> {
    let (mut files, mut next) = (BTreeMap::new(), vec![start.to_owned()]);
    let mut seen: BTreeSet<String> = next.iter().cloned().collect();
    while let Some(path) = next.pop() {
        let Some(bytes) = site.get(&path) else { continue };
        if !path.ends_with(".html") {
            files.insert(path, bytes.to_vec());
            continue;
        }
        let mut links = Vec::new();
        let there = |path: &str| site.get(path).is_some();
        let html = unlinked(&String::from_utf8_lossy(bytes), (&path, &there), &mut links);
        next.extend(links.into_iter().filter(|link| seen.insert(link.clone())));
        files.insert(path, html.into_bytes());
    }
    files
}

/// Where a page lies, and which files there are.
type Here<'a> = (&'a str, &'a dyn Fn(&str) -> bool);

/// A page without its links to files that are not there; those that are there are noted.
fn unlinked(html: &str, here: Here<'_>, links: &mut Vec<String>) -> String {
    let (mut text, mut rest) = (String::with_capacity(html.len()), html);
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        let (tag, after) = rest[at..].split_at(end(&rest[at..]));
        text.push_str(&tag_without(tag, here, links));
        rest = after;
    }
    text + rest
}

/// Where a tag or a comment ends: after its `>`.
fn end(text: &str) -> usize {
    if text.starts_with("<!--") {
        return text.find("-->").map_or(text.len(), |at| at + 3);
    }
    let mut quoted = false;
    for (at, sign) in text.char_indices() {
        match sign {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// A tag without a link that leads nowhere; a `<link>` that does is left out.
fn tag_without(tag: &str, here: Here<'_>, links: &mut Vec<String>) -> String {
    // A comment and the document type lead nowhere.
    let all = if tag.starts_with("<!") { Vec::new() } else { attributes(tag) };
    let dead = all.iter().any(|(name, value, _)| is_link(name) && leads_nowhere(value, here, links));
    if !dead {
        return tag.to_owned();
    }
    if tag.starts_with("<link") {
        return String::new();
    }
    let dropped = all.into_iter().filter(|(name, ..)| is_link(name) || is_of_links(name));
    let mut text = tag.to_owned();
    for (_, _, range) in dropped.rev() {
        text.replace_range(range, "");
    }
    text
}

fn is_link(name: &str) -> bool {
    ["href", "src", "xlink:href"].contains(&name)
}

/// What says something of a link alone.
fn is_of_links(name: &str) -> bool {
    ["hreflang", "aria-current", "rel", "download"].contains(&name)
}

/// Name, value and place of an attribute with the space before it.
type Attribute<'a> = (&'a str, &'a str, std::ops::Range<usize>);

fn attributes(tag: &str) -> Vec<Attribute<'_>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(equals) = tag[at..].find("=\"").map(|more| at + more) {
        let name = tag[at..equals].rsplit(char::is_whitespace).next().unwrap_or_default();
        let before = tag[..equals - name.len()].trim_end().len();
        let value = equals + 2;
        let Some(close) = tag[value..].find('"').map(|more| value + more) else { break };
        found.push((name, &tag[value..close], before..close + 1));
        at = close + 1;
    }
    found
}

/// Whether an address leads into the site, but to no file of it; a file that is there is noted.
fn leads_nowhere(address: &str, (here, there): Here<'_>, links: &mut Vec<String>) -> bool {
    let path = address.split(['#', '?']).next().unwrap_or_default();
    if path.is_empty() || path.split('/').next().is_some_and(|first| first.contains(':')) {
        return false;
    }
    match resolved(here, path).filter(|path| there(path)) {
        Some(path) => {
            links.push(path);
            false
        }
        None => true,
    }
}

/// The path of a file seen from another; nothing when it lies outside the site.
fn resolved(here: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = here.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()?),
            "." => {}
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> Bundle {
        let mut site = Bundle::default();
        for (path, html) in pages {
            site.insert(*path, *html);
        }
        site
    }

    fn page(html: &str) -> String {
        let site = site(&[("en/a.html", html), ("b.html", ""), ("en/c.html", "")]);
        String::from_utf8(standalone(&site, "en/a.html").remove("en/a.html").unwrap()).unwrap()
    }

    #[test]
    fn links_to_what_is_there_stay() {
        for html in [
            "<a href=\"../b.html\">b</a>",
            "<a class=\"x\" href=\"c.html#top\" title=\"a > b\">c</a>",
            "<a href=\"#here\">h</a><a href=\"https://example.org/x.html\">x</a><a href=\"mailto:a@b\">m</a>",
            "<link rel=\"icon\" href=\"data:,\">",
            "<p>3 &lt; 4 \" 茶</p><!-- <a href=\"none.html\"> -->",
            "<svg><use href=\"#mark\"/></svg>",
        ] {
            assert_eq!(page(html), html);
        }
    }

    #[test]
    fn links_to_what_is_not_there_become_words() {
        for (html, words) in [
            ("<a href=\"d.html\">茶</a>", "<a>茶</a>"),
            ("<a class=\"x\" href=\"../c.html#y\" title=\"z\">c</a>", "<a class=\"x\" title=\"z\">c</a>"),
            ("<a href=\"../../b.html\">b</a>", "<a>b</a>"),
            ("<a hreflang=\"zh\"\n href=\"/b.html\" lang=\"zh\">b</a>", "<a lang=\"zh\">b</a>"),
            ("<link rel=\"alternate\" href=\"feed.xml\"><p>", "<p>"),
            (
                "<svg><a xlink:href=\"d.html\"><path d=\"M0 0\"/></a></svg>",
                "<svg><a><path d=\"M0 0\"/></a></svg>",
            ),
            ("<img alt=\"a\" src=\"x.png\">", "<img alt=\"a\">"),
        ] {
            assert_eq!(page(html), words);
        }
    }

    #[test]
    fn what_nobody_can_reach_is_left_out() {
        let site = site(&[
            ("index.html", "<link href=\"style.css\"><a href=\"a/b.html\">b</a>"),
            ("a/b.html", "<a href=\"../index.html\">i</a><a href=\"c.html\">c</a>"),
            ("a/d.html", ""),
            ("style.css", ""),
            ("feed.xml", ""),
        ]);
        let files: Vec<String> = standalone(&site, "index.html").into_keys().collect();
        assert_eq!(files, ["a/b.html", "index.html", "style.css"]);
    }
}
