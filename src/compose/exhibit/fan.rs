//! A figure with what is expected of it: history, plan, the forecast with its bands, and what was expected before.

use super::columns::with_unit;
use super::lines::brackets;
use crate::chart::{Band, Chart, DataTable, Fan, Lines, Mark, Plot, Scenario, Series, Title};
use crate::compose::course::{Course, from_to, labels, period_words, who};
use crate::compose::desk::Desk;
use crate::compose::latest::{Latest, change};
use crate::compose::style::Style;
use crate::quantity::{Grain, Period, Ratio};
use crate::site;
use crate::trend::{Ahead, Subject};

/// How many periods before the forecast, and how many of it, are in the table behind the picture.
const TOLD: (usize, usize) = (3, 6);

/// The fan of a figure; without a forecast it is its history, and nothing where fewer than three values are known.
pub(crate) fn fan(desk: &Desk<'_>, subject: &Subject, grain: Grain) -> Option<site::Figure> {
    let course = Course::of(desk, subject, grain)?;
    course.is_told().then_some(())?;
    let style = desk.style(&subject.metric, &course.largest()?);
    let message = message(desk, &style, &course);
    let segment = subject.segment.as_ref().map_or("", |segment| segment.value.as_str());
    let scope = [
        &subject.scope.product.as_ref().map(|id| id.as_str()),
        &subject.scope.marketplace.as_ref().map(|id| id.as_str()),
    ]
    .map(|id| id.unwrap_or("all"));
    let id = format!("fan-{}-{}-{segment}", subject.metric, scope.join("-"));
    let chart = Chart {
        id: site::slug(&id.to_lowercase()),
        title: title(desk, &style, &course),
        alt: message.clone(),
        message,
        plot: Plot::Fan(plot(desk, &style, &course)),
        table: table(desk, &style, &course),
    };
    Some(site::Figure { chart, how: Some(how(desk, &course).as_str().into()), more: None })
}

fn title(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> Title {
    let subject = &course.series.subject;
    Title {
        who: who(desk, subject),
        what: with_unit(desk, &desk.metric(&subject.metric).text, &style.unit()),
        when: from_to(desk, &course.periods),
    }
}

fn plot(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> Fan {
    let issued = course.issued(desk);
    let value = |value: &Option<Ratio>| value.as_ref().map(|value| style.mark(value));
    Fan {
        lines: Lines {
            labels: labels(desk, &course.periods),
            series: series(desk, style, course),
            brackets: brackets(desk, &course.series.subject.scope, &course.periods),
            ..Lines::default()
        },
        bands: bands(style, course),
        issued: issued.iter().map(|values| values.iter().map(value).collect()).collect(),
        issued_name: desk.say("fan-issued"),
        today: today(desk, course),
        years: years(course),
        falling: course.series.falls_is_better,
    }
}

fn series(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> Vec<Series> {
    let marks = |value: &dyn Fn(&Period) -> Option<Ratio>| -> Vec<Mark> {
        let mark = |value: Ratio| Mark::new(style.mark(&value), style.clone().short().value(&value));
        course.periods.iter().map(|period| value(period).map_or_else(Mark::default, mark)).collect()
    };
    let line = |scenario, name, marks| Series { scenario, name, marks };
    let all = [
        line(Scenario::Plan, desk.say("scenario-pl"), marks(&|period| course.plan(desk, period))),
        line(Scenario::Actual, String::new(), marks(&|period| course.actual(period).cloned())),
        line(
            Scenario::Forecast,
            desk.say("scenario-fc"),
            marks(&|period| course.ahead(period).map(|ahead| ahead.point.clone())),
        ),
    ];
    all.into_iter().filter(|series| series.marks.iter().any(|mark| mark.value.is_some())).collect()
}

fn bands(style: &Style<'_>, course: &Course<'_>) -> Vec<Band> {
    let mark = |value: &Ratio| Mark::new(style.mark(value), style.clone().short().value(value));
    let band = |name: &str, ends: fn(&Ahead) -> (&Ratio, &Ratio)| Band {
        name: name.to_owned(),
        ends: course
            .periods
            .iter()
            .map(|period| course.ahead(period).map(ends).map(|(low, high)| (mark(low), mark(high))))
            .collect(),
    };
    if course.line.is_none() {
        return Vec::new();
    }
    vec![
        band("80%", |ahead| (&ahead.low80, &ahead.high80)),
        band("95%", |ahead| (&ahead.low95, &ahead.high95)),
    ]
}

/// Where each calendar year begins; nothing where all lie in one.
fn years(course: &Course<'_>) -> Vec<Mark> {
    let year = |period: &Period| period.span().from.year();
    let mut years: Vec<(usize, i16)> = course.periods.iter().map(year).enumerate().collect();
    years.dedup_by_key(|(_, year)| *year);
    let mark = |(at, year): (usize, i16)| Mark::new(at as f64, year.to_string());
    if years.len() > 1 { years.into_iter().map(mark).collect() } else { Vec::new() }
}

/// Today between the end of the period before and that of its own; nothing where it lies outside.
fn today(desk: &Desk<'_>, course: &Course<'_>) -> Option<Mark> {
    let at = course.periods.iter().position(|period| period.span().contains(desk.today))?;
    let span = course.periods.get(at)?.span();
    let passed = f64::from(desk.today - span.from + 1) / f64::from(span.len());
    Some(Mark::new(at as f64 - 1.0 + passed, desk.say("fan-today")))
}

/// What the next whole period may bring, and beside it the plan; without a forecast what the last one brought.
fn message(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> String {
    let Some(next) = course.next() else {
        return last(desk, style, course);
    };
    let mut args = vec![
        ("period", period_words(desk, next.period).into()),
        ("point", style.worded(&next.point).into()),
        ("low", style.value(&next.low80).into()),
        ("high", style.value(&next.high80).into()),
    ];
    let Some(plan) = course.plan(desk, &next.period) else { return desk.fill("fan-message", &args) };
    args.push(("plan", style.value(&plan).into()));
    let key = if plan > next.high80 {
        "fan-message-above"
    } else if plan < next.low80 {
        "fan-message-below"
    } else {
        "fan-message-within"
    };
    desk.fill(key, &args)
}

/// The last value, beside that of the year before.
fn last(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> String {
    let Some(latest) = Latest::of(&course.series) else { return String::new() };
    let mut args = vec![
        ("period", period_words(desk, latest.period).into()),
        ("value", style.worded(&latest.value).into()),
    ];
    let Some(year) = &latest.year else { return desk.fill("fan-message-last", &args) };
    args.push(("change", change(desk, &course.series, (&latest.value, year)).0.into()));
    desk.fill("fan-message-last-year", &args)
}

/// How the forecast was made and how well that would have done.
fn how(desk: &Desk<'_>, course: &Course<'_>) -> String {
    let mut sentences = Vec::new();
    if let Some(line) = course.line {
        let args = [
            ("origin", line.origin.to_string().into()),
            ("method", line.method.as_str().into()),
            ("version", (line.version as usize).into()),
        ];
        sentences.push(desk.fill("fan-how", &args));
    } else {
        sentences.push(desk.say("fan-how-none"));
    }
    if course.series.falls_is_better {
        sentences.push(desk.say("fan-how-rank"));
    }
    sentences.push(desk.fill("fan-how-table", &[("past", TOLD.0.into()), ("ahead", TOLD.1.into())]));
    sentences.join(&desk.say("sentence-space"))
}

/// The last periods and the next that are expected.
fn table(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> DataTable {
    let value = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.value(value));
    let range = |low: &Ratio, high: &Ratio| format!("{}–{}", style.value(low), style.value(high));
    let planned = course.periods.iter().any(|period| course.plan(desk, period).is_some());
    let expected = course.line.is_some();
    let row = |period: &Period| {
        let ahead = course.ahead(period);
        let mut cells = vec![period_words(desk, *period), value(course.actual(period))];
        if planned {
            cells.push(value(course.plan(desk, period).as_ref()));
        }
        if expected {
            cells.push(value(ahead.map(|ahead| &ahead.point)));
            let bands = ahead.map(|a| [range(&a.low80, &a.high80), range(&a.low95, &a.high95)]);
            cells.extend(bands.unwrap_or_else(|| ["–".to_owned(), "–".to_owned()]));
        }
        cells
    };
    let ahead = course.line.map_or(0, |line| line.periods.len());
    let from = course.periods.len().saturating_sub(ahead + TOLD.0);
    let heads = [
        ("head-period", true),
        ("head-actual", true),
        ("head-plan", planned),
        ("scenario-fc", expected),
        ("fan-band-80", expected),
        ("fan-band-95", expected),
    ];
    DataTable {
        columns: heads.iter().filter(|(_, shown)| *shown).map(|(key, _)| desk.say(key)).collect(),
        rows: course.periods.iter().skip(from).take(TOLD.0 + TOLD.1).map(row).collect(),
    }
}
