//! The names of kinds of files, for readers.

use std::collections::BTreeMap;

use super::builtin::builtin;
use crate::quantity::Text;
use crate::workspace::{Format, Workspace};

/// The kinds of files by id: those that opsreport brings along, and the workspace's own over them.
#[derive(Clone, Debug, Default)]
pub struct Kinds(BTreeMap<String, KindName>);

/// What readers call a kind of files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KindName {
    /// Its name.
    pub name: Text,
    /// The report that it is a form of, by which measures call it: `ads`, `orders`; its id when it has none.
    pub family: String,
}

impl Kinds {
    /// All kinds that a workspace knows.
    pub fn of(workspace: &Workspace) -> Self {
        let named = |format: &Format| {
            let family = format.reports.first().unwrap_or(&format.id).clone();
            (format.id.clone(), KindName { name: format.name.clone(), family })
        };
        let usual = builtin().iter().map(|format| named(format));
        Kinds(usual.chain(workspace.formats.iter().map(named)).collect())
    }

    /// A kind by its id.
    pub fn get(&self, id: &str) -> Option<&KindName> {
        self.0.get(id)
    }
}
