//! That an event moved between two years, and what the comparison is with like days beside each other.

use crate::compose::desk::Desk;
use crate::metric::Rel;
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::Question;

/// "6 月：活動對齊後 +34.6%（未對齊 +182.4%）": nothing where no aligned event moved into or out of the period.
pub(crate) fn aligned(desk: &Desk<'_>, question: &Question) -> Option<String> {
    let check = desk.check();
    let days = check.days(question)?;
    if !check.is_moved(question, days) {
        return None;
    }
    let aligned = check.aligned(question, days)?;
    let (Rel::Value(like), Rel::Value(plain)) = (&aligned.variance.rel, &aligned.plain.rel) else {
        return None;
    };
    let share = |share| desk.locale.signed_percent(share, 1);
    let args = [
        ("period", desk.locale.period_label(question.period).into()),
        ("aligned", share(like).into()),
        ("plain", share(plain).into()),
    ];
    Some(desk.fill("aligned-line", &args))
}

/// The same for each of some periods, in one sentence; nothing where nothing moved.
pub(crate) fn aligned_periods(
    desk: &Desk<'_>,
    (metric, scope): (&MeasureId, &Scope),
    periods: &[Period],
) -> Option<String> {
    let question =
        |period: &Period| Question { metric: metric.clone(), scope: scope.clone(), period: *period };
    let lines: Vec<String> = periods.iter().filter_map(|period| aligned(desk, &question(period))).collect();
    let args = || [("lines", lines.join(&desk.say("list-semicolon")).into())];
    (!lines.is_empty()).then(|| desk.fill("aligned-lines", &args()))
}
