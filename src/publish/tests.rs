//! Publishing: what is replaced, what is refused, what survives.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;

use rustix::io::Errno;
use tempfile::TempDir;

use super::*;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Place { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn publish(&self, files: &[(&str, &str)]) -> Result<Difference, PublishError> {
        publish(&bundle(files), &self.path("public"), &self.path("content"), &Stop::default())
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(self.folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }
}

fn bundle(files: &[(&str, &str)]) -> Bundle {
    let mut bundle = Bundle::default();
    for (path, text) in files {
        bundle.insert(*path, *text);
    }
    bundle
}

fn refusal(result: Result<Difference, PublishError>) -> Refusal {
    match result {
        Err(PublishError::Refused(_, why)) => why,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn a_site_is_replaced_whole_and_the_difference_is_told() {
    let place = Place::new();
    let first = place.publish(&[("index.html", "a"), ("p/one.html", "b"), ("p/two.html", "c")]).unwrap();
    assert_eq!(changes(&first), "A\tindex.html\nA\tp/one.html\nA\tp/two.html\nM\tmanifest-sha256.txt\n");
    let second = place.publish(&[("index.html", "a"), ("p/one.html", "B"), ("q.html", "d")]).unwrap();
    assert_eq!(changes(&second), "M\tp/one.html\nA\tq.html\nM\tmanifest-sha256.txt\nD\tp/two.html\n");
    assert_eq!(place.text("public/p/one.html"), "B");
    assert!(!place.path("public/p/two.html").exists());
    assert_eq!(place.names(), ["content", "public"]);
}

#[test]
fn the_manifest_is_what_sha256sum_reads() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    let line = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  index.html\n";
    assert_eq!(place.text("public/manifest-sha256.txt"), line);
}

#[test]
fn what_did_not_change_is_the_same_file() {
    let place = Place::new();
    let inode = |name: &str| fs::metadata(place.path(name)).unwrap().ino();
    place.publish(&[("same.html", "a"), ("other.html", "b")]).unwrap();
    let before = inode("public/same.html");
    place.publish(&[("same.html", "a"), ("other.html", "c")]).unwrap();
    assert_eq!(inode("public/same.html"), before);
}

#[test]
fn a_file_altered_on_disk_is_mended() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    fs::write(place.path("public/index.html"), "x").unwrap();
    let mended = place.publish(&[("index.html", "a")]).unwrap();
    assert_eq!(place.text("public/index.html"), "a");
    assert_eq!(mended.changed, ["index.html"], "who copies the site is told");
}

#[test]
fn asked_to_stop_the_old_site_stays_and_nothing_else() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    let target = Target::new(&place.path("public"), &place.path("content")).unwrap();
    let stop = Stop::default();
    let stopped = stop.during(|| {
        stop.ask(2, || panic!("nothing is cut off"));
        publish_by(&bundle(&[("index.html", "b")]), &target, (swap::exchange, &stop))
    });
    assert!(matches!(stopped, Err(PublishError::Stopped(2))));
    assert_eq!(place.text("public/index.html"), "a");
    assert_eq!(place.names(), ["content", "public"]);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let place = Place::new();
    fs::create_dir(place.path("public")).unwrap();
    fs::write(place.path("public/thesis.doc"), "years of work").unwrap();
    assert_eq!(refusal(place.publish(&[("index.html", "a")])), Refusal::Foreign);
    assert_eq!(place.text("public/thesis.doc"), "years of work");
    assert_eq!(place.names(), ["content", "public"]);
}

#[test]
fn an_empty_folder_is_taken() {
    let place = Place::new();
    fs::create_dir(place.path("public")).unwrap();
    place.publish(&[("index.html", "a")]).unwrap();
    assert_eq!(place.text("public/index.html"), "a");
}

#[test]
fn folders_that_are_no_place_for_a_site_are_refused() {
    let place = Place::new();
    let root = place.path("content");
    fs::write(place.path("file"), "").unwrap();
    std::os::unix::fs::symlink(place.path("gone"), place.path("link")).unwrap();
    let home = std::env::home_dir().unwrap();
    let cases = [
        (root.clone(), Refusal::Workspace),
        (place.path("content/../content/."), Refusal::Workspace),
        (place.path(""), Refusal::Workspace),
        (PathBuf::from("/"), Refusal::Home),
        (home, Refusal::Home),
        (place.path("file"), Refusal::File),
        (place.path("link"), Refusal::Nowhere),
        (place.path("link/public"), Refusal::Nowhere),
    ];
    for (out, why) in cases {
        assert_eq!(
            refusal(publish(&bundle(&[("index.html", "a")]), &out, &root, &Stop::default())),
            why,
            "{}",
            out.display()
        );
    }
}

#[test]
fn a_link_to_the_workspace_is_the_workspace() {
    let place = Place::new();
    std::os::unix::fs::symlink(place.path("content"), place.path("public")).unwrap();
    assert_eq!(refusal(place.publish(&[("index.html", "a")])), Refusal::Workspace);
}

#[test]
fn paths_that_leave_the_site_are_refused() {
    let place = Place::new();
    for path in ["../x", "a/../../x", "/etc/x", "a//b", "A.html", "冷泡壺.html", "", "manifest-sha256.txt"]
    {
        assert_eq!(refusal(place.publish(&[(path, "a")])), Refusal::Path, "{path}");
    }
}

#[test]
fn a_second_build_does_not_wait() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    let lock = lock::Lock::hold(&place.path(".public.lock")).unwrap();
    assert!(matches!(place.publish(&[("index.html", "b")]), Err(PublishError::Busy(_))));
    assert_eq!(place.text("public/index.html"), "a");
    drop(lock);
    place.publish(&[("index.html", "b")]).unwrap();
}

#[test]
fn leftovers_of_a_killed_build_are_cleared() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    fs::create_dir(place.path(".public.staging")).unwrap();
    fs::write(place.path(".public.staging/half.html"), "ha").unwrap();
    place.publish(&[("index.html", "b")]).unwrap();
    assert!(!place.path("public/half.html").exists());
    assert_eq!(place.names(), ["content", "public"]);
}

#[test]
fn without_an_exchange_two_steps_do() {
    let place = Place::new();
    let target = Target::new(&place.path("public"), &place.path("content")).unwrap();
    for text in ["a", "b"] {
        let none: swap::Swap = |_, _| Err(Errno::INVAL);
        publish_by(&bundle(&[("index.html", text)]), &target, (none, &Stop::default())).unwrap();
        assert_eq!(place.text("public/index.html"), text);
    }
    assert_eq!(place.names(), ["content", "public"]);
}

#[test]
fn killed_between_the_two_steps_the_old_site_comes_back() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    fs::rename(place.path("public"), place.path(".public.old")).unwrap();
    let target = Target::new(&place.path("public"), &place.path("content")).unwrap();
    swap::recover(&target).unwrap();
    assert_eq!(place.text("public/index.html"), "a");
}

#[test]
fn a_refused_exchange_leaves_the_old_site() {
    let place = Place::new();
    place.publish(&[("index.html", "a")]).unwrap();
    let target = Target::new(&place.path("public"), &place.path("content")).unwrap();
    let busy: swap::Swap = |_, _| Err(Errno::BUSY);
    let failed = publish_by(&bundle(&[("index.html", "b")]), &target, (busy, &Stop::default()));
    assert!(matches!(failed, Err(PublishError::Disk(..))));
    assert_eq!(place.text("public/index.html"), "a");
    assert_eq!(place.names(), ["content", "public"]);
}
