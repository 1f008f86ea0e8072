## opsreport import 對檔案說的話。

import-kind = 種類
import-nearest = 最像
import-period = 期間
import-marketplace = 站點
import-rows = 列數
import-form = 格式
import-totals = 合計
import-checks = 核對
import-refused = 被拒
import-why = 原因
import-left-out = 略過
import-unknown = 沒有用到
import-others = 未見過的詞
import-unmapped = 無對應商品
import-notes = 提示
import-home = 歸檔位置
import-help = 怎麼辦

import-missing = 缺少：{ $missing }
import-no-period = 檔案和路徑都沒有寫：--period 2026-10
import-no-marketplace = 檔案和路徑都沒有寫：--marketplace US
import-rows-read = 讀入 { $rows } 列
import-rows-refused = { $refused } 列被拒
import-rows-known = { $duplicates } 列已在較新的檔案裡
import-comma = 逗號分隔
import-tab = Tab 分隔
import-semicolon = 分號分隔
import-header = 標題在第 { $line } 行
import-sheet = 工作表「{ $name }」
import-lost = 存檔前已有 { $count } 個字元遺失
import-check-holds = { $check }：{ $found }
import-check-fails = { $check }：應為 { $expected }，實為 { $found }
import-more = 另有 { $count } 項
import-left-out-rows = { $reason }：{ $rows } 列
import-unmapped-share = 占檔案銷售額 { $share }
import-mapping = 或在工作區的 formats.yaml 描述一次；猜錯的欄位請改正：

import-filed = 已把 { $file } 歸檔為 { $path }
import-known = { $file } 已經在那裡：{ $path }
import-taken = 未歸檔：{ $path } 是另一個檔案；把您的檔案改名為 { $name } 就能兩個都留
import-not-filed-kind = 未歸檔：認不出 { $file }（加 --anyway 照樣歸檔）
import-not-filed-refused = 未歸檔：{ $file } 有被拒的列（加 --anyway 照樣歸檔）
import-not-filed-marketplace = 未歸檔：請用 --marketplace 說明 { $file } 是哪個站點
import-not-filed-period = 未歸檔：請用 --period 說明 { $file } 是哪個期間
import-not-filed-source = 未歸檔：opsreport.yaml 沒有放 { $file } 的來源

left-out-cancelled = 已取消
left-out-other-channel = 在別處售出、由平台配送
left-out-empty-key = 合計與空白列
left-out-small-rank = 排名太後面
