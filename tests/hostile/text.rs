//! Characters that show nothing, turn text around, or are none.

use crate::shop::Shop;

fn product(name: &str) -> String {
    format!("products:\n- {{id: mug, name: {name}, status: live, skus: [{{sku: M-1}}]}}\n")
}

#[test]
fn hidden_characters_are_shown_and_told() {
    let page = "---\ntitle: A\u{202e}b\n---\n\nHi \u{202e}there\u{1b}[31m\n";
    let name = "\"M\\0u\\u202eg\\u2066 \\x01x\"";
    let ran = Shop::new().file("products.yaml", product(name)).file("pages/a.md", page).build();
    let ran = ran.done("products.yaml:2:19: warning[Y013]").done("(U+0000)");
    let ran = ran.done("pages/a.md:2:").done("pages/a.md:5:4: warning[Y013]");
    let site = ran.site();
    assert!(site["products/mug.html"].contains("M\u{fffd}u\u{fffd}g\u{fffd} \u{fffd}x"));
    let hidden = |c: char| {
        matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
            || (c.is_control() && !"\n\r\t".contains(c))
    };
    for (path, text) in site {
        assert!(!text.contains(hidden), "{path}");
    }
}

#[test]
fn hidden_characters_of_a_table_are_told_and_never_part_of_an_id() {
    let ran = Shop::new().rows("2026-10-01,US,M-\u{1b}[31m\u{202e}1,3,30.00\n").check();
    assert!(!ran.said.contains(['\u{1b}', '\u{202e}']), "{}", ran.said);
    ran.refused("results/october.csv:2:15: error[I103]").refused("warning[I118]: 2 characters");
}

#[test]
fn what_is_no_text_is_refused_at_its_byte() {
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("products.yaml", product("M\u{1}ug").into_bytes(), "products.yaml:2:19: error[Y001]"),
        ("products.yaml", product("\"M\\ud800ug\"").into_bytes(), "products.yaml:2:19: error[Y001]"),
        (
            "products.yaml",
            [product("M").as_bytes(), b"# \xed\xa0\x80\n"].concat(),
            "products.yaml:3:3: error[Y001]",
        ),
        ("pages/a.md", b"# A\n\nM\xff\n".to_vec(), "pages/a.md:3:2: error[Y001]"),
    ];
    for (path, bytes, says) in cases {
        Shop::new().file(path, bytes).check().refused(says);
    }
}
