# 封存期間的讀本
reading-title = { $period }檢討
reading-days = 期間
reading-known = 照當天所知
reading-version = 版次
reading-figures = 數字
reading-figure = { $figure }（{ $unit }）
reading-starred = * 暫定：晚到的報表還可能改變
reading-gaps = 差異、原因與對策
reading-gap = { $actual }，目標 { $wanted }（{ $gap }）
reading-decisions = 決定與成效
reading-provisional = 當時還不確定的
reading-missing = { $day } 之後沒有資料
reading-until = { $day } 之前仍是暫定
reading-settled = 沒有：公司的數字都已不會再因晚到的報表改變。
