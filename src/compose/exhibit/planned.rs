//! Planned amounts by two dimensions, exact: every cell is a sum of planned days, every total a sum of cells.

use crate::compose::desk::Desk;
use crate::quantity::{MeasureId, Ratio, Scope, Span};
use crate::site::{Cell, Column, ColumnKind, Phrase, Rich, Row, Table, Target};

/// A part of the plan that is a row or a column: a part of the company, some days, or both.
pub(crate) struct Slice {
    /// What it is called.
    pub(crate) name: Phrase,
    /// Its page.
    pub(crate) to: Option<Target>,
    /// A small link below its name, of a row.
    pub(crate) also: Option<Rich>,
    /// The part of the company.
    pub(crate) scope: Scope,
    /// The days.
    pub(crate) span: Span,
}

impl Slice {
    /// What lies in both: the days in both, the part of the company that either names.
    fn meet(&self, other: &Slice) -> Option<(Scope, Span)> {
        let product = self.scope.product.clone().or_else(|| other.scope.product.clone());
        let marketplace = self.scope.marketplace.clone().or_else(|| other.scope.marketplace.clone());
        let span = Span::new(self.span.from.max(other.span.from), self.span.to.min(other.span.to))?;
        Some((Scope { product, marketplace }, span))
    }
}

/// The planned amounts of rows × columns with their totals; nothing when it is not planned.
pub(crate) fn planned(
    desk: &Desk<'_>,
    (metric, caption): (&MeasureId, Phrase),
    (rows, columns): (&[Slice], &[Slice]),
) -> Option<Table> {
    let amount = |row: &Slice, column: &Slice| {
        let (scope, span) = row.meet(column)?;
        desk.plan().value(&desk.workspace.catalogue, metric, (&scope, span))
    };
    let amounts: Option<Vec<Vec<Ratio>>> =
        rows.iter().map(|row| columns.iter().map(|column| amount(row, column)).collect()).collect();
    let amounts = amounts?;
    let total: Vec<Ratio> =
        (0..columns.len()).map(|at| amounts.iter().filter_map(|row| row.get(at)).sum()).collect();
    let lines = rows.iter().zip(&amounts).map(|(slice, amounts)| {
        let lines = slice.also.iter().cloned().collect();
        let head = Cell { to: slice.to.clone(), lines, ..Cell::new(slice.name.clone()) };
        Row { cells: cells(desk, head, amounts), ..Row::default() }
    });
    let last = Row {
        cells: cells(desk, Cell::new(desk.say("planned-total")), &total),
        total: true,
        ..Row::default()
    };
    let unit = desk.locale.money_unit(desk.currency(), 0);
    let number =
        |name: Phrase| Column { unit: unit.as_str().into(), ..Column::new(name, ColumnKind::Number) };
    let heads = columns.iter().map(|column| column.name.clone());
    Some(Table {
        caption,
        columns: std::iter::once(Column::new(desk.say("head-item"), ColumnKind::Text))
            .chain(heads.chain([desk.say("planned-total").into()]).map(number))
            .collect(),
        rows: lines.chain([last]).collect(),
        ..Table::default()
    })
}

fn cells(desk: &Desk<'_>, head: Cell, amounts: &[Ratio]) -> Vec<Cell> {
    let sum: Ratio = amounts.iter().sum();
    let cell = |amount: &Ratio| match amount.is_zero() {
        true => Cell::new("0"),
        false => Cell::new(desk.locale.decimal(amount, desk.currency().digits())),
    };
    std::iter::once(head).chain(amounts.iter().chain([&sum]).map(cell)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{MarketplaceId, Period, ProductId};

    fn slice(scope: Scope, period: &str) -> Slice {
        Slice { name: "".into(), to: None, also: None, scope, span: Period::parse(period).unwrap().span() }
    }

    #[test]
    fn a_cell_is_what_its_row_and_its_column_have_in_common() {
        let mug = slice(Scope::product(&ProductId::new("mug")), "2026");
        let october = slice(Scope::company(), "2026-10");
        let japan = slice(Scope::marketplace(&MarketplaceId::new("JP")), "2026-Q4");
        let (scope, span) = october.meet(&mug).unwrap();
        assert_eq!((scope, span), (mug.scope.clone(), october.span));
        let (scope, span) = mug.meet(&japan).unwrap();
        assert_eq!(scope, Scope::cell(&ProductId::new("mug"), &MarketplaceId::new("JP")));
        assert_eq!(span, japan.span);
        assert_eq!(october.meet(&slice(Scope::company(), "2026-11")), None);
    }
}
