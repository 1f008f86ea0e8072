//! Two builds of one folder at once.

use crate::folder::{Folder, said};

const ROUNDS: u32 = 15;

#[test]
fn of_builds_at_once_one_publishes_and_the_others_say_so() {
    let folder = Folder::texts();
    let mut counted = [0, 0];
    for round in 0..ROUNDS {
        folder.edition(round);
        let build = || folder.program(["build", "--lang=en", "--quiet", "--today=2026-01-05"]);
        let started: Vec<_> =
            (0..3).map(|_| build().stderr(std::process::Stdio::piped()).spawn().unwrap()).collect();
        let mut done = 0;
        for child in started {
            let ran = child.wait_with_output().unwrap();
            match ran.status.code() {
                Some(0) => done += 1,
                Some(5) => {
                    assert!(String::from_utf8_lossy(&ran.stderr).contains("another run"), "{}", said(&ran));
                }
                _ => panic!("{}", said(&ran)),
            }
        }
        assert!(done > 0);
        counted = [counted[0] + done, counted[1] + 3 - done];
        folder.clean();
        let now = folder.site();
        assert_eq!(folder.builds(), now, "round {round}");
    }
    println!("{counted:?} published, were refused");
}

/// While the lock is held every build is refused, and what stands there is not touched.
#[test]
fn a_build_does_not_wait_for_another() {
    let folder = Folder::texts();
    let old = folder.builds();
    folder.edition(1);
    let lock = std::fs::File::create(folder.path(".public.lock")).unwrap();
    lock.lock().unwrap();
    for _ in 0..5 {
        let ran = folder.program(["build", "--quiet"]).output().unwrap();
        assert_eq!(ran.status.code(), Some(5), "{}", said(&ran));
        assert_eq!(folder.site(), old);
    }
    drop(lock);
    assert_ne!(folder.builds(), old);
}
