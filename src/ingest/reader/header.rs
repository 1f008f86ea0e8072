//! Header names in one form, so that `Sessions – Total` and `sessions - total` are the same column.

use unicode_normalization::UnicodeNormalization;

/// Currency marks that exports put behind a column's name.
const MARKS: [&str; 12] =
    ["($)", "(usd)", "(€)", "(eur)", "(¥)", "(jpy)", "(£)", "(gbp)", "(cad)", "(mxn)", "(ca$)", "(mx$)"];

/// The form in which header names are compared.
///
/// Full-width letters become plain, every dash a hyphen, every quote a straight one; white space, a byte
/// order mark and a currency mark at the end are dropped; letters become small.
pub(in crate::ingest) fn normalise(name: &str) -> String {
    let kept = name.nfkc().filter(|c| !c.is_whitespace() && *c != '\u{feff}').map(plain);
    let lower = kept.collect::<String>().to_lowercase();
    let bare = MARKS.iter().find_map(|mark| lower.strip_suffix(mark)).filter(|bare| !bare.is_empty());
    bare.unwrap_or(&lower).to_owned()
}

fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::normalise;

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (name, form) in [
            ("Sessions – Total", "sessions-total"),
            ("\u{feff}(Parent) ASIN", "(parent)asin"),
            ("（子）ASIN", "(子)asin"),
            ("7 Day Total Sales\u{a0}($) ", "7daytotalsales"),
            ("Seller’s SKU", "seller'ssku"),
            ("($)", "($)"),
        ] {
            assert_eq!(normalise(name), form, "{name}");
        }
    }
}
