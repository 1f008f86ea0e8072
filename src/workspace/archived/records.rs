//! Records of the CSV files of an archive (RFC 4180), as this program writes them.

/// A record under the names of its header.
pub(super) struct Record<'a> {
    names: &'a [String],
    fields: Vec<String>,
}

impl Record<'_> {
    /// The field of a name; nothing when it is empty or there is no such column.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let at = self.names.iter().position(|own| own == name)?;
        self.fields.get(at).map(String::as_str).filter(|field| !field.is_empty())
    }

    /// The columns whose names begin with a stem, each with what follows it.
    pub(super) fn with_stem<'s>(&'s self, stem: &'s str) -> impl Iterator<Item = (&'s str, &'s str)> {
        let named = self.names.iter().zip(&self.fields);
        named.filter_map(move |(name, field)| Some((name.strip_prefix(stem)?, field.as_str())))
    }
}

/// Every record of a text by a reader of them. Nothing when a record has another number of fields than the header, or
/// the reader cannot read one.
pub(super) fn read<T>(text: &str, read: impl Fn(&Record<'_>) -> Option<T>) -> Option<Vec<T>> {
    let mut rest = text;
    let names = next(&mut rest)?;
    let mut rows = Vec::new();
    while !rest.is_empty() {
        let fields = next(&mut rest)?;
        let record = Record { names: &names, fields };
        rows.push(Some(&record).filter(|record| record.fields.len() == names.len()).and_then(&read)?);
    }
    Some(rows)
}

/// The fields of the next record, which are taken from the text.
fn next(rest: &mut &str) -> Option<Vec<String>> {
    let (mut fields, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' if quoted && letters.next_if(|(_, next)| *next == '"').is_some() => field.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(unguarded(std::mem::take(&mut field))),
            '\n' if !quoted => {
                *rest = &rest[at + 1..];
                fields.push(unguarded(field));
                return Some(fields);
            }
            letter => field.push(letter),
        }
    }
    None
}

/// Words that a spreadsheet would run stand behind an apostrophe in files: without it.
fn unguarded(field: String) -> String {
    let signs = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'];
    match field.strip_prefix('\'') {
        Some(words) if words.starts_with(signs) => words.to_owned(),
        _ => field,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Option<Vec<(String, String)>> {
        read(text, |record| Some((record.get("a")?.to_owned(), record.get("b").unwrap_or("-").to_owned())))
    }

    #[test]
    fn records_read_as_they_are_written() {
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        let text = "a,b\n\"x, \"\"y\"\"\nz\",\n\"'=1\",2\n";
        assert_eq!(rows(text), Some(vec![pair("x, \"y\"\nz", "-"), pair("=1", "2")]));
        assert_eq!(rows("a,b\n"), Some(Vec::new()));
    }

    #[test]
    fn a_file_that_is_cut_or_ragged_is_refused() {
        for text in ["", "a,b", "a,b\n1", "a,b\n1\n", "a,b\n1,2,3\n", "a,b\n\"1,2\n", "a,b\n,2\n"] {
            assert_eq!(rows(text), None, "{text:?}");
        }
    }
}
