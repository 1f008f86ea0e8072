//! The season that sister series show, the parts of the same market or product: of help where a history is shorter than a
//! season and no plan tells one.

use super::leaf::Leaf;
use super::planned_season::{figure, unrest};
use crate::trend::detect::median;
use crate::trend::elementary::{exp, ln};
use crate::trend::forecast::Pool;

/// Fewer values of its own are no level that a season could be put on.
const LEVEL: usize = 3;

/// What the sisters of a leaf say, from the leaf's first period on; nothing where it has just begun, or is old enough to
/// show its own season.
pub(super) fn pool(leaf: &Leaf, leaves: &[Leaf], season: usize) -> Option<Pool> {
    if !(LEVEL..season).contains(&leaf.track.known()) {
        return None;
    }
    let told: Vec<Told> = leaves
        .iter()
        .filter(|other| are_sisters(leaf, other))
        .filter_map(|one| Told::of(one, season))
        .collect();
    let factor = |place: usize| exp(median(told.iter().map(|one| one.figure[place]).collect()));
    let index = (0..season).map(|step| factor((leaf.track.start + step) % season));
    let scale = |told: &[Told]| median(told.iter().map(|one| one.unrest).collect());
    (!told.is_empty()).then(|| Pool { index: index.collect(), scale: scale(&told), sisters: told.len() })
}

/// Whether two parts are sold in one marketplace, or are one product.
fn are_sisters(one: &Leaf, other: &Leaf) -> bool {
    let (one, other) = (&one.scope, &other.scope);
    let (place, product) = (one.marketplace == other.marketplace, one.product == other.product);
    place != product
}

/// What a part shows that was measured for two seasons or more, its days weighed.
struct Told {
    /// How far each place of the season lies from the course of a year, as logarithms.
    figure: Vec<f64>,
    /// The standard deviation of the changes of its logarithms.
    unrest: f64,
}

impl Told {
    /// Nothing below two seasons, and where something between was not measured or not positive.
    fn of(leaf: &Leaf, season: usize) -> Option<Self> {
        let level = |place: usize| {
            let value = leaf.track.at(place)? / leaf.weights.get(place)?;
            (value > 0.0).then(|| ln(value))
        };
        let levels: Vec<f64> = (leaf.track.start..leaf.track.end()).map(level).collect::<Option<_>>()?;
        let mut figure = figure(&levels, season)?;
        // From the leaf's own beginning to the places among all periods.
        figure.rotate_right(leaf.track.start % season);
        Some(Told { figure, unrest: unrest(&leaf.track, &leaf.weights)? })
    }
}
