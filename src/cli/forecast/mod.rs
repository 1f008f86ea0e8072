//! `opsreport forecast`: what is expected of the figures of a workspace, and the log of it; or of any series.

mod calendar;
mod csv;
mod rows;
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
    #[command(flatten)]
    csv: Option<csv::CsvArgs>,
    /// Write the forecasts into the log, forecasts/issued/, where they are scored later; never over a file
    #[arg(long, conflicts_with = "csv")]
    issue: bool,
    /// How they are printed; those of a CSV file always as CSV
    #[arg(long, value_name = "FORMAT", default_value = "text", conflicts_with = "csv")]
    format: TableFormat,
}

pub(super) fn run(
    args: &ForecastArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    match &args.csv {
        Some(csv) => csv::run(csv, common, environment, shell),
        None => workspace::run((args.issue, args.format), &Setup::new(common, environment)?, shell),
    }
}
