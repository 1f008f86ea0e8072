//! A department: what do we owe, what is owed to us, what changed, what to decide?

pub(super) mod changed;
pub(in crate::compose) mod commitment;
pub(super) mod duty;
pub(super) mod people;

use super::briefing;
use super::feedback::{self, Shown};
use super::parts::{Head, below, empty, fact, linked, prose_facts, row, section, table, told, unbroken};
use super::subscription;
use crate::compose::agenda::{self, anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::exhibit::{Line, variance_table};
use crate::compose::plan_name::plan_name;
use crate::compose::reader::{Reader, Role};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::{DepartmentId, Scope};
use crate::review::{Question, Voice, due_of};
use crate::site::{Block, Cell, ColumnKind, Fact, Row, Two};
use crate::workspace::{
    Act, Briefing, BriefingAct, BriefingItem, Commitment, Cycle, Department, Event, Goal,
};

use commitment::{awaited, due_to, is_late, owed, to_answer};

/// One page per department.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.departments.iter().map(|department| sheet(desk, department)).collect()
}

/// What a department or a person has to do with others, in the order of due dates.
pub(super) struct Ledger<'a> {
    /// Whose it is.
    pub(super) reader: Reader<'a>,
    /// What it owes and has not done.
    pub(super) owes: Vec<&'a Commitment>,
    /// What it owed, and is over.
    pub(super) over: Vec<&'a Commitment>,
    /// What others owe it and have not done.
    pub(super) due: Vec<&'a Commitment>,
    /// Offers that wait for its answer.
    pub(super) to_answer: Vec<&'a Commitment>,
    /// Feedback that waits for its answer.
    pub(super) unanswered: Vec<Voice<'a>>,
}

impl<'a> Ledger<'a> {
    /// The ledger of a reader.
    pub(super) fn of(desk: &Desk<'a>, reader: Reader<'a>) -> Self {
        let mut all: Vec<&Commitment> = desk.workspace.commitments.iter().collect();
        all.sort_by_key(|it| due_of(desk.workspace, it));
        let (over, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.status.is_over());
        let has = |role: Role| move |it: &&&Commitment| reader.role(desk, it) == Some(role);
        let waits = |it: &&&Commitment| match reader {
            Reader::Department(id) => awaited(desk, it) == Some(id),
            Reader::Company | Reader::Person(_) => false,
        };
        let unanswered = match reader {
            Reader::Department(id) => feedback::unanswered(desk, Some(id)),
            Reader::Company | Reader::Person(_) => Vec::new(),
        };
        Ledger {
            reader,
            owes: open.iter().filter(has(Role::Owes)).copied().collect(),
            due: open.iter().filter(has(Role::Awaits)).copied().collect(),
            to_answer: open.iter().filter(waits).copied().collect(),
            over: over.iter().rev().filter(has(Role::Owes)).copied().collect(),
            unanswered,
        }
    }

    /// How many of what it owes are past their day.
    pub(super) fn late(&self, desk: &Desk<'_>) -> usize {
        self.owes.iter().filter(|it| is_late(desk, it)).count()
    }

    /// What is due next and not yet late.
    pub(super) fn next(&self, desk: &Desk<'_>) -> Option<&'a Commitment> {
        self.owes.iter().find(|it| !is_late(desk, it)).copied()
    }

    /// What its lists are called: a department says "we", a page of a person speaks of that person.
    fn heading(&self, list: &str) -> &'static str {
        match (list, self.reader) {
            ("owe", Reader::Person(_)) => "person-owe",
            ("owe", _) => "department-owe",
            (_, Reader::Person(_)) => "person-due",
            _ => "department-due",
        }
    }

    /// How much waits for its decision.
    pub(super) fn to_decide(&self) -> usize {
        self.to_answer.len() + self.unanswered.len()
    }
}

fn sheet(desk: &Desk<'_>, department: &Department) -> Sheet {
    let reader = Reader::Department(&department.id);
    let ledger = Ledger::of(desk, reader);
    let mut blocks = vec![decide(desk, &department.id, &ledger), we_owe(desk, &ledger)];
    blocks.push(they_owe(desk, &ledger));
    blocks.extend(actions(desk, reader));
    blocks.extend(asked_by_briefing(desk, &department.id));
    blocks.extend(changed::section(desk, reader));
    blocks.extend(matters(desk, &ledger));
    blocks.extend(duty::blocks(desk, &department.id));
    blocks.extend(people::section(desk, &department.id));
    blocks.push(subscription::section(desk, reader));
    blocks.extend(finished(desk, &ledger));
    let lead = department.lead.as_ref().map(|lead| desk.person(&lead.value).text);
    let eyebrow = [Some(desk.say("departments-title")), lead, Some(desk.today.to_string())];
    Sheet {
        route: Route::Department(department.id.clone()),
        title: desk.phrase(&department.name),
        eyebrow: eyebrow
            .into_iter()
            .flatten()
            .map(Into::into)
            .chain(plan_name(desk, desk.fiscal().year_of(desk.today)))
            .collect(),
        headline: headline(desk, &ledger).into(),
        lede: lede(desk, &ledger).map(|words| words.as_str().into()),
        blocks,
    }
}

/// "生產備料欠別人 2 件，沒有逾期；下一個期限 12-12：墊片 v2 試模樣品 50 只。"
pub(super) fn headline(desk: &Desk<'_>, ledger: &Ledger<'_>) -> String {
    let name = ledger.reader.name(desk).text;
    let who = match ledger.reader {
        Reader::Person(_) => desk.fill("person-who", &[("name", name.into())]),
        Reader::Company | Reader::Department(_) => name,
    };
    let late = ledger.late(desk);
    let mut args = vec![("who", who.into()), ("owed", ledger.owes.len().into()), ("late", late.into())];
    if ledger.owes.is_empty() {
        return desk.fill("department-headline-none", &args);
    }
    let stem = if late > 0 { "department-headline-late" } else { "department-headline" };
    match ledger.next(desk) {
        None => desk.fill(&format!("{stem}-all"), &args),
        Some(next) => {
            args.push(("day", unbroken(&shown(desk, due_of(desk.workspace, next))).into()));
            args.push(("what", desk.phrase(&next.what).text.into()));
            desk.fill(stem, &args)
        }
    }
}

fn lede(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Option<String> {
    let late = ledger.due.iter().filter(|it| is_late(desk, it)).count();
    let args =
        [("due", ledger.due.len().into()), ("late", late.into()), ("decide", ledger.to_decide().into())];
    Some(desk.fill("department-lede", &args))
}

/// What waits for an answer of this department, said too when there is nothing; beside it what is due.
fn decide(desk: &Desk<'_>, id: &DepartmentId, ledger: &Ledger<'_>) -> Block {
    let mut blocks: Vec<Block> = Vec::new();
    if !ledger.to_answer.is_empty() {
        blocks.push(to_answer(desk, id, &ledger.to_answer).into());
    }
    if !ledger.unanswered.is_empty() {
        blocks.push(feedback::table(desk, &ledger.unanswered, Shown::Waiting).into());
    }
    let lede = desk.fill("department-decide-lede", &[("count", ledger.to_decide().into())]);
    let decide = told(desk, "department-decide", (lede, blocks));
    let next = agenda::next(desk, &agenda::Of::Department(id.clone()), 6);
    if next.lines.is_empty() {
        return decide;
    }
    Two { main: vec![decide], aside: vec![section(desk, "home-next", vec![next.into()])] }.into()
}

pub(super) fn we_owe(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Block {
    let heading = ledger.heading("owe");
    match (ledger.owes.is_empty(), ledger.over.is_empty()) {
        (false, _) => section(desk, heading, vec![owed(desk, heading, &ledger.owes).into()]),
        (true, false) => told(desk, heading, (desk.say("department-owe-nothing"), vec![])),
        (true, true) => {
            let start = commitment_yaml(desk, ledger);
            let empty = empty(desk, "department-owe-empty", ("departments.yaml", &start));
            section(desk, heading, vec![empty])
        }
    }
}

fn commitment_yaml(desk: &Desk<'_>, ledger: &Ledger<'_>) -> String {
    let person = |person: &crate::workspace::Person| person.department.as_ref().map(|it| it.value.clone());
    let id = match ledger.reader {
        Reader::Department(id) => Some(id.clone()),
        Reader::Person(it) => person(it),
        Reader::Company => desk.workspace.departments.first().map(|it| it.id.clone()),
    };
    let id = id.map_or_else(|| "…".to_owned(), |id| id.to_string());
    format!(
        "commitments:\n- {{id: K-1, from: {id}, to: ops, due: 2027-01-15,\n   what: {{zh-Hant: …, en: …}}, status: open}}"
    )
}

pub(super) fn they_owe(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Block {
    let heading = ledger.heading("due");
    match ledger.due.is_empty() {
        true => told(desk, heading, (desk.say("department-due-empty"), vec![])),
        false => section(desk, heading, vec![due_to(desk, heading, &ledger.due).into()]),
    }
}

fn finished(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Option<Block> {
    let table = (!ledger.over.is_empty()).then(|| owed(desk, "department-over", &ledger.over))?;
    let summary = desk.fill("department-over-count", &[("count", ledger.over.len().into())]);
    Some(super::parts::disclosure(summary, vec![table.into()]))
}

/// What its people have promised in reviews and not done yet.
pub(super) fn actions(desk: &Desk<'_>, reader: Reader<'_>) -> Option<Block> {
    let owner = |act: &&Act| reader.answers_for(desk, act.owner.as_ref().map(|owner| &owner.value));
    let of_cycle = |cycle| open_acts(cycle).filter(owner).map(move |act| (cycle, act));
    let mut acts: Vec<(&Cycle, &Act)> = desk.workspace.cycles.iter().flat_map(of_cycle).collect();
    acts.sort_by_key(|(_, act)| act.due.as_ref().map(|due| due.value));
    if acts.is_empty() {
        return None;
    }
    let heads: [Head; 4] = [
        ("head-act", ColumnKind::Text),
        ("head-owner", ColumnKind::Text),
        ("head-due", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    let rows = acts.iter().map(|line| action(desk, line)).collect();
    Some(section(desk, "department-actions", vec![table(desk, "department-actions", &heads, rows).into()]))
}

fn open_acts(cycle: &Cycle) -> impl Iterator<Item = &Act> {
    cycle.act.iter().filter(|act| !act.status.is_over())
}

fn action(desk: &Desk<'_>, (cycle, act): &(&Cycle, &Act)) -> Row {
    let to =
        crate::site::Target::place(&desk.path(&Route::Review(cycle.id.clone())), &anchor(act.id.as_str()));
    let words = act.what.as_ref().map_or_else(|| act.id.as_str().into(), |what| desk.phrase(what));
    let sub = format!("{} · {}", act.id, cycle.id);
    row(vec![
        below(linked(words, to), sub),
        Cell::new(act.owner.as_ref().map_or_else(Default::default, |owner| desk.person(&owner.value))),
        Cell::new(act.due.as_ref().map_or_else(String::new, |due| shown(desk, due.value))),
        until(desk, act.due.as_ref().map(|due| due.value)),
    ])
}

/// How far away a day is, in words.
pub(super) fn until(desk: &Desk<'_>, day: Option<crate::quantity::Day>) -> Cell {
    let Some(day) = day else { return Cell::new("–") };
    let days = usize::try_from((day - desk.today).abs()).unwrap_or(0);
    if day < desk.today {
        let words = desk.fill("state-late-by", &[("days", days.to_string().into())]);
        return Cell { status: Some(crate::site::Status::Late), ..Cell::new(words) };
    }
    let words = desk.fill("commitment-left", &[("days", days.into())]);
    Cell { status: Some(crate::site::Status::Due), ..Cell::new(words) }
}

/// What briefings ask of it and nobody has answered yet; what it promised stands among its commitments.
fn asked_by_briefing(desk: &Desk<'_>, id: &DepartmentId) -> Option<Block> {
    let asked = asked(desk, id);
    if asked.is_empty() {
        return None;
    }
    let heads: [Head; 3] = [
        ("head-what", ColumnKind::Text),
        ("head-because", ColumnKind::Text),
        ("head-state", ColumnKind::Status),
    ];
    let line = |(briefing, item, act): &Asked<'_>| {
        let (status, words) = briefing::state(desk, (briefing, act));
        let because = linked(
            desk.phrase(&item.headline),
            desk.target(&Route::Briefing(briefing.id.as_str().to_owned())),
        );
        let state = Cell { status: Some(status), ..Cell::new(words.plain()) };
        row(vec![
            Cell::new(desk.phrase(&act.what)),
            because,
            below(state, act.by.map_or_else(String::new, |day| shown(desk, day))),
        ])
    };
    let table = table(desk, "department-briefing", &heads, asked.iter().map(line).collect());
    Some(told(desk, "department-briefing", (desk.say("department-briefing-lede"), vec![table.into()])))
}

type Asked<'a> = (&'a Briefing, &'a BriefingItem, &'a BriefingAct);

/// The acts that wait for its answer, the oldest briefing first.
fn asked<'a>(desk: &Desk<'a>, id: &DepartmentId) -> Vec<Asked<'a>> {
    let acts = |briefing: &'a Briefing| {
        let of_item = move |item: &'a BriefingItem| item.act.iter().map(move |act| (briefing, item, act));
        briefing.items.iter().flat_map(of_item)
    };
    let waits = |(_, _, act): &Asked<'_>| act.department.value == *id && act.became.is_none();
    desk.workspace.briefings.iter().flat_map(acts).filter(waits).collect()
}

/// The goals and events that its open commitments serve.
fn matters(desk: &Desk<'_>, ledger: &Ledger<'_>) -> Option<Block> {
    let why = || ledger.owes.iter().chain(&ledger.due).chain(&ledger.over).flat_map(|it| &it.why);
    let serves = |id: &str| why().any(|reason| reason.value == id);
    let goals: Vec<&Goal> = desk.workspace.goals.iter().filter(|goal| serves(goal.id.as_str())).collect();
    let events: Vec<&Event> = desk
        .workspace
        .events
        .iter()
        .filter(|event| serves(event.id.as_str()) && event.span.to >= desk.today)
        .collect();
    let mut main: Vec<Block> = Vec::new();
    if !goals.is_empty() {
        main.push(goal_table(desk, &goals).into());
    }
    if !events.is_empty() {
        main.push(prose_facts(events.iter().map(|event| event_fact(desk, event)).collect()));
    }
    if main.is_empty() {
        return None;
    }
    Some(told(desk, "department-why", (desk.say("department-why-lede"), main)))
}

fn goal_table(desk: &Desk<'_>, goals: &[&Goal]) -> crate::site::Table {
    let line = |goal: &&Goal| Line {
        name: format!("{} {}", super::plan_goals::figure_name(desk, &goal.metric.value).text, goal.year)
            .into(),
        to: Some(desk.target(&Route::Plan)),
        question: Question {
            metric: goal.metric.value.clone(),
            scope: Scope::company(),
            period: desk.fiscal().year(goal.year),
        },
    };
    let lines: Vec<Line> = goals.iter().map(line).collect();
    let mut table = variance_table(desk, desk.say("department-goals").into(), &lines);
    for (row, goal) in table.rows.iter_mut().zip(goals) {
        by_plan(desk, row, goal);
    }
    table
}

/// Puts what the plan comes to, the goal, and how far apart they are, where nothing is measured: of stock turns and of cash.
fn by_plan(desk: &Desk<'_>, row: &mut Row, goal: &Goal) {
    let Some((planned, gap)) = super::plan_need::cells(desk, goal) else { return };
    let goal = Cell::new(super::plan_goals::aim(desk, goal));
    for (cell, known) in row.cells.iter_mut().skip(1).zip([planned, goal, gap]) {
        *cell = known;
    }
}

fn event_fact(desk: &Desk<'_>, event: &Event) -> Fact {
    let span = desk.locale.span(event.span);
    let words = if event.span.from <= desk.today {
        desk.fill("event-running", &[("span", span.into())])
    } else {
        let days = usize::try_from(event.span.from - desk.today).unwrap_or(0);
        desk.fill("event-in", &[("span", span.into()), ("days", days.into())])
    };
    fact(desk.phrase(&event.name), words)
}
