//! What needs a hand: the files that were not read whole, and what is not as it should be.

use super::placed;
use super::shelf::Shelves;
use crate::compose::desk::Desk;
use crate::compose::imports::{Fault, faults, unmapped_share};
use crate::compose::page::parts::list;
use crate::compose::route::Route;
use crate::facts::ImportedFile;
use crate::quantity::{MarketplaceId, MeasureId, Ratio, Span};
use crate::site::{Block, Link, LinkLine, Links, Target};

/// How many files are listed; how many there are is always said.
const LISTED: usize = 30;

/// What needs a hand, the worst first; a sentence when nothing does.
pub(super) fn hand(desk: &Desk<'_>, shelves: &Shelves<'_>) -> Block {
    let faulty = faulty(desk);
    let mut lines: Vec<LinkLine> =
        faulty.iter().take(LISTED).filter_map(|(at, file)| line(desk, (*at, file), shelves)).collect();
    lines.extend(unmapped(desk));
    lines.extend(gaps(desk));
    lines.extend(replaced(desk));
    if lines.is_empty() {
        return placed(desk, ("hand", "data-hand"), (desk.say("data-hand-none"), vec![])).into();
    }
    let lede = match faulty.len() {
        0 => desk.say("data-hand-small"),
        count => desk.fill("data-hand-lede", &[("count", count.into()), ("shown", count.min(LISTED).into())]),
    };
    placed(desk, ("hand", "data-hand"), (lede, vec![Links { lines }.into()])).into()
}

/// The files with a fault, with their places in the import log.
fn faulty<'a>(desk: &Desk<'a>) -> Vec<(usize, &'a ImportedFile)> {
    let files = desk.facts.log().files.iter().enumerate();
    let mut faulty: Vec<_> = files.filter(|(_, file)| !faults(file).is_empty()).collect();
    faulty.sort_by_key(|(_, file)| (faults(file).first().copied(), std::cmp::Reverse(file.period)));
    faulty
}

fn line(desk: &Desk<'_>, (at, file): (usize, &ImportedFile), shelves: &Shelves<'_>) -> Option<LinkLine> {
    let link = Link { words: (*file.path).into(), to: shelves.target(desk, at)? };
    let said = faults(file).into_iter().map(|fault| words(desk, fault));
    let aside = file.kind.as_deref().map(|kind| desk.report_family(kind)).unwrap_or_default();
    Some(LinkLine { link, about: Some(list(desk, said).into()), aside })
}

/// A fault in words.
pub(super) fn words(desk: &Desk<'_>, fault: Fault<'_>) -> String {
    match fault {
        Fault::Stranger => desk.say("fault-stranger"),
        Fault::Refused(rows) => desk.fill("fault-refused", &[("count", rows.into())]),
        Fault::Failed(check) => desk.fill("fault-failed", &[("check", desk.locale.check(check).into())]),
        Fault::Lost(characters) => desk.fill("fault-lost", &[("count", characters.into())]),
    }
}

fn elsewhere(id: &str, words: String) -> LinkLine {
    let link = Link { words: words.into(), to: Target::Here { fragment: id.to_owned() } };
    LinkLine { link, about: None, aside: String::new().into() }
}

/// The SKUs of no product, and the largest share of a file's sales that is theirs.
fn unmapped(desk: &Desk<'_>) -> Option<LinkLine> {
    let files = &desk.facts.log().files;
    let names: std::collections::BTreeSet<&str> =
        files.iter().flat_map(|file| &file.unmapped).map(|one| one.name.as_str()).collect();
    let share: Option<Ratio> = files.iter().filter_map(unmapped_share).max();
    let share = share.map_or_else(|| "–".to_owned(), |share| desk.locale.percent(&share, 1));
    let words = desk.fill("data-hand-unmapped", &[("count", names.len().into()), ("share", share.into())]);
    (!names.is_empty()).then(|| elsewhere("unmapped", words))
}

/// Every gap between covered days, by measure and marketplace.
pub(super) fn all_gaps<'a>(desk: &Desk<'a>) -> Vec<(&'a MeasureId, MarketplaceId, Span)> {
    let places = desk.marketplaces();
    let of = |measure: &'a MeasureId| {
        let gaps = places.iter().flat_map(move |place| {
            desk.facts.gaps(measure, place).into_iter().map(move |gap| (measure, place.clone(), gap))
        });
        gaps.collect::<Vec<_>>()
    };
    desk.facts.measures().flat_map(of).collect()
}

fn gaps(desk: &Desk<'_>) -> Option<LinkLine> {
    let gaps = all_gaps(desk);
    let words = desk.fill("data-hand-gaps", &[("count", gaps.len().into())]);
    (!gaps.is_empty()).then(|| elsewhere("coverage", words))
}

fn replaced(desk: &Desk<'_>) -> Option<LinkLine> {
    let changed = |file: &&ImportedFile| !file.replaced.is_empty();
    let count = desk.facts.log().files.iter().filter(changed).count();
    let words = desk.fill("data-hand-replaced", &[("count", count.into())]);
    (count > 0).then(|| elsewhere("replaced", words))
}

/// Where the pages of files lead back to.
pub(super) fn back(desk: &Desk<'_>) -> LinkLine {
    let link = desk.link(desk.say("data-back"), &Route::Data);
    LinkLine { link, about: None, aside: String::new().into() }
}
