//! Characters that show nothing, or show what stands around them in another order: none of them is let in.

use std::borrow::Cow;

/// What stands in their place, so that a reader sees that something was there.
const REPLACED: char = '\u{fffd}';

/// Whether a character is a control character other than tab and line ends, or turns the direction of text.
///
/// The marks of direction U+200E, U+200F and U+061C and the joiners of scripts stay: they turn nothing but themselves.
pub(crate) fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// A text with U+FFFD for every such character.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if !may_hide(text.as_bytes()) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(is_hidden, REPLACED.encode_utf8(&mut [0; 4])))
}

/// Whether bytes of a text may be of such a character: a quick look that most texts need alone.
pub(crate) fn may_hide(bytes: &[u8]) -> bool {
    let may = |byte: &u8| matches!(byte, 0..=8 | 0x0b | 0x0c | 0x0e..=0x1f | 0x7f | 0xc2 | 0xe2);
    bytes.iter().any(may)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_hides_is_replaced() {
        for c in (0..=0x2fff).filter_map(char::from_u32) {
            let text = format!("a{c}b");
            let expected = if is_hidden(c) { "a\u{fffd}b" } else { text.as_str() };
            assert_eq!(plain(&text), expected, "U+{:04X}", c as u32);
        }
        assert!(is_hidden('\u{202e}') && is_hidden('\u{1b}') && is_hidden('\0') && is_hidden('\u{85}'));
        assert!(!"\t\r\n茶 \u{200e}\u{200d}éא".contains(is_hidden));
    }
}
