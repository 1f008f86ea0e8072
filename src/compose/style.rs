//! How the figures of one block are written: their unit, their scale, their decimals; the unit is said once.

use crate::locale::Locale;
use crate::metric::{Rel, Unit, Variance, round_parts};
use crate::quantity::{Currency, Ratio};

/// The written form of figures of one unit that stand together.
#[derive(Clone, Debug)]
pub(crate) struct Style<'a> {
    locale: &'a Locale,
    unit: Unit,
    currency: Currency,
    /// Values are divided by ten to this power: 3 for thousands.
    scale: u32,
    /// Decimals of values.
    digits: u32,
}

impl<'a> Style<'a> {
    /// The form that suits values up to `largest`.
    pub(crate) fn new(locale: &'a Locale, (unit, currency): (Unit, Currency), largest: &Ratio) -> Self {
        let at_least = |n: i128| largest.abs() >= Ratio::from_int(n);
        let (scale, digits) = match unit {
            Unit::Percent => (0, 1),
            Unit::Money if at_least(10_000_000) => (6, 1),
            Unit::Money if at_least(10_000) => (3, 1),
            Unit::Money if at_least(1_000) => (0, 0),
            Unit::Money => (0, currency.digits()),
            Unit::Count | Unit::Days => (0, 0),
            Unit::Number => (0, 2),
        };
        Style { locale, unit, currency, scale, digits }
    }

    /// The form to the last minor unit, for money that is accounted for and not only compared.
    pub(crate) fn exact(locale: &'a Locale, (unit, currency): (Unit, Currency)) -> Self {
        Style { locale, unit, currency, scale: 0, digits: currency.digits() }
    }

    /// The same without decimals, where there is little room and the values are large.
    #[must_use]
    pub(crate) fn short(mut self) -> Self {
        if self.unit == Unit::Money && self.scale > 0 {
            self.digits = 0;
        }
        self
    }

    /// The same without cents, where amounts are compared and not accounted for.
    #[must_use]
    pub(crate) fn whole(mut self) -> Self {
        if self.unit == Unit::Money && self.scale == 0 {
            self.digits = 0;
        }
        self
    }

    /// The same with one decimal more where two values that differ would read alike.
    #[must_use]
    pub(crate) fn apart(mut self, one: &Ratio, other: &Ratio) -> Self {
        if one != other && self.value(one) == self.value(other) {
            self.digits += 1;
        }
        self
    }

    /// A value, without its unit; percentages without their sign.
    pub(crate) fn value(&self, value: &Ratio) -> String {
        self.locale.decimal(&self.scaled(value), self.digits)
    }

    /// A difference, with its sign.
    pub(crate) fn delta(&self, difference: &Ratio) -> String {
        self.locale.signed(&self.scaled(difference), self.delta_digits())
    }

    /// A value with its unit, for a sentence.
    pub(crate) fn worded(&self, value: &Ratio) -> String {
        self.with_unit(self.value(value), &self.unit())
    }

    /// A difference with its unit, for a sentence.
    pub(crate) fn delta_worded(&self, difference: &Ratio) -> String {
        self.with_unit(self.delta(difference), &self.delta_unit())
    }

    /// A relative variance as a percentage, a word where it is not defined, points for percentages.
    pub(crate) fn relative(&self, variance: &Variance) -> String {
        match &variance.rel {
            Rel::Value(share) => self.locale.signed_percent(share, 1),
            Rel::New => self.locale.text("number-new"),
            Rel::NotDefined => self.locale.text("number-undefined"),
            Rel::Nothing => "–".to_owned(),
            Rel::Pending => self.locale.text("number-pending"),
            Rel::NotShown => variance.abs.as_ref().map_or_else(String::new, |abs| self.delta_worded(abs)),
        }
    }

    /// A total and its parts, rounded so that the parts as shown sum to the total as shown (domain 2.9).
    pub(crate) fn sum_of(&self, total: &Ratio, parts: &[Ratio]) -> Vec<Ratio> {
        let digits = self.delta_digits();
        let scaled: Vec<Ratio> = parts.iter().map(|part| self.scaled(part)).collect();
        let (_, shown) = round_parts(&self.scaled(total), &scaled, digits);
        shown.into_iter().map(|part| self.unscaled(&Ratio::from_scaled(part, digits))).collect()
    }

    /// The smallest difference that is told: what rounded parts are multiples of.
    pub(crate) fn step(&self) -> Ratio {
        self.unscaled(&Ratio::from_scaled(1, self.delta_digits()))
    }

    /// A value as it is shown.
    pub(crate) fn rounded(&self, value: &Ratio) -> Ratio {
        let step = self.step();
        let units = value.checked_div(&step).map_or(0, |units| units.round_scaled(0));
        &step * &Ratio::from_int(units)
    }

    /// The unit of values in words: "千美元", "%", "件"; may be empty.
    pub(crate) fn unit(&self) -> String {
        match self.unit {
            Unit::Money => self.locale.money_unit(self.currency, self.scale),
            Unit::Percent => "%".to_owned(),
            Unit::Days => self.locale.text("unit-days"),
            Unit::Count | Unit::Number => String::new(),
        }
    }

    /// The unit of differences: percentage points for percentages.
    pub(crate) fn delta_unit(&self) -> String {
        match self.unit {
            Unit::Percent => self.locale.text("unit-points"),
            _ => self.unit(),
        }
    }

    /// The number a mark is placed by, in the unit shown.
    pub(crate) fn mark(&self, value: &Ratio) -> f64 {
        self.scaled(value).to_f64()
    }

    fn delta_digits(&self) -> u32 {
        if self.scale > 0 { self.digits.max(1) } else { self.digits }
    }

    fn scaled(&self, value: &Ratio) -> Ratio {
        match self.unit {
            Unit::Percent => value * &Ratio::from_int(100),
            _ => value * &Ratio::from_scaled(1, self.scale),
        }
    }

    fn unscaled(&self, shown: &Ratio) -> Ratio {
        match self.unit {
            Unit::Percent => shown * &Ratio::from_scaled(1, 2),
            _ => shown * &Ratio::from_int(10_i128.pow(self.scale)),
        }
    }

    fn with_unit(&self, number: String, unit: &str) -> String {
        match (unit, self.unit) {
            ("", _) => number,
            ("%", _) => format!("{number}%"),
            (_, Unit::Money) => self.locale.money(number, self.currency, self.scale),
            _ => format!("{number}\u{a0}{unit}"),
        }
    }
}
