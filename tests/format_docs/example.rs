//! The mapping that the documentation shows, really read.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

pub(crate) const FORMATS: &str = include_str!("example/formats.yaml");
pub(crate) const FILE: &str = include_str!("example/nordlager.csv");
pub(crate) const TOTALS: [(&str, &str); 4] =
    [("orders", "2"), ("units", "4"), ("sales", "1269.60"), ("shipping_income", "9.80")];

const CONFIG: &str = "\
schema: opsreport/1
site: {title: Tea, languages: [en]}
sources: [{path: \"results/{marketplace}/{period}/*.csv\"}]
";

const MARKETPLACES: &str = "\
marketplaces:
- {id: SHOP-DE, name: Shop, channel: shop, currency: EUR, report_tz: Europe/Berlin}
";

const METRICS: &str = "\
measures:
- {id: orders, name: Orders, unit: count, better: higher, role: output, grains: [day, sku, marketplace]}
- {id: units, name: Units, unit: count, better: higher, role: output, grains: [day, sku, marketplace]}
- {id: sales, name: Sales, unit: money, better: higher, role: output, grains: [day, sku, marketplace]}
- {id: shipping_income, name: Shipping, unit: money, better: higher, role: output, grains: [day, sku, marketplace]}
";

fn write(root: &Path, name: &str, text: &str) {
    let path = root.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, text).unwrap();
}

fn import(root: &Path, file: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_opsreport"));
    command.args(["import", "--format", "json", "--today", "2026-11-22", "--lang", "en", "--root"]);
    let output = command.arg(root).arg(root.join(file)).output().unwrap();
    let (said, lines) =
        (String::from_utf8(output.stderr).unwrap(), String::from_utf8(output.stdout).unwrap());
    assert!(!lines.is_empty(), "{said}");
    serde_json::from_str(&lines).unwrap()
}

#[test]
fn the_mapping_of_the_documentation_works() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    let file = "results/SHOP-DE/2026-11/nordlager.csv";
    let texts = [
        ("opsreport.yaml", CONFIG),
        ("marketplaces.yaml", MARKETPLACES),
        ("metrics.yaml", METRICS),
        (file, FILE),
    ];
    texts.iter().for_each(|(name, text)| write(root, name, text));
    let before = import(root, file);
    assert_eq!(before["kind"], Value::Null);
    write(root, "formats.yaml", FORMATS);
    let after = import(root, file);
    assert_eq!(after["kind"], "nordlager.orders", "{after}");
    assert_eq!(after["refused"], Value::Array(Vec::new()));
    assert_eq!(after["unknown_columns"], serde_json::json!(["Lagerplatz"]));
    assert_eq!(after["rows"], 3);
    for (measure, sum) in TOTALS {
        assert_eq!(after["totals"][measure], sum, "{measure}");
    }
    let report = "results/SHOP-DE/2026-11/units.csv";
    write(
        root,
        report,
        "Erzeugnis,(Child) ASIN,Sessions - Total,Stück bestellt,Ordered Product Sales\nTee,B0EXAMPLE1,9,1,2.00\n",
    );
    assert_eq!(import(root, report)["kind"], "amazon.business_report.asin");
}
