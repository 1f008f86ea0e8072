use proptest::prelude::*;

use super::*;

/// A reading whose every text is this one.
fn reading(text: &str) -> Reading {
    let words = || text.to_owned();
    let fact = || Fact { name: words().into(), value: words().into() };
    let full = || Cell { sub: Some(words().into()), lines: vec![words().into()], ..Cell::new(words()) };
    let table = || Table {
        caption: words().into(),
        columns: [ColumnKind::Text, ColumnKind::Number].map(|kind| Column::new(words(), kind)).to_vec(),
        rows: vec![Row { cells: vec![full(), Cell::default()], total: true, ..Row::default() }],
        note: Some(words().into()),
        ..Table::default()
    };
    let passages = vec![
        Passage::Heading(words()),
        Passage::Words(words()),
        Passage::Facts(vec![fact()]),
        Passage::Table(table()),
        Passage::Tables(vec![table()]),
    ];
    Reading {
        lang: Lang::new("zh-Hant"),
        company: words(),
        title: words(),
        message: words(),
        on: words(),
        notices: vec![words()],
        about: vec![fact()],
        chapters: vec![Chapter { heading: words(), passages }],
    }
}

fn made(text: &str) -> String {
    source(&[reading(text)], Day::new(2026, 11, 20).unwrap())
}

/// The source with its strings left out, and the strings themselves, read as Typst reads them.
fn lexed(source: &str) -> (String, Vec<String>) {
    let (mut code, mut strings, mut signs) = (String::new(), Vec::new(), source.chars());
    while let Some(sign) = signs.next() {
        code.push(sign);
        if sign == '"' {
            let mut string = String::new();
            loop {
                match signs.next().unwrap() {
                    '"' => break,
                    '\\' => string.push(match signs.next().unwrap() {
                        'n' => '\n',
                        sign => sign,
                    }),
                    sign => string.push(sign),
                }
            }
            strings.push(string);
        }
    }
    (code, strings)
}

proptest! {
    #[test]
    fn a_text_is_never_anything_but_a_string(text in "(\\PC|[\"\\\\#$`*_\\n\\[\\]{}()@<>/]){1,40}") {
        let (code, strings) = lexed(&made(&text));
        let (harmless, _) = lexed(&made("x"));
        prop_assert_eq!(code, harmless);
        prop_assert!(strings.iter().filter(|string| **string == text).count() >= 27);
    }
}

#[test]
fn signs_that_no_font_draws_are_spaces() {
    assert_eq!(quoted("a\u{0}\u{7}\tb\"\\\n"), r#""a   b\"\\\n""#);
}

#[test]
fn languages_are_named_as_typst_names_them() {
    for (tag, found) in [
        ("zh-Hant", ("zh", Some("TW"))),
        ("zh-Hant-HK", ("zh", Some("HK"))),
        ("en", ("en", None)),
        ("en-GB", ("en", Some("GB"))),
    ] {
        assert_eq!(place(&Lang::new(tag)), found);
    }
}

#[test]
fn the_source_of_a_small_reading() {
    let source = made("茶 \"#strike[x]\"");
    let data = source.strip_prefix(PREAMBLE).unwrap();
    insta::assert_snapshot!(data);
}
