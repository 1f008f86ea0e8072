//! Bytes to text, and what makes a file no table at all.

pub(super) use super::reader::Fault;

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
