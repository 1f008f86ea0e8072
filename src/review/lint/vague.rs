//! Sentences that say nothing anybody could see done: "improve packaging", 「加強包裝」 (A005).
//!
//! What is caught is a clause whose verb promises effort and not a result. A sentence that carries a number, names a
//! document, or says elsewhere what is changed, is let pass: it is better to miss one than to scold a good one.

use crate::quantity::Text;

/// Verbs of effort, as a clause of Chinese would use them.
const EFFORT_ZH: [&str; 36] = [
    "加強", "強化", "檢討", "檢視", "注意", "留意", "關注", "關心", "重視", "觀察", "優化", "改善", "改進",
    "提升", "提高", "落實", "追蹤", "跟進", "了解", "瞭解", "研究", "研議", "評估", "討論", "溝通", "協調",
    "督促", "督導", "宣導", "提醒", "加速", "儘量", "盡量", "努力", "儘快", "盡快",
];

/// Words that hold a verb of effort and are none: things one can see.
const THINGS_ZH: [&str; 11] = [
    "注意事項",
    "追蹤碼",
    "追蹤編號",
    "追蹤號",
    "追蹤表",
    "檢討會",
    "討論會",
    "改善單",
    "評估表",
    "提醒信",
    "提醒函",
];

/// What says that something is changed or made, so that one can see it done.
const RESULT_ZH: [&str; 43] = [
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
    "打樣",
    "送驗",
    "複驗",
    "重拍",
    "重寫",
    "合併",
    "導入",
];

/// Things one can open, read or hold.
const DOCUMENT_ZH: [&str; 20] = [
    "SOP",
    "標準書",
    "規格書",
    "圖面",
    "檔案",
    "表單",
    "報表",
    "表格",
    "對照表",
    "清單",
    "名單",
    "報告",
    "報價",
    "合約",
    "契約",
    "手冊",
    "範本",
    "看板",
    "樣品",
    "紀錄",
];

/// Numerals with which Chinese counts without digits.
const COUNT_ZH: [&str; 25] = [
    "第一", "第二", "第三", "第四", "第五", "一次", "兩次", "三次", "一家", "兩家", "三家", "一週", "兩週",
    "三週", "一天", "兩天", "三天", "一半", "兩成", "三成", "五成", "每天", "每日", "每週", "每月",
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Lang;

    fn of(sentence: &str) -> Option<&'static str> {
        vague_word(&Text::plain(sentence))
    }

    #[test]
    fn effort_without_a_result_is_vague() {
        for (sentence, word) in [
            ("加強包裝", "加強"),
            ("請生產部改善外箱", "改善"),
            ("優化主圖，提升轉換率", "優化"),
            ("對退貨進行檢討", "檢討"),
            ("請採購與供應商溝通", "溝通"),
            ("持續追蹤檔期表現", "追蹤"),
            ("Improve packaging", "improve"),
            ("Please review the price", "review"),
            ("The team will investigate returns in Canada", "investigate"),
            ("Continue to monitor ACOS", "monitor"),
        ] {
            assert_eq!(of(sentence), Some(word), "{sentence}");
        }
    }

    #[test]
    fn what_one_can_see_done_is_not() {
        for sentence in [
            "改用雙層瓦楞，加強抗壓",
            "改善外箱：抗壓由 32 提高到 44 ECT",
            "檢討紀錄寄給供應商",
            "隨貨放入注意事項卡",
            "出貨時附追蹤碼",
            "手機優先圖序寫入 SOP",
            "優化主圖：容量圖移到第二張",
            "雙入組價格測試",
            "Replace the carton, to improve its strength",
            "Improve packaging: 44 ECT board",
            "A/B test of the image order to improve conversion",
            "Keep only gift-set terms under 30% ACOS",
            "Reviews of buyers in the listing",
            "Follow drawing v2.pdf",
            "",
        ] {
            assert_eq!(of(sentence), None, "{sentence}");
        }
    }

    #[test]
    fn what_one_language_shows_the_other_need_not() {
        let both = |zh: &str, en: &str| {
            vague_word(&Text::of([(Lang::new("zh-Hant"), zh.to_owned()), (Lang::new("en"), en.to_owned())]))
        };
        assert_eq!(both("加強包裝", "Double-wall cartons from May, 44 ECT"), None);
        assert_eq!(both("加強包裝", "Better packaging"), Some("加強"));
    }
}
