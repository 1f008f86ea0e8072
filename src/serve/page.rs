//! What the preview adds to a page: one script, and nothing that is published.

/// Where the script is.
pub(super) const SCRIPT_PATH: &str = "/-/reload.js";

/// Reloads the page after a build, and shows the findings when there are any.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// What is shown where there is no page.
pub(super) const NOT_FOUND: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>404</title><body><h1>404</h1></body></html>\n";

/// What is shown before the first build that gave pages; the script adds why.
pub(super) const NOTHING_YET: &str =
    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>opsreport</title><body></body></html>\n";

/// The page with the script before the end of its body.
pub(super) fn with_script(page: &[u8], pages: u64) -> Vec<u8> {
    let tag = format!("<script src=\"{SCRIPT_PATH}\" data-pages=\"{pages}\" defer></script>");
    let end = b"</body>";
    let at = page.windows(end.len()).rposition(|part| part == end).unwrap_or(page.len());
    [&page[..at], tag.as_bytes(), &page[at..]].concat()
}
