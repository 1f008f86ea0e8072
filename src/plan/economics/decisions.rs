//! What unit economics decide: how much advertising may cost, and at which price a unit pays.

use super::inputs::year_of;
use super::profit::PROFIT;
use super::{Cell, Unit};
use crate::plan::Plan;
use crate::quantity::{Day, MarketplaceId, MeasureId, ProductId, Ratio, Scope};
use crate::workspace::Workspace;

/// What the unit economics of a product in a marketplace decide today, beside what the plan assumes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The product.
    pub product: ProductId,
    /// The marketplace.
    pub marketplace: MarketplaceId,
    /// The ACOS of the plan.
    pub planned_acos: Option<Ratio>,
    /// The ACOS at which a unit leaves nothing.
    pub break_even_acos: Option<Ratio>,
    /// The margin that the plan asks of the product: its planned profit as a share of its planned sales.
    pub margin: Option<Ratio>,
    /// The ACOS that leaves this margin.
    pub acos_for_margin: Option<Ratio>,
    /// The share of visits that the plan expects to buy.
    pub conversion: Option<Ratio>,
    /// The most a click may cost at this conversion, in the marketplace's currency.
    pub max_cpc: Option<Ratio>,
    /// The price at which a unit leaves nothing.
    pub break_even_price: Option<Ratio>,
    /// The price that leaves the margin.
    pub price_for_margin: Option<Ratio>,
}

impl Decision {
    /// The decisions about a unit, with what the plan assumes in the year of a day.
    pub(super) fn of(
        workspace: &Workspace,
        plan: &Plan,
        ((product, marketplace), unit, day): (&Cell, &Unit, Day),
    ) -> Self {
        let (cell, year) = (Scope::cell(product, marketplace), year_of(workspace, day));
        let planned = |metric: &str, scope: &Scope| {
            plan.value(&workspace.catalogue, &MeasureId::new(metric), (scope, year))
        };
        let whole = Scope::product(product);
        let profit = planned(PROFIT, &whole).zip(planned("sales", &whole));
        let margin = profit.and_then(|(profit, sales)| profit.checked_div(&sales));
        let conversion = planned("ad_cvr", &cell).or_else(|| planned("cvr", &cell));
        Decision {
            product: product.clone(),
            marketplace: marketplace.clone(),
            planned_acos: planned("acos", &cell),
            break_even_acos: unit.break_even_acos(),
            acos_for_margin: margin.as_ref().and_then(|margin| unit.acos_for(margin)),
            max_cpc: conversion.as_ref().map(|conversion| unit.max_cpc(&Ratio::zero(), conversion)),
            break_even_price: unit.break_even_price(),
            price_for_margin: margin.as_ref().and_then(|margin| unit.price_for(margin)),
            conversion,
            margin,
        }
    }

    /// How far the planned ACOS lies below the one at which a unit leaves nothing; below nought when it is above.
    pub fn acos_room(&self) -> Option<Ratio> {
        Some(self.break_even_acos.as_ref()? - self.planned_acos.as_ref()?)
    }
}

impl Unit {
    /// What is left of a unit as a share of the price without tax.
    pub fn margin(&self) -> Option<Ratio> {
        self.contribution().checked_div(&self.net())
    }

    /// The ACOS at which a unit sold through an advertisement leaves nothing: of the price, as advertising counts it.
    pub fn break_even_acos(&self) -> Option<Ratio> {
        self.acos_for(&Ratio::zero())
    }

    /// The ACOS that leaves a margin on the price without tax.
    pub fn acos_for(&self, margin: &Ratio) -> Option<Ratio> {
        self.ads_for(margin).checked_div(&self.price)
    }

    /// The most a click may cost for a margin, when `conversion` of clicks buy (0.1 for 10 %).
    pub fn max_cpc(&self, margin: &Ratio, conversion: &Ratio) -> Ratio {
        &self.ads_for(margin) * conversion
    }

    /// What is left for advertising when a margin shall remain.
    fn ads_for(&self, margin: &Ratio) -> Ratio {
        &self.before_ads() - &(margin * &self.net())
    }

    /// What a unit earns on what it has cost to land.
    pub fn roi(&self) -> Option<Ratio> {
        self.contribution().checked_div(&self.costs.landed())
    }

    /// The price at which a unit leaves nothing.
    pub fn break_even_price(&self) -> Option<Ratio> {
        self.price_for(&Ratio::zero())
    }

    /// The price that leaves a margin on the price without tax; all but tax and referral stay as they are.
    ///
    /// Referral is either a share of the price or its least amount: of the two prices that follow, the one is right
    /// at which referral is what was assumed. Nothing when no price does it.
    pub fn price_for(&self, margin: &Ratio) -> Option<Ratio> {
        let prices = [self.price_by_share(margin), self.price_by_minimum(margin)];
        let leaves = |price: &Ratio| {
            let unit = self.at_price(price);
            !price.is_negative() && unit.contribution() == margin * &unit.net()
        };
        prices.into_iter().flatten().filter(leaves).min()
    }

    /// What a unit costs whatever its price.
    fn fixed(&self) -> Ratio {
        let costs = &self.costs;
        let rest = [&costs.fulfilment, &costs.returns, &costs.storage, &costs.ads];
        &costs.landed() + &rest.into_iter().sum()
    }

    fn price_by_share(&self, margin: &Ratio) -> Option<Ratio> {
        let kept = &self.kept() - &(margin * &self.terms.net(&Ratio::one()));
        self.fixed().checked_div(&kept)
    }

    fn price_by_minimum(&self, margin: &Ratio) -> Option<Ratio> {
        let kept = &(&Ratio::one() - margin) * &self.terms.net(&Ratio::one());
        (&self.fixed() + &self.terms.referral.min).checked_div(&kept)
    }
}
