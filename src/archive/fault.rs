//! What is not as it was archived or published.

use crate::bag::Hash;
use crate::diagnostic::Arg;

/// One thing that is not as it was archived or published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A file with other bytes than a list says.
    Changed {
        /// The file.
        file: String,
        /// The list that names it.
        list: &'static str,
    },
    /// A file that a list names and that is not there.
    Missing {
        /// The file.
        file: String,
        /// The list that names it.
        list: &'static str,
    },
    /// A file that no list names.
    Added {
        /// The file.
        file: String,
    },
    /// A file that cannot be opened as one: a link, a pipe, damaged packing.
    Unreadable {
        /// The file.
        file: String,
        /// Why, in the words of the system.
        reason: String,
    },
    /// A line of a list that no list has: no hash, a name that leads outside or to the wrong place, a file named twice.
    Line {
        /// The list.
        file: &'static str,
        /// The line, from 1.
        line: usize,
    },
    /// `bagit.txt` does not say that this is a bag.
    Undeclared,
    /// The payload is not of the size that `bag-info.txt` says.
    Size {
        /// Bytes and files as they are said: `1234.5`.
        said: String,
        /// Bytes and files as they are.
        found: String,
    },
    /// An archive refers to another by its root, and no archive beside it has that root.
    Lost {
        /// The label of the reference.
        label: &'static str,
        /// The root that is not there.
        root: String,
    },
    /// Another archive refers to the same one as the archive before it.
    Forked {
        /// The name of the other.
        other: String,
    },
    /// An archive refers to none before it, and is not the first.
    Unchained {
        /// The name of the first.
        first: String,
    },
    /// The signature was asked for and is not there.
    Unsigned,
    /// The signature is not one of the signers, or not of this archive.
    Signature {
        /// What `ssh-keygen` says.
        reason: String,
    },
    /// A zip that is not packed as this program packs: a byte that says nothing, or says it otherwise, or no seal.
    Packing {
        /// The zip.
        file: String,
    },
    /// A zip whose contents are whole, and whose bytes are not those that were written.
    Seal {
        /// The zip.
        file: String,
    },
    /// Built again from its own inputs, a file has other bytes.
    Rebuilt {
        /// The file.
        file: String,
    },
    /// Its own inputs make no archive, or it does not say in a way that can be read what made it.
    Unmade,
}

impl Fault {
    /// What kind of fault it is, in a word that programs read; with `verify-` before it, the key of its sentence.
    pub fn word(&self) -> &'static str {
        match self {
            Fault::Changed { .. } => "changed",
            Fault::Missing { .. } => "missing",
            Fault::Added { .. } => "added",
            Fault::Unreadable { .. } => "unreadable",
            Fault::Line { .. } => "line",
            Fault::Undeclared => "undeclared",
            Fault::Size { .. } => "size",
            Fault::Lost { .. } => "lost",
            Fault::Forked { .. } => "forked",
            Fault::Unchained { .. } => "unchained",
            Fault::Unsigned => "unsigned",
            Fault::Signature { .. } => "signature",
            Fault::Packing { .. } => "packing",
            Fault::Seal { .. } => "seal",
            Fault::Rebuilt { .. } => "rebuilt",
            Fault::Unmade => "unmade",
        }
    }

    /// The file it is about, inside the archive or site.
    pub fn file(&self) -> Option<&str> {
        match self {
            Fault::Changed { file, .. }
            | Fault::Missing { file, .. }
            | Fault::Added { file }
            | Fault::Unreadable { file, .. }
            | Fault::Packing { file }
            | Fault::Seal { file }
            | Fault::Rebuilt { file } => Some(file),
            Fault::Line { file, .. } => Some(file),
            Fault::Undeclared => Some(crate::bag::BAGIT),
            Fault::Size { .. } | Fault::Lost { .. } | Fault::Forked { .. } | Fault::Unchained { .. } => {
                Some(crate::bag::INFO)
            }
            Fault::Unsigned | Fault::Signature { .. } | Fault::Unmade => None,
        }
    }

    /// What its sentence speaks of.
    pub fn args(&self) -> Vec<(&'static str, Arg)> {
        let file = ("file", Arg::from(self.file().unwrap_or_default()));
        let own: Vec<(&'static str, Arg)> = match self {
            Fault::Changed { list, .. } | Fault::Missing { list, .. } => vec![("list", (*list).into())],
            Fault::Unreadable { reason, .. } | Fault::Signature { reason } => {
                vec![("reason", reason.as_str().into())]
            }
            Fault::Line { line, .. } => vec![("line", line.to_string().into())],
            Fault::Size { said, found } => {
                vec![("said", said.as_str().into()), ("found", found.as_str().into())]
            }
            Fault::Lost { label, root } => vec![("label", (*label).into()), ("root", root.as_str().into())],
            Fault::Forked { other } => vec![("other", other.as_str().into())],
            Fault::Unchained { first } => vec![("other", first.as_str().into())],
            Fault::Added { .. }
            | Fault::Packing { .. }
            | Fault::Seal { .. }
            | Fault::Rebuilt { .. }
            | Fault::Undeclared
            | Fault::Unmade
            | Fault::Unsigned => Vec::new(),
        };
        [file].into_iter().chain(own).collect()
    }

    /// A reference that leads nowhere.
    pub(super) fn lost(label: &'static str, root: Hash) -> Self {
        Fault::Lost { label, root: root.to_string() }
    }
}
