//! Pictures beside the texts, which a text may show.

use std::collections::BTreeMap;

use crate::world::World;

use super::read::Context;

/// The endings of files that browsers show as pictures.
const ENDINGS: [&str; 7] = ["png", "jpg", "jpeg", "gif", "webp", "avif", "svg"];

/// Reads every picture of the workspace outside its themes, by its path.
pub(super) fn read_all(world: &dyn World, paths: &[String], cx: &mut Context) -> BTreeMap<String, Vec<u8>> {
    let wanted = paths.iter().filter(|path| is_picture(path) && !path.starts_with("themes/"));
    wanted.filter_map(|path| Some((path.clone(), super::load::bytes(world, path, cx)?))).collect()
}

fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}
