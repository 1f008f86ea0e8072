//! Path patterns of sources: `results/{marketplace}/{period}/*.csv`.

use std::ops::Range;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Text(String),
    /// Any characters within one folder or file name.
    Star,
    /// Any number of folders.
    Folders,
    /// At least one character within one name, kept.
    Marketplace,
    /// At least one character within one name, kept.
    Period,
}

const WORDS: [(&str, Token); 5] = [
    ("**/", Token::Folders),
    ("**", Token::Star),
    ("*", Token::Star),
    ("{marketplace}", Token::Marketplace),
    ("{period}", Token::Period),
];

/// A pattern, ready to be compared with paths.
#[derive(Clone, Debug)]
pub(super) struct Pattern(Vec<Token>);

/// What a path says of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Captures {
    pub(super) marketplace: Option<String>,
    pub(super) period: Option<String>,
}

impl Pattern {
    pub(super) fn new(text: &str) -> Self {
        let mut rest = text.strip_prefix("./").unwrap_or(text);
        let mut tokens = Vec::new();
        while !rest.is_empty() {
            rest = match WORDS.iter().find_map(|(word, token)| Some((rest.strip_prefix(word)?, token))) {
                Some((after, token)) => {
                    tokens.push(token.clone());
                    after
                }
                None => push_char(&mut tokens, rest),
            };
        }
        Pattern(tokens)
    }

    /// What the path says, when the pattern matches all of it.
    pub(super) fn matches(&self, path: &str) -> Option<Captures> {
        let mut captures = Captures::default();
        matches(&self.0, path, &mut captures).then_some(captures)
    }
}

fn push_char<'a>(tokens: &mut Vec<Token>, rest: &'a str) -> &'a str {
    let mut chars = rest.chars();
    let first = chars.next().unwrap_or_default();
    match tokens.last_mut() {
        Some(Token::Text(text)) => text.push(first),
        _ => tokens.push(Token::Text(first.to_string())),
    }
    chars.as_str()
}

fn matches(tokens: &[Token], path: &str, captures: &mut Captures) -> bool {
    let Some((token, rest)) = tokens.split_first() else { return path.is_empty() };
    let mut tail = |at: usize| path.get(at..).is_some_and(|tail| matches(rest, tail, captures));
    match token {
        Token::Text(text) => path.starts_with(text.as_str()) && tail(text.len()),
        Token::Folders => tail(0) || path.match_indices('/').any(|(at, _)| tail(at + 1)),
        Token::Star => within_name(path, 0).any(&mut tail),
        Token::Marketplace | Token::Period => {
            let Some(end) = within_name(path, 1).find(|end| tail(*end)) else { return false };
            keep(token, &path[..end], captures);
            true
        }
    }
}

/// The ends that a part of a name may have.
fn within_name(path: &str, least: usize) -> Range<usize> {
    least..path.find('/').unwrap_or(path.len()) + 1
}

fn keep(token: &Token, text: &str, captures: &mut Captures) {
    match token {
        Token::Marketplace => captures.marketplace = Some(text.to_owned()),
        _ => captures.period = Some(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_match_by_name_and_tell_what_they_say() {
        for (pattern, path, found) in [
            ("results/{marketplace}/{period}/*.csv", "results/US/2026-10/a.csv", Some(("US", "2026-10"))),
            ("results/{marketplace}/{period}/*.csv", "results/US/a.csv", None),
            ("{marketplace}-{period}.csv", "JP-2026-W43.csv", Some(("JP", "2026-W43"))),
            ("results/daily/*.csv", "results/daily/sales.csv", Some(("", ""))),
            ("results/daily/*.csv", "results/daily/old/sales.csv", None),
            ("results/**/*.csv", "results/a/b/c.csv", Some(("", ""))),
            ("results/**/*.csv", "results/c.csv", Some(("", ""))),
            ("sales.csv", "sales.csv", Some(("", ""))),
            ("./sales.csv", "sales.csv", Some(("", ""))),
            ("sales.csv", "old-sales.csv", None),
            ("結果/*.csv", "結果/十月.csv", Some(("", ""))),
            ("{other}.csv", "x.csv", None),
        ] {
            let captures = Pattern::new(pattern).matches(path);
            let words = captures.map(|c| (c.marketplace.unwrap_or_default(), c.period.unwrap_or_default()));
            assert_eq!(words, found.map(|(m, p)| (m.to_owned(), p.to_owned())), "{pattern} {path}");
        }
    }
}
