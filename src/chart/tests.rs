//! What every chart keeps, whatever it is given: well-formed, inside its frame, the same twice, without colours.

use proptest::prelude::*;

use super::samples;
use super::{
    Axis, Band, Bars, Bracket, Cell, Chart, Column, Columns, Delta, Fan, Fill, Heat, HeatRow, Impact, Leg,
    Lever, Limit, Lines, Mark, Multiples, Panel, Panels, Plot, Progress, Row, Scatter, Scenario, Schedule,
    Series, SixTwelve, Size, Span, Spark, Spot, Stage, Step, StepKind, Stretch, Timeline, Waterfall, Way,
    defs, draw,
};
use crate::quantity::Grain;

fn typical() -> Vec<(&'static str, Plot)> {
    vec![
        ("columns", Plot::Columns(samples::months(true))),
        ("bars", Plot::Bars(samples::products())),
        ("lines", Plot::Lines(samples::weeks())),
        ("waterfall", Plot::Waterfall(samples::bridge())),
        ("heat", Plot::Heat(samples::heat())),
        ("small-columns", Plot::Multiples(samples::small_columns())),
        ("small-lines", Plot::Multiples(samples::small_lines())),
        ("timeline", Plot::Timeline(samples::batch())),
        ("schedule", Plot::Schedule(samples::orders())),
        ("cover", Plot::Bars(samples::cover())),
        ("scatter", Plot::Scatter(samples::portfolio())),
        ("fan", Plot::Fan(samples::fan(false))),
        ("fan-rank", Plot::Fan(samples::fan(true))),
    ]
}

const SIZES: [Size; 2] = [Size::Wide, Size::Narrow];

#[test]
fn typical_charts_look_as_agreed() {
    for (name, plot) in typical() {
        for size in SIZES {
            let svg = draw(&samples::chart(name, plot.clone()), size);
            assert!(svg.len() <= 8 * 1024, "{name}: {} bytes", svg.len());
            assert_eq!(faults(&svg), Vec::<String>::new(), "{name}");
            // One element per line, so that a change can be read.
            insta::assert_snapshot!(format!("{name}-{size:?}"), svg.replace("><", ">\n<"));
        }
    }
}

#[test]
fn a_spark_and_a_progress_bar_look_as_agreed() {
    let actual = [1.0, 2.0, f64::NAN, 3.0, 2.5].map(Some).to_vec();
    let spark = Spark { actual, plan: (0..8).map(|i| Some(f64::from(i) * 0.5)).collect() };
    let progress = Progress { done: Some(0.753), plan: Some(0.792), alt: "75.3 % <done>".into() };
    let lever = Lever { share: -0.4, impact: Impact::Bad };
    insta::assert_snapshot!("small", format!("{}\n{}\n{}", spark.svg(), progress.svg(), lever.svg()));
}

#[test]
fn six_weeks_and_twelve_months_look_as_agreed() {
    let svg = samples::pulse().svg();
    assert!(svg.len() <= 4 * 1024, "{} bytes", svg.len());
    assert_eq!(faults(&svg), Vec::<String>::new());
    insta::assert_snapshot!("six-twelve", svg.replace("><", ">\n<"));
}

#[test]
fn a_stretch_without_a_line_says_why() {
    let months = samples::pulse().months;
    let weeks = Stretch { why: "reported by the month alone".into(), ..Stretch::default() };
    let svg = SixTwelve { weeks, months }.svg();
    assert!(svg.contains(">reported by") && svg.contains("…<"), "{svg}");
    assert_eq!(faults(&svg), Vec::<String>::new());
}

#[test]
fn the_better_rank_is_drawn_above() {
    let height = |falling| {
        let fan = Fan { today: None, issued: vec![], bands: vec![], ..samples::fan(falling) };
        let svg = draw(&samples::chart("x", Plot::Fan(fan)), Size::Wide);
        let of = |label: &str| {
            let tag = tags(&svg).zip(svg.split('>').skip(1)).find(|(_, text)| text.starts_with(label));
            number(tag.unwrap().0, "y")
        };
        // The lowest value of history, and what is expected last.
        (of("60.0<"), of("預測"))
    };
    let ((low, high), (rank_low, rank_high)) = (height(false), height(true));
    assert!(low > high && rank_low < rank_high);
}

#[test]
fn the_key_names_what_is_drawn() {
    let key = |plot| samples::chart("x", plot).key();
    use Scenario::{Actual, Forecast, Interval, Partial, Plan, Previous};
    assert_eq!(key(Plot::Columns(samples::months(false))), [Actual, Partial, Plan, Forecast, Previous]);
    assert_eq!(key(Plot::Lines(samples::weeks())), [Actual, Plan, Forecast, Previous, Interval]);
    assert_eq!(key(Plot::Waterfall(samples::bridge())), [Actual, Plan]);
    assert_eq!(key(Plot::Timeline(samples::batch())), [Actual, Plan, Forecast]);
    assert_eq!(key(Plot::Heat(samples::heat())), []);
}

#[test]
fn the_words_of_a_chart_stand_once_and_name_both_sizes() {
    let chart = samples::chart("sales", Plot::Heat(samples::heat()));
    let [wide, narrow] = SIZES.map(|size| draw(&chart, size));
    let named = |picture: &str| {
        picture.split("aria-labelledby=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    assert_eq!(named(&wide), named(&narrow));
    let (title, words) = named(&wide).split_once(' ').map(|(t, d)| (t.to_owned(), d.to_owned())).unwrap();
    assert!(
        wide.contains(&format!("<title id=\"{title}\">")) && wide.contains(&format!("<desc id=\"{words}\">"))
    );
    assert_eq!(narrow.matches(" id=").count(), 0);
}

#[test]
fn texts_are_shown_in_the_size_they_are_measured_with() {
    let style = include_str!("../../themes/default/static/chart.css");
    assert!(style.contains(&format!("svg.chart{{font-size:{}px;", super::text::SIZE)));
}

#[test]
fn hatches_are_defined_once_for_all() {
    for pattern in ["hatch", "hatch-part", "hatch-good", "hatch-bad", "hatch-shut"] {
        assert_eq!(defs().matches(&format!("id=\"{pattern}\"")).count(), 1, "{pattern}");
    }
}

#[test]
fn a_missing_value_is_a_gap_not_a_zero() {
    let column = |value| Column { main: Mark { value, label: String::new() }, ..Column::default() };
    let of = |values: [Option<f64>; 2]| {
        let columns = values.into_iter().map(column).collect();
        let columns = Columns { grain: Grain::Month, versus: Scenario::Plan, columns, cut: None };
        draw(&samples::chart("x", Plot::Columns(columns)), Size::Wide)
    };
    let bars = |svg: &str| svg.matches('z').count();
    assert_eq!(bars(&of([Some(2.0), Some(0.0)])) - bars(&of([Some(2.0), None])), 1);
    assert_eq!(of([Some(2.0), None]), of([Some(2.0), Some(f64::NAN)]));
}

/// What is wrong with an SVG: markup, texts outside of it, colours and styles.
fn faults(svg: &str) -> Vec<String> {
    let mut faults = markup_faults(svg);
    for forbidden in ["style=", "rgb(", "stroke=", "NaN", "inf", "fill=\"#"] {
        if tags(svg).any(|tag| tag.contains(forbidden)) {
            faults.push(format!("holds {forbidden}"));
        }
    }
    faults.extend(outside(svg));
    faults
}

/// The insides of all tags.
fn tags(svg: &str) -> impl Iterator<Item = &str> {
    svg.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default())
}

fn markup_faults(svg: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open = Vec::new();
    for part in svg.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { return vec![format!("never closed: {part}")] };
        match tag.strip_prefix('/') {
            Some(name) if open.pop() == Some(name) => {}
            Some(name) => faults.push(format!("closed but not open: {name}")),
            None if tag.ends_with('/') => {}
            None => open.extend(tag.split(' ').next()),
        }
        if !tag.matches('"').count().is_multiple_of(2) {
            faults.push(format!("quotes in {tag}"));
        }
        let entities = ["&amp;", "&lt;", "&gt;", "&quot;"];
        let bare = entities.iter().fold(text.to_string(), |text, entity| text.replace(entity, ""));
        if bare.contains(['&', '>']) || bare.chars().any(char::is_control) {
            faults.push(format!("not character data: {text:?}"));
        }
    }
    faults.extend(open.iter().map(|name| format!("left open: {name}")));
    faults
}

fn number(tag: &str, name: &str) -> f64 {
    let value = tag.split(&format!(" {name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or(f64::NAN)
}

/// The texts that are not wholly inside the view box.
fn outside(svg: &str) -> Vec<String> {
    let frame: Vec<f64> = svg
        .split('"')
        .nth(3)
        .unwrap_or_default()
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .collect();
    let (mut anchor, mut bold, mut faults) = ("middle", false, Vec::new());
    for part in svg.split('<').skip(1) {
        let Some((tag, text)) = part.split_once('>') else { continue };
        if tag.starts_with("g class") {
            let ends = |letter| tag.ends_with(&format!(" {letter}\""));
            anchor = if ends("s") {
                "start"
            } else if ends("e") {
                "end"
            } else {
                "middle"
            };
            bold = tag.contains("\"tier\"") || tag.contains("\"head\"");
        }
        if tag.starts_with("text") {
            let shown =
                text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
            let width = super::text::width(&shown, bold);
            let (x, y) = (number(tag, "x"), number(tag, "y"));
            let left = match anchor {
                "start" => x,
                "end" => x - width,
                _ => x - width / 2.0,
            };
            let inside = left >= -0.2 && left + width <= frame[2] + 0.2 && y >= 8.0 && y <= frame[3];
            if !inside {
                faults.push(format!("{shown:?} at {x} {y}, {width} wide, in {frame:?}"));
            }
        }
    }
    faults
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z <>&\"']{0,12}",
        Just("山霧茶器的冷泡壺七百五十毫升超長名稱超長名稱超長名稱超長名稱超長名稱".to_string()),
        Just("\u{0}\u{1b}[31m\n\u{fffe}".to_string()),
    ]
}

fn any_value() -> impl Strategy<Value = f64> {
    let odd = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN_POSITIVE,
        0.0,
        -0.0,
        1e15,
        -1e15,
        1e-12,
    ];
    prop_oneof![any::<f64>(), -1e3..1e3_f64, prop::sample::select(odd.to_vec())]
}

fn any_mark() -> impl Strategy<Value = Mark> {
    (prop::option::of(any_value()), any_text()).prop_map(|(value, label)| Mark { value, label })
}

/// Everything a chart of any kind can be made of.
#[derive(Clone, Debug)]
struct Stuff {
    marks: Vec<Mark>,
    limit: Option<f64>,
    turn: usize,
}

fn any_stuff() -> impl Strategy<Value = Stuff> {
    (prop::collection::vec(any_mark(), 0..40), prop::option::of(any_value()), 0_usize..7)
        .prop_map(|(marks, limit, turn)| Stuff { marks, limit, turn })
}

impl Stuff {
    fn pick<T: Copy>(&self, index: usize, from: &[T]) -> T {
        from[(index + self.turn) % from.len()]
    }

    fn value(&self, index: usize) -> Option<f64> {
        self.marks.get((index * 7 + self.turn) % self.marks.len().max(1)).and_then(|mark| mark.value)
    }

    fn delta(&self, index: usize) -> Option<Delta> {
        let impact = self.pick(index, &[Impact::Good, Impact::Bad, Impact::Neutral]);
        let label = self.marks[self.marks.len() - 1 - index].label.clone();
        (!(index + self.turn).is_multiple_of(5)).then(|| Delta {
            value: self.value(index + 1),
            label,
            impact,
        })
    }

    fn fill(&self, index: usize) -> Fill {
        self.pick(index, &[Fill::Actual, Fill::Partial, Fill::Forecast])
    }

    fn scenario(&self, index: usize) -> Scenario {
        self.pick(index, &[Scenario::Actual, Scenario::Plan, Scenario::Previous, Scenario::Forecast])
    }

    fn columns(&self) -> Columns {
        let column = |(index, main): (usize, &Mark)| Column {
            label: main.label.clone(),
            fill: self.fill(index),
            main: main.clone(),
            plan: self.value(index),
            previous: self.value(index + 3),
            absolute: self.delta(index),
            relative: if self.turn > 3 { self.delta(index) } else { None },
            note: main.label.clone(),
        };
        let grain = self.pick(0, &[Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year]);
        let columns = self.marks.iter().enumerate().map(column).collect();
        Columns { grain, versus: self.scenario(0), columns, cut: self.limit }
    }

    fn bars(&self) -> Bars {
        let row = |column: Column| Row {
            label: column.label,
            fill: column.fill,
            main: column.main,
            plan: column.plan,
            previous: column.previous,
            reach: self.limit,
            absolute: column.absolute,
            relative: column.relative,
        };
        let Columns { versus, columns, cut, .. } = self.columns();
        Bars { versus, rows: columns.into_iter().map(row).collect(), cut }
    }

    fn lines(&self) -> Lines {
        let series = |index: usize| Series {
            scenario: self.scenario(index),
            name: self.marks.first().map_or(String::new(), |mark| mark.label.clone()),
            marks: self.marks.iter().cycle().skip(index).take(self.marks.len() + index).cloned().collect(),
        };
        Lines {
            labels: self.marks.iter().map(|mark| mark.label.clone()).collect(),
            series: (0..self.turn).map(series).collect(),
            interval: self.marks.iter().map(|mark| mark.value.zip(self.limit)).collect(),
            brackets: self
                .marks
                .iter()
                .take(4)
                .map(|mark| Bracket { from: self.turn, to: self.turn * 9, label: mark.label.clone() })
                .collect(),
            limits: self
                .marks
                .iter()
                .take(3)
                .map(|mark| Limit { from: self.turn, to: self.turn * 7, mark: mark.clone() })
                .collect(),
        }
    }

    fn fan(&self) -> Fan {
        let end = |mark: &Mark| self.limit.map(|limit| (mark.clone(), Mark::new(limit, mark.label.clone())));
        let band = |mark: &Mark| Band {
            name: mark.label.clone(),
            ends: self.marks.iter().skip(self.turn).map(end).collect(),
        };
        Fan {
            lines: Lines { interval: vec![], limits: vec![], ..self.lines() },
            bands: self.marks.iter().take(self.turn % 3).map(band).collect(),
            issued: vec![self.marks.iter().map(|mark| mark.value).collect(); self.turn],
            issued_name: self.marks.first().map_or_else(String::new, |mark| mark.label.clone()),
            today: self.marks.first().cloned(),
            years: self.marks.iter().take(self.turn).cloned().collect(),
            falling: self.turn > 3,
        }
    }

    fn waterfall(&self) -> Waterfall {
        let kinds =
            [StepKind::Total(Scenario::Plan), StepKind::Change(Impact::Good), StepKind::Change(Impact::Bad)];
        let step = |(index, mark): (usize, &Mark)| Step {
            label: mark.label.clone(),
            mark: mark.clone(),
            kind: self.pick(index, &kinds),
        };
        Waterfall { steps: self.marks.iter().take(3 * self.turn).enumerate().map(step).collect() }
    }

    fn heat(&self) -> Heat {
        let cell = |mark: &Mark| Cell { impact: mark.value, label: mark.label.clone() };
        let row = |mark: &Mark| HeatRow {
            label: mark.label.clone(),
            cells: self.marks.iter().skip(self.turn).map(cell).collect(),
        };
        let columns = self.marks.iter().map(|mark| mark.label.clone()).collect();
        Heat { columns, rows: self.marks.iter().take(3).map(row).collect(), limits: [0.1, f64::NAN, 3.0] }
    }

    fn timeline(&self) -> Timeline {
        let stage = |(index, mark): (usize, &Mark)| Stage {
            label: mark.label.clone(),
            plan: mark.value.zip(self.limit).map(|(from, to)| Span { from, to, open: false }),
            actual: self.value(index).map(|from| Span { from, to: from + 9.0, open: self.turn > 3 }),
            slip: self.delta(index),
        };
        Timeline {
            stages: self.marks.iter().enumerate().map(stage).collect(),
            ticks: self.marks.clone(),
            today: self.marks.first().cloned(),
        }
    }

    fn schedule(&self) -> Schedule {
        let span = |index: usize| {
            let from = self.value(index).unwrap_or_default();
            Span { from, to: from + self.limit.unwrap_or(9.0), open: false }
        };
        let row = |(index, mark): (usize, &Mark)| Way {
            label: mark.label.clone(),
            legs: (0..self.turn).map(|n| Leg { label: mark.label.clone(), span: span(index + n) }).collect(),
            closed: vec![span(index + 1); self.turn % 3],
            note: self.delta(index).unwrap_or_default(),
        };
        Schedule {
            rows: self.marks.iter().enumerate().map(row).collect(),
            ticks: self.marks.clone(),
            today: self.marks.first().cloned(),
        }
    }

    fn scatter(&self) -> Scatter {
        let number = |index: usize| self.value(index).unwrap_or(f64::NAN);
        let spot = |(index, mark): (usize, &Mark)| Spot {
            label: mark.label.clone(),
            across: number(index),
            up: number(index + 1),
            size: number(index + 2),
        };
        let axis = |index: usize| Axis {
            name: self.marks.get(index).map_or_else(String::new, |mark| mark.label.clone()),
            whole: self.marks.get(index).cloned().unwrap_or_default(),
        };
        let spots = self.marks.iter().enumerate().map(spot).collect();
        Scatter { across: axis(0), up: axis(1), spots }
    }

    fn plots(&self) -> Vec<Plot> {
        let title = self.marks.first().map_or(String::new(), |mark| mark.label.clone());
        let columns = vec![Panel { title: title.clone(), plot: self.columns() }; self.turn];
        let lines = vec![Panel { title, plot: self.lines() }; self.turn];
        vec![
            Plot::Columns(self.columns()),
            Plot::Bars(self.bars()),
            Plot::Lines(self.lines()),
            Plot::Waterfall(self.waterfall()),
            Plot::Heat(self.heat()),
            Plot::Multiples(Multiples { panels: Panels::Columns(columns) }),
            Plot::Multiples(Multiples { panels: Panels::Lines(lines) }),
            Plot::Timeline(self.timeline()),
            Plot::Schedule(self.schedule()),
            Plot::Scatter(self.scatter()),
            Plot::Fan(self.fan()),
        ]
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_chart_is_sound(stuff in any_stuff(), id in any_text()) {
        for plot in stuff.plots() {
            let chart = Chart { id: id.clone(), alt: id.clone(), ..samples::chart("", plot) };
            for size in SIZES {
                let svg = draw(&chart, size);
                prop_assert_eq!(faults(&svg), Vec::<String>::new());
                prop_assert_eq!(&svg, &draw(&chart, size));
            }
        }
    }

    #[test]
    fn any_small_picture_is_sound(stuff in any_stuff(), alt in any_text()) {
        let values: Vec<_> = stuff.marks.iter().map(|mark| mark.value).collect();
        let spark = Spark { actual: values, plan: vec![stuff.limit; stuff.turn] };
        let progress = Progress { done: stuff.limit, plan: stuff.value(1), alt };
        for svg in [spark.svg(), progress.svg()] {
            prop_assert_eq!(markup_faults(&svg), Vec::<String>::new());
            prop_assert!(!svg.contains("NaN"));
        }
    }
}
