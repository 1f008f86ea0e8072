//! What the user may type. Help, completions and the manual page are made from these types.

use std::path::PathBuf;

use clap::{ArgAction, Args as ClapArgs, CommandFactory, Parser, Subcommand, ValueEnum};

use super::{archive, build, check, diff, explain, forecast, import, man, new, plan, table, verify, why};
use crate::diagnostic::Severity;
use crate::quantity::Day;

const EXIT_CODES: &str = "\
Exit codes:
  0  fine
  1  findings at or above the --deny level
  2  wrong use
  3  could not read or write
  4  an archive or site is not what its manifest says
  5  another build holds the output folder
  101  a fault of opsreport itself
  130, 143  stopped by Ctrl-C or SIGTERM";

/// Turns plans and results into a site of reviews that every department reads.
#[derive(Debug, Parser)]
#[command(name = "opsreport", version, after_help = EXIT_CODES, propagate_version = false)]
#[command(disable_help_subcommand = true)]
pub(super) struct Args {
    #[command(flatten)]
    pub(super) common: Common,
    #[command(subcommand)]
    pub(super) command: Command,
}

impl Args {
    /// The whole table of commands and flags.
    pub(super) fn table() -> clap::Command {
        Args::command()
    }
}

/// The flags that all commands share.
#[derive(Debug, ClapArgs)]
#[command(next_help_heading = "Common options")]
pub(super) struct Common {
    /// Folder that holds opsreport.yaml [default: here, else ./content]
    #[arg(long, global = true, value_name = "DIR")]
    pub(super) root: Option<PathBuf>,
    /// Folder to publish into
    #[arg(long, global = true, value_name = "DIR", default_value = "public")]
    pub(super) out: PathBuf,
    /// What day it is [default: the real date in the company's time zone]
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub(super) today: Option<Day>,
    /// Language of messages [default: from the environment]
    #[arg(long, global = true, value_name = "LANG")]
    pub(super) lang: Option<Language>,
    /// Say nothing but findings and failures
    #[arg(long, short, global = true, action = ArgAction::SetTrue)]
    pub(super) quiet: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Color,
    /// Fail on findings of this level or above [default: as opsreport.yaml says, else error]
    #[arg(long, global = true, value_name = "LEVEL")]
    pub(super) deny: Option<Deny>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Write a small working workspace into a new folder
    New(new::NewArgs),
    /// Load, check, compute, render and publish the site
    Build(build::BuildArgs),
    /// Report the findings; everything but rendering
    Check(check::CheckArgs),
    /// Preview the site on this machine, and reload it on every change
    #[cfg(feature = "serve")]
    Serve(super::serve::ServeArgs),
    /// Say what files of results are and hold, before they are filed
    Import(import::ImportArgs),
    /// Print a computed table
    Table(table::TableArgs),
    /// Explain the change of any formula, without a workspace
    Why(why::WhyArgs),
    /// Print what is expected of the figures ahead, log it to be scored later, or forecast any CSV file
    Forecast(forecast::ForecastArgs),
    /// Freeze the plan of a year as a version, or propose its months from results
    Plan(plan::PlanArgs),
    /// Freeze a closed period: its pages, inputs and figures, provably unchanged
    Archive(archive::ArchiveArgs),
    /// Prove that archives and the published site are what their manifests say
    Verify(verify::VerifyArgs),
    /// Say what differs between two archives, or between an archive and today
    Diff(diff::DiffArgs),
    /// Explain a finding: what it is, why it matters, an example, how to mend it
    Explain(explain::ExplainArgs),
    /// Print the completions of a shell
    Completions(man::CompletionsArgs),
    /// Print the manual page of the program, or of one of its commands
    Man(man::ManArgs),
}

/// A language of messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Language {
    #[value(name = "zh-Hant")]
    ZhHant,
    En,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    Auto,
    Always,
    Never,
}

/// The level from which on findings fail a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Deny {
    Error,
    Warning,
    Info,
}

impl Deny {
    pub(super) fn severity(self) -> Severity {
        match self {
            Deny::Error => Severity::Error,
            Deny::Warning => Severity::Warning,
            Deny::Info => Severity::Info,
        }
    }
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people, on standard error
    Text,
    /// One object per line
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// A SARIF 2.1.0 log
    Sarif,
}

/// Reads a date that exists.
pub(super) fn day(text: &str) -> Result<Day, String> {
    Day::parse(text).ok_or_else(|| "not a date of the form 2026-11-22".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_flags_is_sound() {
        Args::table().debug_assert();
    }

    /// Every flag that the manual of the command line names, with the command it belongs to.
    const DOCUMENTED: &[(&str, &[&str])] = &[
        ("new", &["--lang en", "--quiet", "--color never"]),
        (
            "build",
            &[
                "--root r",
                "--out o",
                "--today 2026-11-22",
                "--lang zh-Hant",
                "--quiet",
                "--color always",
                "--deny warning",
            ],
        ),
        ("build", &["--format text", "--format json", "--format github", "--format sarif"]),
        ("build", &["--changes c.txt", "--changes c.txt --since manifest-sha256.txt"]),
        ("check", &["--format json", "--deny info", "--root r", "--out o", "--today 2026-11-22"]),
        #[cfg(feature = "serve")]
        ("serve", &["--port 4000", "--root r", "--lang en"]),
        (
            "table",
            &[
                "--format csv",
                "--format json",
                "--format text",
                "--by product,month",
                "--where marketplace=US",
            ],
        ),
        ("table", &["--from 2026-01-01", "--to 2026-12-31", "--metric sales"]),
        ("import", &["--format text", "--format json", "--marketplace US", "--period 2026-10", "--root r"]),
        ("import", &["--into r --anyway", "--lang zh-Hant", "--color never"]),
        (
            "plan freeze",
            &["--id v1 --by lin --reason first", "--id v1 --by lin --reason first --year 2026 --root r"],
        ),
        ("plan season", &["--goal G1", "--goal G1 --write", "--goal G1 --format csv --root r"]),
        (
            "archive",
            &[
                "--into d --zip --inputs copy",
                "--inputs hashes --root r --today 2026-11-22",
                "--open why",
                "--provisional why",
                "--again why --pdf --sign key",
            ],
        ),
        ("explain", &["A005 --lang en"]),
        ("why", &["--base a=1 --actual a=-2 --exact", "--base a=1 --actual a=2 --format json"]),
        (
            "forecast",
            &[
                "--format csv",
                "--issue --root r",
                "--today 2026-11-22 --format json",
                "--csv f.csv --freq daily --horizon 7",
                "--csv f --freq weekly --horizon 4 --season 1",
                "--total --csv f --freq weekly --horizon 4",
            ],
        ),
        ("verify", &["--format json", "--format text --signers s", "--root r --out o", "--rebuild --quiet"]),
        ("diff", &["--format csv", "--format json --root r"]),
        ("completions", &["--lang en"]),
        ("man", &["--lang en"]),
    ];

    fn operand(command: &str) -> Option<&'static str> {
        match command {
            "new" => Some("dir"),
            "import" => Some("report.csv"),
            "table" => Some("results"),
            "archive" => Some("2026-Q3"),
            "why" => Some("-a * 2"),
            "diff" => Some("2026-Q3"),
            "completions" => Some("bash"),
            _ => None,
        }
    }

    #[test]
    fn every_documented_flag_is_accepted_before_and_after_the_command() {
        for (command, flags) in DOCUMENTED {
            for flag in *flags {
                let command_words = std::iter::once("opsreport").chain(command.split(' '));
                let words = command_words.chain(operand(command)).chain(flag.split(' '));
                let parsed = Args::try_parse_from(words);
                assert!(parsed.is_ok(), "{command} {flag}: {}", parsed.unwrap_err());
            }
        }
    }

    #[test]
    fn every_documented_flag_is_in_the_manual() {
        for (command, flags) in DOCUMENTED {
            let page = man::page(command.split(' ').next()).unwrap().replace("\\-", "-");
            for flag in *flags {
                let name = flag.split(' ').next().unwrap();
                assert!(page.contains(name), "{command} {name}");
            }
        }
    }
}
