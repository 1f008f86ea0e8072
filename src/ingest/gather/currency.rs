//! One currency per marketplace.

use std::collections::{BTreeMap, BTreeSet};

use super::Log;
use super::claim::Claim;
use crate::diagnostic::{Diagnostic, Place, codes};
use crate::ingest::setting::Setting;
use crate::quantity::{Currency, MarketplaceId};

/// Leaves out money in another currency than its marketplace has: the workspace's, else that of the first file.
pub(super) fn one_currency(claims: &mut [Claim<'_>], setting: &Setting, log: &mut Log<'_>) {
    let mut settled: BTreeMap<MarketplaceId, Currency> = BTreeMap::new();
    let mut said = BTreeSet::new();
    for claim in claims.iter_mut().filter(|claim| claim.is_money()) {
        let market = claim.market();
        let known = setting.markets.currency(market.id.as_str()).unwrap_or(market.currency);
        let own = *settled.entry(market.id.clone()).or_insert(known);
        if own != market.currency {
            claim.cut_all();
            if said.insert((claim.file, market.id.clone())) {
                log.findings.push(other_currency(claim, own, log));
            }
        }
    }
}

fn other_currency(claim: &Claim<'_>, own: Currency, log: &Log<'_>) -> Diagnostic {
    let finding = Diagnostic::new(codes::OTHER_CURRENCY, &Place::file(&log.path(claim.file)));
    let finding = finding.with("marketplace", claim.market().id.as_str()).with("currency", own.code());
    finding.with("found", claim.market().currency.code()).help("help")
}
