# Cash
H001 = 「{ $goal }」：{ $day } 需要資金 { $need }，超過上限 { $limit } 達 { $over }。
    .order = 前四週最大的一筆支出是 { $on } 的 { $amount }（{ $what }）；訂單中最大的是 { $order } 在 { $order-day } 的 { $order-amount }：可減量、分批，或談較晚的付款條件。
    .flow = 前四週最大的一筆支出是 { $on } 的 { $amount }（{ $what }）：可延後，或在那之前安排融資。
    .help = 把支出延後，或提高上限。
H002 = 餘額在 { $first } 降到零以下，{ $day } 最低到 { $balance }。
    .order = 前四週最大的一筆支出是 { $on } 的 { $amount }（{ $what }）；訂單中最大的是 { $order } 在 { $order-day } 的 { $order-amount }：可減量、分批，或在那之前安排融資。
    .flow = 前四週最大的一筆支出是 { $on } 的 { $amount }（{ $what }）：可延後，或在那之前安排融資。
    .help = 把支出延後，或在那之前安排融資。
H003 = 沒有寫 { $marketplace } 何時撥款，它的款項不在資金曲線內。
    .help = 在 `rates:` 寫一列 `id: payout`，含 delivery_days、hold_days、cycle_days、cycle_anchor 與 bank_days。
H004 = 供應商 { $supplier } 沒有付款條件，視為下單時付清。
    .help = 例如寫 `terms: [{"{"}share: 30%, when: po{"}"}, {"{"}share: 70%, when: before-shipment{"}"}]`。
H005 = 期初餘額是 { $day } 的，已過 { $days } 天。
    .help = 寫近日的餘額；此後的收支只由計畫推算。
H006 = 沒有期初餘額，資金曲線從零起算。
    .help = 在 cash.yaml 寫一行，例如 `opening: {"{"}date: 2026-11-20, amount: 92000.00 USD{"}"}`。
H007 = 不知道 { $product } 在 { $marketplace } 每件的收入與成本，它的銷售與訂單不在資金曲線內。
    .help = 為這項商品寫上這些日子適用的售價與成本。
H008 = 沒有 { $currency } 對 { $reporting } 的匯率，這些金額不在資金曲線內。
    .help = 在 `rates:` 寫一列 `id: fx`，附上 `plan:`。

kind-opening = 期初餘額
form-day-of-month = 一個月中的日子，1 到 31
