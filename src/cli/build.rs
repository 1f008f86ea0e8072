//! `opsreport build`: the site, published.

use clap::Args;

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::bundle::Bundle;
use crate::diagnostic::Arg;
use crate::pipeline;
use crate::publish::{Report, may_publish, publish};

/// The flags of `build`.
#[derive(Debug, Args)]
pub(super) struct BuildArgs {
    /// How findings are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &BuildArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    may_publish(&setup.out, &setup.root)?;
    let run = progress::during(shell, || pipeline::build(setup.world()));
    setup.world.whole()?;
    let outcome = findings::report(&run, args.format, setup, shell)?;
    if !run.findings.is_empty() {
        findings::close(&run, shell);
    }
    match run.value {
        Some(bundle) if outcome == Outcome::Fine => {
            let report = publish(&bundle, &setup.out, &setup.root)?;
            shell.say("published", &said(&bundle, report, setup));
            Ok(Outcome::Fine)
        }
        _ => {
            shell.say("not-published", &[("out", out(setup))]);
            Ok(Outcome::Findings)
        }
    }
}

fn said(bundle: &Bundle, report: Report, setup: &Setup) -> [(&'static str, Arg); 6] {
    [
        ("pages", bundle.pages().into()),
        ("files", bundle.len().into()),
        ("added", report.added.into()),
        ("changed", report.changed.into()),
        ("removed", report.removed.into()),
        ("out", out(setup)),
    ]
}

fn out(setup: &Setup) -> Arg {
    setup.out.display().to_string().into()
}
