//! Further names of columns and words of a format that opsreport brings along.

use crate::diagnostic::Place;
use crate::workspace::read::{Context, Fields, Read};
use crate::workspace::yaml::Node;

use super::Words;

/// Further names for one format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aliases {
    /// The format's id.
    pub format: String,
    /// Per column, its further names in files.
    pub columns: Vec<(String, Vec<String>)>,
    /// Per column and group of its words, further words.
    pub words: Vec<(String, String, Vec<String>)>,
    /// Where it is written.
    pub place: Place,
}

impl Read for Aliases {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let format = f.required("format");
        let columns =
            f.pairs::<String, Words>("columns").into_iter().map(|(key, names)| (key, names.0)).collect();
        let words = f.pairs::<String, Groups>("words");
        let words = words.into_iter().flat_map(|(column, Groups(groups))| {
            groups.into_iter().map(move |(group, words)| (column.clone(), group, words.0))
        });
        let words = words.collect();
        let place = f.finish();
        Some(Aliases { format: format?, columns, words, place })
    }
}

struct Groups(Vec<(String, Words)>);

impl Read for Groups {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        cx.pairs(node).map(Groups)
    }
}
