//! What results say of the months of past years, as if the events of each had fallen where those of the planned year will.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::facts::Facts;
use crate::plan::Weights;
use crate::quantity::{
    FiscalCalendar, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span,
};
use crate::workspace::{Allocation, Goal, Workspace};

/// Complete years before this many are not looked at.
const YEARS: usize = 3;

/// The past of a goal's figure.
pub(super) struct History<'a> {
    facts: &'a Facts,
    allocation: &'a Allocation,
    /// Weekdays and every event: what a day weighs in any year.
    days: Weights,
    fiscal: FiscalCalendar,
    pub(super) measure: MeasureId,
    /// The complete years, the earliest first.
    pub(super) years: Vec<i16>,
    /// The months of each of them.
    past: BTreeMap<i16, Vec<Period>>,
    /// The months of the year that is planned.
    pub(super) months: Vec<Period>,
    cells: OnceCell<Cells>,
}

/// The months of each product in each year, events moved; only of years in which it was sold in every month.
type Cells = BTreeMap<ProductId, Vec<(i16, Vec<Ratio>)>>;

impl<'a> History<'a> {
    pub(super) fn new(
        workspace: &'a Workspace,
        facts: &'a Facts,
        (goal, allocation): (&Goal, &'a Allocation),
    ) -> Self {
        let fiscal = workspace.fiscal();
        let measure = measure(workspace, facts, &goal.metric.value);
        let months = |year: i16| fiscal.year(year).split(Grain::Month);
        let known = facts.covered(&measure, &Scope::company());
        let complete = |year: &i16| known.is_some_and(|known| known.covers(&fiscal.year(*year).span()));
        let mut years: Vec<i16> = (1..=YEARS)
            .filter_map(|back| goal.year.checked_sub(i16::try_from(back).ok()?))
            .filter(complete)
            .collect();
        years.reverse();
        History {
            facts,
            allocation,
            days: Weights::of_days(
                &allocation.day.weekday,
                if allocation.day.events { &workspace.events } else { &[] },
            ),
            fiscal,
            measure,
            past: years.iter().map(|year| (*year, months(*year))).collect(),
            years,
            months: months(goal.year),
            cells: OnceCell::new(),
        }
    }

    /// The years of a product that say something of its season.
    pub(super) fn years_of(&self, product: &ProductId) -> &[(i16, Vec<Ratio>)] {
        self.cells().get(product).map_or(&[], Vec::as_slice)
    }

    /// The months of some products together, year by year.
    pub(super) fn pooled<'p>(&self, products: impl Iterator<Item = &'p ProductId>) -> Vec<Vec<Ratio>> {
        let mut pool: BTreeMap<i16, Vec<Ratio>> = BTreeMap::new();
        for (year, months) in products.flat_map(|product| self.years_of(product)) {
            let sums = pool.entry(*year).or_insert_with(|| vec![Ratio::zero(); months.len()]);
            sums.iter_mut().zip(months).for_each(|(sum, month)| *sum += month);
        }
        pool.into_values().collect()
    }

    /// In how many whole months that are known a product was sold.
    pub(super) fn months_sold(&self, product: &ProductId) -> usize {
        let Some(known) = self.facts.covered(&self.measure, &Scope::company()) else { return 0 };
        let months = self.fiscal.years(known).flat_map(|year| self.fiscal.year(year).split(Grain::Month));
        let whole = months.filter(|month| known.covers(&month.span()));
        whole.filter(|month| self.sold(&Scope::product(product), month.span()).is_some()).count()
    }

    fn cells(&self) -> &Cells {
        self.cells.get_or_init(|| {
            let products = self.allocation.product.weights.iter().map(|(id, _)| &id.value);
            products.map(|product| (product.clone(), self.whole_years(product))).collect()
        })
    }

    fn whole_years(&self, product: &ProductId) -> Vec<(i16, Vec<Ratio>)> {
        let year = |year: &i16| {
            let past = self.past.get(year)?.iter().zip(&self.months);
            let months = past.map(|(past, planned)| self.moved(product, (past.span(), planned.span())));
            Some((*year, months.collect::<Option<Vec<Ratio>>>()?))
        };
        self.years.iter().filter_map(year).collect()
    }

    /// A month of the past with its events taken out and those of the planned month put in; nothing where the product
    /// was not sold, or where not every day is known.
    fn moved(&self, product: &ProductId, (past, planned): (Span, Span)) -> Option<Ratio> {
        self.sold(&Scope::product(product), past)?;
        let places = &self.allocation.marketplace.of(product).weights;
        let each = places.iter().map(|(place, _)| {
            let amount = self.facts.sum(&self.measure, &Scope::cell(product, &place.value), past);
            let lifted = self.lifted(planned, &place.value).checked_div(&self.lifted(past, &place.value))?;
            // A marketplace of which nothing is known yet has no part in the season.
            Some(amount.known().map_or_else(Ratio::zero, |amount| amount * &lifted))
        });
        let moved: Ratio = each.collect::<Option<Vec<Ratio>>>()?.iter().sum();
        (!moved.is_negative()).then_some(moved)
    }

    fn sold(&self, scope: &Scope, days: Span) -> Option<Ratio> {
        self.facts.sum(&self.measure, scope, days).known().filter(|amount| amount.is_positive()).cloned()
    }

    /// How much the events of a month lift it: 1 without any.
    fn lifted(&self, month: Span, place: &MarketplaceId) -> Ratio {
        let weekdays = Weights { lifts: Vec::new(), ..self.days.clone() };
        let sum = |weights: &Weights| -> Ratio { month.days().map(|day| weights.day(day, place)).sum() };
        sum(&self.days).checked_div(&sum(&weekdays)).unwrap_or_else(Ratio::one)
    }
}

/// The goal's own figure where reports give it, else sales.
fn measure(workspace: &Workspace, facts: &Facts, metric: &MeasureId) -> MeasureId {
    let own = workspace.catalogue.measure(metric).is_some() && workspace.catalogue.adds_over_days(metric);
    let measured = own && facts.covered(metric, &Scope::company()).is_some();
    if measured { metric.clone() } else { MeasureId::new("sales") }
}
