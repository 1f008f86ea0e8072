//! The text formats of BagIt (RFC 8493), and a way to read files that lie in a folder, in the workspace or in a zip.
//!
//! A bag is a folder of which every file is listed with its hash, so that `sha256sum -c` alone proves it. This is the
//! ground floor of archives and of publishing: it knows no stage.

mod hash;
mod info;
mod layout;
mod manifest;
mod packed;
mod packing;
mod seal;
mod source;

pub use hash::{Hash, Hashing};
pub use info::{Info, PREVIOUS, SUPERSEDES};
pub use layout::{
    ARCHIVE, BAGIT, BAGIT_TEXT, INFO, MANIFEST, PAYLOAD, TAG_MANIFEST, is_plain, payload, plain_name, root,
};
pub use manifest::{Difference, Fault, Manifest};
pub use packed::Packed;
pub use packing::is_packed_plainly;
pub use seal::Seal;
pub use source::{FolderSource, Source, WorldSource};
