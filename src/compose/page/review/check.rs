//! Check: what came out, against what it should be, and why.

use super::mention::{check_name, joined, labelled, mention};
use super::words::{self, signed};
use super::{causes, period, threads_of};
use crate::compose::agenda::anchor;
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, bridge, cut_sentence, heat, impact_of, plan_signal, variance_table};
use crate::compose::focus;
use crate::compose::loop_table::state;
use crate::metric::{Impact, Unit};
use crate::quantity::{Grain, MeasureId, Ratio, Scope};
use crate::review::{Ask, Base, Question, Thread};
use crate::site::{Block, Cell, ColumnKind, Disclosure, Phrase, Rich, Row, Table, Two};
use crate::workspace::Cycle;

const HEADS: [(&str, ColumnKind); 7] = [
    ("head-checked", ColumnKind::Text),
    ("head-target", ColumnKind::Number),
    ("head-actual", ColumnKind::Number),
    ("head-gap", ColumnKind::Number),
    ("head-cause", ColumnKind::Text),
    ("head-act", ColumnKind::Text),
    ("head-state", ColumnKind::Text),
];

/// Product by marketplace beside their drivers, the checked items, then the causes.
pub(super) fn blocks(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Block> {
    let threads = threads_of(desk, cycle);
    let checked = (!threads.is_empty()).then(|| checked(desk, &threads).into());
    let causes = causes::behind(desk, &threads).map(Block::from);
    let matrix = matrix(desk, cycle, &threads).map(Block::from);
    pictures(desk, cycle).into_iter().chain(matrix).chain(checked).chain(causes).collect()
}

/// Which of the company's figures and of the checked items deserve a cause; a week has its own page for that.
fn matrix(desk: &Desk<'_>, cycle: &Cycle, threads: &[&Thread<'_>]) -> Option<Table> {
    if cycle.kind == Grain::Week {
        return None;
    }
    let mut lines = lines(desk, cycle);
    let asked: Vec<Question> = lines.iter().map(|line| line.question.clone()).collect();
    let new = |question: &&Question| !asked.contains(question);
    lines.extend(threads.iter().filter_map(|thread| {
        let question = thread.question.as_ref().filter(new)?;
        let words = [desk.scope(&question.scope).text, desk.metric(&question.metric).text].join(" · ");
        let to = Some(super::mention::place(desk, &cycle.id, thread.item.id.as_str()));
        Some(Line { name: words.into(), to, question: question.clone() })
    }));
    lines.retain(|line| {
        let weighed = desk.check().weigh(&line.question, &desk.workspace.materiality);
        weighed.ask().is_some_and(|ask| ask != Ask::MorePoints)
    });
    plan_signal(desk, &lines).map(|table| Table { caption_hidden: false, ..table })
}

/// The figures of the company as a table, for who wants the numbers of the strip on top side by side.
pub(super) fn appendix(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let table = figures(desk, cycle)?;
    let summary = desk.fill("review-appendix", &[("period", desk.locale.period(period(cycle)).into())]);
    Some(Disclosure { summary: summary.into(), open: false, blocks: vec![table.into()] }.into())
}

/// Product by marketplace and the drivers; beside each other where there are both.
fn pictures(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let heat = focus::lead(desk).and_then(|lead| heat(desk, &lead, period(cycle))).map(Block::from);
    match (heat, drivers(desk, cycle)) {
        (Some(heat), Some(drivers)) => Some(Two { main: vec![heat], aside: vec![drivers] }.into()),
        (heat, drivers) => heat.or(drivers),
    }
}

/// The figures of the company; nothing where there are none.
fn figures(desk: &Desk<'_>, cycle: &Cycle) -> Option<Table> {
    let lines = lines(desk, cycle);
    let caption = || desk.fill("check-table", &[("period", desk.locale.period(period(cycle)).into())]);
    (!lines.is_empty()).then(|| variance_table(desk, caption().into(), &lines))
}

/// The figures of the company that matter in a cycle.
fn lines(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Line> {
    let line = |metric: MeasureId| Line {
        name: desk.metric(&metric),
        to: None,
        question: Question { metric, scope: Scope::company(), period: period(cycle) },
    };
    super::figures(desk, cycle).into_iter().map(line).collect()
}

/// The bridge of the leading figure; a week's sessions are not known in reports that come by the month.
fn drivers(desk: &Desk<'_>, cycle: &Cycle) -> Option<Block> {
    let lead = focus::lead(desk)?;
    let tree = desk.tree(&lead)?;
    let question = Question { metric: lead, scope: Scope::company(), period: period(cycle) };
    if cycle.kind < Grain::Month {
        return None;
    }
    let of = |base| bridge(desk, tree, (&question, base));
    of(Base::Plan).or_else(|| of(Base::Previous)).map(Block::from)
}

/// One row per checked item: how far off, why, and what is done about it.
fn checked(desk: &Desk<'_>, threads: &[&Thread<'_>]) -> Table {
    Table {
        caption: desk.say("check-items").into(),
        columns: desk.columns(&HEADS),
        rows: threads.iter().map(|thread| row(desk, thread)).collect(),
        note: threads
            .iter()
            .any(|thread| apart(desk, thread))
            .then(|| desk.say("check-apart").as_str().into()),
        ..Table::default()
    }
}

fn row(desk: &Desk<'_>, thread: &Thread<'_>) -> Row {
    let (actual, target) = words::against(desk, thread);
    let judged = thread.is_gap() || !thread.causes.is_empty();
    let state =
        judged.then(|| state(desk, (thread.state, thread.provisional), thread.leading_act(desk.today)));
    let cells = vec![
        head(desk, thread),
        Cell::new(target),
        Cell::new(actual),
        gap(desk, thread),
        Cell { lines: why(desk, thread), ..Cell::default() },
        Cell { lines: acts(desk, thread), ..Cell::default() },
        state.unwrap_or_default(),
    ];
    Row { id: anchor(thread.item.id.as_str()), cells, total: false }
}

/// Where and what; of which plan item; whether it may still change.
fn head(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let plan = thread.plan.map(|plan| labelled(desk, "head-plan", mention(desk, plan.id.as_str())));
    let lines = plan.into_iter().chain(caveat(desk, thread).map(Rich::from)).collect();
    match &thread.question {
        Some(question) => Cell {
            sub: Some(desk.metric(&question.metric)),
            lines,
            to: Some(desk.target(&desk.scope_route(&question.scope))),
            ..Cell::new(desk.scope(&question.scope))
        },
        None => Cell { lines, ..Cell::new(check_name(desk, thread.item)) },
    }
}

/// The gap, and whether it matters.
fn gap(desk: &Desk<'_>, thread: &Thread<'_>) -> Cell {
    let words = thread.question.as_ref().zip(thread.gap.abs.as_ref()).map(|(question, gap)| {
        let most = thread.actual.known().map_or_else(Ratio::zero, Ratio::abs).max(gap.abs());
        desk.style(&question.metric, &most).delta_worded(gap)
    });
    Cell {
        sub: Some(desk.say(materiality(thread)).into()),
        impact: impact_of(&thread.gap),
        ..Cell::new(words.unwrap_or_else(|| "–".to_owned()))
    }
}

/// That the figure is cut, or that late reports may still change it.
fn caveat(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<String> {
    let figure = desk.check().figure(thread.question.as_ref()?);
    match cut_sentence(desk, &figure) {
        Some(words) => Some(words),
        None => figure.provisional.then(|| desk.say("provisional")),
    }
}

fn materiality(thread: &Thread<'_>) -> &'static str {
    match (thread.gap.abs.is_some(), thread.material, thread.gap.impact) {
        (false, ..) => "verdict-unknown",
        (true, true, Impact::Unfavourable) => "verdict-material",
        (true, true, _) => "verdict-favourable",
        (true, false, _) => "verdict-within",
    }
}

/// The causes with what each is worth, then what they are worth together.
fn why(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Rich> {
    let causes = thread.causes.iter().map(|(cause, _)| {
        let worth = cause.effect.as_ref().map(|effect| signed(desk, None, &effect.value)).unwrap_or_default();
        joined([mention(desk, cause.id.as_str()), worth.into()], " · ")
    });
    causes.chain(together(desk, thread).map(Rich::from)).collect()
}

/// Each act once, though it may answer several causes.
fn acts(desk: &Desk<'_>, thread: &Thread<'_>) -> Vec<Rich> {
    let mut ids: Vec<&str> = Vec::new();
    for act in thread.causes.iter().flat_map(|(_, acts)| acts) {
        if !ids.contains(&act.id.as_str()) {
            ids.push(act.id.as_str());
        }
    }
    ids.into_iter().map(|id| mention(desk, id)).collect()
}

/// What the causes are worth together; nothing unless all are amounts in the reporting currency.
fn sum(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Ratio> {
    let effects = thread.causes.iter().filter_map(|(cause, _)| cause.effect.as_ref());
    let amounts: Option<Vec<Ratio>> = effects
        .map(|effect| {
            let money = effect.value.money().filter(|money| money.currency == desk.currency());
            money.map(|money| money.amount())
        })
        .collect();
    Some(amounts.filter(|amounts| !amounts.is_empty())?.into_iter().sum())
}

/// Whether the causes are worth money and the gap is in something else.
fn apart(desk: &Desk<'_>, thread: &Thread<'_>) -> bool {
    let of = |question: &Question| desk.check().unit(&question.metric) != Unit::Money;
    sum(desk, thread).is_some() && thread.question.as_ref().is_some_and(of)
}

/// "合計 −1,900 美元，差異的 76%"; a share only of a gap in money, a sum only of several.
fn together(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<Phrase> {
    let sum = sum(desk, thread)?;
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let words = format!("{}\u{a0}{unit}", desk.locale.signed(&sum, 0));
    let gap = thread.gap.abs.as_ref().filter(|_| !apart(desk, thread));
    match gap.and_then(|gap| sum.checked_div(gap)) {
        Some(share) => {
            let args = [("sum", words.into()), ("share", desk.locale.percent(&share, 0).into())];
            Some(desk.fill("explained-share", &args).into())
        }
        None if thread.causes.len() > 1 => Some(desk.fill("explained-sum", &[("sum", words.into())]).into()),
        None => None,
    }
}
