//! What the pages of the company and of its parts share: the year, the open gaps, how parts stand.

use crate::compose::agenda::{self, Of};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, SHOWN, columns, largest, months_of, pace, usual_funnel, variance_table};
use crate::compose::focus;
use crate::compose::loop_table::ledger;
use crate::compose::route::Route;
use crate::compose::why;
use crate::metric::Impact;
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::{Figure, Question, Thread};
use crate::site::{Block, Phrase, Rich, Section, Table, Two};

/// A section with a heading from the catalogue.
pub(crate) fn section(desk: &Desk<'_>, key: &str, blocks: Vec<Block>) -> Block {
    Section { heading: desk.say(key).into(), blocks, ..Section::default() }.into()
}

/// A section with a sentence under its heading.
pub(crate) fn told(desk: &Desk<'_>, key: &str, (lede, blocks): (impl Into<Rich>, Vec<Block>)) -> Block {
    let lede = Some(lede.into());
    Section { heading: desk.say(key).into(), lede, blocks, ..Section::default() }.into()
}

/// The year by month beside its pace and what comes next.
pub(crate) fn year_and_pace(
    desk: &Desk<'_>,
    (lead, scope, year): (&MeasureId, &Scope, i16),
    of: &Of,
) -> Option<Block> {
    let figure = columns(desk, (lead, scope), &months_of(desk, year))?;
    let mut aside: Vec<Block> = Vec::new();
    if let Some(pace) = pace(desk, lead, (scope, year)) {
        let heading = desk.say("home-pace").into();
        let more = Some(desk.link(desk.say("home-pace-more"), &plan_route(scope)));
        aside.push(Section { heading, more, blocks: vec![pace.into()], ..Section::default() }.into());
    }
    let next = agenda::next(desk, of, 6);
    if !next.lines.is_empty() {
        aside.push(section(desk, "home-next", vec![next.into()]));
    }
    Some(Two { main: vec![figure.into()], aside }.into())
}

/// The plan of a part of the company.
fn plan_route(scope: &Scope) -> Route {
    match (&scope.product, &scope.marketplace) {
        (Some(product), _) => Route::PlanProduct(product.clone()),
        (None, Some(place)) => Route::PlanMarketplace(place.clone()),
        (None, None) => Route::Plan,
    }
}

/// The gaps in a part of the company that matter most and are not closed, one line each; last the latest that became
/// a standard and was seen to work, since that is how they should end.
pub(crate) fn gaps(desk: &Desk<'_>, within: &Scope) -> Option<Block> {
    let here = |thread: &&Thread<'_>| lies_in(thread.question.as_ref().map(|q| &q.scope), within);
    let gaps = desk.threads().iter().filter(|thread| thread.is_gap()).filter(here);
    let (closed, mut open): (Vec<&Thread<'_>>, Vec<&Thread<'_>>) =
        gaps.partition(|thread| thread.is_closed());
    open.sort_by_key(|thread| (std::cmp::Reverse(thread.cycle.span.to), thread.state));
    let standard = |thread: &&&Thread<'_>| thread.acts().iter().any(|act| act.sop.is_some());
    let ended = closed.iter().filter(standard).max_by_key(|thread| thread.cycle.span.to);
    let mut open = latest(open);
    open.extend(ended);
    if open.is_empty() {
        return None;
    }
    let more = desk.link(desk.say("gaps-more"), &Route::Loop);
    let section = Section {
        heading: desk.say("home-gaps").into(),
        more: Some(more),
        blocks: vec![ledger(desk, &open).into()],
        ..Section::default()
    };
    Some(section.into())
}

/// So many gaps are told of; the others are on the page of the loop.
const GAPS: usize = 5;

/// Of a figure that is off in several cycles the latest alone: what was done about the earlier ones led to it.
fn latest<'a>(gaps: Vec<&'a Thread<'a>>) -> Vec<&'a Thread<'a>> {
    let of = |thread: &Thread<'_>| thread.question.as_ref().map(|it| (it.metric.clone(), it.scope.clone()));
    let mut told: Vec<&Thread<'_>> = Vec::new();
    for gap in gaps {
        if gap.question.is_none() || !told.iter().any(|other| of(other) == of(gap)) {
            told.push(gap);
        }
    }
    told.truncate(GAPS);
    told
}

/// Whether a part of the company lies in another; what is of no part lies in the whole alone.
pub(in crate::compose::page) fn lies_in(scope: Option<&Scope>, within: &Scope) -> bool {
    let scope = scope.cloned().unwrap_or_default();
    within.product.as_ref().is_none_or(|product| scope.product.as_ref() == Some(product))
        && within.marketplace.as_ref().is_none_or(|place| scope.marketplace.as_ref() == Some(place))
}

/// The figures of the page of a part: the one that leads, and the usual ones that are measured there.
pub(crate) fn figures(desk: &Desk<'_>, (lead, scope): (&MeasureId, &Scope)) -> Vec<MeasureId> {
    let usual = ["sales", "contribution_profit", "units", "cvr", "acos", "return_rate"];
    let mut figures = vec![lead.clone()];
    figures.extend(usual.map(MeasureId::new).into_iter().filter(|id| id != lead));
    figures.retain(|id| exists(desk, id, scope) && desk.check().last_day(id, scope).is_some());
    figures.truncate(6);
    figures
}

/// Whether a figure exists for parts of the company such as this one: its measures say what they may be split by.
fn exists(desk: &Desk<'_>, id: &MeasureId, scope: &Scope) -> bool {
    let has = |dimension: &str| desk.workspace.catalogue.lacks(id, dimension).is_none();
    (scope.product.is_none() || has("product")) && (scope.marketplace.is_none() || has("marketplace"))
}

/// What stands between visits and units, in order.
const FUNNEL: [&str; 6] = ["sessions", "cvr", "orders", "upo", "units", "asp"];

/// The company's metrics that no other block of a page shows, as far as they are known there.
pub(crate) fn further(
    desk: &Desk<'_>,
    (scope, period): (&Scope, Period),
    shown: &[MeasureId],
) -> Option<Block> {
    let metrics = desk.workspace.catalogue.metrics().iter().map(|metric| &metric.id);
    let rest = metrics.filter(|id| !shown.contains(id) && !FUNNEL.contains(&id.as_str()));
    let rest = rest.filter(|id| exists(desk, id, scope));
    let line = |id: &MeasureId| Line {
        name: desk.metric(id),
        to: None,
        question: Question { metric: id.clone(), scope: scope.clone(), period },
    };
    let known = |line: &Line| desk.check().figure(&line.question).actual.known().is_some();
    let lines: Vec<Line> = rest.map(line).filter(known).collect();
    if lines.is_empty() {
        return None;
    }
    let caption = desk.fill("further-caption", &[("period", desk.locale.period(period).into())]);
    let mut table = variance_table(desk, caption.into(), &lines);
    let unplanned = lines.iter().any(|line| desk.check().figure(&line.question).plan.is_none());
    table.note = table.note.or_else(|| unplanned.then(|| desk.say("further-unplanned").into()));
    Some(section(desk, "further", vec![table.into()]))
}

/// From visits to units with the rates between them, as a section; nothing when visits or orders are not measured.
pub(crate) fn funnel(desk: &Desk<'_>, scope: &Scope, period: Period) -> Option<Block> {
    let steps = FUNNEL.map(MeasureId::new);
    let known =
        |id: &&MeasureId| desk.workspace.catalogue.contains(id) && desk.check().last_day(id, scope).is_some();
    let known: Vec<&MeasureId> = steps.iter().filter(known).collect();
    if known.len() < 3 {
        return None;
    }
    let name = |id: &MeasureId| {
        let factor = desk.workspace.catalogue.is_ratio(id);
        let words = desk.metric(id).text;
        if factor { desk.fill("funnel-times", &[("metric", words.into())]) } else { words }
    };
    let line = |id: &&MeasureId| Line {
        name: name(id).into(),
        to: None,
        question: Question { metric: (*id).clone(), scope: scope.clone(), period },
    };
    let lines: Vec<Line> = known.iter().map(line).collect();
    let caption = desk.fill("funnel-caption", &[("period", desk.locale.period(period).into())]);
    let asked = focus::lead(desk).map(|metric| Question { metric, scope: scope.clone(), period });
    let more =
        asked.and_then(|asked| why::route(desk, &asked)).map(|route| desk.link(desk.say("why-more"), &route));
    let chart = usual_funnel(desk, (scope, period)).map(Block::from);
    let table = variance_table(desk, caption.into(), &lines).into();
    let blocks = chart.into_iter().chain([table]).collect();
    Some(Section { heading: desk.say("funnel").into(), more, blocks, ..Section::default() }.into())
}

/// A table of parts with the whole as their total; nothing when none is measured or planned, as in a year whose
/// first months nobody recorded.
pub(crate) fn parts_table(
    desk: &Desk<'_>,
    (lead, period): (&MeasureId, Period),
    (whole, parts): (&Scope, &[Scope]),
) -> Option<Table> {
    let question = |scope: &Scope| Question { metric: lead.clone(), scope: scope.clone(), period };
    let figure = |scope: &Scope| desk.check().figure(&question(scope));
    let known = |figure: Figure| figure.actual.known().is_some() || figure.plan_whole.is_some();
    if !parts.iter().any(|scope| known(figure(scope))) {
        return None;
    }
    let line = |scope: &Scope| Line {
        name: name(desk, whole, scope),
        to: (scope != whole).then(|| desk.target(&desk.scope_route(scope))),
        question: question(scope),
    };
    let lines: Vec<Line> = parts.iter().chain([whole]).map(line).collect();
    let caption = desk.fill(
        "parts-caption",
        &[("metric", desk.metric(lead).text.into()), ("period", desk.locale.period(period).into())],
    );
    let mut table = variance_table(desk, caption.into(), &lines);
    if let Some(last) = table.rows.last_mut() {
        last.total = true;
    }
    Some(table)
}

/// The parts with the largest figures, in their order, as many as a picture shows.
pub(crate) fn largest_parts(
    desk: &Desk<'_>,
    (lead, period): (&MeasureId, Period),
    parts: &[Scope],
) -> Vec<Scope> {
    if parts.len() <= SHOWN {
        return parts.to_vec();
    }
    let size = |scope: &Scope| {
        let question = Question { metric: lead.clone(), scope: scope.clone(), period };
        largest(&[desk.check().figure(&question)])
    };
    let mut order: Vec<(usize, &Scope)> = parts.iter().enumerate().collect();
    order.sort_by_cached_key(|(_, scope)| std::cmp::Reverse(size(scope)));
    order.truncate(SHOWN);
    order.sort_by_key(|(index, _)| *index);
    order.into_iter().map(|(_, scope)| scope.clone()).collect()
}

/// What a part is called beside the whole: the product or marketplace that the whole does not name already.
fn name(desk: &Desk<'_>, whole: &Scope, part: &Scope) -> Phrase {
    match (&part.product, &part.marketplace) {
        _ if whole == part => desk.scope(part),
        (Some(product), _) if whole.product.is_none() => desk.product(product),
        (_, Some(place)) if whole.marketplace.is_none() => desk.marketplace(place),
        _ => desk.scope(part),
    }
}

/// The figure and the month that pages speak of; nothing before there is a result.
pub(crate) fn focus(desk: &Desk<'_>) -> Option<(MeasureId, Period)> {
    focus::lead(desk).zip(focus::month(desk))
}

/// How parts of one kind stand: how many reached the plan, which is furthest behind. `kind` begins the keys.
pub(crate) fn standing(
    desk: &Desk<'_>,
    kind: &str,
    (metric, period, parts): (&MeasureId, Period, &[Scope]),
) -> Phrase {
    let question = |scope: &Scope| Question { metric: metric.clone(), scope: scope.clone(), period };
    let figures: Vec<Figure> = parts.iter().map(|scope| desk.check().figure(&question(scope))).collect();
    let tally = Tally::of(&figures);
    let mut args = vec![
        ("count", parts.len().into()),
        ("all", tally.all.into()),
        ("reached", tally.reached.into()),
        ("period", desk.locale.period(period).into()),
        ("metric", desk.metric(metric).text.into()),
    ];
    let key = match tally.worst.and_then(|figure| Some((figure, figure.vs_plan.abs.as_ref()?))) {
        _ if tally.all == 0 => "count",
        None => "all",
        Some((figure, gap)) => {
            let style = desk.style(metric, &largest(&figures).unwrap_or_else(|| gap.abs()));
            args.push(("worst", desk.scope(&figure.question.scope).text.into()));
            args.push(("gap", style.delta_worded(gap).into()));
            "worst"
        }
    };
    desk.fill(&format!("{kind}-headline-{key}"), &args).into()
}

/// How many figures reached their plan.
#[derive(Debug, PartialEq, Eq)]
struct Tally<'a> {
    /// Those with a plan.
    all: usize,
    /// Those that are not behind it.
    reached: usize,
    /// The one furthest behind.
    worst: Option<&'a Figure>,
}

impl<'a> Tally<'a> {
    fn of(figures: &'a [Figure]) -> Self {
        let judged = || figures.iter().filter(|figure| figure.vs_plan.abs.is_some());
        let behind = || judged().filter(|figure| figure.vs_plan.impact == Impact::Unfavourable);
        let size = |figure: &&Figure| figure.vs_plan.abs.as_ref().map(Ratio::abs);
        Tally {
            all: judged().count(),
            reached: judged().count() - behind().count(),
            worst: behind().max_by_key(size),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Better, Unit, variance};
    use crate::quantity::{MarketplaceId, ProductId};
    use crate::review::Reading;

    fn figure(place: &str, actual: i128, plan: Option<i128>) -> Figure {
        let scope = Scope::marketplace(&MarketplaceId::new(place));
        let (actual, plan) = (Ratio::from_int(actual), plan.map(Ratio::from_int));
        let compare = |reference| variance(Some(&actual), reference, Unit::Money, Better::Higher);
        Figure {
            question: Question { metric: MeasureId::new("sales"), scope, period: Period::Year(2026) },
            days: None,
            before: None,
            vs_plan: compare(plan.as_ref()),
            vs_previous: compare(None),
            plan_whole: plan.clone(),
            plan,
            previous: Reading::Missing,
            actual: Reading::Known(actual.clone()),
            provisional: false,
        }
    }

    #[test]
    fn the_worst_is_the_largest_shortfall_and_what_has_no_plan_is_not_judged() {
        let figures = [
            figure("US", 90, Some(100)),
            figure("CA", 5, Some(10)),
            figure("JP", 11, Some(10)),
            figure("MX", 1, None),
        ];
        let tally = Tally::of(&figures);
        assert_eq!((tally.all, tally.reached), (3, 1));
        assert_eq!(tally.worst, figures.first());
    }

    #[test]
    fn a_gap_belongs_to_its_product_and_to_its_marketplace() {
        let (mug, us) = (ProductId::new("mug"), MarketplaceId::new("US"));
        let cell = Scope::cell(&mug, &us);
        for (within, expected) in [
            (Scope::company(), true),
            (Scope::product(&mug), true),
            (Scope::marketplace(&us), true),
            (Scope::product(&ProductId::new("pot")), false),
        ] {
            assert_eq!(lies_in(Some(&cell), &within), expected);
        }
        assert!(lies_in(None, &Scope::company()));
        assert!(!lies_in(None, &Scope::product(&mug)));
    }
}
