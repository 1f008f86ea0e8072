# 市場簡報（B）的問題

B001 = 簡報項目「{ $id }」{ $lacks ->
    [act] 沒有要任何人做什麼。
   *[so-what] 沒寫對我們的意義。
 }
    .help = 補上「so_what:」與「act: [{"{"}dept: …, what: …, by: …{"}"}]」；沒有人要動手的是新聞，不是簡報。
B002 = 「{ $id }」的預測{ $lacks ->
    [level] 沒寫區間有多少把握。
    [point] 點值落在自己的區間外。
   *[interval] 沒有區間。
 }
    .help = 在「point:」旁寫「interval: {"{"}level: 80%, lo: …, hi: …{"}"}」；單獨一個數字永遠不會剛好對。
B003 = 判斷「{ $id }」{ $lacks ->
    [both] 沒有機率，也沒有揭曉日。
    [day] 沒有揭曉日。
   *[probability] 沒有 1% 到 99% 之間的機率。
 }
    .help = 補上「probability:」與「resolves:」；少了它們就無法打分數。
B004 = 「{ $id }」有一項事實{ $wrong ->
    [source] 沒寫來源。
    [old] 在發布那天已是 { $days } 天前的；上限是 { $limit } 天。
   *[day] 沒寫日期。
 }
    .help = 寫上「source:」與「asof:」，並換成最新的數字；「lint: {"{"}limits: {"{"}evidence_days: 60{"}"}{"}"}」設定上限。
B005 = { $wrong ->
    [mixed] 「{ $id }」把可能性與依據的信心寫在同一句：「{ $sentence }」。
   *[range] 判斷「{ $id }」的「{ $word }」代表 { $least }% 到 { $most }%，寫的機率卻是 { $percent }%。
 }
    .help = 改用詞或改機率；也可以不用這個詞，數字已經說了。
    .mixed = 分成兩句；依據有多穩寫在「confidence:」。
B006 = 判斷「{ $id }」應於 { $day } 揭曉，已過 { $days } 天，還沒有結果。
    .help = 在這個判斷寫上「outcome: happened」或「outcome: not-happened」。
B007 = { $wrong ->
    [other] 「{ $id }」要 { $department } 做的事，寫的承諾「{ $commitment }」卻是 { $from } 的。
   *[silence] 「{ $id }」要 { $department } 做的事，沒有成為承諾，也沒有婉拒。
 }
    .other = 更正「dept:」，或改寫該部門的承諾。
    .help = 在這個行動補上「commitment: K…」，或「declined: {"{"}by: …, reason: …, date: …{"}"}」。
