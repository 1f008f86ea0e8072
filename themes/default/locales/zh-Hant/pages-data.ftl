## 資料頁、每個檔案的頁，以及每頁頁首下的一行。

head-measures = 量
head-last-day = 最後一天
head-first-day = 第一天
head-gaps = 缺漏的日子
head-before = 原來
head-after = 現在
head-replaced-by = 檔案
head-compared = 數字
head-left = 一份報告
head-right = 另一份
head-difference = 差異
head-known = 已知的差異
head-rest = 未解釋

# 頁首下的一行
trust-as-of = 資料到 { $day }（{ $age } 天前）
trust-as-of-today = 資料到 { $day }（今天）
trust-kind = { $kind } { $day }
trust-provisional = { $names } { $day } 起仍為暫定
trust-files = { $count } 個檔案
trust-strangers = { $count } 個檔案認不出來
trust-refused = { $count } 列被拒
trust-failed = { $count } 項核對不符

# 報告的家族
family-ads = 廣告
family-business-report = 業務報告
family-campaign-manager = 廣告活動
family-canonical = 每日結果
family-fee-preview = 費用預覽
family-inventory = 庫存
family-ledger-detail = 庫存明細
family-market-basket = 購物籃
family-mfn-returns = 自配送退貨
family-niches = 利基
family-niche-products = 利基商品
family-niche-search-terms = 利基搜尋詞
family-orders = 訂單
family-payments = 付款
family-reimbursements = 賠償
family-returns = 退貨
family-search-catalog = 目錄搜尋
family-search-query = 搜尋查詢
family-search-query-asin = 搜尋查詢（依 ASIN）
family-search-terms = 搜尋詞
family-settlement = 結算
family-shipments = 出貨
family-shop-traffic = 商店流量

# 資料頁
data-headline-none = 還沒有讀到資料檔。
data-headline = { $files } 個檔案、{ $rows } 列全部讀入，最新到 { $day }。
data-headline-faults = { $files } 個檔案讀入 { $rows } 列，最新到 { $day }；{ $faults }。
data-lede = 最慢的是{ $place }的{ $measure }，只到 { $day }；要用到它的數字都算到那一天為止。
data-empty = 還沒有結果檔。在 opsreport.yaml 說明它們在哪裡：
data-hand = 需要處理
data-hand-none = 沒有：每個檔案都認得、全部讀入，核對都相符，也沒有缺漏的日子。
data-hand-small = 每個檔案都全部讀入；以下值得看一眼。
data-hand-lede = { $count } 個檔案沒有全部讀入，或與自己不符；列出 { $shown } 個。數字不含被拒的部分。
data-hand-unmapped = { $count } 個 SKU 沒有對應到商品，最多占一個檔案銷售額的 { $share }
data-hand-gaps = 已知的日子之間有 { $count } 段缺漏
data-hand-replaced = { $count } 個檔案有數字被較新的檔案取代
fault-stranger = 認不出來
fault-refused = { $count } 列被拒
fault-failed = 「{ $check }」核對不符
fault-lost = 存檔前已有 { $count } 個字元遺失
data-coverage = 每個量到哪一天
data-coverage-lede = 橘色是最慢的來源，其他的都比它新。缺漏的日子都列出來。
data-no-gaps = 無
data-gaps-more = 之前還有 { $count } 段
fineness-daily = 逐日
fineness-coarser = 整段期間，不能再分
data-groups = 讀了什麼
data-groups-lede = 每個檔案依內容辨認；能核對的都與檔案自己的數字核對。點種類看它的檔案。
data-undated = 無日期
data-checks = { $held } / { $all } 相符
data-checks-none = 無可核對
data-check-holds = { $check }相符（{ $found }）
data-check-failed = { $check }不符：應為 { $expected }，實為 { $found }
data-refused-count = { $refused } 列被拒
data-reconciliation = 報告互相核對
data-reconciliation-none = 還沒有兩種報告講同一個市場的同一段日子。同一個月的訂單、結算和業務報告可以在這裡比對。
data-reconciliation-lede = 報告各有算法：訂單算下單日，結算算入帳日。檔案自己能解釋的差異都有名字，剩下的就是沒有解釋的。
data-reconciliation-of = 報告互相核對，{ $period }
data-reconciliation-headline = { $open ->
    [0] { $count } 項比對的差異都有解釋。
   *[other] { $count } 項比對中，{ $open } 項有未解釋的差異。
}
data-known = { $reason } { $amount }
data-replaced = 較新的檔案改了什麼
data-replaced-lede = 同一段日子有 { $count } 個數字由較新的檔案重給，以新的為準；列出 { $shown } 個。
data-replaced-by = 由 { $file } 取代
data-provisional = 暫定的數字
data-provisional-lede = 這些數字的來源會晚到，期限內的日子還會變。
data-provisional-from = { $day } 起的日子
data-unmapped = 沒有對應到商品的 SKU
data-unmapped-none = 每一列都對應到商品。
data-unmapped-lede = { $count } 個 SKU 算進全公司，不算進任何商品；列出 { $shown } 個。寫進 products.yaml 就會歸位。
data-unknown = 沒有用到的欄位
data-unknown-lede = 檔案裡有 { $count } 個欄位沒有量在讀；列出 { $shown } 個。
data-rates = 費率多久沒查
data-rates-fresh = 目前適用的 { $all } 筆費率都在 90 天內查過。
data-rates-old = 目前適用的 { $all } 筆費率中，{ $old } 筆超過 90 天沒查。
data-more = 另有 { $count } 項
data-elsewhere = 還有
data-back = 回到資料

# 每個檔案的頁
data-files = 檔案，新的在前
data-files-headline = { $count } 個檔案、{ $rows } 列，{ $days }，全部讀入。
data-files-headline-faults = { $count } 個檔案、{ $rows } 列，{ $days }；{ $faulty } 個需要處理。
data-strangers-lede = 沒有一種已知的檔案有這些欄位。在 formats.yaml 寫幾行就能描述：opsreport import 會寫出開頭。
data-rows-read = 讀入 { $rows } 列
data-details = 這個檔案的細節
data-refused = 被拒
data-whole-file = 整個檔案
detail-form = 格式
detail-nearest = 最像
detail-missing = { $kind }；缺少 { $missing }
detail-sheet = 工作表「{ $value }」
detail-header = 標題在第 { $value } 行
detail-downloaded = { $value } 下載
detail-zones = 時間 { $value }
detail-currency = 幣別
detail-totals = 合計
detail-checks = 核對
detail-left-out = 略過
detail-left-out-rows = { $reason }：{ $rows } 列
detail-duplicates = 重複
detail-duplicates-rows = { $rows } 列在較新的檔案裡也有，以那裡為準
detail-unknown = 沒有用到的欄位
detail-others = 沒有規則的字詞
detail-unmapped = 無對應商品的 SKU
detail-replaced = 被取代
detail-replaced-by = { $measure } { $before } → { $after }（{ $file }）
detail-unused = 改用別處
detail-unused-for = { $measures }取自{ $kind }

# 匯入紀錄的字詞
kind-unknown = 認不出來
reason-not-sent = 尚未出貨
reason-deferred = 款項遞延
reason-cancelled = 已取消
reason-other-channel = 其他通路的訂單
reason-footer = 頁尾
reason-description = 說明列
check-unit-session-percentage = 商品工作階段百分比
check-session-percentages = 工作階段百分比合計
check-lines-equal-total = 明細與總額
check-row-total = 各欄與每列總計
check-transfers = 轉帳與先前結算
check-balance = 期初到期末
check-discounts = 原價扣折扣
