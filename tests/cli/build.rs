//! `opsreport build`: what is published, and what survives.

use crate::harness::{Test, tree};

#[test]
fn a_build_says_what_it_published() {
    let built = Test::workspace().args(["build"]).says("new, 0 changed, 0 removed) to public\n").code(0);
    let again = built.then().args(["build"]).says("0 new, 0 changed, 0 removed) to public\n").code(0);
    again.then().args(["build", "--quiet"]).stderr("").code(0);
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let first = Test::workspace().args(["build", "--today", "2026-11-22", "--out", "a"]).code(0);
    let before = first.tree("a");
    let second = first
        .then()
        .args(["build", "--today", "2026-11-22", "--out", "b"])
        .env("TZ", "Asia/Tokyo")
        .env("LANG", "zh_TW.UTF-8");
    assert_eq!(second.code(0).tree("b"), before);
}

#[test]
fn a_folder_of_somebody_else_is_not_replaced() {
    let ran = Test::workspace()
        .file("public/thesis.txt", "years")
        .args(["build"])
        .stderr(
            "error: cannot publish to public: it is not empty and has no manifest-sha256.txt, so opsreport did \
             not write it; name a new or an empty folder with --out\n",
        )
        .code(3);
    assert_eq!(ran.tree("public").len(), 1);
    Test::workspace().args(["build", "--out", "."]).says("it is the workspace, or holds it").code(3);
    Test::workspace().args(["build", "--out", "/"]).says("the home folder or the root").code(3);
}

#[test]
fn a_held_folder_is_code_5() {
    let test = Test::workspace().file(".public.lock", "");
    let lock = std::fs::File::open(test.path(".public.lock")).unwrap();
    lock.lock().unwrap();
    let ran = test
        .args(["build"])
        .says("another run of opsreport is writing here; try again when it is done")
        .code(5);
    drop(lock);
    ran.then().args(["build"]).code(0);
}

/// The limit on the size of files stands for a full disk.
#[test]
fn a_full_disk_leaves_the_old_site() {
    let built = Test::workspace().args(["build"]).code(0);
    let before = built.tree("public");
    let many: String = (0..5_000).map(|n| format!("{n} ")).collect();
    let test = built.then().file("pages/long.md", &many).args(["build"]);
    let limited = std::process::Command::new("sh")
        .args(["-c", "ulimit -f 0; exec \"$0\" build", env!("CARGO_BIN_EXE_opsreport")])
        .current_dir(test.path("."))
        .output()
        .unwrap();
    assert_eq!(limited.status.code(), Some(3), "{limited:?}");
    assert!(String::from_utf8_lossy(&limited.stderr).contains("File too large"), "{limited:?}");
    assert_eq!(tree(&test.path("public")), before);
    test.args(["build"]).code(0);
}

/// The lines of `changes.txt` of one letter.
fn lines<'a>(text: &'a str, letter: &str) -> Vec<&'a str> {
    text.lines().filter_map(|line| line.strip_prefix(letter)?.strip_prefix('\t')).collect()
}

#[test]
fn changes_are_told_since_the_site_before_or_since_a_deployed_one() {
    let tell = ["build", "--quiet", "--today=2026-01-05", "--changes", "changes.txt"];
    let first =
        Test::workspace().file("pages/a.md", "One.\n").file("pages/b.md", "Two.\n").args(tell).code(0);
    let text = first.text("changes.txt");
    assert_eq!(lines(&text, "M"), ["manifest-sha256.txt"]);
    assert_eq!(lines(&text, "A").len() + 1, first.tree("public").len());
    let deployed = first.text("public/manifest-sha256.txt");

    let same = first.then().args(tell).code(0);
    assert_eq!(same.text("changes.txt"), "");

    let page = "pages/a.html";
    let edited = same.then().file("public/pages/a.html", "somebody was here").args(tell).code(0);
    assert_eq!(edited.text("changes.txt"), format!("M\t{page}\nM\tmanifest-sha256.txt\n"));

    let other =
        edited.then().file("pages/a.md", "Other.\n").file("deployed.txt", &deployed).args(tell).code(0);
    let since = ["build", "--quiet", "--today=2026-01-05", "--changes=changes.txt", "--since=deployed.txt"];
    let before = other.text("changes.txt");
    assert!(lines(&before, "M").contains(&page), "{before}");
    // Built again, nothing differs from the site before; from the deployed one it still does.
    let again = other.then().args(since).code(0);
    assert_eq!(again.text("changes.txt"), before);
    let all = again.then().file("deployed.txt", "").args(since).code(0);
    assert_eq!(lines(&all.text("changes.txt"), "A").len() + 1, all.tree("public").len());
}

#[test]
fn changes_that_cannot_be_told_are_said_before_anything_is_published() {
    let refuse = |words: [&str; 3], says: &str, code: i32| {
        let test = Test::workspace().file("not.txt", "<html>\n");
        let ran = test.args(["build", words[0], words[1], words[2]]).says(says).code(code);
        assert!(!ran.exists("public"));
    };
    refuse(["--changes=public/changes.txt", "-q", "--lang=en"], "would lie in the published site", 2);
    refuse(["--changes=gone/../public/x", "-q", "--lang=en"], "would lie in the published site", 2);
    refuse(["--changes=public/../public/x", "-q", "--lang=en"], "would lie in the published site", 2);
    refuse(
        ["--changes=c.txt", "--since=not.txt", "--lang=en"],
        "not.txt is no manifest of a site: line 1",
        2,
    );
    refuse(["--changes=c.txt", "--since=gone.txt", "--lang=en"], "cannot read gone.txt", 3);
}

#[test]
fn an_unreadable_file_is_a_fault_of_the_disk() {
    let test = Test::new().file("opsreport.yaml/inside", "");
    test.args(["check"]).stderr("error: cannot read opsreport.yaml: Is a directory\n").code(3);
}

#[test]
fn broken_words_of_a_theme_are_told_with_their_line_and_nothing_is_published() {
    let own = "title: Test\nlanguages: [en, zh-Hant]\ntheme: own\n";
    let test = Test::workspace().file("opsreport.yaml", own).file("a.md", "Words.\n");
    let test = test.file("themes/own/locales/en/ui.ftl", "ui-skip = Go on\nui-nav Menu\n");
    let told = "themes/own/locales/en/ui.ftl:2:8: error[T002]: A message that cannot be read: “=” is missing.\n  \
                |\n2 | ui-nav Menu\n  |        ^\n";
    let ran = test.args(["build", "--lang=en"]).says(told).says("1 error\n").code(1);
    assert!(!ran.exists("public"));
    let mended = ran.then().file("themes/own/locales/en/ui.ftl", "ui-skip = Go on\n");
    assert!(mended.args(["build"]).code(0).text("public/index.html").contains(">Go on</a>"));
}
