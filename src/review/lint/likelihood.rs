//! Words of likelihood and of confidence in a sentence (ICD 203, domain 6.1).

use crate::quantity::Ratio;

/// A word of likelihood found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// The word.
    pub(super) word: &'static str,
    /// The least percentage it stands for.
    pub(super) least: u8,
    /// The most percentage it stands for.
    pub(super) most: u8,
}

impl Word {
    /// Whether it may stand for a probability (0.80).
    pub(super) fn holds(&self, probability: &Ratio) -> bool {
        let percent = probability * &Ratio::from_int(100);
        (Ratio::from_int(self.least.into())..=Ratio::from_int(self.most.into())).contains(&percent)
    }
}

/// The seven ranges of ICD 203 in percent with the words for each. Of words that begin at one place the longest is read.
const WORDS: [(u8, u8, &[&str]); 7] = [
    (1, 5, &["幾乎不會", "幾乎不可能", "almost no chance", "almost certainly not", "remote chance"]),
    (5, 20, &["很不可能", "非常不可能", "very unlikely", "highly unlikely", "highly improbable"]),
    (20, 45, &["不太可能", "不大可能", "unlikely", "improbable"]),
    (45, 55, &["一半一半", "五五波", "roughly even chance", "roughly even odds", "an even chance"]),
    (55, 80, &["可能", "likely", "probable", "probably"]),
    (80, 95, &["很可能", "非常可能", "極可能", "very likely", "highly likely", "highly probable"]),
    (95, 99, &["幾乎確定", "幾乎一定", "幾乎肯定", "almost certain", "almost certainly", "nearly certain"]),
];

/// What holds a word of likelihood and says nothing of how likely a thing is.
const NONE: [&str; 7] = ["可能性", "不可能", "盡可能", "儘可能", "likelihood", "as likely as", "not likely"];

/// Words for how firm a basis is. A rate of confidence that is measured, as of consumers, is none.
const CONFIDENCE: [&str; 14] = [
    "高信心",
    "中信心",
    "低信心",
    "中等信心",
    "高度信心",
    "很有信心",
    "有信心",
    "很有把握",
    "有把握",
    "high confidence",
    "moderate confidence",
    "low confidence",
    "with confidence",
    "confident",
];

/// The words of likelihood in a text, in their order.
pub(super) fn words(text: &str) -> Vec<Word> {
    let text = text.to_lowercase();
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(next) = text[at..].chars().next() {
        let (length, word) = longest(&text, at).unwrap_or((next.len_utf8(), None));
        found.extend(word);
        at += length;
    }
    found
}

/// The longest word that begins at a place, and how long it is; without a range where it is none of likelihood.
fn longest(text: &str, at: usize) -> Option<(usize, Option<Word>)> {
    let ranged = WORDS.iter().flat_map(|(least, most, words)| {
        words.iter().map(move |word| (*word, Some(Word { word, least: *least, most: *most })))
    });
    let all = ranged.chain(NONE.iter().map(|word| (*word, None)));
    let here = all.filter(|(word, _)| stands(text, at, word));
    here.max_by_key(|(word, _)| word.len()).map(|(word, range)| (word.len(), range))
}

/// Whether a word stands at a place as a word of its own: Chinese has no spaces between words.
fn stands(text: &str, at: usize, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let latin = word.starts_with(|c: char| c.is_ascii());
    let ends = || letter(text[..at].chars().next_back()) || letter(text[at + word.len()..].chars().next());
    text[at..].starts_with(word) && !(latin && ends())
}

/// The first sentence that speaks of how likely a thing is and of how firm the basis is.
pub(super) fn mixed(text: &str) -> Option<&str> {
    let sentences = text.split(['。', '！', '？', '；', '\n']).flat_map(|part| part.split(". "));
    let confident = |sentence: &str| {
        let low = sentence.to_lowercase();
        CONFIDENCE.iter().any(|word| low.contains(word))
    };
    sentences.map(str::trim).find(|sentence| confident(sentence) && !words(sentence).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<&'static str> {
        words(text).into_iter().map(|word| word.word).collect()
    }

    #[test]
    fn the_longest_word_is_read() {
        for (text, expected) in [
            ("競品很可能降價", vec!["很可能"]),
            ("競品可能降價", vec!["可能"]),
            ("競品很不可能降價，也不太可能下架", vec!["很不可能", "不太可能"]),
            ("幾乎不會斷貨，幾乎確定續賣，一半一半", vec!["幾乎不會", "幾乎確定", "一半一半"]),
            ("Rival B is very unlikely to move; C is likely to", vec!["very unlikely", "likely"]),
            ("Almost certainly not; almost certainly", vec!["almost certainly not", "almost certainly"]),
            ("Unlikely.", vec!["unlikely"]),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_holds_a_word_is_none() {
        for text in
            ["可能性很高", "盡可能提早", "這不可能", "the likelihood of rain", "likeliness", "unlikeliest"]
        {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn each_of_the_seven_words_has_its_range() {
        let zh = ["幾乎不會", "很不可能", "不太可能", "一半一半", "可能", "很可能", "幾乎確定"];
        let en = [
            "almost no chance",
            "very unlikely",
            "unlikely",
            "roughly even chance",
            "likely",
            "very likely",
            "almost certain",
        ];
        let ranges = [(1, 5), (5, 20), (20, 45), (45, 55), (55, 80), (80, 95), (95, 99)];
        for (words_of, range) in zh.iter().zip(en).zip(ranges) {
            for text in [*words_of.0, words_of.1] {
                let word = words(text).remove(0);
                assert_eq!((word.least, word.most), range, "{text}");
                let percent = |n: u8| Ratio::from_scaled(n.into(), 2);
                assert!(word.holds(&percent(range.0)) && word.holds(&percent(range.1)), "{text}");
                assert!(!word.holds(&percent(range.0 - 1)) && !word.holds(&percent(range.1 + 1)), "{text}");
            }
        }
    }

    #[test]
    fn confidence_and_likelihood_are_mixed_within_one_sentence_only() {
        assert_eq!(
            mixed("We have high confidence that prices will likely fall. Fine."),
            Some("We have high confidence that prices will likely fall")
        );
        assert_eq!(mixed("我們有高信心，價格可能下跌。"), Some("我們有高信心，價格可能下跌"));
        for text in [
            "價格可能下跌。對此依據有高信心。",
            "Prices will likely fall. The basis: high confidence.",
            "消費者信心可能下滑",
            "Consumer confidence is likely to fall",
        ] {
            assert_eq!(mixed(text), None, "{text}");
        }
    }
}
