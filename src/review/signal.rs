//! Signals: whether a figure lies where its process brings it by itself, or something happened (domain 5.3, 6.2).
//!
//! A figure that adds up over days is set against its plan first, so that neither season nor growth is taken for a
//! signal; of a ratio its own values are judged. Limits are made of the first ten complete periods, or of those that
//! a documented change names, and stay until the next such change.

use super::{Breach, Check, Figure, Limits, Question};
use crate::metric::{Impact, Materiality};
use crate::quantity::{Day, Period, Ratio};
use crate::workspace::Rebase;

/// What the point of a figure says beside the points before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal<'a> {
    /// What was asked: a figure of a complete period.
    pub question: Question,
    /// Whether points are shares of the plan; else they are the figure's own values, in its unit.
    pub of_plan: bool,
    /// The point.
    pub value: Ratio,
    /// The limits of the process; nothing when there are too few points to make them of.
    pub limits: Option<Limits>,
    /// How many points there are to make limits of: all, while they are too few.
    pub points: usize,
    /// The first and the last period that limits are made of, or are to be made of; nothing while there is none.
    pub baseline: Option<(Period, Period)>,
    /// The documented change since which the process is judged.
    pub rebase: Option<&'a Rebase>,
    /// What the point says.
    pub verdict: Verdict,
    /// Whether late reports may still change it: no cause is asked for yet.
    pub provisional: bool,
}

/// What a point says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The process gives such points by itself.
    Routine,
    /// Something happened: which rule shows it, and whether it is good for the company.
    Exceptional(Breach, Impact),
    /// There are not enough points to tell.
    TooFew,
}

/// What a figure asks of the people who answer for it, by its plan and its process (domain 5.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ask {
    /// Off plan, and something happened: find the cause and act.
    FindCause,
    /// Off plan, and nothing happened: the process cannot meet this plan. Change the process or the plan.
    Replan,
    /// On plan, and something happened: learn whether it was earned or luck.
    Learn,
    /// On plan, and nothing happened: explaining it would be explaining noise.
    LeaveAlone,
    /// Late reports may still change it: no cause is asked for yet.
    Wait,
    /// There are too few points to tell.
    MorePoints,
}

impl Ask {
    /// Its name in tables.
    pub fn name(self) -> &'static str {
        match self {
            Ask::FindCause => "find-cause",
            Ask::Replan => "replan",
            Ask::Learn => "learn",
            Ask::LeaveAlone => "leave-alone",
            Ask::Wait => "wait",
            Ask::MorePoints => "more-points",
        }
    }
}

/// A figure with its place between plan and process.
#[derive(Clone, Debug)]
pub struct Weighed<'a> {
    /// The figure.
    pub figure: Figure,
    /// Whether its gap to the plan is large enough to matter.
    pub material: bool,
    /// What its point says; nothing when it has none.
    pub signal: Option<Signal<'a>>,
}

impl Weighed<'_> {
    /// What it asks for; nothing when it has no point, or nothing planned for it.
    pub fn ask(&self) -> Option<Ask> {
        self.figure.vs_plan.abs.as_ref()?;
        self.signal.as_ref().map(|signal| signal.ask(self.material))
    }
}

impl Signal<'_> {
    /// What it asks for, of a figure that is off plan by what matters or not.
    pub fn ask(&self, off_plan: bool) -> Ask {
        match (self.verdict, self.provisional, off_plan) {
            (Verdict::TooFew, ..) => Ask::MorePoints,
            (_, true, _) => Ask::Wait,
            (Verdict::Exceptional(..), false, true) => Ask::FindCause,
            (Verdict::Exceptional(..), false, false) => Ask::Learn,
            (Verdict::Routine, false, true) => Ask::Replan,
            (Verdict::Routine, false, false) => Ask::LeaveAlone,
        }
    }

    /// Whether the process gives such a point by itself.
    pub fn is_routine(&self) -> bool {
        self.verdict == Verdict::Routine
    }

    /// Whether something happened.
    pub fn is_exceptional(&self) -> bool {
        matches!(self.verdict, Verdict::Exceptional(..))
    }
}

/// A period and its point.
type Point = (Period, Ratio);

/// The points of a figure between two changes, with the limits of its process.
struct Process<'a> {
    rebase: Option<&'a Rebase>,
    points: Vec<Point>,
    /// How many of the points limits are made of.
    baseline: usize,
    limits: Option<Limits>,
}

impl<'a> Check<'a> {
    /// What a figure of a period says beside the periods of the same kind before it.
    ///
    /// Nothing when the period has not ended, or there is no point: the figure is not known by such periods, or is
    /// neither a ratio nor planned.
    pub fn signal(&self, question: &Question) -> Option<Signal<'a>> {
        self.judged(question, &self.process(question)?)
    }

    /// The same for several periods of a figure; the question's own does not count.
    pub fn signals(&self, question: &Question, periods: &[Period]) -> Vec<Option<Signal<'a>>> {
        // Periods with the same documented change before them belong to one process.
        let mut known: Option<(Option<Day>, Option<Process<'a>>)> = None;
        let mut signal = |period: &Period| {
            let question = Question { period: *period, ..question.clone() };
            let since = self.changed(&question).map(|change| change.from);
            if known.as_ref().is_none_or(|(from, _)| *from != since) {
                known = Some((since, self.process(&question)));
            }
            self.judged(&question, known.as_ref()?.1.as_ref()?)
        };
        periods.iter().map(&mut signal).collect()
    }

    fn judged(&self, question: &Question, process: &Process<'a>) -> Option<Signal<'a>> {
        let points = process.points.get(..=process.at(&question.period)?)?;
        let values: Vec<Ratio> = points.iter().map(|(_, value)| value.clone()).collect();
        let verdict = match process.limits.as_ref().map(|limits| limits.breach(&values)) {
            None => Verdict::TooFew,
            Some(None) => Verdict::Routine,
            Some(Some(breach)) => Verdict::Exceptional(breach, self.impact_of(question, breach)),
        };
        Some(Signal {
            question: question.clone(),
            of_plan: self.is_of_plan(question),
            value: values.last()?.clone(),
            limits: process.limits.clone(),
            points: process.baseline,
            baseline: ends(&process.points[..process.baseline]),
            rebase: process.rebase,
            provisional: self.is_provisional(&question.metric, question.period.span()),
            verdict,
        })
    }

    /// A figure of a period with its place between plan and process.
    pub fn weigh(&self, question: &Question, materiality: &Materiality) -> Weighed<'a> {
        self.weighed(question, materiality, self.signal(question))
    }

    /// The same for several periods of a figure; the question's own does not count.
    pub fn weigh_all(
        &self,
        question: &Question,
        periods: &[Period],
        materiality: &Materiality,
    ) -> Vec<Weighed<'a>> {
        let signals = self.signals(question, periods).into_iter().zip(periods);
        let weigh = |(signal, period): (Option<Signal<'a>>, &Period)| {
            self.weighed(&Question { period: *period, ..question.clone() }, materiality, signal)
        };
        signals.map(weigh).collect()
    }

    fn weighed(
        &self,
        question: &Question,
        materiality: &Materiality,
        signal: Option<Signal<'a>>,
    ) -> Weighed<'a> {
        let figure = self.figure(question);
        let tolerance = materiality.of(&question.metric, self.catalogue);
        let material = tolerance.is_reached(&figure.vs_plan);
        Weighed { figure, material, signal }
    }

    /// The last documented change before a period: from there on the figure is judged by new points.
    fn changed(&self, question: &Question) -> Option<&'a Rebase> {
        let day = question.period.span().from;
        let changes = self.rebases.iter().filter(|r| r.holds(&question.metric, &question.scope));
        changes.filter(|change| change.from <= day).max_by_key(|change| change.from)
    }

    /// The points of the process that a period belongs to: from the last documented change to the next.
    fn process(&self, question: &Question) -> Option<Process<'a>> {
        let day = question.period.span().from;
        let changes = || self.rebases.iter().filter(|r| r.holds(&question.metric, &question.scope));
        let since = self.changed(question);
        let until = changes().map(|change| change.from).filter(|from| *from > day).min();
        let from = since.map_or(self.first_day(&question.metric, &question.scope)?, |change| change.from);
        let last = self.last_day(&question.metric, &question.scope)?;
        let last = until.map_or(last, |until| last.min(until - 1));
        let points = self.points(question, (from, last));
        let baseline = baseline(&points, since);
        let values: Vec<Ratio> = points[..baseline].iter().map(|(_, value)| value.clone()).collect();
        Some(Process { rebase: since, limits: Limits::of(&values), points, baseline })
    }

    /// The points of the whole periods between two days.
    fn points(&self, question: &Question, (from, last): (Day, Day)) -> Vec<Point> {
        let mut period = question.period;
        while period.span().from > from {
            period = period.previous();
        }
        if period.span().from < from {
            period = period.next();
        }
        let mut points = Vec::new();
        while period.span().to <= last {
            points.extend(self.point(question, period).map(|value| (period, value)));
            period = period.next();
        }
        points
    }

    fn point(&self, question: &Question, period: Period) -> Option<Ratio> {
        let (metric, scope, span) = (&question.metric, &question.scope, period.span());
        let actual = self.read(metric, scope, span).known().cloned()?;
        if !self.is_of_plan(question) {
            return self.catalogue.is_ratio(metric).then_some(actual);
        }
        let plan = self.plan.value(self.catalogue, metric, (scope, span))?;
        plan.is_positive().then(|| actual.checked_div(&plan))?
    }

    fn is_of_plan(&self, question: &Question) -> bool {
        self.catalogue.adds_over_days(&question.metric)
    }

    fn impact_of(&self, question: &Question, breach: Breach) -> Impact {
        let better = self.catalogue.better(&question.metric).unwrap_or_default();
        better.impact(&Ratio::from_int(if breach.above { 1 } else { -1 }))
    }
}

impl Process<'_> {
    /// The place of a period among the points.
    fn at(&self, period: &Period) -> Option<usize> {
        self.points.iter().position(|(known, _)| known == period)
    }
}

fn ends(points: &[Point]) -> Option<(Period, Period)> {
    Some((points.first()?.0, points.last()?.0))
}

/// How many of the points limits are made of: those of the days that a change names, else the first ten.
fn baseline(points: &[Point], rebase: Option<&Rebase>) -> usize {
    match rebase.and_then(|change| change.to) {
        Some(to) => points.partition_point(|(period, _)| period.span().to <= to),
        None => points.len().min(super::xmr::LEAST),
    }
}

#[cfg(test)]
mod tests;
