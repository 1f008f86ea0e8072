//! Single cells become values: numbers, dates and ids, each by the convention of its column.
//!
//! A column is seen twice. First its evidence ([`NumberEvidence`], [`DateEvidence`]) passes over every cell and
//! decides the convention, whatever the order of the rows; then [`Numbers`] and [`Dates`] read each cell by it.
//! What can be read in two ways is refused rather than guessed.

mod currency_mark;
mod cursor;
mod date;
mod date_evidence;
mod date_part;
mod decision;
mod ident;
mod month;
mod number;
mod number_evidence;
mod plain;
mod reading;
mod shell;
#[cfg(test)]
mod tests;
mod zone;

pub(in crate::ingest) use date::{DateOrder, Dates, Written};
pub(in crate::ingest) use date_evidence::DateEvidence;
pub(in crate::ingest) use decision::Decision;
pub(in crate::ingest) use ident::ident;
pub(in crate::ingest) use month::month;
pub(in crate::ingest) use number::{Mark, Numbers, PercentForm};
pub(in crate::ingest) use number_evidence::NumberEvidence;
pub(in crate::ingest) use reading::Reading;
pub(in crate::ingest) use zone::Zone;
