//! The stages in a row: a workspace in; a site, its findings or a table out.
//!
//! Every stage is a function of what the one before gave. All findings are gathered; a stage that has nothing
//! to work on ends the row, and nothing is published.

use crate::analysis::{Analysis, Forecasts};
use crate::archive::{self, Bag, CannotCompare, Draft, Made, Present, Recorder, Refused, Side, differences};
use crate::bundle::Bundle;
use crate::compose::{
    self, CannotDraft, DraftRequest, DraftSources, Drafted, Reading, archived_page, compose, compose_archived,
};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, codes};
use crate::facts::Facts;
use crate::ingest::{self, Inspection, Loose, measure, new_measures};
use crate::locale::Locale;
use crate::metric::Catalogue;
use crate::plan::{CannotFreeze, CannotWrite, FreezeRequest, Frozen, NoSeason, Season, Written};
use crate::quantity::{Day, GoalId, Period};
use crate::render::{Theme, render};
use crate::review::Check;
use crate::site::{Site, SitePath};
use crate::table::{Table, TableRequest};
use crate::tables::{OF_FILES, Refusal, Sources, compute};
use crate::trend::Issue;
use crate::workspace::{Known, Workspace, baseline_text, load, read_pages};
use crate::world::{Memory, World};

/// What a command asked for, with everything that was found on the way.
#[derive(Clone, Debug)]
pub struct Run<T> {
    /// What was asked for; nothing when the findings forbid it.
    pub value: Option<T>,
    /// All findings.
    pub findings: Diagnostics,
    /// The severity from which on the workspace wants findings to fail a command.
    pub deny: Severity,
    /// What became of the baseline; nothing when the workspace cannot be read.
    pub passed: Option<Passed>,
}

/// What became of the findings that a workspace knows.
#[derive(Clone, Debug, Default)]
pub struct Passed {
    /// Those that were found and let pass.
    pub known: Vec<Known>,
    /// What is said of the others once everything was looked at.
    stale: Diagnostics,
}

/// Stages 1 and 2: what people wrote and what was measured.
struct Measured {
    workspace: Workspace,
    facts: Facts,
}

/// Stages 1 to 3: what people wrote, what was measured, what follows from both.
struct Numbers<'a> {
    workspace: &'a Workspace,
    facts: &'a Facts,
    analysis: Analysis<'a>,
}

impl<'a> Numbers<'a> {
    /// What is expected, made for what speaks of it.
    fn forecasts(&self, today: Day) -> Forecasts<'a> {
        Forecasts::of(self.workspace, self.facts, &self.analysis, today)
    }
}

/// Builds the site; nothing when a finding is an error.
pub fn build(world: &dyn World) -> Run<Bundle> {
    let mut archived = Vec::new();
    let site = site(world, &mut |path, bytes| archived.push((path.as_str().to_owned(), bytes)));
    site.then(|(site, theme)| {
        let (mut bundle, findings) = render(&site, &theme);
        bundle.extend(archived);
        (bundle, findings)
    })
}

/// Everything but rendering.
pub fn check(world: &dyn World) -> Run<()> {
    site(world, &mut |_, _| ()).then(|_| ((), Diagnostics::default()))
}

/// The text of a baseline that knows all findings of this workspace; nothing when it cannot be read.
pub fn baseline(world: &dyn World) -> Run<String> {
    let Run { findings, deny, passed, .. } = site(world, &mut |_, _| ());
    let value = passed.as_ref().map(|passed| baseline_text(&passed.known, &findings));
    Run { value, findings, deny, passed }
}

/// Computes a table; the inner error when it asks for something that does not exist.
pub fn table(world: &dyn World, request: &TableRequest) -> Run<Result<Table, Refusal>> {
    // What was refused is just what the tables of files tell of.
    let of_files = OF_FILES.contains(&request.name.as_str());
    let errors = if of_files { Errors::LetPass } else { Errors::End };
    numbers(world, errors, |numbers| {
        let Numbers { workspace, facts, analysis } = numbers;
        let table = compute(Sources { workspace, facts, analysis, today: world.today() }, request);
        (Some(table), Diagnostics::default())
    })
}

/// The plan of a year as it is today, ready to be kept as a version; nothing while a finding is an error.
pub fn freeze(world: &dyn World, request: &FreezeRequest) -> Run<Result<Frozen, CannotFreeze>> {
    numbers(world, Errors::End, |numbers| {
        let frozen = request.answer(numbers.workspace, &numbers.analysis.allocations, world.today());
        (Some(frozen), Diagnostics::default())
    })
}

/// The files of a new briefing, filled with what can be said of the period; nothing while a finding is an error.
pub fn draft(world: &dyn World, request: &DraftRequest) -> Run<Result<Drafted, CannotDraft>> {
    numbers(world, Errors::End, |numbers| {
        let Numbers { workspace, facts, analysis } = numbers;
        let check = Check::of(workspace, facts, (&analysis.against, world.today()));
        let forecasts = numbers.forecasts(world.today());
        let languages = workspace.config.languages.iter();
        let locales: Vec<Locale> = languages.filter_map(|lang| Theme::embedded().locale(lang).ok()).collect();
        let sources = DraftSources { workspace, facts, outlook: &forecasts.outlook };
        let drafted = compose::draft(sources, &check, request, &locales);
        (Some(drafted), Diagnostics::default())
    })
}

/// The archive of a period, ready to be written; nothing while a finding is an error, or when an input cannot be read
/// any more.
pub fn archive(world: &dyn World, request: &archive::Request) -> Run<Result<Bag, Refused>> {
    let world = Recorder::new(world);
    let run = numbers(&world, Errors::End, |numbers| {
        let Numbers { workspace, facts, analysis } = numbers;
        let mut findings = analysis.lint.clone();
        let sources = Sources { workspace, facts, analysis, today: world.today() };
        let draft = match Draft::of(sources, request) {
            Ok(draft) => draft,
            Err(refused) => return (Some(Err(refused)), findings),
        };
        let pages = theme(&world, workspace).map(|(theme, locales)| {
            let (imprint, forecasts) = (draft.imprint(), numbers.forecasts(world.today()));
            let (site, more) = compose_archived(
                workspace,
                facts,
                (analysis, &forecasts),
                (&locales, world.today(), &imprint),
            );
            findings.extend(more);
            let (bundle, more) = render(&site, &theme);
            findings.extend(more);
            let readings = match request.reading {
                true => compose::readings(
                    workspace,
                    facts,
                    (analysis, &forecasts),
                    (&locales, world.today(), &imprint),
                ),
                false => Vec::new(),
            };
            (draft, (bundle, readings), locales)
        });
        (pages.map_err(|more| findings.extend(more)).ok().map(Ok), findings)
    });
    let Run { value, findings, deny, passed } = run.unless_broken();
    let known = passed.as_ref().map_or(&[][..], |passed| &passed.known);
    let sorted = findings.clone().sorted();
    let bag = |(draft, (site, readings), locales): (Draft, (Bundle, Vec<Reading>), Vec<Locale>)| {
        let made = Made { site: &site, readings: &readings, findings: &sorted, known, locales: &locales };
        draft.bag(&made, &world).ok()
    };
    let value = match value {
        Some(Ok(pages)) => bag(pages).map(Ok),
        Some(Err(refused)) => Some(Err(refused)),
        None => None,
    };
    Run { value, findings, deny, passed }
}

/// A side of a comparison as it was asked for.
#[derive(Clone, Debug)]
pub enum Named {
    /// A side that is there.
    Side(Side),
    /// An archive of the workspace, by its name or its period.
    Name(String),
}

impl Named {
    /// The side; of a period, its latest archive, although the first of a month or a year has the period's name.
    fn side(&self, workspace: &Workspace) -> Result<Side, CannotCompare> {
        let name = match self {
            Named::Side(side) => return Ok(side.clone()),
            Named::Name(name) => name,
        };
        let archives = &workspace.archives;
        let found = match Period::parse(name) {
            Some(period) => {
                let own = archives.iter().filter(|archive| archive.period == period);
                own.max_by_key(|archive| archive.version)
            }
            None => archives.iter().find(|archive| archive.name == *name),
        };
        let side = found.map(|archive| Side::Archive(Box::new(archive.clone())));
        side.ok_or_else(|| CannotCompare::Unknown(name.clone()))
    }
}

/// What differs between two archives, or between an archive and today; the inner error says why they are not compared.
/// Nothing when the workspace cannot be read.
pub fn diff(world: &dyn World, (first, second): (&Named, &Named)) -> Run<Result<Table, CannotCompare>> {
    // Findings of today are those of all pages: between two archives they are not asked for.
    let asked = [first, second].iter().any(|named| matches!(named, Named::Side(Side::Now)));
    let (found, passed) = match asked.then(|| check(world)) {
        Some(run) => (run.findings, run.passed.unwrap_or_default()),
        None => Default::default(),
    };
    numbers(world, Errors::LetPass, |numbers| {
        let Numbers { workspace, facts, analysis } = numbers;
        let sources = Sources { workspace, facts, analysis, today: world.today() };
        let side = |named: &Named| named.side(workspace);
        let present = Present { sources, world, findings: &found, known: &passed.known };
        let table = side(first).and_then(|first| differences(present, (&first, &side(second)?)));
        (Some(table), Diagnostics::default())
    })
}

/// The months that results propose for a goal, and the file with them in place of `from-history`.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// What is proposed.
    pub season: Season,
    /// The file to write, or why there is none.
    pub written: Result<Written, CannotWrite>,
}

/// The months that results propose for a goal; nothing while a finding is an error.
pub fn season(world: &dyn World, goal: &GoalId) -> Run<Result<Proposal, NoSeason>> {
    numbers(world, Errors::End, |numbers| {
        let Numbers { workspace, facts, .. } = numbers;
        let proposal = Season::asked(workspace, facts, goal).map(|season| {
            let read = |path: &str| String::from_utf8(world.read(path).ok()?).ok();
            let allocation = workspace.allocation(goal).ok_or(CannotWrite::Typed);
            let written = allocation.and_then(|own| season.written(own, world.today(), read));
            Proposal { season, written }
        });
        (Some(proposal), Diagnostics::default())
    })
}

/// The forecasts as they would be issued today; nothing while a finding is an error.
pub fn issue(world: &dyn World) -> Run<Issue> {
    numbers(world, Errors::End, |numbers| {
        let forecasts = numbers.forecasts(world.today());
        (Some(Issue::of(&forecasts.outlook, numbers.workspace, world.today())), Diagnostics::default())
    })
}

/// Looks at loose files as a workspace would read them; as a workspace of the usual measures when none is named.
pub fn inspect(workspace: Option<&dyn World>, loose: &dyn World, files: &[Loose]) -> Run<Vec<Inspection>> {
    let usual = Memory {
        files: [("opsreport.yaml".to_owned(), b"title: opsreport\n".to_vec())].into(),
        today: loose.today(),
    };
    let (workspace, findings) = load(workspace.unwrap_or(&usual));
    let run = Run { value: workspace, findings, deny: Severity::Error, passed: None };
    run.then(|workspace| (ingest::inspect(loose, &workspace, files), Diagnostics::default()))
}

/// The time zone of the company, by its IANA name: what `today` means there.
pub fn timezone(world: &dyn World) -> Option<String> {
    let bytes = world.read("company.yaml").ok()?;
    let document: serde_yaml::Value = serde_yaml::from_slice(&bytes).ok()?;
    Some(document.get("company")?.get("timezone")?.as_str()?.to_owned())
}

/// What errors of the first three stages do to the next one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Errors {
    /// It is not reached.
    End,
    /// It works on what there is.
    LetPass,
}

/// The stage after the numbers: it is given them, and adds what it finds.
fn numbers<T>(
    world: &dyn World,
    errors: Errors,
    stage: impl FnOnce(&Numbers<'_>) -> (Option<T>, Diagnostics),
) -> Run<T> {
    let Run { value, mut findings, deny, .. } = measured(world);
    let Some(Measured { workspace, facts }) = value else {
        return Run { value: None, findings, deny, passed: None };
    };
    let mut passing = Passing::new(&workspace);
    let (mut analysis, more) = Analysis::of(&workspace, &facts, world.today());
    findings.extend(more);
    passing.sift(&mut findings);
    passing.sift(&mut analysis.lint);
    let stop = errors == Errors::End && findings.has_errors();
    let value = (!stop).then(|| stage(&Numbers { workspace: &workspace, facts: &facts, analysis }));
    let value = value.and_then(|(value, mut more)| {
        passing.sift(&mut more);
        findings.extend(more);
        value
    });
    Run { value, findings, deny, passed: Some(passing.end()) }
}

/// What people wrote and what was measured, whatever was refused on the way.
fn measured(world: &dyn World) -> Run<Measured> {
    let (workspace, mut findings) = load(world);
    let deny = workspace.as_ref().map_or(Severity::Error, |workspace| workspace.config.lint.deny);
    let value = workspace.map(|workspace| {
        let (facts, more) = measure(world, &workspace);
        findings.extend(more);
        let workspace = with_measures(workspace, &facts);
        Measured { workspace, facts }
    });
    Run { value, findings, deny, passed: None }
}

/// What a workspace lets pass, and what of it was found so far.
struct Passing<'a> {
    workspace: &'a Workspace,
    /// For each entry of the baseline, whether it was found.
    met: Vec<bool>,
}

impl<'a> Passing<'a> {
    fn new(workspace: &'a Workspace) -> Self {
        Passing { workspace, met: vec![false; workspace.known.len()] }
    }

    /// Takes out the findings that are known, and gives the others the severity that the workspace wants: what it
    /// lets pass does not stop the next stage.
    fn sift(&mut self, findings: &mut Diagnostics) {
        let known = &self.workspace.known;
        findings.retain(|finding| match known.iter().position(|entry| entry.is(finding)) {
            Some(at) => {
                self.met[at] = true;
                false
            }
            None => true,
        });
        self.relevel(findings);
    }

    fn relevel(&self, findings: &mut Diagnostics) {
        for (code, level) in &self.workspace.config.lint.levels {
            findings.relevel(&code.value, *level);
        }
    }

    /// What became of the baseline.
    fn end(self) -> Passed {
        let mut stale: Diagnostics = self.entries(false).map(Known::stale).collect();
        self.relevel(&mut stale);
        Passed { known: self.entries(true).cloned().collect(), stale }
    }

    fn entries(&self, met: bool) -> impl Iterator<Item = &'a Known> {
        let entries = self.workspace.known.iter().zip(&self.met);
        entries.filter(move |(_, found)| **found == met).map(|(entry, _)| entry)
    }
}

/// The workspace with the measures that its results have and nobody named.
fn with_measures(workspace: Workspace, facts: &Facts) -> Workspace {
    let fresh = new_measures(facts, &workspace.catalogue);
    if fresh.is_empty() {
        return workspace;
    }
    let measures = [workspace.catalogue.measures(), &fresh].concat();
    let (catalogue, _) = Catalogue::new(measures, workspace.catalogue.metrics().to_vec());
    Workspace { catalogue, ..workspace }
}

/// Stages 1 to 4: the pages as data, with the theme they are for; nothing while the loop has an error. The pages of
/// archives are given as they were.
fn site(world: &dyn World, give: &mut dyn FnMut(SitePath, Vec<u8>)) -> Run<(Site, Theme)> {
    let mut run = numbers(world, Errors::End, |numbers| {
        let Numbers { workspace, facts, analysis } = numbers;
        let mut findings = analysis.lint.clone();
        let site = theme(world, workspace).map(|(theme, locales)| {
            let forecasts = numbers.forecasts(world.today());
            let (site, more) = compose(workspace, facts, (analysis, &forecasts), (&locales, world.today()));
            findings.extend(more);
            (site, theme)
        });
        let site = site.map_err(|more| findings.extend(more)).ok();
        findings.extend(read_pages(world, &workspace.archives, &mut |archive, page, bytes| {
            if let Some(path) = archived_page(archive, page) {
                give(path, bytes);
            }
        }));
        (site, findings)
    });
    let stale = run.passed.as_ref().filter(|_| run.value.is_some()).map(|passed| passed.stale.clone());
    run.findings.extend(stale.unwrap_or_default());
    run.unless_broken()
}

/// The theme and the words of each language, or all that is wrong with them.
fn theme(world: &dyn World, workspace: &Workspace) -> Result<(Theme, Vec<Locale>), Diagnostics> {
    let theme = Theme::of_workspace(world, &workspace.config.theme).map_err(|error| {
        let finding = Diagnostic::new(codes::TEMPLATE, &Place::file(&(&*error.path).into()));
        [finding.with("words", error.error.to_string()).help("help")].into_iter().collect::<Diagnostics>()
    })?;
    let (mut locales, mut findings) = (Vec::new(), Diagnostics::default());
    for lang in &workspace.config.languages {
        match theme.locale(lang) {
            Ok(locale) => locales.push(locale),
            Err(finding) => findings.extend_new([finding].into_iter().collect()),
        }
        findings.extend(theme.strange_messages(lang));
    }
    if findings.is_empty() { Ok((theme, locales)) } else { Err(findings) }
}

impl<T> Run<T> {
    /// The next stage, when there is something to work on.
    fn then<U>(self, stage: impl FnOnce(T) -> (U, Diagnostics)) -> Run<U> {
        let Run { value, mut findings, deny, passed } = self;
        let value = value.map(|value| {
            let (next, more) = stage(value);
            findings.extend(more);
            next
        });
        Run { value, findings, deny, passed }.unless_broken()
    }

    /// Nothing, when a finding is an error.
    fn unless_broken(self) -> Self {
        let value = self.value.filter(|_| !self.findings.has_errors());
        Run { value, ..self }
    }
}
