//! All changes that are explained, by figure: of the company from period to period, then of its parts.

use super::headline;
use crate::compose::desk::Desk;
use crate::compose::focus;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::why::Why;
use crate::quantity::{MeasureId, Scope};
use crate::review::Question;
use crate::site::{Block, Empty, LinkLine, Links, Phrase, Section};

/// The list.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let lead = focus::lead(desk);
    let mut roots: Vec<&MeasureId> = desk.whys.all().map(|(question, _)| &question.metric).collect();
    roots.dedup();
    roots.sort_by_key(|root| Some(*root) != lead.as_ref());
    let blocks: Vec<Block> = roots.into_iter().map(|root| of(desk, root)).collect();
    Sheet {
        route: Route::Whys,
        title: desk.say("why-title").into(),
        eyebrow: vec![desk.company()],
        headline: latest(desk).unwrap_or_else(|| desk.say("why-none")).into(),
        lede: (!blocks.is_empty()).then(|| desk.say("why-lede").into()),
        blocks: if blocks.is_empty() { vec![empty(desk)] } else { blocks },
    }
}

/// What moved the leading figure in the latest month; of the first change there is, where nobody knows a month.
fn latest(desk: &Desk<'_>) -> Option<String> {
    let asked = focus::lead(desk).zip(focus::month(desk));
    let asked = asked.map(|(metric, period)| Question { metric, scope: Scope::company(), period });
    let is_asked = |question: &Question| Some(question) == asked.as_ref();
    let mut all = desk.whys.all();
    let (question, why) = all.find(|(question, _)| is_asked(question)).or_else(|| desk.whys.all().next())?;
    let args = [
        ("period", desk.locale.period(question.period).into()),
        ("message", headline(desk, question, &why.first.drivers).into()),
    ];
    Some(desk.fill("why-latest", &args))
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
    let (words, aside) = match question.scope == Scope::company() {
        true => (Phrase::from(period), Phrase::default()),
        false => (desk.scope(&question.scope), period.into()),
    };
    let message = headline(desk, question, &why.first.drivers);
    let link = desk.link(words, &Route::Why(question.clone()));
    LinkLine { link, about: Some(message.into()), aside }
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
