//! Shapley's value: what each part of a function contributed to its change, whatever the order.

use super::Expr;
use crate::quantity::Ratio;

/// Numbers of the two scenarios, part by part.
pub(crate) struct Ends {
    pub(crate) base: Vec<Ratio>,
    pub(crate) actual: Vec<Ratio>,
}

/// The most parts of a function that is neither a sum, a product nor a ratio: 2^n values are computed.
pub(crate) const MAX_PARTS: usize = 10;

/// The weight of each factor's change in the change of their product (closed form, domain 2.2).
pub(crate) fn product_weights(ends: &Ends) -> Vec<Ratio> {
    let orders = order_weights(ends.base.len());
    (0..ends.base.len())
        .map(|i| others(ends, i).iter().zip(&orders).map(|(coefficient, weight)| coefficient * weight).sum())
        .collect()
}

/// What each factor contributed to the change of their product; the parts sum to it.
pub(crate) fn product_parts(ends: Ends) -> Vec<Ratio> {
    let changes = ends.actual.iter().zip(&ends.base).map(|(actual, base)| actual - base);
    changes.zip(product_weights(&ends)).map(|(change, weight)| &change * &weight).collect()
}

/// The coefficients of the product over all factors but one of `(base + actual t)`.
fn others(ends: &Ends, left_out: usize) -> Vec<Ratio> {
    let mut coefficients = vec![Ratio::one()];
    for (j, (base, actual)) in ends.base.iter().zip(&ends.actual).enumerate() {
        if j != left_out {
            coefficients = times_linear(&coefficients, base, actual);
        }
    }
    coefficients
}

fn times_linear(coefficients: &[Ratio], base: &Ratio, actual: &Ratio) -> Vec<Ratio> {
    let mut product = vec![Ratio::zero(); coefficients.len() + 1];
    for (k, coefficient) in coefficients.iter().enumerate() {
        product[k] += &(coefficient * base);
        product[k + 1] += &(coefficient * actual);
    }
    product
}

/// `k! (n-1-k)! / n!` for k = 0 … n-1: how often exactly k others come first.
fn order_weights(n: usize) -> Vec<Ratio> {
    let fraction = |a: usize, b: usize| Ratio::new(a as i128, b as i128).unwrap_or_else(Ratio::zero);
    let mut weight = fraction(1, n);
    let mut weights = Vec::with_capacity(n);
    for k in 0..n {
        weights.push(weight.clone());
        if k + 1 < n {
            weight = &weight * &fraction(k + 1, n - 1 - k);
        }
    }
    weights
}

/// The weight of each part's change in the change of any function of at most [`MAX_PARTS`] parts.
///
/// A part that did not change has no weight: it moved nothing.
pub(crate) fn function_weights(expr: &Expr, ends: &Ends) -> Vec<Ratio> {
    let values = subset_values(expr, ends);
    (0..ends.base.len())
        .map(|i| {
            let change = &ends.actual[i] - &ends.base[i];
            contribution(&values, i, ends.base.len()).checked_div(&change).unwrap_or_else(Ratio::zero)
        })
        .collect()
}

/// The function's value where the parts of each subset (a bit each) are actual and the others base.
fn subset_values(expr: &Expr, ends: &Ends) -> Vec<Ratio> {
    let pick = |subset: usize, i: usize| {
        let end = if subset >> i & 1 == 1 { &ends.actual } else { &ends.base };
        end[i].clone()
    };
    (0..1usize << ends.base.len())
        .map(|subset| combine(expr, (0..ends.base.len()).map(|i| pick(subset, i)).collect()))
        .collect()
}

fn contribution(values: &[Ratio], i: usize, n: usize) -> Ratio {
    let orders = order_weights(n);
    (0..values.len())
        .filter(|subset| subset >> i & 1 == 0)
        .map(|subset| &orders[subset.count_ones() as usize] * &(&values[subset | 1 << i] - &values[subset]))
        .sum()
}

/// The value of a call or a choice from the values of its parts.
fn combine(expr: &Expr, numbers: Vec<Ratio>) -> Ratio {
    match (expr, numbers.as_slice()) {
        (Expr::If(condition, ..), [left, right, yes, no]) => {
            if condition.comparison.holds(left, right) {
                yes.clone()
            } else {
                no.clone()
            }
        }
        (Expr::Call(function, _), _) => function.of_numbers(numbers),
        _ => Ratio::zero(),
    }
}
