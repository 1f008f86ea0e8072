//! `opsreport plan season`: the months that results propose, beside those that hold now.

use clap::Args;

use crate::cli::args::Format;
use crate::cli::failure::Failure;
use crate::cli::setup::Setup;
use crate::cli::shell::Shell;
use crate::cli::table::{TableFormat, print};
use crate::cli::{Outcome, findings, progress};
use crate::pipeline::{self, Proposal};
use crate::plan::{CannotWrite, NoSeason, Origin, Season, SeasonRow};
use crate::publish;
use crate::quantity::Id;
use crate::table::{Cell, Column, Kind, Table};

/// What is asked of `plan season`.
#[derive(Debug, Args)]
pub(super) struct SeasonArgs {
    /// Goal whose months are proposed, such as G27-SALES
    #[arg(long, value_name = "GOAL")]
    goal: String,
    /// Write the weights in place of from-history, and nowhere else
    #[arg(long)]
    write: bool,
    /// How the proposal is printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: TableFormat,
}

pub(super) fn run(args: &SeasonArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let goal = Id::new(&args.goal);
    let run = progress::during(shell, || pipeline::season(setup.world(), &goal));
    setup.world.whole()?;
    let outcome = findings::report(&run, Format::Text, setup, shell)?;
    let proposal = match run.value {
        Some(Ok(proposal)) => proposal,
        Some(Err(none)) => return Err(refused(&none, &args.goal)),
        None => {
            shell.complain("no-season", &[("goal", args.goal.as_str().into())]);
            return Ok(Outcome::Findings);
        }
    };
    shell.result(&print(&table(&proposal.season), args.format))?;
    if args.write {
        write(&proposal, setup, shell)?;
    }
    Ok(outcome)
}

fn refused(none: &NoSeason, goal: &str) -> Failure {
    match none {
        NoSeason::NoGoal(known) => {
            Failure::wrong_use("season-no-goal").with("goal", goal).with("known", known.join(", "))
        }
        NoSeason::NoHistory => Failure::wrong_use("season-no-history").with("goal", goal),
    }
}

fn write(proposal: &Proposal, setup: &Setup, shell: &mut Shell) -> Result<(), Failure> {
    let goal = proposal.season.goal.as_str();
    let written = match &proposal.written {
        Ok(written) => written,
        Err(CannotWrite::Typed) => return Err(Failure::wrong_use("season-typed").with("goal", goal)),
        Err(CannotWrite::Elsewhere(place)) => {
            return Err(Failure::wrong_use("season-elsewhere").with("place", place.to_string()));
        }
    };
    let file = setup.root.join(&written.file);
    shell.stop.during(|| publish::overwrite(&file, written.text.as_bytes()))?;
    let path = format!("{}{}", setup.prefix, written.file);
    let lines: Vec<String> = written.lines.iter().map(u32::to_string).collect();
    shell.say("season-written", &[("path", path.into()), ("lines", lines.join(", ").into())]);
    Ok(())
}

/// Three rows for each product: what is proposed, what holds now, and what that would change.
fn table(season: &Season) -> Table {
    let mut columns = vec![Column::new("product", Kind::Text), Column::new("row", Kind::Text)];
    columns.extend(season.months.iter().map(|month| Column::new(month.to_string(), Kind::Count)));
    columns.push(Column::new("from", Kind::Text));
    Table { columns, rows: season.rows.iter().flat_map(|row| lines(season, row)).collect() }
}

fn lines(season: &Season, row: &SeasonRow) -> Vec<Vec<Cell>> {
    let product = row.product.as_ref().map_or("default", |id| id.as_str());
    let line = |name: &str, weights: Vec<Cell>, from: Cell| {
        let head = vec![Cell::Text(product.to_owned()), Cell::Text(name.to_owned())];
        [head, weights, vec![from]].concat()
    };
    let count = |weights: &[i128]| weights.iter().map(|weight| Cell::Count(*weight)).collect();
    let mut lines = vec![line("proposed", count(&row.proposed), Cell::Text(from(season, &row.origin)))];
    if let Some(typed) = &row.typed {
        let changes: Vec<i128> = (0..typed.len()).filter_map(|at| row.change(at)).collect();
        lines.push(line("typed", count(typed), Cell::Missing));
        lines.push(line("difference", count(&changes), Cell::Missing));
    }
    lines
}

fn from(season: &Season, origin: &Origin) -> String {
    let years = |years: &[i16]| years.iter().map(i16::to_string).collect::<Vec<_>>().join(" ");
    let measure = season.measure.as_str();
    match origin {
        Origin::Own(own) => format!("{measure} {}", years(own)),
        Origin::Pooled { months: None } => format!("{measure} {} (pooled)", years(&season.years)),
        Origin::Pooled { months: Some(months) } => {
            format!("{measure} {} (pooled: {months} months of its own)", years(&season.years))
        }
    }
}
