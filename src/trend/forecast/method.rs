//! The ways a forecast is made.

/// The version of the methods: forecasts of different versions are scored apart.
pub const VERSION: u32 = 4;

/// How a forecast was made: chosen by how much history there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// Seven methods, weighted by how well each did on the series' own past: two seasons of history or more.
    Combination,
    /// The season a year ago, adjusted for growth, and the level, mixed by evidence: between one and two seasons.
    YearAgo,
    /// The level times the season of sister series: less than one season, or hardly more.
    PooledSeason,
    /// The level alone: less than one season, and no sisters.
    Level,
    /// All values are the same.
    Constant,
}

impl Method {
    /// The stable name in files and tables.
    pub fn id(self) -> &'static str {
        match self {
            Method::Combination => "combination",
            Method::YearAgo => "year-ago",
            Method::PooledSeason => "pooled-season",
            Method::Level => "level",
            Method::Constant => "constant",
        }
    }
}
