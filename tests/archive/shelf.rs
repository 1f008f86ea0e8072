//! The archives in a folder: which of them the next one follows.

use std::path::Path;

use opsreport::archive::Shelf;

use crate::bag::{FILES, put, write};

/// Writes an archive of a day that names the one before it; gives its root.
fn made(folder: &Path, name: &str, (day, previous): (&str, Option<&str>)) -> String {
    let previous = previous.map_or_else(String::new, |root| format!("Previous-Bag-Root: {root}\n"));
    write(&folder.join(name), FILES, &format!("Bagging-Date: {day}\nX-Name: {name}\n{previous}"))
}

fn last(folder: &Path) -> String {
    Shelf::of(folder).unwrap().last().unwrap().name.clone()
}

#[test]
fn the_last_one_is_the_one_that_none_follows() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let quarter = made(folder, "2026-q3", ("2026-11-20", None));
    assert_eq!(last(folder), "2026-q3");
    let july = made(folder, "2026-07", ("2026-11-20", Some(&quarter)));
    assert_eq!(last(folder), "2026-07", "made on the same day");
    made(folder, "2026-05", ("2026-11-01", Some(&july)));
    assert_eq!(last(folder), "2026-05", "made as of an earlier day");
}

#[test]
fn what_a_run_that_was_killed_left_is_no_archive() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let first = made(folder, "2026-q2", ("2026-08-20", None));
    made(folder, ".2026-q3.part", ("2026-11-20", Some(&first)));
    put(folder, ".2026-q4.zip", b"PK");
    assert_eq!(last(folder), "2026-q2");
}
