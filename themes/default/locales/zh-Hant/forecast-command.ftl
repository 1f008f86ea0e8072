# 檔案中各序列的預測。
forecast-columns = { $path } 沒有 { $lacking } 欄；需要 id、date、value 三欄
forecast-not-utf8 = { $path } 不是 UTF-8 編碼
forecast-bad-row = { $place }：這一列欄位不足
forecast-bad-date = { $place }：{ $found } 不是 2026-11-22 這樣的日期
forecast-bad-number = { $place }：{ $found } 不是數字
forecast-twice = { $place }：{ $found } 所屬的一期已經有一列；請先加總
forecast-other-week = { $place }：{ $found } 與該序列第一個日期相距不是整數週
forecast-far-date = { $place }：{ $found } 離該序列第一個日期太遠
forecast-unsound = { $id }：不預測，有列無法歸入各期（見上）
forecast-too-few = { $id }：不預測；已知 { $known } 個值，算出區間需要 { $needed } 個
forecast-no-spread = { $id }：不預測；{ $known } 個值全部相同，要有 { $needed } 個才能說下一個也相同
forecast-too-large = { $id }：不預測；數值太大
