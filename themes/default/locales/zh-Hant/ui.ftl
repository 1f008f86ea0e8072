# Words of the pages themselves
ui-html-lang = zh-Hant-TW
ui-language = 中文
ui-skip = 跳到內容
ui-strip = 這幾週的日期
ui-nav = 主要
ui-figures = 數字表
ui-figures-how = 數字與算法
ui-warning = 注意
ui-note = 說明
ui-late = 逾期
ui-begin = 從這個檔案開始：
ui-lost = 這裡沒有這一頁。
ui-lost-help = 網址可能打錯了，或這一頁已經移走。

# What a chart's key calls its scenarios
scenario-ac = 實際
scenario-part = 進行中
scenario-pl = 計畫
scenario-fc = 預測
scenario-py = 去年
scenario-range = 預測區間

# Numbers. The mark between groups of three, the decimal mark.
number-group = ,
number-decimal = .
number-percent = { $value }%
number-points = { $value } 個百分點
number-undefined = 無法比較
number-new = 新增
number-pending = 未到
unit-scaled = { $scale }{ $unit }
amount = { $value }{"\u00A0"}{ $scale }{ $unit }
scale-thousand-short = 千
scale-million-short = 百萬
scale-one = {""}
scale-thousand = 千
scale-million = 百萬
currency-USD = 美元
currency-JPY = 日圓
currency-CAD = 加幣
currency-MXN = 披索
currency-TWD = 新臺幣
currency-EUR = 歐元
currency-GBP = 英鎊
currency-CNY = 人民幣

# Dates
date-long = { $year } 年 { $month } 月 { $day } 日
date-span = { $from } 至 { $to }
date-month-short-1 = 1月
date-month-short-2 = 2月
date-month-short-3 = 3月
date-month-short-4 = 4月
date-month-short-5 = 5月
date-month-short-6 = 6月
date-month-short-7 = 7月
date-month-short-8 = 8月
date-month-short-9 = 9月
date-month-short-10 = 10月
date-month-short-11 = 11月
date-month-short-12 = 12月
date-weekday-0 = 週一
date-weekday-1 = 週二
date-weekday-2 = 週三
date-weekday-3 = 週四
date-weekday-4 = 週五
date-weekday-5 = 週六
date-weekday-6 = 週日
period-year = { $year } 年
period-quarter = { $year } 年第 { $quarter } 季
period-quarter-short = 第 { $quarter } 季
period-month = { $year } 年 { $month } 月
period-week = { $year } 年第 { $week } 週
period-week-short = 第 { $week } 週
period-fiscal-year = { $year } 年度
period-fiscal-quarter = { $year } 年度第 { $quarter } 季
period-fiscal-period = { $year } 年度 P{ $number }
