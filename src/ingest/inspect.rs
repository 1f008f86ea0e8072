//! Loose files, looked at before they are filed.

use rayon::prelude::*;

use super::filing::{Homeless, home};
use super::gather::gather;
use super::identify::{Know, ONLY_MARKET, span};
use super::library::Library;
use super::pattern::{Captures, Pattern};
use super::read::{self, Outcome};
use super::setting::Setting;
use super::source_file::SourceFile;
use crate::diagnostic::{Arg, Diagnostics, codes};
use crate::facts::ImportedFile;
use crate::metric::Catalogue;
use crate::quantity::Currency;
use crate::workspace::{Source, Workspace};
use crate::world::World;

/// Stands in for what neither the file nor its reader says, so that its rows can be read all the same.
const SOME_MARKETPLACE: &str = "?";
const SOME_PERIOD: &str = "2000-01-01";

/// How results usually lie, for files that no source matches.
const USUAL: &[&str] = &["results/{marketplace}/{period}/*", "{marketplace}/{period}/*"];

/// A loose file, and what is said of it beside its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loose {
    /// Its path, as the world knows it.
    pub path: String,
    /// Its marketplace; from its path or its content when nothing is said.
    pub marketplace: Option<String>,
    /// Its period, such as `2026-10`; from its path or its content when nothing is said.
    pub period: Option<String>,
}

/// What a loose file is and holds.
#[derive(Clone, Debug)]
pub struct Inspection {
    /// What the import log would keep of it.
    pub file: ImportedFile,
    /// What is wrong with it.
    pub findings: Diagnostics,
    /// What neither its content nor its path says: `period`, `marketplace`.
    pub lacks: Vec<&'static str>,
    /// The path in the workspace at which a source finds it, or why there is none.
    pub home: Result<String, Homeless>,
}

/// Reads each file by itself, as `measure` would; what only its folder would say may be missing.
pub fn inspect(world: &dyn World, workspace: &Workspace, files: &[Loose]) -> Vec<Inspection> {
    let setting = file_setting(workspace);
    let (library, _) = Library::of(workspace);
    let know = Know { world, setting: &setting, library: &library };
    let patterns = patterns(&workspace.config.sources);
    let read = |file| {
        let (log, findings, lacks) = one(know, (file, &patterns));
        Inspection { home: home(&workspace.config.sources, file, &log), file: log, findings, lacks }
    };
    files.par_iter().map(read).collect()
}

/// All that files hold is shown, whichever file the company takes a usual measure from.
fn file_setting(workspace: &Workspace) -> Setting {
    let mut setting = Setting::of(workspace);
    let usual = Catalogue::standard();
    setting.measures.retain(|own| usual.measures().iter().all(|measure| measure.id != own.id));
    setting.measures.extend_from_slice(usual.measures());
    setting.markets.add_stranger(SOME_MARKETPLACE, Currency::NONE);
    setting
}

fn patterns(sources: &[Source]) -> Vec<Pattern> {
    let own = sources.iter().map(|source| source.pattern.as_str());
    own.chain(USUAL.iter().copied()).map(Pattern::new).collect()
}

fn one(know: Know<'_>, (file, patterns): (&Loose, &[Pattern])) -> Read {
    let captures = captures(know.setting, file, patterns);
    let mut source = SourceFile { path: file.path.as_str().into(), captures, kind: None };
    let mut lacks = Vec::new();
    loop {
        let outcome = read::read_one(know, &source);
        match missing(&outcome.findings) {
            Some("period") if source.captures.period.is_none() => {
                source.captures.period = Some(SOME_PERIOD.to_owned());
                lacks.push("period");
            }
            Some("marketplace") if source.captures.marketplace.is_none() => {
                source.captures.marketplace = Some(SOME_MARKETPLACE.to_owned());
                lacks.push("marketplace");
            }
            _ => return gathered(know.setting, outcome, lacks),
        }
    }
}

/// What the reader says, else what the path says.
fn captures(setting: &Setting, file: &Loose, patterns: &[Pattern]) -> Captures {
    let tails = std::iter::once(file.path.as_str())
        .chain(file.path.match_indices('/').map(|(at, _)| &file.path[at + 1..]));
    let mut found = tails.flat_map(|tail| patterns.iter().filter_map(|pattern| pattern.matches(tail)));
    let by_path = found.find(|captures| is_plausible(setting, captures)).unwrap_or_default();
    Captures {
        marketplace: file.marketplace.clone().or(by_path.marketplace),
        period: file.period.clone().or(by_path.period),
    }
}

/// Folders of any name match a pattern: what they say must be a marketplace and a period.
fn is_plausible(setting: &Setting, captures: &Captures) -> bool {
    let code = |name: &str| name.len() == 2 && name.bytes().all(|byte| byte.is_ascii_uppercase());
    let market = |name: &String| setting.markets.find(name).is_some() || code(name);
    let said = captures.marketplace.is_some() || captures.period.is_some();
    said && captures.marketplace.as_ref().is_none_or(market)
        && captures.period.as_deref().is_none_or(|text| span(text).is_some())
}

/// What the path would have to say.
fn missing(findings: &Diagnostics) -> Option<&'static str> {
    let finding = findings.iter().find(|finding| finding.code == codes::NO_PERIOD)?;
    let lacks = finding.args.iter().find(|(name, _)| *name == "lacks");
    ["period", "marketplace"].into_iter().find(|word| lacks.is_some_and(|(_, arg)| *arg == Arg::from(*word)))
}

/// What was read of a file, what is wrong with it, and what it lacks.
type Read = (ImportedFile, Diagnostics, Vec<&'static str>);

fn gathered(setting: &Setting, outcome: Outcome, lacks: Vec<&'static str>) -> Read {
    let mut file = outcome.log.clone();
    // By itself: what files say against each other is seen once they are filed.
    let (facts, findings) = gather(setting, vec![outcome]);
    if let Some(gathered) = facts.log().files.first() {
        file.clone_from(gathered);
    }
    if lacks.contains(&"period") {
        file.period = None;
    }
    file.marketplaces.retain(|id| ![SOME_MARKETPLACE, ONLY_MARKET].contains(&id.as_str()));
    file.currencies.retain(|currency| *currency != Currency::NONE);
    let findings = findings.iter().filter(|finding| finding.code != codes::NO_RATE).cloned().collect();
    (file, findings, lacks)
}
