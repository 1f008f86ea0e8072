//! Where a loose file belongs: the path at which a source of the workspace finds it again.

use super::identify::span;
use super::inspect::Loose;
use super::pattern::{Captures, Pattern};
use crate::facts::ImportedFile;
use crate::quantity::{Grain, Period, Span};
use crate::workspace::Source;

/// Why no source has a place for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Homeless {
    /// It must be said which marketplace it is of.
    Marketplace,
    /// It must be said which period it is of.
    Period,
    /// No source is for files of this kind or name.
    Source,
}

/// What the path of a file has to say.
struct Words {
    kind: String,
    name: String,
    marketplace: Option<String>,
    period: Option<String>,
}

/// The path in the workspace at which a source finds the file.
///
/// # Errors
/// [`Homeless`] when no source has a place for it.
pub(super) fn home(sources: &[Source], loose: &Loose, file: &ImportedFile) -> Result<String, Homeless> {
    let words = words(loose, file);
    let own = sources.iter().filter(|source| source.kind.as_deref() == Some(words.kind.as_str()));
    let any = sources.iter().filter(|source| source.kind.as_deref().is_none_or(|kind| kind == "auto"));
    let mut why = Homeless::Source;
    for source in own.chain(any) {
        match fill(&source.pattern, &words) {
            Ok(path) => return Ok(path),
            Err(Homeless::Source) => {}
            Err(lacking) => why = lacking,
        }
    }
    Err(why)
}

fn words(loose: &Loose, file: &ImportedFile) -> Words {
    let only = || match file.marketplaces.as_slice() {
        [only] => Some(only.to_string()),
        _ => None,
    };
    Words {
        kind: file.kind.as_deref().unwrap_or_default().to_owned(),
        name: loose.path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned(),
        marketplace: loose.marketplace.clone().or_else(only).filter(|name| is_plain(name)),
        period: loose.period.clone().or_else(|| file.period.map(written)),
    }
}

/// A name of one folder, and no way out of it.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '{', '*'])
}

/// The month of these days, else their first and last day.
fn written(days: Span) -> String {
    let month = Period::containing(days.from, Grain::Month);
    match month.span().covers(&days) {
        true => month.to_string(),
        false => format!("{}_{}", days.from, days.to),
    }
}

/// The pattern with its words in place of its marks, when it then matches.
fn fill(pattern: &str, words: &Words) -> Result<String, Homeless> {
    let folder =
        pattern.strip_prefix("./").unwrap_or(pattern).rsplit_once('/').map_or("", |(folder, _)| folder);
    let folder = format!("{folder}/").replace("**/", "");
    let folder = with(&folder, "{marketplace}", words.marketplace.as_deref().ok_or(Homeless::Marketplace))?;
    let folder = with(&folder, "{period}", words.period.as_deref().ok_or(Homeless::Period))?;
    let path = format!("{}{}", folder.trim_start_matches('/'), words.name);
    let same = |found: &Captures| {
        let marketplace = found.marketplace.is_none() || found.marketplace == words.marketplace;
        let (period, known) = (found.period.as_deref(), words.period.as_deref());
        marketplace && period.is_none_or(|text| span(text).is_some() && span(text) == known.and_then(span))
    };
    Pattern::new(pattern).matches(&path).filter(same).map(|_| path).ok_or(Homeless::Source)
}

fn with(text: &str, mark: &str, word: Result<&str, Homeless>) -> Result<String, Homeless> {
    match text.contains(mark) {
        true => word.map(|word| text.replace(mark, word)),
        false => Ok(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_is_filled_where_it_finds_the_file_again() {
        let words = |marketplace: Option<&str>, period: Option<&str>, name: &str| Words {
            kind: String::new(),
            name: name.to_owned(),
            marketplace: marketplace.map(str::to_owned),
            period: period.map(str::to_owned),
        };
        let usual = "results/{marketplace}/{period}/*.csv";
        for (pattern, words, path) in [
            (usual, words(Some("US"), Some("2026-10"), "a.csv"), Ok("results/US/2026-10/a.csv")),
            (usual, words(None, Some("2026-10"), "a.csv"), Err(Homeless::Marketplace)),
            (usual, words(Some("US"), None, "a.csv"), Err(Homeless::Period)),
            (usual, words(Some("US"), Some("2026-10"), "a.txt"), Err(Homeless::Source)),
            ("results/daily/*.csv", words(None, None, "a.csv"), Ok("results/daily/a.csv")),
            ("./results/**/*.csv", words(None, None, "a.csv"), Ok("results/a.csv")),
            ("*", words(None, None, "a.csv"), Ok("a.csv")),
            ("results/*/x-*.csv", words(None, None, "a.csv"), Err(Homeless::Source)),
            ("sales.csv", words(None, None, "sales.csv"), Ok("sales.csv")),
            ("sales.csv", words(None, None, "other.csv"), Err(Homeless::Source)),
            (
                "{marketplace}-{period}.csv",
                words(Some("JP"), Some("2026-W43"), "JP-2026-W43.csv"),
                Ok("JP-2026-W43.csv"),
            ),
            (
                "{marketplace}-{period}.csv",
                words(Some("JP"), Some("2026-W43"), "US-2026-W43.csv"),
                Err(Homeless::Source),
            ),
        ] {
            assert_eq!(fill(pattern, &words), path.map(str::to_owned), "{pattern}");
        }
    }

    #[test]
    fn days_within_a_month_are_its() {
        let span = |from: &str, to: &str| span(&format!("{from}_{to}")).unwrap();
        for (days, words) in [
            (span("2026-10-01", "2026-10-31"), "2026-10"),
            (span("2026-10-03", "2026-10-03"), "2026-10"),
            (span("2026-10-31", "2026-11-02"), "2026-10-31_2026-11-02"),
        ] {
            assert_eq!(written(days), words);
        }
    }

    #[test]
    fn no_name_leads_out_of_its_folder() {
        for (name, plain) in
            [("US", true), ("..", false), ("a/b", false), (".x", false), ("", false), ("{period}", false)]
        {
            assert_eq!(is_plain(name), plain, "{name}");
        }
    }
}
