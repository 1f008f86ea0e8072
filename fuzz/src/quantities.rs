//! Days, periods, ratios and money: what is read prints as itself, and arithmetic is exact whatever the size.

use opsreport::quantity::{
    Currency, Day, FiscalCalendar, Grain, Money, NamedBy, Period, PeriodSystem, Ratio,
};
use opsreport::quantity::{WeekStart, apportion};

/// Words, one a line.
pub fn quantities(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let mut ratios = Vec::new();
    for word in text.split('\n').take(16) {
        if let Some(day) = Day::parse(word) {
            assert_eq!(day.to_string(), word);
            fiscal(day, data);
        }
        if let Some(period) = Period::parse(word) {
            assert_eq!(Period::parse(&period.to_string()), Some(period), "{word}");
            assert!(period.span().contains(period.span().from) && period.previous() <= period.next());
            let _ = (period.year_before(), period.split(Grain::Day));
        }
        if let Some(code) = Currency::parse(word) {
            assert_eq!(code.code(), word);
        }
        let _ = Money::parse(word);
        ratios.extend(Ratio::parse(word));
    }
    arithmetic(&ratios);
}

/// Every day lies in the periods that are said to hold it.
fn fiscal(day: Day, data: &[u8]) {
    let start = (data.len() % 12 + 1) as i8;
    for (named_by, weeks, periods) in [
        (NamedBy::Start, WeekStart::Iso, PeriodSystem::FourFourFive),
        (NamedBy::End, WeekStart::Sunday, PeriodSystem::FourFourFive),
        (NamedBy::End, WeekStart::Sunday, PeriodSystem::Calendar),
    ] {
        let calendar = FiscalCalendar { start: (start, 1), named_by, weeks, periods };
        for grain in [Grain::Day, Grain::Week, Grain::Month, Grain::Quarter, Grain::Year] {
            let period = calendar.containing(day, grain);
            assert!(period.span().contains(day), "{day} is not in {period} of {calendar:?}");
        }
    }
}

fn arithmetic(ratios: &[Ratio]) {
    for pair in ratios.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        assert_eq!(&(&(a + b) - b), a);
        assert_eq!(a < b, (a - b).is_negative());
        let quotient = (a * b).checked_div(b);
        assert_eq!(quotient.is_none(), b.is_zero());
        assert!(quotient.is_none_or(|quotient| &quotient == a));
        let _ = (a.round_scaled(2), a.floor(), a.to_f64());
    }
    let weights: Vec<Ratio> = ratios.iter().map(Ratio::abs).collect();
    if let Ok(parts) = apportion(100_000, &weights) {
        assert_eq!(parts.iter().sum::<i128>(), 100_000);
    }
}
