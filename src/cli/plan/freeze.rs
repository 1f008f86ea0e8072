//! `opsreport plan freeze`: the plan of a year as it is today becomes a version that nothing changes any more.

use clap::Args;

use crate::cli::args::Format;
use crate::cli::failure::Failure;
use crate::cli::setup::Setup;
use crate::cli::shell::Shell;
use crate::cli::{Outcome, findings, progress};
use crate::pipeline;
use crate::plan::{CannotFreeze, FreezeRequest, Frozen};
use crate::publish;
use crate::quantity::Id;

/// What is asked of `plan freeze`.
#[derive(Debug, Args)]
pub(super) struct FreezeArgs {
    /// Name of the version, such as 2026-v2; its file is plans/2026-v2.yaml
    #[arg(long, value_name = "ID", value_parser = version_id)]
    id: String,
    /// Who freezes it, as departments.yaml names people
    #[arg(long, value_name = "PERSON")]
    by: String,
    /// Why it is frozen; of a re-plan, what changed
    #[arg(long, value_name = "TEXT")]
    reason: String,
    /// Year of the plan [default: this year, else the latest with goals]
    #[arg(long, value_name = "YYYY", value_parser = clap::value_parser!(i16).range(1900..=9999))]
    year: Option<i16>,
}

/// A name that is also a file's: letters, digits, `.`, `_` and `-`, the first a letter or digit; no number alone.
fn version_id(text: &str) -> Result<String, String> {
    let rest = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    let letter = text.chars().any(|c| c.is_ascii_alphabetic() || c == '-');
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(rest) && letter {
        return Ok(text.to_owned());
    }
    Err("a name such as 2026-v2: letters, digits, dots, dashes and underscores".to_owned())
}

pub(super) fn run(args: &FreezeArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let request = FreezeRequest {
        id: Id::new(&args.id),
        by: Id::new(&args.by),
        reason: args.reason.clone(),
        year: args.year,
    };
    let run = progress::during(shell, || pipeline::freeze(setup.world(), &request));
    setup.world.whole()?;
    let outcome = findings::report(&run, Format::Text, setup, shell)?;
    match run.value {
        Some(Ok(frozen)) => write(&frozen, setup, shell).map(|()| outcome),
        Some(Err(cannot)) => Err(refused(&cannot)),
        None => {
            shell.complain("not-frozen", &[]);
            Ok(Outcome::Findings)
        }
    }
}

fn write(frozen: &Frozen, setup: &Setup, shell: &mut Shell) -> Result<(), Failure> {
    let path = format!("{}{}", setup.prefix, frozen.path);
    let file = setup.root.join(&frozen.path);
    if !shell.stop.during(|| publish::create(&file, frozen.text.as_bytes()))? {
        return Err(Failure::wrong_use("freeze-taken").with("path", path));
    }
    shell.say("frozen", &[("year", frozen.year.to_string().into()), ("path", path.into())]);
    Ok(())
}

fn refused(cannot: &CannotFreeze) -> Failure {
    match cannot {
        CannotFreeze::NoGoals(year) => Failure::wrong_use("freeze-no-goals").with("year", year.to_string()),
        CannotFreeze::Taken(_, file) => Failure::wrong_use("freeze-taken").with("path", file.as_str()),
        CannotFreeze::Nobody(person) => Failure::wrong_use("freeze-nobody").with("person", person.as_str()),
        CannotFreeze::NoReason => Failure::wrong_use("freeze-no-reason"),
    }
}

#[cfg(test)]
mod tests {
    use super::version_id;

    #[test]
    fn a_version_is_named_as_a_file_can_be() {
        for (name, good) in
            [("2026-v1", true), ("v2.1_b", true), ("2026", false), ("../x", false), ("", false)]
        {
            assert_eq!(version_id(name).is_ok(), good, "{name}");
        }
    }
}
