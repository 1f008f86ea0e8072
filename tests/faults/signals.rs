//! Ctrl-C and SIGTERM: the program ends soon, the old site stays, nothing is left beside it.

use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use crate::folder::{Folder, said};
use crate::strace;

const BUILD: &[&str] = &["build", "--lang=en", "--quiet", "--today=2026-01-05"];

/// How many moments of a build are tried.
const ROUNDS: u32 = 24;

/// The signal, its name and the code a program ends with that it stopped.
const SIGNALS: &[(&str, i32)] = &[("INT", 130), ("TERM", 143)];

fn send(signal: &str, pid: u32) {
    let sent = Command::new("kill").args([format!("-{signal}"), pid.to_string()]).status().unwrap();
    assert!(sent.success());
}

/// The program that strace started.
fn below(strace: &Child) -> u32 {
    let id = strace.id();
    let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children")).unwrap();
    children.split_whitespace().next().unwrap().parse().unwrap()
}

/// Waits until the program is at work in its staging folder; every file takes it a while.
fn staging(folder: &Folder) {
    wait_for(folder, ".public.staging/index.html");
}

fn wait_for(folder: &Folder, path: &str) {
    for _ in 0..6000 {
        if folder.path(path).exists() {
            return;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    panic!("there is no {path}");
}

/// Runs a command slowed down by strace, and sends it a signal as soon as a path is there.
fn stopped(folder: &Folder, (words, slow): (&[&str], &str), (path, signal): (&str, &str)) -> Output {
    let program = env!("CARGO_BIN_EXE_opsreport");
    let slow = ["-f", "-qq", "-o", "/dev/null", "-e", slow, "--", program];
    let mut command = folder.command("strace", slow.iter().chain(words));
    let child = command.stderr(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    wait_for(folder, path);
    send(signal, below(&child));
    child.wait_with_output().unwrap()
}

const STOPPED: &str = "error: stopped; nothing is left half-written, and what stood there is as it was\n";

#[test]
fn stopped_while_it_writes_a_build_takes_back_what_it_wrote() {
    for (signal, code) in SIGNALS.iter().filter(|_| strace::works()) {
        let folder = Folder::texts();
        let old = folder.builds();
        folder.edition(1);
        let slow = "inject=linkat,write:delay_enter=60000";
        let ran = stopped(&folder, (BUILD, slow), (".public.staging/index.html", signal));
        assert_eq!(ran.status.code(), Some(*code), "{}", said(&ran));
        assert_eq!(String::from_utf8_lossy(&ran.stderr), STOPPED);
        assert_eq!(folder.site(), old);
        folder.clean();
        assert_ne!(folder.builds(), old);
    }
}

/// Wherever the signal comes, there is one of the two sites, and nothing beside it.
#[test]
fn stopped_at_any_time_a_build_leaves_one_whole_site() {
    let folder = Folder::texts();
    let started = Instant::now();
    let mut old = folder.builds();
    let took = started.elapsed();
    let mut counted = [0, 0];
    for round in 1..=ROUNDS {
        let (signal, code) = SIGNALS[round as usize % 2];
        folder.edition(round);
        let mut child = folder.program(BUILD.iter().copied()).stderr(Stdio::null()).spawn().unwrap();
        // From the first instant, when no signal is watched yet, to when all is over.
        std::thread::sleep(took * round * 3 / (ROUNDS * 2));
        send(signal, child.id());
        let ended = child.wait().unwrap();
        let now = folder.site();
        let stopped =
            ended.code() == Some(code) || std::os::unix::process::ExitStatusExt::signal(&ended).is_some();
        assert!(stopped || ended.code() == Some(0), "{ended}");
        folder.clean();
        let new = folder.builds();
        assert!(now == old && stopped || now == new && !stopped, "round {round}: {ended}");
        counted[usize::from(stopped)] += 1;
        old = new;
    }
    println!("{counted:?} went on, were stopped");
}

#[test]
fn a_second_signal_ends_the_program_where_it_is() {
    if !strace::works() {
        return;
    }
    let folder = Folder::texts();
    let old = folder.builds();
    folder.edition(1);
    let program = env!("CARGO_BIN_EXE_opsreport");
    let stuck = ["-f", "-qq", "-o", "/dev/null", "-e", "inject=syncfs:delay_enter=4000000", "--", program];
    let mut child = folder.command("strace", stuck.iter().chain(BUILD)).spawn().unwrap();
    staging(&folder);
    let pid = below(&child);
    for _ in 0..2 {
        std::thread::sleep(Duration::from_millis(300));
        send("INT", pid);
    }
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert_eq!(folder.site(), old);
    assert_ne!(folder.builds(), old);
}

#[test]
fn stopped_while_it_writes_an_archive_is_not_there() {
    for (signal, code) in SIGNALS.iter().filter(|_| strace::works()) {
        for (more, part) in [(None, "/bagit.txt"), (Some("--zip"), "")] {
            let (folder, words) = Folder::closed();
            let words: Vec<&str> = words.iter().copied().chain(more).collect();
            let name = if more.is_some() { "2025-11.zip" } else { "2025-11" };
            let part = format!("archive/.{name}.part{part}");
            let ran = stopped(&folder, (&words, "inject=write:delay_enter=60000"), (&part, signal));
            assert_eq!(ran.status.code(), Some(*code), "{}", said(&ran));
            assert_eq!(String::from_utf8_lossy(&ran.stderr), STOPPED);
            assert!(folder.tree("archive").is_empty());
            folder.clean();
            let ran = folder.program(words).output().unwrap();
            assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
        }
    }
}

/// Once it has its name, it is too late to stop: what belongs to it comes too, and the run ends well.
#[test]
fn what_belongs_together_is_not_torn_apart() {
    let late = "inject=renameat2:delay_exit=1500000";
    if !strace::works() {
        return;
    }
    let folder = Folder::texts();
    folder.builds();
    folder.edition(1);
    let words: Vec<&str> = BUILD.iter().copied().chain(["--changes=changes.txt"]).collect();
    let ran = stopped(&folder, (&words, late), ("public/pages/only1.html", "INT"));
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    let changes = String::from_utf8(folder.read("changes.txt").unwrap()).unwrap();
    assert!(changes.contains("D\tpages/only0.html\n"), "{changes}");
    folder.clean();
    let (folder, words) = Folder::closed();
    let made =
        folder.command("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-C", "lin", "-f", "key"]).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("left out: there is no ssh-keygen");
        return;
    }
    let words: Vec<&str> = words.iter().copied().chain(["--sign=key"]).collect();
    let ran = stopped(&folder, (&words, late), ("archive/2025-11/bagit.txt", "INT"));
    assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
    assert!(folder.read("archive/2025-11.sig").is_some());
    folder.clean();
}
