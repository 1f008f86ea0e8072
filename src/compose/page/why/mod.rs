//! Why: which driver, exactly? The change of a figure opened into what its drivers contributed.

use crate::compose::desk::Desk;
use crate::compose::exhibit::opened;
use crate::compose::plan_name::plan_name;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::why::Opened;
use crate::review::Question;
use crate::site::{Block, LinkLine, Links, Phrase};

/// One page per change that is explained.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.whys.all().map(|(question, opened)| sheet(desk, question, opened)).collect()
}

fn sheet(desk: &Desk<'_>, question: &Question, ways: &[Opened<'_>]) -> Sheet {
    let figures: Vec<_> = ways.iter().filter_map(|way| opened(desk, way, question)).collect();
    let headline = figures.first().map(|figure| figure.chart.message.as_str().into());
    let mut eyebrow: Vec<Phrase> =
        vec![desk.locale.period(question.period).into(), desk.scope(&question.scope)];
    eyebrow.extend(plan_name(desk, desk.year_of(question.period)));
    Sheet {
        route: Route::Why(question.clone()),
        title: title(desk, question).into(),
        eyebrow,
        headline: headline.unwrap_or_default(),
        lede: None,
        blocks: figures.into_iter().map(Block::from).collect(),
    }
}

fn title(desk: &Desk<'_>, question: &Question) -> String {
    let args = [
        ("metric", desk.metric(&question.metric).text.into()),
        ("who", desk.scope(&question.scope).text.into()),
        ("period", desk.locale.period(question.period).into()),
    ];
    desk.fill("why-of", &args)
}

/// The list of all changes that are explained.
pub(crate) fn list(desk: &Desk<'_>) -> Sheet {
    let line = |question: &Question| LinkLine {
        link: desk.link(title(desk, question), &Route::Why(question.clone())),
        about: None,
        aside: Phrase::default(),
    };
    let lines: Vec<LinkLine> = desk.whys.all().map(|(question, _)| line(question)).collect();
    Sheet {
        route: Route::Whys,
        title: desk.say("why-title").into(),
        eyebrow: vec![desk.company()],
        headline: desk.fill("why-headline", &[("count", lines.len().into())]).into(),
        lede: None,
        blocks: vec![Links { lines }.into()],
    }
}
