//! `opsreport new`: a small workspace that builds at once, or a briefing in one that is there.

mod briefing;

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::args::Common;
use super::environment::Environment;
use super::failure::Failure;
use super::shell::Shell;
use super::{Outcome, today};
use crate::quantity::{Day, Grain, Period};

/// The arguments of `new`.
#[derive(Debug, Args)]
pub(super) struct NewArgs {
    /// A folder that is new or empty; with --briefing the workspace [default: as --root]
    #[arg(required_unless_present = "briefing")]
    dir: Option<PathBuf>,
    /// Begin this month's market briefing, filled with the facts of the period
    #[arg(long)]
    briefing: bool,
    /// Category of the briefing, as market.yaml names it
    #[arg(long, value_name = "ID", requires = "briefing")]
    category: Option<String>,
    /// Marketplace of the briefing
    #[arg(long, value_name = "ID", requires = "briefing")]
    marketplace: Option<String>,
}

macro_rules! starter {
    ($($path:literal from $file:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("starter/", $file)))),*]
    };
}

/// The files of a new workspace by their path. Names that begin with a dot are stored without it.
const FILES: &[(&str, &str)] = starter![
    "opsreport.yaml" from "opsreport.yaml",
    "company.yaml" from "company.yaml",
    "departments.yaml" from "departments.yaml",
    "products.yaml" from "products.yaml",
    "marketplaces.yaml" from "marketplaces.yaml",
    "cycles/@MONTH@.yaml" from "cycle.yaml",
    "briefings/@MONTH@.yaml" from "briefing.yaml",
    "results/daily/@MONTH@.csv" from "results.csv",
    "pages/welcome.md" from "welcome.md",
    "pages/welcome.en.md" from "welcome.en.md",
    ".github/workflows/opsreport.yml" from "github.yml",
    ".gitlab-ci.yml" from "gitlab-ci.yml",
    ".gitignore" from "gitignore",
];

pub(super) fn run(
    args: &NewArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let Some(folder) = args.dir.as_ref().filter(|_| !args.briefing) else {
        return briefing::run(args, common, environment, shell);
    };
    let dir = folder.display().to_string();
    if holds_something(folder)? {
        return Err(Failure::wrong_use("not-empty").with("dir", dir));
    }
    let today = today::today(common, environment, || None)?;
    for (path, text) in FILES {
        let text = dated(text, today);
        let text = if path.ends_with(".csv") { real_days(&text) } else { text };
        write(&folder.join(dated(path, today)), &text)?;
    }
    shell.say("created", &[("files", FILES.len().into()), ("dir", dir.into())]);
    Ok(Outcome::Fine)
}

/// The text with its dates: the last whole month is the one with results.
fn dated(text: &str, today: Day) -> String {
    let this = Period::containing(today, Grain::Month);
    let month = this.previous().span();
    let marks = [
        ("@MONTH@", format!("{}-{:02}", month.from.year(), month.from.month())),
        ("@NEXT@", format!("{}-{:02}", today.year(), today.month())),
        ("@YEAR@", month.from.year().to_string()),
        ("@FROM@", month.from.to_string()),
        ("@TO@", month.to.to_string()),
        ("@TODAY@", today.to_string()),
        ("@END@", this.span().to.to_string()),
        ("@LATER@", (today + 120).to_string()),
    ];
    marks.iter().fold(text.to_owned(), |text, (mark, date)| text.replace(mark, date))
}

/// The results of the days that the month has.
fn real_days(csv: &str) -> String {
    let real = |line: &&str| !line.starts_with("20") || line.get(..10).and_then(Day::parse).is_some();
    csv.lines().filter(real).map(|line| format!("{line}\n")).collect()
}

#[expect(clippy::disallowed_methods, reason = "new looks before it writes")]
fn holds_something(dir: &Path) -> Result<bool, Failure> {
    if !dir.exists() {
        return Ok(false);
    }
    let mut entries = fs::read_dir(dir).map_err(|error| Failure::disk("cannot-write", dir, &error))?;
    Ok(entries.next().is_some())
}

#[expect(clippy::disallowed_methods, reason = "new writes")]
fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .map_err(|error| Failure::disk("cannot-write", path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mark_becomes_a_date() {
        for day in ["2026-11-22", "2027-01-01", "2028-03-31"] {
            for (path, text) in FILES {
                let text = dated(path, Day::parse(day).unwrap()) + &dated(text, Day::parse(day).unwrap());
                assert!(!text.contains("@M") && !text.contains("@T") && !text.contains("@D"), "{path}");
            }
        }
    }

    #[test]
    fn every_yaml_file_is_yaml() {
        for (path, text) in FILES.iter().filter(|(path, _)| path.ends_with("ml")) {
            let text = dated(text, Day::parse("2026-11-22").unwrap());
            let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&text);
            assert!(read.is_ok(), "{path}: {read:?}");
        }
    }

    #[test]
    fn january_looks_back_to_december() {
        assert_eq!(dated("@MONTH@ @YEAR@ @NEXT@", Day::parse("2027-01-09").unwrap()), "2026-12 2026 2027-01");
    }
}
