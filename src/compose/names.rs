//! Names that last, for what is published away from the site: entries of calendars and feeds.

use std::fmt::Write;

use super::desk::Desk;
use crate::quantity::Day;

/// The first day that is counted: 2020-01-01; today where that is earlier.
pub(crate) fn beginning(today: Day) -> Day {
    Day::new(2020, 1, 1).map_or(today, |first| first.min(today))
}

/// The name of a date: `K26-031@sanwu.opsreport`.
pub(crate) fn uid(desk: &Desk<'_>, id: &str) -> String {
    format!("{}@{}.opsreport", safe(id), owner(desk))
}

/// The name of a piece of news: `tag:sanwu,2026:K26-031/3`. The year is part of the scheme and never changes.
pub(crate) fn tag(desk: &Desk<'_>, id: &str) -> String {
    format!("tag:{},2026:{}", owner(desk), safe(id))
}

/// The company, as far as it may stand in a host's name.
fn owner(desk: &Desk<'_>) -> String {
    let id = desk.workspace.company.as_ref().map_or("", |company| company.id.as_str());
    let slug = crate::site::slug(id);
    let kept: String = slug.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if id.is_empty() { "opsreport".to_owned() } else { kept }
}

/// Text for an IRI: what is neither a letter of ASCII, a digit nor one of `-._~/` is written in hexadecimal.
fn safe(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The version of what is computed anew in each build: the days from 2020-01-01 to that of the build.
pub(crate) fn version_of_the_day(today: Day) -> u32 {
    u32::try_from(today - beginning(today)).unwrap_or_default()
}
