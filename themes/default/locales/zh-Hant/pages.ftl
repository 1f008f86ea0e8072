# What all pages share: figures, exhibits, the loop, the home page
company-whole = 全公司
product-unmapped = 未對應的商品
list-comma = 、
name-unit = { $name }，{ $unit }
unit-days = 天
unit-points = 個百分點
until = 至 { $day }
since = 自 { $day }
since-until = { $from } 至 { $to }
since-day = 自 { $day } 起，之前沒有資料
both-days = { $first }；{ $last }
until-day = 算到 { $day }
provisional = 暫定
months-of = { $year }各月
from-to = { $from }至 { $to }
against-plan = 較計畫
against-previous = 較去年
reading-missing = 尚無資料
reading-coarse = 只有整月數字
reading-undefined = 無法計算
head-period = 期間
head-part = 範圍
head-item = 項目
head-product = 商品
head-marketplace = 市場
head-actual = 實際
head-plan = 計畫
head-variance-plan = 差異
head-relative = 差異 %
head-share = 占比
head-previous = 去年
head-variance-previous = 較去年
head-relative-previous = 較去年 %
head-driver = 驅動因素
head-contribution = 貢獻
head-scope = 範圍
head-gap = 差異
head-cause = 原因
head-act = 行動
head-owner = 負責
head-due = 期限
head-state = 狀態
variance-of = { $metric }與計畫的差異
columns-how = 還沒結束的期間，實際、計畫、去年都只算到最後一個完整日。差異＝實際−計畫。
columns-message-plan = { $all ->
    [1] { $worst } 落後計畫（{ $gap }）。
   *[other] { $all } 期中 { $reached } 期達到計畫；落後最多的是{ $worst }（{ $gap }）。
}
columns-message-plan-all = { $all ->
    [1] 目前有資料的一期達到計畫。
   *[other] { $all } 期全部達到計畫。
}
columns-message-previous = { $all ->
    [1] { $worst } 低於去年（{ $gap }）。
   *[other] { $all } 期中 { $reached } 期高於去年；落後最多的是{ $worst }（{ $gap }）。
}
columns-message-previous-all = { $all ->
    [1] 目前可比的一期優於去年。
   *[other] { $all } 期全部優於去年。
}
bars-message-plan = { $worst }落後計畫最多（{ $gap }）。
bars-message-previous = { $worst }比去年少最多（{ $gap }）。
bars-message-ahead = { $largest }最大，沒有一項落後。
bars-message-largest = { $largest }最大。
bridge-when-plan = { $span }，計畫到實際
bridge-when-previous = { $span }，去年到實際
bridge-message = { $against } { $change }：減少的合計 { $down }，增加的合計 { $up }。
bridge-message-one-way = { $against } { $change }，各項方向一致。
bridge-how = 依 { $expr } 逐層分解（精確鏈鎖法：與因素順序無關，各項相加等於差異，無殘差）。
heat-alt = 每一格是一個商品在一個市場與計畫的差異。
heat-how = 顏色深淺是差異的大小，藍色有利、橘色不利；正負號是差異本身。
heat-message = 落後最多：{ $worst }；超前最多：{ $best }。
heat-message-worst = 落後最多：{ $worst }。
heat-message-best = 超前最多：{ $best }。
pace-done = { $metric }已完成
pace-beside = 計畫進度 { $plan } · 日曆 { $calendar }
pace-each-week = 平均每天要 { $day }，每週 { $week }。
pace-each-day = 平均每天要 { $day }。
pace-behind = 照目前達成率全年落在 { $landing }，低於目標 { $goal }；其餘日子需為計畫的 ×{ $uplift }。
pace-ahead = 照目前達成率全年落在 { $landing }，達到目標 { $goal }；其餘日子做到計畫的 ×{ $uplift } 就夠。
headline-nothing = 還沒有數字。
headline-no-figure = { $period }還沒有{ $who }{ $metric }的數字。
headline-plain = { $period }{ $who }{ $metric } { $actual }。
headline-about = { $who }：{ $words }
share-above = 高 { $share }
share-below = 低 { $share }
headline-plan-above = { $period }，{ $metric } { $actual }，高於計畫 { $share }。
headline-plan-below = { $period }，{ $metric } { $actual }，低於計畫 { $share }。
headline-previous-above = { $period }，{ $metric } { $actual }，比去年高 { $share }。
headline-previous-below = { $period }，{ $metric } { $actual }，比去年低 { $share }。
headline-plan-above-and = { $period }，{ $metric } { $actual }，高於計畫 { $share }；{ $profit }也{ $profit-share }。
headline-plan-above-but = { $period }，{ $metric } { $actual }，高於計畫 { $share }，{ $profit }卻{ $profit-share }。
headline-plan-below-and = { $period }，{ $metric } { $actual }，低於計畫 { $share }；{ $profit }也{ $profit-share }。
headline-plan-below-but = { $period }，{ $metric } { $actual }，低於計畫 { $share }，{ $profit }卻{ $profit-share }。
told = { $against } { $change }：{ $drivers }。
told-hurt = { $drivers } 拖累
told-helped = { $drivers } 幫忙
told-moved = { $drivers }
told-rest = 其餘 { $rest } 未點名，占全部變動 { $share }
told-until = 驅動因素到 { $day }，{ $words }
state-late = 逾期
state-late-by = 逾期 { $days } 天
state-not-effective = 做了沒效
state-no-cause = 還沒有原因
state-no-act = 還沒有行動
state-acting = 進行中
state-awaiting = 已完成，等效果檢查
state-awaiting-on = 已完成，效果檢查 { $day }
state-handed-on = 轉入下一循環
state-verified = 效果已驗證
state-on-plan = 無不利差異
ledger-caption = 每個差異的原因、行動與狀態
loop-gaps = 重大不利差異
loop-caused = 有原因
loop-acted = 有行動
loop-verified = 效果已驗證
loop-late = 行動逾期
loop-closure = 閉合率
loop-note = 閉合率＝效果已驗證 ÷ 重大不利差異，所有檢討循環合計。
home-title = 總覽
home-pace = 進度
home-next = 接下來
home-gaps = 從差異到行動
home-gaps-more = 所有檢討
home-loop = 迴路
home-empty = 放進一個結果檔，這裡就會有數字。在 opsreport.yaml 說明它在哪裡：
method-title = 數字怎麼來的
data-title = 資料

# Where only the largest parts are shown
shown-largest = 圖上是 { $count } 項中最大的 { $shown } 項，圖下的數字有全部。
parts-largest = { $count } 項中最大的 { $shown } 項；全部在全年的表裡。
sentence-space = { "" }
