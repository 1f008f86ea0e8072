//! The nearest known name.

/// The known name most like `name`, when one is like enough to be what was meant.
pub fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|candidate| (likeness(name, candidate), candidate));
    scored.filter(|(score, _)| *score >= 0.72).fold(None, better).map(|(_, candidate)| candidate)
}

fn likeness(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(&a.to_lowercase(), &b.to_lowercase())
}

/// The first of the best.
fn better<'a>(best: Option<(f64, &'a str)>, next: (f64, &'a str)) -> Option<(f64, &'a str)> {
    match best {
        Some(kept) if kept.0 >= next.0 => Some(kept),
        _ => Some(next),
    }
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_is_recognised_and_a_stranger_is_not() {
        let known = ["cold-brew-bottle", "travel-kettle", "US", "JP"];
        assert_eq!(nearest("cold-brew-botle", known), Some("cold-brew-bottle"));
        assert_eq!(nearest("us", known), Some("US"));
        assert_eq!(nearest("umbrella", known), None);
    }
}
