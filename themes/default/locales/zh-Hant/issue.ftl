# opsreport forecast

forecast-issued = 已把 { $rows } 筆預測寫入 { $path }；日子過完後計分
forecast-taken = { $path } 已經存在：發布過的預測不會被覆寫，請改天再發布
forecast-nothing = 這個工作區還無法預測；原因見 opsreport table forecast
forecast-refused = 有 { $count } 個數字沒有預測，原因見 opsreport table forecast --by product,marketplace
not-forecast = 沒有預測：工作區還有錯誤
