//! Cash in pictures: the balance by day against its limit, and what moves it by kind.

use super::columns::with_unit;
use crate::chart::{
    Bracket, Chart, DataTable, Impact, Limit, Lines, Mark, Plot, Scenario, Series, Step, StepKind, Title,
    Waterfall,
};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Unit;
use crate::plan::cash::{Cash, Curve, FlowKind};
use crate::quantity::{Day, Grain, Period, Ratio, Span};
use crate::site;

/// The form of amounts of cash up to the largest balance.
pub(crate) fn cash_style<'a>(desk: &Desk<'a>, cash: &Cash) -> Style<'a> {
    let start = cash.start();
    let points = cash.curve().map(|curve| curve.points).unwrap_or_default();
    let largest = points.iter().map(|(_, sum)| (&start + sum).abs()).max().unwrap_or_else(|| start.abs());
    Style::new(desk.locale, (Unit::Money, desk.currency()), &largest)
}

/// The balance at the end of each day, with the limit of each year; nothing when no money moves.
pub(crate) fn balance(desk: &Desk<'_>) -> Option<site::Figure> {
    let cash = &desk.analysis.cash;
    let (curve, span) = (cash.curve()?, cash.span?);
    let style = cash_style(desk, cash);
    let exact = Style::exact(desk.locale, (Unit::Money, desk.currency()));
    let start = cash.start();
    let row = |(week, moved): (Period, Ratio)| {
        let end = week.span().to.min(span.to);
        let name = desk.locale.period(week);
        vec![name, exact.delta(&moved), exact.value(&(&start + &curve.on(end)))]
    };
    let chart = Chart {
        id: "cash-balance".to_owned(),
        title: title(desk, (&desk.say("cash-balance"), &style), span),
        message: message(desk, &style, &curve),
        alt: desk.say("cash-balance-alt"),
        plot: Plot::Lines(lines(desk, &style, (&curve, span))),
        table: DataTable {
            columns: ["head-period", "cash-head-net", "cash-head-balance"].map(|key| desk.say(key)).to_vec(),
            rows: weeks(&curve, span).into_iter().map(row).collect(),
        },
    };
    Some(site::Figure { chart, how: Some(desk.say("cash-balance-how").as_str().into()), more: None })
}

/// What moves in each week.
fn weeks(curve: &Curve, span: Span) -> Vec<(Period, Ratio)> {
    let first = Period::containing(span.from, Grain::Week);
    let weeks = std::iter::successors(Some(first), |week| Some(week.next()));
    let moved = |week: Period| &curve.on(week.span().to) - &curve.on(week.span().from - 1);
    weeks.take_while(|week| week.span().from <= span.to).map(|week| (week, moved(week))).collect()
}

fn title(desk: &Desk<'_>, (what, style): (&str, &Style<'_>), span: Span) -> Title {
    let days = [("from", span.from.to_string().into()), ("to", span.to.to_string().into())];
    Title {
        who: desk.say("company-whole"),
        what: with_unit(desk, what, &style.unit()),
        when: desk.fill("from-to", &days),
    }
}

fn message(desk: &Desk<'_>, style: &Style<'_>, curve: &Curve) -> String {
    let start = desk.analysis.cash.start();
    let args = [
        ("low", style.worded(&(&start + &curve.trough.1)).into()),
        ("day", curve.trough.0.to_string().into()),
        ("end", style.worded(&(&start + &curve.end)).into()),
    ];
    desk.fill("cash-balance-message", &args)
}

/// One label per day, so that time is to scale and the balance stands until the next flow.
fn lines(desk: &Desk<'_>, style: &Style<'_>, (curve, span): (&Curve, Span)) -> Lines {
    let cash = &desk.analysis.cash;
    // The opening balance is that of the day before.
    let days = Span { from: span.from - 1, to: span.to };
    let start = cash.start();
    let mark = |day: Day| {
        let balance = &start + &curve.on(day);
        Mark::new(style.mark(&balance), style.value(&balance))
    };
    let position = |day: Day| usize::try_from(day - days.from).unwrap_or(0);
    let limit = |year: &crate::plan::cash::YearNeed| Limit {
        from: position(year.span.from),
        to: position(year.span.to),
        mark: Mark::new(
            style.mark(&year.floor()),
            desk.fill("cash-floor", &[("floor", style.value(&year.floor()).into())]),
        ),
    };
    let today = position(desk.today.max(days.from));
    Lines {
        labels: days.days().map(|day| desk.locale.short_date(day)).collect(),
        series: vec![Series {
            scenario: Scenario::Forecast,
            name: String::new(),
            marks: days.days().map(mark).collect(),
        }],
        interval: vec![],
        brackets: vec![Bracket { from: today, to: today, label: desk.say("today") }],
        limits: cash.years.iter().map(limit).collect(),
    }
}

/// From the balance at the beginning to that at the end, by what money moves for.
pub(crate) fn sources(desk: &Desk<'_>) -> Option<site::Figure> {
    let cash = &desk.analysis.cash;
    let (curve, span) = (cash.curve()?, cash.span?);
    let style = cash_style(desk, cash);
    let kinds: Vec<(FlowKind, Ratio)> = by_kind(cash);
    let start = cash.start();
    let end = &start + &curve.end;
    let chart = Chart {
        id: "cash-sources".to_owned(),
        title: title(desk, (&desk.say("cash-sources"), &style), span),
        message: sources_message(desk, &style, &kinds),
        alt: desk.say("cash-sources-alt"),
        plot: Plot::Waterfall(Waterfall { steps: steps(desk, &style, (&start, &kinds, &end)) }),
        table: DataTable {
            columns: ["cash-head-kind", "head-flow"].map(|key| desk.say(key)).to_vec(),
            rows: kinds.iter().map(|(kind, sum)| vec![kind_name(desk, *kind), style.delta(sum)]).collect(),
        },
    };
    Some(site::Figure { chart, how: Some(desk.say("cash-sources-how").as_str().into()), more: None })
}

/// All kinds, what comes in before what goes out.
pub(crate) fn payouts_first() -> impl Iterator<Item = FlowKind> {
    let rest = FlowKind::ALL.into_iter().filter(|kind| *kind != FlowKind::Payout);
    std::iter::once(FlowKind::Payout).chain(rest)
}

/// The sum of each kind that moves anything, payouts first.
fn by_kind(cash: &Cash) -> Vec<(FlowKind, Ratio)> {
    let sum = |kind: FlowKind| -> Ratio {
        cash.flows.iter().filter(|flow| flow.kind == kind).map(|flow| &flow.amount).sum()
    };
    payouts_first().map(|kind| (kind, sum(kind))).filter(|(_, sum)| !sum.is_zero()).collect()
}

fn sources_message(desk: &Desk<'_>, style: &Style<'_>, kinds: &[(FlowKind, Ratio)]) -> String {
    let sum = |positive: bool| -> Ratio {
        kinds.iter().map(|(_, sum)| sum).filter(|sum| sum.is_positive() == positive).sum()
    };
    let args = [("in", style.worded(&sum(true)).into()), ("out", style.worded(&sum(false).abs()).into())];
    desk.fill("cash-sources-message", &args)
}

fn steps(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (start, kinds, end): (&Ratio, &[(FlowKind, Ratio)], &Ratio),
) -> Vec<Step> {
    let total = |key: &str, value: &Ratio, scenario| Step {
        label: desk.say(key),
        mark: Mark::new(style.mark(value), style.value(value)),
        kind: StepKind::Total(scenario),
    };
    let change = |(kind, sum): &(FlowKind, Ratio)| Step {
        label: kind_name(desk, *kind),
        mark: Mark::new(style.mark(sum), style.delta(sum)),
        // Paying for goods is neither better nor worse than anything: no colour.
        kind: StepKind::Change(Impact::Neutral),
    };
    let mut steps = vec![total("cash-start", start, Scenario::Actual)];
    steps.extend(kinds.iter().map(change));
    steps.push(total("cash-end", end, Scenario::Forecast));
    steps
}

/// What money moves for, in words.
pub(crate) fn kind_name(desk: &Desk<'_>, kind: FlowKind) -> String {
    desk.say(&format!("cash-kind-{}", kind.word()))
}
