//! What is wrong with briefings: statements that nobody could hold their author to (domain 6.1, B001 and after).

use super::likelihood::{mixed, words};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::quantity::{Day, Ratio, Text};
use crate::review::{Answer, CallMade};
use crate::workspace::{Briefing, BriefingAct, BriefingItem, Call, Evidence, Forecast, Page, Workspace};

/// Every finding of the briefings of a workspace.
pub(super) fn lint(workspace: &Workspace, today: Day) -> Diagnostics {
    let items = |briefing| {
        let of = move |item| {
            let case = Case { workspace, briefing, item, today };
            [
                pointless(&case),
                vague(&case),
                evidence(&case),
                calls(&case),
                mixtures(&case),
                unanswered(&case),
            ]
        };
        briefing.items.iter().flat_map(of).flatten()
    };
    let mut found: Diagnostics = workspace.briefings.iter().flat_map(items).collect();
    found.extend(workspace.briefings.iter().flat_map(|briefing| bodies(workspace, briefing)).collect());
    let unresolved = |made: CallMade<'_>| made.overdue(today).map(|day| unresolved(made.call, (day, today)));
    found.extend(CallMade::all(workspace).filter_map(unresolved).collect());
    found
}

/// An item with what is known of it.
struct Case<'a> {
    workspace: &'a Workspace,
    briefing: &'a Briefing,
    item: &'a BriefingItem,
    today: Day,
}

fn finding(code: &'static Code, place: &Place, id: &str) -> Diagnostic {
    super::finding(code, place, id)
}

/// B001: it says nothing that matters to us, or asks nobody to do anything.
fn pointless(case: &Case<'_>) -> Vec<Diagnostic> {
    let item = case.item;
    let lacks = [("so-what", item.so_what.is_none()), ("act", item.act.is_empty())];
    let lacks = lacks.into_iter().filter(|(_, lacks)| *lacks);
    let one =
        |(what, _)| finding(codes::BRIEFING_POINTLESS, &item.place, item.id.as_str()).with("lacks", what);
    lacks.map(one).collect()
}

/// B002: a forecast that cannot be wrong.
fn vague(case: &Case<'_>) -> Vec<Diagnostic> {
    let Some(forecast) = &case.item.forecast else { return Vec::new() };
    let one =
        |lacks| finding(codes::FORECAST_VAGUE, &forecast.place, case.item.id.as_str()).with("lacks", lacks);
    lacking(forecast).map(one).into_iter().collect()
}

fn lacking(forecast: &Forecast) -> Option<&'static str> {
    let Some(interval) = &forecast.interval else { return Some("interval") };
    let within = interval.low.number()..=interval.high.number();
    match &interval.level {
        None => Some("level"),
        Some(level) if !is_chance(level) => Some("level"),
        Some(_) if !within.contains(&forecast.point.number()) => Some("point"),
        Some(_) => None,
    }
}

/// Whether a share can be a probability of what is not certain.
fn is_chance(share: &Ratio) -> bool {
    share.is_positive() && *share < Ratio::from_int(1)
}

/// B004: facts that nobody can look up, or that are old.
fn evidence(case: &Case<'_>) -> Vec<Diagnostic> {
    case.item.evidence.iter().filter_map(|it| unfounded(case, it)).collect()
}

fn unfounded(case: &Case<'_>, it: &Evidence) -> Option<Diagnostic> {
    let limit = i32::try_from(case.workspace.config.lint.limits.evidence_days).unwrap_or(i32::MAX);
    let finding =
        |place, wrong| finding(codes::EVIDENCE_UNFOUNDED, place, case.item.id.as_str()).with("wrong", wrong);
    let Some(asof) = &it.asof else { return Some(finding(&it.place, "day")) };
    let days = case.briefing.issued - asof.value;
    match (&it.source, days) {
        (None, _) => Some(finding(&it.place, "source")),
        (_, days) if days > limit => {
            let days = days.to_string();
            Some(finding(&asof.place, "old").with("days", days).with("limit", limit.to_string()))
        }
        _ => None,
    }
}

/// B003 and B005: calls that cannot be scored, or whose words say another probability.
fn calls(case: &Case<'_>) -> Vec<Diagnostic> {
    let of = |call| [unscored(call)].into_iter().flatten().chain(misworded(call)).collect::<Vec<_>>();
    case.item.calls.iter().flat_map(of).collect()
}

fn unscored(call: &Call) -> Option<Diagnostic> {
    let chance = call.probability.as_ref().is_some_and(is_chance);
    let lacks = match (chance, call.resolves) {
        (true, Some(_)) => return None,
        (false, Some(_)) => "probability",
        (true, None) => "day",
        (false, None) => "both",
    };
    Some(finding(codes::CALL_UNSCORABLE, &call.place, call.id.as_str()).with("lacks", lacks))
}

fn misworded(call: &Call) -> Vec<Diagnostic> {
    let Some(probability) = call.probability.as_ref().filter(|share| is_chance(share)) else {
        return Vec::new();
    };
    let all = call.text.each().flat_map(words).filter(|word| !word.holds(probability));
    let percent = (probability * &Ratio::from_int(100)).round_scaled(0).to_string();
    let one = |word: super::likelihood::Word| {
        finding(codes::LIKELIHOOD_WORD, &call.place, call.id.as_str())
            .with("wrong", "range")
            .with("word", word.word)
            .with("least", word.least.to_string())
            .with("most", word.most.to_string())
            .with("percent", percent.as_str())
    };
    all.map(one).collect()
}

/// B005: how likely a thing is and how firm the basis is, in one sentence.
fn mixtures(case: &Case<'_>) -> Vec<Diagnostic> {
    let item = case.item;
    let texts = [Some(&item.headline), item.so_what.as_ref(), item.learned.as_ref()];
    let said = texts.into_iter().flatten().chain(&item.assumptions).chain(&item.alternatives);
    let of_item = said.map(|text| (text, &item.place, item.id.as_str()));
    let of_calls = item.calls.iter().map(|call| (&call.text, &call.place, call.id.as_str()));
    let first = |(text, place, id): (&Text, &Place, &str)| {
        let sentence = text.each().find_map(mixed)?;
        let finding = finding(codes::LIKELIHOOD_WORD, place, id).with("wrong", "mixed");
        Some(finding.with("sentence", sentence).help("mixed"))
    };
    of_item.chain(of_calls).filter_map(first).collect()
}

/// B005 in the texts beside a briefing, by paragraph: each sentence is whole there, however its lines are broken.
fn bodies(workspace: &Workspace, briefing: &Briefing) -> Vec<Diagnostic> {
    let beside = workspace.pages.iter().filter(|page| Some(page.slug.as_str()) == briefing.stem());
    let found = |page: &Page| {
        let one = |(line, text): (u32, String)| {
            let sentence = mixed(&text)?.to_owned();
            let place = Place::point(&page.place.file, page.body_line + line, 1);
            let finding =
                finding(codes::LIKELIHOOD_WORD, &place, briefing.id.as_str()).with("wrong", "mixed");
            Some(finding.with("sentence", sentence).help("mixed"))
        };
        paragraphs(&page.body).into_iter().filter_map(one).collect::<Vec<_>>()
    };
    beside.flat_map(found).collect()
}

/// The paragraphs of a text in one line each, with the line on which they begin, from 0; each point of a list is one,
/// and so is a heading, whatever stands right below it.
fn paragraphs(text: &str) -> Vec<(u32, String)> {
    let mut all: Vec<(u32, String)> = Vec::new();
    let mut open = false;
    for (at, line) in (0..).zip(text.lines().map(str::trim)) {
        let begins = line.starts_with(['-', '*', '#', '>', '|']);
        match all.last_mut().filter(|_| open && !begins) {
            Some((_, text)) if !line.is_empty() => *text += &format!(" {line}"),
            _ if !line.is_empty() => all.push((at, line.to_owned())),
            _ => {}
        }
        open = !line.is_empty() && !line.starts_with('#');
    }
    all
}

/// B006: its day has passed, and nobody says whether it came true.
fn unresolved(call: &Call, (day, today): (Day, Day)) -> Diagnostic {
    let days = usize::try_from(today - day).unwrap_or(0);
    let finding = finding(codes::CALL_UNRESOLVED, &call.place, call.id.as_str());
    finding.with("day", day.to_string()).with("days", days)
}

/// B007: nobody says whether it is done, or another department does it.
fn unanswered(case: &Case<'_>) -> Vec<Diagnostic> {
    case.item.act.iter().filter_map(|act| unpromised(case, act)).collect()
}

fn unpromised(case: &Case<'_>, act: &BriefingAct) -> Option<Diagnostic> {
    let asked = &act.department.value;
    let finding = |wrong| {
        finding(codes::BRIEFING_UNANSWERED, &act.place, case.item.id.as_str())
            .with("department", asked.as_str())
            .with("wrong", wrong)
    };
    match Answer::of(case.workspace, (case.briefing, act), case.today) {
        Answer::Overdue => Some(finding("silence")),
        Answer::Promised(it) if it.from.value != *asked => {
            let finding = finding("other").with("commitment", it.id.as_str());
            Some(finding.with("from", it.from.value.as_str()).help("other"))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_a_paragraph_of_its_own() {
        let text = "## High confidence\nPrices will likely fall\nby May.\n\n- one\n- two\n  lines\n";
        let found: Vec<(u32, String)> = paragraphs(text);
        let found: Vec<(u32, &str)> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
        let own = (0, "## High confidence");
        assert_eq!(found, [own, (1, "Prices will likely fall by May."), (4, "- one"), (5, "- two lines")]);
        assert!(found.iter().all(|(_, text)| mixed(text).is_none()));
    }
}
