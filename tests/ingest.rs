//! From a folder to facts, as a user has it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on shall fail")]

use std::collections::BTreeMap;

use opsreport::diagnostic::Diagnostics;
use opsreport::facts::{Facts, Total};
use opsreport::ingest::{Roster, measure, new_measures};
use opsreport::quantity::{Day, MeasureId, Ratio, Scope, Span};
use opsreport::workspace::{Workspace, load};
use opsreport::world::Memory;

fn measured(files: &[(&str, &str)]) -> (Workspace, Facts, Diagnostics) {
    let files: BTreeMap<String, Vec<u8>> =
        files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let world = Memory { files, today: Day::parse("2026-11-22").unwrap() };
    let (workspace, findings) = load(&world);
    assert!(!findings.has_errors(), "{findings:?}");
    let workspace = workspace.unwrap();
    let (facts, findings) = measure(&world, &workspace);
    (workspace, facts, findings)
}

fn day(text: &str) -> Span {
    let day = Day::parse(text).unwrap();
    Span { from: day, to: day }
}

#[test]
fn four_lines_and_one_file_are_a_workspace() {
    let config = "schema: opsreport/1\nsite: {title: Tea}\ncurrency: EUR\nsources: [{path: sales.csv}]\n";
    let csv =
        "date,marketplace,sku,units,sales,Carts\n2026-11-01,US,A-1,2,20.00,5\n2026-11-01,JP,B-1,1,5.50,4\n";
    let (workspace, facts, findings) = measured(&[("opsreport.yaml", config), ("sales.csv", csv)]);
    assert!(findings.is_empty(), "{findings:?}");
    let total = facts.sum(&MeasureId::new("sales"), &Scope::company(), day("2026-11-01"));
    assert_eq!(total, Total::Known(Ratio::parse("25.50").unwrap()));
    let roster = Roster::new(&workspace, &facts);
    assert_eq!(roster.products.iter().map(|product| product.id.as_str()).collect::<Vec<_>>(), ["A-1", "B-1"]);
    assert_eq!(roster.marketplaces.iter().map(|market| market.id.as_str()).collect::<Vec<_>>(), ["JP", "US"]);
    let fresh = new_measures(&facts, &workspace.catalogue);
    assert_eq!(fresh.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>(), ["carts"]);
}
