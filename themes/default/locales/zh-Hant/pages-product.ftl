# The words of the pages of products, marketplaces and the plan

# Products
products-title = 商品
products-headline-count = { $count ->
    [0] 還沒有商品。
   *[other] { $count } 項商品。
}
products-headline-all = { $period }有計畫的 { $all } 項商品，{ $metric }全部達到計畫。
products-headline-worst = { $period }{ $metric }{ $reached ->
    [0] ，{ $all } 項商品都沒達到計畫
   *[other] ，{ $all } 項商品有 { $reached } 項達到計畫
}；落後最多的是{ $worst }（{ $gap }）。
products-empty = 寫下第一項商品，它就有自己的一頁：
product-eyebrow = 商品
product-marketplaces = 各市場
product-feedback = 市場聲音
product-feedback-more = 所有回饋
product-batches = 批次
product-facts = 商品資料
product-status = 狀態
product-idea = 構想
product-develop = 開發中
product-launch = 上市中
product-live = 銷售中
product-phase-out = 出清中
product-ended = 已停售
product-since = { $status }，{ $day } 上市
product-cost = 出廠成本
product-cost-from = 每件 { $cost }（FOB，{ $day } 起）
product-cost-before = ；之前 { $cost }
product-prices = 定價
product-pack = 裝箱
product-routes = 路線
product-route = { $route }共 { $days } 天
product-supplier = 供應商
product-hs = 稅則號列 HS
product-category = 費率類別
product-service = 服務水準
product-skus = 品項
product-sku = SKU
product-asin = ASIN
product-barcode = 條碼
product-sold-in = 銷售市場
product-everywhere = 所有市場
product-compliance = 認證
pack-units = 每箱 { $units } 件
pack-moq = 最少訂 { $units } 件
compliance-need = 要求
compliance-expires = 有效至
compliance-open = 未開始
compliance-in-progress = 辦理中
compliance-done = 已取得
compliance-carried = 延後
compliance-dropped = 不再需要
compliance-no-end = 無期限
compliance-expired = 已過期
compliance-soon = 剩 { $days } 天，該續證了
units-of = { $units } 件

# Feedback on a product
feedback-said = 說了什麼
feedback-date = 日期
feedback-heard-in = 來源
feedback-for = 轉給
feedback-outcome = 結果
feedback-declined = 婉拒，已說明理由
feedback-taken = { $who }已接手
heard-returns = 退貨
heard-reviews = 評論
heard-messages = 來訊
heard-questions = 問答
heard-competitor = 競品

# Batches of a product
batch-next = 下一步：{ $stage }，計畫 { $day }
batch-overdue = { $stage }原定 { $day }，還沒完成
batch-over = 全部階段完成

# From visits to units
further = 其他指標
further-unplanned = 計畫欄的「–」：計畫沒有訂這一項。
further-caption = { $period }
funnel = 從造訪到件數
funnel-caption = { $period }
funnel-times = × { $metric }

# What is left of sales
earnings = 賺了多少
statement-line = 項目
statement-share = 占首項
statement-how = 依 { $expr }。實際發生的金額，未列分攤；最右為餘額。
statement-message = { $root } { $total }，是{ $first }的 { $share }；扣得最多的是{ $costs }。
statement-message-plain = { $root } { $total }，是{ $first }的 { $share }。

# Small multiples
multiples-message-plan = 至今合計落後計畫最多的是{ $worst }（{ $gap }）。
multiples-message-plan-none = 至今合計沒有一項落後計畫。
multiples-message-previous = 至今合計比去年少最多的是{ $worst }（{ $gap }）。
multiples-message-previous-none = 至今合計沒有一項低於去年。

# Tables of parts
parts-caption = { $period } { $metric }

# Marketplaces
marketplaces-title = 市場
marketplaces-headline-count = { $count ->
    [0] 還沒有市場。
   *[other] { $count } 個市場。
}
marketplaces-headline-all = { $period }有計畫的 { $all } 個市場，{ $metric }全部達到計畫。
marketplaces-headline-worst = { $period }{ $metric }{ $reached ->
    [0] ，{ $all } 個市場都沒達到計畫
   *[other] ，{ $all } 個市場有 { $reached } 個達到計畫
}；落後最多的是{ $worst }（{ $gap }）。
marketplaces-empty = 寫下在哪裡賣、用什麼幣別：
marketplace-eyebrow = 市場
marketplace-products = 商品
regions = 區域
division-whole = 合計
not-classified = 未分類
regions-member = { $group }（{ $places }）
regions-waiting = 分組：{ $groups }。這裡的數字所來自的檔案沒有 { $of } 欄，所以還沒有分區數字。

# Events
events = 檔期
events-caption = 檔期與它們在計畫裡的分量
events-event = 檔期
events-days = 日期
events-lift = 倍數
events-planned = 期間計畫
events-share = 占 { $year } 年計畫
events-tentative = 日期未定案
events-logistics = 物流停擺
events-note = 倍數是檔期每天的權重相對平日；單日另有倍數的列在下方。還沒到的日子與沒有計畫的年份以 – 表示。
plan-events-lede = 檔期的倍數只在當月之內移動：檔期多出來的量，是從同月其他日子拿來的，月計畫不變。要讓檔期使全年變多，請改月份權重。

# Rates
rates = 幣別與費率
rates-caption = 目前使用的費率
rates-lede = 以{ $currency }計價，{ $tax }。所有金額依計畫匯率換算，與去年比較時不受匯率影響。
rates-lede-stale = 以{ $currency }計價，{ $tax }。所有金額依計畫匯率換算，與去年比較時不受匯率影響。有 { $stale } 筆超過 90 天沒有核對。
rates-tax-included = 售價含稅
rates-tax-excluded = 售價未稅
rates-rate = 費率
rates-for = 適用
rates-value = 數值
rates-from = 起始日
rates-source = 來源
rates-checked = 核對
rates-never = 從未核對
rates-stale = 已 { $days } 天
rates-least = ，至少 { $min }
rates-pair = 1 { $base } = { $plan } { $other }
rate-referral = 銷售佣金
rate-fba_unit = FBA 配送費
rate-import_duty = 進口關稅
rate-import_surcharge = 進口附加稅
rate-sales_tax_included = 內含消費稅
rate-fx = 計畫匯率

# The plan
plan-title = 計畫
plan-headline-none = 還沒有目標。
plan-headline = { $year } 年{ $metric }目標 { $target }。
plan-headline-growth = { $year } 年{ $metric }目標 { $target }，是前一年 { $prior }的 { $factor } 倍。
plan-lede-increase = 成長 { $growth } 指增加 { $growth }，也就是 { $factor } 倍：{ $prior } × { $factor } = { $product }{ $rest }。
plan-lede-multiple = 成長到 { $growth }，也就是 { $factor } 倍：{ $prior } × { $factor } = { $product }{ $rest }。
plan-lede-rest = {""}，與目標 { $target } 差 { $gap }，因為前一年的數字只取到分
plan-goals = 目標
plan-year-weeks = 共 { $weeks } 週，與 364 天前的同一天比較
plan-growth = 成長的意思
growth-lede = 目標是全年合計 { $factor }。若前一年每月持平，只有最後一個月到 { $factor } 的年度，全年合計只有 { $total }。
growth-other = 若讀成「{ $word ->
    [multiple] 成為前一年的 { $growth }
   *[increase] 增加 { $growth }
}」，則是 { $factor }：{ $target }。
growth-reading = 讀法
growth-monthly = 每月成長
growth-last-month = 最後一個月
growth-year = 全年合計
growth-sums = 全年合計達到目標
growth-ends = 最後一個月達到
growth-years = { $from } 到 { $to } 年：從 { $start }到 { $target }，{ $years } 年間年複合成長 { $rate }。
plan-months = 商品 × 月份
plan-months-lede = 先拆商品，再拆市場、月份、日；週、月、季、區域都是逐日計畫的加總，每格精確，列與欄的合計相等。
plan-months-caption = 計畫{ $metric }，各月各商品
plan-products = 各商品的利益、周轉、資金
plan-products-profit = 各商品的利益
plan-empty = 寫下一個目標和它怎麼拆，這裡就會有全年的計畫：
planned-total = 合計
goals-figure = 指標
goals-target = 目標
goals-limit = 上限 { $limit }
goals-prior = 前一年
goals-prior-goal = 目標 { $goal }
goals-increase = 成長 { $growth }
goals-multiple = 成長到 { $growth }
goals-actual = 至今實際
goals-attained = 達成
goals-against = 至今計畫 { $plan }
goals-parts = 另有 { $count } 個分項目標
goals-not-measured = 尚未量測
need-planned = 計畫推算 { $amount }
need-days = { $from } 至 { $to }
need-cash-days = { $span }，最多在 { $day }
need-of-limit = 上限的 { $share }
goals-note = 達成：金額是至今實際 ÷ 至今計畫；比率是與計畫的差距。至今計畫只算到同一個最後完整日。
goal-inventory_turns = 庫存周轉（次／年）
goal-peak_cash_need = 最高資金需求
targets-profit = 貢獻利益目標
targets-margin = 占計畫銷售額
targets-so-far = 至今實際
targets-turns = 周轉（次／年）
targets-cash = 資金上限
targets-note = 利益與資金逐項相加；周轉不能相加，全公司一列是公司的目標。「計畫推算」由今天起，照計畫的銷售、訂單與付款算出；資金為 0 表示撥款已足夠支付。
