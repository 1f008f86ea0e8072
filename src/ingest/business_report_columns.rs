//! The columns of the sales-and-traffic report by child ASIN, as its languages name them.

use super::kind::{Column, Shape};

const fn column(key: &'static str, shape: Shape, names: &'static [&'static str]) -> Column {
    Column { key, shape, names }
}

/// Names seen in real exports, or in programs that read them, in any of its languages.
pub(super) const COLUMNS: &[Column] = &[
    column(
        "parent_asin",
        Shape::Text,
        &["(Parent) ASIN", "(Übergeordnete) ASIN", "（父）ASIN", "(父) ASIN", "（親）ASIN"],
    ),
    column("child_asin", Shape::Text, &["(Child) ASIN", "(Untergeordnete) ASIN", "（子）ASIN", "(子) ASIN"]),
    column("title", Shape::Text, &["Title", "Titel", "标题", "標題", "タイトル"]),
    column("sku", Shape::Text, &["SKU"]),
    column("sessions_app", Shape::Count, &["Sessions - Mobile App", "Sitzungen – mobile App"]),
    column("sessions_browser", Shape::Count, &["Sessions - Browser", "Sitzungen – Browser"]),
    column(
        "sessions",
        Shape::Count,
        &[
            "Sessions - Total",
            "Sessions",
            "Sitzungen – Summe",
            "会话数 - 总计",
            "会话次数 – 总计",
            "买家访问次数",
            "工作階段 - 總計",
            "セッション数 - 合計",
            "세션 - 합계",
        ],
    ),
    column(
        "sessions_b2b",
        Shape::Count,
        &[
            "Sessions - Total - B2B",
            "Sitzungen – Summe – B2B",
            "会话 - 总计 - B2B",
            "会话次数 – 总计 – B2B",
            "工作階段數 – 總計 – B2B",
        ],
    ),
    column("session_pct_app", Shape::Percent, &["Session Percentage - Mobile App"]),
    column("session_pct_browser", Shape::Percent, &["Session Percentage - Browser"]),
    column(
        "session_pct",
        Shape::Percent,
        &["Session Percentage - Total", "Session Percentage", "工作階段百分比 – 總計"],
    ),
    column(
        "session_pct_b2b",
        Shape::Percent,
        &["Session Percentage - Total - B2B", "会话百分比 - 总计 - B2B"],
    ),
    column("page_views_app", Shape::Count, &["Page Views - Mobile App"]),
    column("page_views_browser", Shape::Count, &["Page Views - Browser"]),
    column(
        "page_views",
        Shape::Count,
        &[
            "Page Views - Total",
            "Page Views",
            "Seitenaufrufe – Summe",
            "Seitenaufrufe",
            "页面浏览量 - 总计",
            "页面浏览次数",
            "頁面瀏覽次數 - 總計",
        ],
    ),
    column(
        "page_views_b2b",
        Shape::Count,
        &["Page Views - Total - B2B", "Seitenaufrufe – Summe – B2B", "页面浏览量 - 总计 - B2B"],
    ),
    column("page_views_pct_app", Shape::Percent, &["Page Views Percentage - Mobile App"]),
    column("page_views_pct_browser", Shape::Percent, &["Page Views Percentage - Browser"]),
    column(
        "page_views_pct",
        Shape::Percent,
        &["Page Views Percentage - Total", "Page Views Percentage", "页面浏览量百分比 - 总计"],
    ),
    column(
        "page_views_pct_b2b",
        Shape::Percent,
        &["Page Views Percentage - Total - B2B", "页面浏览量百分比 - 总计 - B2B"],
    ),
    column(
        "buy_box_pct",
        Shape::Percent,
        &[
            "Featured Offer (Buy Box) Percentage",
            "Buy Box Percentage",
            "推荐报价（推荐报价展示位）百分比",
            "购买按钮赢得率",
            "精選優惠 (報價顯示) 百分比",
            "おすすめ出品（おすすめ商品）の獲得率",
            "추천 오퍼(바이 박스) 비율",
        ],
    ),
    column(
        "buy_box_pct_b2b",
        Shape::Percent,
        &[
            "Featured Offer (Buy Box) Percentage - B2B",
            "推荐报价（推荐报价展示位）百分比 - B2B",
            "추천 오퍼(바이 박스) 비율 - B2B",
        ],
    ),
    column(
        "units_ordered",
        Shape::Count,
        &["Units Ordered", "Bestellte Einheiten", "已订购商品数量", "已訂購單位數量", "注文された商品点数"],
    ),
    column(
        "units_ordered_b2b",
        Shape::Count,
        &["Units Ordered - B2B", "Bestellte Einheiten – B2B", "已订购商品数量 - B2B", "订购数量 – B2B"],
    ),
    column(
        "unit_session_pct",
        Shape::Percent,
        &[
            "Unit Session Percentage",
            "商品会话百分比",
            "订单商品数量转化率",
            "商品工作階段百分比",
            "ユニットセッション率",
            "상품 세션 비율",
        ],
    ),
    column(
        "unit_session_pct_b2b",
        Shape::Percent,
        &[
            "Unit Session Percentage - B2B",
            "商品会话百分比 - B2B",
            "商品转化率 – B2B",
            "상품 세션 비율 - B2B",
        ],
    ),
    column(
        "ordered_sales",
        Shape::Money,
        &[
            "Ordered Product Sales",
            "Durch bestellte Produkte erzielter Umsatz",
            "已订购商品销售额",
            "訂購產品銷售額",
        ],
    ),
    column(
        "ordered_sales_b2b",
        Shape::Money,
        &[
            "Ordered Product Sales - B2B",
            "Bestellsumme – B2B",
            "已订购商品销售额 - B2B",
            "已订购商品的销售额 – B2B",
        ],
    ),
    column(
        "order_items",
        Shape::Count,
        &["Total Order Items", "Zahl der Bestellposten", "订单商品总数", "订单商品种类数", "訂單商品總數"],
    ),
    column(
        "order_items_b2b",
        Shape::Count,
        &["Total Order Items - B2B", "Zahl der Bestellposten – B2B", "订单商品总数 - B2B"],
    ),
    column("units_refunded", Shape::Count, &["Units Refunded", "환불 상품"]),
    column("refund_rate", Shape::Percent, &["Refund Rate", "환불률"]),
    column("shipped_sales", Shape::Money, &["Shipped Product Sales"]),
    column("units_shipped", Shape::Count, &["Units Shipped"]),
    column("orders_shipped", Shape::Count, &["Orders Shipped"]),
];
