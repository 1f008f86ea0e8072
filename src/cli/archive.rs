//! `opsreport archive`: a closed period becomes a bag that nothing changes any more.

use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};

use clap::{Args, ValueEnum};

use super::args::Format;
use super::failure::Failure;
use super::setup::Setup;
use super::shell::Shell;
use super::{Outcome, findings, progress};
use crate::archive::{Bag, Obstacle, Refused, Request, Shelf};
use crate::bag::ARCHIVE;
use crate::diagnostic::render::safe;
use crate::pipeline;
use crate::publish::{self, Take};
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
        open: args.open.clone(),
        provisional: args.provisional.clone(),
        again: args.again.clone(),
        shelf,
    };
    let run = progress::during(shell, || pipeline::archive(setup.world(), &request));
    setup.world.whole()?;
    let denied = findings::are_denied(&run, setup);
    match run.value {
        Some(Ok(bag)) if !denied => write(&bag, args, (&folder, setup), shell),
        // What is found elsewhere in the workspace would bury what stands in the way.
        Some(Err(refused)) => refuse(&refused, args, setup, shell),
        _ => {
            findings::report(&run, Format::Text, setup, shell)?;
            shell.complain("archiving-findings", &[]);
            Ok(Outcome::Findings)
        }
    }
}

/// The folder that archives lie in. Elsewhere in the workspace, what is in them would be read as its own; below that
/// folder, the folder above them would be taken for an archive.
fn folder(args: &ArchiveArgs, setup: &Setup) -> Result<PathBuf, Failure> {
    let usual = setup.root.join(ARCHIVE.trim_end_matches('/'));
    let Some(into) = &args.into else { return Ok(usual) };
    let there = resolved(into);
    match there.starts_with(resolved(&setup.root)) && there != resolved(&usual) {
        true => Err(Failure::wrong_use("archiving-inside").with("path", into.display().to_string())),
        false => Ok(into.clone()),
    }
}

/// The absolute path with its links followed, as far as it exists.
fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let there = absolute.ancestors().find_map(|folder| Some((folder, folder.canonicalize().ok()?)));
    let Some((folder, found)) = there else { return absolute };
    let rest = absolute.strip_prefix(folder).unwrap_or(Path::new(""));
    rest.components().fold(found, |path, part| match part {
        Component::ParentDir => path.parent().unwrap_or(&path).to_owned(),
        part => path.join(part),
    })
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
    let new = shell.stop.during(|| match args.zip {
        true => publish::create_by(&path, &mut |file| bag.zip(setup.world(), file)),
        false => publish::create_folder(&path, &mut |take: Take<'_>| bag.each(setup.world(), take)),
    })?;
    if !new {
        return Err(Failure::wrong_use("archiving-taken").with("path", path.display().to_string()));
    }
    if let Some(signature) = signature {
        let beside = folder.join(format!("{}.sig", bag.name));
        shell.stop.during(|| publish::overwrite(&beside, &signature))?;
        shell.say("archiving-signed", &[("path", beside.display().to_string().into())]);
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
    use std::io::Write;
    let fault = |error: std::io::Error| Failure::disk("archiving-cannot-sign", key, &error);
    let mut signer = Command::new("ssh-keygen");
    signer.args(["-Y", "sign", "-n", "opsreport", "-f"]).arg(key);
    let pipes = signer.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = pipes.spawn().map_err(fault)?;
    if let Some(mut stdin) = child.stdin.take() {
        // A signer that wants no more says why when it ends.
        stdin.write_all(bag.tag_manifest().as_bytes()).ok();
    }
    let output = child.wait_with_output().map_err(fault)?;
    let said = String::from_utf8_lossy(&output.stderr);
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(fault(std::io::Error::other(said.lines().next().unwrap_or_default().to_owned()))),
    }
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
