//! Which folders a site may replace.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

use super::{PublishError, Refusal, disk};
use crate::bag::MANIFEST;

/// An output folder that is not the workspace, the home folder or the root.
#[derive(Debug)]
pub(super) struct Target {
    /// The folder as the user named it, for messages.
    named: PathBuf,
    /// The same, absolute, with links followed.
    out: PathBuf,
    parent: PathBuf,
    name: OsString,
}

impl Target {
    pub(super) fn new(named: &Path, root: &Path) -> Result<Self, PublishError> {
        let refuse = |why| PublishError::Refused(named.to_owned(), why);
        if std::path::absolute(named).is_ok_and(|path| path.ancestors().any(leads_nowhere)) {
            return Err(refuse(Refusal::Nowhere));
        }
        let out = resolve(named)?;
        let (Some(parent), Some(name)) = (out.parent(), out.file_name()) else {
            return Err(refuse(Refusal::Home));
        };
        if resolve(root)?.starts_with(&out) {
            return Err(refuse(Refusal::Workspace));
        }
        if std::env::home_dir().is_some_and(|home| resolve(&home).is_ok_and(|home| home == out)) {
            return Err(refuse(Refusal::Home));
        }
        let (parent, name) = (parent.to_owned(), name.to_owned());
        Ok(Target { named: named.to_owned(), out, parent, name })
    }

    /// The folder.
    pub(super) fn out(&self) -> &Path {
        &self.out
    }

    /// The folder it lies in.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// A path beside it: `.public.lock` for `public`.
    pub(super) fn beside(&self, what: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(".");
        name.push(OsStr::new(what));
        self.parent.join(name)
    }

    /// Whether what is there now may be replaced: nothing, an empty folder, or a site of ours.
    pub(super) fn check(&self) -> Result<(), PublishError> {
        let refuse = |why| Err(PublishError::Refused(self.named.clone(), why));
        if !self.out.exists() {
            return Ok(());
        }
        if !self.out.is_dir() {
            return refuse(Refusal::File);
        }
        match self.out.join(MANIFEST).is_file() || !disk::holds_something(&self.out)? {
            true => Ok(()),
            false => refuse(Refusal::Foreign),
        }
    }
}

/// Whether a path is a link to nothing.
fn leads_nowhere(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// The absolute path with its links followed, as far as it exists. A step up leads to the folder above, also from a
/// folder that is not there yet.
///
/// # Errors
/// When it has no absolute form.
pub fn resolve(path: &Path) -> Result<PathBuf, PublishError> {
    let absolute = std::path::absolute(path).map_err(PublishError::disk(path))?;
    Ok(absolute.components().fold(PathBuf::new(), |at, part| match part {
        Component::ParentDir => at.parent().unwrap_or(&at).to_owned(),
        part => {
            let next = at.join(part);
            next.canonicalize().unwrap_or(next)
        }
    }))
}
