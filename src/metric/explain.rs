//! Why a figure changed: the exact discrete chain rule on the expression graph (domain 2.4).
//!
//! Each node has a weight in the root's change, and contributes its weight times its own change. The
//! weights of a node's parts are chosen so that their contributions sum to the node's own, with nothing
//! left over; so opening a node changes no number above it.

use super::Expr;
use super::shapley::{self, Ends};
use super::value::{Lookup, Value, value};
use crate::quantity::Ratio;

/// A part of an expression with its share in the change of the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// Its own name: a figure, a named part; none for a number or an unnamed part.
    pub name: Option<String>,
    /// How it is computed, as written.
    pub text: String,
    /// What it was worth in the reference (plan, previous year).
    pub base: Value,
    /// What it is worth now.
    pub actual: Value,
    /// The change of the root for each unit of its own change.
    pub weight: Ratio,
    /// Its share in the change of the root; none where it has no value in one of the scenarios.
    pub contribution: Option<Ratio>,
    /// Its parts, which contribute as much as it does; none when it has none or cannot be opened.
    pub children: Vec<Tree>,
    /// Why it has parts but cannot be opened: its contribution stays with it.
    pub stop: Option<Stop>,
}

/// Why a node cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// A figure it needs is not there.
    Missing {
        /// Where it is not there.
        scenario: Scenario,
        /// The figure.
        name: String,
    },
    /// It divides by nought.
    ZeroDivisor {
        /// Where it does.
        scenario: Scenario,
        /// What is nought, as written.
        divisor: String,
    },
    /// A function of more than ten parts.
    TooManyParts,
}

/// One of the two sides that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scenario {
    /// The reference: plan, previous year.
    Base,
    /// What happened.
    Actual,
}

/// What a figure contributed on all paths from it to the root.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaf {
    /// Its name, or the text of a part without a name that cannot be opened.
    pub label: String,
    /// What it was worth in the reference.
    pub base: Value,
    /// What it is worth now.
    pub actual: Value,
    /// The sum of its contributions.
    pub contribution: Ratio,
}

/// Splits the change of an expression into what its parts contributed.
pub fn explain(expr: &Expr, base: Lookup<'_>, actual: Lookup<'_>) -> Tree {
    Scenarios { base, actual }.node(expr, Ratio::one())
}

impl Tree {
    /// Its name, or how it is computed where it has none.
    pub fn label(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.text)
    }

    /// What every figure contributed, in order of first appearance; the sum is the root's contribution.
    ///
    /// A part that cannot be opened stands for what is in it; written numbers do not change and are left out.
    /// Empty when the root itself has no contribution.
    pub fn leaves(&self) -> Vec<Leaf> {
        let mut leaves = Vec::new();
        self.gather(&mut leaves);
        leaves
    }

    fn gather(&self, leaves: &mut Vec<Leaf>) {
        for child in &self.children {
            child.gather(leaves);
        }
        let Some(contribution) = &self.contribution else { return };
        if !self.children.is_empty() || (self.name.is_none() && self.stop.is_none()) {
            return;
        }
        match leaves.iter_mut().find(|leaf| leaf.label == self.label()) {
            Some(leaf) => leaf.contribution += contribution,
            None => leaves.push(self.as_leaf(contribution)),
        }
    }

    fn as_leaf(&self, contribution: &Ratio) -> Leaf {
        Leaf {
            label: self.label().to_owned(),
            base: self.base.clone(),
            actual: self.actual.clone(),
            contribution: contribution.clone(),
        }
    }
}

struct Scenarios<'a> {
    base: Lookup<'a>,
    actual: Lookup<'a>,
}

impl Scenarios<'_> {
    fn node(&self, expr: &Expr, weight: Ratio) -> Tree {
        let (base, actual) = (value(expr, self.base), value(expr, self.actual));
        let contribution = match (&base, &actual) {
            (Value::Known(base), Value::Known(actual)) => Some(&weight * &(actual - base)),
            _ => None,
        };
        let (name, inner) = unwrap_names(expr);
        let (children, stop) = match self.open(inner, &weight) {
            Ok(children) => (children, None),
            Err(stop) => (Vec::new(), Some(stop)),
        };
        Tree { name, text: expr.to_string(), base, actual, weight, contribution, children, stop }
    }

    fn open(&self, expr: &Expr, weight: &Ratio) -> Result<Vec<Tree>, Stop> {
        let parts = expr.parts();
        if let Expr::Name(_) | Expr::Number(_) = expr {
            return Ok(Vec::new());
        }
        known(value(expr, self.base), Scenario::Base)?;
        known(value(expr, self.actual), Scenario::Actual)?;
        let weights = part_weights(expr, &self.ends(&parts)?)?;
        Ok(parts.into_iter().zip(&weights).map(|(part, own)| self.node(part, weight * own)).collect())
    }

    fn ends(&self, parts: &[&Expr]) -> Result<Ends, Stop> {
        let of = |lookup, scenario| -> Result<Vec<Ratio>, Stop> {
            parts.iter().map(|part| known(value(part, lookup), scenario)).collect()
        };
        Ok(Ends { base: of(self.base, Scenario::Base)?, actual: of(self.actual, Scenario::Actual)? })
    }
}

/// The outermost name of an expression, and what is computed under it.
fn unwrap_names(expr: &Expr) -> (Option<String>, &Expr) {
    match expr {
        Expr::Name(name) => (Some(name.clone()), expr),
        Expr::Named { name, expr } => (Some(name.clone()), unwrap_names(expr).1),
        _ => (None, expr),
    }
}

fn known(value: Value, scenario: Scenario) -> Result<Ratio, Stop> {
    match value {
        Value::Known(number) => Ok(number),
        Value::Missing { name } => Err(Stop::Missing { scenario, name }),
        Value::Undefined { divisor } => Err(Stop::ZeroDivisor { scenario, divisor }),
    }
}

/// The change of a node for each unit of each part's change.
fn part_weights(expr: &Expr, ends: &Ends) -> Result<Vec<Ratio>, Stop> {
    match expr {
        Expr::Number(_) | Expr::Name(_) => Ok(Vec::new()),
        Expr::Named { .. } => Ok(vec![Ratio::one()]),
        Expr::Negative(_) => Ok(vec![-&Ratio::one()]),
        Expr::Sum(terms) => Ok(terms.iter().map(|(sign, _)| sign.apply(&Ratio::one())).collect()),
        Expr::Product(_) => Ok(shapley::product_weights(ends)),
        Expr::Quotient(..) => Ok(quotient_weights(ends).unwrap_or_default()),
        Expr::Call(..) | Expr::If(..) if ends.base.len() > shapley::MAX_PARTS => Err(Stop::TooManyParts),
        Expr::Call(..) | Expr::If(..) => Ok(shapley::function_weights(expr, ends)),
    }
}

/// `(1/b0 + 1/b1) / 2` and `-(a0 + a1) / 2 / (b0 b1)`; nothing when a divisor is nought.
fn quotient_weights(ends: &Ends) -> Option<Vec<Ratio>> {
    let ([a0, b0], [a1, b1]) = (ends.base.as_slice(), ends.actual.as_slice()) else { return None };
    let twice = &Ratio::from_int(2) * &(b0 * b1);
    let num = (b0 + b1).checked_div(&twice)?;
    let den = (-&(a0 + a1)).checked_div(&twice)?;
    Some(vec![num, den])
}

#[cfg(test)]
mod tests {
    use super::super::{ShownTree, Sign};
    use super::*;
    use proptest::prelude::*;

    const NAMES: [&str; 5] = ["a", "b", "c", "d", "e"];

    fn lookup(numbers: &[i128]) -> impl Fn(&str) -> Option<Ratio> + use<> {
        let numbers = numbers.to_vec();
        move |name| {
            let at = NAMES.iter().position(|known| *known == name)?;
            numbers.get(at).map(|n| Ratio::from_int(*n))
        }
    }

    fn why(text: &str, base: &[i128], actual: &[i128]) -> Tree {
        explain(&Expr::parse(text).unwrap(), &lookup(base), &lookup(actual))
    }

    fn named(name: &str, text: &str) -> Expr {
        Expr::Named { name: name.to_owned(), expr: Box::new(Expr::parse(text).unwrap()) }
    }

    fn shares(tree: &Tree) -> Vec<(String, String)> {
        tree.leaves().iter().map(|leaf| (leaf.label.clone(), leaf.contribution.to_string())).collect()
    }

    #[test]
    fn what_cannot_be_opened_says_why() {
        let zero = |scenario| Stop::ZeroDivisor { scenario, divisor: "b".to_owned() };
        let gone = |scenario| Stop::Missing { scenario, name: "c".to_owned() };
        for (text, base, actual, stop) in [
            ("a / b", vec![1, 0], vec![1, 2], zero(Scenario::Base)),
            ("a / b", vec![1, 2], vec![1, 0], zero(Scenario::Actual)),
            ("a + c", vec![1, 2], vec![1, 2, 3], gone(Scenario::Base)),
            ("a * c", vec![1, 2, 3], vec![1, 2], gone(Scenario::Actual)),
        ] {
            let tree = why(text, &base, &actual);
            assert_eq!((tree.contribution.as_ref(), tree.stop.as_ref()), (None, Some(&stop)), "{text}");
            assert!(tree.children.is_empty() && tree.leaves().is_empty(), "{text}");
        }
    }

    #[test]
    fn a_contribution_stays_with_a_node_that_cannot_be_opened() {
        let guarded = why("c + if(b > 0, a / b, 0)", &[0, 0, 5], &[6, 2, 7]);
        assert_eq!(shares(&guarded), [pair("c", "2"), pair("if(b > 0, a / b, 0)", "3")]);
        let wide = why("a + max(a, b, b, b, b, b, b, b, b, b, b)", &[1, 2], &[1, 5]);
        assert_eq!(wide.children[1].stop, Some(Stop::TooManyParts));
        assert_eq!(wide.children[1].contribution, Some(Ratio::from_int(3)));
    }

    #[test]
    fn a_named_part_without_parts_stands_for_itself() {
        let expr = Expr::Sum(vec![(Sign::Plus, named("d", "b * c")), (Sign::Minus, Expr::Name("a".into()))]);
        let without_parts = |name: &str| (name != "c").then(|| lookup(&[1, 2, 0, 9])(name)).flatten();
        let tree = explain(&expr, &without_parts, &lookup(&[1, 3, 4]));
        assert_eq!(tree.children[0].name.as_deref(), Some("d"));
        let stop = Stop::Missing { scenario: Scenario::Base, name: "c".to_owned() };
        assert_eq!(tree.children[0].stop, Some(stop));
        assert_eq!(shares(&tree), [pair("d", "3"), pair("a", "0")]);
    }

    #[test]
    fn functions_and_signs_are_split_exactly() {
        for (text, base, actual, expected) in [
            ("-a", vec![1], vec![4], vec![pair("a", "-3")]),
            ("a * 2", vec![1], vec![4], vec![pair("a", "6")]),
            ("min(a, b)", vec![1, 5], vec![9, 5], vec![pair("a", "4"), pair("b", "0")]),
            ("max(a, b)", vec![0, 0], vec![4, 4], vec![pair("a", "2"), pair("b", "2")]),
            ("if(a > 0, b, 7)", vec![-1, 1], vec![1, 5], vec![pair("a", "-4"), pair("b", "2")]),
        ] {
            assert_eq!(shares(&why(text, &base, &actual)), expected, "{text}");
        }
    }

    fn pair(label: &str, contribution: &str) -> (String, String) {
        (label.to_owned(), contribution.to_owned())
    }

    fn assert_no_residual(tree: &Tree) {
        if !tree.children.is_empty() {
            let parts: Ratio = tree.children.iter().map(|c| c.contribution.as_ref().unwrap()).sum();
            assert_eq!(Some(parts), tree.contribution, "{}", tree.text);
        }
        tree.children.iter().for_each(assert_no_residual);
    }

    fn numbers() -> impl Strategy<Value = Vec<i128>> {
        prop::collection::vec(-20i128..20, 5)
    }

    fn formula() -> impl Strategy<Value = String> {
        prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned).prop_recursive(4, 24, 3, |inner| {
            let two = (inner.clone(), inner.clone());
            prop_oneof![
                (two.clone(), prop::sample::select(vec!["+", "-", "*", "/"]))
                    .prop_map(|((a, b), sign)| format!("({a}) {sign} ({b})")),
                (two.clone(), inner).prop_map(|((a, b), c)| format!("({a}) * ({b}) * ({c})")),
                two.clone().prop_map(|(a, b)| format!("max({a}, {b})")),
                two.prop_map(|(a, b)| format!("if({a} < {b}, {b}, 3)")),
            ]
        })
    }

    proptest! {
        #[test]
        fn nothing_is_left_over_at_any_level(text in formula(), base in numbers(), actual in numbers()) {
            let tree = why(&text, &base, &actual);
            prop_assert!(tree.contribution.is_some() || tree.stop.is_some());
            if let Some(total) = &tree.contribution {
                assert_no_residual(&tree);
                let leaves: Ratio = tree.leaves().iter().map(|leaf| &leaf.contribution).sum();
                prop_assert_eq!(&leaves, total);
            }
        }

        #[test]
        fn the_order_of_factors_does_not_matter(
            order in Just(NAMES.to_vec()).prop_shuffle(), base in numbers(), actual in numbers()
        ) {
            let sorted = |tree: &Tree| {
                let mut shares = shares(tree);
                shares.sort();
                shares
            };
            let shuffled = why(&order.join(" * "), &base, &actual);
            prop_assert_eq!(sorted(&shuffled), sorted(&why("a * b * c * d * e", &base, &actual)));
        }

        #[test]
        fn opening_any_driver_changes_nothing_above_it(
            text in formula(), base in numbers(), actual in numbers(),
            driver in 0usize..5, inner in prop::sample::select(vec!["x + y", "x * y", "x - 3 * y", "x / y"]),
            more in prop::collection::vec(-9i128..9, 4)
        ) {
            let inner = Expr::parse(inner).unwrap();
            let with = |numbers: &[i128], x: i128, y: i128| {
                let rest = lookup(numbers);
                let below = move |name: &str| match name {
                    "x" => Some(Ratio::from_int(x)),
                    "y" => Some(Ratio::from_int(y)),
                    _ => None,
                };
                let own = value(&inner, &below).known().cloned();
                move |name: &str| match name {
                    name if name == NAMES[driver] => own.clone(),
                    "x" | "y" => below(name),
                    _ => rest(name),
                }
            };
            let (base, actual) = (with(&base, more[0], more[1]), with(&actual, more[2], more[3]));
            let shut = Expr::parse(&text).unwrap();
            let open = opened_at(&shut, NAMES[driver], &inner);
            let (shut, open) = (explain(&shut, &base, &actual), explain(&open, &base, &actual));
            prop_assert_eq!(outline(&shut, NAMES[driver]), outline(&open, NAMES[driver]));
        }

        #[test]
        fn what_is_shown_of_parts_sums_to_what_is_shown_of_their_whole(
            text in formula(), base in numbers(), actual in numbers(), unit in 1i128..50
        ) {
            let tree = why(&text, &base, &actual);
            let unit = Ratio::new(unit, 7).unwrap();
            let shown = ShownTree::of(&tree, &unit);
            let root = tree.contribution.as_ref().and_then(|own| own.checked_div(&unit));
            prop_assert_eq!(shown.contribution, root.map(|own| own.round_scaled(0)));
            assert_shown(&tree, &shown);
        }
    }

    fn opened_at(expr: &Expr, driver: &str, inner: &Expr) -> Expr {
        match expr {
            Expr::Name(name) if name == driver => {
                Expr::Named { name: name.clone(), expr: Box::new(inner.clone()) }
            }
            _ => expr.map_parts(&mut |part| opened_at(part, driver, inner)),
        }
    }

    /// Every contribution of a tree, but for those below a driver.
    fn outline(tree: &Tree, driver: &str) -> String {
        let open = tree.name.as_deref() != Some(driver);
        let inner = tree.children.iter().filter(|_| open).map(|child| outline(child, driver));
        format!("{:?} {:?}", tree.contribution, inner.collect::<Vec<_>>())
    }

    fn assert_shown(tree: &Tree, shown: &ShownTree) {
        assert_eq!(tree.children.len(), shown.children.len(), "{}", tree.text);
        if !shown.children.is_empty() {
            let parts: i128 = shown.children.iter().map(|child| child.contribution.unwrap()).sum();
            assert_eq!(Some(parts), shown.contribution, "{}", tree.text);
        }
        for (child, shown) in tree.children.iter().zip(&shown.children) {
            assert_shown(child, shown);
        }
    }
}
