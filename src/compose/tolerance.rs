//! From which gap on a figure is off plan, in words.

use super::desk::Desk;
use super::style::Style;
use crate::metric::Unit;
use crate::quantity::MeasureId;

/// The tolerance of a figure: "±3.0%、±500 美元"; nothing where it has none.
pub(crate) fn tolerance(desk: &Desk<'_>, metric: &MeasureId) -> Option<String> {
    let tolerance = desk.workspace.materiality.of(metric, &desk.workspace.catalogue);
    let unit = desk.check().unit(metric);
    let relative = tolerance.rel.as_ref().map(|share| format!("±{}", desk.locale.percent(share, 1)));
    let absolute = tolerance.abs.as_ref().map(|abs| {
        let style = Style::new(desk.locale, (unit, desk.currency()), abs);
        let words = if unit == Unit::Percent { style.delta_worded(abs) } else { style.worded(abs) };
        format!("±{}", words.trim_start_matches('+'))
    });
    let both: Vec<String> = relative.into_iter().chain(absolute).collect();
    (!both.is_empty()).then(|| both.join(&desk.say("list-comma")))
}
