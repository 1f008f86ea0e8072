//! Days that do not exist, or that nobody can have sold on.

use crate::shop::Shop;

#[test]
fn days_of_results_that_do_not_exist_are_refused_at_their_cell() {
    let days = [
        "2026-02-29",
        "2026-13-01",
        "2026-W53",
        "0000-01-01",
        "-2026-01-01",
        "1999-12-31",
        "2101-01-01",
        "9999-12-31",
        "99999999999-01-01",
        "民國115年10月1日",
    ];
    for day in days {
        let rows = format!("2026-10-01,US,M-1,3,30.00\n{day},US,M-1,3,30.00\n");
        Shop::new().rows(&rows).check().refused("results/october.csv:3:1: error[I103]");
    }
}

#[test]
fn days_of_documents_that_do_not_exist_are_refused() {
    for day in ["2026-02-30", "0000-01-01", "9999-99-99", "2026-W54", "tomorrow"] {
        let text = format!(
            "products:\n- {{id: mug, name: Mug, status: live, launch: {day}, skus: [{{sku: M-1}}]}}\n"
        );
        Shop::new().file("products.yaml", text).check().refused("products.yaml:2:46: error[Y007]");
    }
}
