//! What an address in Markdown leads to.

use super::headings::Headings;
use super::{Answer, Source, Thing};

/// What an address turned out to be.
pub(super) enum Address {
    /// It may be followed: as an attribute's value, not escaped yet.
    Fine(String),
    /// It leads nowhere; perhaps this was meant.
    Broken(Option<String>),
    /// It is of a kind that is not followed.
    Unsafe,
}

/// Reads the address of a link.
pub(super) fn link(url: &str, source: &Source<'_>, answer: &dyn Answer, headings: &Headings) -> Address {
    if let Some(thing) = url.strip_prefix('@') {
        return of_thing(thing, source, answer);
    }
    if let Some(fragment) = url.strip_prefix('#') {
        return headings.find(fragment).map_or(Address::Broken(None), |id| Address::Fine(format!("#{id}")));
    }
    match scheme(url) {
        // A control character in it is not part of any address, and readers disagree on what to make of it.
        Some(scheme) if ["http", "https", "mailto"].contains(&scheme.as_str()) && !has_control(url) => {
            Address::Fine(url.to_owned())
        }
        Some(_) => Address::Unsafe,
        None => of_file(url, source, answer),
    }
}

/// Reads the address of a picture: only files of the workspace.
pub(super) fn picture(url: &str, source: &Source<'_>, answer: &dyn Answer) -> Address {
    if scheme(url).is_some() { Address::Unsafe } else { of_file(url, source, answer) }
}

/// The scheme in small letters; `//host` has one too, whichever it is. Control characters are no way around.
fn scheme(url: &str) -> Option<String> {
    let bare: String = url.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    if bare.starts_with("//") || bare.starts_with('\\') || bare.starts_with("/\\") {
        return Some(String::new());
    }
    let end = bare.find([':', '/', '?', '#']).filter(|&at| bare.as_bytes()[at] == b':')?;
    Some(bare[..end].to_lowercase())
}

fn has_control(url: &str) -> bool {
    url.contains(|c: char| c.is_control())
}

fn of_thing(thing: &str, source: &Source<'_>, answer: &dyn Answer) -> Address {
    let Some((kind, id)) = thing.split_once('/') else { return Address::Broken(None) };
    let Some(known) = Thing::parse(kind) else {
        let kinds = Thing::ALL.iter().map(|(word, _)| *word);
        let nearest = crate::diagnostic::nearest(kind, kinds);
        return Address::Broken(nearest.map(|kind| format!("@{kind}/{id}")));
    };
    match answer.thing(known, id) {
        Ok(path) => Address::Fine(source.page.to(&path)),
        Err(nearest) => Address::Broken(nearest.map(|id| format!("@{kind}/{id}"))),
    }
}

fn of_file(url: &str, source: &Source<'_>, answer: &dyn Answer) -> Address {
    let (path, fragment) = url.split_once('#').map_or((url, None), |(path, fragment)| (path, Some(fragment)));
    let Some(wanted) = resolve(&source.file, path) else { return Address::Broken(None) };
    match answer.file(&wanted) {
        Ok(found) => {
            let address = source.page.to(&found);
            Address::Fine(fragment.map_or(address.clone(), |fragment| format!("{address}#{fragment}")))
        }
        Err(nearest) => Address::Broken(nearest.map(|nearest| seen_from(&source.file, &nearest))),
    }
}

/// A path of the workspace as a link of a file: by its name alone within one folder, else from the root.
fn seen_from(file: &str, path: &str) -> String {
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    match path.strip_prefix(folder) {
        Some(rest) => rest.trim_start_matches('/').to_owned(),
        None => format!("/{path}"),
    }
}

/// The path from the workspace's root; nothing when it leads out of the workspace.
fn resolve(file: &str, path: &str) -> Option<String> {
    let folder =
        if path.starts_with('/') { "" } else { file.rsplit_once('/').map_or("", |(folder, _)| folder) };
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        if part == ".." {
            parts.pop()?;
        } else {
            parts.push(part);
        }
    }
    Some(parts.join("/"))
}
