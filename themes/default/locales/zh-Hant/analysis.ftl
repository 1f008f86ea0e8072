# 分析師專區
analysis-title = 分析
analysis-tabs = 商品與分析
analysis-empty = 有了結果之後，這裡會顯示誰帶來利益、什麼在成長、在哪一步流失、為什麼退貨。
analysis-pareto = 誰帶來利益
analysis-pareto-lede = 每項商品在每個站別，由多到少；後面的百分比是累計占比。
analysis-portfolio = 成長與獲利
analysis-portfolio-lede = 圓點越大，賣得越多；兩條線是全公司的水準。
analysis-funnel = 在哪一步流失
analysis-funnel-lede = 每一步的數量，與上一步相比留下多少。
analysis-returns = 退貨原因
analysis-returns-lede = 依退貨報表上的原因，灰色是去年同期。
analysis-regions = 分區
analysis-regions-lede = 只含帶有收件地區的訂單。
funnel-what = 從{ $first }到{ $last }
funnel-how = 灰色是去年同期的數量。右邊的百分比是對上一步的比率；× 表示每一個上一步有多少。太長的長條會截斷並標記。工作階段也有不是從廣告來的。
funnel-message = { $rate } { $value }，較去年 { $gap }，變動最大。
funnel-step = 步驟
funnel-rate = 對上一步的比率
funnel-rate-now = 今年
funnel-rate-previous = 去年
funnel-rate-gap = 差異
funnel-rate-of = { $to } ÷ { $from }
pareto-message = { $all } { $parts ->
    [pairs] 個商品與站別的組合
    [products] 項商品
    [marketplaces] 個站別
   *[parts] 個部分
 }中，{ $few } 個帶來 { $share } 的{ $metric }{ $losing ->
    [0] {""}
   *[other] ，{ $losing } 個虧損
 }。
pareto-message-loss = { $all } { $parts ->
    [pairs] 個商品與站別的組合
    [products] 項商品
    [marketplaces] 個站別
   *[parts] 個部分
 }加起來沒有{ $metric }，{ $losing } 個虧損。
pareto-how = 累計占比是它與排在前面的合計占總額的比例；後面有虧損時會超過 100%。
pareto-sum = 累計占比
portfolio-what = { $metric }成長與{ $margin }
portfolio-growth = { $metric }較去年成長
portfolio-place = 位置
portfolio-how = 成長是與去年同期相比；去年沒有賣的不在圖上。位置以全公司的成長與獲利為界。
portfolio-star = 成長快、獲利高
portfolio-promise = 成長快、獲利低
portfolio-harvest = 成長慢、獲利高
portfolio-doubt = 成長慢、獲利低
portfolio-new = 去年未賣
portfolio-message-star = { $part } 成長 { $growth }、獲利 { $margin }，都在全公司之上。
portfolio-message-promise = { $part } 成長 { $growth }，但獲利只有 { $margin }。
portfolio-message-harvest = { $part } 獲利 { $margin }，但成長只有 { $growth }。
portfolio-message-doubt = { $part } 成長 { $growth }、獲利 { $margin }，都低於全公司。
divided-message = { $part }占 { $share }，最多。
divided-message-plain = { $part }最多。
block-two-metrics = 這種圖要兩個以上的指標：
