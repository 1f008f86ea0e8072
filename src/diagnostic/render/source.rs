//! The lines that findings speak of.

use std::io::Read;
use std::sync::Arc;

use crate::world::World;

/// How many bytes of a file are looked at: lines further down are not shown.
const MOST: u64 = 64 << 20;

/// Reads lines of files; quick when it is asked in the order of places.
pub(super) struct Sources<'a> {
    world: &'a dyn World,
    file: Option<Arc<str>>,
    bytes: Vec<u8>,
    /// The line at `offset`, counted from 1.
    line: u32,
    offset: usize,
}

impl<'a> Sources<'a> {
    pub(super) fn new(world: &'a dyn World) -> Self {
        Sources { world, file: None, bytes: Vec::new(), line: 1, offset: 0 }
    }

    /// A line of a file without its end; nothing when the file has no such line or cannot be read.
    pub(super) fn line(&mut self, file: &Arc<str>, line: u32) -> Option<String> {
        if self.file.as_ref() != Some(file) {
            self.open(file);
        }
        if line < self.line {
            (self.line, self.offset) = (1, 0);
        }
        while self.line < line {
            let end = self.bytes.get(self.offset..)?.iter().position(|byte| *byte == b'\n')?;
            self.offset += end + 1;
            self.line += 1;
        }
        let rest = self.bytes.get(self.offset..)?;
        let line = rest.split(|byte| *byte == b'\n').next()?;
        Some(String::from_utf8_lossy(line.strip_suffix(b"\r").unwrap_or(line)).into_owned())
    }

    /// A file that cannot be read has no lines.
    fn open(&mut self, file: &Arc<str>) {
        self.bytes.clear();
        if let Ok(mut from) = self.world.open(file).map(|from| from.take(MOST)) {
            // What was read until a fault is shown; the finding itself says more.
            let _ = from.read_to_end(&mut self.bytes);
        }
        if self.bytes.starts_with(b"\xef\xbb\xbf") {
            self.bytes.drain(..3);
        }
        self.file = Some(Arc::clone(file));
        (self.line, self.offset) = (1, 0);
    }
}
