//! The periods of a series: which are complete, which begin too early, which has not ended.

use super::series::{NoSeries, Partial, Point, Series};
use super::{Subject, Weeks};
use crate::metric::{Better, Catalogue, Over, Unit};
use crate::quantity::{FiscalCalendar, Grain, MeasureId, Period, Scope, Span};
use crate::review::{Check, Reading};
use crate::workspace::Workspace;

/// The known days of a figure and the periods they are cut into.
pub(super) struct Frame<'a> {
    catalogue: &'a Catalogue,
    fiscal: FiscalCalendar,
    grain: Grain,
    weeks: Weeks,
    /// The figures of the market that are ranks, whosever they are.
    ranks: [&'a MeasureId; 2],
    /// The days that can be read.
    days: Span,
    /// The days that count as known: those, and with figures that stand for a whole period the rest of it.
    told: Span,
}

/// A period, the days of it that are known, and the value over these.
struct Read {
    period: Period,
    days: Span,
    /// Whether it is known as a whole; else whether it begins too early, or has not ended.
    whole: bool,
    reading: Reading,
}

impl<'a> Frame<'a> {
    pub(super) fn of(
        workspace: &'a Workspace,
        check: &Check<'a>,
        (metric, scope): (&MeasureId, &Scope),
        grain: Grain,
    ) -> Result<Self, NoSeries> {
        if !check.catalogue.contains(metric) {
            return Err(NoSeries::Unknown);
        }
        let leaves = check.catalogue.leaves(metric);
        if leaves.iter().any(|leaf| is_level_within(check, leaf, (scope, grain))) {
            return Err(NoSeries::Level);
        }
        if check.catalogue.finest(metric).is_some_and(|finest| !divides(finest, grain)) {
            return Err(NoSeries::Coarse);
        }
        let (first, last) = (check.first_day(metric, scope), check.last_day(metric, scope));
        let days = first.zip(last).and_then(|(first, last)| Span::new(first, last)).ok_or(NoSeries::Empty)?;
        let fiscal = workspace.fiscal();
        let weeks = Weeks::of(check, &leaves, (scope, fiscal.weeks))?;
        let ranks = [&workspace.market.figures.rank, &workspace.market.figures.rival_rank];
        let frame = Frame { catalogue: check.catalogue, fiscal, grain, weeks, ranks, days, told: days };
        let dated = |leaf: &MeasureId| stands_for_a_period(check, leaf, (scope, grain));
        match leaves.iter().all(dated) {
            true => frame.dated(&leaves, (check, scope)).map(|frame| frame.widened(check)),
            false => Ok(frame.opened(&leaves)),
        }
    }

    /// The days from the first to the last that figures of weeks are dated with: what is covered may reach further.
    fn dated(self, leaves: &[MeasureId], (check, scope): (&Check<'_>, &Scope)) -> Result<Self, NoSeries> {
        let weekdays = leaves.iter().filter_map(|leaf| check.facts.weekday(leaf, scope));
        let mut weekdays = weekdays.filter(|_| self.grain == Grain::Week);
        let days = weekdays.try_fold(self.days, snapped);
        Ok(Frame { days: days.ok_or(NoSeries::Empty)?, ..self })
    }

    /// A figure of one day stands for its whole period, once that has ended.
    fn widened(self, check: &Check<'_>) -> Self {
        let period = |day| self.weeks.containing(self.fiscal, (day, self.grain)).span();
        let (first, last) = (period(self.days.from), period(self.days.to));
        let to = if last.to < check.today { last.to } else { self.days.to };
        Frame { told: Span { from: first.from, to }, ..self }
    }

    /// What lies in stock is known at the end of its first period, however few days of it are.
    fn opened(self, leaves: &[MeasureId]) -> Self {
        let mut measures = leaves.iter().filter_map(|leaf| self.catalogue.measure(leaf));
        let stock = measures.all(|measure| measure.over == Over::Stock);
        let first = self.weeks.containing(self.fiscal, (self.days.from, self.grain)).span().from;
        let from = if stock { first } else { self.days.from };
        let days = Span { from, ..self.days };
        Frame { days, told: days, ..self }
    }

    /// The periods that hold a known day, in order, each with its known days.
    pub(super) fn periods(&self) -> impl Iterator<Item = (Period, Span)> + use<'_> {
        let first = self.weeks.containing(self.fiscal, (self.days.from, self.grain));
        let all = std::iter::successors(Some(first), |period| Some(period.next()));
        let last = self.days.to;
        let within = all.take_while(move |period| period.span().from <= last);
        within.filter_map(|period| Some((period, common(period.span(), self.days)?)))
    }

    /// The series of values read over the days of its periods.
    pub(super) fn series(
        &self,
        subject: &Subject,
        read: &dyn Fn(Span) -> Reading,
    ) -> Result<Series, NoSeries> {
        let read = |(period, days): (Period, Span)| {
            let whole = self.told.covers(&period.span());
            Read { period, days, whole, reading: read(days) }
        };
        let all: Vec<Read> = self.periods().map(read).collect();
        let begins_late = subject.scope.product.is_some() || subject.segment.is_some();
        let skipped = all.iter().take_while(|read| !read.is_begun(begins_late)).count();
        let known = all.get(skipped..).unwrap_or_default();
        if known.is_empty() {
            return Err(self.reason(&all, &subject.metric));
        }
        Ok(self.told(subject, known))
    }

    fn told(&self, subject: &Subject, reads: &[Read]) -> Series {
        let whole = |read: &&Read| read.whole;
        let gap = |read: &&Read| matches!(read.reading, Reading::Missing | Reading::Coarse);
        let points = reads.iter().filter(whole).map(Read::point).collect();
        let gaps = reads.iter().filter(whole).filter(gap).map(|read| read.period).collect();
        let (first, last) = (reads.first(), reads.last());
        let ends_late = |read: &&Read| self.told.to < read.period.span().to;
        let begins_early = |read: &&Read| self.told.from > read.period.span().from;
        let unfinished = last.filter(ends_late).map(Read::partial);
        let begun = first.filter(begins_early).map(Read::partial);
        let begun = begun.filter(|begun| unfinished.as_ref().is_none_or(|last| last.period != begun.period));
        Series {
            subject: subject.clone(),
            grain: self.grain,
            weeks: (self.grain == Grain::Week).then(|| self.weeks.clone()),
            points,
            gaps,
            begun,
            unfinished,
            falls_is_better: self.is_rank(&subject.metric),
        }
    }

    /// Why none of the periods has a value.
    fn reason(&self, reads: &[Read], metric: &MeasureId) -> NoSeries {
        let coarse = reads.iter().any(|read| read.reading == Reading::Coarse);
        let leaves = self.catalogue.leaves(metric);
        let level = leaves.iter().any(|leaf| is_level(self.catalogue, leaf));
        let missing = reads.iter().any(|read| read.reading == Reading::Missing);
        match (coarse, level && missing) {
            (true, _) => NoSeries::Coarse,
            (false, true) => NoSeries::Level,
            (false, false) => NoSeries::Empty,
        }
    }

    /// A place in an order: less is better, and one is as good as it gets.
    fn is_rank(&self, metric: &MeasureId) -> bool {
        let (unit, better) = (self.catalogue.unit(metric), self.catalogue.better(metric));
        let falls = better == Some(Better::Lower) || self.ranks.contains(&metric);
        is_level(self.catalogue, metric) && unit == Some(Unit::Count) && falls
    }
}

impl Read {
    fn point(&self) -> Point {
        Point { period: self.period, value: self.reading.known().cloned() }
    }

    fn partial(&self) -> Partial {
        Partial { period: self.period, days: self.days, value: self.reading.known().cloned() }
    }

    /// Whether there is a value, and where what it tells of begins some day, whether it has.
    fn is_begun(&self, begins_late: bool) -> bool {
        self.reading.known().is_some_and(|value| !begins_late || !value.is_zero())
    }
}

/// From the first to the last day of a span that is this one of the week, from 0 for Monday.
fn snapped(days: Span, weekday: usize) -> Option<Span> {
    let ahead = (weekday + 7 - days.from.weekday()) % 7;
    let back = (days.to.weekday() + 7 - weekday) % 7;
    Span::new(days.from + ahead as i32, days.to - back as i32)
}

fn is_level(catalogue: &Catalogue, leaf: &MeasureId) -> bool {
    catalogue.measure(leaf).is_some_and(|measure| measure.over == Over::Level)
}

/// Whether figures of one kind of period make up those of another: weeks make up no months.
fn divides(finest: Grain, grain: Grain) -> bool {
    match finest {
        Grain::Week => grain == Grain::Week,
        finest => finest <= grain,
    }
}

/// Whether the figures of a measure, dated with one day each, stand for whole periods of a kind.
fn stands_for_a_period(check: &Check<'_>, leaf: &MeasureId, (scope, grain): (&Scope, Grain)) -> bool {
    let declared = check.catalogue.finest(leaf).filter(|finest| *finest > Grain::Day);
    let weekly = || grain == Grain::Week && check.facts.weekday(leaf, scope).is_some();
    declared == Some(grain) || weekly()
}

/// Whether a rank or a price comes in reports of shorter periods than those asked for.
fn is_level_within(check: &Check<'_>, leaf: &MeasureId, (scope, grain): (&Scope, Grain)) -> bool {
    let least = match grain {
        Grain::Day => 1,
        Grain::Week => 7,
        Grain::Month => 28,
        Grain::Quarter => 84,
        Grain::Year => 360,
    };
    is_level(check.catalogue, leaf) && check.facts.reports(leaf, scope).iter().any(|span| span.len() < least)
}

fn common(a: Span, b: Span) -> Option<Span> {
    Span::new(a.from.max(b.from), a.to.min(b.to))
}
