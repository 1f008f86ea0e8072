# 供貨的診斷：來不及下單的，以及還不知道的
U001 = { $market } 的 { $product } 應在 { $days } 天前下單：{ $sku } 共 { $units } 件，最早於 { $need } 需要，下單期限是 { $order }。
    .help = 今天就下單。寫上較快路段的價格（`alt:` 的 `extra_cost`），就能看到趕上進度要花多少。
    .air = 今天下單，第一筆訂單的 { $part } 件全部改走較快的路段：{ $arrives } 可以開賣{ $cost ->
        [none] {""}
       *[other] ，多花 { $cost }
    }。
    .split = 今天下單，第一筆訂單中的 { $part } 件改走較快的路段：{ $arrives } 可以開賣{ $cost ->
        [none] {""}
       *[other] ，多花 { $cost }
    }；其餘照常。
    .fewer = 今天照常下單：{ $arrives } 可以開賣；走更快的路並不划算。
    .margin = 今天就下單。第一筆訂單中的 { $part } 件走較快的路段，{ $arrives } 可以開賣，多花 { $cost }；寫上產品成本與站點費用後，才知道划不划算。
    .bridged = 今天照常下單：{ $arrives } 可以開賣；在那之前安全庫存撐得住，不會少賣。
U002 = { $product } 沒有到 { $markets } 的路線：算不出下單期限。
    .help = 在產品的 `lead:` 填入 calendar.yaml 裡的一條路線。
U003 = 不知道 { $product } 在 { $markets } 的庫存：不計算訂單。
    .help = 把庫存報表放進結果資料夾，或在 stock.yaml 寫一行：`stock: [{"{"}sku: …, market: …, on_hand: 120, date: 2026-11-20{"}"}]`。
U004 = { $product } 在 { $market } 的庫存最後一次盤點是 { $day }，已過 { $days } 天。
    .help = 重新盤點，或放入較新的庫存報表。
U005 = { $event } 沒有關閉任何路段：沒有路線的路段使用它的行事曆。
    .help = 在事件與會停擺的路段寫上同一個 `calendar:`。
U006 = { $product } 的最低訂購量 { $least } 件可賣 { $weeks } 週。
    .help = 請工廠降低最低訂購量，或把現金與倉儲排進計畫。
U007 = { $product } 沒有外箱資料：訂單不取整箱，也不知道材積與重量。
    .help = 寫上 `pack: {"{"}carton_units: 24, carton_cm: [48, 36, 30], carton_kg: 11.5{"}"}`。
U008 = 路段「{ $leg }」的天數是零。
    .help = 寫上需要幾天，或刪去這個路段。
U009 = 出貨 { $shipment } 應於 { $day } 到貨：這 { $units } 件視為今天到貨。
    .help = 更正 `arrives:`；如果已經算進盤點的庫存，請寫 `status: received`。
U010 = { $sku } 不在 { $market } 銷售：這批庫存不屬於任何計畫。
    .help = 更正站點，或把它加進該 SKU 的 `marketplaces:`。
U011 = { $product } 在 { $markets } 沒有安全庫存。
    .level = 寫上庫存要滿足多少需求，例如 `service_level: 95%`。
    .sales = 要有八個完整週的銷售，才看得出需求的起伏；在那之前，訂單不含緩衝。
U012 = { $market } 的 { $product }：{ $units } 件要在 { $order } 前下單；晚一天下單，會晚 { $days } 天到貨。
    .help = 那天之後遇到停工：寧可提早下單。
U013 = { $product } 在 { $markets } { $from ->
        [none] 完全沒有計畫件數
       *[other] 在 { $from } 之後沒有計畫件數
    }，今天下單最快 { $arrives } 才能開賣：因此算不出訂單。
    .units = 請加上 `units` 的目標，或加上 `asp` 的目標，讓件數由銷售額算出。
    .year = 請在 company.yaml 加上下一年的目標與分配；若要停售，請寫 `last_day:`。
U014 = { $sku } 在 { $market } 的盤點日期 { $day } 還沒到：目前不採計。
    .help = 請更正「date:」。
