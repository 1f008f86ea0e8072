//! The forecasts of a workspace as they would be issued today, and issued.

use crate::cli::args::Format;
use crate::cli::failure::Failure;
use crate::cli::setup::Setup;
use crate::cli::shell::Shell;
use crate::cli::table::{TableFormat, print};
use crate::cli::{Outcome, findings, progress};
use crate::pipeline;
use crate::publish;
use crate::table::{Cell, Column, Kind, Table};
use crate::trend::Issue;
use crate::workspace::ISSUED_COLUMNS;

pub(super) fn run(
    (issue, format): (bool, TableFormat),
    setup: &Setup,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let run = progress::during(shell, || pipeline::issue(setup.world()));
    setup.world.whole()?;
    let outcome = findings::report(&run, Format::Text, setup, shell)?;
    let Some(issued) = run.value else {
        shell.complain("not-forecast", &[]);
        return Ok(Outcome::Findings);
    };
    if issue {
        write(&issued, setup, shell)?;
    } else {
        shell.result(&printed(&issued, format))?;
    }
    if issued.refused > 0 {
        shell.say("forecast-refused", &[("count", issued.refused.into())]);
    }
    Ok(outcome)
}

/// As text and JSON a table; as CSV just what the log would hold.
fn printed(issued: &Issue, format: TableFormat) -> String {
    if format == TableFormat::Csv {
        return issued.text();
    }
    let columns = ISSUED_COLUMNS.iter().map(|name| Column::new(*name, Kind::Text)).collect();
    let cell = |text: &String| if text.is_empty() { Cell::Missing } else { Cell::Text(text.clone()) };
    let rows = issued.rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    print(&Table { columns, rows }, format)
}

fn write(issued: &Issue, setup: &Setup, shell: &mut Shell) -> Result<(), Failure> {
    let path = format!("{}{}", setup.prefix, issued.path);
    if issued.rows.is_empty() {
        return Err(Failure::wrong_use("forecast-nothing"));
    }
    let file = setup.root.join(&issued.path);
    if !shell.stop.during(|| publish::create(&file, issued.text().as_bytes()))? {
        return Err(Failure::wrong_use("forecast-taken").with("path", path));
    }
    shell.say("forecast-issued", &[("rows", issued.rows.len().into()), ("path", path.into())]);
    Ok(())
}
