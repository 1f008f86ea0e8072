//! Which page a file stands on: one per kind and year, finer where there are many.

use std::collections::BTreeMap;

use super::details::{NAMES, REFUSED};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::facts::ImportedFile;
use crate::quantity::{Day, Grain, Period};
use crate::site::Target;

/// How heavy a page may be, in pieces of about 250 bytes.
const LIMIT: usize = 180;

/// How heavy a file is on its page: itself, its refused cells, and what newer files changed.
fn weight(file: &ImportedFile) -> usize {
    3 + file.refused.len().min(REFUSED) + (file.replaced.len() + file.unused.len()).min(NAMES) / 3
}

/// The page of some files of one kind, the newest first.
#[derive(Debug)]
pub(super) struct Shelf<'a> {
    /// The kind; empty for files that were not recognised.
    pub(super) kind: &'a str,
    /// The year, quarter or month in which they end; nothing when they have no days.
    pub(super) period: Option<Period>,
    /// Which page of its period it is, from 1.
    pub(super) number: usize,
    /// The files with their places in the import log.
    pub(super) files: Vec<(usize, &'a ImportedFile)>,
}

/// All pages of files: by kind, the newest first.
#[derive(Debug)]
pub(super) struct Shelves<'a>(pub(super) Vec<Shelf<'a>>);

type Files<'a> = Vec<(usize, &'a ImportedFile)>;

impl<'a> Shelves<'a> {
    pub(super) fn of(files: &'a [ImportedFile]) -> Self {
        let mut by_kind: BTreeMap<&str, Files<'a>> = BTreeMap::new();
        for (at, file) in files.iter().enumerate() {
            by_kind.entry(file.kind.as_deref().unwrap_or("")).or_default().push((at, file));
        }
        let grains = [Grain::Year, Grain::Quarter, Grain::Month];
        let shelves = by_kind.into_iter().flat_map(|(kind, files)| split(kind, files, &grains));
        Shelves(shelves.collect())
    }

    /// The shelves of a kind.
    pub(super) fn of_kind<'s>(&'s self, kind: &'s str) -> impl Iterator<Item = &'s Shelf<'a>> {
        self.0.iter().filter(move |shelf| shelf.kind == kind)
    }

    /// The kinds in their order.
    pub(super) fn kinds(&self) -> Vec<&'a str> {
        let mut kinds: Vec<&str> = self.0.iter().map(|shelf| shelf.kind).collect();
        kinds.dedup();
        kinds
    }

    /// The place of a file by its number in the import log.
    pub(super) fn target(&self, desk: &Desk<'_>, file: usize) -> Option<Target> {
        let holds = |shelf: &&Shelf<'_>| shelf.files.iter().any(|(at, _)| *at == file);
        let shelf = self.0.iter().find(holds)?;
        Some(Target::place(&desk.path(&shelf.route()), &anchor(file)))
    }
}

impl Shelf<'_> {
    pub(super) fn route(&self) -> Route {
        let kind = if self.kind.is_empty() { "unrecognised" } else { self.kind };
        let part = self.period.map_or_else(|| "undated".to_owned(), |period| period.to_string());
        let part = if self.number > 1 { format!("{part}-{}", self.number) } else { part };
        Route::Files(kind.to_owned(), part)
    }
}

/// The place of a file on its page.
pub(super) fn anchor(file: usize) -> String {
    format!("file-{file}")
}

/// Files by the period in which they end, as fine as it must be.
fn split<'a>(kind: &'a str, files: Files<'a>, grains: &[Grain]) -> Vec<Shelf<'a>> {
    let Some((grain, finer)) = grains.split_first() else { return Vec::new() };
    let total = |files: &Files<'_>| files.iter().map(|(_, file)| weight(file)).sum::<usize>();
    let mut parts: BTreeMap<Option<Period>, Files<'a>> = BTreeMap::new();
    for (at, file) in files {
        let part = end(file).map(|day| Period::containing(day, *grain));
        parts.entry(part).or_default().push((at, file));
    }
    let shelf = |(period, mut files): (Option<Period>, Files<'a>)| {
        if total(&files) > LIMIT && period.is_some() && !finer.is_empty() {
            return split(kind, files, finer);
        }
        files.sort_by_key(|(at, file)| (std::cmp::Reverse(end(file)), *at));
        let pages = (1..).zip(pages(files));
        pages.map(|(number, files)| Shelf { kind, period, number, files }).collect()
    };
    parts.into_iter().rev().flat_map(shelf).collect()
}

/// Files in their order, as many on a page as it may hold.
fn pages<'a>(files: Files<'a>) -> Vec<Files<'a>> {
    let mut pages: Vec<Files<'a>> = Vec::new();
    let mut held = LIMIT;
    for (at, file) in files {
        held += weight(file);
        match pages.last_mut().filter(|_| held <= LIMIT) {
            Some(page) => page.push((at, file)),
            None => {
                held = weight(file);
                pages.push(vec![(at, file)]);
            }
        }
    }
    pages
}

fn end(file: &ImportedFile) -> Option<Day> {
    file.period.map(|period| period.to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Span;

    fn file(kind: &str, days: Option<&str>) -> ImportedFile {
        let period = days.and_then(|text| text.split_once(".."));
        let period = period.and_then(|(from, to)| Span::new(Day::parse(from)?, Day::parse(to)?));
        let kind = (!kind.is_empty()).then(|| kind.into());
        ImportedFile { kind, period, ..ImportedFile::default() }
    }

    fn parts(files: &[ImportedFile]) -> Vec<(String, usize)> {
        let shelves = Shelves::of(files);
        let named = |shelf: &Shelf<'_>| (shelf.route().path().to_string(), shelf.files.len());
        shelves.0.iter().map(named).collect()
    }

    #[test]
    fn few_files_of_a_kind_stand_on_a_page_per_year() {
        let files = [
            file("orders", Some("2025-12-01..2026-01-03")),
            file("orders", Some("2025-11-01..2025-11-30")),
            file("", None),
        ];
        let named = |path: &str, files| (path.to_owned(), files);
        assert_eq!(
            parts(&files),
            [
                named("data/unrecognised-undated.html", 1),
                named("data/orders-2026.html", 1),
                named("data/orders-2025.html", 1)
            ]
        );
    }

    #[test]
    fn many_files_stand_on_finer_pages() {
        let of = |month: &str| file("orders", Some(&format!("2026-{month}-01..2026-{month}-02")));
        let counts = |files: &[ImportedFile]| parts(files).iter().map(|(_, n)| *n).collect::<Vec<_>>();
        assert_eq!(counts(&[vec![of("01"); 50], vec![of("04"); 5], vec![of("05"); 9]].concat()), [14, 50]);
        let months = [vec![of("01"); 50], vec![of("02"); 11]].concat();
        assert_eq!(counts(&months), [11, 50]);
        assert_eq!(parts(&months)[0].0, "data/orders-2026-02.html");
        let month = parts(&vec![of("01"); 130]);
        assert_eq!(month.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [60, 60, 10]);
        assert_eq!(month[1].0, "data/orders-2026-01-2.html");
    }

    #[test]
    fn the_newest_file_comes_first() {
        let files = [file("a", Some("2026-01-01..2026-01-02")), file("a", Some("2026-01-01..2026-03-02"))];
        let order: Vec<usize> = Shelves::of(&files).0[0].files.iter().map(|(at, _)| *at).collect();
        assert_eq!(order, [1, 0]);
    }
}
