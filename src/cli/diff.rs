//! `opsreport diff`: what differs between two archives, or between an archive and today.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::table::{TableFormat, print};
use super::{Outcome, findings, progress};
use crate::archive::{CannotCompare, Side};
use crate::bag::{BAGIT, FolderSource, Packed};
use crate::pipeline::{self, Named};
use crate::workspace::{Archived, Disbelief};

/// The arguments of `diff`.
#[derive(Debug, Args)]
pub(super) struct DiffArgs {
    /// An archived period (2026-Q3), the name or path of an archive, or now
    #[arg(value_name = "A")]
    first: String,
    /// The same, to compare it with
    #[arg(value_name = "B", default_value = "now")]
    second: String,
    /// How the table is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TableFormat,
}

pub(super) fn run(args: &DiffArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let sides = (named(&args.first)?, named(&args.second)?);
    let run = progress::during(shell, || pipeline::diff(setup.world(), (&sides.0, &sides.1)));
    setup.world.whole()?;
    let table = match run.value {
        Some(Ok(table)) => table,
        Some(Err(ref why)) => return Err(cannot(why)),
        None => {
            findings::report(&run, Format::Text, setup, shell)?;
            shell.complain("no-table", &[("name", "diff".into())]);
            return Ok(Outcome::Findings);
        }
    };
    shell.result(&print(&table, args.format))?;
    if table.rows.is_empty() {
        shell.say("diff-none", &[]);
    }
    Ok(Outcome::Fine)
}

fn cannot(why: &CannotCompare) -> Failure {
    match why {
        CannotCompare::Unknown(name) => Failure::wrong_use("diff-unknown").with("name", name.as_str()),
        CannotCompare::Periods(one, other) => {
            Failure::wrong_use("diff-periods").with("one", one.to_string()).with("other", other.to_string())
        }
    }
}

/// What a word of the command line names: `now`, an archive by its path, or one of the workspace.
fn named(word: &str) -> Result<Named, Failure> {
    let path = PathBuf::from(word);
    if word == "now" {
        Ok(Named::Side(Side::Now))
    } else if path.join(BAGIT).is_file() || path.is_file() {
        let archive = read(&path).map_err(|why| refused(&path, &why))?;
        Ok(Named::Side(Side::Archive(Box::new(archive))))
    } else {
        Ok(Named::Name(word.to_owned()))
    }
}

/// The disk would not give the archive, or it is not as it was made.
fn refused(path: &Path, why: &Disbelief) -> Failure {
    match why.disk {
        Some(code) => Failure::disk("cannot-read", path, &io::Error::from_raw_os_error(code)),
        None => {
            let failure = Failure::damaged("diff-damaged").with("path", path.display().to_string());
            failure.with("file", why.file.as_str()).with("reason", why.reason.as_str())
        }
    }
}

fn read(path: &Path) -> Result<Archived, Disbelief> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let (shown, name) = (path.display().to_string(), name.trim_end_matches(".zip").to_owned());
    if path.is_dir() {
        return Archived::of(&mut FolderSource::new(path), (&name, &shown));
    }
    let unread = |error: io::Error| Disbelief::unread(&shown, &error);
    let mut zip = File::open(path).and_then(Packed::open).map_err(unread)?;
    Archived::of(&mut zip, (&name, &shown))
}
