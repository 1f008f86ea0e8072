//! The usual measures and metrics of an online seller, for a company that defines none.

use std::collections::BTreeSet;

use super::{Better, Catalogue, Dimension, Formula, Measure, Metric, Role, Tolerance, Unit};
use crate::quantity::{Lang, MeasureId, Text};

/// id, Traditional Chinese, English, unit, better.
const MEASURES: [(&str, &str, &str, Unit, Better); 11] = [
    ("sessions", "工作階段", "Sessions", Unit::Count, Better::Higher),
    ("page_views", "頁面瀏覽", "Page views", Unit::Count, Better::Higher),
    ("orders", "訂單", "Orders", Unit::Count, Better::Higher),
    ("units", "銷售件數", "Units", Unit::Count, Better::Higher),
    ("sales", "銷售額", "Sales", Unit::Money, Better::Higher),
    ("ad_spend", "廣告花費", "Ad spend", Unit::Money, Better::Lower),
    ("ad_sales", "廣告銷售額", "Ad sales", Unit::Money, Better::Higher),
    ("clicks", "廣告點擊", "Ad clicks", Unit::Count, Better::Higher),
    ("impressions", "廣告曝光", "Ad impressions", Unit::Count, Better::Higher),
    ("returns", "退貨件數", "Returned units", Unit::Count, Better::Lower),
    ("refunds", "退款", "Refunds", Unit::Money, Better::Lower),
];

/// id, Traditional Chinese, English, numerator, denominator.
const METRICS: [(&str, &str, &str, &str, &str); 7] = [
    ("cvr", "轉換率", "Conversion", "orders", "sessions"),
    ("upo", "每單件數", "Units per order", "units", "orders"),
    ("asp", "平均單價", "Average selling price", "sales", "units"),
    ("acos", "ACOS", "ACOS", "ad_spend", "ad_sales"),
    ("tacos", "總廣告費率", "TACoS", "ad_spend", "sales"),
    ("ctr", "點擊率", "Click-through rate", "clicks", "impressions"),
    ("return_rate", "退貨率", "Return rate", "returns", "units"),
];

impl Catalogue {
    /// The usual measures and metrics, by day, SKU and marketplace.
    pub fn standard() -> Catalogue {
        let measures = MEASURES.map(|(id, zh, en, unit, better)| measure(id, named(zh, en), unit, better));
        let metrics = METRICS.map(|(id, zh, en, num, den)| metric(id, named(zh, en), num, den));
        Catalogue::new(measures.into(), metrics.into()).0
    }
}

fn named(zh: &str, en: &str) -> Text {
    Text::of([(Lang::new("zh-Hant"), zh.to_owned()), (Lang::new("en"), en.to_owned())])
}

fn measure(id: &str, name: Text, unit: Unit, better: Better) -> Measure {
    let grains = BTreeSet::from([Dimension::Day, Dimension::Sku, Dimension::Marketplace]);
    // Returns and refunds arrive long after the order they belong to.
    let lag_days = if matches!(id, "returns" | "refunds") { 30 } else { 0 };
    let (id, source, role) = (MeasureId::new(id), Vec::new(), Role::Output);
    Measure { id, name, unit, better, source, grains, role, lag_days }
}

fn metric(id: &str, name: Text, num: &str, den: &str) -> Metric {
    let (unit, better, role) = match id {
        "upo" => (Unit::Number, Better::Higher, Role::Output),
        "asp" => (Unit::Money, Better::Higher, Role::Input),
        "acos" | "tacos" | "return_rate" => (Unit::Percent, Better::Lower, Role::Output),
        _ => (Unit::Percent, Better::Higher, Role::Output),
    };
    Metric {
        id: MeasureId::new(id),
        name,
        formula: Formula::Ratio { num: MeasureId::new(num), den: MeasureId::new(den) },
        unit,
        better,
        role,
        tolerance: Tolerance::default(),
        lag_days: if id == "return_rate" { 30 } else { 0 },
        owner: None,
    }
}
