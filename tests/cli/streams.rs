//! Output that nobody reads, or that cannot be written.

use std::fs::File;
use std::io::Read;
use std::process::Stdio;

use crate::harness::Test;

#[test]
fn a_broken_pipe_is_a_clean_end() {
    let test = Test::new().args(["completions", "bash"]);
    let mut child = test.command().stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let mut said = String::new();
    child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    assert_eq!((child.wait().unwrap().code(), said.as_str()), (Some(0), ""));
}

#[test]
fn a_full_output_is_a_fault_of_the_disk() {
    let full = || File::options().write(true).open("/dev/full").unwrap();
    let test = Test::new().args(["completions", "bash"]);
    let ended = test.command().stdout(full()).output().unwrap();
    assert_eq!(ended.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("No space left on device"));
    let silent = test.command().stdout(full()).stderr(full()).status().unwrap();
    assert_eq!(silent.code(), Some(3));
}

#[test]
fn results_and_words_go_to_different_streams() {
    Test::workspace().args(["check", "--format", "json"]).stdout("").stderr("no findings\n").code(0);
}
