//! Expressions: formulas as people write them, with the structure in which they are explained.

use std::fmt;

use crate::quantity::Ratio;

/// A formula over named figures.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A number written in the formula.
    Number(Literal),
    /// A figure looked up by name.
    Name(String),
    /// A part that has a name of its own: a metric's formula, a level of a driver tree.
    Named {
        /// Its name.
        name: String,
        /// How it is computed.
        expr: Box<Expr>,
    },
    /// The opposite of a part.
    Negative(Box<Expr>),
    /// A chain of additions and subtractions: one node.
    Sum(Vec<(Sign, Expr)>),
    /// A chain of multiplications: one node.
    Product(Vec<Expr>),
    /// One part divided by another.
    Quotient(Box<Expr>, Box<Expr>),
    /// The least or the greatest of its parts.
    Call(Function, Vec<Expr>),
    /// The first part where the condition holds, else the second.
    If(Box<Condition>, Box<Expr>, Box<Expr>),
}

/// A number with the text it was written as.
#[derive(Clone, Debug, PartialEq)]
pub struct Literal {
    /// As written: `0.5`, `12%`.
    pub text: String,
    /// What it is worth: `12%` is 3/25.
    pub value: Ratio,
}

/// Whether a part of a sum is added or taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Added.
    Plus,
    /// Taken away.
    Minus,
}

/// A function of any number of parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// The least.
    Min,
    /// The greatest.
    Max,
}

/// A comparison of two expressions.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// The left side.
    pub left: Expr,
    /// How they are compared.
    pub comparison: Comparison,
    /// The right side.
    pub right: Expr,
}

/// How two numbers are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `=`
    Equal,
    /// `!=`
    NotEqual,
}

impl Expr {
    /// The names it looks up, each once, in order of first appearance.
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        self.visit(&mut |expr| {
            if let Expr::Name(name) = expr
                && !names.contains(&name.as_str())
            {
                names.push(name.as_str());
            }
        });
        names
    }

    /// The direct parts, in the order written; of an `if`, both sides of its condition come first.
    pub fn parts(&self) -> Vec<&Expr> {
        match self {
            Expr::Number(_) | Expr::Name(_) => Vec::new(),
            Expr::Named { expr, .. } | Expr::Negative(expr) => vec![expr],
            Expr::Sum(terms) => terms.iter().map(|(_, term)| term).collect(),
            Expr::Product(parts) | Expr::Call(_, parts) => parts.iter().collect(),
            Expr::Quotient(num, den) => vec![num, den],
            Expr::If(condition, yes, no) => vec![&condition.left, &condition.right, yes, no],
        }
    }

    /// The same expression with every direct part changed.
    #[must_use]
    pub(crate) fn map_parts(&self, change: &mut dyn FnMut(&Expr) -> Expr) -> Expr {
        match self {
            Expr::Number(_) | Expr::Name(_) => self.clone(),
            Expr::Named { name, expr } => Expr::Named { name: name.clone(), expr: Box::new(change(expr)) },
            Expr::Negative(expr) => Expr::Negative(Box::new(change(expr))),
            Expr::Sum(terms) => Expr::Sum(terms.iter().map(|(sign, term)| (*sign, change(term))).collect()),
            Expr::Product(parts) => Expr::Product(parts.iter().map(change).collect()),
            Expr::Call(function, parts) => Expr::Call(*function, parts.iter().map(change).collect()),
            Expr::Quotient(num, den) => Expr::Quotient(Box::new(change(num)), Box::new(change(den))),
            Expr::If(condition, yes, no) => {
                let (left, right) = (change(&condition.left), change(&condition.right));
                let condition = Condition { left, comparison: condition.comparison, right };
                Expr::If(Box::new(condition), Box::new(change(yes)), Box::new(change(no)))
            }
        }
    }

    /// How many levels it has; a number or a name is one.
    pub(crate) fn depth(&self) -> usize {
        1 + self.parts().into_iter().map(Expr::depth).max().unwrap_or(0)
    }

    /// Whether it divides anywhere.
    pub(crate) fn divides(&self) -> bool {
        matches!(self, Expr::Quotient(..)) || self.parts().into_iter().any(Expr::divides)
    }

    /// Whether it takes anything away, so that it may fall below zero.
    pub(crate) fn subtracts(&self) -> bool {
        let takes_away = match self {
            Expr::Negative(_) => true,
            Expr::Sum(terms) => terms.iter().any(|(sign, _)| *sign == Sign::Minus),
            Expr::Number(number) => number.value.is_negative(),
            _ => false,
        };
        takes_away || self.parts().into_iter().any(Expr::subtracts)
    }

    fn visit<'a>(&'a self, seen: &mut dyn FnMut(&'a Expr)) {
        seen(self);
        for part in self.parts() {
            part.visit(seen);
        }
    }
}

/// Reads back as the same expression, but for the names of its parts.
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Number(literal) => f.write_str(&literal.text),
            Expr::Name(name) => f.write_str(name),
            Expr::Named { expr, .. } => write!(f, "{expr}"),
            Expr::Negative(expr) => {
                f.write_str("-")?;
                write_within(f, expr, is_chain)
            }
            Expr::Sum(terms) => write_sum(f, terms),
            Expr::Product(parts) => write_product(f, parts),
            Expr::Quotient(num, den) => {
                write_within(f, num, |e| matches!(e, Expr::Sum(_)))?;
                f.write_str(" / ")?;
                write_within(f, den, is_chain)
            }
            Expr::Call(function, parts) => write_call(f, function.name(), parts),
            Expr::If(condition, yes, no) => write!(f, "if({condition}, {yes}, {no})"),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {}", self.left, self.comparison.symbol(), self.right)
    }
}

fn write_sum(f: &mut fmt::Formatter<'_>, terms: &[(Sign, Expr)]) -> fmt::Result {
    for (index, (sign, term)) in terms.iter().enumerate() {
        f.write_str(match (index, sign) {
            (0, Sign::Plus) => "",
            (0, Sign::Minus) => "-",
            (_, Sign::Plus) => " + ",
            (_, Sign::Minus) => " - ",
        })?;
        write_within(f, term, |e| matches!(e, Expr::Sum(_)))?;
    }
    Ok(())
}

/// A division that opens a chain needs no parentheses: `a / b * c` is a product of `a / b` and `c`.
fn write_product(f: &mut fmt::Formatter<'_>, parts: &[Expr]) -> fmt::Result {
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            f.write_str(" * ")?;
        }
        write_within(f, part, |e| is_chain(e) && !(index == 0 && matches!(e, Expr::Quotient(..))))?;
    }
    Ok(())
}

fn write_call(f: &mut fmt::Formatter<'_>, name: &str, parts: &[Expr]) -> fmt::Result {
    write!(f, "{name}(")?;
    for (index, part) in parts.iter().enumerate() {
        let comma = if index > 0 { ", " } else { "" };
        write!(f, "{comma}{part}")?;
    }
    f.write_str(")")
}

/// Writes a part, in parentheses where it needs them; a name of its own changes nothing.
fn write_within(f: &mut fmt::Formatter<'_>, part: &Expr, needs: impl Fn(&Expr) -> bool) -> fmt::Result {
    let mut inner = part;
    while let Expr::Named { expr, .. } = inner {
        inner = expr;
    }
    if needs(inner) { write!(f, "({inner})") } else { write!(f, "{inner}") }
}

fn is_chain(expr: &Expr) -> bool {
    matches!(expr, Expr::Sum(_) | Expr::Product(_) | Expr::Quotient(..))
}

impl Function {
    /// The function of this name.
    pub(crate) fn of(name: &str) -> Option<Self> {
        match name {
            "min" => Some(Function::Min),
            "max" => Some(Function::Max),
            _ => None,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Function::Min => "min",
            Function::Max => "max",
        }
    }
}

impl Comparison {
    /// Every comparison with its sign; a sign stands before any that begins it.
    pub(crate) const SYMBOLS: [(&str, Comparison); 6] = [
        ("<=", Comparison::AtMost),
        ("<", Comparison::Less),
        (">=", Comparison::AtLeast),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
        ("!=", Comparison::NotEqual),
    ];

    fn symbol(self) -> &'static str {
        Self::SYMBOLS.iter().find(|(_, comparison)| *comparison == self).map_or("", |(symbol, _)| symbol)
    }

    /// Whether it holds of two numbers.
    pub(crate) fn holds(self, left: &Ratio, right: &Ratio) -> bool {
        match self {
            Comparison::Less => left < right,
            Comparison::AtMost => left <= right,
            Comparison::Greater => left > right,
            Comparison::AtLeast => left >= right,
            Comparison::Equal => left == right,
            Comparison::NotEqual => left != right,
        }
    }
}
