## opsreport verify：檔案庫與網站是否與清單一致。

verify-whole = { $path }：完整（{ $files } 個檔案，{ $bytes } 位元組）
verify-damaged = { $path }：與封存時不同
verify-damaged-site = { $path }：與發布時不同
verify-root = 根雜湊 { $value }
verify-signer = 簽署者 { $value }
verify-changed = 被改動：{ $file }（內容與 { $list } 所記不符）
verify-missing = 遺失：{ $file }（列於 { $list }）
verify-added = 多出：{ $file }（不在任何清單中）
verify-unreadable = 無法讀取：{ $file }（{ $reason }）
verify-line = 損壞：{ $file } 第 { $line } 行（應為雜湊、兩個空格與不重複的單純路徑）
verify-undeclared = 損壞：{ $file }（沒有聲明這是一個 bag）
verify-size = 不完整：{ $file } 記為 { $said }（位元組.檔案數），實際為 { $found }
verify-lost = 鏈結中斷：{ $file } 的 { $label } 指向 { $root }，這裡沒有任何封存是這個根雜湊：有一份遺失，或被重寫
verify-forked = 鏈結中斷：{ $file } 與 { $other } 指向同一份前一封存
verify-unchained = 鏈結中斷：{ $file } 沒有指向前一封存，而 { $other } 也沒有
verify-unsigned = 未簽署：旁邊沒有簽章檔
verify-signature = 簽章不被接受：{ $reason }
verify-rebuilt = 以自身的輸入重建後不同：{ $file }
verify-all-whole = { $whole } 項全部完整
verify-some-damaged = { $damaged } 項與清單不符，{ $whole } 項完整
verify-nothing = 沒有可驗證的內容：{ $path } 裡沒有封存，也沒有已發布的網站；可用 opsreport archive PERIOD 建立
cannot-run = 無法執行 { $path }：{ $reason }
diff-unknown = 沒有名為 { $name } 的封存，也沒有這個期間的封存；opsreport table archives 會列出全部
diff-damaged = { $path } 與自己的清單不符：{ $file }（{ $reason }）；opsreport verify 會列出每個檔案
diff-none = 沒有任何不同
