//! Whether a zip is packed as this program packs bags, with no byte in it that says nothing or says it otherwise.
//!
//! The hashes of a bag prove what is in it. A zip says many things twice (in front of each file and in the list at its
//! end) and readers look at one of the two; here both have to agree, and to follow each other without a gap.

use std::io::{self, Read, Seek, SeekFrom};

use super::Seal;

/// The length of the record at the end; the comment follows it, which is the seal.
const END: usize = 22;
/// The length of an entry of the list before its name.
const ENTRY: usize = 46;
/// The length of what stands in front of a file before its name.
const HEAD: usize = 30;
/// How large the list may be, in bytes.
const LIST_LIMIT: u64 = 64 << 20;
/// A regular file that its owner may write and all may read, as zips have it.
const MODE: u32 = 0o100_644 << 16;
/// 1 January 1980, as zips have it.
const DATE: u32 = 0x21;

/// Whether every byte around the packed files is as this program writes it.
///
/// # Errors
/// When the zip cannot be read.
pub fn is_packed_plainly(zip: &mut (impl Read + Seek)) -> io::Result<bool> {
    let length = zip.seek(SeekFrom::End(0))?;
    let Some(start) = length.checked_sub((END + Seal::LENGTH) as u64) else { return Ok(false) };
    let end = bytes(zip, start, END)?;
    let (count, size, offset) = (number(&end, 10, 2), number(&end, 12, 4), number(&end, 16, 4));
    // More files or bytes than the record has room for: the list says them elsewhere, and is not looked at.
    if count == u32::from(u16::MAX) || offset == u32::MAX {
        return Ok(true);
    }
    let same = number(&end, 0, 4) == 0x0605_4b50
        && number(&end, 4, 4) == 0
        && number(&end, 8, 2) == count
        && number(&end, 20, 2) as usize == Seal::LENGTH;
    if !same || u64::from(size) + u64::from(offset) != start || u64::from(size) > LIST_LIMIT {
        return Ok(false);
    }
    let list = bytes(zip, u64::from(offset), size as usize)?;
    entries(zip, &list, (count, offset))
}

/// Whether the files lie one after the other up to the list, each as the list says; from a file of four gigabytes on,
/// whose size stands elsewhere, it is not looked at.
fn entries(zip: &mut (impl Read + Seek), list: &[u8], (count, offset): (u32, u32)) -> io::Result<bool> {
    let (mut rest, mut at) = (list, 0_u64);
    for _ in 0..count {
        let Some((entry, name)) = entry(rest) else { return Ok(false) };
        if number(entry, 24, 4) == u32::MAX {
            return Ok(true);
        }
        rest = &rest[ENTRY + name.len()..];
        if !is_plain(entry) || u64::from(number(entry, 42, 4)) != at {
            return Ok(false);
        }
        let head = bytes(zip, at, HEAD + name.len())?;
        // What both say stands in the same order, two bytes later in the list.
        let same =
            number(&head, 0, 4) == 0x0403_4b50 && head[4..HEAD] == entry[6..32] && head[HEAD..] == *name;
        if !same {
            return Ok(false);
        }
        at += head.len() as u64 + u64::from(number(entry, 20, 4));
    }
    Ok(rest.is_empty() && at == u64::from(offset))
}

/// The first entry of a list and its name.
fn entry(list: &[u8]) -> Option<(&[u8], &[u8])> {
    let entry = list.get(..ENTRY)?;
    Some((entry, list.get(ENTRY..ENTRY + number(entry, 28, 2) as usize)?))
}

/// Whether an entry says of its file what is the same for all: written by a Unix, of the one date and mode, nothing more.
fn is_plain(entry: &[u8]) -> bool {
    number(entry, 0, 4) == 0x0201_4b50
        && entry[5] == 3
        && entry[4] == entry[6]
        && number(entry, 8, 2) == 0
        && number(entry, 12, 4) == DATE << 16
        && number(entry, 30, 4) == 0
        && number(entry, 34, 4) == 0
        && number(entry, 38, 4) == MODE
}

fn bytes(zip: &mut (impl Read + Seek), at: u64, length: usize) -> io::Result<Vec<u8>> {
    let mut bytes = vec![0; length];
    zip.seek(SeekFrom::Start(at))?;
    match zip.read_exact(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(vec![0; length]),
        read => read.map(|()| bytes),
    }
}

/// A number of two or four bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> u32 {
    bytes[at..at + length].iter().rev().fold(0, |number, byte| number << 8 | u32::from(*byte))
}
