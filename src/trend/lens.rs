//! How a subject is read over some days: as a whole, by a part of it, or over the products of a category.

use super::cut::Cut;
use super::series::NoSeries;
use super::{Segment, Subject};
use crate::facts::{Over, Total};
use crate::quantity::{Id, MeasureId, ProductId, Ratio, Scope, Span};
use crate::review::{Check, Part, Reading, reading};
use crate::workspace::Workspace;

/// How a subject is read.
pub(super) enum Lens<'a> {
    Whole,
    Part(Cut<'a>, Part),
    Products(Vec<ProductId>),
}

impl<'a> Lens<'a> {
    pub(super) fn of(
        workspace: &'a Workspace,
        check: &Check<'a>,
        subject: &'a Subject,
    ) -> Result<Self, NoSeries> {
        let Some(segment) = &subject.segment else { return Ok(Lens::Whole) };
        if segment.dimension == Segment::CATEGORY {
            return products(workspace, check, (subject, segment)).map(Lens::Products);
        }
        let cut = Cut::of(workspace, check, (&subject.metric, &segment.dimension))?;
        let part = cut.part(&segment.value).ok_or(NoSeries::Unknown)?;
        Ok(Lens::Part(cut, part))
    }

    pub(super) fn read(&self, check: &Check<'_>, subject: &Subject, span: Span) -> Reading {
        match self {
            Lens::Whole => check.read(&subject.metric, &subject.scope, span),
            Lens::Part(cut, part) => cut.read(subject, part, span),
            Lens::Products(products) => reading(check.catalogue, &subject.metric, &|leaf| {
                total(check, (leaf, &subject.scope), (products, span))
            }),
        }
    }
}

/// Our products of a category, within what the scope names.
fn products(
    workspace: &Workspace,
    check: &Check<'_>,
    (subject, segment): (&Subject, &Segment),
) -> Result<Vec<ProductId>, NoSeries> {
    if let Some(measure) = check.catalogue.lacks(&subject.metric, "product") {
        return Err(NoSeries::Dimension(measure.id.clone()));
    }
    let category = workspace.market.category(&Id::new(&segment.value)).ok_or(NoSeries::Unknown)?;
    let own = category.products.iter().map(|product| product.value.clone());
    Ok(own.filter(|id| subject.scope.product.as_ref().is_none_or(|only| only == id)).collect())
}

/// The sum of a measure over some products; ranks and prices of several do not add up.
fn total(
    check: &Check<'_>,
    (leaf, scope): (&MeasureId, &Scope),
    (products, span): (&[ProductId], Span),
) -> Total {
    let of = |product: &ProductId| {
        let scope = Scope { product: Some(product.clone()), ..scope.clone() };
        check.facts.sum_at(check.basis, leaf, (&scope, span))
    };
    match products {
        [one] => of(one),
        _ if check.catalogue.measure(leaf).is_some_and(|measure| measure.over == Over::Level) => {
            Total::Several
        }
        all => all.iter().map(of).fold(Total::Known(Ratio::zero()), Total::plus),
    }
}
