# 迴路與每個差異的始末
loop-title = 迴路
review-tabs = 檢討的各頁
