//! Which days a file speaks of.

use std::collections::{BTreeMap, BTreeSet};

use super::days::Way;
use super::plan::{FigurePlan, Plan};
use crate::facts::Over;
use crate::ingest::decoded::{Cover, Decoded};
use crate::quantity::{Grain, Period, Span};

/// From the first to the last day of the rows of each marketplace.
#[derive(Debug, Default)]
pub(super) struct Seen {
    spans: BTreeMap<u16, Span>,
}

impl Seen {
    pub(super) fn add(&mut self, market: u16, span: Span) {
        self.spans.entry(market).and_modify(|known| *known = whole(*known, &span)).or_insert(span);
    }

    /// All days of all marketplaces.
    pub(super) fn period(&self) -> Option<Span> {
        self.spans.values().copied().reduce(|a, b| whole(a, &b))
    }

    /// The rows that named no marketplace belong to this one.
    pub(super) fn rename(&mut self, from: u16, to: u16) {
        if let Some(span) = self.spans.remove(&from) {
            self.add(to, span);
        }
    }
}

fn whole(a: Span, b: &Span) -> Span {
    Span { from: a.from.min(b.from), to: a.to.max(b.to) }
}

/// What the file covers. Its own period, when it holds all rows, is covered even where no row is.
pub(super) fn covers(plan: &Plan, seen: &Seen, decoded: &mut Decoded) {
    let mut covers: BTreeSet<Cover> = BTreeSet::new();
    for figure in &plan.figures {
        for (market, span) in &seen.spans {
            let span = plan.period.filter(|period| period.covers(span)).unwrap_or(*span);
            if plan.way.is_daily()
                && figure.over == Over::Flow
                && matches!(figure.grain, Grain::Day | Grain::Week)
            {
                covers.insert(Cover {
                    feed: figure.feed,
                    market: *market,
                    span: widened(figure, span),
                    daily: true,
                });
            }
        }
    }
    covers.extend(of_figures(plan, decoded));
    decoded.covers.extend(covers);
}

/// A measure by the week covers whole weeks.
fn widened(figure: &FigurePlan, span: Span) -> Span {
    match figure.grain {
        Grain::Week => {
            let week = |day| Period::containing(day, Grain::Week).span();
            Span { from: week(span.from).from, to: week(span.to).to }
        }
        _ => span,
    }
}

/// Figures of longer spans and snapshots cover their own days as a whole.
fn of_figures(plan: &Plan, decoded: &mut Decoded) -> BTreeSet<Cover> {
    let coarse = |feed: u16| {
        let figure = plan.figures.iter().find(|figure| figure.feed == feed);
        figure.is_some_and(|figure| {
            let daily = plan.way.is_daily() && matches!(figure.grain, Grain::Day | Grain::Week);
            figure.over != Over::Flow || !daily
        })
    };
    let mut covers = BTreeSet::new();
    decoded.figures.settle();
    for figure in decoded.figures.iter().filter(|figure| coarse(figure.feed)) {
        let Some(span) = Some(figure.span).filter(|_| plan.way != Way::Unknown) else { continue };
        covers.insert(Cover { feed: figure.feed, market: figure.market, span, daily: false });
    }
    covers
}
