//! Workbooks, put together by hand.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;

const TYPES: &str =
    r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHARED: &str = r#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>SW-CB-01-GY</t></si><si><r><t xml:space="preserve">Sanwu </t></r><r><t>冷泡壺</t></r></si></sst>"#;
/// Styles: 0 general, 1 a day, 2 a day and time, 3 a percentage, 4 hours, 5 a percent sign that is only written.
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="[h]:mm:ss"/><numFmt numFmtId="166" formatCode="0.00&quot;%&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>"#;

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook with sheets by name, each the rows of its XML.
fn workbook(sheets: &[(&str, &str)]) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut entries, mut relations, mut parts) = (String::new(), String::new(), Vec::new());
    for (at, (name, rows)) in (1..).zip(sheets) {
        entries += &format!(r#"<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>"#);
        relations += &format!(
            r#"<Relationship Id="rId{at}" Type="{office}/worksheet" Target="worksheets/sheet{at}.xml"/>"#
        );
        // What a sheet says of its size is often wrong.
        let sheet = format!(
            r#"<worksheet xmlns="{main}"><dimension ref="A1"/><sheetData>{rows}</sheetData></worksheet>"#
        );
        parts.push((format!("xl/worksheets/sheet{at}.xml"), sheet));
    }
    let book =
        format!(r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{entries}</sheets></workbook>"#);
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relations}</Relationships>"#
    );
    let mut all = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", SHARED),
        ("xl/styles.xml", STYLES),
    ];
    all.extend(parts.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    zipped(&all)
}

fn inline(cells: &[&str]) -> String {
    cells.iter().map(|cell| format!(r#"<c t="inlineStr"><is><t>{cell}</t></is></c>"#)).collect()
}

#[test]
fn values_are_written_as_an_export_writes_them() {
    for (cell, text) in [
        (r#"<c t="s"><v>0</v></c>"#, "SW-CB-01-GY"),
        (r#"<c t="s"><v>1</v></c>"#, "Sanwu 冷泡壺"),
        (r#"<c t="inlineStr"><is><t>a &amp; b</t></is></c>"#, "a & b"),
        (r#"<c t="str"><f>A1</f><v>computed</v></c>"#, "computed"),
        (r#"<c t="b"><v>1</v></c>"#, "TRUE"),
        (r#"<c t="e"><v>#N/A</v></c>"#, "#N/A"),
        (r#"<c><v>1141.18</v></c>"#, "1141.18"),
        (r#"<c><v>468170906203317</v></c>"#, "468170906203317"),
        (r#"<c><v>7.82115E+12</v></c>"#, "7821150000000"),
        (r#"<c><v>1E-7</v></c>"#, "0.0000001"),
        (r#"<c><v>0.30000000000000004</v></c>"#, "0.30000000000000004"),
        (r#"<c><v>-0</v></c>"#, "0"),
        (r#"<c s="1"><v>46129</v></c>"#, "2026-04-17"),
        (r#"<c s="2"><v>46129.420543981483</v></c>"#, "2026-04-17 10:05:35"),
        (r#"<c s="2"><v>46129.99999999</v></c>"#, "2026-04-18"),
        (r#"<c s="2"><v>0.420543981</v></c>"#, "10:05:35"),
        (r#"<c s="4"><v>1.5</v></c>"#, "36:00:00"),
        (r#"<c s="3"><v>0.0039</v></c>"#, "0.39%"),
        (r#"<c s="3"><v>-1.23456</v></c>"#, "-123.456%"),
        (r#"<c s="3"><v>0</v></c>"#, "0%"),
        (r#"<c s="5"><v>38.53</v></c>"#, "38.53"),
    ] {
        let rows = format!(r#"<row>{}</row><row>{cell}</row>"#, inline(&["sku", "units"]));
        assert_eq!(table(&workbook(&[("Sheet1", &rows)])), lines(&[(2, &[text, ""])]), "{cell}");
    }
}

#[test]
fn sheets_are_read_whatever_they_say_of_their_size() {
    let first = format!("<row r=\"1\">{}</row>", inline(&["How to read this"]));
    let second = format!(
        r#"<row r="1">{}</row><row r="3">{}</row><row r="4"/><row r="5"><c r="C5"><v>2</v></c><c r="XFD5" s="1"/></row><row r="6">{}</row>"#,
        inline(&["All amounts in USD"]),
        inline(&["sku", " Units ", "sales"]),
        inline(&["", " "]),
    );
    let name = "Sponsored_Products_Targeting_re";
    let world = world(&workbook(&[("Notes", &first), (name, &second)]));
    let book = open(&world, &path(), &score).unwrap();
    assert_eq!(book.form, Form::Workbook);
    let names: Vec<_> = book.sheets.iter().map(|sheet| sheet.name.as_deref()).collect();
    assert_eq!(names, [Some("Notes"), Some(name)]);
    assert_eq!(book.sheets[1].lines[0], (1, "All amounts in USD".to_owned()));
    let header = header(&book, 1);
    assert_eq!((header.line, header.delimiter, header.names[1].as_str()), (3, None, "Units"));
    assert_eq!(header.sample(), [["", "", "2"]]);
    for _ in 0..2 {
        assert_eq!(super::rows(&world, &book, 1).unwrap(), lines(&[(5, &["", "", "2"])]));
    }
    let mut rows = book.rows(&world, 1, header).unwrap();
    let row = last(&mut rows);
    assert_eq!(rows.address(&row, 2).unwrap(), format!("{name}!C5"));
    assert_eq!(rows.address(&row, 27).unwrap(), format!("{name}!AB5"));
    let (cell, header) = (rows.place(&row, 2), rows.header_place(1));
    assert_eq!((cell.line, cell.column, header.line, header.column), (5, 3, 3, 2));
}

#[test]
fn many_rows_come_in_order_and_may_be_left() {
    let body: String = (0..3000).map(|at| format!("<row><c><v>{at}</v></c></row>")).collect();
    let world = world(&workbook(&[("S", &format!("<row>{}</row>{body}", inline(&["sku"])))]));
    let book = open(&world, &path(), &score).unwrap();
    let all = rows(&world, &book, 0).unwrap();
    assert_eq!(all.len(), 3000);
    assert!((2..).zip(0..3000).map(|(line, at)| (line, vec![at.to_string()])).eq(all));
    let mut rows = book.rows(&world, 0, header(&book, 0)).unwrap();
    assert!(rows.next_row(&mut Row::default()).unwrap());
}

#[test]
fn what_is_no_workbook_says_why() {
    let whole = workbook(&[("S", &format!("<row>{}</row>", inline(&["sku"])))]);
    let ole =
        |inner: &str| [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 512], &utf_16(inner, false)].concat();
    let bad = format!(r#"<row>{}</row><row><c t="e"><v>#NEW!</v></c></row>"#, inline(&["sku"]));
    let turned = r#"<row><c r="B1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#;
    let bomb = format!("<row><c><v>{}</v></c></row>", " ".repeat(2 << 20));
    for (bytes, reason, detail, line) in [
        (whole[..whole.len() - 10].to_vec(), "zip", "", 0),
        (zipped(&[("Report.CSV", "sku,units")]), "zip", "Report.CSV", 0),
        (zipped(&[("mimetype", "x"), ("content.xml", "")]), "xls", "", 0),
        (ole("EncryptedPackage"), "password", "", 0),
        (ole("Workbook"), "xls", "", 0),
        (workbook(&[("S", "")]), "empty", "", 0),
        (workbook(&[("S", &bomb)]), "large", "xl/worksheets/sheet1.xml", 0),
        (workbook(&[("S", turned)]), "workbook", "order", 1),
        (workbook(&[("S", &bad)]), "workbook", "Unsupported cell error value '#NEW!'", 1),
    ] {
        let fault = read(&bytes).unwrap_err();
        assert_eq!((fault.reason, fault.detail.as_str(), fault.line), (reason, detail, line));
    }
}

/// Pieces of a sheet, some of them in the wrong place.
const PIECES: [&str; 16] = [
    "<row>",
    "</row>",
    "<row r=\"0\">",
    "<row r=\"x\"/>",
    "<c r=\"ZZZZ9\">",
    "<c r=\"A1\" s=\"99\" t=\"s\">",
    "<c t=\"n\" s=\"1\">",
    "</c>",
    "<v>",
    "</v>",
    "1e999",
    "-5",
    "99999999999",
    "<is><t>",
    "</t></is>",
    "&#0;",
];

proptest! {
    #[test]
    fn no_sheet_makes_it_panic(pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..20)) {
        let rows = format!("<row>{}</row>{}", inline(&["sku"]), pieces.concat());
        let _ = read(&workbook(&[("S", &rows)]));
    }
}
