//! Market briefings (`briefings/*.yaml`).

use crate::diagnostic::{Place, codes};
use crate::quantity::{
    Day, DepartmentId, Id, MarketplaceId, MeasureId, Period, PersonId, Ratio, Scope, Span, Text,
};

use super::names::Kind;
use super::read::{Context, Fields, Read};
use super::scalar::{Share, words};
use super::yaml::Node;
use super::{At, Commitment, Figure};

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
    pub category: Option<Text>,
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
    /// What was learned since then: why it is said otherwise now.
    pub learned: Option<Text>,
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
    pub asof: Option<At<Day>>,
    /// How many weeks it rests on.
    pub n_weeks: Option<u32>,
    /// Of how many or of what it speaks, in words: "the first 20 of the class".
    pub base: Option<Text>,
    /// Where it is written.
    pub place: Place,
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
    /// How surely (0.80); without it the ends say nothing.
    pub level: Option<Ratio>,
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

impl Call {
    /// Whether it was likely and did not happen, or unlikely and did.
    pub fn failed(&self) -> bool {
        let half = Ratio::from_scaled(5, 1);
        let said = self.probability.as_ref().filter(|said| **said != half);
        said.zip(self.outcome).is_some_and(|(said, happened)| (*said > half) != happened)
    }
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
    /// What became of it; nothing while nobody decided.
    pub became: Option<BriefingOutcome>,
    /// Where it is written.
    pub place: Place,
}

/// What became of what a briefing asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BriefingOutcome {
    /// A department committed itself.
    Promised(At<Id<Commitment>>),
    /// It is not done, for a reason.
    Declined(Declined),
}

/// Who said no to what a briefing asks, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declined {
    /// Who.
    pub by: At<PersonId>,
    /// Why.
    pub reason: Text,
    /// When.
    pub date: Day,
}

words!(Confidence {
    "low" => Confidence::Low,
    "moderate" => Confidence::Moderate,
    "high" => Confidence::High,
});

/// The head of a briefing's file.
struct Head {
    id: Id<Briefing>,
    issued: Day,
    author: Option<At<PersonId>>,
    covers: Covers,
    next: Option<Day>,
    place: Place,
}

impl Read for Head {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (issued, author, next) = (f.required("issued"), f.optional("author"), f.optional("next"));
        let covers = f.optional("covers").unwrap_or_default();
        let place = f.finish();
        Some(Head { id: id?, issued: issued?, author, covers, next, place })
    }
}

#[derive(Default)]
struct Covers {
    marketplace: Option<At<MarketplaceId>>,
    category: Option<Text>,
}

impl Read for Covers {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (marketplace, category) = (f.optional("marketplace"), f.optional("category"));
        f.finish();
        Some(Covers { marketplace, category })
    }
}

impl Briefing {
    /// What the text beside it is called as a page: `briefings/2026-11` beside `briefings/2026-11.yaml`.
    pub fn stem(&self) -> Option<&str> {
        self.place.file.strip_suffix(".yaml").or_else(|| self.place.file.strip_suffix(".yml"))
    }

    /// Reads one briefing's file.
    pub(super) fn read(f: &mut Fields<'_, '_>) -> Option<Self> {
        let head: Option<Head> = f.required("briefing");
        let items = f.list("items");
        let Head { id, issued, author, covers, next, place } = head?;
        let Covers { marketplace, category } = covers;
        Some(Briefing { id, issued, author, marketplace, category, next, items, place })
    }
}

impl Read for BriefingItem {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (headline, so_what) = (f.required("headline"), f.optional("so_what"));
        let (evidence, assumptions) = (f.list("evidence"), f.list("assumptions"));
        let (alternatives, forecast) = (f.list("alternatives"), f.optional("forecast"));
        let (calls, confidence, act) = (f.list("calls"), f.optional("confidence"), f.list("act"));
        let (changed_since, learned) = (f.loose("changed_since"), f.optional("learned"));
        let place = f.finish();
        let (id, headline) = (id?, headline?);
        Some(BriefingItem {
            id,
            headline,
            so_what,
            evidence,
            assumptions,
            alternatives,
            forecast,
            calls,
            confidence,
            act,
            changed_since,
            learned,
            place,
        })
    }
}

impl Read for Evidence {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (fact, source) = (f.required("fact"), f.optional("source"));
        let (asof, n_weeks, base) = (f.optional("asof"), f.optional("n_weeks"), f.optional("base"));
        let place = f.finish();
        Some(Evidence { fact: fact?, source, asof, n_weeks, base, place })
    }
}

impl Read for Forecast {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let metric = f.required("metric");
        let scope = f.optional("scope").unwrap_or_default();
        let period: Option<ForecastPeriod> = f.required("period");
        let (point, interval, baseline) =
            (f.required("point"), f.optional("interval"), f.optional("baseline"));
        let place = f.finish();
        let ForecastPeriod { text: period, span } = period?;
        Some(Forecast { metric: metric?, scope, period, span, point: point?, interval, baseline, place })
    }
}

/// A period, or half a year: `2027-H1`.
struct ForecastPeriod {
    text: String,
    span: Span,
}

impl Read for ForecastPeriod {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-period")?;
        let half = |quarters: [&str; 2], ending: &str| {
            let year = text.strip_suffix(ending)?;
            let [from, to] = quarters.map(|quarter| Period::parse(&format!("{year}{quarter}")));
            Span::new(from?.span().from, to?.span().to)
        };
        let period = || Period::parse(text).map(|period| period.span());
        let span = half(["-Q1", "-Q2"], "-H1").or_else(|| half(["-Q3", "-Q4"], "-H2")).or_else(period);
        if span.is_none() {
            cx.refuse(codes::BAD_VALUE, node, "form-period");
        }
        Some(ForecastPeriod { text: text.to_owned(), span: span? })
    }
}

impl Read for Interval {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let level = f.optional::<Share>("level").map(|share| share.0);
        let (low, high) = (f.required("lo"), f.required("hi"));
        f.finish();
        Some(Interval { level, low: low?, high: high? })
    }
}

/// What came of a call.
#[derive(Clone, Copy)]
struct CallOutcome(Option<bool>);
words!(CallOutcome {
    "pending" => CallOutcome(None),
    "happened" => CallOutcome(Some(true)),
    "not-happened" => CallOutcome(Some(false)),
    "true" => CallOutcome(Some(true)),
    "false" => CallOutcome(Some(false)),
});

impl Read for Call {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let text = f.required("text");
        let probability = f.optional::<Share>("probability").map(|share| share.0);
        let resolves = f.optional("resolves");
        let outcome = f.optional::<CallOutcome>("outcome").and_then(|outcome| outcome.0);
        let place = f.finish();
        Some(Call { id: id?, text: text?, probability, resolves, outcome, place })
    }
}

impl Read for BriefingAct {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (department, what, by) = (f.required("dept"), f.required("what"), f.optional("by"));
        let promised = f.optional("commitment").map(BriefingOutcome::Promised);
        let declined = f.node("declined");
        if let (Some(node), Some(_)) = (f.node("commitment"), declined) {
            f.cx.refuse(codes::BAD_VALUE, node, "form-only-answer");
        }
        let declined = declined.and_then(|node| Declined::read(node, f.cx)).map(BriefingOutcome::Declined);
        let (became, place) = (promised.or(declined), f.finish());
        Some(BriefingAct { department: department?, what: what?, by, became, place })
    }
}

impl Read for Declined {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (by, reason, date) = (f.required("by"), f.required("reason"), f.required("date"));
        f.finish();
        Some(Declined { by: by?, reason: reason?, date: date? })
    }
}

/// Looks at the items that are said to be changed: all but those of briefings before the first that is written.
pub(super) fn check(briefings: &[Briefing], cx: &mut Context) {
    let first = briefings.iter().map(|briefing| briefing.issued).min();
    for briefing in briefings.iter().filter(|briefing| Some(briefing.issued) > first) {
        for changed in briefing.items.iter().filter_map(|item| item.changed_since.as_ref()) {
            cx.names.refer(&[Kind::BriefingItem], changed.value.as_str(), &changed.place);
        }
    }
}
