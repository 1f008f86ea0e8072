//! A strict reader of markup: what the program writes must be well-formed, with nothing in it that it did not mean.

/// A tag as written: `<name a="b">`, `</name>`, `<name/>`.
pub struct Tag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its attributes with their values as written.
    pub attributes: Vec<(&'a str, &'a str)>,
    /// Whether it ends an element.
    pub closes: bool,
    /// Whether it is an element of its own.
    pub empty: bool,
}

/// The tags of a piece of XML, in order.
///
/// # Panics
/// When it is not well-formed: tags that do not match, a bare `<` or `&`, an attribute without quotes or written twice.
pub fn tags(xml: &str) -> Vec<Tag<'_>> {
    let mut pieces = xml.split('<');
    check_text(pieces.next().unwrap_or_default(), xml);
    let mut open = Vec::new();
    let mut tags = Vec::new();
    for piece in pieces {
        let (tag, text) = piece.split_once('>').unwrap_or_else(|| panic!("<{piece} has no end in {xml}"));
        check_text(text, xml);
        let tag = read(tag, xml);
        match (tag.closes, tag.empty) {
            (true, _) => assert_eq!(open.pop(), Some(tag.name), "</{}> in {xml}", tag.name),
            (false, false) => open.push(tag.name),
            (false, true) => {}
        }
        tags.push(tag);
    }
    assert!(open.is_empty(), "{open:?} stay open in {xml}");
    tags
}

fn read<'a>(tag: &'a str, xml: &str) -> Tag<'a> {
    let (tag, closes) = tag.strip_prefix('/').map_or((tag, false), |rest| (rest, true));
    let (tag, empty) = tag.strip_suffix('/').map_or((tag, false), |rest| (rest, true));
    let (name, rest) = tag.split_once(' ').unwrap_or((tag, ""));
    assert!(is_name(name), "a tag {name:?} in {xml}");
    let mut attributes: Vec<(&str, &str)> = Vec::new();
    let mut rest = rest.trim();
    while !rest.is_empty() {
        let (key, after) = rest.split_once("=\"").unwrap_or_else(|| panic!("{rest:?} in <{tag}> of {xml}"));
        let (value, after) = after.split_once('"').unwrap_or_else(|| panic!("{after:?} in <{tag}> of {xml}"));
        assert!(is_name(key) && attributes.iter().all(|(other, _)| *other != key), "{key:?} in {xml}");
        check_text(value, xml);
        attributes.push((key, value));
        rest = after.trim_start();
    }
    Tag { name, attributes, closes, empty }
}

fn is_name(name: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || b"-:".contains(&byte);
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(letter)
}

/// Text outside of tags: every `&` begins an entity that XML knows.
fn check_text(text: &str, xml: &str) {
    for piece in text.split('&').skip(1) {
        let entity = piece.split(';').next().unwrap_or_default();
        let known = ["amp", "lt", "gt", "quot", "apos"].contains(&entity) || entity.starts_with('#');
        assert!(known && piece.len() > entity.len(), "&{piece} in {xml}");
    }
}

/// Characters that no XML may have, however written.
///
/// # Panics
/// When there is one.
pub fn check_characters(xml: &str) {
    let fine = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(xml.chars().all(fine), "a character that is none in XML: {xml:?}");
}
