//! Who earns it: parts ranked by what they contribute, with what they add up to.

use crate::quantity::{Ratio, Scope};

/// Parts of the company, the one that contributes most first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pareto {
    /// The parts with their contributions.
    pub parts: Vec<(Scope, Ratio)>,
    /// What they sum to.
    pub total: Ratio,
}

impl Pareto {
    /// Ranks parts; those that contribute nothing are left out.
    pub fn of(parts: impl IntoIterator<Item = (Scope, Ratio)>) -> Self {
        let mut parts: Vec<(Scope, Ratio)> = parts.into_iter().filter(|(_, own)| !own.is_zero()).collect();
        parts.sort_by(|a, b| b.1.cmp(&a.1));
        let total = parts.iter().map(|(_, own)| own).sum();
        Pareto { parts, total }
    }

    /// What the parts up to each one come to, as shares of the total; nothing where the total is not above nought.
    /// They pass 1 where later parts lose.
    pub fn cumulative(&self) -> Option<Vec<Ratio>> {
        if !self.total.is_positive() {
            return None;
        }
        let mut sum = Ratio::zero();
        let share = |(_, own): &(Scope, Ratio)| {
            sum += own;
            sum.checked_div(&self.total)
        };
        self.parts.iter().map(share).collect()
    }

    /// How many of the first parts bring a share of the total.
    pub fn few(&self, share: &Ratio) -> Option<usize> {
        self.cumulative()?.iter().position(|sum| sum >= share).map(|at| at + 1)
    }

    /// How many parts lose.
    pub fn losing(&self) -> usize {
        self.parts.iter().filter(|(_, own)| own.is_negative()).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::ProductId;

    #[test]
    fn the_few_that_bring_most_come_first() {
        let part = |id: &str, own: i128| (Scope::product(&ProductId::new(id)), Ratio::from_int(own));
        let pareto = Pareto::of([part("a", 10), part("b", 0), part("c", 85), part("d", -15), part("e", 20)]);
        let names: Vec<&str> =
            pareto.parts.iter().map(|(scope, _)| scope.product.as_ref().unwrap().as_str()).collect();
        assert_eq!(names, ["c", "e", "a", "d"]);
        let shares: Vec<String> = pareto.cumulative().unwrap().iter().map(Ratio::to_string).collect();
        assert_eq!(shares, ["17/20", "21/20", "23/20", "1"]);
        assert_eq!((pareto.few(&Ratio::from_scaled(80, 2)), pareto.losing()), (Some(1), 1));
        assert_eq!(Pareto::of([part("a", -1)]).cumulative(), None);
    }
}
