//! Which drivers of a bridge a sentence names, and how much it leaves unnamed (domain 2.10).

use super::Bridge;
use crate::metric::Leaf;
use crate::quantity::Ratio;

/// At most so many drivers are named.
const NAMED: usize = 3;

/// The drivers of a bridge, and which of them are worth a word.
#[derive(Clone, Debug)]
pub struct MainDrivers {
    /// All drivers, in the order of the tree.
    pub leaves: Vec<Leaf>,
    /// The places of the named ones among them, the greatest first.
    pub named: Vec<usize>,
    /// What is not named, as a share of all movement: of the sum of all contributions without their signs.
    pub unnamed: Ratio,
}

impl Bridge {
    /// The drivers that say most, the greatest first: until 80 % of all movement is named, and at most three.
    pub fn main_drivers(&self) -> MainDrivers {
        let leaves = self.tree.leaves();
        let size = |index: &usize| leaves[*index].contribution.abs();
        let all: Ratio = leaves.iter().map(|leaf| leaf.contribution.abs()).sum();
        let enough = &all * &Ratio::from_scaled(80, 2);
        let mut order: Vec<usize> = (0..leaves.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(size(index)));
        let (mut named, mut said) = (Vec::new(), Ratio::zero());
        for index in order.into_iter().take(NAMED) {
            if said < enough {
                said += &size(&index);
                named.push(index);
            }
        }
        let unnamed = (&all - &said).checked_div(&all).unwrap_or_else(Ratio::zero);
        MainDrivers { leaves, named, unnamed }
    }
}

impl MainDrivers {
    /// The places of the drivers that are not named, in the order of the tree.
    pub fn rest(&self) -> impl Iterator<Item = usize> {
        (0..self.leaves.len()).filter(|index| !self.named.contains(index))
    }
}
