//! One finding, and the findings of a pass.

use super::{Code, Place, Severity};

/// A piece of a finding's sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text as it stands: a name, a cell, a number as written.
    Text(String),
    /// A count, worded by the language's plural rules.
    Count(i64),
    /// The key of another message: a term that each language has a word for.
    Term(&'static str),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Arg::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Arg::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

/// A finding: what is wrong and where; worded only when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// How bad it is here: the code's own severity unless the workspace changed it.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What its sentence speaks of, by the names the message uses.
    pub args: Vec<(&'static str, Arg)>,
    /// Which hint of the message goes with it: `help`, or the name of another attribute.
    pub help: Option<&'static str>,
    /// The id of the thing it speaks of, for baselines and scripts.
    pub id: Option<String>,
}

impl Diagnostic {
    /// A finding of a kind at a place.
    pub fn new(code: &'static Code, place: &Place) -> Self {
        let (severity, place) = (code.severity, place.clone());
        Diagnostic { code, severity, place, args: Vec::new(), help: None, id: None }
    }

    /// Names a thing its sentence speaks of.
    #[must_use]
    pub fn with(mut self, name: &'static str, arg: impl Into<Arg>) -> Self {
        self.args.push((name, arg.into()));
        self
    }

    /// Names a thing by the key of its term.
    #[must_use]
    pub fn term(self, name: &'static str, key: &'static str) -> Self {
        self.with(name, Arg::Term(key))
    }

    /// Adds the hint of this name.
    #[must_use]
    pub fn help(mut self, attribute: &'static str) -> Self {
        self.help = Some(attribute);
        self
    }

    /// Hints at the nearest known name where there is one (`.nearest`), else gives the general hint (`.help`).
    #[must_use]
    pub fn nearest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(name) => self.with("nearest", name).help("nearest"),
            None => self.help("help"),
        }
    }

    /// Says whose finding it is.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }
}

/// All findings of a pass.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds one.
    pub fn push(&mut self, finding: Diagnostic) {
        self.0.push(finding);
    }

    /// Adds those of another pass.
    pub fn extend(&mut self, other: Diagnostics) {
        self.0.extend(other.0);
    }

    /// Adds those of another pass that are not there yet.
    pub fn extend_new(&mut self, other: Diagnostics) {
        for finding in other.0 {
            if !self.0.contains(&finding) {
                self.0.push(finding);
            }
        }
    }

    /// The findings, sorted by place.
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|a, b| (&a.place, a.code.name).cmp(&(&b.place, b.code.name)));
        self.0
    }

    /// The findings as they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// The worst severity among them.
    pub fn worst(&self) -> Option<Severity> {
        self.0.iter().map(|finding| finding.severity).max()
    }

    /// Whether one of them is an error.
    pub fn has_errors(&self) -> bool {
        self.worst() == Some(Severity::Error)
    }

    /// Gives the findings of a code another severity, or drops them.
    pub fn relevel(&mut self, code: &str, severity: Option<Severity>) {
        match severity {
            None => self.0.retain(|finding| finding.code.name != code),
            Some(severity) => {
                self.0
                    .iter_mut()
                    .filter(|finding| finding.code.name == code)
                    .for_each(|f| f.severity = severity);
            }
        }
    }

    /// Keeps those alone of which this holds.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Diagnostic> for Diagnostics {
    fn from_iter<I: IntoIterator<Item = Diagnostic>>(findings: I) -> Self {
        Diagnostics(findings.into_iter().collect())
    }
}
