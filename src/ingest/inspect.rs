//! Loose files, looked at before they are filed.

use rayon::prelude::*;

use super::filing::{Homeless, home};
use super::gather::gather;
use super::identify::{Know, ONLY_MARKET, span};
use super::library::Library;
use super::pattern::{Captures, Pattern};
use super::place::{Markets, currencies};
use super::read::{Outcome, read_all};
use super::reader;
use super::setting::Setting;
use super::source_file::SourceFile;
use crate::diagnostic::{Arg, Diagnostics, codes};
use crate::facts::{Exchange, FileTotal, ImportedFile, Refusal};
use crate::metric::Catalogue;
use crate::quantity::{Currency, Text};
use crate::workspace::{Source, Workspace};
use crate::world::World;

/// Stands in for what neither the file nor its reader says, so that its rows can be read all the same.
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
    /// The names of its kind, and of the one it is most like.
    pub names: (Option<Text>, Option<Text>),
    /// The cells of what seems to be its header, when it was not recognised.
    pub header: Vec<String>,
    /// What is wrong with it.
    pub findings: Diagnostics,
    /// What neither its content nor its path says: `period`, `marketplace`.
    pub lacks: Vec<&'static str>,
    /// The path in the workspace at which a source finds it, or why there is none.
    pub home: Result<String, Homeless>,
}

/// What loose files are read with.
struct Desk<'a> {
    world: &'a dyn World,
    library: Library,
    own: Setting,
    /// The same, but any marketplace will do.
    open: Setting,
    patterns: Vec<Pattern>,
    sources: &'a [Source],
}

/// Reads each file by itself, as `measure` would; what only its folder would say may be missing.
pub fn inspect(world: &dyn World, workspace: &Workspace, files: &[Loose]) -> Vec<Inspection> {
    let own = file_setting(workspace);
    let sources = &workspace.config.sources;
    let patterns = sources.iter().map(|source| source.pattern.as_str()).chain(USUAL.iter().copied());
    let desk = Desk {
        world,
        library: Library::of(workspace).0,
        open: Setting { markets: Markets::of(&[]), exchange: Exchange::new(Currency::NONE), ..own.clone() },
        own,
        patterns: patterns.map(Pattern::new).collect(),
        sources,
    };
    files.par_iter().map(|file| desk.inspect(file)).collect()
}

/// All that files hold is shown, whichever file the company takes a usual measure from.
fn file_setting(workspace: &Workspace) -> Setting {
    let mut setting = Setting::of(workspace);
    let usual = Catalogue::standard();
    setting.measures.retain(|own| usual.measures().iter().all(|measure| measure.id != own.id));
    setting.measures.extend_from_slice(usual.measures());
    setting
}

impl Desk<'_> {
    fn inspect(&self, loose: &Loose) -> Inspection {
        let (outcome, lacks) = self.read(loose);
        // By itself: what files say against each other is seen once they are filed.
        let (facts, findings) = gather(&self.own, vec![outcome]);
        let mut file = facts.log().files.first().cloned().unwrap_or_default();
        if lacks.contains(&"period") {
            file.period = None;
        }
        file.marketplaces.retain(|id| id.as_str() != ONLY_MARKET);
        // Amounts of several marketplaces without a currency are none that can be added.
        let vague = |total: &FileTotal| total.currency == Some(Currency::NONE) && file.marketplaces.len() > 1;
        file.totals.retain(|total| !vague(total));
        file.currencies.retain(|currency| *currency != Currency::NONE);
        let findings = findings.iter().filter(|finding| finding.code != codes::NO_RATE).cloned().collect();
        Inspection {
            home: home(self.sources, loose, &file),
            names: (
                self.name(file.kind.as_deref()),
                self.name(file.nearest.as_ref().map(|near| &*near.kind)),
            ),
            header: if file.kind.is_none() { self.header(&file) } else { Vec::new() },
            file,
            findings,
            lacks,
        }
    }

    /// Reads the file, with something in place of what it lacks.
    fn read(&self, loose: &Loose) -> (Outcome, Vec<&'static str>) {
        let captures = self.captures(loose);
        let mut source = SourceFile { path: loose.path.as_str().into(), captures, kind: None };
        let (mut setting, mut lacks) = (&self.own, Vec::new());
        let outcome = loop {
            let outcome = self.read_by(setting, &source);
            match missing(&outcome.findings) {
                Some(what) if !lacks.contains(&what) => lacks.push(what),
                _ => break outcome,
            }
            if lacks.contains(&"period") {
                source.captures.period = Some(SOME_PERIOD.to_owned());
            }
            if lacks.contains(&"marketplace") {
                setting = &self.open;
            }
        };
        let somewhere = outcome.log.marketplaces.iter().any(|id| id.as_str() == ONLY_MARKET);
        if somewhere && !lacks.contains(&"marketplace") {
            lacks.push("marketplace");
        }
        match somewhere && refuses_money(&outcome) {
            true => (self.read_by_marks(&source).unwrap_or(outcome), lacks),
            false => (outcome, lacks),
        }
    }

    fn read_by(&self, setting: &Setting, source: &SourceFile) -> Outcome {
        let know = Know { world: self.world, setting, library: &self.library };
        read_all(know, std::slice::from_ref(source)).pop().unwrap_or_default()
    }

    /// Reads amounts by their marks, where nobody says whose money it is: `€` is of one currency, `$` of many.
    fn read_by_marks(&self, source: &SourceFile) -> Option<Outcome> {
        let of = |currency| Setting { exchange: Exchange::new(currency), ..self.open.clone() };
        let all = currencies().into_iter().map(|currency| self.read_by(&of(currency), source));
        let mut fitting = all.filter(|outcome| !refuses_money(outcome));
        let mut outcome = fitting.next()?;
        if fitting.next().is_some() {
            outcome.log.currencies = Vec::new();
            outcome.log.totals.iter_mut().for_each(|total| total.currency = None);
        }
        Some(outcome)
    }

    /// What is said of the file, else what its path says.
    fn captures(&self, loose: &Loose) -> Captures {
        let below = loose.path.match_indices('/').map(|(at, _)| &loose.path[at + 1..]);
        let tails = std::iter::once(loose.path.as_str()).chain(below);
        let mut found =
            tails.flat_map(|tail| self.patterns.iter().filter_map(move |pattern| pattern.matches(tail)));
        let by_path = found.find(|captures| self.is_plausible(captures)).unwrap_or_default();
        Captures {
            marketplace: loose.marketplace.clone().or(by_path.marketplace),
            period: loose.period.clone().or(by_path.period),
        }
    }

    /// Folders of any name match a pattern: what they say must be a marketplace and a period.
    fn is_plausible(&self, captures: &Captures) -> bool {
        let market =
            |name: &String| [&self.own, &self.open].iter().any(|set| set.markets.find(name).is_some());
        let said = captures.marketplace.is_some() || captures.period.is_some();
        let dated = captures.period.as_deref().is_none_or(|text| span(text).is_some());
        said && dated && captures.marketplace.as_ref().is_none_or(market)
    }

    fn name(&self, kind: Option<&str>) -> Option<Text> {
        Some(self.library.named(kind?)?.format.name.clone())
    }

    /// The first of the lines with most cells.
    fn header(&self, file: &ImportedFile) -> Vec<String> {
        let score = |forms: &[String]| self.library.score(forms);
        let Ok(book) = reader::open(self.world, &file.path, &score) else { return Vec::new() };
        let filled = |names: &[String]| names.iter().filter(|name| !name.trim().is_empty()).count();
        let lines = book.sheets.iter().flat_map(|sheet| &sheet.candidates).rev();
        let header = lines.max_by_key(|candidate| filled(&candidate.names));
        header.map(|candidate| candidate.names.clone()).unwrap_or_default()
    }
}

/// What the path would have to say.
fn missing(findings: &Diagnostics) -> Option<&'static str> {
    let says = |code, name: &'static str, word| {
        let mut found = findings.iter().filter(|finding| finding.code == code);
        found.any(|finding| finding.args.iter().any(|(arg, value)| *arg == name && *value == Arg::from(word)))
    };
    let rows_lack = says(codes::BAD_TABLE, "reason", "marketplace").then_some("marketplace");
    ["period", "marketplace"].into_iter().find(|word| says(codes::NO_PERIOD, "lacks", *word)).or(rows_lack)
}

/// Whether an amount was refused: its currency may be another one.
fn refuses_money(outcome: &Outcome) -> bool {
    let money = ["money", "currency"].map(Arg::from);
    let about = |refusal: &Refusal| {
        refusal.finding.args.iter().any(|(name, arg)| *name == "expected" && money.contains(arg))
    };
    outcome.log.refused.iter().any(about)
}
