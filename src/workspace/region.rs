//! Dimensions that users make by grouping the values of another (`regions:` of `marketplaces.yaml`).

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{MeasureId, Text};

use super::At;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Code, Name};
use super::yaml::Node;

/// A dimension made of groups; each key belongs to one group, what is in none is shown as not mapped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its name in files.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// The dimension whose values are grouped: `marketplace`, `ship_to`.
    pub of: String,
    /// The measures that have that dimension.
    pub applies_to: Vec<At<MeasureId>>,
    /// The groups, in file order.
    pub groups: Vec<RegionGroup>,
    /// Where it is written.
    pub place: Place,
}

/// A group of values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionGroup {
    /// Its name.
    pub name: String,
    /// The values in it.
    pub keys: Vec<At<String>>,
}

impl Read for Region {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.name_of(Kind::Region);
        let name = f.optional("name");
        let of: Option<String> = f.required::<Name>("of").map(|name| name.0);
        let applies_to = f.list("applies_to");
        let groups: Vec<(Code, Vec<At<Code>>)> = f.pairs("groups");
        let groups: Vec<RegionGroup> = groups.into_iter().map(group).collect();
        check_groups(&groups, of.as_deref() == Some("marketplace"), f.cx);
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Region { id, name, of: of?, applies_to, groups, place })
    }
}

fn group((name, keys): (Code, Vec<At<Code>>)) -> RegionGroup {
    let keys = keys.into_iter().map(|key| At { value: key.value.0, place: key.place });
    RegionGroup { name: name.0, keys: keys.collect() }
}

/// A key may be in one group only; marketplaces must be there.
fn check_groups(groups: &[RegionGroup], marketplaces: bool, cx: &mut Context) {
    let mut seen: BTreeMap<&str, &Place> = BTreeMap::new();
    for key in groups.iter().flat_map(|group| &group.keys) {
        if let Some(first) = seen.insert(&key.value, &key.place) {
            let finding = Diagnostic::new(codes::DUPLICATE_ID, &key.place).term("kind", "kind-region-key");
            cx.findings
                .push(finding.with("name", key.value.as_str()).with("first", first.to_string()).help("help"));
        }
        if marketplaces {
            cx.names.refer(&[Kind::Marketplace], &key.value, &key.place);
        }
    }
}
