//! What people can do and what the company needs (`team.yaml`).

use crate::diagnostic::Place;
use crate::quantity::{Day, Id, PersonId, Text};

use super::At;
use super::company::Stage;

/// What people can do and what the company needs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    /// The tiers of the pyramid, from the bottom.
    pub tiers: Vec<Tier>,
    /// The names of the levels, from 0.
    pub levels: Vec<Text>,
    /// The skills.
    pub skills: Vec<Skill>,
    /// What a company of each stage needs.
    pub needs: Vec<Need>,
    /// What people can do.
    pub have: Vec<Assessment>,
    /// Who learns what.
    pub develop: Vec<Development>,
}

/// A tier of the pyramid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tier {
    /// Its name in files.
    pub id: Id<Tier>,
    /// Its name for readers.
    pub name: Text,
    /// Where it is written.
    pub place: Place,
}

/// A skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skill {
    /// Its name in files.
    pub id: Id<Skill>,
    /// Its name for readers.
    pub name: Text,
    /// The tier it belongs to.
    pub tier: At<Id<Tier>>,
    /// Where it is written.
    pub place: Place,
}

/// How many people of a level a company of a stage needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// The company's stage.
    pub stage: Stage,
    /// The skill.
    pub skill: At<Id<Skill>>,
    /// The least level.
    pub level: u32,
    /// How many people.
    pub count: u32,
}

/// What a person can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    /// Who.
    pub person: At<PersonId>,
    /// The level of each skill.
    pub skills: Vec<(At<Id<Skill>>, u32)>,
    /// When it was judged.
    pub assessed: Option<At<Day>>,
    /// By whom.
    pub by: Option<At<PersonId>>,
    /// Where it is written.
    pub place: Place,
}

/// Who learns what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Development {
    /// Who.
    pub person: At<PersonId>,
    /// Which skill.
    pub skill: At<Id<Skill>>,
    /// To which level.
    pub to: u32,
    /// By when.
    pub by: Option<Day>,
    /// How.
    pub how: Option<Text>,
}
