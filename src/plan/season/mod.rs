//! Seasons proposed from results: which share of a year each month had, with events moved to where they will fall.
//!
//! A proposal is shown beside the weights people typed. A split that asks for it (`month: from-history`) is computed
//! with it until it is written down.

mod history;
mod write;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::facts::Facts;
use crate::quantity::{GoalId, MeasureId, Period, ProductId, Ratio, apportion};
use crate::workspace::{Allocation, Goal, Months, Split, Workspace};

use history::History;

pub use write::{CannotWrite, Written};

/// The weights of a proposal sum to this.
pub const WHOLE: i128 = 1000;

/// The months that results propose for the split of a goal.
#[derive(Clone, Debug)]
pub struct Season {
    /// The goal.
    pub goal: GoalId,
    /// The year that is planned.
    pub year: i16,
    /// The measure it is computed from.
    pub measure: MeasureId,
    /// The complete years it is computed from, the earliest first.
    pub years: Vec<i16>,
    /// The months of the year that is planned.
    pub months: Vec<Period>,
    /// The row of every product without its own first, then one per product, in the split's order.
    pub rows: Vec<SeasonRow>,
}

/// The months proposed for a product, or for all without months of their own.
#[derive(Clone, Debug)]
pub struct SeasonRow {
    /// The product; nothing for the row that holds for the others.
    pub product: Option<ProductId>,
    /// The weights proposed; they sum to [`WHOLE`].
    pub proposed: Vec<i128>,
    /// The weights that hold now, brought to the same sum; nothing where they are proposed ones.
    pub typed: Option<Vec<i128>>,
    /// What it is computed from.
    pub origin: Origin,
}

/// What a proposal is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The product's own results of these years.
    Own(Vec<i16>),
    /// The results of all products that have a whole year.
    Pooled {
        /// Months in which the product itself was sold; nothing for the row of the others.
        months: Option<usize>,
    },
}

/// Why there is no season to propose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSeason {
    /// It is no goal that is split; these are.
    NoGoal(Vec<String>),
    /// Results have no complete year before the one that is planned.
    NoHistory,
}

impl SeasonRow {
    /// What a month would gain or lose, in parts of [`WHOLE`].
    pub fn change(&self, at: usize) -> Option<i128> {
        Some(self.proposed.get(at)? - self.typed.as_ref()?.get(at)?)
    }

    /// The month that would change most, with its change; the earliest of equal ones.
    pub fn largest_change(&self) -> Option<(usize, i128)> {
        let changes = (0..self.proposed.len()).filter_map(|at| Some((at, self.change(at)?)));
        let moved = changes.filter(|(_, change)| *change != 0);
        moved.reduce(|a, b| if b.1.abs() > a.1.abs() { b } else { a })
    }
}

impl Season {
    /// The season that results propose for a split; nothing while they have no complete year.
    pub fn of(workspace: &Workspace, facts: &Facts, goal: &Goal) -> Option<Season> {
        let allocation = workspace.allocation(&goal.id)?;
        let history = History::new(workspace, facts, (goal, allocation));
        let products: Vec<&ProductId> = allocation.product.weights.iter().map(|(id, _)| &id.value).collect();
        let shares: Vec<_> = products.iter().map(|product| (*product, history.years_of(product))).collect();
        let pooled = weights(&history.pooled(products.iter().copied()))?;
        let default = SeasonRow {
            product: None,
            proposed: default_row(&history, allocation, &products).unwrap_or_else(|| pooled.clone()),
            typed: typed(&allocation.month.default),
            origin: Origin::Pooled { months: None },
        };
        let own = shares.into_iter().map(|(product, years)| {
            let proposed = weights(&years.iter().map(|(_, months)| months.clone()).collect::<Vec<_>>());
            let origin = match &proposed {
                Some(_) => Origin::Own(years.iter().map(|(year, _)| *year).collect()),
                None => Origin::Pooled { months: Some(history.months_sold(product)) },
            };
            let typed = typed(allocation.month.of(product));
            let proposed = proposed.unwrap_or_else(|| pooled.clone());
            SeasonRow { product: Some(product.clone()), proposed, typed, origin }
        });
        let rows = std::iter::once(default).chain(own).collect();
        let (years, months) = (history.years.clone(), history.months.clone());
        let measure = history.measure.clone();
        Some(Season { goal: goal.id.clone(), year: goal.year, measure, years, months, rows })
    }

    /// The season that results propose for the goal of an id.
    ///
    /// # Errors
    /// [`NoSeason`] when it is no goal that is split, or results have no complete year.
    pub fn asked(workspace: &Workspace, facts: &Facts, goal: &GoalId) -> Result<Season, NoSeason> {
        let split = |goal: &&Goal| workspace.allocation(&goal.id).is_some();
        let known = || workspace.goals.iter().filter(split).map(|goal| goal.id.to_string()).collect();
        let found = workspace.goal(goal).filter(split).ok_or_else(|| NoSeason::NoGoal(known()))?;
        Season::of(workspace, facts, found).ok_or(NoSeason::NoHistory)
    }

    /// The row of a product, or of all without months of their own.
    pub fn row(&self, product: Option<&ProductId>) -> Option<&SeasonRow> {
        self.rows.iter().find(|row| row.product.as_ref() == product)
    }

    fn weights(&self, product: Option<&ProductId>) -> Option<[Ratio; 12]> {
        let row: Vec<Ratio> = self.row(product)?.proposed.iter().map(|n| Ratio::from_int(*n)).collect();
        row.try_into().ok()
    }
}

/// The season of all products that have no months of their own.
fn default_row(history: &History<'_>, allocation: &Allocation, products: &[&ProductId]) -> Option<Vec<i128>> {
    let others = products.iter().copied().filter(|id| !allocation.month.by_product.contains_key(id));
    weights(&history.pooled(others))
}

/// The mean of years, each with the same weight, in whole parts; nothing of no year.
fn weights(years: &[Vec<Ratio>]) -> Option<Vec<i128>> {
    let share = |months: &Vec<Ratio>| -> Option<Vec<Ratio>> {
        let total: Ratio = months.iter().sum();
        months.iter().map(|month| month.checked_div(&total)).collect()
    };
    let shares: Vec<Vec<Ratio>> = years.iter().map(share).collect::<Option<_>>()?;
    let first = shares.first()?;
    let sums: Vec<Ratio> =
        (0..first.len()).map(|at| shares.iter().filter_map(|year| year.get(at)).sum()).collect();
    apportion(WHOLE, &sums).ok()
}

fn typed(months: &Months) -> Option<Vec<i128>> {
    months.history.is_none().then(|| apportion(WHOLE, &months.weights).ok())?
}

/// The splits with the months that results propose in place of every `from-history`.
pub(crate) fn filled(workspace: &Workspace, facts: &Facts) -> (Vec<Allocation>, Diagnostics) {
    let mut findings = Diagnostics::default();
    let mut all = workspace.allocations.clone();
    for allocation in all.iter_mut().filter(|allocation| asks(&allocation.month)) {
        let Some(goal) = workspace.goal(&allocation.goal.value) else { continue };
        let season = Season::of(workspace, facts, goal);
        findings.extend_new(found(&allocation.month, goal, season.as_ref()));
        if let Some(season) = season {
            allocation.month = with(&allocation.month, &season);
        }
    }
    (all, findings)
}

fn rows(month: &Split<Months>) -> impl Iterator<Item = (Option<&ProductId>, &Months)> {
    let own = month.by_product.iter().map(|(product, months)| (Some(product), months));
    std::iter::once((None, &month.default)).chain(own)
}

fn asks(month: &Split<Months>) -> bool {
    rows(month).any(|(_, months)| months.history.is_some())
}

fn with(month: &Split<Months>, season: &Season) -> Split<Months> {
    let row = |product: Option<&ProductId>, months: &Months| match months.history {
        None => months.clone(),
        Some(_) => {
            let weights = season.weights(product).unwrap_or_else(|| months.weights.clone());
            Months { weights, ..months.clone() }
        }
    };
    let own = month.by_product.iter();
    let by_product = own.map(|(product, months)| (product.clone(), row(Some(product), months))).collect();
    Split { default: row(None, &month.default), by_product }
}

/// A finding for each place that asks for a season: what was taken, or that there is nothing to take.
fn found(month: &Split<Months>, goal: &Goal, season: Option<&Season>) -> Diagnostics {
    let mut places: Vec<&Place> = Vec::new();
    let mut findings = Diagnostics::default();
    for (product, months) in rows(month).filter(|(_, months)| months.history.is_some()) {
        if places.contains(&&months.place) {
            continue;
        }
        places.push(&months.place);
        findings.push(match season.and_then(|season| Some((season, season.row(product)?))) {
            Some((season, row)) => proposed(&months.place, goal, (season, row)),
            None => Diagnostic::new(codes::NO_HISTORY, &months.place)
                .with("goal", goal.id.as_str())
                .help("help")
                .about(goal.id.as_str()),
        });
    }
    findings
}

fn proposed(place: &Place, goal: &Goal, (season, row): (&Season, &SeasonRow)) -> Diagnostic {
    let years: Vec<String> = season.years.iter().map(i16::to_string).collect();
    Diagnostic::new(codes::FROM_HISTORY, place)
        .with("goal", goal.id.as_str())
        .with("measure", season.measure.as_str())
        .with("years", years.join(", "))
        .with("weights", row.proposed.iter().map(i128::to_string).collect::<Vec<_>>().join(", "))
        .help("help")
        .about(goal.id.as_str())
}

#[cfg(test)]
mod tests;
