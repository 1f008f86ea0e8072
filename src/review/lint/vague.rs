//! Sentences that say nothing anybody could see done: "improve packaging", 「加強包裝」 (A005).
//!
//! What is caught is a clause whose verb promises effort and not a result. A sentence that carries a number, names a
//! document, or says elsewhere what is changed, is let pass: it is better to miss one than to scold a good one.

use crate::quantity::Text;

/// Verbs of effort, as a clause of Chinese would use them.
const EFFORT_ZH: [&str; 34] = [
    "加強",
    "強化",
    "檢討",
    "注意",
    "留意",
    "關注",
    "重視",
    "優化",
    "改善",
    "改進",
    "提升",
    "提高",
    "落實",
    "追蹤",
    "跟進",
    "了解",
    "瞭解",
    "研究",
    "研議",
    "評估",
    "討論",
    "溝通",
    "協調",
    "配合",
    "督促",
    "督導",
    "宣導",
    "加速",
    "儘量",
    "盡量",
    "努力",
    "儘快",
    "盡快",
    "持續關心",
];

/// Words that hold a verb of effort and are none: things one can see.
const THINGS_ZH: [&str; 14] = [
    "注意事項",
    "追蹤碼",
    "追蹤編號",
    "追蹤號",
    "追蹤表",
    "檢討會",
    "檢討報告",
    "改善單",
    "改善報告",
    "改善方案",
    "評估表",
    "評估報告",
    "討論串",
    "討論會",
];

/// What says that something is changed or made, so that one can see it done.
const RESULT_ZH: [&str; 44] = [
    "改用",
    "改為",
    "改成",
    "改由",
    "改看",
    "換成",
    "換掉",
    "換上",
    "換用",
    "寫入",
    "寫進",
    "列入",
    "納入",
    "加入",
    "加上",
    "移到",
    "移至",
    "移除",
    "刪除",
    "撤掉",
    "撤下",
    "停用",
    "停售",
    "停止",
    "取消",
    "新增",
    "新設",
    "設定",
    "設上限",
    "上架",
    "下架",
    "上線",
    "簽訂",
    "簽約",
    "下單",
    "訂購",
    "採購",
    "打樣",
    "送驗",
    "複驗",
    "重拍",
    "重寫",
    "合併",
    "導入",
];

/// Things one can open, read or hold.
const DOCUMENT_ZH: [&str; 26] = [
    "SOP",
    "標準書",
    "作業標準",
    "規格",
    "圖面",
    "圖示",
    "檔案",
    "檔",
    "表單",
    "表",
    "清單",
    "名單",
    "報告",
    "報價",
    "合約",
    "契約",
    "手冊",
    "說明書",
    "範本",
    "看板",
    "樣品",
    "試驗",
    "測試",
    "影片",
    "主圖",
    "紀錄",
];

/// Numerals with which Chinese counts without digits.
const COUNT_ZH: [&str; 24] = [
    "第一", "第二", "第三", "第四", "第五", "一次", "兩次", "三次", "一家", "兩家", "三家", "一週", "兩週",
    "三週", "一天", "兩天", "三天", "一半", "兩成", "三成", "五成", "每天", "每週", "每月",
];

/// Verbs of effort, as the first word of an English clause.
const EFFORT_EN: [&str; 30] = [
    "improve",
    "investigate",
    "optimise",
    "optimize",
    "review",
    "enhance",
    "strengthen",
    "monitor",
    "consider",
    "discuss",
    "explore",
    "evaluate",
    "assess",
    "analyse",
    "analyze",
    "examine",
    "study",
    "understand",
    "follow",
    "look",
    "pay",
    "watch",
    "try",
    "ensure",
    "support",
    "coordinate",
    "communicate",
    "reinforce",
    "boost",
    "increase",
];

/// What may stand before the verb without saying more.
const BEFORE_EN: [&str; 11] =
    ["please", "we", "will", "should", "must", "shall", "continue", "to", "further", "team", "the"];

/// What says that something is changed, made or written down.
const RESULT_EN: [&str; 43] = [
    "sop",
    "spec",
    "specification",
    "drawing",
    "file",
    "form",
    "list",
    "checklist",
    "report",
    "quote",
    "contract",
    "manual",
    "template",
    "sample",
    "samples",
    "test",
    "video",
    "image",
    "log",
    "board",
    "replace",
    "switch",
    "move",
    "remove",
    "delete",
    "cancel",
    "stop",
    "add",
    "write",
    "written",
    "set",
    "sign",
    "order",
    "buy",
    "ship",
    "publish",
    "launch",
    "merge",
    "retest",
    "re-test",
    "half",
    "weekly",
    "daily",
];

/// The verb of effort that a sentence rests on; nothing where one could see it done.
///
/// A text in two languages is one sentence: what one of them shows, the other need not.
pub(super) fn vague_word(what: &Text) -> Option<&'static str> {
    if what.each().any(shows) {
        return None;
    }
    what.each().find_map(|sentence| effort_zh(sentence).or_else(|| effort_en(sentence)))
}

/// Whether a sentence says what there will be to see.
fn shows(sentence: &str) -> bool {
    let says = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    let file =
        |word: &str| word.split_once('.').is_some_and(|(name, end)| !name.is_empty() && !end.is_empty());
    let english = words(sentence).any(|word| RESULT_EN.contains(&word.as_str()));
    let counted = sentence.chars().any(|c| c.is_ascii_digit()) || says(&COUNT_ZH);
    counted || english || says(&RESULT_ZH) || says(&DOCUMENT_ZH) || sentence.split_whitespace().any(file)
}

/// The first verb of effort of a Chinese sentence.
fn effort_zh(sentence: &str) -> Option<&'static str> {
    let bare = THINGS_ZH.iter().fold(sentence.to_owned(), |text, thing| text.replace(thing, "…"));
    let found = EFFORT_ZH.iter().filter_map(|verb| Some((bare.find(verb)?, *verb)));
    found.min_by_key(|(at, _)| *at).map(|(_, verb)| verb)
}

/// The verb of effort that an English sentence begins with.
fn effort_en(sentence: &str) -> Option<&'static str> {
    let verb = words(sentence).find(|word| !BEFORE_EN.contains(&word.as_str()))?;
    EFFORT_EN.into_iter().find(|effort| *effort == verb)
}

/// The words of a sentence in letters, in small ones.
fn words(sentence: &str) -> impl Iterator<Item = String> {
    let words = sentence.split(|c: char| !(c.is_ascii_alphanumeric() || c == '-'));
    words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase)
}
