//! The reading copy of an archived period: what a board reads of it on paper, in one language.

mod figures;
mod gaps;

use super::cover::{chain, reasoned};
use super::parts::{fact, list};
use super::review::{acts, headline, learned, period};
use crate::compose::desk::Desk;
use crate::compose::extent::Imprint;
use crate::compose::plan_name::plan_name;
use crate::quantity::{Day, Grain, Lang, MeasureId};
use crate::review::Unsettled;
use crate::site::{Fact, Table};
use crate::workspace::Cycle;

/// What is read of an archived period on paper; every text is ready, nothing is marked up.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reading {
    /// The language.
    pub(crate) lang: Lang,
    /// The company.
    pub(crate) company: String,
    /// What it is: "2026 年第 3 季檢討".
    pub(crate) title: String,
    /// What the period comes to, in a sentence.
    pub(crate) message: String,
    /// The day of the archive, in words.
    pub(crate) on: String,
    /// What must be known before reading on.
    pub(crate) notices: Vec<String>,
    /// The archive itself: its day, its plan, the archives before.
    pub(crate) about: Vec<Fact>,
    /// The chapters in order.
    pub(crate) chapters: Vec<Chapter>,
}

/// A part with a heading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chapter {
    /// The heading.
    pub(crate) heading: String,
    /// What it is made of, in order.
    pub(crate) passages: Vec<Passage>,
}

/// A piece of a chapter.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Passage {
    /// A smaller heading.
    Heading(String),
    /// A sentence.
    Words(String),
    /// Names and values.
    Facts(Vec<Fact>),
    /// A table with its caption above; a row that does not begin anew has nothing in its first cell.
    Table(Table),
    /// Small tables of the same kind, beside each other.
    Tables(Vec<Table>),
}

/// What is read of a period.
pub(crate) fn reading(desk: &Desk<'_>, imprint: &Imprint) -> Reading {
    let period = desk.locale.period(imprint.period);
    let on = desk.fill("cover-on", &[("day", desk.today.to_string().into())]);
    let whole = imprint.cycles(desk).find(|cycle| cycle.span == imprint.span());
    let args = [("period", period.as_str().into()), ("day", desk.today.to_string().into())];
    let message = whole.map_or_else(|| desk.fill("cover-headline", &args), |it| headline(desk, it).text);
    let chapters = [
        ("paper-figures", figures::passages(desk, imprint.period)),
        ("paper-gaps", of_cycles(desk, imprint, &|it| gaps::table(desk, it).map(Passage::Table))),
        ("learned", of_cycles(desk, imprint, &|it| learned(desk, it).map(Passage::Facts))),
        ("paper-decisions", of_cycles(desk, imprint, &|it| decisions(desk, it).map(Passage::Table))),
        ("paper-provisional", unsettled(desk, imprint)),
    ];
    let chapters = chapters.into_iter().filter(|(_, passages)| !passages.is_empty());
    Reading {
        lang: desk.lang().clone(),
        company: desk.company().text,
        title: desk.fill("paper-title", &args),
        message,
        on,
        notices: reasoned(desk, imprint),
        about: about(desk, imprint),
        chapters: chapters.map(|(key, passages)| Chapter { heading: desk.say(key), passages }).collect(),
    }
}

fn about(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Fact> {
    let span = imprint.span();
    let version = (imprint.version > 1).then(|| imprint.version.to_string());
    let mut facts = vec![
        fact(desk.say("paper-days"), desk.locale.span(span)),
        fact(desk.say("paper-known"), desk.today.to_string()),
    ];
    facts.extend(version.map(|version| fact(desk.say("paper-version"), version)));
    facts.extend(plan_name(desk, desk.year_of(imprint.period)).map(|it| fact(desk.say("plan-title"), it)));
    facts.extend(chain(desk, imprint));
    facts
}

/// What is told of the period's cycles, weeks left out, each under its name where there are several.
fn of_cycles(desk: &Desk<'_>, imprint: &Imprint, told: &dyn Fn(&Cycle) -> Option<Passage>) -> Vec<Passage> {
    let cycles = imprint.cycles(desk).filter(|cycle| cycle.kind >= Grain::Month);
    let told: Vec<(&Cycle, Passage)> = cycles.filter_map(|cycle| Some((cycle, told(cycle)?))).collect();
    let several = told.len() > 1;
    let named = |(cycle, passage)| {
        let name = several.then(|| Passage::Heading(desk.locale.period(period(cycle))));
        name.into_iter().chain([passage])
    };
    told.into_iter().flat_map(named).collect()
}

/// The acts of a cycle, without the causes, which the gaps have.
fn decisions(desk: &Desk<'_>, cycle: &Cycle) -> Option<Table> {
    const CAUSES: usize = 1;
    let mut table = acts(desk, cycle)?;
    table.caption = Default::default();
    table.columns.remove(CAUSES);
    table.rows.iter_mut().for_each(|row| drop(row.cells.remove(CAUSES)));
    Some(table)
}

/// What was known to be provisional that day.
fn unsettled(desk: &Desk<'_>, imprint: &Imprint) -> Vec<Passage> {
    let Unsettled { missing, until } = Unsettled::of(&desk.check(), imprint.period);
    let named = |key: &'static str| {
        move |(day, metrics): (Day, Vec<MeasureId>)| {
            let names = list(desk, metrics.iter().map(|metric| desk.metric(metric).text));
            fact(desk.fill(key, &[("day", day.to_string().into())]), names)
        }
    };
    let missing = missing.into_iter().map(named("paper-missing"));
    let facts: Vec<Fact> = missing.chain(until.into_iter().map(named("paper-until"))).collect();
    match facts.is_empty() {
        true => vec![Passage::Words(desk.say("paper-settled"))],
        false => vec![Passage::Facts(facts)],
    }
}
