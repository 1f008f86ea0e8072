//! How a subject is read over some days: as a whole, by a part of it, or over what makes up a category.

use super::cut::Cut;
use super::members::Members;
use super::series::NoSeries;
use super::{Segment, Subject};
use crate::quantity::Span;
use crate::review::{Check, Part, Reading, reading};
use crate::workspace::Workspace;

/// How a subject is read.
pub(super) enum Lens<'a> {
    Whole,
    Part(Cut<'a>, Part),
    Category(Members<'a>),
}

impl<'a> Lens<'a> {
    pub(super) fn of(
        workspace: &'a Workspace,
        check: &Check<'a>,
        subject: &'a Subject,
    ) -> Result<Self, NoSeries> {
        let Some(segment) = &subject.segment else { return Ok(Lens::Whole) };
        if segment.dimension == Segment::CATEGORY {
            return Members::of(workspace, check, (subject, segment)).map(Lens::Category);
        }
        let cut = Cut::of(workspace, check, (&subject.metric, &segment.dimension))?;
        let part = cut.part(&segment.value).ok_or(NoSeries::Unknown)?;
        Ok(Lens::Part(cut, part))
    }

    pub(super) fn read(&self, check: &Check<'_>, subject: &Subject, span: Span) -> Reading {
        match self {
            Lens::Whole => check.read(&subject.metric, &subject.scope, span),
            Lens::Part(cut, part) => cut.read(subject, part, span),
            Lens::Category(members) => reading(check.catalogue, &subject.metric, &|leaf| {
                members.total(check, (leaf, &subject.scope), span)
            }),
        }
    }
}
