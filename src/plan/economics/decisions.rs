//! What unit economics decide: how much advertising may cost, and at which price a unit pays.

use super::Unit;
use crate::quantity::Ratio;

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
