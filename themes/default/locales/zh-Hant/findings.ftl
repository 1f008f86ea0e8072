# 工作區的檢查訊息：YAML 本身（Y）、引用（X）、目標（G）。

Y001 = 這裡不是正確的 YAML：{ $detail }
    .help = 請修正此處；修正後才會讀取檔案其餘內容。檔案請存成 UTF-8，以空格縮排，含「: 」或「#」的文字請加引號。

Y002 = 鍵「{ $key }」在同一個對照中出現兩次，第一次在第 { $line } 行。
    .help = 兩個只留一個。

Y003 = 這裡沒有「{ $key }」這個鍵。
    .nearest = 是不是「{ $nearest }」？
    .help = 可用的鍵：{ $known }。

Y004 = 缺少「{ $key }」。
    .help = 請補上「{ $key }:」與它的值。

Y005 = 這裡應該是{ $expected }，卻寫成{ $found }。
    .help = 請改寫成{ $expected }。

Y006 = YAML 可能把「{ $value }」讀成數字、真假值或空值，但這裡必須是文字。
    .help = 請加上引號："{ $value }"

Y007 = 「{ $value }」不是日期。
    .help = 請寫成{ $expected }。

Y008 = 「{ $value }」不是{ $expected }。
    .help = 請寫成{ $expected }。

Y009 = 這裡不能寫「{ $value }」。
    .nearest = 是不是「{ $nearest }」？可用的字詞：{ $known }。
    .help = 可用的字詞：{ $known }。

Y010 = 結束日 { $to } 早於開始日 { $from }。
    .help = 請對調兩個日期，或更正其中一個。

Y011 = 不讀取這個 YAML 檔案：沒有這個名稱的文件。
    .nearest = 是不是「{ $nearest }.yaml」，或資料夾「{ $nearest }/」裡的檔案？
    .help = 會讀取的檔案（或同名資料夾）：{ $known }。

Y012 = 在 {"{"} {"}"} 裡，YAML 會在半形逗號截斷文字；已當作「{ $value }」讀取。
    .help = 請加上引號："{ $value }"，或改用全形逗號。

Y013 = 這段文字裡有看不見、或會翻轉前後文字方向的字元（{ $character }），已改成 �。
    .help = 請刪掉這個字元，照要讀的順序寫。

X001 = 找不到{ $kind }「{ $name }」。
    .nearest = 是不是「{ $nearest }」？
    .help = 請更正名稱，或在 { $file } 補上它。

X002 = { $kind }「{ $name }」重複，第一個在 { $first }。
    .help = 請替其中一個改名，或刪除它。

X003 = 沒有 { $file }，就沒有{ $adds }。
    .help = 需要時再加上 { $file }；沒有它網站也能產生。

X004 = 這些項目互相引用成一圈：{ $circle }。
    .help = 請從其中一處解開。

X005 = 這裡沒有 opsreport.yaml。
    .help =
        請用 --root 指定它所在的資料夾，或先建立三行的 opsreport.yaml：
        title: 我的公司
        currency: USD
        source: results/*.csv

X006 = 無法讀取這個檔案：{ $reason }
    .help = 請確認檔案存在，而且有讀取權限。
unread-outside = 它在工作區之外
unread-no-file = 它是連結、管線或裝置，這些一律不開啟
unread-large = 它超過 64 MiB
unread-missing = 檔案不存在
unread-denied = 沒有讀取權限
unread-folder = 它是資料夾
X007 = 有兩頁會發布到同一個路徑 { $path }。
    .help = 改其中一個的名稱；另一頁寫在 { $first }。路徑不分大小寫。
X009 = 這裡沒有 opsreport.yaml：網站只由文章組成。
    .help = 想取名就寫一個 opsreport.yaml，放一行「title: 我的網站」。
X008 = 已讀入{ $setting }，但目前還沒有作用。
    .setting-editions = 目前只產生看得到全部的網站；請勿發布給不該看到全部的讀者。
X010 = 基準檔列有 { $file } 的 { $code }，但已經找不到這個問題。
    .help = 刪除這一筆。
X011 = 找不到基準檔 { $file }。
    .help = 請用 `opsreport check --write-baseline` 產生，或刪掉這個設定。
X012 = 這是連結、管線或裝置，或檔名不是 UTF-8，所以不讀取。
    .help = 請把檔案本身放進來，用普通的檔名，或移除它。
setting-editions = 分讀者的版本

G002 = 「{ $name }」各部分合計 { $sum }，不是 { $whole }。
    .help = 請更正各部分，使合計為 { $whole }。

G004 = 「{ $goal }」：{ $prior } 依此成長應為 { $expected }，目標卻是 { $target }。
    .meaning = 改成「meaning: { $meaning }」就相符：increase 200% 是前一年的三倍，multiple 200% 是兩倍。
    .help = 請更正 target、prior 或 growth：increase 200% 是前一年的三倍，multiple 200% 是兩倍。

G001 = 目標「{ $goal }」沒有負責人。
    .help = 請加上「owner:」，填 departments.yaml 裡的人員代號。

G003 = 沒有叫做「{ $name }」的指標：目標會列出，但無從比較。
    .nearest = 是不是「{ $nearest }」？
    .help = 請改用 metrics.yaml 裡的指標，或在那裡定義它。

G101 = 成長 { $growth } 有兩種意思：前一年的 { $increase } 倍，或 { $multiple } 倍。
    .help = 「成長」{ $growth }（{ $increase } 倍）請寫「growth: {"{"}value: { $growth }, meaning: increase{"}"}」；「成長到」{ $growth }（{ $multiple } 倍）請寫「meaning: multiple」。

G102 = 「{ $product }」在 { $market } { $lacking }，卻有權重：這部分的目標賣不出去。
    .help = 請為這項產品另寫一列並把 { $market } 設為 0，或在 products.yaml 某個 SKU 的「marketplaces:」加上 { $market }。
    .price = 請為這項產品另寫一列並把 { $market } 設為 0，或在 products.yaml 補上它在 { $market } 的售價。
lacks-sku = 沒有 SKU
lacks-price = 沒有售價

G103 = 「{ $product }」有權重，狀態卻是「{ $status }」。
    .launch = 請在 products.yaml 加上開賣日「launch:」，或拿掉權重。
    .last = 請在 products.yaml 加上最後銷售日「last_day:」，或拿掉權重。

G104 = 「{ $product }」的銷售期間是 { $days }：{ $months } 的權重不會生效，全部金額由其他月份承擔。
    .help = 請為這項產品另寫一列並把這些月份設為 0，或更正 products.yaml 的「launch:」或「last_day:」。

G105 = 「{ $product }」的銷售期間是 { $days }：{ $year } 有權重的月份都不在其中，這部分的目標賣不出去。
    .help = 請拿掉它的權重、讓銷售期間內的月份有權重，或更正 products.yaml 的「launch:」或「last_day:」。

G106 = 「{ $event }」（{ $from } 至 { $to }）不在任何已規劃的年度內（{ $years }）：不會帶來加成。
    .help = 請更正日期，或在 company.yaml 為那一年寫下目標與「allocation:」。

G107 = { $day } 的高峰不在「{ $event }」（{ $from } 至 { $to }）期間內：不會帶來加成。
    .help = 請更正高峰的日期或活動的日期。

G108 = 期限「{ $name }」（{ $day }）在「{ $event }」結束（{ $to }）之後。
    .help = 請更正期限或活動的日期。

G109 = 「{ $event }」包含 { $market }，但那裡在這段期間沒有銷售計畫：不會帶來加成。
    .help = 請從「markets:」拿掉 { $market }，或在「allocation:」給它權重。

G110 = 「{ $goal }」：{ $target } 的各部分無法以這個單位進位。
    .fine = 請寫「unit: { $least }」或省略「rounding:」：這個幣別沒有更小的單位。
    .help = 請寫「unit: { $least }」或省略「rounding:」：單位是 1、0.1、0.01 等，而且目標要是它的倍數。

G111 = 「{ $event }」有倍數，但「{ $goal }」的分攤沒有採用行事曆：這些日子照一般日計畫。
    .help = 請在 allocation 寫「day: {"{"}events: from-calendar{"}"}」，或拿掉倍數。

G007 = 這些權重全部是零，無從分攤。
    .help = 至少要有一個權重大於零。

V001 = { $year } 年的計畫在 { $version }（{ $day } 凍結）之後有修改：{ $period ->
    [none] { $metric } 的目標不同了。
   *[other] { $scope ->
        [company] 全公司
       *[other] { $scope }
    }的 { $metric } 在 { $period } 變動 { $by }，是各月中最大的一筆。
}
    .help = 修改談定之後就凍結：opsreport plan freeze --id { $next } --by … --reason "…" --year { $year }。在那之前，頁面會標示為草稿。

V002 = { $version } 沒有寫明它取代 { $day } 的 { $before }。
    .help = 請寫 `replaces: { $before }`，或更正凍結日期。

V003 = { $version } 取代 { $day } 的 { $before }，卻沒有寫理由。
    .help = 請寫明為什麼修改計畫：`reason: …`。

V004 = { $version } 是 { $year } 年的第一個版本；那一年沒有 { $before } 可以取代。
    .help = 請刪去 `replaces`，或把被取代的版本放進 plans/。

V005 = 目標 { $goal } 屬於 { $year } 年，這個版本的計畫卻是 { $planned } 年的。
    .help = 一個版本只放自己那一年的目標；請刪去這一個。

V006 = { $goal } 的月份權重由 { $years } 年的 { $measure } 推出：{ $weights }。結果更新時，權重也會跟著變動。
    .help = 請用 opsreport plan season --goal { $goal } 檢視；加上 --write 會把 from-history 換成這些權重。

V007 = 沒有完整一年的結果可以推出 { $goal } 的月份權重。
    .help = 請把 from-history 換成十二個權重，或補上計畫年度之前完整一年的結果。

V008 = 這裡預估 { $forecast }，計畫卻是 { $plan }：{ $gap } 的差距還沒有談定。
    .help = 請談定其中一個數字，或由目標負責人承擔差距：accepted: {"{"}by: …, date: …{"}"}。
    .accepted = 只有目標的負責人可以承擔差距，請由負責人接受。

V009 = 這裡沒有 { $year } 年 { $metric } 的計畫，無從對照。
    .help = 請更正 metric、year 或 scope，或在 company.yaml 加上目標與分攤。

V010 = { $day } 沒有 { $currency } 的計畫匯率：這筆預估沒有計入任何合計。
    .help = 請在 marketplaces.yaml 寫匯率：`rates: [{"{"}id: fx, pair: …, from: …, plan: …{"}"}]`，或改用報表幣別寫金額。

V011 = 凍結的版本仍把月份交給實績決定：實績一變，月份也會變。
    .help = 請寫十二個權重取代 from-history，或重新凍結計畫：opsreport plan freeze。

# 檢查訊息所說的事物
kind-act = 行動
kind-company = 公司
kind-allocation = 目標的分攤
kind-batch = 批次
kind-bottom-up = 由下而上的預估
kind-category = 市場品類
kind-keyword = 關鍵字
kind-rival = 競品
kind-batch-stage = 批次階段
kind-briefing = 簡報
kind-briefing-item = 簡報項目
kind-call = 預測
kind-cause = 原因
kind-check-item = 檢查項目
kind-commitment = 承諾
kind-cycle = 循環
kind-department = 部門
kind-dimension = 維度
kind-dimension-key = 維度的鍵
kind-do-item = 執行項目
kind-edition = 版本
kind-event = 活動
kind-feedback = 回饋
kind-goal = 目標
kind-leg = 運輸路段
kind-level = 等級
kind-marketplace = 站點
kind-measure = 指標
kind-name = 名稱
kind-page = 頁面
kind-person = 人員
kind-plan-item = 計畫項目
kind-product = 產品
kind-rate = 費率
kind-format = 檔案格式
kind-route = 運輸路線
kind-shipment = 出貨
kind-skill = 技能
kind-sku = SKU
kind-sop = SOP
kind-sop-version = SOP 版本
kind-supplier = 供應商
kind-tier = 能力層級
kind-tool = 工具
kind-tool-stage = 工作階段
kind-tree = 拆解樹
kind-version = 計畫版本

# 應有的寫法
form-bool = 真假值：true 或 false
form-code = 檢查代碼，例如 A005；`opsreport explain` 列出全部代碼
form-colour = 像 "#0B61A4" 的顏色
form-count = 整數，例如 24
form-currency = 三個大寫字母的幣別，例如 USD
form-date = 存在的日期，例如 2026-10-31
form-edges = 三個長度，例如 [48, 36, 30]
form-expectation = 比較式，例如 ">= 10.0%"
form-figure = 數值，例如 150000.00 USD、10.0%、0.5pp 或 4.5
form-formula = 算式，例如 "sales / units"
form-new-dimension = 其他維度沒有用過的名稱
form-small-formula = 項數較少的算式
form-id = 由英數字與「.」「_」「-」組成的代號
form-leg-days = 路段的天數，最多 730
form-language = 語言，例如 zh-Hant 或 en
form-money = 帶幣別的金額，例如 1000.00 USD
form-month-day = 存在的月與日，例如 "04-01"
form-amounts = 十二個金額，每月一個
form-driver = 一個數字除以另一個數字的指標（ratio: [a, b]）
form-months = 十二個權重，依序為一月到十二月
form-number = 數字，例如 4.5
form-order = 唯一的順序 [product, marketplace, month, day]
form-pair = 兩個幣別，例如 USDJPY
form-percent = 比率，例如 12%
form-only-answer = 這個行動唯一的答覆：旁邊還有「declined:」
form-period = 期間，例如 2026-10、2026-W43、2026-Q4、2026-H2 或 2026
form-ratio = 兩個名稱的清單：被除數與除數
form-sop = 標準與版本，例如 SOP-LISTING@4
form-tree = 每層名稱數與算式項數相同、split 只拆算式項目的拆解樹
form-url = 以 https:// 或 http:// 開頭的網址
form-weight = 權重：不小於零的數字
form-word = 一個字詞
form-year = 年份（2000 到 2100）
shape-list = 清單
shape-map = 鍵與值的對照
shape-scalar = 單一值
shape-text = 文字，或各語言的文字
yaml-alias = 別名指向不存在的錨點
yaml-documents = 「---」之後有第二份文件；一個檔案只放一份
yaml-ends = 檔案太早結束
yaml-key = 鍵不是單一字詞
yaml-not-utf8 = 文字不是 UTF-8 編碼
yaml-tab = 這一行用了定位字元（Tab）縮排，請改用空格
yaml-tag = 不讀取以「!」開頭的標籤
yaml-too-deep = 巢狀超過 64 層
yaml-too-large = 值的數量超過一個檔案的上限
adds-products = 產品的名稱、SKU、成本與售價
adds-marketplaces = 站點的名稱、幣別與費率
adds-goals = 可與結果比較的目標與計畫
adds-sops = SOP 與其版本
