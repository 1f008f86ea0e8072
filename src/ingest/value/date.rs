//! Dates and times as exports write them.

use jiff::civil::Date;
use jiff::tz::{Offset, TimeZone};

use crate::quantity::{Day, Span};

use super::cursor::Cursor;
use super::date_part::{DatePart, day};
use super::month::month;
use super::reading::Reading;
use super::zone::Zone;

/// What stands first in dates of three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum DateOrder {
    /// `2026-04-17`: read in any column, since nothing else begins with four figures.
    YearFirst,
    /// `17/04/2026`
    DayFirst,
    /// `4/17/2026`
    MonthFirst,
}

/// A date as written: in the zone it was written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Written {
    /// The calendar day.
    pub(in crate::ingest) day: Day,
    /// Hour, minute and second.
    pub(in crate::ingest) time: Option<(u8, u8, u8)>,
    /// The zone of the time.
    pub(in crate::ingest) zone: Zone,
}

impl Written {
    /// The day at this moment in a time zone by its IANA name.
    ///
    /// The written day, when no moment is written (no time, or no zone that is one only) or no zone has the name.
    pub(in crate::ingest) fn day_in(&self, timezone: &str) -> Day {
        self.moved(timezone).unwrap_or(self.day)
    }

    fn moved(&self, timezone: &str) -> Option<Day> {
        let (hour, minute, second) = self.time?;
        let ahead = Offset::from_seconds(i32::from(self.zone.minutes()?) * 60).ok()?;
        let zone = TimeZone::get(timezone).ok()?;
        let date = Date::new(self.day.year(), self.day.month(), self.day.day()).ok()?;
        let moment = date.at(hour as i8, minute as i8, second as i8, 0);
        let there = ahead.to_timestamp(moment).ok()?.to_zoned(zone).date();
        Day::new(there.year(), there.month(), there.day())
    }
}

/// Reads the dates of a column by its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) struct Dates {
    /// What stands first where three numbers could be read in two ways.
    pub(in crate::ingest) order: DateOrder,
}

impl Dates {
    /// A date, with the time and zone that may stand behind it.
    pub(in crate::ingest) fn written(&self, cell: &str) -> Reading<Written> {
        Reading::of(cell, |text| {
            let (part, time, zone) = read(&text.to_lowercase())?;
            Some(Written { day: part.day(self.order)?, time, zone })
        })
    }

    /// Days from one to another: `Nov 09, 2025 - Nov 27, 2025`.
    pub(in crate::ingest) fn range(&self, cell: &str) -> Reading<Span> {
        Reading::of(cell, |text| {
            let text = text.to_lowercase();
            let (from, to) = ends(&text)?;
            Span::new(from.day(self.order)?, to.day(self.order)?)
        })
    }

    /// The days of a month: `07/2026`, `2026-07`, `July 2026`, `2026年7月`.
    pub(in crate::ingest) fn month(&self, cell: &str) -> Reading<Span> {
        Reading::of(cell, |text| {
            let text = text.to_lowercase();
            let mut cursor = Cursor::new(&text);
            let (year, month) = year_and_month(&mut cursor)?;
            let first = day(year, month, 1)?;
            Span::new(first, first.end_of_month()).filter(|_| cursor.at_end())
        })
    }
}

type Time = (u8, u8, u8);

/// A date with the time and zone behind it, in small letters and plain characters.
pub(super) fn read(text: &str) -> Option<(DatePart, Option<Time>, Zone)> {
    let mut cursor = Cursor::new(text);
    let (part, hour) = DatePart::read(&mut cursor)?;
    if let Some(hour) = hour {
        let time = clock(hour, 0, 0)?;
        return cursor.at_end().then_some((part, Some(time), Zone::None));
    }
    if cursor.at_end() {
        return Some((part, None, Zone::None));
    }
    let time = time(&mut cursor)?;
    Some((part, Some(time), Zone::read(&mut cursor)?))
}

/// The two dates of a range: around the first dash between spaces that has a date on either side.
pub(super) fn ends(text: &str) -> Option<(DatePart, DatePart)> {
    let whole = |text: &str| read(text.trim()).filter(|(_, time, _)| time.is_none()).map(|(part, ..)| part);
    let dashes = [" - ", " – ", " ~ "].iter().flat_map(|dash| text.match_indices(dash));
    dashes.map(|(at, dash)| (&text[..at], &text[at + dash.len()..])).find_map(|(from, to)| {
        let (from, to) = (whole(from)?, whole(to)?);
        Some((from, to))
    })
}

/// `10:05:35`, `2:03:04 pm`, `10.05.35`, `T22:07:18.123`, with what joins it to the date.
fn time(cursor: &mut Cursor<'_>) -> Option<Time> {
    if !cursor.eat("t") {
        cursor.eat(",");
        cursor.spaces();
    }
    let hour = cursor.short()?;
    let separator = cursor.eat_any(&[':', '.'])?;
    let minute = two(cursor)?;
    let second = if cursor.eat_any(&[separator]).is_some() { two(cursor)? } else { 0 };
    if separator == ':' && cursor.eat_any(&['.', ',']).is_some() {
        cursor.figures()?;
    }
    clock(half_day(cursor, hour)?, minute, second)
}

fn two(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.figures().filter(|figures| figures.len() == 2)?.parse().ok()
}

fn clock(hour: u32, minute: u32, second: u32) -> Option<Time> {
    (hour < 24 && minute < 60 && second < 60).then_some((hour as u8, minute as u8, second as u8))
}

/// The hour of the day, by the `am` or `pm` that may follow.
fn half_day(cursor: &mut Cursor<'_>, hour: u32) -> Option<u32> {
    let mut ahead = *cursor;
    ahead.spaces();
    let morning = ["a.m.", "a. m.", "am"].iter().any(|text| ahead.eat(text));
    let afternoon = !morning && ["p.m.", "p. m.", "pm"].iter().any(|text| ahead.eat(text));
    if !(morning || afternoon) || ahead.at_letter() {
        return Some(hour);
    }
    *cursor = ahead;
    (1..=12).contains(&hour).then_some(hour % 12 + if afternoon { 12 } else { 0 })
}

fn year_and_month(cursor: &mut Cursor<'_>) -> Option<(u32, u32)> {
    if cursor.at_letter() {
        let name = cursor.word()?;
        cursor.eat(".");
        cursor.spaces();
        return Some((cursor.year()?, month(name)?));
    }
    let first = cursor.figures()?;
    let separator = cursor.eat_any(&['-', '/', '.', '年'])?;
    let second = cursor.figures()?;
    let (year, month) = if first.len() == 4 { (first, second) } else { (second, first) };
    let ended = separator != '年' || cursor.eat("月");
    let sized = year.len() == 4 && month.len() <= 2 && ended;
    sized.then(|| Some((year.parse().ok()?, month.parse().ok()?)))?
}
