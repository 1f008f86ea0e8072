//! Pictures of Markdown texts: where they are published.

use crate::site::{SitePath, slug};

/// The published path of a picture of the workspace: `pages/Kettle 1.PNG` becomes `files/pages/kettle-1-….png`.
pub(crate) fn path(file: &str) -> Option<SitePath> {
    let (stem, ending) = file.rsplit_once('.')?;
    let parts: Vec<String> = stem.split('/').map(slug).collect();
    SitePath::parse(&format!("files/{}.{}", parts.join("/"), ending.to_ascii_lowercase())).ok()
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn a_picture_keeps_its_folder_and_its_ending() {
        let published = |file| path(file).map(|path| path.as_str().to_owned());
        assert_eq!(published("pages/kettle.png").as_deref(), Some("files/pages/kettle.png"));
        assert!(
            published("pages/Kettle 1.PNG").is_some_and(|path| path.ends_with(".png") && !path.contains(' '))
        );
        assert_eq!(published("pages/none"), None);
    }
}
