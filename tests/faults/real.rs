//! Real faults: a disk that is full, a folder that may not be written, limits of the system, streams that are closed.

use std::process::{Command, Output};

use crate::folder::{Folder, one_line, said};

/// Runs a script of a shell in the folder, where the program is `$OPSREPORT`.
fn shell(folder: &Folder, before: &[&str], script: &str) -> Output {
    let words = before.iter().skip(1).copied().chain(["sh", "-euc", script]);
    let words: Vec<&str> = if before.is_empty() { vec!["-euc", script] } else { words.collect() };
    let mut command = folder.command(before.first().unwrap_or(&"sh"), words);
    command.env("OPSREPORT", env!("CARGO_BIN_EXE_opsreport")).output().unwrap()
}

/// How to have a view of the disk of one's own, in which things can be mounted.
const OWN_MOUNTS: &[&str] = &["unshare", "--mount", "--propagation", "private"];

/// Whether something can be mounted here. Where not, the test says why it is left out.
fn mounts() -> bool {
    let words = OWN_MOUNTS.iter().skip(1).chain(&["mount", "-t", "tmpfs", "tmpfs", "/mnt"]);
    let works = Command::new(OWN_MOUNTS[0]).args(words).output().is_ok_and(|ran| ran.status.success());
    if !works {
        println!("left out: nothing may be mounted here");
    }
    works
}

#[test]
fn a_full_disk_leaves_the_old_site() {
    let folder = Folder::texts();
    if !mounts() {
        return;
    }
    std::fs::create_dir(folder.path("disk")).unwrap();
    let script = "
        mount -t tmpfs -o size=400k tmpfs disk
        build() { \"$OPSREPORT\" build --quiet --lang=en --out disk/public --today=2026-01-05; }
        build
        cp -r disk/public old
        dd if=/dev/zero of=disk/filler bs=4k 2>/dev/null || true
        for page in 0 1 2 3 4 5 6 7 8 9; do echo 'Other.' >pages/p$page.md; done
        code=0; build || code=$?
        [ $code -eq 3 ]
        diff -r disk/public old
        [ \"$(ls -A disk | tr '\\n' ' ')\" = 'filler public ' ]
        rm disk/filler
        build
        cd disk/public && sha256sum --quiet -c manifest-sha256.txt
        ! diff -rq . ../../old >/dev/null";
    let ran = shell(&folder, OWN_MOUNTS, script);
    assert!(ran.status.success(), "{}", said(&ran));
    assert!(one_line(&ran).contains("No space left on device"), "{}", said(&ran));
}

#[test]
fn what_may_only_be_read_is_read_and_not_written() {
    let folder = Folder::texts();
    if !mounts() {
        return;
    }
    folder.builds();
    std::fs::create_dir(folder.path("other")).unwrap();
    let script = "
        mount --bind . . && mount -o remount,ro,bind . && cd .
        cd \"$PWD\"
        code=0; \"$OPSREPORT\" build --quiet --lang=en || code=$?
        [ $code -eq 3 ]
        mount -t tmpfs tmpfs other
        \"$OPSREPORT\" build --quiet --out other/public
        [ -e other/public/index.html ]";
    let ran = shell(&folder, OWN_MOUNTS, script);
    assert!(ran.status.success(), "{}", said(&ran));
    assert!(one_line(&ran).contains("Read-only file system"), "{}", said(&ran));
}

/// How to be somebody without rights; nothing where we are somebody like that already.
fn as_nobody(folder: &Folder) -> Option<&'static [&'static str]> {
    let nobody: &[&str] = &["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    let own = shell(folder, &[], "[ $(id -u) -ne 0 ]").status.success();
    if own {
        return Some(&[]);
    }
    let works = shell(folder, nobody, "\"$OPSREPORT\" --version").status.success();
    if !works {
        println!("left out: nobody else may run the program here");
    }
    works.then_some(nobody)
}

#[test]
fn a_lost_permission_is_said_and_changes_nothing() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::texts();
    let old = folder.builds();
    folder.edition(1);
    let Some(nobody) = as_nobody(&folder) else { return };
    let mode = |path: &str, mode: u32| {
        std::fs::set_permissions(folder.path(path), PermissionsExt::from_mode(mode)).unwrap();
    };
    mode(".", 0o555);
    let ran = shell(&folder, nobody, "exec \"$OPSREPORT\" build --quiet --lang=en");
    mode(".", 0o755);
    assert_eq!(ran.status.code(), Some(3), "{}", said(&ran));
    assert!(one_line(&ran).contains("Permission denied"), "{}", said(&ran));
    assert_eq!(folder.site(), old);
    // A page of the workspace that may not be read is no reason to publish without it.
    mode("pages/p1.md", 0o000);
    let ran = shell(&folder, nobody, "exec \"$OPSREPORT\" build --quiet --lang=en");
    mode("pages/p1.md", 0o644);
    assert_eq!(ran.status.code(), Some(3), "{}", said(&ran));
    assert!(said(&ran).contains("pages/p1.md: Permission denied"), "{}", said(&ran));
    assert_eq!(folder.site(), old);
    assert_ne!(folder.builds(), old);
}

/// A folder of archives that may not be read is not one in which there are none.
#[test]
fn archives_that_may_not_be_read_are_not_taken_for_none() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::texts();
    std::fs::create_dir_all(folder.path("backup/2026-q3")).unwrap();
    let Some(nobody) = as_nobody(&folder) else { return };
    let verify = "exec \"$OPSREPORT\" verify backup --lang=en";
    std::fs::set_permissions(folder.path("backup"), PermissionsExt::from_mode(0o000)).unwrap();
    let ran = shell(&folder, nobody, verify);
    std::fs::set_permissions(folder.path("backup"), PermissionsExt::from_mode(0o755)).unwrap();
    assert_eq!(ran.status.code(), Some(3), "{}", said(&ran));
    assert!(one_line(&ran).contains("backup: Permission denied"), "{}", said(&ran));
}

#[test]
fn limits_of_the_system_are_faults_of_the_disk() {
    let folder = Folder::texts();
    let old = folder.builds();
    folder.edition(1);
    for (limit, words) in [("-f 0", "File too large"), ("-n 6", "Too many open files")] {
        let ran =
            shell(&folder, &[], &format!("ulimit {limit}; exec \"$OPSREPORT\" build --quiet --lang=en"));
        assert_eq!(ran.status.code(), Some(3), "{limit}: {}", said(&ran));
        assert!(one_line(&ran).contains(words), "{limit}: {}", said(&ran));
        assert_eq!(folder.site(), old, "{limit}");
        folder.clean();
    }
    assert_ne!(folder.builds(), old);
}

/// Streams that are closed or full: a result that cannot be told is a fault, words that cannot be are none.
#[test]
fn streams_that_cannot_be_written_make_no_panic() {
    let folder = Folder::texts();
    let old = folder.builds();
    for (script, code) in [
        ("exec \"$OPSREPORT\" build >&- 2>&-", 0),
        ("exec \"$OPSREPORT\" build 2>/dev/full", 0),
        ("exec \"$OPSREPORT\" build <&- >&- 2>/dev/full", 0),
        ("exec \"$OPSREPORT\" build --root nowhere 2>/dev/full", 2),
        ("exec \"$OPSREPORT\" table imports --format=json >/dev/full", 3),
        ("exec \"$OPSREPORT\" explain >/dev/full 2>&1", 3),
        ("(\"$OPSREPORT\" explain; echo $? >code) | head -n 1 >/dev/null; exit $(cat code)", 0),
    ] {
        let ran = shell(&folder, &[], script);
        assert_eq!(ran.status.code(), Some(code), "{script}: {}", said(&ran));
        assert!(!said(&ran).contains("panicked"), "{script}: {}", said(&ran));
        std::fs::remove_file(folder.path("code")).ok();
    }
    assert_eq!(folder.site(), old);
}
