//! `opsreport archive`: a closed period becomes a bag that nothing changes any more.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress, typeset};
use crate::archive::{Bag, Obstacle, Refused, Request, Shelf, Signature};
use crate::bag::ARCHIVE;
use crate::diagnostic::render::safe;
use crate::pipeline;
use crate::publish::{self, New, Take, resolve};
use crate::quantity::Period;

/// What is asked of `archive`.
#[derive(Debug, Args)]
pub(super) struct ArchiveArgs {
    /// Month, quarter or year that has ended, such as 2026-Q3
    #[arg(value_name = "PERIOD", value_parser = period)]
    period: Period,
    /// Folder that archives lie in [default: archive in the workspace]
    #[arg(long, value_name = "DIR")]
    into: Option<PathBuf>,
    /// Write one file instead of a folder
    #[arg(long)]
    zip: bool,
    /// Whether reports are put into the archive, or their hashes alone
    #[arg(long, value_name = "WHAT", default_value = "copy")]
    inputs: Inputs,
    /// Add a reading copy for paper (PDF/A), set by the program typst
    #[arg(long)]
    pdf: bool,
    /// Archive while the loop is open, for this reason; it is archived too
    #[arg(long, value_name = "REASON", value_parser = reason)]
    open: Option<String>,
    /// Archive while figures may still change, for this reason; it is archived too
    #[arg(long, value_name = "REASON", value_parser = reason)]
    provisional: Option<String>,
    /// Archive a period again, for this reason; the first archive stays
    #[arg(long, value_name = "REASON", value_parser = reason)]
    again: Option<String>,
    /// Sign with this SSH key, by ssh-keygen
    #[arg(long, value_name = "KEY")]
    sign: Option<PathBuf>,
}

/// Whether reports are put into an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Inputs {
    /// Their bytes
    Copy,
    /// Their hashes alone; what people wrote is always there
    Hashes,
}

fn period(text: &str) -> Result<Period, String> {
    Period::parse(text).ok_or_else(|| "not a period of the form 2026-Q3, 2026-09 or 2026".to_owned())
}

fn reason(text: &str) -> Result<String, String> {
    match text.trim().is_empty() {
        true => Err("say why: the reason is archived".to_owned()),
        false => Ok(text.to_owned()),
    }
}

pub(super) fn run(args: &ArchiveArgs, setup: &Setup, shell: &mut Shell) -> Result<Outcome, Failure> {
    let folder = folder(args, setup)?;
    let shelf = Shelf::of(&folder).map_err(|error| Failure::disk("cannot-read", &folder, &error))?;
    let request = Request {
        period: args.period,
        with_inputs: args.inputs == Inputs::Copy,
        reading: args.pdf,
        open: args.open.clone(),
        provisional: args.provisional.clone(),
        again: args.again.clone(),
        shelf,
    };
    let run = progress::during(shell, || pipeline::archive(setup.world(), &request));
    setup.world.whole()?;
    let denied = findings::are_denied(&run, setup);
    match run.value {
        Some(Ok(bag)) if !denied => write(&with_pdf(bag, setup)?, args, (&folder, setup), shell),
        // What is found elsewhere in the workspace would bury what stands in the way.
        Some(Err(refused)) => refuse(&refused, args, setup, shell),
        _ => {
            findings::report(&run, Format::Text, setup, shell)?;
            shell.complain("archiving-findings", &[]);
            Ok(Outcome::Findings)
        }
    }
}

/// The bag with the PDF of its reading copy, where one is asked for.
fn with_pdf(bag: Bag, setup: &Setup) -> Result<Bag, Failure> {
    let Some(source) = bag.reading() else { return Ok(bag) };
    let pdf = typeset::pdf(source, setup.world().today())?;
    Ok(bag.with_pdf(pdf))
}

/// The folder that archives lie in. Elsewhere in the workspace, what is in them would be read as its own; below that
/// folder, the folder above them would be taken for an archive.
fn folder(args: &ArchiveArgs, setup: &Setup) -> Result<PathBuf, Failure> {
    let usual = setup.root.join(ARCHIVE.trim_end_matches('/'));
    let Some(into) = &args.into else { return Ok(usual) };
    let there = resolve(into)?;
    match there.starts_with(resolve(&setup.root)?) && there != resolve(&usual)? {
        true => Err(Failure::wrong_use("archiving-inside").with("path", into.display().to_string())),
        false => Ok(into.clone()),
    }
}

/// Puts the bag where it belongs, whole or not at all; the signature beside it.
fn write(
    bag: &Bag,
    args: &ArchiveArgs,
    (folder, setup): (&Path, &Setup),
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let name = if args.zip { format!("{}.zip", bag.name) } else { bag.name.clone() };
    let path = folder.join(&name);
    let signature = args.sign.as_deref().map(|key| signed(bag, key)).transpose()?;
    let beside = folder.join(format!("{}.sig", bag.name));
    let beside = signature.as_deref().map(|signature| (beside.as_path(), signature));
    let new = New { path: &path, beside, stop: &shell.stop };
    let is_new = shell.stop.during(|| match args.zip {
        true => publish::create_by(new, &mut |file| bag.zip(setup.world(), file)),
        false => publish::create_folder(new, &mut |take: Take<'_>| bag.each(setup.world(), take)),
    })?;
    if !is_new {
        return Err(Failure::wrong_use("archiving-taken").with("path", path.display().to_string()));
    }
    if let Some((path, _)) = beside {
        shell.say("archiving-signed", &[("path", path.display().to_string().into())]);
    }
    let root = bag.root().to_string();
    shell.result(&format!("{root}  {}\n", path.display()))?;
    shell.say("archived", &[("files", bag.len().into()), ("path", path.display().to_string().into())]);
    let tag = [("name", bag.name.as_str().into()), ("root", root.into())];
    shell.say("archived-next", &tag);
    Ok(Outcome::Fine)
}

/// A signature over what the root is the hash of.
fn signed(bag: &Bag, key: &Path) -> Result<Vec<u8>, Failure> {
    let fault = |error: io::Error| Failure::disk("archiving-cannot-sign", key, &error);
    let made = Signature::make(key, bag.tag_manifest().as_bytes()).map_err(fault)?;
    made.map_err(|why| fault(io::Error::other(why)))
}

fn refuse(
    refused: &Refused,
    args: &ArchiveArgs,
    setup: &Setup,
    shell: &mut Shell,
) -> Result<Outcome, Failure> {
    let period = args.period.to_string();
    let wrong = |key| Failure::wrong_use(key).with("period", period.as_str());
    match refused {
        Refused::TooShort => Err(wrong("archiving-too-short")),
        Refused::NotOver => Err(wrong("archiving-not-over")),
        Refused::Taken(name) => Err(wrong("archiving-again").with("name", name.as_str())),
        Refused::NotThere => Err(wrong("archiving-not-there")),
        Refused::Against(found) => {
            let parts = [("archiving-open", &found.open), ("archiving-changing", &found.provisional)];
            for (key, obstacles) in parts.into_iter().filter(|(_, obstacles)| !obstacles.is_empty()) {
                shell.complain(key, &[("period", period.as_str().into())]);
                obstacles.iter().for_each(|obstacle| list(obstacle, setup, shell));
            }
            Ok(Outcome::Findings)
        }
    }
}

/// `  content/cycles/2026-Q3.yaml:41:3: …`
fn list(obstacle: &Obstacle, setup: &Setup, shell: &mut Shell) {
    let words = safe(&shell.locale.fill(obstacle.key, &obstacle.args));
    let place = obstacle.place.as_ref().map(|place| format!("{}{place}: ", setup.prefix));
    shell.write(&format!("  {}{words}\n", safe(&place.unwrap_or_default())));
}
