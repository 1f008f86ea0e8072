//! `opsreport explain`: the manual of a finding, or the list of all.

use clap::Args;

use super::Outcome;
use super::failure::Failure;
use super::shell::Shell;
use crate::diagnostic::{CODES, Code, Severity, nearest};
use crate::locale::{Explanation, Locale};

/// The arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArgs {
    /// Code of the finding, such as A005; all codes when none is named
    code: Option<String>,
}

pub(super) fn run(args: &ExplainArgs, shell: &mut Shell) -> Result<Outcome, Failure> {
    let text = match &args.code {
        Some(name) => one(known(name)?, &shell.locale),
        None => list(&shell.locale),
    };
    shell.result(&text)?;
    Ok(Outcome::Fine)
}

/// The code of a name, however its letter is written.
fn known(name: &str) -> Result<&'static Code, Failure> {
    let found = CODES.iter().find(|code| code.name.eq_ignore_ascii_case(name));
    found.copied().ok_or_else(|| match nearest(name, CODES.iter().map(|code| code.name)) {
        Some(near) => Failure::wrong_use("no-code-nearest").with("name", name).with("nearest", near),
        None => Failure::wrong_use("no-code").with("name", name),
    })
}

/// What is found, why it matters, an example and how to mend it.
fn one(code: &Code, locale: &Locale) -> String {
    let level = locale.text(level(code));
    let Some(Explanation { title, what, why, fix, example }) = locale.explain(code.name) else {
        return format!("{} · {level}\n", code.name);
    };
    let file = if example.file.is_empty() { String::new() } else { format!(" · {}", example.file) };
    let example: String = example.text.lines().map(|line| format!("    {line}\n")).collect();
    let heading = |key| locale.text(key);
    format!(
        "{} · {level} · {title}\n\n{what}\n\n{}\n{why}\n\n{}{file}\n\n{example}\n{}\n{fix}\n",
        code.name,
        heading("explain-why"),
        heading("explain-example"),
        heading("explain-fix"),
    )
}

/// A line for each code, in the order of their names.
fn list(locale: &Locale) -> String {
    let mut codes: Vec<&Code> = CODES.to_vec();
    codes.sort_by_key(|code| code.name);
    let title = |code: &Code| locale.explain(code.name).map_or("", |known| known.title.as_str()).to_owned();
    codes
        .into_iter()
        .map(|code| format!("{}  {:7}  {}\n", code.name, code.severity.word(), title(code)))
        .collect()
}

/// The key of the words for how bad a finding is unless the workspace says otherwise.
fn level(code: &Code) -> &'static str {
    match code.severity {
        Severity::Error => "explain-level-error",
        Severity::Warning => "explain-level-warning",
        Severity::Info => "explain-level-info",
    }
}
