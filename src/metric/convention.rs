//! How a change is divided among its reasons: printed beside every bridge, since usual conventions differ even in sign.

/// The rule by which a change is divided. Each of them leaves nothing over and prefers no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Convention {
    /// The discrete chain rule along a formula: the shape of the formula counts (domain 2.4).
    ChainRule,
    /// Volume, mix and price of what was sold on both sides, each at the mean over all orders; what is new or has
    /// ended stands beside (domain 2.6).
    PriceVolumeMix,
    /// Rate at the mean share, mix against the mean rate of the whole (domain 2.7).
    RateAndMix,
}

impl Convention {
    /// All of them.
    pub const ALL: [Convention; 3] =
        [Convention::ChainRule, Convention::PriceVolumeMix, Convention::RateAndMix];

    /// Its name in tables and messages.
    pub fn name(self) -> &'static str {
        match self {
            Convention::ChainRule => "chain-rule",
            Convention::PriceVolumeMix => "price-volume-mix",
            Convention::RateAndMix => "rate-and-mix",
        }
    }
}
