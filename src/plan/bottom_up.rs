//! The plan from the top down beside what departments and products expect from the bottom up (domain 3.5).

use std::collections::{BTreeMap, BTreeSet};

use super::Plan;
use crate::diagnostic::{Diagnostic, Diagnostics, codes};
use crate::metric::{Better, Tolerance, Unit, variance};
use crate::quantity::{Id, MarketplaceId, MeasureId, Money, ProductId, Ratio, Scope};
use crate::workspace::{BottomUp, Figure, Workspace};

/// A part of the company with its plan and what is expected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The figure.
    pub metric: MeasureId,
    /// The year.
    pub year: i16,
    /// The part of the company.
    pub scope: Scope,
    /// What the plan gives it.
    pub plan: Ratio,
    /// What is expected of the parts that somebody spoke of.
    pub forecast: Ratio,
    /// What the plan gives those parts.
    pub covered: Ratio,
    /// What is expected less what the plan gives those parts.
    pub gap: Ratio,
    /// The share of the plan that somebody spoke of.
    pub share: Option<Ratio>,
    /// Whether the two agree.
    pub state: GapState,
    /// What it is summed from.
    pub forecasts: Vec<Id<BottomUp>>,
}

/// Whether plan and expectation agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapState {
    /// The gap does not matter.
    Closed,
    /// The owner of the goal takes the gap on.
    Stretch,
    /// The gap matters and nobody took it on.
    Open,
}

impl GapState {
    /// The word for it in tables.
    pub fn word(self) -> &'static str {
        match self {
            GapState::Closed => "closed",
            GapState::Stretch => "stretch",
            GapState::Open => "open",
        }
    }
}

/// A product in a marketplace.
type Cell = (ProductId, MarketplaceId);

/// What is said of one figure in one year.
struct Side<'a> {
    workspace: &'a Workspace,
    plan: &'a Plan,
    metric: &'a MeasureId,
    year: i16,
    /// The latest of each part.
    said: BTreeMap<Scope, &'a BottomUp>,
    /// The parts that the plan gives something.
    cells: BTreeSet<Cell>,
}

/// Every part of which something is expected, the company first, then products, marketplaces and both together.
pub(crate) fn bottom_up(workspace: &Workspace, plan: &Plan) -> (Vec<Node>, Diagnostics) {
    let (mut nodes, mut findings) = (Vec::new(), without_rate(workspace, plan));
    let subjects: BTreeSet<(&MeasureId, i16)> =
        workspace.bottom_ups.iter().map(|said| (&said.metric.value, said.year)).collect();
    for (metric, year) in subjects {
        let side = Side::new(workspace, plan, (metric, year));
        nodes.extend(side.scopes().iter().filter_map(|scope| side.node(scope)));
        findings.extend(side.said.values().filter_map(|said| side.finding(said)).collect());
    }
    (nodes, findings)
}

impl<'a> Side<'a> {
    fn new(workspace: &'a Workspace, plan: &'a Plan, (metric, year): (&'a MeasureId, i16)) -> Self {
        let mut said: BTreeMap<Scope, &BottomUp> = BTreeMap::new();
        let known = |one: &&BottomUp| expected(workspace, plan, one).is_some();
        let here = workspace.bottom_ups.iter().filter(|one| one.metric.value == *metric && one.year == year);
        for one in here.filter(known) {
            let latest = said.entry(one.scope.clone()).or_insert(one);
            if latest.date <= one.date {
                *latest = one;
            }
        }
        let spines = plan.amounts().filter(|(_, of)| *of == year).filter_map(|(id, _)| plan.spine(id, year));
        let cells = spines.flat_map(|spine| spine.parts().cloned()).collect();
        Side { workspace, plan, metric, year, said, cells }
    }

    fn products(&self) -> BTreeSet<Scope> {
        self.cells.iter().map(|(product, _)| Scope::product(product)).collect()
    }

    fn marketplaces(&self) -> BTreeSet<Scope> {
        self.cells.iter().map(|(_, place)| Scope::marketplace(place)).collect()
    }

    /// The parts of which something is expected, wide ones first.
    fn scopes(&self) -> Vec<Scope> {
        let spoken = self.said.keys().filter(|scope| scope.product.is_some() && scope.marketplace.is_some());
        let wide = [Scope::company()].into_iter().chain(self.products()).chain(self.marketplaces());
        let all = wide.chain(spoken.cloned());
        all.filter(|scope| !self.parts(scope).is_empty()).collect()
    }

    /// The ways in which a part of the company falls into smaller ones.
    fn below(&self, scope: &Scope) -> Vec<BTreeSet<Scope>> {
        let cells = self.cells.iter().filter(|(product, place)| scope.contains(product, place));
        match (&scope.product, &scope.marketplace) {
            (None, None) => vec![self.products(), self.marketplaces()],
            (Some(_), Some(_)) => Vec::new(),
            _ => vec![cells.map(|(product, place)| Scope::cell(product, place)).collect()],
        }
    }

    /// What a part is summed from: its parts where each has one, else what was said of itself, else of some parts.
    fn parts(&self, scope: &Scope) -> Vec<&'a BottomUp> {
        let mut ways: Vec<(Ratio, Vec<&BottomUp>)> = Vec::new();
        for below in self.below(scope) {
            let parts: Vec<Vec<&BottomUp>> = below.iter().map(|part| self.parts(part)).collect();
            let whole = !parts.is_empty() && parts.iter().all(|part| !part.is_empty());
            let said = parts.concat();
            if whole {
                return said;
            }
            ways.push((self.covered(&said), said));
        }
        if let Some(own) = self.said.get(scope) {
            return vec![own];
        }
        // Of two ways, the one that speaks of more; of equal ones the first.
        let most = ways.into_iter().reduce(|a, b| if b.0 > a.0 { b } else { a });
        most.map(|(_, said)| said).unwrap_or_default()
    }

    fn planned(&self, scope: &Scope) -> Option<Ratio> {
        let span = self.plan.year(self.year).span();
        self.plan.value(&self.workspace.catalogue, self.metric, (scope, span))
    }

    fn covered(&self, said: &[&BottomUp]) -> Ratio {
        said.iter().filter_map(|one| self.planned(&one.scope)).sum()
    }

    fn node(&self, scope: &Scope) -> Option<Node> {
        let said = self.parts(scope);
        let plan = self.planned(scope)?;
        let (forecast, covered) = (said.iter().map(|one| self.expected(one)).sum(), self.covered(&said));
        Some(Node {
            metric: self.metric.clone(),
            year: self.year,
            scope: scope.clone(),
            gap: &forecast - &covered,
            share: covered.checked_div(&plan),
            state: self.state((&forecast, &covered), &said),
            forecasts: said.iter().map(|one| one.id.clone()).collect(),
            plan,
            forecast,
            covered,
        })
    }

    /// What is expected; what has no rate is not among what is said.
    fn expected(&self, said: &BottomUp) -> Ratio {
        expected(self.workspace, self.plan, said).unwrap_or_else(Ratio::zero)
    }

    fn state(&self, (forecast, covered): (&Ratio, &Ratio), said: &[&BottomUp]) -> GapState {
        let taken = |one: &&&BottomUp| self.is_accepted(one);
        let small = |one: &&&BottomUp| self.is_small(&self.expected(one), &self.covered(&[one]));
        match () {
            () if self.is_small(forecast, covered) => GapState::Closed,
            () if said.iter().filter(|one| !small(one)).all(|one| taken(&one)) => GapState::Stretch,
            () => GapState::Open,
        }
    }

    /// Whether the owner of the goal takes its gap on; of a goal without an owner, anybody may.
    fn is_accepted(&self, said: &BottomUp) -> bool {
        let goals = self.workspace.goals.iter();
        let goal = goals.filter(|goal| goal.year == self.year).find(|goal| goal.metric.value == *self.metric);
        let owner = goal.and_then(|goal| goal.owner.as_ref());
        let by = said.accepted.as_ref().map(|accepted| &accepted.by.value);
        by.is_some_and(|by| owner.is_none_or(|owner| owner.value == *by))
    }

    /// Whether a gap does not matter: below the figure's materiality; to the minor unit where it has none.
    fn is_small(&self, forecast: &Ratio, plan: &Ratio) -> bool {
        let catalogue = &self.workspace.catalogue;
        let tolerance = tolerance(self.workspace, self.metric);
        if tolerance.is_empty() {
            let digits = self.workspace.reporting_currency().map_or(2, |currency| currency.digits());
            return (forecast - plan).round_scaled(digits) == 0;
        }
        let unit = catalogue.unit(self.metric).unwrap_or_default();
        !tolerance.is_reached(&variance(Some(forecast), Some(plan), unit, Better::Higher))
    }

    /// What is to be done about what was said of one part.
    fn finding(&self, said: &BottomUp) -> Option<Diagnostic> {
        let Some(plan) = self.planned(&said.scope).filter(|plan| !plan.is_zero()) else {
            let finding = Diagnostic::new(codes::UNPLANNED_FORECAST, &said.place);
            let finding = finding.with("metric", self.metric.as_str()).with("year", self.year.to_string());
            return Some(finding.help("help").about(said.id.as_str()));
        };
        let expected = self.expected(said);
        if self.state((&expected, &plan), &[said]) != GapState::Open {
            return None;
        }
        let place = said.accepted.as_ref().map_or(&said.place, |accepted| &accepted.by.place);
        let finding = Diagnostic::new(codes::OPEN_GAP, place)
            .with("forecast", self.amount(&expected))
            .with("plan", self.amount(&plan))
            .with("gap", self.amount(&(&expected - &plan)));
        let help = if said.accepted.is_some() { "accepted" } else { "help" };
        Some(finding.help(help).about(said.id.as_str()))
    }

    fn amount(&self, value: &Ratio) -> String {
        let money = self.workspace.catalogue.unit(self.metric) == Some(Unit::Money);
        match self.workspace.reporting_currency().filter(|_| money) {
            Some(currency) => Money { minor: value.round_scaled(currency.digits()), currency }.to_string(),
            None => value.round_scaled(0).to_string(),
        }
    }
}

/// What is expected, in the reporting currency at the plan's rate of the year's first day; nothing without one.
fn expected(workspace: &Workspace, plan: &Plan, said: &BottomUp) -> Option<Ratio> {
    let day = plan.year(said.year).span().from;
    let amount = |figure: &Figure| match figure.money().zip(workspace.reporting_currency()) {
        Some((money, to)) => Some(&figure.number() * &workspace.rates.fx(money.currency, to, day)?),
        None => Some(figure.number()),
    };
    said.amounts.iter().map(amount).sum()
}

/// What was said in a currency that has no rate: it is in no sum.
fn without_rate(workspace: &Workspace, plan: &Plan) -> Diagnostics {
    let mut findings = Diagnostics::default();
    let to = workspace.reporting_currency();
    for said in workspace.bottom_ups.iter().filter(|said| expected(workspace, plan, said).is_none()) {
        let money = said.amounts.iter().filter_map(Figure::money);
        let Some(currency) = money.map(|money| money.currency).find(|own| Some(*own) != to) else { continue };
        let finding = Diagnostic::new(codes::NO_FORECAST_RATE, &said.place).with("currency", currency.code());
        let finding = finding.with("day", plan.year(said.year).span().from.to_string());
        findings.push(finding.help("help").about(said.id.as_str()));
    }
    findings
}

/// From where a gap between plan and expectation matters.
pub fn tolerance(workspace: &Workspace, metric: &MeasureId) -> Tolerance {
    workspace.materiality.of(metric, &workspace.catalogue)
}

#[cfg(test)]
mod tests;
