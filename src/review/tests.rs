//! Tests of the check over a small world: one product in one marketplace, two years of sales by the day, sessions by
//! the month.

use super::{Base, Check, LastYear, Question, Reading};
use crate::facts::{Basis, Builder, Exchange, Fact, Facts, ImportLog, Item, Over, Scale, TagKey};
use crate::metric::{Catalogue, DriverTree, Expr, Impact, Rel};
use crate::plan::Plan;
use crate::quantity::{
    Currency, Day, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span,
};
use crate::workspace::{Event, PreviousYear, load};
use crate::world::Memory;

pub(super) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

pub(super) fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

pub(super) fn ratio(text: &str) -> Ratio {
    Ratio::parse(text).unwrap()
}

/// Ten dollars and one order a day in 2025, twenty dollars and one order in 2026, until 20 November; a hundred sessions
/// in each month until October.
fn facts() -> Facts {
    let usd = Currency::parse("USD").unwrap();
    let mut builder = Builder::new(Exchange::new(usd));
    let market = builder.marketplace(&MarketplaceId::new("US"), usd);
    let item = builder.item(&Item { product: ProductId::new("mug"), sku: None });
    let days = Span::new(day("2025-01-01"), day("2026-11-20")).unwrap();
    for (id, scale) in [("sales", Scale::Money), ("orders", Scale::Count), ("units", Scale::Count)] {
        let measure = builder.measure(&MeasureId::new(id), scale, Over::Flow);
        builder.cover_days(measure, market, days);
        for day in days.days() {
            let dollars = if day.year() == 2025 { 10 } else { 20 };
            let value = if scale == Scale::Money { dollars * 100 } else { 1 };
            builder.add(Fact {
                measure,
                market,
                item,
                tag: TagKey::default(),
                span: Span { from: day, to: day },
                value,
                file: 0,
            });
        }
    }
    let sessions = builder.measure(&MeasureId::new("sessions"), Scale::Count, Over::Flow);
    let months = [period("2025").split(Grain::Month), period("2026").split(Grain::Month)].concat();
    for span in months.iter().map(Period::span).filter(|span| span.to < day("2026-11-01")) {
        builder.cover_report(sessions, market, span);
        builder.add(Fact {
            measure: sessions,
            market,
            item,
            tag: TagKey::default(),
            span,
            value: 100,
            file: 1,
        });
    }
    builder.build(ImportLog::default()).0
}

pub(super) fn ask<T>(answer: impl FnOnce(Check<'_>) -> T) -> T {
    ask_on("2026-11-22", answer)
}

fn ask_on<T>(today: &str, answer: impl FnOnce(Check<'_>) -> T) -> T {
    let (facts, catalogue, plan) = (facts(), Catalogue::standard(), Plan::default());
    answer(Check {
        catalogue: &catalogue,
        facts: &facts,
        plan: &plan,
        today: day(today),
        basis: Basis::Plan,
        last_year: LastYear::default(),
        rebases: &[],
    })
}

#[test]
fn a_period_that_has_not_ended_is_cut_on_both_sides() {
    let figure = ask(|check| check.figure(&Question::company("sales", period("2026-11"))));
    assert_eq!(figure.days.map(|days| days.to), Some(day("2026-11-20")));
    assert!(figure.is_cut());
    assert_eq!(figure.actual, Reading::Known(ratio("400")));
    assert_eq!(figure.previous, Reading::Known(ratio("200")));
    assert_eq!(
        (figure.vs_previous.rel, figure.vs_previous.impact),
        (Rel::Value(ratio("1")), Impact::Favourable)
    );
}

#[test]
fn a_week_is_compared_with_the_same_weekdays() {
    // Week 1 of 2026 begins on 29 December: 364 days before lies a week of 2025, or just before it.
    let figure = ask(|check| check.figure(&Question::company("sales", period("2026-W20"))));
    assert_eq!(figure.previous, Reading::Known(ratio("70")));
    let cut = ask(|check| check.figure(&Question::company("sales", period("2026-W47"))));
    assert_eq!(cut.days.map(|days| days.len()), Some(5));
    assert_eq!(cut.previous, Reading::Known(ratio("50")));
}

/// An event of four days of July 2025 that lay in June 2026, in the one marketplace.
fn moved() -> Vec<Event> {
    let calendar = "events:
- {id: a, kind: demand, from: 2025-07-08, to: 2025-07-11}
- {id: b, kind: demand, from: 2026-06-23, to: 2026-06-26, align_with: a}";
    let files = [("opsreport.yaml", "{title: X, currency: USD}"), ("calendar.yaml", calendar)];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    let (workspace, findings) = load(&Memory { files: files.into(), today: day("2026-11-22") });
    assert!(!findings.has_errors(), "{findings:?}");
    workspace.unwrap().events
}

#[test]
fn like_days_are_compared_with_like_days() {
    let events = moved();
    let aligned = |text: &str| {
        let question = Question::company("sales", period(text));
        ask(|check| {
            let last_year = LastYear { rule: PreviousYear::Minus364, events: &events };
            let check = Check { last_year, ..check };
            let days = check.days(&question)?;
            Some((check.is_moved(&question, days), check.aligned(&question, days)?))
        })
        .unwrap()
    };
    let (moved, june) = aligned("2026-06");
    // All thirty days have a like one: four of them are those of July.
    assert_eq!((moved, june.left_out), (true, 0));
    assert_eq!((june.actual, june.previous), (Reading::Known(ratio("600")), Reading::Known(ratio("300"))));
    let (moved, july) = aligned("2026-07");
    assert_eq!((moved, july.left_out), (true, 4));
    assert_eq!((july.actual, july.previous), (Reading::Known(ratio("540")), Reading::Known(ratio("270"))));
    assert_eq!(july.variance.rel, Rel::Value(ratio("1")));
    let (moved, august) = aligned("2026-08");
    assert_eq!((moved, august.left_out, august.previous), (false, 0, Reading::Known(ratio("310"))));
}

#[test]
fn the_setting_decides_what_last_year_is() {
    let events = moved();
    let question = Question::company("sales", period("2026-07"));
    let figure = |rule| {
        let last_year = LastYear { rule, events: &events };
        ask(|check| Check { last_year, ..check }.figure(&question))
    };
    let plain = figure(PreviousYear::Minus364);
    assert_eq!(
        (plain.previous, plain.before),
        (Reading::Known(ratio("310")), Some(period("2025-07").span()))
    );
    let aligned = figure(PreviousYear::EventAligned);
    assert_eq!((aligned.previous, aligned.before), (Reading::Known(ratio("270")), None));
    assert_eq!(aligned.vs_previous.rel, Rel::Value(ratio("1")));
}

#[test]
fn sessions_by_the_month_cannot_be_set_day_by_day() {
    let events = moved();
    let question = Question::company("sessions", period("2026-07"));
    let aligned = ask(|check| {
        let last_year = LastYear { rule: PreviousYear::EventAligned, events: &events };
        let check = Check { last_year, ..check };
        check.aligned(&question, period("2026-07").span())
    });
    assert_eq!(aligned.unwrap().previous, Reading::Coarse);
}

#[test]
fn a_metric_goes_as_far_as_its_slowest_measure() {
    let last = ask(|check| check.last_day(&MeasureId::new("cvr"), &Scope::company()));
    assert_eq!(last, Some(day("2026-10-31")));
    let figure = ask(|check| check.figure(&Question::company("cvr", period("2026-11"))));
    assert_eq!((figure.days, figure.actual), (None, Reading::Missing));
}

#[test]
fn what_comes_by_the_month_has_no_week() {
    let figure = ask(|check| check.figure(&Question::company("cvr", period("2026-W40"))));
    assert_eq!(figure.actual, Reading::Coarse);
    let month = ask(|check| check.figure(&Question::company("cvr", period("2026-10"))));
    assert_eq!(month.actual, Reading::Known(ratio("31/100")));
}

#[test]
fn a_ratio_without_a_divisor_is_not_nought() {
    let figure = ask(|check| check.figure(&Question::company("acos", period("2026-10"))));
    assert_eq!(figure.actual, Reading::Missing);
    assert_eq!(figure.vs_plan.abs, None);
}

#[test]
fn a_year_that_began_before_the_data_counts_from_their_first_day() {
    let figure = ask(|check| check.figure(&Question::company("cvr", period("2025"))));
    assert_eq!((figure.since(), figure.until()), (None, None));
    let before = ask(|check| check.figure(&Question::company("sales", period("2024"))));
    assert_eq!((before.days, before.actual), (None, Reading::Missing));
    let week = ask(|check| check.figure(&Question::company("sales", period("2025-W01"))));
    assert_eq!((week.since(), week.actual), (Some(day("2025-01-01")), Reading::Known(ratio("50"))));
}

#[test]
fn today_is_never_complete() {
    let last = ask_on("2026-11-20", |check| check.last_day(&MeasureId::new("sales"), &Scope::company()));
    assert_eq!(last, Some(day("2026-11-19")));
}

#[test]
fn the_drivers_of_a_bridge_sum_to_its_change() {
    let tree = DriverTree {
        id: "sales".to_owned(),
        root: MeasureId::new("sales"),
        expr: Expr::parse("sessions * cvr * upo * asp").unwrap(),
        levels: vec![],
        split: vec![(MeasureId::new("sessions"), vec![MeasureId::new("app"), MeasureId::new("web")])],
        drivers: vec![],
    };
    let question = Question::company("sales", period("2026-10"));
    let bridge = ask(|check| check.bridge(&tree, &question, Base::Previous)).unwrap();
    let sum: Ratio = bridge.tree.leaves().iter().map(|leaf| &leaf.contribution).sum();
    assert_eq!(sum, ratio("310"));
    // Nothing moved but the price, which is named alone; a split that no file gives is left out.
    let drivers = bridge.main_drivers();
    let named: Vec<&str> = drivers.named.iter().map(|index| drivers.leaves[*index].label.as_str()).collect();
    assert_eq!((named, drivers.unnamed.clone()), (vec!["asp"], Ratio::zero()));
}
