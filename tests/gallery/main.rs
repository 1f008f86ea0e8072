//! A page of every block, with words as real ones: its markup is reviewed as text.
//!
//! To look at it: `OPSREPORT_GALLERY=/tmp/gallery cargo test --test gallery` writes the site there.

#![expect(clippy::unwrap_used, clippy::too_many_lines, reason = "a test and its words")]

mod charts;
mod messages;
mod words;

use std::collections::BTreeMap;

use opsreport::bundle::Bundle;
use opsreport::quantity::{Day, Lang};
use opsreport::render::{Theme, render};
use opsreport::site::{
    Block, Frame, Link, MarkKind, NavItem, Page, Phrase, Rich, Site, SitePath, Strip, StripMark, StripWeek,
    Tab, Tabs, Target, Trust,
};
use opsreport::world::Memory;

fn path(text: &str) -> SitePath {
    SitePath::parse(text).unwrap()
}

fn frame(english: bool) -> Frame {
    let at = |file: &str| path(&if english { format!("en/{file}") } else { file.to_owned() });
    let words = if english { words::NAV_EN } else { words::NAV_ZH };
    let item = |&(section, label): &(&str, &str)| {
        let file = if section == "home" { "index.html".to_owned() } else { format!("{section}/index.html") };
        NavItem { section: section.into(), label: label.into(), to: at(&file) }
    };
    let method = if english { "How figures are made" } else { "數字怎麼來的" };
    Frame {
        brand: if english { "Sanwu Tea Gear" } else { "山霧茶器" }.into(),
        title: if english { "Operations review" } else { "營運回顧" }.into(),
        home: at("index.html"),
        nav: words.iter().map(item).collect(),
        strip: Some(strip(english, &at("method.html"))),
        foot: vec![Link { words: method.into(), to: Target::page(&at("method.html")) }],
        notes: vec![if english { "Plan 2026, version 2" } else { "計畫 2026 第 2 版" }.into()],
    }
}

fn strip(english: bool, to: &SitePath) -> Strip {
    let week =
        |(name, day): (&str, &str)| StripWeek { name: name.into(), day: day.into(), now: name == "W47" };
    let mark = |kind, (first, weeks, lasts), (day, zh, en): (&str, &str, &str)| StripMark {
        kind,
        first,
        weeks,
        lasts,
        at_end: false,
        day: day.into(),
        words: if english { en } else { zh }.into(),
        to: Target::page(to),
    };
    Strip {
        weeks: [("W46", "11-09"), ("W47", "11-16"), ("W48", "11-23")].map(week).to_vec(),
        marks: vec![
            mark(MarkKind::Demand, (2, 2, 2), ("11-20", "黑五網一", "BFCM")),
            mark(MarkKind::Order, (2, 2, 1), ("11-21", "下單期限 2 筆", "order by: 2")),
        ],
        more: Some(Link {
            words: if english { "3 more dates" } else { "另有 3 個日期" }.into(),
            to: Target::page(to),
        }),
    }
}

fn page(english: bool, blocks: Vec<Block>) -> Page {
    let (zh, en) = (path("index.html"), path("en/index.html"));
    let here = if english { &en } else { &zh };
    let pick = |zh: &'static str, en: &'static str| Phrase::from(if english { en } else { zh });
    let trust = |zh, en, warning| Trust { words: pick(zh, en), warning, to: None };
    Page {
        path: here.clone(),
        lang: Lang::new(if english { "en" } else { "zh-Hant" }),
        section: "home".into(),
        tabs: Some(Tabs {
            name: pick("總覽的各頁", "Pages of the overview"),
            tabs: vec![
                Tab { label: pick("總覽", "Overview"), to: here.clone() },
                Tab {
                    label: pick("計畫", "Plan"),
                    to: path(if english { "en/plan/index.html" } else { "plan/index.html" }),
                },
            ],
        }),
        title: pick("總覽", "Overview"),
        eyebrow: vec![
            pick("2026 年 10 月", "October 2026"),
            pick("全公司", "Whole company"),
            pick("計畫第 2 版", "Plan version 2"),
        ],
        headline: pick(words::HEADLINE_ZH, words::HEADLINE_EN),
        lede: Some(if english { words::lede_en() } else { words::lede_zh() }),
        trust: vec![
            trust("資料至 2026-11-20", "Data to 2026-11-20", false),
            trust("業務報告 11-18", "Business report 11-18", false),
            trust("付款 11-20", "Payments 11-20", false),
            trust("退貨 10 月仍為暫定", "October returns are provisional", true),
        ],
        blocks,
        alternates: BTreeMap::from([(Lang::new("zh-Hant"), zh.clone()), (Lang::new("en"), en.clone())]),
        feed: None,
        summary: pick("十月銷售高於計畫，利潤低於計畫。", "October sales above plan, profit below."),
    }
}

fn stub(at: &str, english: bool, section: &str) -> Page {
    let words = if english { "Nothing here yet." } else { "這裡還沒有內容。" };
    Page {
        path: path(at),
        section: section.into(),
        headline: words.into(),
        title: section.into(),
        lede: None,
        alternates: BTreeMap::from(
            [("zh-Hant", other(at, false)), ("en", other(at, true))].map(|(l, p)| (Lang::new(l), p)),
        ),
        ..page(english, vec![])
    }
}

/// The path of the same page in Chinese or English.
fn other(at: &str, english: bool) -> SitePath {
    let bare = at.strip_prefix("en/").unwrap_or(at);
    path(&if english { format!("en/{bare}") } else { bare.to_owned() })
}

fn site() -> Site {
    let (zh, en) = (Lang::new("zh-Hant"), Lang::new("en"));
    let mut pages: Vec<Page> = vec![page(false, words::blocks(false)), page(true, words::blocks(true))];
    for english in [false, true] {
        let folder = if english { "en/" } else { "" };
        let sections = words::NAV_ZH.iter().map(|(section, _)| *section).filter(|section| *section != "home");
        pages.extend(sections.map(|s| stub(&format!("{folder}{s}/index.html"), english, s)));
        pages.push(stub(&format!("{folder}method.html"), english, "method"));
    }
    Site {
        default: zh.clone(),
        frames: BTreeMap::from([(zh, frame(false)), (en, frame(true))]),
        pages: pages.into_iter().map(|page| (page.path.clone(), page)).collect(),
        assets: BTreeMap::new(),
        calendars: Vec::new(),
        feeds: Vec::new(),
        base_url: Some("https://ops.example/".into()),
    }
}

fn rendered() -> Bundle {
    let (bundle, findings) = render(&site(), &Theme::embedded());
    assert!(findings.is_empty(), "{findings:?}");
    bundle
}

fn text(bundle: &Bundle, path: &str) -> String {
    String::from_utf8(bundle.get(path).unwrap().to_vec()).unwrap()
}

#[test]
fn every_block_has_its_markup() {
    let bundle = rendered();
    look(&bundle);
    for (name, path) in [("zh-Hant", "index.html"), ("en", "en/index.html"), ("lost", "404.html")] {
        insta::assert_snapshot!(name, text(&bundle, path));
    }
    insta::assert_snapshot!("sitemap", text(&bundle, "sitemap.xml"));
}

#[test]
fn the_same_site_gives_the_same_bytes() {
    assert_eq!(rendered(), rendered());
}

#[test]
fn nothing_in_a_page_needs_more_than_the_policy_allows() {
    let bundle = rendered();
    for (path, bytes) in bundle.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = std::str::from_utf8(bytes).unwrap();
        assert!(!html.contains(" style="), "{path}");
        assert!(!html.contains("<script>") && !html.contains("javascript:"), "{path}");
        assert!(!html.contains("href=\"/") && !html.contains("src=\"/"), "{path}");
        assert!(bytes.len() <= 60 * 1024 * 2, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn words_of_people_are_escaped() {
    let mut site = site();
    let page = site.pages.get_mut(&path("index.html")).unwrap();
    page.headline = "<script>alert(1)</script> & “x”".into();
    page.lede = Some(Rich::default().link("<b>", Target::Outside { url: "https://x/?a=1&b=\"><i>".into() }));
    let (bundle, _) = render(&site, &Theme::embedded());
    let html = text(&bundle, "index.html");
    assert!(
        html.contains("&lt;script&gt;alert(1)&lt;&#x2F;script&gt;")
            || html.contains("&lt;script&gt;alert(1)&lt;/script&gt;")
    );
    assert!(!html.contains("\"><i>"));
}

/// A theme of a workspace with one file of its own.
fn theme_with(path: &str, text: &str) -> Theme {
    let files = BTreeMap::from([(format!("themes/own/{path}"), text.as_bytes().to_vec())]);
    let world = Memory { files, today: Day::new(2026, 11, 22).unwrap() };
    Theme::of_workspace(&world, "own").unwrap()
}

#[test]
fn a_file_of_the_workspace_takes_the_place_of_the_themes_own() {
    let theme = theme_with("templates/block/notice.html", "<p>own {{ block.words | rich }}</p>");
    let (bundle, findings) = render(&site(), &theme);
    assert!(findings.is_empty(), "{findings:?}");
    assert!(text(&bundle, "index.html").contains("<p>own 金額以計畫匯率換算。</p>"));
}

#[test]
fn a_broken_template_is_found_at_its_place() {
    for (template, place) in [
        ("<p>\n{{ block.wrds | rich }}", "2:4"),
        ("{% if %}", "1:7"),
        ("\n\n{{ block.words | nothing }}", "3:18"),
    ] {
        let (_, findings) = render(&site(), &theme_with("templates/block/notice.html", template));
        let found: Vec<String> = findings.iter().map(|f| format!("{} {}", f.place, f.code.name)).collect();
        assert_eq!(found, [format!("themes/own/templates/block/notice.html:{place} T001")], "{template}");
    }
}

#[test]
fn all_style_sheets_become_one() {
    let style = text(&rendered(), "style.css");
    assert!(style.contains(".kpis") && style.contains("svg.chart"));
    assert!(text(&rendered(), "site.js").len() < 10 * 1024);
    assert!(rendered().get("chart.css").is_none());
}

/// Writes the site where the variable says, for people to look at.
#[expect(clippy::disallowed_methods, reason = "a test that shows what it made")]
fn look(bundle: &Bundle) {
    let Ok(folder) = std::env::var("OPSREPORT_GALLERY") else { return };
    for (path, bytes) in bundle.iter() {
        let file = std::path::Path::new(&folder).join(path);
        std::fs::create_dir_all(file.parent().unwrap()).unwrap();
        std::fs::write(file, bytes).unwrap();
    }
}
