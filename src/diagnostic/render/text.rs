//! Findings for people: place, sentence, the line with a caret, and what to do.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::View;
use super::excerpt::excerpt;
use super::source::Sources;
use crate::diagnostic::{Diagnostic, Place, Severity};

/// The findings as text, a blank line after each.
pub fn text(findings: &[Diagnostic], view: &View<'_>) -> String {
    let mut sources = Sources::new(view.world);
    findings.iter().map(|finding| one(finding, view, &mut sources)).collect()
}

fn one(finding: &Diagnostic, view: &View<'_>, sources: &mut Sources<'_>) -> String {
    let mut text = headline(finding, view);
    text.extend(snippet(finding, view, sources));
    if let Some(help) = view.help(finding) {
        text.push_str(&format!("{}: {help}\n", paint("help", "1;36", view.color)));
    }
    text.push('\n');
    text
}

/// `content/company.yaml:31:18: error[G002]: …`
fn headline(finding: &Diagnostic, view: &View<'_>) -> String {
    let place = &finding.place;
    let point = if place.line > 0 { format!(":{}:{}", place.line, place.column) } else { String::new() };
    let kind = format!("{}[{}]", finding.severity.word(), finding.code.name);
    let kind = paint(&kind, color(finding.severity), view.color);
    format!("{}{point}: {kind}: {}\n", view.path(place), view.message(finding))
}

fn snippet(finding: &Diagnostic, view: &View<'_>, sources: &mut Sources<'_>) -> Option<String> {
    let place = &finding.place;
    let line = if place.line > 0 { sources.line(&place.file, place.line)? } else { return None };
    let shown = excerpt(&line, columns(place, &line));
    let marked = AnnotationKind::Primary.span(shown.marked);
    let source = Snippet::source(shown.text).line_start(place.line as usize).annotation(marked);
    let renderer = if view.color { Renderer::styled() } else { Renderer::plain() };
    // What is too long was cut already, around the caret.
    let report = renderer.term_width(400).render(&[Group::with_level(level(finding)).element(source)]);
    Some(format!("{report}\n"))
}

/// The marked columns of the first line; to its end where the place goes on.
fn columns(place: &Place, line: &str) -> std::ops::Range<usize> {
    let end = if place.end_line > place.line { line.chars().count() + 1 } else { place.end_column as usize };
    place.column as usize..end
}

fn level(finding: &Diagnostic) -> Level<'static> {
    match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    }
}

/// The colour of a severity, as a terminal's code.
fn color(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "1;31",
        Severity::Warning => "1;33",
        Severity::Info => "1;34",
    }
}

fn paint(text: &str, code: &str, color: bool) -> String {
    if color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
}
