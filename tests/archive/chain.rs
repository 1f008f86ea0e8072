//! The chain: a past that was written anew, or taken away, shows.

use std::path::Path;

use opsreport::archive::{Checked, Linked, chain};

use crate::bag::{FILES, check, write};

/// Three archives, each naming the root of the one before; their names.
const NAMES: [&str; 3] = ["2026-q1", "2026-q2", "2026-q3"];

fn three(folder: &Path) {
    let mut previous = String::new();
    for name in NAMES {
        let root = write(&folder.join(name), FILES, &previous);
        previous = format!("Previous-Bag-Root: {root}\nX-After: {name}\n");
    }
}

fn broken(folder: &Path, names: &[&str]) -> Vec<String> {
    let found: Vec<(&str, Checked)> = names.iter().map(|name| (*name, check(&folder.join(name)))).collect();
    let linked: Vec<Linked<'_>> = found
        .iter()
        .map(|(name, checked)| Linked { name, root: checked.root, info: &checked.info })
        .collect();
    let faults = chain(&linked).into_iter().zip(names);
    faults
        .flat_map(|(faults, name)| faults.into_iter().map(move |fault| format!("{name} {}", fault.word())))
        .collect()
}

#[test]
fn a_chain_that_nobody_touched_holds() {
    let folder = tempfile::tempdir().unwrap();
    three(folder.path());
    assert_eq!(broken(folder.path(), &NAMES), Vec::<String>::new());
    assert_eq!(broken(folder.path(), &["2026-q1", "2026-q1", "2026-q2"]), Vec::<String>::new());
}

#[test]
fn an_archive_that_was_written_anew_breaks_the_one_after_it() {
    let folder = tempfile::tempdir().unwrap();
    three(folder.path());
    let mut files = FILES.to_vec();
    files[3].1 = "period,metric,actual\n2026-07,sales,99999\n";
    // Whoever writes it anew makes it whole in itself.
    write(&folder.path().join("2026-q1"), &files, "");
    assert!(check(&folder.path().join("2026-q1")).faults.is_empty());
    assert_eq!(broken(folder.path(), &NAMES), ["2026-q2 lost"]);
}

#[test]
fn an_archive_that_was_taken_away_is_missed() {
    let folder = tempfile::tempdir().unwrap();
    three(folder.path());
    assert_eq!(broken(folder.path(), &["2026-q1", "2026-q3"]), ["2026-q3 lost"]);
}

#[test]
fn what_says_nothing_of_itself_is_not_taken_for_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let first = write(&folder.path().join("2026-q2"), FILES, "");
    write(&folder.path().join("2026-08"), FILES, &format!("Previous-Bag-Root: {first}\n"));
    std::fs::write(folder.path().join("2026-08/bag-info.txt"), [0xff]).unwrap();
    assert_eq!(broken(folder.path(), &["2026-08", "2026-q2"]), Vec::<String>::new());
}

#[test]
fn two_after_one_and_two_firsts_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let first = write(&folder.path().join("a"), FILES, "");
    write(&folder.path().join("b"), FILES, &format!("Previous-Bag-Root: {first}\n"));
    write(&folder.path().join("c"), FILES, &format!("Previous-Bag-Root: {first}\nX: c\n"));
    write(&folder.path().join("d"), FILES, "X: d\n");
    assert_eq!(broken(folder.path(), &["a", "b", "c", "d"]), ["c forked", "d unchained"]);
    write(
        &folder.path().join("d"),
        FILES,
        &format!("Previous-Bag-Root: {first}\nSupersedes: {}\n", "0".repeat(64)),
    );
    assert_eq!(broken(folder.path(), &["a", "d"]), ["d lost"]);
}
