//! Which scenarios a chart shows: what its key has to name.

use std::collections::BTreeSet;

use super::kinds::{Bars, Columns, Fill, Lines, Panels, Plot, StepKind, Timeline, Waterfall};
use super::spec::{Chart, Scenario};

type Found = BTreeSet<Scenario>;

impl Chart {
    /// The scenarios that the picture shows, in the order of a key, each once.
    pub fn key(&self) -> Vec<Scenario> {
        let mut found = Found::new();
        match &self.plot {
            Plot::Columns(columns) => of_columns(columns, &mut found),
            Plot::Bars(bars) => of_bars(bars, &mut found),
            Plot::Lines(lines) => of_lines(lines, &mut found),
            Plot::Waterfall(waterfall) => of_waterfall(waterfall, &mut found),
            Plot::Heat(_) => {}
            Plot::Multiples(multiples) => of_panels(&multiples.panels, &mut found),
            Plot::Timeline(timeline) => of_timeline(timeline, &mut found),
            // A fan names its lines where they end.
            Plot::Schedule(_) | Plot::Scatter(_) | Plot::Fan(_) => {}
        }
        found.into_iter().collect()
    }
}

impl From<Fill> for Scenario {
    fn from(fill: Fill) -> Self {
        match fill {
            Fill::Actual => Self::Actual,
            Fill::Partial => Self::Partial,
            Fill::Forecast => Self::Forecast,
        }
    }
}

fn of_columns(columns: &Columns, found: &mut Found) {
    for column in &columns.columns {
        of_bar(column.fill, [column.main.value, column.plan, column.previous], found);
    }
}

fn of_bars(bars: &Bars, found: &mut Found) {
    for row in &bars.rows {
        of_bar(row.fill, [row.main.value, row.plan, row.previous], found);
    }
}

fn of_bar(fill: Fill, values: [Option<f64>; 3], found: &mut Found) {
    let scenarios = [fill.into(), Scenario::Plan, Scenario::Previous];
    found.extend(scenarios.into_iter().zip(values).filter(|(_, value)| value.is_some()).map(|(s, _)| s));
}

fn of_lines(lines: &Lines, found: &mut Found) {
    let drawn = lines.series.iter().filter(|series| series.marks.iter().any(|mark| mark.value.is_some()));
    found.extend(drawn.map(|series| series.scenario));
    if lines.interval.iter().any(Option::is_some) {
        found.insert(Scenario::Interval);
    }
}

fn of_waterfall(waterfall: &Waterfall, found: &mut Found) {
    found.extend(waterfall.steps.iter().filter_map(|step| match step.kind {
        StepKind::Total(scenario) => Some(scenario),
        StepKind::Change(_) => None,
    }));
}

fn of_panels(panels: &Panels, found: &mut Found) {
    match panels {
        Panels::Columns(panels) => panels.iter().for_each(|panel| of_columns(&panel.plot, found)),
        Panels::Lines(panels) => panels.iter().for_each(|panel| of_lines(&panel.plot, found)),
    }
}

fn of_timeline(timeline: &Timeline, found: &mut Found) {
    for stage in &timeline.stages {
        if stage.plan.is_some() {
            found.insert(Scenario::Plan);
        }
        if let Some(span) = stage.actual {
            found.insert(if span.open { Scenario::Forecast } else { Scenario::Actual });
        }
    }
}
