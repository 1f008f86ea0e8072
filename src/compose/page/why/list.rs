//! All changes that are explained, by figure: of the company from period to period, then of its parts.

use super::headline;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::why::Why;
use crate::quantity::{MeasureId, Scope};
use crate::review::Question;
use crate::site::{Block, Empty, LinkLine, Links, Phrase, Section};

/// The list.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let count = desk.whys.all().count();
    let mut roots: Vec<&MeasureId> = desk.whys.all().map(|(question, _)| &question.metric).collect();
    roots.dedup();
    let blocks: Vec<Block> = roots.into_iter().map(|root| of(desk, root)).collect();
    Sheet {
        route: Route::Whys,
        title: desk.say("why-title").into(),
        eyebrow: vec![desk.company()],
        headline: desk
            .fill(if count == 0 { "why-none" } else { "why-headline" }, &[("count", count.into())])
            .into(),
        lede: (count > 0).then(|| desk.say("why-lede").into()),
        blocks: if blocks.is_empty() { vec![empty(desk)] } else { blocks },
    }
}

/// The changes of one figure: the newest first, then by part.
fn of(desk: &Desk<'_>, root: &MeasureId) -> Block {
    let own = desk.whys.all().filter(|(question, _)| question.metric == *root);
    let (mut whole, parts): (Vec<_>, Vec<_>) =
        own.partition(|(question, _)| question.scope == Scope::company());
    whole
        .sort_by_key(|(question, _)| std::cmp::Reverse((question.period.span().to, question.period.grain())));
    let lines = whole.into_iter().chain(parts).map(|(question, why)| line(desk, question, why)).collect();
    Section { heading: desk.metric(root), blocks: vec![Links { lines }.into()], ..Section::default() }.into()
}

fn line(desk: &Desk<'_>, question: &Question, why: &Why<'_>) -> LinkLine {
    let period = desk.locale.period(question.period);
    let words = match question.scope == Scope::company() {
        true => Phrase::from(period),
        false => desk.scope(&question.scope),
    };
    let message = headline(desk, question, &why.first.drivers);
    let link = desk.link(words, &Route::Why(question.clone()));
    LinkLine { link, about: Some(message.into()), aside: Phrase::default() }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("why-empty").as_str().into(),
        file: "metrics.yaml".to_owned(),
        yaml: "trees:\n- {id: sales-drivers, root: sales,\n   expr: \"(sessions * cvr) * (upo * asp)\"}"
            .to_owned(),
    }
    .into()
}
