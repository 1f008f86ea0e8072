//! The formats that opsreport brings along, as they are written in `src/ingest/formats/`.

use std::sync::{Arc, LazyLock};

use crate::workspace::{Format, formats};

/// The files of formats.
const FILES: &[(&str, &str)] = &[
    ("canonical.yaml", include_str!("formats/canonical.yaml")),
    ("amazon_business_report.yaml", include_str!("formats/amazon_business_report.yaml")),
    ("amazon_transaction.yaml", include_str!("formats/amazon_transaction.yaml")),
    ("amazon_settlement.yaml", include_str!("formats/amazon_settlement.yaml")),
    ("amazon_orders.yaml", include_str!("formats/amazon_orders.yaml")),
    ("amazon_returns.yaml", include_str!("formats/amazon_returns.yaml")),
    ("amazon_inventory.yaml", include_str!("formats/amazon_inventory.yaml")),
    ("amazon_fees.yaml", include_str!("formats/amazon_fees.yaml")),
    ("amazon_ads.yaml", include_str!("formats/amazon_ads.yaml")),
    ("amazon_brand_analytics.yaml", include_str!("formats/amazon_brand_analytics.yaml")),
    ("amazon_poe.yaml", include_str!("formats/amazon_poe.yaml")),
    ("shopify.yaml", include_str!("formats/shopify.yaml")),
    ("shops.yaml", include_str!("formats/shops.yaml")),
    ("ga4.yaml", include_str!("formats/ga4.yaml")),
];

/// What the files say: they are part of the program, so that reading them once is enough.
static FORMATS: LazyLock<Vec<Arc<Format>>> = LazyLock::new(|| {
    let read = |(file, text): &(&str, &str)| formats(file, text).0;
    FILES.iter().flat_map(read).map(Arc::new).collect()
});

/// All formats, in the order of their files.
pub(super) fn builtin() -> &'static [Arc<Format>] {
    &FORMATS
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_format_is_read_without_a_finding() {
        for (file, text) in FILES {
            let (formats, findings) = formats(file, text);
            let texts: Vec<String> = findings.iter().map(|finding| format!("{finding:?}")).collect();
            assert!(texts.is_empty(), "{file}: {texts:#?}");
            assert!(!formats.is_empty(), "{file}");
        }
    }

    #[test]
    fn what_a_format_feeds_unasked_is_a_usual_measure_of_its_kind() {
        use crate::ingest::{engine::scale_of, setting::scale};
        use crate::metric::{Catalogue, Over};
        use crate::quantity::MeasureId;
        let usual = Catalogue::standard();
        for format in builtin() {
            for figure in &format.figures {
                let id = figure.measure.as_deref().unwrap_or(&figure.id);
                let name = format!("{} {}", format.id, figure.id);
                if id == "none" {
                    continue;
                }
                let measure = usual.measure(&MeasureId::new(id)).unwrap_or_else(|| panic!("{name}: no {id}"));
                assert_eq!(scale_of(format, figure), Some(scale(measure.unit)), "{name}");
                assert!(figure.over == Over::Flow || figure.over == measure.over, "{name}");
            }
        }
    }

    #[test]
    fn every_format_has_a_name_of_its_own() {
        let ids: Vec<String> = builtin().iter().map(|format| format.id.clone()).collect();
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len());
    }
}
