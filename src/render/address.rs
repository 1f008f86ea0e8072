//! Addresses in files that are read away from the site: calendars and feeds.

use crate::site::{SitePath, Target};

/// The whole address of a target, of a site that is published at `base`.
pub(super) fn absolute(base: &str, target: &Target) -> String {
    match target {
        Target::Inside { path, fragment } => {
            with_fragment(format!("{}/{path}", base.trim_end_matches('/')), fragment.as_deref())
        }
        Target::Here { fragment } => format!("{base}#{fragment}"),
        Target::Outside { url } => url.clone(),
    }
}

/// The address of a target seen from a file of the site.
pub(super) fn from(here: &SitePath, target: &Target) -> String {
    match target {
        Target::Inside { path, fragment } => with_fragment(here.to(path), fragment.as_deref()),
        Target::Here { fragment } => format!("#{fragment}"),
        Target::Outside { url } => url.clone(),
    }
}

fn with_fragment(address: String, fragment: Option<&str>) -> String {
    match fragment {
        Some(fragment) => format!("{address}#{fragment}"),
        None => address,
    }
}
