//! `opsreport archive`: what is refused, what is written, and that it proves itself.

#![expect(clippy::disallowed_methods, reason = "tests look at the disk")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::{Command, Stdio};

use opsreport::archive::verify_zip;

use crate::harness::{Ran, Test};

const CLOSED: &str = "cycle: {id: 2026-09, kind: month, from: 2026-09-01, to: 2026-09-30, status: closed, closed: 2026-11-01}\n";

/// A shop of one product whose file of results has a Chinese name and goes to a day.
pub(crate) fn shop(last: &str) -> Test {
    let rows = format!(
        "date,marketplace,sku,units,sales\n2026-08-01,US,M,2,10\n2026-09-05,US,M,3,15.50\n{last},US,M,1,5\n"
    );
    Test::new()
        .file(
            "opsreport.yaml",
            "title: 小店\nlanguages: [zh-Hant, en]\nsources: [{path: \"results/*.csv\"}]\n",
        )
        .file("company.yaml", "company: {id: Shop, name: 小店, reporting_currency: USD}\n")
        .file("products.yaml", "products: [{id: mug, skus: [{sku: M}]}]\n")
        .file("marketplaces.yaml", "marketplaces: [{id: US, currency: USD}]\n")
        .file("results/第 3 季.csv", &rows)
        .file("cycles/2026-09.yaml", CLOSED)
}

/// Archives the September of a shop.
pub(crate) const ARCHIVE: [&str; 4] = ["archive", "2026-09", "--today=2026-11-20", "--lang=en"];

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let named = |entry: walkdir::DirEntry| {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        (path, fs::read(entry.path()).unwrap())
    };
    files.map(named).collect()
}

/// Whether `sha256sum` finds every listed file as it should be.
fn is_proven(bag: &Path) -> bool {
    let mut check = Command::new("sha256sum");
    check.args(["-c", "--status", "manifest-sha256.txt", "tagmanifest-sha256.txt"]).current_dir(bag);
    check.stderr(Stdio::null()).status().unwrap().success()
}

fn root(ran: &Ran) -> String {
    ran.out.split(' ').next().unwrap().to_owned()
}

#[test]
fn a_closed_month_becomes_a_bag_that_proves_itself() {
    let ran = shop("2026-10-31").args(ARCHIVE).says("nothing changes them any more").says("git tag").code(0);
    let bag = ran.path("archive/2026-09");
    let found = files(&bag);
    assert!(is_proven(&bag));
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-/".contains(&byte);
    assert!(found.keys().all(|path| path.bytes().all(plain)), "{:?}", found.keys());
    let listed = ran.text("archive/2026-09/manifest-sha256.txt").lines().count();
    assert_eq!(found.keys().filter(|path| path.starts_with("data/")).count(), listed);
    let info = ran.text("archive/2026-09/bag-info.txt");
    for line in [
        "Source-Organization: 小店\n",
        "External-Identifier: opsreport:shop:2026-09\n",
        "Bagging-Date: 2026-11-20\n",
    ] {
        assert!(info.contains(line), "{info}");
    }
    assert!(!info.contains("Reason") && !info.contains("Previous"), "{info}");
    let provenance = ran.text("archive/2026-09/data/provenance.json");
    assert!(provenance.contains("\"path\": \"results/第 3 季.csv\""), "{provenance}");
    assert!(provenance.contains("\"command\": \"opsreport archive 2026-09 --today 2026-11-20\""));
    let copied = found.iter().find(|(path, _)| path.starts_with("data/source/results/3-")).unwrap();
    assert_eq!(copied.1, &fs::read(ran.path("results/第 3 季.csv")).unwrap());
    let measures = ran.text("archive/2026-09/data/tables/measures.csv");
    assert!(measures.contains("2026-09,US,mug,sales,15.5,USD,15.5,USD\n"), "{measures}");
    assert!(!measures.contains("2026-08"), "{measures}");
    fs::write(bag.join("data/readme.txt"), "changed").unwrap();
    assert!(!is_proven(&bag));
}

#[test]
fn the_pages_stand_on_their_own() {
    let ran = shop("2026-10-31").args(ARCHIVE).code(0);
    let site = files(&ran.path("archive/2026-09/data/site"));
    for page in ["index.html", "en/index.html", "reviews/2026-09.html", "en/reviews/2026-09.html"] {
        assert!(site.contains_key(page), "{page}: {:?}", site.keys());
    }
    let cover = ran.text("archive/2026-09/data/site/index.html");
    assert!(cover.contains("2026-11-20 封存") && cover.contains("sha256sum -c"), "{cover}");
    for (path, bytes) in site.iter().filter(|(path, _)| path.ends_with(".html")) {
        let html = String::from_utf8(bytes.clone()).unwrap();
        for attribute in ["href=\"", "src=\""] {
            for link in html.split(attribute).skip(1).map(|rest| rest.split('"').next().unwrap()) {
                let file = link.split('#').next().unwrap();
                assert!(!file.starts_with('/') && !link.starts_with("http"), "{path}: {link}");
                if !file.is_empty() && !file.starts_with("data:") {
                    let folder = Path::new(path).parent().unwrap();
                    let there = ran.path("archive/2026-09/data/site").join(folder).join(file);
                    assert!(there.is_file(), "{path}: {link}");
                }
            }
        }
    }
}

#[test]
fn the_same_inputs_are_the_same_bag() {
    let first = shop("2026-10-31").args(ARCHIVE).code(0);
    let here = files(&first.path("archive"));
    let outside = tempfile::tempdir().unwrap();
    let into = outside.path().join("bags/of/ours");
    shop("2026-10-31")
        .args([
            "archive",
            "2026-09",
            "--today=2026-11-20",
            "--lang=zh-Hant",
            "--into",
            into.to_str().unwrap(),
        ])
        .env("TZ", "Pacific/Kiritimati")
        .env("LANG", "de_DE.UTF-8")
        .env("RAYON_NUM_THREADS", "1")
        .code(0);
    assert_eq!(here, files(&into));
    let zip = [&ARCHIVE[..], &["--zip"]].concat();
    let one = shop("2026-10-31").words(zip.clone()).code(0);
    let two = shop("2026-10-31").words(zip).env("TZ", "Asia/Taipei").code(0);
    assert_eq!(root(&one), root(&first));
    assert_eq!(files(&one.path("archive")), files(&two.path("archive")));
    let of_epoch = shop("2026-10-31")
        .args(["archive", "2026-09", "--lang=en"])
        .env("SOURCE_DATE_EPOCH", "1795132800")
        .code(0);
    assert_eq!(root(&of_epoch), root(&first), "1795132800 is a moment of 2026-11-20");
}

#[test]
fn a_zip_is_the_bag_as_one_file() {
    let folder = files(&shop("2026-10-31").args(ARCHIVE).code(0).path("archive"));
    let packed = shop("2026-10-31").words([&ARCHIVE[..], &["--zip"]].concat()).code(0);
    let file = fs::File::open(packed.path("archive/2026-09.zip")).unwrap();
    let mut zip = zip::ZipArchive::new(file).unwrap();
    assert_eq!(zip.len(), folder.len());
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let (name, mode) = (entry.name().unwrap().into_owned(), entry.unix_mode());
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        assert_eq!((mode, folder.get(&name)), (Some(0o100_644), Some(&bytes)), "{name}");
    }
}

/// A byte in front of the files, in them, in the list and in the seal; a packing that unpacks to the same.
#[test]
fn one_byte_of_a_zip_anywhere_ends_with_4_and_its_name() {
    let made = shop("2026-10-31").words([&ARCHIVE[..], &["--zip"]].concat()).code(0);
    let whole = fs::read(made.path("archive/2026-09.zip")).unwrap();
    let mut ran = made.then().args(["verify"]).code(0);
    assert!(ran.out.contains("2026-09.zip: whole"), "{}", ran.out);
    let changed = |at: usize| {
        let mut zip = whole.clone();
        zip[at] ^= 0x80;
        zip
    };
    let (step, end) = (whole.len() / 400, whole.len() - 120);
    for at in (0..end).step_by(step).chain(end..whole.len()) {
        let found = verify_zip(&mut Cursor::new(changed(at)), "2026-09.zip").unwrap();
        assert!(found.faults.iter().any(|fault| fault.file().is_some()), "{at}");
    }
    for at in [0, 8, whole.len() / 2, end - 20, whole.len() - 1] {
        fs::write(ran.path("archive/2026-09.zip"), changed(at)).unwrap();
        ran = ran.then().args(["verify"]).code(4);
        assert!(
            ran.out.starts_with("./archive/2026-09.zip: NOT as it was archived\n  "),
            "{at}: {}",
            ran.out
        );
    }
    assert!(ran.out.contains("changed: 2026-09.zip (its contents are whole"), "{}", ran.out);
}

#[test]
fn what_is_open_is_listed_and_a_reason_is_archived() {
    let open = "cycle: {id: 2026-09, kind: month, from: 2026-09-01, to: 2026-09-30, status: closing}\n";
    let ran = shop("2026-10-31")
        .file("cycles/2026-09.yaml", open)
        .args(ARCHIVE)
        .stderr(
            "error: the loop of 2026-09 is still open: close what is listed, or say with --open why it is archived all the same\n  \
             cycles/2026-09.yaml:1:8: cycle 2026-09 is closing: close it\n",
        )
        .code(1);
    assert!(!ran.path("archive").exists());
    let chinese = ["archive", "2026-09", "--today=2026-11-20", "--lang=zh-Hant"];
    let ran = ran.then().args(chinese).says("循環 2026-09 結案中：請先結案").code(1);
    let ran = ran.then().words([&ARCHIVE[..], &["--open", " "]].concat()).says("say why").code(2);
    let reason = ["--open", "林主任休假 <b>到十月</b>"];
    let ran = ran.then().words([&ARCHIVE[..], &reason].concat()).code(0);
    assert!(
        ran.text("archive/2026-09/bag-info.txt").contains("Open-Loop-Reason: 林主任休假 <b>到十月</b>\n")
    );
    assert!(ran.text("archive/2026-09/data/provenance.json").contains("\"open\": \"林主任休假"));
    let cover = ran.text("archive/2026-09/data/site/index.html");
    assert!(cover.contains("林主任休假 &lt;b&gt;到十月"), "{cover}");
}

#[test]
fn figures_that_may_still_change_are_not_archived() {
    let ran = shop("2026-09-20").args(ARCHIVE).says("no data after 2026-09-20 for: ").code(1);
    let metrics = "measures: [{id: sales, unit: money, lag_days: 60}]\n";
    let ran = ran
        .then()
        .file("metrics.yaml", metrics)
        .file("results/more.csv", "date,marketplace,sku,units,sales\n2026-10-31,US,M,1,1\n");
    let ran = ran.args(ARCHIVE).says("provisional until 2026-11-30: sales").code(1);
    let ran = ran.then().words([&ARCHIVE[..], &["--provisional", "audit"]].concat()).code(0);
    assert!(ran.text("archive/2026-09/bag-info.txt").contains("Provisional-Reason: audit\n"));
}

#[test]
fn a_report_that_ends_before_the_period_stands_in_the_way() {
    let spent = "date,marketplace,sku,ad_spend\n2026-07-01,US,M,4\n2026-08-31,US,M,2\n";
    let ran = shop("2026-10-31").file("results/ads.csv", spent).args(ARCHIVE);
    let ran = ran.says("  no data after 2026-08-31 for: ad_spend").code(1);
    assert!(!ran.exists("archive"));
    ran.then().words([&ARCHIVE[..], &["--provisional", "no advertising any more"]].concat()).code(0);
}

#[test]
fn cycles_that_cover_a_period_together_close_it() {
    let month = |month: &str, last: &str| {
        format!(
            "cycle: {{id: {month}, kind: month, from: {month}-01, to: {month}-{last}, status: closed, closed: 2026-11-01}}\n"
        )
    };
    let quarter = ["archive", "2026-Q3", "--today=2026-11-20", "--lang=en"];
    let ran =
        shop("2026-10-31").args(quarter).says("no cycle covers 2026-07-01, which is in 2026-Q3").code(1);
    let test = ran.then().file("cycles/2026-07.yaml", &month("2026-07", "31"));
    let ran =
        test.args(quarter).says("no cycle covers 2026-08-01, which is in 2026-Q3: write its review").code(1);
    let ran = ran.then().file("cycles/2026-08.yaml", &month("2026-08", "31")).args(quarter).code(0);
    assert!(ran.exists("archive/2026-q3/bagit.txt"));
}

#[test]
fn only_whole_periods_that_are_over_are_archived() {
    let asked = |period, says| {
        shop("2026-10-31").args(["archive", period, "--today=2026-11-20", "--lang=en"]).says(says).code(2);
    };
    asked("2026-11", "2026-11 has not ended");
    asked("2026-W40", "2026-W40 is too short");
    asked("September", "not a period of the form");
    let ran = shop("2026-10-31").args(["archive", "2026-08", "--today=2026-11-20", "--lang=en"]);
    ran.says("no cycle covers 2026-08: write its review").code(1);
}

#[test]
fn a_correction_is_another_archive_that_names_the_first() {
    let ran = shop("2026-10-31").words([&ARCHIVE[..], &["--again", "x"]].concat());
    let ran = ran.says("2026-09 is in no archive yet").code(2);
    let ran = ran.then().args(ARCHIVE).code(0);
    let (first, before) = (root(&ran), files(&ran.path("archive/2026-09")));
    let ran = ran.then().args(ARCHIVE).says("2026-09 is archived as 2026-09, which stays as it is").code(2);
    let again = ["archive", "2026-09", "--today=2026-11-21", "--again", "late returns", "--lang=en"];
    let ran = ran.then().args(again).code(0);
    let info = ran.text("archive/2026-09-v2/bag-info.txt");
    for line in [
        format!("Previous-Bag-Root: {first}\n"),
        format!("Supersedes: {first}\n"),
        "Bag-Version: 2\n".to_owned(),
        "Again-Reason: late returns\n".to_owned(),
    ] {
        assert!(info.contains(&line), "{info}");
    }
    assert!(ran.text("archive/2026-09-v2/data/site/index.html").contains(&first));
    assert_eq!(files(&ran.path("archive/2026-09")), before);
    // Archives are no inputs: neither of the next archive, nor of the site.
    assert!(!ran.text("archive/2026-09-v2/data/provenance.json").contains("archive/2026-09/"));
    ran.then().args(["check", "--today=2026-11-20", "--lang=en"]).code(0);
}

#[test]
fn reports_may_stay_outside() {
    let ran = shop("2026-10-31").words([&ARCHIVE[..], &["--inputs", "hashes"]].concat()).code(0);
    let found = files(&ran.path("archive/2026-09"));
    assert!(found.contains_key("data/source/company.yaml"));
    assert!(!found.keys().any(|path| path.starts_with("data/source/results")));
    let provenance = ran.text("archive/2026-09/data/provenance.json");
    assert!(provenance.contains("\"path\": \"results/第 3 季.csv\",\n      \"name\": null"), "{provenance}");
}

#[test]
fn nothing_is_written_over() {
    let ran =
        shop("2026-10-31").file("archive/2026-09", "mine").args(ARCHIVE).says("is there already").code(2);
    assert_eq!(ran.text("archive/2026-09"), "mine");
    assert_eq!(files(&ran.path("archive")).len(), 1, "nothing else stays");
}

#[test]
fn archives_do_not_lie_among_what_people_write() {
    for into in [".", "bags", "results/old", "archive/../bags", "archive/2026", "archive/2026/q3"] {
        let asked = ["archive", "2026-09", "--today=2026-11-20", "--lang=en", "--into", into];
        let ran = shop("2026-10-31").args(asked).says(&format!("{into} lies in the workspace")).code(2);
        assert!(!["bags", "results/old", "archive"].iter().any(|path| ran.exists(path)));
    }
    let usual = ["archive", "2026-09", "--today=2026-11-20", "--into", "results/../archive"];
    assert!(shop("2026-10-31").args(usual).code(0).exists("archive/2026-09/bagit.txt"));
}

#[test]
fn the_demo_lists_every_act_and_figure_that_stands_in_the_way() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let content = content.to_str().unwrap();
    let asked = |period| {
        let words =
            ["archive", period, "--root", content, "--into", "bags", "--today=2026-11-22", "--lang=en"];
        Test::new().words(words)
    };
    let act = "cycles/2026-Q3.yaml:33:3: whether act A-26Q3-05 on gap C-26Q3-01 worked is not checked yet (due 2027-02-05)";
    let ran = asked("2026-Q3").says(act).code(1);
    assert!(!ran.exists("bags"));
    asked("2026-10")
        .says("cycles/2026-10.yaml:1:8: cycle 2026-10 is open: close it\n")
        .says("act A-2610-05 on gap C-2610-04 is not done (due 2026-11-18)\n")
        .says("no data after 2026-10-28 for: payout\n")
        .says("provisional until 2026-12-01: returns, returns_told, refunds, ")
        .code(1);
}
