//! A figure period by period, with what is not known said as such.

use std::collections::BTreeMap;

use super::cut::Cut;
use super::frame::Frame;
use super::lens::Lens;
use super::members::Members;
use super::{Segment, Subject, Weeks};
use crate::quantity::{Grain, MeasureId, Period, Ratio, Span};
use crate::review::Check;
use crate::workspace::{Category, Workspace};

/// The values of a subject over the complete periods of a kind, exact. Amounts of money are in major units of the
/// reporting currency at the rates of the check, percentages are shares of 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// What it tells of.
    pub subject: Subject,
    /// The kind of its periods.
    pub grain: Grain,
    /// The weeks it is told by, where its periods are weeks.
    pub weeks: Option<Weeks>,
    /// Complete periods one after the other, none left out.
    pub points: Vec<Point>,
    /// Those of them that no file covers in whole.
    pub gaps: Vec<Period>,
    /// A first period that begins before anything is known.
    pub begun: Option<Partial>,
    /// The running period: it has not ended, and no value of it is a fall.
    pub unfinished: Option<Partial>,
    /// Whether it is a rank: drawn so that better, which is less, is up.
    pub falls_is_better: bool,
}

/// A complete period and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// The period.
    pub period: Period,
    /// The value; nothing where no file covers the period, or a ratio has nothing to be divided by.
    pub value: Option<Ratio>,
}

/// A period of which only some days are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partial {
    /// The period.
    pub period: Period,
    /// The days of it that are known.
    pub days: Span,
    /// The value over these days.
    pub value: Option<Ratio>,
}

/// Why a subject has no series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoSeries {
    /// There is no such measure or metric, dimension or value of one.
    Unknown,
    /// This measure has no figures by the dimension.
    Dimension(MeasureId),
    /// Nothing was measured.
    Empty,
    /// It comes in reports of longer or other periods, which cannot be divided.
    Coarse,
    /// It is a rank or a price: several figures in one period do not add up.
    Level,
    /// What it is made of comes by weeks of different beginnings.
    Weeks,
}

impl Series {
    /// The series of a subject, from the first complete period to the last; a product's, and that of a segment, begins
    /// with the first value that is not nought.
    ///
    /// # Errors
    /// [`NoSeries`]: why there is none.
    pub fn of(
        workspace: &Workspace,
        check: &Check<'_>,
        subject: &Subject,
        grain: Grain,
    ) -> Result<Self, NoSeries> {
        let frame = Frame::of(workspace, check, (&subject.metric, &subject.scope), grain)?;
        let lens = Lens::of(workspace, check, subject)?;
        frame.series(subject, &|span| lens.read(check, subject, span))
    }

    /// The periods that a subject is told by where nobody says: months, or weeks where its reports come by the week.
    pub fn usual_grain(
        workspace: &Workspace,
        check: &Check<'_>,
        (subject, dimension): (&Subject, Option<&str>),
    ) -> Grain {
        let by_month = match dimension {
            None => Series::of(workspace, check, subject, Grain::Month).is_ok(),
            Some(name) => {
                Series::by(workspace, check, (subject, name), Grain::Month).is_ok_and(|all| !all.is_empty())
            }
        };
        if by_month { Grain::Month } else { Grain::Week }
    }

    /// The series of every value of a dimension that has figures, by its name; of a category those of its products or
    /// search terms, and by [`Segment::CATEGORY`] those of all categories.
    ///
    /// # Errors
    /// [`NoSeries`]: why there is none at all.
    pub fn by(
        workspace: &Workspace,
        check: &Check<'_>,
        (whole, dimension): (&Subject, &str),
        grain: Grain,
    ) -> Result<BTreeMap<String, Series>, NoSeries> {
        if dimension == Segment::CATEGORY {
            return Ok(categories(workspace, check, whole, grain));
        }
        let frame = Frame::of(workspace, check, (&whole.metric, &whole.scope), grain)?;
        let cut = Cut::of(workspace, check, (&whole.metric, dimension))?;
        let mut all = cut.all(&frame, whole);
        if let Some(segment) = &whole.segment {
            let members = Members::of(workspace, check, (whole, segment))?;
            all.retain(|name, _| members.hold(dimension, name));
        }
        Ok(all)
    }

    /// The values alone, in the order of the periods: for arithmetic that estimates.
    pub fn values(&self) -> Vec<Option<f64>> {
        self.points.iter().map(|point| Some(point.value.as_ref()?.to_f64())).collect()
    }

    /// The last period whose value is known, with its place among the points.
    pub fn last(&self) -> Option<(usize, &Period, &Ratio)> {
        let known = |(at, point): (usize, &'_ Point)| point.value.is_some().then_some(at);
        let at = self.points.iter().enumerate().rev().find_map(known)?;
        let point = self.points.get(at)?;
        Some((at, &point.period, point.value.as_ref()?))
    }

    /// The value of a period.
    pub fn value(&self, period: &Period) -> Option<&Ratio> {
        self.points.iter().find(|point| point.period == *period)?.value.as_ref()
    }
}

/// The series of every category that has one.
fn categories(
    workspace: &Workspace,
    check: &Check<'_>,
    whole: &Subject,
    grain: Grain,
) -> BTreeMap<String, Series> {
    let series = |category: &Category| {
        let subject = whole.clone().within(Segment::CATEGORY, category.id.as_str());
        Some((category.id.to_string(), Series::of(workspace, check, &subject, grain).ok()?))
    };
    workspace.market.categories.iter().filter_map(series).collect()
}
