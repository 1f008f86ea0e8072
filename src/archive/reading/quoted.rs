//! Values as Typst writes them.

/// A text as a string of Typst's language: nothing in it is markup or code.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for sign in text.chars() {
        match sign {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            // No font draws them, and a PDF/A may not hold what is not drawn.
            sign if sign.is_control() => out.push(' '),
            sign => out.push(sign),
        }
    }
    out.push('"');
    out
}

/// Values in a row.
pub(super) fn list(values: impl IntoIterator<Item = String>) -> String {
    let values: String = values.into_iter().map(|value| value + ",").collect();
    format!("({values})")
}
