//! The words of the import log: why rows are left out, what files are checked against.

use super::Locale;

impl Locale {
    /// Why rows are left out or reports differ; as it is written where there are no words for it.
    pub fn reason(&self, reason: &str) -> String {
        let bare = ["left-out-", "reason-"].iter().find_map(|prefix| reason.strip_prefix(prefix));
        self.named("reason", bare.unwrap_or(reason)).unwrap_or_else(|| reason.to_owned())
    }

    /// What a file is checked against; its name where there are no words for it.
    pub fn check(&self, id: &str) -> String {
        self.named("check", id).unwrap_or_else(|| id.to_owned())
    }

    fn named(&self, what: &str, name: &str) -> Option<String> {
        let key = format!("{what}-{}", name.replace(['_', '.', ' '], "-"));
        self.has(&key).then(|| self.text(&key))
    }
}

#[cfg(test)]
mod tests {
    use crate::quantity::Lang;
    use crate::render::Theme;

    #[test]
    fn what_has_no_words_is_shown_as_written() {
        let en = Theme::embedded().locale(&Lang::new("en")).unwrap();
        for (reason, words) in [
            ("left-out-cancelled", "cancelled"),
            ("reason-cancelled", "cancelled"),
            ("samples for the press", "samples for the press"),
        ] {
            assert_eq!(en.reason(reason), words);
        }
        assert_eq!(en.check("row-total"), "columns against each row's total");
        assert_eq!(en.check("my_check"), "my_check");
    }
}
