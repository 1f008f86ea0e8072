//! Numbers as they are written: grouped, with U+2212 for minus, exact to the digit shown.

use crate::diagnostic::Arg;
use crate::quantity::{Currency, Ratio};

use super::Locale;

/// In what a block counts its amounts, so that its unit is said once, in its title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// As they are.
    #[default]
    One,
    /// In thousands.
    Thousand,
    /// In millions.
    Million,
}

impl Scale {
    /// The scale in which the largest of the values has at most five digits before the mark: thousands from
    /// 10,000 on, millions from 10,000,000 on.
    pub fn of<'a>(values: impl IntoIterator<Item = &'a Ratio>) -> Self {
        let largest = values.into_iter().map(Ratio::abs).max().unwrap_or_else(Ratio::zero).floor();
        match largest {
            ..10_000 => Scale::One,
            10_000..10_000_000 => Scale::Thousand,
            _ => Scale::Million,
        }
    }

    /// The value in this scale.
    pub fn apply(self, value: &Ratio) -> Ratio {
        let factor = match self {
            Scale::One => Ratio::one(),
            Scale::Thousand => Ratio::from_scaled(1, 3),
            Scale::Million => Ratio::from_scaled(1, 6),
        };
        value * &factor
    }

    /// How many decimals amounts in this scale are shown with: none, or one in thousands and millions.
    pub fn digits(self) -> u32 {
        if self == Scale::One { 0 } else { 1 }
    }

    fn key(self) -> &'static str {
        match self {
            Scale::One => "scale-one",
            Scale::Thousand => "scale-thousand",
            Scale::Million => "scale-million",
        }
    }
}

/// Beyond this a relative variance is shown as drawn up to a limit (domain 1.2): 200 %.
const CLAMP: i128 = 2;

/// A variance as shown against one reference (domain 1.2).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VarianceText {
    /// The absolute one with its sign, or why there is none.
    pub absolute: String,
    /// The relative one with its sign; a word when it is not defined, empty when it is not shown.
    pub relative: String,
    /// Whether the relative one lies beyond 200 % and is drawn cut.
    pub clamped: bool,
}

impl Locale {
    /// A number with this many decimals: `−1,234.5`. Halves are rounded away from nought; nought has no sign.
    pub fn decimal(&self, value: &Ratio, digits: u32) -> String {
        let scaled = value.round_scaled(digits);
        let sign = if scaled < 0 { "−" } else { "" };
        format!("{sign}{}", self.plain(scaled.unsigned_abs(), digits))
    }

    /// A whole number: `1,234`.
    pub fn integer(&self, value: i128) -> String {
        self.decimal(&Ratio::from_int(value), 0)
    }

    /// A number with its sign, `+` too: for variances. What rounds to nought has no sign.
    pub fn signed(&self, value: &Ratio, digits: u32) -> String {
        let plus = if value.round_scaled(digits) > 0 { "+" } else { "" };
        format!("{plus}{}", self.decimal(value, digits))
    }

    /// A share as per cent: `0.12` is `12.0%` with one decimal.
    pub fn percent(&self, share: &Ratio, digits: u32) -> String {
        self.within("number-percent", self.decimal(&hundredfold(share), digits))
    }

    /// A share as per cent with its sign.
    pub fn signed_percent(&self, share: &Ratio, digits: u32) -> String {
        self.within("number-percent", self.signed(&hundredfold(share), digits))
    }

    /// The difference of two shares in percentage points, with its sign: `−1.0 pp`.
    pub fn points(&self, difference: &Ratio, digits: u32) -> String {
        self.within("number-points", self.signed(&hundredfold(difference), digits))
    }

    /// An amount with its currency, in full: `1,234.50 USD`.
    pub fn money(&self, amount: &Ratio, currency: Currency) -> String {
        format!("{}\u{a0}{}", self.decimal(amount, currency.digits()), self.currency(currency))
    }

    /// An amount in a scale without its unit, which stands in the title: `116.6`.
    pub fn amount(&self, amount: &Ratio, scale: Scale) -> String {
        self.decimal(&scale.apply(amount), scale.digits())
    }

    /// A difference of amounts in a scale, with its sign: `+6.6`.
    pub fn signed_amount(&self, amount: &Ratio, scale: Scale) -> String {
        self.signed(&scale.apply(amount), scale.digits())
    }

    /// The unit of amounts in a scale: `千美元`, `USD thousand`.
    pub fn unit(&self, currency: Currency, scale: Scale) -> String {
        self.fill(
            "unit-scaled",
            &[("unit", Arg::Text(self.currency(currency))), ("scale", Arg::Text(self.text(scale.key())))],
        )
    }

    /// The unit of counts in a scale: `千`; empty when they stand as they are.
    pub fn scale(&self, scale: Scale) -> String {
        self.text(scale.key()).trim().to_owned()
    }

    /// A variance of amounts or counts in words: `+20` and `+20.0%` (domain 1.2).
    ///
    /// Relative only when the reference is above nought and the sign does not change; a reference of nought with a
    /// value is new; without a value it is pending, never nought.
    pub fn variance(&self, actual: Option<&Ratio>, reference: &Ratio, scale: Scale) -> VarianceText {
        let Some(actual) = actual else { return self.pending() };
        let difference = actual - reference;
        let absolute = self.signed_amount(&difference, scale);
        let defined = reference.is_positive() && !actual.is_negative();
        let share = if defined { difference.checked_div(reference) } else { None };
        let clamped = share.as_ref().is_some_and(|share| share.abs() > Ratio::from_int(CLAMP));
        let relative = match &share {
            Some(share) => self.signed_percent(share, 1),
            None if reference.is_zero() && actual.is_zero() => "–".to_owned(),
            None if reference.is_zero() => self.text("number-new"),
            None => self.text("number-undefined"),
        };
        VarianceText { absolute, relative, clamped }
    }

    /// A variance of shares in words: percentage points, and nothing relative (domain 1.2).
    pub fn variance_of_shares(&self, actual: Option<&Ratio>, reference: &Ratio) -> VarianceText {
        match actual {
            Some(actual) => {
                VarianceText { absolute: self.points(&(actual - reference), 1), ..VarianceText::default() }
            }
            None => self.pending(),
        }
    }

    fn pending(&self) -> VarianceText {
        let word = self.text("number-pending");
        VarianceText { absolute: word.clone(), relative: word, clamped: false }
    }

    fn currency(&self, currency: Currency) -> String {
        let key = format!("currency-{currency}");
        if self.has(&key) { self.text(&key) } else { currency.to_string() }
    }

    fn within(&self, key: &str, value: String) -> String {
        self.fill(key, &[("value", Arg::Text(value))])
    }

    fn plain(&self, scaled: u128, digits: u32) -> String {
        let digits = digits as usize;
        let text = format!("{scaled:0>width$}", width = digits + 1);
        let (whole, decimals) = text.split_at(text.len() - digits);
        let mut grouped = self.grouped(whole);
        if digits > 0 {
            grouped.push_str(&self.text("number-decimal"));
            grouped.push_str(decimals);
        }
        grouped
    }

    fn grouped(&self, whole: &str) -> String {
        let mark = self.text("number-group");
        let first = whole.len() % 3;
        let (head, tail) = whole.split_at(first);
        let groups = tail.as_bytes().chunks(3).map(|group| std::str::from_utf8(group).unwrap_or_default());
        let parts: Vec<&str> = Some(head).filter(|head| !head.is_empty()).into_iter().chain(groups).collect();
        parts.join(&mark)
    }
}

fn hundredfold(share: &Ratio) -> Ratio {
    share * &Ratio::from_int(100)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{en, zh};
    use super::*;

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_grouped_and_rounded_exactly() {
        for (value, digits, shown) in [
            ("0", 0, "0"),
            ("999", 0, "999"),
            ("1000", 0, "1,000"),
            ("-1234567.85", 1, "−1,234,567.9"),
            ("-0.04", 1, "0.0"),
            ("0.05", 1, "0.1"),
            ("1/3", 2, "0.33"),
            ("123456", 2, "123,456.00"),
        ] {
            assert_eq!(zh().decimal(&ratio(value), digits), shown, "{value}");
        }
    }

    #[test]
    fn variances_carry_a_sign_and_values_do_not() {
        for (value, shown) in [("5", "+5"), ("-5", "−5"), ("0", "0"), ("0.4", "0")] {
            assert_eq!(en().signed(&ratio(value), 0), shown, "{value}");
        }
        assert_eq!(en().points(&ratio("-0.01"), 1), "−1.0 pp");
        assert_eq!(zh().points(&ratio("0.003"), 1), "+0.3 個百分點");
        assert_eq!(zh().percent(&ratio("0.1234"), 1), "12.3%");
    }

    #[test]
    fn the_unit_is_said_once() {
        let usd = Currency::parse("USD").unwrap();
        let scale = Scale::of([&ratio("116644.5"), &ratio("-9.1")]);
        assert_eq!(scale, Scale::Thousand);
        assert_eq!(zh().amount(&ratio("116644.5"), scale), "116.6");
        assert_eq!(zh().unit(usd, scale), "千美元");
        assert_eq!(en().unit(usd, scale), "USD thousand");
        assert_eq!(en().unit(usd, Scale::One), "USD");
        assert_eq!(zh().unit(Currency::parse("CHF").unwrap(), Scale::Million), "百萬CHF");
        assert_eq!(zh().money(&ratio("1234.5"), usd), "1,234.50\u{a0}美元");
        assert_eq!(Scale::of([&ratio("9999.99")]), Scale::One);
        assert_eq!(Scale::of([&ratio("-10000000")]), Scale::Million);
    }

    /// The table of domain 1.2.
    #[test]
    fn variances_follow_the_display_rules() {
        for (actual, reference, absolute, relative, clamped) in [
            (Some("120"), "100", "+20", "+20.0%", false),
            (Some("0"), "100", "−100", "−100.0%", false),
            (Some("50"), "0", "+50", "new", false),
            (Some("0"), "0", "0", "–", false),
            (Some("-20"), "-50", "+30", "n/a", false),
            (Some("30"), "-10", "+40", "n/a", false),
            (Some("-30"), "10", "−40", "n/a", false),
            (Some("900"), "100", "+800", "+800.0%", true),
            (None, "100", "pending", "pending", false),
        ] {
            let actual = actual.map(ratio);
            let shown = en().variance(actual.as_ref(), &ratio(reference), Scale::One);
            let expected = VarianceText { absolute: absolute.into(), relative: relative.into(), clamped };
            assert_eq!(shown, expected, "{actual:?} {reference}");
        }
        let shares = en().variance_of_shares(Some(&ratio("0.09")), &ratio("0.1"));
        assert_eq!((shares.absolute.as_str(), shares.relative.as_str()), ("−1.0 pp", ""));
    }
}
