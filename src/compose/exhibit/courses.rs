//! Small courses side by side on one scale: shares from seeing to buying, the prices of rivals.

use super::columns::with_unit;
use crate::chart::{Chart, DataTable, Lines, Mark, Multiples, Panel, Panels, Plot, Scenario, Series, Title};
use crate::compose::course::{Course, from_to, labels, period_words};
use crate::compose::desk::Desk;
use crate::compose::latest::{Latest, change};
use crate::compose::style::Style;
use crate::quantity::{Grain, Period, Ratio};
use crate::site;
use crate::trend::Subject;

/// How many periods are in the table behind the pictures: the last.
const TOLD: usize = 6;

/// A named course.
struct Named<'a> {
    name: String,
    course: Course<'a>,
}

/// Some figures of one unit, each in a small picture; nothing where none of them is known three times.
pub(crate) fn courses(
    desk: &Desk<'_>,
    title: (&str, Title),
    subjects: &[(String, Subject)],
    grain: Grain,
) -> Option<site::Figure> {
    let named = |(name, subject): &(String, Subject)| {
        let course = Course::of(desk, subject, grain)?;
        course.is_told().then_some(())?;
        Some(Named { name: name.clone(), course })
    };
    let all: Vec<Named<'_>> = subjects.iter().filter_map(named).collect();
    let first = all.first()?;
    let largest = all.iter().filter_map(|named| named.course.largest()).max()?;
    let style = desk.style(&first.course.series.subject.metric, &largest);
    let periods = all.iter().map(|named| &named.course.periods).max_by_key(|periods| periods.len())?;
    let message = message(desk, &style, &all);
    let panel = |named: &Named<'_>| Panel {
        title: named.name.clone(),
        plot: lines(desk, &style, (&named.course, periods)),
    };
    let (id, words) = title;
    let when = from_to(desk, periods);
    let chart = Chart {
        id: site::slug(&id.to_lowercase()),
        title: Title { what: with_unit(desk, &words.what, &style.unit()), when, who: words.who },
        alt: if message.is_empty() { names(desk, &all) } else { message.clone() },
        message,
        plot: Plot::Multiples(Multiples { panels: Panels::Lines(all.iter().map(panel).collect()) }),
        table: table(desk, &style, (&all, periods)),
    };
    let how = desk.fill("courses-how", &[("count", TOLD.into())]);
    Some(site::Figure { chart, how: Some(how.as_str().into()), more: None })
}

fn names(desk: &Desk<'_>, all: &[Named<'_>]) -> String {
    all.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(&desk.say("list-comma"))
}

/// What was measured, and where there is a forecast, that with the area that holds it four times in five.
fn lines(desk: &Desk<'_>, style: &Style<'_>, (course, periods): (&Course<'_>, &[Period])) -> Lines {
    let mark = |value: Option<&Ratio>| {
        value.map_or_else(Mark::default, |value| Mark::new(style.mark(value), style.value(value)))
    };
    let series = |scenario, marks: Vec<Mark>| Series { scenario, name: String::new(), marks };
    let plan = |period: &Period| mark(course.plan(desk, period).as_ref());
    // Where no further period is known, the forecast begins: no gap is left between the two.
    let tip = periods.iter().rfind(|period| course.actual(period).is_some() && course.line.is_some());
    let begins = |period: &Period| course.actual(period).filter(|_| tip == Some(period));
    let ahead = |period: &Period| course.ahead(period).map(|ahead| &ahead.point);
    let all = [
        series(Scenario::Plan, periods.iter().map(plan).collect()),
        series(Scenario::Actual, periods.iter().map(|period| mark(course.actual(period))).collect()),
        series(
            Scenario::Forecast,
            periods.iter().map(|period| mark(ahead(period).or_else(|| begins(period)))).collect(),
        ),
    ];
    let band = |period: &Period| {
        let ends = course.ahead(period).map(|ahead| (&ahead.low80, &ahead.high80));
        let tip = || begins(period).map(|value| (value, value));
        ends.or_else(tip).map(|(low, high)| (style.mark(low), style.mark(high)))
    };
    Lines {
        labels: labels(desk, periods),
        series: all
            .into_iter()
            .filter(|series| series.marks.iter().any(|mark| mark.value.is_some()))
            .collect(),
        interval: if course.line.is_some() { periods.iter().map(band).collect() } else { Vec::new() },
        ..Lines::default()
    }
}

/// Which of them changed most in a quarter.
fn message(desk: &Desk<'_>, style: &Style<'_>, all: &[Named<'_>]) -> String {
    let moved = |named: &'_ Named<'_>| {
        let latest = Latest::of(&named.course.series)?;
        let before = latest.quarter?;
        Some(((&latest.value - &before).abs(), before, latest.value))
    };
    let most = all
        .iter()
        .filter_map(|named| Some((named, moved(named)?)))
        .reduce(|best, next| if next.1.0 > best.1.0 { next } else { best });
    let Some((named, (_, before, now))) = most.filter(|(_, (size, ..))| !size.is_zero()) else {
        return String::new();
    };
    let args = [
        ("name", named.name.as_str().into()),
        ("before", style.worded(&before).into()),
        ("now", style.worded(&now).into()),
        ("change", change(desk, &named.course.series, (&now, &before)).0.into()),
    ];
    desk.fill(if all.len() > 1 { "courses-message" } else { "courses-message-one" }, &args)
}

fn table(desk: &Desk<'_>, style: &Style<'_>, (all, periods): (&[Named<'_>], &[Period])) -> DataTable {
    let value = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.value(value));
    let known = |period: &&Period| all.iter().any(|named| named.course.actual(period).is_some());
    let past: Vec<&Period> = periods.iter().filter(known).collect();
    let row = |period: &&Period| {
        let cells = all.iter().map(|named| value(named.course.actual(period)));
        std::iter::once(period_words(desk, **period)).chain(cells).collect()
    };
    let heads = all.iter().map(|named| named.name.clone());
    DataTable {
        columns: std::iter::once(desk.say("head-period")).chain(heads).collect(),
        rows: past.iter().skip(past.len().saturating_sub(TOLD)).map(row).collect(),
    }
}
