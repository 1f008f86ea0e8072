//! The demo's planted faults of the loop: what `check` says of it is these and nothing else, and mending them in the
//! YAML empties the list.

use std::collections::BTreeSet;
use std::path::Path;

use opsreport::analysis::Analysis;
use opsreport::diagnostic::Diagnostics;
use opsreport::ingest::measure;
use opsreport::pipeline;
use opsreport::quantity::Day;
use opsreport::workspace::load;
use opsreport::world::{Folder, Memory, World};

/// A fault: its code and whose it is, the file, what stands there, and what mends it.
struct Fault {
    code: &'static str,
    id: &'static str,
    file: &'static str,
    wrong: &'static str,
    right: &'static str,
}

/// What is planted, with the mending that is true to the story.
const PLANTED: [Fault; 12] = [
    // The reviews came in, five days late.
    Fault {
        code: "A007",
        id: "A-2610-05",
        file: "cycles/2026-10.yaml",
        wrong: "due: 2026-11-18, status: open, carry_to: P-2611-05",
        right: "due: 2026-11-18, status: done, done_date: 2026-11-18, carry_to: P-2611-05",
    },
    Fault {
        code: "A014",
        id: "A-2610-03",
        file: "cycles/2026-10.yaml",
        wrong: "due: 2026-11-18, status: open}]",
        right: "due: 2026-11-18, status: done, done_date: 2026-11-20}]",
    },
    // Effort without anything to see.
    Fault {
        code: "A005",
        id: "A-2610-07",
        file: "cycles/2026-10.yaml",
        wrong: "what: {zh-Hant: 加強禮盒商品頁, en: Improve its listing}",
        right: "what: {zh-Hant: 商品頁加 3 段開箱影片, en: 'Three videos of the opened box on its listing'}",
    },
    // Reviews alone explain a third of the gap.
    Fault {
        code: "C007",
        id: "C-2610-04",
        file: "cycles/2026-10.yaml",
        wrong: "effect: -900 USD}",
        right: "effect: -1900 USD}",
    },
    Fault {
        code: "D003",
        id: "K26-027",
        file: "departments.yaml",
        wrong: "{by: lin, date: 2026-11-04, state: agreed}], status: in-progress, done: 60%}",
        right: "{by: lin, date: 2026-11-04, state: agreed}], status: done, done: 100%, done_date: 2026-11-21, evidence: [cash-2612.xlsx]}",
    },
    // Once it is done, nobody has to be able to do it any more.
    Fault { code: "K002", id: "K26-027", file: "departments.yaml", wrong: "", right: "" },
    Fault {
        code: "D003",
        id: "K26-028",
        file: "departments.yaml",
        wrong: "{by: lin, date: 2026-10-13, state: agreed}], status: in-progress, done: 55%}",
        right: "{by: lin, date: 2026-10-13, state: agreed}], status: done, done: 100%, done_date: 2026-11-21, evidence: [fba-2611.csv]}",
    },
    Fault {
        code: "D003",
        id: "K26-034",
        file: "departments.yaml",
        wrong: "{by: chen, date: 2026-11-07, state: agreed}], status: in-progress, done: 85%}",
        right: "{by: chen, date: 2026-11-07, state: agreed}], status: done, done: 100%, done_date: 2026-11-22, evidence: [recheck-jp-2611.csv]}",
    },
    Fault {
        code: "F001",
        id: "F-2026-042",
        file: "feedback/2026-11.yaml",
        wrong: "severity: medium, to: logistics}",
        right: "severity: medium, to: logistics, ack: {by: tsai, date: 2026-11-20}}",
    },
    Fault {
        code: "K001",
        id: "chen",
        file: "team.yaml",
        wrong: "assessed: 2026-03-31",
        right: "assessed: 2026-11-20",
    },
    Fault {
        code: "K101",
        id: "bil",
        file: "toolbox.yaml",
        wrong: "last: 2026-04-10",
        right: "last: 2026-11-20",
    },
    Fault {
        code: "K103",
        id: "comply",
        file: "toolbox.yaml",
        wrong: "used: true, last: 2026-06-01",
        right: "used: false, reason: {zh-Hant: 由品保代理, en: Done by the quality agent}, last: 2026-06-01",
    },
];

/// The demo in memory, to change as a user would.
fn demo() -> Memory {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let today = Day::parse("2026-11-22").unwrap();
    let folder = Folder::new(&content, &[], today);
    let files = folder.list().unwrap().into_iter();
    Memory { files: files.map(|path| (path.clone(), folder.read(&path).unwrap())).collect(), today }
}

/// What is found, by code and id.
fn found(world: &Memory) -> BTreeSet<(String, String)> {
    ids(&pipeline::check(world).findings)
}

/// What is found before pages are written, which is all that is planted.
fn found_early(world: &Memory) -> BTreeSet<(String, String)> {
    let (workspace, mut findings) = load(world);
    let workspace = workspace.unwrap();
    let (facts, more) = measure(world, &workspace);
    findings.extend(more);
    let (analysis, more) = Analysis::of(&workspace, &facts, world.today);
    findings.extend(more);
    findings.extend(analysis.lint);
    findings.retain(|finding| !workspace.known.iter().any(|known| known.is(finding)));
    ids(&findings)
}

fn ids(findings: &Diagnostics) -> BTreeSet<(String, String)> {
    findings.iter().map(|it| (it.code.name.to_owned(), it.id.clone().unwrap_or_default())).collect()
}

fn mend(world: &mut Memory, faults: &[Fault]) {
    for fault in faults.iter().filter(|fault| !fault.wrong.is_empty()) {
        let bytes = world.files.get_mut(fault.file).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert_eq!(text.matches(fault.wrong).count(), 1, "{} {}", fault.code, fault.id);
        *bytes = text.replace(fault.wrong, fault.right).into_bytes();
    }
}

fn names(faults: &[Fault]) -> BTreeSet<(String, String)> {
    faults.iter().map(|fault| (fault.code.to_owned(), fault.id.to_owned())).collect()
}

#[test]
fn the_demo_has_its_planted_faults_alone_and_mending_them_empties_the_list() {
    let mut world = demo();
    assert_eq!(found_early(&world), names(&PLANTED));
    let (first, rest) = PLANTED.split_at(PLANTED.len() / 2);
    mend(&mut world, first);
    assert_eq!(found_early(&world), names(rest));
    mend(&mut world, rest);
    assert_eq!(found(&world), BTreeSet::new());
}
