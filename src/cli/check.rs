//! `opsreport check`: the findings, without a site.

use clap::Args;

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::pipeline;

/// The flags of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArgs {
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &CheckArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let run = progress::during(shell, || pipeline::check(setup.world()));
    setup.world.whole()?;
    let outcome = findings::report(&run, args.format, setup, shell)?;
    findings::close(&run.findings, shell);
    Ok(outcome)
}
