//! The people of a department, what they can do and what they learn.

use crate::compose::desk::Desk;
use crate::compose::page::parts::{Head, below, linked, list, row, table};
use crate::compose::route::Route;
use crate::quantity::{DepartmentId, Id};
use crate::site::{Block, Cell, ColumnKind, Row, Section};
use crate::workspace::{Assessment, Development, Person, Skill, Team};

/// A table of its people; nothing when it has none.
pub(super) fn section(desk: &Desk<'_>, id: &DepartmentId) -> Option<Block> {
    let of = |person: &&Person| person.department.as_ref().is_some_and(|of| of.value == *id);
    let people: Vec<&Person> = desk.workspace.people.iter().filter(of).collect();
    if people.is_empty() {
        return None;
    }
    let heads: [Head; 3] = [
        ("head-person", ColumnKind::Text),
        ("head-skills", ColumnKind::Text),
        ("head-learns", ColumnKind::Text),
    ];
    let rows = people.iter().map(|person| line(desk, person)).collect();
    let section = Section {
        heading: desk.say("department-people").into(),
        more: desk
            .workspace
            .team
            .as_ref()
            .map(|_| desk.link(desk.say("department-people-more"), &Route::Team)),
        blocks: vec![table(desk, "department-people", &heads, rows).into()],
        ..Section::default()
    };
    Some(section.into())
}

fn line(desk: &Desk<'_>, person: &Person) -> Row {
    let team = desk.workspace.team.as_ref();
    let judged = team.and_then(|team| team.have.iter().find(|have| have.person.value == person.id));
    let learns = team.map_or(&[][..], |team| &team.develop).iter().filter(|it| it.person.value == person.id);
    let learns: Vec<&Development> = learns.collect();
    row(vec![
        linked(desk.phrase(&person.name), desk.target(&Route::Person(person.id.clone()))),
        judged.zip(team).map_or_else(|| Cell::new(desk.say("skills-none")), |it| skills(desk, it)),
        team.map_or_else(Cell::default, |team| development(desk, (team, &learns))),
    ])
}

fn skills(desk: &Desk<'_>, (judged, team): (&Assessment, &Team)) -> Cell {
    let words = judged.skills.iter().map(|(skill, level)| {
        let args = [
            ("skill", skill_name(desk, team, &skill.value).into()),
            ("level", level_name(desk, team, *level).into()),
        ];
        desk.fill("skills-level", &args)
    });
    let when = judged
        .assessed
        .as_ref()
        .map(|day| desk.fill("skills-assessed", &[("day", day.value.to_string().into())]));
    below(Cell::new(list(desk, words)), when.unwrap_or_default())
}

fn development(desk: &Desk<'_>, (team, learns): (&Team, &[&Development])) -> Cell {
    if learns.is_empty() {
        return Cell::new("–");
    }
    let words = learns.iter().map(|it| {
        let level = level_name(desk, team, it.to);
        let by = it.by.map_or_else(String::new, |day| day.to_string());
        let args = [
            ("skill", skill_name(desk, team, &it.skill.value).into()),
            ("level", level.into()),
            ("day", by.into()),
        ];
        desk.fill("skills-learns", &args)
    });
    let how = learns.iter().filter_map(|it| it.how.as_ref()).map(|how| desk.phrase(how).text);
    below(Cell::new(list(desk, words)), list(desk, how))
}

fn skill_name(desk: &Desk<'_>, team: &Team, id: &Id<Skill>) -> String {
    let skill = team.skills.iter().find(|skill| skill.id == *id);
    skill.map_or_else(|| id.as_str().to_owned(), |skill| desk.phrase(&skill.name).text)
}

fn level_name(desk: &Desk<'_>, team: &Team, level: u32) -> String {
    let name = usize::try_from(level).ok().and_then(|level| team.levels.get(level));
    name.map_or_else(|| level.to_string(), |name| desk.phrase(name).text)
}
