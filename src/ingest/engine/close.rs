//! What the file says, once all rows are read.

use super::Job;
use super::cover::covers;
use super::days::DayReader;
use super::keys::PENDING;
use super::pass::Pass;
use super::plan::AsidePlan;
use super::seen::Told;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::facts::{LeftOut, OtherWords};
use crate::ingest::decoded::{Aside, Decoded, Market};
use crate::ingest::identify::ONLY_MARKET;
use crate::ingest::reader::Fault;
use crate::ingest::value::Zone;
use crate::quantity::{Currency, MarketplaceId, Span};

impl Pass<'_> {
    /// What the file says, once all conventions are settled.
    ///
    /// # Errors
    /// When rows without a marketplace may belong to several.
    pub(super) fn finish(mut self, job: &Job<'_>) -> Result<(Decoded, Told), Fault> {
        let rest = self.settle_markets(job)?;
        self.add_summary(rest);
        for plan in self.tables.iter().chain([&self.plan]) {
            covers(plan, &self.covered, &mut self.decoded);
        }
        let currency = self.decoded.markets.first().map_or(Currency::NONE, |market| market.currency);
        let currency = self.summary.map_or(currency, |summary| summary.currency);
        let period = job.frame.period.filter(|_| !self.plan.way.is_daily());
        self.decoded.asides = self.asides(rest);
        let mut decoded = self.decoded;
        decoded.period = period.or(self.covered.period());
        decoded.checks = self.checks.finish(self.summary.map(|total| total.amount), currency);
        decoded.left_out = self.left_out.into_iter().map(|(reason, rows)| LeftOut { reason, rows }).collect();
        let others = self.strangers.into_iter().map(|s| (s.column.clone(), s.values()));
        let others = others.filter(|(_, values)| !values.is_empty());
        decoded.others = others.map(|(column, values)| OtherWords { column, values }).collect();
        decoded.zones = zones(&self.days);
        decoded.replacement_chars = job.book.lost.count;
        decoded.lost_line = job.book.lost.line;
        decoded.sheet = job.book.sheets[job.recognised.sheet].name.clone();
        note_unknown(job, (&self.plan.unknown, self.unknown), &mut decoded);
        note_empty(job, &mut decoded);
        note_repeated(job, &mut decoded);
        Ok((decoded, self.told))
    }

    /// What other reports do not count; `rest` is the marketplace of rows that named none.
    fn asides(&self, rest: Option<u16>) -> Vec<Aside> {
        let aside = |((index, market, span), amount): (&(usize, u16, Span), &i64)| {
            let market = if *market == PENDING { rest? } else { *market };
            let AsidePlan { reason, against, measure, .. } = &self.plan.asides[*index];
            let (reason, against, measure) = (reason.clone(), against.clone(), measure.clone());
            Some(Aside { reason, against, market, measure, span: *span, amount: *amount })
        };
        self.aside.iter().filter_map(aside).collect()
    }

    /// Rows that named no marketplace, and the total, belong to the only one that other rows name, or that has their
    /// currency; without marketplaces of its own a workspace need not know.
    fn settle_markets(&mut self, job: &Job<'_>) -> Result<Option<u16>, Fault> {
        let pending =
            self.decoded.figures.iter().any(|figure| figure.market == PENDING) || self.summary.is_some();
        if !pending {
            return Ok(None);
        }
        let currency = self.summary.map(|summary| summary.currency).or(job.frame.currency);
        let only = job.setting.markets.only(job.channel(), currency).map(|known| known.market.clone());
        let market = match (self.decoded.markets.as_slice(), job.frame.market().cloned().or(only)) {
            ([only], _) => only.clone(),
            (_, Some(market)) => market,
            _ if job.setting.markets.is_closed() => return Err(Fault::of_file("marketplace", "")),
            _ => Market {
                id: MarketplaceId::new(ONLY_MARKET),
                currency: currency.unwrap_or(job.setting.exchange.reporting()),
            },
        };
        let to = super::keys::index(market, &mut self.decoded);
        self.covered.rename(PENDING, to);
        self.decoded.figures.rename_market(PENDING, to);
        Ok(Some(to))
    }
}

/// The zones of the file's times in words.
fn zones(days: &DayReader) -> Vec<String> {
    let mut zones: Vec<String> = days.zones.iter().map(|zone| zone_text(*zone)).collect();
    zones.sort();
    zones.extend(days.moved.iter().cloned());
    zones
}

fn zone_text(zone: Zone) -> String {
    match zone {
        Zone::None => String::new(),
        Zone::Utc => "UTC".to_owned(),
        Zone::Named(name) => name.to_owned(),
        Zone::Offset(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

/// Notes the columns that nothing reads, and says so once.
fn note_unknown(job: &Job<'_>, (unknown, place): (&[usize], Option<Place>), decoded: &mut Decoded) {
    let Some(place) = place else { return };
    let names: Vec<String> = unknown.iter().map(|at| job.recognised.header.names[*at].clone()).collect();
    let finding = Diagnostic::new(codes::UNKNOWN_COLUMN, &place).with("count", names.len());
    decoded.findings.push(finding.with("names", names.join(", ")).help("help"));
    decoded.unknown_columns = names;
}

/// Nothing but a header is worth a finding.
fn note_empty(job: &Job<'_>, decoded: &mut Decoded) {
    if decoded.rows + decoded.refused_rows + decoded.duplicates == 0 {
        decoded.findings.push(Diagnostic::new(codes::NO_ROWS, &Place::file(job.path)).help("help"));
    }
}

/// Rows of a file by hand with the keys of another one add up; a paste done twice looks the same, so it is said.
fn note_repeated(job: &Job<'_>, decoded: &mut Decoded) {
    let count = decoded.figures.repeated();
    if job.recognised.format.open && count > 0 {
        let finding = Diagnostic::new(codes::REPEATED_ROWS, &Place::file(job.path)).with("count", count);
        decoded.findings.push(finding.help("help"));
    }
}
