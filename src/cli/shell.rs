//! Where the program speaks: results to standard output, people on standard error.

use std::io::{ErrorKind, IsTerminal, Write, stderr, stdout};
use std::path::Path;

use super::args::{Color, Common};
use super::environment::Environment;
use super::failure::Failure;
use super::words;
use crate::diagnostic::Arg;
use crate::diagnostic::render::safe;
use crate::locale::Locale;
use crate::publish::Stop;

/// The two streams, and how to speak on them.
#[derive(Debug)]
pub(super) struct Shell {
    pub(super) locale: Locale,
    pub(super) quiet: bool,
    /// Whether standard error shows colours.
    pub(super) color: bool,
    /// Whether standard output does.
    pub(super) color_out: bool,
    /// Whether a signal asked to stop.
    pub(super) stop: Stop,
}

impl Shell {
    pub(super) fn new(common: &Common, environment: &Environment) -> Result<Self, Failure> {
        let color = |terminal: bool| match common.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && !environment.no_color,
        };
        let (color, color_out) = (color(stderr().is_terminal()), color(stdout().is_terminal()));
        let locale = words::locale(common.lang.unwrap_or_else(|| environment.language()))?;
        Ok(Shell { locale, quiet: common.quiet, color, color_out, stop: Stop::default() })
    }

    /// Writes a result. A reader that went away is the end of the command, not an error.
    pub(super) fn result(&mut self, text: &str) -> Result<(), Failure> {
        let mut out = stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Err(Failure::broken_pipe()),
            Err(error) => Err(Failure::disk("cannot-write", Path::new("stdout"), &error)),
        }
    }

    /// Writes to people. Nobody is left to be told when that fails.
    pub(super) fn write(&mut self, text: &str) {
        stderr().lock().write_all(text.as_bytes()).ok();
    }

    /// Says a sentence to people, unless they asked for quiet.
    pub(super) fn say(&mut self, key: &str, args: &[(&str, Arg)]) {
        if !self.quiet {
            let line = safe(&self.locale.fill(key, args));
            self.write(&format!("{line}\n"));
        }
    }

    /// Why a command failed, in words; nothing for a clean end.
    #[cfg(feature = "serve")]
    pub(super) fn sentence(&self, failure: &Failure) -> String {
        failure.sentence().map_or_else(String::new, |(key, args)| safe(&self.locale.fill(key, args)))
    }

    /// Says why a command failed.
    pub(super) fn fail(&mut self, failure: &Failure) {
        if let Some((key, args)) = failure.sentence() {
            self.complain(key, args);
        }
    }

    /// Says what went wrong, also to those who asked for quiet.
    pub(super) fn complain(&mut self, key: &str, args: &[(&str, Arg)]) {
        let word = self.locale.text("said-error");
        let word = if self.color { format!("\x1b[1;31m{word}\x1b[0m") } else { word };
        let sentence = safe(&self.locale.fill(key, args));
        self.write(&format!("{word}: {sentence}\n"));
    }
}
