//! Reads typed values out of YAML nodes; what cannot be read is a finding, and never hides the next value.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes, nearest};
use crate::quantity::{Day, Id, Lang, Span, Text};

use super::At;
use super::names::{self, Kind, Named, Names};
use super::yaml::{Node, Value};

/// What a reading collects.
#[derive(Default)]
pub(crate) struct Context {
    pub(crate) findings: Diagnostics,
    pub(crate) names: Names,
    /// The languages of the site, as far as they are known.
    pub(crate) languages: Vec<Lang>,
}

/// A value that can be read; nothing when it cannot, which is then a finding.
pub(crate) trait Read: Sized {
    /// Reads it.
    fn read(node: &Node, cx: &mut Context) -> Option<Self>;
}

impl Context {
    /// Notes that a thing is there; a second one of its name is a finding.
    pub(crate) fn define(&mut self, kind: Kind, name: &str, place: &Place) {
        if let Some(finding) = self.names.define(kind, name, place) {
            self.findings.push(finding);
        }
    }

    /// Notes a finding of a value that is not of its form, with the form as the key of a term.
    pub(crate) fn refuse(&mut self, code: &'static Code, node: &Node, expected: &'static str) {
        let found = node.text().unwrap_or("…");
        let finding = Diagnostic::new(code, &node.place).with("value", found);
        self.findings.push(finding.term("expected", expected).help("help"));
    }

    /// The text of a scalar; anything else is a finding.
    pub(crate) fn scalar<'n>(&mut self, node: &'n Node, expected: &'static str) -> Option<&'n str> {
        let text = node.text();
        if text.is_none() {
            self.wrong_type(node, expected);
        }
        text
    }

    /// Notes that a value has another shape than expected.
    pub(crate) fn wrong_type(&mut self, node: &Node, expected: &'static str) {
        let found = match &node.value {
            Value::Scalar { .. } => "shape-scalar",
            Value::List(_) => "shape-list",
            Value::Map(_) => "shape-map",
        };
        let finding = Diagnostic::new(codes::WRONG_TYPE, &node.place).term("expected", expected);
        self.findings.push(finding.term("found", found).help("help"));
    }

    /// The entries of a map; anything else is a finding.
    pub(crate) fn entries<'n>(&mut self, node: &'n Node) -> Option<&'n [(Node, Node)]> {
        match &node.value {
            Value::Map(entries) => Some(entries),
            _ => {
                self.wrong_type(node, "shape-map");
                None
            }
        }
    }

    /// The items of a list; anything else is a finding.
    pub(crate) fn items<'n>(&mut self, node: &'n Node) -> Option<&'n [Node]> {
        match &node.value {
            Value::List(items) => Some(items),
            _ => {
                self.wrong_type(node, "shape-list");
                None
            }
        }
    }

    /// The entries of a map, keys and values read; what cannot be read is left out.
    pub(crate) fn pairs<K: Read, V: Read>(&mut self, node: &Node) -> Option<Vec<(K, V)>> {
        let entries = self.entries(node)?;
        let read = |(key, value): &(Node, Node)| {
            let (key, value) = (K::read(key, self), V::read(value, self));
            Some((key?, value?))
        };
        Some(entries.iter().filter_map(read).collect())
    }
}

/// A list; items that cannot be read are left out.
impl<T: Read> Read for Vec<T> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        Some(cx.items(node)?.iter().filter_map(|item| T::read(item, cx)).collect())
    }
}

/// A map whose order counts.
pub(crate) struct Pairs<K, V>(pub(crate) Vec<(K, V)>);

impl<K: Read, V: Read> Read for Pairs<K, V> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        cx.pairs(node).map(Pairs)
    }
}

/// A value with its place. Of an id, it is a reference: the thing must be there.
impl<T: Read> Read for At<T> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        T::read(node, cx).map(|value| At::new(value, &node.place))
    }
}

/// An id where another thing is named: the thing must be there.
impl<K: Named + 'static> Read for Id<K> {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let id = unchecked_id(node, cx)?;
        names::reference(&mut cx.names, &id, &node.place);
        Some(id)
    }
}

/// An id of which nothing is said about whether the thing is there.
pub(crate) fn unchecked_id<K: Named>(node: &Node, cx: &mut Context) -> Option<Id<K>> {
    let free = K::KIND == Kind::Sku;
    let text = if free { super::scalar::code(node, cx) } else { super::scalar::name(node, cx) };
    text.map(|text| Id::new(&text))
}

/// The fields of a map, each asked for once.
pub(crate) struct Fields<'n, 'c> {
    node: &'n Node,
    entries: &'n [(Node, Node)],
    asked: Vec<&'static str>,
    pub(crate) cx: &'c mut Context,
}

impl<'n, 'c> Fields<'n, 'c> {
    /// Opens a map; anything else is a finding.
    pub(crate) fn open(node: &'n Node, cx: &'c mut Context) -> Option<Self> {
        let entries = cx.entries(node)?;
        Some(Fields { node, entries, asked: Vec::new(), cx })
    }

    /// Where the map stands.
    pub(crate) fn place(&self) -> &'n Place {
        &self.node.place
    }

    /// The node of a key, when something is written there.
    pub(crate) fn node(&mut self, key: &'static str) -> Option<&'n Node> {
        if !self.asked.contains(&key) {
            self.asked.push(key);
        }
        let entry = self.entries.iter().find(|(name, _)| name.text() == Some(key));
        entry.map(|(_, value)| value).filter(|value| !value.is_null())
    }

    /// A value that may be left out.
    pub(crate) fn optional<T: Read>(&mut self, key: &'static str) -> Option<T> {
        let node = self.node(key)?;
        T::read(node, self.cx)
    }

    /// A value that must be there.
    pub(crate) fn required<T: Read>(&mut self, key: &'static str) -> Option<T> {
        match self.node(key) {
            Some(node) => T::read(node, self.cx),
            None => {
                self.missing(key);
                None
            }
        }
    }

    /// A list that may be left out.
    pub(crate) fn list<T: Read>(&mut self, key: &'static str) -> Vec<T> {
        self.optional(key).unwrap_or_default()
    }

    /// A map that may be left out, in file order.
    pub(crate) fn pairs<K: Read, V: Read>(&mut self, key: &'static str) -> Vec<(K, V)> {
        self.optional::<Pairs<K, V>>(key).map(|pairs| pairs.0).unwrap_or_default()
    }

    /// The id of the thing this map describes, under `id`.
    pub(crate) fn id<K: Named>(&mut self) -> Option<Id<K>> {
        self.id_in("id")
    }

    /// The id of the thing this map describes.
    pub(crate) fn id_in<K: Named>(&mut self, key: &'static str) -> Option<Id<K>> {
        let Some(node) = self.node(key) else {
            self.missing(key);
            // Whatever refers to the thing without a name need not be told that it is not there.
            self.cx.names.leave_open(K::KIND);
            return None;
        };
        let id = unchecked_id::<K>(node, self.cx);
        match &id {
            Some(id) => self.cx.define(K::KIND, id.as_str(), &node.place),
            None => self.cx.names.leave_open(K::KIND),
        }
        id
    }

    /// A name of a kind that has no type of its own for its ids.
    pub(crate) fn name_of(&mut self, kind: Kind) -> Option<String> {
        let name: Option<At<super::scalar::Name>> = self.required("id");
        let name = name?;
        self.cx.define(kind, &name.value.0, &name.place);
        Some(name.value.0)
    }

    /// A reference that is checked elsewhere, because a thing may be meant that is not written yet.
    pub(crate) fn loose<K: Named>(&mut self, key: &'static str) -> Option<At<Id<K>>> {
        let node = self.node(key)?;
        unchecked_id(node, self.cx).map(|id| At::new(id, &node.place))
    }

    /// References that are checked elsewhere.
    pub(crate) fn loose_list<K: Named>(&mut self, key: &'static str) -> Vec<At<Id<K>>> {
        let Some(node) = self.node(key) else { return Vec::new() };
        let items = self.cx.items(node).unwrap_or_default();
        let read = |item: &Node| unchecked_id(item, self.cx).map(|id| At::new(id, &item.place));
        items.iter().filter_map(read).collect()
    }

    /// A text; nothing when it is left out or `auto`, read from the data.
    pub(crate) fn text_or_auto(&mut self, key: &'static str) -> Option<At<Text>> {
        let node = self.node(key).filter(|node| node.text() != Some("auto"))?;
        At::read(node, self.cx)
    }

    /// A name that must stand for a thing of one of these kinds.
    pub(crate) fn name(&mut self, key: &'static str, kinds: &'static [Kind]) -> Option<At<String>> {
        let name: At<super::scalar::Name> = self.optional(key)?;
        self.cx.names.refer(kinds, &name.value.0, &name.place);
        Some(At { value: name.value.0, place: name.place })
    }

    /// Names of which each must stand for a thing of one of these kinds.
    pub(crate) fn names(&mut self, key: &'static str, kinds: &'static [Kind]) -> Vec<At<String>> {
        let names: Vec<At<super::scalar::Name>> = self.list(key);
        let names = names.into_iter().map(|name| At { value: name.value.0, place: name.place });
        names.inspect(|name| self.cx.names.refer(kinds, &name.value, &name.place)).collect()
    }

    /// The days from one key to another, both of which must be there.
    pub(crate) fn span(&mut self, from: &'static str, to: &'static str) -> Option<Span> {
        let (first, last) = (self.required(from), self.required(to));
        self.check_order(first, last, to);
        Span::new(first?, last?)
    }

    /// An end that lies before its beginning is a finding at the end.
    pub(crate) fn check_order(&mut self, from: Option<Day>, to: Option<Day>, key: &'static str) {
        let (Some(from), Some(to), Some(node)) = (from, to, self.node(key)) else { return };
        if to < from {
            let finding = Diagnostic::new(codes::BAD_ORDER, &node.place).with("from", from.to_string());
            self.cx.findings.push(finding.with("to", to.to_string()).help("help"));
        }
    }

    /// Notes that a key must be there and is not.
    pub(crate) fn missing(&mut self, key: &'static str) {
        let finding = Diagnostic::new(codes::MISSING_KEY, self.place()).with("key", key);
        self.cx.findings.push(finding.help("help"));
    }

    /// Ends the reading: a key that was not asked for is a finding.
    pub(crate) fn finish(self) -> Place {
        for (key, _) in self.entries {
            let name = key.text().unwrap_or_default();
            if !self.asked.contains(&name) {
                let finding = Diagnostic::new(codes::UNKNOWN_KEY, &key.place).with("key", name);
                let finding = finding.with("known", self.asked.join(", "));
                self.cx.findings.push(finding.nearest(nearest(name, self.asked.iter().copied())));
            }
        }
        self.node.place.clone()
    }
}
