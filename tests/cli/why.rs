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
