//! Inflows: what was sold and will be sold, on the day the marketplace pays it out.

use super::books::{Books, Gap, Inputs};
use super::{Flow, FlowKind, PayoutRule};
use crate::facts::Total;
use crate::plan::economics::Unit;
use crate::quantity::{Day, Grain, MarketplaceId, MeasureId, Period, ProductId, Ratio, Scope, Span};
use crate::workspace::AdsPayment;

/// A product in a marketplace.
type Cell = (ProductId, MarketplaceId);

/// What a unit moves.
type PerUnit<'f> = &'f dyn Fn(&Unit) -> Ratio;

/// Sales further back than this were paid out whatever the rule.
pub(super) const LOOK_BACK: i32 = 120;

impl Books<'_> {
    /// Books the payouts of every marketplace, and advertising where it is paid apart.
    pub(super) fn sales(&mut self) {
        let marketplaces: Vec<MarketplaceId> =
            self.inputs.workspace.marketplaces.iter().map(|place| place.id.clone()).collect();
        for marketplace in &marketplaces {
            self.payouts(marketplace);
        }
        if let AdsPayment::Monthly(day) = self.inputs.workspace.cash.ads {
            self.ads(day);
        }
    }

    fn payouts(&mut self, marketplace: &MarketplaceId) {
        let cells: Vec<Cell> =
            self.inputs.cells().into_iter().filter(|cell| cell.1 == *marketplace).collect();
        if cells.is_empty() {
            return;
        }
        for (sold, bank) in self.schedule(marketplace) {
            match bank {
                Some(bank) => cells.iter().for_each(|cell| self.payout(cell, (sold, bank))),
                None => {
                    self.gaps.insert(Gap::NoPayout(marketplace.clone()));
                }
            }
        }
    }

    /// Days of sale that are paid out on one day, with that day; nothing when no rule holds for them.
    fn schedule(&self, marketplace: &MarketplaceId) -> Vec<(Span, Option<Day>)> {
        let rates = &self.inputs.workspace.rates;
        let rule = |day| PayoutRule::row(rates, marketplace, day).and_then(PayoutRule::of);
        let sold = Span { from: self.span.from - LOOK_BACK, to: self.span.to };
        let mut schedule: Vec<(Span, Option<Day>)> = Vec::new();
        for day in sold.days() {
            let bank = rule(day).map(|rule| rule.settle(day).bank);
            match schedule.last_mut().filter(|(_, last)| *last == bank) {
                Some((days, _)) => days.to = day,
                None => schedule.push((Span { from: day, to: day }, bank)),
            }
        }
        // What was paid before, or will be after, is not asked for; nor is a rule that held before.
        let asked = |(days, bank): &(Span, Option<Day>)| match bank {
            Some(bank) => self.span.contains(*bank),
            None => days.to >= self.span.from,
        };
        schedule.retain(asked);
        schedule
    }

    fn payout(&mut self, cell: &Cell, (sold, bank): (Span, Day)) {
        let own_ads = self.inputs.workspace.cash.ads == AdsPayment::FromPayout;
        let share = |unit: &Unit| match own_ads {
            true => &unit.proceeds() - &unit.costs.ads,
            false => unit.proceeds(),
        };
        self.per_unit(cell, sold, (bank, FlowKind::Payout, &share));
    }

    /// Books advertising of each month on a day of the next.
    fn ads(&mut self, day: u32) {
        let cells: Vec<Cell> = self.inputs.cells();
        let mut month = Period::containing(self.span.from, Grain::Month).previous();
        while month.span().to < self.span.to {
            let paid = super::written::on_day(month.next(), day);
            let cost = |unit: &Unit| -&unit.costs.ads;
            cells.iter().for_each(|cell| self.per_unit(cell, month.span(), (paid, FlowKind::Ads, &cost)));
            month = month.next();
        }
    }

    /// Books an amount for each unit of some days of sale, all on one day.
    fn per_unit(&mut self, cell: &Cell, sold: Span, (day, kind, amount): (Day, FlowKind, PerUnit<'_>)) {
        for (days, unit) in self.inputs.stretches(cell, sold) {
            let Some(units) = self.inputs.units(cell, days) else { continue };
            let flow = Flow {
                product: Some(cell.0.clone()),
                marketplace: Some(cell.1.clone()),
                ..Flow::new(day, &units * &amount(unit), kind)
            };
            self.book(flow, unit.currency);
        }
    }
}

impl<'a> Inputs<'a> {
    /// Every product in every marketplace where its unit economics are known.
    fn cells(&self) -> Vec<Cell> {
        self.economics.cells().map(|(product, place)| (product.clone(), place.clone())).collect()
    }

    /// The days cut where unit economics change; days before the first are left out.
    fn stretches(&self, (product, marketplace): &Cell, sold: Span) -> Vec<(Span, &'a Unit)> {
        let mut stretches: Vec<(Span, &'a Unit)> = Vec::new();
        for day in sold.days() {
            let Some(unit) = self.economics.on(product, marketplace, day) else { continue };
            match stretches.last_mut().filter(|(_, last)| last.from == unit.from) {
                Some((days, _)) => days.to = day,
                None => stretches.push((Span { from: day, to: day }, unit)),
            }
        }
        stretches
    }

    /// Units of some days: those that were sold where every day is known, else those of the plan.
    fn units(&self, cell: &Cell, days: Span) -> Option<Ratio> {
        let parts = [days.cut_at(self.today - 1), Span::new(days.from.max(self.today), days.to)];
        parts.into_iter().flatten().map(|part| self.units_of_part(cell, part)).sum()
    }

    fn units_of_part(&self, cell: &Cell, days: Span) -> Option<Ratio> {
        let planned = |days| {
            let scope = Scope::cell(&cell.0, &cell.1);
            self.plan.value(&self.workspace.catalogue, &units(), (&scope, days))
        };
        if days.from >= self.today {
            return planned(days);
        }
        let scope = Scope::cell(&cell.0, &cell.1);
        let sold = self.facts.daily(&units(), &scope, days);
        let own = |(day, total): (Day, Total)| match total {
            Total::Known(sold) => Some(sold),
            _ => planned(Span { from: day, to: day }),
        };
        days.days().zip(sold).map(own).sum()
    }

    /// The last day before today of which a marketplace's units sold are known.
    pub(super) fn last_measured(&self, from: Day) -> Option<Day> {
        let days = Span::new(from, self.today - 1)?;
        let known = |place: &MarketplaceId| {
            let sold = self.facts.daily(&units(), &Scope::marketplace(place), days);
            sold.iter().rposition(|total| total.known().is_some())
        };
        let last = self.workspace.marketplaces.iter().filter_map(|place| known(&place.id)).max()?;
        Some(days.from + i32::try_from(last).ok()?)
    }
}

fn units() -> MeasureId {
    MeasureId::new("units")
}
