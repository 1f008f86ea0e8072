//! What is doubtful about the inputs of unit economics, and about what comes of them.

use std::collections::BTreeMap;

use super::inputs::is_input;
use super::profit::PROFIT;
use super::{Economics, Input, Profit, Unit};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::plan::Plan;
use crate::quantity::{Currency, Day, MarketplaceId, MeasureId, Money, ProductId, Ratio, Scope, Span};
use crate::workspace::{Marketplace, Product, Rate, Workspace};

/// All findings.
pub(super) fn of(workspace: &Workspace, (plan, economics): (&Plan, &Economics), today: Day) -> Diagnostics {
    let relevant = Relevant { workspace, plan, economics, today };
    let products = workspace.products.iter();
    let of_products =
        products.flat_map(|product| relevant.missing(product).into_iter().chain(relevant.losses(product)));
    let short = economics.profits.iter().filter_map(|profit| short(workspace, profit));
    let rates = stale(workspace, today).into_iter().chain(twice(workspace)).chain(ended(workspace, today));
    rates.chain(of_products).chain(short).collect()
}

/// Rows in force that nobody looked up for long, one finding for each kind of rate and marketplace.
fn stale(workspace: &Workspace, today: Day) -> Vec<Diagnostic> {
    let rates = &workspace.rates;
    let mut groups: BTreeMap<(&str, Option<&String>), Vec<&Rate>> = BTreeMap::new();
    for rate in rates.rows().iter().filter(|rate| rate.is_stale(today) && rates.is_in_force(rate, today)) {
        groups.entry((&rate.id, rate.keys.get("market"))).or_default().push(rate);
    }
    let finding = |((id, market), rows): ((&str, Option<&String>), Vec<&Rate>)| {
        let oldest = rows.iter().min_by_key(|rate| rate.checked)?;
        let finding = Diagnostic::new(codes::STALE_RATE, &oldest.place).with("rate", named(id, market));
        let last = oldest.checked.map_or_else(|| "–".to_owned(), |checked| checked.to_string());
        let finding = finding.with("count", rows.len()).with("limit", Rate::STALE.to_string());
        Some(finding.with("last", last).help("help").about(id))
    };
    groups.into_iter().filter_map(finding).collect()
}

/// A rate with its marketplace: "fba_unit MX".
fn named(id: &str, market: Option<&String>) -> String {
    market.map_or_else(|| id.to_owned(), |market| format!("{id} {market}"))
}

/// Two rows that say the same from the same day: which one holds is chance.
fn twice(workspace: &Workspace) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<_, Vec<&Rate>> = BTreeMap::new();
    let mut findings = Vec::new();
    for rate in workspace.rates.rows() {
        let same = seen.entry((&rate.id, &rate.keys, rate.from)).or_default();
        let clashes = |first: &&&Rate| first.values.keys().any(|name| rate.values.contains_key(name));
        if let Some(first) = same.iter().find(clashes) {
            let finding = Diagnostic::new(codes::SAME_RATE, &rate.place).with("rate", rate.id.as_str());
            let finding = finding.with("from", rate.from.to_string()).with("first", first.place.to_string());
            findings.push(finding.help("help").about(rate.id.as_str()));
        }
        same.push(rate);
    }
    findings
}

/// Rates that have ended with no row after them; those of exchange are of one month each and end by nature.
fn ended(workspace: &Workspace, today: Day) -> Vec<Diagnostic> {
    let rows = workspace.rates.rows();
    let follows = |rate: &Rate, last: Day| {
        rows.iter().any(|next| {
            next.id == rate.id
                && next.keys == rate.keys
                && next.from > rate.from
                && next.to.is_none_or(|to| to > last)
        })
    };
    let over = |rate: &&Rate| {
        !rate.keys.contains_key("pair") && rate.to.is_some_and(|last| last < today && !follows(rate, last))
    };
    let finding = |rate: &Rate| {
        let finding = Diagnostic::new(codes::ENDED_RATE, &rate.place);
        let last = rate.to.map_or_else(String::new, |last| last.to_string());
        let finding = finding.with("rate", named(&rate.id, rate.keys.get("market"))).with("last", last);
        finding.help("help").about(rate.id.as_str())
    };
    rows.iter().filter(over).map(finding).collect()
}

/// The year's profit goal, when what the plan sells does not earn it.
fn short(workspace: &Workspace, profit: &Profit) -> Option<Diagnostic> {
    let gap = profit.gap().filter(Ratio::is_negative).filter(|_| !profit.cells.is_empty())?;
    let mut goals = workspace.goals.iter();
    let goal = goals.find(|goal| goal.year == profit.year && goal.metric.value.as_str() == PROFIT)?;
    let currency = workspace.reporting_currency()?;
    let (worst, behind) = profit
        .products()
        .into_iter()
        .filter_map(|(id, sum)| Some((id, sum.gap()?)))
        .min_by(|a, b| a.1.cmp(&b.1))
        .unzip();
    let finding = Diagnostic::new(codes::PROFIT_SHORT, &goal.place)
        .with("goal", goal.id.as_str())
        .with("year", profit.year.to_string())
        .with("earned", money(&profit.earned(), currency))
        .with("target", money(profit.goal.as_ref()?, currency))
        .with("gap", money(&-&gap, currency))
        .with("worst", worst.as_ref().map_or("", ProductId::as_str))
        .with("behind", behind.map_or_else(String::new, |behind| money(&behind, currency)))
        .with("price", profit.price_change().map_or_else(String::new, |share| percent(&share)));
    Some(finding.help(if worst.is_some() { "help" } else { "whole" }).about(goal.id.as_str()))
}

/// An amount as it is written in files.
fn money(amount: &Ratio, currency: Currency) -> String {
    Money { minor: amount.round_scaled(currency.digits()), currency }.to_string()
}

/// A share as it is written in files, to one decimal, rounded up: what is less would not do.
fn percent(share: &Ratio) -> String {
    let tenths = -(&-share * &Ratio::from_int(1000)).floor();
    format!("{}.{}%", tenths / 10, (tenths % 10).abs())
}

/// The units that matter: those of the days from today on which something is planned to be sold.
struct Relevant<'a> {
    workspace: &'a Workspace,
    plan: &'a Plan,
    economics: &'a Economics,
    today: Day,
}

impl<'a> Relevant<'a> {
    fn units(&self, product: &ProductId, place: &MarketplaceId) -> Vec<&'a Unit> {
        let all = self.economics.cells.get(&(product.clone(), place.clone())).map_or(&[][..], Vec::as_slice);
        let ends = all.iter().skip(1).map(|next| next.from - 1).chain([self.last()]);
        let ahead = all.iter().zip(ends).filter(|(unit, end)| {
            let span = Span::new(unit.from.max(self.today), *end);
            span.is_some_and(|span| self.sells(&Scope::cell(product, place), span))
        });
        ahead.map(|(unit, _)| unit).collect()
    }

    /// The last day of the last year planned, or today.
    fn last(&self) -> Day {
        let fiscal = self.workspace.fiscal();
        let years = self.plan.amounts().map(|(_, year)| fiscal.year(year).span().to);
        years.max().map_or(self.today, |last| last.max(self.today))
    }

    /// Whether something is planned to be sold; where units are not planned at all, everything may be.
    fn sells(&self, scope: &Scope, span: Span) -> bool {
        let units = MeasureId::new("units");
        let fiscal = self.workspace.fiscal();
        let mut planned = fiscal.years(span).filter_map(|year| {
            let year = fiscal.year(year).span();
            let days = Span::new(span.from.max(year.from), span.to.min(year.to))?;
            self.plan.value(&self.workspace.catalogue, &units, (scope, days))
        });
        let sold = planned.next();
        sold.is_none_or(|first| !first.is_zero() || planned.any(|units| !units.is_zero()))
    }

    /// What is missing for a product, in all marketplaces together; nothing where nobody has begun.
    fn missing(&self, product: &Product) -> Option<Diagnostic> {
        let mut by_place: Vec<(&MarketplaceId, Vec<Input>)> = Vec::new();
        for place in &self.workspace.marketplaces {
            let units = self.units(&product.id, &place.id);
            let mut inputs: Vec<Input> = units.iter().flat_map(|unit| unit.missing.iter().copied()).collect();
            inputs.sort_unstable();
            inputs.dedup();
            by_place.push((&place.id, inputs));
        }
        by_place.retain(|(_, inputs)| !inputs.is_empty());
        let begun = self.workspace.rates.rows().iter().any(is_input) || !product.costs.is_empty();
        if by_place.is_empty() || !begun {
            return None;
        }
        let words = |(place, inputs): &(&MarketplaceId, Vec<Input>)| {
            let keys: Vec<&str> = inputs.iter().map(|input| input.key()).collect();
            format!("{place}: {}", keys.join(", "))
        };
        let inputs: Vec<String> = by_place.iter().map(words).collect();
        let finding =
            Diagnostic::new(codes::MISSING_INPUTS, &product.place).with("product", product.id.as_str());
        Some(finding.with("inputs", inputs.join("; ")).help("help").about(product.id.as_str()))
    }

    /// Where a unit of a product leaves less than nought at its planned price.
    fn losses(&self, product: &Product) -> Vec<Diagnostic> {
        let loss = |place: &Marketplace| {
            let units = self.units(&product.id, &place.id);
            let sold = units.into_iter().filter(|unit| unit.is_complete()).map(Unit::as_planned);
            let worst =
                sold.filter(|unit| unit.contribution().is_negative()).min_by_key(Unit::contribution)?;
            let price: &Place = &product.price_on(&place.id, worst.from)?.marketplace.place;
            let finding = Diagnostic::new(codes::LOSS, price).with("product", product.id.as_str());
            let finding = finding
                .with("market", place.id.as_str())
                .with("from", worst.from.max(self.today).to_string());
            let each = money(&worst.contribution(), worst.currency);
            let at = worst.break_even_price().map_or_else(String::new, |price| money(&price, worst.currency));
            Some(
                finding
                    .with("each", each)
                    .with("price", money(&worst.price, worst.currency))
                    .with("even", at)
                    .help("help")
                    .about(product.id.as_str()),
            )
        };
        self.workspace.marketplaces.iter().filter_map(loss).collect()
    }
}
