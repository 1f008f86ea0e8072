//! Calendars and feeds of each department and person, and of the company.

mod acts;
mod briefings;
mod commitments;
mod events;
mod money;
mod orders;
mod products;
mod reviews;

use super::desk::Desk;
use super::names::{beginning, tag, uid, version_of_the_day};
use super::news::news;
use super::reader::Reader;
use crate::quantity::{Day, Span};
use crate::site::{Calendar, CalendarDate, Certainty, Feed, FeedEntry};

pub(super) use orders::words as order_words;

/// How many entries a feed has at most.
const NEWEST: usize = 50;

/// The calendars in one language.
pub(crate) fn calendars(desk: &Desk<'_>) -> Vec<Calendar> {
    Reader::all(desk).into_iter().map(|reader| calendar(desk, reader)).collect()
}

/// The feeds in one language.
pub(crate) fn feeds(desk: &Desk<'_>) -> Vec<Feed> {
    Reader::all(desk).into_iter().map(|reader| feed(desk, reader)).collect()
}

/// "山霧茶器：生產備料"
fn name(desk: &Desk<'_>, reader: Reader<'_>) -> String {
    let args = [("company", desk.company().text.into()), ("who", reader.name(desk).text.into())];
    desk.fill("subscribe-name", &args)
}

fn calendar(desk: &Desk<'_>, reader: Reader<'_>) -> Calendar {
    let mut dates = commitments::dates(desk, reader);
    dates.extend(acts::dates(desk, reader));
    dates.extend(events::dates(desk));
    dates.extend(orders::dates(desk, reader));
    dates.extend(products::dates(desk, reader));
    dates.extend(money::dates(desk, reader));
    dates.extend(briefings::dates(desk, reader));
    dates.extend(reviews::dates(desk, reader));
    dates.sort_by(|a, b| (a.span.from, &a.uid).cmp(&(b.span.from, &b.uid)));
    Calendar {
        path: reader.calendar(desk),
        lang: desk.lang().clone(),
        name: name(desk, reader),
        about: desk.say("calendar-about"),
        made: desk.today,
        dates,
    }
}

fn feed(desk: &Desk<'_>, reader: Reader<'_>) -> Feed {
    let mut all = news(desk, reader);
    all.truncate(NEWEST);
    let entry = |it: super::news::News| FeedEntry {
        id: tag(desk, &it.id),
        day: it.day,
        title: format!("{}{}", it.verb, it.what.text),
        summary: it.detail.map(|detail| detail.text).unwrap_or_default(),
        author: it.who.map(|who| who.text),
        to: it.to,
    };
    let entries: Vec<FeedEntry> = all.into_iter().map(entry).collect();
    let path = reader.feed(desk);
    Feed {
        id: tag(desk, path.as_str()),
        path,
        lang: desk.lang().clone(),
        title: name(desk, reader),
        about: desk.say("feed-about"),
        page: desk.path(&reader.page()),
        author: desk.company().text,
        updated: entries.first().map_or_else(|| beginning(desk.today), |entry| entry.day),
        entries,
    }
}

/// A date of one day, with a version that rises each day: what is written in files without a history of its own, and
/// what is computed, may change with any build.
fn date(desk: &Desk<'_>, id: &str, day: Day) -> CalendarDate {
    CalendarDate {
        uid: uid(desk, id),
        sequence: version_of_the_day(desk.today),
        modified: None,
        span: Span { from: day, to: day },
        summary: String::new(),
        description: String::new(),
        to: None,
        category: String::new(),
        certainty: Certainty::Confirmed,
        duty: false,
    }
}

/// Lines of a description, without the empty ones.
fn lines(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}
