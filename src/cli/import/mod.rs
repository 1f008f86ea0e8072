//! `opsreport import`: what a file is and holds, before it is filed; and filing it.

mod filing;
mod json;
mod mapping;
mod text;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::{Common, Format};
use super::environment::Environment;
use super::failure::Failure;
use super::setup::{self, Setup};
use super::shell::Shell;
use super::world::Watched;
use super::{Outcome, findings, progress, today};
use crate::ingest::{Inspection, Loose};
use crate::pipeline::{self, Run};
use crate::quantity::Period;
use crate::world::World;

/// What is asked of `import`.
#[derive(Debug, Args)]
pub(super) struct ImportArgs {
    /// The files, wherever they are
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How it is said
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: ImportFormat,
    /// Their marketplace [default: as their path or their content says]
    #[arg(long, value_name = "ID")]
    marketplace: Option<String>,
    /// Their period: 2026-10, 2026-W43, 2026-10-05, 2026-11-01_2026-11-18 [default: as their path or their content says]
    #[arg(long, value_name = "PERIOD", value_parser = period)]
    period: Option<String>,
    /// File each where `build` finds it, in the workspace of this folder; nothing is ever replaced
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// File also what is not recognised, or not read whole
    #[arg(long, requires = "into")]
    anyway: bool,
}

/// How it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ImportFormat {
    /// For people
    Text,
    /// One object per line
    Json,
}

fn period(text: &str) -> Result<String, String> {
    let known = match text.split_once('_') {
        Some((from, to)) => Period::parse(from).is_some() && Period::parse(to).is_some(),
        None => Period::parse(text).is_some(),
    };
    let refused = "not a period such as 2026-10, 2026-W43, 2026-10-05 or 2026-11-01_2026-11-18";
    known.then(|| text.to_owned()).ok_or_else(|| refused.to_owned())
}

pub(super) fn run(
    args: &ImportArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let root = root_of(args, common)?;
    let setup = root.map(|root| Setup::at(root, common, environment)).transpose()?;
    let today = || today::today(common, environment, || None);
    let day = setup.as_ref().map_or_else(today, |setup| Ok(setup.world.today()))?;
    let loose = Watched::new(Path::new(""), &[], day);
    let files = loose_files(args, &loose)?;
    let run = progress::during(shell, || pipeline::inspect(setup.as_ref().map(Setup::world), &loose, &files));
    loose.whole()?;
    match &run.value {
        None => without_workspace(&run, setup.as_ref(), shell),
        Some(read) => {
            shell.result(&print(read, args.format, shell))?;
            let filed = match (&args.into, &setup) {
                (Some(_), Some(setup)) => filing::file(read, args.anyway, setup, shell)?,
                _ => Outcome::Fine,
            };
            Ok(filed.max(verdict(read)))
        }
    }
}

/// The folder of the workspace: where files are filed, else the one that was named, else the one that is here.
fn root_of(args: &ImportArgs, common: &Common) -> Result<Option<PathBuf>, Failure> {
    let here = Path::new(".");
    match args.into.as_deref().or(common.root.as_deref()) {
        Some(named) => setup::root(Some(named)).map(Some),
        None => Ok(setup::holds(here).then(|| here.to_owned())),
    }
}

/// A workspace with errors reads no file; they are said.
fn without_workspace<T>(run: &Run<T>, setup: Option<&Setup>, shell: &mut Shell) -> Result<Outcome, Failure> {
    if let Some(setup) = setup {
        setup.world.whole()?;
        findings::report(run, Format::Text, setup, shell)?;
    }
    Ok(Outcome::Findings)
}

/// The files as the user named them; each must be there.
fn loose_files(args: &ImportArgs, world: &Watched) -> Result<Vec<Loose>, Failure> {
    let loose = |path: &PathBuf| {
        let text = path.to_string_lossy().into_owned();
        world.open(&text).map_err(|error| Failure::disk("cannot-read", path, &error))?;
        Ok(Loose { path: text, marketplace: args.marketplace.clone(), period: args.period.clone() })
    };
    args.files.iter().map(loose).collect()
}

fn print(read: &[Inspection], format: ImportFormat, shell: &Shell) -> String {
    match format {
        ImportFormat::Text => {
            read.iter().map(|one| text::print(one, &text::Ink::new(shell))).collect::<Vec<_>>().join("\n")
        }
        ImportFormat::Json => read.iter().map(|one| json::print(one, &shell.locale)).collect(),
    }
}

/// Fine when every file is recognised and every check of it holds.
fn verdict(read: &[Inspection]) -> Outcome {
    let fine = read.iter().all(|one| one.file.kind.is_some() && one.file.checks.iter().all(|check| check.ok));
    if fine { Outcome::Fine } else { Outcome::Findings }
}
