//! Text that cannot move the cursor, change the colours or reorder the line it is shown in.

/// The text with every control character shown as a sign of its own, so that it stays on its line.
pub fn safe(text: &str) -> String {
    text.chars().map(visible).collect()
}

/// The sign that stands for a character: itself unless it controls the terminal or the direction of writing.
pub(super) fn visible(character: char) -> char {
    match character {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(character)).unwrap_or('\u{fffd}'),
        '\x7f' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' => '\u{fffd}',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn controls_are_shown_and_words_are_left_alone() {
        for (text, shown) in [
            ("冷泡壺 1L", "冷泡壺 1L"),
            ("a\x1b[31mb", "a␛[31mb"),
            ("two\nlines\r", "two␊lines␍"),
            ("safe\u{202e}txt.exe", "safe\u{fffd}txt.exe"),
            ("\u{9b}2J", "\u{fffd}2J"),
        ] {
            assert_eq!(safe(text), shown);
        }
    }
}
