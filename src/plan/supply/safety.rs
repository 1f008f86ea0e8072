//! Safety stock against uneven demand and uneven lead times: z·√(L·σd² + d²·σL²) (domain 4.2).
//!
//! Square roots and the normal curve are irrational: this is the one place of the plan with floats, and their result
//! is rounded up to whole units at once.

use super::Safety;
use crate::quantity::Ratio;
use crate::workspace::Leg;

/// What safety stock is computed from. Weeks and units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buffer {
    /// How many standard deviations the service level asks for.
    pub z: f64,
    /// The lead time.
    pub lead: f64,
    /// Its standard deviation.
    pub lead_deviation: f64,
    /// Demand of a week.
    pub demand: f64,
    /// Its standard deviation.
    pub demand_deviation: f64,
}

impl Buffer {
    /// Safety stock in units.
    pub fn units(&self) -> f64 {
        let lead = self.demand * self.lead_deviation;
        self.z * (self.lead * self.demand_deviation.powi(2) + lead.powi(2)).sqrt()
    }

    /// What it would be if the lead time were certain, in units.
    pub fn of_demand(&self) -> f64 {
        self.z * self.lead.sqrt() * self.demand_deviation
    }

    /// The stock, at hand and under way, at which to order, in units.
    pub fn reorder_point(&self) -> f64 {
        self.demand * self.lead + self.units()
    }
}

/// The buffer in whole units; `lead` in days.
pub(super) fn safety(buffer: Buffer, lead: i32) -> Safety {
    let up = |units: f64| units.ceil().max(0.0) as i128;
    Safety {
        units: up(buffer.units()),
        of_demand: up(buffer.of_demand()),
        reorder_point: up(buffer.reorder_point()),
        lead,
    }
}

/// The lead time of some legs and its standard deviation, in days.
pub(super) fn lead(legs: &[Leg]) -> (i32, f64) {
    let days: u32 = legs.iter().fold(0, |sum, leg| sum.saturating_add(leg.days.min(3650)));
    let variance: f64 = legs.iter().map(|leg| f64::from(leg.sigma).powi(2)).sum();
    (i32::try_from(days).unwrap_or(i32::MAX), variance.sqrt())
}

/// How far weeks were from what was planned for them: the root of the mean square. Units.
pub(super) fn deviation(errors: &[Ratio]) -> f64 {
    let squares: Ratio = errors.iter().map(|error| error * error).sum();
    let count = Ratio::from_int(errors.len() as i128);
    squares.checked_div(&count).map_or(0.0, |mean| mean.to_f64().sqrt())
}

/// How many standard deviations lie below a share of the normal curve (Wichura's AS 241); nothing outside 0 to 1.
pub fn standard_deviations(share: &Ratio) -> Option<f64> {
    let inside = share.is_positive() && *share < Ratio::one();
    let q = share.to_f64() - 0.5;
    inside.then(|| if q.abs() <= 0.425 { central(q) } else { tail(share.to_f64(), q) })
}

fn central(q: f64) -> f64 {
    let r = 0.180_625 - q * q;
    q * polynomial(&CENTRAL.0, r) / polynomial(&CENTRAL.1, r)
}

fn tail(share: f64, q: f64) -> f64 {
    let r = (-share.min(1.0 - share).ln()).sqrt();
    let (table, r) = if r <= 5.0 { (&NEAR, r - 1.6) } else { (&FAR, r - 5.0) };
    (polynomial(&table.0, r) / polynomial(&table.1, r)).copysign(q)
}

/// From the constant term up.
fn polynomial(terms: &[f64; 8], x: f64) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum * x + term)
}

/// Numerator and denominator of an approximation.
type Table = ([f64; 8], [f64; 8]);

const CENTRAL: Table = (
    [
        3.387_132_872_796_366_6,
        133.141_667_891_784_38,
        1_971.590_950_306_551_3,
        13_731.693_765_509_46,
        45_921.953_931_549_87,
        67_265.770_927_008_7,
        33_430.575_583_588_13,
        2_509.080_928_730_122_7,
    ],
    [
        1.0,
        42.313_330_701_600_91,
        687.187_007_492_057_9,
        5_394.196_021_424_751,
        21_213.794_301_586_597,
        39_307.895_800_092_71,
        28_729.085_735_721_943,
        5_226.495_278_852_854,
    ],
);

const NEAR: Table = (
    [
        1.423_437_110_749_683_5,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        0.000_774_545_014_278_341_4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        0.000_547_593_808_499_534_5,
        1.050_750_071_644_416_9e-9,
    ],
);

const FAR: Table = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_888,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        0.000_786_869_131_145_613_3,
        1.846_318_317_510_054_7e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn standard_deviations_of_service_levels() {
        for (share, z) in [
            ("0.5", 0.0),
            ("0.9", 1.281_551_565_544_600_4),
            ("0.95", 1.644_853_626_951_472_2),
            ("0.97", 1.880_793_608_151_251),
            ("0.99", 2.326_347_874_040_840_8),
            ("0.999999999999", 7.034_486_910_047_836),
            ("0.05", -1.644_853_626_951_472_2),
        ] {
            let found = standard_deviations(&Ratio::parse(share).unwrap()).unwrap();
            assert!((found - z).abs() < 1e-9, "{share}: {found}");
        }
        assert_eq!(standard_deviations(&Ratio::one()), None);
        assert_eq!(standard_deviations(&Ratio::zero()), None);
    }
}
