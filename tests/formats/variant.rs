//! The same file as other programs would save it.

use std::collections::BTreeSet;

use serde_json::Value;

/// A text with the place of its header.
pub(crate) struct Variant<'t> {
    text: &'t str,
    /// The lines before the header.
    preamble: &'t str,
    /// The header and what follows.
    table: &'t str,
    delimiter: u8,
}

impl<'t> Variant<'t> {
    /// The text, and what `import` says of it.
    pub(crate) fn new(text: &'t str, record: &Value) -> Self {
        let line = usize::try_from(record["header_line"].as_u64().unwrap()).unwrap();
        let delimiter = record["delimiter"].as_str().unwrap().as_bytes()[0];
        let bare = text.trim_start_matches('\u{feff}');
        let mut rest = bare;
        for _ in 1..line {
            let end = rest.find(['\n', '\r']).unwrap();
            rest = &rest[end + if rest[end..].starts_with("\r\n") { 2 } else { 1 }..];
        }
        Variant { text, preamble: &bare[..bare.len() - rest.len()], table: rest, delimiter }
    }

    /// All variants by name.
    pub(crate) fn all(&self) -> Vec<(&'static str, Vec<u8>)> {
        let mut all = vec![
            ("with a byte order mark or without", self.other_mark()),
            ("with bare CR", self.bare_cr()),
            ("without a final newline", self.text.trim_end_matches(['\n', '\r']).to_owned()),
            ("all cells quoted, with CRLF", self.quoted()),
            ("with three padded lines above", self.padded()),
        ];
        all.extend(self.shuffled().map(|text| ("with its columns shuffled", text)));
        all.into_iter().map(|(name, text)| (name, text.into_bytes())).collect()
    }

    fn other_mark(&self) -> String {
        match self.text.strip_prefix('\u{feff}') {
            Some(bare) => bare.to_owned(),
            None => format!("\u{feff}{}", self.text),
        }
    }

    fn bare_cr(&self) -> String {
        self.text.replace("\r\n", "\n").replace('\n', "\r")
    }

    /// As a spreadsheet pads the lines above a table.
    fn padded(&self) -> String {
        let width = self.records().first().map_or(1, Vec::len);
        let line = char::from(self.delimiter).to_string().repeat(width - 1) + "\n";
        line.repeat(3) + self.preamble + self.table
    }

    fn quoted(&self) -> String {
        let preamble = self.preamble.replace("\r\n", "\n").replace('\n', "\r\n");
        preamble + &self.write(self.records(), csv::QuoteStyle::Always)
    }

    /// The columns from the last to the first; not of tables with rows of several widths, such as footers, nor
    /// with two columns of one name, of which the first is meant.
    fn shuffled(&self) -> Option<String> {
        let mut records = self.records();
        let header: Vec<String> = records.first()?.iter().map(|name| name.trim().to_lowercase()).collect();
        let names: BTreeSet<&String> = header.iter().collect();
        if names.len() < header.len() || records.iter().any(|record| record.len() != header.len()) {
            return None;
        }
        records.iter_mut().for_each(|record| record.reverse());
        Some(self.preamble.to_owned() + &self.write(records, csv::QuoteStyle::Necessary))
    }

    fn records(&self) -> Vec<Vec<String>> {
        let mut reader = csv::ReaderBuilder::new();
        reader.delimiter(self.delimiter).has_headers(false).flexible(true);
        // Exports with tabs are not quoted.
        reader.quoting(self.delimiter != b'\t');
        let records = reader.from_reader(self.table.as_bytes()).into_records();
        records.map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
    }

    fn write(&self, records: Vec<Vec<String>>, style: csv::QuoteStyle) -> String {
        let mut builder = csv::WriterBuilder::new();
        builder.delimiter(self.delimiter).flexible(true).quote_style(style);
        let mut writer = builder.terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        records.iter().for_each(|record| writer.write_record(record).unwrap());
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    }
}
