//! Archives: a bag that was changed anywhere fails and says where.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "tests write what they prove, and fail by panicking"
)]

mod bag;

mod chain;
mod damage;
mod hostile;
mod packed;
mod peer;
mod restate;
mod shelf;
