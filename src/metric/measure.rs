//! What can be measured, and what is computed from it.

use std::collections::BTreeSet;

use super::{Expr, Tolerance};
use crate::quantity::{Grain, MeasureId, PersonId, Text};

/// Something counted, which may be summed over days, products and marketplaces.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// Its name in files and formulas.
    pub id: MeasureId,
    /// Its name for readers.
    pub name: Text,
    /// What it counts.
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// The columns that carry it; none when every report has it under its own id.
    pub source: Vec<SourceColumn>,
    /// What it may be split by; a measure is never shown by a dimension it does not have.
    pub grains: BTreeSet<Dimension>,
    /// Whether people can act on it, or only see it come out.
    pub role: Role,
    /// Days until late reports no longer change it.
    pub lag_days: u16,
    /// How it adds over days.
    pub over: Over,
}

/// Dimensions that the company's own lists give: each value of one belongs to a product, a SKU or a marketplace.
pub const LOOKUPS: [&str; 5] = ["product", "sku", "marketplace", "category", "region"];

/// Stretches of time by the names that files call them by, from coarse to fine.
pub const GRAINS: [(&str, Grain); 5] = [
    ("year", Grain::Year),
    ("quarter", Grain::Quarter),
    ("month", Grain::Month),
    ("week", Grain::Week),
    ("day", Grain::Day),
];

/// Stretches of time among the grains of a measure.
const PERIODS: [&str; 6] = ["day", "week", "month", "quarter", "year", "period"];

impl Measure {
    /// Whether there are figures of it for each value of a dimension; one that says nothing of what it may be split
    /// by is known by SKU and marketplace.
    pub fn splits_by(&self, dimension: &str) -> bool {
        let silent = self.grains.is_empty();
        let has = |name: &str| silent || self.grains.contains(&Dimension::new(name));
        match dimension {
            "product" => has("product") || has("sku"),
            "sku" => has("sku"),
            "marketplace" | "region" => has("marketplace"),
            "category" => self.splits_by("product") && has("marketplace"),
            other => !PERIODS.contains(&other) && self.grains.contains(&Dimension::new(other)),
        }
    }

    /// The dimensions that only its files know, such as `search_term`.
    pub(crate) fn extra_dimensions(&self) -> impl Iterator<Item = &str> {
        let names = self.grains.iter().map(Dimension::name);
        names.filter(|name| !PERIODS.contains(name) && !LOOKUPS.contains(name))
    }

    /// The finest stretch of time that its figures come by; nothing when it names none.
    pub fn finest(&self) -> Option<Grain> {
        let named = |dimension: &Dimension| GRAINS.iter().find(|(name, _)| *name == dimension.name());
        self.grains.iter().filter_map(named).map(|(_, grain)| *grain).min()
    }

    /// What it may be split by, as files name it.
    pub fn grain_names(&self) -> String {
        let names: Vec<&str> = self.grains.iter().map(Dimension::name).collect();
        names.join(", ")
    }
}

/// Something computed from measures at every level anew, never summed or averaged.
#[derive(Clone, Debug, PartialEq)]
pub struct Metric {
    /// Its name in files and formulas.
    pub id: MeasureId,
    /// Its name for readers.
    pub name: Text,
    /// How it is computed.
    pub formula: Formula,
    /// What it is counted in; a percent metric's value is a ratio (0.10 for 10 %).
    pub unit: Unit,
    /// Which way is good.
    pub better: Better,
    /// Whether people can act on it, or only see it come out.
    pub role: Role,
    /// From where a gap matters; empty when only the company's default holds.
    pub tolerance: Tolerance,
    /// Days until late reports no longer change it.
    pub lag_days: u16,
    /// Who answers for it.
    pub owner: Option<PersonId>,
}

/// How a metric is computed.
#[derive(Clone, Debug, PartialEq)]
pub enum Formula {
    /// One measure or metric divided by another.
    Ratio {
        /// What is divided.
        num: MeasureId,
        /// What it is divided by.
        den: MeasureId,
    },
    /// Any other expression over measures and metrics.
    Expr(Expr),
}

impl Formula {
    /// The formula as an expression over the names it was written with.
    pub fn expr(&self) -> Expr {
        match self {
            Formula::Ratio { num, den } => Expr::Quotient(
                Box::new(Expr::Name(num.as_str().to_owned())),
                Box::new(Expr::Name(den.as_str().to_owned())),
            ),
            Formula::Expr(expr) => expr.clone(),
        }
    }
}

/// What a figure is counted in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// Whole things: sessions, orders, units.
    Count,
    /// An amount in the reporting currency, in major units.
    Money,
    /// A ratio shown as a percentage; its differences are percentage points.
    Percent,
    /// A plain number: a rating, turns per year.
    #[default]
    Number,
    /// A length of time in days.
    Days,
}

/// Which way of a figure is good for the company.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Better {
    /// More is good.
    #[default]
    Higher,
    /// Less is good.
    Lower,
    /// Neither way is good or bad.
    None,
}

/// Whether people can act on a metric directly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// Controllable: a price, a coverage, a spend.
    Input,
    /// A result of inputs.
    #[default]
    Output,
}

/// How the figures of a measure add over days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Over {
    /// They add: sales, visits.
    #[default]
    Flow,
    /// The last snapshot holds: inventory on hand. Items still add.
    Stock,
    /// Nothing adds: a rank, a price.
    Level,
}

/// Where a measure is read from: a column of a kind of report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceColumn {
    /// The kind of report.
    pub report: String,
    /// The column in it.
    pub column: String,
}

/// Something figures may be split by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dimension {
    /// The civil day.
    Day,
    /// The stock-keeping unit, and so the product.
    Sku,
    /// The marketplace.
    Marketplace,
    /// One that only some reports carry, such as `ship_to` or `reason`.
    Extra(String),
}

impl Dimension {
    /// The dimension that files call by this name.
    pub fn new(name: &str) -> Self {
        match name {
            "day" => Dimension::Day,
            "sku" => Dimension::Sku,
            "marketplace" => Dimension::Marketplace,
            other => Dimension::Extra(other.to_owned()),
        }
    }

    /// The name that files call it by.
    pub fn name(&self) -> &str {
        match self {
            Dimension::Day => "day",
            Dimension::Sku => "sku",
            Dimension::Marketplace => "marketplace",
            Dimension::Extra(name) => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dimension_keeps_its_name() {
        for name in ["day", "sku", "marketplace", "ship_to"] {
            assert_eq!(Dimension::new(name).name(), name);
        }
    }

    #[test]
    fn a_measure_is_split_by_what_its_figures_carry() {
        let measure = |grains: &[&str]| Measure {
            id: MeasureId::new("m"),
            name: Text::plain("m"),
            unit: Unit::Count,
            better: Better::Higher,
            source: Vec::new(),
            grains: grains.iter().map(|name| Dimension::new(name)).collect(),
            role: Role::Output,
            lag_days: 0,
            over: Over::Flow,
        };
        for (grains, dimension, expected) in [
            (&["day", "sku", "marketplace"][..], "product", true),
            (&["day", "sku", "marketplace"], "category", true),
            (&["day", "sku", "marketplace"], "ship_to", false),
            (&["day", "sku", "marketplace"], "day", false),
            (&["day", "marketplace"], "product", false),
            (&["day", "marketplace"], "region", true),
            (&["day", "product", "ship_to"], "ship_to", true),
            (&["day", "product"], "sku", false),
            (&[], "sku", true),
            (&[], "reason", false),
        ] {
            assert_eq!(measure(grains).splits_by(dimension), expected, "{grains:?} {dimension}");
        }
    }

    #[test]
    fn a_ratio_is_an_expression_of_its_two_names() {
        let formula = Formula::Ratio { num: MeasureId::new("orders"), den: MeasureId::new("sessions") };
        assert_eq!(formula.expr().to_string(), "orders / sessions");
    }
}
