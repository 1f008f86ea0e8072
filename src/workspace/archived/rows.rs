//! The rows of an archive's tables that later years look at.

use std::collections::BTreeMap;

use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope};

use super::records::Record;

/// A figure as it was reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The period: that of the archive, or a month of it.
    pub period: Period,
    /// The part of the company.
    pub scope: Scope,
    /// The measure or metric.
    pub metric: MeasureId,
    /// What was planned, in the figure's unit: major units of the reporting currency for money, shares of 1.
    pub plan: Option<Ratio>,
    /// What was measured, in the same unit.
    pub actual: Option<Ratio>,
    /// The currency of both, for money.
    pub currency: Option<Currency>,
    /// Whether late reports could still change it.
    pub provisional: bool,
}

/// What a measure came to in a month, as it was known then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The month.
    pub month: Period,
    /// The marketplace.
    pub marketplace: MarketplaceId,
    /// The product.
    pub product: ProductId,
    /// The measure.
    pub measure: MeasureId,
    /// In the marketplace's own currency, or a plain count.
    pub own: Ratio,
    /// That currency, for money.
    pub currency: Option<String>,
    /// In the reporting currency at the plan's rates of then; nothing where there was no rate.
    pub reporting: Option<Ratio>,
}

/// A rate between two currencies that held then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rated {
    /// The pair: `JPY/USD`.
    pub pair: String,
    /// Its first day.
    pub from: Day,
    /// Its last day, where it had one.
    pub to: Option<Day>,
    /// The rate of the plan.
    pub plan: Option<Ratio>,
    /// The rate that came to be.
    pub actual: Option<Ratio>,
}

/// What was found then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Found {
    /// The code.
    pub code: String,
    /// The file.
    pub file: String,
    /// The line; nothing of a finding that was known and let pass.
    pub line: Option<u32>,
    /// The id of the thing it speaks of.
    pub id: Option<String>,
    /// Whether it was known and let pass.
    pub known: bool,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The cycle.
    pub cycle: String,
    /// The act.
    pub id: String,
    /// What was to be done, by language: `zh_hant`, `en`.
    pub what: BTreeMap<String, String>,
    /// Who was to do it.
    pub owner: Option<String>,
    /// By when.
    pub due: Option<Day>,
    /// How far it was.
    pub status: String,
    /// Whether it had worked.
    pub effect: Option<String>,
}

impl Reported {
    pub(super) fn read(record: &Record<'_>) -> Option<Self> {
        let scope = Scope {
            product: record.get("scope_product").map(ProductId::new),
            marketplace: record.get("scope_marketplace").map(MarketplaceId::new),
        };
        Some(Reported {
            period: Period::parse(record.get("period")?)?,
            scope,
            metric: MeasureId::new(record.get("metric")?),
            plan: number(record, "plan")?,
            actual: number(record, "actual")?,
            currency: match record.get("currency") {
                Some(code) => Some(Currency::parse(code)?),
                None => None,
            },
            provisional: record.get("provisional")? == "true",
        })
    }
}

impl Measured {
    pub(super) fn read(record: &Record<'_>) -> Option<Self> {
        Some(Measured {
            month: Period::parse(record.get("month")?)?,
            marketplace: MarketplaceId::new(record.get("marketplace")?),
            product: ProductId::new(record.get("product")?),
            measure: MeasureId::new(record.get("measure")?),
            own: number(record, "own")??,
            currency: record.get("currency").map(str::to_owned),
            reporting: number(record, "reporting")?,
        })
    }
}

impl Rated {
    pub(super) fn read(record: &Record<'_>) -> Option<Self> {
        Some(Rated {
            pair: record.get("pair")?.to_owned(),
            from: Day::parse(record.get("from")?)?,
            to: day(record, "to")?,
            plan: number(record, "plan")?,
            actual: number(record, "actual")?,
        })
    }
}

impl Found {
    pub(super) fn read(record: &Record<'_>) -> Option<Self> {
        Some(Found {
            code: record.get("code")?.to_owned(),
            file: record.get("file").unwrap_or_default().to_owned(),
            line: record.get("line").and_then(|line| line.parse().ok()),
            id: record.get("id").map(str::to_owned),
            known: record.get("known")? == "true",
        })
    }
}

impl Decided {
    pub(super) fn read(record: &Record<'_>) -> Option<Self> {
        let what = record.with_stem("what_").map(|(lang, text)| (lang.to_owned(), text.to_owned()));
        Some(Decided {
            cycle: record.get("cycle")?.to_owned(),
            id: record.get("id")?.to_owned(),
            what: what.collect(),
            owner: record.get("owner").map(str::to_owned),
            due: day(record, "due")?,
            status: record.get("status")?.to_owned(),
            effect: record.get("effect").map(str::to_owned),
        })
    }
}

/// The number of a field, or that there is none; nothing when it is no number.
fn number(record: &Record<'_>, name: &str) -> Option<Option<Ratio>> {
    record.get(name).map_or(Some(None), |text| Ratio::parse(text).map(Some))
}

/// The day of a field, or that there is none; nothing when it is no day.
fn day(record: &Record<'_>, name: &str) -> Option<Option<Day>> {
    record.get(name).map_or(Some(None), |text| Day::parse(text).map(Some))
}
