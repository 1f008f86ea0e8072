//! The words of scores: who, how far ahead, and what the points say.

use crate::compose::desk::Desk;
use crate::compose::trend_words::Teller;
use crate::quantity::{Period, Ratio, Span};
use crate::site::Phrase;
use crate::trend::Subject;
use crate::trend::score::{Fit, Horizon, Key, Score, Verdict, Who};

/// Who made forecasts.
pub(super) fn who(desk: &Desk<'_>, who: &Who) -> Phrase {
    match who {
        Who::Tool => desk.say("scoreboard-tool").into(),
        Who::Person(id) => desk.person(id),
        Who::Department(id) => desk.department(id),
    }
}

/// Which of an author's forecasts.
pub(super) fn key(desk: &Desk<'_>, key: &Key) -> Phrase {
    match key {
        Key::All => desk.say("scoreboard-all").into(),
        Key::Method(method, version) => {
            let name: Vec<String> = method.split('.').map(|part| method_part(desk, part)).collect();
            let name = name.join(&desk.say("list-comma"));
            let args = [("method", name.into()), ("version", version.to_string().into())];
            desk.fill("scoreboard-method", &args).into()
        }
        Key::Horizon(own) => horizon(desk, *own).into(),
        Key::Metric(id) => desk.metric(id),
    }
}

/// A method, or what it was given beside the history: the calendar.
fn method_part(desk: &Desk<'_>, part: &str) -> String {
    let key = format!("score-method-{part}");
    if desk.locale.has(&key) { desk.say(&key) } else { part.to_owned() }
}

fn horizon(desk: &Desk<'_>, horizon: Horizon) -> String {
    match horizon {
        Horizon::Running => desk.say("score-horizon-running"),
        own => desk.fill("score-horizon", &[("periods", own.word().replace('-', "–").into())]),
    }
}

/// What a figure is, where: "銷售額 · 冷泡壺 · 美國站".
pub(super) fn subject(desk: &Desk<'_>, subject: &Subject) -> String {
    Teller { workspace: desk.workspace, locale: desk.locale, currency: desk.currency() }.subject(subject)
}

/// Days as the period they are, else from the first to the last.
pub(super) fn span(desk: &Desk<'_>, span: Span) -> String {
    use crate::quantity::Grain;
    let grains = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year];
    let periods = grains.into_iter().map(|grain| desk.fiscal().containing(span.from, grain));
    let found: Option<Period> = periods.into_iter().find(|period| period.span() == span);
    found.map_or_else(|| format!("{} – {}", span.from, span.to), |period| desk.locale.period(period))
}

/// Whether points beat the naive forecast; how few they are, while nothing is said of them.
pub(super) fn verdict(desk: &Desk<'_>, score: &Score) -> String {
    desk.say(match score.verdict {
        Some(Verdict::Better) => "score-verdict-better",
        Some(Verdict::Even) => "score-verdict-even",
        Some(Verdict::Worse) => "score-verdict-worse",
        None => "score-verdict-none",
    })
}

/// What the count says of bands.
pub(super) fn fit(desk: &Desk<'_>, fit: Fit) -> String {
    desk.say(match fit {
        Fit::TooNarrow => "score-fit-too-narrow",
        Fit::Sound => "score-fit-sound",
        Fit::TooWide => "score-fit-too-wide",
    })
}

/// A share to whole percent; a dash where there is none.
pub(super) fn percent(desk: &Desk<'_>, share: Option<&Ratio>) -> String {
    share.map_or_else(|| "–".to_owned(), |share| desk.locale.percent(share, 0))
}

/// A number to some places; a dash where there is none.
pub(super) fn decimal(desk: &Desk<'_>, number: Option<&Ratio>, digits: u32) -> String {
    number.map_or_else(|| "–".to_owned(), |number| desk.locale.decimal(number, digits))
}
