//! `bag-info.txt`: what a bag is, in lines of a label and a value.

use super::Hash;

/// The label of the archive that was made before.
pub const PREVIOUS: &str = "Previous-Bag-Root";
/// The label of the archive that this one corrects.
pub const SUPERSEDES: &str = "Supersedes";

/// How long a line may be before it is continued on the next, in characters.
const WIDTH: usize = 79;

/// Labels with their values, in their order; a label may stand more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Info(Vec<(String, String)>);

impl Info {
    /// Adds a value; its white space and line ends become single spaces, as the format keeps no other.
    pub fn push(&mut self, label: &str, value: &str) {
        self.0.push((label.to_owned(), squeezed(value)));
    }

    /// The first value of a label.
    pub fn get(&self, label: &str) -> Option<&str> {
        self.iter().find(|(own, _)| *own == label).map(|(_, value)| value)
    }

    /// The root of another archive that a label names; nothing where it names none that is one.
    pub fn root(&self, label: &str) -> Option<Hash> {
        self.get(label).and_then(Hash::parse)
    }

    /// All labels and values in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(label, value)| (label.as_str(), value.as_str()))
    }

    /// As text; a long value is continued on lines that begin with a space.
    pub fn text(&self) -> String {
        self.0.iter().map(|(label, value)| folded(label, value)).collect()
    }

    /// Reads such a text. Nothing when a line is neither `label: value` nor the continuation of one.
    pub fn parse(text: &str) -> Option<Self> {
        let mut lines: Vec<(String, String)> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            match line.starts_with([' ', '\t']) {
                true => lines.last_mut()?.1.push_str(line),
                false => {
                    let (label, value) = line.split_once(':')?;
                    lines.push((label.trim().to_owned(), value.to_owned()));
                }
            }
        }
        Some(Info(lines.into_iter().map(|(label, value)| (label, squeezed(&value))).collect()))
    }
}

/// Without control characters, and with one space where there was any white space.
fn squeezed(value: &str) -> String {
    let words = value.split(|sign: char| sign.is_whitespace() || sign.is_control());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// A line, broken where the value has spaces: text without any, such as Chinese, stays as long as it is.
fn folded(label: &str, value: &str) -> String {
    let mut text = format!("{label}:");
    let mut width = text.chars().count();
    for (at, word) in value.split(' ').enumerate() {
        let length = word.chars().count();
        if at > 0 && width + 1 + length > WIDTH {
            text.push('\n');
            width = 0;
        }
        text.push(' ');
        text.push_str(word);
        width += 1 + length;
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_value_goes_on_below() {
        let mut info = Info::default();
        info.push("Source-Organization", "霧石茶具 Mistone");
        info.push("Open-Loop-Reason", &"we decided to close it in October ".repeat(4));
        let text = info.text();
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with(' ')).count(), 1);
        assert_eq!(Info::parse(&text), Some(info.clone()));
        assert_eq!(info.get("Source-Organization"), Some("霧石茶具 Mistone"));
        assert_eq!(info.get("source-organization"), None);
    }

    #[test]
    fn a_long_label_of_many_words_stays_on_its_line() {
        let text = format!("{}: value\n", "label of others ".repeat(9).trim_end());
        let info = Info::parse(&text).unwrap();
        assert_eq!(info.text(), text);
    }

    #[test]
    fn a_value_cannot_forge_a_line() {
        let mut info = Info::default();
        info.push("Open-Loop-Reason", "late\nPrevious-Bag-Root: 00\r\n\u{2028}x: y");
        assert_eq!(info.text().lines().filter(|line| !line.starts_with(' ')).count(), 1);
        assert_eq!(Info::parse(&info.text()), Some(info));
    }

    #[test]
    fn a_text_of_something_else_is_nothing() {
        assert_eq!(Info::parse(" continued: nothing\n"), None);
        assert_eq!(Info::parse("no label\n"), None);
        assert_eq!(Info::parse("\n \n"), Some(Info::default()));
    }

    proptest! {
        #[test]
        fn values_read_as_they_are_written(values in prop::collection::vec("(?s).{0,120}", 0..5)) {
            let mut info = Info::default();
            for value in &values {
                info.push("Label", value);
            }
            prop_assert_eq!(Info::parse(&info.text()), Some(info));
        }
    }
}
