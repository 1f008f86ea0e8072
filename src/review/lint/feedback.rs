//! What is wrong with how feedback is answered (domain 5.4, F001 and after).

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, codes};
use crate::quantity::Day;
use crate::review::{Became, Voice, VoiceState};
use crate::workspace::{Feedback, Outcome, Workspace};

/// Every finding of the feedback of a workspace.
pub(super) fn lint(workspace: &Workspace, today: Day) -> Diagnostics {
    let voices = Voice::all(workspace, today);
    let of = |voice: &Voice<'_>| [late(voice), unreasoned(voice.item), untold(voice), base(voice.item)];
    voices.iter().flat_map(of).flatten().collect()
}

fn finding(item: &Feedback, code: &'static Code, place: &Place) -> Diagnostic {
    let id = item.id.as_str();
    Diagnostic::new(code, place).with("id", id).about(id).help("help")
}

/// F001, F002: nobody takes it up; nobody says what it becomes.
fn late(voice: &Voice<'_>) -> Option<Diagnostic> {
    let item = voice.item;
    let days = voice.waits.filter(|_| voice.is_late())?;
    match (&item.ack, voice.state) {
        (Some((by, day)), VoiceState::Undecided) => Some(
            finding(item, codes::FEEDBACK_UNDECIDED, &by.place)
                .with("person", by.value.as_str())
                .with("day", day.to_string())
                .with("days", days),
        ),
        _ => Some(
            finding(item, codes::FEEDBACK_UNHEARD, &item.place)
                .with("day", item.date.to_string())
                .with("days", days)
                .with("limit", Voice::ANSWER_WITHIN),
        ),
    }
}

/// F005: declined, and nobody says why.
fn unreasoned(item: &Feedback) -> Option<Diagnostic> {
    let declined = matches!(item.becomes, Some(Outcome::Declined)) && item.reason.is_none();
    declined.then(|| finding(item, codes::FEEDBACK_UNREASONED, &item.place))
}

/// F004: what it became is over, and those who gave it do not know.
fn untold(voice: &Voice<'_>) -> Option<Diagnostic> {
    let item = voice.item;
    (voice.state == VoiceState::Untold).then_some(())?;
    let (place, became) = match (&item.becomes, &voice.became) {
        (Some(Outcome::Became(id)), _) => (&id.place, id.value.as_str()),
        (_, Some(Became::Declined) | None | Some(_)) => (&item.place, "declined"),
    };
    Some(finding(item, codes::FEEDBACK_UNTOLD, place).with("became", became))
}

/// F003, F006: how many said so, of how many?
fn base(item: &Feedback) -> Option<Diagnostic> {
    let (count, place) = (item.source.count?, &item.source.place);
    let number = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    match item.source.of {
        None => Some(finding(item, codes::COUNT_WITHOUT_BASE, place).with("count", number(count))),
        Some(of) if count > of => {
            let finding = finding(item, codes::COUNT_ABOVE_BASE, place).with("count", number(count));
            Some(finding.with("of", number(of)))
        }
        Some(_) => None,
    }
}
