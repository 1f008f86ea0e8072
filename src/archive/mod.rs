//! Archives: closed periods frozen into bags, and the proof that nothing of them was changed.

mod chain;
mod fault;
mod signature;
mod verify;

pub use chain::{Linked, chain};
pub use fault::Fault;
pub use signature::{NAMESPACE, Signature};
pub use verify::{Checked, verify_bag, verify_site};
