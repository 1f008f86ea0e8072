//! Bytes to a tree of YAML nodes, each with its place: the only module that knows the YAML parser.
//!
//! A scalar keeps its spelling: `3924.10` stays `3924.10`, and nothing becomes a number or a truth value here.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_saphyr::granit_parser::{Event, Marker, Parser, ScalarStyle, ScanError, Span, StrInput};

use crate::diagnostic::{Arg, Diagnostic, Diagnostics, Place, codes};
use crate::plain::{is_hidden, plain};

/// Nodes of one file, those that aliases repeat included.
const MAX_NODES: usize = 500_000;
/// Nodes that aliases repeat.
const MAX_REPEATED: usize = 50_000;
/// Lists and maps within each other.
const MAX_DEPTH: usize = 64;

/// A value of a YAML file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) place: Place,
    pub(crate) value: Value,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Text, and whether it stands without quotes.
    Scalar { text: String, plain: bool },
    /// A list.
    List(Vec<Node>),
    /// A map in file order; no key stands twice.
    Map(Vec<(Node, Node)>),
}

impl Node {
    /// Whether nothing is written: an empty value, `~` or `null`.
    pub(crate) fn is_null(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true }
            if matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL"))
    }

    /// The text of a scalar.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    fn count(&self) -> usize {
        1 + match &self.value {
            Value::Scalar { .. } => 0,
            Value::List(items) => items.iter().map(Node::count).sum(),
            Value::Map(entries) => entries.iter().map(|(key, value)| key.count() + value.count()).sum(),
        }
    }
}

/// The tree of a file, a null when it holds nothing; none when it is no YAML, which is then a finding.
pub(crate) fn parse(file: &Arc<str>, bytes: &[u8], findings: &mut Diagnostics) -> Option<Node> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            findings.push(not_utf8(file, bytes, error.valid_up_to()));
            return None;
        }
    };
    let parser = Parser::new_from_str(text);
    let mut builder = Builder {
        file,
        text,
        parser,
        findings,
        anchors: BTreeMap::new(),
        nodes: 0,
        repeated: 0,
        cuts: Vec::new(),
    };
    let root = builder.document().map_err(|problem| builder.findings.push(problem)).ok()?;
    let cuts = std::mem::take(&mut builder.cuts);
    for (place, text) in cuts {
        findings.push(Diagnostic::new(codes::CUT_TEXT, &place).with("value", text).help("help"));
    }
    let nothing = Value::Scalar { text: String::new(), plain: true };
    Some(root.unwrap_or_else(|| Node { place: Place::file(file), value: nothing }))
}

fn not_utf8(file: &Arc<str>, bytes: &[u8], at: usize) -> Diagnostic {
    let before = String::from_utf8_lossy(bytes.get(..at).unwrap_or_default());
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    syntax(&Place::point(file, small(line), small(column)), Arg::Term("yaml-not-utf8"))
}

fn syntax(place: &Place, detail: Arg) -> Diagnostic {
    Diagnostic::new(codes::SYNTAX, place).with("detail", detail).help("help")
}

/// The finding that a text holds what hides or turns text; names the first such character.
pub(super) fn hidden(text: &str, place: &Place) -> Option<Diagnostic> {
    let character = text.chars().find(|c| is_hidden(*c))?;
    let name = format!("U+{:04X}", u32::from(character));
    Some(Diagnostic::new(codes::HIDDEN_CHARACTER, place).with("character", name).help("help"))
}

struct Builder<'a, 'f> {
    file: &'a Arc<str>,
    text: &'a str,
    parser: Parser<'a, StrInput<'a>>,
    findings: &'f mut Diagnostics,
    anchors: BTreeMap<usize, Node>,
    nodes: usize,
    repeated: usize,
    /// Texts that a comma cut, put together.
    cuts: Vec<(Place, String)>,
}

/// A finding that ends the reading of a file.
type Parsed<T> = Result<T, Diagnostic>;

impl<'a> Builder<'a, '_> {
    fn document(&mut self) -> Parsed<Option<Node>> {
        let mut root = None;
        while let Some((event, span)) = self.next()? {
            match event {
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ if root.is_some() => {
                    return Err(self.problem(span.start, "yaml-documents"));
                }
                event => root = Some(self.node(event, span, 0)?),
            }
        }
        Ok(root)
    }

    fn next(&mut self) -> Parsed<Option<(Event<'a>, Span)>> {
        self.parser.next().transpose().map_err(|error| self.scan_error(&error))
    }

    fn scan_error(&self, error: &ScanError) -> Diagnostic {
        let line = error.marker().line();
        // What a tab breaks is noticed where the text before it ends.
        let tab = |(number, text): (usize, &str)| {
            let indent = text.chars().take_while(|c| matches!(c, ' ' | '\t'));
            let column = indent.collect::<Vec<char>>().iter().position(|c| *c == '\t')?;
            Some(Place::point(self.file, small(number + 1), small(column + 1)))
        };
        let mut near = self.text.lines().enumerate().skip(line.saturating_sub(1)).take(2);
        match near.find_map(tab) {
            Some(place) => syntax(&place, Arg::Term("yaml-tab")),
            None => syntax(&self.point(*error.marker()), Arg::Text(error.info())),
        }
    }

    /// The next event within a list or map; the parser closes each before it ends.
    fn inner(&mut self) -> Parsed<(Event<'a>, Span)> {
        let end = Place::file(self.file);
        self.next()?.ok_or_else(|| syntax(&end, Arg::Term("yaml-ends")))
    }

    fn node(&mut self, event: Event<'a>, span: Span, depth: usize) -> Parsed<Node> {
        self.nodes += 1;
        if depth > MAX_DEPTH {
            return Err(self.problem(span.start, "yaml-too-deep"));
        }
        if self.nodes > MAX_NODES {
            return Err(self.problem(span.start, "yaml-too-large"));
        }
        let place = self.place(span);
        let (anchor, tagged, node) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain;
                let value = Value::Scalar { text: self.shown(&text, &place), plain };
                (anchor, tag.is_some(), Node { place, value })
            }
            Event::SequenceStart(_, anchor, tag) => (anchor, tag.is_some(), self.list(place, depth)?),
            Event::MappingStart(_, anchor, tag) => (anchor, tag.is_some(), self.map(place, depth)?),
            Event::Alias(anchor) => (0, false, self.alias(anchor, place)?),
            _ => return Err(self.problem(span.start, "yaml-ends")),
        };
        if tagged {
            self.findings.push(syntax(&node.place, Arg::Term("yaml-tag")));
        }
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    /// A text without what hides or turns text, which is a finding.
    fn shown(&mut self, text: &str, place: &Place) -> String {
        hidden(text, place).into_iter().for_each(|finding| self.findings.push(finding));
        plain(text).into_owned()
    }

    fn list(&mut self, mut place: Place, depth: usize) -> Parsed<Node> {
        let mut items = Vec::new();
        loop {
            match self.inner()? {
                (Event::SequenceEnd, span) => {
                    self.close(&mut place, span);
                    return Ok(Node { place, value: Value::List(items) });
                }
                (event, span) => items.push(self.node(event, span, depth + 1)?),
            }
        }
    }

    fn map(&mut self, mut place: Place, depth: usize) -> Parsed<Node> {
        let mut entries: Vec<(Node, Node)> = Vec::new();
        let mut lines: BTreeMap<String, u32> = BTreeMap::new();
        let mut last = Span::default();
        loop {
            match self.inner()? {
                (Event::MappingEnd, span) => {
                    self.close(&mut place, span);
                    return Ok(Node { place, value: Value::Map(entries) });
                }
                (event, span) => {
                    let key = self.node(event, span, depth + 1)?;
                    let source = span;
                    let (event, span) = self.inner()?;
                    let value = self.node(event, span, depth + 1)?;
                    if !self.rejoin(&mut last, &mut entries, source) {
                        last = span;
                        if self.is_new(&key, &mut lines) {
                            entries.push((key, value));
                        }
                    }
                }
            }
        }
    }

    /// Puts a text together that a comma has cut in two: in `{note: 1,200 units}` YAML reads a key `200 units`
    /// that has no value. No document has such keys, so the text is taken as it was meant, and a warning says so.
    fn rejoin(&mut self, last: &mut Span, entries: &mut [(Node, Node)], key: Span) -> bool {
        let (Some(from), Some(end)) = (last.start.byte_offset(), key.end.byte_offset()) else { return false };
        let Some((_, Node { place, value: Value::Scalar { text, plain: true } })) = entries.last_mut() else {
            return false;
        };
        let after = self.text.get(end..).unwrap_or_default().trim_start();
        let between = last.end.byte_offset().and_then(|last| self.text.get(last..key.start.byte_offset()?));
        let cut = between.is_some_and(|between| between.trim() == ",") && after.starts_with([',', '}']);
        let Some(whole) = self.text.get(from..end).filter(|_| cut && !text.is_empty()) else { return false };
        *text = whole.split_whitespace().collect::<Vec<_>>().join(" ");
        place.end_column =
            if place.line == small(key.end.line()) { small(key.end.col() + 1) } else { place.end_column };
        self.cuts.retain(|(other, _)| (other.line, other.column) != (place.line, place.column));
        self.cuts.push((place.clone(), text.clone()));
        last.end = key.end;
        true
    }

    /// Whether a key stands in its map for the first time: the first of two values is kept.
    fn is_new(&mut self, key: &Node, lines: &mut BTreeMap<String, u32>) -> bool {
        let Some(name) = key.text() else {
            self.findings.push(syntax(&key.place, Arg::Term("yaml-key")));
            return false;
        };
        if let Some(first) = lines.get(name) {
            let finding = Diagnostic::new(codes::DUPLICATE_KEY, &key.place).with("key", name);
            self.findings.push(finding.with("line", *first as usize).help("help"));
            return false;
        }
        lines.insert(name.to_owned(), key.place.line);
        true
    }

    fn alias(&mut self, anchor: usize, place: Place) -> Parsed<Node> {
        match self.anchors.get(&anchor) {
            Some(node) => {
                self.repeated = self.repeated.saturating_add(node.count());
                if self.repeated > MAX_REPEATED {
                    return Err(syntax(&place, Arg::Term("yaml-too-large")));
                }
                Ok(Node { place, value: node.value.clone() })
            }
            None => Err(syntax(&place, Arg::Term("yaml-alias"))),
        }
    }

    fn problem(&self, at: Marker, term: &'static str) -> Diagnostic {
        syntax(&self.point(at), Arg::Term(term))
    }

    fn point(&self, at: Marker) -> Place {
        Place::point(self.file, small(at.line()), small(at.col() + 1))
    }

    fn place(&self, span: Span) -> Place {
        let mut place = self.point(span.start);
        self.close(&mut place, span);
        place
    }

    /// Lets a place end where the span does, when that is on its line: a caret never covers a whole file.
    fn close(&self, place: &mut Place, span: Span) {
        if small(span.end.line()) == place.line {
            place.end_column = small(span.end.col() + 1).max(place.column + 1);
        }
    }
}

fn small(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Day;
    use crate::world::{Folder, World};

    fn read(bytes: &[u8]) -> (Option<Node>, Vec<String>) {
        let mut findings = Diagnostics::default();
        let node = parse(&"a.yaml".into(), bytes, &mut findings);
        let said = findings.sorted().into_iter().map(|f| format!("{} {}", f.code.name, f.place)).collect();
        (node, said)
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        let (node, said) = read("\u{feff}a: 1\n".as_bytes());
        assert!(said.is_empty());
        assert!(matches!(node.unwrap().value, Value::Map(entries) if entries[0].0.text() == Some("a")));
    }

    #[test]
    fn what_is_no_yaml_is_reported_where_it_stands() {
        let deep = "[".repeat(100) + &"]".repeat(100);
        for (text, place) in [
            (&b"a: 1\nb: \xff\n"[..], "a.yaml:2:4"),
            (b"a: \"open\nb: 1\n", "a.yaml:1:4"),
            (b"a: 1\n\tb: 2\n", "a.yaml:2:1"),
            (b"a: *nothing\n", "a.yaml:1:4"),
            (deep.as_bytes(), "a.yaml:1:66"),
            (b"a: 1\n---\nb: 2\n", "a.yaml:3:1"),
        ] {
            let (node, said) = read(text);
            assert_eq!((node, said), (None, vec![format!("Y001 {place}")]), "{}", text.escape_ascii());
        }
    }

    #[test]
    fn aliases_that_grow_without_bound_are_stopped() {
        let mut text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for n in 1..9 {
            let inner = vec![format!("*a{}", n - 1); 10].join(", ");
            text.push_str(&format!("a{n}: &a{n} [{inner}]\n"));
        }
        let (node, said) = read(text.as_bytes());
        assert_eq!((node, said.len()), (None, 1));
    }

    #[test]
    fn columns_count_characters() {
        let (node, _) = read("{名稱: 冷泡壺, 日期: x}".as_bytes());
        let Value::Map(entries) = node.unwrap().value else { panic!("a map") };
        assert_eq!((entries[1].0.place.column, entries[1].1.place.column), (11, 15));
        assert_eq!(entries[0].1.place.end_column, 9);
    }

    /// The usual reader of YAML reads the same: same shape, same text, numbers of the same worth.
    fn agrees(node: &Node, other: &serde_yaml::Value) -> bool {
        use serde_yaml::Value as Other;
        match (&node.value, other) {
            (Value::Scalar { .. }, Other::Null) => node.is_null(),
            (Value::Scalar { text, plain: true }, Other::Bool(yes)) => *text == yes.to_string(),
            (Value::Scalar { text, plain: true }, Other::Number(n)) => {
                text.parse::<f64>().ok().is_some_and(|own| Some(own) == n.as_f64())
            }
            (Value::Scalar { text, .. }, Other::String(other)) => text == other,
            (Value::List(items), Other::Sequence(others)) => {
                items.len() == others.len()
                    && items.iter().zip(others).all(|(item, other)| agrees(item, other))
            }
            (Value::Map(entries), Other::Mapping(others)) => {
                let pairs = entries.iter().zip(others);
                entries.len() == others.len()
                    && pairs.into_iter().all(|((k, v), (key, value))| agrees(k, key) && agrees(v, value))
            }
            _ => false,
        }
    }

    #[test]
    fn the_usual_reader_reads_the_same() {
        let mut compared = 0;
        for folder in ["tests/fixtures/sample", "content"] {
            let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
            let world = Folder::new(&root, &[], Day::parse("2026-11-22").unwrap());
            for path in world.list().unwrap_or_default().iter().filter(|path| path.ends_with(".yaml")) {
                let bytes = world.read(path).unwrap();
                let (node, said) = read(&bytes);
                if said.is_empty() {
                    assert!(agrees(&node.unwrap(), &serde_yaml::from_slice(&bytes).unwrap()), "{path}");
                    compared += 1;
                }
            }
        }
        assert!(compared >= 9, "{compared}");
    }
}
