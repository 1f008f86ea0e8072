//! The program while the machine fails it: killed at every step, starved of disk, handles and rights, stopped by
//! signals, run twice at once. After each, what was published before or what is published now is there, whole.
//!
//! Kills and errors are made by strace, at every call that changes the disk: `strace -e inject=SYSCALL:…:when=N`.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test looks at the disk, fails by panicking, and says how often it killed"
)]

mod errors;
mod folder;
mod kills;
mod real;
mod signals;
mod strace;
mod together;
