//! The message files of a theme, and what is wrong with them.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::locale::{Asked, LocaleError, Why};
use crate::quantity::Lang;

use super::embedded;
use super::theme::Theme;

/// A file of messages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Messages {
    /// Where it is read from, as findings name it.
    pub(super) place: String,
    pub(super) text: String,
}

impl Messages {
    /// A file of the theme inside the program.
    pub(super) fn built_in((path, text): &(&str, &str)) -> Self {
        Messages { place: format!("themes/default/{path}"), text: (*text).to_owned() }
    }
}

/// Why the words of a language cannot be read, where these are its files.
pub(super) fn unreadable(files: &[Messages], error: &LocaleError) -> Diagnostic {
    let LocaleError::File(at, why) = error else {
        // What is no language is refused where the languages of the site are read.
        return Diagnostic::new(codes::MESSAGES, &Place::file(&Arc::from("themes"))).help("help");
    };
    let file = files.get(*at).map_or("themes", |file| &file.place);
    let sign = if let Why::Sign(sign) = why.why { sign.to_string() } else { String::new() };
    let finding = Diagnostic::new(codes::MESSAGES, &point(file, (why.line, why.column)));
    finding.with("why", why.why.word()).with("sign", sign).help("help")
}

impl Theme {
    /// The messages of the workspace in a language that ask for what they are not given: pages would show the name
    /// in braces.
    pub fn strange_messages(&self, lang: &Lang) -> Diagnostics {
        let own = self.own_messages(&format!("locales/{lang}/"));
        let mut findings = Diagnostics::default();
        if own.is_empty() {
            return findings;
        }
        let words = embedded::FILES.iter().filter(|(path, _)| path.ends_with(".ftl"));
        let given = Asked::of(words.map(|(_, text)| *text));
        let asked = Asked::of(own.iter().map(|file| &*file.text));
        for (message, name) in asked.strange(&given) {
            findings.push(strange(&own, &given, (message, name)));
        }
        findings
    }
}

fn strange(own: &[Messages], given: &Asked, (message, name): (&str, &str)) -> Diagnostic {
    let found = own.iter().find_map(|file| Some((file, Asked::place(&file.text, (message, name))?)));
    let place = found.map_or_else(|| Place::file(&Arc::from("themes")), |(file, at)| point(&file.place, at));
    let known: Vec<&str> = given.variables(message).collect();
    let finding = Diagnostic::new(codes::STRANGE_MESSAGE, &place).about(message);
    let finding = finding.with("message", message).with("name", name).with("given", known.join(", "));
    finding.help(match (name.starts_with('$'), known.is_empty()) {
        (true, false) => "help",
        (true, true) => "nothing",
        (false, _) => "message",
    })
}

fn point(file: &str, (line, column): (usize, usize)) -> Place {
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Place::point(&Arc::from(file), count(line), count(column))
}
