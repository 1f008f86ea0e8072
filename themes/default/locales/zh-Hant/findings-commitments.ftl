# 部門之間承諾的問題（D）

D003 = 「{ $id }」應於 { $due } 完成，{ $from } 尚未完成，已逾期 { $days } 天。
    .help = 完成的話寫「status: done」與「done_date:」；否則重新約定：在「catchball:」加一次提案，等對方簽同意，再改「due:」。
D004 = 循環 { $cycle } 於 { $start } 開始時，「{ $id }」還沒有雙方同意。
    .help = 先提案：在「catchball:」加上 {"{"}by: …, date: …, state: proposed, due: …{"}"}。
    .waits = 等 { $waits } 回覆：在「catchball:」加上 agreed（同意）、countered（另提日期）或 declined（拒絕）。
    .declined = 有一方拒絕：請另提條件，或寫「status: dropped」。
D005 = 「{ $id }」沒有接收的部門。
    .help = 請寫上「to: …」，而且不是欠的那個部門自己。
D006 = { $person } 不屬於 { $from }，也不屬於 { $to }；這一次回覆不算數。
    .help = 請寫兩個部門之一的人，或更正這個人的「dept:」。
D007 = 「{ $id }」寫的是 { $due }，雙方簽的卻是 { $agreed }。
    .help = 請寫「due: { $agreed }」，或在「catchball:」提出另一天並由對方簽同意；在那之前以 { $agreed } 為準。
D008 = 「{ $id }」已完成，卻沒寫哪一天。
    .help = 請補上「done_date:」。
D009 = 「{ $id }」已完成，卻沒有憑據。
    .help = 請補上「evidence: [...]」：檔案、網址或幾個字，讓對方看得到。
D010 = 「{ $id }」的期限 { $due } 在「{ $event }」{ $begins } 開始之後。
    .help = 請約定更早的日期，或把這個活動從「why:」拿掉。
