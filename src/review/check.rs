//! Check: actual against plan and previous year, for any figure, any part of the company, any period.

use super::{Figure, LastYear, Question, Reading};
use crate::facts::{Basis, Facts, Total};
use crate::metric::{Better, Catalogue, Unit, Value, Variance, value, variance};
use crate::plan::Plan;
use crate::quantity::{Day, Grain, MeasureId, Period, Ratio, Scope, Span};
use crate::workspace::{PreviousYear, Rebase, Workspace};

/// Answers questions about figures. Every figure of one answer speaks of the same days.
#[derive(Clone, Copy, Debug)]
pub struct Check<'a> {
    /// What figures there are.
    pub catalogue: &'a Catalogue,
    /// What was measured.
    pub facts: &'a Facts,
    /// What was planned.
    pub plan: &'a Plan,
    /// Today: itself never complete.
    pub today: Day,
    /// The rates at which measured money is summed; plans are in the reporting currency.
    pub basis: Basis,
    /// Which days of the year before figures are set beside.
    pub last_year: LastYear<'a>,
    /// The documented changes after which a figure is judged anew.
    pub rebases: &'a [Rebase],
}

impl<'a> Check<'a> {
    /// Measures what a workspace's facts came to against a plan, at planned rates, as its settings say.
    pub fn of(workspace: &'a Workspace, facts: &'a Facts, (plan, today): (&'a Plan, Day)) -> Self {
        Check {
            catalogue: &workspace.catalogue,
            facts,
            plan,
            today,
            basis: Basis::Plan,
            last_year: LastYear::of(workspace),
            rebases: &workspace.rebases,
        }
    }
}

impl Check<'_> {
    /// A figure against its plan and its previous year.
    pub fn figure(&self, question: &Question) -> Figure {
        self.over(question, self.days(question))
    }

    /// The days of a period that a figure is known for: from the first that anything is measured of it in the company
    /// to the last complete one.
    pub fn days(&self, question: &Question) -> Option<Span> {
        self.known_days(&question.metric, &question.scope, question.period.span())
    }

    /// The days of a span on which a figure is known.
    pub fn known_days(&self, metric: &MeasureId, scope: &Scope, whole: Span) -> Option<Span> {
        let first = self.first_day(metric, &Scope::company())?;
        let last = self.last_day(metric, scope)?;
        Span::new(whole.from.max(first), whole.to.min(last))
    }

    /// The same over given days of the period, so that several figures speak of the same ones.
    pub fn over(&self, question: &Question, days: Option<Span>) -> Figure {
        let Question { metric, scope, period } = question;
        let read = |span: Option<Span>| span.map_or(Reading::Missing, |span| self.read(metric, scope, span));
        let planned = |span: Span| self.plan.value(self.catalogue, metric, (scope, span));
        let actual = read(days);
        let plan = days.and_then(planned);
        let (before, previous, vs_previous) = self.previous(question, days, &actual);
        Figure {
            vs_plan: self.compare(metric, (&actual, plan.as_ref())),
            vs_previous,
            plan_whole: planned(period.span()),
            provisional: days.is_some_and(|days| self.is_provisional(metric, days)),
            question: question.clone(),
            days,
            before,
            actual,
            plan,
            previous,
        }
    }

    /// The year before by the rule of the workspace: its days where they are one stretch, its figure, and the
    /// variance to it, which under event alignment is that of the like days of both years.
    fn previous(
        &self,
        question: &Question,
        days: Option<Span>,
        actual: &Reading,
    ) -> (Option<Span>, Reading, Variance) {
        let aligned = (self.last_year.rule == PreviousYear::EventAligned)
            .then(|| self.aligned(question, days?))
            .flatten();
        // A report by the month cannot be set day by day: it is set beside the month as it is.
        if let Some(aligned) = aligned.filter(|aligned| aligned.variance.abs.is_some()) {
            return (None, aligned.previous, aligned.variance);
        }
        let before = days.map(|days| self.last_year.before(question.period, days));
        let previous =
            before.map_or(Reading::Missing, |span| self.read(&question.metric, &question.scope, span));
        let variance = self.compare(&question.metric, (actual, previous.known()));
        (before, previous, variance)
    }

    /// A figure against a reference, in the figure's unit.
    pub(super) fn compare(
        &self,
        metric: &MeasureId,
        (actual, reference): (&Reading, Option<&Ratio>),
    ) -> Variance {
        variance(actual.known(), reference, self.unit(metric), self.better(metric))
    }

    /// Two known values of a figure against each other, in its unit.
    pub fn compared(&self, metric: &MeasureId, (actual, reference): (&Ratio, &Ratio)) -> Variance {
        variance(Some(actual), Some(reference), self.unit(metric), self.better(metric))
    }

    /// The value of a figure over some days.
    pub fn read(&self, metric: &MeasureId, scope: &Scope, span: Span) -> Reading {
        reading(self.catalogue, metric, &|leaf| self.facts.sum_at(self.basis, leaf, (scope, span)))
    }

    /// The last complete day of a figure: that of the slowest measure it needs, and never today (domain 3.4).
    pub fn last_day(&self, metric: &MeasureId, scope: &Scope) -> Option<Day> {
        let leaves = self.catalogue.leaves(metric);
        let ends: Option<Vec<Day>> =
            leaves.iter().map(|leaf| self.facts.covered(leaf, scope).map(|span| span.to)).collect();
        ends?.into_iter().min().map(|day| day.min(self.today - 1))
    }

    /// The first day that a figure is known for: that of the measure whose files begin last.
    pub fn first_day(&self, metric: &MeasureId, scope: &Scope) -> Option<Day> {
        let leaves = self.catalogue.leaves(metric);
        let firsts = leaves.iter().map(|leaf| Some(self.facts.covered(leaf, scope)?.from));
        firsts.collect::<Option<Vec<Day>>>()?.into_iter().max()
    }

    /// What a figure is counted in.
    pub fn unit(&self, metric: &MeasureId) -> Unit {
        self.catalogue.unit(metric).unwrap_or_default()
    }

    fn better(&self, metric: &MeasureId) -> Better {
        self.catalogue.better(metric).unwrap_or_default()
    }

    /// Every figure of a period and of the months in it: of the company, its marketplaces, its products, and each of
    /// these in each of those.
    pub fn questions(&self, period: Period) -> Vec<Question> {
        let months = period.split(Grain::Month).into_iter().filter(|month| *month != period);
        let scopes = self.scopes();
        let of = |period: Period| {
            let figures =
                scopes.iter().flat_map(|scope| self.catalogue.ids().map(move |metric| (scope, metric)));
            let asked = figures.map(|(scope, metric)| (scope.clone(), metric.clone()));
            asked.map(move |(scope, metric)| Question { metric, scope, period }).collect::<Vec<_>>()
        };
        [period].into_iter().chain(months).flat_map(of).collect()
    }

    fn scopes(&self) -> Vec<Scope> {
        let places: Vec<_> = self.facts.marketplaces().map(|(id, _)| id).collect();
        let mut scopes = vec![Scope::company()];
        scopes.extend(places.iter().map(|place| Scope::marketplace(place)));
        for product in self.facts.products() {
            scopes.push(Scope::product(product));
            scopes.extend(places.iter().map(|place| Scope::cell(product, place)));
        }
        scopes
    }

    /// Whether late reports may still change a figure of these days.
    pub fn is_provisional(&self, metric: &MeasureId, days: Span) -> bool {
        let lag = i32::from(self.catalogue.lag_days(metric));
        lag > 0 && days.to + lag >= self.today
    }
}

/// The value of a figure from the sums of its measures.
pub(crate) fn reading(
    catalogue: &Catalogue,
    metric: &MeasureId,
    sum: &dyn Fn(&MeasureId) -> Total,
) -> Reading {
    let leaves = catalogue.leaves(metric);
    let totals: Vec<(&str, Total)> = leaves.iter().map(|leaf| (leaf.as_str(), sum(leaf))).collect();
    let coarse = totals.iter().any(|(_, total)| *total == Total::Coarse);
    let lookup = |name: &str| {
        let total = totals.iter().find(|(known, _)| *known == name);
        total.and_then(|(_, total)| total.known().cloned())
    };
    match value(&catalogue.expand(metric), &lookup) {
        Value::Known(value) => Reading::Known(value),
        Value::Missing { .. } if coarse => Reading::Coarse,
        Value::Missing { .. } => Reading::Missing,
        Value::Undefined { .. } => Reading::Undefined,
    }
}
