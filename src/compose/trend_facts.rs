//! What can be said of some series, as sentences beside the name of the figure.

use super::desk::Desk;
use super::trend_words::Teller;
use crate::site::{Block, Fact, Facts};
use crate::trend::Series;
use crate::trend::fact::{self, Fact as Told};

/// So many sentences are told of one figure: what matters most.
const TOLD: usize = 3;

/// The facts of some series, figure by figure; nothing where there is nothing to say.
pub(crate) fn trend_facts(desk: &Desk<'_>, all: &[Series]) -> Option<Block> {
    let facts: Vec<Fact> = all.iter().filter_map(|series| of(desk, series)).collect();
    (!facts.is_empty()).then(|| Facts { facts, prose: true, note: None }.into())
}

fn of(desk: &Desk<'_>, series: &Series) -> Option<Fact> {
    let teller = Teller { workspace: desk.workspace, locale: desk.locale, currency: desk.currency() };
    let facts = fact::facts(desk.workspace, &desk.check(), series);
    // That something is not known yet is said where nothing else is.
    let told = |fact: &&Told| !matches!(fact, Told::TooShort(_) | Told::Running(_));
    let mut sentences: Vec<String> =
        facts.iter().filter(told).take(TOLD).map(|fact| teller.sentence(fact)).collect();
    if sentences.is_empty() {
        sentences.extend(facts.first().map(|fact| teller.sentence(fact)));
    }
    let words = sentences.join(&desk.say("sentence-space"));
    let name = desk.metric(&series.subject.metric);
    (!words.is_empty()).then(|| Fact { name, value: words.as_str().into() })
}
