//! Old findings that are let pass, and the manual of findings.

use crate::harness::Test;

const COMPANY: &str = "\
company: {id: c, name: C, reporting_currency: USD, timezone: Asia/Taipei}
goals:
- {id: G1, metric: nonsense, year: 2026, target: 10, owner: p1}
";
const DEPARTMENTS: &str = "\
people: [{id: p1, name: P, dept: ops}]
departments: [{id: ops, name: Ops, lead: p1}]
";

/// A workspace with one finding: a goal of a figure that does not exist.
fn shop(lint: &str) -> Test {
    let config = format!("site: {{title: Test, languages: [en]}}\n{lint}");
    Test::new()
        .file("opsreport.yaml", &config)
        .file("company.yaml", COMPANY)
        .file("departments.yaml", DEPARTMENTS)
}

const KNOWN: &str = "lint: {baseline: known.yaml}\n";
const OF_NOW: [&str; 6] = ["check", "--today", "2026-11-22", "--deny", "info", "--quiet"];

#[test]
fn what_is_found_now_is_let_pass_and_said_when_it_is_gone() {
    let ran = shop(KNOWN).args(OF_NOW).says("warning[G003]").says("X011").code(1);
    let write = ["check", "--today", "2026-11-22", "--write-baseline", "known.yaml"];
    let ran = ran.then().args(write).says("wrote the known findings to known.yaml").code(0);
    let line = "- {code: G003, file: \"company.yaml\", id: \"G1\"}\n";
    assert!(ran.text("known.yaml").ends_with(line), "{}", ran.text("known.yaml"));
    let ran = ran.then().args(OF_NOW).stderr("").code(0);
    let ran =
        ran.then().args(["check", "--today", "2026-11-22"]).stderr("no findings (1 more known)\n").code(0);
    let mended = COMPANY.replace("nonsense", "sales");
    let stale =
        "known.yaml:3:3: warning[X010]: The baseline knows G003 in company.yaml, and it is found no more.";
    let ran = ran.then().file("company.yaml", &mended).args(OF_NOW).says(stale).code(1);
    let ran = ran.then().args(write).code(0);
    assert!(ran.text("known.yaml").ends_with("known: []\n"));
    ran.then().args(OF_NOW).stderr("").code(0);
}

#[test]
fn a_reason_is_kept_and_another_file_is_not_written_over() {
    let reasoned =
        "known:\n- {code: G003, file: \"company.yaml\", id: \"G1\", reason: \"a figure to come\"}\n";
    let write = ["check", "--today", "2026-11-22", "--write-baseline", "known.yaml"];
    let ran = shop(KNOWN).file("known.yaml", reasoned).args(write).code(0);
    assert!(ran.text("known.yaml").ends_with(reasoned));
    let over = ["check", "--today", "2026-11-22", "--write-baseline", "company.yaml"];
    let ran = ran.then().args(over).says("company.yaml is there and holds no baseline").code(2);
    assert_eq!(ran.text("company.yaml"), COMPANY);
}

#[test]
fn an_error_of_the_loop_may_be_known_but_not_one_of_the_files() {
    let broken = "people: [{id: p1, name: P, dept: nowhere}]\n";
    let write = ["check", "--today", "2026-11-22", "--write-baseline", "known.yaml"];
    let ran =
        shop(KNOWN).file("departments.yaml", broken).args(write).says("no baseline was written").code(1);
    assert!(!ran.exists("known.yaml"));
}

#[test]
fn a_code_that_does_not_exist_is_refused() {
    for lint in ["lint: {levels: {Z999: off}}\n", KNOWN] {
        let test = shop(lint).file("known.yaml", "known: [{code: Z999, file: company.yaml}]\n");
        test.args(OF_NOW).says("Z999").says("opsreport explain").code(1);
    }
}

#[test]
fn a_finding_is_explained_in_both_languages() {
    let english = Test::new().args(["explain", "c003", "--lang", "en"]).stderr("").code(0).out;
    assert!(english.starts_with("C003 · error by default · "), "{english}");
    for heading in ["\nWhy it matters\n", "\nExample · cycles/2026-10.yaml\n", "\nHow to mend it\n"] {
        assert!(english.contains(heading), "{english}");
    }
    let chinese = Test::new().args(["explain", "C003", "--lang", "zh-Hant"]).code(0).out;
    assert!(chinese.contains("\n為什麼要緊\n"), "{chinese}");
    let list = Test::new().args(["explain"]).code(0).out;
    for code in opsreport::diagnostic::CODES {
        assert!(list.contains(&format!("{}  {}", code.name, code.severity.word())), "{}", code.name);
    }
    Test::new().args(["explain", "C0003"]).says("did you mean C003?").code(2);
    Test::new().args(["explain", "why"]).says("all codes: opsreport explain").code(2);
}
