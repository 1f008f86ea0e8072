//! A small sound workspace, runs of the program in it with bounded memory, and a look at what else changed on the disk.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use tempfile::TempDir;

pub(crate) const CONFIG: &str =
    "site: {title: Shop, languages: [en]}\ncurrency: USD\nsources: [{path: results/*}]\n";
pub(crate) const HEADER: &str = "date,marketplace,sku,units,sales\n";
const SOUND: [(&str, &str); 5] = [
    ("opsreport.yaml", CONFIG),
    ("company.yaml", include_str!("../fixtures/shop/company.yaml")),
    ("products.yaml", include_str!("../fixtures/shop/products.yaml")),
    ("marketplaces.yaml", include_str!("../fixtures/shop/marketplaces.yaml")),
    ("results/october.csv", include_str!("../fixtures/shop/october.csv")),
];

/// More than any run below needs in a debug build, and less than what the attacks are about, in KiB of addresses.
const MEMORY: u64 = 1_500_000;
/// A run that hangs is none that is slow: machines that build at the same time are.
const PATIENCE: Duration = Duration::from_secs(180);

/// A folder `shop` with the workspace, in a folder in which nothing else may change.
pub(crate) struct Shop {
    around: TempDir,
}

/// How a run ended, and all that it said.
pub(crate) struct Ran {
    pub(crate) shop: Shop,
    pub(crate) code: Option<i32>,
    pub(crate) said: String,
}

impl Shop {
    pub(crate) fn new() -> Self {
        let shop = Shop { around: tempfile::tempdir().unwrap() };
        SOUND.iter().fold(shop, |shop, (path, text)| shop.file(path, text))
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.around.path().join("shop").join(path)
    }

    pub(crate) fn file(self, path: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
        self
    }

    /// What is not a file that can be written: a link, a pipe.
    pub(crate) fn with(self, make: impl FnOnce(&Path)) -> Self {
        make(&self.path(""));
        self
    }

    /// Results with rows below the usual header.
    pub(crate) fn rows(self, rows: &str) -> Self {
        self.file("results/october.csv", format!("{HEADER}{rows}"))
    }

    pub(crate) fn check(self) -> Ran {
        self.run(&["check", "--today", "2026-11-22"])
    }

    pub(crate) fn build(self) -> Ran {
        self.run(&["build", "--today", "2026-11-22"])
    }

    /// Runs the program, and sees that nothing changed but the folder `public` of the workspace.
    pub(crate) fn run(self, args: &[&str]) -> Ran {
        let before = snapshot(self.around.path());
        let (code, said) = limited(&self.path(""), args);
        assert!(!said.contains("panicked"), "{said}");
        assert_eq!(snapshot(self.around.path()), before, "files outside of the output folder\n{said}");
        Ran { shop: self, code, said }
    }
}

impl Ran {
    /// It was refused, with this in what was said.
    pub(crate) fn refused(self, says: &str) -> Self {
        assert_eq!(self.code, Some(1), "{says}\n{}", self.said);
        assert!(!self.shop.path("public").exists(), "a site was written\n{}", self.said);
        self.says(says)
    }

    /// It was done, and this was said.
    pub(crate) fn done(self, says: &str) -> Self {
        assert_eq!(self.code, Some(0), "{says}\n{}", self.said);
        self.says(says)
    }

    fn says(self, text: &str) -> Self {
        assert!(self.said.contains(text), "lacks: {text}\n{}", self.said);
        self
    }

    /// The files of the site, by path, with their text.
    pub(crate) fn site(&self) -> BTreeMap<String, String> {
        tree(&self.shop.path("public"))
    }
}

/// The files below a folder, by path, with their text.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, String> {
    let files = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (name, String::from_utf8(std::fs::read(entry.path()).unwrap()).unwrap())
    });
    named.collect()
}

/// All paths outside of the site, with the kind, size and time of what is there.
fn snapshot(folder: &Path) -> Vec<String> {
    let walk = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let outside = walk.filter_entry(|entry| !entry.file_name().to_str().is_some_and(is_output));
    let line = |entry: walkdir::DirEntry| {
        let meta = entry.path().symlink_metadata().unwrap();
        let time = meta.is_file().then(|| (meta.len(), meta.modified().unwrap()));
        format!("{} {:?} {time:?}", entry.path().display(), meta.file_type())
    };
    outside.map(Result::unwrap).map(line).collect()
}

/// The site, and the lock beside the folder of a site.
fn is_output(name: &str) -> bool {
    name == "public" || (name.starts_with('.') && name.ends_with(".lock"))
}

/// The program under a limit of its memory: how it ended, and what it said.
pub(crate) fn limited(folder: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new("/bin/sh");
    let limit = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\" 2>&1");
    command.args(["-c", &limit, env!("CARGO_BIN_EXE_opsreport")]).args(args);
    command.current_dir(folder).env_clear().env("HOME", folder.parent().unwrap());
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut out, &mut text).map(|_| text)
    });
    let code = patiently(&mut child);
    (code, String::from_utf8_lossy(&reader.join().unwrap().unwrap()).into_owned())
}

fn patiently(child: &mut Child) -> Option<i32> {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.code();
        }
        if start.elapsed() > PATIENCE {
            child.kill().unwrap();
            panic!("the program hangs");
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}
