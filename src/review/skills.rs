//! What people can do against what a company of its stage needs (domain 8).

use crate::quantity::{Id, PersonId, Ratio};
use crate::workspace::{Skill, Stage, Team, Tier};

/// How far the needs of one stage are met.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// The skills that are needed, in the order of the needs.
    pub skills: Vec<SkillCover<'a>>,
}

/// One needed skill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SkillCover<'a> {
    /// The skill.
    pub skill: &'a Skill,
    /// The least level.
    pub level: u32,
    /// How many people are needed.
    pub need: u32,
    /// Who has the level.
    pub have: Vec<&'a PersonId>,
}

/// How a needed skill stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has it.
    Nobody,
    /// One person has it: when that person is away, nobody does.
    OnePerson,
    /// Several have it, but fewer than needed.
    Short,
    /// As many have it as are needed.
    Met,
}

impl<'a> Coverage<'a> {
    /// The needs of a stage against what people can do. A need of a skill that is not there is left out.
    pub fn of(team: &'a Team, stage: Stage) -> Self {
        let needs = team.needs.iter().filter(|need| need.stage == stage);
        let cover = |need: &'a crate::workspace::Need| {
            let skill = team.skills.iter().find(|skill| skill.id == need.skill.value)?;
            let have = able(team, &skill.id, need.level);
            Some(SkillCover { skill, level: need.level, need: need.count, have })
        };
        Coverage { skills: needs.filter_map(cover).collect() }
    }

    /// How many are needed over all skills.
    pub fn needed(&self) -> u32 {
        self.skills.iter().map(|cover| cover.need).sum()
    }

    /// How many of these are there; more than needed of one skill do not fill another.
    pub fn met(&self) -> u32 {
        self.skills.iter().map(SkillCover::met).sum()
    }

    /// The part of the needs that is met; nothing when nothing is needed.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::new(i128::from(self.met()), i128::from(self.needed()))
    }

    /// Needed and met over the skills of a tier.
    pub fn of_tier(&self, tier: &Id<Tier>) -> (u32, u32) {
        let of = self.skills.iter().filter(|cover| cover.skill.tier.value == *tier);
        of.fold((0, 0), |(need, met), cover| (need + cover.need, met + cover.met()))
    }

    /// The skills of a standing.
    pub fn standing(&self, standing: Standing) -> impl Iterator<Item = &'a Skill> {
        self.skills.iter().filter(move |cover| cover.standing() == standing).map(|cover| cover.skill)
    }
}

impl SkillCover<'_> {
    /// How many of those needed are there.
    pub fn met(&self) -> u32 {
        self.need.min(u32::try_from(self.have.len()).unwrap_or(u32::MAX))
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        match self.have.len() {
            0 => Standing::Nobody,
            1 => Standing::OnePerson,
            _ if self.met() < self.need => Standing::Short,
            _ => Standing::Met,
        }
    }
}

/// The people at or above a level.
fn able<'a>(team: &'a Team, skill: &Id<Skill>, level: u32) -> Vec<&'a PersonId> {
    let has = |it: &&crate::workspace::Assessment| {
        it.skills.iter().any(|(id, have)| id.value == *skill && *have >= level)
    };
    team.have.iter().filter(has).map(|it| &it.person.value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Place;
    use crate::quantity::Text;
    use crate::workspace::{Assessment, At, Need};

    const NEEDS: [(&str, u32, u32); 6] = [
        ("listing", 2, 2),
        ("ads", 2, 2),
        ("data-sql", 3, 2),
        ("supply-plan", 3, 2),
        ("forecast", 3, 1),
        ("market-insight", 3, 1),
    ];

    const PEOPLE: [(&str, &[(&str, u32)]); 7] = [
        ("lin", &[("listing", 3), ("ads", 2), ("supply-plan", 1)]),
        ("wang", &[("listing", 2), ("ads", 3), ("data-sql", 3), ("forecast", 2), ("market-insight", 1)]),
        ("ho", &[("listing", 1), ("data-sql", 1)]),
        ("tsai", &[("supply-plan", 2)]),
        ("kuo", &[("listing", 1), ("market-insight", 2)]),
        ("hsu", &[("data-sql", 2), ("forecast", 1)]),
        ("chen", &[("supply-plan", 3), ("market-insight", 1)]),
    ];

    fn at<T>(value: T) -> At<T> {
        At::new(value, &place())
    }

    fn place() -> Place {
        Place::file(&"team.yaml".into())
    }

    fn team(people: &[(&str, &[(&str, u32)])]) -> Team {
        let skill = |(id, ..): &(&str, u32, u32)| Skill {
            id: Id::new(id),
            name: Text::plain(*id),
            tier: at(Id::new("all")),
            place: place(),
        };
        let need = |(id, level, count): &(&str, u32, u32)| Need {
            stage: Stage::Growth,
            skill: at(Id::new(id)),
            level: *level,
            count: *count,
        };
        let have = |(person, skills): &(&str, &[(&str, u32)])| Assessment {
            person: at(PersonId::new(person)),
            skills: skills.iter().map(|(id, level)| (at(Id::new(id)), *level)).collect(),
            assessed: None,
            by: None,
            place: place(),
        };
        Team {
            skills: NEEDS.iter().map(skill).collect(),
            needs: NEEDS.iter().map(need).collect(),
            have: people.iter().map(have).collect(),
            ..Team::default()
        }
    }

    fn ids(coverage: &Coverage<'_>, standing: Standing) -> Vec<String> {
        coverage.standing(standing).map(|skill| skill.id.as_str().to_owned()).collect()
    }

    #[test]
    fn coverage_agrees_with_the_figures_worked_out_by_hand() {
        let all: serde_json::Value =
            serde_json::from_str(include_str!("../../tests/oracles/oracles.json")).unwrap();
        let oracle = &all["skills"];
        let list = |key: &str| -> Vec<String> { serde_json::from_value(oracle[key].clone()).unwrap() };
        let team = team(&PEOPLE);
        let coverage = Coverage::of(&team, Stage::Growth);
        assert_eq!(format!("{}/{}", coverage.met(), coverage.needed()), oracle["coverage"].as_str().unwrap());
        assert_eq!(coverage.share(), Ratio::new(6, 10));
        assert_eq!(ids(&coverage, Standing::OnePerson), list("spof"));
        assert_eq!(ids(&coverage, Standing::Nobody), list("none"));
        assert_eq!(coverage.of_tier(&Id::new("all")), (10, 6));
    }

    #[test]
    fn more_than_needed_of_one_skill_fills_no_other() {
        let ads: &[(&str, u32)] = &[("ads", 4)];
        let team = team(&[("a", ads), ("b", ads), ("c", ads)]);
        let coverage = Coverage::of(&team, Stage::Growth);
        assert_eq!((coverage.met(), coverage.needed()), (2, 10));
        assert_eq!(ids(&coverage, Standing::Met), ["ads"]);
    }

    #[test]
    fn a_stage_without_needs_has_no_coverage() {
        assert_eq!(Coverage::of(&team(&PEOPLE), Stage::Scale).share(), None);
    }
}
