# How a period stands against its plan, and last year on like days.

pace-state-unplanned = 這段期間沒有計畫。
pace-state-not-begun = 還沒開始；計畫 { $goal }。
pace-state-unmeasured = 已經開始，但還沒有結果檔；計畫 { $goal }。
pace-state-nothing-due = 到目前為止計畫是 0，算不出達成率與落點；還要做 { $rest }。
pace-state-negative = 退款多於銷售（{ $actual }），達成率與落點沒有意義；還要做 { $rest }。
pace-state-nothing-left = 還差 { $rest }，但其餘 { $days } 天沒有計畫，提高幾倍都不夠：要調整計畫。
pace-state-reached = 已達成 { $actual }，超過計畫的 { $goal }；還有 { $days } 天。
pace-state-met = 已結束：{ $actual }，達到計畫的 { $goal }。
pace-state-missed = 已結束：{ $actual }，比計畫的 { $goal } 少 { $rest }。

# One or two words, under the name of a row
pace-word-not-begun = 還沒開始
pace-word-unmeasured = 還沒有結果
pace-word-nothing-due = 到目前計畫是 0
pace-word-negative = 退款多於銷售
pace-word-nothing-left = 其餘日子沒有計畫
pace-word-reached = 已提前達成
pace-word-met = 已結束，達成
pace-word-missed = 已結束，未達成

pace-actual = 已完成
pace-planned = 同日計畫
pace-attainment = 達成率
pace-done-share = 占全期計畫
pace-landing = 照此落點
pace-uplift = 其餘需為計畫
pace-each = 每日需
pace-of = 計畫 { $plan }
pace-plan-share = 計畫 { $plan }
pace-note = 實際與計畫都算到最慢來源的最後一個完整日。達成率＝已完成 ÷ 同日計畫；落點＝已完成＋達成率 × 其餘計畫，計畫裡已有季節與活動。

# Last year, with events beside events
aligned-line = { $period }對齊活動後較去年 { $aligned }（未對齊 { $plain }）
aligned-lines = 活動換了月份的：{ $lines }。
aligned-note = 活動換了日子：{ $metric } { $line }。

# The plan page
home-pace-more = 看計畫
plan-pace = 進度明細
plan-pace-lede = 本月、本季、全年，與各商品、各站點的全年；實際與計畫比的是同樣的日子。
plan-pace-caption = { $metric }的進度
plan-of = { $period }計畫
plan-review = 檢討
plan-csv = 下載 CSV
plan-csv-currency = 幣別
plan-csv-from = 期間
plan-csv-product-id = 商品代號
plan-csv-place-id = 市場代號
plan-planned = 計畫
plan-share = 占全年
plan-figures = 這個月要做到
plan-days = 週與日
plan-days-lede = 每天的金額＝月計畫 × 當天權重 ÷ 全月權重。星期權重：{ $weights }。
plan-days-lede-events = 每天的金額＝月計畫 × 當天權重 ÷ 全月權重。星期權重：{ $weights }；檔期的日子再乘倍數，多出來的量從同月其他日子拿來，月計畫不變。
plan-days-caption = { $period }計畫{ $metric }，各週各日
plan-week = 週
plan-cells = 商品 × 市場
plan-cells-caption = { $period }計畫{ $metric }，各商品各市場
plan-units = 要賣多少件
plan-breakdown-note = 金額除以計畫單價是件數，件數除以每單件數是訂單，訂單除以轉換率是工作階段；計畫單價與比率見目標。顯示的件數相加等於合計。
plan-dates = 這個月的期限與檔期
plan-dates-lede = 還欠的行動與承諾、檔期開始、檔期的截止日。
plan-elsewhere = 相關頁面
plan-month-headline = { $period }計畫{ $metric } { $amount }，占全年 { $share }；最高的一天是 { $day }，{ $top }。
plan-month-headline-nothing = { $period }沒有計畫{ $metric }。
plan-month-events = 檔期：{ $events }。
plan-month-quiet = 這個月沒有檔期，每天只依星期權重。
plan-part-months = { $year } 年各月
plan-part-caption = { $who }計畫{ $metric }
plan-part-units-caption = { $who }各月要賣多少件
plan-part-headline = { $who }：{ $period }計畫{ $metric } { $amount }，占公司 { $share }；最大的月份是 { $month }。
plan-part-headline-nothing = { $who }：{ $period }沒有計畫{ $metric }。
weekday-0 = 一
weekday-1 = 二
weekday-2 = 三
weekday-3 = 四
weekday-4 = 五
weekday-5 = 六
weekday-6 = 日

# The rules of the method page
rule-aligned = 去年同期：活動換了日子
    .is = 活動的第幾天對上 align_with 那個活動的第幾天（兩邊高峰數相同時高峰對高峰），其他日子往前 364 天；只有一邊是活動的日子兩邊都不算。有活動移進或移出時，兩個數字都給。
rule-pace = 進度
    .is = 達成率＝實際 ÷ 同日計畫；落點＝實際＋達成率 × 其餘計畫。把日子看成一樣（實際 ÷ 日曆進度）對有季節的一年是錯的，頁面不用它。
