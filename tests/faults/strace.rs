//! Running the program under strace: which calls change the disk, and what happens when one of them fails.

use std::collections::BTreeMap;
use std::process::{Command, Output};

use crate::folder::Folder;

/// The calls by which files come, change and go. Those after a question mark are not of every machine.
const CALLS: &str = "?open,openat,write,pwrite64,copy_file_range,sendfile,ftruncate,fsync,fdatasync,syncfs,\
                     ?mkdir,mkdirat,?link,linkat,?rename,?renameat,renameat2,?unlink,unlinkat,?rmdir,flock";

/// One call of the main thread: the n-th of its name, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Call {
    pub(crate) name: String,
    pub(crate) nth: usize,
}

/// Whether strace works here. It has to where CI says so; elsewhere a test that needs it says why it is left out.
pub(crate) fn works() -> bool {
    let works = Command::new("strace").args(["-f", "-o", "/dev/null", "true"]).output();
    let works = works.is_ok_and(|ran| ran.status.success());
    assert!(works || std::env::var_os("CI").is_none(), "CI needs strace, and the right to use it");
    if !works {
        println!("left out: strace is not there, or may not trace");
    }
    works
}

/// The calls of a command by which it changes the disk: those of its main thread from the first that has `mark` on.
/// The command must end well.
pub(crate) fn calls(folder: &Folder, (words, injected): (&[&str], &[&str]), mark: &str) -> Vec<Call> {
    let trace = format!("trace={CALLS}");
    let mut options = vec!["-f", "-qq", "-e", &trace, "-o", "trace.log"];
    options.extend(injected.iter().flat_map(|what| ["-e", *what]));
    let ran = traced(folder, &options, words);
    assert!(ran.status.success(), "{}", crate::folder::said(&ran));
    let log = String::from_utf8(folder.read("trace.log").unwrap()).unwrap();
    std::fs::remove_file(folder.path("trace.log")).unwrap();
    let main = log.split(' ').next().unwrap().to_owned();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for line in log.lines().filter_map(|line| line.strip_prefix(&*main)) {
        let Some((name, _)) = line.trim_start().split_once('(') else { continue };
        let nth = count.entry(name).or_default();
        *nth += 1;
        if !found.is_empty() || line.contains(mark) {
            found.push(Call { name: name.to_owned(), nth: *nth });
        }
    }
    found
}

/// Runs a command with faults injected; `injected` is what strace calls so, such as
/// `inject=write:error=EIO:when=3`.
pub(crate) fn run(folder: &Folder, words: &[&str], injected: &[String]) -> Output {
    let trace = format!("trace={CALLS}");
    let mut options = vec!["-f", "-qq", "-e", &trace, "-o", "/dev/null"];
    options.extend(injected.iter().flat_map(|what| ["-e", what.as_str()]));
    traced(folder, &options, words)
}

fn traced(folder: &Folder, options: &[&str], words: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_opsreport");
    let words = options.iter().chain([&"--", &program]).chain(words);
    folder.command("strace", words).output().unwrap()
}
