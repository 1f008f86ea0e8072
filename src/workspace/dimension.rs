//! Dimensions that users make by grouping the values of another: `dimensions:` of `metrics.yaml`, `regions:` of
//! `marketplaces.yaml`.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::metric::{Catalogue, LOOKUPS, Measure};
use crate::quantity::{MeasureId, Text};

use super::At;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Code, Name};
use super::yaml::{Node, Value};

/// Dimensions that no user makes, beside [`LOOKUPS`] and those of the data.
const OTHERS: [&str; 7] = ["company", "department", "day", "week", "month", "quarter", "year"];

/// A dimension made of groups; each value belongs to one group at most, what is in none is shown as not classified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The dimension whose values are grouped: `marketplace`, `ship_to`, `campaign`, `category`.
    pub of: String,
    /// The measures and metrics it is used for; all that have its values when none is named.
    pub applies_to: Vec<At<MeasureId>>,
    /// The groups, in file order.
    pub groups: Vec<Group>,
    /// Where it is written.
    pub place: Place,
}

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its name in files.
    pub id: String,
    /// Its name for readers; the one in files when nothing else is said.
    pub name: Text,
    /// The values in it.
    pub keys: Vec<At<Key>>,
}

/// A value, or a pattern of values in which `*` stands for anything; capitals and small letters are the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub text: String,
    folded: String,
}

impl Dimension {
    /// The place in [`Dimension::groups`] of the group that a value belongs to: the one that names it, else the
    /// first with a pattern that fits.
    pub fn group_of(&self, value: &str) -> Option<usize> {
        let folded = value.to_lowercase();
        let holds = |fits: &dyn Fn(&Key) -> bool| {
            self.groups.iter().position(|group| group.keys.iter().any(|key| fits(&key.value)))
        };
        holds(&|key| key.folded == folded)
            .or_else(|| holds(&|key| key.is_pattern() && fits(&key.folded, &folded)))
    }

    /// Whether a figure may be shown by it: one that is named, or made of nothing but named ones.
    pub fn applies(&self, figure: &MeasureId, catalogue: &Catalogue) -> bool {
        let named = |id: &MeasureId| self.applies_to.iter().any(|own| own.value == *id);
        self.applies_to.is_empty() || named(figure) || catalogue.leaves(figure).iter().all(named)
    }
}

impl Key {
    fn new(text: String) -> Self {
        let folded = text.to_lowercase();
        Key { text, folded }
    }

    /// Whether it stands for any value of a form.
    pub fn is_pattern(&self) -> bool {
        self.text.contains('*')
    }
}

/// Whether a text is made of the parts between the stars of a pattern, in their order.
fn fits(pattern: &str, text: &str) -> bool {
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| text.strip_prefix(first)) else { return false };
    let Some(last) = parts.next_back() else { return rest.is_empty() };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

impl Read for Dimension {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.name_of(Kind::Dimension);
        let name = f.optional("name");
        let of: Option<At<Name>> = f.required("of");
        let applies_to: Vec<At<MeasureId>> = f.list("applies_to");
        let groups: Vec<(Code, Members)> = f.pairs("groups");
        let groups: Vec<Group> = groups.into_iter().map(group).collect();
        let of = of?;
        check_groups(&groups, &of.value.0, f.cx);
        if applies_to.is_empty() {
            f.cx.names.refer_softly(&[Kind::Dimension], &of.value.0, &of.place);
        }
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Dimension { id, name, of: of.value.0, applies_to, groups, place })
    }
}

/// The keys of a group with its name for readers, or its keys alone.
struct Members {
    name: Option<Text>,
    keys: Vec<At<Code>>,
}

impl Read for Members {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if !matches!(node.value, Value::Map(_)) {
            return Vec::read(node, cx).map(|keys| Members { name: None, keys });
        }
        let mut f = Fields::open(node, cx)?;
        let (name, keys) = (f.optional("name"), f.required("keys"));
        f.finish();
        Some(Members { name, keys: keys? })
    }
}

fn group((id, members): (Code, Members)) -> Group {
    let keys = members.keys.into_iter().map(|key| At { value: Key::new(key.value.0), place: key.place });
    let name = members.name.unwrap_or_else(|| Text::plain(id.0.as_str()));
    Group { id: id.0, name, keys: keys.collect() }
}

/// A key may be in one group only; things of the catalogue must be there.
fn check_groups(groups: &[Group], of: &str, cx: &mut Context) {
    let kinds: &'static [Kind] = match of {
        "marketplace" => &[Kind::Marketplace],
        "product" => &[Kind::Product],
        "sku" => &[Kind::Sku],
        _ => &[],
    };
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for key in groups.iter().flat_map(|group| &group.keys) {
        if let Some(first) = seen.insert(&key.value.folded, &key.place) {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, &key.place).term("kind", "kind-dimension-key");
            let finding = finding.with("name", key.value.text.as_str()).with("first", first.to_string());
            cx.findings.push(finding.help("help"));
        }
        if !kinds.is_empty() && !key.value.is_pattern() {
            cx.names.refer(kinds, &key.value.text, &key.place);
        }
    }
}

/// Looks at what dimensions are used for: only figures that exist by their values (M007).
pub(super) fn check(dimensions: &[Dimension], catalogue: &Catalogue, cx: &mut Context) {
    let grains = catalogue.measures().iter().flat_map(|measure| &measure.grains);
    let known: Vec<&str> = grains.map(crate::metric::Dimension::name).chain(LOOKUPS).collect();
    for name in &known {
        cx.names.allow(Kind::Dimension, name, &Place::file(&"metrics.yaml".into()));
    }
    for dimension in dimensions {
        if known.contains(&dimension.id.as_str()) || OTHERS.contains(&dimension.id.as_str()) {
            let finding = Diagnostic::new(codes::BAD_VALUE, &dimension.place).with("value", &*dimension.id);
            cx.findings.push(finding.term("expected", "form-new-dimension").help("help"));
        }
        for figure in &dimension.applies_to {
            if let Some(measure) = catalogue.lacks(&figure.value, &dimension.of) {
                cx.findings.push(lacking(figure, measure, dimension));
            }
        }
    }
}

fn lacking(figure: &At<MeasureId>, measure: &Measure, dimension: &Dimension) -> Diagnostic {
    let finding = Diagnostic::new(codes::GRAIN, &figure.place).with("name", figure.value.as_str());
    let finding = finding.with("measure", measure.id.as_str()).with("of", dimension.of.as_str());
    finding.with("grains", measure.grain_names()).help("dimension").about(&dimension.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::yaml;

    fn dimension(text: &str) -> Dimension {
        let mut cx = Context::default();
        let node = yaml::parse(&"metrics.yaml".into(), text.as_bytes(), &mut cx.findings).unwrap();
        let dimension = Dimension::read(&node, &mut cx).unwrap();
        assert!(cx.findings.is_empty());
        dimension
    }

    #[test]
    fn a_value_is_in_the_group_that_names_it_else_in_the_first_whose_pattern_fits() {
        let purpose = dimension(
            "{id: purpose, of: campaign, groups: {brand: ['SP-*-brand*'], all: ['SP-*', 'sb * video'], odd: [SP-US-Brand-9]}}",
        );
        for (value, group) in [
            ("SP-US-brand", Some("brand")),
            ("sp-jp-BRAND-exact", Some("brand")),
            ("SP-US-Brand-9", Some("odd")),
            ("SP-US-generic", Some("all")),
            ("SP-", Some("all")),
            ("SB tea video", Some("all")),
            ("SB tea videos", None),
            ("XSP-US", None),
            ("", None),
        ] {
            let found = purpose.group_of(value).map(|at| purpose.groups[at].id.as_str());
            assert_eq!(found, group, "{value}");
        }
    }

    #[test]
    fn stars_never_share_letters() {
        for (pattern, text, expected) in [
            ("ab*ba", "aba", false),
            ("ab*ba", "abba", true),
            ("*a*a", "a", false),
            ("*", "", true),
            ("a", "ab", false),
        ] {
            assert_eq!(fits(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn a_group_has_its_name_in_each_language() {
        use crate::quantity::Lang;
        let west = dimension(
            "{id: r, of: ship_to, groups: {west: {name: {zh-Hant: 美西, en: West}, keys: [US-CA]}, east: [US-NY]}}",
        );
        let name = |at: usize, lang| west.groups[at].name.in_lang(&Lang::new(lang)).to_owned();
        assert_eq!([name(0, "zh-Hant"), name(0, "en"), name(1, "en")], ["美西", "West", "east"]);
        assert_eq!(west.group_of("us-ca"), Some(0));
    }
}
