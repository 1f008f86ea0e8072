# 新簡報的草稿（opsreport new --briefing）

draft-head = 事實已經填好；把問號換成判斷，不用的行刪掉，用到的行去掉開頭的「# 」。
draft-calls = 還沒揭曉的判斷，到期（!）的先寫上 outcome: happened 或 not-happened：
draft-headline = ？這一期最重要的一件事，帶一個數字
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
