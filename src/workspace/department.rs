//! Departments (`departments:` of `departments.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{DepartmentId, PersonId, Text};

use super::At;

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
