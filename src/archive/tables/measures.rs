//! Measured amounts by month, marketplace and product: what figures can be computed from again.

use super::{maybe, table, text};
use crate::facts::{Basis, Scale, unmapped_product, whole_market};
use crate::metric::Over;
use crate::quantity::{Currency, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope};
use crate::table::{Cell, Kind, Table};
use crate::tables::Sources;

const COLUMNS: [(&str, Kind); 8] = [
    ("month", Kind::Text),
    ("marketplace", Kind::Text),
    ("product", Kind::Text),
    ("measure", Kind::Text),
    ("own", Kind::Exact),
    ("currency", Kind::Text),
    ("reporting", Kind::Exact),
    ("reporting_currency", Kind::Text),
];

/// A row for each amount that is known.
pub(super) fn measures(sources: Sources<'_>, period: Period) -> Table {
    let facts = sources.facts;
    let products: Vec<ProductId> =
        facts.products().cloned().chain([unmapped_product(), whole_market()]).collect();
    let measures: Vec<&MeasureId> = facts.measures().filter(|id| adds(sources, id)).collect();
    let mut rows = Vec::new();
    for month in period.split(Grain::Month) {
        for (place, currency) in facts.marketplaces() {
            for product in &products {
                let at = At { month, place, product, currency };
                rows.extend(measures.iter().filter_map(|measure| at.row(sources, measure)));
            }
        }
    }
    table(&COLUMNS, rows)
}

/// Whether amounts of a measure may be added up: a rank and a price may not.
fn adds(sources: Sources<'_>, id: &MeasureId) -> bool {
    sources.workspace.catalogue.measure(id).is_some_and(|measure| measure.over != Over::Level)
}

struct At<'a> {
    month: Period,
    place: &'a MarketplaceId,
    product: &'a ProductId,
    currency: Currency,
}

impl At<'_> {
    fn row(&self, sources: Sources<'_>, measure: &MeasureId) -> Option<Vec<Cell>> {
        let scope = Scope::cell(self.product, self.place);
        let sum = |basis| {
            let total = sources.facts.sum_at(basis, measure, (&scope, self.month.span()));
            total.known().cloned()
        };
        // Nought of a product that is not sold there says nothing.
        let own = sum(Basis::Own).filter(|own: &Ratio| !own.is_zero())?;
        let is_money = sources.facts.scale(measure) == Some(Scale::Money);
        let currency = |currency: Currency| maybe(is_money.then_some(currency));
        Some(vec![
            text(self.month),
            text(self.place),
            text(self.product),
            text(measure),
            Cell::Exact(own),
            currency(self.currency),
            sum(Basis::Plan).map_or(Cell::Missing, Cell::Exact),
            currency(sources.facts.reporting()),
        ])
    }
}
