//! Files that are no table, or a broken one, and what is no file at all.
#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::Command;

use crate::shop::{CONFIG, HEADER, Shop};

const ROW: &str = "2026-10-01,US,M-1,3,30.00\n";

#[test]
fn broken_tables_are_refused_at_their_line() {
    let utf16: Vec<u8> = format!("{HEADER}{ROW}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(Vec<u8>, &str); 9] = [
        (b"date,marketplace,sku,units,units,sales\n".to_vec(), ":1:28: error[I107]: Two columns"),
        (format!("{HEADER}2026-10-01,US,M-1,3,30.00,9\n").into(), ":2:27: error[I113]"),
        (format!("{HEADER}2026-10-01,US,M-1\n").into(), ":2:15: error[I113]"),
        (format!("{HEADER}2026-10-01,US,\"M-1,3,30.00\n").into(), ":2:15: error[I107]: A quote"),
        (format!("{HEADER}2026-10-01,US,M-1\0,3,30.00\n").into(), ":2:18: error[I107]"),
        (Vec::new(), ": error[I107]: The file is empty"),
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), ": error[I107]: The file is a compressed archive"),
        (
            [HEADER.as_bytes(), b"2026-10-01,US,\xb0\xa8\xa7J\xaaM,3,30.00\n"].concat(),
            ":2:15: error[I107]: The file is not UTF-8",
        ),
        ([b"\xff\xfe".as_slice(), &utf16[..utf16.len() - 1]].concat(), "results/october.csv"),
    ];
    for (bytes, says) in cases {
        Shop::new().file("results/october.csv", bytes).check().refused(says);
    }
}

#[test]
fn every_usual_spelling_of_a_table_is_read() {
    let text = format!("{HEADER}{ROW}");
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let spellings: [Vec<u8>; 3] = [
        format!("\u{feff}{text}").into(),
        [b"\xff\xfe".as_slice(), &utf16].concat(),
        text.replace('\n', "\r").into(),
    ];
    for bytes in spellings {
        Shop::new().file("results/october.csv", bytes).check().done("no findings");
    }
    Shop::new().rows("").check().done("results/october.csv: warning[I115]");
}

#[test]
fn links_are_told_and_not_followed() {
    let link =
        |to: &'static str, name: &'static str| move |root: &Path| symlink(to, root.join(name)).unwrap();
    let cases: [(&str, &str); 5] = [
        ("/etc/passwd", "results/p.csv"),
        ("/etc/passwd", "p.md"),
        ("/etc", "results/etc"),
        ("..", "results/loop"),
        ("results/self", "results/self"),
    ];
    for (to, name) in cases {
        let ran = Shop::new().with(link(to, name)).build();
        let ran = ran.done(&format!("{name}: warning[X012]"));
        assert!(ran.site().values().all(|text| !text.contains("root:x:0")), "{name}");
    }
}

#[test]
fn the_files_of_a_workspace_are_no_links_pipes_or_devices() {
    type Make = fn(&Path);
    let makes: [Make; 3] = [
        |path| symlink("/etc/passwd", path).unwrap(),
        |path| symlink("/dev/zero", path).unwrap(),
        |path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success()),
    ];
    for make in makes {
        let replace = |name: &'static str| {
            move |root: &Path| {
                let _ = std::fs::remove_file(root.join(name));
                make(&root.join(name));
            }
        };
        let ran = Shop::new().with(replace("opsreport.yaml")).check();
        ran.refused(
            "opsreport.yaml: error[X006]: This file cannot be read: it is a link, a pipe or a device",
        );
        let ran = Shop::new().with(replace("results/october.csv")).check();
        ran.done("results/october.csv: warning[X012]");
        let known = Shop::new().file("opsreport.yaml", format!("{CONFIG}lint: {{baseline: known.yaml}}\n"));
        known.with(replace("known.yaml")).check().refused("known.yaml: error[X006]");
    }
}

#[test]
fn a_folder_that_is_a_link_leads_nowhere() {
    let away = tempfile::tempdir().unwrap();
    std::fs::write(away.path().join("known.yaml"), "known: []\n").unwrap();
    let shop = Shop::new().file("opsreport.yaml", format!("{CONFIG}lint: {{baseline: away/known.yaml}}\n"));
    let shop = shop.with(|root| symlink(away.path(), root.join("away")).unwrap());
    shop.check().refused("away/known.yaml: error[X006]");
}

#[test]
fn paths_that_leave_the_workspace_are_not_read() {
    for path in ["../../../../etc/passwd", "/etc/passwd", "results/../../../etc/passwd"] {
        let shop = Shop::new().file("opsreport.yaml", format!("{CONFIG}lint: {{baseline: {path}}}\n"));
        let ran = shop.check();
        assert!(!ran.said.contains("root:x:0"), "{}", ran.said);
        ran.refused("error[X006]: This file cannot be read: it lies outside of the workspace");
    }
    let sources = CONFIG.replace("results/*", "../../../../etc/*");
    Shop::new().file("opsreport.yaml", sources).check().done("opsreport.yaml:3:11: warning[I109]");
    let theme = CONFIG.replace("title: Shop", "title: Shop, theme: ../../etc");
    Shop::new().file("opsreport.yaml", theme).check().refused("opsreport.yaml:1:28: error[Y008]");
}

#[test]
fn names_that_are_no_text_are_told() {
    let name = std::ffi::OsStr::from_bytes(b"\xff\x1b[31m.csv");
    let ran =
        Shop::new().with(|root| std::fs::write(root.join("results").join(name), HEADER).unwrap()).check();
    assert!(!ran.said.contains('\u{1b}'), "{}", ran.said);
    ran.done("warning[X012]");
}

#[test]
fn names_with_line_ends_and_markup_are_text() {
    let name = "results/<script>x\n\u{1b}[31m\"'&.csv";
    let ran =
        Shop::new().file(name, format!("{HEADER}{}", ROW.replace("-01,", "-02,"))).build().done("published");
    assert!(ran.site().iter().all(|(path, text)| !path.ends_with("html") || !text.contains("<script>x")));
    let ran = Shop::new().file(name, format!("{HEADER}{ROW}")).check();
    assert!(!ran.said.contains('\u{1b}'), "{}", ran.said);
}
