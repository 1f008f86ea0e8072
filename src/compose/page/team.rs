//! Team: who can do what, and where we are one person deep.

mod away;
mod work;

use super::parts::list;
use crate::chart::{Bars, Chart, DataTable, Fill, Mark, Plot, Row as Bar, Scenario, Title};
use crate::compose::desk::Desk;
use crate::compose::route::Route;
use crate::compose::sheet::Sheet;
use crate::quantity::Text;
use crate::review::{Coverage, SkillCover, Standing};
use crate::site::{self, Block, Cell, Column, ColumnKind, Empty, Phrase, Rich, Row, Section, Status, Table};
use crate::workspace::{Assessment, Development, Skill, Stage, Team};

/// The page of people and skills.
pub(crate) fn sheet(desk: &Desk<'_>) -> Sheet {
    let stage = desk.workspace.company.as_ref().and_then(|company| company.stage);
    let team = desk.workspace.team.as_ref();
    let coverage = team.zip(stage).map(|(team, stage)| Coverage::of(team, stage));
    let mut eyebrow = vec![desk.company()];
    eyebrow.extend(stage.map(|stage| Phrase::from(desk.say(stage_key(stage)))));
    Sheet {
        route: Route::Team,
        title: desk.say("team-title").into(),
        eyebrow,
        headline: headline(desk, coverage.as_ref(), stage),
        lede: team.zip(stage).and_then(|(team, stage)| lede(desk, team, stage)),
        blocks: team.map_or_else(|| vec![empty(desk)], |team| blocks(desk, team, (coverage.as_ref(), stage))),
    }
}

fn empty(desk: &Desk<'_>) -> Block {
    Empty {
        words: desk.say("team-empty").as_str().into(),
        file: "team.yaml".to_owned(),
        yaml: "skills: [{id: ads, tier: platform, name: Advertising}]\n\
               needs: {growth: {ads: {level: 2, count: 2}}}\n\
               have: [{person: wang, skills: {ads: 3}, assessed: 2026-09-30}]"
            .to_owned(),
    }
    .into()
}

fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Start => "stage-start",
        Stage::Growth => "stage-growth",
        Stage::Scale => "stage-scale",
    }
}

/// How much of the need is there, and which skills nobody or one person has.
fn headline(desk: &Desk<'_>, coverage: Option<&Coverage<'_>>, stage: Option<Stage>) -> Phrase {
    let Some((coverage, stage)) = coverage.zip(stage).filter(|(coverage, _)| coverage.needed() > 0) else {
        return desk.say("team-none").into();
    };
    let (nobody, one) = (names(desk, coverage, Standing::Nobody), names(desk, coverage, Standing::OnePerson));
    let key = match (nobody.is_empty(), one.is_empty()) {
        (true, true) => "team-headline",
        (true, false) => "team-headline-one",
        (false, true) => "team-headline-nobody",
        (false, false) => "team-headline-both",
    };
    let args = [
        ("stage", desk.say(stage_key(stage)).into()),
        ("needed", i64::from(coverage.needed()).to_string().into()),
        ("met", coverage.met().to_string().into()),
        ("one", one.into()),
        ("nobody", nobody.into()),
    ];
    desk.fill(key, &args).into()
}

fn names(desk: &Desk<'_>, coverage: &Coverage<'_>, standing: Standing) -> String {
    let names: Vec<String> = coverage.standing(standing).map(|skill| desk.phrase(&skill.name).text).collect();
    names.join(&desk.say("list-comma"))
}

/// How far the plan of learning leads, and what nobody learns.
fn lede(desk: &Desk<'_>, team: &Team, stage: Stage) -> Option<Rich> {
    let after = Coverage::after_plan(team, stage);
    let last = team.develop.iter().filter_map(|it| it.by).max()?;
    let short = after.skills.iter().filter(|cover| cover.met() < cover.need);
    let short = list(desk, short.map(|cover| desk.phrase(&cover.skill.name).text));
    let key = if short.is_empty() { "team-plan-all" } else { "team-plan-short" };
    let args = [
        ("day", last.to_string().into()),
        ("met", after.met().to_string().into()),
        ("needed", after.needed().to_string().into()),
        ("short", short.into()),
    ];
    Some(desk.fill(key, &args).into())
}

fn blocks(
    desk: &Desk<'_>,
    team: &Team,
    (coverage, stage): (Option<&Coverage<'_>>, Option<Stage>),
) -> Vec<Block> {
    let section = |key: &str, block: Block| -> Block {
        Section { heading: desk.say(key).into(), blocks: vec![block], ..Section::default() }.into()
    };
    let mut blocks: Vec<Block> = Vec::new();
    if let Some(coverage) = coverage.filter(|coverage| coverage.needed() > 0) {
        blocks.push(pyramid(desk, team, coverage).into());
        blocks.push(section("team-needs", needs(desk, team, coverage).into()));
    }
    blocks.extend(stage.and_then(|stage| work::block(desk, team, stage)));
    blocks.extend(coverage.and_then(|coverage| away::block(desk, team, coverage)));
    if !team.have.is_empty() {
        blocks.push(section("team-matrix", matrix(desk, team).into()));
    }
    if !team.develop.is_empty() {
        blocks.push(section("team-develop", development(desk, team).into()));
    }
    blocks
}

/// The tiers, the top of the pyramid first, each with what is there against what is needed.
fn pyramid(desk: &Desk<'_>, team: &Team, coverage: &Coverage<'_>) -> site::Figure {
    let tiers =
        team.tiers.iter().rev().map(|tier| (desk.phrase(&tier.name).text, coverage.of_tier(&tier.id)));
    let tiers: Vec<(String, (u32, u32))> = tiers.collect();
    let bar = |(name, (need, met)): &(String, (u32, u32))| Bar {
        label: name.clone(),
        fill: Fill::Actual,
        main: Mark::new(f64::from(*met), format!("{met}/{need}")),
        plan: Some(f64::from(*need)),
        ..Bar::default()
    };
    let share = coverage.share().map(|share| desk.locale.percent(&share, 0)).unwrap_or_default();
    let chart = Chart {
        id: "pyramid".to_owned(),
        title: Title {
            who: desk.company().text,
            what: desk.say("team-pyramid"),
            when: desk.say("team-pyramid-when"),
        },
        message: desk.fill("team-pyramid-message", &[("share", share.into())]),
        alt: tiers
            .iter()
            .map(|(name, (need, met))| format!("{name} {met}/{need}"))
            .collect::<Vec<_>>()
            .join(&desk.say("list-comma")),
        plot: Plot::Bars(Bars { versus: Scenario::Plan, rows: tiers.iter().map(bar).collect(), cut: None }),
        table: DataTable {
            columns: ["head-tier", "head-have", "head-need"].iter().map(|key| desk.say(key)).collect(),
            rows: tiers
                .iter()
                .map(|(name, (need, met))| vec![name.clone(), met.to_string(), need.to_string()])
                .collect(),
        },
    };
    site::Figure { chart, how: Some(desk.say("team-pyramid-how").as_str().into()), more: None }
}

/// Each needed skill: how many are needed of which level, who is there.
fn needs(desk: &Desk<'_>, team: &Team, coverage: &Coverage<'_>) -> Table {
    let heads = [
        ("head-skill", ColumnKind::Text),
        ("head-level", ColumnKind::Text),
        ("head-need", ColumnKind::Number),
        ("head-have", ColumnKind::Number),
        ("head-who", ColumnKind::Text),
        ("head-state", ColumnKind::Status),
    ];
    let row = |cover: &SkillCover<'_>| {
        let who: Vec<String> = cover.have.iter().map(|id| desk.person(id).text).collect();
        let tier = team.tiers.iter().find(|tier| tier.id == cover.skill.tier.value);
        let cells = vec![
            Cell {
                sub: tier.map(|tier| desk.phrase(&tier.name)),
                ..Cell::new(desk.phrase(&cover.skill.name))
            },
            Cell::new(level(desk, team, cover.level)),
            Cell::new(cover.need.to_string()),
            Cell::new(cover.have.len().to_string()),
            Cell::new(who.join(&desk.say("list-comma"))),
            standing(desk, cover),
        ];
        Row { cells, ..Row::default() }
    };
    table(desk, "team-needs", (&heads, coverage.skills.iter().map(row).collect()))
}

fn standing(desk: &Desk<'_>, cover: &SkillCover<'_>) -> Cell {
    let (key, dot) = match cover.standing() {
        Standing::Nobody => ("standing-nobody", Status::Late),
        Standing::OnePerson => ("standing-one", Status::Late),
        Standing::Short => ("standing-short", Status::Due),
        Standing::Met => ("standing-met", Status::Done),
    };
    Cell { status: Some(dot), ..Cell::new(desk.say(key)) }
}

fn table(desk: &Desk<'_>, key: &str, (heads, rows): (&[(&str, ColumnKind)], Vec<Row>)) -> Table {
    let columns = desk.columns(heads);
    Table { caption: desk.say(key).into(), caption_hidden: true, columns, rows, note: None }
}

/// A level in words.
fn level(desk: &Desk<'_>, team: &Team, level: u32) -> Phrase {
    let name: Option<&Text> = usize::try_from(level).ok().and_then(|n| team.levels.get(n));
    name.map_or_else(|| level.to_string().into(), |name| desk.phrase(name))
}

/// People by skills, and how old each judgement is.
fn matrix(desk: &Desk<'_>, team: &Team) -> Table {
    let mut columns = vec![Column::new(desk.say("head-person"), ColumnKind::Text)];
    columns.extend(team.skills.iter().map(|skill| Column::new(desk.phrase(&skill.name), ColumnKind::Text)));
    columns.push(Column::new(desk.say("head-assessed"), ColumnKind::Status));
    let row = |it: &Assessment| {
        let mut cells = vec![Cell::new(desk.person(&it.person.value))];
        cells.extend(team.skills.iter().map(|skill| Cell::new(known(desk, team, (it, skill)))));
        cells.push(assessed(desk, it));
        Row { cells, ..Row::default() }
    };
    Table {
        caption: desk.say("team-matrix").into(),
        caption_hidden: true,
        columns,
        rows: team.have.iter().map(row).collect(),
        note: Some(
            desk.fill("team-matrix-note", &[("days", Assessment::OLD.to_string().into())]).as_str().into(),
        ),
    }
}

fn known(desk: &Desk<'_>, team: &Team, (it, skill): (&Assessment, &Skill)) -> Phrase {
    match it.skills.iter().find(|(id, _)| id.value == skill.id) {
        Some((_, n)) => level(desk, team, *n),
        None => Phrase::default(),
    }
}

/// When a judgement was made, and for how many days it has stood.
fn assessed(desk: &Desk<'_>, it: &Assessment) -> Cell {
    let Some(day) = it.assessed.as_ref().map(|day| day.value) else {
        return Cell::new(desk.say("never-assessed"));
    };
    let days = desk.today - day;
    let age = desk.fill("days-ago", &[("days", days.to_string().into())]);
    Cell {
        sub: Some(age.into()),
        status: it.is_old(desk.today).then_some(Status::Late),
        ..Cell::new(day.to_string())
    }
}

fn development(desk: &Desk<'_>, team: &Team) -> Table {
    let heads = [
        ("head-person", ColumnKind::Text),
        ("head-skill", ColumnKind::Text),
        ("head-step", ColumnKind::Text),
        ("head-due", ColumnKind::Date),
        ("head-how", ColumnKind::Text),
    ];
    let row = |it: &Development| {
        let skill = team.skills.iter().find(|skill| skill.id == it.skill.value);
        let person = team.have.iter().find(|have| have.person.value == it.person.value);
        let now = person.zip(skill).map(|(person, skill)| known(desk, team, (person, skill)).text);
        let step = [now.unwrap_or_default(), level(desk, team, it.to).text].join(" → ");
        let cells = vec![
            Cell::new(desk.person(&it.person.value)),
            Cell::new(skill.map(|skill| desk.phrase(&skill.name)).unwrap_or_default()),
            Cell::new(step),
            Cell::new(it.by.map(|day| day.to_string()).unwrap_or_default()),
            Cell::new(it.how.as_ref().map(|how| desk.phrase(how)).unwrap_or_default()),
        ];
        Row { cells, ..Row::default() }
    };
    table(desk, "team-develop", (&heads, team.develop.iter().map(row).collect()))
}
