//! The seal of a zip: its comment, which is the end of the file, says the hash of every byte before that hash.
//!
//! The hashes of a bag prove what is in it. Who unpacks a zip leaves some of its bytes unread, and deflate bits up to the
//! next byte; packing again and comparing would take the same library for ever. The seal takes `sha256sum` alone:
//! `head -c -64 2026-q3.zip | sha256sum` is what `tail -c 64 2026-q3.zip` says.

use std::io::{self, Read, Seek, SeekFrom, Write};

use super::Hash;

/// What the comment says in front of the digits.
const WORDS: &str = "SHA-256 of all bytes before it: ";
/// How many digits the hash has.
const DIGITS: usize = 64;

/// What a zip says of its own bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seal {
    /// They are those that were written.
    Whole,
    /// They were changed since.
    Broken,
    /// Nothing: another program wrote it.
    None,
}

impl Seal {
    /// How many bytes the comment of a sealed zip has.
    pub(super) const LENGTH: usize = WORDS.len() + DIGITS;

    /// The comment of a zip that is not sealed yet.
    pub fn blank() -> String {
        format!("{WORDS}{:0DIGITS$}", 0)
    }

    /// Seals a zip that was written with the blank comment.
    ///
    /// # Errors
    /// When the zip cannot be read or written.
    pub fn put(zip: &mut (impl Read + Write + Seek)) -> io::Result<()> {
        let end = zip.seek(SeekFrom::End(0))?;
        let hash = hash(zip, end.saturating_sub(DIGITS as u64))?;
        zip.seek(SeekFrom::End(-(DIGITS as i64)))?;
        zip.write_all(hash.to_string().as_bytes())
    }

    /// What the seal of a zip says.
    ///
    /// # Errors
    /// When the zip cannot be read.
    pub fn of(zip: &mut (impl Read + Seek)) -> io::Result<Self> {
        let Some(start) = zip.seek(SeekFrom::End(0))?.checked_sub(Seal::LENGTH as u64) else {
            return Ok(Seal::None);
        };
        let mut comment = [0; Seal::LENGTH];
        zip.seek(SeekFrom::Start(start))?;
        zip.read_exact(&mut comment)?;
        let Some(said) = comment.strip_prefix(WORDS.as_bytes()) else { return Ok(Seal::None) };
        let found = hash(zip, start + WORDS.len() as u64)?;
        Ok(if found.to_string().as_bytes() == said { Seal::Whole } else { Seal::Broken })
    }
}

/// The hash of the first bytes of a file.
fn hash(file: &mut (impl Read + Seek), bytes: u64) -> io::Result<Hash> {
    file.seek(SeekFrom::Start(0))?;
    Ok(Hash::of_stream(file.take(bytes))?.0)
}
