//! From what the user typed to what the commands need: every check between flags is here.

use std::path::{Path, PathBuf};

use super::args::{Common, Deny};
use super::environment::Environment;
use super::failure::Failure;
use super::today::today;
use super::world::Watched;
use crate::bag::MANIFEST;
use crate::diagnostic::Severity;
use crate::pipeline;
use crate::workspace::is_page;
use crate::world::{Folder, World};

/// A workspace that is there, and where its site goes.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) root: PathBuf,
    pub(super) out: PathBuf,
    /// What stands before the path of a file in messages: `content/`, or nothing.
    pub(super) prefix: String,
    /// The level from which on findings fail a command, when the user named one.
    pub(super) deny: Option<Severity>,
    pub(super) world: Watched,
}

impl Setup {
    pub(super) fn new(common: &Common, environment: &Environment) -> Result<Self, Failure> {
        Setup::at(root(common.root.as_deref())?, common, environment)
    }

    /// The workspace in a folder.
    pub(super) fn at(root: PathBuf, common: &Common, environment: &Environment) -> Result<Self, Failure> {
        let leave_out = leave_out(&root, &common.out);
        // The time zone stands in the workspace, so a first look at it comes before the day is known.
        let anyday = crate::world::clock_today("UTC");
        let timezone = || pipeline::timezone(&Folder::new(&root, &leave_out, anyday));
        let today = today(common, environment, timezone)?;
        let world = Watched::new(&root, &leave_out, today);
        let (out, deny) = (common.out.clone(), common.deny.map(Deny::severity));
        Ok(Setup { prefix: prefix(&root), root, out, deny, world })
    }

    /// The workspace.
    pub(super) fn world(&self) -> &dyn World {
        &self.world
    }
}

/// Whether a folder holds a workspace.
pub(super) fn holds(root: &Path) -> bool {
    root.join("opsreport.yaml").exists()
}

/// The folder that holds opsreport.yaml: the one that was named, else here, else ./content.
pub(super) fn root(named: Option<&Path>) -> Result<PathBuf, Failure> {
    match named {
        Some(root) if holds(root) || has_pages(root) => Ok(root.to_owned()),
        Some(root) => Err(Failure::wrong_use("no-workspace-in").with("root", root.display().to_string())),
        None => {
            let usual = [Path::new("."), Path::new("content")];
            let found = usual.into_iter().find(|root| holds(root));
            let found = found.or_else(|| Some(usual[0]).filter(|here| has_pages(here)));
            found.map(Path::to_owned).ok_or_else(|| Failure::wrong_use("no-workspace"))
        }
    }
}

/// The folders of the workspace that are no input: published sites, wherever this build goes.
#[expect(clippy::disallowed_methods, reason = "the question comes before there is a world")]
fn leave_out(root: &Path, out: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root).into_iter().flatten().flatten();
    let sites = entries.map(|entry| entry.path()).filter(|path| path.join(MANIFEST).is_file());
    sites.chain(inside(root, out)).collect()
}

/// Whether a folder holds pages, at its top or in `pages/`: a site can be made of them alone.
fn has_pages(root: &Path) -> bool {
    let own = |path: &String| is_page(path) && !path.strip_prefix("pages/").unwrap_or(path).contains('/');
    let listed = Folder::new(root, &[], crate::world::clock_today("UTC")).list();
    listed.is_ok_and(|paths| paths.iter().any(own))
}

/// The output folder as a folder of the workspace, when it lies in it.
fn inside(root: &Path, out: &Path) -> Option<PathBuf> {
    let whole = root.canonicalize().ok()?;
    let out = std::path::absolute(out).ok()?;
    let out = out.canonicalize().or_else(|_| {
        // Not there yet: the folder it will lie in is, but not all of that folder is output.
        let parent = out.parent().map_or(Ok(PathBuf::new()), Path::canonicalize)?;
        Ok::<PathBuf, std::io::Error>(parent.join(out.file_name().unwrap_or_default()))
    });
    let below = out.ok()?.strip_prefix(&whole).ok()?.to_owned();
    (!below.as_os_str().is_empty()).then(|| root.join(below))
}

fn prefix(root: &Path) -> String {
    let shown = root.strip_prefix(".").unwrap_or(root).display().to_string();
    let shown = shown.trim_end_matches('/');
    if shown.is_empty() && !root.is_absolute() { String::new() } else { format!("{shown}/") }
}

#[cfg(test)]
mod tests {
    use super::prefix;
    use std::path::Path;

    #[test]
    fn paths_are_shown_as_the_user_would_open_them() {
        for (root, shown) in [
            (".", ""),
            ("./", ""),
            ("content", "content/"),
            ("./content/", "content/"),
            ("../shop", "../shop/"),
            ("/srv/shop", "/srv/shop/"),
        ] {
            assert_eq!(prefix(Path::new(root)), shown, "{root}");
        }
    }
}
