//! The manual of findings: the list of codes, and a page for the codes of each letter.

use std::collections::BTreeMap;

use super::has;
use super::parts::{Head, linked, row, section, table};
use crate::compose::answer::Answers;
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::diagnostic::{CODES, Code, Severity};
use crate::locale::Explanation;
use crate::markup::{Source, blocks};
use crate::site::{Block, Cell, ColumnKind, LinkLine, Links, Row, Section, Target};

/// The list, and a page for each letter.
pub(crate) fn sheets(desk: &Desk<'_>) -> Vec<Sheet> {
    if !has(desk, &Route::FindingList) {
        return Vec::new();
    }
    let letters = letters();
    let pages = letters.iter().map(|(letter, codes)| letter_sheet(desk, letter, codes));
    std::iter::once(list(desk, &letters)).chain(pages).collect()
}

/// The codes of each letter, in the order of their names.
fn letters() -> BTreeMap<&'static str, Vec<&'static Code>> {
    let mut letters: BTreeMap<&str, Vec<&Code>> = BTreeMap::new();
    for code in CODES.iter().copied() {
        letters.entry(&code.name[..1]).or_default().push(code);
    }
    letters.values_mut().for_each(|codes| codes.sort_by_key(|code| code.name));
    letters
}

fn list(desk: &Desk<'_>, letters: &BTreeMap<&str, Vec<&Code>>) -> Sheet {
    let line = |(letter, codes): (&&str, &Vec<&Code>)| LinkLine {
        link: desk.link(group(desk, letter), &Route::Findings((*letter).to_owned())),
        about: None,
        aside: span(codes).into(),
    };
    Sheet {
        route: Route::FindingList,
        title: desk.say("findings-title").into(),
        eyebrow: vec![desk.say("method-title").into()],
        headline: desk.fill("findings-headline", &[("count", CODES.len().into())]).into(),
        lede: Some(desk.say("findings-lede").into()),
        blocks: vec![Links { lines: letters.iter().map(line).collect() }.into()],
    }
}

/// "A001 – A018"
fn span(codes: &[&Code]) -> String {
    match (codes.first(), codes.last()) {
        (Some(first), Some(last)) if first != last => format!("{} – {}", first.name, last.name),
        (Some(only), _) => only.name.to_owned(),
        _ => String::new(),
    }
}

/// What the codes of a letter are about.
fn group(desk: &Desk<'_>, letter: &str) -> String {
    desk.say(&format!("codes-{letter}"))
}

fn letter_sheet(desk: &Desk<'_>, letter: &str, codes: &[&Code]) -> Sheet {
    let route = Route::Findings(letter.to_owned());
    let rows = codes.iter().map(|code| line(desk, code)).collect();
    let heads: [Head; 3] = [
        ("head-code", ColumnKind::Text),
        ("head-finding", ColumnKind::Text),
        ("head-severity", ColumnKind::Text),
    ];
    let overview =
        section(desk, "findings-overview", vec![table(desk, "findings-overview", &heads, rows).into()]);
    let explained = codes.iter().map(|code| explained(desk, code, &route));
    let errors = codes.iter().filter(|code| severity(desk, code) == Some(Severity::Error)).count();
    let args =
        [("group", group(desk, letter).into()), ("count", codes.len().into()), ("errors", errors.into())];
    Sheet {
        title: group(desk, letter).into(),
        eyebrow: vec![desk.say("findings-title").into()],
        headline: desk.fill("findings-letter", &args).into(),
        lede: None,
        blocks: std::iter::once(overview).chain(explained).collect(),
        route,
    }
}

/// A code, what it finds in a few words, and how bad that is here.
fn line(desk: &Desk<'_>, code: &Code) -> Row {
    let here = Target::Here { fragment: code.name.to_lowercase() };
    let title = explanation(desk, code).title;
    row(vec![linked(code.name, here), Cell::new(title), Cell::new(level(desk, code))])
}

/// How bad a finding is, as this workspace has it; nothing when it is not looked for.
fn severity(desk: &Desk<'_>, code: &Code) -> Option<Severity> {
    let levels = &desk.workspace.config.lint.levels;
    let own = levels.iter().rfind(|(name, _)| name.value == code.name).map(|(_, level)| *level);
    own.unwrap_or(Some(code.severity))
}

/// The same in words.
fn level(desk: &Desk<'_>, code: &Code) -> String {
    desk.say(match severity(desk, code) {
        Some(Severity::Error) => "level-error",
        Some(Severity::Warning) => "level-warning",
        Some(Severity::Info) => "level-info",
        None => "level-off",
    })
}

fn explanation(desk: &Desk<'_>, code: &Code) -> Explanation {
    desk.locale.explain(code.name).cloned().unwrap_or_default()
}

/// What a code finds, why that matters, what causes it and how to mend it.
fn explained(desk: &Desk<'_>, code: &Code, route: &Route) -> Block {
    let Explanation { title, what, why, fix, example } = explanation(desk, code);
    let example_of = if example.file.is_empty() { String::new() } else { format!(" `{}`", example.file) };
    let text = format!(
        "{what}\n\n**{}** {why}\n\n**{}**{example_of}\n\n```{}\n{}```\n\n**{}** {fix}\n",
        desk.say("explain-why"),
        desk.say("explain-example"),
        example.kind,
        example.text,
        desk.say("explain-fix"),
    );
    let page = desk.path(route);
    let source = Source { text: &text, file: code.name.into(), first_line: 1, page: &page, lang: None };
    let (blocks, _) = blocks(&source, &Answers::new(*desk, *desk));
    let heading = format!("{} {title}", code.name).into();
    Section { id: code.name.to_lowercase(), heading, blocks, ..Section::default() }.into()
}
