//! Any table, written in any way, is read back.

use encoding_rs::{BIG5, GBK, SHIFT_JIS, WINDOWS_1252};
use proptest::prelude::*;

use super::*;

/// Ways of writing the same table.
#[derive(Clone, Copy, Debug)]
struct Style {
    encoding: &'static str,
    line_end: &'static str,
    delimiter: char,
    mark: bool,
    last_end: bool,
    preamble: usize,
}

const ENCODINGS: [&str; 7] = ["utf-8", "utf-16le", "utf-16be", "cp932", "gbk", "big5", "windows-1252"];

fn styles() -> impl Strategy<Value = Style> {
    let ends = prop::sample::select(vec!["\n", "\r\n", "\r"]);
    let delimiters = prop::sample::select(vec![',', '\t', ';', '|']);
    let encodings = prop::sample::select(ENCODINGS.to_vec());
    let rest = (any::<bool>(), any::<bool>(), 0..12_usize);
    (encodings, ends, delimiters, rest).prop_map(
        |(encoding, line_end, delimiter, (mark, last_end, preamble))| Style {
            encoding,
            line_end,
            delimiter,
            mark,
            last_end,
            preamble,
        },
    )
}

/// Letters that an encoding has, and all that has a meaning in tables.
fn letters(encoding: &str) -> &'static str {
    match encoding {
        "cp932" => "Aあ茶ｱ表,;|\t\" \n",
        "gbk" => "A茶壶的镕,;|\t\" \n",
        "big5" => "A茶壺的功,;|\t\" \n",
        "windows-1252" => "Aäéß€–,;|\t\" \n",
        _ => "Aä茶😀あ,;|\t\"' \n\u{fffd}",
    }
}

/// A column that only the right encoding makes known.
fn name(encoding: &str) -> &'static str {
    match encoding {
        "cp932" => "商品名",
        "gbk" => "标题",
        "windows-1252" => "Umsätze",
        _ => "標題",
    }
}

fn cell(letters: &'static str) -> impl Strategy<Value = String> {
    let letter = prop::sample::select(letters.chars().collect::<Vec<_>>());
    prop::collection::vec(letter, 0..8).prop_map(|letters| letters.into_iter().collect())
}

fn files() -> impl Strategy<Value = (Style, Vec<Vec<String>>)> {
    styles().prop_flat_map(|style| {
        // In a file with tabs a cell with tabs and line ends may look like two whole rows.
        let tabs = style.delimiter == '\t';
        let cell = cell(letters(style.encoding))
            .prop_map(move |cell| if tabs { cell.replace('\t', " ") } else { cell });
        let row = prop::collection::vec(cell, 3);
        (Just(style), prop::collection::vec(row, 1..12))
    })
}

/// A row with quotes round the cells that need them.
fn written(row: &[String], style: Style) -> String {
    let quoted = |cell: &String| match cell.contains([style.delimiter, '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.clone(),
    };
    row.iter().map(quoted).collect::<Vec<_>>().join(&style.delimiter.to_string())
}

fn file(style: Style, rows: &[Vec<String>]) -> Vec<u8> {
    let header = ["sku", name(style.encoding), "b", "c"].map(str::to_owned);
    let mut text: Vec<String> = vec![format!("a note{0}{0}{0}", style.delimiter); style.preamble];
    text.push(written(&header, style));
    text.extend(rows.iter().map(|row| written(row, style)));
    let text = text.join(style.line_end) + if style.last_end { style.line_end } else { "" };
    let marked = format!("{}{text}", if style.mark { "\u{feff}" } else { "" });
    match style.encoding {
        "utf-16le" => utf_16(&marked, false),
        "utf-16be" => utf_16(&marked, true),
        "cp932" => encoded(&text, SHIFT_JIS),
        "gbk" => encoded(&text, GBK),
        "big5" => encoded(&text, BIG5),
        "windows-1252" => encoded(&text, WINDOWS_1252),
        _ => marked.into_bytes(),
    }
}

/// What the `csv` crate reads below the first line.
fn oracle(text: &str) -> Vec<Vec<String>> {
    let reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let rows = reader.into_records().map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>());
    rows.filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_table_is_read_back((style, rows) in files()) {
        // A first cell that is never empty keeps a row from being a blank one.
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| [vec!["K".to_owned()], row].concat()).collect();
        let (form, read) = read(&file(style, &rows)).unwrap();
        prop_assert_eq!(form, Form::Text { encoding: style.encoding });
        prop_assert_eq!(read.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), rows);
    }

    #[test]
    fn commas_and_quotes_mean_what_they_mean_to_the_csv_crate(body in "[a\", \n\r]{0,40}") {
        let text = format!("sku,units\n{body}");
        match read(text.as_bytes()) {
            Ok((_, rows)) => {
                prop_assert_eq!(rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), oracle(&text));
            }
            Err(fault) => prop_assert_eq!(fault.reason, "quote"),
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), start in 0..6_usize) {
        let start: &[u8] = [&b""[..], b"PK\x03\x04", b"\xff\xfe", b"sku,units\n", b"sku\tunits\n", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"][start];
        let _ = read(&[start, &bytes].concat());
    }
}
