//! Charts of any values and words: well-formed, every coordinate a number.

use opsreport::chart::{
    Axis, Band, Bars, Bracket, Cell, Chart, Column, Columns, DataTable, Delta, Fan, Fill, Heat, HeatRow,
    Impact, Leg, Lever, Limit, Lines, Mark, Moment, Multiples, Panel, Panels, Plot, Progress, Row, Scatter,
    Scenario, Schedule, Series, SixTwelve, Size, Span, Spark, Spot, Stage, Step, StepKind, Stretch, Timeline,
    Title, Waterfall, Way, draw,
};
use opsreport::quantity::Grain;

use super::bytes::Bytes;
use super::markup::{check_characters, tags};

/// A chart of any kind, drawn for both widths, or one of the small ones.
pub fn charts(data: &[u8]) {
    let bytes = &mut Bytes::new(data);
    let kind = bytes.below(15);
    match kind {
        11 => check(&Spark { actual: values(bytes), plan: values(bytes) }.svg()),
        12 => check(&Lever { share: bytes.float(), impact: impact(bytes) }.svg()),
        13 => {
            let (done, plan) = (bytes.maybe(Bytes::float), bytes.maybe(Bytes::float));
            check(&Progress { done, plan, alt: bytes.text() }.svg());
        }
        14 => check(&SixTwelve { weeks: stretch(bytes), months: stretch(bytes) }.svg()),
        _ => {
            let title = Title { who: bytes.text(), what: bytes.text(), when: bytes.text() };
            let (id, message, alt) = (bytes.text(), bytes.text(), bytes.text());
            let chart =
                Chart { id, title, message, alt, plot: plot(bytes, kind), table: DataTable::default() };
            check(&draw(&chart, Size::Wide));
            check(&draw(&chart, Size::Narrow));
        }
    }
}

fn check(svg: &str) {
    check_characters(svg);
    for tag in tags(svg) {
        for (key, value) in &tag.attributes {
            let number = !["id", "class", "aria-labelledby", "aria-label"].contains(key);
            assert!(!number || !value.contains("NaN") && !value.contains("inf"), "{key}={value} in {svg}");
            assert!(!key.starts_with("on") && *key != "href", "{key} in {svg}");
        }
    }
}

fn plot(bytes: &mut Bytes<'_>, kind: usize) -> Plot {
    match kind {
        0 => Plot::Columns(columns(bytes)),
        1 => Plot::Bars(bars(bytes)),
        2 => Plot::Lines(lines(bytes)),
        3 => Plot::Waterfall(Waterfall { steps: bytes.several(12, step) }),
        4 => Plot::Heat(heat(bytes)),
        5 => Plot::Multiples(Multiples {
            panels: Panels::Columns(bytes.several(5, |bytes| panel(bytes, columns))),
        }),
        6 => Plot::Multiples(Multiples {
            panels: Panels::Lines(bytes.several(5, |bytes| panel(bytes, lines))),
        }),
        7 => Plot::Timeline(timeline(bytes)),
        8 => Plot::Schedule(schedule(bytes)),
        9 => Plot::Scatter(scatter(bytes)),
        _ => Plot::Fan(fan(bytes)),
    }
}

fn columns(bytes: &mut Bytes<'_>) -> Columns {
    let grain = [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year][bytes.below(5)];
    let columns = bytes.several(16, |bytes| Column {
        label: bytes.text(),
        fill: fill(bytes),
        main: mark(bytes),
        plan: bytes.maybe(Bytes::float),
        previous: bytes.maybe(Bytes::float),
        absolute: bytes.maybe(delta),
        relative: bytes.maybe(delta),
        note: bytes.text(),
    });
    Columns { grain, versus: scenario(bytes), columns, cut: bytes.maybe(Bytes::float) }
}

fn bars(bytes: &mut Bytes<'_>) -> Bars {
    let rows = bytes.several(10, |bytes| Row {
        label: bytes.text(),
        fill: fill(bytes),
        main: mark(bytes),
        plan: bytes.maybe(Bytes::float),
        previous: bytes.maybe(Bytes::float),
        reach: bytes.maybe(Bytes::float),
        absolute: bytes.maybe(delta),
        relative: bytes.maybe(delta),
    });
    Bars { versus: scenario(bytes), rows, cut: bytes.maybe(Bytes::float) }
}

/// Lines with a mark for each label, as their type asks; stretches of time may lead beyond the last.
fn lines(bytes: &mut Bytes<'_>) -> Lines {
    let labels = bytes.several(20, Bytes::text);
    let count = labels.len();
    let series = bytes.several(5, |bytes| Series {
        scenario: scenario(bytes),
        name: bytes.text(),
        marks: (0..count).map(|_| mark(bytes)).collect(),
    });
    let interval = (0..if bytes.yes() { count } else { 0 }).map(|_| bytes.maybe(|b| (b.float(), b.float())));
    let interval = interval.collect();
    let brackets =
        bytes.several(4, |bytes| Bracket { from: bytes.below(20), to: bytes.below(20), label: bytes.text() });
    let limits =
        bytes.several(3, |bytes| Limit { from: bytes.below(20), to: bytes.below(20), mark: mark(bytes) });
    Lines { labels, series, interval, brackets, limits }
}

fn fan(bytes: &mut Bytes<'_>) -> Fan {
    let lines = lines(bytes);
    let count = lines.labels.len();
    let bands = bytes.several(4, |bytes| Band {
        name: bytes.text(),
        ends: (0..count).map(|_| bytes.maybe(|bytes| (mark(bytes), mark(bytes)))).collect(),
    });
    let issued = bytes.several(4, |bytes| (0..count).map(|_| bytes.maybe(Bytes::float)).collect());
    let (issued_name, today, falling) = (bytes.text(), bytes.maybe(mark), bytes.yes());
    let years = bytes.several(3, mark);
    Fan { lines, bands, issued, issued_name, today, years, falling }
}

fn step(bytes: &mut Bytes<'_>) -> Step {
    let kind = if bytes.yes() { StepKind::Total(scenario(bytes)) } else { StepKind::Change(impact(bytes)) };
    Step { label: bytes.text(), mark: mark(bytes), kind }
}

fn heat(bytes: &mut Bytes<'_>) -> Heat {
    let columns = bytes.several(9, Bytes::text);
    let count = columns.len();
    let cell = |bytes: &mut Bytes<'_>| Cell { impact: bytes.maybe(Bytes::float), label: bytes.text() };
    let rows = bytes.several(8, |bytes| HeatRow {
        label: bytes.text(),
        cells: (0..count).map(|_| cell(bytes)).collect(),
    });
    Heat { columns, rows, limits: [bytes.float(), bytes.float(), bytes.float()] }
}

fn panel<T>(bytes: &mut Bytes<'_>, plot: fn(&mut Bytes<'_>) -> T) -> Panel<T> {
    Panel { title: bytes.text(), plot: plot(bytes) }
}

fn timeline(bytes: &mut Bytes<'_>) -> Timeline {
    let stages = bytes.several(6, |bytes| Stage {
        label: bytes.text(),
        plan: bytes.maybe(span),
        actual: bytes.maybe(span),
        slip: bytes.maybe(delta),
    });
    Timeline { stages, ticks: bytes.several(8, mark), today: bytes.maybe(mark) }
}

fn schedule(bytes: &mut Bytes<'_>) -> Schedule {
    let rows = bytes.several(5, |bytes| Way {
        label: bytes.text(),
        legs: bytes.several(6, |bytes| Leg { label: bytes.text(), span: span(bytes) }),
        closed: bytes.several(3, span),
        note: delta(bytes),
    });
    Schedule { rows, ticks: bytes.several(8, mark), today: bytes.maybe(mark) }
}

fn scatter(bytes: &mut Bytes<'_>) -> Scatter {
    let axis = |bytes: &mut Bytes<'_>| Axis { name: bytes.text(), whole: mark(bytes) };
    let (across, up) = (axis(bytes), axis(bytes));
    let spots = bytes.several(16, |bytes| Spot {
        label: bytes.text(),
        across: bytes.float(),
        up: bytes.float(),
        size: bytes.float(),
    });
    Scatter { across, up, spots }
}

fn stretch(bytes: &mut Bytes<'_>) -> Stretch {
    let moments = bytes.several(14, |bytes| Moment {
        label: bytes.text(),
        actual: mark(bytes),
        plan: bytes.maybe(Bytes::float),
        previous: bytes.maybe(Bytes::float),
        signal: bytes.maybe(delta),
    });
    Stretch { moments, why: bytes.text() }
}

fn values(bytes: &mut Bytes<'_>) -> Vec<Option<f64>> {
    bytes.several(60, |bytes| bytes.maybe(Bytes::float))
}

fn mark(bytes: &mut Bytes<'_>) -> Mark {
    Mark { value: bytes.maybe(Bytes::float), label: bytes.text() }
}

fn delta(bytes: &mut Bytes<'_>) -> Delta {
    Delta { value: bytes.maybe(Bytes::float), label: bytes.text(), impact: impact(bytes) }
}

fn span(bytes: &mut Bytes<'_>) -> Span {
    Span { from: bytes.float(), to: bytes.float(), open: bytes.yes() }
}

fn impact(bytes: &mut Bytes<'_>) -> Impact {
    [Impact::Good, Impact::Bad, Impact::Neutral][bytes.below(3)]
}

fn fill(bytes: &mut Bytes<'_>) -> Fill {
    [Fill::Actual, Fill::Partial, Fill::Forecast][bytes.below(3)]
}

fn scenario(bytes: &mut Bytes<'_>) -> Scenario {
    [
        Scenario::Actual,
        Scenario::Partial,
        Scenario::Plan,
        Scenario::Forecast,
        Scenario::Previous,
        Scenario::Interval,
    ][bytes.below(6)]
}
