//! A gap of the demo followed by clicking: from the home page to its driver, its cause, the act, the effect check, the
//! standard, and the plan item of the next cycle that points back.

use std::collections::BTreeSet;
use std::path::Path;

use opsreport::bundle::Bundle;
use opsreport::pipeline;
use opsreport::world::Folder;

use super::today;

fn html<'a>(bundle: &'a Bundle, page: &str) -> &'a str {
    std::str::from_utf8(bundle.get(page).unwrap_or_else(|| panic!("no page {page}"))).unwrap()
}

/// Where the links of a page lead, from the root of the site.
fn links(bundle: &Bundle, page: &str) -> BTreeSet<String> {
    let folder: Vec<&str> = page.split('/').rev().skip(1).collect::<Vec<_>>().into_iter().rev().collect();
    let hrefs = html(bundle, page).split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let resolve = |href: &str| {
        let mut path = folder.clone();
        for part in href.split('/') {
            match part {
                ".." => drop(path.pop()),
                part => path.push(part),
            }
        }
        path.join("/")
    };
    hrefs.map(resolve).collect()
}

/// That a page leads to a place, and that the place is there.
fn click(bundle: &Bundle, page: &str, to: &str) {
    assert!(links(bundle, page).contains(to), "{page} does not lead to {to}: {:#?}", links(bundle, page));
    let (target, fragment) = to.split_once('#').unwrap_or((to, ""));
    assert!(
        fragment.is_empty() || html(bundle, target).contains(&format!("id=\"{fragment}\"")),
        "no place {to}"
    );
}

#[test]
fn a_gap_is_followed_from_the_home_page_to_the_plan_that_points_back() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let bundle = pipeline::build(&Folder::new(&content, &[], today())).value.unwrap();
    let gap = "loop/c-2608-02.html";
    click(&bundle, "index.html", gap);
    click(&bundle, "loop.html", gap);
    let why = links(&bundle, gap)
        .into_iter()
        .find(|to| to.starts_with("why/") && to.contains("travel-kettle"))
        .unwrap();
    click(&bundle, gap, &why);
    click(&bundle, gap, "reviews/2026-08.html#c-2608-02a");
    click(&bundle, gap, "reviews/2026-08.html#a-2608-02");
    click(&bundle, gap, "standards.html#sop-stock");
    click(&bundle, gap, "reviews/2026-09.html#p-2609-02");
    click(&bundle, "reviews/2026-09.html", "reviews/2026-08.html#a-2608-03");
    // When it was reviewed, done and written down, seen to work, and planned again.
    for day in ["2026-09-04", "2026-09-18", "2026-11-04", "2026-08-01"] {
        assert!(html(&bundle, gap).contains(&format!("datetime=\"{day}\"")), "{day}");
    }
}
