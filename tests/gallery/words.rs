//! The words of the gallery, in both languages, and every block with them.

use opsreport::chart::{Impact, Progress, Spark};
use opsreport::diagnostic::{Diagnostic, codes};
use opsreport::markup::{self, Answer, BlockRequest, FigureRequest, Source, Thing};
use opsreport::quantity::Lang;
use opsreport::site::{
    Block, Cell, Column, ColumnKind, Comparison, Disclosure, Empty, Fact, Facts, Figure, FindingLine,
    Findings, KeyFigure, KeyFigures, Link, LinkLine, Links, Next, NextLine, Notice, Pace, Phrase, Rich, Row,
    Run, Section, SitePath, Status, Table, Tags, Target, Timeline, TimelineEntry, Tone, Two,
};

use super::charts;

pub(super) const NAV_ZH: &[(&str, &str)] = &[
    ("home", "總覽"),
    ("reviews", "檢討"),
    ("products", "商品"),
    ("marketplaces", "市場"),
    ("departments", "部門"),
    ("plan", "計畫"),
    ("briefings", "簡報"),
    ("batches", "首批"),
    ("team", "人才"),
    ("toolbox", "工具"),
    ("data", "資料"),
];
pub(super) const NAV_EN: &[(&str, &str)] = &[
    ("home", "Overview"),
    ("reviews", "Reviews"),
    ("products", "Products"),
    ("marketplaces", "Markets"),
    ("departments", "Departments"),
    ("plan", "Plan"),
    ("briefings", "Briefings"),
    ("batches", "First batch"),
    ("team", "Team"),
    ("toolbox", "Toolbox"),
    ("data", "Data"),
];
pub(super) const HEADLINE_ZH: &str =
    "銷售高於計畫 6.0%，利潤卻少 28%：流量是用下滑的轉換率與更貴的廣告買來的。";
pub(super) const HEADLINE_EN: &str = "Sales are 6.0% above plan, yet profit is 28% short: traffic was bought with falling conversion and dearer ads.";

pub(super) fn lede_zh() -> Rich {
    Rich::from("工作階段多帶進 ")
        .variance("+15.9 千美元", Impact::Good)
        .then("，轉換率吃掉 ")
        .variance("−12.0", Impact::Bad)
        .then("；廣告費超出 3.3。兩項原因已有行動，")
        .link("一項逾期", Target::Here { fragment: "gaps".into() })
        .then("。")
}

pub(super) fn lede_en() -> Rich {
    Rich::from("Sessions brought ")
        .variance("+15.9 thousand USD", Impact::Good)
        .then(", conversion took ")
        .variance("−12.0", Impact::Bad)
        .then("; ads cost 3.3 more. Two causes have actions, ")
        .link("one is overdue", Target::Here { fragment: "gaps".into() })
        .then(".")
}

struct Words {
    english: bool,
}

impl Words {
    fn of(&self, zh: &str, en: &str) -> Phrase {
        Phrase::from(if self.english { en } else { zh })
    }

    fn target(&self, file: &str) -> Target {
        let folder = if self.english { "en/" } else { "" };
        Target::page(&SitePath::parse(&format!("{folder}{file}")).unwrap())
    }
}

pub(super) fn blocks(english: bool) -> Vec<Block> {
    let w = &Words { english };
    let year = Figure {
        chart: charts::year(english),
        how: Some(
            w.of("計畫依季節分到日，再加總成月。", "The plan is split to days by season, then summed.")
                .into(),
        ),
        more: None,
    };
    let bridge = Figure { chart: charts::bridge(english), how: None, more: None };
    let heat = Figure { chart: charts::heat(english), how: None, more: None };
    vec![
        key_figures(w).into(),
        Two { main: vec![year.into()], aside: aside(w) }.into(),
        gaps(w).into(),
        Two {
            main: vec![bridge.into()],
            aside: vec![section(w.of("迴路", "Loop"), vec![facts(w).into()]).into()],
        }
        .into(),
        section(w.of("各商品各市場", "Products by market"), vec![heat.into(), markets(w).into()]).into(),
        section(w.of("做了什麼", "What was done"), vec![timeline(w).into(), disclosure(w).into()]).into(),
        section(w.of("寫的人怎麼說", "In the author's words"), prose(w)).into(),
        section(w.of("其他狀態", "Other states"), rest(w)).into(),
    ]
}

fn section(heading: Phrase, blocks: Vec<Block>) -> Section {
    Section { heading, blocks, ..Section::default() }
}

fn key_figures(w: &Words) -> KeyFigures {
    let spark = |scale: f64| Spark {
        actual: [52.0, 60.0, 68.0, 76.0, 88.0, 141.0, 105.0, 86.0, 95.0, 113.0]
            .map(|v| Some(v * scale))
            .to_vec(),
        plan: [58.0, 60.0, 66.0, 73.0, 80.0, 108.0, 98.0, 76.0, 84.0, 108.0, 140.0, 93.0]
            .map(|v| Some(v * scale))
            .to_vec(),
    };
    let figure = |name: Phrase, value: &str, unit: Phrase, plan: (&str, Impact), year: &str| KeyFigure {
        name,
        value: value.into(),
        unit: unit.text,
        comparisons: vec![
            Comparison { delta: plan.0.into(), impact: plan.1, against: w.of("較計畫", "vs plan") },
            Comparison {
                delta: year.into(),
                impact: Impact::Neutral,
                against: w.of("較去年", "vs last year"),
            },
        ],
        spark: Some(spark(1.0)),
        to: Some(w.target("products/index.html")),
        note: None,
    };
    let kusd = || w.of("千美元", "thousand USD");
    let pp = if w.english {
        ["−1.0 pp", "+0.3 pp", "+5.0 pp", "−2.1 pp"]
    } else {
        ["−1.0 個百分點", "+0.3 個百分點", "+5.0 個百分點", "−2.1 個百分點"]
    };
    let mut acos = figure(w.of("廣告成本占比", "ACOS"), "30.0", "%".into(), (pp[2], Impact::Bad), pp[3]);
    acos.note = Some(w.of("廣告歸因 14 天，仍為暫定", "Provisional: 14-day attribution"));
    KeyFigures {
        figures: vec![
            figure(w.of("銷售額", "Sales"), "116.6", kusd(), ("+6.0%", Impact::Good), "+244.0%"),
            figure(w.of("貢獻利潤", "Contribution"), "15.5", kusd(), ("−28.2%", Impact::Bad), "+91.0%"),
            figure(w.of("轉換率", "Conversion"), "9.0", "%".into(), (pp[0], Impact::Bad), pp[1]),
            acos,
        ],
    }
}

fn aside(w: &Words) -> Vec<Block> {
    let pace = Pace {
        value: "75.3%".into(),
        name: w.of("已完成", "done"),
        beside: w.of("計畫進度 79.2%，日曆 83.3%", "Plan 79.2%, calendar 83.3%"),
        bar: Progress {
            done: Some(0.753),
            plan: Some(0.792),
            alt: w.of("已完成 75.3%，計畫進度 79.2%", "75.3% done, plan 79.2%").text,
        },
        verdict: Some(
            Rich::from(w.of("其餘兩個月需為計畫的 ", "The last two months need "))
                .strong("×1.19")
                .then(w.of("。", " of plan.")),
        ),
    };
    let line = |day: &str, what: Phrase, who: Option<&str>, status| NextLine {
        day: format!("2026-{day}"),
        shown: day.into(),
        what: what.into(),
        who: who.map(|who| Phrase { text: who.into(), lang: w.english.then(|| Lang::new("zh-Hant")) }),
        status,
    };
    let next = Next {
        lines: vec![
            line("11-12", w.of("改空運 400 組", "Move 400 sets to air"), Some("蔡物流"), Some(Status::Late)),
            line("11-22", w.of("停用 38 個字詞", "Pause 38 search terms"), Some("王企劃"), Some(Status::Due)),
            line("11-27", w.of("黑五開始", "Black Friday begins"), None, None),
            line("12-05", w.of("止漏墊片圖面凍結", "Freeze gasket drawing"), Some("吳工"), None),
        ],
    };
    vec![
        section(w.of("進度", "Pace"), vec![pace.into()]).into(),
        section(w.of("接下來", "Next"), vec![next.into()]).into(),
    ]
}

fn gaps(w: &Words) -> Section {
    use ColumnKind::{Date, Number, Status as State, Text};
    let columns = vec![
        Column::new(w.of("範圍", "Where"), Text),
        Column { unit: w.of("千美元", "thousand USD"), ..Column::new(w.of("差異", "Gap"), Number) },
        Column::new(w.of("驅動", "Driver"), Text),
        Column::new(w.of("原因", "Cause"), Text),
        Column::new(w.of("行動", "Action"), Text),
        Column::new(w.of("負責", "Owner"), Text),
        Column::new(w.of("期限", "Due"), Date),
        Column::new(w.of("狀態", "State"), State),
    ];
    let row =
        |head: (Phrase, Phrase), gap: &str, words: [Phrase; 4], due: &str, state: (Status, Phrase)| Row {
            cells: [
                vec![
                    Cell {
                        sub: Some(head.1),
                        to: Some(w.target("products/index.html")),
                        ..Cell::new(head.0)
                    },
                    Cell { impact: Impact::Bad, ..Cell::new(gap) },
                ],
                words.map(Cell::new).to_vec(),
                vec![Cell::new(due), Cell { status: Some(state.0), ..Cell::new(state.1) }],
            ]
            .concat(),
            ..Row::default()
        };
    let rows = vec![
        row(
            (w.of("冷泡壺，美國", "Cold-brew bottle, US"), w.of("銷售", "Sales")),
            "−12.0",
            [
                w.of("轉換率", "Conversion"),
                w.of("容量圖只在手機第 5 張", "Size picture only fifth on phones"),
                w.of("手機優先圖序", "Phone-first picture order"),
                "王企劃".into(),
            ],
            "2026-11-15",
            (Status::Done, w.of("已完成，12-18 檢查效果", "Done, effect check 12-18")),
        ),
        row(
            (w.of("全公司", "Whole company"), w.of("利潤", "Profit")),
            "−6.1",
            [
                w.of("廣告費", "Ad spend"),
                w.of("搜尋詞未控價", "Search terms without a cap"),
                w.of("停用 38 個字詞", "Pause 38 terms"),
                "王企劃".into(),
            ],
            "2026-11-22",
            (Status::Due, w.of("今天到期", "Due today")),
        ),
        row(
            (w.of("禮盒，日本", "Gift set, JP"), w.of("到貨", "Arrival")),
            "−3.8",
            [
                w.of("首段海運", "Sea freight"),
                w.of("港口壅塞", "Port congestion"),
                w.of("改空運 400 組", "Move 400 sets to air"),
                "蔡物流".into(),
            ],
            "2026-11-12",
            (Status::Late, w.of("逾期 10 天", "10 days late")),
        ),
    ];
    let table = Table {
        caption: w.of("從缺口到行動", "From gap to action"),
        caption_hidden: true,
        columns,
        rows,
        note: None,
    };
    Section {
        id: "gaps".into(),
        heading: w.of("從缺口到行動", "From gap to action"),
        more: Some(Link { words: w.of("全部缺口", "All gaps"), to: w.target("reviews/index.html") }),
        blocks: vec![table.into()],
        lede: None,
    }
}

fn facts(w: &Words) -> Facts {
    let fact = |name: Phrase, value: &str| Fact { name, value: value.into() };
    Facts {
        facts: vec![
            fact(w.of("重大缺口", "Material gaps"), "4"),
            fact(w.of("有原因", "With a cause"), "3"),
            fact(w.of("有行動", "With an action"), "3"),
            fact(w.of("效果已驗證", "Effect verified"), "1"),
            Fact { name: w.of("閉合率", "Closed"), value: Rich::default().strong("25%") },
        ],
        prose: false,
        note: Some(w.of("逾期 1，連續結轉三次 1", "1 overdue, 1 carried three times").into()),
    }
}

fn markets(w: &Words) -> Table {
    let number = |head: Phrase| Column {
        unit: w.of("千美元", "thousand USD"),
        ..Column::new(head, ColumnKind::Number)
    };
    let row = |name: Phrase, cells: [&str; 2], gap: (&str, Impact), total| Row {
        cells: vec![
            Cell::new(name),
            Cell::new(cells[0]),
            Cell::new(cells[1]),
            Cell { impact: gap.1, ..Cell::new(gap.0) },
        ],
        total,
        ..Row::default()
    };
    Table {
        caption: w.of("各市場銷售額", "Sales by market"),
        columns: vec![
            Column::new(w.of("市場", "Market"), ColumnKind::Text),
            number(w.of("實際", "Actual")),
            number(w.of("計畫", "Plan")),
            number("ΔPL".into()),
        ],
        rows: vec![
            row(w.of("美國", "United States"), ["82.1", "83.7"], ("−1.6", Impact::Bad), false),
            row(w.of("加拿大", "Canada"), ["14.0", "11.6"], ("+2.4", Impact::Good), false),
            row(w.of("日本", "Japan"), ["20.5", "14.7"], ("+5.8", Impact::Good), false),
            row(w.of("合計", "Total"), ["116.6", "110.0"], ("+6.6", Impact::Good), true),
        ],
        note: Some(
            w.of(
                "各項以最大餘數法取整，合計相符。",
                "Parts are rounded by largest remainder and sum to the total.",
            )
            .into(),
        ),
        caption_hidden: false,
    }
}

fn timeline(w: &Words) -> Timeline {
    Timeline {
        entries: vec![
            TimelineEntry {
                day: "2026-10-06".into(),
                shown: "10-06".into(),
                what: w
                    .of("冷泡壺主圖改為手機優先", "Main picture of the cold-brew bottle made for phones")
                    .into(),
                detail: Some(
                    w.of("轉換率兩週後回到 9.6%。", "Conversion was back at 9.6% two weeks later.").into(),
                ),
                who: Some("王企劃".into()),
                status: Some(Status::Done),
            },
            TimelineEntry {
                day: "2026-10-19".into(),
                shown: "10-19".into(),
                what: w.of("競品降價到 25.99 美元", "A rival cut its price to 25.99 USD").into(),
                ..TimelineEntry::default()
            },
        ],
    }
}

fn disclosure(w: &Words) -> Disclosure {
    let row = |name: Phrase, value: Phrase| Fact { name, value: value.into() };
    Disclosure {
        summary: w.of("假設與依據", "Hypothesis and evidence"),
        open: true,
        blocks: vec![
            Facts {
                facts: vec![
                    row(
                        w.of("假設", "Hypothesis"),
                        w.of(
                            "手機買家看不到容量，轉換率因此下滑。",
                            "Phone buyers cannot see the size, so conversion falls.",
                        ),
                    ),
                    row(
                        w.of("依據", "Evidence"),
                        w.of(
                            "手機轉換率 7.9%，桌機 11.4%，差距自八月擴大。",
                            "Conversion 7.9% on phones, 11.4% on desktops; the gap widens since August.",
                        ),
                    ),
                ],
                prose: true,
                note: None,
            }
            .into(),
        ],
    }
}

/// Answers every figure the same and knows nothing else.
struct Same;

impl Answer for Same {
    fn figure(&self, _: &FigureRequest) -> Result<Run, Diagnostic> {
        Ok(Run { words: "−5.1".into(), impact: Impact::Bad, ..Run::default() })
    }

    fn block(&self, request: &BlockRequest) -> Result<Block, Diagnostic> {
        Err(Diagnostic::new(codes::BAD_BLOCK, &request.place))
    }

    fn file(&self, _: &str) -> Result<SitePath, Option<String>> {
        Err(None)
    }

    fn thing(&self, _: Thing, _: &str) -> Result<SitePath, Option<String>> {
        Ok(SitePath::parse("products/index.html").unwrap())
    }
}

fn prose(w: &Words) -> Vec<Block> {
    let text = w.of(include_str!("prose.md"), include_str!("prose.en.md")).text;
    let page = SitePath::parse("index.html").unwrap();
    let source = Source { text: &text, file: "prose.md".into(), first_line: 1, page: &page, lang: None };
    let (blocks, findings) = markup::blocks(&source, &Same);
    assert!(findings.is_empty(), "{findings:?}");
    blocks
}

fn rest(w: &Words) -> Vec<Block> {
    let words = w.of(
        "十月退貨尚未完整，本期算到 2026-11-20。",
        "The period is cut at the last complete day, 2026-11-20.",
    );
    let line = |severity: &str, severity_words: Phrase, code: &str, words: Phrase| FindingLine {
        severity: severity.into(),
        severity_words,
        manual: None,
        code: code.into(),
        words,
        place: "content/cycles/2026-10.yaml:41:9".into(),
        help: Some(w.of("補上 effect_check 的日期。", "Add the date of effect_check.")),
        to: None,
    };
    let link = |words: Phrase| Link { words, to: w.target("briefings/index.html") };
    vec![
        Notice { tone: Tone::Warning, words: words.into() }.into(),
        Notice {
            tone: Tone::Info,
            words: w.of("金額以計畫匯率換算。", "Amounts are converted at plan rates.").into(),
        }
        .into(),
        Empty {
            words: w.of("還沒有首批紀錄。", "There is no first batch yet.").into(),
            file: "batches/B-2026-01.yaml".into(),
            yaml: "batch: B-2026-01\nproduct: cold-brew-bottle\nplanned: {order: 2026-01-05}".into(),
        }
        .into(),
        Findings {
            lines: vec![line(
                "error",
                w.of("錯誤", "Error"),
                "A003",
                w.of("行動沒有效果檢查。", "The action has no effect check."),
            )],
        }
        .into(),
        Links {
            lines: vec![LinkLine {
                link: link(w.of("十一月市場簡報", "Market briefing, November")),
                about: Some(
                    w.of("搜尋量續增，份額被 25 美元帶侵蝕", "Search grows, the 25-dollar band takes share"),
                ),
                aside: "2026-11-20".into(),
            }],
        }
        .into(),
        Tags { tags: vec![link(w.of("價格帶", "price band")), link(w.of("日本", "Japan"))] }.into(),
    ]
}
