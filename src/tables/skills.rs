//! The table of skills: what the company's stage needs, and who has it.

use super::commitments::{list, text};
use super::{Refusal, Sources};
use crate::quantity::Lang;
use crate::review::{Coverage, SkillCover, Standing};
use crate::table::{Cell, Column, Kind, Table, TableRequest};
use crate::workspace::{Stage, Team};

const COLUMNS: [(&str, Kind); 10] = [
    ("stage", Kind::Text),
    ("tier", Kind::Text),
    ("skill", Kind::Text),
    ("name", Kind::Text),
    ("level", Kind::Count),
    ("need", Kind::Count),
    ("have", Kind::Count),
    ("met", Kind::Count),
    ("who", Kind::Text),
    ("state", Kind::Text),
];

const STAGES: [(&str, Stage); 3] =
    [("start", Stage::Start), ("growth", Stage::Growth), ("scale", Stage::Scale)];

/// A row per skill that a stage needs; of the company's stage, or of that asked for with `--where stage=…`.
pub(super) fn skills(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let mut stage = sources.workspace.company.as_ref().and_then(|company| company.stage);
    for (key, value) in &request.filters {
        stage = Some(asked(key, value)?);
    }
    let team = sources.workspace.team.as_ref();
    let cover = stage.zip(team).map(|(stage, team)| rows(sources, team, stage));
    let columns = COLUMNS.iter().map(|(name, kind)| Column::new(*name, *kind)).collect();
    Ok(Table { columns, rows: cover.unwrap_or_default() })
}

fn asked(key: &str, value: &str) -> Result<Stage, Refusal> {
    if key != "stage" {
        return Err(Refusal::new("dimension", key, ["stage"]));
    }
    let found = STAGES.iter().find(|(word, _)| *word == value);
    found.map(|(_, stage)| *stage).ok_or_else(|| Refusal::new(key, value, STAGES.map(|(word, _)| word)))
}

fn rows(sources: Sources<'_>, team: &Team, stage: Stage) -> Vec<Vec<Cell>> {
    let coverage = Coverage::of(team, stage);
    coverage.skills.iter().map(|cover| cells(sources, stage, cover)).collect()
}

fn cells(sources: Sources<'_>, stage: Stage, cover: &SkillCover<'_>) -> Vec<Cell> {
    let lang = sources.workspace.config.languages.first().cloned().unwrap_or_else(|| Lang::new("en"));
    let state = match cover.standing() {
        Standing::Nobody => "nobody",
        Standing::OnePerson => "one-person",
        Standing::Short => "short",
        Standing::Met => "met",
    };
    vec![
        text(STAGES.iter().find(|(_, it)| *it == stage).map(|(word, _)| *word)),
        text(Some(cover.skill.tier.value.as_str())),
        text(Some(cover.skill.id.as_str())),
        text(Some(cover.skill.name.in_lang(&lang))),
        Cell::Count(cover.level.into()),
        Cell::Count(cover.need.into()),
        Cell::Count(cover.have.len() as i128),
        Cell::Count(cover.met().into()),
        list(cover.have.iter().map(|id| id.as_str())),
        text(Some(state)),
    ]
}
