//! Tags of a page.

use serde::Serialize;

use crate::site::Link;

/// Tags, each leading to its list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tags {
    /// The tags in order.
    pub tags: Vec<Link>,
}
