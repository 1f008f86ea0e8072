//! A page before it is set into the site: what its author decides; the rest follows from its route.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::page::tabs;
use super::reader::Reader;
use super::route::Route;
use super::trust::trust;
use crate::quantity::Lang;
use crate::site::{Block, Page, Phrase, Rich, SitePath};

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
            tabs: tabs(desk, &self.route),
            title: self.title,
            eyebrow: self.eyebrow,
            headline: self.headline,
            lede: self.lede,
            trust: trust(desk),
            blocks: self.blocks,
            alternates: alternates(desk, &self.route),
            feed: Reader::of_page(desk, &self.route).map(|reader| reader.feed(desk)),
            summary,
        }
    }
}

fn alternates(desk: &Desk<'_>, route: &Route) -> BTreeMap<Lang, SitePath> {
    let languages = &desk.workspace.config.languages;
    let others = languages.iter().filter(|lang| *lang != desk.lang());
    others.map(|lang| (lang.clone(), route.path_in(lang, languages.first()))).collect()
}
