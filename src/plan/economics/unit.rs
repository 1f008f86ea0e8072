//! One unit: what it brings and what it costs, line by line.

use super::Input;
use crate::quantity::{Currency, Day, Ratio};
use crate::workspace::Base;

/// What one unit brings and costs from a day on, in the currency of its marketplace, exact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The first day it holds.
    pub from: Day,
    /// The marketplace's currency.
    pub currency: Currency,
    /// What a buyer pays.
    pub price: Ratio,
    /// The tax within it.
    pub tax: Ratio,
    /// What it costs, line by line.
    pub costs: Costs,
    /// How tax and referral follow from the price.
    pub terms: Terms,
    /// What an amount is multiplied with to be in the currency of sums; nothing when the plan has no rate.
    pub to_reporting: Option<Ratio>,
    /// What a unit is planned to be sold for on average, as a buyer pays it; the list price when nothing is planned.
    pub planned_price: Ratio,
    /// The inputs that nobody wrote; their lines are nought.
    pub missing: Vec<Input>,
}

/// The costs of one unit, all from nought up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// The marketplace's share of the price.
    pub referral: Ratio,
    /// Picking, packing and sending.
    pub fulfilment: Ratio,
    /// The factory's price, free on board.
    pub fob: Ratio,
    /// Freight from the factory's port to the marketplace's warehouse.
    pub freight: Ratio,
    /// Duties and surcharges.
    pub duty: Ratio,
    /// What else it costs to land: inspection, labels, brokerage.
    pub other_landed: Ratio,
    /// What returns cost, spread over all units sold.
    pub returns: Ratio,
    /// Storage.
    pub storage: Ratio,
    /// Advertising.
    pub ads: Ratio,
}

/// A line of unit economics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// What a buyer pays.
    Price,
    /// The tax within it.
    Tax,
    /// The marketplace's share.
    Referral,
    /// Picking, packing and sending.
    Fulfilment,
    /// The factory's price.
    Fob,
    /// Freight.
    Freight,
    /// Duties and surcharges.
    Duty,
    /// What else it costs to land.
    OtherLanded,
    /// Returns.
    Returns,
    /// Storage.
    Storage,
    /// Advertising.
    Ads,
    /// What the same amounts are worth in the currency of sums.
    Exchange,
}

impl Line {
    /// Its name in tables and message keys.
    pub fn name(self) -> &'static str {
        match self {
            Line::Price => "price",
            Line::Tax => "tax",
            Line::Referral => "referral",
            Line::Fulfilment => "fulfilment",
            Line::Fob => "fob",
            Line::Freight => "freight",
            Line::Duty => "duty",
            Line::OtherLanded => "other_landed",
            Line::Returns => "returns",
            Line::Storage => "storage",
            Line::Ads => "ads",
            Line::Exchange => "fx",
        }
    }
}

/// How tax and referral follow from a price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms {
    /// The tax within the price, as a share of the price without it (0.1 for 10 %).
    pub tax_rate: Ratio,
    /// The marketplace's share.
    pub referral: Referral,
}

/// What a marketplace takes of a price.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Referral {
    /// The share (0.15 for 15 %).
    pub rate: Ratio,
    /// The least it takes.
    pub min: Ratio,
    /// What the share is taken of.
    pub base: Base,
}

impl Terms {
    /// A price without the tax in it.
    pub fn net(&self, price: &Ratio) -> Ratio {
        price.checked_div(&(&Ratio::one() + &self.tax_rate)).unwrap_or_default()
    }

    /// What the marketplace takes of a price.
    pub fn referral(&self, price: &Ratio) -> Ratio {
        let base = match self.referral.base {
            Base::Price => price.clone(),
            Base::Net => self.net(price),
        };
        (&self.referral.rate * &base).max(self.referral.min.clone())
    }
}

impl Unit {
    /// The price without tax.
    pub fn net(&self) -> Ratio {
        &self.price - &self.tax
    }

    /// What the marketplace pays out for a unit sold, before advertising: the net price without its fees and returns.
    pub fn proceeds(&self) -> Ratio {
        let Costs { referral, fulfilment, returns, storage, .. } = &self.costs;
        &self.net() - &[referral, fulfilment, returns, storage].into_iter().sum::<Ratio>()
    }

    /// What is left of a unit before advertising.
    pub fn before_ads(&self) -> Ratio {
        &self.proceeds() - &self.costs.landed()
    }

    /// What is left of a unit.
    pub fn contribution(&self) -> Ratio {
        &self.before_ads() - &self.costs.ads
    }

    /// What it is made of: the price, and what goes off it, below nought. The lines sum to the contribution.
    pub fn lines(&self) -> [(Line, Ratio); 11] {
        let costs = &self.costs;
        [
            (Line::Price, self.price.clone()),
            (Line::Tax, -&self.tax),
            (Line::Referral, -&costs.referral),
            (Line::Fulfilment, -&costs.fulfilment),
            (Line::Fob, -&costs.fob),
            (Line::Freight, -&costs.freight),
            (Line::Duty, -&costs.duty),
            (Line::OtherLanded, -&costs.other_landed),
            (Line::Returns, -&costs.returns),
            (Line::Storage, -&costs.storage),
            (Line::Ads, -&costs.ads),
        ]
    }

    /// The same unit sold at the price of the plan.
    #[must_use]
    pub fn as_planned(&self) -> Unit {
        self.at_price(&self.planned_price)
    }

    /// What is left of one currency unit of the price: without tax, and without referral where that is a share.
    pub fn kept(&self) -> Ratio {
        let net = self.terms.net(&Ratio::one());
        let base = match self.terms.referral.base {
            Base::Price => Ratio::one(),
            Base::Net => net.clone(),
        };
        &net - &(&self.terms.referral.rate * &base)
    }

    /// Whether every input is there, so that its sums can be relied on.
    pub fn is_complete(&self) -> bool {
        self.missing.is_empty()
    }

    /// The same unit sold at another price: tax and referral follow, all else stays.
    #[must_use]
    pub fn at_price(&self, price: &Ratio) -> Unit {
        let costs = Costs { referral: self.terms.referral(price), ..self.costs.clone() };
        Unit { price: price.clone(), tax: price - &self.terms.net(price), costs, ..self.clone() }
    }
}

impl Costs {
    /// What a unit has cost when it lies in the marketplace's warehouse.
    pub fn landed(&self) -> Ratio {
        [&self.fob, &self.freight, &self.duty, &self.other_landed].into_iter().sum()
    }
}
