//! The time zone that stands behind a time.

use super::cursor::Cursor;

/// The zone that a time is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Zone {
    /// None is written.
    None,
    /// UTC, GMT, `Z`, or an offset of nought.
    Utc,
    /// Minutes ahead of UTC.
    Offset(i16),
    /// An abbreviation.
    Named(&'static str),
}

/// Abbreviations, and hours ahead of UTC of those that mean one zone only.
const NAMES: [(&str, Option<i16>); 21] = [
    ("PST", Some(-8)),
    ("PDT", Some(-7)),
    ("MST", Some(-7)),
    ("MDT", Some(-6)),
    // China, Central America and Cuba.
    ("CST", None),
    ("CDT", Some(-5)),
    ("EST", Some(-5)),
    ("EDT", Some(-4)),
    ("JST", Some(9)),
    ("KST", Some(9)),
    // Britain and Bangladesh.
    ("BST", None),
    // India, Ireland and Israel.
    ("IST", None),
    ("WET", Some(0)),
    ("WEST", Some(1)),
    ("CET", Some(1)),
    ("CEST", Some(2)),
    ("MEZ", Some(1)),
    ("MESZ", Some(2)),
    ("EET", Some(2)),
    ("AEST", Some(10)),
    ("AEDT", Some(11)),
];

impl Zone {
    /// Minutes ahead of UTC; nothing when no zone is written, or one by a name that several zones have.
    pub(super) fn minutes(self) -> Option<i16> {
        match self {
            Zone::None => None,
            Zone::Utc => Some(0),
            Zone::Offset(minutes) => Some(minutes),
            Zone::Named(name) => NAMES.iter().find(|(known, _)| *known == name)?.1.map(|hours| hours * 60),
        }
    }

    /// Reads the zone up to the end of the text; nothing when something else stands there.
    pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        cursor.spaces();
        if cursor.at_end() {
            return Some(Zone::None);
        }
        let zone = match cursor.word() {
            None => offset(cursor)?,
            Some("z") => Zone::Utc,
            Some("utc" | "gmt") if cursor.at_end() => Zone::Utc,
            Some("utc" | "gmt") => offset(cursor)?,
            Some(name) => Zone::Named(NAMES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?.0),
        };
        cursor.at_end().then_some(zone)
    }
}

/// `+00:00`, `-0500`, `+9`
fn offset(cursor: &mut Cursor<'_>) -> Option<Zone> {
    let sign = if cursor.eat_any(&['+', '-'])? == '-' { -1 } else { 1 };
    let figures = cursor.figures()?;
    let (hours, minutes) = match figures.len() {
        4 => figures.split_at(2),
        1 | 2 if cursor.eat(":") => (figures, cursor.figures().filter(|minutes| minutes.len() == 2)?),
        1 | 2 => (figures, "0"),
        _ => return None,
    };
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    let ahead = sign * (hours * 60 + minutes);
    let zone = if ahead == 0 { Zone::Utc } else { Zone::Offset(ahead) };
    (hours <= 14 && minutes < 60).then_some(zone)
}
