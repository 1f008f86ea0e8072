//! Formulas: what is read prints as what it is, has one value, and its change is explained to the last digit.

use opsreport::metric::{Expr, Tree, explain, value};
use opsreport::quantity::Ratio;

/// A formula as text.
pub fn formulas(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else { return };
    let Ok(expr) = Expr::parse(text) else { return };
    let printed = expr.to_string();
    // What is printed may be longer than what may be typed.
    let Ok(again) = Expr::parse(&printed) else {
        assert!(printed.len() > 4096, "{text:?} prints as {printed:?}, which does not read");
        return;
    };
    assert_eq!(again, expr, "{text:?} prints as {printed:?}");
    assert_eq!(value(&again, &actual), value(&expr, &actual));
    explained(&explain(&expr, &base, &actual));
}

/// Some figures are there, some are not; one is nought.
fn actual(name: &str) -> Option<Ratio> {
    match name.len() {
        1 => Some(Ratio::from_scaled(i128::from(name.as_bytes()[0]) - 105, 1)),
        2 => Ratio::new(7, i128::from(name.as_bytes()[1])),
        3 => Some(Ratio::zero()),
        _ => None,
    }
}

fn base(name: &str) -> Option<Ratio> {
    actual(name).map(|value| &value * &value)
}

/// The parts of a node contribute what it does; the root contributes its change.
fn explained(root: &Tree) {
    if let (Some(before), Some(now)) = (root.base.known(), root.actual.known()) {
        assert_eq!(root.contribution.as_ref(), Some(&(now - before)), "{}", root.text);
    }
    let leaves: Ratio = root.leaves().iter().map(|leaf| leaf.contribution.clone()).sum();
    if let Some(contribution) = &root.contribution
        && !root.children.is_empty()
    {
        assert_eq!(&leaves, contribution, "{}", root.text);
    }
    parted(root);
}

fn parted(node: &Tree) {
    if let Some(contribution) = &node.contribution
        && !node.children.is_empty()
    {
        let parts: Option<Vec<Ratio>> =
            node.children.iter().map(|child| child.contribution.clone()).collect();
        let parts: Ratio = parts.expect("an opened node has parts that contribute").into_iter().sum();
        assert_eq!(&parts, contribution, "{}", node.text);
    }
    node.children.iter().for_each(parted);
}
