//! A place in a text that is read from left to right.

/// What is still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    rest: &'a str,
}

impl<'a> Cursor<'a> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Cursor { rest: text }
    }

    /// Whether everything is read.
    pub(super) fn at_end(&self) -> bool {
        self.rest.is_empty()
    }

    /// The next character, unread.
    pub(super) fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    /// Whether the next character is a letter.
    pub(super) fn at_letter(&self) -> bool {
        self.peek().is_some_and(char::is_alphabetic)
    }

    /// Reads the text if it is next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Reads one of some characters if it is next.
    pub(super) fn eat_any(&mut self, chars: &[char]) -> Option<char> {
        let next = self.peek().filter(|c| chars.contains(c))?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    /// Reads spaces, however many.
    pub(super) fn spaces(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    /// Reads letters: a word; nothing when there is no letter.
    pub(super) fn word(&mut self) -> Option<&'a str> {
        self.run(|c| c.is_alphabetic())
    }

    /// Reads all figures that follow.
    pub(super) fn figures(&mut self) -> Option<&'a str> {
        self.run(|c| c.is_ascii_digit())
    }

    /// Reads a number of one or two figures.
    pub(super) fn short(&mut self) -> Option<u32> {
        self.figures().filter(|figures| figures.len() <= 2)?.parse().ok()
    }

    /// Reads a number of four figures.
    pub(super) fn year(&mut self) -> Option<u32> {
        self.figures().filter(|figures| figures.len() == 4)?.parse().ok()
    }

    fn run(&mut self, of: impl Fn(char) -> bool) -> Option<&'a str> {
        let end = self.rest.find(|c| !of(c)).unwrap_or(self.rest.len());
        let (run, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!run.is_empty()).then_some(run)
    }
}
