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
#[expect(clippy::enum_variant_names, reason = "a day first is not a day")]
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
///
/// Years are 2000 to 2100, or two figures of this century. A written weekday, a day that does not exist, a zone
/// without a time and words behind the date are refused.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn dates(order: DateOrder) -> Dates {
        Dates { order }
    }

    fn shown(reading: Reading<Written>) -> String {
        let Reading::Value(Written { day, time, zone }) = reading else { return format!("{reading:?}") };
        let time = time.map(|(h, m, s)| format!(" {h:02}:{m:02}:{s:02}")).unwrap_or_default();
        let zone = match zone {
            Zone::None => String::new(),
            Zone::Utc => " UTC".to_owned(),
            Zone::Offset(minutes) => format!(" {minutes:+}"),
            Zone::Named(name) => format!(" {name}"),
        };
        format!("{day}{time}{zone}")
    }

    #[test]
    fn dates_that_read_in_one_way_need_no_order() {
        for (cell, date) in [
            // Settlements, orders, returns.
            ("2025-10-09T22:07:18+00:00", "2025-10-09 22:07:18 UTC"),
            ("2017-02-24 23:57:39 UTC", "2017-02-24 23:57:39 UTC"),
            ("2017-02-25", "2017-02-25"),
            ("14.03.2023 07:49:55 UTC", "2023-03-14 07:49:55 UTC"),
            ("2026-05-05T10:19:22Z", "2026-05-05 10:19:22 UTC"),
            ("2026-05-05T10:19:22.123-07:00", "2026-05-05 10:19:22 -420"),
            ("2026-05-05T10:19:22+05:30", "2026-05-05 10:19:22 +330"),
            // Payments.
            ("Jan 5, 2026 11:03:05 AM PST", "2026-01-05 11:03:05 PST"),
            ("Jan 5, 2026 12:03:05\u{202f}AM PDT", "2026-01-05 00:03:05 PDT"),
            ("2017-11-01 2:03:04 PM", "2017-11-01 14:03:04"),
            ("2017-11-01 2:03:04 p.m.", "2017-11-01 14:03:04"),
            ("2017-11-01 12:03:04 a.m. PST", "2017-11-01 00:03:04 PST"),
            ("1 Nov 2017 01:02:03 GMT+00:00", "2017-11-01 01:02:03 UTC"),
            ("1 Nov 2017 01:02:03 UTC", "2017-11-01 01:02:03 UTC"),
            ("01.05.2026 10:05:35 UTC", "2026-05-01 10:05:35 UTC"),
            ("5 may 2026 5:08:09 AM GMT-7", "2026-05-05 05:08:09 -420"),
            ("1 May 2026 10:00:00 am UTC", "2026-05-01 10:00:00 UTC"),
            ("1 May 2026 12:00:00 pm UTC", "2026-05-01 12:00:00 UTC"),
            ("2025/01/01 0:21:14 JST", "2025-01-01 00:21:14 JST"),
            ("1 nov. 2017 10:05:35 GMT", "2017-11-01 10:05:35 UTC"),
            ("9 maj 2026 03:41:35", "2026-05-09 03:41:35"),
            ("1 nov 2017 10.05.35 GMT+01:00", "2017-11-01 10:05:35 +60"),
            ("1 févr. 2026 10:05:35 UTC", "2026-02-01 10:05:35 UTC"),
            ("3 août 2026", "2026-08-03"),
            ("1. März 2026", "2026-03-01"),
            ("12 mrt. 2026 10:05:35 UTC", "2026-03-12 10:05:35 UTC"),
            ("3 paź 2026 10:05:35 UTC", "2026-10-03 10:05:35 UTC"),
            ("3 października 2026", "2026-10-03"),
            ("1 Kas 2026 10:05:35 UTC", "2026-11-01 10:05:35 UTC"),
            ("24 Ağu 2026", "2026-08-24"),
            ("5 de mai. de 2026 10:05:35", "2026-05-05 10:05:35"),
            ("5 de mayo de 2026", "2026-05-05"),
            ("17 giu 2026", "2026-06-17"),
            // Advertising, GA4, Shopify, spreadsheets.
            ("Apr 17, 2026", "2026-04-17"),
            ("Apr-17-26", "2026-04-17"),
            ("April 17, 2026", "2026-04-17"),
            ("SEPT. 7, 2026", "2026-09-07"),
            ("5-Jan-26", "2026-01-05"),
            ("2026年4月17日", "2026-04-17"),
            ("2026/4/17", "2026-04-17"),
            ("２０２６／０４／１７", "2026-04-17"),
            ("20260417", "2026-04-17"),
            ("2026041709", "2026-04-17 09:00:00"),
            ("2022-01-11 04:32:31 -0500", "2022-01-11 04:32:31 -300"),
            ("2026-04-17 10:05", "2026-04-17 10:05:00"),
            ("5.7.2026", "2026-07-05"),
        ] {
            for order in [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst] {
                assert_eq!(shown(dates(order).written(cell)), date, "{cell} {order:?}");
            }
        }
    }

    #[test]
    fn dates_of_three_numbers_are_read_by_the_order() {
        for (cell, by_day, by_month) in [
            ("05/07/2026", "2026-07-05", "2026-05-07"),
            ("1/5/24", "2024-05-01", "2024-01-05"),
            ("05-07-2026", "2026-07-05", "2026-05-07"),
            ("12/11/2025 9:30:33 AM", "2025-11-12 09:30:33", "2025-12-11 09:30:33"),
            ("12/15/2025 9:30:33 AM", "Refused", "2025-12-15 09:30:33"),
            ("15/12/2025 21:30:33", "2025-12-15 21:30:33", "Refused"),
        ] {
            assert_eq!(shown(dates(DateOrder::DayFirst).written(cell)), by_day, "{cell}");
            assert_eq!(shown(dates(DateOrder::MonthFirst).written(cell)), by_month, "{cell}");
            assert_eq!(shown(dates(DateOrder::YearFirst).written(cell)), "Refused", "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for cell in [
            "2026-02-29",
            "2026-13-01",
            "2026-04-31",
            "32/01/2026",
            "13/13/2026",
            "00/01/2026",
            "1999-12-31",
            "9999-01-01",
            "45678",
            "202604",
            "2026041724",
            "20261301",
            "2026-04",
            "04/2026",
            "Apr 2026",
            "Foo 17, 2026",
            "17 Foo 2026",
            "2026-04-17T",
            "2026-04-17 25:00:00",
            "2026-04-17 10:60:00",
            "2026-04-17 10:05:35 XYZ",
            "2026-04-17 13:05:35 PM",
            "2026-04-17 0:05:35 AM",
            "2026-04-17 10:05:35 UTC extra",
            "2026-04-17 UTC",
            "2026-04-17 10:05:35 +15:00",
            "2026-04-17 10:05:35 +1:5",
            "2026-04/17",
            "05/07-2026",
            "05.13.2026",
            "2026年4月17",
            "2026年4-17",
            "5/7/26/1",
            "1 2 2026",
            "words",
            "４月",
            "2026-04-17-0500",
            "7/5/026",
        ] {
            assert_eq!(shown(dates(DateOrder::MonthFirst).written(cell)), "Refused", "{cell}");
        }
        assert_eq!(dates(DateOrder::MonthFirst).written(" "), Reading::Nothing);
    }

    #[test]
    fn an_instant_moves_into_another_zone_and_a_date_does_not() {
        for (cell, zone, moved) in [
            ("2025-10-09T02:07:18+00:00", "America/Los_Angeles", "2025-10-08"),
            ("2025-10-09T08:07:18+00:00", "America/Los_Angeles", "2025-10-09"),
            ("2025-10-09T22:07:18+00:00", "Asia/Tokyo", "2025-10-10"),
            ("2026-01-05 07:59:59 UTC", "America/Los_Angeles", "2026-01-04"),
            ("2026-07-05 07:00:00 UTC", "America/Los_Angeles", "2026-07-05"),
            ("Jan 5, 2026 11:03:05 PM PST", "UTC", "2026-01-06"),
            ("2022-01-11 23:32:31 -0500", "Asia/Taipei", "2022-01-12"),
            ("2025-10-09", "Asia/Tokyo", "2025-10-09"),
            ("2025-10-09 22:07:18", "Asia/Tokyo", "2025-10-09"),
            ("2025-10-09 22:07:18 CST", "Asia/Tokyo", "2025-10-09"),
            ("2025-10-09T22:07:18+00:00", "Nowhere/Land", "2025-10-09"),
            ("2100-12-31T22:07:18+00:00", "Asia/Tokyo", "2100-12-31"),
        ] {
            let written = dates(DateOrder::YearFirst).written(cell).value().unwrap();
            assert_eq!(written.day_in(zone), day(moved), "{cell} {zone}");
        }
    }

    #[test]
    fn ranges_have_two_dates() {
        for (cell, order, from, to) in [
            ("Nov 09, 2025 - Nov 27, 2025", DateOrder::YearFirst, "2025-11-09", "2025-11-27"),
            ("2026-07-05 - 2026-07-11", DateOrder::YearFirst, "2026-07-05", "2026-07-11"),
            ("2026-07-05 – 2026-07-05", DateOrder::YearFirst, "2026-07-05", "2026-07-05"),
            ("05/07/2026 ~ 11/07/2026", DateOrder::DayFirst, "2026-07-05", "2026-07-11"),
        ] {
            let span = Span::new(day(from), day(to)).unwrap();
            assert_eq!(dates(order).range(cell), Reading::Value(span), "{cell}");
        }
        for cell in [
            "2026-07-05",
            "2026-07-11 - 2026-07-05",
            "2026-07-05 -2026-07-11",
            "a - b",
            "05/07/2026 - 06/07/2026",
        ] {
            assert_eq!(dates(DateOrder::YearFirst).range(cell), Reading::Refused, "{cell}");
        }
    }

    #[test]
    fn months_have_all_their_days() {
        let february = Span::new(day("2028-02-01"), day("2028-02-29")).unwrap();
        for cell in
            ["02/2028", "2/2028", "2028-02", "2028/2", "2028年2月", "Feb 2028", "févr. 2028", "február 2028"]
        {
            let expected =
                if cell.starts_with("február") { Reading::Refused } else { Reading::Value(february) };
            assert_eq!(dates(DateOrder::YearFirst).month(cell), expected, "{cell}");
        }
        for cell in ["13/2028", "2028-00", "2028-02-01", "02/28", "2028", "2028年2", "Week 2028"] {
            assert_eq!(dates(DateOrder::YearFirst).month(cell), Reading::Refused, "{cell}");
        }
    }
}
