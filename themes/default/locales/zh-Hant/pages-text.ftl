# The words of briefings, the market, Markdown pages and data blocks

list-semicolon = ；
head-call = 判斷
head-probability = 機率
head-resolves = 揭曉
lines-how = 每一點是一個完整的期間；還沒結束的期間不畫。灰線是去年同期，虛線是計畫。
lines-message-plan = { $period } { $value }，較計畫 { $gap }。
lines-message-previous = { $period } { $value }，較去年同期 { $gap }。
lines-message-plain = { $period } { $value }。
period-half = { $half ->
    [1] { $year } 年上半年
   *[other] { $year } 年下半年
  }

market-title = 市場趨勢
market-latest = 最新一期簡報
market-calls = 判斷與揭曉日
market-series = 簡報談到的數字
market-briefings = 各期簡報
market-feedback = 競品與客群
market-feedback-more = 全部回饋
market-empty = 還沒有市場簡報。
market-empty-words = 這裡會有市場怎麼變、對我們是什麼意思、誰要做什麼，以及之後可以打分數的判斷。寫一份簡報：
market-empty-yaml =
    briefing: {"{"}id: MB-1, issued: { $day }{"}"}
    items:
    - {"{"}id: MB-1-1, headline: 市場怎麼了, so_what: 對我們的意思{"}"}

briefing-title = 市場簡報
briefing-name = 簡報 { $id }
briefing-issued = { $day } 發布
briefing-author = { $name }撰
briefing-next = 下一期 { $day }
briefing-acts = 誰在哪天前做什麼
briefing-evidence = 證據
briefing-calls = 判斷
briefing-others = 前後期
briefing-before = 上一期
briefing-after = 下一期
briefing-assumptions = 前提
briefing-alternatives = 也可能
briefing-changed = 與上一次相比
briefing-forecast = 預測
briefing-basis = 前提
changed-then = { $day } 說
changed-expected = 當時預測
changed-result = 結果 { $value }
changed-learned = 學到
act-open = 等候答覆
act-unanswered = 還沒有答覆
act-declined = { $name }於 { $day } 婉拒：
call-resolves = { $day } 揭曉
call-resolved = 期限 { $day }
calls-due = 等你打分數
calls-due-lede = 揭曉日已過的判斷有 { $count } 個；說中與沒說中都要寫，分數才算數。
calls-due-one = （{ $probability }），{ $day } 已揭曉。
strip-calls = 判斷揭曉 { $count } 個
strip-calls-due = 判斷待打分數 { $count } 個
agenda-call = 判斷揭曉：{ $text }
briefing-confidence = 依據可信度：{ $level }
confidence-low = 低
confidence-moderate = 中
confidence-high = 高
forecast-growth = 年增 { $share }
forecast-colon = ：
forecast-interval = { $level } 的把握落在 { $low } 到 { $high }
forecast-interval-unsaid = 落在 { $low } 到 { $high }
forecast-baseline = 對照{ $name }
forecast-so-far = 目前
forecast-so-far-until = { $value }（至 { $day }）
forecast-so-far-whole = { $value }（整期）
baseline-seasonal-naive = 去年同期
baseline-plan = 計畫
baseline-last-month = 上個月
source-brand-analytics = 品牌分析
source-rival-watch = 競品每週紀錄
source-product-opportunity-explorer = 商機探測器
evidence-no-source = 未註明
evidence-weeks = { $count } 週的資料
evidence-old = 發布時已是 { $days } 天前
calls-caption = 判斷、機率、揭曉日與結果
calls-note = 機率是寫下當時的看法；揭曉後記結果，不改機率。
call-happened = 發生了
call-not-happened = 沒有發生
call-due = 已到期，待打分數
call-pending = 待揭曉

pages-title = 文章
pages-tags = 標籤
pages-none = 還沒有文章。
pages-count = 共 { $count } 篇文章，最新一篇是〈{ $newest }〉。
pages-empty = 這裡會列出用 Markdown 寫的文章，例如策略、檢討與做法。數字可以直接從資料取用。寫第一篇：
pages-empty-file = pages/first.md
pages-empty-yaml =
    ---
    title: 第一篇
    date: { $day }
    tags: [做法]
    ---
page-only-in = 只有 { $lang } 版本
tag-all = 全部文章
tag-count-foreign = 這個標籤有 { $count } 篇文章。
tag-count = 標籤「{ $tag }」有 { $count } 篇文章。
text-no-plan = 沒有計畫
text-nothing = 這張圖表要的期間還沒有數字。

# What is wrong with a data block; the word it speaks of follows
block-name = 沒有這個商品或市場：
block-second = 一個數字只能有一個商品、一個市場，多了：
block-scope-key = 範圍只能寫 product、marketplace，沒有：
block-by = by 不能是：
block-by-applies = by 的維度不適用於：
block-by-one = by 只能寫一項，多了：
block-by-period = by 的期間比它還長：
block-over-time = 這種圖依時間畫，by 要寫 day、week、month、quarter 或 year。
block-kind = 沒有這種圖：
block-one-metric = 一張圖只畫一個指標，多了：
block-no-tree = 這個指標沒有拆解（metrics.yaml 的 trees）：
block-no-rank = 這不是排名：
block-no-value = 這個值沒有資料：
block-no-dimension = 這個指標不能依 scope 寫的維度分：
block-level = 排名與價格不能相加，scope 要寫一個市場與維度的一個值。寫的是：
block-coarse = 這個指標的期間比要的長，或起訖不同：
