//! Signatures of archives, made and checked by `ssh-keygen` over the list of the files that describe the bag.

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

/// What a signature of an archive is for: one made for anything else is none.
pub const NAMESPACE: &str = "opsreport";

/// A signature in a file, and the file that says whose signatures count (`ssh-keygen`'s allowed signers).
#[derive(Clone, Copy, Debug)]
pub struct Signature<'a> {
    /// The file of the signature.
    pub file: &'a Path,
    /// The file of those who may sign.
    pub signers: &'a Path,
}

impl Signature<'_> {
    /// Who signed these bytes; the inner error says why nobody that counts did.
    ///
    /// # Errors
    /// When `ssh-keygen` cannot be run.
    pub fn signer(&self, bytes: &[u8]) -> io::Result<Result<String, String>> {
        let [file, signers] = [self.file, self.signers].map(Path::as_os_str);
        let own = [OsStr::new("-s"), file, OsStr::new("-f"), signers];
        let found = keygen("find-principals", &own, bytes)?;
        let principals = String::from_utf8_lossy(&found.stdout).into_owned();
        let Some(principal) = principals.lines().next().filter(|_| found.status.success()) else {
            return Ok(Err(said(&found)));
        };
        let who = ["-I", principal, "-n", NAMESPACE].map(OsStr::new);
        let checked = keygen("verify", &[own, who].concat(), bytes)?;
        Ok(if checked.status.success() { Ok(principal.to_owned()) } else { Err(said(&checked)) })
    }

    /// Signs these bytes with a key; the inner error says why that cannot be.
    ///
    /// # Errors
    /// When `ssh-keygen` cannot be run.
    pub fn make(key: &Path, bytes: &[u8]) -> io::Result<Result<Vec<u8>, String>> {
        let with = [OsStr::new("-n"), OsStr::new(NAMESPACE), OsStr::new("-f"), key.as_os_str()];
        let made = keygen("sign", &with, bytes)?;
        Ok(if made.status.success() { Ok(made.stdout) } else { Err(said(&made)) })
    }
}

fn keygen(what: &str, args: &[&OsStr], bytes: &[u8]) -> io::Result<Output> {
    let mut command = Command::new("ssh-keygen");
    command.args(["-Y", what]).args(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn()?;
    if let Some(mut input) = child.stdin.take() {
        // It may end without reading: what it says then is what counts.
        input.write_all(bytes).ok();
    }
    child.wait_with_output()
}

fn said(output: &Output) -> String {
    let text = [output.stderr.as_slice(), output.stdout.as_slice()].concat();
    String::from_utf8_lossy(&text)
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("; ")
}
