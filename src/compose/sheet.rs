//! A page before it is set into the site: what its author decides; the rest follows from its route.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::route::Route;
use crate::quantity::{Day, Lang};
use crate::site::{Block, Page, Phrase, Rich, SitePath, Trust};

/// What the author of a page decides.
pub(crate) struct Sheet {
    /// Which page it is.
    pub(crate) route: Route,
    /// Its short name.
    pub(crate) title: Phrase,
    /// What, where, when: above the headline.
    pub(crate) eyebrow: Vec<Phrase>,
    /// The message, a full sentence.
    pub(crate) headline: Phrase,
    /// At most two sentences of why.
    pub(crate) lede: Option<Rich>,
    /// What it is made of.
    pub(crate) blocks: Vec<Block>,
}

impl Sheet {
    /// The page in the desk's language.
    pub(crate) fn page(self, desk: &Desk<'_>) -> Page {
        let summary = match &self.lede {
            Some(lede) => lede.plain().into(),
            None => self.headline.clone(),
        };
        Page {
            path: desk.path(&self.route),
            lang: desk.lang().clone(),
            section: self.route.section().to_owned(),
            title: self.title,
            eyebrow: self.eyebrow,
            headline: self.headline,
            lede: self.lede,
            trust: trust(desk),
            blocks: self.blocks,
            alternates: alternates(desk, &self.route),
            summary,
        }
    }
}

/// How far the figures go: the newest day, kinds of files that end before it, and what may still change.
fn trust(desk: &Desk<'_>) -> Vec<Trust> {
    let log = desk.facts.log();
    let Some(newest) = log.last_day().map(|day| day.min(desk.today)) else { return Vec::new() };
    let to = || Some(desk.target(&Route::Data));
    let said = |words: String, warning| Trust { words: words.into(), warning, to: None };
    let mut lines = vec![said(desk.fill("trust-as-of", &[("day", newest.to_string().into())]), false)];
    for (kind, last) in ends(desk).into_iter().filter(|(_, last)| *last < newest) {
        let day = desk.locale.short_date(last);
        let args = [("kind", desk.report_kind(kind).into()), ("day", day.into())];
        lines.push(said(desk.fill("trust-kind", &args), false));
    }
    lines.extend(provisional(desk).map(|words| said(words, true)));
    let files = desk.fill("trust-files", &[("count", log.files.len().into())]);
    lines.push(Trust { to: to(), ..said(files, false) });
    lines
}

/// The last day that each kind of file speaks of.
fn ends<'a>(desk: &Desk<'a>) -> BTreeMap<&'a str, Day> {
    let mut ends = BTreeMap::new();
    for file in &desk.facts.log().files {
        if let Some((kind, period)) = file.kind.as_deref().zip(file.period) {
            let last = ends.entry(kind).or_insert(period.to);
            *last = period.to.max(*last);
        }
    }
    ends
}

/// Measures whose last days are provisional, and from when on.
fn provisional(desk: &Desk<'_>) -> Option<String> {
    let measures = desk.workspace.catalogue.measures().iter().filter(|measure| measure.lag_days > 0);
    let measured: Vec<_> = measures.filter(|measure| desk.facts.scale(&measure.id).is_some()).collect();
    let lag = measured.iter().map(|measure| i32::from(measure.lag_days)).max()?;
    let names: Vec<String> = measured.iter().map(|measure| desk.metric(&measure.id).text).collect();
    let from = desk.locale.short_date(desk.today - lag);
    Some(desk.fill(
        "trust-provisional",
        &[("names", names.join(&desk.say("list-comma")).into()), ("day", from.into())],
    ))
}

fn alternates(desk: &Desk<'_>, route: &Route) -> BTreeMap<Lang, SitePath> {
    let languages = &desk.workspace.config.languages;
    let others = languages.iter().filter(|lang| *lang != desk.lang());
    others.map(|lang| (lang.clone(), route.path_in(lang, languages.first()))).collect()
}
