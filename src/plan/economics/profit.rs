//! The profitability check: does what the plan sells earn what the plan promises?

use std::collections::BTreeMap;

use super::{Cell, Unit};
use crate::plan::Plan;
use crate::quantity::{Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Span};
use crate::workspace::Workspace;

/// The figure whose goal is checked.
pub(super) const PROFIT: &str = "contribution_profit";

/// What the plan of a year earns beside its profit goal, in the currency of sums, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profit {
    /// The year.
    pub year: i16,
    /// The goal; nothing where none is set.
    pub goal: Option<Ratio>,
    /// Every product in every marketplace that is counted, sorted by id.
    pub cells: Vec<Earned>,
    /// Planned, but not counted: without a price, a rate of exchange, or all inputs.
    pub uncounted: Vec<(ProductId, MarketplaceId)>,
}

/// What a product in a marketplace earns in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earned {
    /// The product.
    pub product: ProductId,
    /// The marketplace.
    pub marketplace: MarketplaceId,
    /// Planned units.
    pub units: Ratio,
    /// What they leave at the planned prices.
    pub profit: Ratio,
    /// What they would leave at the list prices.
    pub at_list: Ratio,
    /// The profit that the plan gives it; nothing where profit is not split.
    pub target: Option<Ratio>,
    /// What it would leave more if prices were doubled and sold as much: the worth of a whole price.
    price_worth: Ratio,
}

impl Earned {
    /// What it leaves above what the plan gives it; below nought when it falls short.
    pub fn gap(&self) -> Option<Ratio> {
        Some(&self.profit - self.target.as_ref()?)
    }
}

impl Profit {
    /// What the plan earns at its planned prices.
    pub fn earned(&self) -> Ratio {
        self.cells.iter().map(|cell| &cell.profit).sum()
    }

    /// What it would earn if everything were sold at its list price.
    pub fn at_list(&self) -> Ratio {
        self.cells.iter().map(|cell| &cell.at_list).sum()
    }

    /// What is earned above the goal; below nought when the goal is missed.
    pub fn gap(&self) -> Option<Ratio> {
        Some(&self.earned() - self.goal.as_ref()?)
    }

    /// By how much all prices must change to reach the goal exactly, as a share of the planned prices: units and all
    /// costs but tax and referral staying as they are. It may be below nought: how far prices could fall.
    pub fn price_change(&self) -> Option<Ratio> {
        let worth: Ratio = self.cells.iter().map(|cell| &cell.price_worth).sum();
        (-&self.gap()?).checked_div(&worth)
    }

    /// The sums of each product, in the order of their ids.
    pub fn products(&self) -> Vec<(ProductId, Sum)> {
        self.sums(|cell| cell.product.clone())
    }

    /// The sums of each marketplace, in the order of their ids.
    pub fn marketplaces(&self) -> Vec<(MarketplaceId, Sum)> {
        self.sums(|cell| cell.marketplace.clone())
    }

    /// The sum of all.
    pub fn total(&self) -> Sum {
        let mut total = Sum::default();
        self.cells.iter().for_each(|cell| total.add(cell));
        Sum { target: self.goal.clone(), ..total }
    }

    /// The product and marketplace that is farthest behind its part of the goal, with its gap; nothing when none is.
    pub fn worst(&self) -> Option<(&ProductId, &MarketplaceId, Ratio)> {
        let gaps = self.cells.iter().filter_map(|cell| Some((&cell.product, &cell.marketplace, cell.gap()?)));
        gaps.min_by(|a, b| a.2.cmp(&b.2)).filter(|(_, _, gap)| gap.is_negative())
    }

    fn sums<K: Ord>(&self, key: impl Fn(&Earned) -> K) -> Vec<(K, Sum)> {
        let mut sums: BTreeMap<K, Sum> = BTreeMap::new();
        for cell in &self.cells {
            sums.entry(key(cell)).or_default().add(cell);
        }
        sums.into_iter().collect()
    }
}

/// What several products or marketplaces earn together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Planned units.
    pub units: Ratio,
    /// What they leave at the planned prices.
    pub profit: Ratio,
    /// The profit that the plan gives them, where it is split.
    pub target: Option<Ratio>,
}

impl Sum {
    fn add(&mut self, cell: &Earned) {
        self.units += &cell.units;
        self.profit += &cell.profit;
        if let Some(target) = &cell.target {
            *self.target.get_or_insert_default() += target;
        }
    }

    /// What is left above the target; below nought when it is missed.
    pub fn gap(&self) -> Option<Ratio> {
        Some(&self.profit - self.target.as_ref()?)
    }
}

/// The checks of today's year and of later ones that have a profit goal, or units without one.
pub(super) fn all(
    workspace: &Workspace,
    (plan, cells): (&Plan, &BTreeMap<Cell, Vec<Unit>>),
    today: Day,
) -> Vec<Profit> {
    let mut years: Vec<i16> = plan.amounts().map(|(_, year)| year).collect();
    years.sort_unstable();
    years.dedup();
    let ahead = years.into_iter().filter(|year| *year >= workspace.fiscal().year_of(today));
    ahead.filter_map(|year| Check { workspace, plan, cells, year }.profit()).collect()
}

struct Check<'a> {
    workspace: &'a Workspace,
    plan: &'a Plan,
    cells: &'a BTreeMap<Cell, Vec<Unit>>,
    year: i16,
}

impl Check<'_> {
    fn span(&self) -> Span {
        self.workspace.fiscal().year(self.year).span()
    }

    fn planned(&self, metric: &str, scope: &Scope, span: Span) -> Option<Ratio> {
        self.plan.value(&self.workspace.catalogue, &MeasureId::new(metric), (scope, span))
    }

    fn profit(&self) -> Option<Profit> {
        let (mut cells, mut uncounted) = (Vec::new(), Vec::new());
        for product in &self.workspace.products {
            for place in &self.workspace.marketplaces {
                let cell = (product.id.clone(), place.id.clone());
                match self.earned(&cell) {
                    Some(Some(earned)) => cells.push(earned),
                    Some(None) => uncounted.push(cell),
                    None => {}
                }
            }
        }
        cells.sort_by(|a, b| (&a.product, &a.marketplace).cmp(&(&b.product, &b.marketplace)));
        let goal = self.goal();
        (!cells.is_empty() || !uncounted.is_empty()).then_some(Profit {
            year: self.year,
            goal,
            cells,
            uncounted,
        })
    }

    fn goal(&self) -> Option<Ratio> {
        let mut goals = self.workspace.goals.iter();
        let goal = goals.find(|goal| goal.year == self.year && goal.metric.value.as_str() == PROFIT)?;
        goal.target().map(|target| target.number())
    }

    /// What a cell earns: nothing when no units are planned; an inner nothing when they cannot be valued.
    fn earned(&self, (product, marketplace): &Cell) -> Option<Option<Earned>> {
        let scope = Scope::cell(product, marketplace);
        let units = self.planned("units", &scope, self.span()).filter(|units| !units.is_zero())?;
        let (mut profit, mut at_list, mut price_worth) = (Ratio::zero(), Ratio::zero(), Ratio::zero());
        for (unit, span) in self.stretches((product, marketplace)) {
            let Some(units) = self.planned("units", &scope, span).filter(|units| !units.is_zero()) else {
                continue;
            };
            let Some(worth) = unit.and_then(|unit| Worth::of(unit, &units)) else { return Some(None) };
            profit += &worth.profit;
            at_list += &worth.at_list;
            price_worth += &worth.price;
        }
        let target = self.planned(PROFIT, &scope, self.span());
        let (product, marketplace) = (product.clone(), marketplace.clone());
        Some(Some(Earned { product, marketplace, units, profit, at_list, target, price_worth }))
    }

    /// The units of a year with the days on which they hold; days before the first have none.
    fn stretches(&self, (product, marketplace): (&ProductId, &MarketplaceId)) -> Vec<(Option<&Unit>, Span)> {
        let year = self.span();
        let units = self.cells.get(&(product.clone(), marketplace.clone())).map_or(&[][..], Vec::as_slice);
        let starts = units.iter().map(|unit| (Some(unit), unit.from));
        let starts: Vec<(Option<&Unit>, Day)> = std::iter::once((None, year.from)).chain(starts).collect();
        let end = |index: usize| starts.get(index + 1).map_or(year.to, |(_, next)| (*next - 1).min(year.to));
        starts
            .iter()
            .enumerate()
            .filter_map(|(index, (unit, from))| Some((*unit, Span::new((*from).max(year.from), end(index))?)))
            .collect()
    }
}

/// What some units of one stretch are worth in the currency of sums.
struct Worth {
    profit: Ratio,
    at_list: Ratio,
    price: Ratio,
}

impl Worth {
    fn of(unit: &Unit, units: &Ratio) -> Option<Self> {
        let rate = unit.to_reporting.as_ref().filter(|_| unit.is_complete())?;
        let worth = |each: Ratio| &(&each * rate) * units;
        Some(Worth {
            profit: worth(unit.as_planned().contribution()),
            at_list: worth(unit.contribution()),
            price: worth(&unit.kept() * &unit.planned_price),
        })
    }
}
