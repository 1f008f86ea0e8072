//! What kinds that tell the same story say of the same days, set side by side.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::claim::Claim;
use super::days::Days;
use super::grouped;
use crate::facts::{Over, Reconciliation, Scale};
use crate::ingest::decoded::{Aside, Decoded};
use crate::quantity::{Grain, MeasureId, Period, Ratio, Span};

/// What is compared, and the measures that kinds give it by; the first that a kind has.
const COMPARED: [(&str, &[&str]); 2] = [("units", &["units"]), ("sales", &["sales", "product_sales"])];

/// One kind's account of one thing in one marketplace.
struct Account<'a> {
    kind: Arc<str>,
    compared_as: Arc<str>,
    claims: Vec<&'a Claim<'a>>,
    sums: BTreeMap<Span, i128>,
    days: Days,
}

/// All comparisons, by marketplace, thing and days.
pub(super) fn reconcile(claims: &[Claim<'_>]) -> Vec<Reconciliation> {
    let mut found = Vec::new();
    for (name, measures) in COMPARED {
        for group in grouped(claims, |claim| {
            let there = measures.contains(&claim.feed().measure.as_str()) && !claim.is_empty();
            let compared = there && claim.origin().compared_as.is_some() && claim.feed().over == Over::Flow;
            compared.then(|| (&claim.market().id, &claim.origin().lane))
        }) {
            let accounts = accounts(claims, &group, measures);
            for (at, left) in accounts.iter().enumerate() {
                let others = accounts[at + 1..].iter().filter(|right| right.compared_as != left.compared_as);
                others.for_each(|right| found.extend(compare(name, left, right)));
            }
        }
    }
    found.sort_by_cached_key(|found| {
        (found.marketplace.clone(), found.measure.clone(), found.period, found.left.0.clone())
    });
    found
}

fn accounts<'a>(claims: &'a [Claim<'a>], group: &[usize], measures: &[&str]) -> Vec<Account<'a>> {
    let mut kinds: BTreeMap<&Arc<str>, Vec<&Claim<'_>>> = BTreeMap::new();
    group.iter().for_each(|at| kinds.entry(&claims[*at].origin().kind).or_default().push(&claims[*at]));
    kinds.into_values().filter_map(|claims| account(claims, measures)).collect()
}

fn account<'a>(mut claims: Vec<&'a Claim<'a>>, measures: &[&str]) -> Option<Account<'a>> {
    let has = |measure: &&&str| claims.iter().any(|claim| claim.feed().measure.as_str() == **measure);
    let first = *measures.iter().find(has)?;
    claims.retain(|claim| claim.feed().measure.as_str() == first);
    let origin = claims.first()?.origin();
    let mut sums = BTreeMap::new();
    for (span, sum) in claims.iter().flat_map(|claim| claim.sums()) {
        *sums.entry(span).or_default() += sum;
    }
    let days = claims.iter().flat_map(|claim| claim.days().spans().to_vec()).collect();
    Some(Account {
        kind: Arc::clone(&origin.kind),
        compared_as: Arc::clone(origin.compared_as.as_ref()?),
        claims,
        sums,
        days,
    })
}

fn compare(name: &str, left: &Account<'_>, right: &Account<'_>) -> Vec<Reconciliation> {
    let common = left.days.and(&right.days);
    let periods = common.spans().iter().flat_map(|stretch| periods(*stretch));
    periods.filter_map(|period| reconciliation(name, (left, right), period)).collect()
}

/// The whole months of a stretch of days, and the stretch itself.
fn periods(stretch: Span) -> Vec<Span> {
    let mut periods = Vec::new();
    let mut month = Period::containing(stretch.from, Grain::Month);
    while month.span().from <= stretch.to {
        if stretch.covers(&month.span()) {
            periods.push(month.span());
        }
        month = Period::containing(month.span().to + 1, Grain::Month);
    }
    if periods.first() != Some(&stretch) {
        periods.push(stretch);
    }
    periods
}

fn reconciliation(
    name: &str,
    (left, right): (&Account<'_>, &Account<'_>),
    period: Span,
) -> Option<Reconciliation> {
    let claim = left.claims.first()?;
    let digits = match claim.feed().scale {
        Scale::Money => claim.market().currency.digits(),
        scale => scale.digits(),
    };
    let amount = |sum: i128| Ratio::from_scaled(sum, digits);
    let (a, b) = (left.sum(period)?, right.sum(period)?);
    let mut known = BTreeMap::new();
    left.asides(right, period)
        .for_each(|aside| *known.entry(&aside.reason).or_default() += i128::from(aside.amount));
    right
        .asides(left, period)
        .for_each(|aside| *known.entry(&aside.reason).or_default() -= i128::from(aside.amount));
    let rest: i128 = b - a - known.values().sum::<i128>();
    let known = known.into_iter().filter(|(_, sum)| *sum != 0);
    Some(Reconciliation {
        marketplace: claim.market().id.clone(),
        period,
        measure: MeasureId::new(name),
        currency: claim.is_money().then_some(claim.market().currency),
        left: (Arc::clone(&left.kind), amount(a)),
        right: (Arc::clone(&right.kind), amount(b)),
        difference: amount(b - a),
        known: known.map(|(reason, sum)| (reason.clone(), amount(sum))).collect(),
        rest: amount(rest),
    })
}

impl<'a> Account<'a> {
    /// The sum of a span; nothing when a report reaches over its edge.
    fn sum(&self, span: Span) -> Option<i128> {
        let straddled = self.claims.iter().any(|claim| claim.is_straddled(span));
        let within = self.sums.iter().filter(|(days, _)| span.covers(days));
        (!straddled).then(|| within.map(|(_, sum)| sum).sum())
    }

    /// What it says of a span that the other account does not count.
    fn asides(&self, other: &Account<'_>, span: Span) -> impl Iterator<Item = &'a Aside> {
        let other = Arc::clone(&other.compared_as);
        let of = move |claim: &&'a Claim<'a>| -> (&'a Decoded, MeasureId, u16) {
            (claim.decoded, claim.feed().measure.clone(), claim.column.1)
        };
        let asides = self.claims.iter().map(of).flat_map(|(decoded, measure, market)| {
            let fits = move |aside: &&Aside| aside.measure == measure && aside.market == market;
            decoded.asides.iter().filter(fits)
        });
        let against = move |aside: &Aside| {
            aside.against.is_empty() || aside.against.iter().any(|name| **name == *other)
        };
        asides.filter(move |aside| span.covers(&aside.span) && against(aside))
    }
}
