//! Loop: does our loop close?

use super::part::{section, told};
use super::review::{mention, period, place};
use crate::compose::desk::Desk;
use crate::compose::loop_table::{ledger, rate};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::Ratio;
use crate::review::{Carried, LoopFigures, LoopRates, Rate, Recurrence, State, Thread, carried, recurrences};
use crate::site::{Block, Cell, ColumnKind, Empty, Phrase, Rich, Row, Section, Table, Target};
use crate::workspace::Cycle;

/// The states of the ledger in groups, by the key of their name.
const GROUPS: [(&str, &[State]); 5] = [
    ("open", &[State::Late, State::NotEffective, State::NoCause, State::NoAct]),
    ("acting", &[State::Acting]),
    ("awaiting", &[State::AwaitingEffect]),
    ("handed-on", &[State::HandedOn]),
    ("verified", &[State::Verified]),
];

/// The page of the loop.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    Sheet {
        route: Route::Loop,
        title: desk.say("loop-title").into(),
        eyebrow: vec![
            desk.company(),
            desk.fill("reviews-to", &[("day", desk.today.to_string().into())]).into(),
        ],
        headline: headline(desk),
        lede: None,
        blocks: if desk.threads().is_empty() { vec![empty(desk)] } else { full(desk) },
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("loop-empty").as_str().into(),
        file: "cycles/2026-10.yaml".to_owned(),
        yaml: "check:\n- {id: C-01, plan: P-01, ac: auto,\n   causes: [{id: C-01a, text: Out of stock}]}"
            .to_owned(),
    }
    .into()
}

/// "11 個重大不利差異，27%（3∕11）已驗證有效；1 個的行動逾期。"
fn headline(desk: &Desk<'_>) -> Phrase {
    let LoopFigures { gaps, verified, late, .. } = LoopFigures::of(desk.threads());
    let closure = rate(desk, Rate { count: verified, of: gaps });
    let args = [("gaps", gaps.into()), ("closure", closure.into()), ("late", late.into())];
    let key = match (desk.threads().len(), gaps, late) {
        (0, ..) => "loop-none",
        (_, 0, _) => "reviews-no-gap",
        (_, _, 0) => "loop-headline",
        _ => "loop-headline-late",
    };
    desk.fill(key, &args).into()
}

fn full(desk: &Desk<'_>) -> Vec<Block> {
    let again = recurrences(desk.threads());
    let mut blocks: Vec<Block> = vec![section(desk, "loop-rates", vec![rates(desk, &again).into()])];
    blocks.extend(lines(desk));
    blocks.push(zombies(desk));
    blocks.push(returned(desk, &again));
    blocks
}

const RATES: [(&str, ColumnKind); 9] = [
    ("head-cycle", ColumnKind::Text),
    ("loop-gaps", ColumnKind::Number),
    ("loop-caused", ColumnKind::Number),
    ("loop-acted", ColumnKind::Number),
    ("loop-verified", ColumnKind::Number),
    ("loop-on-time", ColumnKind::Number),
    ("loop-effective", ColumnKind::Number),
    ("loop-recurrence", ColumnKind::Number),
    ("loop-age", ColumnKind::Number),
];

/// The rates of each cycle that has a gap or an act, the newest first; then of all of them.
fn rates(desk: &Desk<'_>, again: &[Recurrence<'_>]) -> Table {
    let mut cycles: Vec<&Cycle> = desk.workspace.cycles.iter().collect();
    cycles.sort_by_key(|cycle| std::cmp::Reverse((cycle.span.to, cycle.kind)));
    let of = |cycles: &[&Cycle]| LoopRates::of(cycles, desk.threads(), (again, desk.today));
    let own = cycles.iter().map(|cycle| (*cycle, of(&[*cycle])));
    let said = own.filter(|(cycle, rates)| rates.closure.of > 0 || !cycle.act.is_empty());
    let mut rows: Vec<Row> = said.map(|(cycle, rates)| row(desk, named(desk, cycle), &rates)).collect();
    rows.push(Row { total: true, ..row(desk, Cell::new(desk.say("loop-all")), &of(&cycles)) });
    Table {
        caption: desk.say("loop-rates").into(),
        caption_hidden: true,
        columns: desk.columns(&RATES),
        rows,
        note: Some(desk.say("loop-rates-note").as_str().into()),
    }
}

fn named(desk: &Desk<'_>, cycle: &Cycle) -> Cell {
    Cell {
        to: Some(desk.target(&Route::Review(cycle.id.clone()))),
        ..Cell::new(desk.locale.period(period(cycle)))
    }
}

fn row(desk: &Desk<'_>, name: Cell, rates: &LoopRates) -> Row {
    let shares = [rates.cause, rates.act, rates.closure, rates.on_time, rates.effective, rates.recurrence];
    let days = |age: &Ratio| {
        let whole = Ratio::from_int(age.floor()) == *age;
        desk.fill("loop-days", &[("days", desk.locale.decimal(age, u32::from(!whole)).into())])
    };
    let age = rates.open_age.as_ref().map_or_else(|| "–".to_owned(), days);
    let cells = [name, Cell::new(rates.closure.of.to_string())].into_iter();
    let cells = cells.chain(shares.map(|share| Cell::new(rate(desk, share)))).chain([Cell::new(age)]);
    Row { cells: cells.collect(), ..Row::default() }
}

/// Every gap, by how far it is; above them links to each group.
fn lines(desk: &Desk<'_>) -> Vec<Block> {
    let gaps: Vec<&Thread<'_>> = desk.threads().iter().filter(|thread| thread.is_gap()).collect();
    let group = |(name, states): &(&'static str, &[State])| {
        let mut found: Vec<&Thread<'_>> =
            gaps.iter().filter(|thread| states.contains(&thread.state)).copied().collect();
        found.sort_by_key(|thread| (std::cmp::Reverse(thread.cycle.span.to), thread.state));
        (*name, found)
    };
    let groups: Vec<(&str, Vec<&Thread<'_>>)> =
        GROUPS.iter().map(group).filter(|(_, found)| !found.is_empty()).collect();
    let Some(filter) = groups
        .iter()
        .map(|(name, found)| jump(desk, name, found.len()))
        .reduce(|all, one| all.then(" · ").join(one))
    else {
        return Vec::new();
    };
    let tables = groups.iter().map(|(name, found)| part(desk, name, found));
    [told(desk, "reviews-ledger", (filter, Vec::new()))].into_iter().chain(tables).collect()
}

fn jump(desk: &Desk<'_>, name: &str, count: usize) -> Rich {
    let words = desk.fill(&format!("loop-group-{name}"), &[("count", count.into())]);
    Rich::default().link(words, Target::Here { fragment: name.to_owned() })
}

fn part(desk: &Desk<'_>, name: &str, found: &[&Thread<'_>]) -> Block {
    Section {
        id: name.to_owned(),
        heading: desk.fill(&format!("loop-group-{name}"), &[("count", found.len().into())]).into(),
        blocks: vec![ledger(desk, found).into()],
        ..Section::default()
    }
    .into()
}

/// What is carried by habit; when nothing is, what was carried most.
fn zombies(desk: &Desk<'_>) -> Block {
    let (all, limits) = (carried(desk.workspace, desk.threads()), &desk.workspace.config.lint.limits);
    let zombies: Vec<&Carried<'_>> = all.iter().filter(|one| one.is_zombie(limits)).collect();
    if zombies.is_empty() {
        let most = all.iter().map(Carried::depth).max().unwrap_or(0);
        let words = desk.fill("loop-no-zombie", &[("most", most.into())]);
        return told(desk, "loop-zombies", (words.as_str(), Vec::new()));
    }
    let heads =
        [("head-act", ColumnKind::Text), ("loop-times", ColumnKind::Number), ("loop-way", ColumnKind::Text)];
    let table = Table {
        caption: desk.say("loop-zombies").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: zombies.iter().map(|one| zombie(desk, one)).collect(),
        note: None,
    };
    told(desk, "loop-zombies", (desk.say("loop-zombies-note").as_str(), vec![table.into()]))
}

fn zombie(desk: &Desk<'_>, one: &Carried<'_>) -> Row {
    let link = |cycle: &Cycle, id: &str| Rich::default().link(cycle.id.as_str(), place(desk, &cycle.id, id));
    let acts = one.acts.iter().map(|(cycle, act)| link(cycle, act.id.as_str()));
    let to = one.to.iter().map(|(cycle, item)| link(cycle, item.id.as_str()));
    let way = acts.chain(to).reduce(|all, next| all.then(" → ").join(next)).unwrap_or_default();
    let name = one.acts.last().and_then(|(_, act)| act.what.as_ref()).map(|what| desk.phrase(what));
    let cells = vec![
        Cell::new(name.unwrap_or_default()),
        Cell::new(one.depth().to_string()),
        Cell { lines: vec![way], ..Cell::default() },
    ];
    Row { cells, ..Row::default() }
}

/// Causes that came back, with the act that was thought to have ended them.
fn returned(desk: &Desk<'_>, again: &[Recurrence<'_>]) -> Block {
    if again.is_empty() {
        return told(desk, "loop-returned", (desk.say("loop-none-returned").as_str(), Vec::new()));
    }
    let heads = [
        ("loop-code", ColumnKind::Text),
        ("loop-times", ColumnKind::Number),
        ("loop-where", ColumnKind::Text),
        ("loop-despite", ColumnKind::Text),
    ];
    let table = Table {
        caption: desk.say("loop-returned").into(),
        caption_hidden: true,
        columns: desk.columns(&heads),
        rows: again.iter().map(|one| recurrence(desk, one)).collect(),
        note: None,
    };
    section(desk, "loop-returned", vec![table.into()])
}

fn recurrence(desk: &Desk<'_>, one: &Recurrence<'_>) -> Row {
    let time = |time: &crate::review::Occurrence<'_>| {
        let cycle = Phrase::from(format!("{} ", time.thread.cycle.id));
        Rich::default().then(cycle).join(mention(desk, time.cause.id.as_str()))
    };
    let despite = one.despite().map(|act| mention(desk, act.id.as_str()));
    let cells = vec![
        Cell::new(one.code),
        Cell::new(one.times.len().to_string()),
        Cell { lines: one.times.iter().map(time).collect(), ..Cell::default() },
        Cell { lines: despite.into_iter().collect(), ..Cell::default() },
    ];
    Row { cells, ..Row::default() }
}
