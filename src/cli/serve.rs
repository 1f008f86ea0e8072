//! `opsreport serve`: the preview.

use std::path::Path;

use clap::Args;

use super::args::{Common, Format};
use super::environment::Environment;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings};
use crate::diagnostic::render::{self, View};
use crate::mishap::caught;
use crate::pipeline;
use crate::serve::{Preview, Server};

/// The flags of `serve`.
#[derive(Debug, Args)]
pub(super) struct ServeArgs {
    /// Port on 127.0.0.1; the next free one when it is taken
    #[arg(long, value_name = "PORT", default_value_t = 4000)]
    port: u16,
}

pub(super) fn run(args: &ServeArgs, common: &Common, environment: &Environment) -> Result<Outcome, Failure> {
    let setup = Setup::new(common, environment)?;
    let mut shell = Shell::new(common, environment)?;
    let server = Server::bind(args.port).map_err(|error| {
        let failure = Failure::disk("cannot-serve", Path::new(""), &error);
        failure.with("port", args.port.to_string())
    })?;
    shell.say("serving", &[("url", server.url().into())]);
    let root = setup.root.clone();
    let served = server.run(&root, move || preview(&setup, &mut shell));
    served.map_err(|error| Failure::disk("cannot-watch", &root, &error))?;
    Ok(Outcome::Fine)
}

/// Builds once; the findings go to the terminal and, when they forbid the site, to the page.
fn preview(setup: &Setup, shell: &mut Shell) -> Preview {
    let run = match caught(|| pipeline::build(setup.world())) {
        Ok(run) => run,
        Err(mishap) => {
            let failure = Failure::from(mishap);
            shell.fail(&failure);
            return Preview { bundle: None, findings: shell.sentence(&failure) };
        }
    };
    // The terminal may be gone; the browser is not.
    findings::report(&run, Format::Text, setup, shell).ok();
    match &run.value {
        Some(bundle) => shell.say("rebuilt", &[("pages", bundle.pages().into())]),
        None => findings::close(&run, shell),
    }
    let view = View { world: setup.world(), prefix: &setup.prefix, locale: &shell.locale, color: false };
    let findings =
        if run.value.is_none() { render::text(&run.findings.sorted(), &view) } else { String::new() };
    Preview { bundle: run.value, findings }
}
