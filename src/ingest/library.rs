//! All formats that a workspace knows, ready for lookups.

use std::collections::HashMap;
use std::sync::Arc;

use super::builtin::builtin;
use super::reader::header::normalise;
use crate::diagnostic::{Diagnostic, Diagnostics, codes, nearest};
use crate::workspace::{Aliases, Column, Format, Workspace};

/// All formats that a workspace knows.
#[derive(Clone, Debug)]
pub(super) struct Library {
    entries: Vec<Entry>,
}

/// A format with its names in the form they are compared in.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub(super) format: Arc<Format>,
    /// The place of the column that has a name.
    by_form: HashMap<String, usize>,
}

impl Library {
    /// The formats that opsreport brings along, with the workspace's further names; one of the workspace's own
    /// with the same id takes the place of such a format.
    pub(super) fn of(workspace: &Workspace) -> (Self, Diagnostics) {
        let own = workspace.formats.iter().cloned().map(Arc::new);
        let replaced = |format: &Arc<Format>| workspace.formats.iter().any(|own| own.id == format.id);
        let usual = builtin().iter().filter(|format| !replaced(format)).cloned();
        let mut formats: Vec<Arc<Format>> = own.chain(usual).collect();
        let mut findings = Diagnostics::default();
        for aliases in &workspace.aliases {
            add_aliases(&mut formats, aliases, &mut findings);
        }
        (Library::new(formats), findings)
    }

    /// These formats.
    pub(super) fn new(formats: Vec<Arc<Format>>) -> Self {
        Library { entries: formats.into_iter().map(Entry::new).collect() }
    }

    /// The formats.
    pub(super) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter()
    }

    /// The format of this id.
    pub(super) fn named(&self, id: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.format.id == id)
    }

    /// The formats that a measure may mean by this name.
    pub(super) fn called<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Format> {
        self.entries.iter().map(|entry| &*entry.format).filter(move |format| format.is_called(name))
    }

    /// How many of these names, in the form they are compared in, some format knows: the more, the likelier a text was decoded rightly.
    pub(super) fn score(&self, forms: &[String]) -> usize {
        let known = |entry: &Entry| forms.iter().filter(|form| entry.by_form.contains_key(*form)).count();
        self.entries.iter().map(known).max().unwrap_or(0)
    }
}

impl Entry {
    fn new(format: Arc<Format>) -> Self {
        let mut by_form = HashMap::new();
        for (at, column) in format.columns.iter().enumerate() {
            for name in &column.names {
                by_form.entry(normalise(name)).or_insert(at);
            }
        }
        Entry { format, by_form }
    }

    /// The place of the column of this name.
    pub(super) fn column_at(&self, form: &str) -> Option<usize> {
        self.by_form.get(form).copied()
    }
}

fn add_aliases(formats: &mut [Arc<Format>], aliases: &Aliases, findings: &mut Diagnostics) {
    let names: Vec<String> = formats.iter().map(|format| format.id.clone()).collect();
    let Some(format) = formats.iter_mut().find(|format| format.id == aliases.format) else {
        let names = names.iter().map(String::as_str);
        findings.push(unknown(aliases, &aliases.format, names));
        return;
    };
    let format = Arc::make_mut(format);
    for (key, more) in &aliases.columns {
        match column_mut(format, key) {
            Some(column) => column.names.extend(more.iter().cloned()),
            None => findings.push(unknown_column(aliases, key, format)),
        }
    }
    for (key, group, more) in &aliases.words {
        match column_mut(format, key) {
            Some(column) => add_words(column, group, more),
            None => findings.push(unknown_column(aliases, key, format)),
        }
    }
}

fn column_mut<'f>(format: &'f mut Format, key: &str) -> Option<&'f mut Column> {
    format.columns.iter_mut().find(|column| column.key == key)
}

fn add_words(column: &mut Column, group: &str, more: &[String]) {
    match column.words.iter_mut().find(|(name, _)| name == group) {
        Some((_, words)) => words.extend(more.iter().cloned()),
        None => column.words.push((group.to_owned(), more.to_vec())),
    }
}

fn unknown_column(aliases: &Aliases, key: &str, format: &Format) -> Diagnostic {
    unknown(aliases, key, format.columns.iter().map(|column| column.key.as_str()))
}

fn unknown<'a>(aliases: &Aliases, name: &str, known: impl Iterator<Item = &'a str> + Clone) -> Diagnostic {
    let finding = Diagnostic::new(codes::UNKNOWN_WORD, &aliases.place).with("value", name.to_owned());
    let list: Vec<&str> = known.clone().collect();
    finding.with("known", list.join(", ")).nearest(nearest(name, known))
}
