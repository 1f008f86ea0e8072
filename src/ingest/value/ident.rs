//! Ids of orders, products and campaigns, freed from what spreadsheets put around them.

/// What a spreadsheet has made of an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ingest) enum Destroyed {
    /// `7.82115E+12`: digits are lost.
    Scientific,
    /// `468170906203317.0`: it went through a number, and leading noughts or last digits may be lost.
    Number,
    /// `#########`: the column was too narrow when it was saved.
    Hashes,
    /// `#NAME?`: taken for a formula.
    Error,
    /// U+FFFD: letters are lost by a wrong encoding.
    Letters,
}

const ERRORS: [&str; 7] = ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NUM!", "#NULL!"];

/// The id in a cell, without white space at its ends, the guard `="…"` and an apostrophe in front.
///
/// Empty when the cell is. Fails when a spreadsheet has destroyed the id: it must not be guessed.
pub(in crate::ingest) fn ident(cell: &str) -> Result<&str, Destroyed> {
    let bare = unguarded(trimmed(cell));
    damage(bare).map_or(Ok(bare), Err)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{200b}')
}

fn unguarded(text: &str) -> &str {
    let guarded = text.strip_prefix("=\"").and_then(|rest| rest.strip_suffix('"'));
    let bare = guarded.map_or(text, trimmed);
    bare.strip_prefix('\'').map_or(bare, trimmed)
}

fn damage(id: &str) -> Option<Destroyed> {
    if id.contains('\u{fffd}') {
        Some(Destroyed::Letters)
    } else if !id.is_empty() && id.bytes().all(|b| b == b'#') {
        Some(Destroyed::Hashes)
    } else if ERRORS.contains(&id) {
        Some(Destroyed::Error)
    } else if is_scientific(id) {
        Some(Destroyed::Scientific)
    } else {
        id.strip_suffix(".0").filter(|id| is_figures(id)).map(|_| Destroyed::Number)
    }
}

/// `1E+12`, `7.82115E+12`, `1,23e+15`: as spreadsheets write them, with one figure in front and a plus.
fn is_scientific(id: &str) -> bool {
    let Some((mantissa, exponent)) = id.split_once(['E', 'e']) else { return false };
    let figures = exponent.strip_prefix('+').is_some_and(|figures| figures.len() >= 2 && is_figures(figures));
    let (first, rest) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    figures && first.len() == 1 && is_figures(first) && is_figures(rest)
}

fn is_figures(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_freed_from_what_stands_around_them() {
        for (cell, id) in [
            ("=\"468170906203317\"", "468170906203317"),
            ("=\"0007\"", "0007"),
            ("'0007", "0007"),
            ("576460752303423488\t", "576460752303423488"),
            (" SW-CB-01-GY ", "SW-CB-01-GY"),
            ("\u{feff}B0TEST0001", "B0TEST0001"),
            ("", ""),
            ("=\"\"", ""),
            ("xocriQF295", "xocriQF295"),
            // Names that only look destroyed.
            ("1E5", "1E5"),
            ("12E+34", "12E+34"),
            ("SW-E+10", "SW-E+10"),
            ("1E-10", "1E-10"),
            ("#1-RED", "#1-RED"),
            ("V2.0", "V2.0"),
            ("10.05", "10.05"),
        ] {
            assert_eq!(ident(cell), Ok(id), "{cell}");
        }
    }

    #[test]
    fn destroyed_ids_are_refused() {
        for (cell, destroyed) in [
            ("7.82115E+12", Destroyed::Scientific),
            ("1,23E+15", Destroyed::Scientific),
            ("1E+12", Destroyed::Scientific),
            ("=\"7.82115E+12\"", Destroyed::Scientific),
            ("'1.2e+012", Destroyed::Scientific),
            ("#########", Destroyed::Hashes),
            ("#", Destroyed::Hashes),
            ("#NAME?", Destroyed::Error),
            ("#N/A", Destroyed::Error),
            ("468170906203317.0", Destroyed::Number),
            ("SW-\u{fffd}B-01", Destroyed::Letters),
        ] {
            assert_eq!(ident(cell), Err(destroyed), "{cell}");
        }
    }
}
