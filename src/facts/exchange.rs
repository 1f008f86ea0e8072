//! Rates between currencies, each from its day on: those of the plan, and the actual ones.

use std::collections::BTreeMap;

use crate::quantity::{Currency, Day, Ratio, Span};

/// The rates at which money is summed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The plan's: what changes is the business, not the currency.
    #[default]
    Plan,
    /// Those that came to be.
    Actual,
    /// None: money stays in its own currency, so that only figures of one marketplace may be summed.
    Own,
}

/// From a day on a rate, or none.
type Step = (Day, Option<Ratio>);

/// What one unit of each currency is worth in the reporting currency, by day.
#[derive(Clone, Debug)]
pub struct Exchange {
    reporting: Currency,
    steps: BTreeMap<(Basis, Currency), Vec<Step>>,
}

impl Exchange {
    /// The reporting currency alone.
    pub fn new(reporting: Currency) -> Self {
        Exchange { reporting, steps: BTreeMap::new() }
    }

    /// The currency that sums of money are given in.
    pub fn reporting(&self) -> Currency {
        self.reporting
    }

    /// From a day on, one unit of `currency` is planned to be worth `rate` units of the reporting currency.
    pub fn add(&mut self, currency: Currency, from: Day, rate: Ratio) {
        self.set((Basis::Plan, currency), from, Some(rate));
    }

    /// From a day on, one unit of a currency is worth `rate` units of the reporting currency, or nobody knows.
    pub fn set(&mut self, (basis, currency): (Basis, Currency), from: Day, rate: Option<Ratio>) {
        let steps = self.steps.entry((basis, currency)).or_default();
        steps.retain(|(day, _)| *day != from);
        steps.push((from, rate));
        steps.sort_by_key(|(day, _)| *day);
    }

    /// The plan's rate of a day; nothing before the first one known.
    pub fn at(&self, currency: Currency, day: Day) -> Option<Ratio> {
        self.rate((Basis::Plan, currency), day)
    }

    fn rate(&self, (basis, currency): (Basis, Currency), day: Day) -> Option<Ratio> {
        if currency == self.reporting || basis == Basis::Own {
            return Some(Ratio::one());
        }
        let steps = self.steps.get(&(basis, currency))?;
        steps.iter().rev().find(|(from, _)| *from <= day).and_then(|(_, rate)| rate.clone())
    }

    /// The days of a span that have no rate of the plan.
    pub fn unrated(&self, currency: Currency, span: Span) -> impl Iterator<Item = Span> {
        let parts = self.epochs((Basis::Plan, currency), span).into_iter();
        parts.filter(|(_, rate)| rate.is_none()).map(|(part, _)| part)
    }

    /// The parts of a span with one rate each; days without a rate have none.
    pub(super) fn epochs(&self, money: (Basis, Currency), span: Span) -> Vec<(Span, Option<Ratio>)> {
        let mut parts = Vec::new();
        let mut from = span.from;
        for start in self.starts(money, span) {
            parts.extend(Span::new(from, start - 1).map(|part| (part, self.rate(money, from))));
            from = start;
        }
        parts.push((Span { from, to: span.to }, self.rate(money, from)));
        parts
    }

    /// The days inside a span, after its first, on which the rate changes.
    fn starts(&self, money: (Basis, Currency), span: Span) -> Vec<Day> {
        if money.1 == self.reporting {
            return Vec::new();
        }
        let steps = self.steps.get(&money).map_or(&[][..], Vec::as_slice);
        let changes = |day: &Day| self.rate(money, *day) != self.rate(money, *day - 1);
        steps
            .iter()
            .map(|(day, _)| *day)
            .filter(|day| span.from < *day && *day <= span.to)
            .filter(changes)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn yen() -> Currency {
        Currency::parse("JPY").unwrap()
    }

    fn exchange() -> Exchange {
        let mut exchange = Exchange::new(Currency::parse("USD").unwrap());
        for (from, rate) in [("2026-01-01", "1/150"), ("2025-07-01", "1/150"), ("2026-06-01", "1/100")] {
            exchange.add(yen(), day(from), Ratio::parse(rate).unwrap());
        }
        exchange
    }

    #[test]
    fn a_rate_holds_from_its_day_on() {
        for (on, rate) in [
            ("2025-06-30", None),
            ("2025-07-01", Some("1/150")),
            ("2026-05-31", Some("1/150")),
            ("2026-06-01", Some("1/100")),
        ] {
            assert_eq!(exchange().at(yen(), day(on)), rate.and_then(Ratio::parse), "{on}");
        }
    }

    #[test]
    fn a_span_is_parted_only_where_the_rate_changes() {
        let span = Span::new(day("2025-12-01"), day("2026-12-31")).unwrap();
        let parts: Vec<String> =
            exchange().epochs((Basis::Plan, yen()), span).iter().map(|(s, _)| s.from.to_string()).collect();
        assert_eq!(parts, ["2025-12-01", "2026-06-01"]);
        assert_eq!(exchange().epochs((Basis::Plan, Currency::parse("USD").unwrap()), span).len(), 1);
    }
}
