//! Figures by a dimension of the data, of the company's lists, or of a user's own.

use std::collections::BTreeSet;

use super::axes::{self, Key};
use super::figures::days;
use super::{Refusal, Sources};
use crate::facts::Basis;
use crate::metric::LOOKUPS;
use crate::quantity::{MeasureId, Ratio, Scope};
use crate::review::{By, Divider, Division, Obstacle, Part};
use crate::table::{Cell, TableRequest};

/// The name of what has no value, or one that is in no group.
const REST: &str = "(unclassified)";

/// The dimension that figures of a request are divided by.
#[derive(Debug)]
pub(super) struct Divided<'a> {
    name: &'a str,
    by: By<'a>,
    /// Its place among the dimensions of the rows; nothing when only one of its parts is asked for.
    column: Option<usize>,
    /// The part that is asked for.
    only: Option<Part>,
    rates: Basis,
}

impl<'a> Divided<'a> {
    /// The dimension of a request that is neither a part of the company nor a stretch of time.
    pub(super) fn of(sources: Sources<'a>, request: &'a TableRequest) -> Result<Option<Self>, Refusal> {
        let filters = request.filters.iter().map(|(key, _)| key);
        let mut names = request.by.iter().chain(filters).filter(|name| !axes::is_axis(name));
        let Some(name) = names.next() else { return Ok(None) };
        if let Some(second) = names.find(|second| *second != name) {
            return Err(Refusal::Second { first: name.clone(), second: second.clone() });
        }
        let by = By::named(sources.workspace, name).ok_or_else(|| unknown(sources, name))?;
        let column = request.by.iter().position(|own| own == name);
        let value = request.filters.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let (rates, only) = (request.rates, value.map(|value| part(sources, (by, name), value)).transpose()?);
        Ok(Some(Divided { name, by, column, only, rates }))
    }

    /// The name of the dimension.
    pub(super) fn name(&self) -> &'a str {
        self.name
    }

    /// The value that is asked for, of a dimension that has values or groups of its own; nothing when all are.
    pub(super) fn value(&self) -> Option<&str> {
        match (self.by, self.only.as_ref()?) {
            (By::Groups(made), Part::Group(at)) => made.groups.get(*at).map(|group| group.id.as_str()),
            (_, Part::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// The refusal of what has no parts by design: a plan.
    pub(super) fn unplanned(&self) -> Refusal {
        Refusal::Unplanned { dimension: self.name.to_owned() }
    }

    /// Whether a figure can be divided so; the reason when it cannot.
    pub(super) fn check(&self, sources: Sources<'_>, metric: &MeasureId) -> Result<(), Refusal> {
        match divider(sources, self.rates).obstacle(self.by, metric) {
            None => Ok(()),
            Some(Obstacle::Grain(measure)) => Err(Refusal::grain(metric, measure, self.by.of())),
            Some(Obstacle::Applies) => {
                Err(Refusal::Applies { metric: metric.to_string(), dimension: self.name.to_owned() })
            }
        }
    }

    /// The rows of a key: one for each part, with the value of each figure in it.
    pub(super) fn rows(
        &self,
        sources: Sources<'_>,
        key: &Key,
        metrics: &[MeasureId],
    ) -> Vec<(Vec<Cell>, Vec<Option<Ratio>>)> {
        let divide = |metric: &MeasureId| {
            let days = days(&sources.check(), key, metric)?;
            Some(divider(sources, self.rates).divide(self.by, metric, (&key.scope, days)))
        };
        let divided: Vec<Option<Division<'_>>> = metrics.iter().map(divide).collect();
        let parts = match &self.only {
            Some(part) => BTreeSet::from([part.clone()]),
            None => divided.iter().flatten().flat_map(Division::parts).collect(),
        };
        let read = |part: &Part, division: &Option<Division<'_>>| {
            division.as_ref().and_then(|division| division.read(part).known().cloned())
        };
        let row = |part: &Part| {
            (self.cells(key, part), divided.iter().map(|division| read(part, division)).collect())
        };
        parts.iter().map(row).collect()
    }

    fn cells(&self, key: &Key, part: &Part) -> Vec<Cell> {
        let mut cells = key.cells.clone();
        if let Some(cell) = self.column.and_then(|at| cells.get_mut(at)) {
            *cell = Cell::Text(named(self.by, part));
        }
        cells
    }
}

fn divider(sources: Sources<'_>, basis: Basis) -> Divider<'_> {
    Divider { workspace: sources.workspace, facts: sources.facts, basis }
}

fn unknown(sources: Sources<'_>, name: &str) -> Refusal {
    let made = sources.workspace.dimensions.iter().map(|made| made.id.as_str());
    let grains = sources.workspace.catalogue.measures().iter().flat_map(|measure| &measure.grains);
    let grains = grains.map(|grain| grain.name()).filter(|name| *name != "period");
    let of_data: BTreeSet<&str> = grains.chain(LOOKUPS).filter(|name| !axes::is_axis(name)).collect();
    let mut known: Vec<&str> = axes::names().collect();
    known.extend(of_data.into_iter().chain(made));
    Refusal::new("dimension", name, known)
}

/// The part of a name, as the rows of a table have it.
fn part(sources: Sources<'_>, (by, name): (By<'_>, &str), value: &str) -> Result<Part, Refusal> {
    let parts: Vec<Part> = match by {
        By::Groups(made) => (0..made.groups.len()).map(Part::Group).chain([Part::Rest]).collect(),
        By::Values(_) => values(sources, by),
    };
    let found = parts.iter().find(|part| named(by, part) == value).cloned();
    let names: Vec<String> = parts.iter().map(|part| named(by, part)).collect();
    found.ok_or_else(|| Refusal::new(name, value, names.iter().map(String::as_str)))
}

/// All values that any measure has.
fn values<'a>(sources: Sources<'a>, by: By<'a>) -> Vec<Part> {
    let company = Scope::company();
    let parts = |measure: &MeasureId| {
        let span = sources.facts.covered(measure, &company)?;
        Some(divider(sources, Basis::Plan).divide(by, measure, (&company, span)).parts())
    };
    let measures = sources.workspace.catalogue.measures().iter().filter(|measure| measure.splits_by(by.of()));
    let all: BTreeSet<Part> = measures.filter_map(|measure| parts(&measure.id)).flatten().collect();
    all.into_iter().collect()
}

fn named(by: By<'_>, part: &Part) -> String {
    match (by, part) {
        (By::Groups(made), Part::Group(at)) => {
            made.groups.get(*at).map_or(REST, |group| &group.id).to_owned()
        }
        (_, Part::Value(value)) => value.clone(),
        _ => REST.to_owned(),
    }
}
