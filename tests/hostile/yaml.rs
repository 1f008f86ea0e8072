//! YAML made to exhaust the reader, or to be read as something else.

use std::fmt::Write;

use crate::shop::Shop;

/// Lists of lists by aliases: nine to the tenth power when they are written out.
fn bomb(key: &str) -> String {
    let mut text = format!("{key}: &a [x,x,x,x,x,x,x,x,x]\n");
    for level in b'b'..b'k' {
        let aliases = vec![format!("*{}", char::from(level - 1)); 9].join(",");
        writeln!(text, "{0}: &{0} [{aliases}]", char::from(level)).unwrap();
    }
    text
}

#[test]
fn a_bomb_of_aliases_is_refused_wherever_it_is_read() {
    for (path, key) in
        [("products.yaml", "products"), ("company.yaml", "company"), ("opsreport.yaml", "site")]
    {
        let ran = Shop::new().file(path, bomb(key)).check();
        ran.refused(&format!("{path}:5:23: error[Y001]: This is not YAML: more values than a file may hold"));
    }
}

#[test]
fn nesting_without_end_is_refused() {
    let steps: String = (0..3000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    let cases = [
        (format!("products: {}{}", "[".repeat(10_000), "]".repeat(10_000)), "products.yaml:1:"),
        (
            format!("products: {}{}", "{a: ".repeat(10_000), "}".repeat(10_000)),
            "products.yaml:1:264: error[Y001]",
        ),
        (steps, "products.yaml:65:65: error[Y001]"),
        ("- ".repeat(100_000) + "x", "products.yaml:1:131: error[Y001]"),
        ("? ".repeat(100_000) + "x", "products.yaml:1:131: error[Y001]"),
    ];
    for (text, place) in cases {
        Shop::new().file("products.yaml", text).check().refused(place);
    }
}

#[test]
fn a_million_keys_are_refused() {
    let keys: String = (0..1_000_000).map(|key| format!("  k{key}: 1\n")).collect();
    let ran = Shop::new().file("products.yaml", format!("products:\n{keys}")).check();
    ran.refused("products.yaml:250000:12: error[Y001]: This is not YAML: more values than a file may hold");
}

#[test]
fn tags_tabs_and_double_keys_are_refused() {
    let product = "products:\n- {id: mug, name: Mug, status: live, skus: [{sku: M-1}]}\n";
    let cases = [
        (
            "products:\n- !!python/object/apply:os.system [\"touch pwned\"]\n".to_owned(),
            "products.yaml:2:35: error[Y001]",
        ),
        ("products:\n\t- {id: mug}\n".to_owned(), "products.yaml:2:1: error[Y001]"),
        (format!("{product}products: []\n"), "products.yaml:3:1: error[Y002]"),
        (
            product.replace("name:", "<<: {a: b}, name:"),
            "products.yaml:2:13: error[Y003]: There is no key `<<` here.",
        ),
    ];
    for (text, says) in cases {
        Shop::new().file("products.yaml", text).check().refused(says);
    }
}
