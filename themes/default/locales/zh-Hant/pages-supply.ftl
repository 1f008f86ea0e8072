# The words of supply: what must be ordered by when
plan-tabs = 計畫的各頁
supply-title = 供應
supply-headline-none = 還算不出什麼時候該下單。
supply-empty = 這裡會列出每個品項什麼時候前要下單、夠賣幾週、走哪條路線。先寫下商品、路線與現有庫存：
