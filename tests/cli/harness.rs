//! Tests as sentences: files, arguments, what is said, how it ends.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A run of the program in a folder of its own.
#[must_use = "a test that does not end in `code` runs nothing"]
pub(crate) struct Test {
    folder: TempDir,
    args: Vec<String>,
    env: Vec<(String, String)>,
    stdout: Option<String>,
    stderr: Option<String>,
    says: Vec<String>,
}

impl Test {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Test { folder, args: Vec::new(), env: Vec::new(), stdout: None, stderr: None, says: Vec::new() }
    }

    /// A folder with the smallest workspace there is.
    pub(crate) fn workspace() -> Self {
        Test::new().file("opsreport.yaml", "schema: opsreport/1\nsite: {title: Test, languages: [en]}\n")
    }

    pub(crate) fn file(self, path: &str, text: &str) -> Self {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn args<const N: usize>(self, args: [&str; N]) -> Self {
        self.words(args)
    }

    pub(crate) fn words<'a>(mut self, words: impl IntoIterator<Item = &'a str>) -> Self {
        self.args = words.into_iter().map(str::to_owned).collect();
        self
    }

    pub(crate) fn env(mut self, name: &str, value: &str) -> Self {
        self.env.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Standard output must be exactly this.
    pub(crate) fn stdout(mut self, text: &str) -> Self {
        self.stdout = Some(text.to_owned());
        self
    }

    /// Standard error must be exactly this.
    pub(crate) fn stderr(mut self, text: &str) -> Self {
        self.stderr = Some(text.to_owned());
        self
    }

    /// Standard error must hold this.
    pub(crate) fn says(mut self, text: &str) -> Self {
        self.says.push(text.to_owned());
        self
    }

    /// Runs, and checks all that was asked for. What comes back can run again in the same folder.
    pub(crate) fn code(mut self, code: i32) -> Ran {
        let output = self.output();
        let (out, err) = (lossy(&output.stdout), lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(code), "stdout: {out}\nstderr: {err}");
        if let Some(expected) = self.stdout.take() {
            assert_eq!(out, expected);
        }
        if let Some(expected) = self.stderr.take() {
            assert_eq!(err, expected);
        }
        for part in std::mem::take(&mut self.says) {
            assert!(err.contains(&part), "stderr: {err}\nlacks: {part}");
        }
        self.env.clear();
        Ran { test: self, out }
    }

    fn output(&self) -> Output {
        self.command().stdin(Stdio::null()).output().unwrap()
    }

    /// The program, ready to be run in the folder, with nothing of our own environment.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_opsreport"));
        command.current_dir(self.folder.path()).args(&self.args).env_clear();
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }
}

/// A run that ended as expected.
pub(crate) struct Ran {
    test: Test,
    /// Its standard output.
    pub(crate) out: String,
}

impl Ran {
    /// The same folder, for another run.
    pub(crate) fn then(self) -> Test {
        self.test
    }

    pub(crate) fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.test.path(path)).unwrap()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.test.path(path)
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.test.path(path).exists()
    }

    /// All files below a folder, with their text.
    pub(crate) fn tree(&self, path: &str) -> Vec<(String, String)> {
        tree(&self.test.path(path))
    }
}

/// All files below a folder, with their text, in order.
pub(crate) fn tree(folder: &Path) -> Vec<(String, String)> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    let named = files.map(|entry| {
        let name = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (name, lossy(&std::fs::read(entry.path()).unwrap()))
    });
    named.collect()
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
