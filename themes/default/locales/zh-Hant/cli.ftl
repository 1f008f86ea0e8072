## 程式對人說的話。

summary-errors = { $count } 個錯誤
summary-warnings = { $count } 個警告
summary-infos = { $count } 則提示
summary-none = 沒有任何問題
summary-known = （另有 { $count } 個已知）
summary-separator = 、

baseline-written = 已把已知問題寫入 { $path }；請在 opsreport.yaml 以「lint: {"{"}baseline: 檔名{"}"}」指定它
no-baseline = 沒有寫入基準檔：工作區無法讀取
not-a-baseline = { $path } 已經存在，而且不是基準檔，沒有覆蓋
building = 建置中…
published = 已發布 { $pages } 頁（共 { $files } 個檔案：新增 { $added }、變更 { $changed }、移除 { $removed }）到 { $out }
not-published = 未發布；{ $out } 維持原狀
created = 已在 { $dir } 寫入 { $files } 個檔案；下一步：opsreport build --root { $dir }
serving = 預覽網址 { $url }（按 Ctrl-C 結束）
rebuilt = 已建置 { $pages } 頁

no-workspace = 這裡和 ./content 都沒有 opsreport.yaml；請用 --root 指定資料夾，或先執行：opsreport new DIR
no-workspace-in = { $root } 裡沒有 opsreport.yaml；寫一個（先寫一行 title: 我的店 就夠），或從這裡開始：opsreport new DIR
bad-epoch = SOURCE_DATE_EPOCH 不是秒數：{ $value }
bad-where = --where 的寫法是 KEY=VALUE，而不是：{ $value }
bad-span = --from { $from } 晚於 --to { $to }
no-table = 這個工作區算不出表格 { $name }
no-command = 沒有這個指令：{ $name }
not-empty = { $dir } 不是空的：opsreport new 只寫入新的或空的資料夾
cannot-read = 無法讀取 { $path }：{ $reason }
cannot-write = 無法寫入 { $path }：{ $reason }
cannot-serve = 無法使用 127.0.0.1:{ $port }：{ $reason }
cannot-watch = 無法監看 { $path }：{ $reason }
busy = 另一個 opsreport 正在寫入這裡；等它結束再試一次（{ $path }）
stopped = 已中斷；沒有留下寫到一半的東西，原有的內容維持原狀
mishap = opsreport 本身出錯：{ $words }；沒有更動任何東西，請連同上面幾行回報
mishap-page = opsreport 本身在頁面 { $page } 出錯：{ $words }；未發布，先前的網站維持原狀；請連同上面幾行回報
changes-inside = { $path } 會落在發布的網站裡，那裡只放網站本身；請用 --changes 指定網站以外的檔案
not-a-manifest = { $path } 不是網站的清單：第 { $line } 行不是「雜湊值、兩個空格、路徑」
refused-workspace = 不能發布到 { $path }：它就是工作區，或包含工作區；請用 --out 指定別的資料夾
refused-home = 不能發布到 { $path }：它是家目錄或根目錄；請用 --out 指定別的資料夾
refused-file = 不能發布到 { $path }：它是一個檔案；請用 --out 指定資料夾
refused-nowhere = 不能發布到 { $path }：路徑中的連結指向不存在的資料夾；請先建立那個資料夾，或用 --out 指定別的
refused-foreign = 不能發布到 { $path }：它不是空的，也沒有 manifest-sha256.txt，不是 opsreport 寫的；請用 --out 指定新的或空的資料夾
refused-path = 不能發布 { $path }：網站路徑只能用 a-z、0-9、點、連字號、底線和斜線
said-error = 錯誤
no-such-name = 沒有叫「{ $name }」的 { $what }；有的是：{ $known }
no-such-name-nearest = 沒有叫「{ $name }」的 { $what }；是不是「{ $nearest }」？
no-such-grain = { $metric } 沒有依 { $of } 的數字；只能依 { $grains } 拆分（M007）
no-such-grain-of = { $metric } 沒有依 { $of } 的數字：它需要 { $measure }，而 { $measure } 只能依 { $grains } 拆分（M007）
not-applied = { $dimension } 不適用於 { $metric }：它的 applies_to 只列了其他指標
second-dimension = 數字可以依 { $first } 或依 { $second } 拆分，但不能同時依兩者
not-planned = 沒有依 { $dimension } 的計畫；請改看 results

frozen = 已把 { $year } 年的計畫存到 { $path }
not-frozen = 沒有凍結任何計畫：工作區還有錯誤
freeze-taken = { $path } 已經存在：計畫版本不會被覆寫，請用 --id 另取名稱
freeze-no-goals = company.yaml 裡沒有 { $year } 年的目標
freeze-nobody = departments.yaml 裡沒有名為 { $person } 的人
freeze-no-reason = --reason 是空的：請說明為什麼凍結計畫
season-no-goal = { $goal } 不是有分攤的目標；有分攤的是：{ $known }
season-no-history = 結果裡沒有 { $goal } 之前的完整一年，無從推出各月權重
season-typed = 沒有寫入：{ $goal } 的月份權重是手動填的，只有 from-history 會被取代
season-elsewhere = 沒有寫入：{ $place } 並不是 from-history 本身，請自行在那裡填入權重
season-written = 已把推出的月份權重寫入 { $path } 第 { $lines } 行
no-season = 無法為 { $goal } 推出月份權重：工作區還有錯誤

bad-formula-end = 算式在第 { $place } 個字元就結束了，後面還要有東西
bad-formula-sign = 算式第 { $place } 個字元讀不懂：{ $found } 不能放在這裡；名稱用 a-z、0-9 和 _，符號有 + - * / ( ) , 和比較符號
bad-formula-number = 算式第 { $place } 個字元不是一般的數字：請寫 12.5、0.5 或 12.5%
bad-formula-function = 算式第 { $place } 個字元呼叫了 { $found }；可用的有 min、max、if
bad-formula-if = 算式第 { $place } 個字元的 if 沒有比較：請寫 if(a > b, c, d)
bad-formula-deep = 算式在第 { $place } 個字元超過 64 層
bad-formula-parts = 算式在第 { $place } 個字元連續的項太多（最多 100 項相加、24 項相乘）：請用括號分組
bad-formula-long = 算式超過 4096 位元組
bad-figure = { $flag } 要寫 名稱=數字,…，例如 sessions=40000,cvr=10%；不是：{ $part }
twice-figure = { $flag } 給了兩次 { $name }
no-figure = { $flag } 沒有算式要用的 { $name }；如果沒有，請寫 { $name }=0
strange-figure = { $flag } 給了算式裡沒有的 { $name }；算式裡有：{ $known }
strange-figure-nearest = { $flag } 給了算式裡沒有的 { $name }；是不是 { $nearest }？
too-large-figures = 這些數字超過三十位，無法四捨五入：請加 --exact
why-zero-base = { $node } 無法拆解：--base 的 { $divisor } 是 0
why-zero-actual = { $node } 無法拆解：--actual 的 { $divisor } 是 0
why-too-many-parts = { $node } 無法拆解：超過十個部分的函數
