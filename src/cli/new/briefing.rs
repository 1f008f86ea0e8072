//! `opsreport new --briefing`: this month's briefing, with the facts filled in.

use super::NewArgs;
use crate::cli::args::{Common, Format};
use crate::cli::environment::Environment;
use crate::cli::failure::Failure;
use crate::cli::setup::{self, Setup};
use crate::cli::shell::Shell;
use crate::cli::{Outcome, findings, progress};
use crate::compose::{CannotDraft, DraftRequest, Drafted};
use crate::quantity::Id;
use crate::{pipeline, publish};

pub(super) fn run(
    args: &NewArgs,
    common: &Common,
    environment: &Environment,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let root = setup::root(args.dir.as_deref().or(common.root.as_deref()))?;
    let setup = Setup::at(root, common, environment)?;
    let id = |name: &Option<String>| name.as_deref().map(str::to_owned);
    let request = DraftRequest {
        category: id(&args.category).map(|name| Id::new(&name)),
        marketplace: id(&args.marketplace).map(|name| Id::new(&name)),
    };
    let run = progress::during(shell, || pipeline::draft(setup.world(), &request));
    setup.world.whole()?;
    match &run.value {
        Some(Ok(drafted)) => write(drafted, &setup, shell),
        Some(Err(cannot)) => Err(refused(cannot)),
        None => {
            findings::report(&run, Format::Text, &setup, shell)?;
            shell.complain("draft-nothing", &[]);
            Ok(Outcome::Findings)
        }
    }
}

/// Writes the files, never over one that is there: a text beside a briefing may have been begun before it.
fn write(drafted: &Drafted, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let shown = |path: &str| format!("{}{path}", setup.prefix);
    // Nobody stops it between the briefing and its texts: asked again it would be refused.
    let written = shell.stop.during(|| {
        let mut written = Vec::new();
        for (path, text) in &drafted.files {
            match publish::create(&setup.root.join(path), text.as_bytes())? {
                true => written.push(path),
                false if written.is_empty() => break,
                false => {}
            }
        }
        Ok(written)
    })?;
    if let Some((path, _)) = drafted.files.first().filter(|_| written.is_empty()) {
        return Err(Failure::wrong_use("draft-taken").with("path", shown(path)));
    }
    for path in written {
        shell.say("drafted", &[("path", shown(path).into())]);
    }
    Ok(Outcome::Fine)
}

fn refused(cannot: &CannotDraft) -> Failure {
    match cannot {
        CannotDraft::NoCategory(name) => Failure::wrong_use("draft-no-category").with("name", name.as_str()),
        CannotDraft::NoMarketplace(name) => {
            Failure::wrong_use("draft-no-marketplace").with("name", name.as_str())
        }
        CannotDraft::Taken(file) => Failure::wrong_use("draft-taken").with("path", file.as_str()),
    }
}
