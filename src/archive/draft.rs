//! What goes into an archive: the pages, the tables, the inputs, and how it was made.

use std::collections::BTreeMap;
use std::io;

use super::bagged::{Bag, Payload};
use super::inputs::{Input, Recorder};
use super::obstacle::Obstacles;
use super::tables::{self, Resource};
use super::{Identity, Refused, Request, package, provenance, reading, readme, unlink};
use crate::bag::{Info, PREVIOUS, SUPERSEDES};
use crate::bundle::Bundle;
use crate::compose::{Imprint, Reading};
use crate::diagnostic::Diagnostic;
use crate::locale::Locale;
use crate::quantity::{Grain, Lang};
use crate::tables::Sources;
use crate::workspace::Known;

/// An archive as far as the numbers make it.
#[derive(Debug)]
pub(crate) struct Draft {
    identity: Identity,
    company: String,
    tables: Vec<Resource>,
    known: provenance::Known,
    request: Request,
}

/// What is known when everything was looked at.
pub(crate) struct Made<'a> {
    /// The pages of the period.
    pub(crate) site: &'a Bundle,
    /// What is read on paper, in each language; nothing where no reading copy is asked for.
    pub(crate) readings: &'a [Reading],
    /// All findings, by place.
    pub(crate) findings: &'a [Diagnostic],
    /// Those that are known and were found.
    pub(crate) known: &'a [Known],
    /// The languages of the site.
    pub(crate) locales: &'a [Locale],
}

impl Draft {
    /// What the numbers give, unless something speaks against it.
    pub(crate) fn of(sources: Sources<'_>, request: &Request) -> Result<Self, Refused> {
        let grain = request.period.grain();
        if ![Grain::Month, Grain::Quarter, Grain::Year].contains(&grain) {
            return Err(Refused::TooShort);
        }
        if request.period.span().to >= sources.today {
            return Err(Refused::NotOver);
        }
        let identity = Identity::of(sources.workspace, request)?;
        let against = Obstacles::of(sources, request);
        if !against.is_empty() {
            return Err(Refused::Against(against));
        }
        let mut tables = tables::all(sources, request.period);
        if request.shelf.last().is_some() {
            tables.extend(tables::restated(sources, request.period));
        }
        let config = &sources.workspace.config;
        let company = sources.workspace.company.as_ref().map_or(&config.title, |company| &company.name);
        let default = config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
        Ok(Draft {
            identity,
            company: company.in_lang(&default).to_owned(),
            tables,
            known: provenance::Known::of(sources, request),
            request: request.clone(),
        })
    }

    /// What the cover says.
    pub(crate) fn imprint(&self) -> Imprint {
        let Request { period, with_inputs, reading, open, provisional, again, .. } = &self.request;
        let supersedes = self.identity.supersedes.map(|root| root.to_string());
        Imprint {
            period: *period,
            version: self.identity.version,
            previous: self.identity.previous.map(|root| root.to_string()),
            supersedes: supersedes.zip(again.clone()),
            open: open.clone(),
            provisional: provisional.clone(),
            with_inputs: *with_inputs,
            reading: *reading,
        }
    }

    /// The bag.
    ///
    /// # Errors
    /// When an input cannot be read any more.
    pub(crate) fn bag(mut self, made: &Made<'_>, world: &Recorder<'_>) -> io::Result<Bag> {
        let inputs = world.inputs()?;
        self.tables.push(Resource {
            name: "findings",
            about: "What was found in the workspace that day, with its place; then findings that were known and let \
                    pass, with the reason.",
            table: tables::findings(made.findings, made.known, made.locales),
        });
        let (period, day) = (self.request.period.to_string(), self.known.today().to_string());
        let title = format!("{} {period}", self.company);
        let readme = readme::text((&self.company, &period, &day), &self.request);
        let mut files: BTreeMap<String, Payload> = BTreeMap::new();
        let mut add = |path: String, bytes: Vec<u8>| drop(files.insert(path, Payload::Bytes(bytes)));
        add("readme.txt".to_owned(), readme.into_bytes());
        if self.request.reading {
            add(reading::SOURCE.to_owned(), reading::source(made.readings, self.known.today()).into_bytes());
        }
        let made_by = provenance::file(&self.known, &self.identity, (&self.request, &inputs));
        add("provenance.json".to_owned(), made_by);
        let site = unlink::standalone(made.site, "index.html");
        site.into_iter().for_each(|(path, bytes)| add(format!("site/{path}"), bytes));
        let described = (self.identity.name.as_str(), title.as_str(), day.as_str());
        package::files(&self.tables, described).into_iter().for_each(|(path, bytes)| add(path, bytes));
        let kept = inputs.into_iter().filter(|input| is_kept(input, &self.request));
        files.extend(kept.map(|input| (format!("source/{}", input.name), Payload::Input(input))));
        Ok(Bag::new(self.identity.name.clone(), files, &self.info(&day)))
    }

    /// What the bag says of itself, but for its size.
    fn info(&self, day: &str) -> Info {
        let Identity { identifier, version, previous, supersedes, .. } = &self.identity;
        let mut info = Info::default();
        info.push("Source-Organization", &self.company);
        info.push("External-Identifier", identifier);
        info.push("Bagging-Date", day);
        info.push("Bag-Software-Agent", concat!("opsreport ", env!("CARGO_PKG_VERSION")));
        let own = [
            (PREVIOUS, previous.map(|root| root.to_string())),
            ("Bag-Version", (*version > 1).then(|| version.to_string())),
            (SUPERSEDES, supersedes.map(|root| root.to_string())),
            ("Again-Reason", self.request.again.clone()),
            ("Open-Loop-Reason", self.request.open.clone()),
            ("Provisional-Reason", self.request.provisional.clone()),
        ];
        for (label, value) in own {
            value.iter().for_each(|value| info.push(label, value));
        }
        info
    }
}

/// Whether a file of the workspace is put into the bag: what people wrote and the theme always, reports where they
/// are asked for.
pub(super) fn is_kept(input: &Input, request: &Request) -> bool {
    let written = [".yaml", ".yml", ".md"].iter().any(|ending| input.path.ends_with(ending));
    request.with_inputs || written || input.path.starts_with("themes/")
}
