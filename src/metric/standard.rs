//! The usual measures and metrics of an online seller, for a company that defines none.

use super::{Better, Catalogue, Dimension, Expr, Formula, Measure, Metric, Over, Role, Tolerance, Unit};
use crate::quantity::{Lang, MeasureId, Text};

/// Measures that come out of the same reports, and so are known by the same dimensions.
struct Family {
    /// What their figures may be split by, beside the day and the marketplace.
    grains: &'static [&'static str],
    /// Days until late reports no longer change them.
    lag_days: u16,
    over: Over,
    role: Role,
    measures: &'static [Row],
}

/// id, Traditional Chinese, English, unit, better.
type Row = (&'static str, &'static str, &'static str, Unit, Better);

const COUNT: Unit = Unit::Count;
const MONEY: Unit = Unit::Money;
const HIGHER: Better = Better::Higher;
const LOWER: Better = Better::Lower;
const ADS: &[&str] = &["sku", "campaign", "match_type", "placement"];

/// What counts for a day and adds up, and what comes of it.
const FLOW: Family =
    Family { grains: &["sku"], lag_days: 0, over: Over::Flow, role: Role::Output, measures: &[] };

const FAMILIES: &[Family] = &[
    Family {
        role: Role::Input,
        measures: &[
            ("sessions", "工作階段", "Sessions", COUNT, HIGHER),
            ("page_views", "頁面瀏覽", "Page views", COUNT, HIGHER),
            ("sessions_app", "手機 App 工作階段", "App sessions", COUNT, HIGHER),
            ("sessions_browser", "瀏覽器工作階段", "Browser sessions", COUNT, HIGHER),
        ],
        ..FLOW
    },
    Family {
        grains: &["sku", "ship_to", "channel"],
        measures: &[
            ("orders", "訂單", "Orders", COUNT, HIGHER),
            ("units", "銷售件數", "Units", COUNT, HIGHER),
            ("sales", "銷售額", "Sales", MONEY, HIGHER),
        ],
        ..FLOW
    },
    Family {
        grains: ADS,
        lag_days: 3,
        role: Role::Input,
        measures: &[
            ("ad_spend", "廣告花費", "Ad spend", MONEY, LOWER),
            ("clicks", "廣告點擊", "Ad clicks", COUNT, HIGHER),
            ("impressions", "廣告曝光", "Ad impressions", COUNT, HIGHER),
        ],
        ..FLOW
    },
    Family {
        grains: ADS,
        lag_days: 7,
        measures: &[
            ("ad_sales", "廣告銷售額", "Ad sales", MONEY, HIGHER),
            ("ad_orders", "廣告訂單", "Ad orders", COUNT, HIGHER),
            ("ad_units", "廣告銷售件數", "Ad units", COUNT, HIGHER),
        ],
        ..FLOW
    },
    Family {
        grains: ADS,
        lag_days: 14,
        measures: &[("ad_sales_14d", "廣告銷售額（14 天）", "Ad sales (14 days)", MONEY, HIGHER)],
        ..FLOW
    },
    // Returns and refunds arrive long after the order they belong to.
    Family {
        grains: &["sku", "reason", "disposition"],
        lag_days: 30,
        measures: &[("returns", "退貨件數", "Returned units", COUNT, LOWER)],
        ..FLOW
    },
    Family { lag_days: 30, measures: &[("refunds", "退款", "Refunds", MONEY, LOWER)], ..FLOW },
    Family {
        measures: &[
            ("referral", "銷售佣金", "Referral fees", MONEY, LOWER),
            ("fba", "FBA 配送費", "FBA fees", MONEY, LOWER),
            ("storage", "倉儲費", "Storage fees", MONEY, LOWER),
            ("other_fees", "其他費用", "Other fees", MONEY, LOWER),
            ("sales_tax", "代收銷售稅", "Sales tax collected", MONEY, Better::None),
            ("reimbursements", "平台賠償", "Reimbursements", MONEY, Better::None),
        ],
        ..FLOW
    },
    Family {
        grains: &["sku", "ship_to", "channel"],
        measures: &[
            ("promotions", "促銷折扣", "Promotional discounts", MONEY, LOWER),
            ("shipping_income", "運費收入", "Shipping income", MONEY, HIGHER),
        ],
        ..FLOW
    },
    // What belongs to a marketplace as a whole.
    Family {
        grains: &[],
        measures: &[
            ("ad_fees", "付款中的廣告費", "Advertising charged in payments", MONEY, LOWER),
            ("payout", "撥款入帳", "Payouts", MONEY, HIGHER),
            ("deferred", "遞延款項", "Deferred", MONEY, LOWER),
        ],
        ..FLOW
    },
    Family {
        grains: &["channel"],
        measures: &[("shop_sessions", "商店工作階段", "Shop sessions", COUNT, HIGHER)],
        ..FLOW
    },
    // Who came twice was counted once.
    Family {
        grains: &[],
        over: Over::Level,
        measures: &[("shop_visitors", "商店訪客", "Shop visitors", COUNT, HIGHER)],
        ..FLOW
    },
    Family {
        grains: &["sku", "disposition"],
        over: Over::Stock,
        measures: &[
            ("stock_on_hand", "可售庫存", "Stock on hand", COUNT, Better::None),
            ("stock_inbound", "在途庫存", "Inbound stock", COUNT, Better::None),
            ("stock_reserved", "保留庫存", "Reserved stock", COUNT, LOWER),
        ],
        ..FLOW
    },
    Family {
        grains: &["sku", "search_term"],
        over: Over::Level,
        measures: &[("search_rank", "搜尋排名", "Search rank", COUNT, LOWER)],
        ..FLOW
    },
    Family {
        grains: &["sku", "search_term"],
        measures: &[
            ("search_volume", "搜尋量", "Search volume", COUNT, HIGHER),
            ("market_impressions", "市場曝光", "Market impressions", COUNT, HIGHER),
            ("market_clicks", "市場點擊", "Market clicks", COUNT, HIGHER),
            ("market_cart_adds", "市場加入購物車", "Market cart adds", COUNT, HIGHER),
            ("market_purchases", "市場購買", "Market purchases", COUNT, HIGHER),
            ("brand_impressions", "品牌曝光", "Brand impressions", COUNT, HIGHER),
            ("brand_clicks", "品牌點擊", "Brand clicks", COUNT, HIGHER),
            ("brand_cart_adds", "品牌加入購物車", "Brand cart adds", COUNT, HIGHER),
            ("brand_purchases", "品牌購買", "Brand purchases", COUNT, HIGHER),
            ("asin_impressions", "商品搜尋曝光", "Product impressions in search", COUNT, HIGHER),
            ("asin_clicks", "商品搜尋點擊", "Product clicks in search", COUNT, HIGHER),
            ("asin_cart_adds", "商品搜尋加購", "Product cart adds in search", COUNT, HIGHER),
            ("asin_purchases", "商品搜尋購買", "Product purchases in search", COUNT, HIGHER),
        ],
        ..FLOW
    },
    Family {
        measures: &[
            ("search_impressions", "目錄搜尋曝光", "Catalogue impressions in search", COUNT, HIGHER),
            ("search_clicks", "目錄搜尋點擊", "Catalogue clicks in search", COUNT, HIGHER),
            ("search_cart_adds", "目錄搜尋加購", "Catalogue cart adds in search", COUNT, HIGHER),
            ("search_purchases", "目錄搜尋購買", "Catalogue purchases in search", COUNT, HIGHER),
            ("search_sales", "目錄搜尋銷售額", "Catalogue sales in search", MONEY, HIGHER),
        ],
        ..FLOW
    },
    // The market as the platform sums it up.
    Family {
        grains: &["niche", "niche_asin", "search_term"],
        over: Over::Level,
        measures: &[
            ("niche_search_volume", "利基搜尋量", "Niche search volume", COUNT, HIGHER),
            (
                "niche_search_volume_90d",
                "利基搜尋量（90 天）",
                "Niche search volume (90 days)",
                COUNT,
                HIGHER,
            ),
            ("niche_term_search_volume", "利基詞搜尋量", "Search volume of a niche's term", COUNT, HIGHER),
            ("niche_products", "利基商品數", "Products in a niche", COUNT, Better::None),
            ("niche_price", "利基平均價", "Price in a niche", MONEY, Better::None),
            ("niche_product_clicks", "利基商品點擊", "Clicks of a niche's product", COUNT, Better::None),
            ("niche_product_price", "利基商品價格", "Price of a niche's product", MONEY, Better::None),
            ("niche_product_ratings", "利基商品評論數", "Ratings of a niche's product", COUNT, Better::None),
        ],
        ..FLOW
    },
];

/// id, Traditional Chinese, English, formula, unit, better.
const METRICS: &[(&str, &str, &str, &str, Unit, Better)] = &[
    ("cvr", "轉換率", "Conversion", "orders / sessions", Unit::Percent, HIGHER),
    ("upo", "每單件數", "Units per order", "units / orders", Unit::Number, HIGHER),
    ("asp", "平均單價", "Average selling price", "sales / units", MONEY, HIGHER),
    ("acos", "ACOS", "ACOS", "ad_spend / ad_sales", Unit::Percent, LOWER),
    ("tacos", "總廣告費率", "TACoS", "ad_spend / sales", Unit::Percent, LOWER),
    ("ctr", "點擊率", "Click-through rate", "clicks / impressions", Unit::Percent, HIGHER),
    ("cpc", "每次點擊成本", "Cost per click", "ad_spend / clicks", MONEY, LOWER),
    ("ad_cvr", "廣告轉換率", "Ad conversion", "ad_orders / clicks", Unit::Percent, HIGHER),
    ("return_rate", "退貨率", "Return rate", "returns / units", Unit::Percent, LOWER),
    ("refund_rate", "退款率", "Refund rate", "refunds / sales", Unit::Percent, LOWER),
    (
        "fee_share",
        "平台費用率",
        "Fees as a share of sales",
        "(referral + fba + storage + other_fees) / sales",
        Unit::Percent,
        LOWER,
    ),
    ("payout_share", "撥款占銷售額", "Payouts as a share of sales", "payout / sales", Unit::Percent, HIGHER),
    (
        "promotion_share",
        "促銷折扣率",
        "Discounts as a share of sales",
        "promotions / sales",
        Unit::Percent,
        LOWER,
    ),
    (
        "views_per_session",
        "每次造訪瀏覽頁數",
        "Page views per session",
        "page_views / sessions",
        Unit::Number,
        HIGHER,
    ),
    (
        "app_share",
        "手機 App 占比",
        "App share of sessions",
        "sessions_app / sessions",
        Unit::Percent,
        Better::None,
    ),
    (
        "impression_share",
        "曝光占有率",
        "Impression share",
        "brand_impressions / market_impressions",
        Unit::Percent,
        HIGHER,
    ),
    ("click_share", "點擊占有率", "Click share", "brand_clicks / market_clicks", Unit::Percent, HIGHER),
    (
        "cart_add_share",
        "加購占有率",
        "Cart add share",
        "brand_cart_adds / market_cart_adds",
        Unit::Percent,
        HIGHER,
    ),
    (
        "purchase_share",
        "購買占有率",
        "Purchase share",
        "brand_purchases / market_purchases",
        Unit::Percent,
        HIGHER,
    ),
];

impl Catalogue {
    /// The usual measures and metrics, by day and marketplace, most by SKU, and by what their reports carry beside.
    pub fn standard() -> Catalogue {
        let measures =
            FAMILIES.iter().flat_map(|family| family.measures.iter().map(|row| measure(family, row)));
        let metrics = METRICS.iter().filter_map(metric);
        Catalogue::new(measures.collect(), metrics.collect()).0
    }
}

fn named(zh: &str, en: &str) -> Text {
    Text::of([(Lang::new("zh-Hant"), zh.to_owned()), (Lang::new("en"), en.to_owned())])
}

fn measure(family: &Family, (id, zh, en, unit, better): &Row) -> Measure {
    let grains = ["day", "marketplace"].iter().chain(family.grains);
    Measure {
        id: MeasureId::new(id),
        name: named(zh, en),
        unit: *unit,
        better: *better,
        source: Vec::new(),
        grains: grains.map(|name| Dimension::new(name)).collect(),
        role: family.role,
        lag_days: family.lag_days,
        over: family.over,
    }
}

/// A formula that cannot be read would leave the metric out; a test reads them all.
fn metric((id, zh, en, formula, unit, better): &(&str, &str, &str, &str, Unit, Better)) -> Option<Metric> {
    Some(Metric {
        id: MeasureId::new(id),
        name: named(zh, en),
        formula: formula_of(formula)?,
        unit: *unit,
        better: *better,
        role: if *id == "asp" { Role::Input } else { Role::Output },
        tolerance: Tolerance::default(),
        lag_days: 0,
        owner: None,
    })
}

/// One name divided by another is a ratio.
fn formula_of(text: &str) -> Option<Formula> {
    let expr = Expr::parse(text).ok()?;
    Some(match &expr {
        Expr::Quotient(num, den) => match (&**num, &**den) {
            (Expr::Name(num), Expr::Name(den)) => {
                Formula::Ratio { num: MeasureId::new(num), den: MeasureId::new(den) }
            }
            _ => Formula::Expr(expr),
        },
        _ => Formula::Expr(expr),
    })
}
