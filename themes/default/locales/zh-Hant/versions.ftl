## 計畫的版本。

plan-name-open = 計畫（未凍結）
plan-name-is = 計畫 { $version }，{ $day } 凍結
plan-name-draft = 計畫草稿（{ $version } 之後有修改）
plan-name-fixed = 對照計畫 { $version }，{ $day } 凍結

versions = 版本與修改
versions-lede = { $plan }。凍結的版本不再改動；計畫若有修改，就另立新版並寫明理由。
versions-caption = 計畫的版本
versions-version = 版本
versions-frozen = 凍結日
versions-by = 凍結人
versions-reason = 理由
versions-attained = 至今達成率
versions-landing = 全年落點
versions-in-force = 現行計畫
versions-changed = 凍結之後有修改：草稿
versions-unchanged = 與最新版本相同
versions-note = 全年落點：其餘各月若以至今的達成率完成這個版本，全年會到的數字。
versions-months = 各版本的每月{ $metric }
versions-months-note = 金額下方的小字是與前一版本的差異。
versions-empty = 還沒有凍結任何版本。計畫談定之後就凍結，差異才能寫明是對照哪一個版本。

season = 由結果推出的季節性
season-lede = 由 { $years } 年的{ $measure }推出，活動已移到計畫年度的日期。若取代手填的月份權重，變動最大的是 { $product } 的 { $month }：占全年 { $change } 個百分點，{ $amount }。沒有寫入之前，計畫不會改變：opsreport plan season --goal { $goal }。
season-lede-same = 由 { $years } 年的{ $measure }推出，活動已移到計畫年度的日期；與 { $goal } 現有的權重相同。
season-all = 其他產品
season-caption = 推出的各月占全年比重
season-note = 比重下方的小字是與現有比重的差異（百分點）。各年份的權重相同；年度內的成長也算在季節性裡。
season-short = { $product } 自己只有 { $months } 個月的資料，採用其他產品的季節性。
season-between = { "" }
