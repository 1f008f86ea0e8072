//! What is in a zip archive, before it is trusted: a small file can unpack to more than any memory.

use std::borrow::Cow;
use std::io::{Cursor, Read};

use memchr::memrchr;
use zip::ZipArchive;

use super::fault::Fault;

/// The largest sheet that is read, unpacked. Sheets are streamed.
const MAX_SHEET: u64 = 4 << 30;
/// The largest of the other parts, unpacked. They are held in memory.
const MAX_PART: u64 = 256 << 20;
/// The longest text between two tags. A cell holds 32,767 characters.
const MAX_TEXT: usize = 1 << 20;

/// Checks that an archive is a workbook of a size that can be read.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    let not = |_| Fault::of_file("zip", "");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(not)?;
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    if has("mimetype") || has("xl/workbook.bin") {
        return Err(Fault::of_file("xls", ""));
    }
    if !has("[Content_Types].xml") || !names.iter().any(|name| name.starts_with("xl/")) {
        return Err(Fault::of_file("zip", names.first().cloned().unwrap_or_default()));
    }
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(not)?;
        let name = part.name().map(|name| name.to_lowercase()).unwrap_or_default();
        let most = if name.contains("worksheets/") { MAX_SHEET } else { MAX_PART };
        if name.ends_with(".xml") && !fits(part, most)? {
            return Err(Fault::of_file("large", name));
        }
    }
    Ok(())
}

/// Unpacks a part, and forgets it.
fn fits(part: impl Read, most: u64) -> Result<bool, Fault> {
    let mut part = part.take(most + 1);
    let (mut piece, mut total, mut text) = (vec![0; 1 << 16], 0, 0);
    loop {
        let length = part.read(&mut piece).map_err(|error| Fault::of_file("workbook", error.to_string()))?;
        let here = &piece[..length];
        total += length as u64;
        text = memrchr(b'<', here).map_or(text + length, |last| length - last);
        if length == 0 || total > most || text > MAX_TEXT {
            return Ok(length == 0 && total <= most && text <= MAX_TEXT);
        }
    }
}
