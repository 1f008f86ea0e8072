//! Data: can I trust these figures?

mod accounts;
mod coverage;
mod details;
mod files;
mod hand;
mod leftovers;
mod replaced;
mod shelf;
mod trust;

use super::parts::empty;
use crate::compose::desk::Desk;
use crate::compose::imports::Tally;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::compose::trust::faults;
use crate::facts::ImportedFile;
use crate::site::{Block, Rich, Section};
use shelf::Shelves;

/// The page of the data: what needs a hand first, then how far figures are known, then where they come from.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let log = desk.facts.log();
    let shelves = Shelves::of(&log.files);
    let mut blocks: Vec<Block> = Vec::new();
    if log.files.is_empty() {
        let yaml = "sources:\n- {path: \"results/{marketplace}/{period}/*.csv\", kind: auto}";
        blocks.push(empty(desk, "data-empty", ("opsreport.yaml", yaml)));
    } else {
        blocks.push(hand::hand(desk, &shelves));
        blocks.extend(coverage::coverage(desk));
        blocks.push(files::kinds(desk, &shelves));
        blocks.push(accounts::newest(desk));
        blocks.extend(replaced::replaced(desk, &shelves));
        blocks.extend(trust::provisional(desk));
        blocks.extend(leftovers::unmapped(desk));
        blocks.extend(leftovers::unknown_columns(desk));
    }
    blocks.extend(trust::old_rates(desk));
    Sheet {
        route: Route::Data,
        title: desk.say("data-title").into(),
        eyebrow: vec![desk.say("company-whole").into(), desk.today.to_string().into()],
        headline: headline(desk, &log.files).into(),
        lede: coverage::slowest(desk).map(|end| end.words(desk).into()),
        blocks,
    }
}

/// The pages of files and of reconciliations, as far as there are any.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    let shelves = Shelves::of(&desk.facts.log().files);
    let mut sheets = files::sheets(desk, &shelves);
    sheets.extend(accounts::sheets(desk));
    sheets
}

fn headline(desk: &Desk<'_>, read: &[ImportedFile]) -> String {
    let Some(last) = desk.facts.log().last_day() else { return desk.say("data-headline-none") };
    let number = |n: usize| desk.locale.integer(n as i128);
    let tally = Tally::of(read);
    let args = [
        ("count", read.len().into()),
        ("files", number(read.len()).into()),
        ("rows", number(read.iter().map(|file| file.rows).sum()).into()),
        ("faults", faults(desk, tally).into()),
        ("day", last.min(desk.today).to_string().into()),
    ];
    desk.fill(if tally.is_clean() { "data-headline" } else { "data-headline-faults" }, &args)
}

/// A section that others link to, with a sentence under its heading.
fn placed(
    desk: &Desk<'_>,
    (id, key): (&str, &str),
    (lede, blocks): (impl Into<Rich>, Vec<Block>),
) -> Section {
    let (id, heading, lede) = (id.to_owned(), desk.say(key).into(), Some(lede.into()));
    Section { id, heading, lede, blocks, ..Section::default() }
}
