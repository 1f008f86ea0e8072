//! A bag that is ready to be written: its files, their hashes, and what it says of itself.

use std::collections::BTreeMap;
use std::io::{self, Read};

use super::inputs::Input;
use super::reading;
use crate::bag::{
    BAGIT, BAGIT_TEXT, Hash, INFO, Info, MANIFEST, Manifest, PAYLOAD, TAG_MANIFEST, payload, root,
};
use crate::world::World;

/// Takes a file: its path in the bag, and its bytes.
pub type Give<'a> = &'a mut dyn FnMut(&str, &mut dyn Read) -> io::Result<()>;

/// What a file of the payload is made of.
#[derive(Clone, Debug)]
pub(super) enum Payload {
    /// These bytes.
    Bytes(Vec<u8>),
    /// A file of the workspace, which may be larger than the memory.
    Input(Input),
}

impl Payload {
    fn hash(&self) -> Hash {
        match self {
            Payload::Bytes(bytes) => Hash::of(bytes),
            Payload::Input(input) => input.hash,
        }
    }

    fn bytes(&self) -> u64 {
        match self {
            Payload::Bytes(bytes) => bytes.len() as u64,
            Payload::Input(input) => input.bytes,
        }
    }
}

/// A bag that is ready to be written.
#[derive(Clone, Debug)]
pub struct Bag {
    /// The name of its folder.
    pub name: String,
    /// Its payload by the path below `data/`.
    payload: BTreeMap<String, Payload>,
    /// The files that describe it.
    tags: BTreeMap<&'static str, String>,
    /// What it says of itself, but for its size.
    info: Info,
}

impl Bag {
    /// A bag of these files; what it says of itself is completed by its size.
    pub(super) fn new(name: String, files: BTreeMap<String, Payload>, info: &Info) -> Self {
        let bytes: u64 = files.values().map(Payload::bytes).sum();
        let of_its_own = info.clone();
        let mut info = info.clone();
        info.push("Payload-Oxum", &format!("{bytes}.{}", files.len()));
        info.push("Bag-Size", &size(bytes));
        let mut manifest = Manifest::default();
        for (path, file) in &files {
            manifest.insert(payload(path), file.hash());
        }
        let mut tags = BTreeMap::from([(BAGIT, BAGIT_TEXT.to_owned()), (INFO, info.text())]);
        tags.insert(MANIFEST, manifest.text());
        let mut of_tags = Manifest::default();
        tags.iter().for_each(|(name, text)| of_tags.insert(*name, Hash::of(text.as_bytes())));
        tags.insert(TAG_MANIFEST, of_tags.text());
        Bag { name, payload: files, tags, info: of_its_own }
    }

    /// The file that the root is the hash of; what a signature is made over.
    pub fn tag_manifest(&self) -> &str {
        self.tags.get(TAG_MANIFEST).map_or("", String::as_str)
    }

    /// The source of its reading copy, to be made a PDF of; nothing where none was asked for.
    pub fn reading(&self) -> Option<&[u8]> {
        match self.payload.get(reading::SOURCE)? {
            Payload::Bytes(bytes) => Some(bytes),
            Payload::Input(_) => None,
        }
    }

    /// The same bag with its reading copy.
    #[must_use]
    pub fn with_pdf(mut self, pdf: Vec<u8>) -> Self {
        self.payload.insert(reading::PDF.to_owned(), Payload::Bytes(pdf));
        Bag::new(self.name, self.payload, &self.info)
    }

    /// The hash that stands for the whole bag.
    pub fn root(&self) -> Hash {
        root(self.tag_manifest().as_bytes())
    }

    /// How many files its payload has.
    pub fn len(&self) -> usize {
        self.payload.len()
    }

    /// Whether its payload is empty.
    pub fn is_empty(&self) -> bool {
        self.payload.is_empty()
    }

    /// How many bytes a file of it has, by its path in the bag.
    pub(super) fn bytes_of(&self, path: &str) -> u64 {
        let tag = self.tags.get(path).map_or(0, |text| text.len() as u64);
        path.strip_prefix(PAYLOAD).and_then(|path| self.payload.get(path)).map_or(tag, Payload::bytes)
    }

    /// Gives each of its files, in byte order of their paths, inputs as they stream from the workspace.
    ///
    /// # Errors
    /// When an input cannot be read, or is not what it was when it was hashed; when the taker fails.
    pub fn each(&self, world: &dyn World, give: Give<'_>) -> io::Result<()> {
        let tags = self.tags.iter().map(|(name, text)| ((*name).to_owned(), Err(text)));
        let files = self.payload.iter().map(|(path, file)| (payload(path), Ok(file)));
        let all: BTreeMap<String, Result<&Payload, &String>> = tags.chain(files).collect();
        for (path, file) in all {
            match file {
                Err(text) => give(&path, &mut text.as_bytes())?,
                Ok(Payload::Bytes(bytes)) => give(&path, &mut bytes.as_slice())?,
                Ok(Payload::Input(input)) => stream(world, input, &mut |bytes| give(&path, bytes))?,
            }
        }
        Ok(())
    }
}

/// Gives an input, and makes sure that it is what was hashed.
fn stream(
    world: &dyn World,
    input: &Input,
    give: &mut dyn FnMut(&mut dyn Read) -> io::Result<()>,
) -> io::Result<()> {
    let mut bytes = world.open(&input.path)?;
    let mut digest = crate::bag::Hashing::new(&mut bytes);
    give(&mut digest)?;
    match digest.end() == input.hash {
        true => Ok(()),
        false => Err(io::Error::other(format!("{}: changed while it was archived", input.path))),
    }
}

/// `1.2 MB`, for people.
fn size(bytes: u64) -> String {
    let units = ["kB", "MB", "GB"];
    let tenths = |unit: usize| bytes * 10 / 1000_u64.pow(u32::try_from(unit).unwrap_or(0) + 1);
    let fitting = (0..units.len()).rev().find(|unit| tenths(*unit) >= 10);
    match fitting {
        Some(unit) => format!("{}.{} {}", tenths(unit) / 10, tenths(unit) % 10, units[unit]),
        None => format!("{bytes} B"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Day;
    use crate::world::Memory;

    #[test]
    fn sizes_are_read_at_a_glance() {
        for (bytes, said) in
            [(0, "0 B"), (999, "999 B"), (1_000, "1.0 kB"), (1_299_999, "1.2 MB"), (5_000_000_000, "5.0 GB")]
        {
            assert_eq!(size(bytes), said);
        }
    }

    fn bag(text: &str) -> (Bag, Memory) {
        let files = BTreeMap::from([("results/a.csv".to_owned(), text.as_bytes().to_vec())]);
        let world = Memory { files, today: Day::parse("2026-11-13").unwrap() };
        let input = Input {
            path: "results/a.csv".to_owned(),
            name: "results/a.csv".to_owned(),
            hash: Hash::of(b"a,b\n"),
            bytes: 4,
        };
        let files = BTreeMap::from([
            ("readme.txt".to_owned(), Payload::Bytes(b"read".to_vec())),
            ("source/results/a.csv".to_owned(), Payload::Input(input)),
        ]);
        (Bag::new("2026-q3".to_owned(), files, &Info::default()), world)
    }

    #[test]
    fn a_bag_lists_all_it_holds() {
        let (bag, world) = bag("a,b\n");
        let mut files = BTreeMap::new();
        bag.each(&world, &mut |path, bytes| {
            let mut text = String::new();
            bytes.read_to_string(&mut text)?;
            files.insert(path.to_owned(), text);
            Ok(())
        })
        .unwrap();
        let manifest = Manifest::parse(&files[MANIFEST]).unwrap();
        let listed: Vec<&str> = manifest.iter().map(|(path, _)| path).collect();
        assert_eq!(listed, ["data/readme.txt", "data/source/results/a.csv"]);
        assert!(manifest.iter().all(|(path, hash)| hash == Hash::of(files[path].as_bytes())));
        let tags = Manifest::parse(&files[TAG_MANIFEST]).unwrap();
        let listed: Vec<&str> = tags.iter().map(|(path, _)| path).collect();
        assert_eq!(listed, [INFO, BAGIT, MANIFEST]);
        assert!(files[INFO].contains("Payload-Oxum: 8.2\nBag-Size: 8 B\n"), "{}", files[INFO]);
        assert_eq!(bag.root(), Hash::of(files[TAG_MANIFEST].as_bytes()));
    }

    #[test]
    fn an_input_that_changes_meanwhile_is_noticed() {
        let (bag, world) = bag("a,c\n");
        let read = bag.each(&world, &mut |_, bytes| io::copy(bytes, &mut io::sink()).map(drop));
        assert!(read.unwrap_err().to_string().contains("results/a.csv"));
    }
}
