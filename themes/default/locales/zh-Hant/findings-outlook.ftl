# 發布過的預測（O）

O001 = 預測紀錄裡的這個檔案沒有讀：檔名開頭不是日期。
    .help = 以發布日命名，例如「forecasts/issued/2026-11-22.csv」。
O002 = 這筆預測的數字順序不對：必須 lo95 ≤ lo80 ≤ point ≤ hi80 ≤ hi95。
    .help = 區間要包住自己的預測值，寬的區間要包住窄的。
O003 = { $issued } 發布的預測（資料到 { $origin }）講的是到 { $to } 為止的日子，那時已經過完。
    .help = 預測要在那些日子過完之前發布，並只依據發布日之前的資料；請更正 issued、origin、from 或 to。
O004 = 同一位作者在同一天對同一段日子的 { $metric } 預測了兩次；第一筆在 { $first }。
    .help = 留一筆：每一筆都會計分，重複的會算兩次。
O005 = 單位 { $unit } 不是 { $metric } 的單位：{ $wanted }。
    .help = 金額以報表幣別、計畫匯率寫，單位寫 { $wanted }。
O006 = { $wrong ->
        [missing] 這個標題列缺少 { $missing }。
        [unknown] 預測紀錄沒有 { $unknown } 這一欄。
       *[both] 預測紀錄沒有 { $unknown } 這一欄，標題列還缺少 { $missing }。
    }
    .help = 欄位是：{ $known }。標題列正確之前，這個檔案一列都不會讀。
    .nearest = 是不是 { $nearest }？標題列正確之前，這個檔案一列都不會讀。

form-no-more-columns = 欄位數不超過標題列
form-closed-quote = 在同一行內成對的引號
form-day-of-file = 檔名上的日期
