//! Market briefings (`briefings/*.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, DepartmentId, Id, MarketplaceId, MeasureId, PersonId, Ratio, Scope, Span, Text};

use super::{At, Figure};

/// What is known of a market, what it means, and what will happen.
#[derive(Clone, Debug, PartialEq)]
pub struct Briefing {
    /// Its name in files and paths.
    pub id: Id<Briefing>,
    /// When it was given.
    pub issued: Day,
    /// Who wrote it.
    pub author: Option<At<PersonId>>,
    /// The marketplace it covers.
    pub marketplace: Option<At<MarketplaceId>>,
    /// The category it covers.
    pub category: Option<String>,
    /// When the next one comes.
    pub next: Option<Day>,
    /// Its items, in file order.
    pub items: Vec<BriefingItem>,
    /// Where it is written.
    pub place: Place,
}

/// One statement about the market.
#[derive(Clone, Debug, PartialEq)]
pub struct BriefingItem {
    /// Its name in files.
    pub id: Id<BriefingItem>,
    /// The statement.
    pub headline: Text,
    /// What it means for the company.
    pub so_what: Option<Text>,
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// What is taken for granted.
    pub assumptions: Vec<Text>,
    /// What else could be true.
    pub alternatives: Vec<Text>,
    /// What will happen, in numbers.
    pub forecast: Option<Forecast>,
    /// What will happen, as statements that can be scored.
    pub calls: Vec<Call>,
    /// How firm the basis is.
    pub confidence: Option<Confidence>,
    /// Who shall do what.
    pub act: Vec<BriefingAct>,
    /// The item of an earlier briefing that it changes.
    pub changed_since: Option<At<Id<BriefingItem>>>,
    /// Where it is written.
    pub place: Place,
}

/// A fact and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The fact.
    pub fact: Text,
    /// Where it comes from.
    pub source: Option<String>,
    /// Its day.
    pub asof: Option<Day>,
    /// How many weeks it rests on.
    pub n_weeks: Option<u32>,
}

/// What a figure will be.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// The figure.
    pub metric: At<MeasureId>,
    /// Where.
    pub scope: Scope,
    /// The period as written: `2027-H1`, `2026-11`.
    pub period: String,
    /// The days of the period.
    pub span: Span,
    /// The likeliest value; a percentage of a figure that is none is its growth.
    pub point: Figure,
    /// Where it will lie.
    pub interval: Option<Interval>,
    /// What it is compared with.
    pub baseline: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// Where a figure will lie, and how surely.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// How surely (0.80).
    pub level: Ratio,
    /// The lower end.
    pub low: Figure,
    /// The upper end.
    pub high: Figure,
}

/// A statement that will turn out true or false.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// Its name in files.
    pub id: Id<Call>,
    /// The statement.
    pub text: Text,
    /// How likely it is (0.80).
    pub probability: Option<Ratio>,
    /// When it is known.
    pub resolves: Option<Day>,
    /// Whether it was true; nothing while it is not known.
    pub outcome: Option<bool>,
    /// Where it is written.
    pub place: Place,
}

/// How firm the basis of a statement is; never mixed with how likely it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Weak.
    Low,
    /// Fair.
    Moderate,
    /// Firm.
    High,
}

/// Who shall do what by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BriefingAct {
    /// The department.
    pub department: At<DepartmentId>,
    /// What.
    pub what: Text,
    /// By when.
    pub by: Option<Day>,
}
