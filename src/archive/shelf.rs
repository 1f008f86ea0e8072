//! The archives that are there: bags in a folder, each a folder or a zip.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::Path;

use walkdir::WalkDir;

use crate::bag::{
    BAGIT, FolderSource, Hash, INFO, Info, PREVIOUS, Packed, SUPERSEDES, Source, TAG_MANIFEST, root,
};

/// How large a file that describes a bag may be.
const LARGEST: u64 = 1 << 20;

/// Archives by the day they were made and their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelf(Vec<Shelved>);

/// What a bag says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Its name, without `.zip`.
    pub name: String,
    /// What it is.
    pub info: Info,
    /// Its root hash.
    pub root: Hash,
}

impl Shelf {
    /// The bags in a folder; none when there is no such folder. What is no bag is passed over, and what is hidden: a
    /// run that was killed may have left it, half-written.
    ///
    /// # Errors
    /// When the folder or a bag in it cannot be read.
    pub fn of(folder: &Path) -> io::Result<Self> {
        let mut shelf = Vec::new();
        if !folder.is_dir() {
            return Ok(Shelf(shelf));
        }
        for entry in WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name() {
            let entry = entry?;
            let Some(name) = entry.file_name().to_str().filter(|name| !name.starts_with('.')) else {
                continue;
            };
            let found = match (entry.file_type().is_dir(), name.strip_suffix(".zip")) {
                (true, _) => described(name, &mut FolderSource::new(entry.path()))?,
                (false, Some(name)) => {
                    let file = io::BufReader::new(File::open(entry.path())?);
                    described(name, &mut Packed::open(file)?)?
                }
                (false, None) => None,
            };
            shelf.extend(found);
        }
        shelf.sort_by(|a: &Shelved, b| a.order().cmp(&b.order()));
        Ok(Shelf(shelf))
    }

    /// What stood on the shelf when a bag was made, as far as the bag tells: the one before it, and the one it corrects.
    pub(super) fn as_told(info: &Info) -> Self {
        let version = info.get("Bag-Version").and_then(|version| version.parse::<u32>().ok()).unwrap_or(1);
        let mut shelf = Vec::new();
        if let (Some(root), Some(identifier)) = (info.root(SUPERSEDES), info.get("External-Identifier")) {
            let mut own = Info::default();
            own.push("External-Identifier", identifier);
            own.push("Bag-Version", &version.saturating_sub(1).to_string());
            shelf.push(Shelved { name: String::new(), info: own, root });
        }
        if let Some(root) = info.root(PREVIOUS) {
            shelf.push(Shelved { name: String::new(), info: Info::default(), root });
        }
        Shelf(shelf)
    }

    /// The archive that was made last: the end of the chain, which none names as the one before it. Only where there
    /// are several ends do the days decide, since several archives may be made on one day, or as of an earlier one.
    pub fn last(&self) -> Option<&Shelved> {
        let named: BTreeSet<Hash> = self.0.iter().filter_map(|bag| bag.info.root(PREVIOUS)).collect();
        self.0.iter().rfind(|bag| !named.contains(&bag.root))
    }

    /// The latest version of the archives of an identifier.
    pub fn latest(&self, identifier: &str) -> Option<&Shelved> {
        let own = self.0.iter().filter(|bag| bag.info.get("External-Identifier") == Some(identifier));
        own.max_by_key(|bag| bag.version())
    }
}

impl Shelved {
    /// Which archive of its period it is, from 1.
    pub fn version(&self) -> u32 {
        self.info.get("Bag-Version").and_then(|version| version.parse().ok()).unwrap_or(1)
    }

    fn order(&self) -> (&str, u32, &str) {
        (self.info.get("Bagging-Date").unwrap_or_default(), self.version(), &self.name)
    }
}

fn described(name: &str, source: &mut dyn Source) -> io::Result<Option<Shelved>> {
    let names = source.names()?;
    if ![BAGIT, INFO, TAG_MANIFEST].iter().all(|own| names.iter().any(|name| name == own)) {
        return Ok(None);
    }
    let text = String::from_utf8_lossy(&source.read(INFO, LARGEST)?).into_owned();
    let root = root(&source.read(TAG_MANIFEST, LARGEST)?);
    Ok(Info::parse(&text).map(|info| Shelved { name: name.to_owned(), info, root }))
}
