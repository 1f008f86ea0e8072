//! One item of a briefing: what it rests on, what will happen, who acts.

use crate::compose::agenda::{anchor, shown};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::written;
use crate::diagnostic::Arg;
use crate::metric::Unit;
use crate::quantity::{Period, Text};
use crate::review::Question;
use crate::site::{Block, Cell, Column, ColumnKind, Fact, Facts, Rich, Row, Section, Table, Target};
use crate::workspace::{At, BriefingAct, BriefingItem, Confidence, Evidence, Figure, Forecast};

/// Days after which evidence is old (domain 6.1).
const OLD: i32 = 60;

/// The parts of an item. Of the `first` the headline and what it means stand on top of the page already.
pub(super) fn blocks(desk: &Desk<'_>, item: &BriefingItem, first: bool) -> Vec<Block> {
    let mut parts: Vec<Block> = Vec::new();
    if !item.act.is_empty() {
        parts.push(acts(desk, &item.act).into());
    }
    if !item.evidence.is_empty() {
        parts.push(evidence(desk, &item.evidence).into());
    }
    let facts: Vec<Fact> = facts(desk, item).into_iter().chain(basis(desk, item)).collect();
    if !facts.is_empty() {
        parts.push(Facts { facts, prose: true, note: None }.into());
    }
    let heading = if first { desk.say("briefing-do").into() } else { desk.phrase(&item.headline) };
    let lede = item.so_what.as_ref().filter(|_| !first).map(|text| Rich::from(desk.phrase(text)));
    let id = anchor(item.id.as_str());
    vec![Section { id, heading, lede, blocks: parts, ..Section::default() }.into()]
}

fn acts(desk: &Desk<'_>, acts: &[BriefingAct]) -> Table {
    let row = |act: &BriefingAct| {
        let department = &act.department.value;
        let cells = vec![
            Cell::new(desk.phrase(&act.what)),
            Cell {
                to: Some(desk.target(&Route::Department(department.clone()))),
                ..Cell::new(desk.department(department))
            },
            Cell::new(act.by.map_or_else(|| "–".to_owned(), |day| day.to_string())),
        ];
        Row { cells, ..Row::default() }
    };
    table(
        desk,
        "briefing-acts",
        &[
            ("head-act", ColumnKind::Text),
            ("head-department", ColumnKind::Text),
            ("head-due", ColumnKind::Date),
        ],
    )(acts.iter().map(row).collect())
}

fn evidence(desk: &Desk<'_>, all: &[Evidence]) -> Table {
    let row = |it: &Evidence| {
        let weeks = it.n_weeks.map(|n| desk.fill("evidence-weeks", &[("count", Arg::Count(n.into()))]));
        let cells = vec![
            Cell { sub: weeks.map(Into::into), ..Cell::new(desk.phrase(&it.fact)) },
            Cell::new(
                it.source.as_deref().map_or_else(|| desk.say("evidence-no-source"), |id| source(desk, id)),
            ),
            as_of(desk, it),
        ];
        Row { cells, ..Row::default() }
    };
    table(
        desk,
        "briefing-evidence",
        &[
            ("head-evidence", ColumnKind::Text),
            ("head-source", ColumnKind::Text),
            ("head-as-of", ColumnKind::Date),
        ],
    )(all.iter().map(row).collect())
}

fn table(desk: &Desk<'_>, caption: &str, heads: &[(&str, ColumnKind)]) -> impl FnOnce(Vec<Row>) -> Table {
    let caption = desk.say(caption).into();
    let columns = heads.iter().map(|(key, kind)| Column::new(desk.say(key), *kind)).collect();
    move |rows| Table { caption, caption_hidden: true, columns, rows, note: None }
}

/// The name of a source that the words know, such as `brand-analytics`; else as written.
fn source(desk: &Desk<'_>, id: &str) -> String {
    let key = format!("source-{id}");
    if desk.locale.has(&key) { desk.say(&key) } else { id.to_owned() }
}

/// The day of a piece of evidence and how old it is today.
fn as_of(desk: &Desk<'_>, evidence: &Evidence) -> Cell {
    let Some(At { value: day, .. }) = evidence.asof else { return Cell::new("–") };
    let age = desk.today - day;
    let key = if age > OLD { "evidence-old" } else { "evidence-age" };
    let sub = desk.fill(key, &[("days", Arg::Count(age.into()))]);
    Cell { sub: Some(sub.into()), ..Cell::new(day.to_string()) }
}

/// What is taken for granted, what else could be true, what changed.
fn basis(desk: &Desk<'_>, item: &BriefingItem) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut list = |key: &str, texts: &[Text]| {
        let words: Vec<Rich> = texts.iter().map(|text| Rich::from(desk.phrase(text))).collect();
        facts.extend(joined(desk, words).map(|value| fact(desk, key, value)));
    };
    list("briefing-assumptions", &item.assumptions);
    list("briefing-alternatives", &item.alternatives);
    facts.extend(changed(desk, item));
    facts
}

fn joined(desk: &Desk<'_>, words: Vec<Rich>) -> Option<Rich> {
    let between = desk.say("list-semicolon");
    words.into_iter().reduce(|mut all, next| {
        all = all.then(between.as_str());
        all.0.extend(next.0);
        all
    })
}

/// The earlier item that this one changes.
fn changed(desk: &Desk<'_>, item: &BriefingItem) -> Option<Fact> {
    let wanted = &item.changed_since.as_ref()?.value;
    let mut all = desk
        .workspace
        .briefings
        .iter()
        .flat_map(|briefing| briefing.items.iter().map(move |it| (briefing, it)));
    let (briefing, earlier) = all.find(|(_, it)| it.id == *wanted)?;
    let page = desk.path(&Route::Briefing(briefing.id.as_str().to_owned()));
    let to = Target::place(&page, &anchor(wanted.as_str()));
    let words = Rich::default().link(desk.phrase(&earlier.headline), to);
    let on = desk.fill("briefing-on-day", &[("day", shown(desk, briefing.issued).into())]);
    Some(fact(desk, "briefing-changed", words.then(on)))
}

fn fact(desk: &Desk<'_>, key: &str, value: impl Into<Rich>) -> Fact {
    Fact { name: desk.say(key).into(), value: value.into() }
}

/// The forecast, what came of it so far, and how firm its basis is.
fn facts(desk: &Desk<'_>, item: &BriefingItem) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(forecast) = &item.forecast {
        facts.push(fact(desk, "briefing-forecast", in_words(desk, forecast)));
        facts.extend(so_far(desk, forecast).map(|words| fact(desk, "forecast-so-far", words.as_str())));
    }
    let confidence = item.confidence.map(|level| match level {
        Confidence::Low => "confidence-low",
        Confidence::Moderate => "confidence-moderate",
        Confidence::High => "confidence-high",
    });
    facts.extend(confidence.map(|key| fact(desk, "briefing-confidence", desk.say(key).as_str())));
    facts
}

/// What of where when: how much, how surely between what, compared with what.
fn in_words(desk: &Desk<'_>, forecast: &Forecast) -> Rich {
    let mut words = Rich::default().then(subject(desk, forecast)).then(desk.say("forecast-colon"));
    words = words.strong(point(desk, forecast, &forecast.point));
    let baseline = |id: &str| desk.fill("forecast-baseline", &[("name", baseline(desk, id).into())]);
    let more: Vec<String> =
        interval(desk, forecast).into_iter().chain(forecast.baseline.as_deref().map(baseline)).collect();
    more.into_iter().fold(words, |words, more| words.then(desk.say("list-semicolon")).then(more))
}

fn subject(desk: &Desk<'_>, forecast: &Forecast) -> String {
    let words = [desk.metric(&forecast.metric.value), desk.scope(&forecast.scope)].map(|phrase| phrase.text);
    format!("{} · {} · {}", words[0], words[1], period(desk, &forecast.period))
}

/// "2027 年上半年" for `2027-H1`, which is no period of the calendar.
fn period(desk: &Desk<'_>, written: &str) -> String {
    if let Some(period) = Period::parse(written) {
        return desk.locale.period(period);
    }
    match written.split_once("-H") {
        Some((year, half)) => {
            let half = Arg::Count(half.parse().unwrap_or_default());
            desk.fill("period-half", &[("year", year.into()), ("half", half)])
        }
        None => written.to_owned(),
    }
}

/// Whether a forecast is of growth: a percentage of a figure that is none.
fn is_growth(desk: &Desk<'_>, forecast: &Forecast) -> bool {
    matches!(forecast.point, Figure::Percent(_)) && desk.check().unit(&forecast.metric.value) != Unit::Percent
}

/// A figure of a forecast; growth has its sign and says what it grows from.
fn point(desk: &Desk<'_>, forecast: &Forecast, figure: &Figure) -> String {
    let words = written::figure(desk, figure);
    if !is_growth(desk, forecast) {
        return words;
    }
    let sign = if figure.number().is_positive() { "+" } else { "" };
    desk.fill("forecast-growth", &[("share", format!("{sign}{words}").into())])
}

fn interval(desk: &Desk<'_>, forecast: &Forecast) -> Option<String> {
    let interval = forecast.interval.as_ref()?;
    let sign = |figure: &Figure| match is_growth(desk, forecast) && figure.number().is_positive() {
        true => format!("+{}", written::figure(desk, figure)),
        false => written::figure(desk, figure),
    };
    let mut args = vec![("low", sign(&interval.low).into()), ("high", sign(&interval.high).into())];
    let Some(level) = &interval.level else { return Some(desk.fill("forecast-interval-unsaid", &args)) };
    args.push(("level", desk.locale.percent(level, 0).into()));
    Some(desk.fill("forecast-interval", &args))
}

fn baseline(desk: &Desk<'_>, id: &str) -> String {
    let key = format!("baseline-{id}");
    if desk.locale.has(&key) { desk.say(&key) } else { id.to_owned() }
}

/// What the figure came to so far, where its period has begun to be measured.
fn so_far(desk: &Desk<'_>, forecast: &Forecast) -> Option<String> {
    let period = Period::parse(&forecast.period)?;
    let metric = &forecast.metric.value;
    let question = Question { metric: metric.clone(), scope: forecast.scope.clone(), period };
    let figure = desk.check().figure(&question);
    let (days, actual) = (figure.days?, figure.actual.known()?);
    let style = desk.style(metric, actual);
    let words = match is_growth(desk, forecast) {
        true => desk.fill("forecast-growth", &[("share", style.relative(&figure.vs_previous).into())]),
        false => style.worded(actual),
    };
    let key = if figure.is_cut() { "forecast-so-far-until" } else { "forecast-so-far-whole" };
    Some(desk.fill(key, &[("value", words.into()), ("day", days.to.to_string().into())]))
}
