//! The company itself (`company:` of `company.yaml`).

use crate::diagnostic::{Place, codes};
use crate::quantity::{Currency, Day, FiscalCalendar, NamedBy, PeriodSystem, Text, WeekStart};

use super::read::{Context, Fields, Read};
use super::scalar::{Code, Name, words};
use super::yaml::Node;

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
    pub fiscal_year: FiscalCalendar,
    /// How grown it is: what skills and tools are compared with.
    pub stage: Option<Stage>,
    /// Where it is written.
    pub place: Place,
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

words!(Stage { "start" => Stage::Start, "growth" => Stage::Growth, "scale" => Stage::Scale });
words!(NamedBy { "start" => NamedBy::Start, "end" => NamedBy::End });
words!(WeekStart { "iso" => WeekStart::Iso, "sunday" => WeekStart::Sunday });
words!(PeriodSystem { "calendar" => PeriodSystem::Calendar, "4-4-5" => PeriodSystem::FourFourFive });

impl Read for Company {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Name> = f.required("id");
        let name = f.required("name");
        let home = f.optional::<Code>("home").map(|code| code.0);
        let reporting_currency = f.required("reporting_currency");
        let timezone = f.optional("timezone").unwrap_or_else(|| "UTC".to_owned());
        let fiscal_year = f.optional("fiscal_year").unwrap_or_default();
        let stage = f.optional("stage");
        let place = f.finish();
        Some(Company {
            id: id?.0,
            name: name?,
            home,
            reporting_currency: reporting_currency?,
            timezone,
            fiscal_year,
            stage,
            place,
        })
    }
}

impl Read for FiscalCalendar {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let start = f.optional::<MonthDay>("start").map_or((1, 1), |start| start.0);
        let named_by = f.optional("named_by").unwrap_or_default();
        let weeks = f.optional("weeks").unwrap_or_default();
        let periods = f.optional("periods").unwrap_or_default();
        f.finish();
        Some(FiscalCalendar { start, named_by, weeks, periods })
    }
}

/// `04-01`, of any year: 29 February is of some years alone.
struct MonthDay((i8, i8));

impl Read for MonthDay {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-month-day")?;
        let day = Day::parse(&format!("2026-{text}"));
        if day.is_none() {
            cx.refuse(codes::BAD_DATE, node, "form-month-day");
        }
        day.map(|day| MonthDay((day.month(), day.day())))
    }
}
