# 檢查代碼的說明：explain 指令與方法頁。

explain-why = 為什麼要緊
explain-example = 例子
explain-fix = 怎麼改
explain-level-error = 預設為錯誤
explain-level-warning = 預設為警告
explain-level-info = 預設為提示
no-code = 沒有 { $name } 這個檢查代碼；列出全部代碼：opsreport explain
no-code-nearest = 沒有 { $name } 這個檢查代碼；是不是 { $nearest }？

codes-A = 行動
codes-B = 市場簡報
codes-C = 檢核與原因
codes-D = 執行與承諾
codes-E = 單位經濟
codes-F = 市場回饋
codes-G = 目標與拆分
codes-H = 現金
codes-I = 成果檔
codes-K = 人才與工具
codes-M = Markdown 與資料區塊
codes-N = 文字裡的數字
codes-P = 計畫項目
codes-R = 費率與匯率
codes-S = 循環與結案
codes-T = 樣板
codes-U = 庫存與訂購
codes-V = 計畫版本
codes-X = 引用與設定
codes-Y = YAML 本身

findings-title = 檢查代碼說明
findings-headline = { $count } 種檢查，各有意思與改法
findings-lede = 檢查會指出計畫、資料與迴路哪裡不對、在哪個檔案、怎麼改。opsreport check 列出問題，opsreport explain 代碼 印出這裡的說明。
findings-letter = { $group }：{ $count } 種檢查，{ $errors ->
    [0] 都不會擋住發布
   *[other] { $errors } 種會擋住發布
}
findings-overview = 一覽
method-findings = 檢查
head-code = 代碼
head-finding = 發現什麼
head-severity = 層級
level-error = 錯誤
level-warning = 警告
level-info = 提示
level-off = 不檢查
