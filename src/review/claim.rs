//! Figures that people typed into a sentence: numbers with their unit beside them.
//!
//! Only a number directly beside a unit is a figure. Days, ids, versions of standards, sizes of products and counts of
//! things that no report counts stand without one of these units, and are no figures.

use crate::quantity::Ratio;

/// What a typed figure is counted in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ClaimUnit {
    /// A share: `92.0%` is 0.92.
    Share,
    /// A difference of shares: `1.2pp`, `1.2 個百分點`.
    Points,
    /// An amount in major units of this currency.
    Money(&'static str),
    /// A number of units sold.
    Units,
}

/// One typed figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// As it is typed.
    pub(super) shown: String,
    /// What it is counted in.
    pub(super) unit: ClaimUnit,
    /// The number without its sign.
    pub(super) value: Ratio,
    /// What its last digit is worth.
    step: Ratio,
    /// Whether it is said to be below nought or above; nothing without a sign.
    negative: Option<bool>,
    /// Whether it is said to be about so much.
    about: bool,
}

impl Claim {
    /// Whether a figure, rounded as the claim is, is what it says.
    pub(super) fn says(&self, figure: &Ratio) -> bool {
        let sign = self.negative.is_none_or(|negative| negative == figure.is_negative());
        let gap = (&figure.abs() - &self.value).abs();
        let half = &self.step * &Ratio::from_scaled(5, 1);
        sign && gap
            <= half.max(if self.about { &self.value * &Ratio::from_scaled(5, 2) } else { Ratio::zero() })
    }

    /// Whether another says the same, in whatever words.
    pub(super) fn is_same(&self, other: &Claim) -> bool {
        (&self.unit, &self.value, self.negative) == (&other.unit, &other.value, other.negative)
    }

    /// A figure in the claim's own unit: "92.0%", "226,100 USD".
    pub(super) fn word(&self, figure: &Ratio) -> String {
        let percent = |figure: &Ratio| decimal((figure * &Ratio::from_int(100)).round_scaled(1), 1);
        match self.unit {
            ClaimUnit::Share => format!("{}%", percent(figure)),
            ClaimUnit::Points => format!("{}pp", percent(figure)),
            ClaimUnit::Money(currency) => format!("{} {currency}", decimal(figure.round_scaled(0), 0)),
            ClaimUnit::Units => decimal(figure.round_scaled(0), 0),
        }
    }
}

fn decimal(scaled: i128, digits: u32) -> String {
    let (sign, scaled) = (if scaled < 0 { "−" } else { "" }, scaled.unsigned_abs());
    let ten = 10_u128.pow(digits);
    let (whole, rest) = (scaled / ten, scaled % ten);
    if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// The figures typed in a text, in their order.
pub(super) fn claims(text: &str) -> Vec<Claim> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|found| at + found) {
        let number = &text[start..];
        let end = number.find(|c: char| !(c.is_ascii_digit() || ".,".contains(c))).unwrap_or(number.len());
        let number = number[..end].trim_end_matches(['.', ',']);
        at = start + number.len();
        found.extend(claim((&text[..start], number, &text[at..])));
    }
    found
}

/// The figure that a number is between what stands before and after it.
fn claim((before, number, after): (&str, &str, &str)) -> Option<Claim> {
    let (before, negative) = sign(before);
    if before.ends_with(|c: char| c.is_ascii_alphanumeric() || "-/:@.".contains(c)) {
        return None; // a part of a date, of an id or of a version
    }
    let (unit, scale, rest) = unit(before, after)?;
    let words = before.trim_end().trim_end_matches("USD").trim_end_matches(['$', ' ']);
    let is_bound = BOUNDS_BEFORE.iter().any(|word| words.to_lowercase().ends_with(word))
        || BOUNDS_AFTER.iter().any(|word| rest.trim_start().starts_with(word));
    let (value, digits) = parse(number)?;
    if is_bound || unit == ClaimUnit::Units && value < Ratio::from_int(LEAST_UNITS) {
        return None;
    }
    let shown = format!("{number}{}", &after[..after.len() - rest.len()]);
    let about = ABOUT.iter().any(|word| words.to_lowercase().ends_with(word));
    let step = &Ratio::from_scaled(1, digits) * &scale;
    Some(Claim { shown, unit, value: &value * &scale, step, negative, about })
}

/// "more than 40%" and "26% 以下" are bounds: no figure is just so much.
const BOUNDS_BEFORE: [&str; 16] = [
    "more than",
    "less than",
    "over",
    "under",
    "above",
    "below",
    "at least",
    "at most",
    "up to",
    "超過",
    "不到",
    "至少",
    "最多",
    "高於",
    "低於",
    "逾",
];
const BOUNDS_AFTER: [&str; 8] = ["以上", "以下", "以內", "or more", "or less", "at least", "at most", "門檻"];
const ABOUT: [&str; 8] = ["約", "近", "about", "around", "nearly", "almost", "~", "≈"];
/// A classifier counts anything, so a few 件 are seldom units sold.
const LEAST_UNITS: i128 = 100;

/// The sign before a number; a hyphen after a letter or digit is none.
fn sign(before: &str) -> (&str, Option<bool>) {
    let joined = |rest: &str| rest.ends_with(|c: char| c.is_ascii_alphanumeric());
    for (sign, negative) in [('−', true), ('-', true), ('+', false)] {
        match before.strip_suffix(sign) {
            Some(rest) if !(sign == '-' && joined(rest)) => return (rest, Some(negative)),
            _ => {}
        }
    }
    (before, None)
}

fn parse(number: &str) -> Option<(Ratio, u32)> {
    let plain = number.replace(',', "");
    let digits = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((Ratio::parse(&plain)?, u32::try_from(digits).ok()?))
}

/// Words for currencies, the longer before those they contain.
const CURRENCIES: [(&str, &str); 16] = [
    ("USD", "USD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("dollars", "USD"),
    ("CAD", "CAD"),
    ("加幣", "CAD"),
    ("MXN", "MXN"),
    ("披索", "MXN"),
    ("JPY", "JPY"),
    ("日圓", "JPY"),
    ("日元", "JPY"),
    ("TWD", "TWD"),
    ("新台幣", "TWD"),
    ("台幣", "TWD"),
    ("EUR", "EUR"),
    ("歐元", "EUR"),
];
/// Words for multiples of an amount, and how many noughts they add.
const SCALES: [(&str, u32); 9] = [
    ("千", 3),
    ("萬", 4),
    ("百萬", 6),
    ("億", 8),
    ("thousand", 3),
    ("million", 6),
    ("k", 3),
    ("K", 3),
    ("M", 6),
];

/// The unit beside a number, what one of it is worth, and what stands after it.
fn unit<'a>(before: &str, after: &'a str) -> Option<(ClaimUnit, Ratio, &'a str)> {
    let gap = after.trim_start_matches([' ', '\u{a0}']);
    let hundredth = || Ratio::from_scaled(1, 2);
    let points = ["pp", "個百分點", "百分點", "percentage point", "points"];
    if let Some(rest) = points.iter().find_map(|word| gap.strip_prefix(word)) {
        return Some((ClaimUnit::Points, hundredth(), rest));
    }
    if let Some(rest) = gap.strip_prefix(['%', '％']) {
        return Some((ClaimUnit::Share, hundredth(), rest));
    }
    let scaled = SCALES.iter().find_map(|(word, noughts)| Some((gap.strip_prefix(word)?, *noughts)));
    let (rest, noughts) = scaled.unwrap_or((gap, 0));
    let scale = Ratio::from_int(10_i128.pow(noughts));
    let named = rest.trim_start_matches([' ', '\u{a0}']);
    if let Some((rest, code)) =
        CURRENCIES.iter().find_map(|(word, code)| Some((named.strip_prefix(word)?, *code)))
    {
        return Some((ClaimUnit::Money(code), scale, rest));
    }
    if before.trim_end().ends_with(['$']) || before.trim_end().ends_with("USD") {
        return Some((ClaimUnit::Money("USD"), scale, rest));
    }
    let units = ["件", "units", "pcs"];
    let rest = units.iter().find_map(|word| named.strip_prefix(word))?;
    Some((ClaimUnit::Units, scale, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        let word = |claim: Claim| (claim.shown.clone(), claim.word(&claim.value));
        claims(text).into_iter().map(word).collect()
    }

    #[test]
    fn a_figure_is_a_number_beside_a_unit() {
        for (text, figures) in [
            ("季銷售 226.1 千美元，為計畫的 92.0%", vec![("226.1 千美元", "226100 USD"), ("92.0%", "92.0%")]),
            ("Sales of 226.1k USD, 92.0% of plan", vec![("226.1k USD", "226100 USD"), ("92.0%", "92.0%")]),
            ("轉換率少 1.2 個百分點", vec![("1.2 個百分點", "1.2pp")]),
            ("sold 12,500 units at $24.99", vec![("12,500 units", "12500"), ("24.99", "25 USD")]),
            ("100 萬美元", vec![("100 萬美元", "1000000 USD")]),
        ] {
            let figures: Vec<_> = figures.into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
            assert_eq!(read(text), figures, "{text}");
        }
    }

    #[test]
    fn days_ids_versions_sizes_and_bounds_are_no_figures() {
        for text in [
            "SOP-LISTING@4、P-2610-01，11/27 與 2026-10-26",
            "冷泡壺 1L 賣 124 支，評論 58 則、2 件逾期",
            "ACOS 26% 以下；第四季占全年超過 40%；under 5%",
            "四天、2026 年第 3 季、×1.24、B-2026-02",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn a_claim_is_as_exact_as_it_is_typed() {
        let says = |text: &str, figure: &str| claims(text)[0].says(&Ratio::parse(figure).unwrap());
        for (text, figure, holds) in [
            ("92.0%", "0.9196", true),
            ("92%", "0.9196", true),
            ("92.0%", "0.9206", false),
            ("8.0%", "-0.0804", true),
            ("−8.0%", "-0.0804", true),
            ("+8.0%", "-0.0804", false),
            ("98.6 千美元", "98571.32", true),
            ("98.6 千美元", "98651", false),
            ("約 100 千美元", "98571.32", true),
            ("約 110 千美元", "98571.32", false),
        ] {
            assert_eq!(says(text, figure), holds, "{text} {figure}");
        }
    }
}
