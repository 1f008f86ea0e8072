//! The cover of an archived period: what it is, what is in it, how to prove it.

use super::parts::{fact, prose_facts, section, told};
use super::review::{cycle_status, period};
use crate::compose::desk::Desk;
use crate::compose::extent::Imprint;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, Fact, LinkLine, Links, Notice, Phrase, Tone};

/// The first page of an archive, in place of the management page.
pub(crate) fn sheet(desk: &Desk<'_>, imprint: &Imprint) -> Sheet {
    let args = [
        ("period", desk.locale.period(imprint.period).into()),
        ("day", desk.today.to_string().into()),
        ("pages", imprint.cycles(desk).count().into()),
    ];
    let mut eyebrow: Vec<Phrase> = vec![desk.company(), desk.fill("cover-on", &args).into()];
    if imprint.version > 1 {
        let version = [("version", imprint.version.to_string().into())];
        eyebrow.push(desk.fill("cover-version", &version).into());
    }
    let mut blocks: Vec<Block> = reasons(desk, imprint);
    blocks.extend(contents(desk, imprint));
    blocks.push(section(desk, "cover-files", vec![prose_facts(files(desk, imprint))]));
    blocks.push(told(
        desk,
        "cover-proof",
        (desk.say("cover-proof-lede"), vec![prose_facts(proof(desk, imprint))]),
    ));
    Sheet {
        route: Route::Home,
        title: desk.say("cover-page").into(),
        eyebrow,
        headline: desk.fill("cover-headline", &args).into(),
        lede: Some(desk.say("cover-lede").into()),
        blocks,
    }
}

/// What was not in order, and why it was archived all the same.
fn reasons(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Block> {
    let notice = |words: String| Notice { tone: Tone::Warning, words: words.into() }.into();
    reasoned(desk, imprint).into_iter().map(notice).collect()
}

/// The reasons that were given, each a sentence.
pub(super) fn reasoned(desk: &Desk<'_>, imprint: &Imprint) -> Vec<String> {
    let again = imprint.supersedes.as_ref().map(|(_, reason)| reason);
    let given = [
        ("cover-reason-open", imprint.open.as_ref()),
        ("cover-reason-provisional", imprint.provisional.as_ref()),
        ("cover-reason-again", again),
    ];
    let said = given.into_iter().filter_map(|(key, reason)| Some((key, reason?)));
    said.map(|(key, reason)| desk.fill(key, &[("reason", reason.as_str().into())])).collect()
}

/// The pages, by what they are about.
fn contents(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Block> {
    let line = |words: Phrase, route: Route, aside: Phrase| LinkLine {
        link: desk.link(words, &route),
        about: None,
        aside,
    };
    let reviews = imprint.cycles(desk).map(|cycle| {
        let about = cycle.message.as_ref().map(|message| desk.phrase(&message.value));
        let route = Route::Review(cycle.id.clone());
        let name = desk.locale.period(period(cycle)).into();
        LinkLine { about, ..line(name, route, cycle_status(desk, cycle.status).words) }
    });
    let months = imprint.months(desk).into_iter();
    let plans = months
        .map(|month| line(desk.locale.period(month).into(), Route::PlanMonth(month), Phrase::default()));
    let briefings = imprint.briefings(desk).map(|it| {
        let name = it.items.first().map(|item| desk.phrase(&item.headline));
        let route = Route::Briefing(it.id.as_str().to_owned());
        line(name.unwrap_or_else(|| it.id.as_str().into()), route, it.issued.to_string().into())
    });
    let others = [
        ("loop-title", Route::Loop),
        ("standards-title", Route::Standards),
        ("data-title", Route::Data),
        ("method-title", Route::Method),
        ("cover-findings", Route::FindingList),
    ];
    let others = others.into_iter().filter(|(_, route)| imprint.holds(desk, route));
    let parts: [(&str, Vec<LinkLine>); 4] = [
        ("cover-reviews", reviews.collect()),
        ("cover-plans", plans.collect()),
        ("cover-briefings", briefings.collect()),
        (
            "cover-others",
            others.map(|(key, route)| line(desk.say(key).into(), route, Phrase::default())).collect(),
        ),
    ];
    let shown = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
    shown.map(|(key, lines)| section(desk, key, vec![Links { lines }.into()])).collect()
}

/// What lies beside the site in the bag.
fn files(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Fact> {
    let source = if imprint.with_inputs { "cover-source" } else { "cover-source-hashes" };
    let reading = imprint.reading.then_some(("data/reading/report.pdf", "cover-reading"));
    let parts = [
        ("data/readme.txt", "cover-readme"),
        ("data/tables/", "cover-tables"),
        ("data/source/", source),
        ("data/provenance.json", "cover-provenance"),
    ];
    reading.into_iter().chain(parts).map(|(name, key)| fact(name, desk.say(key))).collect()
}

/// How to check that nothing was changed, and the chain to the archive before.
fn proof(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Fact> {
    let mut facts = vec![
        fact(desk.say("cover-check"), "sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt"),
        fact(desk.say("cover-root"), "sha256sum tagmanifest-sha256.txt"),
    ];
    facts.extend(chain(desk, imprint));
    facts
}

/// The archives before it, and what made it.
pub(super) fn chain(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Fact> {
    let mut facts = vec![fact(
        desk.say("cover-previous"),
        imprint.previous.clone().unwrap_or_else(|| desk.say("cover-first")),
    )];
    facts
        .extend(imprint.supersedes.iter().map(|(root, _)| fact(desk.say("cover-supersedes"), root.as_str())));
    facts.push(fact(desk.say("cover-tool"), concat!("opsreport ", env!("CARGO_PKG_VERSION"))));
    facts
}
