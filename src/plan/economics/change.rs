//! What changed since the plan was frozen, in money: each line of a unit then and now, times what is still to be sold.

use std::collections::BTreeMap;

use super::inputs::{Inputs, year_of};
use super::{Cell, Line, Unit};
use crate::plan::Plan;
use crate::quantity::{Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Span, VersionId};
use crate::workspace::{AgainstPlan, PlanVersion, Workspace};

/// What changed since a day, for what the plan still sells in its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// The day that today is compared with.
    pub frozen: Day,
    /// The version of the plan that was frozen on it; nothing when it is the first day of a year without one.
    pub version: Option<VersionId>,
    /// The days whose planned units count: from today to the end of the year.
    pub rest: Span,
    /// Every product in every marketplace of which a unit can be compared, sorted by id.
    pub cells: Vec<Change>,
}

/// What changed for a product in a marketplace, in the currency of sums, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The product.
    pub product: ProductId,
    /// The marketplace.
    pub marketplace: MarketplaceId,
    /// The day of the unit that is compared: the frozen one, or the first on which all inputs of a later product are
    /// there.
    pub since: Day,
    /// What a unit left then.
    pub then: Ratio,
    /// What it leaves today.
    pub now: Ratio,
    /// What each line adds per unit, at the rates of exchange of then; the last line is what exchange adds.
    pub lines: Vec<(Line, Ratio)>,
    /// The units planned for the rest of the year.
    pub units: Ratio,
}

impl Change {
    /// What the change comes to over the rest of the year.
    pub fn money(&self) -> Ratio {
        &(&self.now - &self.then) * &self.units
    }
}

impl Changes {
    /// The changes since the plan of today's year was frozen; nothing where that year is not planned.
    pub(super) fn of(
        workspace: &Workspace,
        (plan, cells): (&Plan, &BTreeMap<Cell, Vec<Unit>>),
        today: Day,
    ) -> Option<Self> {
        let (year, name) = (year_of(workspace, today), workspace.fiscal().year_of(today));
        plan.amounts().find(|(_, planned)| *planned == name)?;
        let version = version(workspace, (name, today));
        let (frozen, rest) =
            (version.map_or(year.from, |version| version.frozen), Span { from: today, ..year });
        let change = |(cell, units): (&Cell, &Vec<Unit>)| {
            let inputs = Inputs::of(workspace, plan, cell)?;
            let since = first_complete(units, (frozen, today))?;
            let scope = (&Scope::cell(&cell.0, &cell.1), rest);
            let planned = plan.value(&workspace.catalogue, &MeasureId::new("units"), scope);
            compare(inputs, (since, today), planned?)
        };
        let version = version.map(|version| version.id.clone());
        Some(Changes { frozen, version, rest, cells: cells.iter().filter_map(change).collect() })
    }

    /// What the rest of the year would have left with the units of then.
    pub fn then(&self) -> Ratio {
        self.cells.iter().map(|cell| &cell.then * &cell.units).sum()
    }

    /// What it leaves with those of today.
    pub fn now(&self) -> Ratio {
        self.cells.iter().map(|cell| &cell.now * &cell.units).sum()
    }

    /// What all changes come to.
    pub fn total(&self) -> Ratio {
        self.cells.iter().map(Change::money).sum()
    }

    /// What each line comes to over all products and marketplaces; they sum to the total.
    pub fn by_line(&self) -> BTreeMap<Line, Ratio> {
        let mut sums = BTreeMap::new();
        for cell in &self.cells {
            for (line, each) in &cell.lines {
                *sums.entry(*line).or_insert_with(Ratio::zero) += &(each * &cell.units);
            }
        }
        sums
    }
}

/// The version of a year that today is compared with: that which variances are measured against, else the latest.
fn version(workspace: &Workspace, (year, today): (i16, Day)) -> Option<&PlanVersion> {
    let mut frozen =
        workspace.versions.iter().filter(|version| version.year == year && version.frozen <= today);
    match &workspace.config.compare.plan {
        AgainstPlan::Original => frozen.next(),
        AgainstPlan::Version(id) if frozen.clone().any(|version| version.id == id.value) => {
            frozen.find(|version| version.id == id.value)
        }
        AgainstPlan::InForce | AgainstPlan::Version(_) => frozen.next_back(),
    }
}

/// The first day from one to another on which a unit has all its inputs.
fn first_complete(units: &[Unit], (from, to): (Day, Day)) -> Option<Day> {
    let before = units.iter().rfind(|unit| unit.from <= from);
    let later = units.iter().filter(|unit| unit.from > from && unit.from <= to);
    let unit = before.into_iter().chain(later).find(|unit| unit.is_complete())?;
    Some(unit.from.max(from))
}

/// One unit on two days. The inputs of the later day are first valued at the rates of exchange of the earlier one, so
/// that what exchange does stands alone.
fn compare(inputs: Inputs<'_>, (then, now): (Day, Day), units: Ratio) -> Option<Change> {
    let before = inputs.unit(then)?;
    let at_old_rates = Inputs { exchange: Some(then), ..inputs }.unit(now)?;
    let after = inputs.unit(now)?;
    let (old, new) = (before.to_reporting.clone()?, after.to_reporting.clone()?);
    if !after.is_complete() || !at_old_rates.is_complete() {
        return None;
    }
    let lines = before.lines().into_iter().zip(at_old_rates.lines());
    let mut lines: Vec<(Line, Ratio)> =
        lines.map(|((line, before), (_, after))| (line, &(&after - &before) * &old)).collect();
    let (before, after) = (&before.contribution() * &old, &after.contribution() * &new);
    lines.push((Line::Exchange, &after - &(&at_old_rates.contribution() * &old)));
    Some(Change {
        product: inputs.product.id.clone(),
        marketplace: inputs.place.id.clone(),
        since: then,
        then: before,
        now: after,
        lines,
        units,
    })
}
