//! The reviews: all cycles, each with its leading figure, and where the loop goes on.

use super::review::{attainment, cycle_status, lead_figure, period, threads_of};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{cut, largest, missing};
use crate::compose::focus;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::review::{LoopFigures, Thread};
use crate::site::{Block, Cell, ColumnKind, Empty, LinkLine, Links, Phrase, Row, Section, Table};
use crate::workspace::Cycle;

/// The page of the loop.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let blocks = if desk.workspace.cycles.is_empty() { vec![empty(desk)] } else { full(desk) };
    Sheet {
        route: Route::Reviews,
        title: desk.say("reviews-title").into(),
        eyebrow: vec![
            desk.company(),
            desk.fill("reviews-to", &[("day", desk.today.to_string().into())]).into(),
        ],
        headline: headline(desk),
        lede: None,
        blocks,
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("reviews-empty").as_str().into(),
        file: "cycles/2026-10.yaml".to_owned(),
        yaml: "cycle: {id: 2026-10, kind: month, from: 2026-10-01, to: 2026-10-31, status: open}\n\
               plan:\n\
               - {id: P-2610-01, title: Sales on plan, metric: sales, target: auto}"
            .to_owned(),
    }
    .into()
}

/// How many gaps there were, how many are closed, and how many acts are late.
fn headline(desk: &Desk<'_>) -> Phrase {
    let gaps: Vec<&Thread<'_>> = desk.threads().iter().filter(|thread| thread.is_gap()).collect();
    let LoopFigures { verified: closed, late, .. } = LoopFigures::of(gaps.iter().copied());
    let args = [("gaps", gaps.len().into()), ("closed", closed.into()), ("late", late.into())];
    let key = match (desk.workspace.cycles.len(), gaps.len(), late) {
        (0, ..) => "reviews-none",
        (_, 0, _) => "reviews-no-gap",
        (_, _, 0) => "reviews-headline",
        _ => "reviews-headline-late",
    };
    desk.fill(key, &args).into()
}

fn full(desk: &Desk<'_>) -> Vec<Block> {
    let mut newest: Vec<&Cycle> = desk.workspace.cycles.iter().collect();
    newest.sort_by_key(|cycle| std::cmp::Reverse((cycle.span.to, cycle.kind)));
    let section = |key: &str, blocks| Section { heading: desk.say(key).into(), blocks, ..Section::default() };
    let mut blocks: Vec<Block> = vec![section("reviews-cycles", vec![cycles(desk, &newest).into()]).into()];
    blocks.extend(more(desk).map(|links| Block::from(section("reviews-more", vec![links.into()]))));
    blocks
}

/// Every cycle with its leading figure, its loop and its state.
fn cycles(desk: &Desk<'_>, cycles: &[&Cycle]) -> Table {
    let lead = focus::lead(desk).map(|id| desk.metric(&id)).unwrap_or_default();
    let mut columns = desk.columns(&[
        ("head-cycle", ColumnKind::Text),
        ("head-actual", ColumnKind::Number),
        ("head-attainment", ColumnKind::Number),
        ("loop-gaps", ColumnKind::Number),
        ("head-closed", ColumnKind::Number),
        ("head-review", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ]);
    columns[1].head = lead;
    Table {
        caption: desk.say("reviews-cycles").into(),
        caption_hidden: true,
        columns,
        rows: cycles.iter().map(|cycle| row(desk, cycle)).collect(),
        note: Some(desk.say("reviews-note").as_str().into()),
    }
}

fn row(desk: &Desk<'_>, cycle: &Cycle) -> Row {
    let threads = threads_of(desk, cycle);
    let gaps: Vec<_> = threads.iter().filter(|thread| thread.is_gap()).collect();
    let closed = gaps.iter().filter(|thread| thread.is_closed()).count();
    let count = |n: usize| Cell::new(if threads.is_empty() { "–".to_owned() } else { n.to_string() });
    let [actual, share] = figures(desk, cycle);
    let cells = vec![
        Cell {
            to: Some(desk.target(&Route::Review(cycle.id.clone()))),
            ..Cell::new(desk.locale.period(period(cycle)))
        },
        actual,
        share,
        count(gaps.len()),
        count(closed),
        Cell::new(cycle.review.map(|day| day.to_string()).unwrap_or_default()),
        cycle_status(desk, cycle.status),
    ];
    Row { cells, ..Row::default() }
}

/// The leading figure, and its share of the plan of the same days.
fn figures(desk: &Desk<'_>, cycle: &Cycle) -> [Cell; 2] {
    let Some(figure) = lead_figure(desk, period(cycle)) else { return [Cell::new("–"), Cell::new("–")] };
    let most = largest(std::slice::from_ref(&figure)).unwrap_or_else(crate::quantity::Ratio::zero);
    let style = desk.style(&figure.question.metric, &most);
    let words =
        figure.actual.known().map_or_else(|| missing(desk, &figure.actual), |value| style.worded(value));
    let until = cut(desk, &figure).map(Into::into);
    let share = attainment(&figure).map_or_else(|| "–".to_owned(), |share| desk.locale.percent(&share, 1));
    let impact = crate::compose::exhibit::impact_of(&figure.vs_plan);
    [Cell { sub: until, ..Cell::new(words) }, Cell { impact, ..Cell::new(share) }]
}

fn more(desk: &Desk<'_>) -> Option<Links> {
    let pages = [
        ("loop", Route::Loop),
        ("standards", Route::Standards),
        ("archive", Route::Archive),
        ("team", Route::Team),
        ("toolbox", Route::Toolbox),
    ];
    let line = |(key, route): &(&str, Route)| LinkLine {
        link: desk.link(desk.say(&format!("{key}-title")), route),
        about: Some(desk.say(&format!("{key}-about")).into()),
        aside: Phrase::default(),
    };
    let lines: Vec<LinkLine> = pages.iter().filter(|(_, route)| super::has(desk, route)).map(line).collect();
    (!lines.is_empty()).then_some(Links { lines })
}
