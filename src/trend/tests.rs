//! Series and facts over a small world: one product in one marketplace, with gaps, weeks of two kinds, search terms.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::fact::{Fact, Mover, Size, facts, facts_among};
use super::{NoSeries, Segment, Series, Subject};
use crate::facts::{Builder, Exchange, Fact as Row, Facts, ImportLog, Item, Over, Scale, TagKey};
use crate::plan::Plan;
use crate::quantity::{
    Currency, Day, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span, WeekStart,
};
use crate::review::Check;
use crate::workspace::{Workspace, load};
use crate::world::Memory;

const METRICS: &str = "measures:
- {id: sales, name: Sales, unit: count, better: higher, grains: [day, sku, marketplace]}
- {id: searches, name: Searches, unit: count, better: higher, grains: [week, search_term, marketplace]}
- {id: rank, name: Rank, unit: count, better: lower, over: level, grains: [week, search_term, marketplace]}
";

const PRODUCTS: &str = "products: [{id: mug, name: Mug, skus: [{sku: M, marketplaces: [US]}]}]";

const MARKETPLACES: &str = "marketplaces: [{id: US, name: America, currency: USD}]";

const MARKET: &str = "categories:
- {id: drinks, name: D, products: [mug], marketplaces: [US], keywords: [{term: tea, marketplaces: [US]}, {term: cup, marketplaces: [US]}]}
- {id: pots, name: P, products: [], marketplaces: [US], keywords: [{term: pot, marketplaces: [US]}]}
";

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn workspace() -> Workspace {
    let files = [
        ("opsreport.yaml", "{title: X, currency: USD}"),
        ("products.yaml", PRODUCTS),
        ("marketplaces.yaml", MARKETPLACES),
        ("metrics.yaml", METRICS),
        ("market.yaml", MARKET),
    ];
    let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
    load(&Memory { files: files.into(), today: day("2026-11-22") }).0.unwrap()
}

/// Figures of one marketplace: of the product by the day, of search terms by reports of any days.
struct World {
    builder: Builder,
}

impl World {
    fn new() -> Self {
        World { builder: Builder::new(Exchange::new(Currency::parse("USD").unwrap())) }
    }

    fn add(&mut self, (id, over): (&str, Over), (span, term): (Span, Option<&str>), value: i64) {
        let market = self.builder.marketplace(&MarketplaceId::new("US"), Currency::parse("USD").unwrap());
        let measure = self.builder.measure(&MeasureId::new(id), Scale::Count, over);
        let item = self.builder.item(&Item { product: ProductId::new("mug"), sku: None });
        let tag = term.map_or_else(TagKey::default, |term| {
            self.builder.tag(vec![("search_term".to_owned(), term.to_owned())])
        });
        if span.len() == 1 {
            self.builder.cover_days(measure, market, span);
        } else {
            self.builder.cover_report(measure, market, span);
        }
        self.builder.add(Row { measure, market, item, tag, span, value, file: 0 });
    }

    fn covered(mut self, from: &str, to: &str) -> Self {
        let market = self.builder.marketplace(&MarketplaceId::new("US"), Currency::parse("USD").unwrap());
        let measure = self.builder.measure(&MeasureId::new("sales"), Scale::Count, Over::Flow);
        self.builder.cover_days(measure, market, Span { from: day(from), to: day(to) });
        self
    }

    fn day(mut self, date: &str, value: i64) -> Self {
        let date = day(date);
        self.add(("sales", Over::Flow), (Span { from: date, to: date }, None), value);
        self
    }

    fn days(mut self, first: &str, values: impl IntoIterator<Item = i64>) -> Self {
        for (number, value) in (0..).zip(values) {
            let date = day(first) + number;
            self.add(("sales", Over::Flow), (Span { from: date, to: date }, None), value);
        }
        self
    }

    fn week(mut self, first: &str, values: &[(&str, i64)]) -> Self {
        let span = Span { from: day(first), to: day(first) + 6 };
        for (term, value) in values {
            self.add(("searches", Over::Flow), (span, Some(term)), *value);
            self.add(("rank", Over::Level), (span, Some(term)), 1000 - *value);
        }
        self
    }

    fn facts(self) -> Facts {
        self.builder.build(ImportLog::default()).0
    }
}

fn ask<T>(world: World, answer: impl FnOnce(&Workspace, &Check<'_>) -> T) -> T {
    let (workspace, facts, plan) = (workspace(), world.facts(), Plan::default());
    answer(&workspace, &Check::of(&workspace, &facts, (&plan, day("2026-11-22"))))
}

fn company(metric: &str) -> Subject {
    Subject::of(&MeasureId::new(metric), &Scope::company())
}

fn series(world: World, subject: &Subject, grain: Grain) -> Result<Series, NoSeries> {
    ask(world, |workspace, check| Series::of(workspace, check, subject, grain))
}

fn shown(series: &Series) -> Vec<String> {
    let value = |value: &Option<Ratio>| value.as_ref().map_or("-".to_owned(), ToString::to_string);
    series.points.iter().map(|point| format!("{} {}", point.period, value(&point.value))).collect()
}

#[test]
fn a_missing_day_makes_a_gap_and_the_ends_stand_apart() {
    let world = World::new().days("2026-10-28", [1; 12]).days("2026-11-10", [2; 11]);
    let series = series(world, &company("sales"), Grain::Week).unwrap();
    assert_eq!(shown(&series), ["2026-W45 7", "2026-W46 -"]);
    assert_eq!(series.gaps, [Period::parse("2026-W46").unwrap()]);
    let begun = series.begun.unwrap();
    assert_eq!(
        (begun.period.to_string(), begun.days.len(), begun.value),
        ("2026-W44".into(), 5, Some(Ratio::from_int(5)))
    );
    let unfinished = series.unfinished.unwrap();
    assert_eq!((unfinished.period.to_string(), unfinished.days.len()), ("2026-W47".into(), 5));
    assert_eq!(unfinished.value, Some(Ratio::from_int(10)));
}

#[test]
fn weeks_of_a_report_stay_as_they_are_and_others_are_named() {
    let world = World::new()
        .week("2026-10-04", &[("tea", 10)])
        .week("2026-10-11", &[("tea", 20)])
        .week("2026-10-19", &[("tea", 30)]);
    let series = series(world, &company("searches").within("search_term", "tea"), Grain::Week).unwrap();
    let weeks = series.weeks.clone().unwrap();
    assert_eq!((weeks.start, weeks.reported), (WeekStart::Sunday, true));
    assert_eq!(weeks.strays, [Span { from: day("2026-10-19"), to: day("2026-10-25") }]);
    let known: Vec<String> = shown(&series).into_iter().filter(|point| !point.ends_with('-')).collect();
    assert_eq!(known, ["2026-W40 10", "2026-W41 20"]);
}

#[test]
fn weeks_make_no_months_and_ranks_do_not_add_up() {
    let world = || World::new().week("2026-10-04", &[("tea", 10)]).week("2026-10-11", &[("tea", 20)]);
    let tea = |metric: &str| company(metric).within("search_term", "tea");
    assert_eq!(series(world(), &tea("searches"), Grain::Month), Err(NoSeries::Coarse));
    assert_eq!(series(world(), &tea("searches"), Grain::Day), Err(NoSeries::Coarse));
    assert_eq!(series(world(), &tea("rank"), Grain::Month), Err(NoSeries::Level));
    let rank = series(world(), &tea("rank"), Grain::Week).unwrap();
    assert_eq!(
        (shown(&rank), rank.falls_is_better),
        (vec!["2026-W40 990".to_owned(), "2026-W41 980".to_owned()], true)
    );
    assert_eq!(series(world(), &company("nothing"), Grain::Week), Err(NoSeries::Unknown));
    assert_eq!(series(world(), &company("sales"), Grain::Week), Err(NoSeries::Empty));
    let ship_to = company("searches").within("reason", "x");
    assert_eq!(series(world(), &ship_to, Grain::Week), Err(NoSeries::Unknown));
}

/// Two weeks of four terms, of which no category has the last.
fn searched() -> World {
    World::new()
        .days("2026-10-04", [3; 14])
        .week("2026-10-04", &[("tea", 10), ("cup", 5), ("pot", 40), ("sofa", 700)])
        .week("2026-10-11", &[("tea", 20), ("cup", 4), ("pot", 30), ("sofa", 900)])
}

#[test]
fn a_category_is_the_sum_of_its_terms_or_of_its_products() {
    let of = |metric: &str, id: &str| {
        series(searched(), &company(metric).within(Segment::CATEGORY, id), Grain::Week).map(|own| shown(&own))
    };
    assert_eq!(of("searches", "drinks").unwrap(), ["2026-W40 15", "2026-W41 24"]);
    assert_eq!(of("searches", "pots").unwrap(), ["2026-W40 40", "2026-W41 30"]);
    assert_eq!(of("sales", "drinks").unwrap(), ["2026-W41 21"]);
    assert_eq!(of("rank", "pots").unwrap(), ["2026-W40 960", "2026-W41 970"], "one term has a rank");
    assert_eq!(of("rank", "drinks"), Err(NoSeries::Level), "those of two do not add up");
    assert_eq!(of("searches", "sofas"), Err(NoSeries::Unknown));
}

#[test]
fn movers_are_told_among_categories_and_within_one() {
    let moved = |whole: &Subject, dimension: &str| {
        let all = ask(searched(), |workspace, check| {
            facts_among(workspace, check, (whole, dimension), Grain::Week)
        });
        let movers = all.into_iter().filter_map(|fact| match fact {
            Fact::Movers(own) if own.size == Size::Absolute => Some((own.risers, own.fallers)),
            _ => None,
        });
        let names = |all: Vec<Mover>| {
            all.iter().map(|own| format!("{} {}", own.name, own.change())).collect::<Vec<_>>().join(", ")
        };
        movers.map(|(up, down)| (names(up), names(down))).collect::<Vec<_>>()
    };
    let told = |up: &str, down: &str| vec![(up.to_owned(), down.to_owned())];
    assert_eq!(moved(&company("searches"), Segment::CATEGORY), told("drinks 9", "pots -10"));
    let drinks = company("searches").within(Segment::CATEGORY, "drinks");
    assert_eq!(moved(&drinks, "search_term"), told("tea 10", "cup -1"), "neither the pot nor the sofa");
}

#[test]
fn a_single_day_is_no_series_that_anything_is_said_of() {
    for grain in [Grain::Week, Grain::Month] {
        let told = ask(World::new().day("2026-11-03", 5), |workspace, check| {
            facts(workspace, check, &Series::of(workspace, check, &company("sales"), grain).unwrap())
        });
        assert_eq!(told.iter().map(Fact::kind).collect::<Vec<_>>(), ["running"], "{grain:?}");
    }
}

#[test]
fn figures_of_one_weekday_stand_for_weeks_once_there_are_two() {
    let weeks = |world| shown(&series(world, &company("sales"), Grain::Week).unwrap());
    let one = World::new().covered("2026-11-07", "2026-11-07").day("2026-11-07", 5);
    assert_eq!(weeks(one), [""; 0]);
    let two = World::new().covered("2026-11-07", "2026-11-14").day("2026-11-07", 5).day("2026-11-14", 6);
    assert_eq!(weeks(two), ["2026-W44 5", "2026-W45 6"], "weeks that begin on Sunday");
}

/// Terms with their searches in each of some weeks; nothing where a term has no row.
fn weeks() -> impl Strategy<Value = Vec<Vec<Option<i64>>>> {
    let value = prop_oneof![1 => Just(None), 1 => Just(Some(0)), 6 => (0..10_000_i64).prop_map(Some)];
    let week = (prop::collection::vec(value, 7), 1..10_000_i64).prop_map(|(mut week, first)| {
        week[0] = Some(first);
        week
    });
    prop::collection::vec(week, 1..6)
}

fn terms(weeks: &[Vec<Option<i64>>]) -> World {
    const NAMES: [&str; 7] = ["a", "b", "c", "d", "e", "f", "g"];
    let first = day("2026-10-04");
    let mut world = World::new();
    for (number, week) in (0..).zip(weeks) {
        let rows: Vec<(&str, i64)> =
            NAMES.iter().zip(week).filter_map(|(name, value)| Some((*name, (*value)?))).collect();
        world = world.week(&(first + number * 7).to_string(), &rows);
    }
    world
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_days_give_a_series_that_sums_to_them(
        first in 0..400_i32,
        values in prop::collection::vec(prop::option::weighted(0.9, -1000..1000_i64), 1..500),
        grain in prop_oneof![Just(Grain::Day), Just(Grain::Week), Just(Grain::Month), Just(Grain::Quarter)],
    ) {
        let first = day("2024-02-01") + first;
        let mut world = World::new();
        for (number, value) in (0..).zip(&values) {
            if let Some(value) = value {
                world = world.day(&(first + number).to_string(), *value);
            }
        }
        let known = values.iter().flatten().count();
        let days = (0..).zip(&values).filter_map(|(number, value)| value.and(Some(first + number)));
        let weekdays: BTreeSet<usize> = days.map(Day::weekday).collect();
        prop_assume!(known < 2 || weekdays.len() > 1, "figures of one weekday stand for their weeks");
        ask(world, |workspace, check| {
            let found = Series::of(workspace, check, &company("sales"), grain);
            let Ok(series) = found else {
                prop_assert!(known < values.len() || known == 0, "{:?}", found);
                return Ok(());
            };
            for point in &series.points {
                let days = point.period.span().days();
                let sum: Option<i64> = days.map(|day| {
                    values.get(usize::try_from(day - first).ok()?).copied().flatten()
                }).sum();
                prop_assert_eq!(&point.value, &sum.map(|sum| Ratio::from_int(sum.into())), "{:?}", point.period);
                prop_assert_eq!(series.gaps.contains(&point.period), point.value.is_none());
            }
            prop_assert!(series.points.windows(2).all(|pair| pair[0].period.next() == pair[1].period));
            let _ = facts(workspace, check, &series);
            Ok(())
        })?;
    }

    #[test]
    fn movers_are_the_extremes_and_shares_sum_to_one(weeks in weeks()) {
        let (last, before) = (weeks.last().unwrap(), weeks.get(weeks.len().wrapping_sub(2)));
        let told = ask(terms(&weeks), |workspace, check| {
            facts_among(workspace, check, (&company("searches"), "search_term"), Grain::Week)
        });
        for fact in &told {
            match fact {
                Fact::Movers(movers) => {
                    let before = before.unwrap();
                    let changes = last.iter().zip(before).map(|(to, from)| {
                        Ratio::from_int(i128::from(to.unwrap_or(0)) - i128::from(from.unwrap_or(0)))
                    });
                    let changes: Vec<Ratio> = changes.collect();
                    let all = movers.risers.iter().chain(&movers.fallers);
                    prop_assert!(all.clone().all(|mover| changes.contains(&mover.change())));
                    prop_assert!(movers.risers.iter().all(|mover| mover.change().is_positive()));
                    prop_assert!(movers.fallers.iter().all(|mover| mover.change().is_negative()));
                    prop_assert!(movers.risers.len() <= 3 && movers.fallers.len() <= 3);
                    let total: i64 = before.iter().flatten().sum();
                    prop_assert!(all.clone().all(|mover| &mover.from * &Ratio::from_int(100) >= Ratio::from_int(total.into())));
                    if movers.size == Size::Absolute && total > 0 {
                        let floor = |from: i64| from * 100 >= total;
                        let ends = last.iter().zip(before).map(|(to, from)| (to.unwrap_or(0), from.unwrap_or(0)));
                        let large = ends.filter(|(to, from)| floor(*from) && (to - from).abs() * 50 >= *to.max(from));
                        let most = large.map(|(to, from)| to - from).max();
                        if let (Some(first), Some(most)) = (movers.risers.first(), most) {
                            prop_assert_eq!(first.change(), Ratio::from_int(most.into()));
                        }
                    }
                }
                Fact::Concentration(fact) => {
                    prop_assert_eq!(fact.shares.iter().map(|(_, share)| share).sum::<Ratio>(), Ratio::one());
                    prop_assert!(fact.shares.windows(2).all(|pair| pair[0].1 >= pair[1].1));
                    prop_assert!(fact.index <= fact.top && fact.top <= Ratio::one());
                }
                other => prop_assert!(false, "{:?}", other),
            }
        }
    }
}
