//! Killed at every call that changes the disk.

use std::collections::BTreeMap;
use std::os::unix::process::ExitStatusExt;

use crate::folder::{Folder, said};
use crate::strace::{self, Call};

const BUILD: &[&str] = &["build", "--quiet", "--today=2026-01-05"];

/// A file system that can neither exchange two folders nor give a file two names.
const PLAIN: &[&str] = &["inject=renameat2:error=EINVAL", "inject=linkat:error=EPERM"];

/// Runs a command that is killed at a call, on a file system of which `missing` tells what it cannot do.
fn killed(folder: &Folder, (words, missing): (&[&str], &[&str]), call: &Call) {
    let own = format!("inject={}:", call.name);
    let mut faults: Vec<String> =
        missing.iter().filter(|what| !what.starts_with(&own)).map(|what| (*what).to_owned()).collect();
    faults.push(format!("{own}signal=KILL:when={}", call.nth));
    let ran = strace::run(folder, words, &faults);
    assert_eq!(ran.status.signal(), Some(9), "{call:?}: {}", said(&ran));
}

/// Kills a build at every call of publishing. Counts what stood there then: the old site, the new one, or the old
/// one beside its place. The next build must find its way from each.
fn sweep(missing: &[&str]) -> BTreeMap<&'static str, usize> {
    let folder = Folder::texts();
    folder.builds();
    folder.edition(1);
    let calls = strace::calls(&folder, (BUILD, missing), ".public.lock");
    let mut old = folder.site();
    let mut found = BTreeMap::new();
    for (edition, call) in (2..).zip(&calls) {
        folder.edition(edition);
        killed(&folder, (BUILD, missing), call);
        let (now, beside) = (folder.site(), folder.tree(".public.old"));
        let new = folder.builds();
        let state = match now {
            now if now == old => "old",
            now if now == new => "new",
            now => {
                assert!(now.is_empty() && beside == old, "{call:?}: {:?}", now.keys());
                "beside"
            }
        };
        *found.entry(state).or_default() += 1;
        old = new;
    }
    println!("killed {} times: {found:?}", calls.len());
    found
}

#[test]
fn a_build_killed_anywhere_leaves_the_old_site_or_the_new_one() {
    if strace::works() {
        let found = sweep(&[]);
        assert!(found["old"] >= 40 && found["new"] >= 10, "{found:?}");
        assert_eq!(found.get("beside"), None, "there is no moment without a site");
    }
}

/// Between its two steps the old site lies beside its place; the next build finds it.
#[test]
fn without_an_exchange_no_site_is_lost_either() {
    if strace::works() {
        let found = sweep(PLAIN);
        assert!(found["old"] >= 40 && found["new"] >= 10 && found["beside"] >= 1, "{found:?}");
    }
}

#[test]
fn a_first_build_killed_anywhere_leaves_no_site_or_the_whole_one() {
    if !strace::works() {
        return;
    }
    let folder = Folder::texts();
    let calls = strace::calls(&folder, (BUILD, &[]), ".public.lock");
    let whole = folder.site();
    for call in &calls {
        std::fs::remove_dir_all(folder.path("public")).unwrap();
        killed(&folder, (BUILD, &[]), call);
        let now = folder.site();
        assert!(now.is_empty() || now == whole, "{call:?}: {:?}", now.keys());
        assert_eq!(folder.builds(), whole);
    }
    println!("killed {} times", calls.len());
    assert!(calls.len() >= 20);
}

/// A command that writes one file: its words, the file, whether it may be said a second time, and whether the file
/// was there before.
struct Single {
    words: &'static [&'static str],
    file: &'static str,
    again: i32,
}

const SINGLES: &[Single] = &[
    Single {
        words: &["import", "--into", ".", "--period=2026-01", "--marketplace=US", "loose.csv"],
        file: "results/daily/loose.csv",
        again: 0,
    },
    Single {
        words: &["plan", "freeze", "--id=2026-v1", "--by=lin", "--reason=agreed", "--today=2026-01-05"],
        file: "plans/2026-v1.yaml",
        again: 2,
    },
    Single {
        words: &["forecast", "--issue", "--today=2026-01-01"],
        file: "forecasts/issued/2026-01-01.csv",
        again: 2,
    },
    Single {
        words: &["plan", "season", "--goal=G", "--write", "--today=2026-01-05"],
        file: "company.yaml",
        again: 2,
    },
];

/// A file is not there, as it was, or whole; said again, the command does what is left to do.
#[test]
fn a_single_file_is_whole_or_as_it_was() {
    for single in SINGLES.iter().filter(|_| strace::works()) {
        let folder = Folder::shop();
        let old = folder.read(single.file);
        let calls = strace::calls(&folder, (single.words, &[]), ".part");
        let whole = folder.read(single.file);
        assert!(whole.is_some() && whole != old, "{:?}", single.words);
        for call in &calls {
            match &old {
                Some(bytes) => std::fs::write(folder.path(single.file), bytes).unwrap(),
                None => std::fs::remove_file(folder.path(single.file)).unwrap(),
            }
            killed(&folder, (single.words, &[]), call);
            let now = folder.read(single.file);
            assert!(now == old || now == whole, "{call:?}");
            let ran = folder.program(single.words.iter().copied()).output().unwrap();
            let code = if now == whole { single.again } else { 0 };
            assert_eq!(ran.status.code(), Some(code), "{call:?}: {}", said(&ran));
            assert_eq!(folder.read(single.file), whole, "{call:?}");
            folder.clean();
        }
        println!("{}: killed {} times", single.file, calls.len());
        assert!(calls.len() >= 4, "{calls:?}");
    }
}

/// So many calls of each name at most, from the first to the last of them: one file is written like the next.
fn spread(calls: &[Call], most: usize) -> Vec<&Call> {
    let mut named: BTreeMap<&str, Vec<&Call>> = BTreeMap::new();
    for call in calls {
        named.entry(&call.name).or_default().push(call);
    }
    let some = |alike: Vec<_>| {
        let last = alike.len() - 1;
        let step = last.div_ceil(most - 1).max(1);
        let chosen = (0..alike.len()).filter(move |at| at % step == 0 || *at == last);
        chosen.map(move |at| alike[at])
    };
    named.into_values().flat_map(some).collect()
}

/// An archive is not there or whole, and never without its companion; said again, the command does what is left to do.
fn archive_sweep(more: &[&str]) {
    let (folder, words) = Folder::closed();
    let words: Vec<&str> = words.iter().chain(more).copied().collect();
    let calls = strace::calls(&folder, (&words, &[]), ".lock");
    let whole = folder.shelf();
    assert!(!whole.is_empty());
    let chosen = spread(&calls, 16);
    for call in &chosen {
        std::fs::remove_dir_all(folder.path("archive")).unwrap();
        killed(&folder, (&words, &[]), call);
        let now = folder.shelf();
        assert!(now.is_empty() || now == whole, "{call:?}: {:?}", now.keys());
        let ran = folder.program(words.iter().copied()).output().unwrap();
        assert_eq!(ran.status.code(), Some(if now == whole { 2 } else { 0 }), "{call:?}: {}", said(&ran));
        assert_eq!(folder.shelf(), whole, "{call:?}");
        if now.is_empty() {
            folder.clean();
        }
    }
    println!("{words:?}: killed {} times of {}", chosen.len(), calls.len());
    assert!(chosen.len() >= 30, "{chosen:?}");
}

#[test]
fn an_archive_killed_anywhere_is_whole_or_not_there() {
    if strace::works() {
        archive_sweep(&[]);
    }
}

#[test]
fn a_packed_archive_killed_anywhere_is_whole_or_not_there() {
    if strace::works() {
        archive_sweep(&["--zip"]);
    }
}
