# 為什麼
why-title = 為什麼
why-of = { $who }{ $metric }，{ $period }
why-headline = { $count } 個差異打開到驅動因子，各項相加等於差異，沒有殘差。
why-more = 一層一層看為什麼
