//! Which of several encodings gives the characters that people write.
//!
//! Japanese, simplified and traditional Chinese each sort their usual characters to the front of their table and the
//! rare ones to its end. A text read by the wrong table comes out in rare characters. This speaks only where there
//! are enough characters, and one reading is usual while no other is.

use std::io::Read;

use super::fault::Fault;
use super::stream::File;

/// How many bytes are looked at.
const LOOK: u64 = 1 << 20;
/// How many characters there must be, and of a hundred how many are usual in the right reading, and at most in
/// a wrong one.
const ENOUGH: usize = 10;
const RIGHT: usize = 90;
const WRONG: usize = 75;

/// How many characters beyond ASCII there are in a reading, and how many of them are usual.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    all: usize,
    usual: usize,
}

impl Count {
    fn is_right(self) -> bool {
        self.all >= ENOUGH && self.usual * 100 >= self.all * RIGHT
    }

    fn is_wrong(self) -> bool {
        self.usual * 100 <= self.all * WRONG
    }
}

/// The one of these encodings, by their names, whose characters are usual.
pub(super) fn usual(file: File<'_>, names: &[&'static str]) -> Result<Option<&'static str>, Fault> {
    let mut bytes = Vec::new();
    file.bytes()?.take(LOOK).read_to_end(&mut bytes).map_err(|error| Fault::io(&error))?;
    let counts: Vec<_> = names.iter().map(|name| (*name, count(&bytes, name))).collect();
    let right = counts.iter().find(|(_, count)| count.is_right()).map(|(name, _)| *name);
    Ok(right.filter(|right| counts.iter().all(|(name, count)| name == right || count.is_wrong())))
}

fn count(bytes: &[u8], name: &str) -> Count {
    let (mut count, mut at) = (Count::default(), 0);
    while let Some(lead) = bytes.get(at) {
        let trail = bytes.get(at + 1).copied().unwrap_or(0);
        let (length, usual) = match (name, lead, trail) {
            (_, ..0x80, _) => {
                at += 1;
                continue;
            }
            // Kana of half width stand alone.
            ("cp932", 0xa1..=0xdf, _) => (1, false),
            // Signs and kana, and the kanji of the first level.
            ("cp932", lead, _) => (2, matches!(lead, 0x81..=0x83 | 0x88..=0x98)),
            ("gbk", _, b'0'..=b'9') => (4, false),
            // Signs, and the characters of the first level.
            ("gbk", lead, trail) => (2, matches!(lead, 0xa1 | 0xa3 | 0xb0..=0xd7) && trail >= 0xa1),
            ("big5", lead, _) => (2, matches!(lead, 0xa1..=0xc6)),
            _ => (1, false),
        };
        count.all += 1;
        count.usual += usize::from(usual);
        at += length;
    }
    count
}
