# 記分板：預測與判斷後來怎麼了。

scoreboard-title = 記分板
scoreboard-eyebrow = 市場預言家
scoreboard-better = {$who}的預測比照抄去年同期少錯 {$share}（{$n} 次、{$periods} 期）
scoreboard-worse = {$who}的預測比照抄去年同期多錯 {$share}（{$n} 次、{$periods} 期）
scoreboard-even = {$who}的預測，還看不出比照抄去年同期好還是差（{$n} 次、{$periods} 期，差 {$share}）
scoreboard-too-few = 樣本太少，還不下結論：{$least} 次裡才有 {$n} 次
scoreboard-none = 還沒有到期的預測或判斷
scoreboard-lede-narrow = 但 80% 區間只包住 {$share}，太窄，看區間時要再放寬。
scoreboard-lede-wide = 80% 區間包住 {$share}，太寬。
scoreboard-lede = 已揭曉的判斷 {$n} 個，Brier 分數 {$brier}（機率與結果的差距，0 最準；每次都說 50% 得 0.25）{$due ->
    [0] 。
   *[other] ，另有 {$due} 個到期、還沒寫結果。
}
scoreboard-lede-none = 寫下 {$n} 個判斷，還沒有揭曉的{$due ->
    [0] 。
   *[other] ，其中 {$due} 個已到期、還沒寫結果。
}

# 判斷
scoreboard-calls = 判斷
scoreboard-due = 到期了，請寫下結果：{$calls}。
scoreboard-or-not = 第 {$line} 行；沒有發生寫 not-happened
scoreboard-failed = 說錯的判斷
score-failed-call = 當時說
score-said = 說的
score-happened = 結果
scoreboard-said = {$share}（{$word}）
scoreboard-calibration = 說的機率與實際
score-likelihood = 用詞
score-calls = 判斷數
score-mean-probability = 平均機率
score-came-true = 發生數
scoreboard-brier = Brier 分數 {$brier}；{$n} 個判斷裡 {$rate} 發生，比一律說這個比率好 {$skill}。
scoreboard-brier-few = Brier 分數 {$brier}；{$n} 個判斷裡 {$rate} 發生。不到 {$least} 個，不論準不準。
scoreboard-calls-all = 全部判斷

score-likelihood-almost-no-chance = 幾乎不會
score-likelihood-very-unlikely = 很不可能
score-likelihood-unlikely = 不太可能
score-likelihood-even-chance = 一半一半
score-likelihood-likely = 可能
score-likelihood-very-likely = 很可能
score-likelihood-almost-certain = 幾乎確定

# 預測
scoreboard-forecasts = 誰的預測準
scoreboard-authors = 預測的分數，依作者
scoreboard-authors-note = MASE：誤差是過去「照抄」平均誤差的幾倍，愈低愈準；預測得愈遠自然愈大。少錯（預測附加價值 FVA）：比照抄去年同期少錯多少，負值是錯得更多。
scoreboard-of-tool = 程式的預測
scoreboard-horizons = 依預測距離
scoreboard-methods = 依方法
scoreboard-metrics = 依指標
scoreboard-tool = 程式
scoreboard-all = 全部
scoreboard-method = {$method}，第 {$version} 版
score-method-combination = 七法組合
score-method-year-ago = 去年同期與水準
score-method-pooled-season = 同類季節
score-method-level = 水準
score-method-constant = 不變
score-method-launch = 上市初期依計畫
score-method-calendar = 依活動日曆
score-method-plan = 依計畫的季節
score-horizon = {$periods} 期後
score-horizon-running = 當期
score-author = 作者
score-which = 哪些
score-points = 次數
score-mase = MASE
score-added = 少錯
score-coverage80 = 80% 區間包住
score-coverage95 = 95% 區間包住
score-verdict = 結論
score-inside = 包住
score-wilson = 可能範圍（95%）
score-verdict-better = 比照抄好
score-verdict-even = 分不出
score-verdict-worse = 比照抄差
score-verdict-none = 不到 20 次
score-fit-too-narrow = 太窄
score-fit-sound = 相符
score-fit-too-wide = 太寬
scoreboard-coverage-what = 80% 區間包住實際值的比率，直線是 80%
scoreboard-coverage-when = 依預測距離
scoreboard-coverage-message = 80% 區間包住了 {$share}（{$n} 次）
scoreboard-coverage-how = 直線是 80%；次數少時離它遠一點也正常，可能範圍在表裡。
scoreboard-bar = {$share}（{$n}）

# 一筆一筆
scoreboard-losing = 連輸三期以上
scoreboard-losing-note = 每期取開始前最後一次預測；照抄去年同期更近就算輸。
scoreboard-in-a-row = 連輸 {$n} 期（{$periods}）
scoreboard-people = 人寫的預測
scoreboard-people-note = 只列最近 12 筆已到期的。
scoreboard-restated = {$value}（後來改過）
scoreboard-band-held = {$level}：{$low} 到 {$high}
scoreboard-band-missed = {$level}：{$low} 到 {$high}，落在外面
score-figure = 指標
score-lost = 輸了
score-last-said = 最近一次說
score-came = 實際
score-last-year = 去年同期

# 算法
scoreboard-how = 怎麼算的
scoreboard-how-error-name = 誤差
scoreboard-how-error = 期間量完、不再變動才計分。每筆誤差除以預測當時歷史上照抄的平均誤差（滿兩年照抄去年同期，否則照抄上一期），不同單位才能放在一起。「少錯」是 1 − 誤差 ÷ 照抄去年同期的誤差，照抄的只用預測當天已知的數字。已經開始的期間另列。
scoreboard-how-bands-name = 區間
scoreboard-how-bands = 包住的次數除以全部次數，可能範圍用 Wilson 法。程式到期的預測滿 {$log} 次、五期後，區間依紀錄放寬或縮窄，方法名稱會註明。
scoreboard-how-judge-name = 結論
scoreboard-how-judge = 不到 {$least} 次不下結論。同一期的預測算同一次機會，95% 的把握才說好或差。連輸 {$row} 期就列出來。
scoreboard-how-calls-name = 判斷
scoreboard-how-calls = Brier 分數是機率與結果（1 或 0）差的平方平均。到期沒寫結果的列出來，不計分。
scoreboard-learned = 目前依 {$n} 次紀錄調整：整體而言，80% 區間乘 {$narrow}，95% 區間乘 {$wide}；差異明顯的預測距離與指標另有倍數。

scoreboard-prophets = 能力金字塔裡，負責這一頁分數的那一層
scoreboard-prophets-met = 需要 {$need} 人，現有 {$met} 人
scoreboard-empty-words = 簡報裡的判斷、預測，以及程式發出的預測（opsreport forecast --issue），到期後在這裡計分。
scoreboard-empty-yaml =
    calls:
    - {"{"}id: MB-{$year}-01-1a, text: 競品 B 年底前漲價, probability: 70%, resolves: {$year}-12-31, outcome: pending{"}"}
