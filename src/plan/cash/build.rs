//! From plan, orders, rates and what people wrote to every dated flow.

use super::books::{Books, Inputs};
use super::{Cash, YearNeed, findings};
use crate::diagnostic::Diagnostics;
use crate::facts::Facts;
use crate::plan::Plan;
use crate::plan::economics::Economics;
use crate::plan::supply::Supply;
use crate::quantity::{Day, Span};
use crate::workspace::Workspace;

impl Cash {
    /// The flows of a workspace, with what makes its cash fall below the limit.
    pub fn of(
        workspace: &Workspace,
        (facts, plan, economics, supply): (&Facts, &Plan, &Economics, &Supply),
        today: Day,
    ) -> (Self, Diagnostics) {
        let inputs = Inputs { workspace, facts, plan, economics, supply, today };
        let cash = inputs.cash().unwrap_or_default();
        let findings = findings::of(&cash, inputs);
        (cash, findings)
    }
}

impl Inputs<'_> {
    /// Nothing when nothing is planned and nobody wrote anything.
    fn cash(&self) -> Option<Cash> {
        let (currency, span) = (self.workspace.reporting_currency()?, self.span()?);
        let opening = self.workspace.cash.opening.as_ref();
        let opening = opening.and_then(|opening| {
            let rate = self.workspace.rates.fx(opening.amount.currency, currency, opening.date)?;
            Some((opening.date, &opening.amount.amount() * &rate))
        });
        let mut books = Books::new(*self, currency, span);
        books.sales();
        books.orders();
        books.shipments();
        books.written();
        books.batches();
        let cycle = books.cycle();
        let Books { mut flows, gaps, .. } = books;
        flows.sort_by(|a, b| {
            (a.day, a.kind, &a.order, &a.product, &a.marketplace).cmp(&(
                b.day,
                b.kind,
                &b.order,
                &b.product,
                &b.marketplace,
            ))
        });
        let measured = self.last_measured(span.from - super::sales::LOOK_BACK);
        let gaps = gaps.into_iter().collect();
        let mut cash = Cash { opening, flows, span: Some(span), measured, gaps, years: Vec::new(), cycle };
        cash.years = YearNeed::all(&cash, self.workspace);
        Some(cash)
    }

    /// From the day after the opening, else from today, to the last day that is planned and supplied; a year where
    /// only flows are written.
    fn span(&self) -> Option<Span> {
        let book = &self.workspace.cash;
        let from = book.opening.as_ref().map_or(self.today, |opening| opening.date + 1);
        let planned = self.plan.amounts().filter_map(|(id, year)| self.plan.spine(id, year));
        let planned = planned.map(|spine| spine.year().to).max();
        let weeks = self.supply.positions.iter().flat_map(|position| &position.weeks);
        let supplied = weeks.map(|week| week.days.to).max();
        let written = (!book.is_empty()).then_some(from + 364);
        let to = planned.map(|planned| planned.min(supplied.unwrap_or(planned))).or(written)?;
        Span::new(from, to)
    }
}
