//! Words and rows that the parts of a review share: how far work is, figures as typed, roll-outs.

use crate::chart::Impact;
use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::compose::exhibit::missing;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::quantity::{Day, MeasureId, PersonId, Ratio, Span};
use crate::review::Thread;
use crate::site::{Cell, ColumnKind, Fact, Phrase, Rich, Row, Status, Table};
use crate::workspace::{At, CycleStatus, Figure, Rollout, Status as Progress};

/// A name and a value; nothing when there is no value.
pub(crate) fn fact(desk: &Desk<'_>, key: &str, value: impl Into<Rich>) -> Option<Fact> {
    let value = value.into();
    let said = value.0.iter().any(|run| !run.words.is_empty());
    said.then(|| Fact { name: desk.say(key).into(), value })
}

/// A typed figure with its unit, for a sentence; amounts in another currency keep theirs.
pub(crate) fn typed(desk: &Desk<'_>, metric: Option<&MeasureId>, figure: &Figure) -> String {
    let number = figure.number();
    match (figure, metric) {
        (Figure::Money(money), _) => {
            desk.locale.money(desk.locale.decimal(&number, cents(&number)), money.currency, 0)
        }
        (Figure::Percent(_), _) => desk.locale.percent(&number, if is_tenth(&number) { 1 } else { 2 }),
        (Figure::Points(_), _) => {
            let points = desk.locale.signed(&(&number * &Ratio::from_int(100)), 1);
            format!("{points}\u{a0}{}", desk.say("unit-points"))
        }
        (Figure::Number(_), Some(metric)) => desk.style(metric, &number).worded(&number),
        (Figure::Number(_), None) => desk.locale.decimal(&number, u32::from(!is_whole(&number))),
    }
}

/// A typed figure as a change: with its sign also where that is a plus.
pub(super) fn signed(desk: &Desk<'_>, metric: Option<&MeasureId>, figure: &Figure) -> String {
    if let Figure::Money(money) = figure {
        let number = figure.number();
        return desk.locale.money(desk.locale.signed(&number, cents(&number)), money.currency, 0);
    }
    let words = typed(desk, metric, figure);
    let plus = figure.number().is_positive() && !words.starts_with('+');
    if plus { format!("+{words}") } else { words }
}

/// The decimals of an amount of money: none of a whole one.
fn cents(amount: &Ratio) -> u32 {
    u32::from(!is_whole(amount)) * 2
}

/// How the actual and the target of a checked item are written beside each other.
pub(super) fn scaled<'a>(desk: &Desk<'a>, thread: &Thread<'_>, metric: &MeasureId) -> Style<'a> {
    let known = [thread.actual.known(), thread.target.as_ref()];
    let most = known.into_iter().flatten().map(Ratio::abs).max().unwrap_or_else(Ratio::zero);
    desk.style(metric, &most)
}

/// What came out of a checked item, or why that is not known.
pub(crate) fn actual(desk: &Desk<'_>, thread: &Thread<'_>) -> String {
    match (&thread.question, thread.actual.known()) {
        (Some(question), Some(value)) => scaled(desk, thread, &question.metric).worded(value),
        _ => missing(desk, &thread.actual),
    }
}

/// What came out of a checked item and what should have, in the same scale.
pub(crate) fn against(desk: &Desk<'_>, thread: &Thread<'_>) -> (String, String) {
    (actual(desk, thread), wanted(desk, thread).unwrap_or_else(|| "–".to_owned()))
}

/// What a checked item should have come to; nothing when it has no target.
pub(crate) fn wanted(desk: &Desk<'_>, thread: &Thread<'_>) -> Option<String> {
    let metric = &thread.question.as_ref()?.metric;
    Some(scaled(desk, thread, metric).worded(thread.target.as_ref()?))
}

/// "10-05～10-26", with the year only where it is not this one.
pub(super) fn days(desk: &Desk<'_>, span: Span) -> String {
    let args = [("from", shown(desk, span.from).into()), ("to", shown(desk, span.to).into())];
    desk.fill("do-days", &args)
}

/// A measured value in the unit in which people type figures of its kind: amounts are not scaled.
pub(crate) fn measured(desk: &Desk<'_>, metric: &MeasureId, value: &Ratio) -> String {
    match desk.check().unit(metric) {
        Unit::Money => {
            format!("{}\u{a0}{}", desk.locale.decimal(value, 0), desk.locale.money_unit(desk.currency(), 0))
        }
        _ => desk.style(metric, value).worded(value),
    }
}

fn is_whole(number: &Ratio) -> bool {
    Ratio::from_int(number.floor()) == *number
}

/// Whether a share is whole in tenths of a percent.
fn is_tenth(share: &Ratio) -> bool {
    is_whole(&(share * &Ratio::from_int(1000)))
}

/// The name of who answers; empty when nobody does.
pub(crate) fn owner(desk: &Desk<'_>, owner: Option<&At<PersonId>>) -> Phrase {
    owner.map_or_else(Phrase::default, |owner| desk.person(&owner.value))
}

/// How far a piece of work is: what it should be done by, and when it was.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// How far it is.
    pub(crate) status: Progress,
    /// By when.
    pub(crate) due: Option<Day>,
    /// When it was done.
    pub(crate) done: Option<Day>,
}

impl Course {
    /// Days past its date: of what is done until then, else until today; nothing when in time.
    pub(crate) fn days_late(self, today: Day) -> Option<i32> {
        self.status.days_late((self.due, self.done), today)
    }

    /// The dot it is shown with.
    pub(crate) fn dot(self, today: Day) -> Status {
        match (self.status.is_over(), self.days_late(today)) {
            (true, _) => Status::Done,
            (false, Some(_)) => Status::Late,
            (false, None) => Status::Due,
        }
    }

    /// "已完成（11-06）", "已完成，遲 2 天", "逾期 4 天", "進行中".
    pub(crate) fn words(self, desk: &Desk<'_>) -> String {
        let days = self.days_late(desk.today).map(|days| days.to_string());
        let day = self.done.map(|day| shown(desk, day)).unwrap_or_default();
        let args = [("day", day.into()), ("days", days.clone().unwrap_or_default().into())];
        let key = match (self.status, days.is_some(), self.done.is_some()) {
            (Progress::Done, true, _) => "progress-done-late",
            (Progress::Done, false, true) => "progress-done-on",
            (Progress::Done, false, false) => "progress-done",
            (Progress::Carried, ..) => "progress-carried",
            (Progress::Dropped, ..) => "progress-dropped",
            (_, true, _) => "progress-late",
            (Progress::InProgress, ..) => "progress-under-way",
            (Progress::Open, ..) => "progress-open",
        };
        desk.fill(key, &args)
    }
}

/// Where else a standard is brought, by whom, by when, how far.
pub(crate) fn rollouts(desk: &Desk<'_>, rollouts: &[&Rollout]) -> Option<Table> {
    let heads = [
        ("head-scope", ColumnKind::Text),
        ("head-owner", ColumnKind::Name),
        ("head-due", ColumnKind::Date),
        ("head-state", ColumnKind::Status),
    ];
    let row = |it: &&Rollout| {
        let due = it.due.as_ref().map(|due| due.value);
        let course = Course { status: it.status, due, done: it.done_date };
        let scope =
            Cell { to: Some(desk.target(&desk.scope_route(&it.scope))), ..Cell::new(desk.scope(&it.scope)) };
        let cells = vec![
            scope,
            Cell::new(owner(desk, it.owner.as_ref())),
            Cell::new(due.map(|day| shown(desk, day)).unwrap_or_default()),
            Cell { status: Some(course.dot(desk.today)), ..Cell::new(course.words(desk)) },
        ];
        Row { cells, ..Row::default() }
    };
    (!rollouts.is_empty()).then(|| Table {
        caption: desk.say("rollouts").into(),
        columns: desk.columns(&heads),
        rows: rollouts.iter().map(row).collect(),
        ..Table::default()
    })
}

/// Whether a cycle is still worked on, in words with its dot.
pub(crate) fn cycle_status(desk: &Desk<'_>, status: CycleStatus) -> Cell {
    let dot = if status == CycleStatus::Closed { Status::Done } else { Status::Due };
    Cell { status: Some(dot), impact: Impact::Neutral, ..Cell::new(desk.say(status.key())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lateness_counts_until_done_or_until_today() {
        let day = |n: i8| Day::new(2026, 11, n);
        let today = day(22).unwrap();
        for (status, due, done, late) in [
            (Progress::Done, day(6), day(8), Some(2)),
            (Progress::Done, day(6), day(6), None),
            (Progress::Done, day(6), None, None),
            (Progress::Open, day(18), None, Some(4)),
            (Progress::InProgress, day(22), None, None),
            (Progress::Open, None, None, None),
            (Progress::Carried, day(1), None, None),
            (Progress::Dropped, day(1), None, None),
        ] {
            assert_eq!(Course { status, due, done }.days_late(today), late, "{status:?} {due:?} {done:?}");
        }
    }
}
