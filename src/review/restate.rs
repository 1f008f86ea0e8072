//! As reported, as known now: what a figure was when its period was archived, what it is today, and why it differs.
//!
//! The difference is taken apart step by step, each step the figure's own formula over measures of which one more is
//! that of today: the formula, then the rates, then measure by measure in the catalogue's order. Each step's part is
//! what it changed, so the parts sum to the difference, whatever the formula is.

use std::collections::{BTreeMap, BTreeSet};

use super::{Check, Question};
use crate::facts::{Basis, Facts};
use crate::metric::{Catalogue, Over, Unit, Value, value};
use crate::quantity::{Currency, Day, Grain, MeasureId, Period, Ratio, Scope, Span};
use crate::workspace::{Archived, Measured, Rate, Rated, Rates, Reported};

/// Why a figure is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// Returns and refunds that came after the period was archived.
    LateReturns,
    /// Sales that the platform attributed to advertising later, or to something else.
    Attribution,
    /// Orders that were cancelled.
    CancelledOrders,
    /// Orders that were reported later.
    LateOrders,
    /// Other measured figures that changed.
    Corrected,
    /// Rates of the plan that were changed.
    ChangedRates,
    /// A formula, or what it is made of, that was changed.
    ChangedDefinition,
}

impl Cause {
    /// All causes, in the order they are shown.
    pub const ALL: [Cause; 7] = [
        Cause::LateReturns,
        Cause::Attribution,
        Cause::CancelledOrders,
        Cause::LateOrders,
        Cause::Corrected,
        Cause::ChangedRates,
        Cause::ChangedDefinition,
    ];

    /// Its word in tables.
    pub fn word(self) -> &'static str {
        match self {
            Cause::LateReturns => "late-returns",
            Cause::Attribution => "attribution",
            Cause::CancelledOrders => "cancelled-orders",
            Cause::LateOrders => "late-orders",
            Cause::Corrected => "corrected",
            Cause::ChangedRates => "changed-rates",
            Cause::ChangedDefinition => "changed-definition",
        }
    }

    /// Why a measure changed, by what it counts and which way it went.
    pub fn of(measure: &MeasureId, change: &Ratio) -> Self {
        match measure.as_str() {
            "returns" | "refunds" => Cause::LateReturns,
            "ad_sales" | "ad_orders" | "ad_units" | "ad_sales_14d" => Cause::Attribution,
            "orders" | "units" | "sales" if change.is_negative() => Cause::CancelledOrders,
            "orders" | "units" | "sales" => Cause::LateOrders,
            _ => Cause::Corrected,
        }
    }
}

/// A figure that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restatement {
    /// The figure.
    pub question: Question,
    /// What was reported; nothing when it was not known then.
    pub then: Option<Ratio>,
    /// What is known now; nothing when it is known no more.
    pub now: Option<Ratio>,
    /// What each cause changed, none of them nought, in the order of [`Cause::ALL`]. They sum to the difference; empty
    /// where one side is not known.
    pub parts: Vec<(Cause, Ratio)>,
    /// The currencies of then and now, where they are two: amounts of them have no difference.
    pub currencies: Option<(Currency, Currency)>,
    /// Whether it was provisional when it was reported.
    pub provisional: bool,
}

impl Restatement {
    fn new(
        question: Question,
        (then, now): (Option<Ratio>, Option<Ratio>),
        currencies: Option<(Currency, Currency)>,
    ) -> Self {
        let currencies = currencies.filter(|_| then.is_some());
        Restatement { question, then, now, parts: Vec::new(), currencies, provisional: false }
    }

    /// Now without then; nothing where one of them is not known, or they are of two currencies.
    pub fn difference(&self) -> Option<Ratio> {
        let (then, now) = (self.then.as_ref()?, self.now.as_ref()?);
        self.currencies.is_none().then(|| now - then)
    }

    /// Whether it is what it was; nought is the same in every currency.
    pub fn is_same(&self) -> bool {
        let nought = self.now.as_ref().is_some_and(Ratio::is_zero);
        self.then == self.now && (self.currencies.is_none() || nought)
    }

    /// "USD then, JPY now", where the currency is not what it was.
    pub fn currency_note(&self) -> Option<String> {
        self.currencies.map(|(then, now)| format!("{then} then, {now} now"))
    }
}

/// Measures of one figure at one time, by their ids.
pub type Measures<'a> = &'a dyn Fn(&MeasureId) -> Option<Ratio>;

/// A figure at two times, and the measures it is made of at both.
pub struct Sides<'a> {
    /// What figures are made of today.
    pub catalogue: &'a Catalogue,
    /// The figure.
    pub metric: &'a MeasureId,
    /// What it was, and what it is.
    pub values: (&'a Ratio, &'a Ratio),
    /// Its measures as they were known then, at the rates of then.
    pub then: Measures<'a>,
    /// The same at the rates of now.
    pub rated: Measures<'a>,
    /// Its measures as they are known now.
    pub now: Measures<'a>,
}

impl Sides<'_> {
    /// What each cause changed, none of them nought. The parts sum to what is without what was.
    pub fn parts(&self) -> Vec<(Cause, Ratio)> {
        let (first, last) = self.values;
        let mut sums: BTreeMap<Cause, Ratio> = BTreeMap::new();
        let mut at = first.clone();
        for (cause, reached) in self.steps().unwrap_or_default() {
            *sums.entry(cause).or_default() += &(&reached - &at);
            at = reached;
        }
        // What no step reaches: measures that the archive does not hold.
        *sums.entry(Cause::Corrected).or_default() += &(last - &at);
        sums.into_iter().filter(|(_, part)| !part.is_zero()).collect()
    }

    /// The value after each step with its cause; nothing when the figure has no value on the way.
    fn steps(&self) -> Option<Vec<(Cause, Ratio)>> {
        let mut steps = vec![
            (Cause::ChangedDefinition, self.value(self.then)?),
            (Cause::ChangedRates, self.value(self.rated)?),
        ];
        let leaves = self.catalogue.leaves(self.metric);
        let ordered = self.catalogue.measures().iter().map(|measure| &measure.id);
        let mut done: BTreeSet<&MeasureId> = BTreeSet::new();
        for id in ordered.filter(|id| leaves.contains(id)) {
            let change = &(self.now)(id)? - &(self.rated)(id)?;
            done.insert(id);
            let mixed =
                |leaf: &MeasureId| if done.contains(leaf) { (self.now)(leaf) } else { (self.rated)(leaf) };
            steps.push((Cause::of(id, &change), self.value(&mixed)?));
        }
        Some(steps)
    }

    fn value(&self, measures: Measures<'_>) -> Option<Ratio> {
        let lookup = |name: &str| measures(&MeasureId::new(name));
        match value(&self.catalogue.expand(self.metric), &lookup) {
            Value::Known(value) => Some(value),
            Value::Missing { .. } | Value::Undefined { .. } => None,
        }
    }
}

/// The figures of an archive against those of today.
#[derive(Clone, Copy)]
pub struct Restated<'a> {
    /// What is known now.
    pub check: Check<'a>,
    /// The rates of now.
    pub rates: &'a Rates,
    /// What was reported.
    pub archive: &'a Archived,
}

impl<'a> Restated<'a> {
    /// Every figure that is not what it was: those of the archive in its order, then those that only now has.
    pub fn all(&self) -> Vec<Restatement> {
        let reported = self.archive.figures.iter().map(|figure| self.one(figure));
        reported.filter(|one| !one.is_same()).chain(self.since()).collect()
    }

    /// Figures that are known now and that the archive does not give; a nought of what was not there is none.
    fn since(&self) -> impl Iterator<Item = Restatement> {
        let given = given(self.archive);
        let questions = self.check.questions(self.archive.period).into_iter();
        let others = questions.filter(move |one| !given.contains_key(&(one.period, &one.scope, &one.metric)));
        others.filter_map(|question| {
            let (_, now) = self.known(&question)?;
            (!now.is_zero()).then(|| Restatement::new(question, (None, Some(now)), None))
        })
    }

    /// A figure of the archive and what it is now.
    pub fn one(&self, reported: &Reported) -> Restatement {
        let question = question(reported);
        let known = self.known(&question);
        let then = reported.actual.clone();
        let currency =
            (self.check.unit(&question.metric) == Unit::Money).then(|| self.check.facts.reporting());
        let currencies = two(reported.currency, currency);
        let parts = match (&then, &known) {
            (Some(then), Some((days, now))) if then != now && currencies.is_none() => {
                self.parts(&question, (then, now), *days)
            }
            _ => Vec::new(),
        };
        let provisional = reported.provisional;
        Restatement {
            parts,
            provisional,
            ..Restatement::new(question, (then, known.map(|(_, now)| now)), currencies)
        }
    }

    /// What a figure is now, and the days that it is known for.
    fn known(&self, question: &Question) -> Option<(Span, Ratio)> {
        let days = self.check.days(question)?;
        let reading = self.check.read(&question.metric, &question.scope, days);
        reading.known().map(|now| (days, now.clone()))
    }

    fn parts(&self, question: &Question, values: (&Ratio, &Ratio), days: Span) -> Vec<(Cause, Ratio)> {
        let held = held(self.rates, self.archive.period.span());
        let changed = changed_pairs(&self.archive.rates, &held);
        let then = |id: &MeasureId| self.then(question, id, &|row| row.reporting.clone());
        let rated = |id: &MeasureId| self.then(question, id, &|row| self.rerated(row, &changed));
        let now = |id: &MeasureId| {
            self.check.facts.sum_at(self.check.basis, id, (&question.scope, days)).known().cloned()
        };
        let Restated { check: Check { catalogue, .. }, .. } = self;
        let metric = &question.metric;
        Sides { catalogue, metric, values, then: &then, rated: &rated, now: &now }.parts()
    }

    /// The sum of a measure as it was known then, each amount at a rate.
    fn then(&self, question: &Question, id: &MeasureId, worth: Worth<'_>) -> Option<Ratio> {
        archived(self.check.catalogue, self.archive, (question, id), worth)
    }

    /// An amount of then at the rate of now, where the rates of its currency were changed.
    fn rerated(&self, row: &Measured, changed: &BTreeSet<&str>) -> Option<Ratio> {
        let currency =
            row.currency.as_deref().filter(|currency| changed.iter().any(|pair| pair.contains(currency)));
        let Some(currency) = currency.and_then(Currency::parse) else { return row.reporting.clone() };
        rate_of(self.check.facts, row)
            .or_else(|| self.rates.fx(currency, self.check.facts.reporting(), row.month.span().from))
            .map(|rate| &row.own * &rate)
    }
}

/// What an amount of an archive is worth in the reporting currency.
type Worth<'a> = &'a dyn Fn(&Measured) -> Option<Ratio>;

/// The sum of a measure in an archive, each amount at a rate.
fn archived(
    catalogue: &Catalogue,
    archive: &Archived,
    (question, id): (&Question, &MeasureId),
    worth: Worth<'_>,
) -> Option<Ratio> {
    let span = match catalogue.measure(id)?.over {
        Over::Flow => question.period.span(),
        // Of stock, a period has what was there at its end.
        Over::Stock => Period::containing(question.period.span().to, Grain::Month).span(),
        Over::Level => return None,
    };
    let own = |row: &&Measured| {
        row.measure == *id && span.covers(&row.month.span()) && covers(&question.scope, row)
    };
    archive.measured.iter().filter(own).map(worth).sum()
}

/// Every figure that two archives of one period give differently, with what changed it: the formula is that of today,
/// the rates are those that each archive's own amounts show. Those of the first in its order, then those that only the
/// second has, but for noughts.
pub fn between(catalogue: &Catalogue, first: &Archived, second: &Archived) -> Vec<Restatement> {
    let (earlier, later) = (given(first), given(second));
    let is_nought = |figure: &Reported| figure.actual.as_ref().is_some_and(Ratio::is_zero);
    let only_later = second.figures.iter();
    let only_later = only_later.filter(|figure| !earlier.contains_key(&asked(figure)) && !is_nought(figure));
    let one = |figure: &Reported| {
        let (then, now) = (earlier.get(&asked(figure)), later.get(&asked(figure)));
        let of = |side: Option<&&Reported>| side.and_then(|side| side.actual.clone());
        let currencies = two(then.and_then(|then| then.currency), now.and_then(|now| now.currency));
        let mut one = Restatement::new(question(figure), (of(then), of(now)), currencies);
        one.provisional = then.is_some_and(|then| then.provisional);
        if let (Some(then), Some(now), None) = (&one.then, &one.now, currencies)
            && then != now
        {
            one.parts = parts_between(catalogue, (first, second), &one.question, (then, now));
        }
        one
    };
    first.figures.iter().chain(only_later).map(one).filter(|one| !one.is_same()).collect()
}

/// The figures of an archive by what they answer.
fn given(archive: &Archived) -> BTreeMap<Asked<'_>, &Reported> {
    archive.figures.iter().map(|figure| (asked(figure), figure)).collect()
}

fn question(figure: &Reported) -> Question {
    Question { metric: figure.metric.clone(), scope: figure.scope.clone(), period: figure.period }
}

/// Two currencies where they are two.
fn two(then: Option<Currency>, now: Option<Currency>) -> Option<(Currency, Currency)> {
    then.zip(now).filter(|(then, now)| then != now)
}

type Asked<'a> = (Period, &'a Scope, &'a MeasureId);

fn asked(figure: &Reported) -> Asked<'_> {
    (figure.period, &figure.scope, &figure.metric)
}

fn parts_between(
    catalogue: &Catalogue,
    (first, second): (&Archived, &Archived),
    question: &Question,
    values: (&Ratio, &Ratio),
) -> Vec<(Cause, Ratio)> {
    let changed = changed_pairs(&first.rates, &second.rates);
    let later = |row: &Measured| {
        let pair = row.currency.as_deref().filter(|own| changed.iter().any(|pair| pair.contains(own)));
        let same = |other: &&Measured| {
            (other.month, &other.marketplace, &other.product, &other.measure)
                == (row.month, &row.marketplace, &row.product, &row.measure)
        };
        let other = pair.and_then(|_| second.measured.iter().find(same));
        let rate = other.and_then(|other| other.reporting.as_ref()?.checked_div(&other.own));
        rate.map_or_else(|| row.reporting.clone(), |rate| Some(&row.own * &rate))
    };
    let own = |row: &Measured| row.reporting.clone();
    let then = |id: &MeasureId| archived(catalogue, first, (question, id), &own);
    let rated = |id: &MeasureId| archived(catalogue, first, (question, id), &later);
    let now = |id: &MeasureId| archived(catalogue, second, (question, id), &own);
    let metric = &question.metric;
    Sides { catalogue, metric, values, then: &then, rated: &rated, now: &now }.parts()
}

/// What one unit of a month's money is worth now: as its days weigh it, where there still is any.
fn rate_of(facts: &Facts, row: &Measured) -> Option<Ratio> {
    let scope = Scope::cell(&row.product, &row.marketplace);
    let sum = |basis| facts.sum_at(basis, &row.measure, (&scope, row.month.span())).known().cloned();
    sum(Basis::Plan)?.checked_div(&sum(Basis::Own)?)
}

fn covers(scope: &Scope, row: &Measured) -> bool {
    scope.product.as_ref().is_none_or(|product| *product == row.product)
        && scope.marketplace.as_ref().is_none_or(|place| *place == row.marketplace)
}

/// The pairs of currencies whose planned rates are not what they were.
fn changed_pairs<'r>(then: &'r [Rated], now: &'r [Rated]) -> BTreeSet<&'r str> {
    type Planned<'r> = BTreeSet<(&'r str, Day, Option<Day>, Option<&'r Ratio>)>;
    let planned = |rates: &'r [Rated]| -> Planned<'r> {
        let with_plan = rates.iter().filter(|rate| rate.plan.is_some());
        with_plan.map(|rate| (rate.pair.as_str(), rate.from, rate.to, rate.plan.as_ref())).collect()
    };
    let (then, now) = (planned(then), planned(now));
    then.symmetric_difference(&now).map(|(pair, ..)| *pair).collect()
}

/// The rates of pairs of currencies that hold on a day of a span, as an archive of it would have them.
pub fn held(rates: &Rates, span: Span) -> Vec<Rated> {
    let rows = rates.rows();
    // A rate without an end holds until the next one of its pair begins.
    let ends = |rate: &Rate| {
        let later = rows.iter().filter(|other| other.keys.get("pair") == rate.keys.get("pair"));
        rate.to.or(later.map(|other| other.from).filter(|from| *from > rate.from).min().map(|day| day - 1))
    };
    let holds = |rate: &&Rate| rate.from <= span.to && ends(rate).is_none_or(|to| to >= span.from);
    let rated = |rate: &Rate| {
        let value = |name: &str| rate.values.get(name).map(|figure| figure.number());
        let pair = rate.keys.get("pair")?.clone();
        Some(Rated { pair, from: rate.from, to: rate.to, plan: value("plan"), actual: value("actual") })
    };
    rows.iter().filter(holds).filter_map(rated).collect()
}
