//! From the text of a message file to its messages, or to the place where it is none.

use fluent_bundle::FluentResource;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser::{ErrorKind, ParserError};

/// Braces that may be open within one message: the parser descends into each.
const DEEPEST: usize = 50;

/// Where and why the text of a message file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// What is wrong there.
    pub why: Why,
}

/// What is wrong with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// This sign is missing.
    Sign(char),
    /// It has a name and no words.
    Words,
    /// None of its cases is marked as the one for all others.
    Case,
    /// A character escape has too few digits.
    Escape,
    /// Too many braces stand in each other.
    Deep,
    /// Braces stand right in braces, or a case is chosen by what never changes: where such a message grows too long, the
    /// words could not be filled in.
    Nested,
    /// It is not written as messages are.
    Other,
}

impl Why {
    /// Its name in the sentence about it.
    pub fn word(self) -> &'static str {
        match self {
            Why::Sign(_) => "sign",
            Why::Words => "words",
            Why::Case => "case",
            Why::Escape => "escape",
            Why::Deep => "deep",
            Why::Nested => "nested",
            Why::Other => "other",
        }
    }
}

impl From<&ErrorKind> for Why {
    fn from(kind: &ErrorKind) -> Self {
        match kind {
            ErrorKind::ExpectedToken(sign) => Why::Sign(*sign),
            ErrorKind::MissingValue
            | ErrorKind::ExpectedMessageField { .. }
            | ErrorKind::ExpectedTermField { .. } => Why::Words,
            ErrorKind::MissingDefaultVariant => Why::Case,
            ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => Why::Escape,
            _ => Why::Other,
        }
    }
}

/// The messages of a file.
///
/// # Errors
/// At the first place that is not in Fluent's syntax, and at a message of a form that nobody needs and that could not
/// always be filled in.
pub(super) fn parse(file: &str) -> Result<FluentResource, Unreadable> {
    if let Some((at, why)) = unbearable(file) {
        return Err(unreadable(file, at, why));
    }
    let resource = FluentResource::try_new(file.to_owned()).map_err(|(_, errors)| {
        let first = errors.iter().min_by_key(|error| error.pos.start);
        first.map_or_else(|| unreadable(file, 0, Why::Other), |error| refused(file, error))
    })?;
    if let Some(id) = resource.entries().find_map(nested) {
        return Err(unreadable(file, start(file, id), Why::Nested));
    }
    Ok(resource)
}

/// The name of a message or term that the resolver falls over once it has more than a hundred placeables to fill.
fn nested<'a>(entry: &'a Entry<&str>) -> Option<&'a str> {
    let (id, value, attributes) = match entry {
        Entry::Message(it) => (it.id.name, it.value.as_ref(), &it.attributes),
        Entry::Term(it) => (it.id.name, Some(&it.value), &it.attributes),
        _ => return None,
    };
    let mut patterns = value.into_iter().chain(attributes.iter().map(|attribute| &attribute.value));
    patterns.any(has_nested).then_some(id)
}

fn has_nested(words: &Pattern<&str>) -> bool {
    words.elements.iter().any(|element| match element {
        PatternElement::TextElement { .. } => false,
        PatternElement::Placeable { expression: Expression::Inline(it) } => is_fixed(it, false),
        PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
            is_fixed(selector, true) || variants.iter().any(|variant| has_nested(&variant.value))
        }
    })
}

/// Whether it is a placeable, or a value where something is `chosen` by it: what has no name to be told by.
fn is_fixed(it: &InlineExpression<&str>, chosen: bool) -> bool {
    match it {
        InlineExpression::Placeable { .. } => true,
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => chosen,
        _ => false,
    }
}

/// Where the line of a message or term begins.
fn start(file: &str, id: &str) -> usize {
    let is_its = |line: &str| {
        let rest = line.strip_prefix('-').unwrap_or(line).strip_prefix(id);
        rest.is_some_and(|rest| rest.trim_start().starts_with('='))
    };
    let mut at = 0;
    for line in file.split_inclusive('\n') {
        if is_its(line) {
            return at;
        }
        at += line.len();
    }
    0
}

/// The parser sees that a sign is missing where the next thing stands; that is told where it should have stood.
fn refused(file: &str, error: &ParserError) -> Unreadable {
    let (at, why) = (file.floor_char_boundary(error.pos.start), Why::from(&error.kind));
    let before = file[..at].trim_end();
    let passed = matches!(why, Why::Sign(_) | Why::Case) && file[before.len()..at].contains('\n');
    unreadable(file, if passed { before.len() } else { at }, why)
}

fn unreadable(file: &str, at: usize, why: Why) -> Unreadable {
    let start = file[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = file[..start].matches('\n').count() + 1;
    Unreadable { line, column: file[start..at].chars().count() + 1, why }
}

/// What the parser cannot bear, looked for before it reads: where and why.
fn unbearable(file: &str) -> Option<(usize, Why)> {
    cut_escape(file).map(|at| (at, Why::Escape)).or_else(|| depth(file).map(|at| (at, Why::Deep)))
}

/// An escape that ends early at a letter outside of ASCII: the parser would cut that letter in two.
fn cut_escape(file: &str) -> Option<usize> {
    let cut = |mark: &str, digits: usize| {
        let mut marks = file.match_indices(mark).map(|(at, _)| at);
        marks.find(|at| {
            let mut after = file[at + mark.len()..].chars().take(digits);
            after.find(|letter| !letter.is_ascii_hexdigit()).is_some_and(|letter| !letter.is_ascii())
        })
    };
    cut("\\u", 4).or_else(|| cut("\\U", 6))
}

/// The first brace that stands in too many others.
fn depth(file: &str) -> Option<usize> {
    let (mut depth, mut starts) = (0_usize, true);
    for (at, byte) in file.bytes().enumerate() {
        if starts && (byte.is_ascii_alphabetic() || b"-#".contains(&byte)) {
            depth = 0;
        }
        starts = byte == b'\n';
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str) -> (usize, usize, Why) {
        let found = parse(file).unwrap_err();
        (found.line, found.column, found.why)
    }

    #[test]
    fn what_is_wrong_is_found_where_it_stands() {
        for (file, expected) in [
            ("a = b\nui-skip Skip\n", (2, 9, Why::Sign('='))),
            ("\n\na = { $b\n\nc = d\n", (3, 9, Why::Sign('}'))),
            ("a = b\nc =\n", (2, 1, Why::Words)),
            ("a = { $b ->\n   [one] c\n}\n", (2, 11, Why::Case)),
            ("茶 = b\n", (1, 1, Why::Other)),
            ("a = b\nc = d\n    .e = { { $f } }\n", (2, 1, Why::Nested)),
            ("a = b\n-c = { 1 ->\n   *[one] d\n }\n", (2, 1, Why::Nested)),
            ("a = { $b ->\n   *[one] { { c } }\n }\n", (1, 1, Why::Nested)),
        ] {
            assert_eq!(found(file), expected, "{file:?}");
        }
    }

    #[test]
    fn files_that_would_make_the_parser_fall_are_refused() {
        let deep = format!("a = {}x{}", "{".repeat(100_000), "}".repeat(100_000));
        for (file, expected) in [
            ("b = c\na = { \"\\u00e茶\" }", (2, 8, Why::Escape)),
            ("a = { \"\\U0000é\" }", (1, 8, Why::Escape)),
            (&deep, (1, 55, Why::Deep)),
        ] {
            assert_eq!(found(file), expected);
        }
        let fine = format!("{}b = {{ \"\\u00e9茶\" }}\n", "a = { \"{\" }\n".repeat(60));
        assert!(parse(&fine).is_ok());
    }
}
