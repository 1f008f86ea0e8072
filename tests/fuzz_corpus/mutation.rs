//! Changed inputs, the same on every run: pieces cut, doubled, swapped, crossed with others, and words put in.

/// What has broken readers before.
const WORDS: &[&[u8]] = &[
    b"\0",
    b"\r",
    b"\n",
    b"\"",
    b"'",
    b",",
    b";",
    b"\t",
    b"{",
    b"}",
    b"[",
    b"]",
    b": ",
    b"- ",
    b"&a ",
    b"*a",
    b"!!x ",
    b"| ",
    b"<b>",
    b"&amp;",
    b"<!--",
    b"```chart\n",
    b"{{",
    b"}}",
    b"../",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xa1\xa1",
    b"9223372036854775808",
    b"-0",
    b"1e400",
    b"NaN",
    b"0",
    b"99999999999999999999999999999999999999999",
    b"1/0",
    b"2026-02-29",
    b"2100-12-31",
    b"2000-01-01",
    b"9999-99-99",
    b"\xe8\x8c\xb6",
    b"\xe2\x80\xae",
    b"%",
    b"(",
];

/// Makes inputs of inputs.
pub(crate) struct Mutation<'a> {
    inputs: &'a [Vec<u8>],
    state: u64,
}

impl<'a> Mutation<'a> {
    /// Begins with a number that is the target's own.
    pub(crate) fn new((target, seed): (&str, u64), inputs: &'a [Vec<u8>]) -> Self {
        let mixed = |sum: u64, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte));
        Mutation { inputs, state: target.bytes().fold(seed, mixed) }
    }

    /// The next input.
    pub(crate) fn input(&mut self) -> Vec<u8> {
        let mut bytes = self.some_input().to_vec();
        for _ in 0..=self.below(4) {
            self.change(&mut bytes);
        }
        bytes
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        let (from, to) = self.range(bytes.len());
        match self.below(7) {
            0 => drop(bytes.drain(from..to)),
            1 => bytes.truncate(from),
            2 => {
                let piece = bytes[from..to].to_vec();
                bytes.splice(to..to, piece);
            }
            3 => {
                let other = self.some_input();
                let (start, end) = self.range(other.len());
                bytes.splice(from..to, other[start..end].iter().copied());
            }
            4 if from < bytes.len() => bytes[from] ^= 1 << self.below(8),
            _ => {
                let word = WORDS[self.below(WORDS.len())];
                bytes.splice(from..from, word.iter().copied());
            }
        }
    }

    fn some_input(&mut self) -> &'a [u8] {
        &self.inputs[self.below(self.inputs.len())]
    }

    /// A stretch of at most 64 bytes somewhere in so many.
    fn range(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length + 1);
        (from, (from + self.below(64)).min(length))
    }

    fn below(&mut self, end: usize) -> usize {
        (self.random() % end as u64) as usize
    }

    /// Splitmix64 (Steele, Lea, Flood 2014).
    fn random(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}
