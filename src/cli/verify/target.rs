//! What there is to verify: bags, packed bags, a published site.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::archive::{Checked, Fault, verify_bag, verify_site, verify_zip};
use crate::bag::{BAGIT, FolderSource, MANIFEST, Packed, Source};
use crate::world::system;

/// How a thing lies on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder that is a bag.
    Bag,
    /// A bag in one file.
    Zip,
    /// A published site.
    Site,
    /// A link, which is not followed.
    Link,
}

/// A thing to verify.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    pub(super) kind: Kind,
}

impl Target {
    /// What a path is: a bag, a site, or a folder of bags.
    pub(super) fn all(path: &Path) -> io::Result<Vec<Target>> {
        let one = |kind| Ok(vec![Target { path: path.to_owned(), kind }]);
        if path.is_file() {
            one(Kind::Zip)
        } else if path.join(BAGIT).exists() {
            one(Kind::Bag)
        } else if path.join(MANIFEST).exists() {
            one(Kind::Site)
        } else {
            Target::below(path)
        }
    }

    /// The archives in a folder, by their names: whatever folder lies there is meant to be one. None where there is no
    /// such folder.
    pub(super) fn below(folder: &Path) -> io::Result<Vec<Target>> {
        let walk = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
        let entries = match walk.into_iter().collect::<Result<Vec<_>, _>>() {
            Ok(entries) => entries,
            Err(error) => return not_there(system(error)),
        };
        let visible = entries.into_iter();
        let visible = visible.filter(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
        let kind =
            |kind: std::fs::FileType, path: &Path| match path.extension().is_some_and(|end| end == "zip") {
                _ if kind.is_symlink() => Some(Kind::Link),
                _ if kind.is_dir() => Some(Kind::Bag),
                true if kind.is_file() => Some(Kind::Zip),
                _ => None,
            };
        let target = |entry: walkdir::DirEntry| {
            Some(Target { kind: kind(entry.file_type(), entry.path())?, path: entry.into_path() })
        };
        Ok(visible.filter_map(target).collect())
    }

    /// Its name among archives: that of its folder, or of its file without `.zip`.
    pub(super) fn name(&self) -> String {
        let name = if self.kind == Kind::Zip { self.path.file_stem() } else { self.path.file_name() };
        name.map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }

    /// Proves it.
    pub(super) fn check(&self) -> io::Result<Checked> {
        match self.kind {
            Kind::Site => verify_site(&mut FolderSource::new(&self.path)),
            Kind::Bag => verify_bag(&mut FolderSource::new(&self.path)),
            Kind::Zip => verify_zip(&mut File::open(&self.path)?, &self.file()),
            Kind::Link => {
                let fault = Fault::Unreadable { file: self.file(), reason: "a link".to_owned() };
                Ok(Checked { faults: vec![fault], ..Checked::default() })
            }
        }
    }

    /// The name of its file or folder.
    fn file(&self) -> String {
        self.path.file_name().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// Its files.
    pub(super) fn source(&self) -> io::Result<Box<dyn Source + Send>> {
        match self.kind {
            Kind::Zip => Ok(Box::new(Packed::open(File::open(&self.path)?)?)),
            Kind::Bag | Kind::Site | Kind::Link => Ok(Box::new(FolderSource::new(&self.path))),
        }
    }

    /// The signature beside it, if there is one.
    pub(super) fn signature(&self) -> Option<PathBuf> {
        let file = |name: &str| self.path.with_file_name(format!("{name}.sig"));
        [file(&self.name()), file(&self.file())].into_iter().find(|path| path.is_file())
    }
}

/// No folder, no archives; every other fault is one.
fn not_there(error: io::Error) -> io::Result<Vec<Target>> {
    if error.kind() == io::ErrorKind::NotFound { Ok(Vec::new()) } else { Err(error) }
}
