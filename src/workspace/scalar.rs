//! Single values: texts, ids, days, money, shares, numbers, words.

use crate::diagnostic::{Diagnostic, codes, nearest};
use crate::quantity::{Currency, Day, Lang, Money, Period, Ratio, Text};

use super::read::{Context, Read};
use super::yaml::{Node, Value};
use super::{Figure, Typed};

/// A name in files: letters, digits, `.`, `_` and `-`.
pub(crate) struct Name(pub(crate) String);

impl Read for Name {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        name(node, cx).map(Name)
    }
}

/// A code of the outside world, such as a barcode: any text, but never a number.
pub(crate) struct Code(pub(crate) String);

impl Read for Code {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        code(node, cx).map(Code)
    }
}

/// A share: `12%` is 0.12; `0.12` is the same.
pub(crate) struct Share(pub(crate) Ratio);

impl Read for Share {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-percent")?;
        let percent = text.strip_suffix('%').map(|n| hundredth(n.trim_end()));
        let share = percent.unwrap_or_else(|| Ratio::parse(text));
        if share.is_none() {
            cx.refuse(codes::BAD_VALUE, node, "form-percent");
        }
        share.map(Share)
    }
}

/// The text of an id.
pub(crate) fn name(node: &Node, cx: &mut Context) -> Option<String> {
    let text = code(node, cx)?;
    let rest = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
    if text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(rest) {
        return Some(text);
    }
    cx.refuse(codes::BAD_VALUE, node, "form-id");
    None
}

/// The text of a code; without quotes it must not be what YAML reads as a number or a truth value.
pub(crate) fn code(node: &Node, cx: &mut Context) -> Option<String> {
    let text = cx.scalar(node, "form-id")?;
    if matches!(node.value, Value::Scalar { plain: true, .. }) && reads_as_another_type(text) {
        let finding = Diagnostic::new(codes::NUMBER_AS_ID, &node.place).with("value", text);
        cx.findings.push(finding.help("help"));
        return None;
    }
    if text.trim().is_empty() {
        cx.refuse(codes::BAD_VALUE, node, "form-id");
        return None;
    }
    Some(text.to_owned())
}

/// Whether some YAML reader makes a number, a truth value or nothing of it.
pub(super) fn reads_as_another_type(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let word = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "", ".nan", ".inf"];
    let unsigned = lower.strip_prefix(['-', '+']).unwrap_or(&lower);
    word.contains(&lower.as_str()) || unsigned == ".inf" || reads_as_number(unsigned)
}

fn reads_as_number(text: &str) -> bool {
    let digits = |part: &str, set: &str| !part.is_empty() && part.chars().all(|c| set.contains(c));
    for (prefix, set) in [("0x", "0123456789abcdef_"), ("0o", "01234567_"), ("0b", "01_")] {
        if let Some(rest) = text.strip_prefix(prefix) {
            return digits(rest, set);
        }
    }
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let exponent = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
    let starts = mantissa.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let has_digit = mantissa.contains(|c: char| c.is_ascii_digit());
    let decimal = mantissa.matches('.').count() <= 1 && digits(mantissa, "0123456789_.:");
    starts && has_digit && decimal && digits(exponent, "0123456789")
}

fn hundredth(number: &str) -> Option<Ratio> {
    Some(&Ratio::parse(number)? * &Ratio::from_scaled(1, 2))
}

impl Read for String {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        cx.scalar(node, "shape-text").map(str::to_owned)
    }
}

/// One text for all languages, or a map of languages.
impl Read for Text {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let entries = match &node.value {
            Value::Scalar { text, .. } => return Some(Text::plain(text.clone())),
            Value::List(_) => {
                cx.wrong_type(node, "shape-text");
                return None;
            }
            Value::Map(entries) => entries,
        };
        let texts = entries.iter().filter_map(|(key, value)| {
            let lang = Lang::read(key, cx);
            let text = String::read(value, cx);
            Some((lang?, text?))
        });
        let texts: Vec<(Lang, String)> = texts.collect();
        (!texts.is_empty()).then(|| Text::of(texts))
    }
}

/// A language tag: `zh-Hant`, `en`. One that differs from a language of the site in case alone is a slip.
impl Read for Lang {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-language")?;
        let known = |tag: &&Lang| tag.tag().eq_ignore_ascii_case(text);
        let slip = cx.languages.iter().find(known).is_some_and(|lang| lang.tag() != text);
        let mut parts = text.split('-');
        let first = parts.next().unwrap_or_default();
        let formed = (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_lowercase())
            && parts.all(|p| (2..=8).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
        if !formed && cx.languages.is_empty() {
            cx.refuse(codes::BAD_VALUE, node, "form-language");
            return None;
        }
        if !formed || slip {
            let known: Vec<&str> = cx.languages.iter().map(Lang::tag).collect();
            let finding = Diagnostic::new(codes::UNKNOWN_WORD, &node.place).with("value", text);
            let finding = finding.with("known", known.join(", "));
            let finding = finding.nearest(nearest(text, known.iter().copied()));
            cx.findings.push(finding);
            return None;
        }
        Some(Lang::new(text))
    }
}

/// `true` or `false`; `yes`, `on` and the like are refused.
impl Read for bool {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        match cx.scalar(node, "form-bool")? {
            "true" => Some(true),
            "false" => Some(false),
            _ => {
                cx.refuse(codes::BAD_VALUE, node, "form-bool");
                None
            }
        }
    }
}

impl Read for Day {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-date")?;
        let day = Day::parse(text);
        if day.is_none() {
            cx.refuse(codes::BAD_DATE, node, "form-date");
        }
        day
    }
}

macro_rules! parsed {
    ($($type:ty, $form:literal, $parse:expr;)*) => { $(
        impl Read for $type {
            fn read(node: &Node, cx: &mut Context) -> Option<Self> {
                let text = cx.scalar(node, $form)?;
                let parse: fn(&str) -> Option<$type> = $parse;
                let value = parse(text);
                if value.is_none() {
                    cx.refuse(codes::BAD_VALUE, node, $form);
                }
                value
            }
        }
    )* };
}

parsed! {
    Money, "form-money", Money::parse;
    Currency, "form-currency", Currency::parse;
    Ratio, "form-number", Ratio::parse;
    Period, "form-period", Period::parse;
    Figure, "form-figure", figure;
    u32, "form-count", |text| digits(text).then(|| text.parse().ok())?;
    u16, "form-count", |text| digits(text).then(|| text.parse().ok())?;
    i16, "form-year", |text| digits(text).then(|| text.parse().ok())?.filter(|year| (2000..=2100).contains(year));
}

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// `150000.00 USD`, `10.0%`, `0.5pp` or `4.5`.
pub(crate) fn figure(text: &str) -> Option<Figure> {
    if let Some(points) = text.strip_suffix("pp") {
        return hundredth(points.trim_end()).map(Figure::Points);
    }
    if let Some(percent) = text.strip_suffix('%') {
        return hundredth(percent.trim_end()).map(Figure::Percent);
    }
    Ratio::parse(text).map(Figure::Number).or_else(|| Money::parse(text).map(Figure::Money))
}

/// What the last written digit of a figure stands for: 0.001 for `9.1%`, 0.01 for `12.50 USD`.
pub(crate) fn last_digit(text: &str) -> Option<Ratio> {
    let unit = match figure(text)? {
        Figure::Percent(_) | Figure::Points(_) => 2,
        Figure::Money(_) | Figure::Number(_) => 0,
    };
    let decimals = text.split_once('.').map_or("", |(_, rest)| rest);
    let written = decimals.bytes().take_while(u8::is_ascii_digit).count();
    Some(Ratio::from_scaled(1, unit + u32::try_from(written).ok()?))
}

/// `auto`, or a figure.
impl Read for Typed {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        if node.text() == Some("auto") {
            return Some(Typed::Auto);
        }
        super::At::read(node, cx).map(Typed::Figure)
    }
}

/// A value out of a fixed set of words.
pub(crate) trait Word: Copy + 'static {
    /// Each word and what it stands for.
    const WORDS: &'static [(&'static str, Self)];
}

/// The word that stands for a value in files.
pub(crate) fn word<T: Word + PartialEq>(value: T) -> &'static str {
    T::WORDS.iter().find(|(_, known)| *known == value).map_or("", |(word, _)| word)
}

impl<T: Word> Read for T {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-word")?;
        let found = T::WORDS.iter().find(|(word, _)| *word == text);
        if found.is_none() {
            let words: Vec<&str> = T::WORDS.iter().map(|(word, _)| *word).collect();
            let finding = Diagnostic::new(codes::UNKNOWN_WORD, &node.place).with("value", text);
            let finding = finding.with("known", words.join(", "));
            cx.findings.push(finding.nearest(nearest(text, words.iter().copied())));
        }
        found.map(|(_, value)| *value)
    }
}

/// Says by which words a value is written.
macro_rules! words {
    ($type:ty { $($word:literal => $value:expr),* $(,)? }) => {
        impl $crate::workspace::scalar::Word for $type {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, $value)),*];
        }
    };
}
pub(crate) use words;
