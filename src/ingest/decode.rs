//! Bytes to text, and what makes a file no table at all.

use std::sync::Arc;

use crate::diagnostic::{Diagnostic, Place, codes};

/// Why a file cannot be read as a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// The word by which the message chooses its sentence.
    pub(super) reason: &'static str,
    /// The byte, the line or the name it speaks of.
    pub(super) detail: String,
    /// Its line, from 1; 0 for the whole file.
    pub(super) line: u32,
    /// Its column, from 1.
    pub(super) column: u32,
}

impl Fault {
    pub(super) fn of_file(reason: &'static str, detail: impl Into<String>) -> Self {
        Fault { reason, detail: detail.into(), line: 0, column: 0 }
    }

    pub(super) fn finding(&self, path: &Arc<str>) -> Diagnostic {
        let place = match self.line {
            0 => Place::file(path),
            line => Place::point(path, line, self.column),
        };
        let finding = Diagnostic::new(codes::BAD_TABLE, &place);
        finding.with("reason", self.reason).with("detail", self.detail.clone()).help("help")
    }
}

/// The text of a file: UTF-8 without its mark, lines ended by a line feed.
pub(super) fn text(bytes: Vec<u8>) -> Result<String, Fault> {
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(&error))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    if let Some(at) = text.find('\0') {
        let (line, column) = position(&text, at);
        return Err(Fault { reason: "nul", detail: String::new(), line, column });
    }
    if text.trim().is_empty() {
        return Err(Fault::of_file("empty", ""));
    }
    // Excel for Mac ends lines with a bare carriage return.
    Ok(if text.contains('\n') { text } else { text.replace('\r', "\n") })
}

fn not_utf8(error: &std::string::FromUtf8Error) -> Fault {
    let at = error.utf8_error().valid_up_to();
    let valid = String::from_utf8_lossy(&error.as_bytes()[..at]);
    let (line, column) = position(&valid, valid.len());
    Fault { reason: "utf8", detail: (at + 1).to_string(), line, column }
}

/// Line and column of a byte of a text, both from 1.
fn position(text: &str, at: usize) -> (u32, u32) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
    (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_line_ends_are_taken_off() {
        assert_eq!(text(b"\xef\xbb\xbfa,b\r1,2\r".to_vec()).unwrap(), "a,b\n1,2\n");
        assert_eq!(text(b"a\r\nb\r\n".to_vec()).unwrap(), "a\r\nb\r\n");
    }

    #[test]
    fn what_is_no_text_says_where() {
        for (bytes, reason, line, column) in [
            (&b"a,b\n1,\xe9\n"[..], "utf8", 2, 3),
            (&b"a,b\n\xe8\x8c\xb6\0"[..], "nul", 2, 2),
            (&b" \r\n"[..], "empty", 0, 0),
            (&b""[..], "empty", 0, 0),
        ] {
            let fault = text(bytes.to_vec()).unwrap_err();
            assert_eq!((fault.reason, fault.line, fault.column), (reason, line, column));
        }
    }
}
