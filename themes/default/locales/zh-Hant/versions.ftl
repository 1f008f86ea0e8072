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
