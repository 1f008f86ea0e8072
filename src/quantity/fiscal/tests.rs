use super::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn calendar(start: (i8, i8)) -> FiscalCalendar {
    FiscalCalendar { start, ..FiscalCalendar::default() }
}

fn weekly(start: (i8, i8), weeks: WeekStart) -> FiscalCalendar {
    FiscalCalendar { periods: PeriodSystem::FourFourFive, weeks, ..calendar(start) }
}

fn shown(period: Period) -> String {
    format!("{period} {} {}", period.span().from, period.span().to)
}

#[test]
fn the_calendar_year_stays_what_it_is() {
    let plain = FiscalCalendar::default();
    assert_eq!(plain.year(2026), Period::Year(2026));
    assert_eq!(plain.periods(2026)[10], Period::Month(2026, 11));
    assert_eq!(plain.quarters(2026)[3], Period::Quarter(2026, 4));
    assert_eq!(plain.weeks(2026), Period::Year(2026).split(Grain::Week));
    assert_eq!(plain.year_of(day("2026-12-31")), 2026);
}

#[test]
fn a_year_from_april_is_named_by_its_start_or_its_end() {
    let by_start = calendar((4, 1));
    assert_eq!(shown(by_start.year(2026)), "FY2026 2026-04-01 2027-03-31");
    assert_eq!(shown(by_start.quarters(2026)[3]), "FY2026-Q4 2027-01-01 2027-03-31");
    assert_eq!(by_start.periods(2026)[0], Period::Month(2026, 4));
    assert_eq!((by_start.year_of(day("2026-03-31")), by_start.year_of(day("2026-04-01"))), (2025, 2026));
    let by_end = FiscalCalendar { named_by: NamedBy::End, ..by_start };
    assert_eq!(shown(by_end.year(2026)), "FY2026 2025-04-01 2026-03-31");
    assert_eq!((by_end.year_of(day("2026-03-31")), by_end.year_of(day("2026-04-01"))), (2026, 2027));
    let plain = FiscalCalendar { named_by: NamedBy::End, ..FiscalCalendar::default() };
    assert_eq!(plain.year(2026).span(), Period::Year(2026).span());
}

#[test]
fn a_year_from_the_middle_of_a_month_has_periods_of_its_own() {
    let year = calendar((1, 31));
    let spans: Vec<String> = year.periods(2028).into_iter().take(3).map(shown).collect();
    assert_eq!(
        spans,
        [
            "FY2028-P01 2028-01-31 2028-02-28",
            "FY2028-P02 2028-02-29 2028-03-30",
            "FY2028-P03 2028-03-31 2028-04-29"
        ]
    );
}

#[test]
fn weeks_of_4_4_5_begin_with_the_week_of_the_fourth_day() {
    let iso = weekly((1, 1), WeekStart::Iso);
    assert_eq!(shown(iso.year(2026)), "FY2026 2025-12-29 2027-01-03");
    assert_eq!(shown(iso.periods(2026)[0]), "FY2026-P01 2025-12-29 2026-01-25");
    assert_eq!(shown(iso.periods(2026)[2]), "FY2026-P03 2026-02-23 2026-03-29");
    assert_eq!(shown(iso.periods(2026)[11]), "FY2026-P12 2026-11-23 2027-01-03");
    assert_eq!((iso.weeks(2026).len(), iso.weeks(2027).len()), (53, 52));
    let sunday = weekly((1, 1), WeekStart::Sunday);
    assert_eq!(shown(sunday.year(2026)), "FY2026 2026-01-04 2027-01-02");
    assert_eq!(sunday.weeks(2026).len(), 52);
}

#[test]
fn weeks_from_sunday_are_numbered_by_the_same_rule() {
    let sunday = FiscalCalendar { weeks: WeekStart::Sunday, ..FiscalCalendar::default() };
    assert_eq!(shown(sunday.week_of(day("2026-01-04"))), "2026-W01 2026-01-04 2026-01-10");
    assert_eq!(shown(sunday.week_of(day("2026-01-03"))), "2025-W53 2025-12-28 2026-01-03");
    assert_eq!(shown(sunday.week_of(day("2026-11-22"))), "2026-W47 2026-11-22 2026-11-28");
    assert_eq!(sunday.week_of(day("2026-01-03")).next().to_string(), "2026-W01");
}

#[test]
fn a_year_before_is_364_days_earlier_in_weeks() {
    let iso = weekly((1, 1), WeekStart::Iso);
    let first = iso.periods(2027)[0];
    assert_eq!(first.year_before().to_string(), "FY2026-P01");
    let before = first.days_before(first.span());
    assert_eq!(
        (before.from.to_string().as_str(), before.to.to_string().as_str()),
        ("2026-01-05", "2026-02-01")
    );
    let before = iso.periods(2026)[0].days_before(iso.periods(2026)[0].span());
    assert_eq!(before, iso.periods(2025)[0].span());
}

#[test]
fn every_day_lies_in_the_year_period_and_quarter_that_hold_it() {
    let starts = [(1, 1), (1, 2), (2, 28), (4, 1), (7, 1), (8, 31), (12, 30), (12, 31)];
    for start in starts {
        for (periods, weeks) in [
            (PeriodSystem::Calendar, WeekStart::Iso),
            (PeriodSystem::FourFourFive, WeekStart::Iso),
            (PeriodSystem::FourFourFive, WeekStart::Sunday),
        ] {
            for named_by in [NamedBy::Start, NamedBy::End] {
                let calendar = FiscalCalendar { start, named_by, weeks, periods };
                for year in [2001, 2024, 2026, 2027, 2028, 2099] {
                    holds_its_days(calendar, year);
                }
            }
        }
    }
}

/// The periods and quarters of a year follow each other from its first day to its last, and each day finds its own.
fn holds_its_days(calendar: FiscalCalendar, year: i16) {
    let span = calendar.year(year).span();
    assert!((364..=371).contains(&span.len()), "{calendar:?} {year}");
    assert_eq!(calendar.year(year + 1).span().from, span.to + 1, "{calendar:?} {year}");
    for (grain, parts) in [(Grain::Month, calendar.periods(year)), (Grain::Quarter, calendar.quarters(year))]
    {
        assert_eq!(calendar.year(year).split(grain), parts, "{calendar:?} {year}");
        let mut next = span.from;
        for part in parts {
            assert_eq!(part.span().from, next, "{part:?}");
            next = part.span().to + 1;
            for day in [part.span().from, part.span().to] {
                assert_eq!(calendar.containing(day, grain), part);
                assert_eq!(calendar.year_of(day), year);
            }
        }
        assert_eq!(next, span.to + 1);
    }
}
