//! How well the method would have done on the series' own past.

/// The errors of forecasts made at rolling origins inside the history.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Evidence {
    /// How many points in the past were forecast from before them.
    pub count: usize,
    /// Mean absolute error over those points, in the unit of the series; none when nothing was tried.
    pub mae: Option<f64>,
    /// That error over the mean absolute change from one season to the next in the history (Hyndman and Koehler 2006);
    /// none when the history does not change.
    pub mase: Option<f64>,
    /// Mean absolute error of the seasonal naive forecast over the same points, in the unit of the series.
    pub seasonal_naive_mae: Option<f64>,
}
