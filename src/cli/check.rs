//! `opsreport check`: the findings, without a site.

use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::pipeline;
use crate::publish;

/// The flags of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
    /// Write all findings of now into a baseline, a file of findings that are known and let pass, in place of what it holds
    #[arg(long, value_name = "FILE")]
    write_baseline: Option<PathBuf>,
}

pub(super) fn run(args: &CheckArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    if let Some(file) = &args.write_baseline {
        return write_baseline(file, args.format, setup, shell);
    }
    let run = progress::during(shell, || pipeline::check(setup.world()));
    setup.world.whole()?;
    let outcome = findings::report(&run, args.format, setup, shell)?;
    findings::close(&run, shell);
    Ok(outcome)
}

fn write_baseline(file: &Path, format: Format, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let run = progress::during(shell, || pipeline::baseline(setup.world()));
    setup.world.whole()?;
    let Some(text) = &run.value else {
        findings::report(&run, format, setup, shell)?;
        shell.complain("no-baseline", &[]);
        return Ok(Outcome::Findings);
    };
    let path = file.display().to_string();
    // A name alone would lie in a folder without a name.
    let file = &std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    if !shell.stop.during(|| publish::create(file, text.as_bytes()))? {
        if !is_baseline(file) {
            return Err(Failure::wrong_use("not-a-baseline").with("path", path));
        }
        shell.stop.during(|| publish::overwrite(file, text.as_bytes()))?;
    }
    shell.say("baseline-written", &[("path", path.into())]);
    Ok(Outcome::Fine)
}

/// Whether a file holds a baseline already: no other file is ever written over.
#[expect(clippy::disallowed_methods, reason = "the file may lie anywhere, not only in the workspace")]
fn is_baseline(file: &Path) -> bool {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    text.lines().any(|line| line.starts_with("known:"))
}
