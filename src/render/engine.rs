//! The template engine, ready for one site.

use std::collections::BTreeMap;
use std::sync::Arc;

use tera::{Context, Error, ErrorKind, Tera};

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::locale::Locale;
use crate::quantity::Lang;
use crate::site::Site;

use super::filters;
use super::theme::Theme;

/// The words that templates may use, each from the message `ui-…`.
const WORDS: &[&str] = &[
    "skip",
    "nav",
    "strip",
    "figures",
    "figures-how",
    "warning",
    "note",
    "late",
    "begin",
    "lost",
    "lost-help",
];

/// Templates and words, and the site they are for.
pub(super) struct Engine<'a> {
    pub(super) site: &'a Site,
    pub(super) theme: &'a Theme,
    tera: Tera,
    locales: BTreeMap<Lang, Locale>,
    words: BTreeMap<Lang, BTreeMap<String, String>>,
}

impl<'a> Engine<'a> {
    /// Reads all templates and the words of the site's languages.
    pub(super) fn new(site: &'a Site, theme: &'a Theme) -> Result<Self, Diagnostic> {
        let mut tera = Tera::new();
        filters::register(&mut tera);
        let templates = theme.templates().map(|(name, text, _)| (name, text));
        tera.add_raw_templates(templates.collect::<Vec<_>>()).map_err(|error| finding(theme, &error))?;
        let languages = || site.frames.keys().chain([&site.default]);
        let mut locales = BTreeMap::new();
        for lang in languages() {
            let locale = theme.locale(lang)?;
            locales.insert(lang.clone(), locale);
        }
        let words = locales.iter().map(|(lang, locale)| (lang.clone(), words(locale))).collect();
        Ok(Engine { site, theme, tera, locales, words })
    }

    /// One template with its data.
    pub(super) fn template(&self, name: &str, context: &Context) -> Result<String, Diagnostic> {
        self.tera.render(name, context).map_err(|error| finding(self.theme, &error))
    }

    /// The catalogue of a language of the site; the default one's where there is none.
    pub(super) fn locale(&self, lang: &Lang) -> Option<&Locale> {
        self.locales.get(lang).or_else(|| self.locales.get(&self.site.default))
    }

    /// The words for templates, with `_` for `-`.
    pub(super) fn words(&self, lang: &Lang) -> Option<&BTreeMap<String, String>> {
        self.words.get(lang).or_else(|| self.words.get(&self.site.default))
    }
}

fn words(locale: &Locale) -> BTreeMap<String, String> {
    WORDS.iter().map(|word| (word.replace('-', "_"), locale.text(&format!("ui-{word}")))).collect()
}

/// A template's error at its place.
fn finding(theme: &Theme, error: &Error) -> Diagnostic {
    let (place, words) = match error.kind() {
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            let at = (report.filename(), report.span().start_line, report.span().start_col + 1);
            (place(theme, at), report.message().to_owned())
        }
        kind => printed(theme, &kind.to_string()),
    };
    Diagnostic::new(codes::TEMPLATE, &place).with("words", words).help("help")
}

/// What the engine finds when it links templates comes as printed text only:
/// `error: words`, then `--> template:line:column`.
fn printed(theme: &Theme, text: &str) -> (Place, String) {
    let mut lines = text.lines().map(str::trim);
    let words = lines.clone().find_map(|line| line.strip_prefix("error: ")).unwrap_or(text);
    let at = lines.find_map(|line| line.split_once("--> ")).and_then(|(_, at)| {
        let mut parts = at.rsplitn(3, ':');
        let (column, line) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some((parts.next()?, line, column))
    });
    (at.map_or_else(|| Place::file(&Arc::from("themes")), |at| place(theme, at)), words.to_owned())
}

fn place(theme: &Theme, (template, line, column): (&str, usize, usize)) -> Place {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place::point(&Arc::from(theme.place_of_template(template)), count(line), count(column))
}
