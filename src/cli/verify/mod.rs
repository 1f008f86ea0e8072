//! `opsreport verify`: whether archives and a published site are what their manifests say.

mod print;
mod target;

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Common;
use super::failure::Failure;
use super::setup;
use super::shell::Shell;
use super::{Outcome, progress};
use crate::archive::{CannotRebuild, Checked, Fault, Linked, Signature, chain, rebuild};
use crate::bag::TAG_MANIFEST;
use crate::diagnostic::Arg;
use crate::pipeline;

use target::{Kind, Target};

/// The arguments of `verify`.
#[derive(Debug, Args)]
pub(super) struct VerifyArgs {
    /// An archive (folder or .zip), a folder of archives or a published site [default: the archives of the workspace and its site]
    path: Option<PathBuf>,
    /// How the verdicts are printed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: VerifyFormat,
    /// Who may sign archives: a file of allowed signers, as ssh-keygen reads it; an archive that none of them signed fails
    #[arg(long, value_name = "FILE")]
    signers: Option<PathBuf>,
    /// Build the pages and tables of each archive again from the inputs in it, and compare them byte by byte
    #[arg(long)]
    rebuild: bool,
}

/// How verdicts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum VerifyFormat {
    /// For people
    Text,
    /// One object per line
    Json,
}

/// What was found of one thing.
struct Verdict {
    target: Target,
    checked: Checked,
    /// Who signed it, when that was asked for and is so.
    signer: Option<String>,
    /// Why it was not built again, when that was asked for: the key of the sentence and what it speaks of.
    note: Option<Note>,
}

/// What is said of a thing that is no fault of it.
type Note = (&'static str, Vec<(&'static str, Arg)>);

pub(super) fn run(args: &VerifyArgs, common: &Common, shell: &mut Shell) -> Result<Outcome, Failure> {
    let targets = targets(args.path.as_deref(), common)?;
    let mut verdicts = Vec::new();
    for target in targets {
        verdicts.push(verdict(target, args, shell)?);
    }
    link(&mut verdicts);
    let text = match args.format {
        VerifyFormat::Text => print::text(&verdicts, &shell.locale),
        VerifyFormat::Json => print::json(&verdicts, &shell.locale),
    };
    shell.result(&text)?;
    let damaged = verdicts.iter().filter(|verdict| !verdict.checked.faults.is_empty()).count();
    let counts = [("whole", (verdicts.len() - damaged).into()), ("damaged", damaged.into())];
    shell.say(if damaged == 0 { "verify-all-whole" } else { "verify-some-damaged" }, &counts);
    Ok(if damaged == 0 { Outcome::Fine } else { Outcome::Damaged })
}

/// What there is to verify: what was named, or the archives of the workspace and its site.
fn targets(path: Option<&Path>, common: &Common) -> Result<Vec<Target>, Failure> {
    let read = |found: fn(&Path) -> io::Result<Vec<Target>>, path: &Path| {
        found(path).map_err(|error| Failure::disk("cannot-read", path, &error))
    };
    let (targets, place) = match path {
        Some(path) => {
            path.metadata().map_err(|error| Failure::disk("cannot-read", path, &error))?;
            (read(Target::all, path)?, path.to_owned())
        }
        None => {
            let archive = setup::root(common.root.as_deref())?.join("archive");
            let site = read(Target::all, &common.out)?.into_iter().filter(|target| target.kind == Kind::Site);
            (read(Target::below, &archive)?.into_iter().chain(site).collect(), archive)
        }
    };
    match targets.is_empty() {
        true => Err(Failure::wrong_use("verify-nothing").with("path", place.display().to_string())),
        false => Ok(targets),
    }
}

fn verdict(target: Target, args: &VerifyArgs, shell: &mut Shell) -> Result<Verdict, Failure> {
    let signers = args.signers.as_deref();
    let unread = |error: io::Error| Failure::disk("cannot-read", &target.path, &error);
    let mut checked = target.check().map_err(unread)?;
    let signed = match signers.filter(|_| checked.root.is_some() && target.kind != Kind::Site) {
        Some(signers) => signed(&target, signers)?,
        None => Ok(None),
    };
    let signer = signed.unwrap_or_else(|fault| {
        checked.faults.push(fault);
        None
    });
    let mut note = None;
    if args.rebuild && checked.faults.is_empty() && target.kind != Kind::Site {
        match rebuilt(&target, shell)? {
            Ok(faults) => checked.faults.extend(faults),
            Err(why) => note = Some(why),
        }
    }
    Ok(Verdict { target, checked, signer, note })
}

/// What an archive's own inputs make differently, or why that cannot be asked.
fn rebuilt(target: &Target, shell: &mut Shell) -> Result<Result<Vec<Fault>, Note>, Failure> {
    let unread = |error: io::Error| Failure::disk("cannot-read", &target.path, &error);
    let mut source = target.source().map_err(unread)?;
    let found = progress::during(shell, || {
        rebuild(source.as_mut(), &|world, request| pipeline::archive(world, request).value?.ok())
    });
    Ok(match found {
        Ok(faults) => Ok(faults),
        Err(CannotRebuild::Unreadable | CannotRebuild::Refused) => Ok(vec![Fault::Unmade]),
        Err(CannotRebuild::NoInputs) => Err(("rebuild-no-inputs", Vec::new())),
        Err(CannotRebuild::OtherVersion(version)) => {
            Err(("rebuild-other-version", vec![("version", version.into())]))
        }
    })
}

/// Who signed an archive, or what is wrong with its signature.
fn signed(target: &Target, signers: &Path) -> Result<Result<Option<String>, Fault>, Failure> {
    let Some(file) = target.signature() else { return Ok(Err(Fault::Unsigned)) };
    let unread = |error: io::Error| Failure::disk("cannot-read", &target.path, &error);
    let bytes = target.source().and_then(|mut source| source.read(TAG_MANIFEST, 64 << 20)).map_err(unread)?;
    let found = Signature { file: &file, signers }.signer(&bytes);
    let found = found.map_err(|error| Failure::disk("cannot-run", Path::new("ssh-keygen"), &error))?;
    Ok(found.map(Some).map_err(|reason| Fault::Signature { reason }))
}

/// Adds what is wrong with the chain, where there is more than one archive to look at.
fn link(verdicts: &mut [Verdict]) {
    let archives: Vec<usize> =
        (0..verdicts.len()).filter(|at| matches!(verdicts[*at].target.kind, Kind::Bag | Kind::Zip)).collect();
    let names: Vec<String> = archives.iter().map(|at| verdicts[*at].target.name()).collect();
    let linked = archives.iter().zip(&names).map(|(at, name)| {
        let checked = &verdicts[*at].checked;
        Linked { name, root: checked.root, info: &checked.info }
    });
    let linked: Vec<Linked<'_>> = linked.collect();
    let faults = if linked.len() > 1 { chain(&linked) } else { Vec::new() };
    for (at, faults) in archives.into_iter().zip(faults) {
        verdicts[at].checked.faults.extend(faults);
    }
}
