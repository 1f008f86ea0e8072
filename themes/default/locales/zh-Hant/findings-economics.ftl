# 費率（R）與單位經濟（E）的檢查訊息

R001 = { $count ->
        [one] 使用中的費率「{ $rate }」超過 { $limit } 天沒有核對；上次核對：{ $last }。
       *[other] 使用中的「{ $rate }」有 { $count } 筆超過 { $limit } 天沒有核對；最舊的一筆上次核對：{ $last }。
    }
    .help = 請向來源查證，並在「checked:」寫上日期。若費率已改，請另加一筆並寫明「from:」，舊的一筆保留。

R002 = 「{ $rate }」已有相同條件、同樣從 { $from } 開始的一筆，在 { $first }：無法判斷哪一筆有效。
    .help = 兩筆只留一筆，或讓較晚的一筆寫上自己的「from:」。

R003 = 費率「{ $rate }」已在 { $last } 結束，之後沒有接續：從那天起就沒有計算。
    .help = 若有延長，請加一筆從隔天開始；若已取消，請加一筆「rate: 0%」說明。

E101 = { $year } 年的計畫只能賺 { $earned }，比目標「{ $goal }」的 { $target } 少 { $gap }。
    .help = 銷量不變時，所有售價提高 { $price } 就能達成；離自己的份額最遠的是「{ $worst }」（{ $behind }）。或者調整產品組合、成本或目標。用「opsreport table economics」查看每一項。
    .whole = 銷量不變時，所有售價提高 { $price } 就能達成。或者調整產品組合、成本或目標。用「opsreport table economics」查看每一項。

E102 = 從 { $from } 起，「{ $product }」在 { $market } 以 { $price } 每賣一件就是 { $each }。
    .help = 售價 { $even } 才損益兩平。請提高售價、減少當地廣告，或停止在當地銷售。

E103 = 「{ $product }」的單位經濟缺少輸入（{ $inputs }）。
    .help = 請寫在 marketplaces.yaml 的「rates:」，並註明「from:」「source:」「checked:」；「cost」寫在 products.yaml，退貨率寫在目標。缺少的一律不猜。
