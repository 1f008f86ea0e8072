//! Where the lines of a unit come from: prices, costs, effective-dated rates and the plan.
//!
//! A row of `rates:` may name marketplace, product, SKU, category and customs code; the one that names most holds.
//! Amounts that differ by SKU are the mean of the SKUs sold there, weighted by `share:` when each has one. Money in another currency is converted at the
//! plan's rate of the day. What nobody wrote is listed, not guessed.

use super::Cell;
use super::unit::{Costs, Referral, Terms, Unit};
use crate::plan::Plan;
use crate::quantity::{Currency, Day, MeasureId, Money, Ratio, Scope, Sku, Span};
use crate::workspace::{Base, Marketplace, Product, Rate, SkuEntry, Workspace};

/// An input of unit economics.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Input {
    /// `referral` of the category.
    Referral,
    /// `fba_unit` of the SKU.
    Fulfilment,
    /// `cost:` of the product.
    Fob,
    /// `freight_unit`.
    Freight,
    /// `import_duty` of the customs code.
    Duty,
    /// `return_cost`, or the planned return rate.
    Returns,
    /// `storage_unit`.
    Storage,
    /// The planned share of advertising.
    Ads,
    /// `sales_tax_included`, where prices include tax.
    Tax,
    /// `fx` to the marketplace's currency.
    Exchange,
}

impl Input {
    /// The key of `rates:`, or of another document, that gives it.
    pub fn key(self) -> &'static str {
        match self {
            Input::Referral => "referral",
            Input::Fulfilment => "fba_unit",
            Input::Fob => "cost",
            Input::Freight => "freight_unit",
            Input::Duty => "import_duty",
            Input::Returns => "return_cost",
            Input::Storage => "storage_unit",
            Input::Ads => "ads_unit",
            Input::Tax => "sales_tax_included",
            Input::Exchange => "fx",
        }
    }
}

/// The rows of `rates:` that unit economics are made of.
const ROWS: [&str; 10] = [
    "ads_unit",
    "fba_unit",
    "freight_unit",
    "import_duty",
    "import_surcharge",
    "other_landed_unit",
    "referral",
    "return_cost",
    "sales_tax_included",
    "storage_unit",
];

/// Whether a row is an input of unit economics.
pub fn is_input(rate: &Rate) -> bool {
    ROWS.contains(&rate.id.as_str())
}

/// Whether a row may say something of a product.
pub(super) fn concerns(rate: &Rate, product: &Product) -> bool {
    let names = |key: &str, value: &String| match key {
        "product" => product.id.as_str() == value,
        "sku" => product.skus.iter().any(|entry| entry.sku.as_str() == value),
        "hs" => product.hs.as_ref() == Some(value),
        "category" => product.category.iter().any(|(_, category)| category == value),
        _ => true,
    };
    let wanted = rate.id == "fx" || is_input(rate);
    wanted && rate.keys.iter().all(|(key, value)| names(key, value))
}

/// What the inputs of a product in a marketplace are looked up in.
#[derive(Clone, Copy)]
pub(super) struct Inputs<'a> {
    pub(super) workspace: &'a Workspace,
    pub(super) plan: &'a Plan,
    pub(super) product: &'a Product,
    pub(super) place: &'a Marketplace,
    /// The day whose rates of exchange are used; that of the inputs when nothing.
    pub(super) exchange: Option<Day>,
}

/// The lines of one day, and what was missing for them.
struct Lines<'a> {
    inputs: Inputs<'a>,
    day: Day,
    missing: Vec<Input>,
}

impl<'a> Inputs<'a> {
    /// The inputs of a cell of the catalogue.
    pub(super) fn of(workspace: &'a Workspace, plan: &'a Plan, (product, place): &Cell) -> Option<Self> {
        let (product, place) = (workspace.product(product)?, workspace.marketplace(place)?);
        Some(Inputs { workspace, plan, product, place, exchange: None })
    }

    /// A unit on a day; nothing where it has no price, or one that cannot be converted.
    pub(super) fn unit(self, day: Day) -> Option<Unit> {
        let price = &self.product.price_on(&self.place.id, day)?.amount;
        let price = self.convert(price, day)?;
        let mut lines = Lines { inputs: self, day, missing: Vec::new() };
        let terms = Terms { tax_rate: lines.tax_rate(), referral: lines.referral() };
        let costs = lines.costs(terms.referral(&price));
        let mut missing = lines.missing;
        missing.sort_unstable();
        missing.dedup();
        Some(Unit {
            from: day,
            currency: self.place.currency,
            tax: &price - &terms.net(&price),
            costs,
            terms,
            to_reporting: self.to_reporting(day),
            planned_price: self.planned_price(day).unwrap_or_else(|| price.clone()),
            price,
            missing,
        })
    }

    /// Money in the marketplace's currency, at the plan's rate of the day.
    fn convert(self, money: &Money, day: Day) -> Option<Ratio> {
        self.converted(&money.amount(), money.currency, day)
    }

    fn converted(self, amount: &Ratio, currency: Currency, day: Day) -> Option<Ratio> {
        let day = self.exchange.unwrap_or(day);
        Some(amount * &self.workspace.rates.fx(currency, self.place.currency, day)?)
    }

    fn to_reporting(self, day: Day) -> Option<Ratio> {
        let (day, to) = (self.exchange.unwrap_or(day), self.workspace.reporting_currency()?);
        self.workspace.rates.fx(self.place.currency, to, day)
    }

    /// The average selling price of the plan, which is in the currency of sums.
    fn planned_price(self, day: Day) -> Option<Ratio> {
        let price = self.planned("asp", day)?;
        self.converted(&price, self.workspace.reporting_currency()?, day)
    }

    /// A planned figure of this product here, over the year of a day.
    fn planned(self, metric: &str, day: Day) -> Option<Ratio> {
        let scope = Scope::cell(&self.product.id, &self.place.id);
        self.plan.value(
            &self.workspace.catalogue,
            &MeasureId::new(metric),
            (&scope, year_of(self.workspace, day)),
        )
    }

    /// The row in force for a SKU, or for the product as a whole.
    fn row(self, id: &str, sku: Option<&Sku>, day: Day) -> Option<&'a Rate> {
        let category = self.product.category_in(&self.place.id).map(|name| ("category", name));
        let hs = self.product.hs.as_deref().map(|code| ("hs", code));
        let sku = sku.map(|sku| ("sku", sku.as_str()));
        let own = [("market", self.place.id.as_str()), ("product", self.product.id.as_str())];
        let keys: Vec<(&str, &str)> =
            own.into_iter().chain([category, hs, sku].into_iter().flatten()).collect();
        self.workspace.rates.on(id, &keys, day)
    }
}

/// The days of the company's year that a day belongs to.
pub(super) fn year_of(workspace: &Workspace, day: Day) -> Span {
    let fiscal = workspace.fiscal();
    fiscal.year(fiscal.year_of(day)).span()
}

impl<'a> Lines<'a> {
    fn costs(&mut self, referral: Ratio) -> Costs {
        let fob = self.fob();
        Costs {
            referral,
            fulfilment: self.amount("fba_unit", Some(Input::Fulfilment)),
            freight: self.amount("freight_unit", Some(Input::Freight)),
            duty: &fob * &self.duty_rate(),
            other_landed: self.amount("other_landed_unit", None),
            returns: self.returns(),
            storage: self.amount("storage_unit", Some(Input::Storage)),
            ads: self.ads(),
            fob,
        }
    }

    /// A value, or nought with a note that it is missing.
    fn or_missing(&mut self, value: Option<Ratio>, input: Input) -> Ratio {
        if value.is_none() {
            self.missing.push(input);
        }
        value.unwrap_or_default()
    }

    /// Money in the marketplace's currency; without a rate it is missing.
    fn local(&mut self, money: &Money) -> Ratio {
        let local = self.inputs.convert(money, self.day);
        self.or_missing(local, Input::Exchange)
    }

    fn fob(&mut self) -> Ratio {
        match self.inputs.product.cost_on(self.day) {
            Some(cost) => self.local(&cost.fob),
            None => self.or_missing(None, Input::Fob),
        }
    }

    /// The share that a row of the product gives.
    fn share(&self, id: &str) -> Option<Ratio> {
        Some(self.inputs.row(id, None, self.day)?.values.get("rate")?.number())
    }

    /// Duty must be said, if only that there is none; a surcharge need not.
    fn duty_rate(&mut self) -> Ratio {
        let duty = self.share("import_duty");
        let surcharge = self.share("import_surcharge").unwrap_or_default();
        &self.or_missing(duty, Input::Duty) + &surcharge
    }

    fn tax_rate(&mut self) -> Ratio {
        if !self.inputs.place.price_includes_tax {
            return Ratio::zero();
        }
        let rate = self.share("sales_tax_included");
        self.or_missing(rate, Input::Tax)
    }

    fn referral(&mut self) -> Referral {
        let row = self.inputs.row("referral", None, self.day);
        let rate = self.share("referral");
        let min = row.and_then(|row| row.values.get("min")).and_then(|min| min.money().copied());
        Referral {
            rate: self.or_missing(rate, Input::Referral),
            min: min.map(|min| self.local(&min)).unwrap_or_default(),
            base: row.map_or(Base::Price, |row| row.base),
        }
    }

    /// The mean of an amount over the SKUs sold here that have one; one that a SKU lacks is missing.
    fn amount(&mut self, id: &str, input: Option<Input>) -> Ratio {
        let skus = self.skus();
        let row = |sku| self.inputs.row(id, sku, self.day)?.values.get("amount")?.money().copied();
        let found: Vec<(Ratio, Money)> =
            skus.iter().filter_map(|(sku, weight)| Some((weight.clone(), row(*sku)?))).collect();
        if let Some(input) = input.filter(|_| found.len() < skus.len()) {
            self.missing.push(input);
        }
        let weights: Ratio = found.iter().map(|(weight, _)| weight).sum();
        let sum: Ratio = found.iter().map(|(weight, money)| weight * &self.local(money)).sum();
        sum.checked_div(&weights).unwrap_or_default()
    }

    /// The SKUs sold here with their weights: as typed when all are, else equal. A product without SKUs is one.
    fn skus(&self) -> Vec<(Option<&'a Sku>, Ratio)> {
        let product: &'a Product = self.inputs.product;
        let sold: Vec<&SkuEntry> = product.skus_in(&self.inputs.place.id).collect();
        let typed = sold.iter().all(|entry| entry.share.as_ref().is_some_and(Ratio::is_positive));
        let weight = |entry: &SkuEntry| entry.share.clone().filter(|_| typed).unwrap_or_else(Ratio::one);
        match sold.is_empty() {
            true => vec![(None, Ratio::one())],
            false => sold.iter().map(|entry| (Some(&entry.sku), weight(entry))).collect(),
        }
    }

    /// What a return costs, as often as the plan expects one.
    fn returns(&mut self) -> Ratio {
        let cost = self.amount("return_cost", Some(Input::Returns));
        let rate = self.inputs.planned("return_rate", self.day);
        &cost * &self.or_missing(rate, Input::Returns)
    }

    /// Planned advertising over planned units; where the plan does not say, `ads_unit`.
    fn ads(&mut self) -> Ratio {
        let spend = self.inputs.planned("ad_spend", self.day).zip(self.inputs.planned("units", self.day));
        let planned = spend.and_then(|(spend, units)| spend.checked_div(&units));
        let currency = self.inputs.workspace.reporting_currency();
        match planned.zip(currency) {
            Some((each, currency)) => {
                let local = self.inputs.converted(&each, currency, self.day);
                self.or_missing(local, Input::Exchange)
            }
            None => self.amount("ads_unit", Some(Input::Ads)),
        }
    }
}
