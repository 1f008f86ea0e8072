//! By what a block is split: stretches of time, products, marketplaces.

use super::{Answers, bad};
use crate::compose::exhibit::Line;
use crate::compose::grain::grain;
use crate::diagnostic::{Diagnostic, nearest};
use crate::markup::BlockRequest;
use crate::quantity::{Grain, MeasureId, Period, Scope};
use crate::review::Question;

/// By what a block is split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    Time(Grain),
    Products,
    Marketplaces,
}

const WORDS: [&str; 7] = ["product", "marketplace", "day", "week", "month", "quarter", "year"];

impl By {
    /// By what a block asks to be split; nothing when it does not say.
    pub(super) fn of(request: &BlockRequest) -> Result<Option<Self>, Diagnostic> {
        let place = request.place_of("by");
        let word = match request.by.as_slice() {
            [] => return Ok(None),
            [word] => word.as_str(),
            [_, second, ..] => return Err(bad(place, "block-by-one", second).help("help")),
        };
        let by = match word {
            "product" => Some(By::Products),
            "marketplace" => Some(By::Marketplaces),
            word => grain(word).map(By::Time),
        };
        by.map(Some).ok_or_else(|| bad(place, "block-by", word).nearest(nearest(word, WORDS)))
    }
}

impl Answers<'_> {
    /// The parts of a part of the company: its products or its marketplaces.
    pub(super) fn scopes(&self, by: By, whole: &Scope) -> Vec<Scope> {
        let products = || self.desk.products().into_iter();
        match by {
            By::Products => products().map(|id| Scope { product: Some(id), ..whole.clone() }).collect(),
            By::Marketplaces => {
                let places = self.desk.marketplaces().into_iter();
                places.map(|id| Scope { marketplace: Some(id), ..whole.clone() }).collect()
            }
            By::Time(_) => vec![whole.clone()],
        }
    }

    /// The stretches of a period; a finding when the period is too short for one.
    pub(super) fn periods(
        &self,
        grain: Grain,
        period: Period,
        request: &BlockRequest,
    ) -> Result<Vec<Period>, Diagnostic> {
        let periods = if grain > period.grain() { Vec::new() } else { period.split(grain) };
        if periods.is_empty() {
            return Err(bad(request.place_of("by"), "block-by-period", &period.to_string()).help("help"));
        }
        Ok(periods)
    }

    /// A line for each part.
    pub(super) fn lines(
        &self,
        by: By,
        (metric, whole, period): (&MeasureId, &Scope, Period),
        request: &BlockRequest,
    ) -> Result<Vec<Line>, Diagnostic> {
        let question = |scope: Scope, period| Question { metric: metric.clone(), scope, period };
        let desk = &self.desk;
        if let By::Time(grain) = by {
            let line = |period: Period| Line {
                name: desk.locale.period(period).into(),
                to: None,
                question: question(whole.clone(), period),
            };
            return Ok(self.periods(grain, period, request)?.into_iter().map(line).collect());
        }
        let line = |scope: Scope| Line {
            name: match (by, &scope.product, &scope.marketplace) {
                (By::Products, Some(id), _) => desk.product(id),
                (_, _, Some(id)) => desk.marketplace(id),
                _ => desk.scope(&scope),
            },
            to: Some(desk.target(&desk.scope_route(&scope))),
            question: question(scope, period),
        };
        Ok(self.scopes(by, whole).into_iter().map(line).collect())
    }
}
