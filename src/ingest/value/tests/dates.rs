//! Any date in any way of writing is read back, or is doubtful.

use proptest::prelude::*;

use crate::ingest::file_name::FileName;
use crate::ingest::preamble::Preamble;
use crate::ingest::value::date::Written;
use crate::ingest::value::{DateEvidence, DateOrder, Dates, Decision, Reading, Zone};
use crate::quantity::{Day, Span};

const ORDERS: [DateOrder; 3] = [DateOrder::YearFirst, DateOrder::DayFirst, DateOrder::MonthFirst];

const MONTHS: [[&str; 12]; 8] = [
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    [
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ],
    ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."],
    ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
    ["ene.", "feb.", "mar.", "abr.", "may.", "jun.", "jul.", "ago.", "sept.", "oct.", "nov.", "dic."],
    ["jan.", "feb.", "mrt.", "apr.", "mei", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."],
    ["sty", "lut", "mar", "kwi", "maj", "cze", "lip", "sie", "wrz", "paź", "lis", "gru"],
    ["Oca", "Şub", "Mar", "Nis", "May", "Haz", "Tem", "Ağu", "Eyl", "Eki", "Kas", "Ara"],
];

/// The date in one of the shapes that read in one way.
fn certain(day: Day, shape: usize, language: usize) -> String {
    let (y, m, d) = (day.year(), day.month(), day.day());
    let name = MONTHS[language][m as usize - 1];
    match shape {
        0 => day.to_string(),
        1 => format!("{y}/{m}/{d}"),
        2 => format!("{y}年{m}月{d}日"),
        3 => format!("{y}{m:02}{d:02}"),
        4 => format!("{d:02}.{m:02}.{y}"),
        5 => format!("{name} {d:02}, {y}"),
        6 => format!("{d} {name} {y}"),
        _ => format!("{d} de {name} de {y}"),
    }
}

/// The time in one of its shapes, and the zone it shows.
fn timed(hour: u8, minute: u8, second: u8, shape: usize) -> (String, Zone) {
    let half = if hour < 12 { "AM" } else { "PM" };
    let twelve = (hour + 11) % 12 + 1;
    match shape {
        0 => (format!(" {hour:02}:{minute:02}:{second:02}"), Zone::None),
        1 => (format!(" {hour}:{minute:02}:{second:02} JST"), Zone::Named("JST")),
        2 => (format!("T{hour:02}:{minute:02}:{second:02}+00:00"), Zone::Utc),
        3 => (format!(" {twelve}:{minute:02}:{second:02} {half} PST"), Zone::Named("PST")),
        4 => (format!(" {hour:02}.{minute:02}.{second:02} UTC"), Zone::Utc),
        5 => (format!(" {twelve}:{minute:02}:{second:02} {half} GMT-7"), Zone::Offset(-420)),
        6 => {
            (format!(" {twelve}:{minute:02}:{second:02}\u{202f}{}.m.", &half[..1].to_lowercase()), Zone::None)
        }
        _ => (format!(" {hour:02}:{minute:02}:{second:02} -0530"), Zone::Offset(-330)),
    }
}

fn any_day() -> impl Strategy<Value = Day> {
    (0..36_890_i32).prop_map(|days| Day::new(2000, 1, 1).unwrap() + days)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(600) })]

    #[test]
    fn any_moment_in_any_shape_is_read_back(
        day in any_day(),
        shapes in (0..8_usize, 0..8_usize, 0..8_usize),
        (hour, minute, second) in (0..24_u8, 0..60_u8, 0..60_u8),
        order in prop::sample::select(&ORDERS[..]),
    ) {
        let date = certain(day, shapes.0, shapes.1);
        let (time, zone) = timed(hour, minute, second, shapes.2);
        let dates = Dates { order };
        let written = Written { day, time: None, zone: Zone::None };
        prop_assert_eq!(dates.written(&date), Reading::Value(written), "{}", date);
        let moment = format!("{date}{time}");
        let written = Written { day, time: Some((hour, minute, second)), zone };
        prop_assert_eq!(dates.written(&moment), Reading::Value(written), "{}", moment);
    }

    #[test]
    fn a_range_of_any_shape_is_read_back(
        day in any_day(), days in 0..400_i32, shape in 0..8_usize, language in 0..8_usize,
    ) {
        let last = day + days.min(Day::new(2100, 12, 31).unwrap() - day);
        let cell = format!("{} - {}", certain(day, shape, language), certain(last, shape, language));
        let reading = Dates { order: DateOrder::YearFirst }.range(&cell);
        prop_assert_eq!(reading, Reading::Value(Span::new(day, last).unwrap()), "{}", cell);
    }

    #[test]
    fn a_column_of_three_numbers_decides_for_its_order_or_doubts(
        days in prop::collection::vec(any_day(), 1..6), day_first in any::<bool>(), short in any::<bool>(),
    ) {
        let order = if day_first { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        let write = |day: &Day| {
            let (a, b) = if day_first { (day.day(), day.month()) } else { (day.month(), day.day()) };
            if short { format!("{a}/{b}/{:02}", day.year() % 100) } else { format!("{a:02}/{b:02}/{}", day.year()) }
        };
        // A year of two figures is of this century's first hundred.
        let days: Vec<Day> = days.into_iter().filter(|day| !short || day.year() < 2100).collect();
        let cells: Vec<String> = days.iter().map(write).collect();
        let mut evidence = DateEvidence::default();
        (1..).zip(&cells).for_each(|(line, cell)| evidence.see(cell, line));
        match evidence.decide(None) {
            Decision::Known(known) => prop_assert_eq!(known, order),
            Decision::Free => prop_assert!(days.iter().all(|day| i16::from(day.day()) == i16::from(day.month()))),
            Decision::Doubtful { .. } => prop_assert!(days.iter().all(|day| day.day() <= 12)),
            Decision::Mixed { .. } => prop_assert!(false, "{:?}", cells),
        }
        for (day, cell) in days.iter().zip(&cells) {
            let read = Dates { order }.written(cell).value().map(|written| written.day);
            prop_assert_eq!(read, Some(*day), "{}", cell);
        }
    }

    #[test]
    fn evidence_does_not_depend_on_the_order_of_rows(
        cells in prop::collection::vec(prop::sample::select(&[
            "05/07/2026", "25/07/2026", "07/25/2026", "2026-07-05", "5.7.2026", "Jul 5, 2026", "--", "12/12/2026",
        ][..]), 0..8),
        turn in 0..8_usize,
    ) {
        let rows: Vec<(u32, &str)> = (1..).zip(cells).collect();
        let decide = |rows: &[(u32, &str)]| {
            let mut evidence = DateEvidence::default();
            rows.iter().for_each(|(line, cell)| evidence.see(cell, *line));
            let today = Day::new(2026, 7, 1).unwrap();
            let after = ORDERS.map(|order| evidence.after(today, order).map(|(line, cell)| (line, cell.to_owned())));
            (evidence.decide(None), evidence.decide(Some(DateOrder::DayFirst)), after)
        };
        let mut turned = rows.clone();
        turned.rotate_left(turn.min(rows.len()));
        prop_assert_eq!(decide(&rows), decide(&turned));
        turned.reverse();
        prop_assert_eq!(decide(&rows), decide(&turned));
    }

    #[test]
    fn no_text_panics(text in "(\\PC|[-0-9/.,: TZapm年月日=\\[\\]\"#_()]){0,40}") {
        for order in ORDERS {
            let dates = Dates { order };
            let _ = (dates.written(&text), dates.range(&text), dates.month(&text));
            let _ = FileName::read(&text, Some(order));
        }
        let mut evidence = DateEvidence::default();
        evidence.see(&text, 1);
        let _ = evidence.decide(None);
        let _ = Preamble::read(text.split('_'));
    }
}
