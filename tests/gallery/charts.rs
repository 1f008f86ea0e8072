//! Charts with believable figures.

use opsreport::chart::{
    Cell, Chart, Column, Columns, DataTable, Delta, Fill, Heat, HeatRow, Impact, Mark, Plot, Scenario, Step,
    StepKind, Title, Waterfall,
};
use opsreport::quantity::Grain;

const MAIN: [f64; 12] = [52.0, 60.0, 68.0, 76.0, 88.0, 141.0, 105.0, 86.0, 95.0, 113.0, 131.0, 88.0];
const GAPS: [f64; 12] = [-6.2, 0.4, 1.5, 2.6, 8.8, 32.9, 6.5, 9.6, 11.2, 5.0, -9.4, -5.6];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn signed(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{:.1}", value.abs())
}

fn delta(value: f64) -> Delta {
    let impact = if value < 0.0 { Impact::Bad } else { Impact::Good };
    Delta { value: Some(value), label: signed(value), impact }
}

fn label(month: usize, english: bool) -> String {
    if english { MONTHS[month].to_owned() } else { format!("{}月", month + 1) }
}

fn column(month: usize, english: bool) -> Column {
    let (main, gap) = (MAIN[month], GAPS[month]);
    let note = match month {
        5 if english => "Prime Day",
        5 => "Prime 會員日",
        10 if english => "Black Friday",
        10 => "黑五網一",
        _ => "",
    };
    Column {
        label: label(month, english),
        fill: if month < 10 { Fill::Actual } else { Fill::Forecast },
        main: Mark::new(main, format!("{main:.0}")),
        plan: Some(main - gap),
        previous: Some(main * 0.3),
        absolute: Some(delta(gap)),
        relative: None,
        note: note.into(),
    }
}

fn chart(id: &str, english: bool, words: [&str; 4], plot: Plot) -> Chart {
    let [what, when, message, alt] = words.map(str::to_owned);
    let who = if english { "Sanwu Tea Gear" } else { "山霧茶器" }.into();
    let rows = (0..12).map(|m| {
        let cells = [format!("{:.1}", MAIN[m]), format!("{:.1}", MAIN[m] - GAPS[m]), signed(GAPS[m])];
        [label(m, english)].into_iter().chain(cells).collect()
    });
    let heads =
        if english { ["Month", "Actual", "Plan", "ΔPL"] } else { ["月", "實際", "計畫", "ΔPL"] };
    let table = DataTable { columns: heads.map(str::to_owned).to_vec(), rows: rows.collect() };
    Chart { id: id.into(), title: Title { who, what, when }, message, alt, plot, table }
}

pub(super) fn year(english: bool) -> Chart {
    let columns = (0..12).map(|month| column(month, english)).collect();
    let plot = Plot::Columns(Columns { grain: Grain::Month, versus: Scenario::Plan, columns, cut: None });
    let words = if english {
        [
            "Sales, thousand USD",
            "2026 by month",
            "The year may land at 1,004 thousand USD, just above the goal; the gap of the fourth quarter is in November.",
            "Twelve months.",
        ]
    } else {
        [
            "銷售額，千美元",
            "2026 年各月",
            "全年可望落在 1,004 千美元，略高於目標；第四季缺口在 11 月。",
            "十二個月。",
        ]
    };
    chart("year", english, words, plot)
}

pub(super) fn bridge(english: bool) -> Chart {
    let names = if english {
        ["Plan", "Sessions", "Conversion", "Units per order", "Price", "Actual"]
    } else {
        ["計畫", "工作階段", "轉換率", "每單件數", "平均單價", "實際"]
    };
    let values = [110.0, 15.9, -12.0, 5.0, -2.3, 116.6];
    let step = |(n, value): (usize, f64)| Step {
        label: names[n].into(),
        mark: Mark::new(value, if n % 5 == 0 { format!("{value:.1}") } else { signed(value) }),
        kind: match n {
            0 => StepKind::Total(Scenario::Plan),
            5 => StepKind::Total(Scenario::Actual),
            _ => StepKind::Change(delta(value).impact),
        },
    };
    let plot = Plot::Waterfall(Waterfall { steps: values.into_iter().enumerate().map(step).collect() });
    let words = if english {
        [
            "Sales, thousand USD",
            "October 2026, plan to actual",
            "More than half of what traffic brought, conversion took away.",
            "Bridge.",
        ]
    } else {
        ["銷售額，千美元", "2026 年 10 月，計畫到實際", "流量帶來的，一半以上被轉換率帶走。", "橋接圖。"]
    };
    chart("bridge", english, words, plot)
}

pub(super) fn heat(english: bool) -> Chart {
    let names = if english {
        ["Cold-brew bottle", "Travel kettle", "Gift set"]
    } else {
        ["冷泡壺", "旅行快煮壺", "禮盒"]
    };
    let values = [[-12.0, 1.2, 0.4, 3.1], [4.4, -0.8, 0.1, -2.2], [6.0, 2.0, -0.3, -5.1]];
    let row = |(n, row): (usize, [f64; 4])| HeatRow {
        label: names[n].into(),
        cells: row.map(|value| Cell { impact: Some(value), label: signed(value) }).to_vec(),
    };
    let plot = Plot::Heat(Heat {
        columns: ["US", "CA", "MX", "JP"].map(str::to_owned).to_vec(),
        rows: values.into_iter().enumerate().map(row).collect(),
        limits: [1.0, 4.0, 10.0],
    });
    let words = if english {
        [
            "Sales against plan, thousand USD",
            "October 2026",
            "One cell makes the gap: the cold-brew bottle in the US, −12.0.",
            "Table.",
        ]
    } else {
        ["銷售額較計畫，千美元", "2026 年 10 月", "缺口集中在一格：冷泡壺美國站 −12.0。", "表。"]
    };
    chart("heat", english, words, plot)
}
