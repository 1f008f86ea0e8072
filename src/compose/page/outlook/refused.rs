//! What is not forecast, with the reason.

use crate::compose::course::who;
use crate::compose::desk::Desk;
use crate::compose::page::parts::{disclosure, fact, prose_facts};
use crate::quantity::MeasureId;
use crate::site::Block;
use crate::trend::forecast::Refusal;
use crate::trend::{Reason, Refused};

/// The parts of a figure that are not forecast.
pub(super) fn section(desk: &Desk<'_>, lead: &MeasureId) -> Option<Block> {
    let own = |refused: &&Refused| refused.subject.metric == *lead;
    let refused = desk.forecasts.outlook.refused.iter().filter(own);
    let facts: Vec<_> =
        refused.map(|refused| fact(who(desk, &refused.subject), why(desk, &refused.reason))).collect();
    let summary = desk.fill("outlook-refused", &[("count", facts.len().into())]);
    (!facts.is_empty()).then(|| disclosure(summary, vec![prose_facts(facts)]))
}

/// Why there is no forecast, in words.
fn why(desk: &Desk<'_>, reason: &Reason) -> String {
    let counts = |key: &str, known: usize, needed: usize| {
        desk.fill(key, &[("known", known.into()), ("needed", needed.into())])
    };
    match reason {
        Reason::Series(_) => desk.say("outlook-why-series"),
        Reason::Method(Refusal::TooFew { known, needed }) => counts("outlook-why-few", *known, *needed),
        Reason::Method(Refusal::NoSpread { known, needed }) => counts("outlook-why-spread", *known, *needed),
        Reason::Method(_) => desk.say("outlook-why-method"),
        Reason::NoPlan { known } => counts("outlook-why-plan", *known, 0),
        Reason::NoSisters { sisters } => counts("outlook-why-sisters", *sisters, 0),
    }
}
