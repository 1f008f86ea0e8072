//! Charts of the analyst's corner in a text: funnels, rankings, portfolios, and figures by a dimension.

use super::part::By;
use super::{Answers, bad};
use crate::compose::exhibit::{divided, funnel, pareto, portfolio};
use crate::diagnostic::{Diagnostic, codes};
use crate::markup::{BlockKind, BlockRequest};
use crate::quantity::{MeasureId, Period, Scope};
use crate::review::{self, Divider, Question};
use crate::site;

impl<'a> Answers<'a> {
    /// The dimension that a chart is asked by, where it is neither a stretch of time nor a list of the company.
    pub(super) fn dimension(&self, request: &'a BlockRequest) -> Option<review::By<'a>> {
        let [name] = request.by.as_slice() else { return None };
        if request.kind != BlockKind::Chart || ["product", "marketplace"].contains(&name.as_str()) {
            return None;
        }
        review::By::named(self.desk.workspace, name)
    }

    /// A figure by a dimension; a finding where it does not exist by it.
    pub(super) fn by_dimension(
        &self,
        request: &BlockRequest,
        by: review::By<'_>,
        (scope, period): (&Scope, Period),
    ) -> Result<Option<site::Figure>, Diagnostic> {
        let Some(metric) = request.metrics.first() else { return Ok(None) };
        let divider =
            Divider { workspace: self.desk.workspace, facts: self.desk.facts, basis: Default::default() };
        match divider.obstacle(by, metric) {
            None => Ok(divided(&self.desk, (metric, scope, period), by)),
            Some(_) => {
                let finding = Diagnostic::new(codes::GRAIN, request.place_of("by"));
                Err(finding.with("name", metric.as_str()).help("help"))
            }
        }
    }

    /// The steps that a block names as its metrics.
    pub(super) fn funnel(
        &self,
        request: &BlockRequest,
        asked: (&Scope, Period),
    ) -> Result<Option<site::Figure>, Diagnostic> {
        match request.metrics.as_slice() {
            [] | [_] => Err(bad(request.place_of("metric"), "block-two-metrics", "funnel").help("help")),
            steps => Ok(funnel(&self.desk, steps, asked)),
        }
    }

    /// Parts ranked by what they bring of a figure.
    pub(super) fn pareto(
        &self,
        (metric, by): (&MeasureId, Option<By>),
        (scope, period): (&Scope, Period),
    ) -> Option<site::Figure> {
        let parts = match by {
            Some(by) => self.scopes(by, scope),
            None => {
                let cells = self.scopes(By::Products, scope);
                cells.iter().flat_map(|cell| self.scopes(By::Marketplaces, cell)).collect()
            }
        };
        pareto(&self.desk, (metric, period), (scope, &parts))
    }

    /// Parts by the growth of the first metric and by the second.
    pub(super) fn portfolio(
        &self,
        (request, by): (&BlockRequest, Option<By>),
        (scope, period): (&Scope, Period),
    ) -> Result<Option<site::Figure>, Diagnostic> {
        let [metric, margin] = request.metrics.as_slice() else {
            return Err(bad(request.place_of("metric"), "block-two-metrics", "portfolio").help("help"));
        };
        let question = Question { metric: metric.clone(), scope: scope.clone(), period };
        let parts = self.scopes(by.unwrap_or(By::Products), scope);
        Ok(portfolio(&self.desk, (&question, margin), &parts))
    }
}
