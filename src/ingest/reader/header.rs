//! Header names in one form, so that `Sessions – Total` and `sessions - total` are the same column.

use unicode_normalization::UnicodeNormalization;

use crate::quantity::Currency;

/// Currency marks that exports put behind a column's name, with the currency where they mean one only.
const MARKS: [(&str, Option<&str>); 12] = [
    ("($)", None),
    ("(usd)", Some("USD")),
    ("(€)", Some("EUR")),
    ("(eur)", Some("EUR")),
    ("(¥)", None),
    ("(jpy)", Some("JPY")),
    ("(£)", Some("GBP")),
    ("(gbp)", Some("GBP")),
    ("(cad)", Some("CAD")),
    ("(mxn)", Some("MXN")),
    ("(ca$)", Some("CAD")),
    ("(mx$)", Some("MXN")),
];

/// The form in which header names are compared.
///
/// Full-width letters become plain, every dash a hyphen, every quote a straight one; white space, a byte
/// order mark and a currency mark at the end are dropped; letters become small.
pub(in crate::ingest) fn normalise(name: &str) -> String {
    let lower = lower(name);
    let bare = MARKS.iter().find_map(|(mark, _)| lower.strip_suffix(mark)).filter(|bare| !bare.is_empty());
    bare.unwrap_or(&lower).to_owned()
}

/// The currency that a column's name ends with.
pub(in crate::ingest) fn currency(name: &str) -> Option<Currency> {
    let lower = lower(name);
    let (_, code) = MARKS.iter().find(|(mark, _)| lower.ends_with(mark))?;
    Currency::parse((*code)?)
}

fn lower(name: &str) -> String {
    let kept = name.nfkc().filter(|c| !c.is_whitespace() && *c != '\u{feff}').map(plain);
    kept.collect::<String>().to_lowercase()
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
    use super::*;

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

    #[test]
    fn a_name_may_end_with_a_currency() {
        for (name, code) in [
            ("Spend(USD)", Some("USD")),
            ("7 Tage, Umsatz gesamt (€)", Some("EUR")),
            ("Average Price (past 360 days) (CAD)", Some("CAD")),
            ("7 Day Total Sales ($)", None),
            ("Cost Per Click (CPC)", None),
            ("Spend", None),
        ] {
            assert_eq!(currency(name), code.and_then(Currency::parse), "{name}");
        }
    }
}
