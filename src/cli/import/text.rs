//! A file for people: what it is, in lines that line up.

use unicode_width::UnicodeWidthStr;

use super::mapping;
use crate::cli::shell::Shell;
use crate::diagnostic::render::safe;
use crate::diagnostic::{Arg, Diagnostic, codes};
use crate::facts::{Check, FileTotal, ImportedFile, Unmapped};
use crate::ingest::Inspection;
use crate::locale::Locale;
use crate::quantity::{Ratio, Text};

/// How many refused cells are shown one by one.
const SHOWN: usize = 20;
/// How many names of columns or SKUs are shown one by one.
const NAMES: usize = 12;

/// The words and colours to write with.
pub(super) struct Ink<'a> {
    locale: &'a Locale,
    color: bool,
}

const GOOD: &str = "32";
const BAD: &str = "1;31";
const DOUBT: &str = "1;33";
const STRONG: &str = "1";

impl<'a> Ink<'a> {
    pub(super) fn new(shell: &'a Shell) -> Self {
        Ink { locale: &shell.locale, color: shell.color_out }
    }

    fn say(&self, key: &str) -> String {
        self.locale.text(key)
    }

    fn fill(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.locale.fill(key, args)
    }

    /// `Business report by ASIN (amazon.business_report.asin)`
    fn named(&self, kind: &str, name: Option<&Text>) -> String {
        match name.map(|name| name.get(self.locale.lang()).0).filter(|name| *name != kind) {
            Some(name) => format!("{} ({})", safe(name), safe(kind)),
            None => safe(kind),
        }
    }

    fn paint(&self, text: &str, code: &str) -> String {
        if self.color { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// A label and the lines beside it.
struct Entry {
    label: &'static str,
    lines: Vec<String>,
}

/// The file in a few lines.
pub(super) fn print(read: &Inspection, ink: &Ink<'_>) -> String {
    let mut text = format!("{}\n", ink.paint(&safe(&read.file.path), STRONG));
    let entries = entries(read, ink);
    let labels: Vec<String> = entries.iter().map(|entry| ink.say(entry.label)).collect();
    let width = labels.iter().map(|label| label.width()).max().unwrap_or_default();
    for (entry, label) in entries.iter().zip(&labels) {
        for (at, line) in entry.lines.iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            text.push_str(&format!("  {label}{}  {line}\n", " ".repeat(width - label.width())));
        }
    }
    text
}

fn entries(read: &Inspection, ink: &Ink<'_>) -> Vec<Entry> {
    let file = &read.file;
    let all = [
        ("import-kind", vec![kind(read, ink)]),
        ("import-nearest", nearest(read, ink)),
        ("import-period", period(read, ink)),
        ("import-marketplace", marketplace(read, ink)),
        ("import-rows", rows(file, ink)),
        ("import-form", vec![form(file, ink)]),
        ("import-totals", totals(&file.totals, ink)),
        ("import-checks", file.checks.iter().map(|check| self::check(check, ink)).collect()),
        (if file.kind.is_some() { "import-refused" } else { "import-why" }, refused(file, ink)),
        ("import-left-out", left_out(file, ink)),
        ("import-unknown", names(&file.unknown_columns, ink)),
        ("import-unmapped", unmapped(&file.unmapped, ink)),
        ("import-notes", notes(read, ink)),
        ("import-home", home(read)),
        ("import-help", help(read, ink)),
    ];
    let filled = all.into_iter().filter(|(_, lines)| !lines.is_empty());
    filled.map(|(label, lines)| Entry { label, lines }).collect()
}

fn kind(read: &Inspection, ink: &Ink<'_>) -> String {
    match read.file.kind.as_deref() {
        None => ink.paint(&ink.say("kind-unknown"), BAD),
        Some(kind) => ink.named(kind, read.names.0.as_ref()),
    }
}

fn nearest(read: &Inspection, ink: &Ink<'_>) -> Vec<String> {
    let file = &read.file;
    let Some(near) = file.nearest.as_ref().filter(|_| file.kind.is_none()) else { return Vec::new() };
    let missing = safe(&near.missing.join(&ink.say("list-comma")));
    vec![
        ink.named(&near.kind, read.names.1.as_ref()),
        ink.fill("import-missing", &[("missing", missing.into())]),
    ]
}

fn period(read: &Inspection, ink: &Ink<'_>) -> Vec<String> {
    match read.file.period {
        Some(period) => vec![ink.locale.span(period)],
        None if read.lacks.contains(&"period") => vec![ink.paint(&ink.say("import-no-period"), DOUBT)],
        None => Vec::new(),
    }
}

fn marketplace(read: &Inspection, ink: &Ink<'_>) -> Vec<String> {
    let places = read.file.marketplaces.iter().map(|id| safe(id.as_str()));
    let currencies = read.file.currencies.iter().map(ToString::to_string);
    let all = [places.collect::<Vec<_>>().join(" "), currencies.collect::<Vec<_>>().join(" ")];
    let said: Vec<String> = all.into_iter().filter(|part| !part.is_empty()).collect();
    if read.file.marketplaces.is_empty() && read.lacks.contains(&"marketplace") {
        return [said, vec![ink.paint(&ink.say("import-no-marketplace"), DOUBT)]].concat();
    }
    if said.is_empty() { said } else { vec![said.join(" · ")] }
}

/// `1,234, 2 refused, 3 in newer files`
fn rows(file: &ImportedFile, ink: &Ink<'_>) -> Vec<String> {
    if file.kind.is_none() {
        return Vec::new();
    }
    let number = |n: usize| Arg::from(ink.locale.integer(n as i128));
    let read = ink.fill("import-rows-read", &[("rows", number(file.rows))]);
    let refused = || ink.fill("import-rows-refused", &[("refused", number(file.refused_rows))]);
    let known = || ink.fill("import-rows-known", &[("duplicates", number(file.duplicates))]);
    let refused = (file.refused_rows > 0).then(|| ink.paint(&refused(), BAD));
    let known = (file.duplicates > 0).then(known);
    let parts = [Some(read), refused, known].into_iter().flatten();
    vec![parts.collect::<Vec<_>>().join(&ink.say("list-comma"))]
}

/// `utf-8, comma, header on line 9`
fn form(file: &ImportedFile, ink: &Ink<'_>) -> String {
    let delimiter = file.delimiter.map(|mark| match mark {
        ',' => ink.say("import-comma"),
        '\t' => ink.say("import-tab"),
        ';' => ink.say("import-semicolon"),
        other => safe(&other.to_string()),
    });
    let line = file.header_line;
    let header = line.map(|line| ink.fill("import-header", &[("line", line.to_string().into())]));
    let sheet = file.sheet.as_ref().map(|name| ink.fill("import-sheet", &[("name", safe(name).into())]));
    let lost = (file.replacement_chars > 0)
        .then(|| ink.paint(&ink.fill("import-lost", &[("count", file.replacement_chars.into())]), DOUBT));
    let parts = [Some(file.encoding.to_owned()), delimiter, sheet, header, lost];
    parts.into_iter().flatten().collect::<Vec<_>>().join(&ink.say("list-comma"))
}

/// A line per sum: names to the left, amounts under each other.
fn totals(totals: &[FileTotal], ink: &Ink<'_>) -> Vec<String> {
    let amounts: Vec<String> = totals.iter().map(|total| amount(total, ink)).collect();
    let names: Vec<String> = totals.iter().map(|total| safe(total.measure.as_str())).collect();
    let widest = |texts: &[String]| texts.iter().map(|text| text.width()).max().unwrap_or_default();
    let (left, right) = (widest(&names), widest(&amounts));
    let line = |((name, amount), total): ((&String, &String), &FileTotal)| {
        let currency = total.currency.map_or_else(String::new, |currency| format!(" {currency}"));
        let space = " ".repeat(left + right - name.width() - amount.width());
        format!("{name}  {space}{amount}{currency}")
    };
    names.iter().zip(&amounts).zip(totals).map(line).collect()
}

fn amount(total: &FileTotal, ink: &Ink<'_>) -> String {
    let digits = total.amount.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits = u32::try_from(digits).unwrap_or(0);
    let written = |amount: Ratio| ink.locale.decimal(&amount, digits);
    Ratio::parse(&total.amount).map_or_else(|| total.amount.clone(), written)
}

fn check(check: &Check, ink: &Ink<'_>) -> String {
    let mark = if check.ok { ink.paint("✓", GOOD) } else { ink.paint("✗", BAD) };
    let args = [
        ("check", safe(&ink.locale.check(&check.id)).into()),
        ("expected", safe(&check.expected).into()),
        ("found", safe(&check.found).into()),
    ];
    let words = ink.fill(if check.ok { "import-check-holds" } else { "import-check-fails" }, &args);
    format!("{mark} {words}")
}

/// `12:5: “x” in column … is not …`
fn refused(file: &ImportedFile, ink: &Ink<'_>) -> Vec<String> {
    let line = |refusal: &crate::facts::Refusal| {
        let words = safe(&ink.locale.finding(&refusal.finding));
        match refusal.line {
            0 => words,
            line => format!("{}: {words}", ink.paint(&format!("{line}:{}", refusal.column), BAD)),
        }
    };
    let mut lines: Vec<String> = file.refused.iter().take(SHOWN).map(line).collect();
    let more = file.refused.len().max(file.refused_rows).saturating_sub(SHOWN);
    lines.extend((more > 0).then(|| ink.fill("import-more", &[("count", more.into())])));
    lines
}

fn left_out(file: &ImportedFile, ink: &Ink<'_>) -> Vec<String> {
    let line = |left: &crate::facts::LeftOut| {
        ink.fill(
            "import-left-out-rows",
            &[("reason", safe(&ink.locale.reason(&left.reason)).into()), ("rows", left.rows.into())],
        )
    };
    file.left_out.iter().map(line).collect()
}

fn names(names: &[String], ink: &Ink<'_>) -> Vec<String> {
    let shown: Vec<String> = names.iter().take(NAMES).map(|name| safe(name)).collect();
    let more = names.len().saturating_sub(NAMES);
    let more = (more > 0).then(|| ink.fill("import-more", &[("count", more.into())]));
    let list = shown.join(&ink.say("list-comma"));
    [Some(list).filter(|list| !list.is_empty()), more].into_iter().flatten().collect()
}

fn unmapped(unmapped: &[Unmapped], ink: &Ink<'_>) -> Vec<String> {
    let share: Option<Ratio> = unmapped.iter().map(|one| one.share.clone()).sum();
    let all: Vec<String> = unmapped.iter().map(|one| one.name.clone()).collect();
    let mut lines = names(&all, ink);
    if let Some(share) = share.filter(|_| !unmapped.is_empty()) {
        let share = ink.locale.percent(&share, 1);
        lines.push(ink.paint(&ink.fill("import-unmapped-share", &[("share", share.into())]), DOUBT));
    }
    lines
}

/// What else was found, that no line above says.
fn notes(read: &Inspection, ink: &Ink<'_>) -> Vec<String> {
    let told = [codes::UNKNOWN_COLUMN, codes::UNKNOWN_SKU, codes::MORE_REFUSED, codes::NO_PERIOD];
    let refused = |finding: &Diagnostic| read.file.refused.iter().any(|refusal| refusal.finding == *finding);
    let others = read.findings.iter().filter(|finding| !told.contains(&finding.code) && !refused(finding));
    others.map(|finding| safe(&ink.locale.finding(finding))).collect()
}

/// Where it would be filed.
fn home(read: &Inspection) -> Vec<String> {
    read.home.iter().filter(|_| read.file.kind.is_some()).map(|path| safe(path)).collect()
}

/// What to do about a file that is not recognised.
fn help(read: &Inspection, ink: &Ink<'_>) -> Vec<String> {
    if read.file.kind.is_some() {
        return Vec::new();
    }
    let hints = read.findings.iter().filter_map(|finding| ink.locale.finding_help(finding));
    let mut lines: Vec<String> = hints.map(|hint| safe(&hint)).collect();
    if !read.header.is_empty() {
        lines.push(ink.say("import-mapping"));
        lines.extend(mapping::sketch(&read.header).iter().map(|line| format!("  {}", safe(line))));
    }
    lines
}
