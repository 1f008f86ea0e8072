//! Files of platforms, through what `opsreport import` asks of them: any bytes give findings, never a fall.

use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::LazyLock;

use opsreport::ingest::{self, Inspection, Loose};
use opsreport::quantity::{Day, Ratio};
use opsreport::workspace::{self, Workspace};
use opsreport::world::Memory;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Parts of a workbook that are there whatever the input says.
const PARTS: [(&str, &str); 4] = [
    (
        "_rels/.rels",
        r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    ("xl/worksheets/sheet1.xml", ""),
];

/// A path in the first line, the file after it.
pub fn exports(data: &[u8]) {
    let at = data.iter().position(|byte| *byte == b'\n').unwrap_or(data.len());
    // No file has an empty name.
    let path = if at == 0 { "x.csv".into() } else { String::from_utf8_lossy(&data[..at]) };
    sound(&inspect(&path, data.get(at + 1..).unwrap_or_default()));
}

/// A workbook: its parts in the order of [`PARTS`], the sheet first, parted by lines `---`; or the packed bytes.
pub fn workbooks(data: &[u8]) {
    if data.starts_with(b"PK") {
        return sound(&inspect("results/US/2026-10/x.xlsx", data));
    }
    let text = String::from_utf8_lossy(data);
    let mut given: BTreeMap<&str, &str> = PARTS.into();
    let mut pieces = text.split("\n---\n");
    given.insert("xl/worksheets/sheet1.xml", pieces.next().unwrap_or_default());
    for (name, piece) in ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"].into_iter().zip(pieces)
    {
        given.insert(name, piece);
    }
    sound(&inspect("results/US/2026-10/x.xlsx", &packed(&given)));
}

fn packed(parts: &BTreeMap<&str, &str>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        zip.start_file(*name, options).expect("a part begins");
        zip.write_all(text.as_bytes()).expect("memory takes bytes");
    }
    zip.finish().expect("a zip ends").into_inner()
}

/// The day on which files are looked at.
pub fn today() -> Day {
    Day::parse("2026-11-22").expect("a day")
}

/// The workspace of the tests of formats, read once: every input is a file in it.
static WORKSPACE: LazyLock<Workspace> = LazyLock::new(|| {
    let files: [(&str, &[u8]); 4] = [
        ("opsreport.yaml", include_bytes!("../../tests/formats/workspace/opsreport.yaml")),
        ("marketplaces.yaml", include_bytes!("../../tests/formats/workspace/marketplaces.yaml")),
        ("metrics.yaml", include_bytes!("../../tests/formats/workspace/metrics.yaml")),
        ("products.yaml", include_bytes!("../../tests/formats/workspace/products.yaml")),
    ];
    workspace::load(&world(&files)).0.expect("the workspace is sound")
});

fn world(files: &[(&str, &[u8])]) -> Memory {
    let files = files.iter().map(|(path, bytes)| ((*path).to_owned(), bytes.to_vec()));
    Memory { files: files.collect(), today: today() }
}

/// What is said of one loose file.
pub fn inspect(path: &str, bytes: &[u8]) -> Inspection {
    let loose = Loose { path: path.to_owned(), ..Loose::default() };
    ingest::inspect(&world(&[(path, bytes)]), &WORKSPACE, &[loose]).pop().expect("one file was asked of")
}

/// What holds of every file: sums are numbers, days lie where days may.
fn sound(inspection: &Inspection) {
    let file = &inspection.file;
    for total in &file.totals {
        assert!(Ratio::parse(&total.amount).is_some(), "{total:?}");
    }
    if let Some(period) = file.period {
        assert!(
            period.from <= period.to && period.from.year() >= 2000 && period.to.year() <= 2100,
            "{period:?}"
        );
    }
    assert!(file.refused.len() <= file.refused_rows || file.refused_rows == 0, "{}", file.refused_rows);
    let placed = |place: &opsreport::diagnostic::Place| place.to_string().len();
    assert!(inspection.findings.iter().all(|finding| placed(&finding.place) > 0));
}
