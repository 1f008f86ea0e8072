//! What departments and products expect of a year, from the bottom up (`forecasts.yaml`, `forecasts/*.yaml`).

use crate::diagnostic::{Place, codes};
use crate::quantity::{Day, DepartmentId, Id, MeasureId, PersonId, Ratio, Scope, Text};

use super::read::{Context, Fields, Read};
use super::yaml::Node;
use super::{At, Figure};

/// What a person expects of a figure in a part of the company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BottomUp {
    /// Its name in files.
    pub id: Id<BottomUp>,
    /// Who expects it.
    pub by: At<PersonId>,
    /// The department that stands behind it.
    pub department: Option<At<DepartmentId>>,
    /// The day it was said; of two of the same part, the later one holds.
    pub date: Day,
    /// The figure.
    pub metric: At<MeasureId>,
    /// The year.
    pub year: i16,
    /// The part of the company.
    pub scope: Scope,
    /// What the year will be, each amount in the unit it was written in: one, or one for each month.
    pub amounts: Vec<Figure>,
    /// Who accepted the gap to the plan as a stretch, and when.
    pub accepted: Option<Accepted>,
    /// A remark.
    pub note: Option<Text>,
    /// Where it is written.
    pub place: Place,
}

/// A gap to the plan that somebody takes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// Who.
    pub by: At<PersonId>,
    /// When.
    pub date: Day,
}

impl BottomUp {
    /// What the year will be, in the unit of its amounts.
    pub fn total(&self) -> Ratio {
        self.amounts.iter().map(Figure::number).sum()
    }
}

impl Read for BottomUp {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id = f.id();
        let (by, department) = (f.required("by"), f.optional("department"));
        let (date, metric, year) = (f.required("date"), f.required("metric"), f.required("year"));
        let scope = f.optional("scope").unwrap_or_default();
        let amounts = read_amounts(&mut f);
        let (accepted, note) = (f.optional("accepted"), f.optional("note"));
        let place = f.finish();
        Some(BottomUp {
            id: id?,
            by: by?,
            department,
            date: date?,
            metric: metric?,
            year: year?,
            scope,
            amounts: amounts?,
            accepted,
            note,
            place,
        })
    }
}

/// `amount:` for the year, or `months:` with twelve of them.
fn read_amounts(f: &mut Fields<'_, '_>) -> Option<Vec<Figure>> {
    let Some(node) = f.node("months") else {
        return f.required::<Figure>("amount").map(|amount| vec![amount]);
    };
    let months: Vec<Figure> = Vec::read(node, f.cx)?;
    if f.cx.items(node)?.len() == 12 {
        return (months.len() == 12).then_some(months);
    }
    f.cx.refuse(codes::BAD_VALUE, node, "form-amounts");
    None
}

impl Read for Accepted {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (by, date) = (f.required("by"), f.required("date"));
        f.finish();
        Some(Accepted { by: by?, date: date? })
    }
}
