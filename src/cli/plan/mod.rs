//! `opsreport plan`: what is done to the plan itself.

mod freeze;
mod season;

use clap::{Args, Subcommand};

use super::Outcome;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;

/// What is asked of `plan`.
#[derive(Debug, Args)]
pub(super) struct PlanArgs {
    #[command(subcommand)]
    command: PlanCommand,
}

/// The commands of `plan`.
#[derive(Debug, Subcommand)]
enum PlanCommand {
    /// Keep the plan of a year as it is today as a version, in plans/
    Freeze(freeze::FreezeArgs),
    /// Propose the months of a goal from results, beside the weights that hold now
    Season(season::SeasonArgs),
}

pub(super) fn run(args: &PlanArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    match &args.command {
        PlanCommand::Freeze(freeze) => freeze::run(freeze, setup, shell),
        PlanCommand::Season(season) => season::run(season, setup, shell),
    }
}
