//! `opsreport build`: the site, published.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::bag::{Difference, Fault, Manifest};
use crate::bundle::Bundle;
use crate::diagnostic::Arg;
use crate::pipeline;
use crate::publish::{PublishError, changes, changes_since, lies_in, may_publish, overwrite, publish};

/// The flags of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Write which files differ from those published before into a file: A new, M other, D gone
    #[arg(long, value_name = "FILE")]
    changes: Option<PathBuf>,
    /// Tell changes since the site of this manifest-sha256.txt instead, such as the deployed one
    #[arg(long, value_name = "MANIFEST", requires = "changes")]
    since: Option<PathBuf>,
}

pub(super) fn run(args: &BuildArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    may_publish(&setup.out, &setup.root)?;
    let since = since(args, setup)?;
    let run = progress::during(shell, || pipeline::build(setup.world()));
    setup.world.whole()?;
    let outcome = findings::report(&run, args.format, setup, shell)?;
    if !run.findings.is_empty() {
        findings::close(&run, shell);
    }
    match run.value {
        Some(bundle) if outcome == Outcome::Fine => {
            // Nobody stops it between the site and its changes: who copies the one needs the other.
            let (differs, told) = shell.stop.during(|| {
                let differs = publish(&bundle, &setup.out, &setup.root, &shell.stop)?;
                let told = tell(args, (&bundle, since.as_ref(), &differs));
                Ok((differs, told))
            })?;
            shell.say("published", &said(&bundle, &differs, setup));
            Ok(told.map(|()| Outcome::Fine)?)
        }
        _ => {
            shell.say("not-published", &[("out", out(setup))]);
            Ok(Outcome::Findings)
        }
    }
}

/// The manifest that changes are asked since, read before the work of a build.
#[expect(clippy::disallowed_methods, reason = "the file may lie anywhere, not only in the workspace")]
fn since(args: &BuildArgs, setup: &Setup) -> Result<Option<Manifest>, Failure> {
    let Some(file) = &args.changes else { return Ok(None) };
    if lies_in(file, &setup.out)? {
        return Err(named("changes-inside", file));
    }
    let read = |file: &PathBuf| {
        let bytes = std::fs::read(file).map_err(|error| Failure::disk("cannot-read", file, &error))?;
        let fault = |fault: Fault| named("not-a-manifest", file).with("line", fault.line.to_string());
        Manifest::parse(&String::from_utf8_lossy(&bytes)).map_err(fault)
    };
    args.since.as_ref().map(read).transpose()
}

/// Writes which files differ, when that was asked.
fn tell(
    args: &BuildArgs,
    (bundle, since, differs): (&Bundle, Option<&Manifest>, &Difference),
) -> Result<(), PublishError> {
    let Some(file) = &args.changes else { return Ok(()) };
    let since = since.map(|old| changes_since(bundle, old)).transpose()?;
    overwrite(file, changes(since.as_ref().unwrap_or(differs)).as_bytes())
}

fn named(key: &'static str, path: &Path) -> Failure {
    Failure::wrong_use(key).with("path", path.display().to_string())
}

fn said(bundle: &Bundle, differs: &Difference, setup: &Setup) -> [(&'static str, Arg); 6] {
    [
        ("pages", bundle.pages().into()),
        ("files", bundle.len().into()),
        ("added", differs.added.len().into()),
        ("changed", differs.changed.len().into()),
        ("removed", differs.removed.len().into()),
        ("out", out(setup)),
    ]
}

fn out(setup: &Setup) -> Arg {
    setup.out.display().to_string().into()
}
