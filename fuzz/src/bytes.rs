//! Values out of bytes, for targets whose input is no text: every byte string is some value, one that ends early too.

/// What is left of the bytes.
pub struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    /// All bytes.
    pub fn new(bytes: &'a [u8]) -> Self {
        Bytes(bytes)
    }

    /// Whether none is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The next byte; nought at the end.
    pub fn byte(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// A number below `end`, which is at most 256.
    pub fn below(&mut self, end: usize) -> usize {
        usize::from(self.byte()) % end
    }

    /// Yes or no.
    pub fn yes(&mut self) -> bool {
        self.byte() & 1 == 1
    }

    /// The next bytes, at most `length`.
    pub fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        taken
    }

    /// Eight bytes as a number; the missing ones are nought.
    pub fn word(&mut self) -> u64 {
        let mut word = [0; 8];
        let taken = self.take(8);
        word[..taken.len()].copy_from_slice(taken);
        u64::from_le_bytes(word)
    }

    /// A short text: of the next bytes, or one that has broken things before.
    pub fn text(&mut self) -> String {
        const BAD: [&str; 8] =
            ["", "<b onx=1>", "]]>&\"'", "茶\u{202e}\u{0}", "{{7*7}}", "\u{ffff}\u{1b}", "−1,234", "a b"];
        match self.below(16) {
            long @ 8.. => String::from_utf8_lossy(self.take(long)).into_owned(),
            bad => BAD[bad].to_owned(),
        }
    }

    /// A float: small and whole, at the edge of what there is, or any.
    pub fn float(&mut self) -> f64 {
        const EDGES: [f64; 8] =
            [0.0, -0.0, f64::MAX, f64::MIN, f64::MIN_POSITIVE, f64::INFINITY, f64::NAN, 1e300];
        match self.below(8) {
            0 => EDGES[self.below(8)],
            1 => f64::from_bits(self.word()),
            2 => f64::from(self.byte() as i8) / 10.0,
            _ => f64::from(u16::from_le_bytes([self.byte(), self.byte()])) - 8.0,
        }
    }

    /// A value or none.
    pub fn maybe<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (!self.byte().is_multiple_of(4)).then(|| value(self))
    }

    /// Fewer than `end` values.
    pub fn several<T>(&mut self, end: usize, mut value: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.below(end)).map(|_| value(self)).collect()
    }
}
