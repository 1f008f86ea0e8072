//! Why a command could not do its work, and the exit code that says so.

use std::io;
use std::path::Path;

use crate::diagnostic::{Arg, Place};
use crate::mishap::Mishap;
use crate::publish::{PublishError, Refusal};
use crate::world::reason;

/// What kind of failure it is: each has its exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// The reader of our output went away: a clean end.
    BrokenPipe,
    /// Wrong use.
    Use,
    /// Could not read or write.
    Disk,
    /// An archive is not what its manifest says.
    Damaged,
    /// Another run is writing there.
    Busy,
    /// A signal asked to stop.
    Stopped(u8),
    /// A fault of the program itself.
    Mishap,
}

/// A failure, worded when it is shown.
#[derive(Debug)]
pub(super) struct Failure {
    kind: Kind,
    key: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Failure {
    /// The reader of standard output went away.
    pub(super) fn broken_pipe() -> Self {
        Failure { kind: Kind::BrokenPipe, key: "", args: Vec::new() }
    }

    /// Wrong use, in the words of this message.
    pub(super) fn wrong_use(key: &'static str) -> Self {
        Failure { kind: Kind::Use, key, args: Vec::new() }
    }

    /// An archive is not what its manifest says, in the words of this message.
    pub(super) fn damaged(key: &'static str) -> Self {
        Failure { kind: Kind::Damaged, key, args: Vec::new() }
    }

    /// The disk refused, in the words of this message, which speaks of a path and a reason.
    pub(super) fn disk(key: &'static str, path: &Path, error: &io::Error) -> Self {
        let failure = Failure { kind: Kind::Disk, key, args: Vec::new() };
        failure.with("path", path.display().to_string()).with("reason", reason(error))
    }

    /// The words inside the program cannot be read: a fault of the program itself, and no words to tell it in.
    pub(super) fn without_words(place: &Place) -> Self {
        Failure { kind: Kind::Mishap, key: "", args: Vec::new() }.with("place", place.to_string())
    }

    /// What is said where there are no words.
    pub(super) fn bare(&self) -> String {
        let place =
            self.args.iter().find_map(|(_, arg)| if let Arg::Text(text) = arg { Some(text) } else { None });
        let place = place.map_or("", String::as_str);
        format!("error: the program's own words cannot be read: {place}")
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Its exit code.
    pub(super) fn code(&self) -> u8 {
        match self.kind {
            Kind::BrokenPipe => 0,
            Kind::Use => 2,
            Kind::Disk => 3,
            Kind::Damaged => 4,
            Kind::Busy => 5,
            Kind::Mishap => 101,
            Kind::Stopped(signal) => 128_u8.saturating_add(signal),
        }
    }

    /// The message it is worded by; none for a clean end.
    pub(super) fn sentence(&self) -> Option<(&'static str, &[(&'static str, Arg)])> {
        (self.kind != Kind::BrokenPipe).then_some((self.key, self.args.as_slice()))
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        match error {
            PublishError::Disk(path, error) => Failure::disk("cannot-write", &path, &error),
            PublishError::Stopped(signal) => {
                Failure { kind: Kind::Stopped(signal), key: "stopped", args: Vec::new() }
            }
            PublishError::Busy(path) => named(Kind::Busy, "busy", &path),
            PublishError::Refused(path, why) => named(Kind::Disk, refusal(why), &path),
        }
    }
}

impl From<Mishap> for Failure {
    fn from(mishap: Mishap) -> Self {
        let key = if mishap.page.is_some() { "mishap-page" } else { "mishap" };
        let failure = Failure { kind: Kind::Mishap, key, args: Vec::new() };
        failure.with("page", mishap.page.unwrap_or_default()).with("words", mishap.words)
    }
}

fn named(kind: Kind, key: &'static str, path: &Path) -> Failure {
    Failure { kind, key, args: Vec::new() }.with("path", path.display().to_string())
}

fn refusal(why: Refusal) -> &'static str {
    match why {
        Refusal::Workspace => "refused-workspace",
        Refusal::Home => "refused-home",
        Refusal::File => "refused-file",
        Refusal::Nowhere => "refused-nowhere",
        Refusal::Foreign => "refused-foreign",
        Refusal::Path => "refused-path",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::args::Language;
    use crate::cli::words;
    use crate::mishap::{caught, on_page};

    fn told(work: impl FnOnce(), language: Language) -> (String, u8) {
        let failure = Failure::from(caught(work).unwrap_err());
        let (key, args) = failure.sentence().unwrap();
        (words::locale(language).unwrap().fill(key, args), failure.code())
    }

    #[test]
    fn a_panic_is_told_with_its_page_and_what_became_of_the_site() {
        let fall = || on_page("loop.html", || panic!("x is not y"));
        let en = "fault of opsreport itself on the page loop.html: x is not y; nothing was published, the site before \
                  is as it was; please report it with the lines above";
        let zh =
            "opsreport 本身在頁面 loop.html 出錯：x is not y；未發布，先前的網站維持原狀；請連同上面幾行回報";
        assert_eq!(told(fall, Language::En), (en.to_owned(), 101));
        assert_eq!(told(fall, Language::ZhHant), (zh.to_owned(), 101));
        let (words, code) = told(|| panic!("x"), Language::En);
        assert!(!words.contains("page") && words.contains("nothing was changed"), "{words}");
        assert_eq!(code, 101);
    }
}
