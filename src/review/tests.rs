//! Tests of the check over a small world: one product in one marketplace, two years of sales by the day, sessions by
//! the month.

use super::{Base, Check, LastYear, Question, Reading};
use crate::facts::{Basis, Builder, Exchange, Fact, Facts, ImportLog, Item, Over, Scale, TagKey};
use crate::metric::{Catalogue, DriverTree, Expr, Impact, Rel};
use crate::plan::Plan;
use crate::quantity::{
    Currency, Day, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span,
};

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

fn ratio(text: &str) -> Ratio {
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

fn ask<T>(answer: impl FnOnce(Check<'_>) -> T) -> T {
    let (facts, catalogue, plan) = (facts(), Catalogue::standard(), Plan::default());
    answer(Check {
        catalogue: &catalogue,
        facts: &facts,
        plan: &plan,
        today: day("2026-11-22"),
        basis: Basis::Plan,
        last_year: LastYear::default(),
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
    let (facts, catalogue, plan) = (facts(), Catalogue::standard(), Plan::default());
    let check = Check {
        catalogue: &catalogue,
        facts: &facts,
        plan: &plan,
        today: day("2026-11-22"),
        basis: Basis::Plan,
        last_year: LastYear::default(),
    };
    let before = check.figure(&Question::company("sales", period("2024")));
    assert_eq!((before.days, before.actual), (None, Reading::Missing));
    let week = check.figure(&Question::company("sales", period("2025-W01")));
    assert_eq!((week.since(), week.actual), (Some(day("2025-01-01")), Reading::Known(ratio("50"))));
}

#[test]
fn today_is_never_complete() {
    let (facts, catalogue, plan) = (facts(), Catalogue::standard(), Plan::default());
    let check = Check {
        catalogue: &catalogue,
        facts: &facts,
        plan: &plan,
        today: day("2026-11-20"),
        basis: Basis::Plan,
        last_year: LastYear::default(),
    };
    assert_eq!(check.last_day(&MeasureId::new("sales"), &Scope::company()), Some(day("2026-11-19")));
}

#[test]
fn the_drivers_of_a_bridge_sum_to_its_change() {
    let tree = DriverTree {
        id: "sales".to_owned(),
        root: MeasureId::new("sales"),
        expr: Expr::parse("sessions * cvr * upo * asp").unwrap(),
        levels: vec![],
        split: vec![(MeasureId::new("sessions"), vec![MeasureId::new("app"), MeasureId::new("web")])],
    };
    let question = Question::company("sales", period("2026-10"));
    let bridge = ask(|check| check.bridge(&tree, &question, Base::Previous)).unwrap();
    let sum: Ratio = bridge.tree.leaves().iter().map(|leaf| &leaf.contribution).sum();
    assert_eq!(sum, ratio("310"));
    // Nothing moved but the price, which is named alone; a split that no file gives is left out.
    let named: Vec<String> = bridge.main_drivers().into_iter().map(|leaf| leaf.label).collect();
    assert_eq!(named, ["asp"]);
}
