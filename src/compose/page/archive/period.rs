//! An archived period: the figures then and now, what was decided and what became of it, how to prove it.

use super::files::cover;
use super::{corrected, decisions, lead, proof, telling, then_and_now};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{section, told};
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, LinkLine, Links, Notice, Phrase, Rich, Tone};
use crate::workspace::Archived;

/// A page for each archive.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.archives.iter().map(|archive| sheet(desk, archive)).collect()
}

fn sheet(desk: &Desk<'_>, archive: &Archived) -> Sheet {
    let title = match archive.version {
        1 => desk.locale.period(archive.period),
        version => desk.fill(
            "archive-version",
            &[("period", desk.locale.period(archive.period).into()), ("version", version.to_string().into())],
        ),
    };
    let on = desk.fill("archive-on", &[("day", archive.day.to_string().into())]);
    Sheet {
        route: Route::Archived(archive.name.clone()),
        title: title.as_str().into(),
        eyebrow: vec![desk.company(), title.into(), on.into()],
        headline: headline(desk, archive),
        lede: None,
        blocks: blocks(desk, archive),
    }
}

/// "第 3 季銷售額當時 109,920 美元，現在 109,512 美元：退貨晚到。"; where it is what it was, what else changed.
fn headline(desk: &Desk<'_>, archive: &Archived) -> Phrase {
    let period = desk.locale.period(archive.period);
    let Some(lead) = lead(desk, archive) else {
        return desk.fill("archive-headline-none", &[("period", period.into())]).into();
    };
    let other = telling(desk, archive).filter(|_| lead.is_same());
    let args = [
        ("period", period.into()),
        ("figure", desk.metric(&lead.question.metric).text.into()),
        ("then", then_and_now::then(desk, &lead).into()),
        ("now", then_and_now::now(desk, &lead).into()),
        ("causes", then_and_now::causes(desk, &lead).unwrap_or_default().into()),
        ("other", other.as_ref().map(|other| then_and_now::told(desk, other)).unwrap_or_default().into()),
    ];
    let key = match (lead.is_same(), other, lead.parts.is_empty()) {
        (true, Some(_), _) => "archive-headline-other",
        (true, None, _) => "archive-headline-same",
        (false, _, true) => "archive-headline-gone",
        (false, _, false) => "archive-headline",
    };
    desk.fill(key, &args).into()
}

fn blocks(desk: &Desk<'_>, archive: &Archived) -> Vec<Block> {
    let mut blocks = notices(desk, archive);
    if let Some(to) = cover(desk, archive) {
        let link = crate::site::Link { words: desk.say("archive-open").into(), to };
        let about = Some(desk.say("archive-open-about").into());
        blocks.push(Links { lines: vec![LinkLine { link, about, aside: Phrase::default() }] }.into());
    }
    blocks.push(section(desk, "archive-then-and-now", vec![then_and_now::figures(desk, archive).into()]));
    let decided = decisions::decisions(desk, archive);
    blocks.extend(decided.map(|table| section(desk, "archive-decisions", vec![table.into()])));
    blocks.push(told(
        desk,
        "archive-proof",
        (desk.say("archive-proof-lede"), vec![proof::proof(desk, archive)]),
    ));
    blocks
}

/// What was not in order when it was archived, and what corrects it.
fn notices(desk: &Desk<'_>, archive: &Archived) -> Vec<Block> {
    let reasons = [
        ("archive-reason-open", "Open-Loop-Reason"),
        ("archive-reason-provisional", "Provisional-Reason"),
        ("archive-reason-again", "Again-Reason"),
    ];
    let said = reasons.into_iter().filter_map(|(key, label)| Some((key, archive.info.get(label)?)));
    let words = said.map(|(key, reason)| Rich::from(desk.fill(key, &[("reason", reason.into())])));
    let later = corrected(desk, archive).map(|other| {
        let to = desk.target(&Route::Archived(other.name.clone()));
        Rich::default().link(desk.fill("archive-corrected", &[("day", other.day.to_string().into())]), to)
    });
    words.chain(later).map(|words| Notice { tone: Tone::Warning, words }.into()).collect()
}
