//! Tables by the groups of a dimension that a user made.

use super::{Answers, bad};
use crate::compose::page::division::divided_table;
use crate::diagnostic::{Diagnostic, codes};
use crate::facts::Basis;
use crate::markup::{BlockKind, BlockRequest};
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{By, Divider, Obstacle};
use crate::site::Block;
use crate::workspace::Dimension;

impl<'a> Answers<'a> {
    /// The dimension that a table is asked by, when a user made it.
    pub(super) fn made(&self, request: &BlockRequest) -> Option<&'a Dimension> {
        let [name] = request.by.as_slice() else { return None };
        let mut made = self.desk.workspace.dimensions.iter();
        made.find(|made| made.id == *name && request.kind == BlockKind::Table)
    }

    /// The figures of a table by the groups of a dimension; a finding where one does not exist by them.
    pub(super) fn divided(
        &self,
        request: &BlockRequest,
        made: &Dimension,
        (scope, period): (&Scope, Period),
    ) -> Result<Block, Diagnostic> {
        for metric in &request.metrics {
            self.check_dimension(metric, (request, made))?;
        }
        let figures: Vec<&MeasureId> = request.metrics.iter().collect();
        let table = divided_table(&self.desk, (scope, period), (&figures, made));
        let titled = |mut table: crate::site::Table| {
            if let Some(title) = &request.title {
                table.caption = title.as_str().into();
            }
            table.into()
        };
        Ok(table.map_or_else(|| self.nothing(), titled))
    }

    fn check_dimension(
        &self,
        metric: &MeasureId,
        (request, made): (&BlockRequest, &Dimension),
    ) -> Result<(), Diagnostic> {
        let divider = Divider { workspace: self.desk.workspace, facts: self.desk.facts, basis: Basis::Plan };
        let place = request.place_of("by");
        match divider.obstacle(By::Groups(made), metric) {
            None => Ok(()),
            Some(Obstacle::Applies) => Err(bad(place, "block-by-applies", metric.as_str()).help("help")),
            Some(Obstacle::Grain(measure)) => {
                let finding = Diagnostic::new(codes::GRAIN, place).with("name", metric.as_str());
                let finding = finding.with("measure", measure.id.as_str()).with("of", made.of.as_str());
                Err(finding.with("grains", measure.grain_names()).help("by"))
            }
        }
    }
}
