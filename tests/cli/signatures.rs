//! Archives that are signed, and whose signatures count: `opsreport archive --sign`, `opsreport verify --signers`.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use opsreport::bag::Hash;

use crate::archive::{ARCHIVE, shop};
use crate::harness::{Ran, Test};

/// Whether there are keys to be had here. They have to be where CI says so; elsewhere a test says why it is left out.
fn has_keys() -> bool {
    let found = Command::new("ssh-keygen").arg("-?").stderr(Stdio::null()).status().is_ok();
    assert!(found || std::env::var_os("CI").is_none(), "CI needs ssh-keygen");
    if !found {
        println!("left out: ssh-keygen is not there");
    }
    found
}

/// Makes a key in the folder of a test, and gives its public half.
fn key(folder: &Path, name: &str) -> String {
    let mut made = Command::new("ssh-keygen");
    made.args(["-q", "-t", "ed25519", "-N", "", "-C", name, "-f"]).arg(folder.join(name));
    assert!(made.status().unwrap().success());
    fs::read_to_string(folder.join(format!("{name}.pub"))).unwrap()
}

/// A folder with a signed archive, and the lists of those who may sign: `lin` did, `wu` did not.
fn signed(more: &[&str]) -> Ran {
    let test = shop("2026-10-31");
    let [lin, wu] = ["lin", "wu"].map(|name| key(&test.path("."), name));
    let test = test
        .file("signers", &format!("lin@shop.example {lin}"))
        .file("others", &format!("wu@shop.example {wu}"))
        .file("post", &format!("lin@shop.example namespaces=\"file\" {lin}"));
    run(test.words([&ARCHIVE[..], &["--sign", "lin"], more].concat()).says("signed it"), 0)
}

/// Runs with the programs of this machine.
fn run(test: Test, code: i32) -> Ran {
    test.env("PATH", &std::env::var("PATH").unwrap()).code(code)
}

fn verified(ran: Ran, signers: &str, code: i32) -> Ran {
    run(ran.then().args(["verify", "archive", "--lang=en", "--signers", signers]), code)
}

#[test]
fn a_signature_is_put_beside_it() {
    if !has_keys() {
        return;
    }
    let ran = signed(&[]);
    let mut check = Command::new("ssh-keygen");
    check.args(["-Y", "verify", "-n", "opsreport", "-I", "lin@shop.example", "-f", "signers"]);
    check.args(["-s", "archive/2026-09.sig"]).current_dir(ran.path("."));
    check.stdin(fs::File::open(ran.path("archive/2026-09/tagmanifest-sha256.txt")).unwrap());
    assert!(check.stdout(Stdio::null()).status().unwrap().success());
    let again = ["archive", "2026-08", "--open=x", "--today=2026-11-20", "--lang=en", "--sign", "none"];
    let ran = run(ran.then().args(again).says("cannot sign with none"), 3);
    assert!(!ran.path("archive/2026-08").exists());
}

#[test]
fn the_signature_of_one_who_may_sign_counts() {
    if !has_keys() {
        return;
    }
    for more in [&[][..], &["--zip"]] {
        let ran = verified(signed(more), "signers", 0);
        assert!(ran.out.contains("\n  signed by lin@shop.example\n"), "{}", ran.out);
        let asked = ["verify", "archive", "--format=json", "--signers=signers"];
        let record: serde_json::Value = serde_json::from_str(&run(ran.then().args(asked), 0).out).unwrap();
        assert_eq!(record["signer"], "lin@shop.example");
    }
}

#[test]
fn the_signature_of_anyone_else_is_refused() {
    if !has_keys() {
        return;
    }
    // Another key; the right key, where it may sign other things only.
    for signers in ["others", "post"] {
        let ran = verified(signed(&[]), signers, 4);
        assert!(ran.out.contains("NOT as it was archived\n  signature refused: "), "{}", ran.out);
        assert!(!ran.out.contains("signed by"), "{}", ran.out);
    }
}

/// A signature of the right key, made for something else than archives.
#[test]
fn a_signature_for_something_else_is_refused() {
    if !has_keys() {
        return;
    }
    let ran = signed(&[]);
    let list = fs::File::open(ran.path("archive/2026-09/tagmanifest-sha256.txt")).unwrap();
    let mut sign = Command::new("ssh-keygen");
    sign.args(["-q", "-Y", "sign", "-n", "file", "-f", "lin"]).current_dir(ran.path(".")).stdin(list);
    fs::write(ran.path("archive/2026-09.sig"), sign.output().unwrap().stdout).unwrap();
    assert!(verified(ran, "signers", 4).out.contains("signature refused: "));
}

/// Who changes an archive and all of its lists, so that it proves itself, cannot sign it.
#[test]
fn an_archive_that_was_written_anew_has_no_signature() {
    if !has_keys() {
        return;
    }
    let ran = signed(&[]);
    let forge = |path: &str, list: &str, text: String| {
        let old = fs::read_to_string(ran.path(&format!("archive/2026-09/{path}"))).unwrap();
        let lines = fs::read_to_string(ran.path(&format!("archive/2026-09/{list}"))).unwrap();
        let [was, is] = [&old, &text].map(|text| Hash::of(text.as_bytes()).to_string());
        assert!(lines.contains(&was));
        fs::write(ran.path(&format!("archive/2026-09/{path}")), text).unwrap();
        lines.replace(&was, &is)
    };
    let info = ran.text("archive/2026-09/bag-info.txt").replace("2026-11-20", "2026-11-19");
    let list = forge("bag-info.txt", "tagmanifest-sha256.txt", info);
    fs::write(ran.path("archive/2026-09/tagmanifest-sha256.txt"), list).unwrap();
    let ran = run(ran.then().args(["verify", "archive"]), 0);
    assert!(verified(ran, "signers", 4).out.contains("signature refused: "));
}

#[test]
fn an_archive_without_a_signature_is_told() {
    if !has_keys() {
        return;
    }
    let ran = signed(&[]);
    fs::remove_file(ran.path("archive/2026-09.sig")).unwrap();
    let ran = verified(ran, "signers", 4);
    assert!(ran.out.contains("  not signed: there is no signature beside it\n"), "{}", ran.out);
}

#[test]
fn without_a_program_that_checks_signatures_the_command_fails() {
    if !has_keys() {
        return;
    }
    let test = signed(&[]).then().args(["verify", "archive", "--lang=en", "--signers=signers"]);
    test.env("PATH", "/nowhere").says("cannot run ssh-keygen").code(3);
}
