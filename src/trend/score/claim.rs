//! What somebody said that a figure will be, wherever it is written: the log, a briefing, a forecast from the bottom up.

use crate::diagnostic::Place;
use crate::metric::Unit;
use crate::quantity::{Day, DepartmentId, Grain, Id, PersonId, Ratio, Span};
use crate::trend::{Segment, Subject};
use crate::workspace::{self, BottomUp, Bounds, Briefing, BriefingItem, Figure, Issued, Workspace};

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Who {
    /// The program.
    Tool,
    /// A person.
    Person(PersonId),
    /// A department.
    Department(DepartmentId),
}

/// How the program computed it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Computed {
    /// The stable name of the method, with what its bands were multiplied by.
    pub method: String,
    /// The version of the methods.
    pub version: u32,
}

/// Where it is written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// In the log.
    Log,
    /// In an item of a briefing.
    Briefing(Id<Briefing>, Id<BriefingItem>),
    /// Among the forecasts from the bottom up.
    BottomUp(Id<BottomUp>),
}

/// What was said of one figure over some days.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Who said it.
    pub who: Who,
    /// How it was computed; nothing of what people say.
    pub computed: Option<Computed>,
    /// Where it stands.
    pub source: Source,
    /// What it tells of.
    pub subject: Subject,
    /// The day it was said.
    pub issued: Day,
    /// The last day that was known when it was said.
    pub origin: Day,
    /// The days it speaks of.
    pub span: Span,
    /// The likeliest value.
    pub point: Ratio,
    /// Where it was to lie, each with its level (0.80).
    pub bands: Vec<(Ratio, Bounds)>,
    /// Whether it tells of growth against the year before (0.18 for 18 %), not of the figure itself.
    pub is_growth: bool,
    /// Its line.
    pub place: Place,
}

impl Claim {
    /// Everything that was said until a day, in the order of its days.
    pub(super) fn all(workspace: &Workspace, today: Day) -> Vec<Claim> {
        let log = workspace.issued.iter().map(Claim::of_log);
        let briefings = workspace.briefings.iter().flat_map(|briefing| of_briefing(workspace, briefing));
        let bottom_ups = workspace.bottom_ups.iter().flat_map(|said| of_bottom_up(workspace, said));
        let mut all: Vec<Claim> = log.chain(briefings).chain(bottom_ups).collect();
        all.retain(|claim| claim.issued <= today);
        all.sort_by_key(|claim| (claim.issued, claim.span));
        all
    }

    fn of_log(row: &Issued) -> Claim {
        let segment = row.segment.clone();
        let (who, computed) = match &row.author {
            workspace::Author::Tool { method, version } => {
                (Who::Tool, Some(Computed { method: method.clone(), version: *version }))
            }
            workspace::Author::Person(id) => (Who::Person(id.clone()), None),
            workspace::Author::Department(id) => (Who::Department(id.clone()), None),
        };
        let bands = [(80, Some(&row.band80)), (95, row.band95.as_ref())];
        let levels = bands.into_iter().filter_map(|(level, bounds)| Some((level, bounds?)));
        Claim {
            who,
            computed,
            source: Source::Log,
            subject: Subject {
                metric: row.metric.value.clone(),
                scope: row.scope.clone(),
                segment: segment.map(|(dimension, value)| Segment { dimension, value }),
            },
            issued: row.issued,
            origin: row.origin,
            span: row.span,
            point: row.point.clone(),
            bands: levels.map(|(level, bounds)| (of_percent(level), bounds.clone())).collect(),
            is_growth: false,
            place: row.place.clone(),
        }
    }

    /// The band of a level.
    pub fn band(&self, percent: u8) -> Option<&Bounds> {
        let level = of_percent(percent);
        self.bands.iter().find(|(own, _)| *own == level).map(|(_, band)| band)
    }
}

/// A level in percent as a share: 80 is 0.80.
pub(super) fn of_percent(percent: u8) -> Ratio {
    Ratio::from_scaled(percent.into(), 2)
}

/// What the items of a briefing forecast; its amounts in the reporting currency at the plan's rate of the first day.
fn of_briefing<'a>(
    workspace: &'a Workspace,
    briefing: &'a Briefing,
) -> impl Iterator<Item = Claim> + use<'a> {
    briefing.items.iter().filter_map(move |item| {
        let said = item.forecast.as_ref()?;
        let amount = |figure: &Figure| amount(workspace, figure, said.span.from);
        let unit = workspace.catalogue.unit(&said.metric.value);
        let bands = said.interval.iter().filter_map(|interval| {
            let band = Bounds { low: amount(&interval.low)?, high: amount(&interval.high)? };
            Some((interval.level.clone()?, band))
        });
        Some(Claim {
            who: Who::Person(briefing.author.as_ref()?.value.clone()),
            computed: None,
            source: Source::Briefing(briefing.id.clone(), item.id.clone()),
            subject: Subject::of(&said.metric.value, &said.scope),
            issued: briefing.issued,
            origin: briefing.issued - 1,
            span: said.span,
            point: amount(&said.point)?,
            bands: bands.collect(),
            is_growth: matches!(said.point, Figure::Percent(_)) && unit != Some(Unit::Percent),
            place: said.place.clone(),
        })
    })
}

/// What is expected of a year, or of each of its months.
fn of_bottom_up<'a>(workspace: &'a Workspace, said: &'a BottomUp) -> impl Iterator<Item = Claim> + use<'a> {
    let year = workspace.fiscal().year(said.year);
    let periods = if said.amounts.len() == 1 { vec![year] } else { year.split(Grain::Month) };
    periods.into_iter().zip(&said.amounts).filter_map(move |(period, figure)| {
        let department = said.department.as_ref().map(|id| Who::Department(id.value.clone()));
        Some(Claim {
            who: department.unwrap_or_else(|| Who::Person(said.by.value.clone())),
            computed: None,
            source: Source::BottomUp(said.id.clone()),
            subject: Subject::of(&said.metric.value, &said.scope),
            issued: said.date,
            origin: said.date - 1,
            span: period.span(),
            point: amount(workspace, figure, year.span().from)?,
            bands: Vec::new(),
            is_growth: false,
            place: said.place.clone(),
        })
    })
}

/// A figure as a number; money in the reporting currency at the plan's rate of a day, nothing without one.
fn amount(workspace: &Workspace, figure: &Figure, day: Day) -> Option<Ratio> {
    match figure.money().zip(workspace.reporting_currency()) {
        Some((money, to)) => Some(&figure.number() * &workspace.rates.fx(money.currency, to, day)?),
        None => Some(figure.number()),
    }
}
