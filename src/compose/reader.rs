//! Whom a calendar or a feed is for, and what concerns them.

use super::agenda::belongs;
use super::desk::Desk;
use super::route::Route;
use crate::quantity::{DepartmentId, PersonId};
use crate::site::{Phrase, SitePath};
use crate::workspace::{Commitment, Person};

/// Whom a calendar or a feed is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader<'a> {
    /// Everybody.
    Company,
    /// A department.
    Department(&'a DepartmentId),
    /// A person.
    Person(&'a Person),
}

/// What a commitment is to a reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// They owe it.
    Owes,
    /// They wait for it.
    Awaits,
    /// They look on.
    Watches,
}

impl<'a> Reader<'a> {
    /// Everybody who has a calendar and a feed.
    pub(crate) fn all(desk: &Desk<'a>) -> Vec<Reader<'a>> {
        let departments = desk.workspace.departments.iter().map(|it| Reader::Department(&it.id));
        let people = desk.workspace.people.iter().map(Reader::Person);
        let company = desk.workspace.company.is_some().then_some(Reader::Company);
        company.into_iter().chain(departments).chain(people).collect()
    }

    /// The reader whose page this is.
    pub(crate) fn of_page(desk: &Desk<'a>, route: &Route) -> Option<Reader<'a>> {
        match route {
            Route::Home | Route::Departments => desk.workspace.company.is_some().then_some(Reader::Company),
            Route::Department(id) => desk.workspace.department(id).map(|it| Reader::Department(&it.id)),
            Route::Person(id) => desk.workspace.person(id).map(Reader::Person),
            _ => None,
        }
    }

    /// Their page.
    pub(crate) fn page(self) -> Route {
        match self {
            Reader::Company => Route::Departments,
            Reader::Department(id) => Route::Department(id.clone()),
            Reader::Person(person) => Route::Person(person.id.clone()),
        }
    }

    /// Their name.
    pub(crate) fn name(self, desk: &Desk<'_>) -> Phrase {
        match self {
            Reader::Company => desk.say("company-whole").into(),
            Reader::Department(id) => desk.department(id),
            Reader::Person(person) => desk.phrase(&person.name),
        }
    }

    /// Their calendar.
    pub(crate) fn calendar(self, desk: &Desk<'_>) -> SitePath {
        self.file(desk, "calendars", "ics")
    }

    /// Their feed.
    pub(crate) fn feed(self, desk: &Desk<'_>) -> SitePath {
        self.file(desk, "feeds", "xml")
    }

    fn file(self, desk: &Desk<'_>, folder: &str, ending: &'static str) -> SitePath {
        let path = match self {
            Reader::Company => SitePath::file(&[folder, "company"], ending),
            Reader::Department(id) => SitePath::file(&[folder, id.as_str()], ending),
            Reader::Person(person) => SitePath::file(&[folder, "people", person.id.as_str()], ending),
        };
        match desk.workspace.config.languages.first() {
            Some(default) if default == desk.lang() => path,
            _ => path.under(desk.lang().tag()),
        }
    }

    /// Whether what a person answers for concerns them.
    pub(crate) fn answers_for(self, desk: &Desk<'_>, owner: Option<&PersonId>) -> bool {
        match (self, owner) {
            (Reader::Company, _) => true,
            (Reader::Department(id), Some(owner)) => belongs(desk, owner, id),
            (Reader::Person(person), Some(owner)) => person.id == *owner,
            (_, None) => false,
        }
    }

    /// Whether they are one of these departments, or lead one of them.
    pub(crate) fn does_work_of(self, desk: &Desk<'_>, departments: &[&str]) -> bool {
        match self {
            Reader::Company => true,
            Reader::Department(id) => departments.contains(&id.as_str()),
            Reader::Person(person) => desk.workspace.departments.iter().any(|it| {
                departments.contains(&it.id.as_str())
                    && it.lead.as_ref().is_some_and(|l| l.value == person.id)
            }),
        }
    }

    /// What a commitment is to them; nothing when it does not concern them.
    ///
    /// It concerns those who made its offers and answers; the lead of a department for which nobody spoke.
    pub(crate) fn role(self, desk: &Desk<'_>, it: &Commitment) -> Option<Role> {
        let of = |department: &DepartmentId| match () {
            () if *department == it.from.value => Some(Role::Owes),
            () if it.to.as_ref().is_some_and(|to| to.value == *department) => Some(Role::Awaits),
            () => None,
        };
        match self {
            Reader::Company => Some(Role::Watches),
            Reader::Department(id) => of(id),
            Reader::Person(person) => {
                let department = &person.department.as_ref()?.value;
                of(department).filter(|_| speaks_for(desk, (person, department), it))
            }
        }
    }
}

fn speaks_for(desk: &Desk<'_>, (person, department): (&Person, &DepartmentId), it: &Commitment) -> bool {
    let spoke = |who: &PersonId| it.catchball.iter().any(|throw| throw.by.value == *who);
    let somebody = it.catchball.iter().any(|throw| belongs(desk, &throw.by.value, department));
    let lead = desk.workspace.department(department).and_then(|it| it.lead.as_ref());
    spoke(&person.id) || (!somebody && lead.is_some_and(|lead| lead.value == person.id))
}
