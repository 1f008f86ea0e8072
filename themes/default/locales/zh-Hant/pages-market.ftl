# 市場的頁面：總覽、品類、關鍵字、預測。

market-tabs = 市場的各頁

fan-issued = 先前的預測
fan-today = 今天
fan-message-last = { $period }：{ $value }。
fan-message-last-year = { $period }：{ $value }，較去年同期 { $change }。
fan-message = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }。
fan-message-within = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 在區間內。
fan-message-above = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 高於區間。
fan-message-below = { $period }預測 { $point }，八成機會落在 { $low } 到 { $high }；計畫 { $plan } 低於區間。
fan-how = 依 { $origin } 為止的資料，以 { $method } 方法（第 { $version } 版）預測。深色區間五次有四次包含實際值，淺色區間二十次有十九次；虛線是計畫。
fan-how-none = 沒有預測，只有實際值。
fan-how-rank = 越上面越好，第一名在最上面。
fan-how-table = 數字列出最近 { $past } 期與往後 { $ahead } 期；全部用 opsreport table forecast 看。
fan-band-80 = 80% 區間
fan-band-95 = 95% 區間

courses-message = 一季來變動最大的是「{ $name }」：{ $before } → { $now }（{ $change }）。
courses-message-one = 一季來 { $before } → { $now }（{ $change }）。
courses-how = 各小圖同一比例尺。數字列出最近 { $count } 期。

market-watched = 搜尋與份額
market-keywords = 關鍵字
market-keywords-note = 最近一個完整週。小字：搜尋量較去年同週；排名與購買份額較 13 週前。排名越小越好。
market-rivals = 競品價格與排名
market-rivals-moved = 改了價的競品
market-rivals-note = 最近一次記錄，依計畫匯率換算。小字：較 13 週前。排名越小越好。

keyword-head = 關鍵字
keyword-searches = 搜尋量
keyword-rank = 搜尋排名
keyword-share = 購買份額
rival-head = 競品
rival-price = 售價
rival-rank = 排名

keyword-facts = 走勢
keyword-eyebrow = 關鍵字
keyword-shares = 我們的份額
keyword-shares-heading = 從看見到買下，我們拿到多少
keyword-headline = 「{ $term }」（{ $place }）{ $period }搜尋 { $searches } 次{ $year ->
    [none] {""}
   *[other] ，較去年同週 { $year }
  }{ $share ->
    [none] {""}
   *[other] ；買下的有 { $share } 是我們的{ $before ->
        [none] {""}
       *[other] ，13 週前 { $before }
      }
  }。
keyword-headline-rank = 「{ $term }」（{ $place }）{ $period }排名 { $rank }{ $moved ->
    [none] {""}
   *[other] ，較 13 週前 { $moved }
  }。

category-eyebrow = 市場品類
category-empty = 這裡會有這個品類的搜尋量、排名與份額。在 market.yaml 寫下要看的關鍵字：
category-searches = 搜尋量
category-share = 購買份額
market-audience = 誰在買
category-sales = 我們的銷售
category-product = 我們的產品
category-neighbours = 相關頁面
category-headline = { $name ->
    [none] {""}
   *[other] { $name }：
  }{ $moved ->
    [none] {""}
    [up] 一季來我們的購買份額在 { $judged } 個關鍵字全都上升；
    [down] 一季來我們的購買份額在 { $judged } 個關鍵字全都下降；
   *[both] 一季來我們的購買份額在 { $up } 個關鍵字上升、{ $down } 個下降；
  }搜尋最多的「{ $term }」一週 { $searches } 次{ $year ->
    [none] {""}
   *[other] ，較去年同週 { $year }
  }。
category-headline-none = { $name ->
    [none] {""}
   *[other] { $name }：
  }還沒有搜尋資料。

outlook-title = 預測與計畫
outlook-more = 各商品、各市場與各月
outlook-origin = 依 { $day } 為止的資料
outlook-headline = { $part }{ $year }{ $metric }預測 { $point }，八成機會落在 { $low } 到 { $high }{ $verdict ->
    [above] ；計畫 { $plan } 比這還高，照現在的走勢到不了
    [below] ；計畫 { $plan } 比這還低，會超過
    [within] ；計畫 { $plan } 在這之間，做得到
   *[other] {""}
  }。
outlook-headline-none = 還沒有預測。
outlook-headline-lines = 各期預測與區間。
outlook-lede = 到 { $day } 已有 { $so-far }，預測還會有 { $rest }。
outlook-lede-plan = 到 { $day } 已有 { $so-far }，預測還會有 { $rest }；要達成計畫還需要 { $needed }{ $more ->
    [none] {""}
   *[other] ，得比預測多 { $more }
  }。
outlook-lede-reached = 到 { $day } 已有 { $so-far }，已經超過全年計畫；預測還會有 { $rest }。
outlook-landing = 今年會落在哪裡
outlook-landing-lede = { $figure }。預測是已實現加上往後的預測；小字是八成機會落在的範圍（80% 區間）。
outlook-landing-note = 各商品的預測加起來是公司的預測；區間不能相加。
outlook-part = 範圍
outlook-so-far = 已實現
outlook-expected = 預測
outlook-gap = 差距
outlook-verdict = 計畫看來
outlook-unplanned = 沒有計畫
outlook-plan-within = 做得到
outlook-plan-above = 太高
outlook-plan-below = 太低
outlook-months = 哪些月份的計畫看起來不對
outlook-months-lede = { $figure }。只列計畫落在 80% 區間（小字）之外的月份；點月份看它的計畫。
outlook-months-more = 往後還有 { $count } 筆。
outlook-fans = 一路怎麼走
outlook-refused = 沒有預測的 { $count } 項，為什麼
outlook-why-series = 沒有可用的數列。
outlook-why-few = 只有 { $known } 期資料，至少要 { $needed } 期。
outlook-why-spread = { $known } 期都一樣，少於 { $needed } 期不能說往後也一樣。
outlook-why-method = 數值不適合預測。
outlook-why-plan = 剛開始（{ $known } 期），也沒有計畫可以參照。
outlook-why-sisters = 剛開始，可以參照的同類只有 { $known } 個。
outlook-empty = 這裡會有公司、各商品與各市場今年會落在哪裡、哪些月份的計畫看起來不對。至少要三期的銷售資料：
outlook-around = 預測與市場
outlook-sure = 有多準
outlook-sure-held = 程式先前發出、已有結果的 { $n } 筆預測中，{ $inside } 筆落在 80% 區間內（{ $share }；應該是 80%）。
outlook-sure-few = 程式先前發出、已有結果的 { $n } 筆預測中，{ $inside } 筆落在 80% 區間內；不到 { $least } 筆，還不能下結論。
outlook-sure-tried = 拿過去 { $count } 個月試算，平均誤差 { $own }；直接照去年同月是 { $naive }，是它的 { $share }。
keywords-empty = 這裡會有每個關鍵字的搜尋量、排名與我們的份額。關鍵字寫好了，還沒有資料；放進品牌分析的搜尋詞報告：
outlook-months-supply = 計畫太低的月份，貨夠不夠
outlook-parts-message = { $count ->
    [0] 全年的計畫都在 80% 區間之內或之下。
   *[other] 全年計畫看起來太高的有 { $count } 個：{ $names }。
  }
outlook-remedy = 怎麼辦
outlook-remedy-lede = 計畫太高的地方，今年剩下的日子得比預測快多少，檢討裡還沒做完的行動有哪些。不夠，就加行動，或改計畫。
outlook-remedy-plan = 看計畫與版本
outlook-under-way = 進行中的行動
outlook-acts = { $count } 項
outlook-no-act = 沒有，還沒有人在做
outlook-faster-by = 得比預測多 { $share }
