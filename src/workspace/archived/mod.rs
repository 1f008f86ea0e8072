//! What the archives of a workspace say (`archive/2026-q3/` or `archive/2026-q3.zip`): what was known on the day that a
//! period was frozen.
//!
//! Nothing of an archive is believed that its own manifest does not vouch for: a file with other bytes makes the whole
//! archive a finding, and none of it is shown.

mod pages;
mod records;
mod rows;

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufReader};

use rustix::io::Errno;
use serde::Deserialize;

use crate::bag::{
    ARCHIVE, Hash, INFO, Info, MANIFEST, Manifest, PREVIOUS, Packed, SUPERSEDES, Source, TAG_MANIFEST,
    WorldSource, payload, root,
};
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, Period};
use crate::world::World;

use super::cycle::{Cycle, CycleStatus};
use super::read::Context;

pub use pages::read_pages;
pub use rows::{Decided, Found, Measured, Rated, Reported};

/// How large a file of an archive that is read whole may be, in bytes.
const FILE_LIMIT: u64 = 256 << 20;

/// What an archive says.
#[derive(Clone, Debug, PartialEq)]
pub struct Archived {
    /// Its name: `2026-q3`, of a correction `2026-q3-v2`.
    pub name: String,
    /// The folder or file that it is, in the workspace.
    pub path: String,
    /// The period.
    pub period: Period,
    /// The day it was made.
    pub day: Day,
    /// What made it: `opsreport 0.1.0`.
    pub tool: String,
    /// Which archive of its period it is, from 1.
    pub version: u32,
    /// The hash that stands for all of it.
    pub root: Hash,
    /// What it says of itself: the archive before it, reasons, size.
    pub info: Info,
    /// Its payload with hashes.
    pub manifest: Manifest,
    /// The inputs it was made from, by their paths in the workspace.
    pub inputs: BTreeMap<String, Hash>,
    /// The figures that its pages give.
    pub figures: Vec<Reported>,
    /// The measures they were computed from.
    pub measured: Vec<Measured>,
    /// The rates that held.
    pub rates: Vec<Rated>,
    /// What was found.
    pub findings: Vec<Found>,
    /// What was decided.
    pub decisions: Vec<Decided>,
}

/// What a workspace reads of `provenance.json`.
#[derive(Deserialize)]
struct Provenance {
    period: String,
    today: String,
    inputs: Vec<Input>,
}

#[derive(Deserialize)]
struct Input {
    path: String,
    sha256: String,
}

/// Why an archive cannot be believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disbelief {
    /// The file of the archive that is not as it was.
    pub file: String,
    /// Why.
    pub reason: String,
    /// The system's number for it, where the file may be as it was and the disk would not give it.
    pub disk: Option<i32>,
}

impl Disbelief {
    fn new(file: impl Into<String>, reason: impl Into<String>) -> Self {
        Disbelief { file: file.into(), reason: reason.into(), disk: None }
    }

    /// What cannot be read. That nothing or no file lies there, the disk says as well, but it is how the archive is.
    pub fn unread(file: &str, error: &io::Error) -> Self {
        let of_archive = [Errno::NOENT, Errno::NOTDIR, Errno::ISDIR, Errno::LOOP, Errno::NXIO];
        let code = error.raw_os_error();
        let disk = code.filter(|code| of_archive.iter().all(|own| own.raw_os_error() != *code));
        Disbelief { disk, ..Disbelief::new(file, error.to_string()) }
    }
}

impl Archived {
    /// Reads what an archive says; its pages are read when they are published ([`read_pages`]).
    ///
    /// # Errors
    /// With the first file that is missing, unreadable, or not what the archive's manifest says.
    pub fn of(source: &mut dyn Source, (name, path): (&str, &str)) -> Result<Self, Disbelief> {
        let mut files = Files::open(source)?;
        let info = files.info()?;
        let made = files.provenance()?;
        let wrong = |file: &str| Disbelief::new(file, "none");
        let inputs = made.inputs.iter().map(|input| Some((input.path.clone(), Hash::parse(&input.sha256)?)));
        Ok(Archived {
            name: name.to_owned(),
            path: path.to_owned(),
            period: Period::parse(&made.period).ok_or_else(|| wrong("data/provenance.json"))?,
            day: Day::parse(&made.today).ok_or_else(|| wrong("data/provenance.json"))?,
            tool: info.get("Bag-Software-Agent").unwrap_or_default().to_owned(),
            version: info.get("Bag-Version").and_then(|version| version.parse().ok()).unwrap_or(1),
            root: files.root,
            inputs: inputs.collect::<Option<_>>().ok_or_else(|| wrong("data/provenance.json"))?,
            figures: files.rows("figures", Reported::read)?,
            measured: files.rows("measures", Measured::read)?,
            rates: files.rows("rates", Rated::read)?,
            findings: files.rows("findings", Found::read)?,
            decisions: files.rows("decisions", Decided::read)?,
            manifest: files.manifest,
            info,
        })
    }

    /// The root of the archive that was made before it.
    pub fn previous(&self) -> Option<&str> {
        self.info.get(PREVIOUS)
    }

    /// The root of the archive that it corrects.
    pub fn supersedes(&self) -> Option<&str> {
        self.info.get(SUPERSEDES)
    }

    fn order(&self) -> (Day, u32, &str) {
        (self.day, self.version, &self.name)
    }
}

/// The files of an archive, each proven before it is read.
struct Files<'a> {
    source: &'a mut dyn Source,
    root: Hash,
    tags: Manifest,
    manifest: Manifest,
}

impl<'a> Files<'a> {
    fn open(source: &'a mut dyn Source) -> Result<Self, Disbelief> {
        let list = |text: &str, file: &str| {
            Manifest::parse(text).map_err(|fault| Disbelief::new(file, format!("{file}:{}", fault.line)))
        };
        let text = text(source, TAG_MANIFEST)?;
        let (root, tags) = (root(text.as_bytes()), list(&text, TAG_MANIFEST)?);
        let mut files = Files { source, root, tags, manifest: Manifest::default() };
        files.manifest = list(&files.tag(MANIFEST)?, MANIFEST)?;
        Ok(files)
    }

    /// A file that describes the bag.
    fn tag(&mut self, file: &str) -> Result<String, Disbelief> {
        let text = text(self.source, file)?;
        match self.tags.get(file) == Some(Hash::of(text.as_bytes())) {
            true => Ok(text),
            false => Err(Disbelief::new(file, TAG_MANIFEST)),
        }
    }

    fn info(&mut self) -> Result<Info, Disbelief> {
        let text = self.tag(INFO)?;
        Info::parse(&text).ok_or_else(|| Disbelief::new(INFO, "none"))
    }

    /// A file of the payload.
    fn bytes(&mut self, path: &str) -> Result<Vec<u8>, Disbelief> {
        let file = payload(path);
        let bytes = read(self.source, &file)?;
        match self.manifest.get(&file) == Some(Hash::of(&bytes)) {
            true => Ok(bytes),
            false => Err(Disbelief::new(file, MANIFEST)),
        }
    }

    fn provenance(&mut self) -> Result<Provenance, Disbelief> {
        let bytes = self.bytes("provenance.json")?;
        serde_json::from_slice(&bytes)
            .map_err(|error| Disbelief::new(payload("provenance.json"), error.to_string()))
    }

    /// The rows of a table; none when the archive has no such table.
    fn rows<T>(
        &mut self,
        name: &str,
        read: impl Fn(&records::Record<'_>) -> Option<T>,
    ) -> Result<Vec<T>, Disbelief> {
        let path = format!("tables/{name}.csv");
        if self.manifest.get(&payload(&path)).is_none() {
            return Ok(Vec::new());
        }
        let bytes = self.bytes(&path)?;
        let rows = std::str::from_utf8(&bytes).ok().and_then(|text| records::read(text, read));
        rows.ok_or_else(|| Disbelief::new(payload(&path), "none"))
    }
}

fn read(source: &mut dyn Source, file: &str) -> Result<Vec<u8>, Disbelief> {
    source.read(file, FILE_LIMIT).map_err(|error| Disbelief::unread(file, &error))
}

fn text(source: &mut dyn Source, file: &str) -> Result<String, Disbelief> {
    String::from_utf8(read(source, file)?).map_err(|error| Disbelief::new(file, error.to_string()))
}

/// Reads every archive of a workspace, by the day it was made; one that lies there as a folder and packed, once.
pub(super) fn read_all(world: &dyn World, paths: &[String], cx: &mut Context) -> Vec<Archived> {
    let mut archives: Vec<Archived> = Vec::new();
    for (name, path) in shelved(paths) {
        let read = opened(world, &path).and_then(|mut source| Archived::of(source.as_mut(), (&name, &path)));
        let archive = match read {
            Ok(archive) => archive,
            Err(why) => {
                cx.findings.push(damaged(&path, &why));
                continue;
            }
        };
        match archives.iter().find(|other| other.root == archive.root || other.name == archive.name) {
            Some(other) if other.root == archive.root => {}
            Some(other) => cx.findings.push(twice(&path, other)),
            None => archives.push(archive),
        }
    }
    archives.sort_by(|one, other| one.order().cmp(&other.order()));
    archives
}

/// The names and paths of the archives that there are files of.
fn shelved(paths: &[String]) -> BTreeSet<(String, String)> {
    let own = paths.iter().filter_map(|path| path.strip_prefix(ARCHIVE));
    let archive = |rest: &str| match rest.split_once('/') {
        Some((folder, _)) => Some((folder.to_owned(), format!("{ARCHIVE}{folder}"))),
        None => rest.strip_suffix(".zip").map(|name| (name.to_owned(), format!("{ARCHIVE}{rest}"))),
    };
    own.filter_map(archive).collect()
}

/// The files of an archive of the workspace.
fn opened<'a>(world: &'a dyn World, path: &str) -> Result<Box<dyn Source + 'a>, Disbelief> {
    if !path.ends_with(".zip") {
        return Ok(Box::new(WorldSource::new(world, path)));
    }
    let packed = world.seek(path).and_then(|file| Packed::open(BufReader::new(file)));
    Ok(Box::new(packed.map_err(|error| Disbelief::unread(path, &error))?))
}

fn damaged(path: &str, why: &Disbelief) -> Diagnostic {
    let finding = Diagnostic::new(codes::ARCHIVE_DAMAGED, &Place::file(&path.into()));
    finding.with("file", why.file.as_str()).with("reason", why.reason.as_str()).help("help")
}

fn twice(path: &str, other: &Archived) -> Diagnostic {
    let finding = Diagnostic::new(codes::ARCHIVE_TWICE, &Place::file(&path.into()));
    finding.with("name", other.name.as_str()).with("other", other.path.as_str()).help("help")
}

/// S003: a closed cycle whose file differs from the one that the latest archive of its period was made from. An archive
/// that another one corrects says nothing any more, even where the correction was made as of an earlier day.
pub(super) fn check(world: &dyn World, archives: &[Archived], cycles: &[Cycle], cx: &mut Context) {
    let corrected: BTreeSet<Hash> =
        archives.iter().filter_map(|archive| archive.info.root(SUPERSEDES)).collect();
    let valid: Vec<&Archived> =
        archives.iter().filter(|archive| !corrected.contains(&archive.root)).collect();
    for cycle in cycles.iter().filter(|cycle| cycle.status == CycleStatus::Closed) {
        let holds = |archive: &&&Archived| {
            let own = archive.inputs.contains_key(&*cycle.place.file);
            own && archive.period.span().covers(&cycle.span)
        };
        let Some(archive) = valid.iter().rfind(holds) else { continue };
        let now = world.open(&cycle.place.file).and_then(Hash::of_stream).ok().map(|(hash, _)| hash);
        if now.is_some() && now.as_ref() != archive.inputs.get(&*cycle.place.file) {
            cx.findings.push(changed(cycle, archive));
        }
    }
}

fn changed(cycle: &Cycle, archive: &Archived) -> Diagnostic {
    let finding = Diagnostic::new(codes::ARCHIVED_CHANGED, &cycle.place).about(cycle.id.as_str());
    let finding = finding.with("id", cycle.id.as_str()).with("archive", archive.path.as_str());
    let finding = finding.with("period", archive.period.to_string()).with("day", archive.day.to_string());
    finding.with("name", archive.name.as_str()).help("help")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_disk_would_not_give_is_no_damage() {
        let disk = |errno: Errno| Disbelief::unread("a", &errno.into()).disk;
        assert_eq!(disk(Errno::IO), Some(Errno::IO.raw_os_error()));
        assert_eq!(disk(Errno::ACCESS), Some(Errno::ACCESS.raw_os_error()));
        assert_eq!((disk(Errno::NOENT), disk(Errno::LOOP)), (None, None));
        assert_eq!(Disbelief::unread("a", &io::Error::other("no zip")).disk, None);
    }
}
