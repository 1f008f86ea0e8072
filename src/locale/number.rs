//! Numbers, percentages and units as the language writes them.

use super::Locale;
use crate::diagnostic::Arg;
use crate::quantity::{Currency, Ratio};

/// The minus sign, which is as wide as the plus.
const MINUS: char = '\u{2212}';

impl Locale {
    /// A number with a fixed count of decimals, its thousands grouped, halves rounded away from nought.
    pub fn decimal(&self, number: &Ratio, digits: u32) -> String {
        let scaled = number.round_scaled(digits);
        let sign = if scaled < 0 { MINUS.to_string() } else { String::new() };
        sign + &self.digits(scaled.unsigned_abs(), digits as usize)
    }

    /// The same with its sign always shown; nought has a plus-minus sign of neither.
    pub fn signed(&self, number: &Ratio, digits: u32) -> String {
        let scaled = number.round_scaled(digits);
        let sign = match scaled.signum() {
            1 => "+",
            0 => "±",
            _ => "\u{2212}",
        };
        sign.to_owned() + &self.digits(scaled.unsigned_abs(), digits as usize)
    }

    /// A whole number.
    pub fn integer(&self, number: i128) -> String {
        self.decimal(&Ratio::from_int(number), 0)
    }

    /// A share as a percentage: `75.3%`.
    pub fn percent(&self, share: &Ratio, digits: u32) -> String {
        self.decimal(&(share * &Ratio::from_int(100)), digits) + "%"
    }

    /// A relative change as a percentage with its sign: `+6.0%`.
    pub fn signed_percent(&self, share: &Ratio, digits: u32) -> String {
        self.signed(&(share * &Ratio::from_int(100)), digits) + "%"
    }

    /// The unit of money divided by `10^scale` (0, 3 or 6): "千美元", "USD thousand".
    pub fn money_unit(&self, currency: Currency, scale: u32) -> String {
        let key = format!("currency-{}", currency.code());
        let name = if self.has(&key) { self.text(&key) } else { currency.code().to_owned() };
        match scale {
            3 => self.scaled(name, "scale-thousand"),
            6 => self.scaled(name, "scale-million"),
            _ => name,
        }
    }

    /// An amount as written by [`Locale::decimal`] with the unit of money divided by `10^scale`: "98.6 千美元",
    /// "USD 98.6k".
    pub fn money(&self, value: String, currency: Currency, scale: u32) -> String {
        let (long, short) = match scale {
            3 => ("scale-thousand", "scale-thousand-short"),
            6 => ("scale-million", "scale-million-short"),
            _ => ("scale-one", "scale-one"),
        };
        let unit = self.money_unit(currency, 0);
        let args = [("value", value.into()), ("unit", unit.into())];
        self.fill(
            "amount",
            &[args.as_slice(), &[("scale", Arg::Term(long)), ("short", Arg::Term(short))]].concat(),
        )
    }

    fn scaled(&self, unit: String, scale: &'static str) -> String {
        self.fill("unit-scaled", &[("unit", unit.into()), ("scale", Arg::Term(scale))])
    }

    fn digits(&self, number: u128, decimals: usize) -> String {
        let text = format!("{number:0>width$}", width = decimals + 1);
        let (whole, fraction) = text.split_at(text.len() - decimals);
        let point = if decimals == 0 { String::new() } else { self.text("number-decimal") };
        format!("{}{point}{fraction}", group(whole, &self.text("number-group")))
    }
}

/// Puts a mark between every three digits from the right.
fn group(digits: &str, mark: &str) -> String {
    let first = match digits.len() % 3 {
        0 => 3,
        n => n,
    };
    let (head, tail) = digits.split_at(first.min(digits.len()));
    let groups: Vec<&str> =
        tail.as_bytes().chunks(3).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    std::iter::once(head).chain(groups).collect::<Vec<_>>().join(mark)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Lang;
    use crate::render::Theme;

    fn locale(tag: &str) -> Locale {
        Theme::embedded().locale(&Lang::new(tag)).unwrap()
    }

    fn ratio(text: &str) -> Ratio {
        Ratio::parse(text).unwrap()
    }

    #[test]
    fn numbers_are_grouped_and_rounded_from_their_exact_value() {
        let en = locale("en");
        for (number, digits, shown) in [
            ("0", 0, "0"),
            ("999", 0, "999"),
            ("1000", 0, "1,000"),
            ("-1234567.891", 2, "−1,234,567.89"),
            ("0.05", 1, "0.1"),
            ("-0.04", 1, "0.0"),
            ("2840/3", 1, "946.7"),
        ] {
            assert_eq!(en.decimal(&ratio(number), digits), shown, "{number}");
        }
    }

    #[test]
    fn a_variance_always_has_its_sign() {
        let en = locale("en");
        for (number, shown) in [("6", "+6.0"), ("-6", "−6.0"), ("0", "±0.0"), ("0.04", "±0.0")] {
            assert_eq!(en.signed(&ratio(number), 1), shown);
        }
        assert_eq!(en.signed_percent(&ratio("-0.282"), 1), "−28.2%");
    }

    #[test]
    fn money_says_its_unit_and_scale() {
        let usd = Currency::parse("USD").unwrap();
        assert_eq!(locale("zh-Hant").money_unit(usd, 3), "千美元");
        assert_eq!(locale("en").money_unit(usd, 3), "USD thousand");
        assert_eq!(locale("zh-Hant").money("98.6".to_owned(), usd, 3), "98.6\u{a0}千美元");
        assert_eq!(locale("en").money("98.6".to_owned(), usd, 3), "USD\u{a0}98.6k");
        assert_eq!(locale("en").money_unit(Currency::parse("XYZ").unwrap(), 0), "XYZ");
    }
}
