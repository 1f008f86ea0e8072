//! An axis of days: dates above with a line down, and today as a needle through everything.

use super::ink::Ink;
use super::pen::{Pen, Side, Words};
use super::scale::{Scale, drawable};
use super::spec::Mark;
use super::text::{self, LINE};

/// Room above the first row, for the dates.
pub(super) const HEAD: f64 = 20.0;

/// Dates above, each with a line down; dates that would touch the one before are left out.
pub(super) fn axis(pen: &Pen, scale: &Scale, (ticks, bottom): (&[Mark], f64)) {
    let mut end = f64::MIN;
    for tick in ticks {
        let Some(day) = drawable(tick.value) else { continue };
        let x = scale.at(day);
        pen.line(&[(x, HEAD - 4.0), (x, bottom)], Ink::Grid);
        let half = text::width(&tick.label, false) / 2.0;
        let at = pen.inside(x, 2.0 * half, Side::Over);
        if at - half > end + 6.0 {
            pen.text((at, HEAD - 8.0), &Words::over(&tick.label, Ink::Label));
            end = at + half;
        }
    }
}

/// Today as a needle through some stretches of the height, named below; tells the height of the picture.
pub(super) fn today(
    pen: &Pen,
    scale: &Scale,
    (today, bottom): (Option<&Mark>, f64),
    stretches: &[(f64, f64)],
) -> f64 {
    let Some((day, label)) = today.and_then(|today| Some((drawable(today.value)?, &today.label))) else {
        return bottom + 2.0;
    };
    let x = scale.at(day);
    for (from, to) in stretches {
        pen.line(&[(x, *from), (x, *to)], Ink::Needle);
    }
    pen.text((x, bottom + LINE), &Words::over(label, Ink::Head));
    bottom + LINE + 6.0
}
