//! A person: what do I owe, what is owed to me, what have I promised?

use super::department::{Ledger, actions, changed, headline, they_owe, we_owe};
use super::subscription;
use crate::compose::calls;
use crate::compose::desk::Desk;
use crate::compose::reader::Reader;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::site::{Block, Phrase};
use crate::workspace::Person;

/// One page per person of a department.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    desk.workspace.people.iter().map(|person| sheet(desk, person)).collect()
}

fn sheet(desk: &Desk<'_>, person: &Person) -> Sheet {
    let reader = Reader::Person(person);
    let ledger = Ledger::of(desk, reader);
    let department = person.department.as_ref().map(|id| desk.department(&id.value));
    let mut blocks: Vec<Block> = calls::due(desk, Some(&person.id)).into_iter().collect();
    blocks.extend([we_owe(desk, &ledger), they_owe(desk, &ledger)]);
    blocks.extend(actions(desk, reader));
    blocks.extend(changed::section(desk, reader));
    blocks.push(subscription::section(desk, reader));
    let eyebrow = [
        Some(Phrase::from(desk.say("departments-title"))),
        department,
        Some(desk.phrase(&person.name)),
        Some(desk.today.to_string().into()),
    ];
    Sheet {
        route: Route::Person(person.id.clone()),
        title: desk.phrase(&person.name),
        eyebrow: eyebrow.into_iter().flatten().collect(),
        headline: headline(desk, &ledger).into(),
        lede: None,
        blocks,
    }
}
