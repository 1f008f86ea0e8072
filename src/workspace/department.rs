//! Departments (`departments:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{DepartmentId, PersonId, Text};

use super::At;
use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// A department.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its name in files and paths.
    pub id: DepartmentId,
    /// Its name for readers.
    pub name: Text,
    /// Who leads it.
    pub lead: Option<At<PersonId>>,
    /// Where it is written.
    pub place: Place,
}

impl Read for Department {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<DepartmentId> = f.id();
        let (name, lead) = (f.optional("name"), f.optional("lead"));
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Department { id, name, lead, place })
    }
}
