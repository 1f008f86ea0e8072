//! `provenance.json`: which version, which command and which inputs made an archive.

use std::collections::BTreeMap;

use serde::Serialize;

use super::inputs::Input;
use super::{Identity, Request};
use crate::bag::Hash;
use crate::plan::Standing;
use crate::quantity::{Day, Scope};
use crate::tables::Sources;

/// The dependencies of this build, with their hashes.
const LOCK: &[u8] = include_bytes!("../../Cargo.lock");

#[derive(Serialize)]
struct Provenance<'a> {
    tool: &'static str,
    version: &'static str,
    /// Which versions of which libraries the program was built from.
    cargo_lock_sha256: String,
    command: String,
    identifier: &'a str,
    bag_version: u32,
    period: String,
    today: String,
    /// The last day that any report of a marketplace covers.
    data_until: &'a BTreeMap<String, String>,
    plan_versions: &'a BTreeMap<i16, String>,
    reasons: Reasons<'a>,
    inputs_in_bag: bool,
    inputs: Vec<Source<'a>>,
}

#[derive(Serialize)]
struct Reasons<'a> {
    open: Option<&'a str>,
    provisional: Option<&'a str>,
    again: Option<&'a str>,
}

#[derive(Serialize)]
struct Source<'a> {
    path: &'a str,
    /// Its path in the bag; nothing where the hash alone is kept.
    name: Option<String>,
    sha256: String,
    bytes: u64,
}

/// What is known of the workspace itself.
#[derive(Clone, Debug)]
pub(super) struct Known {
    today: Day,
    data_until: BTreeMap<String, String>,
    plan_versions: BTreeMap<i16, String>,
}

impl Known {
    pub(super) fn of(sources: Sources<'_>, request: &Request) -> Self {
        let Sources { workspace, facts, analysis, today } = sources;
        let last = |place| {
            let covered = facts.measures().filter_map(|id| facts.covered(id, &Scope::marketplace(place)));
            covered.map(|span| span.to).max()
        };
        let places = facts.marketplaces().filter_map(|(id, _)| Some((id.to_string(), last(id)?.to_string())));
        let span = request.period.span();
        let years = workspace.fiscal().year_of(span.from)..=workspace.fiscal().year_of(span.to);
        let version = |year| match analysis.standing(&workspace.config.compare.plan, year) {
            Standing::Open => None,
            Standing::Is(version) | Standing::Fixed(version) => Some((year, version.id.to_string())),
            Standing::Draft(version) => Some((year, format!("draft after {}", version.id))),
        };
        Known { today, data_until: places.collect(), plan_versions: years.filter_map(version).collect() }
    }

    /// The day of the archive.
    pub(super) fn today(&self) -> Day {
        self.today
    }
}

/// The file.
pub(super) fn file(known: &Known, identity: &Identity, (request, inputs): (&Request, &[Input])) -> Vec<u8> {
    let [open, provisional, again] =
        [&request.open, &request.provisional, &request.again].map(Option::as_deref);
    let source = |input| source(input, request);
    super::package::json(&Provenance {
        tool: "opsreport",
        version: env!("CARGO_PKG_VERSION"),
        cargo_lock_sha256: Hash::of(LOCK).to_string(),
        command: command(request, known.today),
        identifier: &identity.identifier,
        bag_version: identity.version,
        period: request.period.to_string(),
        today: known.today.to_string(),
        data_until: &known.data_until,
        plan_versions: &known.plan_versions,
        reasons: Reasons { open, provisional, again },
        inputs_in_bag: request.with_inputs,
        inputs: inputs.iter().map(source).collect(),
    })
}

fn source<'a>(input: &'a Input, request: &Request) -> Source<'a> {
    let kept = super::draft::is_kept(input, request);
    Source {
        path: &input.path,
        name: kept.then(|| format!("data/source/{}", input.name)),
        sha256: input.hash.to_string(),
        bytes: input.bytes,
    }
}

/// What to type to make the same archive again; where it is put makes no difference to it.
fn command(request: &Request, today: Day) -> String {
    let mut words = vec![format!("opsreport archive {} --today {today}", request.period)];
    if !request.with_inputs {
        words.push("--inputs hashes".to_owned());
    }
    if request.reading {
        words.push("--pdf".to_owned());
    }
    let reasons =
        [("--open", &request.open), ("--provisional", &request.provisional), ("--again", &request.again)];
    let quoted = |reason: &str| format!("'{}'", reason.replace('\'', r"'\''"));
    words.extend(
        reasons.into_iter().filter_map(|(flag, reason)| {
            reason.as_deref().map(|reason| format!("{flag} {}", quoted(reason)))
        }),
    );
    words.join(" ")
}
