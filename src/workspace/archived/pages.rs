//! The pages of archives. They are most of what an archive weighs, so they are read when a site is made, file by file.

use crate::bag::{Hash, MANIFEST, PAYLOAD};
use crate::diagnostic::Diagnostics;
use crate::world::World;

use super::{Archived, Disbelief, damaged, opened, read};

/// What the pages of all archives of a workspace may come to, in bytes.
const LIMIT: u64 = 1 << 30;

/// Takes a file of an archive's site, by its path in it.
type Take<'a> = &'a mut dyn FnMut(&Archived, &str, Vec<u8>);

impl Archived {
    /// The files of its site by their paths in it, with their hashes.
    pub fn pages(&self) -> impl Iterator<Item = (&str, Hash)> {
        let site =
            |(path, hash): (_, Hash)| Some((str::strip_prefix(path, PAYLOAD)?.strip_prefix("site/")?, hash));
        self.manifest.iter().filter_map(site)
    }
}

/// Gives every file of the sites of archives, each proven; the first of an archive that is not what its manifest says,
/// or that is too much, is a finding, and ends that archive.
pub fn read_pages(world: &dyn World, archives: &[Archived], take: Take<'_>) -> Diagnostics {
    let mut left = LIMIT;
    let one = |archive: &Archived| {
        let read = of_archive(world, archive, (&mut left, &mut *take));
        read.err().map(|why| damaged(&archive.path, &why))
    };
    archives.iter().filter_map(one).collect()
}

fn of_archive(
    world: &dyn World,
    archive: &Archived,
    (left, take): (&mut u64, Take<'_>),
) -> Result<(), Disbelief> {
    let mut source = opened(world, &archive.path)?;
    for (path, hash) in archive.pages() {
        let file = format!("{PAYLOAD}site/{path}");
        let bytes = read(source.as_mut(), &file)?;
        if Hash::of(&bytes) != hash {
            return Err(Disbelief::new(file, MANIFEST));
        }
        let Some(rest) = left.checked_sub(bytes.len() as u64) else {
            let reason = format!("the pages of all archives come to over {} MiB", LIMIT >> 20);
            return Err(Disbelief::new(file, reason));
        };
        *left = rest;
        take(archive, path, bytes);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::bag::{Info, Manifest};
    use crate::quantity::{Day, Period};
    use crate::world::Memory;

    /// A workspace with an archive of two pages, of six bytes together, and a table.
    fn archived() -> (Memory, Archived) {
        let files = [("data/site/a.html", "one"), ("data/site/b.html", "two"), ("data/tables/t.csv", "t")];
        let mut manifest = Manifest::default();
        files.iter().for_each(|(path, text)| manifest.insert(*path, Hash::of(text.as_bytes())));
        let day = Day::parse("2026-11-22").unwrap();
        let named = files.map(|(path, text)| (format!("archive/2026-q3/{path}"), text.into()));
        let archive = Archived {
            name: "2026-q3".to_owned(),
            path: "archive/2026-q3".to_owned(),
            period: Period::parse("2026-Q3").unwrap(),
            day,
            tool: String::new(),
            version: 1,
            root: Hash::of(b""),
            info: Info::default(),
            manifest,
            inputs: BTreeMap::new(),
            figures: Vec::new(),
            measured: Vec::new(),
            rates: Vec::new(),
            findings: Vec::new(),
            decisions: Vec::new(),
        };
        (Memory { files: named.into_iter().collect(), today: day }, archive)
    }

    fn given((world, archive): &(Memory, Archived), left: &mut u64) -> (Vec<String>, Option<Disbelief>) {
        let mut given = Vec::new();
        let read = of_archive(world, archive, (left, &mut |_, path, _| given.push(path.to_owned())));
        (given, read.err())
    }

    #[test]
    fn pages_are_given_as_far_as_they_are_proven() {
        let mut case = archived();
        assert_eq!(given(&case, &mut 6), (vec!["a.html".to_owned(), "b.html".to_owned()], None));
        case.0.files.insert("archive/2026-q3/data/site/b.html".to_owned(), b"tWo".to_vec());
        let (pages, why) = given(&case, &mut 6);
        assert_eq!((pages.len(), why.unwrap().file.as_str()), (1, "data/site/b.html"));
    }

    #[test]
    fn pages_that_are_too_much_are_said() {
        let (pages, why) = given(&archived(), &mut 5);
        assert_eq!(pages, ["a.html"]);
        assert!(why.unwrap().reason.contains("1024 MiB"));
    }
}
