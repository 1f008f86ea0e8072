//! Folders that are no place for a site, and names that would leave it or meet in it.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::os::unix::fs::symlink;
use std::path::Path;

use crate::shop::Shop;

#[test]
fn a_site_is_never_put_over_what_is_no_site() {
    let links = |root: &Path| {
        symlink("results", root.join("o")).unwrap();
        symlink("/nowhere/at/all", root.join("gone")).unwrap();
    };
    let outs = [
        "/",
        ".",
        "..",
        "results",
        "public/../results",
        "company.yaml",
        "/dev/null",
        "o",
        "o/../results",
        "gone",
    ];
    for out in outs {
        let ran = Shop::new().with(links).run(&["build", "--today", "2026-11-22", "--out", out]);
        assert_eq!(ran.code, Some(3), "{out}: {}", ran.said);
        assert!(ran.said.contains("error: cannot "), "{out}: {}", ran.said);
    }
    // The home folder of these runs is the one around the workspace, and holds it.
    let ran = Shop::new().run(&["build", "--today", "2026-11-22", "--out", "../../"]);
    assert_eq!(ran.code, Some(3), "{}", ran.said);
}

#[test]
fn a_site_that_holds_the_workspace_is_no_place_for_it() {
    let shop = Shop::new().file("manifest-sha256.txt", "");
    let ran = shop.run(&["build", "--today", "2026-11-22", "--out", "../shop"]);
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("it is the workspace, or holds it"), "{}", ran.said);
}

#[test]
fn whatever_a_page_is_called_its_path_stays_in_the_site() {
    let long = format!("pages/{}.md", "茶".repeat(80));
    let names = [
        "pages/CON.md",
        "pages/a b.md",
        "pages/☕.md",
        "pages/-.md",
        "pages/a\\..\\b.md",
        "pages/x...md",
        "pages/%2e%2e.md",
        &long,
    ];
    let shop = names.iter().fold(Shop::new(), |shop, name| shop.file(name, "# Title\n"));
    let site = shop.build().done("published").site();
    let plain = |path: &String| {
        path.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'.' | b'_' | b'-' | b'/'))
    };
    assert!(
        site.keys().all(|path| plain(path) && path.len() < 200 && path.split('/').all(|part| part != "..")),
        "{:?}",
        site.keys()
    );
    assert_eq!(
        site.keys().filter(|path| path.starts_with("pages/")).count(),
        names.len() + 1,
        "and their list"
    );
}

#[test]
fn names_that_meet_are_refused() {
    let shop = Shop::new().file("pages/Tea.md", "# One\n").file("pages/tea.md", "# Two\n");
    shop.check().refused("error[X007]");
    let same = Shop::new().file("pages/one.md", "# Title\n").file("pages/two.md", "# Title\n").build();
    let site = same.done("published").site();
    assert!(site.contains_key("pages/one.html") && site.contains_key("pages/two.html"));
}

#[test]
fn addresses_that_run_or_leave_are_dropped_and_told() {
    for address in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "&#106;avascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "m\u{7f}ailto:a@b.example",
        "../../../../etc/passwd",
    ] {
        let ran = Shop::new().file("pages/a.md", format!("# A\n\n[a]({address}) ![b]({address})\n")).build();
        assert!(ran.said.contains("pages/a.md:3:"), "{address}: {}", ran.said);
        // A link that leads nowhere is an error, and there is no site.
        let page = ran.shop.path("public/pages/a.html");
        let page = std::fs::read_to_string(page).unwrap_or_default().to_lowercase();
        assert!(
            !page.contains("script:") && !page.contains("data:text") && !page.contains("etc/passwd\""),
            "{address}"
        );
    }
}
