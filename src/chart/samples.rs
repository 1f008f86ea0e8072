//! One believable chart of each kind, for the tests.

use super::{
    Axis, Band, Bars, Bracket, Cell, Chart, Column, Columns, DataTable, Delta, Fan, Fill, Heat, HeatRow,
    Impact, Leg, Lines, Mark, Moment, Multiples, Panel, Panels, Plot, Row, Scatter, Scenario, Schedule,
    Series, SixTwelve, Span, Spot, Stage, Step, StepKind, Stretch, Timeline, Title, Waterfall, Way,
};
use crate::quantity::Grain;

/// A chart around a plot.
pub(super) fn chart(id: &str, plot: Plot) -> Chart {
    let title = Title {
        who: "山霧茶器".into(), what: "銷售額，千美元".into(), when: "2026 年各月".into()
    };
    let table = DataTable { columns: vec!["月".into()], rows: vec![vec!["1月".into()]] };
    Chart {
        id: id.into(), title, message: "高於計畫 6%。".into(), alt: "十二個月。".into(), plot, table
    }
}

fn signed(value: f64, digits: usize) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign}{:.digits$}", value.abs())
}

fn delta(value: f64, digits: usize) -> Delta {
    let impact = if value < 0.0 { Impact::Bad } else { Impact::Good };
    Delta { value: Some(value), label: signed(value, digits), impact }
}

fn percent(value: f64) -> Delta {
    Delta { label: format!("{}%", signed(value * 100.0, 0)), ..delta(value, 2) }
}

/// Twelve months, the last two expected, the tenth not ended.
pub(super) fn months(pins: bool) -> Columns {
    let actual = [52.0, 60.0, 68.0, 76.0, 88.0, 141.0, 105.0, 86.0, 95.0, 113.0, 131.0, 88.0];
    let gaps = [-6.2, 0.4, 1.5, 2.6, 8.8, 32.9, 6.5, 9.6, 11.2, 5.0, -9.4, -5.6];
    let column = |(index, (main, gap)): (usize, (f64, f64))| Column {
        label: format!("{}月", index + 1),
        fill: match index {
            10 => Fill::Partial,
            11 => Fill::Forecast,
            _ => Fill::Actual,
        },
        main: Mark::new(main, format!("{main:.0}")),
        plan: Some(main - gap),
        previous: (index > 0).then_some(main * 0.3),
        absolute: Some(delta(gap, 1)),
        relative: pins.then(|| percent(gap / (main - gap))),
        note: match index {
            5 => "Prime 會員日".into(),
            10 => "黑五網一".into(),
            _ => String::new(),
        },
    };
    let columns = actual.into_iter().zip(gaps).enumerate().map(column).collect();
    Columns { grain: Grain::Month, versus: Scenario::Plan, columns, cut: None }
}

/// Products against plan.
pub(super) fn products() -> Bars {
    let row = |(label, main, plan, previous): (&str, f64, f64, f64)| Row {
        label: label.into(),
        main: Mark::new(main, format!("{main:.1}")),
        plan: Some(plan),
        previous: Some(previous),
        absolute: Some(delta(main - plan, 1)),
        relative: Some(percent(main / plan - 1.0)),
        ..Row::default()
    };
    let rows = [
        ("冷泡壺 750 ml", 48.2, 55.0, 30.1),
        ("山霧禮盒 Gift Box", 31.5, 22.0, 20.0),
        ("Travel Tumbler", 18.9, 17.1, 0.0),
        ("茶葉罐", 9.4, 2.6, 8.0),
        ("濾網組", 2.1, 4.4, 3.3),
    ];
    Bars { versus: Scenario::Plan, rows: rows.into_iter().map(row).collect(), cut: None }
}

fn series(scenario: Scenario, name: &str, values: &[Option<f64>]) -> Series {
    let mark =
        |value: &Option<f64>| value.map_or(Mark::gap(""), |value| Mark::new(value, format!("{value:.1}")));
    Series { scenario, name: name.into(), marks: values.iter().map(mark).collect() }
}

/// Weeks with a gap, a forecast and an event.
pub(super) fn weeks() -> Lines {
    let plan: Vec<_> = (0..24).map(|week| Some(9.0 + f64::from(week) * 0.18)).collect();
    let bend = |week: i32| f64::from(week * 7 % 5) * 0.5 - f64::from((week - 9) * (week - 9)) * 0.02;
    let actual: Vec<_> = (0..17).map(|week| (week != 6).then(|| 10.4 + bend(week))).collect();
    let previous: Vec<_> = (0..24).map(|week| Some(7.0 + f64::from(week * 3 % 7) * 0.25)).collect();
    let last = actual[16].unwrap_or_default();
    let ahead = |week: i32| (week >= 16).then(|| last + f64::from(week - 16) * 0.25);
    let forecast: Vec<_> = (0..24).map(ahead).collect();
    let interval = (0..24)
        .map(|week| ahead(week).map(|v| (v - f64::from(week - 16) * 0.3, v + f64::from(week - 16) * 0.3)));
    Lines {
        labels: (1..=24).map(|week| format!("W{week}")).collect(),
        series: vec![
            series(Scenario::Actual, "", &actual),
            series(Scenario::Plan, "計畫", &plan),
            series(Scenario::Previous, "去年", &previous),
            series(Scenario::Forecast, "預測", &forecast),
        ],
        interval: interval.collect(),
        brackets: vec![
            Bracket { from: 8, to: 9, label: "Prime 會員日".into() },
            Bracket { from: 20, to: 21, label: "黑五網一".into() },
        ],
        limits: vec![],
    }
}

/// Two years of months and six ahead, with two forecasts issued before.
pub(super) fn fan(falling: bool) -> Fan {
    let course = |month: i32| 60.0 + f64::from(month) * 2.0 + f64::from(month % 12 % 7) * 4.0;
    let months = |from: i32, to: i32, shift: f64| -> Vec<Option<f64>> {
        (0..30).map(|month| (from..to).contains(&month).then(|| course(month) + shift)).collect()
    };
    let ahead = |month: i32, wide: f64| {
        let half = f64::from(month - 23).sqrt() * wide;
        let ends = [course(month) - half, course(month) + half];
        (month >= 24).then(|| ends.map(|end| Mark::new(end, format!("{end:.0}"))).into())
    };
    let band = |name: &str, wide: f64| Band {
        name: name.into(),
        ends: (0..30).map(|month| ahead(month, wide)).collect(),
    };
    Fan {
        lines: Lines {
            labels: (0..30).map(|month| format!("{}月", month % 12 + 1)).collect(),
            series: vec![
                series(Scenario::Plan, "計畫", &months(12, 30, 6.0)),
                series(Scenario::Actual, "", &months(0, 24, 0.0)),
                series(Scenario::Forecast, "預測", &months(24, 30, 0.0)),
            ],
            brackets: vec![Bracket { from: 22, to: 22, label: "黑五網一".into() }],
            ..Lines::default()
        },
        bands: vec![band("80%", 6.0), band("95%", 10.0)],
        issued: vec![months(16, 22, -5.0), months(19, 25, 4.0)],
        issued_name: "當時的預測".into(),
        today: Some(Mark::new(23.7, "今天")),
        years: vec![Mark::new(0.0, "2025"), Mark::new(12.0, "2026"), Mark::new(24.0, "2027")],
        falling,
    }
}

/// From plan to actual.
pub(super) fn bridge() -> Waterfall {
    let total = |label: &str, value: f64, scenario| Step {
        label: label.into(),
        mark: Mark::new(value, format!("{value:.1}")),
        kind: StepKind::Total(scenario),
    };
    let change = |label: &str, value: f64| Step {
        label: label.into(),
        mark: Mark::new(value, signed(value, 1)),
        kind: StepKind::Change(if value < 0.0 { Impact::Bad } else { Impact::Good }),
    };
    let steps = vec![
        total("計畫", 110.0, Scenario::Plan),
        change("工作階段", 15.9),
        change("轉換率", -12.0),
        change("每單件數", 5.0),
        change("平均單價 Average price", -2.3),
        total("實際", 116.6, Scenario::Actual),
    ];
    Waterfall { steps }
}

/// Products by marketplaces and the whole.
pub(super) fn heat() -> Heat {
    let row = |(label, values): (&str, [f64; 8])| HeatRow {
        label: label.into(),
        cells: values
            .iter()
            .map(|v| Cell { impact: Some(*v), label: format!("{}%", signed(*v * 100.0, 1)) })
            .collect(),
    };
    let mut rows: Vec<_> = [
        ("冷泡壺 750 ml", [-0.31, -0.12, 0.04, 0.01, -0.06, 0.22, 0.35, -0.18]),
        ("山霧禮盒", [0.43, 0.28, 0.11, -0.02, 0.07, 0.0, -0.27, 0.09]),
        ("Travel Tumbler", [0.1, 0.05, -0.09, 0.16, -0.41, 0.03, 0.12, 0.06]),
    ]
    .into_iter()
    .map(row)
    .collect();
    rows[2].cells[3] = Cell { impact: None, label: "新增".into() };
    let columns = ["US", "CA", "MX", "JP", "UK", "DE", "FR", "全部"].map(String::from).to_vec();
    Heat { columns, rows, limits: [0.03, 0.1, 0.25] }
}

/// Four marketplaces as columns.
pub(super) fn small_columns() -> Multiples {
    let panel = |(title, share): (&str, f64)| {
        let mut plot = months(false);
        for column in &mut plot.columns {
            let value = column.main.value.unwrap_or_default() * share;
            column.main = Mark::new(value, format!("{value:.0}"));
            column.plan = column.plan.map(|plan| plan * share);
            column.previous = column.previous.map(|previous| previous * share);
        }
        Panel { title: title.into(), plot }
    };
    let panels = [("Amazon.com 美國", 0.6), ("Amazon.ca 加拿大", 0.15), ("墨西哥", 0.05), ("日本", 0.2)];
    Multiples { panels: Panels::Columns(panels.into_iter().map(panel).collect()) }
}

/// Three products as lines.
pub(super) fn small_lines() -> Multiples {
    let panel = |title: &str| Panel { title: title.into(), plot: weeks() };
    Multiples { panels: Panels::Lines(["轉換率", "CTR", "ACOS"].map(panel).to_vec()) }
}

/// A batch from order to cash.
pub(super) fn batch() -> Timeline {
    let span = |from: f64, to: f64| Some(Span { from, to, open: false });
    let slip = |days: f64| {
        let impact = if days > 0.0 { Impact::Bad } else { Impact::Good };
        Some(Delta { value: Some(days), label: format!("{} 天", signed(days, 0)), impact })
    };
    let stage = |label: &str, plan, actual, slip| Stage { label: label.into(), plan, actual, slip };
    let tick = |(day, label): (f64, &str)| Mark::new(day, label);
    Timeline {
        stages: vec![
            stage("生產", span(0.0, 35.0), span(0.0, 41.0), slip(6.0)),
            stage("頭程海運", span(36.0, 66.0), span(42.0, 80.0), slip(8.0)),
            stage("入倉上架", span(67.0, 74.0), span(81.0, 85.0), slip(-3.0)),
            stage("首批售完", span(75.0, 150.0), Some(Span { from: 86.0, to: 168.0, open: true }), slip(7.0)),
        ],
        ticks: [(0.0, "6月"), (30.0, "7月"), (61.0, "8月"), (92.0, "9月"), (122.0, "10月"), (153.0, "11月")]
            .map(tick)
            .to_vec(),
        today: Some(Mark::new(140.0, "今天")),
    }
}

/// Three orders, one of which should have been placed already; the factory rests in between.
pub(super) fn orders() -> Schedule {
    let span = |from: f64, to: f64| Span { from, to, open: false };
    let leg = |label: &str, from, to| Leg { label: label.into(), span: span(from, to) };
    let way = |(label, start, note, impact): (&str, f64, &str, Impact)| Way {
        label: label.into(),
        legs: vec![
            leg("生產", start, start + 30.0),
            leg("驗貨", start + 30.0, start + 34.0),
            leg("頭程海運", start + 46.0, start + 74.0),
            leg("清關", start + 74.0, start + 80.0),
            leg("尾程與 FBA 接收", start + 80.0, start + 94.0),
        ],
        closed: vec![span(69.0, 92.0)],
        note: Delta { value: None, label: note.into(), impact },
    };
    let rows = [
        ("SW-CB-01-GY 美國 648 件", -12.0, "逾期 12 天", Impact::Bad),
        ("SW-TK-01-BK 日本 504 件", 9.0, "12-01", Impact::Neutral),
        ("SW-IM-01-GN Canada 720 units, two colours", 35.0, "12-27", Impact::Neutral),
    ];
    let ticks = [(9.0, "12月"), (40.0, "1月"), (71.0, "2月"), (99.0, "3月"), (130.0, "4月")];
    Schedule {
        rows: rows.map(way).to_vec(),
        ticks: ticks.map(|(day, label)| Mark::new(day, label)).to_vec(),
        today: Some(Mark::new(0.0, "今天")),
    }
}

/// Weeks of cover beside the lead time.
pub(super) fn cover() -> Bars {
    let row = |(label, weeks, lead): (&str, f64, f64)| Row {
        label: label.into(),
        main: Mark::new(weeks, format!("{weeks:.1}")),
        reach: Some(lead),
        ..Row::default()
    };
    let rows = [("冷泡壺 美國", 6.4, 11.7), ("旅行快煮壺 日本", 12.0, 7.4), ("茶濾杯 墨西哥", 0.0, 12.4)];
    Bars { versus: Scenario::Plan, rows: rows.map(row).to_vec(), cut: Some(26.0) }
}

/// Six weeks of which the last two are signals, twelve months of which one is missing.
pub(super) fn pulse() -> SixTwelve {
    let moment = |(label, actual, plan, signal): (String, Option<f64>, f64, &str)| Moment {
        label,
        actual: actual.map_or_else(Mark::default, |value| Mark::new(value, format!("{value:.1}"))),
        plan: Some(plan),
        previous: Some(plan * 0.6),
        signal: (!signal.is_empty()).then(|| Delta {
            value: None,
            label: signal.to_string(),
            impact: if signal == "▲" { Impact::Good } else { Impact::Bad },
        }),
    };
    let weeks = [24.1, 25.0, 23.2, 24.4, 19.8, 20.3];
    let week = |(index, value): (usize, f64)| {
        (format!("W{}", index + 41), Some(value), 24.0, if index > 3 { "▼" } else { "" })
    };
    let months = [52.0, 60.0, 68.0, 76.0, 88.0, 141.0, 105.0, 86.0, 95.0, 113.0, 131.0, 98.0];
    let month = |(index, value): (usize, f64)| {
        let label = format!("{}月", (index + 10) % 12 + 1);
        (label, (index != 3).then_some(value), value * 0.95, if index == 5 { "▲" } else { "" })
    };
    let stretch = |moments: Vec<Moment>| Stretch { moments, why: String::new() };
    SixTwelve {
        weeks: stretch(weeks.into_iter().enumerate().map(week).map(moment).collect()),
        months: stretch(months.into_iter().enumerate().map(month).map(moment).collect()),
    }
}

/// Four products by growth and margin, two of them side by side.
pub(super) fn portfolio() -> Scatter {
    let spot =
        |(label, across, up, size): (&str, f64, f64, f64)| Spot { label: label.into(), across, up, size };
    let axis =
        |name: &str, value: f64, label: &str| Axis { name: name.into(), whole: Mark::new(value, label) };
    let spots = [
        ("冷泡壺 1L", 0.82, 0.142, 35.2),
        ("旅行快煮壺", 2.9, 0.166, 34.0),
        ("茶濾杯", 1.6, 0.152, 16.8),
        ("茶濾杯 II", 1.65, 0.1525, 3.0),
    ];
    Scatter {
        across: axis("銷售額較去年成長", 1.858, "185.8%"),
        up: axis("貢獻利益率", 0.153, "15.3%"),
        spots: spots.map(spot).to_vec(),
    }
}
