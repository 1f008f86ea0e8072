//! Where a Chinese headline may be broken: between phrases, not inside a word.

/// Words before which a line may begin.
const OPENERS: &[char] =
    &['與', '和', '及', '卻', '但', '較', '把', '被', '讓', '從', '由', '仍', '已', '因'];

/// Behind the number of a day or a month these still belong to it: 10 月底.
const OF_DATES: &[char] = &['底', '初', '中', '份', '起', '前', '後'];

/// The longest run without a place to break it, in tenths of a Chinese character: on a phone a longer one would be
/// broken anywhere, even before a comma.
const LONGEST: usize = 100;

/// The shortest part that may stand on its own at the end or the beginning of a line, in characters.
const SHORTEST: usize = 3;

/// The parts of a headline. The style sheet forbids breaks inside Chinese text, so that these are the places left,
/// besides spaces and punctuation, which every browser knows by itself.
pub(super) fn breaks(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = next_break(rest) {
        let (part, after) = rest.split_at(at);
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts.into_iter().flat_map(shortened).collect()
}

/// A part cut where its clauses are too long for a phone: behind a date, else also before a number.
fn shortened(part: &str) -> Vec<&str> {
    [behind_date as Place, before_number]
        .into_iter()
        .fold(vec![part], |parts, place| parts.into_iter().flat_map(|part| cut(part, place)).collect())
}

/// Whether a line may begin at the n-th letter.
type Place = fn(&[char], usize) -> bool;

/// Cuts the too long clauses of a part at every place of a kind.
fn cut(part: &str, place: Place) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut start, mut at) = (0, 0);
    for clause in part.split_inclusive(ends_clause) {
        let letters: Vec<char> = clause.chars().collect();
        let long = letters.iter().map(|letter| width(*letter)).sum::<usize>() > LONGEST;
        for (n, letter) in letters.iter().enumerate() {
            if long && place(&letters, n) {
                parts.push(&part[start..at]);
                start = at;
            }
            at += letter.len_utf8();
        }
    }
    parts.push(&part[start..]);
    parts
}

/// 10 月|銷售額
fn behind_date(letters: &[char], n: usize) -> bool {
    let dated = n >= 3 && matches!(letters[n - 1], '月' | '日') && !is_han(letters[n - 2]);
    dated && is_han(letters[n]) && !OF_DATES.contains(&letters[n])
}

/// 銷售額 |98.6, but not 2026 年 10 月
fn before_number(letters: &[char], n: usize) -> bool {
    let spaced = n > SHORTEST && letters[n - 1] == '\u{a0}' && letters[n - 2] != '年';
    spaced && is_han(letters[n - 2]) && letters[n].is_ascii_digit()
}

fn ends_clause(letter: char) -> bool {
    matches!(letter, '，' | '；' | '：' | '。' | '、' | ' ')
}

fn width(letter: char) -> usize {
    match letter {
        '\u{2060}' => 0,
        '\u{a0}' => 3,
        letter if letter.is_ascii() => 6,
        _ => 10,
    }
}

/// The text with spaces between Chinese and other letters made unbreakable, and dates kept whole: a number stays with
/// its words.
pub(super) fn bind(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let beside_han = |n: usize| {
        let around = [n.checked_sub(1), Some(n + 1)].map(|n| n.and_then(|n| letters.get(n)));
        around.into_iter().flatten().any(|letter| is_han(*letter))
    };
    let bound = |(n, &letter): (usize, &char)| if letter == ' ' && beside_han(n) { '\u{a0}' } else { letter };
    let digit = |n: Option<usize>| n.and_then(|n| letters.get(n)).is_some_and(char::is_ascii_digit);
    let of_date = |n: usize| letters[n] == '-' && digit(n.checked_sub(1)) && digit(Some(n + 1));
    let whole = |n: usize| of_date(n).then_some('\u{2060}');
    let bound = letters.iter().enumerate().map(|(n, letter)| (n, bound((n, letter))));
    bound.flat_map(|(n, letter)| std::iter::once(letter).chain(whole(n))).collect()
}

fn next_break(text: &str) -> Option<usize> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    // The start of the clause: a part is measured from the punctuation before it.
    let mut since = 0;
    for (n, &(at, letter)) in letters.iter().enumerate() {
        let before = n.checked_sub(1).map(|n| letters[n].1);
        let room = n - since >= SHORTEST && letters.len() - n >= SHORTEST;
        let opens = OPENERS.contains(&letter) && before.is_some_and(is_han);
        let follows = before == Some('的') && is_han(letter);
        if room && (opens || follows) {
            return Some(at);
        }
        if !is_han(letter) {
            since = n + 1;
        }
    }
    None
}

fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::{bind, breaks};

    #[test]
    fn headlines_break_between_phrases() {
        for (text, parts) in [
            (
                "銷售高於計畫 6.0%，利潤卻少 28%：流量是用下滑的轉換率與更貴的廣告買來的。",
                "銷售高於計畫 6.0%，利潤卻少 28%：流量是用下滑的|轉換率|與更貴的|廣告買來的。",
            ),
            (
                "2026\u{a0}年\u{a0}10\u{a0}月銷售額\u{a0}98.6\u{a0}千美元，為計畫的\u{a0}90.9%；4\u{a0}個重大差異",
                "2026\u{a0}年\u{a0}10\u{a0}月|銷售額\u{a0}98.6\u{a0}千美元，為計畫的\u{a0}90.9%；4\u{a0}個重大差異",
            ),
            (
                "廣告成本占銷售額比率\u{a0}98.6\u{a0}千美元到\u{a0}10\u{a0}月底，少",
                "廣告成本占銷售額比率\u{a0}|98.6\u{a0}千美元到\u{a0}|10\u{a0}月底，少",
            ),
            ("目的地", "目的地"),
            ("Sales are 6% above plan", "Sales are 6% above plan"),
            ("", ""),
        ] {
            assert_eq!(breaks(text).join("|"), parts);
        }
    }

    #[test]
    fn a_number_stays_with_its_words() {
        assert_eq!(bind("少 28%，the year 2026"), "少\u{a0}28%，the year 2026");
        assert_eq!(bind("（2026-11-14）well-known"), "（2026-\u{2060}11-\u{2060}14）well-known");
    }
}
