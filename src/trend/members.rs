//! What a category of the market is the sum of: our products in it, or the search terms that are watched for it.

use super::series::NoSeries;
use super::{Segment, Subject};
use crate::facts::{Over, Total};
use crate::quantity::{Id, MarketplaceId, MeasureId, ProductId, Ratio, Scope, Span};
use crate::review::Check;
use crate::workspace::{Category, Workspace};

/// The dimension of search terms.
const TERM: &str = "search_term";

/// The parts of a category that a figure is told by.
pub(super) enum Members<'a> {
    /// Our products, within what the scope names.
    Products(Vec<ProductId>),
    /// The search terms, each where it is watched.
    Terms(Vec<(&'a MarketplaceId, Vec<&'a str>)>),
}

impl<'a> Members<'a> {
    /// The products of a category for figures that products have, else its search terms.
    pub(super) fn of(
        workspace: &'a Workspace,
        check: &Check<'_>,
        (subject, segment): (&Subject, &Segment),
    ) -> Result<Self, NoSeries> {
        let category = workspace.market.category(&Id::new(&segment.value)).ok_or(NoSeries::Unknown)?;
        let lacks = |dimension| check.catalogue.lacks(&subject.metric, dimension);
        match (lacks("product"), lacks(TERM)) {
            (None, _) => Ok(Members::Products(products(category, &subject.scope))),
            (Some(_), None) => Ok(Members::Terms(terms(category, &subject.scope))),
            (Some(measure), Some(_)) => Err(NoSeries::Dimension(measure.id.clone())),
        }
    }

    /// Whether a value of a dimension is one of the parts; those of other dimensions are none.
    pub(super) fn hold(&self, dimension: &str, value: &str) -> bool {
        match self {
            Members::Products(all) => dimension == "product" && all.iter().any(|id| id.as_str() == value),
            Members::Terms(all) => dimension == TERM && all.iter().any(|(_, terms)| terms.contains(&value)),
        }
    }

    /// The sum of a measure over the parts; ranks and prices of several do not add up.
    pub(super) fn total(&self, check: &Check<'_>, (leaf, scope): (&MeasureId, &Scope), span: Span) -> Total {
        let level = check.catalogue.measure(leaf).is_some_and(|measure| measure.over == Over::Level);
        let all: Vec<Total> = match self {
            Members::Products(all) => {
                all.iter().map(|product| of_product(check, (leaf, scope), (product, span))).collect()
            }
            Members::Terms(all) => {
                all.iter().flat_map(|(place, terms)| of_terms(check, (leaf, place), (terms, span))).collect()
            }
        };
        match (all.as_slice(), level) {
            ([one], _) => one.clone(),
            (_, true) => Total::Several,
            (_, false) => all.into_iter().fold(Total::Known(Ratio::zero()), Total::plus),
        }
    }
}

fn products(category: &Category, scope: &Scope) -> Vec<ProductId> {
    let own = category.products.iter().map(|product| product.value.clone());
    own.filter(|id| scope.product.as_ref().is_none_or(|only| only == id)).collect()
}

fn terms<'a>(category: &'a Category, scope: &Scope) -> Vec<(&'a MarketplaceId, Vec<&'a str>)> {
    let places = category.marketplaces.iter().map(|place| &place.value);
    let places = places.filter(|id| scope.marketplace.as_ref().is_none_or(|only| only == *id));
    let watched = |place: &'a MarketplaceId| {
        let terms = category.keywords.iter();
        let there = terms.filter(|own| own.marketplaces.iter().any(|watched| watched.value == *place));
        (place, there.map(|own| own.term.as_str()).collect())
    };
    places.map(watched).collect()
}

fn of_product(
    check: &Check<'_>,
    (leaf, scope): (&MeasureId, &Scope),
    (product, span): (&ProductId, Span),
) -> Total {
    let scope = Scope { product: Some(product.clone()), ..scope.clone() };
    check.facts.sum_at(check.basis, leaf, (&scope, span))
}

/// The sums of the terms that have figures; one that is not known where the days are not.
fn of_terms(
    check: &Check<'_>,
    (leaf, place): (&MeasureId, &MarketplaceId),
    (terms, span): (&[&str], Span),
) -> Vec<Total> {
    let all = check.facts.split(leaf, (&Scope::marketplace(place), span, check.basis), TERM);
    let failed = |(value, total): &&(Option<String>, Total)| value.is_none() && total.known().is_none();
    if let Some((_, total)) = all.iter().find(failed) {
        return vec![total.clone()];
    }
    let ours = |value: &Option<String>| value.as_deref().is_some_and(|value| terms.contains(&value));
    all.into_iter().filter(|(value, _)| ours(value)).map(|(_, total)| total).collect()
}
