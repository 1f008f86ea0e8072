//! Stage 5: the site becomes files. Templates are known here and nowhere else.
//!
//! [`render`] takes the site and a [`Theme`] and gives a [`Bundle`]: every file of the published site by its path.
//! A page is rendered from its own data alone, pages side by side. Markup that is not escaped can only come from
//! this program: what is vouched for is handed to the templates as such, and no template may vouch for anything.

mod address;
mod atom;
mod block;
mod breaks;
mod embedded;
mod engine;
mod filters;
mod ics;
mod messages;
mod page;
mod theme;

use rayon::prelude::*;

use crate::bundle::Bundle;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::mishap::on_page;
use crate::site::{Page, Site, SitePath};

use engine::Engine;
pub use theme::{Theme, ThemeError};

/// Renders every page of the site and adds the theme's own files.
///
/// What a template cannot render is a finding at its place; the file is then not in the bundle.
pub fn render(site: &Site, theme: &Theme) -> (Bundle, Diagnostics) {
    let mut findings = Diagnostics::default();
    let mut bundle = Bundle::default();
    match Engine::new(site, theme) {
        Ok(engine) => fill(&engine, &mut bundle, &mut findings),
        Err(finding) => findings.push(finding),
    }
    (bundle, findings)
}

type Rendered = Result<(String, Vec<u8>), Diagnostic>;

fn fill(engine: &Engine<'_>, bundle: &mut Bundle, findings: &mut Diagnostics) {
    let pages: Vec<&Page> = engine.site.pages.values().collect();
    let mut files = each(&pages, |page| page::render(engine, page));
    files.extend(page::lost(engine));
    files.extend(page::sitemap(engine));
    for file in files {
        match file {
            Ok((path, bytes)) => bundle.insert(path, bytes),
            // The same template fails for every page that uses it: one finding says it.
            Err(finding) if findings.iter().any(|known| *known == finding) => {}
            Err(finding) => findings.push(finding),
        }
    }
    let assets = engine.site.assets.iter();
    bundle.extend(assets.map(|(path, bytes)| (path.as_str().to_owned(), bytes.clone())));
    bundle.extend(subscriptions(engine.site));
    bundle.extend(engine.theme.published());
}

/// Calendars and feeds by their path.
fn subscriptions(site: &Site) -> impl Iterator<Item = (String, Vec<u8>)> {
    let base = site.base_url.as_deref();
    let path = |path: &SitePath| path.as_str().to_owned();
    let calendars = site.calendars.iter().map(move |it| (path(&it.path), ics::render(it, base)));
    calendars.chain(site.feeds.iter().map(move |it| (path(&it.path), atom::render(it, base))))
}

/// The files of pages, made side by side.
fn each(pages: &[&Page], html: impl Fn(&Page) -> Result<String, Diagnostic> + Sync) -> Vec<Rendered> {
    let file = |page: &&Page| {
        let path = page.path.as_str();
        Ok((path.to_owned(), on_page(path, || html(page))?.into_bytes()))
    };
    pages.par_iter().map(file).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mishap::{Mishap, caught};
    use crate::quantity::Lang;

    fn page(path: &str) -> Page {
        Page {
            path: SitePath::html(&[path]),
            lang: Lang::new("en"),
            section: String::new(),
            tabs: None,
            title: "A".into(),
            eyebrow: Vec::new(),
            headline: "A".into(),
            lede: None,
            trust: Default::default(),
            blocks: Vec::new(),
            alternates: Default::default(),
            feed: None,
            summary: "A".into(),
        }
    }

    #[test]
    fn a_page_that_cannot_be_rendered_is_named() {
        let pages = ["a", "b", "c"].map(page);
        let pages: Vec<&Page> = pages.iter().collect();
        let html = |page: &Page| {
            assert!(page.path.as_str() != "b.html", "the ink ran out");
            Ok(String::new())
        };
        let found = caught(|| each(&pages, html).len());
        let words = "the ink ran out".to_owned();
        assert_eq!(found, Err(Mishap { page: Some("b.html".to_owned()), words }));
        assert_eq!(caught(|| each(&pages[2..], html).len()), Ok(1));
    }
}
