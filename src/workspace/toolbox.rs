//! The tools at hand and whether they are used (`toolbox.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, PersonId, Text};

use super::At;
use super::names::Kind;
use super::read::{Context, Fields, Read, unchecked_id};
use super::scalar::Name;
use super::yaml::Node;

/// The tools at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toolbox {
    /// The stages of the work, in order.
    pub stages: Vec<ToolStage>,
    /// The tools.
    pub tools: Vec<Tool>,
}

/// A stage of the work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolStage {
    /// Its name in files.
    pub id: Id<ToolStage>,
    /// Its name for readers.
    pub name: Text,
    /// Where it is written.
    pub place: Place,
}

/// A tool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tool {
    /// Its name in files.
    pub id: Id<Tool>,
    /// Its name for readers.
    pub name: Text,
    /// The stage it serves.
    pub stage: At<Id<ToolStage>>,
    /// The measures and rates it feeds.
    pub feeds: Vec<At<String>>,
    /// Whether it is used.
    pub used: bool,
    /// Why not.
    pub reason: Option<Text>,
    /// When it was last used.
    pub last: Option<Day>,
    /// Who answers for it.
    pub owner: Option<At<PersonId>>,
    /// Where it is written.
    pub place: Place,
}

impl Toolbox {
    /// Reads the fields of `toolbox.yaml`.
    pub(super) fn read(&mut self, f: &mut Fields<'_, '_>) {
        self.stages.extend(f.list::<ToolStage>("stages"));
        self.tools.extend(f.list::<Tool>("tools"));
    }
}

/// A name alone, or a map with `id` and `name`.
impl Read for ToolStage {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if node.text().is_some() {
            let id: Id<ToolStage> = unchecked_id(node, cx)?;
            cx.define(Kind::ToolStage, id.as_str(), &node.place);
            return Some(ToolStage { name: Text::plain(id.as_str()), id, place: node.place.clone() });
        }
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<ToolStage>> = f.id();
        let name = f.optional("name");
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(ToolStage { id, name, place })
    }
}

impl Read for Tool {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Tool>> = f.id();
        let (name, stage) = (f.optional("name"), f.required("stage"));
        let feeds: Vec<At<Name>> = f.list("feeds");
        let used = f.optional("used").unwrap_or(false);
        let (reason, last, owner) = (f.optional("reason"), f.optional("last"), f.optional("owner"));
        let place = f.finish();
        // A tool may feed what no report brings yet.
        for feed in &feeds {
            cx.names.refer_softly(&[Kind::Measure, Kind::Rate], &feed.value.0, &feed.place);
        }
        let feeds = feeds.into_iter().map(|feed| At { value: feed.value.0, place: feed.place }).collect();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Tool { id, name, stage: stage?, feeds, used, reason, last, owner, place })
    }
}
