//! What was measured of a figure, step by step of one length: what a forecast of such a step is set beside.

use super::naive_scale;
use crate::quantity::{Day, Grain, Ratio, Span};
use crate::review::Check;
use crate::trend::{Series, Subject};
use crate::workspace::Workspace;

/// The complete steps of a figure, the oldest first.
pub(super) struct Past {
    steps: Vec<(Span, Option<Ratio>)>,
    /// How many steps lie between a step and its like one of the season before.
    season: usize,
}

/// The length of the steps of some days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Length {
    /// Periods of a calendar.
    Periods(Grain),
    /// Days that are no period, such as half a year: the same days of each year.
    Years(Span),
}

impl Length {
    /// That of some days.
    pub(super) fn of(workspace: &Workspace, span: Span) -> Self {
        let fiscal = workspace.fiscal();
        let grains = [Grain::Day, Grain::Month, Grain::Quarter, Grain::Year];
        let is = |grain: &Grain| fiscal.containing(span.from, *grain).span() == span;
        match grains.into_iter().find(is) {
            Some(grain) => Length::Periods(grain),
            None if span.len() == 7 => Length::Periods(Grain::Week),
            None => Length::Years(span),
        }
    }
}

impl Past {
    /// What is known of a subject; no steps where nothing is.
    pub(super) fn of(
        workspace: &Workspace,
        check: &Check<'_>,
        (subject, length): (&Subject, Length),
    ) -> Self {
        match length {
            Length::Periods(grain) => {
                let series = Series::of(workspace, check, subject, grain);
                let points = series.map(|series| series.points).unwrap_or_default();
                let steps = points.into_iter().map(|point| (point.period.span(), point.value)).collect();
                Past { steps, season: season(grain) }
            }
            Length::Years(span) => Past { steps: years(workspace, check, (subject, span)), season: 1 },
        }
    }

    fn at(&self, span: Span) -> Option<usize> {
        self.steps.iter().position(|(own, _)| *own == span)
    }

    /// What was measured over some days.
    pub(super) fn actual(&self, span: Span) -> Option<&Ratio> {
        self.steps.get(self.at(span)?)?.1.as_ref()
    }

    /// The step of the season before, or of the last one before that was over at the origin: what the seasonal naive
    /// forecast says of some days.
    pub(super) fn naive(&self, span: Span, origin: Day) -> Option<(Span, &Ratio)> {
        let at = self.at(span)?;
        let back = (1..).map_while(|years| at.checked_sub(years * self.season));
        let (days, value) = back.filter_map(|at| self.steps.get(at)).find(|(days, _)| days.to <= origin)?;
        Some((*days, value.as_ref()?))
    }

    /// What the naive forecast was wrong by on average until the origin: the seasonal one from two seasons on, else the
    /// one that says the step before.
    pub(super) fn scale(&self, origin: Day) -> Option<Ratio> {
        let known: Vec<Option<Ratio>> =
            self.steps.iter().filter(|(days, _)| days.to <= origin).map(|(_, value)| value.clone()).collect();
        let season = if known.len() >= 2 * self.season { self.season } else { 1 };
        naive_scale(&known, season).filter(Ratio::is_positive)
    }

    /// How many steps ahead of the last complete one some days were at the origin; nought where they had begun.
    pub(super) fn ahead(&self, span: Span, origin: Day) -> usize {
        let between = self.steps.iter().filter(|(days, _)| days.to > origin && *days <= span).count();
        if span.from <= origin { 0 } else { between.max(1) }
    }
}

fn season(grain: Grain) -> usize {
    match grain {
        Grain::Day => 7,
        Grain::Week => 52,
        Grain::Month => 12,
        Grain::Quarter => 4,
        Grain::Year => 1,
    }
}

/// The same days of each year that they are known for.
fn years(
    workspace: &Workspace,
    check: &Check<'_>,
    (subject, span): (&Subject, Span),
) -> Vec<(Span, Option<Ratio>)> {
    let weeks = Series::of(workspace, check, subject, Grain::Week);
    let last = check.last_day(&subject.metric, &subject.scope);
    let earlier =
        std::iter::successors(Some(span), |span| Span::new(span.from.year_before(), span.to.year_before()));
    let read = |span: Span| {
        let plain = match &subject.segment {
            None => check.read(&subject.metric, &subject.scope, span).known().cloned(),
            Some(_) => None,
        };
        plain.or_else(|| whole_weeks(weeks.as_ref().ok()?, span))
    };
    let known = earlier.take(5).filter(|span| last.is_some_and(|last| span.to <= last));
    let mut steps: Vec<(Span, Option<Ratio>)> = known.map(|span| (span, read(span))).collect();
    steps.reverse();
    steps
}

/// The sum of the weeks that have most of their days in a span, of what comes by the week; nothing where one is missing.
fn whole_weeks(weeks: &Series, span: Span) -> Option<Ratio> {
    let within = weeks.points.iter().filter(|point| span.contains(point.period.span().from + 3));
    let values: Vec<&Ratio> = within.map(|point| point.value.as_ref()).collect::<Option<_>>()?;
    let most = i32::try_from(values.len()).ok()? * 7;
    (most + 7 > span.len()).then(|| values.into_iter().sum())
}
