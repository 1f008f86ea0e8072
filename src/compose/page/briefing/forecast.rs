//! The forecast of an item in words: of what, how much, how surely between what, and what it came to so far.

use crate::compose::desk::Desk;
use crate::compose::written;
use crate::diagnostic::Arg;
use crate::metric::Unit;
use crate::quantity::{Period, Ratio};
use crate::review::Question;
use crate::site::Rich;
use crate::workspace::{Figure, Forecast};

/// What of where when: how much, how surely between what, compared with what.
pub(super) fn in_words(desk: &Desk<'_>, forecast: &Forecast) -> Rich {
    let mut words = Rich::default().then(subject(desk, forecast)).then(desk.say("forecast-colon"));
    words = words.strong(point(desk, forecast, &forecast.point));
    let baseline = |id: &str| desk.fill("forecast-baseline", &[("name", baseline(desk, id).into())]);
    let more: Vec<String> =
        interval(desk, forecast).into_iter().chain(forecast.baseline.as_deref().map(baseline)).collect();
    more.into_iter().fold(words, |words, more| words.then(desk.say("list-semicolon")).then(more))
}

/// The same in a line: "轉換率 · 冷泡壺 · 2026 年 11 月：9%；80% 的把握落在 8.5% 到 9.5%".
pub(super) fn briefly(desk: &Desk<'_>, forecast: &Forecast) -> String {
    let head =
        subject(desk, forecast) + &desk.say("forecast-colon") + &point(desk, forecast, &forecast.point);
    let parts = [Some(head), interval(desk, forecast)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&desk.say("list-semicolon"))
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

/// A figure as it was typed; amounts of whole units without their cents.
fn shown(desk: &Desk<'_>, figure: &Figure) -> String {
    let whole = figure.money().is_some_and(|money| money.amount() == Ratio::from_int(money.amount().floor()));
    if whole { written::whole(desk, figure) } else { written::figure(desk, figure) }
}

/// Whether a forecast is of growth: a percentage of a figure that is none.
fn is_growth(desk: &Desk<'_>, forecast: &Forecast) -> bool {
    matches!(forecast.point, Figure::Percent(_)) && desk.check().unit(&forecast.metric.value) != Unit::Percent
}

/// A figure of a forecast; growth has its sign and says what it grows from.
fn point(desk: &Desk<'_>, forecast: &Forecast, figure: &Figure) -> String {
    let words = shown(desk, figure);
    if !is_growth(desk, forecast) {
        return words;
    }
    let sign = if figure.number().is_positive() { "+" } else { "" };
    desk.fill("forecast-growth", &[("share", format!("{sign}{words}").into())])
}

fn interval(desk: &Desk<'_>, forecast: &Forecast) -> Option<String> {
    let interval = forecast.interval.as_ref()?;
    let sign = |figure: &Figure| match is_growth(desk, forecast) && figure.number().is_positive() {
        true => format!("+{}", shown(desk, figure)),
        false => shown(desk, figure),
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
pub(super) fn so_far(desk: &Desk<'_>, forecast: &Forecast) -> Option<String> {
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
