//! The baseline: findings that are known and let pass, in the file that `lint: {baseline: …}` names.
//!
//! A finding is known again by its code, its file and the id of the thing it speaks of: never by its words or its
//! line, which change when something else is mended.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{CODES, Diagnostic, Diagnostics, Place, codes};
use crate::world::World;

use super::load::bytes;
use super::read::{Context, Fields, Read};
use super::yaml::{self, Node};
use super::{At, Config};

/// A finding that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its code.
    pub code: String,
    /// The file that causes it, from the workspace's root.
    pub file: String,
    /// The id of the thing it speaks of; nothing for findings that speak of none.
    pub id: Option<String>,
    /// Why it is let pass.
    pub reason: Option<String>,
    /// Where it is written.
    pub place: Place,
}

impl Known {
    /// Whether it is this finding.
    pub fn is(&self, finding: &Diagnostic) -> bool {
        self.code == finding.code.name && *self.file == *finding.place.file && self.id == finding.id
    }

    /// What is said of it when nothing of the kind is found any more.
    pub fn stale(&self) -> Diagnostic {
        let finding = Diagnostic::new(codes::STALE_KNOWN, &self.place).with("code", self.code.as_str());
        let finding = finding.with("file", self.file.as_str()).help("help");
        match &self.id {
            Some(id) => finding.about(id.as_str()),
            None => finding,
        }
    }

    /// A finding as a known one, without a reason.
    fn of(finding: &Diagnostic) -> Self {
        let (code, file) = (finding.code.name.to_owned(), finding.place.file.to_string());
        let (id, place) = (finding.id.clone(), finding.place.clone());
        Known { code, file, id, reason: None, place }
    }

    /// Its line in the baseline.
    fn line(&self) -> String {
        let fields = [("id", &self.id), ("reason", &self.reason)];
        let more = fields.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?)));
        let more: String = more.map(|(key, value)| format!(", {key}: {}", quoted(value))).collect();
        format!("- {{code: {}, file: {}{more}}}\n", self.code, quoted(&self.file))
    }
}

/// The text of a baseline: what is known and still found, and what is found now, each once.
pub fn baseline_text<'a>(known: impl IntoIterator<Item = &'a Known>, found: &Diagnostics) -> String {
    let mut lines: BTreeMap<(String, String, Option<String>), String> = BTreeMap::new();
    let own = [codes::STALE_KNOWN, codes::MISSING_BASELINE];
    let found = found.iter().filter(|finding| !own.contains(&finding.code)).map(Known::of);
    for entry in known.into_iter().cloned().chain(found) {
        let line = entry.line();
        lines.entry((entry.file, entry.code, entry.id)).or_insert(line);
    }
    let lines: BTreeSet<String> = lines.into_values().collect();
    let start = "# Findings that are known and let pass; each may have a reason.\nknown:";
    if lines.is_empty() { format!("{start} []\n") } else { format!("{start}\n{}", String::from_iter(lines)) }
}

/// A text in double quotes, which YAML reads as JSON does.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// Reads the baseline that the configuration names; what is not in order is a finding.
pub(super) fn read(world: &dyn World, config: Option<&Config>, cx: &mut Context) -> Vec<Known> {
    let Some(At { value: file, place }) = config.and_then(|config| config.lint.baseline.as_ref()) else {
        return Vec::new();
    };
    if world.read(file).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound) {
        let finding = Diagnostic::new(codes::MISSING_BASELINE, place).with("file", file.as_str());
        cx.findings.push(finding.help("help"));
        return Vec::new();
    }
    let bytes = bytes(world, file, cx);
    let node = bytes.and_then(|bytes| yaml::parse(&file.as_str().into(), &bytes, &mut cx.findings));
    node.filter(|node| !node.is_null()).map_or_else(Vec::new, |node| known(&node, cx))
}

fn known(node: &Node, cx: &mut Context) -> Vec<Known> {
    let Some(mut f) = Fields::open(node, cx) else { return Vec::new() };
    let known = f.list("known");
    f.finish();
    known
}

impl Read for Known {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let code = f.required::<CodeName>("code").map(|code| code.0);
        let (file, id, reason) = (f.required("file"), f.optional("id"), f.optional("reason"));
        let place = f.finish();
        Some(Known { code: code?, file: file?, id, reason, place })
    }
}

/// The name of a code that there is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CodeName(pub(super) String);

impl Read for CodeName {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let text = cx.scalar(node, "form-code")?;
        if CODES.iter().any(|code| code.name == text) {
            return Some(CodeName(text.to_owned()));
        }
        cx.refuse(codes::BAD_VALUE, node, "form-code");
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finding(file: &str, id: Option<&str>) -> Diagnostic {
        let finding = Diagnostic::new(codes::COMMITMENT_LATE, &Place::range(&file.into(), 7, 3..9));
        match id {
            Some(id) => finding.about(id),
            None => finding,
        }
    }

    #[test]
    fn a_finding_is_known_by_code_file_and_id_wherever_it_stands() {
        let known = Known::of(&finding("departments.yaml", Some("K1")));
        let mut elsewhere = finding("departments.yaml", Some("K1")).with("days", 3_usize);
        elsewhere.place = Place::range(&"departments.yaml".into(), 99, 1..2);
        assert!(known.is(&elsewhere));
        assert!(!known.is(&finding("departments.yaml", Some("K2"))));
        assert!(!known.is(&finding("departments.yaml", None)));
        assert!(!known.is(&finding("other.yaml", Some("K1"))));
    }

    #[test]
    fn a_baseline_keeps_reasons_and_leaves_out_what_is_stale() {
        let kept =
            Known { reason: Some("told to all: \"late\"".into()), ..Known::of(&finding("a.yaml", None)) };
        let mut found: Diagnostics =
            [finding("b.yaml", Some("K1")), finding("a.yaml", None)].into_iter().collect();
        found.push(kept.stale());
        assert_eq!(
            baseline_text([&kept], &found),
            "# Findings that are known and let pass; each may have a reason.\nknown:\n\
             - {code: D003, file: \"a.yaml\", reason: \"told to all: \\\"late\\\"\"}\n\
             - {code: D003, file: \"b.yaml\", id: \"K1\"}\n"
        );
        assert!(baseline_text([], &Diagnostics::default()).ends_with("known: []\n"));
    }
}
