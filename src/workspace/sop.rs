//! Standards and their versions (`sops.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, Id, PersonId, Text};

use super::At;
use super::act::Rollout;
use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// A standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sop {
    /// Its name in files.
    pub id: Id<Sop>,
    /// Its name for readers.
    pub name: Text,
    /// The version that holds.
    pub version: u32,
    /// Who keeps it.
    pub owner: Option<At<PersonId>>,
    /// The check or feedback it was born from.
    pub born_from: Option<At<String>>,
    /// When it was last changed.
    pub updated: Option<Day>,
    /// Its versions, oldest first.
    pub versions: Vec<SopVersion>,
    /// Where else it is brought.
    pub yokoten: Vec<Rollout>,
    /// Where it is written.
    pub place: Place,
}

/// One version of a standard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopVersion {
    /// Its number, from 1.
    pub version: u32,
    /// Since when.
    pub date: Day,
    /// What it changed.
    pub change: Text,
}

/// A version of a standard, as acts name it: `SOP-LISTING@4`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SopVersionRef {
    /// The standard.
    pub sop: Id<Sop>,
    /// The version.
    pub version: u32,
}

impl Read for Sop {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (name, version, owner) = (f.optional("name"), f.required("version"), f.optional("owner"));
        let born_from = f.name("born_from", &[Kind::CheckItem, Kind::Cause, Kind::Feedback]);
        let updated = f.optional("updated");
        let (versions, yokoten) = (f.list("versions"), f.list("yokoten"));
        let place = f.finish();
        let id: Id<Sop> = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Sop { id, name, version: version?, owner, born_from, updated, versions, yokoten, place })
    }
}

impl Read for SopVersion {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (version, date, change) = (f.required("version"), f.required("date"), f.required("change"));
        f.finish();
        Some(SopVersion { version: version?, date: date?, change: change? })
    }
}

impl Read for SopVersionRef {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-sop")?;
        let parts = text.split_once('@').map(|(sop, version)| (sop, version.parse().ok()));
        match parts {
            Some((sop, Some(version))) if !sop.is_empty() => {
                Some(SopVersionRef { sop: Id::new(sop), version })
            }
            _ => {
                cx.refuse(codes::BAD_VALUE, node, "form-sop");
                None
            }
        }
    }
}

/// Hints to write standards down, where acts name some and none is written at all.
pub(super) fn check<'a>(named: impl IntoIterator<Item = &'a At<SopVersionRef>>, cx: &mut Context) {
    let first = named.into_iter().next().filter(|_| !cx.names.has_any(Kind::Sop));
    if let Some(At { place, .. }) = first {
        let finding = Diagnostic::new(codes::MISSING_DOCUMENT, place).with("file", "sops.yaml");
        cx.findings.push(finding.term("adds", "adds-sops").help("help"));
    }
}
