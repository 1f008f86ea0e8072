//! A sum by the values of one of its further dimensions.

use std::collections::BTreeMap;

use super::cells::{Cell, Place};
use super::key::{MeasureKey, TagKey};
use super::query::{Asked, Column, Level, Standing, worth};
use super::{Facts, Total};
use crate::metric::Over;
use crate::quantity::{MeasureId, Ratio, Scope, Sku, Span};

/// The dimension that every figure of an item has.
const SKU: &str = "sku";

/// Sums by the values of a dimension.
type ByValue<'a> = BTreeMap<&'a str, Total>;

/// Which values of which dimension are looked at: one alone, or all.
#[derive(Clone, Copy)]
struct Wanted<'a> {
    dimension: &'a str,
    value: Option<&'a str>,
}

impl Wanted<'_> {
    fn wants(&self, value: Option<&str>) -> bool {
        self.value.is_none_or(|wanted| value == Some(wanted))
    }
}

impl Facts {
    /// The sum of a measure by `sku` or by the values of a further dimension, at the rates of a basis: the values by name,
    /// then what has none.
    ///
    /// The parts add up to [`Facts::sum`]; those of a level, which has no sum, stand each for itself.
    pub fn split(
        &self,
        measure: &MeasureId,
        (scope, span, basis): Asked<'_>,
        dimension: &str,
    ) -> Vec<(Option<String>, Total)> {
        let Some(key) = self.measure_key(measure) else { return vec![(None, Total::Missing)] };
        let columns = self.columns(key, scope);
        if self.over(key) == Over::Level {
            let all = Wanted { dimension, value: None };
            return self.levels(&columns, (scope, span, basis), all);
        }
        let mut values = ByValue::new();
        let all = Wanted { dimension, value: None };
        for column in columns {
            self.add_values(column, (scope, span, basis), (all, &mut values));
        }
        let rest = rest(self.sum_at(basis, measure, (scope, span)), &values);
        let named = values.into_iter().map(|(value, total)| (Some(value.to_owned()), total));
        named.chain(rest.map(|rest| (None, rest))).collect()
    }

    /// The sum of a measure in one value of a dimension: what [`Facts::split`] has of it, without a look at the others;
    /// nothing where no figure has the value.
    pub fn part(
        &self,
        measure: &MeasureId,
        asked: Asked<'_>,
        (dimension, value): (&str, &str),
    ) -> Option<Total> {
        let key = self.measure_key(measure)?;
        let (columns, wanted) = (self.columns(key, asked.0), Wanted { dimension, value: Some(value) });
        if self.over(key) == Over::Level {
            return self.levels(&columns, asked, wanted).pop().map(|(_, total)| total);
        }
        let mut values = ByValue::new();
        for column in columns {
            self.add_values(column, asked, (wanted, &mut values));
        }
        values.remove(value)
    }

    fn columns(&self, measure: MeasureKey, scope: &Scope) -> Vec<Column> {
        self.markets_of(measure, scope).into_iter().map(|market| (measure, market)).collect()
    }

    fn add_values<'a>(
        &'a self,
        column: Column,
        (scope, span, basis): Asked<'_>,
        (wanted, values): (Wanted<'_>, &mut ByValue<'a>),
    ) {
        let (first, last) = self.places(column, scope);
        let parts = match self.standing(column, (span, basis)) {
            Standing::Counts(parts) => Ok(parts),
            Standing::Nought => Err(Total::Known(Ratio::zero())),
            Standing::Fails(total) => Err(total),
        };
        let mut sums: BTreeMap<&str, Vec<i128>> = BTreeMap::new();
        let cells = if wanted.dimension == SKU { &self.whole } else { &self.parts };
        for (place, cell) in cells.between(first, last) {
            let value = self.value_at(place, wanted.dimension);
            let Some(value) = value.filter(|value| wanted.wants(Some(value))) else { continue };
            let Ok(parts) = &parts else {
                sums.entry(value).or_default();
                continue;
            };
            let own = sums.entry(value).or_insert_with(|| vec![0; parts.len()]);
            for (sum, (part, _)) in own.iter_mut().zip(parts) {
                *sum += self.part_of(place, cell, *part);
            }
        }
        for (value, sums) in sums {
            let total = match &parts {
                Ok(parts) => sums
                    .iter()
                    .zip(parts)
                    .map(|(sum, (_, unit))| worth(*sum, unit.as_ref()))
                    .fold(Total::Known(Ratio::zero()), Total::plus),
                Err(total) => total.clone(),
            };
            let known = values.entry(value).or_insert_with(|| Total::Known(Ratio::zero()));
            *known = std::mem::replace(known, Total::Missing).plus(total);
        }
    }

    /// The SKU of a cell, or its value in a further dimension.
    fn value_at(&self, place: Place, dimension: &str) -> Option<&str> {
        if dimension == SKU {
            return self.items.get(place.item.0 as usize)?.sku.as_ref().map(Sku::as_str);
        }
        self.value_of(place.tag, dimension)
    }

    /// What a cell adds to a span; stock, what was there on the last day that the item has a figure.
    fn part_of(&self, place: Place, cell: Cell<'_>, span: Span) -> i128 {
        if self.over(place.measure) != Over::Stock {
            return cell.sum(span);
        }
        let whole = Place { tag: TagKey::default(), ..place };
        let days = self.whole.between(whole, whole).filter_map(|(_, cell)| cell.last_in(span));
        let last = days.map(|(day, _)| day).max();
        last.map_or(0, |day| cell.sum(Span { from: day, to: day }))
    }

    fn levels(
        &self,
        columns: &[Column],
        (scope, span, basis): Asked<'_>,
        wanted: Wanted<'_>,
    ) -> Vec<(Option<String>, Total)> {
        let mut levels: BTreeMap<Option<&str>, Level> = BTreeMap::new();
        for column in columns {
            let (first, last) = self.places(*column, scope);
            for (place, cell) in self.whole.between(first, last).chain(self.parts.between(first, last)) {
                let value = self.value_at(place, wanted.dimension);
                if wanted.wants(value) {
                    levels.entry(value).or_default().look(place, cell, span);
                }
            }
        }
        let none = levels.remove(&None).filter(|none| levels.is_empty() || !none.is_nothing());
        let named = levels.into_iter().chain(none.map(|level| (None, level)));
        named.map(|(value, level)| (value.map(str::to_owned), self.level_total(level, basis))).collect()
    }
}

/// What the parts leave of the sum: nothing to show where that is nought.
fn rest(sum: Total, values: &ByValue<'_>) -> Option<Total> {
    let parts = values.values().cloned().fold(Total::Known(Ratio::zero()), Total::plus);
    match (sum, parts) {
        (Total::Known(sum), Total::Known(parts)) => {
            let rest = &sum - &parts;
            (!rest.is_zero() || values.is_empty()).then_some(Total::Known(rest))
        }
        (Total::Known(_), failed) | (failed, _) => Some(failed),
    }
}
