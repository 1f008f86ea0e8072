//! The plan's one promise: whatever the weights, the calendar and the days of sale, every view sums to the goal.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;

use opsreport::plan::{Plan, PlanSource};
use opsreport::quantity::{
    Currency, Day, FiscalCalendar, Grain, MarketplaceId, MeasureId, NamedBy, Period, PeriodSystem, ProductId,
    Ratio, Scope, Span, WeekStart,
};
use opsreport::workspace::{Workspace, load};
use opsreport::world::Memory;
use proptest::prelude::*;

const YEAR: i16 = 2026;
const PRODUCTS: [&str; 3] = ["pot", "cup", "set"];
const MARKETS: [&str; 3] = ["US", "JP", "TW"];

/// A plan as people may write it.
#[derive(Clone, Debug)]
struct Written {
    minor: i128,
    currency: &'static str,
    calendar: FiscalCalendar,
    products: [u32; 3],
    markets: [[u32; 3]; 2],
    months: [[u32; 12]; 2],
    weekdays: [u32; 7],
    /// Days from the beginning of 2026 to the first day of sale of the second product, and on to its last.
    sale: (i32, i32),
    /// Days from the beginning of 2026 to an event, its length, and its lift in tenths.
    event: (i32, i32, u32),
}

fn calendar() -> impl Strategy<Value = FiscalCalendar> {
    let periods = prop_oneof![Just(PeriodSystem::Calendar), Just(PeriodSystem::FourFourFive)];
    let weeks = prop_oneof![Just(WeekStart::Iso), Just(WeekStart::Sunday)];
    let named_by = prop_oneof![Just(NamedBy::Start), Just(NamedBy::End)];
    let start =
        prop_oneof![Just((1, 1)), Just((4, 1)), (1i8..=12, 1i8..=28), (1i8..=12, 29i8..=30), Just((12, 31))];
    (start, named_by, weeks, periods)
        .prop_filter("29 and 30 February are no beginning", |((month, day), ..)| *month != 2 || *day < 29)
        .prop_map(|(start, named_by, weeks, periods)| FiscalCalendar { start, named_by, weeks, periods })
}

/// Weights, of which one is above nought.
fn weights<const N: usize>() -> impl Strategy<Value = [u32; N]> {
    let weight = prop_oneof![1 => Just(0u32), 4 => 1u32..1000];
    prop::array::uniform(weight)
        .prop_filter("all nought", |weights: &[u32; N]| weights.iter().any(|w| *w > 0))
}

fn written() -> impl Strategy<Value = Written> {
    let currency = prop_oneof![Just("USD"), Just("JPY"), Just("TWD"), Just("KWD")];
    let amount = (-100_000_000i128..100_000_000_000, currency, calendar());
    let two = || (weights::<3>(), weights::<3>());
    let months = (weights::<12>(), weights::<12>());
    let days = (weights::<7>(), (-100i32..300, 0i32..400), (-20i32..380, 0i32..20, 0u32..60));
    (amount, weights::<3>(), two(), months, days).prop_map(
        |((minor, currency, calendar), products, markets, months, (weekdays, sale, event))| Written {
            minor,
            currency,
            calendar,
            products,
            markets: [markets.0, markets.1],
            months: [months.0, months.1],
            weekdays,
            sale,
            event,
        },
    )
}

impl Written {
    fn digits(&self) -> u32 {
        Currency::parse(self.currency).unwrap().digits()
    }

    fn first(&self) -> Day {
        Day::new(YEAR, 1, 1).unwrap() + self.sale.0
    }

    fn last(&self) -> Day {
        self.first() + self.sale.1
    }

    fn company(&self) -> String {
        let list = |weights: &[u32]| weights.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
        let map = |names: &[&str], weights: &[u32]| {
            let pair = |(name, weight): (&&str, &u32)| format!("{name}: {weight}");
            names.iter().zip(weights).map(pair).collect::<Vec<_>>().join(", ")
        };
        let FiscalCalendar { start: (month, day), named_by, weeks, periods } = self.calendar;
        let named = if named_by == NamedBy::Start { "start" } else { "end" };
        let weeks = if weeks == WeekStart::Iso { "iso" } else { "sunday" };
        let periods = if periods == PeriodSystem::Calendar { "calendar" } else { "4-4-5" };
        let target = amount(self.minor, self.digits());
        let weekdays = map(&["mon", "tue", "wed", "thu", "fri", "sat", "sun"], &self.weekdays);
        format!(
            "company:\n  id: x\n  name: X\n  reporting_currency: {currency}\n  \
             fiscal_year: {{start: \"{month:02}-{day:02}\", named_by: {named}, weeks: {weeks}, periods: {periods}}}\n\
             goals: [{{id: G, metric: sales, year: {YEAR}, target: {target} {currency}}}]\n\
             allocation:\n  goal: G\n  product: {{{products}}}\n  \
             marketplace: {{default: {{{m0}}}, cup: {{{m1}}}}}\n  month: {{default: [{w0}], cup: [{w1}]}}\n  \
             day: {{weekday: {{{weekdays}}}, events: from-calendar}}\n",
            currency = self.currency,
            products = map(&PRODUCTS, &self.products),
            m0 = map(&MARKETS, &self.markets[0]),
            m1 = map(&MARKETS, &self.markets[1]),
            w0 = list(&self.months[0]),
            w1 = list(&self.months[1]),
        )
    }

    fn workspace(&self) -> Option<Workspace> {
        let markets = MARKETS.map(|id| format!("{{id: {id}, currency: USD}}")).join(", ");
        let from = Day::new(YEAR, 1, 1).unwrap() + self.event.0;
        let (to, lift) = (from + self.event.1, f64::from(self.event.2) / 10.0);
        let files = [
            ("opsreport.yaml", "{title: X, currency: USD}".to_owned()),
            (
                "products.yaml",
                format!(
                    "products: [{{id: pot}}, {{id: cup, launch: {}, last_day: {}}}, {{id: set}}]",
                    self.first(),
                    self.last()
                ),
            ),
            ("marketplaces.yaml", format!("marketplaces: [{markets}]")),
            (
                "calendar.yaml",
                format!(
                    "events: [{{id: e, kind: demand, markets: [US, JP], from: {from}, to: {to}, lift: {lift}}}]"
                ),
            ),
            ("company.yaml", self.company()),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), text.into_bytes()));
        load(&Memory { files: BTreeMap::from(files), today: Day::new(YEAR, 6, 1).unwrap() }).0
    }
}

fn amount(minor: i128, digits: u32) -> String {
    let (sign, text) = (if minor < 0 { "-" } else { "" }, minor.abs().to_string());
    let text = format!("{text:0>width$}", width = digits as usize + 1);
    let (whole, cents) = text.split_at(text.len() - digits as usize);
    if digits == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{cents}") }
}

/// The planned days of a workspace, in minor units.
struct Days<'a> {
    plan: &'a Plan,
    digits: u32,
}

impl Days<'_> {
    /// A sum, which is a whole number of minor units.
    fn sum(&self, scope: &Scope, span: Span) -> i128 {
        let sum = self.plan.spine(&MeasureId::new("sales"), YEAR).unwrap().sum(scope, span);
        let minor = sum.round_scaled(self.digits);
        assert_eq!(Ratio::from_scaled(minor, self.digits), sum, "not whole minor units");
        minor
    }

    fn total(&self, scope: &Scope, periods: &[Period]) -> i128 {
        periods.iter().map(|period| self.sum(scope, period.span())).sum()
    }
}

/// The periods of a kind that touch a year.
fn touching(calendar: FiscalCalendar, grain: Grain, year: Span) -> Vec<Period> {
    let first = calendar.containing(year.from, grain);
    std::iter::successors(Some(first), |period| Some(period.next()))
        .take_while(|period| period.span().from <= year.to)
        .collect()
}

fn scopes() -> Vec<Scope> {
    let products = PRODUCTS.map(ProductId::new);
    let markets = MARKETS.map(MarketplaceId::new);
    let cells =
        products.iter().flat_map(|p| markets.iter().map(move |m| Scope::cell(p, m))).collect::<Vec<_>>();
    let whole = std::iter::once(Scope::company());
    whole
        .chain(products.iter().map(Scope::product))
        .chain(markets.iter().map(Scope::marketplace))
        .chain(cells)
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    #[test]
    fn every_view_of_any_plan_sums_to_the_goal(written in written()) {
        // A product that nothing can take the part of is a finding, and there is no plan.
        let Some(workspace) = written.workspace() else { return Ok(()) };
        let (plan, findings) = Plan::of(&PlanSource::today(&workspace));
        if findings.has_errors() {
            return Ok(());
        }
        let days = Days { plan: &plan, digits: written.digits() };
        let (company, calendar) = (Scope::company(), workspace.fiscal());
        let year = calendar.year(YEAR).span();
        prop_assert_eq!(days.sum(&company, year), written.minor);
        for grain in [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year] {
            let periods = touching(calendar, grain, year);
            for scope in scopes() {
                prop_assert_eq!(days.total(&scope, &periods), days.sum(&scope, year), "{:?} {:?}", grain, scope);
            }
        }
        let sum = |part: &dyn Fn(&Scope) -> bool| -> i128 {
            scopes().iter().filter(|scope| part(scope)).map(|scope| days.sum(scope, year)).sum()
        };
        prop_assert_eq!(sum(&|scope| scope.product.is_some() && scope.marketplace.is_none()), written.minor);
        prop_assert_eq!(sum(&|scope| scope.product.is_none() && scope.marketplace.is_some()), written.minor);
        prop_assert_eq!(sum(&|scope| scope.product.is_some() && scope.marketplace.is_some()), written.minor);
    }

    #[test]
    fn nothing_is_planned_on_days_without_sale(written in written()) {
        let Some(workspace) = written.workspace() else { return Ok(()) };
        let (plan, findings) = Plan::of(&PlanSource::today(&workspace));
        prop_assume!(!findings.has_errors());
        let days = Days { plan: &plan, digits: written.digits() };
        let (cup, year) = (Scope::product(&ProductId::new("cup")), workspace.fiscal().year(YEAR).span());
        let before = Span::new(year.from, (written.first() - 1).min(year.to));
        let after = Span::new((written.last() + 1).max(year.from), year.to);
        for outside in [before, after].into_iter().flatten() {
            prop_assert_eq!(days.sum(&cup, outside), 0);
        }
    }
}

#[test]
fn a_plan_of_two_currencies_without_cents_is_whole() {
    let mut written = Written {
        minor: 1_000_001,
        currency: "JPY",
        calendar: FiscalCalendar::default(),
        products: [1, 1, 1],
        markets: [[1, 1, 1], [1, 0, 0]],
        months: [[1; 12]; 2],
        weekdays: [1; 7],
        sale: (100, 100),
        event: (0, 10, 20),
    };
    for currency in ["JPY", "TWD"] {
        written.currency = currency;
        let (plan, findings) = Plan::of(&PlanSource::today(&written.workspace().unwrap()));
        assert!(!findings.has_errors());
        let january = Period::Month(YEAR, 1).span();
        let spine = plan.spine(&MeasureId::new("sales"), YEAR).unwrap();
        for day in january.days() {
            let planned = spine.sum(&Scope::company(), Span { from: day, to: day });
            assert_eq!(Ratio::from_int(planned.floor()), planned, "{currency} {day}");
        }
    }
}
