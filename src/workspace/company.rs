//! The company itself (`company:` of `company.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Currency, Text};

/// The company itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Company {
    /// Its short name in paths.
    pub id: String,
    /// Its name for readers.
    pub name: Text,
    /// Its country, by ISO 3166 code.
    pub home: Option<String>,
    /// The currency of sums.
    pub reporting_currency: Currency,
    /// The IANA time zone in which its people read dates.
    pub timezone: String,
    /// Its financial year.
    pub fiscal_year: FiscalYear,
    /// How grown it is: what skills and tools are compared with.
    pub stage: Option<Stage>,
    /// Where it is written.
    pub place: Place,
}

/// How the year is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalYear {
    /// Month and day it begins with: 1 to 12, 1 to 31.
    pub start: (i8, i8),
    /// What weeks begin with.
    pub weeks: WeekStart,
    /// What its periods are.
    pub periods: PeriodSystem,
}

/// What weeks begin with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WeekStart {
    /// Monday, numbered as ISO 8601 says.
    #[default]
    Iso,
    /// Sunday.
    Sunday,
}

/// What the periods of a year are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PeriodSystem {
    /// Calendar months.
    #[default]
    Calendar,
    /// Quarters of four, four and five weeks.
    FourFourFive,
}

/// How grown a company is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// It begins.
    Start,
    /// It grows.
    Growth,
    /// It runs at scale.
    Scale,
}
