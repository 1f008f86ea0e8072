//! How an archive is proven: its root, the one before, and what to type.

use super::files::{cover, manifest};
use crate::compose::desk::Desk;
use crate::compose::page::parts::{fact, prose_facts};
use crate::site::{Block, Fact, Rich};
use crate::workspace::Archived;

/// What proves an archive.
pub(super) fn proof(desk: &Desk<'_>, archive: &Archived) -> Block {
    let name = |key: &str| desk.say(key);
    let before = archive.previous().map(|root| named(desk, root));
    let mut facts: Vec<Fact> = vec![
        fact(name("archive-root"), archive.root.to_string()),
        fact(name("archive-previous"), before.unwrap_or_else(|| desk.say("archive-first").into())),
    ];
    let corrects = archive.supersedes().map(|root| fact(name("archive-corrects"), named(desk, root)));
    facts.extend(corrects);
    let place = format!("{} · {}", archive.path, archive.tool);
    facts.push(fact(name("archive-place"), place));
    facts.push(fact(name("archive-check"), format!("opsreport verify {}", archive.path)));
    let list = manifest(archive).map(|to| Rich::default().link("sha256sum -c manifest-sha256.txt", to));
    facts.extend(
        list.filter(|_| cover(desk, archive).is_some()).map(|list| fact(name("archive-check-pages"), list)),
    );
    prose_facts(facts)
}

/// The archive of a root with its name, where it is here.
fn named(desk: &Desk<'_>, root: &str) -> Rich {
    let own = desk.workspace.archives.iter().find(|other| other.root.to_string() == root);
    match own {
        Some(own) => {
            let to = desk.target(&crate::compose::route::Route::Archived(own.name.clone()));
            Rich::default().link(desk.locale.period(own.period), to).then(format!(" · {root}"))
        }
        None => root.into(),
    }
}
