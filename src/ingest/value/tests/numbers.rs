//! Any number in any convention is read back, or is doubtful.

use proptest::prelude::*;

use crate::ingest::value::ident::Destroyed;
use crate::ingest::value::{Decision, Mark, NumberEvidence, Numbers, PercentForm, Reading, ident};
use crate::quantity::Currency;

const SEPARATORS: [&str; 9] = ["", ",", ".", "'", "’", " ", "\u{a0}", "\u{202f}", "\u{2009}"];

/// A way to write numbers.
#[derive(Clone, Debug)]
struct Style {
    mark: Mark,
    separator: &'static str,
    indian: bool,
    sign: usize,
    currency: (&'static str, &'static str),
    behind: bool,
    gap: &'static str,
    wide: bool,
}

impl Style {
    fn write(&self, minor: i64, digits: usize) -> String {
        let figures = format!("{:0>width$}", minor.unsigned_abs(), width = digits + 1);
        let (whole, fraction) = figures.split_at(figures.len() - digits);
        let mark = if digits == 0 {
            ""
        } else if self.mark == Mark::Point {
            "."
        } else {
            ","
        };
        let number = format!("{}{mark}{fraction}", self.grouped(whole));
        let (code, gap) = (self.currency.1, self.gap);
        let marked = match (code, self.behind) {
            ("", _) => number,
            (_, true) => format!("{number}{gap}{code}"),
            (_, false) => format!("{code}{gap}{number}"),
        };
        let text = if minor < 0 { self.signed(&marked) } else { marked };
        if self.wide { text.chars().map(wide).collect() } else { text }
    }

    fn grouped(&self, whole: &str) -> String {
        let count = whole.len();
        let is_gap = |at: usize| match count - at {
            3 => true,
            left if self.indian => left > 3 && left % 2 == 1,
            left => left % 3 == 0,
        };
        let parts = whole.chars().enumerate().map(|(at, c)| match at > 0 && is_gap(at) {
            true => format!("{}{c}", self.separator),
            false => c.to_string(),
        });
        parts.collect()
    }

    fn signed(&self, text: &str) -> String {
        match self.sign {
            0 => format!("-{text}"),
            1 => format!("\u{2212}{text}"),
            2 => format!("{text}-"),
            _ => format!("({text})"),
        }
    }
}

fn wide(c: char) -> char {
    if c.is_ascii_digit() || matches!(c, '.' | ',' | '-') {
        char::from_u32(c as u32 + 0xfee0).unwrap()
    } else {
        c
    }
}

prop_compose! {
    fn style()(
        point in any::<bool>(),
        separator in prop::sample::select(&SEPARATORS[..]),
        indian in any::<bool>(),
        sign in 0..4_usize,
        currency in prop::sample::select(&[
            ("USD", ""), ("USD", "$"), ("USD", "US$"), ("USD", "USD"), ("EUR", "€"), ("EUR", "EUR"), ("JPY", "￥"),
            ("JPY", ""), ("SEK", "kr"), ("PLN", "zł"), ("BRL", "R$"), ("KWD", "KWD"), ("INR", "₹"), ("TWD", "NT$"),
        ][..]),
        behind in any::<bool>(),
        gap in prop::sample::select(&["", " ", "\u{a0}"][..]),
        wide in any::<bool>(),
    ) -> Style {
        let mark = if point { Mark::Point } else { Mark::Comma };
        let clashes = separator == if point { "." } else { "," };
        let separator = if clashes { "" } else { separator };
        // Only commas group as in India.
        let indian = indian && separator == ",";
        Style { mark, separator, indian, sign, currency, behind, gap, wide }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_amount_in_any_convention_is_read_back(minor in any::<i64>(), style in style()) {
        let currency = Currency::parse(style.currency.0).unwrap();
        let text = style.write(minor, currency.digits() as usize);
        prop_assert_eq!(Numbers { mark: style.mark }.money(&text, currency), Reading::Value(minor), "{}", text);
    }

    #[test]
    fn a_column_decides_for_its_convention_or_doubts(
        minors in prop::collection::vec(-9_999_999_i64..9_999_999, 1..6),
        style in style(),
        digits in 0..4_u32,
    ) {
        let texts: Vec<String> = minors.iter().map(|minor| style.write(*minor, digits as usize)).collect();
        let mut evidence = NumberEvidence::new(digits);
        (1..).zip(&texts).for_each(|(line, text)| evidence.see(text, line));
        match evidence.decide(None) {
            Decision::Known(mark) => {
                // A lone separator may stand before three digits under either mark: then both read the same.
                let bare = Style { currency: ("USD", ""), ..style.clone() };
                for minor in &minors {
                    let text = bare.write(*minor, digits as usize);
                    let reading = Numbers { mark }.decimal(&text, digits);
                    prop_assert_eq!(reading, Reading::Value(*minor), "{} {:?}", text, mark);
                }
            }
            Decision::Free => {
                let bare = Style { currency: ("USD", ""), ..style.clone() };
                for mark in [Mark::Point, Mark::Comma] {
                    let text = bare.write(minors[0], digits as usize);
                    prop_assert_eq!(Numbers { mark }.decimal(&text, digits), Reading::Value(minors[0]));
                }
            }
            Decision::Doubtful { line, cell } => prop_assert_eq!(&texts[line as usize - 1], &cell),
            Decision::Mixed { line, cell } => prop_assert!(false, "{}: {} of {:?}", line, cell, texts),
        }
    }

    #[test]
    fn evidence_does_not_depend_on_the_order_of_rows(
        cells in prop::collection::vec(prop::sample::select(&[
            "1", "1,234", "1.234", "12.50", "7,50", "1.234,56", "1,234.56", "--", "x", "1 234",
        ][..]), 0..8).prop_shuffle(),
        turn in 0..8_usize,
    ) {
        let rows: Vec<(u32, &str)> = (1..).zip(cells).collect();
        let decide = |rows: &[(u32, &str)]| {
            let mut evidence = NumberEvidence::new(2);
            rows.iter().for_each(|(line, cell)| evidence.see(cell, *line));
            [None, Some(Mark::Point), Some(Mark::Comma)].map(|hint| evidence.decide(hint))
        };
        let mut turned = rows.clone();
        turned.rotate_left(turn.min(rows.len()));
        prop_assert_eq!(decide(&rows), decide(&turned));
        turned.reverse();
        prop_assert_eq!(decide(&rows), decide(&turned));
    }

    #[test]
    fn no_text_panics(text in "(\\PC|[-+0-9.,' %()$€kr=\"#E\t\u{a0}\u{fffd}]){0,24}") {
        for mark in [Mark::Point, Mark::Comma] {
            let numbers = Numbers { mark };
            let _ = numbers.decimal(&text, 2);
            let _ = numbers.money(&text, Currency::parse("SEK").unwrap());
            let _ = numbers.percent(&text, PercentForm::Ratio);
        }
        let mut evidence = NumberEvidence::new(2);
        evidence.see(&text, 1);
        let _ = evidence.decide(None);
        let _ = ident(&text);
    }

    #[test]
    fn an_id_is_read_through_every_guard(id in "[A-Za-z][A-Za-z0-9-]{0,20}", guard in 0..4) {
        let cell = match guard {
            0 => format!("=\"{id}\""),
            1 => format!("'{id}"),
            2 => format!("{id}\t"),
            _ => format!(" {id} "),
        };
        prop_assert_eq!(ident(&cell), Ok(id.as_str()));
    }
    #[test]
    fn an_id_that_became_a_number_is_refused(first in 1..=9_u8, rest in "[0-9]{0,5}", power in 10..20_u8) {
        let point = if rest.is_empty() { "" } else { "." };
        let cell = format!("{first}{point}{rest}E+{power}");
        prop_assert_eq!(ident(&cell), Err(Destroyed::Scientific));
        let cell = format!("{first}{rest}.0");
        prop_assert_eq!(ident(&cell), Err(Destroyed::Number));
    }
}
