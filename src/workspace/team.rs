//! What people can do and what the company needs (`team.yaml`).

use crate::diagnostic::{Diagnostic, Place, codes};
use crate::quantity::{Day, Id, PersonId, Span, Text};

use super::At;
use super::company::Stage;
use super::read::{Context, Fields, Pairs, Read};
use super::yaml::Node;

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
    /// Who is away when.
    pub away: Vec<Leave>,
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

impl Assessment {
    /// The days after which it must be judged again what a person can do.
    pub const OLD: i32 = 180;

    /// Whether it was judged too long ago.
    pub fn is_old(&self, today: Day) -> bool {
        self.assessed.as_ref().is_some_and(|day| today - day.value > Assessment::OLD)
    }
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

/// Days on which a person is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leave {
    /// Who.
    pub person: At<PersonId>,
    /// Which days.
    pub span: Span,
    /// Who stands in.
    pub cover: Option<At<PersonId>>,
    /// Where it is written.
    pub place: Place,
}

impl Team {
    /// Reads the fields of `team.yaml`.
    pub(super) fn read(&mut self, f: &mut Fields<'_, '_>) {
        self.tiers.extend(f.list::<Tier>("pyramid"));
        self.levels.extend(f.list::<Text>("levels"));
        self.skills.extend(f.list::<Skill>("skills"));
        let needs: Vec<(Stage, Wanted)> = f.pairs("need");
        for (stage, skills) in needs {
            let need = |(skill, HowMany { level, count })| Need { stage, skill, level, count };
            self.needs.extend(skills.0.into_iter().map(need));
        }
        self.have.extend(f.list::<Assessment>("have"));
        self.develop.extend(f.list::<Development>("develop"));
        self.away.extend(f.list::<Leave>("away"));
    }
}

/// How many people are wanted, by skill.
type Wanted = Pairs<At<Id<Skill>>, HowMany>;

struct HowMany {
    level: u32,
    count: u32,
}

impl Read for HowMany {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (level, count) = (f.required("level"), f.required("count"));
        f.finish();
        Some(HowMany { level: level?, count: count? })
    }
}

impl Read for Tier {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Tier>> = f.id();
        let name = f.optional("name");
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Tier { id, name, place })
    }
}

impl Read for Skill {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let id: Option<Id<Skill>> = f.id();
        let (name, tier) = (f.optional("name"), f.required("tier"));
        let place = f.finish();
        let id = id?;
        let name = name.unwrap_or_else(|| Text::plain(id.as_str()));
        Some(Skill { id, name, tier: tier?, place })
    }
}

impl Read for Assessment {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (person, skills) = (f.required("person"), f.pairs("skills"));
        let (assessed, by) = (f.optional("assessed"), f.optional("by"));
        let place = f.finish();
        Some(Assessment { person: person?, skills, assessed, by, place })
    }
}

impl Read for Development {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (person, skill, to) = (f.required("person"), f.required("skill"), f.required("to"));
        let (by, how) = (f.optional("by"), f.optional("how"));
        f.finish();
        Some(Development { person: person?, skill: skill?, to: to?, by, how })
    }
}

impl Read for Leave {
    fn read(node: &Node, cx: &mut Context) -> Option<Self> {
        let mut f = Fields::open(node, cx)?;
        let (person, span, cover) = (f.required("person"), f.span("from", "to"), f.optional("cover"));
        let place = f.finish();
        Some(Leave { person: person?, span: span?, cover, place })
    }
}

impl Team {
    /// A level that is not among the named ones is a finding.
    pub(super) fn check(&self, cx: &mut Context) {
        let highest = self.levels.len().saturating_sub(1);
        let have = self.have.iter().flat_map(|have| &have.skills).map(|(skill, level)| (skill, *level));
        let needs = self.needs.iter().map(|need| (&need.skill, need.level));
        let develop = self.develop.iter().map(|learns| (&learns.skill, learns.to));
        for (skill, level) in have.chain(needs).chain(develop) {
            if level as usize > highest && !self.levels.is_empty() {
                let finding = Diagnostic::new(codes::UNKNOWN_NAME, &skill.place).term("kind", "kind-level");
                cx.findings.push(finding.with("name", level.to_string()).nearest(Some(&highest.to_string())));
            }
        }
    }
}
