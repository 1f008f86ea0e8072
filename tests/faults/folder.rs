//! A folder with a small workspace, what is published from it, and whether that is whole.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;
use walkdir::WalkDir;

/// Path → bytes.
pub(crate) type Tree = BTreeMap<String, Vec<u8>>;

/// How many pages a site of texts has whose bytes differ in every edition.
const PAGES: u32 = 10;

/// A workspace in a folder of its own.
pub(crate) struct Folder(TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Readable to a user who may not write.
        std::fs::set_permissions(folder.path(), PermissionsExt::from_mode(0o755)).unwrap();
        Folder(folder)
    }

    /// A site of texts, in its first edition.
    pub(crate) fn texts() -> Self {
        let folder = Folder::new();
        folder.write("opsreport.yaml", "schema: opsreport/1\nsite: {title: Test, languages: [en]}\n");
        folder.edition(0);
        folder
    }

    /// Writes an edition of the texts: pages that differ, and one page that only this edition has.
    pub(crate) fn edition(&self, number: u32) {
        for page in 0..PAGES {
            self.write(&format!("pages/p{page}.md"), &format!("Edition {number:05} of page {page}.\n"));
        }
        std::fs::remove_file(self.path(&format!("pages/only{}.md", (number + 1) % 2))).ok();
        self.write(&format!("pages/only{}.md", number % 2), "Once.\n");
    }

    /// A shop with a plan that can be frozen, months that can be proposed, and figures that can be forecast.
    pub(crate) fn shop() -> Self {
        let folder = Folder::new();
        let months = (2024..=2025).flat_map(|year| (1..=12).map(move |month| (year, month)));
        let rows = months.map(|(year, month)| {
            format!("{year}-{month:02}-01,US,M,{}\n{year}-{month:02}-28,US,M,0\n", 100 + month)
        });
        let sales = rows.collect::<String>();
        for (path, text) in [
            (
                "opsreport.yaml",
                "title: Shop\nlanguages: [en]\ncurrency: USD\nsources:\n- {path: sales.csv}\n- {path: \"results/daily/*.csv\", kind: canonical}\nforecast: {horizon: 3}\n",
            ),
            ("products.yaml", "products: [{id: mug, skus: [{sku: M}]}]\n"),
            ("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n"),
            ("departments.yaml", "people: [{id: lin, name: Lin}]\n"),
            (
                "company.yaml",
                "company: {id: x, name: X, reporting_currency: USD}\ngoals: [{id: G, metric: sales, year: 2026, target: 1200.00 USD, owner: lin}]\nallocation:\n- goal: G\n  product: {mug: 1}\n  marketplace: {default: {US: 1}}\n  month: from-history\n",
            ),
            ("sales.csv", &format!("date,marketplace,sku,sales\n{sales}2025-12-31,US,M,0\n")),
            ("loose.csv", "date,marketplace,sku,sales\n2026-01-01,US,M,3\n2026-01-02,US,M,2\n"),
        ] {
            folder.write(path, text);
        }
        folder
    }

    /// The shop with a month that is closed, and the words that archive it.
    pub(crate) fn closed() -> (Self, &'static [&'static str]) {
        let folder = Folder::shop();
        folder.write(
            "cycles/2025-11.yaml",
            "cycle: {id: 2025-11, kind: month, from: 2025-11-01, to: 2025-11-30, status: closed, closed: 2025-12-10}\n",
        );
        (folder, &["archive", "2025-11", "--quiet", "--lang=en", "--today=2026-03-01"])
    }

    /// What lies in the folder of archives under names that mean something; what is half-made is hidden.
    pub(crate) fn shelf(&self) -> Tree {
        let mut shelf = self.tree("archive");
        shelf.retain(|path, _| !path.starts_with('.'));
        shelf
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> Option<Vec<u8>> {
        std::fs::read(self.path(path)).ok()
    }

    /// The program with these words, in the folder, on a fixed day, with nothing of our own environment.
    pub(crate) fn program<'a>(&self, words: impl IntoIterator<Item = &'a str>) -> Command {
        self.command(env!("CARGO_BIN_EXE_opsreport"), words)
    }

    /// Any program in the folder.
    pub(crate) fn command<A: AsRef<OsStr>>(
        &self,
        program: &str,
        words: impl IntoIterator<Item = A>,
    ) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.root())
            .args(words)
            .env_clear()
            .env("LANG", "en")
            .env("RAYON_NUM_THREADS", "2")
            // With heaps of its own for each thread, the allocator opens a file of the system now and then: calls are
            // counted, and must be the same in every run.
            .env("MALLOC_ARENA_MAX", "1");
        // Programs such as setpriv lie in folders that a shell without a path does not know.
        command.env("PATH", "/usr/sbin:/usr/bin:/sbin:/bin").stdin(Stdio::null());
        command
    }

    /// Builds, which must go well and leave nothing beside the site; gives the site.
    pub(crate) fn builds(&self) -> Tree {
        let ran = self.program(["build", "--today=2026-01-05"]).output().unwrap();
        assert_eq!(ran.status.code(), Some(0), "{}", said(&ran));
        self.clean();
        self.site()
    }

    /// The published site, as it is.
    pub(crate) fn site(&self) -> Tree {
        self.tree("public")
    }

    /// Nothing that the program makes on its way may be left.
    pub(crate) fn clean(&self) {
        let hidden = WalkDir::new(self.root()).into_iter().map(Result::unwrap);
        let hidden =
            hidden.filter(|entry| entry.depth() > 0 && entry.file_name().as_encoded_bytes()[0] == b'.');
        let left: BTreeSet<PathBuf> = hidden.map(walkdir::DirEntry::into_path).collect();
        assert!(left.is_empty(), "{left:?}");
    }

    /// The files below a folder; none where there is none.
    pub(crate) fn tree(&self, path: &str) -> Tree {
        tree(&self.path(path))
    }
}

/// The files below a folder; none where there is none.
fn tree(folder: &Path) -> Tree {
    let files =
        WalkDir::new(folder).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file());
    let named = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (name, std::fs::read(entry.path()).unwrap())
    };
    files.map(named).collect()
}

/// What a program said, for the message of a failed test.
pub(crate) fn said(ran: &Output) -> String {
    let [out, err] = [&ran.stdout, &ran.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    format!("{}\n{out}\n{err}", ran.status)
}

/// The one clear line of a failed run.
pub(crate) fn one_line(ran: &Output) -> String {
    let err = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(err.starts_with("error: ") && err.lines().count() == 1, "{}", said(ran));
    err
}
