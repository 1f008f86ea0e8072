//! What texts ask of a small company, and what is wrong in what they ask.

use std::fmt::Write;

use crate::analysis::{Analysis, Forecasts};
use crate::compose::compose;
use crate::diagnostic::Diagnostics;
use crate::ingest::measure;
use crate::locale::Locale;
use crate::quantity::{Day, Lang};
use crate::render::Theme;
use crate::site::{Block, Page, Site};
use crate::workspace::load;
use crate::world::{Memory, World};

const FILES: [(&str, &str); 4] = [
    ("opsreport.yaml", "title: Shop\nlanguages: [en, zh-Hant]\ncurrency: USD\nsource: results/*.csv\n"),
    ("metrics.yaml", include_str!("tests/metrics.yaml")),
    ("results/a.csv", include_str!("tests/results.csv")),
    ("pages/two.md", "---\ntitle: Two\ntags: [a, b]\n---\nSee [one](one.md).\n"),
];

fn world(texts: &[(&str, &str)]) -> Memory {
    let files = FILES.iter().chain(texts).map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()));
    Memory { files: files.collect(), today: Day::new(2026, 3, 1).unwrap() }
}

fn composed(world: &Memory) -> (Site, Diagnostics) {
    let (workspace, findings) = load(world);
    let workspace = workspace.unwrap_or_else(|| panic!("{:?}", findings.sorted()));
    let (facts, _) = measure(world, &workspace);
    let (analysis, _) = Analysis::of(&workspace, &facts, world.today());
    let theme = Theme::of_workspace(world, "default").unwrap();
    let locale = |lang: &Lang| theme.locale(lang).unwrap();
    let locales: Vec<Locale> = workspace.config.languages.iter().map(locale).collect();
    let forecasts = Forecasts::of(&workspace, &facts, &analysis, world.today());
    compose(&workspace, &facts, (&analysis, &forecasts), (&locales, world.today()))
}

fn page<'a>(site: &'a Site, path: &str) -> &'a Page {
    site.pages.values().find(|page| page.path.as_str() == path).unwrap()
}

fn shown(page: &Page) -> String {
    let mut shown = String::new();
    for block in &page.blocks {
        match block {
            Block::Prose(prose) => shown.push_str(prose.html.as_str()),
            Block::Table(table) => {
                for row in &table.rows {
                    let cells: Vec<&str> = row.cells.iter().map(|cell| cell.words.text.as_str()).collect();
                    writeln!(shown, "{}{}", cells.join(" | "), if row.total { " (total)" } else { "" })
                        .unwrap();
                }
            }
            Block::Figure(figure) => {
                writeln!(
                    shown,
                    "[{} {} {:?}]",
                    figure.chart.id, figure.chart.message, figure.chart.table.rows
                )
                .unwrap();
            }
            Block::KeyFigures(figures) => {
                let words =
                    figures.figures.iter().map(|figure| format!("{} {}", figure.name.text, figure.value));
                writeln!(shown, "{:?}", words.collect::<Vec<_>>()).unwrap();
            }
            other => writeln!(shown, "{other:?}").unwrap(),
        }
    }
    shown
}

#[test]
fn a_text_is_answered_in_its_own_language() {
    let text = include_str!("tests/one.md");
    let (site, findings) = composed(&world(&[("pages/one.md", text), ("pages/photo.png", "PNG")]));
    assert_eq!(findings.sorted(), vec![]);
    insta::assert_snapshot!(shown(page(&site, "pages/one.html")));
    let foreign = page(&site, "zh-hant/pages/one.html");
    let Block::Prose(prose) = &foreign.blocks[0] else { panic!("no prose first") };
    assert_eq!(prose.lang, Some(Lang::new("en")));
    assert!(prose.html.as_str().contains("USD"), "{}", prose.html.as_str());
    let assets: Vec<&str> = site.assets.keys().map(|path| path.as_str()).collect();
    assert_eq!(assets, ["files/pages/photo.png"]);
}

#[test]
fn what_is_wrong_is_said_once_at_its_place() {
    let (_, findings) = composed(&world(&[("pages/one.md", include_str!("tests/wrong.md"))]));
    let mut said = String::new();
    for finding in findings.sorted() {
        writeln!(said, "{} {} {:?} {:?}", finding.place, finding.code.name, finding.args, finding.help)
            .unwrap();
    }
    insta::assert_snapshot!(said);
}

#[test]
fn a_table_by_a_dimension_of_ones_own_has_its_groups_and_the_rest() {
    let text = "```table\nmetric: [sales, orders]\nby: shelf\nperiod: 2026-02\n```\n";
    let (site, findings) = composed(&world(&[("pages/one.md", text)]));
    assert_eq!(findings.sorted(), vec![]);
    // Of the year before nothing is known; a group without figures is not shown.
    let expected =
        "Drinking | 30.00 | 96.0 | 9\nNot classified | 1.25 | 4.0 | 10\nWhole | 31.25 | 100.0 | 19 (total)\n";
    assert_eq!(shown(page(&site, "pages/one.html")), expected);
}

#[test]
fn a_dimension_that_a_figure_lacks_is_a_finding_where_it_is_asked() {
    for (metric, by, code) in
        [("sales", "sub", "M007"), ("searches", "shelf", "M001"), ("sales", "shlef", "M001")]
    {
        let text = format!("```table\nmetric: {metric}\nby: {by}\n```\n");
        let (_, findings) = composed(&world(&[("pages/one.md", &text)]));
        let found = findings.sorted();
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!((found[0].code.name, found[0].place.line), (code, 3), "{metric} by {by}");
    }
}

/// What a chart of a text shows: its kind and its figures.
fn drawn(text: &str) -> Vec<(String, Vec<Vec<String>>)> {
    let (site, findings) = composed(&world(&[("pages/one.md", text)]));
    assert_eq!(findings.sorted(), vec![]);
    let figure = |block: &Block| match block {
        Block::Figure(figure) => Some((figure.chart.id.clone(), figure.chart.table.rows.clone())),
        _ => None,
    };
    page(&site, "pages/one.html").blocks.iter().filter_map(figure).collect()
}

#[test]
fn the_pictures_of_the_analyst_stand_in_a_text_too() {
    let block = |lines: &str| format!("```chart\nperiod: 2026-02\n{lines}\n```\n");
    let pareto = drawn(&block("kind: pareto\nmetric: sales\nby: product"));
    assert_eq!(pareto[0].0, "text-1-pareto-sales-all-all");
    assert_eq!(pareto[0].1[0], ["mug", "30.00", "96.0%", "96.0%"]);
    let funnel = drawn(&block("kind: funnel\nmetrics: [orders, sales]"));
    assert_eq!(funnel[0].1[1][..2], ["Sales", "31"]);
    let shelf = drawn(&block("metric: sales\nby: shelf"));
    assert_eq!(shelf[0].1.iter().map(|row| row[2].as_str()).collect::<Vec<_>>(), ["96%", "4%"]);
    // Nothing is known of the year before: no growth, no picture, and no finding.
    assert_eq!(drawn(&block("kind: portfolio\nmetrics: [sales, orders]")), []);
}

#[test]
fn a_picture_of_several_figures_asks_for_them() {
    for lines in ["kind: funnel\nmetric: sales", "kind: portfolio\nmetric: sales"] {
        let text = format!("```chart\nperiod: 2026-02\n{lines}\n```\n");
        let (_, findings) = composed(&world(&[("pages/one.md", &text)]));
        let found = findings.sorted();
        assert_eq!((found.len(), found[0].code.name, found[0].place.line), (1, "M001", 4), "{lines}");
    }
}

#[test]
fn what_no_course_can_be_drawn_of_is_a_finding_where_it_stands() {
    for (lines, line) in [
        ("kind: rank\nmetric: sales", 3),
        ("kind: forecast\nmetrics: [sales, orders]", 3),
        ("kind: forecast\nmetric: sales\nscope: {search_term: tea}", 4),
        ("kind: forecast\nmetric: sales\nscope: {shelf: plate}", 4),
        ("kind: share\nmetric: sales\nby: fortnight", 4),
    ] {
        let (_, findings) = composed(&world(&[("pages/one.md", &format!("```chart\n{lines}\n```\n"))]));
        let found = findings.sorted();
        assert_eq!((found.len(), found[0].code.name, found[0].place.line), (1, "M001", line), "{lines}");
    }
    // Two months are no course: no picture, and no finding.
    assert_eq!(drawn("```chart\nkind: forecast\nmetric: sales\n```\n"), []);
}

#[test]
fn two_pages_never_share_a_path() {
    let (_, findings) = composed(&world(&[("pages/one.md", "One"), ("pages/ONE.md", "Other")]));
    let found: Vec<_> =
        findings.iter().map(|finding| (finding.code.name, finding.place.to_string())).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "X007");
}

#[test]
fn a_folder_of_pages_has_a_home_that_lists_them() {
    let mut world = world(&[("pages/one.md", "---\ntitle: One\ndate: 2026-02-01\n---\nOne")]);
    world.files.retain(|path, _| path.starts_with("pages/") || path == "opsreport.yaml");
    world.files.insert("opsreport.yaml".into(), b"title: Notes\nlanguages: [en]\n".to_vec());
    let (site, findings) = composed(&world);
    assert_eq!(findings.sorted(), vec![]);
    let home = page(&site, "index.html");
    assert!(home.headline.text.contains("One"), "{:?}", home.headline);
    let [Block::Links(links), Block::Section(tags)] = home.blocks.as_slice() else {
        panic!("{:?}", home.blocks)
    };
    assert_eq!(
        links.lines.iter().map(|line| line.link.words.text.as_str()).collect::<Vec<_>>(),
        ["One", "Two"]
    );
    let Block::Tags(tags) = &tags.blocks[0] else { panic!("no tags") };
    assert_eq!(tags.tags.iter().map(|tag| tag.words.text.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert!(page(&site, "tags/a.html").headline.text.contains('a'));
}
