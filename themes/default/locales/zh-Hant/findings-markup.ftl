M001 = 讀不懂這個資料區塊：{ $words } { $name }
    .help = 區塊每行寫一項，例如「metric: sales」、「period: 2026-10」。
    .nearest = 是不是「{ $nearest }」？
M002 = 沒有「{ $name }」這個指標。
    .help = 指標定義在 metrics.yaml。
    .nearest = 是不是「{ $nearest }」？
M003 = 這個連結沒有去處：「{ $name }」。
    .help = 可連到工作區裡的 Markdown 檔或圖片，或 @product/ID、@marketplace/ID、@department/ID、@cycle/ID、@batch/ID、@briefing/ID。
    .nearest = 是不是「{ $nearest }」？
M004 = 這種網址不會連出去：「{ $name }」。
    .help = 請用相對連結，或 https:、http:、mailto:。
M005 = 不讀 HTML，會照原文顯示。
    .help = 請改用 Markdown 寫。
M006 = 這一頁的前置資料沒有結尾。
    .help = 在最後補上第二行「---」；沒有它，這幾行會當成內文顯示。
M007 = 「{ $name }」沒有量到這麼細。
    .help = 改用較粗的期間，或拿掉這個維度。
    .dimension = 「{ $measure }」只能依 { $grains } 拆分，沒有 { $of }。請把「{ $name }」移出 applies_to；若報表帶有 { $of }，就在「{ $measure }」的 grains 補上它。
    .by = 「{ $measure }」只能依 { $grains } 拆分，沒有 { $of }。請拿掉這個維度；若報表帶有 { $of }，就在它的 grains 補上。
T001 = 樣板無法輸出：{ $words }
    .help = 修正佈景的這個檔案，或刪掉它，就會用內建的。
T002 = 這則訊息讀不懂：{ $why ->
        [sign] 少了「{ $sign }」。
        [words] 名稱後面沒有文字。
        [case] 沒有任何一種情形以 * 標為「其餘」。
        [escape] 跳脫字元要寫成 \u 加四位，或 \U 加六位 0–9、a–f。
        [deep] 大括號一層套一層，超過 50 層。
        [nested] 大括號裡直接又是大括號，或依不變的值選擇。
       *[other] 寫法不對。
    }
    .help = 一則訊息寫成一行「名稱 = 文字」，變數寫成 {"{ $name }"}，接續的行要縮排。刪掉這個檔案，就會用內建的文字。
T003 = 訊息「{ $message }」用到 { $name }，但沒有這個東西：頁面會直接顯示這個名稱。
    .help = 它能用的是 { $given }。
    .nothing = 它沒有可用的變數。
    .message = 佈景與程式裡都沒有這個名稱。

block-no-metric = 沒有寫指標。
block-line = 這一行不是「名稱: 值」：
block-key = 沒有這個名稱：
block-view = 沒有這種看法：
block-period = 這不是期間：
block-scope = 範圍要寫成 {"{"}product: ID, marketplace: ID{"}"}，不是
block-nested = 它放在清單或引文裡面。
block-too-large = 這一頁會太大。
