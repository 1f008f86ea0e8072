//! `opsreport forecast --csv`: forecasts of any series, without a workspace.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::calendar::Freq;
use super::rows::{self, Bad, Series};
use crate::cli::args::Common;
use crate::cli::environment::Environment;
use crate::cli::failure::Failure;
use crate::cli::shell::Shell;
use crate::cli::world::Watched;
use crate::cli::{Outcome, today};
use crate::trend::forecast::{Forecast, Refusal, Request, Step, forecast};
use crate::world::World;

/// The series to forecast without a workspace.
#[derive(Debug, Args)]
pub(super) struct CsvArgs {
    /// A file with the columns id, date and value: one row for each series and step
    #[arg(long, value_name = "FILE", required = false, requires_all = ["freq", "horizon"])]
    csv: PathBuf,
    /// How far apart the dates of a series are
    #[arg(long, value_name = "FREQ", required = false, requires = "csv")]
    freq: Freq,
    /// How many steps ahead
    #[arg(long, value_name = "N", required = false, requires = "csv", value_parser = clap::value_parser!(u16).range(1..=3660))]
    horizon: u16,
    /// Steps in a season, 1 for none [default: 7 days, 52 weeks, 12 months]
    #[arg(long, value_name = "N", requires = "csv", value_parser = clap::value_parser!(u16).range(1..=3660))]
    season: Option<u16>,
    /// One row for each series instead: the sum of all its steps, such as the demand of a lead time, dated by the last
    #[arg(long, requires = "csv")]
    total: bool,
}

pub(super) fn run(
    args: &CsvArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let text = read(&args.csv, common, environment)?;
    let (series, bad) = rows::read(&text, args.freq).map_err(|lacking| {
        let failure = Failure::wrong_use("forecast-columns").with("path", args.csv.display().to_string());
        failure.with("lacking", lacking)
    })?;
    bad.iter().for_each(|bad| tell(bad, &args.csv, shell));
    let mut out = String::from("id,origin,date,point,lo80,hi80,lo95,hi95,method\n");
    let mut refused = 0;
    for one in &series {
        match forecast_of(one, args) {
            Ok(forecast) => write_rows(&mut out, one, (&forecast, rows_of(&forecast, args.total)), args.freq),
            Err(refusal) => {
                refused += 1;
                tell_refusal(one, refusal, shell);
            }
        }
    }
    shell.result(&out)?;
    Ok(if bad.is_empty() && refused == 0 { Outcome::Fine } else { Outcome::Findings })
}

fn read(path: &Path, common: &Common, environment: &Environment) -> Result<String, Failure> {
    let world = Watched::new(Path::new(""), &[], today::today(common, environment, || None)?);
    let shown = path.to_string_lossy();
    let bytes = world.read(&shown).map_err(|error| Failure::disk("cannot-read", path, &error))?;
    let text = String::from_utf8(bytes);
    text.map_err(|_| Failure::wrong_use("forecast-not-utf8").with("path", shown.into_owned()))
}

/// Why a series has no forecast.
enum NoForecast {
    /// Two of its rows speak of the same step, or of weeks that begin on different days.
    Unsound,
    Refused(Refusal),
}

fn forecast_of(series: &Series, args: &CsvArgs) -> Result<Forecast, NoForecast> {
    if !series.sound {
        return Err(NoForecast::Unsound);
    }
    let season = args.season.map_or(args.freq.season(), usize::from);
    let horizon = usize::from(args.horizon);
    let request = Request { values: &series.values, season, horizon, known: None, pool: None };
    forecast(&request).map_err(NoForecast::Refused)
}

/// What is told of a forecast, each with how many steps ahead it ends: its steps, or their total.
fn rows_of(forecast: &Forecast, total: bool) -> Vec<(usize, Step)> {
    let steps = &forecast.steps;
    match total {
        true => vec![(steps.len(), forecast.total(0..steps.len()))],
        false => (1..).zip(steps.iter().copied()).collect(),
    }
}

fn write_rows(
    out: &mut String,
    series: &Series,
    (forecast, rows): (&Forecast, Vec<(usize, Step)>),
    freq: Freq,
) {
    for (ahead, Step { point, band80, band95 }) in rows {
        let date = freq.later(series.last, ahead);
        let figures = [point, band80.low, band80.high, band95.low, band95.high].map(number).join(",");
        let (id, origin, method) = (quoted(&series.id), series.last, forecast.method.id());
        writeln!(out, "{id},{origin},{date},{figures},{method}").ok();
    }
}

/// Nine digits: more would be noise.
fn number(value: f64) -> String {
    let rounded: f64 = format!("{value:.8e}").parse().unwrap_or(value);
    // A band that begins below zero by a rounding is not shown as -0.
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

fn quoted(id: &str) -> String {
    if id.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", id.replace('"', "\"\""))
    } else {
        id.to_owned()
    }
}

/// Says which row is bad and why, as `file:line`.
fn tell(bad: &Bad, path: &Path, shell: &mut Shell) {
    let place = format!("{}:{}", path.display(), bad.line);
    shell.complain(bad.key, &[("place", place.into()), ("found", bad.found.as_str().into())]);
}

fn tell_refusal(series: &Series, refusal: NoForecast, shell: &mut Shell) {
    let id = ("id", series.id.as_str().into());
    let counted = |known: usize, needed: usize| [("known", known.into()), ("needed", needed.into())];
    let (key, more) = match refusal {
        NoForecast::Unsound => ("forecast-unsound", Vec::new()),
        NoForecast::Refused(Refusal::TooFew { known, needed }) => {
            ("forecast-too-few", counted(known, needed).to_vec())
        }
        NoForecast::Refused(Refusal::NoSpread { known, needed }) => {
            ("forecast-no-spread", counted(known, needed).to_vec())
        }
        // No multipliers are given here.
        NoForecast::Refused(Refusal::TooLarge | Refusal::BadMultipliers) => {
            ("forecast-too-large", Vec::new())
        }
    };
    let args: Vec<_> = std::iter::once(id).chain(more).collect();
    shell.complain(key, &args);
}
