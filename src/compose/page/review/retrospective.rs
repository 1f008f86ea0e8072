//! What was learned at the end of a quarter or year.

use super::words::fact;
use super::{headline, period};
use crate::compose::desk::Desk;
use crate::quantity::Text;
use crate::site::{Block, Facts, Phrase, Section};
use crate::workspace::{At, Cycle};

/// Goal, result, analysis, insight, standard, next; nothing when none was written.
pub(super) fn block(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let learned = cycle.retrospective.as_ref()?;
    let said = |text: &Option<Text>| text.as_ref().map(|text| desk.phrase(text)).unwrap_or_default();
    let said_at =
        |text: &Option<At<Text>>| text.as_ref().map(|text| desk.phrase(&text.value)).unwrap_or_default();
    let from_data = || {
        let figure = headline::result(desk, period(cycle));
        Phrase::from(desk.fill("learned-from-data", &[("figure", figure.into())]))
    };
    let result = if learned.result.is_some() { said_at(&learned.result) } else { from_data() };
    let facts = [
        fact(desk, "learned-goal", said(&learned.goal)),
        fact(desk, "learned-result", result),
        fact(desk, "learned-analysis", said_at(&learned.analysis)),
        fact(desk, "learned-insight", said_at(&learned.insight)),
        fact(desk, "learned-standard", said(&learned.standard)),
        fact(desk, "learned-next", said(&learned.next)),
    ];
    let section = Section {
        id: "retrospective".to_owned(),
        heading: desk.say("learned").into(),
        blocks: vec![Facts { facts: facts.into_iter().flatten().collect(), prose: true, note: None }.into()],
        ..Section::default()
    };
    Some(section.into())
}
