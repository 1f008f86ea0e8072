//! Driver trees: how a figure is opened, level by level, with names for its levels.

use super::{Expr, Sign};
use crate::quantity::MeasureId;

/// A way to open a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct DriverTree {
    /// Its name in files.
    pub id: String,
    /// The figure that is opened.
    pub root: MeasureId,
    /// How the figure follows from its drivers.
    pub expr: Expr,
    /// Names of the parts, from the top: first the root's parts, then the parts of those, and so on.
    pub levels: Vec<Vec<String>>,
    /// Drivers that are sums of others: a driver and what it is the sum of, in the order written.
    pub split: Vec<(MeasureId, Vec<MeasureId>)>,
    /// Ratios by which its figures are opened further in the second reading: each makes its numerator of its divisor.
    pub drivers: Vec<MeasureId>,
}

/// Why a driver tree cannot be used as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeFault {
    /// A level has not as many names as there are parts at its depth.
    LevelWidth {
        /// The level, counted from nought.
        level: usize,
        /// How many parts there are.
        parts: usize,
        /// How many names are given.
        names: usize,
    },
    /// A level calls a driver by another name than the expression does.
    LevelName {
        /// The level, counted from nought.
        level: usize,
        /// The name in the level.
        name: String,
        /// The name in the expression.
        driver: String,
    },
    /// A split of something that is not a driver of the expression, or into nothing.
    Split {
        /// What is split.
        name: MeasureId,
    },
}

impl DriverTree {
    /// The expression with the root, its levels and its splits named, ready to be explained.
    ///
    /// # Errors
    /// [`TreeFault`] when levels or splits do not fit the expression.
    pub fn named_expr(&self) -> Result<Expr, TreeFault> {
        let mut expr = self.expr.clone();
        for (level, names) in self.levels.iter().enumerate().rev() {
            expr = name_level(&expr, level, names)?;
        }
        for (driver, parts) in &self.split {
            if parts.is_empty() || !expr.names().contains(&driver.as_str()) {
                return Err(TreeFault::Split { name: driver.clone() });
            }
            expr = split(&expr, driver, parts);
        }
        Ok(Expr::Named { name: self.root.as_str().to_owned(), expr: Box::new(expr) })
    }
}

/// Names the parts at one depth; deeper levels are named before, so that names do not shift depths.
fn name_level(expr: &Expr, level: usize, names: &[String]) -> Result<Expr, TreeFault> {
    let parts = parts_at(expr, level);
    if parts.len() != names.len() {
        return Err(TreeFault::LevelWidth { level, parts: parts.len(), names: names.len() });
    }
    for (part, name) in parts.into_iter().zip(names) {
        match part {
            Expr::Name(driver) if driver != name => {
                let (name, driver) = (name.clone(), driver.clone());
                return Err(TreeFault::LevelName { level, name, driver });
            }
            _ => {}
        }
    }
    Ok(wrap_level(expr, level, &mut names.iter()))
}

fn parts_at(expr: &Expr, level: usize) -> Vec<&Expr> {
    match level {
        0 => expr.parts(),
        _ => expr.parts().into_iter().flat_map(|part| parts_at(part, level - 1)).collect(),
    }
}

fn wrap_level(expr: &Expr, level: usize, names: &mut std::slice::Iter<'_, String>) -> Expr {
    expr.map_parts(&mut |part| match (level, part) {
        (0, Expr::Name(_)) => {
            names.next();
            part.clone()
        }
        (0, _) => match names.next() {
            Some(name) => Expr::Named { name: name.clone(), expr: Box::new(part.clone()) },
            None => part.clone(),
        },
        _ => wrap_level(part, level - 1, names),
    })
}

fn split(expr: &Expr, driver: &MeasureId, parts: &[MeasureId]) -> Expr {
    match expr {
        Expr::Name(name) if name == driver.as_str() => {
            let terms = parts.iter().map(|part| (Sign::Plus, Expr::Name(part.as_str().to_owned())));
            Expr::Named { name: name.clone(), expr: Box::new(Expr::Sum(terms.collect())) }
        }
        _ => expr.map_parts(&mut |part| split(part, driver, parts)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(levels: &[&[&str]], split: &[(&str, &[&str])]) -> DriverTree {
        let ids = |names: &[&str]| names.iter().map(|name| MeasureId::new(name)).collect();
        DriverTree {
            id: "t".to_owned(),
            root: MeasureId::new("sales"),
            expr: Expr::parse("(sessions * cvr) * asp").unwrap(),
            levels: levels.iter().map(|level| level.iter().map(|n| (*n).to_owned()).collect()).collect(),
            split: split.iter().map(|(name, parts)| (MeasureId::new(name), ids(parts))).collect(),
            drivers: Vec::new(),
        }
    }

    #[test]
    fn splits_and_levels_show_in_the_expression() {
        let tree = tree(&[&["orders", "asp"], &["sessions", "cvr"]], &[("sessions", &["organic", "paid"])]);
        let expr = tree.named_expr().unwrap();
        assert_eq!(expr.to_string(), "((organic + paid) * cvr) * asp");
    }

    #[test]
    fn what_does_not_fit_the_expression_is_refused() {
        let width = TreeFault::LevelWidth { level: 1, parts: 2, names: 1 };
        let name = TreeFault::LevelName { level: 0, name: "price".into(), driver: "asp".into() };
        let split = |name: &str| TreeFault::Split { name: MeasureId::new(name) };
        for (tree, fault) in [
            (tree(&[&["orders", "asp"], &["sessions"]], &[]), width),
            (tree(&[&["orders", "price"]], &[]), name),
            (tree(&[], &[("units", &["a"])]), split("units")),
            (tree(&[], &[("cvr", &[])]), split("cvr")),
        ] {
            assert_eq!(tree.named_expr(), Err(fault));
        }
    }
}
