//! A bag as one file.

use std::io::{self, Read, Seek, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::Bag;
use crate::world::World;

/// How hard it is packed: archives are read for longer than they are written.
const LEVEL: i64 = 9;

impl Bag {
    /// Writes the bag as a zip: its files in byte order below one folder of its name, all of the same date and mode, so
    /// that the same bag is the same file.
    ///
    /// # Errors
    /// As [`Bag::each`], and when the zip cannot be written.
    pub fn zip(&self, world: &dyn World, out: impl Write + Seek) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(out);
        self.each(world, &mut |path: &str, bytes: &mut dyn Read| {
            let large = self.bytes_of(path) > u64::from(u32::MAX);
            zip.start_file(format!("{}/{path}", self.name), options.large_file(large))?;
            io::copy(bytes, &mut zip).map(drop)
        })?;
        zip.finish()?.flush()
    }
}
