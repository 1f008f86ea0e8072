//! A series made plain: in logarithms where it may be, without its season.

/// Values on the scale on which they are judged, the season taken out.
pub(super) struct Plain {
    logs: bool,
    /// The known values with their places.
    pub(super) values: Vec<(usize, f64)>,
    season: Vec<f64>,
}

impl Plain {
    /// Logarithms where all values are above nought; the season is taken out where two of them are known.
    pub(super) fn of(values: &[Option<f64>], season: usize) -> Self {
        let known: Vec<(usize, f64)> = values
            .iter()
            .enumerate()
            .filter_map(|(at, value)| Some((at, (*value)?)))
            .filter(|(_, value)| value.is_finite())
            .collect();
        let logs = known.iter().all(|(_, value)| *value > 0.0);
        let scaled = |value: f64| if logs { value.ln() } else { value };
        let known: Vec<(usize, f64)> = known.into_iter().map(|(at, value)| (at, scaled(value))).collect();
        let season = if season > 1 && known.len() >= 2 * season { steps(&known, season) } else { vec![0.0] };
        let values = known.into_iter().map(|(at, value)| (at, value - season[at % season.len()])).collect();
        Plain { logs, values, season }
    }

    /// A plain value in the unit of the series, with its season.
    pub(super) fn shown(&self, (at, value): (usize, f64)) -> f64 {
        self.unscaled(value + self.season[at % self.season.len()])
    }

    /// A plain value in the unit of the series, without its season.
    pub(super) fn unscaled(&self, value: f64) -> f64 {
        if self.logs { value.exp() } else { value }
    }
}

/// What each step of the season is above the year around it: the median of all years, so that no single one weighs.
fn steps(known: &[(usize, f64)], season: usize) -> Vec<f64> {
    let mut above: Vec<Vec<f64>> = vec![Vec::new(); season];
    for (place, (at, value)) in known.iter().enumerate() {
        let from = place.saturating_sub(season / 2).min(known.len() - season);
        let year: Vec<f64> = known[from..from + season].iter().map(|(_, value)| *value).collect();
        above[at % season].push(value - median(year).unwrap_or(*value));
    }
    above.into_iter().map(|step| median(step).unwrap_or(0.0)).collect()
}

/// The middle value; the mean of the two middle ones of an even number.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let (low, high) = (values.get(values.len().checked_sub(1)? / 2)?, values.get(values.len() / 2)?);
    Some((low + high) / 2.0)
}

/// The standard deviation of values around nought, by their median distance from it; by the mean one where half of them
/// are nought.
pub(super) fn spread(values: &[f64]) -> f64 {
    let distances: Vec<f64> = values.iter().map(|value| value.abs()).collect();
    let mean = distances.iter().sum::<f64>() / distances.len().max(1) as f64;
    match median(distances) {
        Some(middle) if middle > 1e-12 => middle * 1.4826,
        _ => mean * 1.2533,
    }
}
