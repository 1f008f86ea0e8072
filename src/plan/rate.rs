//! A planned rate: conversion, price, cost share, stock. It is not split; it holds wherever no closer one is given.

use crate::quantity::{MeasureId, Ratio, Scope};

/// What a ratio is planned to be in one year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRate {
    /// The ratio.
    pub metric: MeasureId,
    /// The year.
    pub year: i16,
    /// What holds unless a part of the company has its own.
    pub default: Ratio,
    /// Parts of the company with their own, in file order.
    pub by: Vec<(Scope, Ratio)>,
}

impl PlannedRate {
    /// The amount of a scope that does not add over days: its own; the default is that of the whole company.
    pub(crate) fn amount_of(&self, scope: &Scope) -> Option<&Ratio> {
        let own = self.by.iter().find(|(own, _)| own == scope).map(|(_, amount)| amount);
        own.or_else(|| (*scope == Scope::company()).then_some(&self.default))
    }

    /// The rate of a scope: its own, else its product's, else its marketplace's, else the default.
    pub(crate) fn of(&self, scope: &Scope) -> &Ratio {
        let product = Scope { product: scope.product.clone(), marketplace: None };
        let marketplace = Scope { product: None, marketplace: scope.marketplace.clone() };
        let own = |scope: &Scope| self.by.iter().find(|(own, _)| own == scope).map(|(_, rate)| rate);
        [scope, &product, &marketplace].into_iter().find_map(own).unwrap_or(&self.default)
    }
}
