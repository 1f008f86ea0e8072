//! Small multiples: one figure over time for several parts of the company, on one scale.

use super::bars::{any_gap, name, variance};
use super::columns::{chart_id, figures, largest, plot, title, versus};
use crate::chart::{Chart, DataTable, Multiples, Panel, Panels, Plot, Scenario};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::{Better, Impact};
use crate::quantity::{MeasureId, Period, Ratio, Scope};
use crate::review::Figure;
use crate::site;

/// A part of the company with its figures, one per period.
struct Course {
    name: String,
    figures: Vec<Figure>,
}

/// A figure of each part over some periods; nothing when fewer than two parts have one.
pub(crate) fn multiples(
    desk: &Desk<'_>,
    (metric, periods): (&MeasureId, &[Period]),
    (whole, parts): (&Scope, &[Scope]),
) -> Option<site::Figure> {
    let course =
        |part| Course { name: name(desk, whole, part), figures: figures(desk, (metric, part), periods) };
    let mut courses: Vec<Course> = parts.iter().map(course).collect();
    courses.retain(|course| largest(&course.figures).is_some_and(|value| !value.is_zero()));
    let first = courses.get(..2)?.first()?;
    let style = desk.style(metric, &courses.iter().filter_map(|course| largest(&course.figures)).max()?);
    let planned = courses.iter().any(|course| versus(&course.figures) == Scenario::Plan);
    let versus = if planned { Scenario::Plan } else { Scenario::Previous };
    let panel = |course: &Course| Panel {
        title: course.name.clone(),
        plot: plot(desk, &style, (&course.figures, versus)),
    };
    let names: Vec<&str> = courses.iter().map(|course| course.name.as_str()).collect();
    let chart = Chart {
        id: chart_id("multiples", metric, whole),
        title: title(desk, (metric, whole), (&style, &first.figures)),
        message: message(desk, &style, (metric, &courses, versus)),
        alt: names.join(&desk.say("list-comma")),
        table: table(desk, &style, &courses),
        plot: Plot::Multiples(Multiples { panels: Panels::Columns(courses.iter().map(panel).collect()) }),
    };
    Some(site::Figure { chart, how: Some(desk.say("columns-how").as_str().into()), more: None })
}

/// Which part is furthest behind over all periods; nothing of figures that do not add up, or have nothing beside them.
fn message(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (metric, courses, versus): (&MeasureId, &[Course], Scenario),
) -> String {
    let compared = any_gap(courses.iter().flat_map(|course| &course.figures), versus);
    if desk.workspace.catalogue.is_ratio(metric) || !compared {
        return String::new();
    }
    let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
    let reference = if versus == Scenario::Plan { "plan" } else { "previous" };
    match furthest_behind(courses, versus, better) {
        None => desk.say(&format!("multiples-message-{reference}-none")),
        Some((course, gap)) => desk.fill(
            &format!("multiples-message-{reference}"),
            &[("worst", course.name.clone().into()), ("gap", style.delta_worded(&gap).into())],
        ),
    }
}

/// The part with the largest unfavourable sum of gaps, and that sum.
fn furthest_behind(courses: &[Course], versus: Scenario, better: Better) -> Option<(&Course, Ratio)> {
    let gap = |course: &Course| -> Ratio {
        course.figures.iter().filter_map(|figure| variance(figure, versus).abs.as_ref()).sum()
    };
    let sums = courses.iter().map(|course| (course, gap(course)));
    let behind = sums.filter(|(_, gap)| better.impact(gap) == Impact::Unfavourable);
    behind.max_by_key(|(_, gap)| gap.abs())
}

/// Actual and plan of each part, period by period.
fn table(desk: &Desk<'_>, style: &Style<'_>, courses: &[Course]) -> DataTable {
    let value = |value: Option<&Ratio>| value.map_or_else(|| "–".to_owned(), |value| style.value(value));
    let heads = |course: &Course| {
        ["head-actual", "head-plan"].map(|key| format!("{} · {}", course.name, desk.say(key)))
    };
    let cells = |figure: &Figure| [value(figure.actual.known()), value(planned(figure))];
    let line = |(index, figure): (usize, &Figure)| -> Vec<String> {
        let label = desk.locale.period_label(figure.question.period);
        let of = courses.iter().filter_map(|course| course.figures.get(index));
        std::iter::once(label).chain(of.flat_map(cells)).collect()
    };
    let periods = courses.first().map_or(&[][..], |course| &course.figures);
    DataTable {
        columns: std::iter::once(desk.say("head-period")).chain(courses.iter().flat_map(heads)).collect(),
        rows: periods.iter().enumerate().map(line).collect(),
    }
}

/// The plan of the same days, or of the whole period when nothing is measured yet.
fn planned(figure: &Figure) -> Option<&Ratio> {
    if figure.days.is_some() { figure.plan.as_ref() } else { figure.plan_whole.as_ref() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::metric::{Unit, variance};
    use crate::review::{Question, Reading};

    fn course(name: &str, gaps: &[i128]) -> Course {
        let figure = |gap: &i128| {
            let (actual, plan) = (Ratio::from_int(100 + gap), Ratio::from_int(100));
            Figure {
                question: Question::company("sales", Period::Year(2026)),
                days: None,
                before: None,
                vs_plan: variance(Some(&actual), Some(&plan), Unit::Money, Better::Higher),
                vs_previous: variance(Some(&actual), None, Unit::Money, Better::Higher),
                plan_whole: None,
                plan: Some(plan),
                previous: Reading::Missing,
                actual: Reading::Known(actual),
                provisional: false,
            }
        };
        Course { name: name.to_owned(), figures: gaps.iter().map(figure).collect() }
    }

    #[test]
    fn a_course_with_nothing_beside_it_has_no_gap() {
        let with = course("US", &[0]);
        let mut alone = course("JP", &[0]);
        for figure in &mut alone.figures {
            figure.plan = None;
            figure.vs_plan = variance(figure.actual.known(), None, Unit::Money, Better::Higher);
        }
        let any = |course: &Course| any_gap(&course.figures, Scenario::Plan);
        assert!(any(&with));
        assert!(!any(&alone));
    }

    #[test]
    fn the_furthest_behind_is_so_over_all_periods() {
        let courses = [course("US", &[-9, 8]), course("JP", &[-2, -1]), course("CA", &[5, 1])];
        let behind =
            |better| furthest_behind(&courses, Scenario::Plan, better).map(|(c, gap)| (&*c.name, gap));
        assert_eq!(behind(Better::Higher), Some(("JP", Ratio::from_int(-3))));
        assert_eq!(behind(Better::Lower), Some(("CA", Ratio::from_int(6))));
        assert_eq!(behind(Better::None), None);
    }
}
