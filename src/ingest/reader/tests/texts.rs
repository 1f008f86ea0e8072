//! Texts: their encodings, their quotes, their places.

use encoding_rs::{BIG5, GBK, SHIFT_JIS, WINDOWS_1252};

use super::*;
use crate::ingest::reader::Lost;

#[test]
fn blank_lines_and_padded_ones_are_passed_over() {
    let text = "date,sku,units\n2026-01-01,A,1\n\n,,\n2026-01-02,\"B, \"\"x\"\"\ny\",2";
    assert_eq!(
        read(text.as_bytes()).unwrap(),
        (
            Form::Text { encoding: "utf-8" },
            lines(&[(2, &["2026-01-01", "A", "1"]), (5, &["2026-01-02", "B, \"x\"\ny", "2"])])
        )
    );
}

#[test]
fn every_line_end_counts_once() {
    for text in [
        "sku,units\nA,1\nB,2\n",
        "sku,units\r\nA,1\r\nB,2",
        "sku,units\rA,1\rB,2\r",
        "sku,units\nA,1\rB,2\r\n",
    ] {
        assert_eq!(table(text.as_bytes()), lines(&[(2, &["A", "1"]), (3, &["B", "2"])]), "{text:?}");
    }
    // A preamble of one kind, a body of another.
    let mixed = "All amounts in USD,\r\n\r\nsku,units\nA,\"1\r\n2\"\rB,2";
    assert_eq!(table(mixed.as_bytes()), lines(&[(4, &["A", "1\r\n2"]), (6, &["B", "2"])]));
}

#[test]
fn the_preamble_and_the_rows_below_a_header_are_shown() {
    let text =
        "Includes Amazon,,\n\"All amounts in USD, unless\",,\n\n sku ,Units,units\nA,1,\n,,\nB,\"2\n\",3\n";
    let world = world(text.as_bytes());
    let book = open(&world, &path(), &score).unwrap();
    let header = header(&book, 0);
    assert_eq!((header.line, header.delimiter), (4, Some(',')));
    assert_eq!(header.names, ["sku", "Units", "units"]);
    assert_eq!(header.repeated(), [2]);
    assert_eq!(header.sample(), [["A", "1", ""], ["B", "2", "3"]]);
    let preamble: Vec<_> =
        book.sheets[0].lines.iter().map(|(line, words)| (*line, words.as_str())).take(3).collect();
    assert_eq!(
        preamble,
        [(1, "Includes Amazon,,"), (2, "\"All amounts in USD, unless\",,"), (4, " sku ,Units,units")]
    );
}

#[test]
fn a_header_is_looked_for_in_fifty_lines_by_four_delimiters() {
    for delimiter in [',', '\t', ';', '|'] {
        let text = format!("{}sku{delimiter}units\nA{delimiter}1\n", "note\n".repeat(49));
        assert_eq!(table(text.as_bytes()), lines(&[(51, &["A", "1"])]));
    }
    let world = world(format!("{}sku,units\n", "note\n".repeat(50)).as_bytes());
    let book = open(&world, &path(), &score).unwrap();
    assert!(book.sheets[0].candidates.iter().all(|one| score(&one.forms) == 0));
}

#[test]
fn the_encoding_is_found() {
    let japanese = "日付,商品名,sku\n2026-01-01,ガラスの茶壺,A\n";
    let bom = |bytes: &[u8], mark: &[u8]| [mark, bytes].concat();
    for (bytes, name) in [
        (japanese.as_bytes().to_vec(), "utf-8"),
        (bom(japanese.as_bytes(), b"\xef\xbb\xbf"), "utf-8"),
        (bom(&utf_16(japanese, false), b"\xff\xfe"), "utf-16le"),
        (bom(&utf_16(japanese, true), b"\xfe\xff"), "utf-16be"),
        (utf_16(japanese, false), "utf-16le"),
        (utf_16(japanese, true), "utf-16be"),
        (encoded(japanese, SHIFT_JIS), "cp932"),
    ] {
        let rows = lines(&[(2, &["2026-01-01", "ガラスの茶壺", "A"])]);
        assert_eq!(read(&bytes), Ok((Form::Text { encoding: name }, rows)), "{name}");
    }
    // A character with a byte that is NUL, where the other byte of letters is.
    assert_eq!(read(&utf_16("sku,标题\n😀,1", false)).unwrap().0, Form::Text { encoding: "utf-16le" });
    for (text, encoding, name) in [
        ("标题,sku\n玻璃茶壶,A\n", GBK, "gbk"),
        ("標題,sku\n玻璃茶壺,A\n", BIG5, "big5"),
        ("sku;Umsätze\nA;1,5 €\n", WINDOWS_1252, "windows-1252"),
        // The header is known in each of them: the letters tell.
        ("sku,units,city\nA,1,München\n", WINDOWS_1252, "windows-1252"),
        ("sku,units\nガラスの茶壺と急須のセット,1\n東京都品川区大崎,2\n", SHIFT_JIS, "cp932"),
        ("sku,units\n玻璃茶壶与冷泡壶套装,1\n广东省深圳市南山区,2\n", GBK, "gbk"),
        ("sku,units\n玻璃茶壺與冷泡壺組合,1\n臺北市信義區松高路,2\n", BIG5, "big5"),
    ] {
        assert_eq!(read(&encoded(text, encoding)).unwrap().0, Form::Text { encoding: name });
    }
}

#[test]
fn one_byte_at_the_end_of_a_long_file_decides() {
    let mut text = "sku,units,city\n".to_owned() + &"A,1,Taipei\n".repeat(20_000);
    text += "B,2,Orléans é\n";
    let (form, rows) = read(&encoded(&text, WINDOWS_1252)).unwrap();
    assert_eq!(form, Form::Text { encoding: "windows-1252" });
    assert_eq!(rows.last(), lines(&[(20_002, &["B", "2", "Orléans é"])]).first());
}

#[test]
fn characters_across_two_pieces_are_whole() {
    for encoding in [encoding_rs::UTF_8, SHIFT_JIS] {
        for shift in 0..3 {
            let text = format!("{}sku,商品名\nA,{}\n", "x".repeat(shift) + "\n", "茶".repeat(70_000));
            let rows = table(&encoded(&text, encoding));
            assert_eq!(rows[0].1[1].chars().filter(|c| *c == '茶').count(), 70_000);
        }
    }
}

#[test]
fn lost_characters_are_counted() {
    let book = |text: &str| open(&world(text.as_bytes()), &path(), &score).unwrap().lost;
    assert_eq!(book("sku,units\nA,1\n\u{fffd},2\nB\u{fffd},3\n"), Lost { count: 2, line: 3 });
    assert_eq!(book("sku,units\nA,1\n"), Lost::default());
}

#[test]
fn what_is_no_table_says_why_and_where() {
    let open_quote = "sku,units\nA,1\n茶,\"2\n".to_owned() + &"B,3\n".repeat(200);
    let late = "sku,units\n".to_owned() + &"A,1\n".repeat(30_000) + "B,\0\n";
    let mac =
        "sku,units\r\r\n".to_owned() + &"A,1\r\n".repeat(30_000) + &"A,1\r".repeat(30_000) + "\u{8336},\0\r";
    let long = format!("sku,units\nA,1\nB,{}\n", "x".repeat((1 << 20) + 1));
    let gbk = encoded("sku,units\n玻璃,1\n", GBK);
    for (bytes, reason, detail, line, column) in [
        (&b""[..], "empty", "", 0, 0),
        (b" \r\n\xe3\x80\x80", "empty", "", 0, 0),
        (b"\xef\xbb\xbf", "empty", "", 0, 0),
        (b"sku,units\n1,\xe8\x8c\xb6\0", "nul", "", 2, 4),
        (late.as_bytes(), "nul", "", 30_002, 3),
        (mac.as_bytes(), "nul", "", 60_003, 3),
        (b"\xef\xbb\xbfsku\n1,\xe9\n", "utf8", "10", 2, 3),
        (b"\xff\xfes\0k\0u\0\n\0\x00\xdc", "broken", "utf-16le", 2, 1),
        (b"\xff\xfes\0k\0u\0\n\0a", "broken", "utf-16le", 2, 1),
        (b"a,b\nc,\xe9\xe9\xff\n", "encoding", "7", 2, 3),
        (&gbk, "ambiguous", "cp932, gbk, big5, windows-1252", 2, 1),
        (open_quote.as_bytes(), "quote", "", 3, 3),
        (b"sku,units\nA,\"1\nB,2", "quote", "", 2, 3),
        (long.as_bytes(), "cell", "", 3, 3),
        (b"%PDF-1.7 ", "pdf", "", 0, 0),
        (b"\xef\xbb\xbf\n <!DOCTYPE HTML><p>", "html", "", 0, 0),
        (b"<?xml version='1.0'?>", "xml", "", 0, 0),
        (b"\x1f\x8b\x08\0", "zip", "", 0, 0),
    ] {
        let fault = read(bytes).unwrap_err();
        let found = (fault.reason, fault.detail.as_str(), fault.line, fault.column);
        assert_eq!(found, (reason, detail, line, column));
    }
}

#[test]
fn a_file_that_is_gone_is_a_fault_of_the_disk() {
    let fault = open(&world(b""), &"gone.csv".into(), &score).unwrap_err();
    assert_eq!((fault.reason, fault.line), ("io", 0));
}

#[test]
fn cells_stand_where_they_are_written() {
    let text = "date,茶,\"sku\"\r\nx,\"茶\r\n\"\"a\"\"\", 茶 ,\r\n";
    let world = world(text.as_bytes());
    let book = open(&world, &path(), &score).unwrap();
    let mut rows = book.rows(&world, 0, header(&book, 0)).unwrap();
    let row = last(&mut rows);
    let place = |cell| {
        let place = rows.place(&row, cell);
        (place.line, place.column, place.end_line, place.end_column)
    };
    assert_eq!(
        [0, 1, 2, 3, 9].map(place),
        [(2, 1, 2, 2), (2, 3, 2, 4), (3, 8, 3, 11), (3, 12, 3, 13), (3, 12, 3, 13)]
    );
    assert_eq!((row.cell(1), row.cell(2), row.raw(2), row.cell(9)), ("茶\r\n\"a\"", "茶", " 茶 ", ""));
    assert_eq!((row.width(3), row.width(2), row.len()), (3, 3, 4));
    let header = rows.header_place(2);
    assert_eq!((header.line, header.column, header.end_column), (1, 8, 13));
    assert_eq!(rows.address(&row, 0), None);
}

#[test]
fn quotes_in_files_with_tabs_are_quotes_only_where_that_makes_sense() {
    let title = |text: &str| table(format!("sku\ttitle\tunits\n{text}\nZ\tz\t9\n").as_bytes());
    let (last, after) = ((3, &["Z", "z", "9"][..]), (4, &["Z", "z", "9"][..]));
    for (text, cells, last) in [
        // A settlement: no quoting at all.
        ("A\t\"Best\" bottle\t1", vec!["A", "\"Best\" bottle", "1"], last),
        ("A\tbottle 5\"\t1", vec!["A", "bottle 5\"", "1"], last),
        ("A\t\"open\t1", vec!["A", "\"open", "1"], last),
        // A spreadsheet's "Unicode text".
        ("A\t\"a \"\"b\"\"\"\t1", vec!["A", "a \"b\"", "1"], last),
        ("A\t\"a\tb\"\t1", vec!["A", "a\tb", "1"], last),
        ("A\t\"a\nb\"\t1", vec!["A", "a\nb", "1"], after),
        ("A\ta\t\"1\n\"", vec!["A", "a", "1\n"], after),
    ] {
        assert_eq!(title(text), lines(&[(2, &cells), last]), "{text}");
    }
    // The quote that would close it stands in another row.
    let rows = title("A\t\"open\t1\nB\tb 5\"\t2");
    assert_eq!(rows[0].1, ["A", "\"open", "1"]);
    assert_eq!(rows[1], lines(&[(3, &["B", "b 5\"", "2"])])[0]);
}

#[test]
fn a_long_file_with_an_open_quote_in_a_tab_file_loses_no_line() {
    let text = "sku\tunits\n\"A\t1\n".to_owned() + &"B\t2\n".repeat(50_000);
    assert_eq!(table(text.as_bytes()).len(), 50_001);
}
