//! The bodies of the fuzz targets over their kept inputs, and over mutations of them that are the same on every run.
//!
//! `cargo fuzz` finds new inputs (docs/fuzzing.md); this holds what it found, with nothing but `cargo test`.
#![allow(clippy::disallowed_methods, reason = "a test reads its inputs")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking, and says on which input")]
#![allow(clippy::print_stdout, reason = "a search says how far it went")]

#[path = "../fuzz/src/lib.rs"]
mod bodies;
#[path = "fuzz_corpus/mutation.rs"]
mod mutation;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use bodies::{Body, TARGETS};
use mutation::Mutation;

/// The inputs of a target: what fuzzing kept, and what it found.
fn inputs(target: &str) -> Vec<PathBuf> {
    let folders = ["corpus", "regressions"].map(|kind| root().join("fuzz").join(kind).join(target));
    let mut files: Vec<PathBuf> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flat_map(|entries| entries.map(|entry| entry.unwrap().path()))
        .collect();
    files.sort();
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a body; an input that it falls over is written to the temporary folder by its name.
fn run(target: &str, body: Body, name: &str, bytes: &[u8]) {
    let fell = catch_unwind(AssertUnwindSafe(|| body(bytes))).is_err();
    if fell {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{target}-{name}"));
        std::fs::write(&file, bytes).unwrap();
        panic!("{target} falls over {name}; the input is in {}", file.display());
    }
}

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

/// How many mutations of its inputs a target is run with: fewer where one takes long.
fn mutations(target: &str) -> u64 {
    let usual = match target {
        "pages" | "workspaces" => 10,
        "yaml" => 30,
        "exports" | "workbooks" | "dates" | "numbers" | "forecasts" => 300,
        _ => 2_000,
    };
    number("FUZZ_MUTATIONS").unwrap_or(usual)
}

fn number(variable: &str) -> Option<u64> {
    std::env::var(variable).ok()?.parse().ok()
}

/// How far a target is searched.
enum Extent {
    /// So many mutations, the same on every run.
    Mutations(u64),
    /// Others on every run, for so long.
    Time(Duration),
}

impl Extent {
    fn of(target: &str) -> Self {
        match number("FUZZ_SECONDS") {
            Some(seconds) => Extent::Time(Duration::from_secs(seconds)),
            None => Extent::Mutations(mutations(target)),
        }
    }

    fn seed(&self) -> u64 {
        match self {
            Extent::Mutations(_) => 7,
            Extent::Time(_) => SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(),
        }
    }
}

fn kept_and_changed(target: &str) {
    let (_, body) = TARGETS.iter().find(|(name, _)| *name == target).unwrap();
    let files = inputs(target);
    let inputs: Vec<Vec<u8>> = files.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(!inputs.is_empty(), "no inputs of {target}");
    for (path, bytes) in files.iter().zip(&inputs) {
        run(target, *body, &name(path), bytes);
    }
    let (extent, began) = (Extent::of(target), Instant::now());
    let mut mutation = Mutation::new((target, extent.seed()), &inputs);
    let mut tried = 0;
    while match extent {
        Extent::Mutations(count) => tried < count,
        Extent::Time(time) => began.elapsed() < time,
    } {
        run(target, *body, &format!("mutation-{tried}"), &mutation.input());
        tried += 1;
    }
    println!("{target}: {} kept inputs, {tried} mutations", inputs.len());
}

macro_rules! targets {
    ($($target:ident)*) => {
        $(#[test]
        fn $target() {
            kept_and_changed(stringify!($target));
        })*

        #[test]
        fn no_target_is_left_out() {
            assert_eq!(TARGETS.map(|(name, _)| name).as_slice(), [$(stringify!($target)),*]);
            for (target, _) in TARGETS {
                assert!(root().join(format!("fuzz/targets/{target}.rs")).is_file(), "{target}");
            }
        }
    };
}

targets! {
    archives charts dates exports forecasts formulas markdown numbers pages paths quantities words workbooks
    workspaces yaml
}
