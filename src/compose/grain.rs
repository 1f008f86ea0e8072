//! How finely a figure is counted, by what its measures say and by what the files give.

use super::desk::Desk;
use crate::metric::GRAINS;
use crate::quantity::{Grain, MeasureId};
use crate::review::{Figure, Reading};

/// The grain of a name.
pub(crate) fn grain(name: &str) -> Option<Grain> {
    GRAINS.iter().find(|(known, _)| *known == name).map(|(_, grain)| *grain)
}

/// The finest grain of a figure: that of its coarsest measure; nothing when no measure names one.
pub(crate) fn declared(desk: &Desk<'_>, metric: &MeasureId) -> Option<Grain> {
    desk.workspace.catalogue.finest(metric)
}

/// Whether figures are asked at a grain that their measures lack.
pub(crate) fn is_too_fine(desk: &Desk<'_>, figures: &[Figure]) -> bool {
    let known = |figure: &Figure| figure.actual.known().is_some();
    let coarse = |figure: &Figure| figure.actual == Reading::Coarse;
    let finer = |figure: &Figure| {
        let question = &figure.question;
        declared(desk, &question.metric).is_some_and(|finest| question.period.grain() < finest)
    };
    figures.iter().any(finer) || (figures.iter().any(coarse) && !figures.iter().any(known))
}
