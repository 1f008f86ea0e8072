//! The default theme, inside the program.

macro_rules! files {
    ($($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../../themes/default/", $path)))),*]
    };
}

/// The files of `themes/default` by their path in it, sorted.
pub(super) const FILES: &[(&str, &str)] = files![
    "locales/en/analysis.ftl",
    "locales/en/archiving.ftl",
    "locales/en/cli.ftl",
    "locales/en/codes/A.md",
    "locales/en/codes/B.md",
    "locales/en/codes/C.md",
    "locales/en/codes/D.md",
    "locales/en/codes/E.md",
    "locales/en/codes/F.md",
    "locales/en/codes/G.md",
    "locales/en/codes/H.md",
    "locales/en/codes/I.md",
    "locales/en/codes/K.md",
    "locales/en/codes/M.md",
    "locales/en/codes/N.md",
    "locales/en/codes/O.md",
    "locales/en/codes/P.md",
    "locales/en/codes/R.md",
    "locales/en/codes/S.md",
    "locales/en/codes/T.md",
    "locales/en/codes/U.md",
    "locales/en/codes/V.md",
    "locales/en/codes/X.md",
    "locales/en/codes/Y.md",
    "locales/en/cover.ftl",
    "locales/en/draft.ftl",
    "locales/en/explain.ftl",
    "locales/en/findings-briefing.ftl",
    "locales/en/findings-cash.ftl",
    "locales/en/findings-commitments.ftl",
    "locales/en/findings-economics.ftl",
    "locales/en/findings-ingest.ftl",
    "locales/en/findings-loop.ftl",
    "locales/en/findings-markup.ftl",
    "locales/en/findings-outlook.ftl",
    "locales/en/findings-shelves.ftl",
    "locales/en/findings-supply.ftl",
    "locales/en/findings.ftl",
    "locales/en/forecast-command.ftl",
    "locales/en/import.ftl",
    "locales/en/issue.ftl",
    "locales/en/loop.ftl",
    "locales/en/pace.ftl",
    "locales/en/pages-archive.ftl",
    "locales/en/pages-calendar.ftl",
    "locales/en/pages-cash.ftl",
    "locales/en/pages-data.ftl",
    "locales/en/pages-department.ftl",
    "locales/en/pages-economics.ftl",
    "locales/en/pages-market.ftl",
    "locales/en/pages-product.ftl",
    "locales/en/pages-review.ftl",
    "locales/en/pages-shelves.ftl",
    "locales/en/pages-supply.ftl",
    "locales/en/pages-text.ftl",
    "locales/en/pages.ftl",
    "locales/en/paper.ftl",
    "locales/en/scoreboard.ftl",
    "locales/en/trend.ftl",
    "locales/en/ui.ftl",
    "locales/en/verify.ftl",
    "locales/en/versions.ftl",
    "locales/en/weekly.ftl",
    "locales/en/why.ftl",
    "locales/zh-Hant/analysis.ftl",
    "locales/zh-Hant/archiving.ftl",
    "locales/zh-Hant/cli.ftl",
    "locales/zh-Hant/codes/A.md",
    "locales/zh-Hant/codes/B.md",
    "locales/zh-Hant/codes/C.md",
    "locales/zh-Hant/codes/D.md",
    "locales/zh-Hant/codes/E.md",
    "locales/zh-Hant/codes/F.md",
    "locales/zh-Hant/codes/G.md",
    "locales/zh-Hant/codes/H.md",
    "locales/zh-Hant/codes/I.md",
    "locales/zh-Hant/codes/K.md",
    "locales/zh-Hant/codes/M.md",
    "locales/zh-Hant/codes/N.md",
    "locales/zh-Hant/codes/O.md",
    "locales/zh-Hant/codes/P.md",
    "locales/zh-Hant/codes/R.md",
    "locales/zh-Hant/codes/S.md",
    "locales/zh-Hant/codes/T.md",
    "locales/zh-Hant/codes/U.md",
    "locales/zh-Hant/codes/V.md",
    "locales/zh-Hant/codes/X.md",
    "locales/zh-Hant/codes/Y.md",
    "locales/zh-Hant/cover.ftl",
    "locales/zh-Hant/draft.ftl",
    "locales/zh-Hant/explain.ftl",
    "locales/zh-Hant/findings-briefing.ftl",
    "locales/zh-Hant/findings-cash.ftl",
    "locales/zh-Hant/findings-commitments.ftl",
    "locales/zh-Hant/findings-economics.ftl",
    "locales/zh-Hant/findings-ingest.ftl",
    "locales/zh-Hant/findings-loop.ftl",
    "locales/zh-Hant/findings-markup.ftl",
    "locales/zh-Hant/findings-outlook.ftl",
    "locales/zh-Hant/findings-shelves.ftl",
    "locales/zh-Hant/findings-supply.ftl",
    "locales/zh-Hant/findings.ftl",
    "locales/zh-Hant/forecast-command.ftl",
    "locales/zh-Hant/import.ftl",
    "locales/zh-Hant/issue.ftl",
    "locales/zh-Hant/loop.ftl",
    "locales/zh-Hant/pace.ftl",
    "locales/zh-Hant/pages-archive.ftl",
    "locales/zh-Hant/pages-calendar.ftl",
    "locales/zh-Hant/pages-cash.ftl",
    "locales/zh-Hant/pages-data.ftl",
    "locales/zh-Hant/pages-department.ftl",
    "locales/zh-Hant/pages-economics.ftl",
    "locales/zh-Hant/pages-market.ftl",
    "locales/zh-Hant/pages-product.ftl",
    "locales/zh-Hant/pages-review.ftl",
    "locales/zh-Hant/pages-shelves.ftl",
    "locales/zh-Hant/pages-supply.ftl",
    "locales/zh-Hant/pages-text.ftl",
    "locales/zh-Hant/pages.ftl",
    "locales/zh-Hant/paper.ftl",
    "locales/zh-Hant/scoreboard.ftl",
    "locales/zh-Hant/trend.ftl",
    "locales/zh-Hant/ui.ftl",
    "locales/zh-Hant/verify.ftl",
    "locales/zh-Hant/versions.ftl",
    "locales/zh-Hant/weekly.ftl",
    "locales/zh-Hant/why.ftl",
    "mistakes/A.md",
    "mistakes/B.md",
    "mistakes/C.md",
    "mistakes/D.md",
    "mistakes/E.md",
    "mistakes/F.md",
    "mistakes/G.md",
    "mistakes/H.md",
    "mistakes/I.md",
    "mistakes/K.md",
    "mistakes/M.md",
    "mistakes/N.md",
    "mistakes/O.md",
    "mistakes/P.md",
    "mistakes/R.md",
    "mistakes/S.md",
    "mistakes/T.md",
    "mistakes/U.md",
    "mistakes/V.md",
    "mistakes/X.md",
    "mistakes/Y.md",
    "static/chart.css",
    "static/sheet.css",
    "static/site.js",
    "static/strip.css",
    "static/style.css",
    "static/tree.css",
    "templates/404.html",
    "templates/block/branch.html",
    "templates/block/disclosure.html",
    "templates/block/empty.html",
    "templates/block/facts.html",
    "templates/block/figure.html",
    "templates/block/findings.html",
    "templates/block/key-figures.html",
    "templates/block/links.html",
    "templates/block/next.html",
    "templates/block/notice.html",
    "templates/block/pace.html",
    "templates/block/points.html",
    "templates/block/prose.html",
    "templates/block/section.html",
    "templates/block/table.html",
    "templates/block/tags.html",
    "templates/block/timeline.html",
    "templates/block/trends.html",
    "templates/block/tree.html",
    "templates/block/two.html",
    "templates/page.html",
    "templates/sitemap.xml",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_theme_is_embedded() {
        let root = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/default");
        let files = walkdir::WalkDir::new(root).sort_by_file_name().into_iter().flatten();
        let found: Vec<String> = files
            .filter(|entry| entry.file_type().is_file())
            .filter_map(|entry| Some(entry.path().strip_prefix(root).ok()?.to_str()?.to_owned()))
            .collect();
        let mut embedded: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        embedded.sort_unstable();
        let mut found: Vec<&str> = found.iter().map(String::as_str).collect();
        found.sort_unstable();
        assert_eq!(embedded, found);
    }

    #[test]
    fn no_template_vouches_for_markup() {
        for (path, text) in FILES.iter().filter(|(path, _)| path.starts_with("templates/")) {
            let bare: String = text.split_whitespace().collect();
            assert!(!bare.contains("|safe"), "{path}");
            assert!(!bare.contains("autoescapefalse"), "{path}");
            assert!(!bare.contains("style=\""), "{path}");
        }
    }

    #[test]
    fn styles_and_script_keep_their_budget() {
        let size = |name: &str| FILES.iter().find(|(path, _)| *path == name).unwrap().1.len();
        assert!(size("static/style.css") <= 12 * 1024);
        assert!(size("static/sheet.css") <= 2 * 1024);
        assert!(size("static/strip.css") <= 3 * 1024);
        assert!(size("static/tree.css") <= 2 * 1024);
        assert!(size("static/site.js") <= 10 * 1024);
    }
}
