//! Why a site was not published.

use std::io;
use std::path::{Path, PathBuf};

/// Why a site was not published; the site before is as it was.
#[derive(Debug)]
pub enum PublishError {
    /// Another run of the program is writing there.
    Busy(PathBuf),
    /// The folder is no place for a site.
    Refused(PathBuf, Refusal),
    /// The disk refused.
    Disk(PathBuf, io::Error),
    /// A signal of this number asked to stop.
    Stopped(u8),
}

/// Why a folder is no place for a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It is the workspace itself, or holds it.
    Workspace,
    /// It is the root of the file system or the home folder.
    Home,
    /// It is a file.
    File,
    /// It is, or lies below, a link that leads nowhere.
    Nowhere,
    /// It holds files that opsreport did not write.
    Foreign,
    /// A path of the site would lie outside it, or uses other signs than `[a-z0-9._/-]`.
    Path,
}

impl PublishError {
    pub(super) fn disk(path: &Path) -> impl FnOnce(io::Error) -> PublishError {
        let path = path.to_owned();
        |error| PublishError::Disk(path, error)
    }
}

impl std::fmt::Display for PublishError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            PublishError::Busy(path) => write!(f, "{}: another run is writing there", path.display()),
            PublishError::Refused(path, why) => write!(f, "{}: {why:?}", path.display()),
            PublishError::Stopped(signal) => write!(f, "stopped by signal {signal}"),
            PublishError::Disk(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for PublishError {}
