# 封存期間的讀本
paper-title = { $period }檢討
paper-days = 期間
paper-known = 照當天所知
paper-version = 版次
paper-figures = 數字
paper-figure = { $figure }（{ $unit }）
paper-starred = * 暫定：晚到的報表還可能改變
paper-gaps = 差異、原因與行動
paper-gap = { $actual }，目標 { $wanted }（{ $gap }）
paper-decisions = 決定與成效
paper-provisional = 當時還不確定的
paper-missing = { $day } 之後沒有資料
paper-until = { $day } 之前仍是暫定
paper-settled = 沒有：公司的數字都已不會再因晚到的報表改變。
