//! Builds the pages and tables of an archive again, from the inputs in it, and compares them byte by byte.

use std::collections::BTreeMap;
use std::io::{self, Cursor, ErrorKind, Read};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use super::{Bag, Fault, Request, Shelf, reading};
use crate::bag::{Hash, INFO, Info, MANIFEST, Manifest, PAYLOAD, Source, payload};
use crate::quantity::{Day, Period};
use crate::world::World;

/// How large an input may be to be read again, in bytes.
const INPUT_LIMIT: u64 = 1 << 30;
/// How large a file that describes the bag may be, in bytes.
const TAG_LIMIT: u64 = 64 << 20;

/// Why an archive cannot be built again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotRebuild {
    /// It does not hold its inputs, but their hashes alone.
    NoInputs,
    /// Another version of the program made it.
    OtherVersion(String),
    /// What it says of itself cannot be read.
    Unreadable,
    /// Its inputs make no archive.
    Refused,
}

/// What is read of `provenance.json`.
#[derive(Deserialize)]
struct Provenance {
    period: String,
    today: String,
    inputs_in_bag: bool,
    reasons: Reasons,
    inputs: Vec<Input>,
}

#[derive(Deserialize)]
struct Reasons {
    open: Option<String>,
    provisional: Option<String>,
    again: Option<String>,
}

#[derive(Deserialize)]
struct Input {
    path: String,
    name: Option<String>,
}

/// Makes an archive of a workspace; nothing when that cannot be.
pub type Make<'a> = &'a (dyn Fn(&dyn World, &Request) -> Option<Bag> + Sync);

/// Files of an archive that are not what its own inputs make, by name. Its list of restated figures is left out: it is
/// made from the archives before it. So is its reading copy, whose source is compared: other fonts set it otherwise.
///
/// # Errors
/// When it cannot be built again at all.
pub fn rebuild(source: &mut (dyn Source + Send), make: Make<'_>) -> Result<Vec<Fault>, CannotRebuild> {
    let unread = |_: io::Error| CannotRebuild::Unreadable;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).map_err(|_| CannotRebuild::Unreadable);
    let info = text(source.read(INFO, TAG_LIMIT).map_err(unread)?)?;
    let info = Info::parse(&info).ok_or(CannotRebuild::Unreadable)?;
    let other = |tool: &&str| *tool != concat!("opsreport ", env!("CARGO_PKG_VERSION"));
    if let Some(tool) = info.get("Bag-Software-Agent").filter(other) {
        return Err(CannotRebuild::OtherVersion(tool.to_owned()));
    }
    let list = text(source.read(MANIFEST, TAG_LIMIT).map_err(unread)?)?;
    let list = Manifest::parse(&list).map_err(|_| CannotRebuild::Unreadable)?;
    let made = source.read(&payload("provenance.json"), TAG_LIMIT).map_err(unread)?;
    let made: Provenance = serde_json::from_slice(&made).map_err(|_| CannotRebuild::Unreadable)?;
    if !made.inputs_in_bag {
        return Err(CannotRebuild::NoInputs);
    }
    let world = BagWorld::of(source, &made)?;
    let reading = list.get(&payload(reading::SOURCE)).is_some();
    let bag = make(&world, &Request { reading, ..request(&made, &info)? }).ok_or(CannotRebuild::Refused)?;
    Ok(differing(&list, &hashes(&bag, &world)?))
}

fn request(made: &Provenance, info: &Info) -> Result<Request, CannotRebuild> {
    Ok(Request {
        period: Period::parse(&made.period).ok_or(CannotRebuild::Unreadable)?,
        with_inputs: true,
        reading: false,
        open: made.reasons.open.clone(),
        provisional: made.reasons.provisional.clone(),
        again: made.reasons.again.clone(),
        shelf: Shelf::as_told(info),
    })
}

/// The hashes of what the inputs make.
fn hashes(bag: &Bag, world: &BagWorld<'_>) -> Result<Manifest, CannotRebuild> {
    let mut found = Manifest::default();
    let given = bag.each(world, &mut |path, bytes| {
        found.insert(path, Hash::of_stream(bytes)?.0);
        Ok(())
    });
    given.map(|()| found).map_err(|_| CannotRebuild::Refused)
}

fn differing(list: &Manifest, found: &Manifest) -> Vec<Fault> {
    let difference = found.since(list);
    let files = [difference.added, difference.changed, difference.removed].concat();
    let follows = ["tables/restated.csv", "tables/datapackage.json", reading::PDF].map(payload);
    let wanted = |file: &String| file.starts_with(PAYLOAD) && !follows.contains(file);
    files.into_iter().filter(wanted).map(|file| Fault::Rebuilt { file }).collect()
}

/// The workspace that an archive was made from, read out of the archive.
struct BagWorld<'a> {
    source: Mutex<&'a mut (dyn Source + Send)>,
    /// Path in the workspace → name in the bag.
    names: BTreeMap<String, String>,
    today: Day,
}

impl<'a> BagWorld<'a> {
    fn of(source: &'a mut (dyn Source + Send), made: &Provenance) -> Result<Self, CannotRebuild> {
        let inputs = made.inputs.iter().filter_map(|input| Some((input.path.clone(), input.name.clone()?)));
        let today = Day::parse(&made.today).ok_or(CannotRebuild::Unreadable)?;
        Ok(BagWorld { source: Mutex::new(source), names: inputs.collect(), today })
    }
}

impl World for BagWorld<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        let name = self.names.get(path).ok_or(ErrorKind::NotFound)?;
        self.source.lock().unwrap_or_else(PoisonError::into_inner).read(name, INPUT_LIMIT)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        Ok(Box::new(Cursor::new(self.read(path)?)))
    }

    fn list(&self) -> io::Result<Vec<String>> {
        Ok(self.names.keys().cloned().collect())
    }

    fn today(&self) -> Day {
        self.today
    }
}
