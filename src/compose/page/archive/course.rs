//! How well the loop closed from quarter to quarter, as far as quarters are archived.

use crate::chart::{Chart, DataTable, Lines, Mark, Multiples, Panel, Panels, Plot, Scenario, Series, Title};
use crate::compose::desk::Desk;
use crate::compose::loop_table::rate;
use crate::quantity::{Grain, Period, Ratio};
use crate::review::{LoopRates, Rate, recurrences};
use crate::site::Figure;
use crate::workspace::Cycle;

/// Fewer quarters than this are no course.
const LEAST: usize = 3;

/// A rate of the loop, with the key of its name.
type Named = (&'static str, fn(&LoopRates) -> Rate);

const RATES: [Named; 3] = [
    ("loop-verified", |rates| rates.closure),
    ("loop-on-time", |rates| rates.on_time),
    ("loop-effective", |rates| rates.effective),
];

/// A small picture of each rate over the archived quarters; nothing before there are three of which anything is known.
pub(super) fn course(desk: &Desk<'_>) -> Option<Figure> {
    let quarters = quarters(desk);
    let rates: Vec<LoopRates> = quarters.iter().map(|quarter| of(desk, *quarter)).collect();
    if rates.iter().filter(|rates| rates.closure.of > 0).count() < LEAST {
        return None;
    }
    let labels: Vec<String> = quarters.iter().map(|quarter| desk.locale.period(*quarter)).collect();
    let (first, last) = (labels.first()?.clone(), labels.last()?.clone());
    let panel = |(key, of): &Named| Panel {
        title: desk.say(key),
        plot: lines(desk, &labels, rates.iter().map(of).collect()),
    };
    let chart = Chart {
        id: "archive-loop".to_owned(),
        title: Title {
            who: desk.company().text,
            what: desk.say("archive-course-what"),
            when: desk.fill("archive-course-when", &[("from", first.into()), ("to", last.into())]),
        },
        message: message(desk, &quarters, &rates)?,
        alt: RATES.map(|(key, _)| desk.say(key)).join(&desk.say("list-comma")),
        table: table(desk, &labels, &rates),
        plot: Plot::Multiples(Multiples { panels: Panels::Lines(RATES.iter().map(panel).collect()) }),
    };
    Some(Figure { chart, how: None, more: None })
}

/// The archived quarters, each once, in order.
fn quarters(desk: &Desk<'_>) -> Vec<Period> {
    let mut found: Vec<Period> = desk.workspace.archives.iter().map(|archive| archive.period).collect();
    found.retain(|period| period.grain() == Grain::Quarter);
    found.sort_by_key(|period| period.span().from);
    found.dedup();
    found
}

/// The rates of the cycles of a quarter, as known now.
fn of(desk: &Desk<'_>, quarter: Period) -> LoopRates {
    let within = desk.workspace.cycles.iter().filter(|cycle| quarter.span().covers(&cycle.span));
    let cycles: Vec<&Cycle> = within.collect();
    LoopRates::of(&cycles, desk.threads(), (&recurrences(desk.threads()), desk.today))
}

fn lines(desk: &Desk<'_>, labels: &[String], rates: Vec<Rate>) -> Lines {
    let mark = |rate: Rate| match rate.share() {
        Some(share) => Mark::new((&share * &Ratio::from_int(100)).to_f64(), desk.locale.percent(&share, 0)),
        None => Mark::gap(""),
    };
    let marks = rates.into_iter().map(mark).collect();
    Lines {
        labels: labels.to_vec(),
        series: vec![Series { scenario: Scenario::Actual, name: String::new(), marks }],
        interval: Vec::new(),
        brackets: Vec::new(),
        limits: Vec::new(),
    }
}

/// "2026 年第 3 季 30%（3∕10）的差異已驗證有效，2026 年第 1 季是 50%（2∕4）。"
fn message(desk: &Desk<'_>, quarters: &[Period], rates: &[LoopRates]) -> Option<String> {
    let mut known = quarters.iter().zip(rates).filter(|(_, rates)| rates.closure.of > 0);
    let ((first, then), (last, now)) = (known.next()?, known.next_back()?);
    let args = [
        ("first", desk.locale.period(*first).into()),
        ("then", rate(desk, then.closure).into()),
        ("last", desk.locale.period(*last).into()),
        ("now", rate(desk, now.closure).into()),
    ];
    Some(desk.fill("archive-course", &args))
}

fn table(desk: &Desk<'_>, labels: &[String], rates: &[LoopRates]) -> DataTable {
    let heads = RATES.map(|(key, _)| desk.say(key));
    let row = |(label, rates): (&String, &LoopRates)| {
        let shares = RATES.iter().map(|(_, of)| rate(desk, of(rates)));
        std::iter::once(label.clone()).chain(shares).collect()
    };
    DataTable {
        columns: std::iter::once(desk.say("archive-period")).chain(heads).collect(),
        rows: labels.iter().zip(rates).map(row).collect(),
    }
}
