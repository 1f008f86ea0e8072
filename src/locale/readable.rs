//! What the parser of message files cannot bear, looked for before it reads them.

/// Braces that may be open within one message: the parser descends into each.
const DEEPEST: usize = 50;

/// Why the parser must not be given this file; nothing when it may.
pub(super) fn unreadable(file: &str) -> Option<&'static str> {
    if has_cut_escape(file) {
        return Some("a character escape needs 4 hexadecimal digits after \\u, 6 after \\U");
    }
    is_deep(file).then_some("more than 50 braces stand in each other")
}

/// Whether an escape ends early at a letter outside of ASCII: the parser would cut that letter in two.
fn has_cut_escape(file: &str) -> bool {
    let cut = |mark: &str, digits: usize| {
        file.match_indices(mark).any(|(at, _)| {
            let mut after = file[at + mark.len()..].chars().take(digits);
            after.find(|letter| !letter.is_ascii_hexdigit()).is_some_and(|letter| !letter.is_ascii())
        })
    };
    cut("\\u", 4) || cut("\\U", 6)
}

fn is_deep(file: &str) -> bool {
    let mut depth = 0_usize;
    file.lines().any(|line| {
        if line.starts_with(|first: char| first.is_ascii_alphabetic() || "-#".contains(first)) {
            depth = 0;
        }
        line.bytes().any(|byte| {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > DEEPEST
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::Locale;
    use crate::quantity::Lang;

    #[test]
    fn files_that_would_make_the_parser_fall_are_refused() {
        let deep = format!("a = {}x{}", "{".repeat(100_000), "}".repeat(100_000));
        for file in ["a = { \"\\u00e茶\" }", "a = { \"\\U0000é\" }", &deep] {
            assert!(Locale::new(&Lang::new("en"), [file]).is_err());
        }
        let fine = format!("{}b = {{ \"\\u00e9茶\" }}\n", "a = { \"{\" }\n".repeat(60));
        assert_eq!(Locale::new(&Lang::new("en"), [fine.as_str()]).unwrap().text("b"), "é茶");
    }
}
