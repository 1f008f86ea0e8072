//! What people can do against what a company of its stage needs (domain 8).

use crate::quantity::{Day, Id, PersonId, Ratio, Text};
use crate::workspace::{Act, At, Commitment, Cycle, Development, Leave, Skill, Stage, Team, Tier, Workspace};

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
        Coverage::by((team, stage), able)
    }

    /// The same when everybody has learned what the plan says.
    pub fn after_plan(team: &'a Team, stage: Stage) -> Self {
        Coverage::by((team, stage), |team, skill, level| {
            let mut able = able(team, skill, level);
            let learns = |it: &&Development| it.skill.value == *skill && it.to >= level;
            for person in team.develop.iter().filter(learns).map(|it| &it.person.value) {
                if !able.contains(&person) {
                    able.push(person);
                }
            }
            able
        })
    }

    fn by(
        (team, stage): (&'a Team, Stage),
        able: impl Fn(&'a Team, &Id<Skill>, u32) -> Vec<&'a PersonId>,
    ) -> Self {
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

/// Days on which somebody is away, with the skills that nobody has meanwhile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence<'a> {
    /// Who is away when.
    pub leave: &'a Leave,
    /// The needed skills that nobody else has at the level needed.
    pub bare: Vec<&'a Skill>,
}

/// Who is away today or later, by the first day.
pub fn absences<'a>(team: &'a Team, coverage: &Coverage<'a>, today: Day) -> Vec<Absence<'a>> {
    let to_come = team.away.iter().filter(|leave| leave.span.to >= today);
    let absence = |leave: &'a Leave| {
        let alone = |cover: &&SkillCover<'_>| cover.have == [&leave.person.value];
        Absence { leave, bare: coverage.skills.iter().filter(alone).map(|cover| cover.skill).collect() }
    };
    let mut absences: Vec<Absence<'a>> = to_come.map(absence).collect();
    absences.sort_by_key(|absence| absence.leave.span);
    absences
}

/// Work that takes skills.
#[derive(Clone, Copy, Debug)]
pub enum Task<'a> {
    /// What a department owes another.
    Commitment(&'a Commitment),
    /// An act of a cycle.
    Act(&'a Cycle, &'a Act),
}

impl<'a> Task<'a> {
    /// Its name in files.
    pub fn id(&self) -> &'a str {
        match self {
            Task::Commitment(it) => it.id.as_str(),
            Task::Act(_, act) => act.id.as_str(),
        }
    }

    /// What is to be done.
    pub fn what(&self) -> Option<&'a Text> {
        match self {
            Task::Commitment(it) => Some(&it.what),
            Task::Act(_, act) => act.what.as_ref(),
        }
    }

    /// By when.
    pub fn due(&self) -> Option<Day> {
        match self {
            Task::Commitment(it) => Some(it.due.value),
            Task::Act(_, act) => act.due.as_ref().map(|due| due.value),
        }
    }

    fn is_over(&self) -> bool {
        match self {
            Task::Commitment(it) => it.status.is_over(),
            Task::Act(_, act) => act.status.is_over(),
        }
    }

    fn needs(&self) -> &'a [At<Id<Skill>>] {
        match self {
            Task::Commitment(it) => &it.needs,
            Task::Act(_, act) => &act.needs,
        }
    }
}

/// A skill that work takes which is not over.
#[derive(Clone, Debug)]
pub struct Want<'a> {
    /// The work.
    pub task: Task<'a>,
    /// The skill, where the work names it.
    pub named: &'a At<Id<Skill>>,
    /// The skill.
    pub skill: &'a Skill,
    /// The level that a company of this stage needs of it; the first one when it needs none.
    pub level: u32,
    /// Who has the level.
    pub have: Vec<&'a PersonId>,
    /// Of these, who is there when the work is due, or has somebody to stand in.
    pub there: Vec<&'a PersonId>,
}

/// The skills that commitments and acts take which are not over, by the day these are due.
pub fn wants<'a>(workspace: &'a Workspace, team: &'a Team, stage: Stage) -> Vec<Want<'a>> {
    let commitments = workspace.commitments.iter().map(Task::Commitment);
    let of_cycle = |cycle: &'a Cycle| cycle.act.iter().map(move |act| Task::Act(cycle, act));
    let tasks = commitments.chain(workspace.cycles.iter().flat_map(of_cycle)).filter(|task| !task.is_over());
    let named = tasks.flat_map(|task| task.needs().iter().map(move |named| (task, named)));
    let mut wants: Vec<Want<'a>> =
        named.filter_map(|(task, named)| want((team, stage), task, named)).collect();
    wants.sort_by_key(|want| want.task.due());
    wants
}

fn want<'a>((team, stage): (&'a Team, Stage), task: Task<'a>, named: &'a At<Id<Skill>>) -> Option<Want<'a>> {
    let skill = team.skills.iter().find(|skill| skill.id == named.value)?;
    let need = team.needs.iter().find(|need| need.stage == stage && need.skill.value == skill.id);
    let level = need.map_or(1, |need| need.level);
    let have = able(team, &skill.id, level);
    let away = |id: &PersonId| {
        let mut leaves = team.away.iter().filter(|leave| leave.person.value == *id);
        leaves.any(|leave| leave.cover.is_none() && task.due().is_some_and(|due| leave.span.contains(due)))
    };
    let there = have.iter().copied().filter(|id| !away(id)).collect();
    Some(Want { task, named, skill, level, have, there })
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
    fn what_is_learned_counts_once_it_is_planned() {
        let mut team = team(&PEOPLE);
        let learns = |(person, skill, to): (&str, &str, u32)| Development {
            person: at(PersonId::new(person)),
            skill: at(Id::new(skill)),
            to,
            by: None,
            how: None,
        };
        let plan = [("tsai", "supply-plan", 3), ("ho", "data-sql", 2), ("chen", "supply-plan", 4)];
        team.develop = plan.into_iter().map(learns).collect();
        let after = Coverage::after_plan(&team, Stage::Growth);
        assert_eq!((Coverage::of(&team, Stage::Growth).met(), after.met()), (6, 7));
        assert_eq!(ids(&after, Standing::OnePerson), ["data-sql"]);
    }

    #[test]
    fn a_leave_bares_the_skills_that_one_person_has() {
        let mut team = team(&PEOPLE);
        let leave = |(person, from, to): (&str, &str, &str)| Leave {
            person: at(PersonId::new(person)),
            span: crate::quantity::Span::new(Day::parse(from).unwrap(), Day::parse(to).unwrap()).unwrap(),
            cover: None,
            place: place(),
        };
        team.away = [
            ("wang", "2026-12-24", "2026-12-31"),
            ("lin", "2026-11-20", "2026-11-22"),
            ("ho", "2026-11-01", "2026-11-21"),
        ]
        .into_iter()
        .map(leave)
        .collect();
        let coverage = Coverage::of(&team, Stage::Growth);
        let absences = absences(&team, &coverage, Day::parse("2026-11-22").unwrap());
        let told = absences.iter().map(|it| {
            let bare: Vec<&str> = it.bare.iter().map(|skill| skill.id.as_str()).collect();
            (it.leave.person.value.as_str(), bare)
        });
        assert_eq!(told.collect::<Vec<_>>(), [("lin", vec![]), ("wang", vec!["data-sql"])]);
    }

    #[test]
    fn more_at_the_bottom_of_the_pyramid_does_not_fill_its_top() {
        let tiers = [("platform", 4, 6), ("data", 3, 3), ("helm", 2, 1), ("prophet", 1, 0)];
        let mut team = team(&[]);
        team.skills = tiers
            .map(|(id, ..)| Skill { id: Id::new(id), tier: at(Id::new(id)), ..team.skills[0].clone() })
            .to_vec();
        team.needs = tiers
            .map(|(id, count, _)| Need { skill: at(Id::new(id)), count, ..team.needs[0].clone() })
            .to_vec();
        let people = tiers.iter().flat_map(|(id, _, have)| (0..*have).map(move |n| (*id, n)));
        let have = people.map(|(id, n)| Assessment {
            person: at(PersonId::new(&format!("{id}-{n}"))),
            skills: vec![(at(Id::new(id)), 2)],
            assessed: None,
            by: None,
            place: place(),
        });
        team.have = have.collect();
        let coverage = Coverage::of(&team, Stage::Growth);
        assert_eq!((coverage.met(), coverage.needed()), (8, 10));
        assert_eq!(coverage.of_tier(&Id::new("helm")), (2, 1));
    }

    #[test]
    fn a_stage_without_needs_has_no_coverage() {
        assert_eq!(Coverage::of(&team(&PEOPLE), Stage::Scale).share(), None);
    }
}
