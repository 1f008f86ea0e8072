//! What the lines before the header say: period, currency, filters, the report's title.
//!
//! Read without knowing the kind of file, since it may help to know it: the metadata of Brand Analytics, the
//! definitions above payments, the comments of GA4, the title lines of the Opportunity Explorer.

use crate::quantity::{Currency, Day, Period, Span};

use super::value::{DateOrder, Dates, month};

/// What the lines before the header say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Preamble {
    /// The days the file covers.
    pub(in crate::ingest) period: Option<Span>,
    /// The currency of its amounts.
    pub(in crate::ingest) currency: Option<Currency>,
    /// Names and values in their order, as written.
    pub(in crate::ingest) pairs: Vec<(String, String)>,
    /// The report's title.
    pub(in crate::ingest) report: Option<String>,
}

impl Preamble {
    /// Reads the lines before the header, as they stand in the file: quoted, padded with separators or bare.
    pub(in crate::ingest) fn read<'a>(lines: impl IntoIterator<Item = &'a str>) -> Self {
        let mut preamble = Preamble::default();
        for line in lines {
            preamble.take(line.trim_matches(is_padding));
        }
        preamble.period = period(&preamble.pairs);
        preamble
    }

    fn take(&mut self, line: &str) {
        let bracketed = bracketed(line);
        let cell = first_cell(line);
        let text = cell.trim_start_matches('#').trim();
        let begins = self.pairs.is_empty() && self.report.is_none();
        if !bracketed.is_empty() {
            self.pairs.extend(bracketed);
        } else if begins && cell.starts_with('#') && is_title(text) {
            // A title among comments may have a colon.
            self.report = Some(text.to_owned());
        } else if let Some(currency) = currency(text) {
            self.currency.get_or_insert(currency);
        } else if let Some(pair) = pair(text) {
            self.pairs.push(pair);
        } else if self.report.is_none() && is_title(text) {
            self.report = Some(text.to_owned());
        }
    }
}

/// Separators with which spreadsheets pad short lines, and byte order marks.
fn is_padding(c: char) -> bool {
    c.is_whitespace() || matches!(c, ',' | ';' | '\u{feff}')
}

/// The first cell of a line that begins with a quote, without its quotes; else the whole line.
fn first_cell(line: &str) -> String {
    let Some(quoted) = line.strip_prefix('"') else { return line.to_owned() };
    let mut cell = String::new();
    let mut parts = quoted.split('"').peekable();
    while let Some(part) = parts.next() {
        cell.push_str(part);
        // Two quotes in a row are one of the text.
        match parts.next_if(|next| next.is_empty()) {
            Some(_) if parts.peek().is_some() => cell.push('"'),
            _ => break,
        }
    }
    cell.trim().to_owned()
}

/// The pairs `key=["value"]` of a line, whether its parts are quoted or not.
fn bracketed(line: &str) -> Vec<(String, String)> {
    // Quoted parts have their own quotes doubled.
    let line = if line.starts_with('"') { line.replace("\"\"", "\"") } else { line.to_owned() };
    let mut pairs = Vec::new();
    let mut rest = line.as_str();
    while let Some((key, after)) = rest.split_once("=[\"") {
        let Some((value, next)) = after.split_once("\"]") else { break };
        let key = key.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"'));
        pairs.push((key.to_owned(), value.replace("\",\"", ", ")));
        rest = next;
    }
    pairs
}

/// `Niche Name: X`, `Start date: 20250101`, and `Last updated on 5.7.2026` without a colon.
fn pair(text: &str) -> Option<(String, String)> {
    let (key, value) = text.split_once([':', '：']).or_else(|| dated(text))?;
    let (key, value) = (key.trim(), value.trim());
    (!key.is_empty() && !value.is_empty()).then(|| (key.to_owned(), value.to_owned()))
}

/// The words before a date at the end, and the date.
fn dated(text: &str) -> Option<(&str, &str)> {
    let orders = [DateOrder::DayFirst, DateOrder::MonthFirst];
    let is_date = |value| orders.iter().any(|order| Dates { order: *order }.written(value).value().is_some());
    let mut splits = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..]));
    splits.find(|(_, value)| is_date(value))
}

/// A line of letters, not a rule or one of Brand Analytics' empty cells.
fn is_title(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Only dates that read the same in any order decide a period here.
const DATES: Dates = Dates { order: DateOrder::YearFirst };

fn period(pairs: &[(String, String)]) -> Option<Span> {
    let values = || pairs.iter().map(|(_, value)| value.as_str());
    let written = values().find_map(written_range);
    written.or_else(|| start_and_end(pairs)).or_else(|| chosen(pairs))
}

/// `Week 28 | 2026-07-05 - 2026-07-11 2026`, `2026-07-05 - 2026-07-11`
fn written_range(value: &str) -> Option<Span> {
    let dates: Vec<Day> = value.split([' ', '|']).filter_map(Day::parse).collect();
    match dates[..] {
        [from, to] => Span::new(from, to),
        _ => DATES.range(value).value(),
    }
}

/// `Start date: 20250101` and `End date: 20251231` in the line below, in any language; the last of several.
///
/// Only dates without separators: two other dates one below the other need not be a period.
fn start_and_end(pairs: &[(String, String)]) -> Option<Span> {
    let day = |(_, value): &(String, String)| {
        let compact = value.len() == 8 && value.bytes().all(|b| b.is_ascii_digit());
        DATES.written(value).value().map(|written| written.day).filter(|_| compact)
    };
    pairs.windows(2).rev().find_map(|two| Span::new(day(&two[0])?, day(&two[1])?))
}

/// `Select year=["2026"]` with `Select month=["July"]` or `Select quarter=["1"]`.
fn chosen(pairs: &[(String, String)]) -> Option<Span> {
    let values = || pairs.iter().map(|(key, value)| (key.to_lowercase(), value.to_lowercase()));
    let year: i16 =
        values().find_map(|(_, value)| value.parse().ok().filter(|y| (2000..=2100).contains(y)))?;
    let month =
        values().find_map(|(_, value)| month(&value).or_else(|| value.strip_suffix('月')?.parse().ok()));
    let quarter = values().find_map(|(key, value)| quarter(&key, &value));
    let part = month.map(|month| format!("{year}-{month:02}")).or(quarter.map(|q| format!("{year}-Q{q}")))?;
    Period::parse(&part).map(|period| period.span())
}

/// The quarter that a value such as `1` or `Q1` means.
fn quarter(key: &str, value: &str) -> Option<u8> {
    let named = ["quart", "trim", "kvartal", "kwarta", "四半期", "季"].iter().any(|name| key.contains(name));
    let number = value.strip_prefix('q').or(named.then_some(value))?;
    number.trim().parse().ok().filter(|quarter| (1..=4).contains(quarter))
}

/// Words for amounts in the payments reports of each language.
const AMOUNTS: [&str; 14] = [
    "amounts", "beträge", "montants", "importi", "importes", "valores", "bedragen", "belopp", "kwoty",
    "tutar", "単位", "单位", "單位", "金额",
];

/// Codes that stand in such lines, and names that mean one currency only.
const CURRENCIES: [(&str, &str); 26] = [
    ("USD", "USD"),
    ("CAD", "CAD"),
    ("MXN", "MXN"),
    ("BRL", "BRL"),
    ("GBP", "GBP"),
    ("EUR", "EUR"),
    ("Euro", "EUR"),
    ("euros", "EUR"),
    ("SEK", "SEK"),
    ("PLN", "PLN"),
    ("TRY", "TRY"),
    ("JPY", "JPY"),
    ("円", "JPY"),
    ("AUD", "AUD"),
    ("SGD", "SGD"),
    ("AED", "AED"),
    ("SAR", "SAR"),
    ("EGP", "EGP"),
    ("INR", "INR"),
    ("ZAR", "ZAR"),
    ("TWD", "TWD"),
    ("CNY", "CNY"),
    ("HKD", "HKD"),
    ("KRW", "KRW"),
    ("DKK", "DKK"),
    ("NOK", "NOK"),
];

/// The currency of `All amounts in USD, unless specified`; nothing when it names none, or several.
fn currency(text: &str) -> Option<Currency> {
    let lower = text.to_lowercase();
    if !AMOUNTS.iter().any(|word| lower.contains(word)) {
        return None;
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    let mut found = CURRENCIES.iter().filter(|(name, _)| is_named(text, name)).map(|(_, code)| *code);
    // Danish and Norwegian crowns are written otherwise.
    let swedish = lower.contains("belopp") && words.any(|word| word == "kr");
    let first = found.next().or(swedish.then_some("SEK"))?;
    found.all(|code| code == first).then(|| Currency::parse(first))?
}

/// Whether a currency's name stands there as a word; a name in Han letters may stand within one.
fn is_named(text: &str, name: &str) -> bool {
    match name.is_ascii() {
        true => text.split(|c: char| !c.is_alphanumeric()).any(|word| word == name),
        false => text.ends_with(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> Option<Span> {
        Span::new(Day::parse(from).unwrap(), Day::parse(to).unwrap())
    }

    fn values(preamble: &Preamble) -> Vec<(&str, &str)> {
        preamble.pairs.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
    }

    #[test]
    fn metadata_of_brand_analytics_is_read_however_it_is_quoted() {
        let week = "Week 28 | 2026-07-05 - 2026-07-11 2026";
        for line in [
            format!(r#"Brand=["Sanwu"],Reporting Range=["Weekly"],Select week=["{week}"]"#),
            format!(r#""Brand=[""Sanwu""]","Reporting Range=[""Weekly""]","Select week=[""{week}""]""#),
            format!(
                "\u{feff}\"Brand=[\"\"Sanwu\"\"]\",\"Reporting Range=[\"\"Weekly\"\"]\",\"Select week=[\"\"{week}\"\"]\",,,,\r"
            ),
            format!(r#"Brand=["Sanwu"],Reporting Range=["Weekly"],Select week=["{week}"],,,,,"#),
            format!(r#"Brand=["Sanwu"]  Reporting Range=["Weekly"]  Select week=["{week}"]"#),
        ] {
            let preamble = Preamble::read([line.as_str()]);
            assert_eq!(preamble.period, span("2026-07-05", "2026-07-11"), "{line}");
            let expected = [("Brand", "Sanwu"), ("Reporting Range", "Weekly"), ("Select week", week)];
            assert_eq!(values(&preamble), expected, "{line}");
        }
    }

    #[test]
    fn chosen_months_and_quarters_are_periods() {
        for (line, from, to) in [
            (r#"Select year=["2026"],Select month=["July"]"#, "2026-07-01", "2026-07-31"),
            (r#"Select month=["June | 2026-06-01 - 2026-06-30 2026"]"#, "2026-06-01", "2026-06-30"),
            (r#"Select year=["2026"],Select quarter=["1"]"#, "2026-01-01", "2026-03-31"),
            (r#"Select year=["2026"],Select quarter=["Q4"]"#, "2026-10-01", "2026-12-31"),
            (
                r#"Marke=["Sanwu"],Jahr auswählen=["2026"],Monat auswählen=["Juli"]"#,
                "2026-07-01",
                "2026-07-31",
            ),
            (
                r#"Marke=["Sanwu"],Woche=["Woche 28 | 2026-07-05 - 2026-07-11 2026"]"#,
                "2026-07-05",
                "2026-07-11",
            ),
            (r#"年=["2026"],月=["7月"]"#, "2026-07-01", "2026-07-31"),
        ] {
            assert_eq!(Preamble::read([line]).period, span(from, to), "{line}");
        }
        for line in
            [r#"Brand=["2026"]"#, r#"Select year=["2026"]"#, r#"Select year=["2026"],Select week=["28"]"#]
        {
            assert_eq!(Preamble::read([line]).period, None, "{line}");
        }
    }

    #[test]
    fn values_in_brackets_may_be_several_or_none() {
        let preamble =
            Preamble::read([r#"Brand=["Sanwu","San, wu"],ASIN or Product=["B0TEST0001"],Note=[""]"#]);
        let expected = [("Brand", "Sanwu, San, wu"), ("ASIN or Product", "B0TEST0001"), ("Note", "")];
        assert_eq!(values(&preamble), expected);
    }

    #[test]
    fn payments_name_their_currency() {
        for (line, code) in [
            ("All amounts in USD, unless specified", Some("USD")),
            ("\"All amounts in CAD, unless specified\"", Some("CAD")),
            ("\"All amounts in GBP, unless specified\",\"\",\"\",\"\"", Some("GBP")),
            ("\"All amounts in USD, unless specified\",,,,,", Some("USD")),
            ("Alle Beträge in Euro sofern nicht anders gekennzeichnet", Some("EUR")),
            ("Alle Beträge in EUR, sofern nicht anders gekennzeichnet", Some("EUR")),
            ("Tous les montants sont en EUR, sauf mention contraire.", Some("EUR")),
            ("Tutti gli importi sono espressi in EUR, se non diversamente specificato.", Some("EUR")),
            ("Todos los importes en EUR, a menos que se especifique lo contrario", Some("EUR")),
            ("Todos los importes en MXN, a menos que se especifique", Some("MXN")),
            ("Alle bedragen in EUR, tenzij anders vermeld", Some("EUR")),
            ("Wszystkie kwoty w PLN", Some("PLN")),
            ("Alla belopp i kr om inget annat anges", Some("SEK")),
            ("Alla belopp i SEK", Some("SEK")),
            ("指定のない場合、単位は円", Some("JPY")),
            // Which dollars, which local currency, which of two: not said.
            ("Todos los importes en dólares, a menos que se especifique", None),
            ("All amounts in local currency, unless specified", None),
            ("All amounts in USD or CAD", None),
            ("USD", None),
            ("Sales tax collected: Includes sales tax collected from buyers", None),
        ] {
            let currency = Preamble::read([line]).currency;
            assert_eq!(currency.as_ref().map(Currency::code), code, "{line}");
        }
    }

    #[test]
    fn the_definitions_above_payments_give_title_and_currency() {
        let preamble = Preamble::read([
            "\u{feff}\"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions\"",
            "\"All amounts in USD, unless specified\"",
            "\"Definitions:\"",
            "\"Selling fees: Includes variable closing fees and referral fees.\"",
        ]);
        assert_eq!(preamble.currency, Currency::parse("USD"));
        assert!(preamble.report.unwrap().starts_with("Includes Amazon Marketplace, Fulfillment"));
        assert_eq!(preamble.period, None);
    }

    #[test]
    fn comments_of_ga4_give_title_and_period() {
        let lines = [
            "# ----------------------------------------",
            "# Traffic acquisition: Session source",
            "# Account: Sanwu",
            "# Property: Sanwu shop - GA4",
            "# ----------------------------------------",
            "# ",
            "# All Users",
            "# Start date: 20250101",
            "# End date: 20251231",
            "",
        ];
        let preamble = Preamble::read(lines);
        assert_eq!(preamble.report.as_deref(), Some("Traffic acquisition: Session source"));
        assert_eq!(preamble.period, span("2025-01-01", "2025-12-31"));
        assert_eq!(values(&preamble)[1], ("Property", "Sanwu shop - GA4"));
        let again = ["# Start date: 20260101,,", "# End date: 20260131,,"];
        let preamble = Preamble::read(lines.into_iter().chain(again));
        assert_eq!(preamble.period, span("2026-01-01", "2026-01-31"), "the dates nearest to the table");
    }

    #[test]
    fn lines_of_the_opportunity_explorer_give_niche_and_date() {
        for (line, key, value) in [
            ("Last updated on 5.7.2026", "Last updated on", "5.7.2026"),
            ("Last updated on Jul 5, 2026", "Last updated on", "Jul 5, 2026"),
            ("Last updated on 7/5/2026", "Last updated on", "7/5/2026"),
            ("Zuletzt aktualisiert am 5.7.2026,,,", "Zuletzt aktualisiert am", "5.7.2026"),
        ] {
            let preamble =
                Preamble::read(["Niche Name: gaiwan set", "Niche Details - Products Tab", line, ""]);
            assert_eq!(values(&preamble), [("Niche Name", "gaiwan set"), (key, value)]);
            assert_eq!(preamble.report.as_deref(), Some("Niche Details - Products Tab"));
            assert_eq!(preamble.period, None);
        }
    }

    #[test]
    fn two_dates_one_below_the_other_are_no_period() {
        let preamble = Preamble::read(["Last updated on 5.7.2026", "Launched: 2026-08-01"]);
        assert_eq!(preamble.period, None);
    }

    #[test]
    fn nothing_above_the_header_says_nothing() {
        assert_eq!(Preamble::read([]), Preamble::default());
        assert_eq!(Preamble::read(["", ",,,,", "\"\"", "# ---", "\u{feff}"]), Preamble::default());
    }
}
