//! A bag as one file: written, and proven.

use std::io::{self, ErrorKind, Read, Seek, SeekFrom, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::{Bag, Checked, Fault, verify_bag};
use crate::bag::{Packed, Seal, is_packed_plainly};
use crate::world::World;

/// How hard it is packed: archives are read for longer than they are written.
const LEVEL: i64 = 9;

impl Bag {
    /// Writes the bag as a zip: its files in byte order below one folder of its name, all of the same date and mode, so
    /// that the same bag is the same file; [sealed](Seal), so that it proves itself.
    ///
    /// # Errors
    /// As [`Bag::each`], and when the zip cannot be written.
    pub fn zip(&self, world: &dyn World, out: impl Read + Write + Seek) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        let mut zip = ZipWriter::new(Once { out, failed: None });
        zip.set_comment(Seal::blank())?;
        self.each(world, &mut |path: &str, bytes: &mut dyn Read| {
            let large = self.bytes_of(path) > u64::from(u32::MAX);
            zip.start_file(format!("{}/{path}", self.name), options.large_file(large))?;
            io::copy(bytes, &mut zip).map(drop)
        })?;
        let mut zip = zip.finish()?.out;
        Seal::put(&mut zip)?;
        zip.flush()
    }
}

/// A writer that fails once and from then on takes whatever comes: a zip that is given up writes its end all the same,
/// and prints that it cannot.
struct Once<W> {
    out: W,
    /// Where it would be if it had not failed.
    failed: Option<u64>,
}

impl<W: Write + Seek> Write for Once<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(at) = &mut self.failed {
            *at += bytes.len() as u64;
            return Ok(bytes.len());
        }
        self.out.write(bytes).inspect_err(|error| {
            if error.kind() != ErrorKind::Interrupted {
                self.failed = Some(self.out.stream_position().unwrap_or_default());
            }
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.failed.is_some() { Ok(()) } else { self.out.flush() }
    }
}

impl<W: Seek> Seek for Once<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let Some(at) = &mut self.failed else { return self.out.seek(to) };
        *at = match to {
            SeekFrom::Start(to) => to,
            SeekFrom::Current(by) => at.saturating_add_signed(by),
            SeekFrom::End(_) => *at,
        };
        Ok(*at)
    }
}

/// Proves a bag that lies in a zip, and when all in it is whole, the zip itself: every byte of the file.
///
/// # Errors
/// When the disk does not give the file. Damaged packing is a fault of the archive, not of the disk.
pub fn verify_zip(zip: &mut (impl Read + Seek), name: &str) -> io::Result<Checked> {
    let file = name.to_owned();
    let mut checked = match Packed::open(&mut *zip) {
        Ok(mut source) => verify_bag(&mut source)?,
        Err(error) if error.raw_os_error().is_none() => {
            let fault = Fault::Unreadable { file, reason: error.to_string() };
            return Ok(Checked { faults: vec![fault], ..Checked::default() });
        }
        Err(error) => return Err(error),
    };
    if checked.faults.is_empty() {
        checked.faults.extend(match Seal::of(zip)? {
            Seal::Broken => Some(Fault::Seal { file }),
            Seal::Whole if is_packed_plainly(zip)? => None,
            Seal::Whole | Seal::None => Some(Fault::Packing { file }),
        });
    }
    Ok(checked)
}
