# 新簡報的草稿（opsreport new --briefing）

draft-head = 事實已經填好；把問號換成判斷，不用的行刪掉，用到的行去掉開頭的「# 」。
draft-calls = 還沒揭曉的判斷，到期（!）的先寫上 outcome: happened 或 not-happened：
draft-headline-fact = ？{ $fact }
draft-headline = ？這一期最重要的一件事，帶一個數字
draft-asked = { $day } 的 { $briefing } 要求了什麼、後來如何（!：逾期沒人回覆）：
draft-promised = { $id }，{ $state ->
    [done] 已完成
    [dropped] 已取消
    [carried] 已移到下期
    [late] 逾期，原訂 { $day }
   *[open] { $day } 到期
}
draft-declined = 婉拒：{ $reason }
draft-unanswered = 還沒回覆
draft-since = { $day } 的 { $briefing } 之後變了什麼：
draft-moved = { $subject }：{ $then-period } { $then } → { $now-period } { $now }
draft-unmoved = { $subject }：{ $now-period } { $now }，與{ $then-period }相同
draft-learned = ？上次錯在哪裡、漏了什麼，怎麼知道的
draft-forecast = 工具自己的預測；換成你的，或直接採用：
draft-so-what = ？對我們的意義，值多少
draft-judgements = 以下只有人能寫：
draft-fact = { $subject }：{ $words }
draft-body =
    ## 我們不知道的

    - ？
draft-taken = { $path } 已經存在：簡報不會被覆寫
draft-no-category = market.yaml 沒有類別「{ $name }」
draft-no-marketplace = 沒有市場「{ $name }」
draft-nothing = 沒有寫簡報：先解決上面的問題
drafted = 已寫 { $path }：打開它，把判斷補上
