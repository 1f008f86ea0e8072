//! What a file's name says: when it was downloaded, which days it covers, and for which marketplace.

use crate::quantity::{Day, Span};

use super::value::{DateOrder, month};

/// What a file's name says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct FileName {
    /// The day it was downloaded.
    pub(in crate::ingest) downloaded: Option<Day>,
    /// The days it covers.
    pub(in crate::ingest) period: Option<Span>,
    /// The country of its marketplace, as two small letters (`us`, `uk`).
    pub(in crate::ingest) country: Option<&'static str>,
    /// The number that a browser adds to a second file of the same name: 1 in `report (1).csv`.
    pub(in crate::ingest) copy: u32,
}

impl FileName {
    /// Reads a file's name or path; the order of day and month is for dates such as `05-07-26` that leave it open.
    pub(in crate::ingest) fn read(path: &str, order: Option<DateOrder>) -> Self {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        let (stem, copy) = copied(stem(name).trim());
        let country = country(stem);
        let order = order.or_else(|| country.and_then(order_in));
        let days = days(stem, order);
        let covered = covered(stem, &days);
        let downloaded = days.first().copied().filter(|_| covered.is_none() && days.len() == 1);
        FileName { downloaded, period: transactions(stem).or(covered), country, copy }
    }
}

/// The order in which a country writes dates of three numbers; nothing where both are usual.
pub(in crate::ingest) fn order_in(country: &str) -> Option<DateOrder> {
    match country {
        "us" => Some(DateOrder::MonthFirst),
        "ca" | "jp" | "se" => None,
        _ => COUNTRIES.contains(&country).then_some(DateOrder::DayFirst),
    }
}

/// The name without its extension; `_5.7.2026` has none.
fn stem(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((stem, extension)) if extension.starts_with(|c: char| c.is_alphabetic()) => stem,
        _ => name,
    }
}

const COUNTRIES: [&str; 22] = [
    "us", "ca", "mx", "br", "uk", "gb", "de", "fr", "it", "es", "nl", "se", "pl", "be", "ie", "tr", "ae",
    "sa", "jp", "in", "au", "sg",
];

/// A country that is the first word in capitals (`US_Top…`) or the last behind a line (`…_us`).
fn country(stem: &str) -> Option<&'static str> {
    let first = stem.split_once('_').map(|(first, _)| first).filter(|first| *first == first.to_uppercase());
    let last = stem.rsplit_once('_').map(|(_, last)| last);
    let known = |word: &str| COUNTRIES.into_iter().find(|country| country.eq_ignore_ascii_case(word));
    first.and_then(known).or_else(|| last.and_then(known))
}

/// The stem without `(1)` or ` 2` at its end, and that number.
fn copied(stem: &str) -> (&str, u32) {
    let bracketed = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let spaced = || stem.rsplit_once(' ').filter(|(rest, number)| number.len() == 1 && !counts(rest));
    let copy = bracketed.or_else(spaced);
    let numbered = copy.and_then(|(rest, number)| Some((rest.trim_end(), number.parse().ok()?)));
    numbered.unwrap_or((stem, 0))
}

/// Whether a number behind the text belongs to it: `Week 2`.
fn counts(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    ["week", "woche", "kw", "month", "quarter", "part", "q"].contains(&word.as_str())
}

/// `2026AugMonthlyUnifiedTransaction`, `2025Jan1-2025Jun30CustomTransaction`
fn transactions(stem: &str) -> Option<Span> {
    let (year, month, rest) = year_and_month(stem)?;
    if rest.starts_with("Monthly") {
        let first = Day::new(year, month, 1)?;
        return Span::new(first, first.end_of_month());
    }
    let (first, rest) = rest.split_once('-')?;
    let (until_year, until_month, rest) = year_and_month(rest)?;
    let last = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    Span::new(
        Day::new(year, month, first.parse().ok()?)?,
        Day::new(until_year, until_month, last.parse().ok()?)?,
    )
}

/// `2026Aug`, and what follows.
fn year_and_month(text: &str) -> Option<(i16, i8, &str)> {
    let (year, rest) = text.split_at_checked(4)?;
    let (name, rest) = rest.split_at_checked(3)?;
    let month = month(&name.to_lowercase())?;
    Some((year.parse().ok()?, month.try_into().ok()?, rest))
}

/// The days from one date to another, or those of the week or month that a date ends.
fn covered(stem: &str, days: &[Day]) -> Option<Span> {
    let says = |word: &str| stem.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
    match *days {
        [from, to] => Span::new(from, to),
        // Weeks of search reports run from Sunday to Saturday.
        [last] if says("Week") && last.weekday() == SATURDAY => Span::new(last - 6, last),
        [last] if says("Month") && last == last.end_of_month() => {
            Span::new(last - i32::from(last.day()) + 1, last)
        }
        _ => None,
    }
}

const SATURDAY: usize = 5;

/// A run of figures, and what stands between it and the next.
struct Run<'a> {
    figures: &'a str,
    then: &'a str,
}

/// All dates in the stem, but those that leave day and month open.
fn days(stem: &str, order: Option<DateOrder>) -> Vec<Day> {
    let runs = runs(stem);
    let mut days = Vec::new();
    let mut at = 0;
    while let Some(rest) = runs.get(at..).filter(|rest| !rest.is_empty()) {
        let single = compact(rest[0].figures);
        let triple = || rest.first_chunk().and_then(|three| of_three(three, order));
        at += if single.is_none() && triple().is_some() { 3 } else { 1 };
        days.extend(single.or_else(triple));
    }
    days
}

fn runs(stem: &str) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut rest = stem.trim_start_matches(|c: char| !c.is_ascii_digit());
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let (figures, after) = rest.split_at(end);
        let gap = after.find(|c: char| c.is_ascii_digit()).unwrap_or(after.len());
        runs.push(Run { figures, then: &after[..gap] });
        rest = &after[gap..];
    }
    runs
}

/// `20260417`
fn compact(figures: &str) -> Option<Day> {
    (figures.len() == 8).then(|| calendar(&figures[..4], &figures[4..6], &figures[6..]))?
}

/// `2026_04_11`, `23-07-2025`, `12-25-25`, `5.7.2026`
fn of_three(runs: &[Run<'_>; 3], order: Option<DateOrder>) -> Option<Day> {
    let [first, second, third] = runs;
    let separator = first.then;
    let sizes = (first.figures.len(), second.figures.len(), third.figures.len());
    if separator != second.then || !["-", "_", "."].contains(&separator) {
        return None;
    }
    let (a, b, year) = (first.figures, second.figures, third.figures);
    match sizes {
        (4, 1..=2, 1..=2) => calendar(a, b, year),
        // No language that writes dots puts the month first.
        (1..=2, 1..=2, 4) if separator == "." => calendar(year, b, a),
        (1..=2, 1..=2, 4) => open(a, b, year, order),
        (2, 2, 2) if separator == "-" => open(a, b, &format!("20{year}"), order),
        _ => None,
    }
}

/// A date whose day and month are told apart by their size, or else by the order.
fn open(first: &str, second: &str, year: &str, order: Option<DateOrder>) -> Option<Day> {
    let (day_first, month_first) = (calendar(year, second, first), calendar(year, first, second));
    match (day_first, month_first, order) {
        (Some(day), other, _) | (other, Some(day), _) if other.is_none_or(|other| other == day) => Some(day),
        (day, _, Some(DateOrder::DayFirst)) | (_, day, Some(DateOrder::MonthFirst)) => day,
        _ => None,
    }
}

fn calendar(year: &str, month: &str, day: &str) -> Option<Day> {
    Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn the_download_day_is_read_where_it_is_beyond_doubt() {
        for (name, order, expected) in [
            ("BusinessReport-12-25-25.csv", None, Some("2025-12-25")),
            ("BusinessReport-23-07-2025.csv", None, Some("2025-07-23")),
            ("BusinessReport-07-07-2025.csv", None, Some("2025-07-07")),
            ("reports/us/BusinessReport-05-07-26.csv", None, None),
            ("reports\\us\\BusinessReport-05-07-26.csv", Some(DateOrder::MonthFirst), Some("2026-05-07")),
            ("BusinessReport-05-07-26.csv", Some(DateOrder::DayFirst), Some("2026-07-05")),
            ("BusinessReport-05-07-26_us.csv", None, Some("2026-05-07")),
            ("BusinessReport-05-07-26_uk.csv", None, Some("2026-07-05")),
            ("BusinessReport-05-07-26_ca.csv", None, None),
            ("Tab Nischendetails mit Suchbegriffen_5.7.2026.csv", None, Some("2026-07-05")),
            ("Tab Nischendetails mit Suchbegriffen_5.7.2026", None, Some("2026-07-05")),
            ("inventory 2026-11-20.csv", None, Some("2026-11-20")),
            ("inventory_2026_11_20.csv", None, Some("2026-11-20")),
            ("orders20261120.txt", None, Some("2026-11-20")),
            ("2026AugMonthlyTransaction_2026-09-03.csv", None, Some("2026-09-03")),
            ("BusinessReport-13-25-25.csv", None, None),
            ("BusinessReport-12-25.csv", None, None),
            ("11470500019.txt", None, None),
            ("part 1_2_3.csv", None, None),
            ("lot 12_25_25.csv", None, None),
            ("v1.2.3.csv", None, None),
            ("29-02-2025.csv", None, None),
            ("", None, None),
        ] {
            assert_eq!(FileName::read(name, order).downloaded, expected.map(day), "{name}");
        }
    }

    #[test]
    fn the_period_is_read_from_names_that_state_it() {
        for (name, period) in [
            ("2017NovMonthlyTransaction_us.csv", Some(("2017-11-01", "2017-11-30"))),
            ("2026AugMonthlyUnifiedTransaction.csv", Some(("2026-08-01", "2026-08-31"))),
            ("2026AugMonthlyUnifiedTransaction (1).csv", Some(("2026-08-01", "2026-08-31"))),
            ("2025Jan1-2025Jun30CustomTransaction.csv", Some(("2025-01-01", "2025-06-30"))),
            ("US_Top_Search_Terms_Simple_Week_2026_04_11.csv", Some(("2026-04-05", "2026-04-11"))),
            ("US_Top_Search_Terms_Simple_Month_2026_04_30.csv", Some(("2026-04-01", "2026-04-30"))),
            ("Total sales over time - 2026-01-01 - 2026-01-31.csv", Some(("2026-01-01", "2026-01-31"))),
            ("sales_20260101-20260131.csv", Some(("2026-01-01", "2026-01-31"))),
            // No Saturday, no last of a month, no such month, the wrong way round.
            ("US_Top_Search_Terms_Simple_Week_2026_04_10.csv", None),
            ("US_Top_Search_Terms_Simple_Month_2026_04_29.csv", None),
            ("2026FooMonthlyTransaction.csv", None),
            ("2025Jun30-2025Jan1CustomTransaction.csv", None),
            ("2025Feb1-2025Feb30CustomTransaction.csv", None),
            ("BusinessReport-12-25-25.csv", None),
        ] {
            let span = period.and_then(|(from, to)| Span::new(day(from), day(to)));
            assert_eq!(FileName::read(name, None).period, span, "{name}");
        }
    }

    #[test]
    fn the_country_stands_first_or_last() {
        for (name, country) in [
            ("2017NovMonthlyTransaction_us.csv", Some("us")),
            ("2017NovMonthlyTransaction_US (2).csv", Some("us")),
            ("JP_Top_Search_Terms_Simple_Week_2026_04_11.csv", Some("jp")),
            ("orders_de.csv", Some("de")),
            ("de_orders.csv", None),
            ("IN stock.csv", None),
            ("us.csv", None),
        ] {
            assert_eq!(FileName::read(name, None).country, country, "{name}");
        }
    }

    #[test]
    fn the_later_download_is_the_newer() {
        let names = [
            "BusinessReport.csv",
            "BusinessReport (1).csv",
            "BusinessReport 2.csv",
            "BusinessReport (10).csv",
            "BusinessReport-23-07-2025.csv",
            "BusinessReport-23-07-2025 (1).csv",
            "BusinessReport-24-07-2025.csv",
        ];
        let recencies = names.map(|name| FileName::read(name, None)).map(|name| (name.downloaded, name.copy));
        assert!(recencies.is_sorted_by(|older, newer| older < newer));
        for name in ["Week 2.csv", "Top terms KW 7.csv", "report (x).csv", "report ().csv", "Q 4.csv"] {
            assert_eq!(FileName::read(name, None).copy, 0, "{name}");
        }
    }
}
