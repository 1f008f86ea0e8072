//! PDFs, set by the program `typst`.

use std::io::{Error, ErrorKind, Write};
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::failure::Failure;
use crate::quantity::Day;

const PROGRAM: &str = "typst";
const DAY: i64 = 86_400;
/// The beginning of the first day there is here, in seconds since 1970.
const YEAR_2000: i64 = 946_684_800;

/// A PDF/A-2b of a source, dated to the beginning of a day in UTC: of one version with the same fonts, the same
/// source of the same day gives the same bytes.
pub(super) fn pdf(source: &[u8], day: Day) -> Result<Vec<u8>, Failure> {
    let run = run(source, day).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Failure::wrong_use("archiving-no-typst"),
        _ => failed(error),
    })?;
    match run.status.success() {
        true if run.stdout.starts_with(b"%PDF-") => Ok(run.stdout),
        true => Err(failed(Error::other("not a PDF"))),
        false => Err(failed(Error::other(said(&run)))),
    }
}

fn failed(error: Error) -> Failure {
    Failure::disk("archiving-cannot-set", Path::new(PROGRAM), &error)
}

fn run(source: &[u8], day: Day) -> std::io::Result<Output> {
    let since = Day::new(2000, 1, 1).map_or(0, |first| i64::from(day - first));
    let mut command = Command::new(PROGRAM);
    command.args(["compile", "--format", "pdf", "--pdf-standard", "a-2b", "--creation-timestamp"]);
    command.arg((YEAR_2000 + since * DAY).to_string()).args(["-", "-"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    if let Some(mut stdin) = child.stdin.take() {
        // One that wants no more says why when it ends.
        stdin.write_all(source).ok();
    }
    child.wait_with_output()
}

/// Its errors without its warnings; its first line where it does not say which is which.
fn said(run: &Output) -> String {
    let text = String::from_utf8_lossy(&run.stderr);
    let errors: Vec<&str> = text.lines().filter(|line| line.starts_with("error")).collect();
    match errors.is_empty() {
        true => text.lines().next().unwrap_or_default().to_owned(),
        false => errors.join("; "),
    }
}
