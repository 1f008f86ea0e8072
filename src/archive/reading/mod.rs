//! The reading copy of an archive: a source for Typst, which sets a PDF of it.
//!
//! The source is a fixed preamble and data: every text is a string of Typst's language and nothing else, so that no
//! word that people wrote is ever read as markup.

mod quoted;

use crate::compose::{Chapter, Passage, Reading};
use crate::quantity::{Day, Lang};
use crate::site::{Cell, Column, ColumnKind, Fact, Rich, Row, Table};

use quoted::{list, quoted};

/// Where the source lies, below `data/`.
pub(super) const SOURCE: &str = "reading/report.typ";
/// Where the PDF lies, below `data/`.
pub(super) const PDF: &str = "reading/report.pdf";

const PREAMBLE: &str = include_str!("preamble.typ");

/// The source of a PDF with one edition after the other, archived on this day.
pub(super) fn source(readings: &[Reading], day: Day) -> String {
    let (title, company) =
        readings.first().map_or(("", ""), |first| (first.title.as_str(), first.company.as_str()));
    let date = format!("datetime(year: {}, month: {}, day: {})", day.year(), day.month(), day.day());
    let document = format!(
        "#set document(title: {}, author: {}, date: {date})\n",
        quoted(&format!("{company} · {title}")),
        quoted(company)
    );
    let editions: String = readings.iter().map(edition).collect();
    format!("{PREAMBLE}\n{document}{editions}")
}

fn edition(reading: &Reading) -> String {
    let (lang, region) = place(&reading.lang);
    let fields = [
        ("lang", quoted(lang)),
        ("region", region.map_or_else(|| "none".to_owned(), quoted)),
        ("company", quoted(&reading.company)),
        ("title", quoted(&reading.title)),
        ("message", quoted(&reading.message)),
        ("on", quoted(&reading.on)),
        ("notices", list(reading.notices.iter().map(|notice| quoted(notice)))),
        ("about", facts(&reading.about)),
        ("chapters", list(reading.chapters.iter().map(chapter))),
    ];
    format!("\n#edition({})\n", dictionary(&fields))
}

/// A language and its region as Typst names them: the region that is said, else that of the script.
fn place(lang: &Lang) -> (&str, Option<&str>) {
    let mut parts = lang.tag().split('-');
    let own = parts.next().unwrap_or_default();
    let said = parts.clone().find(|part| part.len() == 2);
    let of_script = parts.find_map(|part| match part {
        "Hant" => Some("TW"),
        "Hans" => Some("CN"),
        _ => None,
    });
    (own, said.or(of_script))
}

fn dictionary(fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(name, value)| format!("{name}: {value}")).collect();
    format!("({})", fields.join(", "))
}

fn chapter(chapter: &Chapter) -> String {
    let passages = list(chapter.passages.iter().map(passage));
    format!("\n{}", dictionary(&[("heading", quoted(&chapter.heading)), ("passages", passages)]))
}

fn passage(passage: &Passage) -> String {
    let (kind, value) = match passage {
        Passage::Heading(words) => ("heading", quoted(words)),
        Passage::Words(words) => ("words", quoted(words)),
        Passage::Facts(named) => ("facts", facts(named)),
        Passage::Table(of) => ("table", table(of)),
        Passage::Tables(all) => ("tables", list(all.iter().map(table))),
    };
    format!("\n{}", dictionary(&[("kind", quoted(kind)), ("value", value)]))
}

fn facts(facts: &[Fact]) -> String {
    list(facts.iter().map(|fact| list([quoted(&fact.name.text), quoted(&fact.value.plain())])))
}

fn table(table: &Table) -> String {
    dictionary(&[
        ("caption", quoted(&table.caption.text)),
        ("note", quoted(&table.note.as_ref().map(Rich::plain).unwrap_or_default())),
        ("columns", list(table.columns.iter().map(column))),
        ("rows", list(table.rows.iter().map(row))),
    ])
}

fn column(column: &Column) -> String {
    let kind = match column.kind {
        ColumnKind::Text => "text",
        ColumnKind::Status => "state",
        ColumnKind::Number => "number",
        ColumnKind::Date | ColumnKind::Name => "name",
    };
    list([quoted(&column.head.text), quoted(kind)])
}

fn row(row: &Row) -> String {
    let cells = list(row.cells.iter().map(cell));
    format!("\n{}", dictionary(&[("total", row.total.to_string()), ("cells", cells)]))
}

/// What a cell says, and what it says smaller below.
fn cell(cell: &Cell) -> String {
    let sub = cell.sub.iter().map(|sub| sub.text.clone());
    let mut lines: Vec<String> = sub.chain(cell.lines.iter().map(Rich::plain)).collect();
    lines.retain(|line| !line.is_empty());
    let own = match cell.words.text.as_str() {
        "" => std::mem::take(&mut lines),
        words => vec![words.to_owned()],
    };
    list([own, lines].map(|lines| list(lines.iter().map(|line| quoted(line)))))
}

#[cfg(test)]
mod tests;
