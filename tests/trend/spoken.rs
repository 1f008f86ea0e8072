//! Numbers as sentences say them, read back.

/// A language of sentences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    En,
    Zh,
}

impl Language {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Zh => "zh-Hant",
        }
    }
}

/// The periods, days and names that a sentence must name, and the numbers that it must say.
pub(crate) type Expected = (Vec<String>, Vec<f64>);

/// Holds a sentence to what was computed: it names each period, says each number, and no other.
pub(crate) fn hold(words: &str, (labels, mut numbers): Expected, language: Language) {
    let mut rest = words.to_owned();
    let mut labels = labels;
    // A longer label may hold a shorter one.
    labels.sort_by_key(|label| std::cmp::Reverse(label.len()));
    for label in &labels {
        assert!(rest.contains(label.as_str()), "{label} is not named in {language:?}: {words}");
        rest = rest.replacen(label.as_str(), "|", 1);
    }
    for said in said(&rest) {
        let at = numbers.iter().position(|number| said.is(*number));
        let Some(at) = at else { panic!("{said:?} is of nowhere: {words}\nleft: {numbers:?}") };
        numbers.remove(at);
    }
    assert!(numbers.is_empty(), "{numbers:?} are not said: {words}");
}

/// A number as it is said, with the size of its last digit.
#[derive(Debug)]
struct Said {
    number: f64,
    step: f64,
}

impl Said {
    /// Whether it is the nearest that can be said of a number; a part of a rounded sum may be the next one.
    fn is(&self, number: f64) -> bool {
        let exact = number.abs() < 1e15
            && (self.number - number).abs() <= self.step * 0.5 + number.abs() * 1e-9 + 1e-9;
        exact && (self.number == 0.0 || self.number.signum() == number.signum())
    }
}

fn said(words: &str) -> Vec<Said> {
    let chars: Vec<char> = words.chars().collect();
    let mut all = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        if !chars[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let negative = at > 0 && chars[at - 1] == '\u{2212}';
        let end = (at..chars.len()).find(|i| !is_digit(&chars, *i)).unwrap_or(chars.len());
        let digits: String = chars[at..end].iter().filter(|c| **c != ',').collect();
        let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let scale = scale(&chars[end..]);
        let number: f64 = digits.parse().unwrap();
        let sign = if negative { -1.0 } else { 1.0 };
        all.push(Said { number: sign * number * scale, step: 0.1_f64.powi(decimals as i32) * scale });
        at = end;
    }
    all
}

/// Whether a character goes on a number: a digit, or a mark between digits.
fn is_digit(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1).is_some_and(char::is_ascii_digit);
    chars[at].is_ascii_digit() || ([',', '.'].contains(&chars[at]) && next)
}

/// What a number is to be multiplied with, by what stands behind it.
fn scale(after: &[char]) -> f64 {
    let rest: String = after.iter().take(8).collect();
    let rest = rest.trim_start_matches(['\u{a0}', ' ']);
    let units =
        [("%", 0.01), ("pp", 0.01), ("個百分點", 0.01), ("k", 1e3), ("千", 1e3), ("m", 1e6), ("百萬", 1e6)];
    let is = |word: &str| rest.starts_with(word) && !(word == "k" && rest.starts_with("ke"));
    units.iter().find(|(word, _)| is(word)).map_or(1.0, |(_, scale)| *scale)
}
