//! What an archive is called, and how it stands to those before it.

use super::{Refused, Request};
use crate::bag::Hash;
use crate::site::slug;
use crate::workspace::Workspace;

/// What an archive is called, and how it stands to those before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The name of its folder: `2026-q3`, of a correction `2026-q3-v2`.
    pub name: String,
    /// Whose archive of which period it is: `opsreport:sanwu:2026-Q3`, the same for every version.
    pub identifier: String,
    /// Which archive of the period it is, from 1.
    pub version: u32,
    /// The root of the archive that was made before it, whatever its period.
    pub previous: Option<Hash>,
    /// The root of the version before.
    pub supersedes: Option<Hash>,
}

impl Identity {
    /// The identity of an archive that is asked for.
    ///
    /// # Errors
    /// When the period is archived already and no reason is given to do so again, or the other way round.
    pub(super) fn of(workspace: &Workspace, request: &Request) -> Result<Self, Refused> {
        let company = workspace.company.as_ref().map_or("company", |company| &company.id);
        let identifier = format!("opsreport:{}:{}", slug(company), request.period);
        let before = request.shelf.latest(&identifier);
        let version = match (before, &request.again) {
            (Some(before), None) => return Err(Refused::Taken(before.name.clone())),
            (None, Some(_)) => return Err(Refused::NotThere),
            (before, _) => before.map_or(1, |before| before.version() + 1),
        };
        let period = request.period.to_string().to_lowercase();
        Ok(Identity {
            name: if version == 1 { period } else { format!("{period}-v{version}") },
            identifier,
            version,
            previous: request.shelf.last().map(|bag| bag.root),
            supersedes: before.map(|bag| bag.root),
        })
    }
}
