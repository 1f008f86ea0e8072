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
list-semicolon = ；

# The plan page
plan-pace = 進度
plan-pace-lede = 本月、本季、全年，與各商品、各站點的全年；實際與計畫比的是同樣的日子。
plan-pace-caption = { $metric }的進度
