//! Which days of a period a figure speaks of, where it is not all of them.

use crate::compose::agenda::shown;
use crate::compose::desk::Desk;
use crate::review::Figure;

/// "至 11-20", "自 09-01", or both; nothing when the whole period is measured.
pub(crate) fn cut(desk: &Desk<'_>, figure: &Figure) -> Option<String> {
    let day = |day| shown(desk, day).into();
    match (figure.since(), figure.until()) {
        (None, None) => None,
        (None, Some(to)) => Some(desk.fill("until", &[("day", day(to))])),
        (Some(from), None) => Some(desk.fill("since", &[("day", day(from))])),
        (Some(from), Some(to)) => Some(desk.fill("since-until", &[("from", day(from)), ("to", day(to))])),
    }
}

/// The same in a sentence that says why.
pub(crate) fn cut_sentence(desk: &Desk<'_>, figure: &Figure) -> Option<String> {
    let first = figure.since().map(|from| desk.fill("since-day", &[("day", from.to_string().into())]));
    let last = figure.until().map(|to| desk.fill("until-day", &[("day", to.to_string().into())]));
    match (first, last) {
        (Some(first), Some(last)) => {
            Some(desk.fill("both-days", &[("first", first.into()), ("last", last.into())]))
        }
        (first, last) => first.or(last),
    }
}
