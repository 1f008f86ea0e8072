//! People (`people:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{DepartmentId, PersonId, Text};

use super::At;

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
