//! `opsreport forecast`: what is expected of the figures of a workspace, and the log of it.

mod workspace;

use clap::Args;

use super::Outcome;
use super::args::Common;
use super::environment::Environment;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::table::TableFormat;

/// What is asked of `forecast`.
#[derive(Debug, Args)]
pub(super) struct ForecastArgs {
    /// Write the forecasts into the log, forecasts/issued/, where they are scored later; never over a file
    #[arg(long)]
    issue: bool,
    /// How they are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TableFormat,
}

pub(super) fn run(
    args: &ForecastArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    workspace::run((args.issue, args.format), &Setup::new(common, environment)?, shell)
}
