//! Division: a figure by the values of a dimension, or by the groups that users make of them.

use std::collections::{BTreeMap, BTreeSet};

use super::Reading;
use super::check::reading;
use crate::facts::{Basis, Facts, Total};
use crate::ingest::Roster;
use crate::metric::{Catalogue, LOOKUPS, Measure, Over};
use crate::quantity::{MarketplaceId, MeasureId, ProductId, Ratio, Scope, Span};
use crate::workspace::{Dimension, Workspace};

/// What a figure is divided by.
#[derive(Clone, Copy, Debug)]
pub enum By<'a> {
    /// The values of a dimension, as the data or the company's lists have them: `ship_to`, `reason`, `category`.
    Values(&'a str),
    /// The groups of a dimension that a user made.
    Groups(&'a Dimension),
}

/// A part of a figure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// A group, by its place in [`Dimension::groups`].
    Group(usize),
    /// A value of the dimension.
    Value(String),
    /// What has no value, or one that is in no group.
    Rest,
}

/// Why a figure cannot be divided by a dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Obstacle<'a> {
    /// This measure has no figures by it.
    Grain(&'a Measure),
    /// The dimension is for other figures: it says so itself.
    Applies,
}

/// Divides figures.
#[derive(Clone, Copy, Debug)]
pub struct Divider<'a> {
    /// What people wrote: the catalogue, products, marketplaces.
    pub workspace: &'a Workspace,
    /// What was measured.
    pub facts: &'a Facts,
    /// The rates at which money is summed.
    pub basis: Basis,
}

/// A figure in parts, each computed from the sums of its measures in it; the parts of a measure that adds up sum to
/// the whole.
#[derive(Clone, Debug)]
pub struct Division<'a> {
    catalogue: &'a Catalogue,
    by: By<'a>,
    metric: MeasureId,
    measures: Vec<(MeasureId, Parts)>,
}

/// The parts of one measure.
#[derive(Clone, Debug)]
struct Parts {
    known: BTreeMap<Part, Total>,
    /// What a part has that is not among them.
    other: Total,
}

impl<'a> By<'a> {
    /// What a name stands for: a dimension that a user made, else one that lists or some measure have.
    pub fn named(workspace: &'a Workspace, name: &'a str) -> Option<Self> {
        if let Some(made) = workspace.dimensions.iter().find(|made| made.id == name) {
            return Some(By::Groups(made));
        }
        let measures = workspace.catalogue.measures();
        let known = LOOKUPS.contains(&name) || measures.iter().any(|measure| measure.splits_by(name));
        known.then_some(By::Values(name))
    }

    /// Its own name.
    pub fn name(&self) -> &'a str {
        match self {
            By::Values(name) => name,
            By::Groups(made) => &made.id,
        }
    }

    /// The dimension whose values are looked at.
    pub fn of(&self) -> &'a str {
        match self {
            By::Values(name) => name,
            By::Groups(made) => &made.of,
        }
    }

    fn part(&self, value: Option<String>) -> Part {
        match (self, value) {
            (_, None) => Part::Rest,
            (By::Values(_), Some(value)) => Part::Value(value),
            (By::Groups(made), Some(value)) => made.group_of(&value).map_or(Part::Rest, Part::Group),
        }
    }
}

impl Division<'_> {
    /// The parts there are: every group, or every value that has figures; then what is left, if anything is.
    pub fn parts(&self) -> BTreeSet<Part> {
        let nought = Total::Known(Ratio::zero());
        let all = self.measures.iter().flat_map(|(_, parts)| &parts.known);
        let known = all.filter(|(_, total)| **total != nought).map(|(part, _)| part.clone());
        let groups = match self.by {
            By::Groups(made) => made.groups.len(),
            By::Values(_) => 0,
        };
        known.chain((0..groups).map(Part::Group)).collect()
    }

    /// Whether the data tell any part from the rest.
    pub fn is_told(&self) -> bool {
        self.measures.iter().any(|(_, parts)| parts.known.keys().any(|part| *part != Part::Rest))
    }

    /// The figure in a part.
    pub fn read(&self, part: &Part) -> Reading {
        let total = |leaf: &MeasureId| {
            let own = self.measures.iter().find(|(id, _)| id == leaf);
            own.map_or(Total::Missing, |(_, parts)| parts.of(part))
        };
        reading(self.catalogue, &self.metric, &total)
    }
}

impl Parts {
    fn of(&self, part: &Part) -> Total {
        self.known.get(part).unwrap_or(&self.other).clone()
    }
}

impl<'a> Divider<'a> {
    /// Why a figure cannot be divided by a dimension; nothing when it can.
    pub fn obstacle(&self, by: By<'_>, metric: &MeasureId) -> Option<Obstacle<'a>> {
        let catalogue = &self.workspace.catalogue;
        if let Some(measure) = catalogue.lacks(metric, by.of()) {
            return Some(Obstacle::Grain(measure));
        }
        match by {
            By::Groups(made) if !made.applies(metric, catalogue) => Some(Obstacle::Applies),
            _ => None,
        }
    }

    /// Divides a figure of a part of the company over some days.
    pub fn divide(&self, by: By<'a>, metric: &MeasureId, asked: (&Scope, Span)) -> Division<'a> {
        let catalogue = &self.workspace.catalogue;
        let leaves = catalogue.leaves(metric).into_owned().into_iter();
        let measures = leaves.map(|leaf| (leaf.clone(), self.parts(by, &leaf, asked))).collect();
        Division { catalogue, by, metric: metric.clone(), measures }
    }

    /// The figure of a part of the company over some days in one part alone: as the whole division has it.
    pub fn read(
        &self,
        (by, part): (By<'_>, &Part),
        metric: &MeasureId,
        (scope, span): (&Scope, Span),
    ) -> Reading {
        // A value of the data needs no other to be told; the whole division says what a value is that has no figure.
        let alone = |leaf: &MeasureId| match (by, part) {
            (By::Values("product" | "marketplace" | "region" | "category"), _) => None,
            (By::Values(of), Part::Value(value)) => {
                self.facts.part(leaf, (scope, span, self.basis), (of, value))
            }
            _ => None,
        };
        let total =
            |leaf: &MeasureId| alone(leaf).unwrap_or_else(|| self.parts(by, leaf, (scope, span)).of(part));
        reading(&self.workspace.catalogue, metric, &total)
    }

    fn parts(&self, by: By<'_>, leaf: &MeasureId, asked: (&Scope, Span)) -> Parts {
        let values = self.values(leaf, asked, by.of());
        let nought = Total::Known(Ratio::zero());
        let level = self.workspace.catalogue.measure(leaf).is_some_and(|measure| measure.over == Over::Level);
        let other = if level { Total::Missing } else { other(&values) };
        let mut known: BTreeMap<Part, Total> = BTreeMap::new();
        for (value, total) in values.into_iter().filter(|(value, total)| value.is_some() || *total != nought)
        {
            let part = by.part(value);
            let sum = match known.remove(&part) {
                Some(_) if level => Total::Several,
                Some(sum) => sum.plus(total),
                None => total,
            };
            known.insert(part, sum);
        }
        Parts { known, other }
    }

    /// The sum of a measure by the values of a dimension; the parts add up to the whole.
    fn values(
        &self,
        leaf: &MeasureId,
        (scope, span): (&Scope, Span),
        of: &str,
    ) -> Vec<(Option<String>, Total)> {
        let scopes = match of {
            "product" => {
                self.products(scope).map(|id| (Some(id.to_string()), within(scope, Some(id), None))).collect()
            }
            "marketplace" => {
                let places = self.marketplaces(leaf, scope);
                places.map(|id| (Some(id.to_string()), within(scope, None, Some(id)))).collect()
            }
            "region" => {
                let places = self.marketplaces(leaf, scope);
                places.map(|id| (self.region(&id), within(scope, None, Some(id)))).collect()
            }
            "category" => self.categories(leaf, scope),
            _ => return self.facts.split(leaf, (scope, span, self.basis), of),
        };
        self.by_scopes(leaf, (scope, span), scopes)
    }

    /// The sums of parts of the company by the value of each, and what they leave of the whole.
    ///
    /// Where the whole is known, a part that is not has no share in it: a marketplace without any figure.
    fn by_scopes(
        &self,
        leaf: &MeasureId,
        (whole, span): (&Scope, Span),
        scopes: Vec<(Option<String>, Scope)>,
    ) -> Vec<(Option<String>, Total)> {
        let whole = self.facts.sum_at(self.basis, leaf, (whole, span));
        let nought = || Total::Known(Ratio::zero());
        let mut sums: BTreeMap<String, Total> = BTreeMap::new();
        for (value, scope) in scopes.into_iter().filter_map(|(value, scope)| Some((value?, scope))) {
            let total = self.facts.sum_at(self.basis, leaf, (&scope, span));
            if whole.known().is_none() || total.known().is_some() {
                let sum = sums.remove(&value).unwrap_or_else(nought);
                sums.insert(value, sum.plus(total));
            }
        }
        let parts = sums.values().cloned().fold(nought(), Total::plus);
        let rest = match (whole, parts) {
            (Total::Known(whole), Total::Known(parts)) => Total::Known(&whole - &parts),
            (Total::Known(_), failed) | (failed, _) => failed,
        };
        sums.into_iter().map(|(value, sum)| (Some(value), sum)).chain([(None, rest)]).collect()
    }

    fn products(&self, scope: &Scope) -> impl Iterator<Item = ProductId> + use<> {
        let wanted = scope.product.clone();
        let all = Roster::product_ids(self.workspace, self.facts).into_iter();
        all.filter(move |id| wanted.as_ref().is_none_or(|wanted| wanted == id))
    }

    /// The marketplaces where a measure is known at all.
    fn marketplaces(&self, leaf: &MeasureId, scope: &Scope) -> impl Iterator<Item = MarketplaceId> + use<> {
        let known = |id: &MarketplaceId| {
            let wanted = scope.marketplace.as_ref().is_none_or(|wanted| wanted == id);
            wanted && self.facts.covered(leaf, &Scope::marketplace(id)).is_some()
        };
        let mut all = Roster::marketplace_ids(self.workspace, self.facts);
        all.retain(known);
        all.into_iter()
    }

    fn region(&self, id: &MarketplaceId) -> Option<String> {
        self.workspace.marketplace(id)?.region.clone()
    }

    /// Each product in each marketplace with its category there.
    fn categories(&self, leaf: &MeasureId, scope: &Scope) -> Vec<(Option<String>, Scope)> {
        let places: Vec<MarketplaceId> = self.marketplaces(leaf, scope).collect();
        let cell = |product: &ProductId, place: &MarketplaceId| {
            let category = self.workspace.product(product).and_then(|listed| listed.category_in(place));
            (category.map(str::to_owned), Scope::cell(product, place))
        };
        let of_product =
            |product: ProductId| places.iter().map(|place| cell(&product, place)).collect::<Vec<_>>();
        self.products(scope).flat_map(of_product).collect()
    }
}

/// What a value has that is not among those known: nought, unless nothing says to which value the rest belongs.
fn other(values: &[(Option<String>, Total)]) -> Total {
    let named = values.iter().any(|(value, _)| value.is_some());
    match values.iter().find(|(value, _)| value.is_none()).map(|(_, total)| total) {
        Some(Total::Known(rest)) if !named && !rest.is_zero() => Total::Missing,
        None | Some(Total::Known(_)) => Total::Known(Ratio::zero()),
        Some(failed) => failed.clone(),
    }
}

/// A part of the company, narrowed further.
fn within(scope: &Scope, product: Option<ProductId>, marketplace: Option<MarketplaceId>) -> Scope {
    Scope {
        product: product.or_else(|| scope.product.clone()),
        marketplace: marketplace.or_else(|| scope.marketplace.clone()),
    }
}

#[cfg(test)]
mod tests;
