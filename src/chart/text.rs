//! Texts in pictures: how wide they are in a reader's font, cut to a width, and safe inside XML.

/// The size of every text, in units of the picture.
pub(super) const SIZE: f64 = 12.0;
/// From one line of text to the next.
pub(super) const LINE: f64 = 15.0;

/// The width of a text in units of the picture, on the wide side.
pub(super) fn width(text: &str, bold: bool) -> f64 {
    ems(text) * SIZE * if bold { 1.1 } else { 1.0 }
}

/// The width of a text in ems of its font.
pub(super) fn ems(text: &str) -> f64 {
    text.chars().map(em).sum()
}

/// Han, Kana, Hangul and full-width forms fill the square; Latin is narrower.
fn em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | '·' => 0.32,
        ' ' | 'f' | 'r' | 't' | 'I' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.92,
        'A'..='Z' | '&' | 'Δ' => 0.68,
        '\u{0300}'..='\u{036f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '+' | '<' | '=' | '>' | '~' | '±' | '×' | '÷' | '\u{2212}' => 0.84,
        '\u{2010}'..='\u{2015}' | '\u{2018}'..='\u{2019}' => 0.6,
        '\u{2026}' | '\u{1100}'..='\u{11ff}' | '\u{2030}'.. => 1.0,
        _ => 0.64,
    }
}

/// The text cut to a width, with an ellipsis where something was cut.
pub(super) fn elide(text: &str, room: f64, bold: bool) -> String {
    let text = clean(text);
    if width(&text, bold) <= room {
        return text;
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if width(&kept, bold) + width("…", bold) > room {
            kept.pop();
            break;
        }
    }
    kept.truncate(kept.trim_end().len());
    if kept.is_empty() && width("…", bold) > room { kept } else { kept + "…" }
}

/// The text in at most two lines of a width; the second is cut if it must be.
pub(super) fn wrap(text: &str, room: f64) -> Vec<String> {
    let text = clean(text);
    if width(&text, false) <= room {
        return vec![text];
    }
    let at = break_at(&text, room);
    let (first, rest) = text.split_at(at);
    if first.is_empty() {
        return vec![elide(rest, room, false)];
    }
    vec![first.trim_end().to_string(), elide(rest.trim_start(), room, false)]
}

/// The width of the longest part that cannot be broken: a word of narrow letters.
pub(super) fn longest_word(text: &str) -> f64 {
    text.split(|c| c == ' ' || em(c) >= 1.0).map(|word| width(word, false)).fold(0.0, f64::max)
}

/// Where a first line ends: at the last space or before the last full-width character that still fits.
fn break_at(text: &str, room: f64) -> usize {
    let mut best = 0;
    let mut any = 0;
    for (at, c) in text.char_indices() {
        if width(&text[..at], false) > room {
            break;
        }
        any = at;
        if c == ' ' || (em(c) >= 1.0 && at > 0) {
            best = at;
        }
    }
    if best == 0 { any } else { best }
}

/// The text without what XML forbids; tabs and line ends become spaces.
pub(super) fn clean(text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| is_allowed(*c)).collect()
}

fn is_allowed(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Appends the text as XML character data, safe in attributes too.
pub(super) fn escape(text: &str, out: &mut String) {
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_fills_the_square() {
        assert_eq!(width("轉換率", false), 36.0);
        assert!(width("1,004.5", false) < 48.0);
    }

    #[test]
    fn signs_are_wider_than_digits() {
        assert!(width("−13.1", false) > width("113.1", false));
        assert_eq!(width("+7", false), width("−7", false));
    }

    #[test]
    fn only_narrow_letters_make_long_words() {
        assert_eq!(longest_word("貢獻利益"), 0.0);
        assert_eq!(longest_word("Contribution profit"), width("Contribution", false));
    }

    #[test]
    fn cut_texts_fit_and_say_so() {
        assert_eq!(elide("容量圖只在手機第五張", 60.0, false), "容量圖只…");
        assert_eq!(elide("short", 60.0, false), "short");
        assert_eq!(elide("容", 5.0, false), "");
    }

    #[test]
    fn lines_break_at_spaces_or_between_han() {
        assert_eq!(wrap("units per order", 60.0), ["units per", "order"]);
        assert_eq!(wrap("每張訂單件數", 40.0), ["每張訂", "單件數"]);
    }

    #[test]
    fn nothing_breaks_the_markup() {
        let mut out = String::new();
        escape("a\u{0}<b>\u{1b}&\"\n\u{202e}", &mut out);
        assert_eq!(out, "a&lt;b&gt;&amp;&quot; ");
    }
}
