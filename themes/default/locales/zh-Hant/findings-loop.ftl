# 讓迴路閉不起來的事：目標（G005）、計畫項目（P）、執行（D）、檢核與原因（C）、行動（A）、循環（S）

G005 = 目標「{ $id }」是結果指標（{ $metric }），底下卻沒有人能直接操作的投入指標。
    .help = 請在 metrics.yaml 用拆解樹接到一個投入指標（「role: input」），或為這個目標計畫一個。

P001 = 計畫項目「{ $id }」缺少 { $keys }。
    .help = 請補齊：一個人、一個指標、一個目標值、一個日期。
P002 = 計畫項目「{ $id }」沒有「{ $key }:」。
    .help = 請寫為什麼會有效（hypothesis）與值多少（expected_effect）；檢核時才分得出猜對還是運氣。
P003 = 計畫項目「{ $id }」所屬的目標「{ $goal }」不存在。
    .nearest = 是不是「{ $nearest }」？
    .help = 請更正名稱，或在 company.yaml 補上這個目標。
P004 = 計畫項目「{ $id }」沒寫指標現在在哪裡。
    .help = 請補上「baseline:」，或寫「baseline: auto」由資料讀取。
P005 = { $id } 在 { $cycle } 一人負責 { $count } 個計畫項目；超過 { $limit } 個就不叫重點。
    .help = 請分給別人，或移到下一個循環。

D001 = 工作「{ $id }」不屬於任何計畫項目。
    .help = 請補上「plan:」，或把它移出這個循環。
D002 = 「{ $id }」從 { $last } 起 { $days } 天沒有紀錄。
    .help = 請在「log:」加一行；完成的話寫「progress: 100%」。

C001 = 「{ $id }」與目標相差 { $gap }（{ $metric }），卻沒有人檢核。
    .help = 請在這個循環加一個檢核項目，寫「plan: { $id }」。
C002 = { $plan ->
    [days] 循環「{ $id }」寫的是 { $here }，數字卻是 { $there } 的。
   *[other] 「{ $id }」與「{ $plan }」說的不是同一件事：這裡是 { $here }，那裡是 { $there }。
  }
    .help = 檢核的要是計畫的：請更正其中一方的指標或範圍。
    .days = 數字以整個期間計算：循環的起訖日請寫成該期間的起訖日。
part-company = 全公司
C003 = 「{ $id }」差目標 { $gap }（{ $metric }），卻沒有原因。
    .help = 請補上「causes:」，附為什麼、證據與影響；這樣的差異若不重要，請在 metrics.yaml 調整容許差。
C004 = 原因「{ $id }」只有 { $whys } 個為什麼、{ $evidence } 項證據。
    .help = 請再往下問，至少 { $least } 個為什麼，行動才會打到根因而不是症狀。
    .evidence = 請補上「evidence:」：看得到它的檔案、報表或回饋。
C005 = 「{ $id }」的原因全都不可控。
    .help = 請找公司能改變的部分；真的沒有，就該改計畫（「type: adjust-plan」）。
C006 = 「{ $id }」比目標好 { $gap }（{ $metric }），卻沒有原因。
    .help = 請補上「causes:」：知道為什麼做得好，才能再做一次。
C007 = 「{ $id }」的原因合計說明了差異 { $worth } 的 { $percent }%。
    .help = 請找出還缺的原因，或更正各原因的影響。
    .more = 影響重複計算，或有一項高估：合起來應該等於差異。
C008 = 「{ $id }」寫的是 { $typed }，資料是 { $data }。
    .help = 請寫「ac: auto」，數字由資料讀取。
C009 = 「{ $id }」為一個達標且在正常範圍內的數字找原因。
    .help = 不必解釋：流程本來就會有這樣的起伏。

A001 = 原因「{ $id }」沒有行動。
    .help = 請加一個寫「causes: [{ $id }]」的行動；不值得做就寫「type: drop」並附「reason:」。
A002 = { $owner ->
    [none] 行動「{ $id }」沒有負責人。
   *[other] 行動「{ $id }」的負責人是 { $owner }，那是部門。
  }
    .missing = 請補上「owner:」：一個人。
    .help = 請指名一個人：大家負責等於沒人負責。
A003 = 行動「{ $id }」沒有期限。
    .help = 請補上「due:」。
A004 = 行動「{ $id }」的期限 { $due } 在下一個循環 { $end } 結束之後。
    .help = 請切出在那之前做得完的第一步，其餘結轉成之後循環的計畫項目。
A005 = 行動「{ $id }」只說「{ $word }」，看不出怎樣算做完。
    .help = 請寫看得到的結果：數字、文件、改掉的東西；或補上「deliverable:」。
A006 = 行動「{ $id }」有沒有效，沒有人會知道。
    .help = 請補上「effect_check:」：看哪個指標、預期多少、哪一天看。
    .undated = 請在「effect_check:」補上「due:」：哪一天看。
A007 = 行動「{ $id }」應於 { $due } 完成，已逾期 { $days } 天；負責人 { $owner }。
    .help = 完成的話寫「status: done」與「done_date:」；否則結轉（「type: carry」）或附理由放棄。
A008 = 「{ $id }」的成效應於 { $due } 檢核，已過 { $days } 天，還沒有結果。
    .help = 請寫「result: effective、partly 或 not-effective」，並在「checked:」寫日期。
A009 = 循環要結案了，行動「{ $id }」沒有標準化、沒有結轉，也沒有放棄。
    .help = 請寫成了哪個標準（「sop:」）、結轉到哪裡（「carry_to:」），或附理由放棄。
A010 = 「{ $id }」已連續結轉 { $times } 個循環。
    .help = 請現在做、切出一個循環做得完的一塊，或附理由放棄。
A011 = 行動「{ $id }」結轉到計畫項目「{ $item }」，但它{ $where ->
    [none] 不存在。
   *[other] 在「{ $where }」，不是之後的循環。
    }
    .nearest = 是不是「{ $nearest }」？
    .help = 請在之後的循環補上這個計畫項目，並寫「from: [{ $id }]」。
    .back = 請改指之後循環的計畫項目；還沒有的話，補上一項並寫「from: [{ $id }]」。
A012 = 計畫項目「{ $id }」承接行動「{ $act }」，但它不存在。
    .nearest = 是不是「{ $nearest }」？
    .help = 請更正名稱，或拿掉「from:」。
A013 = 行動「{ $id }」寫成了「{ $sop }」，但標準書名冊裡沒有。
    .nearest = 是不是「{ $nearest }」？
    .help = 請在 sops.yaml 補上這個標準與版本。
A014 = 「{ $id }」應於 { $due } 水平展開到 { $where }，已逾期 { $days } 天；負責人 { $owner }。
    .help = 完成的話寫「status: done」與「done_date:」；否則另訂日期。
A015 = 原因「{ $id }」又是 { $code }，但「{ $act }」已檢核有效。
    .help = 請看標準：有沒有照做、有沒有展開到這裡，還是根因另有其他？
A016 = 行動「{ $id }」無效，之後卻沒有下文。
    .help = 請寫由哪個計畫項目重新處理：「reopened:」。
A017 = 行動「{ $id }」比期限 { $due } 晚 { $days } 天完成。
    .help = 不必更正，計入準時率。
A018 = 原因「{ $id }」有 { $count } 個行動；超過 { $limit } 個很少都做得完。
    .help = 請留下打到根因的，其餘附理由放棄。

S001 = 循環「{ $id }」已結案，卻還有 { $count } 項未了：{ $open }。
    .help = 請逐項處理（原因、行動、結果、結轉或放棄），或寫「status: open」重新打開。
S002 = 「{ $id }」已開始，前一個循環「{ $previous }」還有事情擱著：{ $open }。
    .help = 請補原因、結轉或放棄，再把 { $previous } 結案。
S003 = 已結案的「{ $id }」在封存之後被改過（{ $archive }，{ $day }）。
    .help = 請比對：opsreport diff { $period } now。收回改動，或附理由再封存：opsreport archive { $period } --again 理由。
S004 = 這份封存與自己的清單不符：{ $file }{ $reason ->
    [none] { "" }
   *[other] （{ $reason }）
  }。
    .help = `opsreport verify` 會列出每個不同的檔案；請從版本庫或備份取回整份封存。
S005 = 另有一份同名的封存 { $name }（{ $other }），兩份內容不同。
    .help = `opsreport verify` 會列出兩份的根雜湊；留下與當初記錄相符的那一份，把另一份移走。

# 句子裡的數字（N）

N007 = { $cycle } 裡寫的「{ $number }」不是這段期間的任何數字。
    .help = 最接近的是 { $nearest }：`{ $metric }` 的{ $kind }（{ $scope }，{ $period }）。請改正數字；若不是數據，請拿掉單位。
    .nothing = 沒有任何以這個單位計的數據，請拿掉這個數字。
number-of-actual = 實際
number-of-plan = 計畫
number-of-previous = 去年
number-of-gap = 差異
number-of-share = 計畫達成率
number-of-change = 差異率
number-of-year = 占全年的比例
number-of-bound = 門檻
number-of-driver = 貢獻
number-of-target = 目標
number-of-cause = 影響金額
number-of-explained = 說明的比例
