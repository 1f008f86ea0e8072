//! What was found, and what was known and let pass.

use super::{maybe, table, text};
use crate::diagnostic::{Code, Diagnostic, Severity, codes};
use crate::locale::Locale;
use crate::quantity::Lang;
use crate::table::{Cell, Kind, Table};
use crate::workspace::Known;

/// Findings about what no archive holds: other archives, and what is not read. An archive that is made again from its
/// own inputs has no means to find them.
const OUTSIDE: [&Code; 4] =
    [codes::ARCHIVED_CHANGED, codes::ARCHIVE_DAMAGED, codes::ARCHIVE_TWICE, codes::NOT_FOLLOWED];

/// Whether an archive holds findings of a code.
pub(in crate::archive) fn is_held(code: &str) -> bool {
    OUTSIDE.iter().all(|outside| outside.name != code)
}

/// A row per finding with its sentence in each language, then those that are known.
pub(in crate::archive) fn findings(found: &[Diagnostic], known: &[Known], locales: &[Locale]) -> Table {
    let messages: Vec<String> = locales.iter().map(|locale| column("message", locale.lang())).collect();
    let mut columns = vec![
        ("code", Kind::Text),
        ("severity", Kind::Text),
        ("file", Kind::Text),
        ("line", Kind::Count),
        ("column", Kind::Count),
        ("id", Kind::Text),
        ("known", Kind::Flag),
        ("reason", Kind::Text),
    ];
    columns.extend(messages.iter().map(|name| (name.as_str(), Kind::Text)));
    let found = found.iter().filter(|finding| is_held(finding.code.name)).map(|finding| {
        let place = &finding.place;
        let mut cells = vec![
            text(finding.code.name),
            text(severity(finding.severity)),
            text(&place.file),
            Cell::Count(place.line.into()),
            Cell::Count(place.column.into()),
            maybe(finding.id.as_ref()),
            Cell::Flag(false),
            Cell::Missing,
        ];
        cells.extend(locales.iter().map(|locale| text(locale.finding(finding))));
        cells
    });
    let known = known.iter().filter(|known| is_held(&known.code)).map(|known| {
        let mut cells = vec![text(&known.code), Cell::Missing, text(&known.file)];
        cells.extend([Cell::Missing, Cell::Missing, maybe(known.id.as_ref()), Cell::Flag(true)]);
        cells.push(maybe(known.reason.as_ref()));
        cells.extend(locales.iter().map(|_| Cell::Missing));
        cells
    });
    table(&columns, found.chain(known).collect())
}

/// `message_zh_hant`
pub(super) fn column(stem: &str, lang: &Lang) -> String {
    format!("{stem}_{}", lang.tag().to_lowercase().replace('-', "_"))
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}
