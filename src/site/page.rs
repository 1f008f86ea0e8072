//! A page, and the site.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use crate::quantity::Lang;

use super::block::Block;
use super::calendar::Calendar;
use super::feed::Feed;
use super::nav::{Frame, Tabs};
use super::path::SitePath;
use super::phrase::{Phrase, Rich};
use super::target::Target;

/// One page in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Page {
    /// Where it is published.
    pub path: SitePath,
    /// Its language.
    #[serde(serialize_with = "tag")]
    pub lang: Lang,
    /// The part of the site it belongs to: `NavItem::section`; empty when it is in none.
    pub section: String,
    /// The other pages of its part, where a part has several that are read together.
    pub tabs: Option<Tabs>,
    /// Its name in lists, in the browser's tab and in links: short, no sentence.
    pub title: Phrase,
    /// What, where, when, which plan version: shown above the headline, in order.
    pub eyebrow: Vec<Phrase>,
    /// The message, the page's only `h1`: a full sentence with the number that matters.
    pub headline: Phrase,
    /// At most two sentences of why.
    pub lede: Option<Rich>,
    /// How far the figures can be trusted: as-of dates, what is provisional.
    pub trust: Vec<Trust>,
    /// What it is made of.
    pub blocks: Vec<Block>,
    /// The same page in the other languages.
    #[serde(serialize_with = "by_tag")]
    pub alternates: BTreeMap<Lang, SitePath>,
    /// The feed that tells of its changes.
    pub feed: Option<SitePath>,
    /// One sentence for link previews and lists, plain text.
    pub summary: Phrase,
}

/// One statement of the trust strip.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Trust {
    /// The statement.
    pub words: Phrase,
    /// Whether readers must heed it: provisional, late, not reconciled.
    pub warning: bool,
    /// Where more is said.
    pub to: Option<Target>,
}

/// The site: every page in every language.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The language at the root; others lie in a folder of their tag.
    pub default: Lang,
    /// What the pages of a language share.
    pub frames: BTreeMap<Lang, Frame>,
    /// The pages by their path.
    pub pages: BTreeMap<SitePath, Page>,
    /// Files that are published as they are: pictures of Markdown pages.
    pub assets: BTreeMap<SitePath, Vec<u8>>,
    /// Calendars to subscribe to.
    pub calendars: Vec<Calendar>,
    /// Feeds to subscribe to.
    pub feeds: Vec<Feed>,
    /// Where the site is published, with a slash at its end; only for the sitemap and link previews.
    pub base_url: Option<String>,
}

fn tag<S: Serializer>(lang: &Lang, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(lang.tag())
}

fn by_tag<S: Serializer>(map: &BTreeMap<Lang, SitePath>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(map.iter().map(|(lang, path)| (lang.tag(), path)))
}
