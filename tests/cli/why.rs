//! `opsreport why`: formulas explained without a workspace.

use crate::harness::Test;

fn why<const N: usize>(args: [&str; N]) -> Test {
    Test::new().words(std::iter::once("why").chain(args))
}

#[test]
fn a_chain_is_one_node_and_its_parts_sum() {
    let ran = why([
        "a * b * c",
        "--base",
        "a=100,b=20,c=2",
        "--actual",
        "a=120,b=18,c=3",
        "--format",
        "csv",
        "--exact",
    ])
    .stderr("")
    .code(0);
    assert_eq!(
        ran.out,
        "node,parent,base,actual,contribution,convention,stop\n\
         a * b * c,,4000,6480,2480,chain-rule,\n\
         a,a * b * c,100,120,2840/3,chain-rule,\n\
         b,a * b * c,20,18,-1660/3,chain-rule,\n\
         c,a * b * c,2,3,6260/3,chain-rule,\n"
    );
}

#[test]
fn parentheses_make_nodes_of_their_own_and_rounded_parts_still_sum() {
    let base = "sessions=40000,cvr=10%,upo=1.10,price=25";
    let actual = "sessions=46000,cvr=9%,upo=1.15,price=24.5";
    let ran = why(["(sessions * cvr) * (upo * price)", "--base", base, "--actual", actual]).code(0);
    insta::assert_snapshot!(ran.out);
    let thirds =
        why(["a * b * c", "--base", "a=1,b=1,c=1", "--actual", "a=2,b=2,c=2", "--format", "json"]).code(0);
    insta::assert_snapshot!(thirds.out);
}

#[test]
fn what_cannot_be_opened_says_why() {
    let asked = ["orders / sessions + extra", "--base", "orders=0,sessions=0,extra=1"];
    let [expr, flag, base] = asked;
    why([expr, flag, base, "--actual", "orders=9,sessions=100,extra=1", "--format", "csv"])
        .stdout(
            "node,parent,base,actual,contribution,convention,stop\n\
             orders / sessions + extra,,,1.090000,,chain-rule,not decomposable: sessions = 0 in base\n",
        )
        .stderr("orders / sessions + extra cannot be opened: sessions is 0 in --base\n")
        .code(0);
    let guarded = "c + if(b > 0, a / b, 0)";
    why([guarded, "--base", "a=0,b=0,c=5", "--actual", "a=6,b=2,c=7", "--exact", "--lang", "zh-Hant"])
        .says("if(b > 0, a / b, 0) 無法拆解：--base 的 b 是 0")
        .code(0);
}

#[test]
fn wrong_figures_are_told_with_what_to_write() {
    for (expr, base, actual, said) in [
        (
            "a * b",
            "a=1",
            "a=1,b=2",
            "--base gives no b, which the formula needs; write b=0 if there was none",
        ),
        (
            "a * b",
            "a=1,b=2",
            "a=1,b=2,c=3",
            "--actual gives c, which the formula does not name; it names: a, b",
        ),
        ("sessions * cvr", "session=1,cvr=2", "", "did you mean sessions?"),
        ("a", "a", "a=1", "--base takes NAME=NUMBER,…, such as sessions=40000,cvr=10%; not: a"),
        ("a", "a=1e3", "a=1", "not: a=1e3"),
        ("a", "a=1,a=2", "a=1", "--base gives a twice"),
        ("a × b", "a=1,b=1", "a=1,b=1", "no sense at character 3: × cannot stand there"),
        ("a +", "a=1", "a=1", "the formula ends at character 4"),
        ("sum(a)", "a=1", "a=1", "calls sum at character 1; there are min, max and if"),
        ("", "", "", "the formula ends at character 1"),
        ("a * b", "a=100000000000000000000,b=100000000000000000000", "a=1,b=2", "ask with --exact"),
    ] {
        why([expr, "--base", base, "--actual", actual]).stdout("").says(said).code(2);
    }
    why(["a * b", "--base", "a=1,b=2"]).says("--actual").code(2);
}

#[test]
fn signs_in_front_are_part_of_the_formula_and_of_figures() {
    let ran = why(["-a + 3", "--base", "a=-1", "--actual", "a=-4", "--exact", "--format", "json"]).code(0);
    let rows: Vec<serde_json::Value> = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(rows[0]["contribution"], "3");
    assert_eq!(rows[1]["parent"], "-a + 3");
}

/// Two months of one product in two marketplaces, a year apart, with a tree.
fn shop() -> Test {
    let tree = "trees:\n- {id: sales-drivers, name: What makes sales, root: sales, expr: \"(orders * upo) * asp\", \
        levels: [[units, asp], [orders, upo]]}\n";
    let results = "date,marketplace,sku,orders,units,sales\n\
        2025-10-01,US,M-1,4,5,50.00\n2025-10-31,US,M-1,3,3,30.00\n2025-10-01,CA,M-1,0,0,0.00\n\
        2026-10-01,US,M-1,5,7,84.00\n2026-10-31,US,M-1,3,4,40.00\n2026-10-31,CA,M-1,2,2,26.00\n";
    Test::new()
        .file("opsreport.yaml", "title: Shop\ncurrency: USD\nsource: sales.csv\nlanguages: [en]\n")
        .file("metrics.yaml", tree)
        .file("sales.csv", results)
}

#[test]
fn every_node_of_a_tree_is_a_row_and_its_parts_sum() {
    let asked = ["table", "why", "--from", "2026-10-01", "--to", "2026-10-31", "--format", "csv"];
    let ran = shop().words(asked.into_iter().chain(["--today", "2026-11-22"])).code(0);
    insta::assert_snapshot!(ran.out);
    shop()
        .words(["table", "why", "--metric", "units"])
        .says("no metric named units; there is: sales")
        .code(2);
}

#[test]
fn a_page_opens_a_change_in_nested_lines_that_sum_as_shown() {
    let ran = shop().args(["build", "--today", "2026-11-22"]).code(0);
    let page = ran.text("public/why/sales/2026-10.html");
    assert!(page.contains("+70.00 vs last year: Orders +39.46, "), "{page}");
    assert_eq!(page.matches("<details open>\n<summary class=\"row\">").count(), 2, "sales and units");
    for place in ["id=\"sales\"", "id=\"orders\"", "id=\"upo\"", "id=\"asp\""] {
        assert!(page.contains(place), "{place}");
    }
    let tree = page.split("class=\"tree\"").nth(1).unwrap().split("class=\"note\"").next().unwrap();
    let shown =
        |part: &str| part.split("</strong>").next()?.rsplit('>').next()?.replace('+', "").parse().ok();
    let parts: Vec<f64> = tree.split("<strong").skip(1).filter_map(shown).collect();
    let cents: Vec<i64> = parts.iter().map(|amount| (amount * 100.0).round() as i64).collect();
    assert_eq!(cents.len(), 5, "sales, units, orders, units per order, price: {cents:?}");
    assert_eq!((cents[1] + cents[4], cents[2] + cents[3]), (cents[0], cents[1]), "{cents:?}");
    for words in ["exact chain rule", "symmetric volume, mix and price", "New +26.00"] {
        assert!(page.contains(words), "{words}");
    }
    assert!(ran.text("public/index.html").contains("why/sales/2026-10.html"));
    assert!(ran.text("public/why/index.html").contains("sales/2026-10.html"));
    assert!(ran.exists("public/why/sales/marketplaces/us/2026-10.html"));
}
