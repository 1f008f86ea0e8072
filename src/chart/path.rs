//! The data of a path in as few letters as it can be said: every step goes to a place or by a distance, whichever is
//! shorter, and a letter that repeats itself is left out. Nothing moves: coordinates are exact to the tenth.

use std::fmt::Write;

use plotters_backend::BackendCoord;

/// Writes the data of one path after the other; coordinates are in tenths of a unit.
#[derive(Default)]
pub(super) struct Path {
    /// Where the pen is; nothing at the beginning of a path.
    at: Option<BackendCoord>,
    /// Where the figure being drawn began.
    start: BackendCoord,
    /// The last letter, which need not be said again.
    letter: char,
}

impl Path {
    /// A line through points.
    pub(super) fn line(&mut self, points: &[BackendCoord], out: &mut String) {
        let Some((first, rest)) = points.split_first() else { return };
        self.go(*first, out);
        let mut rest = rest.iter().copied().peekable();
        while let Some(to) = rest.next() {
            let straight = |next: &BackendCoord| self.at.is_some_and(|at| goes_on(at, to, *next));
            if !rest.peek().is_some_and(straight) {
                self.draw(to, out);
            }
        }
    }

    /// An area between points.
    pub(super) fn area(&mut self, points: &[BackendCoord], out: &mut String) {
        self.line(points, out);
        self.close(out);
    }

    /// A disc.
    pub(super) fn disc(&mut self, (x, y): BackendCoord, radius: i32, out: &mut String) {
        const ONE: i32 = 10;
        self.go((x - radius, y), out);
        for across in [2 * radius, -2 * radius] {
            self.say('a', &[radius, radius, 0, ONE, 0, across, 0], out);
        }
        self.close(out);
    }

    fn close(&mut self, out: &mut String) {
        out.push('z');
        (self.at, self.letter) = (Some(self.start), 'z');
    }

    fn go(&mut self, to: BackendCoord, out: &mut String) {
        let by = self.at.map(|at| ('m', vec![to.0 - at.0, to.1 - at.1]));
        // What follows a move without a letter of its own is a line.
        self.letter = ' ';
        self.shorter(('M', vec![to.0, to.1]), by, out);
        (self.at, self.start, self.letter) = (Some(to), to, ' ');
    }

    fn draw(&mut self, to: BackendCoord, out: &mut String) {
        let at = self.at.unwrap_or_default();
        let (place, by) = match (to.0 - at.0, to.1 - at.1) {
            (dx, 0) => (('H', vec![to.0]), ('h', vec![dx])),
            (0, dy) => (('V', vec![to.1]), ('v', vec![dy])),
            (dx, dy) => (('L', vec![to.0, to.1]), ('l', vec![dx, dy])),
        };
        self.shorter(place, Some(by), out);
        self.at = Some(to);
    }

    fn shorter(&mut self, place: (char, Vec<i32>), by: Option<(char, Vec<i32>)>, out: &mut String) {
        let length = |letter, numbers: &[i32]| {
            let mut own = String::new();
            self.letters(letter, numbers, &mut own);
            own.len()
        };
        let (letter, numbers) = match by {
            Some(by) if length(by.0, &by.1) <= length(place.0, &place.1) => by,
            _ => place,
        };
        self.say(letter, &numbers, out);
    }

    fn say(&mut self, letter: char, numbers: &[i32], out: &mut String) {
        self.letters(letter, numbers, out);
        self.letter = letter;
    }

    /// A minus stands between two numbers as well as a space.
    fn letters(&self, letter: char, numbers: &[i32], out: &mut String) {
        let repeated = letter == self.letter;
        if !repeated {
            out.push(letter);
        }
        for (index, number) in numbers.iter().enumerate() {
            if (repeated || index > 0) && *number >= 0 {
                out.push(' ');
            }
            // Writing into a string cannot fail.
            let _ = write!(out, "{}", Tenths(*number));
        }
    }
}

/// Whether a point lies straight on the way from one to another, along an axis.
fn goes_on(from: BackendCoord, over: BackendCoord, to: BackendCoord) -> bool {
    let between = |a: i32, b: i32, c: i32| (a <= b && b <= c) || (a >= b && b >= c);
    (from.1 == over.1 && over.1 == to.1 && between(from.0, over.0, to.0))
        || (from.0 == over.0 && over.0 == to.0 && between(from.1, over.1, to.1))
}

/// A length in tenths, written with at most one decimal.
pub(super) struct Tenths(pub(super) i32);

impl std::fmt::Display for Tenths {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        match (whole, tenth) {
            (whole, 0) => write!(f, "{sign}{whole}"),
            (0, tenth) => write!(f, "{sign}.{tenth}"),
            (whole, tenth) => write!(f, "{sign}{whole}.{tenth}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(draw: impl Fn(&mut Path, &mut String)) -> String {
        let (mut path, mut out) = (Path::default(), String::new());
        draw(&mut path, &mut out);
        out
    }

    #[test]
    fn a_letter_is_said_once_and_a_minus_parts_numbers() {
        let line = [(40, 256), (142, 250), (244, 229), (244, 329)];
        assert_eq!(drawn(|path, out| path.line(&line, out)), "M4 25.6l10.2-.6 10.2-2.1v10");
    }

    #[test]
    fn steps_go_to_a_place_where_that_is_shorter() {
        let bars = |path: &mut Path, out: &mut String| {
            path.area(&[(15, 1034), (83, 1034), (83, 1150), (15, 1150)], out);
            path.area(&[(151, 1028), (219, 1028), (219, 1150), (151, 1150)], out);
        };
        assert_eq!(drawn(bars), "M1.5 103.4h6.8V115H1.5zm13.6-.6h6.8V115h-6.8z");
    }

    #[test]
    fn points_on_a_straight_way_are_left_out_and_turns_are_kept() {
        let flat = [(0, 50), (100, 50), (200, 50), (150, 50), (150, 50)];
        assert_eq!(drawn(|path, out| path.line(&flat, out)), "M0 5h20-5");
    }

    #[test]
    fn a_disc_is_two_arcs() {
        let disc = drawn(|path, out| path.disc((956, 173), 26, out));
        assert_eq!(disc, "M93 17.3a2.6 2.6 0 1 0 5.2 0 2.6 2.6 0 1 0-5.2 0z");
    }
}
