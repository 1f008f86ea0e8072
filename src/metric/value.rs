//! The value of an expression, or the reason why it has none.

use super::{Condition, Expr, Function, Sign};
use crate::quantity::Ratio;

/// Where the numbers of names come from; nothing when a figure is not there.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<Ratio>;

/// What an expression is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Its number.
    Known(Ratio),
    /// A figure it needs is not there.
    Missing {
        /// The figure.
        name: String,
    },
    /// It divides by nought.
    Undefined {
        /// What is nought, as written.
        divisor: String,
    },
}

impl Value {
    /// The number, when there is one.
    pub fn known(&self) -> Option<&Ratio> {
        match self {
            Value::Known(number) => Some(number),
            Value::Missing { .. } | Value::Undefined { .. } => None,
        }
    }
}

/// Computes an expression; of an `if` only the branch that is taken.
///
/// A part with a name of its own is computed from its parts; where they have no value, the figure of
/// that name stands in.
pub fn value(expr: &Expr, lookup: Lookup<'_>) -> Value {
    match compute(expr, lookup) {
        Ok(number) => Value::Known(number),
        Err(reason) => reason,
    }
}

fn compute(expr: &Expr, lookup: Lookup<'_>) -> Result<Ratio, Value> {
    let of = |part: &Expr| compute(part, lookup);
    match expr {
        Expr::Number(literal) => Ok(literal.value.clone()),
        Expr::Name(name) => lookup(name).ok_or_else(|| Value::Missing { name: name.clone() }),
        Expr::Named { name, expr } => of(expr).or_else(|reason| lookup(name).ok_or(reason)),
        Expr::Negative(part) => Ok(-&of(part)?),
        Expr::Sum(terms) => terms.iter().map(|(sign, term)| Ok(sign.apply(&of(term)?))).sum(),
        Expr::Product(parts) => parts.iter().try_fold(Ratio::one(), |total, part| Ok(&total * &of(part)?)),
        Expr::Quotient(num, den) => {
            let (num, divisor) = (of(num)?, of(den)?);
            num.checked_div(&divisor).ok_or_else(|| Value::Undefined { divisor: den.to_string() })
        }
        Expr::Call(function, parts) => {
            let numbers = parts.iter().map(of).collect::<Result<Vec<_>, _>>()?;
            Ok(function.of_numbers(numbers))
        }
        Expr::If(condition, yes, no) => {
            if holds(condition, lookup)? {
                of(yes)
            } else {
                of(no)
            }
        }
    }
}

fn holds(condition: &Condition, lookup: Lookup<'_>) -> Result<bool, Value> {
    let (left, right) = (compute(&condition.left, lookup)?, compute(&condition.right, lookup)?);
    Ok(condition.comparison.holds(&left, &right))
}

impl Sign {
    /// The number as it enters the sum.
    pub(crate) fn apply(self, number: &Ratio) -> Ratio {
        match self {
            Sign::Plus => number.clone(),
            Sign::Minus => -number,
        }
    }
}

impl Function {
    /// Its value; the parser lets no call be empty.
    pub(crate) fn of_numbers(self, numbers: Vec<Ratio>) -> Ratio {
        let found = match self {
            Function::Min => numbers.into_iter().min(),
            Function::Max => numbers.into_iter().max(),
        };
        found.unwrap_or_else(Ratio::zero)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(n: i128) -> Value {
        Value::Known(Ratio::from_int(n))
    }

    #[test]
    fn a_number_a_gap_and_a_division_by_nought_are_told_apart() {
        let missing = |name: &str| Value::Missing { name: name.to_owned() };
        let nought = |divisor: &str| Value::Undefined { divisor: divisor.to_owned() };
        for (text, expected) in [
            ("two * 3 - 1", known(5)),
            ("-two + 50% * 2", known(-1)),
            ("6 / two / 3", known(1)),
            ("min(two, 7, 1) + max(two, 7)", known(8)),
            ("if(two >= 2, 1, gone)", known(1)),
            ("if(two < 2, 1 / zero, two)", known(2)),
            ("if(gone = 1, 1, 1)", missing("gone")),
            ("two + gone", missing("gone")),
            ("zero * gone", missing("gone")),
            ("two / (zero * 4)", nought("zero * 4")),
            ("zero / zero", nought("zero")),
        ] {
            let lookup = |name: &str| match name {
                "two" => Some(Ratio::from_int(2)),
                "zero" => Some(Ratio::zero()),
                _ => None,
            };
            assert_eq!(value(&Expr::parse(text).unwrap(), &lookup), expected, "{text}");
        }
    }
}
