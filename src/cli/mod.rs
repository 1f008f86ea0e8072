//! The command line: the only place that prints, reads the environment and knows exit codes.

mod archive;
mod args;
mod build;
mod check;
mod diff;
mod environment;
mod explain;
mod failure;
mod findings;
mod forecast;
mod import;
mod interrupt;
mod man;
mod new;
mod plan;
mod progress;
#[cfg(feature = "serve")]
mod serve;
mod setup;
mod shell;
mod table;
mod today;
mod typeset;
mod verify;
mod why;
mod words;
mod world;

use std::ffi::OsString;
use std::io::{Write, stderr};
use std::process::ExitCode;

use clap::Parser;

use crate::mishap::caught;
use args::{Args, Command, Common};

use environment::Environment;
use failure::Failure;
use shell::Shell;

/// How a command ended when nothing went wrong with the program itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing to complain of.
    Fine,
    /// Findings at or above the level that is denied.
    Findings,
    /// An archive or a site is not what its manifest says.
    Damaged,
}

/// Runs the program: arguments in, exit code out.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    match Args::try_parse_from(arguments) {
        Ok(args) => command(args),
        Err(error) => {
            // Help that nobody reads to its end is no failure.
            error.print().ok();
            ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
        }
    }
}

fn command(args: Args) -> ExitCode {
    let environment = Environment::read();
    let mut shell = match Shell::new(&args.common, &environment) {
        Ok(shell) => shell,
        Err(failure) => {
            writeln!(stderr(), "{}", failure.bare()).ok();
            return ExitCode::from(failure.code());
        }
    };
    // Without it a signal ends the program where it is, and the next run mends what that leaves.
    interrupt::watch(&shell.stop).ok();
    let done = caught(|| dispatch(args.command, &args.common, &environment, &mut shell));
    match done.unwrap_or_else(|mishap| Err(mishap.into())) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Ok(Outcome::Damaged) => ExitCode::from(4),
        Err(failure) => {
            shell.fail(&failure);
            ExitCode::from(failure.code())
        }
    }
}

fn dispatch(
    command: Command,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    match command {
        Command::New(new) => new::run(&new, common, environment, shell),
        Command::Build(build) => build::run(&build, &setup::Setup::new(common, environment)?, shell),
        Command::Check(check) => check::run(&check, &setup::Setup::new(common, environment)?, shell),
        #[cfg(feature = "serve")]
        Command::Serve(serve) => serve::run(&serve, common, environment),
        Command::Table(table) => table::run(&table, &setup::Setup::new(common, environment)?, shell),
        Command::Why(why) => why::run(&why, shell),
        Command::Forecast(forecast) => forecast::run(&forecast, common, environment, shell),
        Command::Plan(plan) => plan::run(&plan, &setup::Setup::new(common, environment)?, shell),
        Command::Archive(archive) => archive::run(&archive, &setup::Setup::new(common, environment)?, shell),
        Command::Diff(diff) => diff::run(&diff, &setup::Setup::new(common, environment)?, shell),
        Command::Verify(verify) => verify::run(&verify, common, shell),
        Command::Import(import) => import::run(&import, common, environment, shell),
        Command::Explain(code) => explain::run(&code, shell),
        Command::Completions(completions) => man::completions(&completions, shell),
        Command::Man(page) => man::run(&page, shell),
    }
}
