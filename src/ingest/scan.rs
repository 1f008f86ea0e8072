//! Where the cells of a record stand in the text. Slow and exact: for findings and checks only.

/// Where a cell stands: lines below the record's first, and columns in characters from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CellPlace {
    pub(super) line: u32,
    pub(super) column: u32,
    /// The column after its last character; 0 when it ends on another line.
    pub(super) end_column: u32,
}

/// The cells of one record.
#[derive(Debug)]
pub(super) struct Scan {
    pub(super) cells: Vec<CellPlace>,
    /// Whether the last quote that was opened is closed again.
    pub(super) closed: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum State {
    /// At the first character of a cell.
    Start,
    /// In a cell, outside of quotes.
    Plain,
    /// Between quotes.
    Quoted,
    /// Just after a quote that may be the end of its cell.
    Closed,
}

/// Scans the record that `text` begins with.
pub(super) fn record(text: &str, delimiter: char) -> Scan {
    let (mut line, mut column) = (0, 1);
    let mut state = State::Start;
    let mut cells = vec![CellPlace { line, column, end_column: 0 }];
    for c in text.chars() {
        match (state, c) {
            (State::Quoted, '"') => state = State::Closed,
            (State::Quoted, _) => {}
            // The second quote of a pair returns into the quotes; one inside plain text means nothing.
            (State::Start | State::Closed, '"') => state = State::Quoted,
            (_, '\n' | '\r') => break,
            (_, c) if c == delimiter => {
                end(&mut cells, line, column);
                cells.push(CellPlace { line, column: column + 1, end_column: 0 });
                state = State::Start;
            }
            _ => state = State::Plain,
        }
        (line, column) = if c == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    end(&mut cells, line, column);
    Scan { cells, closed: state != State::Quoted }
}

fn end(cells: &mut [CellPlace], line: u32, column: u32) {
    if let Some(cell) = cells.last_mut().filter(|cell| cell.line == line) {
        cell.end_column = column;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_behind_quotes_and_line_ends() {
        let scan = record("茶,\"a,\"\"b\"\"\nc\",d\nnext,row", ',');
        let places: Vec<_> =
            scan.cells.iter().map(|cell| (cell.line, cell.column, cell.end_column)).collect();
        assert_eq!(places, [(0, 1, 2), (0, 3, 0), (1, 4, 5)]);
        assert!(scan.closed);
    }

    #[test]
    fn a_quote_left_open_is_noticed() {
        for (text, closed) in [
            ("a,\"b\nc,d", false),
            ("a,\"b\"", true),
            ("a,b\"c", true),
            ("a,\"b\"\"", false),
            ("\"a\"b\"", true),
        ] {
            assert_eq!(record(text, ',').closed, closed, "{text}");
        }
    }
}
