# 市場的頁面：總覽、品類、關鍵字、預測。

market-tabs = 市場的各頁

fan-issued = 當時的預測
fan-today = 今天
fan-message-last = { $period }：{ $value }。
fan-message = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }。
fan-message-within = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 在區間內。
fan-message-above = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 高於區間。
fan-message-below = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 低於區間。
fan-how = 依 { $origin } 為止的資料，以 { $method } 方法（第 { $version } 版）預測。深色區間五次有四次包含實際值，淺色區間二十次有十九次；虛線是計畫。
fan-how-none = 沒有預測，只有實際值。
fan-how-rank = 越上面越好，第一名在最上面。
fan-how-table = 數字從預測之前 { $count } 期列起。
fan-band-80 = 80% 區間
fan-band-95 = 95% 區間
