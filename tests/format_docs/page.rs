//! The page of one kind of file.

use std::fmt::Write;

use opsreport::quantity::{Lang, Text};
use opsreport::workspace::{Column, Days, Format, FormatEvidence, Shape};

use crate::rules;

/// The languages of names and notes.
pub(crate) const LANGUAGES: [&str; 2] = ["zh-Hant", "en"];

/// A text in a language.
pub(crate) fn in_lang<'t>(text: &'t Text, lang: &str) -> &'t str {
    text.in_lang(&Lang::new(lang))
}

/// The whole page.
pub(crate) fn page(format: &Format) -> String {
    let [zh, en] = LANGUAGES.map(|lang| in_lang(&format.name, lang));
    let mut page = format!("# {en} · {zh}\n\n`{}` · {}\n", format.id, evidence(format.evidence));
    if let Some(note) = &format.note {
        let [zh, en] = LANGUAGES.map(|lang| in_lang(note, lang));
        // Lines that YAML folds have a space between them, which Chinese has not.
        let _ = write!(page, "\n{en}\n\n{}\n", zh.replace("。 ", "。"));
    }
    section(&mut page, "How it is recognised", &recognised(format));
    section(&mut page, "Days, marketplace, products", &place(format));
    section(&mut page, "Figures", &figures(format));
    section(&mut page, "What is left out, and what replaces what", &rules::rows(format));
    section(&mut page, "Checks", &checks(format));
    section(&mut page, "Known columns", &columns(format));
    page
}

fn section(page: &mut String, title: &str, text: &str) {
    let _ = write!(page, "\n## {title}\n\n{text}");
}

/// How sure it is that real files look so.
pub(crate) fn evidence(evidence: FormatEvidence) -> &'static str {
    match evidence {
        FormatEvidence::Real => "names and traps seen in real files",
        FormatEvidence::Code => "names taken from several programs that read real files",
        FormatEvidence::Thin => "names from a single source: compare the totals of your first file",
        FormatEvidence::Own => "made by its user",
    }
}

/// The English name of a column, or its key.
pub(crate) fn shown(format: &Format, key: &str) -> String {
    let name = format.column(key).and_then(|column| column.names.first());
    format!("`{}`", name.map_or(key, |name| name.trim()))
}

pub(crate) fn list(format: &Format, keys: &[String], joint: &str) -> String {
    keys.iter().map(|key| shown(format, key)).collect::<Vec<_>>().join(joint)
}

fn recognised(format: &Format) -> String {
    let mut text =
        "By its header, wherever it stands within the first 50 lines, in any order of columns:\n\n"
            .to_owned();
    for group in &format.require {
        let _ = writeln!(text, "- {}", list(format, group, " or "));
    }
    if !format.without.is_empty() {
        let _ = write!(text, "\nIt has none of: {}.\n", list(format, &format.without, ", "));
    }
    if !format.preamble.is_empty() {
        let starts: Vec<String> = format.preamble.iter().map(|start| format!("`{start}`")).collect();
        let _ = write!(text, "\nA line above the header begins with {}.\n", starts.join(" or "));
    }
    if format.spaced {
        text.push_str("\nA file with names such as `campaignName` comes from a programming interface and is another kind.\n");
    }
    text
}

fn place(format: &Format) -> String {
    let days: Vec<String> = format.days.iter().map(|days| way(format, days)).collect();
    let mut text = format!("- Days: {}.\n", days.join("; else "));
    let keys = &format.keys;
    let marketplace = match keys.marketplace.as_slice() {
        [] => "the path of the file, such as `results/US/2026-10/`".to_owned(),
        columns => format!("{}; where that is empty, the path of the file", list(format, columns, ", else ")),
    };
    let _ = writeln!(text, "- Marketplace: {marketplace}.");
    let named = [("Currency", &keys.currency), ("SKU", &keys.sku), ("ASIN", &keys.asin)];
    for (name, columns) in named.into_iter().filter(|(_, columns)| !columns.is_empty()) {
        let _ = writeln!(text, "- {name}: {}.", list(format, columns, ", else "));
    }
    for (name, columns) in &keys.tags {
        let _ = writeln!(text, "- Dimension `{name}`: {}.", list(format, columns, " and "));
    }
    text
}

fn way(format: &Format, days: &Days) -> String {
    match days {
        Days::Date(column) => format!("the day in {}", shown(format, column)),
        Days::Week(column) => format!("the week that begins with {}", shown(format, column)),
        Days::Month(column) => format!("the month in {}", shown(format, column)),
        Days::Span(from, to) => format!("from {} to {}", shown(format, from), shown(format, to)),
        Days::Range(column) => format!("both days in {}", shown(format, column)),
        Days::Nth(column) => {
            format!("the number of days in {} after the first day of the file", shown(format, column))
        }
        Days::File => {
            "the lines above the header, the path of the file, or its name: one period for all rows"
                .to_owned()
        }
        Days::Snapshot => {
            "the last day that the lines above the header, the path of the file or its name give".to_owned()
        }
    }
}

fn figures(format: &Format) -> String {
    if format.open {
        return "Each further column is the measure of its name, or a dimension that a measure names in `grains:`. A file \
            goes without products where none of its measures is known by them.\n"
            .to_owned();
    }
    let reports: Vec<String> = format.reports.iter().map(|report| format!("`{report}`")).collect();
    let mut text = format!(
        "Measures name them as `from: {{file: {}, column: FIGURE}}`{}.\n\n| figure | feeds | what is counted |\n| --- | --- | --- |\n",
        format.id,
        if reports.is_empty() {
            String::new()
        } else {
            format!("; instead of the kind also {}", reports.join(" or "))
        },
    );
    for figure in &format.figures {
        let feeds = match figure.measure.as_deref() {
            None => format!("`{}`", figure.id),
            Some("none") => "only measures that ask for it".to_owned(),
            Some(measure) => format!("`{measure}`"),
        };
        let _ = writeln!(text, "| `{}` | {feeds} | {} |", figure.id, rules::counted(format, figure));
    }
    if format.figures.is_empty() {
        text.push_str("| – | – | nothing of itself |\n");
    }
    text.push_str(
        "\nEach further column of whole numbers, numbers or amounts can be asked for by its key below.\n",
    );
    let _ = write!(
        text,
        "\nLane `{}`, rank {}: of files that tell the same story the smallest rank is taken.\n",
        format.lane, format.rank
    );
    text
}

fn checks(format: &Format) -> String {
    let checks: Vec<String> = format.checks.iter().map(|check| rules::check(format, check)).collect();
    match checks.as_slice() {
        [] => "None: the file says nothing twice.\n".to_owned(),
        _ => checks.concat(),
    }
}

fn columns(format: &Format) -> String {
    let mut text = "| key | holds | names in files |\n| --- | --- | --- |\n".to_owned();
    for column in &format.columns {
        let _ = writeln!(text, "| `{}` | {} | {} |", column.key, holds(column.shape), names(column));
    }
    text + &words(format)
}

/// The known words of enumerations, by their groups.
fn words(format: &Format) -> String {
    let mut text = String::new();
    for column in format.columns.iter().filter(|column| !column.words.is_empty()) {
        let _ = write!(
            text,
            "\nWords of {}; others are listed in the import log:\n\n",
            shown(format, &column.key)
        );
        for (group, words) in &column.words {
            let words: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
            let _ = writeln!(text, "- `{group}`: {}", words.join(" · "));
        }
    }
    text
}

fn names(column: &Column) -> String {
    let all: Vec<String> =
        column.names.iter().map(|name| format!("`{}`", name.trim().replace('|', "\\|"))).collect();
    let above: Vec<String> = column.above.iter().map(|name| format!("`{name}`")).collect();
    match (column.join.as_slice(), above.is_empty()) {
        ([], true) => all.join(" · "),
        ([], false) => format!("{}; else {} above the header", all.join(" · "), above.join(" · ")),
        (parts, _) => format!("none: made of `{}`", parts.join("` and `")),
    }
}

fn holds(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "words",
        Shape::Id => "an id",
        Shape::Count => "a whole number",
        Shape::Number => "a number",
        Shape::Money => "an amount",
        Shape::Percent => "a percentage",
        Shape::Points => "a percentage without its sign",
        Shape::Ratio => "a ratio",
        Shape::Day => "a day",
        Shape::Range => "two days",
    }
}
