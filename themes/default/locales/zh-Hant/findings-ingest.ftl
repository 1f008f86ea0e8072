# 結果檔案的檢查訊息（I1..）。

I101 = 無法辨識這個結果檔案的種類。
    .nearest = 最接近 { $nearest }，但缺少欄位：{ $missing }。請重新匯出並包含這些欄位，在 formats.yaml 描述它（opsreport import 檔名 會寫好開頭幾行），或把檔案移出資料來源。
    .days = 欄位符合 { $nearest }，但開頭各列的「{ $column }」都不是 2026-11-22 這樣的日期：第一列寫著「{ $cell }」。請改成這種寫法，或在 formats.yaml 描述這個檔案。
    .help = 標準格式的檔案有 date、marketplace、sku 欄位，以及每個指標各一欄；其他種類的檔案請保留原本的標題列；沒有內建的種類請在 formats.yaml 描述（opsreport import 檔名 會寫好開頭幾行）。

I102 = { $lacks ->
        [period] 這份報表沒有日期，路徑也沒有寫明期間。
        [marketplace] 這份報表沒有寫明站點，路徑也沒有。
       *[other] 路徑寫的「{ $lacks }」不是期間。
    }
    .help = 請把檔案放在路徑能說明的位置，例如 results/US/2026-10/，並把來源寫成 results/{"{"}marketplace{"}"}/{"{"}period{"}"}/*.csv。
    .unreadable = 期間請寫成 2026-10、2026-W43、2026-Q4、2026、2026-10-05 或 2026-11-01_2026-11-18。

I103 = { $expected ->
        [date] 欄位「{ $column }」的「{ $cell }」不是日期。
        [count] 欄位「{ $column }」的「{ $cell }」不是整數。
        [money] 欄位「{ $column }」的「{ $cell }」不是該站點幣別的金額。
        [currency] 欄位「{ $column }」的「{ $cell }」不是該站點的幣別。
        [sku] 欄位「{ $column }」沒有寫 SKU。
        [asin] 欄位「{ $column }」沒有寫 ASIN。
        [future] 欄位「{ $column }」的「{ $cell }」是未來的日期。
        [id] 欄位「{ $column }」的「{ $cell }」是試算表破壞後剩下的編號。
       *[number] 欄位「{ $column }」的「{ $cell }」不是數字。
    }
    .help = { $expected ->
        [date] 日期請寫成 2026-11-20，而且必須是存在的日期。
        [count] 請寫成 1234 或 "1,234"，不要有小數。
        [money] 請寫成 1234.50 或 "1,234.50"，小數位數不可超過該幣別（JPY、KRW、TWD 沒有小數：1234）；站點若用別的幣別，請寫在 marketplaces.yaml。
        [currency] 每個站點只有一種幣別，以三個字母表示，例如 USD。
        [sku] 每一列都要寫明 SKU；請移除合計列。
        [asin] 每一列都要寫明 ASIN；請移除合計列。
        [future] 實績只能是已經過去的日期；請檢查日與月是否對調。
        [id] 位數已經遺失，無法推測：請使用下載的原始檔案，不要用試算表開啟後再存檔。
       *[number] 請寫成 1234.5 或 "1,234.5"，小數最多四位。
    }

I104 = 沒有「{ $marketplace }」這個站點。
    .nearest = 是不是要寫「{ $nearest }」？
    .help = 已知的站點：{ $known }。請加到 marketplaces.yaml，或改正名稱。

I105 = { $count ->
       *[other] 有 { $count } 個 SKU 或 ASIN 不屬於任何產品，例如 { $names }（占檔案銷售額 { $share }）。
    }
    .help = 它們計入全公司，但不屬於任何產品。請把它們加到 products.yaml 中某個產品的 skus。

I106 = { $marketplace } 的 { $item } 從 { $from } 到 { $to } 的 { $measure } 有兩個來源：這個檔案與 { $other }。
    .help = 這樣會重複計算。請移除其中一個檔案，或在 metrics.yaml 指定這個指標只從一種檔案讀取。

I107 = { $reason ->
        [utf8] 檔案的第 { $detail } 個位元組不是 UTF-8。
        [broken] 檔案開頭表明是 { $detail }，但從這裡起就不是了。
        [encoding] 檔案的第 { $detail } 個位元組不是 UTF-8；用 cp932、GBK、Big5、Windows-1252 讀取，也都認不出標題列。
        [ambiguous] 檔案不是 UTF-8，可能是 { $detail }，無法確定。
        [password] 活頁簿設有密碼。
        [xls] 檔案是試算表，但不是 XLSX。
        [zip] 檔案是壓縮檔，或是不完整的活頁簿。
        [pdf] 檔案是 PDF 文件。
        [html] 檔案是網頁。
        [xml] 檔案是 XML。
        [workbook] 無法讀取活頁簿：{ $detail }。
        [large] { $detail } 超過活頁簿的大小上限。
        [nul] 檔案含有 NUL 字元，不是文字檔。
        [empty] 檔案是空的。
        [header] 有兩個欄位都叫「{ $detail }」。
        [quote] 這裡開始的引號沒有結束。
        [cell] 有一個儲存格超過 1 MB。
        [number] 「{ $detail }」有兩種讀法，同一欄也沒有其他儲存格能分辨哪個符號是小數點。
        [day] 「{ $detail }」有兩種讀法，同一欄也沒有其他儲存格能分辨日與月。
        [mixed-days] 「{ $detail }」的日月順序與同一欄的其他日期互相矛盾。
        [future] 「{ $detail }」是未來的日期：日與月可能對調了。
        [marketplace] 各列沒有寫站點，而且不只一個站點使用這個幣別。
        [unsteady] 檔案中的數字與日期互相矛盾。
       *[io] 無法讀取檔案：{ $detail }。
    }
    .help = { $reason ->
        [utf8] 請另存成「CSV UTF-8」。
        [broken] 請重新匯出，或另存成「CSV UTF-8」。
        [encoding] 請用產生這個檔案的程式開啟，另存成「CSV UTF-8」。
        [ambiguous] 請用產生這個檔案的程式開啟，另存成「CSV UTF-8」。
        [password] 請輸入密碼開啟，再另存成沒有密碼的檔案。
        [xls] 請另存成 XLSX 或「CSV UTF-8」。
        [zip] 請解壓縮後放入其中的檔案，或重新匯出。
        [pdf] 請把報表匯出成 CSV 或 XLSX。
        [html] 匯出時可能已被登出。請重新把報表匯出成 CSV 或 XLSX。
        [xml] 請把報表匯出成 CSV 或 XLSX。
        [workbook] 請用試算表軟體開啟，再另存成 XLSX 或「CSV UTF-8」。
        [large] 請匯出成 CSV；文字檔沒有大小限制。
        [nul] 請重新匯出成 CSV；活頁簿請另存成「CSV UTF-8」。
        [empty] 請重新匯出，或刪除這個檔案。
        [header] 請讓每個欄位有自己的名稱。
        [quote] 儲存格裡的引號要寫兩次（""），儲存格結尾再寫一個。
        [cell] 請檢查是否有沒結束的引號，或重新匯出檔案。
        [number] 請在 formats.yaml 的欄位寫 decimal: point 或 decimal: comma，或重新匯出成兩位小數。
        [day] 請在 formats.yaml 的欄位寫 order: day-first 或 order: month-first。
        [mixed-days] 請使用下載的原始檔案：其他語言的試算表會把能對調的日與月對調。
        [future] 請使用下載的原始檔案：其他語言的試算表會把能對調的日與月對調。
        [marketplace] 請放在路徑寫明站點的資料夾，例如 results/US/2026-10/。
        [unsteady] 請使用下載的原始檔案。
       *[io] 請確認檔案存在而且可以讀取。
    }

I108 = { $count ->
       *[other] 有 { $count } 個欄位沒有被讀取：{ $names }。
    }
    .help = 要使用某個欄位，請在 metrics.yaml 加上同名的指標。

I109 = 資料來源「{ $pattern }」沒有符合的檔案。
    .help = 請把結果檔案放在那裡，或改正路徑；* 代表名稱中的任意文字。

I110 = { $day } 沒有 { $currency } 換算成 { $reporting } 的匯率。
    .help = 請在 marketplaces.yaml 的 rates: 下加一列，plan 寫計畫中一 { $reporting } 換多少 { $currency }：- { "{" }id: fx, pair: { $reporting }{ $currency }, from: { $day }, plan: …{ "}" }。

I111 = 指標「{ $measure }」要從 { $report } 的欄位「{ $column }」讀取，但其中沒有這個單位的數字欄位。
    .nearest = 是不是要寫「{ $nearest }」？
    .help = 可以加總的欄位：{ $known }。

I112 = { $count ->
       *[other] 有 { $count } 列的日期、站點與 SKU 和其他列相同，已加總計算。
    }
    .help = 請檢查是否重複貼上。

I113 = 這一列有 { $found } 格，標題列有 { $expected } 格。
    .help = 請檢查是否少了或多了分隔符號；含逗號的數字要放在引號裡。

I114 = { $count ->
       *[other] 這個檔案還有 { $count } 列被拒絕。
    }

I115 = 檔案只有標題列，沒有資料。
    .help = 請在標題列下加上資料，或移走這個檔案。

I117 = 這個檔案同時符合兩種格式：{ $first } 與 { $second }。
    .help = 請在資料來源寫明是哪一種：kind: { $first }。

I118 = { $count ->
       *[other] 這個檔案有 { $count } 個字元在存檔前就遺失了。
    }
    .help = 數字照常讀取；名稱與說明可能不完整。第一個遺失的字元在這一行。

I119 = 欄位「{ $column }」有規則不認得的值：{ $names }。
    .help = 這些列照常讀取，但不屬於任何已知類別。若應該歸類，請在 formats.yaml 的 aliases: 之下用 words: 補上。

I120 = 檔案內容不一致：檢查「{ $check }」應為 { $expected }，實際為 { $found }。
    .help = 可能有列遺漏或被改過：請使用下載的原始檔案，並先看被拒絕的列。

I116 = 沒有「{ $kind }」這種結果檔案。
    .nearest = 是不是要寫「{ $nearest }」？
    .help = 已知的種類：{ $known }。

I131 = 這個檔案裡 { $marketplace } 的金額是 { $found }，但 { $marketplace } 的幣別是 { $currency }；這些金額都沒有計入。
    .help = 請在路徑寫明站點，或在 marketplaces.yaml 改正站點的幣別。

I132 = 「{ $measure }」以 { $other } 為準；{ $kind } 說的是同一件事，同一天不重複相加。
    .help = 要改用 { $kind }，請在 metrics.yaml 該指標的 from: 指定這種報表。

I133 = { $count ->
        [0] { $other } 較新，{ $from } 至 { $to } 的數字相同；這些日子不再計入這個檔案。
       *[other] { $other } 較新，取代這個檔案 { $from } 至 { $to } 的數字；有 { $count } 項指標改變。
    }

I134 = { $marketplace } 的「{ $measure }」在這裡以點擊後 { $window } 天內的銷售計算，在 { $kind } 則是 { $other } 天；只採用後者。
    .help = 歸因天數不同的數字不能相加。請在 metrics.yaml 為這一種另設指標。

I135 = 「{ $measure }」在 { $day } 的合計大得不合理。
    .help = 請檢查數字欄位裡是否混入編號或日期。
