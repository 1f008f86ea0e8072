//! Workbooks: XLSX and XLSM.
//!
//! The sheets are read cell by cell, so what they say of their own size does not matter. A thread reads ahead by
//! a few hundred rows, because the cells borrow from the workbook while the rows are to be anybody's.

use std::io::{Cursor, Read};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use calamine::{Reader, SheetType, Xlsx, XlsxError};
use memchr::memmem;

use super::fault::Fault;
use super::head::{Candidate, Head, SAMPLE, SheetHead, WITHIN};
use super::package;
use super::row::Row;
use super::stream::File;
use super::value::Values;

/// The largest workbook that is read, in bytes: a sheet with all the rows there can be has about half of it.
const MAX_BYTES: u64 = 200 << 20;
/// How many rows are handed over at once.
const BATCH: usize = 256;
/// How many cells of a row are read: a sheet has no more.
const MAX_CELLS: u32 = 1 << 14;

type Open = Xlsx<Cursor<Arc<[u8]>>>;

/// A workbook in memory, packed as it is.
#[derive(Debug)]
pub(super) struct Workbook {
    bytes: Arc<[u8]>,
    names: Vec<String>,
}

/// Why there is no table in a file that Office wrote before 2007, or with a password.
pub(super) fn old(file: File<'_>) -> Fault {
    let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match bytes(file) {
        Err(fault) => fault,
        Ok(bytes) if memmem::find(&bytes, &encrypted).is_some() => Fault::of_file("password", ""),
        Ok(_) => Fault::of_file("xls", ""),
    }
}

fn bytes(file: File<'_>) -> Result<Arc<[u8]>, Fault> {
    let mut bytes = Vec::new();
    let read = file.bytes()?.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    match read.map_err(|error| Fault::io(&error))? as u64 > MAX_BYTES {
        true => Err(Fault::of_file("large", file.path.to_string())),
        false => Ok(bytes.into()),
    }
}

impl Workbook {
    /// Opens a workbook, and looks at the first rows of its sheets.
    pub(super) fn open(file: File<'_>) -> Result<(Self, Vec<SheetHead>), Fault> {
        let bytes = bytes(file)?;
        package::check(&bytes)?;
        let mut open = open(&bytes)?;
        let sheets = open.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let names: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
        let heads = names.iter().map(|name| head(&mut open, name)).collect::<Result<Vec<_>, _>>()?;
        match heads.iter().all(|head| head.lines.is_empty() && head.candidates.is_empty()) {
            true => Err(Fault::of_file("empty", "")),
            false => Ok((Workbook { bytes, names }, heads)),
        }
    }

    /// The rows of a sheet below a header.
    pub(super) fn rows(&self, sheet: usize, header: &Candidate) -> Result<SheetRows, Fault> {
        let name = self.names.get(sheet).cloned().unwrap_or_default();
        let (sender, receiver) = sync_channel(2);
        let (bytes, sheet, after) = (Arc::clone(&self.bytes), name.clone(), header.row.line);
        let work = move || read_ahead(&bytes, (&sheet, after), &sender);
        thread::Builder::new().spawn(work).map_err(|error| Fault::io(&error))?;
        Ok(SheetRows {
            name,
            width: header.names.len(),
            receiver,
            batch: Vec::new().into_iter(),
            done: false,
        })
    }
}

fn open(bytes: &Arc<[u8]>) -> Result<Open, Fault> {
    Xlsx::new(Cursor::new(Arc::clone(bytes))).map_err(|error| fault(&error))
}

fn fault(error: &XlsxError) -> Fault {
    match error {
        XlsxError::Password => Fault::of_file("password", ""),
        error => Fault::of_file("workbook", error.to_string()),
    }
}

fn head(open: &mut Open, name: &str) -> Result<SheetHead, Fault> {
    let (mut rows, mut below) = (Vec::new(), 0);
    each_row(open, name, &mut |row| {
        below += usize::from(row.line > WITHIN);
        rows.push(row);
        below < SAMPLE
    })?;
    Ok(SheetHead::new(Some(name.to_owned()), &Arc::new(Head::Sheet(rows))))
}

/// Gives the rows of a sheet that are not blank, until they are not wanted any more.
fn each_row(open: &mut Open, name: &str, give: &mut dyn FnMut(Row) -> bool) -> Result<(), Fault> {
    let is_1904 = open.has_1904_epoch();
    let mut cells = open.worksheet_cells_reader(name).map_err(|error| fault(&error))?;
    let values = Values::new(cells.styles(), is_1904);
    let mut row = Row::default();
    loop {
        let next = cells.next_cell_with_style_id().map_err(|error| Fault {
            line: row.line,
            column: 1,
            ..fault(&error)
        })?;
        let line = next.as_ref().map(|(cell, _)| cell.get_position().0 + 1);
        if line != Some(row.line) {
            if !row.is_blank() && !give(std::mem::take(&mut row)) {
                return Ok(());
            }
            row.clear(line.unwrap_or(0));
        }
        let Some((cell, style)) = next else { return Ok(()) };
        let text = values.text(cell.get_value(), style);
        // Whole rows are often formatted to their last column: what is empty takes no memory.
        if !text.is_empty() {
            set(&mut row, cell.get_position().1, &text)?;
        }
    }
}

/// Writes a cell behind the others of its row.
fn set(row: &mut Row, column: u32, text: &str) -> Result<(), Fault> {
    if column >= MAX_CELLS || row.len() > column as usize {
        return Err(Fault::at("workbook", (row.line, column + 1)).about("order"));
    }
    row.pad(column as usize);
    row.push(text);
    Ok(())
}

/// Rows, or the fault that ends them. An empty batch says that all were given.
type Batch = Result<Vec<Row>, Fault>;

fn read_ahead(bytes: &Arc<[u8]>, (name, after): (&str, u32), sender: &SyncSender<Batch>) {
    let mut batch = Vec::with_capacity(BATCH);
    let read = open(bytes).and_then(|mut open| {
        each_row(&mut open, name, &mut |row| {
            if row.line > after {
                batch.push(row);
            }
            batch.len() < BATCH
                || sender.send(Ok(std::mem::replace(&mut batch, Vec::with_capacity(BATCH)))).is_ok()
        })
    });
    // When nobody listens any more, the rows are not wanted.
    let _ = batch.is_empty() || sender.send(Ok(batch)).is_ok();
    let _ = sender.send(read.map(|()| Vec::new()));
}

/// Goes through the rows of a sheet.
pub(super) struct SheetRows {
    name: String,
    /// How many cells each row has at least: empty ones at its end are not in the file.
    width: usize,
    receiver: Receiver<Batch>,
    batch: std::vec::IntoIter<Row>,
    done: bool,
}

impl SheetRows {
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) fn next_row(&mut self, row: &mut Row) -> Result<bool, Fault> {
        loop {
            if let Some(next) = self.batch.next() {
                *row = next;
                row.pad(self.width);
                return Ok(true);
            }
            if self.done {
                return Ok(false);
            }
            // The thread ends without a word only when the workbook made the library panic.
            let batch = self.receiver.recv().unwrap_or_else(|_| Err(Fault::of_file("workbook", "panic")));
            self.done = batch.as_ref().map_or(true, Vec::is_empty);
            self.batch = batch?.into_iter();
        }
    }
}
