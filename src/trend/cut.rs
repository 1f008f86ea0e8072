//! A figure cut by a further dimension, period by period.

use std::collections::{BTreeMap, BTreeSet};

use super::frame::Frame;
use super::series::{NoSeries, Series};
use super::{Segment, Subject};
use crate::quantity::{MeasureId, Span};
use crate::review::{By, Check, Divider, Division, Obstacle, Part, Reading};
use crate::workspace::Workspace;

/// How a figure is cut.
pub(super) struct Cut<'a> {
    divider: Divider<'a>,
    by: By<'a>,
}

impl<'a> Cut<'a> {
    pub(super) fn of(
        workspace: &'a Workspace,
        check: &Check<'a>,
        (metric, dimension): (&MeasureId, &'a str),
    ) -> Result<Self, NoSeries> {
        let by = By::named(workspace, dimension).ok_or(NoSeries::Unknown)?;
        let divider = Divider { workspace, facts: check.facts, basis: check.basis };
        match divider.obstacle(by, metric) {
            None => Ok(Cut { divider, by }),
            Some(Obstacle::Grain(measure)) => Err(NoSeries::Dimension(measure.id.clone())),
            Some(Obstacle::Applies) => Err(NoSeries::Dimension(metric.clone())),
        }
    }

    /// The part of a name: a group that a user made, or any value.
    pub(super) fn part(&self, name: &str) -> Option<Part> {
        match self.by {
            By::Groups(made) => made.groups.iter().position(|group| group.id == name).map(Part::Group),
            By::Values(_) => Some(Part::Value(name.to_owned())),
        }
    }

    fn name(&self, part: &Part) -> Option<String> {
        match (self.by, part) {
            (By::Groups(made), Part::Group(at)) => made.groups.get(*at).map(|group| group.id.clone()),
            (_, Part::Value(value)) => Some(value.clone()),
            _ => None,
        }
    }

    /// The value of a part over some days.
    pub(super) fn read(&self, subject: &Subject, part: &Part, span: Span) -> Reading {
        self.divider.read((self.by, part), &subject.metric, (&subject.scope, span))
    }

    /// The series of each part that has one, by its name.
    pub(super) fn all(&self, frame: &Frame<'_>, whole: &Subject) -> BTreeMap<String, Series> {
        let divided: BTreeMap<Span, Division<'_>> =
            frame.periods().map(|(_, days)| (days, self.divide(whole, days))).collect();
        let parts: BTreeSet<Part> = divided.values().flat_map(Division::parts).collect();
        let read = |span: Span, part: &Part| {
            divided.get(&span).map_or(Reading::Missing, |division| division.read(part))
        };
        let series = |part: &Part| {
            let name = self.name(part)?;
            let segment = Segment { dimension: self.by.name().to_owned(), value: name.clone() };
            let subject = Subject { segment: Some(segment), ..whole.clone() };
            Some((name, frame.series(&subject, &|span| read(span, part)).ok()?))
        };
        parts.iter().filter_map(series).collect()
    }

    fn divide(&self, subject: &Subject, span: Span) -> Division<'a> {
        self.divider.divide(self.by, &subject.metric, (&subject.scope, span))
    }
}
