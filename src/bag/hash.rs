//! SHA-256 of bytes and of streams, in hexadecimal.

use std::fmt;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// The SHA-256 of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hash([u8; 32]);

impl Hash {
    /// The hash of bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Hash(Sha256::digest(bytes).into())
    }

    /// The hash of a stream and its length in bytes; a stream may be larger than the memory.
    ///
    /// # Errors
    /// When the stream cannot be read to its end.
    pub fn of_stream(stream: impl Read) -> io::Result<(Self, u64)> {
        let mut hashing = Hashing::new(stream);
        let length = io::copy(&mut hashing, &mut io::sink())?;
        Ok((hashing.end(), length))
    }

    /// A hash from its 64 lower-case hexadecimal digits.
    pub fn parse(hex: &str) -> Option<Self> {
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Some(byte - b'0'),
            b'a'..=b'f' => Some(byte - b'a' + 10),
            _ => None,
        };
        let mut hash = [0; 32];
        if hex.len() != 64 {
            return None;
        }
        for (byte, pair) in hash.iter_mut().zip(hex.as_bytes().chunks(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Some(Hash(hash))
    }
}

/// A stream that is hashed while it is read.
pub struct Hashing<R> {
    stream: R,
    digest: Sha256,
}

impl<R: Read> Hashing<R> {
    /// Hashes what is read of a stream.
    pub fn new(stream: R) -> Self {
        Hashing { stream, digest: Sha256::new() }
    }

    /// The hash of all that was read.
    pub fn end(self) -> Hash {
        Hash(self.digest.finalize().into())
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, part: &mut [u8]) -> io::Result<usize> {
        let read = self.stream.read(part)?;
        self.digest.update(&part[..read]);
        Ok(read)
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_what_sha256sum_says() {
        let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Hash::of(b"abc").to_string(), hex);
        assert_eq!(Hash::parse(hex), Some(Hash::of(b"abc")));
        let long = vec![7; 200_000];
        assert_eq!(Hash::of_stream(long.as_slice()).unwrap(), (Hash::of(&long), 200_000));
    }

    #[test]
    fn only_64_small_digits_are_a_hash() {
        let hex = Hash::of(b"").to_string();
        for wrong in ["", &hex[1..], &hex.to_uppercase(), &hex.replace('e', "g"), &"é".repeat(32)] {
            assert_eq!(Hash::parse(wrong), None, "{wrong}");
        }
    }
}
