//! The characters of a file, a piece at a time.

use std::io::{self, Read};
use std::sync::Arc;

use encoding_rs::{Decoder, DecoderResult, Encoding};

use super::fault::Fault;
use crate::world::World;

/// How many bytes are read at once.
const PIECE: usize = 1 << 16;

/// How characters are written as bytes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Charset {
    /// Its usual name.
    pub(super) name: &'static str,
    /// None for UTF-8.
    pub(super) encoding: Option<&'static Encoding>,
    /// How many bytes the byte order mark takes.
    pub(super) mark: usize,
}

/// A file of the workspace.
#[derive(Clone, Copy)]
pub(super) struct File<'a> {
    pub(super) world: &'a dyn World,
    pub(super) path: &'a Arc<str>,
}

impl<'a> File<'a> {
    pub(super) fn bytes(self) -> Result<Box<dyn Read + Send + 'a>, Fault> {
        self.world.open(self.path).map_err(|error| Fault::io(&error))
    }

    /// Its characters behind the byte order mark.
    pub(super) fn stream(self, charset: Charset) -> Result<Stream<'a>, Fault> {
        let mut source = self.bytes()?;
        let mark = charset.mark as u64;
        io::copy(&mut source.by_ref().take(mark), &mut io::sink()).map_err(|error| Fault::io(&error))?;
        let decoder = charset.encoding.map(Encoding::new_decoder_without_bom_handling);
        Ok(Stream { source, decoder, piece: Vec::new() })
    }
}

/// Reads a file as UTF-8, whatever it is written in. A file in UTF-8 is given as it is.
pub(super) struct Stream<'a> {
    source: Box<dyn Read + Send + 'a>,
    decoder: Option<Decoder>,
    /// What was read and is not decoded yet.
    piece: Vec<u8>,
}

impl Stream<'_> {
    /// Adds the next characters to `text`; false when there are none.
    pub(super) fn fill(&mut self, text: &mut Vec<u8>) -> Result<bool, Fault> {
        let Some(decoder) = &mut self.decoder else {
            return piece(&mut self.source, text);
        };
        self.piece.clear();
        let more = piece(&mut self.source, &mut self.piece)?;
        decode(decoder, &self.piece, text)?;
        if !more {
            self.decoder = None;
        }
        Ok(more)
    }
}

fn piece(source: &mut dyn Read, into: &mut Vec<u8>) -> Result<bool, Fault> {
    let length = source.take(PIECE as u64).read_to_end(into).map_err(|error| Fault::io(&error))?;
    Ok(length > 0)
}

/// Decodes a piece; one without bytes is the last.
fn decode(decoder: &mut Decoder, bytes: &[u8], text: &mut Vec<u8>) -> Result<(), Fault> {
    let before = text.len();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len()).unwrap_or(bytes.len() * 4 + 4);
    text.resize(before + most, 0);
    let (result, _, written) =
        decoder.decode_to_utf8_without_replacement(bytes, &mut text[before..], bytes.is_empty());
    text.truncate(before + written);
    match result {
        DecoderResult::InputEmpty => Ok(()),
        _ => Err(Fault::of_file("encoding", "")),
    }
}
