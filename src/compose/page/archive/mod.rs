//! Archive: what did we know then? Every period that was frozen, beside what is known of it now.

mod decisions;
mod files;
mod list;
mod period;
mod proof;
mod then_and_now;

pub(crate) use files::files;
pub(crate) use list::sheet;
pub(crate) use period::sheets;

use crate::compose::desk::Desk;
use crate::compose::focus;
use crate::quantity::Scope;
use crate::review::{Restated, Restatement};
use crate::workspace::Archived;

/// The figures of an archive against those of today.
fn restated<'a>(desk: &Desk<'a>, archive: &'a Archived) -> Restated<'a> {
    Restated { check: desk.check(), rates: &desk.workspace.rates, archive }
}

/// The leading figure of the company in the archived period, then and now.
fn lead(desk: &Desk<'_>, archive: &Archived) -> Option<Restatement> {
    let metric = focus::lead(desk)?;
    let own = archive.figures.iter().find(|figure| {
        figure.metric == metric && figure.scope == Scope::company() && figure.period == archive.period
    });
    own.map(|figure| restated(desk, archive).one(figure))
}

/// The archive that corrects another, if there is one.
fn corrected<'a>(desk: &Desk<'a>, archive: &Archived) -> Option<&'a Archived> {
    let root = archive.root.to_string();
    desk.workspace.archives.iter().find(|other| other.supersedes() == Some(&root))
}
