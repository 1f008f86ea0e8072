//! Which files of the workspace an archive was made from: just those that were read.

use std::collections::BTreeSet;
use std::io::{self, Read};
use std::sync::{Mutex, PoisonError};

use crate::bag::{ARCHIVE, Hash, plain_name};
use crate::quantity::Day;
use crate::world::{ReadSeek, World};

/// A world that notes what is read of it.
pub(crate) struct Recorder<'a> {
    world: &'a dyn World,
    read: Mutex<BTreeSet<String>>,
}

/// A file of the workspace that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Input {
    /// Its path in the workspace.
    pub(super) path: String,
    /// Its name in the bag, below `source/`.
    pub(super) name: String,
    /// What its bytes hash to.
    pub(super) hash: Hash,
    /// How many there are.
    pub(super) bytes: u64,
}

impl<'a> Recorder<'a> {
    /// Notes what is read of a world.
    pub(crate) fn new(world: &'a dyn World) -> Self {
        Recorder { world, read: Mutex::default() }
    }

    fn note(&self, path: &str) {
        self.read.lock().unwrap_or_else(PoisonError::into_inner).insert(path.to_owned());
    }

    /// The files that were read, each hashed; archives are not inputs of an archive.
    pub(super) fn inputs(&self) -> io::Result<Vec<Input>> {
        let read = self.read.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let there: BTreeSet<String> = self.world.list()?.into_iter().collect();
        let wanted = read.intersection(&there).filter(|path| !path.starts_with(ARCHIVE));
        let input = |path: &String| {
            let (hash, bytes) = Hash::of_stream(self.world.open(path)?)?;
            Ok(Input { path: path.clone(), name: plain_name(path), hash, bytes })
        };
        wanted.map(input).collect()
    }
}

impl World for Recorder<'_> {
    fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        self.note(path);
        self.world.read(path)
    }

    fn open(&self, path: &str) -> io::Result<Box<dyn Read + Send + '_>> {
        self.note(path);
        self.world.open(path)
    }

    fn seek(&self, path: &str) -> io::Result<Box<dyn ReadSeek + Send + '_>> {
        self.note(path);
        self.world.seek(path)
    }

    fn list(&self) -> io::Result<Vec<String>> {
        self.world.list()
    }

    fn passed_over(&self) -> io::Result<Vec<String>> {
        self.world.passed_over()
    }

    fn today(&self) -> Day {
        self.world.today()
    }
}
