//! What stands beside a change that is explained: the same figure in other parts and periods, other figures, the review.

use super::headline;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::why::Why;
use crate::quantity::{Period, Scope};
use crate::review::Question;
use crate::site::{Block, LinkLine, Links, Phrase, Section};

/// Links to the changes that belong to this one.
pub(super) fn block(desk: &Desk<'_>, question: &Question) -> Block {
    let beside = |other: &Question| other != question && is_beside(other, question);
    let others = desk.whys.all().filter(|(other, _)| beside(other));
    let mut lines: Vec<LinkLine> = review(desk, question).into_iter().collect();
    let told = |(other, why): (&Question, &Why<'_>)| {
        line(desk, question, (other, headline(desk, other, &why.first.drivers)))
    };
    lines.extend(others.map(told));
    let heading = desk.say("why-beside").into();
    let more = Some(desk.link(desk.say("why-all"), &Route::Whys));
    Section { heading, more, blocks: vec![Links { lines }.into()], ..Section::default() }.into()
}

/// The other figures of the same part and period; the parts of the whole, and the whole of a part; the period before.
fn is_beside(other: &Question, question: &Question) -> bool {
    let (same_part, same_metric) = (other.scope == question.scope, other.metric == question.metric);
    let same_period = other.period == question.period;
    let whole = Scope::company();
    let around = other.scope == whole || question.scope == whole;
    (same_part && same_period)
        || (same_metric && same_period && around)
        || (same_metric && same_part && next_to(other.period, question.period))
}

fn next_to(other: Period, period: Period) -> bool {
    other.grain() == period.grain()
        && (other.span().to + 1 == period.span().from || period.span().to + 1 == other.span().from)
}

fn line(desk: &Desk<'_>, question: &Question, (other, message): (&Question, String)) -> LinkLine {
    let differs: Phrase = if other.period != question.period {
        desk.locale.period(other.period).into()
    } else if other.scope != question.scope {
        desk.scope(&other.scope)
    } else {
        desk.metric(&other.metric)
    };
    let link = desk.link(differs, &Route::Why(other.clone()));
    LinkLine { link, about: Some(message.into()), aside: Phrase::default() }
}

/// The review of the period.
fn review(desk: &Desk<'_>, question: &Question) -> Option<LinkLine> {
    let mut cycles = desk.workspace.cycles.iter();
    let cycle = cycles.find(|cycle| Period::containing(cycle.span.from, cycle.kind) == question.period)?;
    let args = [("period", desk.locale.period(question.period).into())];
    let link = desk.link(desk.fill("why-review", &args), &Route::Review(cycle.id.clone()));
    Some(LinkLine { link, about: None, aside: Phrase::default() })
}
