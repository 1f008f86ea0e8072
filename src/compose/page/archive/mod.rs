//! Archive: what did we know then? Every period that was frozen, beside what is known of it now.

mod course;
mod decisions;
mod files;
mod list;
mod period;
mod proof;
mod then_and_now;

pub(crate) use files::{files, published};
pub(crate) use list::sheet;
pub(crate) use period::sheets;

use crate::compose::desk::Desk;
use crate::compose::focus;
use crate::metric::Unit;
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

/// The figure of the company that tells most of what changed since: one that would matter in a review, money before
/// other units, the largest, and of several the one that is computed from others.
fn telling(desk: &Desk<'_>, archive: &Archived) -> Option<Restatement> {
    let own = archive
        .figures
        .iter()
        .filter(|figure| figure.scope == Scope::company() && figure.period == archive.period);
    let all = own.map(|figure| restated(desk, archive).one(figure)).filter(|one| !one.parts.is_empty());
    all.max_by_key(|one| {
        let metric = &one.question.metric;
        let is_money = desk.check().unit(metric) == Unit::Money;
        let size = one.difference().map(|difference| difference.abs());
        let computed = desk.workspace.catalogue.metric(metric).is_some();
        (then_and_now::is_material(desk, one), is_money, size, computed)
    })
}

/// The archive that corrects another, if there is one.
fn corrected<'a>(desk: &Desk<'a>, archive: &Archived) -> Option<&'a Archived> {
    let root = archive.root.to_string();
    desk.workspace.archives.iter().find(|other| other.supersedes() == Some(&root))
}
