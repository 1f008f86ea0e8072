//! A first row that sums up the file.

use super::Job;
use super::amount::amount;
use super::days::{DayReader, Way};
use super::pass::Pass;
use super::plan::ValueOf;
use crate::facts::Scale;
use crate::ingest::decoded::Figure;
use crate::ingest::reader::{Row, Rows};
use crate::ingest::value::Reading;
use crate::quantity::{Currency, Span};

/// What the summary row says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Total {
    pub(super) amount: i128,
    pub(super) currency: Currency,
    pub(super) paid: Option<Span>,
    /// Whether a newer file says it too.
    pub(super) told: bool,
}

impl Pass<'_> {
    pub(super) fn read_summary(&mut self, job: &Job<'_>, (_, row): (&Rows<'_>, &Row)) {
        let format = &job.recognised.format;
        let Some(summary) = &format.rows.summary else { return };
        let at = |key: &String| self.plan.at(format, key);
        let currency = summary.currency.as_ref().and_then(at).and_then(|at| Currency::parse(row.cell(at)));
        let currency = currency.or(job.frame.currency).or(job.frame.market().map(|market| market.currency));
        let (Some(currency), Some(total)) = (currency, at(&summary.total)) else { return };
        self.keys.summed_in = Some(currency);
        let scale = Scale::Money;
        let amount = amount((row, total), (scale, currency), self.conventions, &mut self.evidence);
        let columns = [&summary.paid, &summary.from, &summary.to].map(|key| key.as_ref().and_then(at));
        let [paid, from, to] = columns.map(|at| self.day_of(row, at?));
        if let (Some(from), Some(to)) = (from, to) {
            self.plan.period = Span::new(from.from, to.to);
        }
        let told = self.is_told(row);
        if let Reading::Value(amount) = amount {
            self.summary = Some(Total { amount: amount.into(), currency, paid, told });
        }
    }

    /// The day in a cell of the summary row.
    fn day_of(&mut self, row: &Row, at: usize) -> Option<Span> {
        let way = Way::Date { at, move_zone: false };
        DayReader::default().read((row, &way), (self.conventions, &mut self.evidence), None).ok()
    }

    /// The total of the summary row is money of the day it is paid.
    pub(super) fn add_summary(&mut self, market: Option<u16>) {
        let Some(Total { amount, paid: Some(span), currency, told: false }) = self.summary else { return };
        let ours = |market: &u16| self.decoded.markets[usize::from(*market)].currency == currency;
        let Some(market) = market.filter(ours) else { return };
        let item = self.keys.whole(&mut self.decoded);
        let Ok(value) = i64::try_from(amount) else { return };
        for figure in self.plan.figures.iter().filter(|figure| figure.value == ValueOf::Summary) {
            let value = if figure.minus { -value } else { value };
            self.decoded.figures.push(Figure { feed: figure.feed, market, item, tag: 0, span, value });
        }
    }
}
