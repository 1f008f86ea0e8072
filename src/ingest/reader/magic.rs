//! What a file is, by its first bytes.

use std::io::Read;

use super::fault::Fault;
use super::stream::File;

/// How many bytes are looked at.
const START: u64 = 4096;

/// What a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Magic {
    /// Text, as far as can be seen.
    Text,
    /// A zip archive, such as a workbook.
    Zip,
    /// What Office wrote before 2007, and writes today when there is a password.
    Compound,
    /// No table; the word by which the message chooses its sentence.
    Other(&'static str),
}

/// The first bytes of a file.
pub(super) fn start(file: File<'_>) -> Result<Vec<u8>, Fault> {
    let mut start = Vec::new();
    file.bytes()?.take(START).read_to_end(&mut start).map_err(|error| Fault::io(&error))?;
    Ok(start)
}

/// What a file is that begins so.
pub(super) fn magic(start: &[u8]) -> Magic {
    let known: [(&[u8], Magic); 5] = [
        (b"PK\x03\x04", Magic::Zip),
        (b"PK\x05\x06", Magic::Zip),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Magic::Compound),
        (b"%PDF-", Magic::Other("pdf")),
        (b"\x1f\x8b", Magic::Other("zip")),
    ];
    let found = known.into_iter().find(|(mark, _)| start.starts_with(mark));
    found.map_or_else(|| markup(start), |(_, magic)| magic)
}

/// Pages saved under the name of a table.
fn markup(start: &[u8]) -> Magic {
    let text = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    let begins =
        |mark: &str| text.get(..mark.len()).is_some_and(|it| it.eq_ignore_ascii_case(mark.as_bytes()));
    if begins("<!doctype html") || begins("<html") || begins("<head") || begins("<table") {
        return Magic::Other("html");
    }
    if begins("<?xml") { Magic::Other("xml") } else { Magic::Text }
}
