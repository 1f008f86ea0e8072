//! Every call that changes the disk fails once, in every way that a disk has, and from some call on all of them.

use std::collections::{BTreeMap, BTreeSet};

use crate::folder::{Folder, one_line, said};
use crate::strace::{self, Call};

const BUILD: &[&str] = &["build", "--quiet", "--lang=en", "--today=2026-01-05"];

/// What disks answer, and the words a user reads.
const ERRORS: &[(&str, &str)] = &[
    ("ENOSPC", "No space left on device"),
    ("EIO", "Input/output error"),
    ("EROFS", "Read-only file system"),
    ("EMFILE", "Too many open files"),
    ("EACCES", "Permission denied"),
    ("EXDEV", "Invalid cross-device link"),
    ("EINTR", "Interrupted system call"),
];

/// Calls that a command cannot do without.
const NEEDED: &[&str] = &["write", "ftruncate", "mkdir", "fsync", "syncfs", "renameat2", "flock"];

/// How a command must end when a call fails so; nothing where it may find another way.
fn must_end(call: &str, error: &str) -> Option<i32> {
    match error {
        // A signal that came in between is no fault: the call is made again.
        "EINTR" => Some(0),
        _ => NEEDED.contains(&call).then_some(3),
    }
}

/// The first, the middle and the last call of each name: the middle one fails alone, from the others on all do. Of
/// what is written all that follows goes well, or nobody could say what failed.
fn points(calls: &[Call]) -> Vec<(String, String)> {
    let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for call in calls {
        named.entry(&call.name).or_default().push(call.nth);
    }
    let mut points = BTreeSet::new();
    for (name, nth) in named {
        let on = if name == "write" { "" } else { "+" };
        let at = |n: usize, more: &str| (name.to_owned(), format!("{}{more}", nth[n]));
        points.extend([at(0, on), at(nth.len() / 2, ""), at(nth.len() - 1, on)]);
    }
    points.into_iter().collect()
}

#[test]
fn a_build_starved_anywhere_says_so_in_one_line_and_leaves_a_whole_site() {
    if !strace::works() {
        return;
    }
    let folder = Folder::texts();
    folder.builds();
    folder.edition(1);
    let calls = strace::calls(&folder, (BUILD, &[]), ".public.lock");
    let mut old = folder.site();
    let mut counted: BTreeMap<(i32, &str), usize> = BTreeMap::new();
    let points = points(&calls);
    let faults = points.iter().flat_map(|point| ERRORS.iter().map(move |error| (point, error)));
    for (edition, ((call, when), (error, words))) in (2..).zip(faults) {
        // A signal that comes in between always is not one; a loop that asks again would never end.
        let when = if *error == "EINTR" { when.trim_end_matches('+') } else { when };
        folder.edition(edition);
        let ran = strace::run(&folder, BUILD, &[format!("inject={call}:error={error}:when={when}")]);
        let code = ran.status.code().unwrap_or(-1);
        let fault = format!("{call} {when} {error}: {}", said(&ran));
        let now = folder.site();
        let new = folder.builds();
        assert!(now == old || now == new, "{fault}: {:?}", now.keys());
        match code {
            0 => assert!(now == new && ran.stderr.is_empty(), "{fault}"),
            3 => assert!(one_line(&ran).contains(words), "{fault}"),
            _ => panic!("{fault}"),
        }
        assert!(must_end(call, error).is_none_or(|must| must == code), "{fault}");
        *counted.entry((code, if now == new { "new" } else { "old" })).or_default() += 1;
        old = new;
    }
    println!("starved {} times: {counted:?}", counted.values().sum::<usize>());
    assert!(counted[&(3, "old")] >= 60, "{counted:?}");
}

/// Where every call for a lock is refused, nothing is published, and that is said.
#[test]
fn a_file_system_without_locks_is_a_fault_of_the_disk() {
    if !strace::works() {
        return;
    }
    let folder = Folder::texts();
    let old = folder.builds();
    folder.edition(1);
    let ran = strace::run(&folder, BUILD, &["inject=flock:error=ENOLCK".to_owned()]);
    assert_eq!(ran.status.code(), Some(3), "{}", said(&ran));
    assert!(one_line(&ran).contains("No locks available"));
    assert_eq!(folder.site(), old);
}

#[test]
fn single_files_starved_anywhere_are_as_they_were_or_whole() {
    let words =
        &["plan", "freeze", "--id=2026-v1", "--by=lin", "--reason=agreed", "--quiet", "--today=2026-01-05"];
    if !strace::works() {
        return;
    }
    let folder = Folder::shop();
    let calls = strace::calls(&folder, (words, &[]), ".part");
    let file = "plans/2026-v1.yaml";
    let whole = folder.read(file);
    let mut starved = 0;
    for (call, when) in points(&calls) {
        for (error, words_of_error) in ERRORS {
            let when = if *error == "EINTR" { when.trim_end_matches('+') } else { &when };
            std::fs::remove_file(folder.path(file)).unwrap();
            let ran = strace::run(&folder, words, &[format!("inject={call}:error={error}:when={when}")]);
            let fault = format!("{call} {when} {error}: {}", said(&ran));
            let now = folder.read(file);
            match ran.status.code() {
                Some(0) => assert_eq!(now, whole, "{fault}"),
                Some(3) => assert!(said(&ran).contains(words_of_error), "{fault}"),
                _ => panic!("{fault}"),
            }
            assert!(now.is_none() || now == whole, "{fault}");
            assert!(must_end(&call, error).is_none_or(|must| ran.status.code() == Some(must)), "{fault}");
            folder.program(words.iter().copied()).output().unwrap();
            assert_eq!(folder.read(file), whole, "{fault}");
            folder.clean();
            starved += 1;
        }
    }
    println!("starved {starved} times");
    assert!(starved >= 40);
}

#[test]
fn archives_starved_anywhere_are_not_there_or_whole() {
    for more in [&[][..], &["--zip"]].into_iter().filter(|_| strace::works()) {
        let (folder, words) = Folder::closed();
        let words: Vec<&str> = words.iter().chain(more).copied().collect();
        let calls = strace::calls(&folder, (&words, &[]), ".lock");
        let whole = folder.shelf();
        assert!(!whole.is_empty());
        let mut starved = 0;
        for (call, when) in points(&calls) {
            for (error, words_of_error) in
                ERRORS.iter().filter(|(error, _)| ["ENOSPC", "EINTR"].contains(error))
            {
                let when = if *error == "EINTR" { when.trim_end_matches('+') } else { &when };
                std::fs::remove_dir_all(folder.path("archive")).unwrap();
                let ran = strace::run(&folder, &words, &[format!("inject={call}:error={error}:when={when}")]);
                let fault = format!("{call} {when} {error}: {}", said(&ran));
                let now = folder.shelf();
                match ran.status.code() {
                    Some(0) => assert_eq!(now, whole, "{fault}"),
                    Some(3) => assert!(one_line(&ran).contains(words_of_error), "{fault}"),
                    _ => panic!("{fault}"),
                }
                assert!(now.is_empty() || now == whole, "{fault}: {:?}", now.keys());
                assert!(must_end(&call, error).is_none_or(|must| ran.status.code() == Some(must)), "{fault}");
                let again = folder.program(words.iter().copied()).output().unwrap();
                let code = if now == whole { 2 } else { 0 };
                assert_eq!(again.status.code(), Some(code), "{fault}: {}", said(&again));
                assert_eq!(folder.shelf(), whole, "{fault}");
                starved += 1;
            }
        }
        println!("{words:?}: starved {starved} times");
        assert!(starved >= 30, "{starved}");
    }
}
