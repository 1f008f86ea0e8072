//! The stages in a row: a workspace in, a site, its findings or a table out.

use crate::bundle::Bundle;
use crate::diagnostic::{Diagnostic, Diagnostics, Place, codes};
use crate::table::{Table, TableRequest};
use crate::world::World;

/// The tables that can be asked for by name.
pub const TABLES: &[&str] = &["results", "plan", "variance", "imports"];

/// Builds the site; nothing when the findings forbid it.
pub fn build(world: &dyn World) -> (Option<Bundle>, Diagnostics) {
    let findings = check(world);
    if findings.has_errors() {
        return (None, findings);
    }
    let mut bundle = Bundle::default();
    bundle.insert("index.html", page(&world.list().unwrap_or_default()));
    (Some(bundle), findings)
}

/// Everything but rendering: the findings alone.
pub fn check(world: &dyn World) -> Diagnostics {
    let mut findings = Diagnostics::default();
    if let Err(error) = world.read("opsreport.yaml") {
        let place = Place::file(&"opsreport.yaml".into());
        findings.push(Diagnostic::new(codes::SYNTAX, &place).with("reason", error.to_string()));
    }
    findings
}

/// Computes a table; nothing when it cannot be computed.
pub fn table(world: &dyn World, _request: &TableRequest) -> (Option<Table>, Diagnostics) {
    (None, check(world))
}

/// The time zone of the company, by its IANA name: what `today` means there.
pub fn timezone(world: &dyn World) -> Option<String> {
    let bytes = world.read("company.yaml").ok()?;
    let document: serde_yaml::Value = serde_yaml::from_slice(&bytes).ok()?;
    Some(document.get("company")?.get("timezone")?.as_str()?.to_owned())
}

fn page(files: &[String]) -> String {
    let items: String = files.iter().map(|file| format!("<li>{}</li>", escape(file))).collect();
    format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>opsreport</title><body><ul>{items}</ul></body></html>\n"
    )
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}
