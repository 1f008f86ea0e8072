//! Several archives beside each other: their chain, corrections, what differs between them.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::archive::shop;
use crate::harness::{Ran, Test};

/// Archives a period whatever is open.
fn archived(test: Test, (period, day): (&str, &str), more: &[&str]) -> Ran {
    let today = format!("--today={day}");
    let words = ["archive", period, &today, "--open=x", "--provisional=x", "--lang=en", "--quiet"];
    test.words(words.into_iter().chain(more.iter().copied())).code(0)
}

/// Writes the lists of an archive anew, as somebody would who changed a file of it.
fn relist(bag: &Path) {
    let info = fs::read_to_string(bag.join("bag-info.txt")).unwrap();
    let info: String = info.split_inclusive('\n').filter(|line| !line.starts_with("Payload-Oxum")).collect();
    fs::write(bag.join("bag-info.txt"), info).unwrap();
    for (list, files) in [
        ("manifest-sha256.txt", "find data -type f"),
        ("tagmanifest-sha256.txt", "ls bag-info.txt bagit.txt manifest-sha256.txt"),
    ] {
        let sum = format!("{files} | LC_ALL=C sort | xargs sha256sum > new; mv new {list}");
        assert!(Command::new("sh").args(["-c", &sum]).current_dir(bag).status().unwrap().success());
    }
}

fn fill(test: &Test, path: &str, change: impl Fn(String) -> String) {
    let path = test.path(path);
    let text = change(fs::read_to_string(&path).unwrap());
    fs::write(path, text).unwrap();
}

const RESULTS: &str = "results/第 3 季.csv";

#[test]
fn archives_are_one_chain_in_whatever_order_they_are_made() {
    let mut ran = archived(shop("2026-10-31"), ("2026-Q3", "2026-11-20"), &[]);
    for made in [("2026-07", "2026-11-20"), ("2026-08", "2026-11-20"), ("2026-09", "2026-11-10")] {
        ran = archived(ran.then(), made, &[]);
    }
    ran = archived(ran.then(), ("2026-09", "2026-11-10"), &["--again=y"]);
    ran = archived(ran.then(), ("2026-09", "2026-11-05"), &["--again=z"]);
    assert!(ran.exists("archive/2026-09-v3/bagit.txt"));
    ran.then().args(["verify", "--lang=en"]).says("all 6 are whole").code(0);
}
