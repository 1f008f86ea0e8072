//! The questions of why: a formula's change, price, volume and mix, rate and mix, over the company's own parts.

use super::compared::Compared;
use super::{Base, Bridge, Check, PriceVolumeMix, Question, RateMix, Segment, Sides, Sold, SoldItem};
use crate::facts::Basis;
use crate::metric::{Expr, Relation, Unit};
use crate::quantity::{MeasureId, Ratio, Scope};

impl Check<'_> {
    /// The change of any formula by its parts, over the days that all of them have; nothing where it has no value on
    /// one of the sides.
    pub fn explained(&self, expr: &Expr, question: &Question, base: Base) -> Option<Bridge> {
        let names: Vec<MeasureId> = expr.names().into_iter().map(MeasureId::new).collect();
        let compared = Compared::of(self, &names, (question, base))?;
        let tree = compared.explain(expr, &question.scope);
        let known = tree.base.known().is_some() && tree.actual.known().is_some();
        known.then_some(Bridge { base, days: compared.days, tree })
    }

    /// The price that a figure of money is made by: the first of the metrics that divides it by a count.
    pub fn price_of(&self, money: &MeasureId) -> Option<Relation> {
        let prices = self.catalogue.metrics().iter().filter_map(|metric| self.catalogue.relation(&metric.id));
        let mut own =
            prices.filter(|relation| relation.whole == *money && self.unit(&relation.rate) == Unit::Money);
        own.find(|relation| self.unit(&relation.by) == Unit::Count)
    }

    /// Volume, mix and price of the question's money in these parts of the company; nothing where it has no price, or
    /// the whole is not known on both sides. What the parts leave of the whole stands for itself.
    pub fn price_volume_mix(
        &self,
        question: &Question,
        base: Base,
        parts: &[Scope],
    ) -> Option<PriceVolumeMix> {
        let price = self.price_of(&question.metric)?;
        let compared = Compared::of(self, [&price.whole, &price.by], (question, base))?;
        let rates = [Basis::Actual, Basis::Plan];
        let at = |basis: &Basis| compared.at(*basis, price.whole.as_str(), &question.scope).is_some();
        let basis = rates.into_iter().find(at)?;
        let sales = Sales { compared, price, basis };
        let mut items: Vec<SoldItem> =
            parts.iter().filter_map(|part| sales.item(part)).filter(is_something).collect();
        let whole = sales.sides(&question.scope)?;
        items.extend(sales.rest(whole, &items));
        Some(PriceVolumeMix::of(items))
    }

    /// Rate and mix of the question's ratio over these parts of the company; nothing where it is no ratio, or has no
    /// value on one of the sides. What the parts leave of the whole stands for itself.
    pub fn rate_mix(&self, question: &Question, base: Base, parts: &[Scope]) -> Option<RateMix> {
        let ratio = self.catalogue.relation(&question.metric)?;
        let compared = Compared::of(self, [&ratio.whole, &ratio.by], (question, base))?;
        let sides = |scope: &Scope| {
            let (num, den) = (ratio.whole.as_str(), ratio.by.as_str());
            let base = Sides { num: compared.base(num, scope)?, den: compared.base(den, scope)? };
            let actual = Sides { num: compared.actual(num, scope)?, den: compared.actual(den, scope)? };
            Some((base, actual))
        };
        let segment = |scope: &Scope| {
            let (base, actual) = sides(scope)?;
            Some(Segment { scope: Some(scope.clone()), base, actual })
        };
        let mut segments: Vec<Segment> =
            parts.iter().filter_map(segment).filter(|segment| !segment.is_nothing()).collect();
        let (base, actual) = sides(&question.scope)?;
        segments.extend(Segment::rest((base, actual), &segments));
        RateMix::of(segments)
    }
}

fn is_something(item: &SoldItem) -> bool {
    let nought = |sold: &Sold| sold.units.is_zero() && sold.revenue.is_zero();
    !nought(&item.base) || !nought(&item.actual)
}

/// Reads what was sold.
struct Sales<'a> {
    compared: Compared<'a>,
    price: Relation,
    /// The rates at which revenue is summed: those that came to be, where they are known.
    basis: Basis,
}

impl Sales<'_> {
    fn item(&self, scope: &Scope) -> Option<SoldItem> {
        let (base, actual) = self.sides(scope)?;
        let known_before =
            !base.units.is_positive() && self.compared.was_before(self.price.by.as_str(), scope);
        Some(SoldItem { scope: Some(scope.clone()), base, actual, known_before })
    }

    fn sides(&self, scope: &Scope) -> Option<(Sold, Sold)> {
        let money = self.price.whole.as_str();
        let units = self.compared.at(self.basis, self.price.by.as_str(), scope)?;
        let revenue = self.compared.at(self.basis, money, scope)?;
        let rates = self.rates(&revenue, scope).unwrap_or_else(|| (Ratio::one(), Ratio::one()));
        let base = Sold { units: units.0, revenue: revenue.0, rate: rates.0 };
        Some((base, Sold { units: units.1, revenue: revenue.1, rate: rates.1 }))
    }

    /// What the currency of a part is worth on both sides; only the change of it counts, so a plan is in plan rates.
    fn rates(&self, revenue: &(Ratio, Ratio), scope: &Scope) -> Option<(Ratio, Ratio)> {
        let own = match self.compared.base {
            Base::Plan => self.compared.at(Basis::Plan, self.price.whole.as_str(), scope)?,
            Base::Previous => {
                scope.marketplace.as_ref()?;
                self.compared.at(Basis::Own, self.price.whole.as_str(), scope)?
            }
        };
        let rate = |revenue: &Ratio, own: &Ratio| revenue.checked_div(own).filter(Ratio::is_positive);
        match (rate(&revenue.0, &own.0), rate(&revenue.1, &own.1)) {
            (Some(base), Some(actual)) => Some((base, actual)),
            _ => None,
        }
    }

    /// What these items leave of the whole; nothing where they are all of it.
    fn rest(&self, (base, actual): (Sold, Sold), items: &[SoldItem]) -> Option<SoldItem> {
        let left = |whole: Sold, side: fn(&SoldItem) -> &Sold| {
            let units: Ratio = items.iter().map(|item| &side(item).units).sum();
            let revenue: Ratio = items.iter().map(|item| &side(item).revenue).sum();
            Sold { units: &whole.units - &units, revenue: &whole.revenue - &revenue, rate: Ratio::one() }
        };
        let base = left(base, |item| &item.base);
        let actual = left(actual, |item| &item.actual);
        let item = SoldItem { scope: None, base, actual, known_before: false };
        is_something(&item).then_some(item)
    }
}

#[cfg(test)]
mod tests;
