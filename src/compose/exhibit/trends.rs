//! Six weeks and twelve months of several figures, each a small picture with a row of numbers.

use super::impact;
use super::impact_of;
use super::key_figure::missing;
use crate::chart::{Delta, Mark, Moment, Scenario, SixTwelve, Stretch};
use crate::compose::desk::Desk;
use crate::compose::style::Style;
use crate::compose::why;
use crate::metric::{Variance, variance};
use crate::quantity::{Grain, MeasureId, Period, Ratio, Scope, Span};
use crate::review::{Figure, Question, Reading, Signal, Verdict};
use crate::site::{Comparison, Target, Trend, Trends};

const WEEKS: usize = 6;
const MONTHS: usize = 12;

/// The figures of the company up to a week; a figure of which nothing is known in these periods is left out.
pub(crate) fn trends(desk: &Desk<'_>, metrics: &[MeasureId], week: Period) -> Trends {
    let month = last_month(desk, week);
    let (weeks, months) = (trailing(week, WEEKS), trailing(month, MONTHS));
    let courses = metrics.iter().map(|metric| Course::of(desk, metric, (&weeks, &months)));
    let trends: Vec<Trend> = courses.filter_map(|course| trend(desk, &course)).collect();
    let labels = weeks.iter().chain(&months).map(|period| desk.locale.period_label(*period));
    Trends {
        trends,
        key: vec![Scenario::Actual, Scenario::Plan, Scenario::Previous],
        caption: String::new(),
        periods: labels.collect(),
        how: Some(desk.say("weekly-how").as_str().into()),
    }
}

/// The last month that had ended when a week did.
fn last_month(desk: &Desk<'_>, week: Period) -> Period {
    let end = week.span().to;
    let month = desk.fiscal().containing(end, Grain::Month);
    if month.span().to <= end { month } else { month.previous() }
}

fn trailing(last: Period, count: usize) -> Vec<Period> {
    let mut periods: Vec<Period> =
        std::iter::successors(Some(last), |period| Some(period.previous())).take(count).collect();
    periods.reverse();
    periods
}

/// One figure in the weeks and in the months, with what each period says.
struct Course<'a> {
    metric: MeasureId,
    weeks: Vec<(Figure, Option<Signal<'a>>)>,
    months: Vec<(Figure, Option<Signal<'a>>)>,
}

impl<'a> Course<'a> {
    fn of(desk: &Desk<'a>, metric: &MeasureId, (weeks, months): (&[Period], &[Period])) -> Self {
        let check = desk.check();
        let read = |periods: &[Period]| {
            let question = |period| Question { metric: metric.clone(), scope: Scope::company(), period };
            let figures = periods.iter().map(|period| check.figure(&question(*period)));
            let signals = periods.first().map(|first| check.signals(&question(*first), periods));
            figures.zip(signals.unwrap_or_default()).collect()
        };
        Course { metric: metric.clone(), weeks: read(weeks), months: read(months) }
    }

    /// The figure that the row of numbers speaks of, and the one before it: the last week's where it is known, else
    /// the last known month's.
    fn leading(&self) -> Option<(&Figure, Option<&Figure>)> {
        let last = |stretch: &[(Figure, Option<Signal<'a>>)]| {
            stretch.iter().rposition(|(figure, _)| whole(figure).is_some())
        };
        let (stretch, at) = match last(&self.weeks).filter(|at| at + 1 == self.weeks.len()) {
            Some(at) => (&self.weeks, at),
            None => (&self.months, last(&self.months)?),
        };
        Some((&stretch[at].0, at.checked_sub(1).map(|before| &stretch[before].0)))
    }

    fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.weeks.iter().chain(&self.months).map(|(figure, _)| figure)
    }

    fn style(&self, desk: &Desk<'a>) -> Style<'a> {
        let values = self.figures().filter_map(whole);
        let largest = values.map(Ratio::abs).max().unwrap_or_else(Ratio::zero);
        desk.style(&self.metric, &largest)
    }
}

/// The value of a whole period.
fn whole(figure: &Figure) -> Option<&Ratio> {
    figure.actual.known().filter(|_| !figure.is_cut())
}

fn trend(desk: &Desk<'_>, course: &Course<'_>) -> Option<Trend> {
    let (leading, before) = course.leading()?;
    let style = course.style(desk);
    Some(Trend {
        id: picture_id(&course.metric),
        name: desk.metric(&course.metric),
        unit: style.unit(),
        note: leading.provisional.then(|| desk.say("weekly-provisional").into()),
        picture: SixTwelve {
            weeks: stretch(desk, &style, &course.weeks),
            months: stretch(desk, &style, &course.months),
        },
        numbers: numbers(desk, &style, (leading, before)),
        rows: rows(desk, &style, course),
        to: explained(desk, leading),
    })
}

/// The page that tells why it changed, in its last period or the last month that has one.
fn explained(desk: &Desk<'_>, leading: &Figure) -> Option<Target> {
    let question = &leading.question;
    let month = last_month(desk, question.period);
    let mut asked = [question.period, month].into_iter();
    let route = asked.find_map(|period| why::route(desk, &Question { period, ..question.clone() }));
    route.map(|route| desk.target(&route))
}

fn stretch(desk: &Desk<'_>, style: &Style<'_>, periods: &[(Figure, Option<Signal<'_>>)]) -> Stretch {
    let place = |value: Option<&Ratio>| value.map(|value| style.mark(value));
    let moment = |(figure, signal): &(Figure, Option<Signal<'_>>)| Moment {
        label: desk.locale.period_label(figure.question.period),
        actual: whole(figure)
            .map_or_else(Mark::default, |value| Mark::new(style.mark(value), style.value(value))),
        plan: place(figure.plan_whole.as_ref()),
        previous: place(figure.previous.known().filter(|_| !figure.is_cut())),
        signal: signal.as_ref().and_then(mark),
    };
    Stretch { moments: periods.iter().map(moment).collect(), why: why(desk, periods) }
}

/// A wedge up or down, in the colour of what it means.
fn mark(signal: &Signal<'_>) -> Option<Delta> {
    let Verdict::Exceptional(breach, meaning) = signal.verdict else { return None };
    Some(Delta {
        value: None,
        label: if breach.above { "▲" } else { "▼" }.to_owned(),
        impact: impact(meaning),
    })
}

/// Why there is no line: reports that come by the month hold no week.
fn why(desk: &Desk<'_>, periods: &[(Figure, Option<Signal<'_>>)]) -> String {
    let coarse = periods.iter().any(|(figure, _)| figure.actual == Reading::Coarse);
    if coarse { desk.say("weekly-coarse") } else { desk.say("weekly-missing") }
}

/// The last period, against the one before, the plan and last year; then the year so far against its plan.
fn numbers(
    desk: &Desk<'_>,
    style: &Style<'_>,
    (leading, before): (&Figure, Option<&Figure>),
) -> Vec<Comparison> {
    let Question { metric, scope, period } = &leading.question;
    let better = desk.workspace.catalogue.better(metric).unwrap_or_default();
    let earlier = before.and_then(whole);
    let change = variance(leading.actual.known(), earlier, desk.check().unit(metric), better);
    let end = period.span().to;
    let year = desk.fiscal().containing(end, Grain::Year);
    let question = Question { metric: metric.clone(), scope: scope.clone(), period: year };
    let so_far = desk.check().over(&question, Span::new(year.span().from, end));
    let year_style = so_far.actual.known().map_or_else(|| style.clone(), |value| desk.style(metric, value));
    let value = |figure: &Figure, style: &Style<'_>| {
        figure.actual.known().map_or_else(|| missing(desk, &figure.actual), |value| style.value(value))
    };
    let plain =
        |delta: String, name: String| Comparison { delta, against: name.into(), ..Comparison::default() };
    let year_name = match year_style.unit() {
        unit if unit == style.unit() => desk.say("weekly-year"),
        unit => desk.fill("weekly-year-unit", &[("unit", unit.into())]),
    };
    vec![
        plain(value(leading, style), desk.locale.period_label(*period)),
        delta(
            style,
            &change,
            desk.say(if period.grain() == Grain::Week {
                "weekly-week-before"
            } else {
                "weekly-month-before"
            }),
        ),
        delta(style, &leading.vs_plan, desk.say("weekly-plan")),
        delta(style, &leading.vs_previous, desk.say("weekly-previous")),
        plain(value(&so_far, &year_style), year_name),
        delta(style, &so_far.vs_plan, desk.say("weekly-plan")),
    ]
}

/// A difference as a percentage; of percentages in points.
fn delta(style: &Style<'_>, variance: &Variance, name: String) -> Comparison {
    let words = match (&variance.abs, variance.rel.value()) {
        (None, _) => "–".to_owned(),
        (Some(_), Some(_)) => style.relative(variance),
        (Some(abs), None) => style.delta(abs),
    };
    Comparison { delta: words, impact: impact_of(variance), against: name.into() }
}

/// The figures of the picture, scenario by scenario; one that no period has is left out.
fn rows(desk: &Desk<'_>, style: &Style<'_>, course: &Course<'_>) -> Vec<(String, Vec<String>)> {
    let row = |key: &str, value: &dyn Fn(&Figure) -> Option<Ratio>| {
        let values: Vec<Option<Ratio>> = course.figures().map(value).collect();
        let shown = values.iter().any(Option::is_some).then(|| {
            let words =
                |value: &Option<Ratio>| value.as_ref().map_or_else(|| "–".to_owned(), |v| style.value(v));
            values.iter().map(words).collect()
        });
        shown.map(|values| (desk.say(key), values))
    };
    let all = [
        row("scenario-ac", &|figure| whole(figure).cloned()),
        row("scenario-pl", &|figure| figure.plan_whole.clone()),
        row("scenario-py", &|figure| figure.previous.known().filter(|_| !figure.is_cut()).cloned()),
    ];
    all.into_iter().flatten().collect()
}

/// The last week of a figure where that is known, else the last month that was known by then.
pub(crate) fn leading(desk: &Desk<'_>, metric: &MeasureId, week: Period) -> Option<Period> {
    let question = |period| Question { metric: metric.clone(), scope: Scope::company(), period };
    let known = |period: &Period| whole(&desk.check().figure(&question(*period))).is_some();
    let months = trailing(last_month(desk, week), MONTHS);
    std::iter::once(week).chain(months.into_iter().rev()).find(known)
}

/// The place of a figure's picture in its page.
pub(crate) fn picture_id(metric: &MeasureId) -> String {
    format!("w-{}", crate::site::slug(metric.as_str()))
}
