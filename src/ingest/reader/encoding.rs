//! What a text is written in: decided from all of its bytes, never guessed, never repaired.
//!
//! A byte order mark says it; else a text that is UTF-8 from its first byte to its last is UTF-8; else those
//! encodings of Windows are tried that spreadsheets and marketplaces still write. Many bytes are letters in
//! several of them, so one is taken only when its header is known better than that of the others, or when
//! the letters are plainly those that people write in it.

use memchr::memmem::Finder;
use memchr::{memchr, memmem};

use super::fault::Fault;
use super::head::{self, Head};
use super::row::end_of;
use super::stream::{Charset, File};
use super::usual;
use crate::plain::{is_hidden, may_hide};

const UTF_8: Charset = Charset { name: "utf-8", encoding: None, mark: 0 };
const UTF_16LE: Charset = Charset { name: "utf-16le", encoding: Some(encoding_rs::UTF_16LE), mark: 0 };
const UTF_16BE: Charset = Charset { name: "utf-16be", encoding: Some(encoding_rs::UTF_16BE), mark: 0 };
const CP932: Charset = Charset { name: "cp932", encoding: Some(encoding_rs::SHIFT_JIS), mark: 0 };
const GBK: Charset = Charset { name: "gbk", encoding: Some(encoding_rs::GB18030), mark: 0 };
const BIG5: Charset = Charset { name: "big5", encoding: Some(encoding_rs::BIG5), mark: 0 };
const WINDOWS: Charset = Charset { name: "windows-1252", encoding: Some(encoding_rs::WINDOWS_1252), mark: 0 };

/// What Windows writes where nothing else is asked for. The last one has a letter for nearly every byte.
const LEGACY: [Charset; 4] = [CP932, GBK, BIG5, WINDOWS];

/// Characters that were lost before the file was written: each is U+FFFD in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ingest) struct Lost {
    /// How many there are.
    pub(in crate::ingest) count: usize,
    /// The line of the first, from 1; 0 when there is none.
    pub(in crate::ingest) line: u32,
}

/// How a text is to be read.
#[derive(Debug)]
pub(super) struct Decision {
    pub(super) charset: Charset,
    pub(super) lost: Lost,
}

/// How many names of a header are known, by their forms.
pub(in crate::ingest) type Score<'a> = &'a dyn Fn(&[String]) -> usize;

/// Decides for a file from its first bytes, then from all of them.
pub(super) fn decide(file: File<'_>, start: &[u8], score: Score<'_>) -> Result<Decision, Fault> {
    if let Some(charset) = marked(start) {
        return check(file, charset)?.decision(file, charset);
    }
    if let Some(charset) = half_empty(start) {
        let pass = check(file, charset)?;
        if pass.is_sound() {
            return pass.decision(file, charset);
        }
    }
    let pass = check(file, UTF_8)?;
    match pass.broken {
        Some(at) => legacy(file, at, score),
        None => pass.decision(file, UTF_8),
    }
}

/// By the byte order mark.
fn marked(start: &[u8]) -> Option<Charset> {
    let marks: [(&[u8], Charset); 3] =
        [(b"\xef\xbb\xbf", UTF_8), (b"\xff\xfe", UTF_16LE), (b"\xfe\xff", UTF_16BE)];
    let found = marks.into_iter().find(|(mark, _)| start.starts_with(mark));
    found.map(|(mark, charset)| Charset { mark: mark.len(), ..charset })
}

/// UTF-16 without a mark: of digits, delimiters and Latin letters one byte of two is NUL.
fn half_empty(start: &[u8]) -> Option<Charset> {
    let nuls = |odd: usize| start.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let many = |more: usize, less: usize| more > start.len() / 16 && more > less * 4;
    match (many(odd, even), many(even, odd)) {
        (true, _) => Some(UTF_16LE),
        (_, true) => Some(UTF_16BE),
        _ => None,
    }
}

/// What a pass over a text met. Places are bytes of the text in UTF-8, behind the mark.
#[derive(Debug, Default)]
struct Pass {
    /// The first byte that does not belong.
    broken: Option<u64>,
    nul: Option<u64>,
    lost: usize,
    first_lost: u64,
    /// Characters that no export holds: of no use in UTF-8, but a sign of a wrong encoding.
    odd: bool,
    blank: bool,
    /// Letters of Western Europe that stand alone among ASCII.
    alone: usize,
    /// Other characters beyond ASCII with one of their kind beside them.
    together: usize,
}

impl Pass {
    fn is_sound(&self) -> bool {
        self.broken.is_none() && self.nul.is_none() && !self.odd
    }

    fn decision(self, file: File<'_>, charset: Charset) -> Result<Decision, Fault> {
        if let Some(at) = self.broken {
            let byte = (at + charset.mark as u64 + 1).to_string();
            let detail = if charset.encoding.is_none() { byte } else { charset.name.to_owned() };
            let reason = if charset.encoding.is_none() { "utf8" } else { "broken" };
            return Err(Fault::at(reason, position(file, charset, at)?).about(detail));
        }
        if let Some(at) = self.nul {
            return Err(Fault::at("nul", position(file, charset, at)?));
        }
        if self.blank {
            return Err(Fault::of_file("empty", ""));
        }
        let line = if self.lost == 0 { 0 } else { position(file, charset, self.first_lost)?.0 };
        Ok(Decision { charset, lost: Lost { count: self.lost, line } })
    }
}

/// Reads all of a file.
fn check(file: File<'_>, charset: Charset) -> Result<Pass, Fault> {
    let finder = memmem::Finder::new("\u{fffd}");
    let mut stream = file.stream(charset)?;
    let (mut pass, mut text, mut at) = (Pass { blank: true, ..Pass::default() }, Vec::new(), 0);
    loop {
        let more = match stream.fill(&mut text) {
            Err(fault) if fault.reason == "encoding" => None,
            more => Some(more?),
        };
        let (valid, cut) = valid(&text);
        pass.look(valid, at, (&finder, charset.encoding.is_some()));
        let length = valid.len();
        at += length as u64;
        text.drain(..length);
        if more.is_none() || !(text.is_empty() || (cut && more == Some(true))) {
            pass.broken = Some(at);
        }
        if pass.broken.is_some() || more != Some(true) {
            return Ok(pass);
        }
    }
}

/// The whole characters that a text begins with, and whether one is cut off behind them.
fn valid(text: &[u8]) -> (&str, bool) {
    match std::str::from_utf8(text) {
        Ok(text) => (text, false),
        Err(error) => {
            let valid = std::str::from_utf8(&text[..error.valid_up_to()]).unwrap_or_default();
            (valid, error.error_len().is_none())
        }
    }
}

impl Pass {
    fn look(&mut self, text: &str, at: u64, (finder, legacy): (&Finder<'_>, bool)) {
        let bytes = text.as_bytes();
        self.blank = self.blank && text.trim().is_empty();
        if self.nul.is_none() {
            self.nul = memchr(0, bytes).map(|nul| at + nul as u64);
        }
        for found in finder.find_iter(bytes) {
            if self.lost == 0 {
                self.first_lost = at + found as u64;
            }
            self.lost += 1;
        }
        self.count_hidden(text, at);
        if legacy {
            self.odd = self.odd || text.chars().any(is_odd);
            self.count_neighbours(text);
        }
    }

    /// What hides or turns text is lost: U+FFFD stands in its place.
    fn count_hidden(&mut self, text: &str, at: u64) {
        if self.nul.is_some() || !may_hide(text.as_bytes()) {
            return;
        }
        for (found, _) in text.char_indices().filter(|(_, c)| *c != '\0' && is_hidden(*c)) {
            let here = at + found as u64;
            self.first_lost = if self.lost == 0 { here } else { self.first_lost.min(here) };
            self.lost += 1;
        }
    }

    fn count_neighbours(&mut self, text: &str) {
        let mut before = true;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let alone = before && chars.peek().is_none_or(char::is_ascii);
            before = c.is_ascii();
            match c.is_ascii() {
                true => {}
                false if !alone => self.together += 1,
                false => self.alone += usize::from(is_western(c)),
            }
        }
    }

    /// Whether a text that could be Windows-1252 is: words of Western Europe have one such letter between others,
    /// while the bytes of Chinese and Japanese characters, read as letters, stand side by side or are signs.
    fn is_western(&self) -> bool {
        self.alone > self.together * 10
    }
}

fn is_western(c: char) -> bool {
    matches!(c, 'À'..='ž' | '–'..='…' | '€' | '™') && !matches!(c, '×' | '÷')
}

/// Control characters of the upper half, and what each company fills with letters of its own.
fn is_odd(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// Line and column of a byte of a text, both from 1.
fn position(file: File<'_>, charset: Charset, at: u64) -> Result<(u32, u32), Fault> {
    let mut stream = file.stream(charset)?;
    let (mut text, mut left, mut line) = (Vec::new(), at, 1);
    loop {
        let more = stream.fill(&mut text).unwrap_or(false);
        let seen = text.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let (here, rest) = (String::from_utf8_lossy(&text[..seen]).into_owned(), left - seen as u64);
        if rest == 0 || !more {
            let (down, column) = end_of(&here);
            return Ok((line + down, column));
        }
        // A line is kept whole, so that its columns can be counted, and so is a line end of two characters.
        let gone = here.trim_end_matches(['\n', '\r']).rfind(['\n', '\r']).map_or(0, |last| last + 1);
        line += end_of(&here[..gone]).0;
        left -= gone as u64;
        text.drain(..gone);
    }
}

/// A text that is not UTF-8, from the byte `at` on.
fn legacy(file: File<'_>, at: u64, score: Score<'_>) -> Result<Decision, Fault> {
    let mut found: Vec<(usize, Charset, Pass)> = Vec::new();
    for charset in LEGACY {
        let pass = check(file, charset)?;
        if pass.is_sound() {
            found.push((known(file, charset, score)?, charset, pass));
        }
    }
    let most = found.iter().map(|(known, ..)| *known).max().unwrap_or(0);
    found.retain(|(known, ..)| *known == most && most > 0);
    let mut names: Vec<&'static str> = found.iter().map(|(_, charset, _)| charset.name).collect();
    let western = found.iter().any(|(_, charset, pass)| *charset == WINDOWS && pass.is_western());
    let told = if western { Some(WINDOWS.name) } else { usual::usual(file, &names)? };
    if let Some(told) = told {
        found.retain(|(_, charset, _)| charset.name == told);
        names = vec![told];
    }
    let (reason, detail) = match names.len() {
        0 => ("encoding", (at + 1).to_string()),
        _ => ("ambiguous", names.join(", ")),
    };
    match (found.pop(), found.is_empty()) {
        (Some((_, charset, pass)), true) => pass.decision(file, charset),
        _ => Err(Fault::at(reason, position(file, UTF_8, at)?).about(detail)),
    }
}

/// How many names of the best header are known.
fn known(file: File<'_>, charset: Charset, score: Score<'_>) -> Result<usize, Fault> {
    let head = Head::of_text(file, charset)?;
    Ok(head::candidates(&head).iter().map(|candidate| score(&candidate.forms)).max().unwrap_or(0))
}
