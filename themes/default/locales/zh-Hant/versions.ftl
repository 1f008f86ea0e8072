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
versions-note = 全年落點：其餘各月若以至今的達成率完成這個版本，全年會到的數字。
versions-months = 各版本的每月{ $metric }
versions-months-note = 只列有修改的月份；金額下方的小字是與前一版本的差異。
versions-empty = 還沒有凍結任何版本。計畫談定之後就凍結，差異才能寫明是對照哪一個版本。

season = 由結果推出的季節性
season-lede = 由 { $years } 年的{ $measure }推出，活動已移到計畫年度的日期。若取代手填的月份權重，變動最大的是{ $product }的{ $month }：占全年 { $change } 個百分點，{ $amount }。沒有寫入之前，計畫不會改變：opsreport plan season --goal { $goal }。
season-lede-same = 由 { $years } 年的{ $measure }推出，活動已移到計畫年度的日期；與 { $goal } 現有的權重相同。
season-all = 其他產品
season-caption = 推出的各月占全年比重
season-note = 比重下方的小字是與現有比重的差異（百分點）。各年份的權重相同；年度內的成長也算在季節性裡。
season-short = { $product }自己只有 { $months } 個月的資料，採用其他產品的季節性。
season-between = { "" }

season-years-between = 、

bottom-up = 由下而上的對照
bottom-up-lede = { $year } 年{ $metric }：各部門預估 { $forecast }，計畫給這些部分 { $plan }（差距 { $gap }），占全部計畫的 { $share }。{ $open ->
    [0] 沒有未談定的差距。
   *[other] 還有 { $open } 個差距未談定。
}{ $rule }
bottom-up-lede-none = 還沒有人寫下部門與產品的預估。寫下之後，會與計畫對照出哪些差距未談定、哪些由負責人承擔、哪些已談定。
bottom-up-and = { " " }且{ " " }
bottom-up-or = { " " }或{ " " }
bottom-up-below = 差距未達計畫的 { $bounds }就算已談定。
bottom-up-exact = 兩者完全相等（到最小單位）才算已談定。
bottom-up-caption = { $year } 年{ $metric }：計畫與預估
bottom-up-part = 部分
bottom-up-plan = 計畫
bottom-up-forecast = 預估
bottom-up-gap = 差距
bottom-up-share = 涵蓋
bottom-up-state = 狀態
bottom-up-by = 提出人
bottom-up-closed = 已談定
bottom-up-stretch = 承擔挑戰
bottom-up-open = 未談定
bottom-up-sum = { $count } 份預估的合計
bottom-up-note = 差距只與有預估的部分的計畫相比。「承擔挑戰」是目標負責人接受的差距。
