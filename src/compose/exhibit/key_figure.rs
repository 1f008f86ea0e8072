//! Key figures: value, plan, previous year, course.

use super::aligned;
use super::columns::{largest, months_of};
use super::cut::cut_sentence;
use super::impact_of;
use crate::chart::Spark;
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::metric::Variance;
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{Figure, Question, Reading};
use crate::site::{Comparison, KeyFigure, KeyFigures, Phrase};

/// Several figures of one part of the company in one period.
pub(crate) fn key_figures(
    desk: &Desk<'_>,
    metrics: &[MeasureId],
    (scope, period): (&Scope, Period),
) -> KeyFigures {
    let question = |metric: &MeasureId| Question { metric: metric.clone(), scope: scope.clone(), period };
    KeyFigures { figures: metrics.iter().map(|metric| key_figure(desk, &question(metric))).collect() }
}

/// One figure.
pub(crate) fn key_figure(desk: &Desk<'_>, question: &Question) -> KeyFigure {
    let figure = desk.check().figure(question);
    let style = desk.style(
        &question.metric,
        &largest(std::slice::from_ref(&figure)).unwrap_or_else(crate::quantity::Ratio::zero),
    );
    KeyFigure {
        name: desk.metric(&question.metric),
        value: figure
            .actual
            .known()
            .map_or_else(|| missing(desk, &figure.actual), |value| style.value(value)),
        unit: if figure.actual.known().is_some() { style.unit() } else { String::new() },
        comparisons: comparisons(desk, &style, &figure),
        spark: Some(spark(desk, question)).filter(is_course),
        to: None,
        note: note(desk, &figure),
    }
}

/// Why there is no value, in a word or two.
pub(crate) fn missing(desk: &Desk<'_>, reading: &Reading) -> String {
    desk.say(match reading {
        Reading::Known(_) | Reading::Missing => "reading-missing",
        Reading::Coarse => "reading-coarse",
        Reading::Undefined => "reading-undefined",
    })
}

fn comparisons(desk: &Desk<'_>, style: &Style<'_>, figure: &Figure) -> Vec<Comparison> {
    let known = |variance: &Variance| variance.abs.is_some();
    let comparison = |variance: &Variance, key: &str| Comparison {
        delta: style.relative(variance),
        impact: impact_of(variance),
        against: desk.say(key).into(),
    };
    let both = [(&figure.vs_plan, "against-plan"), (&figure.vs_previous, "against-previous")];
    both.into_iter()
        .filter(|(variance, _)| known(variance))
        .map(|(variance, key)| comparison(variance, key))
        .collect()
}

/// What to heed: cut at a day, set beside unlike days, or still provisional.
fn note(desk: &Desk<'_>, figure: &Figure) -> Option<Phrase> {
    if let Some(words) = cut_sentence(desk, figure) {
        return Some(words.into());
    }
    if let Some(words) = aligned(desk, &figure.question) {
        return Some(words.into());
    }
    figure.provisional.then(|| desk.say("provisional").into())
}

/// Whether there is a line to draw: one month alone is no course.
fn is_course(spark: &Spark) -> bool {
    let known = |values: &[Option<f64>]| values.iter().flatten().count() > 1;
    known(&spark.actual) || known(&spark.plan)
}

/// The months of the year up to the question's period.
fn spark(desk: &Desk<'_>, question: &Question) -> Spark {
    let end = question.period.span().to;
    let months = months_of(desk, desk.fiscal().year_of(end));
    let figures: Vec<Figure> = months
        .iter()
        .map(|period| desk.check().figure(&Question { period: *period, ..question.clone() }))
        .collect();
    let past = figures.iter().filter(|figure| figure.question.period.span().from <= end && !figure.is_cut());
    Spark {
        actual: past.map(|figure| figure.actual.known().map(crate::quantity::Ratio::to_f64)).collect(),
        plan: figures
            .iter()
            .map(|figure| figure.plan_whole.as_ref().map(crate::quantity::Ratio::to_f64))
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_month_alone_is_no_course() {
        let spark = |actual: &[Option<f64>], plan: &[Option<f64>]| Spark {
            actual: actual.to_vec(),
            plan: plan.to_vec(),
        };
        for (spark, expected) in [
            (spark(&[None, None, Some(1.0)], &[None; 12]), false),
            (spark(&[None, Some(2.0), Some(1.0)], &[None; 12]), true),
            (spark(&[None, None, Some(1.0)], &[Some(1.0); 12]), true),
        ] {
            assert_eq!(is_course(&spark), expected);
        }
    }
}
