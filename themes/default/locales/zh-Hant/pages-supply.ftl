# The words of supply: what must be ordered by when
plan-tabs = 計畫的各頁
supply-title = 供應
supply-headline-none = 還算不出什麼時候該下單。
supply-headline-covered = 現有庫存與在途撐得過已計畫的期間，不必再下單。
supply-headline-late-soon = { $late } 筆訂單已過下單期限，另有 { $soon } 筆要在 14 天內下單；最急的是 { $order } { $units }，期限 { $day }。
supply-headline-late = { $late } 筆訂單已過下單期限；最急的是 { $order } { $units }，期限 { $day }。
supply-headline-soon = { $soon } 筆訂單要在 14 天內下單；最先是 { $order } { $units }，期限 { $day }。
supply-headline-later = 14 天內沒有要下的訂單；下一筆是 { $order } { $units }，期限 { $day }。
supply-lede = 下單期限＝需要日減去各段天數，每一段依自己的行事曆，停工日不算。需求是計畫的件數，不是預測。
supply-empty = 這裡會列出每個品項什麼時候前要下單、夠賣幾週、走哪條路線。先寫下商品、路線與現有庫存：

head-order = 訂單
head-order-by = 下單期限
head-needed-on = 需要日
head-stock-item = 品項
head-units = 件數
head-cbm = m³
head-kg = kg
head-purchase = 採購單
head-parts = 各市場
head-on-hand = 可售庫存
head-under-way = 在途
head-safety = 安全庫存
head-lead = 前置時間，週
head-lead-days = 前置時間，天
head-share-of-product = 商品內佔比
head-cover = 可售週數
head-cover-arrivals = 含在途，週
head-next-order = 下一筆訂單
head-way = 出貨後各段
supply-more = 供應的全貌
head-leaves = 出貨
head-arrives = 可售日
head-goods = 貨
head-shipment = 貨件

supply-past = 已過期限，今天要決定
supply-past-lede = 今天照常下單就會晚到。每筆訂單有三條路：貨全部走較快的路段、只讓來不及的走、或照常走並缺貨到貨到為止。
supply-past-note = 多花的錢與少賺的錢都以彙總幣別計；少賺的是缺貨件數的貢獻利益。不計缺貨對排名的影響。
remedy-air = 全部改空運
remedy-split = 只有來不及的空運
remedy-fewer = 照常，先缺貨
remedy-arrives = { $day } 到 { $units }
remedy-no-way = 這條路線沒有較快的路段
remedy-cost = 多花 { $cost }
remedy-cost-none = 不多花
remedy-cost-unknown = 還沒有價格
remedy-lost = 缺貨 { $units }，少賺 { $lost }
remedy-lost-none = 不缺貨
remedy-missed = 缺貨 { $units }，利益未知
remedy-best = 花費最少
remedy-pays = 划算
remedy-pays-not = 不划算

supply-weeks = 接下來 12 週，各品項預計結存
supply-weeks-lede = { $below ->
    [0] 照期限下單，{ $all } 個品項都不會低於安全庫存。
   *[other] { $below } 個品項在 12 週內會低於安全庫存，共 { $all } 個品項。
}
supply-weeks-late = 過了下單期限的 { $late } 筆，在這裡當作趕得上。
supply-weeks-note = 每格是那一週結束時的預計結存，件。▼＝低於安全庫存。「到」是已在途的到貨，「訂」是還要下單才會有的到貨；「逾期」的要照上面的辦法補救才趕得上。
grid-arrives = 到{"\u00A0"}{ $units }
grid-ordered = 訂{"\u00A0"}{ $units }
grid-ordered-late = 訂{"\u00A0"}{ $units } 逾期

supply-ways = 訂單怎麼走
ways-what = 各段天數，斜線＝停工，右邊＝下單期限
ways-message = { $waiting ->
    [0] 最近的 { $shown } 筆訂單途中都沒有停工。
   *[other] 最近的 { $shown } 筆訂單，{ $waiting } 筆途中遇到停工，所以要更早下單。
}
ways-how = 一列一筆訂單，從下單日到可售日；框是路段，細線是等待，斜線是停工的日子，右邊是下單期限。表裡是每一段開始的日子。
ways-closed = 途中的停工：{ $closed }。
supply-leg-waits = { $leg }（等 { $days } 天）

supply-cover = 夠賣幾週
cover-what = 庫存加在途可售週數，直線＝前置時間
cover-message = { $short ->
    [0] 每個品項都撐得過一次補貨的前置時間；最短的是 { $first }，{ $weeks } 週。
   *[other] { $short } 個品項撐不到補貨到：庫存加在途比前置時間短。最短的是 { $first }，{ $weeks } 週。
}
cover-how = 圖上是撐得最短的 12 個，其餘在表裡。往前看：拿庫存加在途，逐週扣計畫的需求，能扣幾週就是幾週；沒有需求的週也算撐過。≥ 表示超過已計畫的期間。直線是從下單到可售要幾週；▼＝比前置時間短。

supply-purchases = 要下的採購單
supply-purchases-lede = 接下來 { $weeks } 週 { $count } 張。同一工廠的同一商品併成一張，各市場分列。
supply-purchases-note = 整箱計算；m³ 與 kg 是全部外箱的材積與毛重，依商品資料的裝箱。最少訂量是工廠的。
purchase-short = 還差 { $units }
purchase-part = { $name } { $units }，{ $day } 要

supply-basis = 這些日子怎麼算的：庫存、安全庫存、前置時間
supply-basis-note = 安全庫存＝z·√(L·σd² + d²·σL²)：z 由商品的服務水準來，L 是前置時間，d 與 σd 是每週需求與起伏，σL 是前置時間的起伏。括號內是只看需求起伏時的數。
stock-unknown = 沒有盤點
stock-measured = { $day } 庫存報表
stock-typed = { $day } 人工盤點
stock-arrives = { $day } 到 { $units }
stock-arrives-about = 約 { $day } 到 { $units }
safety-of-demand = 需求部分 { $units }
lack-service-level = 缺服務水準
lack-route = 缺路線
lack-sales = 不到八週銷售
lack-plan = 沒有計畫
mix-only = 唯一品項
mix-typed = 人工設定
mix-measured = 近八週銷售
mix-even = 平均分

stock-title = 庫存與下單期限
stock-more = 接下來 12 週與其他品項
stock-note = 可售週數是往前看的：拿庫存逐週扣計畫的需求。下單期限是最晚的一天，晚一天就會晚到。
cover-with = 含在途 { $weeks }

duty-order-what = 下單：{ $product } { $units }（{ $supplier }）
duty-order-what-plain = 下單：{ $product } { $units }
duty-shipments = 接下來要走的貨
duty-shipments-lede = 還沒下單的訂單，依離開工廠的那一天。
duty-under-way = 已下單、還沒到的貨
duty-under-way-lede = 依可售日。
shipment-not-left = 還沒出貨
shipment-about = 推算

supply-demand = 新訂單到貨前要賣多少：計畫與預測
supply-demand-outside = { $all } 項中有 { $outside } 項的計畫落在預測的 80% 區間外：{ $named }。下單仍照計畫算；同意預測就改計畫。
supply-demand-within = { $all } 項的計畫都在預測的 80% 區間內。
supply-demand-named = { $what } 預測 { $point }（80%：{ $low }–{ $high }；計畫 { $plan }）
supply-demand-all = 各品項的前置時間需求
supply-demand-band = 80%：{ $low }–{ $high }
supply-demand-known = 銷售資料到 { $day }
supply-demand-note = 從今天到今天下的單可售為止，件。◆＝計畫落在區間外；五次裡約四次會落在區間內。
supply-demand-until = 可售日
supply-demand-expected = 預測
