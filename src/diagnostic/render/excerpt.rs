//! The part of a line that is worth showing, and where the caret stands in it.

use std::ops::Range;

use super::safe::visible;

/// A line longer than this many characters is cut.
const WIDTH: usize = 100;
/// How much of a cut line stands before the caret.
const BEFORE: usize = 40;

/// A line as it is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// What is marked, in bytes of the text.
    pub(super) marked: Range<usize>,
}

/// Cuts a line around its columns (from 1, in characters) and makes its control characters visible.
pub(super) fn excerpt(line: &str, columns: Range<usize>) -> Excerpt {
    let (from, to) = (columns.start.saturating_sub(1), columns.end.saturating_sub(1));
    let skipped = if to <= WIDTH { 0 } else { from.saturating_sub(BEFORE) };
    let mut text = String::from(if skipped > 0 { "…" } else { "" });
    let mut marked = Range { start: usize::MAX, end: usize::MAX };
    let mut rest = line.chars().enumerate().skip(skipped);
    for (at, character) in rest.by_ref().take(WIDTH) {
        mark(&mut marked, (at, text.len()), (from, to));
        push(&mut text, character);
    }
    let whole = text.len();
    if rest.next().is_some() {
        text.push('…');
    }
    let start = marked.start.min(whole);
    Excerpt { text, marked: start..marked.end.min(whole).max(start) }
}

/// Notes the byte at which the marked characters begin and end.
fn mark(marked: &mut Range<usize>, (at, byte): (usize, usize), (from, to): (usize, usize)) {
    if at == from {
        marked.start = byte;
    }
    if at == to {
        marked.end = byte;
    }
}

/// A tab is as wide as in most editors; what else cannot be seen gets a sign.
fn push(text: &mut String, character: char) {
    match character {
        '\t' => text.push_str("    "),
        other => text.push(visible(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(line: &str, columns: Range<usize>) -> (String, String) {
        let shown = excerpt(line, columns);
        (shown.text[shown.marked.clone()].to_owned(), shown.text)
    }

    #[test]
    fn columns_count_characters() {
        assert_eq!(marked("名稱: 冷泡壺", 5..8).0, "冷泡壺");
        assert_eq!(marked("\tname: x", 2..6), ("name".to_owned(), "    name: x".to_owned()));
    }

    #[test]
    fn a_place_past_the_end_of_the_line_is_its_end() {
        assert_eq!(excerpt("goal:", 6..7), Excerpt { text: "goal:".to_owned(), marked: 5..5 });
        assert_eq!(excerpt("", 3..9), Excerpt { text: String::new(), marked: 0..0 });
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let line = format!("{}WRONG{}", "a".repeat(5000), "b".repeat(5000));
        let (word, text) = marked(&line, 5001..5006);
        assert_eq!(word, "WRONG");
        assert_eq!(text.chars().count(), WIDTH + 2);
        assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
    }
}
