//! A theme: templates, static files, words.

use std::collections::BTreeMap;
use std::io;

use crate::diagnostic::Diagnostic;
use crate::locale::{Locale, Manual};
use crate::quantity::Lang;
use crate::world::World;

use super::embedded;
use super::messages::{Messages, unreadable};

/// The files of a theme by their path in it: the default theme's, with those of the workspace in their place.
#[derive(Clone, Debug)]
pub struct Theme {
    files: BTreeMap<String, File>,
}

#[derive(Clone, Debug)]
struct File {
    bytes: Vec<u8>,
    /// Where it is read from, as findings name it.
    place: String,
    /// Whether it is the workspace's.
    own: bool,
}

/// Why a theme's file could not be read.
#[derive(Debug)]
pub struct ThemeError {
    /// The file.
    pub path: String,
    /// What the system said.
    pub error: io::Error,
}

impl Theme {
    /// The theme inside the program.
    pub fn embedded() -> Self {
        let file = |(path, text): &(&str, &str)| {
            let place = format!("themes/default/{path}");
            ((*path).to_owned(), File { bytes: text.as_bytes().to_vec(), place, own: false })
        };
        Theme { files: embedded::FILES.iter().map(file).collect() }
    }

    /// The default theme with the workspace's `themes/<name>/` over it, file by file.
    ///
    /// # Errors
    /// When a file of the workspace's theme cannot be read.
    pub fn of_workspace(world: &dyn World, name: &str) -> Result<Self, ThemeError> {
        let mut theme = Theme::embedded();
        let folder = format!("themes/{name}/");
        let paths = world.list().map_err(|error| ThemeError { path: folder.clone(), error })?;
        for place in paths {
            let Some(path) = place.strip_prefix(&folder) else { continue };
            let path = path.to_owned();
            let bytes = world.read(&place).map_err(|error| ThemeError { path: place.clone(), error })?;
            theme.files.insert(path, File { bytes, place, own: true });
        }
        Ok(theme)
    }

    /// The words of a language and its manual, over the English ones. The workspace's messages take the place of those
    /// inside the program one by one, so that none is lost where a file has some of them only.
    ///
    /// # Errors
    /// When a file is not in Fluent's syntax: the finding that says where.
    pub fn locale(&self, lang: &Lang) -> Result<Locale, Diagnostic> {
        let english = Lang::new("en");
        let languages = if *lang == english { vec![lang] } else { vec![&english, lang] };
        let folders: Vec<String> = languages.iter().map(|lang| format!("locales/{lang}/")).collect();
        let codes: Vec<String> = folders.iter().flat_map(|folder| self.texts(folder, ".md")).collect();
        let examples = self.texts("mistakes/", ".md");
        let manual = Manual::new(codes.iter().map(String::as_str), examples.iter().map(String::as_str));
        let messages: Vec<Messages> = folders.iter().flat_map(|folder| self.messages(folder)).collect();
        let locale = Locale::new(lang, messages.iter().map(|file| &*file.text));
        Ok(locale.map_err(|error| unreadable(&messages, &error))?.with_manual(manual))
    }

    /// The message files of a folder: those inside the program, then the workspace's.
    fn messages(&self, folder: &str) -> Vec<Messages> {
        let built_in = embedded::FILES.iter().filter(|(path, _)| path.starts_with(folder));
        let built_in = built_in.filter(|(path, _)| path.ends_with(".ftl")).map(Messages::built_in);
        built_in.chain(self.own_messages(folder)).collect()
    }

    /// The workspace's own message files of a folder.
    pub(super) fn own_messages(&self, folder: &str) -> Vec<Messages> {
        let own = self.under(folder).filter(|(name, file)| file.own && name.ends_with(".ftl"));
        own.map(|(_, file)| Messages { place: file.place.clone(), text: text(&file.bytes) }).collect()
    }

    /// The texts of a folder whose names end so.
    fn texts(&self, folder: &str, ending: &str) -> Vec<String> {
        let files = self.under(folder).filter(|(name, _)| name.ends_with(ending));
        files.map(|(_, file)| text(&file.bytes)).collect()
    }

    /// Name, text and place of each template.
    pub(super) fn templates(&self) -> impl Iterator<Item = (String, String, &str)> {
        self.under("templates/").map(|(name, file)| (name.to_owned(), text(&file.bytes), file.place.as_str()))
    }

    /// Where a template is read from.
    pub(super) fn place_of_template(&self, name: &str) -> String {
        let path = format!("templates/{name}");
        self.files.get(&path).map_or(path.clone(), |file| file.place.clone())
    }

    /// The static files as they are published; all style sheets become one, in the order of their names.
    pub(super) fn published(&self) -> Vec<(String, Vec<u8>)> {
        let (styles, others): (Vec<_>, Vec<_>) =
            self.under("static/").partition(|(name, _)| name.ends_with(".css"));
        let style: Vec<String> = styles.into_iter().map(|(_, file)| text(&file.bytes)).collect();
        let mut files = vec![("style.css".to_owned(), style.join("\n").into_bytes())];
        files.extend(others.into_iter().map(|(name, file)| (name.to_owned(), file.bytes.clone())));
        files
    }

    fn under<'a>(&'a self, folder: &'a str) -> impl Iterator<Item = (&'a str, &'a File)> {
        let inside =
            self.files.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)));
        inside.filter(|(name, _)| !name.is_empty())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
