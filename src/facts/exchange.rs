//! Plan rates between currencies, each from its day on.

use std::collections::BTreeMap;

use crate::quantity::{Currency, Day, Ratio, Span};

/// What one unit of each currency is worth in the reporting currency, by day.
#[derive(Clone, Debug)]
pub struct Exchange {
    reporting: Currency,
    steps: BTreeMap<Currency, Vec<(Day, Ratio)>>,
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

    /// From a day on, one unit of `currency` is worth `rate` units of the reporting currency.
    pub fn add(&mut self, currency: Currency, from: Day, rate: Ratio) {
        let steps = self.steps.entry(currency).or_default();
        steps.retain(|(day, _)| *day != from);
        steps.push((from, rate));
        steps.sort_by_key(|(day, _)| *day);
    }

    /// The rate of a day; nothing before the first one known.
    pub fn at(&self, currency: Currency, day: Day) -> Option<Ratio> {
        if currency == self.reporting {
            return Some(Ratio::one());
        }
        let steps = self.steps.get(&currency)?;
        steps.iter().rev().find(|(from, _)| *from <= day).map(|(_, rate)| rate.clone())
    }

    /// The parts of a span with one rate each; days without a rate have none.
    pub(super) fn epochs(&self, currency: Currency, span: Span) -> Vec<(Span, Option<Ratio>)> {
        let mut parts = Vec::new();
        let mut from = span.from;
        for start in self.starts(currency, span) {
            parts.extend(Span::new(from, start - 1).map(|part| (part, self.at(currency, from))));
            from = start;
        }
        parts.push((Span { from, to: span.to }, self.at(currency, from)));
        parts
    }

    /// The days inside a span, after its first, on which the rate changes.
    fn starts(&self, currency: Currency, span: Span) -> Vec<Day> {
        if currency == self.reporting {
            return Vec::new();
        }
        let steps = self.steps.get(&currency).map_or(&[][..], Vec::as_slice);
        let changes = |day: &Day| self.at(currency, *day) != self.at(currency, *day - 1);
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
            exchange().epochs(yen(), span).iter().map(|(s, _)| s.from.to_string()).collect();
        assert_eq!(parts, ["2025-12-01", "2026-06-01"]);
        assert_eq!(exchange().epochs(Currency::parse("USD").unwrap(), span).len(), 1);
    }
}
