//! The calendar date at the beginning of a cell, before it is decided whether day or month comes first.

use crate::quantity::Day;

use super::cursor::Cursor;
use super::date::DateOrder;
use super::month::month;

/// A date as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DatePart {
    /// One that reads in one way, and the order that its way of writing shows.
    Known(Day, Option<DateOrder>),
    /// Two numbers before a year: either may be the day.
    Open(u32, u32, u32),
}

impl DatePart {
    /// The day when day and month stand in the order.
    pub(super) fn day(self, order: DateOrder) -> Option<Day> {
        match (self, order) {
            (DatePart::Known(day, _), _) => Some(day),
            (DatePart::Open(first, second, year), DateOrder::DayFirst) => day(year, second, first),
            (DatePart::Open(first, second, year), DateOrder::MonthFirst) => day(year, first, second),
            (DatePart::Open(..), DateOrder::YearFirst) => None,
        }
    }

    /// One with the year first, but as a machine writes it among dates of any other order.
    pub(super) fn of_machine(self) -> Self {
        match self {
            DatePart::Known(day, Some(DateOrder::YearFirst)) => DatePart::Known(day, None),
            other => other,
        }
    }

    /// Reads a date, and the hour that may hang on it (`2026041709`).
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<(Self, Option<u32>)> {
        if cursor.at_letter() {
            return month_named_first(cursor).map(|day| (DatePart::Known(day, None), None));
        }
        let figures = cursor.figures()?;
        let number = figures.parse().ok();
        match figures.len() {
            1 | 2 => day_or_month_first(cursor, number?).map(|part| (part, None)),
            4 => year_first(cursor, number?).map(|part| (part, None)),
            8 => compact(figures).map(|part| (part, None)),
            10 => compact(figures).map(|part| (part, figures[8..].parse().ok())),
            _ => None,
        }
    }
}

/// A day of the calendar from 2000 to 2100.
pub(super) fn day(year: u32, month: u32, day: u32) -> Option<Day> {
    Day::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?)
}

/// `20260417`
fn compact(figures: &str) -> Option<DatePart> {
    let number = |range: std::ops::Range<usize>| figures.get(range)?.parse().ok();
    let day = day(number(0..4)?, number(4..6)?, number(6..8)?)?;
    Some(DatePart::Known(day, Some(DateOrder::YearFirst)))
}

/// `2026-04-17`, `2026/4/17`, `2026年4月17日`
fn year_first(cursor: &mut Cursor<'_>, year: u32) -> Option<DatePart> {
    let separator = cursor.eat_any(&['-', '/', '.', '年'])?;
    let month = cursor.short()?;
    let between = if separator == '年' { '月' } else { separator };
    cursor.eat_any(&[between])?;
    let date = day(year, month, cursor.short()?)?;
    let ended = separator != '年' || cursor.eat("日");
    ended.then_some(DatePart::Known(date, Some(DateOrder::YearFirst)))
}

/// `17/04/2026`, `4/17/26`, `17.04.2026`, `17 Apr 2026`
fn day_or_month_first(cursor: &mut Cursor<'_>, first: u32) -> Option<DatePart> {
    let separator = cursor.eat_any(&['/', '-', '.', ' '])?;
    cursor.spaces();
    if cursor.at_letter() {
        return named_month(cursor, first).map(|day| DatePart::Known(day, None));
    }
    let second = cursor.short().filter(|_| separator != ' ')?;
    cursor.eat_any(&[separator])?;
    let year = year(cursor.figures()?)?;
    if separator == '.' {
        // No language that writes dots puts the month first.
        return day(year, second, first).map(|day| DatePart::Known(day, Some(DateOrder::DayFirst)));
    }
    Some(DatePart::Open(first, second, year)).filter(|part| part.is_date())
}

impl DatePart {
    fn is_date(self) -> bool {
        self.day(DateOrder::DayFirst).is_some() || self.day(DateOrder::MonthFirst).is_some()
    }
}

/// `1 Nov 2017`, `1 nov. 2017`, `5 de mayo de 2026`, behind the day.
fn named_month(cursor: &mut Cursor<'_>, number: u32) -> Option<Day> {
    let name = match cursor.word()? {
        "de" => after_spaces(cursor, Cursor::word)?,
        name => name,
    };
    cursor.eat(".");
    cursor.eat_any(&['-', ',']);
    cursor.spaces();
    if cursor.eat("de ") || cursor.eat("del ") {
        cursor.spaces();
    }
    day(year(cursor.figures()?)?, month(name)?, number)
}

/// `Apr 17, 2026`, `nov. 9, 2025`, `Nov-03-26`
fn month_named_first(cursor: &mut Cursor<'_>) -> Option<Day> {
    let name = cursor.word()?;
    cursor.eat_any(&['.', '-']);
    let number = after_spaces(cursor, Cursor::short)?;
    cursor.eat_any(&[',', '-']);
    let year = year(after_spaces(cursor, Cursor::figures)?)?;
    day(year, month(name)?, number)
}

fn after_spaces<'a, T>(cursor: &mut Cursor<'a>, read: impl Fn(&mut Cursor<'a>) -> Option<T>) -> Option<T> {
    cursor.spaces();
    read(cursor)
}

/// A year of four figures, or of two in this century.
fn year(figures: &str) -> Option<u32> {
    let number: u32 = figures.parse().ok()?;
    match figures.len() {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    }
}
