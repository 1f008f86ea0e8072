//! The table of cash: every flow, or sums by period, product or marketplace.

use super::{Refusal, Sources, axes};
use crate::plan::cash::{Cash, Curve, Flow};
use crate::quantity::{Currency, Day, Grain, Money, Period, Ratio, Scope, Span};
use crate::table::{Cell, Column, Kind, Table, TableRequest};

const FLOWS: [(&str, Kind); 9] = [
    ("date", Kind::Day),
    ("kind", Kind::Text),
    ("what", Kind::Text),
    ("product", Kind::Text),
    ("marketplace", Kind::Text),
    ("batch", Kind::Text),
    ("order", Kind::Text),
    ("amount", Kind::Money),
    ("balance", Kind::Money),
];

const PERIODS: [(&str, Kind); 4] =
    [("in", Kind::Money), ("out", Kind::Money), ("net", Kind::Money), ("balance", Kind::Money)];

const PARTS: [(&str, Kind); 8] = [
    ("in", Kind::Money),
    ("out", Kind::Money),
    ("net", Kind::Money),
    ("need", Kind::Money),
    ("need_day", Kind::Day),
    ("break_even", Kind::Day),
    ("limit", Kind::Money),
    ("over", Kind::Money),
];

const GRAINS: [(&str, Grain); 5] = [
    ("day", Grain::Day),
    ("week", Grain::Week),
    ("month", Grain::Month),
    ("quarter", Grain::Quarter),
    ("year", Grain::Year),
];

/// A row per flow; by a period, per period; by `product`, `marketplace` or `company`, per part with its need.
pub(super) fn cash(sources: Sources<'_>, request: &TableRequest) -> Result<Table, Refusal> {
    let asked = Asked::of(sources, request)?;
    let Some(by) = request.by.first() else { return Ok(asked.flows()) };
    if let Some((_, grain)) = GRAINS.iter().find(|(name, _)| name == by) {
        return Ok(asked.periods(*grain));
    }
    asked.parts(by)
}

struct Asked<'a> {
    sources: Sources<'a>,
    cash: &'a Cash,
    currency: Currency,
    /// The days of the rows.
    span: Option<Span>,
    scope: Scope,
    by: &'a str,
}

impl<'a> Asked<'a> {
    fn of(sources: Sources<'a>, request: &'a TableRequest) -> Result<Self, Refusal> {
        let cash = &sources.analysis.cash;
        if let Some(second) = request.by.get(1) {
            return Err(Refusal::Second { first: request.by[0].clone(), second: second.clone() });
        }
        let known = ["product", "marketplace"];
        if let Some((other, _)) = request.filters.iter().find(|(key, _)| !known.contains(&key.as_str())) {
            return Err(Refusal::new("dimension", other, known));
        }
        let span = cash.span.and_then(|span| {
            Span::new(request.from.unwrap_or(span.from), request.to.map_or(span.to, |to| to.min(span.to)))
        });
        Ok(Asked {
            sources,
            cash,
            currency: sources.facts.reporting(),
            span,
            scope: axes::filter(sources, request)?,
            by: request.by.first().map_or("", String::as_str),
        })
    }

    /// The flows of what is asked, of all days: the balance of a day holds those before it.
    fn own(&self) -> impl Iterator<Item = &'a Flow> {
        let Scope { product, marketplace } = self.scope.clone();
        self.cash.flows.iter().filter(move |flow| {
            product.as_ref().is_none_or(|id| flow.product.as_ref() == Some(id))
                && marketplace.as_ref().is_none_or(|id| flow.marketplace.as_ref() == Some(id))
        })
    }

    /// The bank balance before the first flow; of a part of the company, nought.
    fn start(&self) -> Ratio {
        if self.scope == Scope::company() { self.cash.start() } else { Ratio::zero() }
    }

    fn flows(&self) -> Table {
        let mut balance = self.start();
        let mut rows = Vec::new();
        for flow in self.own() {
            balance += &flow.amount;
            if self.span.is_some_and(|span| span.contains(flow.day)) {
                rows.push(self.flow(flow, &balance));
            }
        }
        table(&FLOWS, rows)
    }

    fn flow(&self, flow: &Flow, balance: &Ratio) -> Vec<Cell> {
        let lang = self.sources.workspace.config.languages.first();
        let what = flow.what.as_ref().zip(lang).map(|(what, lang)| what.in_lang(lang).to_owned());
        vec![
            Cell::Day(flow.day),
            Cell::Text(flow.kind.word().to_owned()),
            text(what),
            text(flow.product.as_ref()),
            text(flow.marketplace.as_ref()),
            text(flow.batch.as_ref()),
            text(flow.order.as_ref()),
            self.money(&flow.amount),
            self.money(balance),
        ]
    }

    /// A row for each period of the span, also those in which nothing moves.
    fn periods(&self, grain: Grain) -> Table {
        let mut columns = vec![Column::new(self.by, Kind::Text)];
        columns.extend(PERIODS.map(|(name, kind)| Column::new(name, kind)));
        let curve = curve(self.own());
        let balance = |day: Day| {
            let moved = curve.as_ref().map_or_else(Ratio::zero, |curve| curve.on(day));
            &self.start() + &moved
        };
        let mut rows = Vec::new();
        let mut period = self.span.map(|span| (Period::containing(span.from, grain), span));
        while let Some((now, span)) = period {
            let days = now.span();
            let mut row = vec![Cell::Text(now.to_string())];
            row.extend(self.sums(Span { from: days.from.max(span.from), to: days.to.min(span.to) }));
            row.push(self.money(&balance(days.to)));
            rows.push(row);
            period = (days.to < span.to).then(|| (now.next(), span));
        }
        Table { columns, rows }
    }

    /// In, out and net of some days.
    fn sums(&self, span: Span) -> [Cell; 3] {
        let own = || self.own().filter(|flow| span.contains(flow.day));
        let sum = |positive: bool| -> Ratio {
            own().filter(|flow| flow.amount.is_positive() == positive).map(|flow| &flow.amount).sum()
        };
        let (into, out) = (sum(true), sum(false));
        [self.money(&into), self.money(&out), self.money(&(&into + &out))]
    }

    /// A row for each part of the company; the last one holds what belongs to none.
    fn parts(&self, by: &str) -> Result<Table, Refusal> {
        let of: fn(&Flow) -> Option<String> = match by {
            "product" => |flow| flow.product.as_ref().map(ToString::to_string),
            "marketplace" => |flow| flow.marketplace.as_ref().map(ToString::to_string),
            "company" => |_| Some("company".to_owned()),
            other => {
                let known = GRAINS.iter().map(|(name, _)| *name);
                return Err(Refusal::new(
                    "dimension",
                    other,
                    ["product", "marketplace", "company"].into_iter().chain(known),
                ));
            }
        };
        let inside = |flow: &&Flow| self.span.is_some_and(|span| span.contains(flow.day));
        let flows: Vec<&Flow> = self.own().filter(inside).collect();
        let mut names: Vec<Option<String>> = flows.iter().map(|flow| of(flow)).collect();
        names.sort_by_key(|name| (name.is_none(), name.clone()));
        names.dedup();
        let mut columns = vec![Column::new(by, Kind::Text)];
        columns.extend(PARTS.map(|(name, kind)| Column::new(name, kind)));
        let row = |name: &Option<String>| {
            self.part(name, flows.iter().copied().filter(|flow| of(flow) == *name).collect())
        };
        Ok(Table { columns, rows: names.iter().map(row).collect() })
    }

    fn part(&self, name: &Option<String>, flows: Vec<&Flow>) -> Vec<Cell> {
        let sum = |positive: bool| -> Ratio {
            flows.iter().filter(|flow| flow.amount.is_positive() == positive).map(|flow| &flow.amount).sum()
        };
        let (into, out) = (sum(true), sum(false));
        let curve = curve(flows.iter().copied());
        let need = curve.as_ref().map_or_else(Ratio::zero, Curve::need);
        let deep = curve.as_ref().filter(|_| need.is_positive());
        let limit = name
            .as_ref()
            .filter(|_| self.by == "product")
            .and_then(|id| self.cash.limit_of(self.sources.workspace, id));
        let day = |day: Option<Day>| day.map_or(Cell::Missing, Cell::Day);
        let money = |amount: Option<Ratio>| amount.map_or(Cell::Missing, |amount| self.money(&amount));
        vec![
            text(name.as_ref()),
            self.money(&into),
            self.money(&out),
            self.money(&(&into + &out)),
            self.money(&need),
            day(deep.map(|curve| curve.trough.0)),
            day(deep.and_then(|curve| curve.break_even)),
            money(limit.clone()),
            money(limit.map(|limit| &need - &limit)),
        ]
    }

    fn money(&self, amount: &Ratio) -> Cell {
        Cell::Money(Money { minor: amount.round_scaled(self.currency.digits()), currency: self.currency })
    }
}

fn curve<'f>(flows: impl Iterator<Item = &'f Flow>) -> Option<Curve> {
    Curve::of(flows.map(|flow| (flow.day, flow.amount.clone())))
}

fn text(text: Option<impl ToString>) -> Cell {
    text.map_or(Cell::Missing, |text| Cell::Text(text.to_string()))
}

fn table(columns: &[(&str, Kind)], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|(name, kind)| Column::new(*name, *kind)).collect(), rows }
}

#[cfg(test)]
mod tests;
