//! The lint of the loop: a loop with planted faults, and one sound loop broken in one place for each code.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};

use opsreport::analysis::Analysis;
use opsreport::diagnostic::{CODES, Code, Diagnostic};
use opsreport::ingest::measure;
use opsreport::locale::Locale;
use opsreport::quantity::{Day, Lang, Ratio};
use opsreport::render::Theme;
use opsreport::review::LoopFigures;
use opsreport::workspace::load;
use opsreport::world::Memory;
use serde_json::{Value, json};

type Files = BTreeMap<String, String>;

fn world(files: &Files) -> Memory {
    let files = files.iter().map(|(path, text)| (path.clone(), text.clone().into_bytes()));
    Memory { files: files.collect(), today: Day::parse("2026-11-22").unwrap() }
}

/// Everything that is found in a workspace, and how its loop closes.
fn looked_at(files: &Files) -> (Vec<Diagnostic>, LoopFigures) {
    let world = world(files);
    let (workspace, mut findings) = load(&world);
    let Some(workspace) = workspace else { panic!("does not load: {findings:?}") };
    let (facts, more) = measure(&world, &workspace);
    findings.extend(more);
    let (analysis, more) = Analysis::of(&workspace, &facts, world.today);
    findings.extend(more);
    findings.extend(analysis.lint.clone());
    (findings.sorted(), LoopFigures::of(&analysis.threads))
}

/// `A007 A-09-2 (22)`: the code, whose it is, and the figure it gives.
fn brief(finding: &Diagnostic) -> String {
    let figure = finding.args.iter().find(|(name, _)| ["days", "percent"].contains(name));
    let figure = figure.filter(|_| ["A007", "A017", "C007"].contains(&finding.code.name));
    let id = finding.id.as_deref().unwrap_or("–");
    let figure = figure.map(|(_, arg)| format!(" ({arg:?})").replace(['"'], "")).unwrap_or_default();
    format!("{} {id}{figure}", finding.code.name)
}

// The fixture as a workspace: amounts stand for figures, so that the tolerance says which gaps matter.

const TARGET: i64 = 10_000;
const METRICS: &str = "materiality: {default: {abs: 1000 USD}}\n";

fn fixture() -> Files {
    let fixture: Value = serde_yaml::from_str(include_str!("loop/pdca-fixture.yaml")).unwrap();
    let of = |key: &str| fixture[key].as_object().unwrap().iter();
    let people: Vec<Value> = of("people").map(|(id, dept)| json!({"id": id, "dept": dept})).collect();
    let departments: Vec<Value> =
        fixture["departments"].as_array().unwrap().iter().map(|id| json!({"id": id})).collect();
    let sops: Vec<Value> = of("sops").map(|(id, version)| json!({"id": id, "version": version})).collect();
    let mut files = Files::from([
        ("opsreport.yaml".to_owned(), "{title: X, currency: USD}".to_owned()),
        ("metrics.yaml".to_owned(), METRICS.to_owned()),
        ("departments.yaml".to_owned(), json!({"people": people, "departments": departments}).to_string()),
        ("sops.yaml".to_owned(), json!({"sops": sops}).to_string()),
    ]);
    for it in fixture["cycles"].as_array().unwrap() {
        files.insert(format!("cycles/{}.yaml", it["id"].as_str().unwrap()), cycle(it).to_string());
    }
    files
}

fn cycle(it: &Value) -> Value {
    let [from, to] = [&it["period"][0], &it["period"][1]];
    let all = |key: &str, each: &dyn Fn(&Value) -> Value| -> Vec<Value> {
        it[key].as_array().unwrap().iter().map(each).collect()
    };
    json!({
        "cycle": kept(json!({"id": it["id"], "kind": "month", "from": from, "to": to, "prev": it["prev"], "status": it["status"]})),
        "plan": all("plan", &|item| plan_item(item, to)),
        "check": all("check", &check_item),
        "act": all("act", &act),
    })
}

/// With what a plan item needs and the fixture does not speak of.
fn plan_item(it: &Value, due: &Value) -> Value {
    kept(json!({
        "id": it["id"], "metric": "sales", "from": it["from"], "owner": "lin", "due": due,
        "baseline": money(0), "target": money(TARGET),
        "hypothesis": "x", "expected_effect": {"metric": "sales", "amount": money(1)},
    }))
}

fn check_item(it: &Value) -> Value {
    let actual = money(TARGET + it["gap"].as_i64().unwrap());
    let causes: Vec<Value> = it["causes"].as_array().unwrap().iter().map(cause).collect();
    json!({"id": it["id"], "plan": it["plan"], "ac": actual, "causes": causes})
}

fn cause(it: &Value) -> Value {
    let mut cause = it.clone();
    cause["effect"] = money(it["effect"].as_i64().unwrap());
    cause
}

fn act(it: &Value) -> Value {
    let mut act = it.as_object().unwrap().clone();
    for (theirs, ours) in [("done_on", "done_date"), ("text", "what")] {
        let value = act.remove(theirs).unwrap_or(Value::Null);
        act.insert(ours.to_owned(), value);
    }
    let check = &it["effect_check"];
    let check = json!({"metric": check["metric"], "due": check["due"], "result": check["result"], "checked": check["checked_on"]});
    act.insert(
        "effect_check".to_owned(),
        if it["effect_check"].is_null() { Value::Null } else { kept(check) },
    );
    kept(Value::Object(act))
}

fn money(amount: i64) -> Value {
    json!(format!("{amount} USD"))
}

/// What says something.
fn kept(mut map: Value) -> Value {
    map.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    map
}

#[test]
fn the_planted_faults_are_found_and_no_other() {
    let (findings, _) = looked_at(&fixture());
    let mut found: Vec<String> = findings.iter().map(brief).collect();
    found.sort();
    let expected = [
        "A002 A-09-1",
        "A005 A-10-1",
        "A006 A-09-1",
        "A007 A-09-2 (Count(22))",
        "A007 A-10-1 (Count(12))",
        "A011 A-09-2",
        "A012 P-10-2",
        "A013 A-08-1",
        "A015 C-10-2a",
        "A017 A-09-1 (Count(10))",
        "C003 C-09-2",
        "C004 C-09-1a",
        "C004 C-10-2a",
        "C006 C-10-3",
        "C007 C-10-2 (Text(46))",
        "S001 2026-09",
    ];
    assert_eq!(found, expected);
}

/// The code of `A007 A-09-2 (22)`.
fn code(brief: &str) -> &str {
    brief.split(' ').next().unwrap()
}

#[test]
fn the_loop_closes_as_counted_by_hand() {
    let (_, figures) = looked_at(&fixture());
    let LoopFigures { gaps, caused, acted, verified, .. } = figures;
    assert_eq!((gaps, caused, acted, verified), (4, 3, 3, 1));
    assert_eq!(figures.closure(), Ratio::new(1, 4));
}

/// The files of a case: a line `--- path` begins one.
fn files(case: &str) -> Files {
    let parts = case.split("\n--- ").skip(1).map(|part| part.split_once('\n').unwrap());
    parts.map(|(path, text)| (path.to_owned(), format!("{}\n", text.trim_end()))).collect()
}

fn sound() -> Files {
    files(include_str!("loop/sound.txt"))
}

/// The codes that the lint of the loop speaks by.
fn is_of_loop(code: &Code) -> bool {
    let name = code.name;
    // What is wrong beside archives is told where archives are made for tests.
    let of_archives = ["S003", "S004", "S005"].contains(&name);
    ["G005", "D001", "D002"].contains(&name) || name.starts_with(['P', 'C', 'A', 'S', 'B']) && !of_archives
}

fn of_loop(files: &Files) -> Vec<Diagnostic> {
    looked_at(files).0.into_iter().filter(|it| is_of_loop(it.code)).collect()
}

/// The sound loop with one thing in it changed.
fn broken(case: &Value) -> Files {
    let mut files = sound();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let file = files.get_mut(&text(&case["in"])).unwrap();
    for change in case["change"].as_array().unwrap() {
        let [old, new] = [text(&change[0]), text(&change[1])];
        assert_eq!(file.matches(&old).count(), 1, "{old}");
        *file = file.replace(&old, &new);
    }
    files
}

fn cases() -> Vec<Value> {
    serde_yaml::from_str(include_str!("loop/cases.yaml")).unwrap()
}

#[test]
fn nothing_is_said_of_a_sound_loop() {
    assert_eq!(of_loop(&sound()).iter().map(brief).collect::<Vec<_>>(), [""; 0]);
}

#[test]
fn each_break_is_found_and_nothing_else() {
    let locales: Vec<Locale> =
        ["en", "zh-Hant"].map(|lang| Theme::embedded().locale(&Lang::new(lang)).unwrap()).into();
    let (mut said, mut wrong) = (Vec::new(), Vec::new());
    for case in cases() {
        let found = of_loop(&broken(&case));
        let expected: Vec<&str> =
            case["finds"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
        let found_here: Vec<String> = found.iter().map(brief).collect();
        if found_here != expected {
            wrong.push(format!("{case}: found {found_here:?}"));
        }
        for finding in &found {
            said.push(format!("{} {} {}", finding.code.name, finding.severity.word(), finding.place));
            for locale in &locales {
                let help = locale.finding_help(finding).unwrap();
                said.push(format!("  {} / {help}", locale.finding(finding)));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // The module's name would be `r#loop`.
    insta::with_settings!({prepend_module_to_snapshot => false}, {
        insta::assert_snapshot!("loop_findings", said.join("\n"));
    });
}

#[test]
fn every_code_of_the_loop_has_its_case() {
    let cases = cases();
    let finds = cases.iter().flat_map(|case| case["finds"].as_array().unwrap());
    let found: BTreeSet<&str> = finds.map(|it| code(it.as_str().unwrap())).collect();
    let all: BTreeSet<&str> = CODES.iter().filter(|code| is_of_loop(code)).map(|code| code.name).collect();
    assert_eq!(found, all);
}
