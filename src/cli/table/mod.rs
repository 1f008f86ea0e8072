//! `opsreport table`: computed figures for spreadsheets, notebooks and tests.

mod json;
mod text;

use clap::{Args, ValueEnum};

use super::args::{Format, day};
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::facts::Basis;
use crate::pipeline;
use crate::quantity::{Day, Lang};
use crate::table::{Flat, Table, TableRequest, csv};
use crate::tables::{Refusal, TABLES, UnknownName};

/// What is asked of `table`.
#[derive(Debug, Args)]
pub(super) struct TableArgs {
    /// The table
    #[arg(value_parser = clap::builder::PossibleValuesParser::new(TABLES))]
    name: String,
    /// How the table is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TableFormat,
    /// Dimensions of the rows: product, marketplace, sku, category, region, month, or one of your own
    #[arg(long, value_name = "DIM,…", value_delimiter = ',')]
    by: Vec<String>,
    /// Only rows of this value; may be given several times
    #[arg(long = "where", value_name = "DIM=VALUE")]
    filters: Vec<String>,
    /// First day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    from: Option<Day>,
    /// Last day
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day)]
    to: Option<Day>,
    /// Measures and metrics; all when none is named
    #[arg(long = "metric", value_name = "METRIC,…", value_delimiter = ',')]
    metrics: Vec<String>,
    /// The rates at which results in other currencies are summed
    #[arg(long, value_name = "RATES", default_value = "plan")]
    rates: Rates,
}

/// The rates of `fx` rows that sums are made at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Rates {
    /// Those of the plan: the business alone
    Plan,
    /// Those that came to be
    Actual,
}

/// How a table is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TableFormat {
    /// Columns that line up
    Text,
    /// For spreadsheets
    Csv,
    /// One array of objects
    Json,
}

impl TableArgs {
    fn request(&self, lang: &Lang) -> Result<TableRequest, Failure> {
        let filters: Result<Vec<_>, _> = self.filters.iter().map(|text| filter(text)).collect();
        if let (Some(from), Some(to)) = (self.from, self.to)
            && from > to
        {
            let failure = Failure::wrong_use("bad-span").with("from", from.to_string());
            return Err(failure.with("to", to.to_string()));
        }
        let (name, by, metrics) = (self.name.clone(), self.by.clone(), self.metrics.clone());
        let rates = match self.rates {
            Rates::Plan => Basis::Plan,
            Rates::Actual => Basis::Actual,
        };
        let lang = Some(lang.clone());
        Ok(TableRequest { name, by, filters: filters?, from: self.from, to: self.to, metrics, rates, lang })
    }
}

fn filter(text: &str) -> Result<(String, String), Failure> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err(Failure::wrong_use("bad-where").with("value", text)),
    }
}

pub(super) fn run(args: &TableArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let request = args.request(shell.locale.lang())?;
    let run = progress::during(shell, || pipeline::table(setup.world(), &request));
    setup.world.whole()?;
    let outcome = findings::report(&run, Format::Text, setup, shell)?;
    match run.value {
        Some(Err(refusal)) => Err(refused(refusal)),
        Some(Ok(table)) => {
            shell.result(&print(&table, args.format))?;
            Ok(outcome)
        }
        None => {
            shell.complain("no-table", &[("name", args.name.as_str().into())]);
            Ok(Outcome::Findings)
        }
    }
}

/// What cannot be asked is wrong use, and the message says why, and what there is.
fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::Unknown(unknown) => unknown_name(unknown),
        Refusal::Grain { metric, measure, of, grains } => {
            let key = if metric == measure { "no-such-grain" } else { "no-such-grain-of" };
            let failure = Failure::wrong_use(key).with("metric", metric).with("measure", measure);
            failure.with("of", of).with("grains", grains)
        }
        Refusal::Applies { metric, dimension } => {
            Failure::wrong_use("not-applied").with("metric", metric).with("dimension", dimension)
        }
        Refusal::Second { first, second } => {
            Failure::wrong_use("second-dimension").with("first", first).with("second", second)
        }
        Refusal::Unplanned { dimension } => Failure::wrong_use("not-planned").with("dimension", dimension),
    }
}

fn unknown_name(unknown: UnknownName) -> Failure {
    let key = if unknown.nearest.is_some() { "no-such-name-nearest" } else { "no-such-name" };
    let failure = Failure::wrong_use(key).with("what", unknown.what).with("name", unknown.name);
    failure.with("nearest", unknown.nearest.unwrap_or_default()).with("known", unknown.known.join(", "))
}

pub(super) fn print(table: &Table, format: TableFormat) -> String {
    match format {
        TableFormat::Text => text::print(table),
        TableFormat::Csv => csv::print(table),
        TableFormat::Json => json::print(&Flat::of(table)),
    }
}

#[cfg(test)]
mod tests;
