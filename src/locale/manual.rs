//! The manual of findings: what each code means, why it matters, a small example, and how to mend it.
//!
//! The words stand in `locales/<language>/codes/*.md` of a theme, the examples, which are the same in every language,
//! in `mistakes/*.md`. A heading `# A001 Title` begins a code. Of words, the first paragraph below it says what was
//! found, the last how to mend it, and those between why it matters. Of an example there is one fenced block, and the
//! words beside its kind name the file that it is part of: ` ```yaml cycles/2026-10.yaml `.

use std::collections::BTreeMap;

/// The explanations by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Manual(BTreeMap<String, Explanation>);

/// What is to be known of a code, as Markdown without headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The finding in a few words.
    pub title: String,
    /// What was found.
    pub what: String,
    /// Why it matters.
    pub why: String,
    /// How to mend it.
    pub fix: String,
    /// Something that causes it.
    pub example: Example,
}

/// A piece of a workspace that causes a finding.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Example {
    /// What it is written in: `yaml`, `csv`, `markdown` or `text`.
    pub kind: String,
    /// The file it is part of, from the workspace's root; empty when it is no part of a file.
    pub file: String,
    /// The piece, each line with its end.
    pub text: String,
}

impl Manual {
    /// The manual of these words and examples; a later file's explanation replaces an earlier one of the same code.
    pub fn new<'a>(
        words: impl IntoIterator<Item = &'a str>,
        examples: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let examples: BTreeMap<&str, Example> =
            examples.into_iter().flat_map(chapters).map(|(code, _, body)| (code, example(body))).collect();
        let explained = |(code, title, body): (&'a str, &'a str, &'a str)| {
            let example = examples.get(code).cloned().unwrap_or_default();
            (code.to_owned(), explanation(title, body, example))
        };
        Manual(words.into_iter().flat_map(chapters).map(explained).collect())
    }

    /// What is to be known of a code; nothing when nobody has written it.
    pub fn of(&self, code: &str) -> Option<&Explanation> {
        self.0.get(code)
    }
}

/// The code, the rest of the heading, and what stands below it, of each heading.
fn chapters(text: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    let mut fenced = false;
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        fenced ^= line.starts_with("```");
        if line.starts_with("# ") && !fenced {
            starts.push(at);
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| {
        let (heading, body) = text[start + 2..end].split_once('\n').unwrap_or((&text[start + 2..end], ""));
        let (code, title) = heading.split_once(' ').unwrap_or((heading, ""));
        (code.trim(), title.trim(), body)
    })
}

fn explanation(title: &str, body: &str, example: Example) -> Explanation {
    let paragraphs: Vec<&str> = body.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect();
    let (what, why, fix) = match paragraphs.as_slice() {
        [what, why @ .., fix] => ((*what).to_owned(), why.join("\n\n"), (*fix).to_owned()),
        what => (what.concat(), String::new(), String::new()),
    };
    Explanation { title: title.to_owned(), what, why, fix, example }
}

fn example(body: &str) -> Example {
    let fenced = body.trim().strip_prefix("```").unwrap_or_default();
    let (info, text) = fenced.split_once('\n').unwrap_or_default();
    let (kind, file) = info.split_once(' ').unwrap_or((info, ""));
    let text = text.split("\n```").next().unwrap_or_default().trim_end_matches('`').trim_end();
    Example { kind: kind.to_owned(), file: file.trim().to_owned(), text: format!("{text}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: &str = "\
Words before the first heading are of no code.

# A001 Nothing is done
A cause with no act.

It comes back.
Next month.

Truly.

Write an act.

# A002 Nobody
One.

Two.

Three.
";
    const EXAMPLES: &str =
        "# A001\n```yaml cycles/2026-10.yaml\n# a note\nact: []\n```\n\n# A002\n```text\nx\n```\n";

    #[test]
    fn an_explanation_has_four_parts() {
        let manual = Manual::new([WORDS], [EXAMPLES]);
        let first = manual.of("A001").unwrap();
        assert_eq!((first.title.as_str(), first.what.as_str()), ("Nothing is done", "A cause with no act."));
        assert_eq!(first.why, "It comes back.\nNext month.\n\nTruly.");
        assert_eq!(first.fix, "Write an act.");
        assert_eq!(first.example.file, "cycles/2026-10.yaml");
        assert_eq!(first.example.text, "# a note\nact: []\n");
        let second = manual.of("A002").unwrap();
        assert_eq!((second.example.kind.as_str(), second.example.file.as_str()), ("text", ""));
        assert_eq!((second.why.as_str(), second.fix.as_str()), ("Two.", "Three."));
        assert_eq!(manual.of("A003"), None);
    }

    #[test]
    fn a_later_file_replaces_an_earlier_one() {
        let manual = Manual::new([WORDS, "# A001 Otherwise\nA.\n\nB.\n\nC.\n"], []);
        assert_eq!(manual.of("A001").unwrap().title, "Otherwise");
        assert_eq!(manual.of("A002").unwrap().title, "Nobody");
    }
}
