//! The words of a theme of the workspace's own: what takes the place of what, and what is wrong with them.

use opsreport::diagnostic::Diagnostic;
use opsreport::diagnostic::Diagnostics;
use opsreport::quantity::Lang;
use opsreport::render::Theme;

use crate::theme_with;

/// What is found in the words of a theme of the workspace's own: place, code, and the sentence.
fn found_in_words(lang: &str, path: &str, text: &str) -> Vec<String> {
    let (theme, lang) = (theme_with(path, text), Lang::new(lang));
    let broken = theme.locale(&lang).err().into_iter();
    let findings: Diagnostics = broken.chain(theme.strange_messages(&lang).sorted()).collect();
    let words = Theme::embedded().locale(&Lang::new("en")).unwrap();
    let told = |f: &Diagnostic| format!("{} {} {}", f.place, f.code.name, words.finding(f));
    findings.iter().map(told).collect()
}

#[test]
fn a_broken_message_is_found_at_its_place() {
    for (lang, path, text, expected) in [
        ("en", "en/ui.ftl", "ui-skip Skip\n", "1:9 T002 A message that cannot be read: “=” is missing."),
        (
            "zh-Hant",
            "zh-Hant/own.ftl",
            "# 說\n\nui-skip =\n",
            "3:1 T002 A message that cannot be read: no words follow its name.",
        ),
        // English words stand under those of every language.
        ("zh-Hant", "en/own.ftl", "a = { $b\n", "1:9 T002 A message that cannot be read: “}” is missing."),
        (
            "en",
            "en/own.ftl",
            "ui-nav = a\nui-skip = go to { $where }\n",
            "2:19 T003 Message “ui-skip” asks for $where, which is not there: pages would show the name.",
        ),
        (
            "en",
            "en/own.ftl",
            "ui-skip = { brand } x\n",
            "1:13 T003 Message “ui-skip” asks for brand, which is not there: pages would show the name.",
        ),
    ] {
        let found = found_in_words(lang, &format!("locales/{path}"), text);
        assert_eq!(found, [format!("themes/own/locales/{path}:{expected}")], "{text}");
    }
    assert_eq!(
        found_in_words("en", "locales/en/own.ftl", "archive-list = { $count }, { $period }\n"),
        [""; 0]
    );
}

#[test]
fn a_message_of_the_workspace_takes_the_place_of_the_same_one_alone() {
    let words = theme_with("locales/en/ui.ftl", "ui-skip = Go on\n").locale(&Lang::new("en")).unwrap();
    assert_eq!(words.text("ui-skip"), "Go on");
    assert_ne!(words.text("ui-nav"), "ui-nav");
}
