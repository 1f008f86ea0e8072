//! What all pages of one language share: the brand, the navigation, the foot.

use serde::Serialize;

use super::path::SitePath;
use super::phrase::Phrase;
use super::strip::Strip;
use super::target::Link;

/// The frame of all pages of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Frame {
    /// The company's name.
    pub brand: Phrase,
    /// The site's title, beside the brand.
    pub title: Phrase,
    /// The home page in this language.
    pub home: SitePath,
    /// The navigation, in order.
    pub nav: Vec<NavItem>,
    /// The calendar of the coming weeks; nothing where no dates are known.
    pub strip: Option<Strip>,
    /// Links in the foot: how figures are made, the data page.
    pub foot: Vec<Link>,
    /// What stands in the foot beside the links, such as the version of the plan.
    pub notes: Vec<Phrase>,
}

/// One entry of the navigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NavItem {
    /// Names the part of the site; pages that belong to it carry the same name in `Page::section`.
    pub section: String,
    /// Its name as shown.
    pub label: Phrase,
    /// Where it leads.
    pub to: SitePath,
}

/// Links to the pages of one part of the site, above the headline of each of them: a navigation of the second level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tabs {
    /// What the pages have in common, for readers who cannot see where the links stand.
    pub name: Phrase,
    /// The pages in order.
    pub tabs: Vec<Tab>,
}

/// One of the pages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tab {
    /// Its name as shown.
    pub label: Phrase,
    /// Where it is.
    pub to: SitePath,
}
