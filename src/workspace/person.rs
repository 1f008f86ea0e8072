//! People (`people:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{DepartmentId, PersonId, Text};

use super::At;
use super::read::{Context, Fields, Read};
use super::yaml::Node;

/// A person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name in files.
    pub id: PersonId,
    /// The name for readers.
    pub name: Text,
    /// The department.
    pub department: Option<At<DepartmentId>>,
    /// Where it is written.
    pub place: Place,
}

impl Read for Person {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<PersonId> = f.id();
        let (name, department) = (f.optional("name"), f.optional("dept"));
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Person { id, name, department, place })
    }
}
