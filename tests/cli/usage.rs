//! Wrong use, languages, help.

use crate::harness::Test;

#[test]
fn without_a_workspace_the_way_to_one_is_shown() {
    Test::new()
        .args(["check"])
        .stderr(
            "error: no opsreport.yaml here or in ./content; name its folder with --root, or begin with: \
             opsreport new DIR\n",
        )
        .code(2);
    Test::new()
        .args(["check", "--root", "shop"])
        .stderr(
            "error: no opsreport.yaml in shop; write one (title: My shop is enough to begin), or begin with: \
             opsreport new DIR\n",
        )
        .code(2);
}

#[test]
fn the_workspace_is_here_or_in_content() {
    Test::workspace().args(["check"]).code(0);
    Test::new().file("content/opsreport.yaml", "title: Test\n").args(["build"]).code(0);
}

#[test]
fn messages_follow_the_flag_then_the_environment() {
    let chinese = "沒有 opsreport.yaml";
    Test::new().args(["check"]).env("LANG", "zh_TW.UTF-8").says(chinese).code(2);
    Test::new().args(["check", "--lang", "zh-Hant"]).env("LANG", "en_US.UTF-8").says(chinese).code(2);
    let english = "no opsreport.yaml";
    Test::new().args(["check", "--lang", "en"]).env("LC_ALL", "zh_TW.UTF-8").says(english).code(2);
    Test::new().args(["check"]).env("LC_ALL", "C").env("LANG", "zh_TW.UTF-8").says(english).code(2);
}

#[test]
fn a_slip_of_the_finger_is_wrong_use() {
    Test::new().args(["biuld"]).says("a similar subcommand exists: 'build'").code(2);
    Test::new().args(["build", "--today", "2026-02-29"]).says("not a date of the form 2026-11-22").code(2);
    Test::new()
        .args(["check", "--format", "xml"])
        .says("[possible values: text, json, github, sarif]")
        .code(2);
    Test::workspace().args(["table", "sales"]).says("[possible values: results,").code(2);
    Test::workspace()
        .args(["table", "plan", "--where", "US"])
        .says("--where takes KEY=VALUE, not: US")
        .code(2);
    Test::workspace()
        .args(["table", "plan", "--from", "2026-02-01", "--to", "2026-01-01"])
        .says("--from 2026-02-01 lies after --to 2026-01-01")
        .code(2);
    Test::workspace().args(["check"]).env("SOURCE_DATE_EPOCH", "soon").says("SOURCE_DATE_EPOCH").code(2);
}

#[test]
fn help_names_the_commands_and_the_exit_codes() {
    let help = Test::new().args(["--help"]).stderr("").code(0).out;
    for word in [
        "new",
        "build",
        "check",
        "import",
        "table",
        "forecast",
        "archive",
        "verify",
        "diff",
        "explain",
        "completions",
        "man",
        "is not what its manifest says",
        "another build holds the output folder",
    ] {
        assert!(help.contains(word), "{word}: {help}");
    }
}

#[test]
fn completions_and_manuals_are_printed() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(Test::new().args(["completions", shell]).stderr("").code(0).out.contains("opsreport"));
    }
    assert!(Test::new().args(["man"]).code(0).out.starts_with(".ie"));
    assert!(Test::new().args(["man", "build"]).code(0).out.contains("opsreport\\-build"));
    Test::new().args(["man", "nothing"]).says("no such command: nothing").code(2);
}

/// Every table has one name, and the README names it.
#[test]
fn tables_are_named_once_and_in_the_readme() {
    let names: std::collections::BTreeSet<&str> = opsreport::tables::TABLES.iter().copied().collect();
    assert_eq!(names.len(), opsreport::tables::TABLES.len(), "a table is named twice");
    let readme = include_str!("../../README.md");
    let row = readme.lines().find(|line| line.contains("`opsreport table NAME`")).unwrap();
    for name in names {
        assert!(row.contains(&format!("`{name}`")), "{name}");
    }
}
