//! The names in a bag.

use super::Hash;

/// The file that says that a folder is a bag.
pub const BAGIT: &str = "bagit.txt";
/// The text of that file.
pub const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// The file that says what the bag is.
pub const INFO: &str = "bag-info.txt";
/// The list of a bag's payload, or of a published site, with hashes.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// The list of the files that describe the bag, with hashes.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The folder of the payload, with its slash.
pub const PAYLOAD: &str = "data/";

/// The folder of a workspace that its archives lie in, with its slash: nothing in it is an input.
pub const ARCHIVE: &str = "archive/";

/// The path of a payload file in the bag.
pub fn payload(path: &str) -> String {
    format!("{PAYLOAD}{path}")
}

/// The hash that stands for a whole bag: of its tag manifest, which holds the hash of the manifest, which holds
/// those of all files.
pub fn root(tag_manifest: &[u8]) -> Hash {
    Hash::of(tag_manifest)
}

/// Whether a relative path stays inside its folder and survives every file system: parts of `[a-z0-9._-]`.
pub fn is_plain(path: &str) -> bool {
    path.split('/').all(is_plain_part)
}

fn is_plain_part(part: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain)
}

/// The plain path of a file in a bag: itself when it is plain, else what is left of each part's letters with the
/// first digits of the hash of the whole path, so that no two share one.
pub fn plain_name(path: &str) -> String {
    if is_plain(path) {
        return path.to_owned();
    }
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let (stem, extension) = match file.rsplit_once('.') {
        Some((stem, extension)) if !stem.is_empty() && is_plain_part(&extension.to_lowercase()) => {
            (stem, format!(".{}", extension.to_lowercase()))
        }
        _ => (file, String::new()),
    };
    let hash = Hash::of(path.as_bytes()).to_string();
    let folders = folders.split('/').map(letters).filter(|part| !part.is_empty());
    let name = format!("{}-{}{extension}", letters(stem), &hash[..12]);
    folders.chain([name.trim_start_matches('-').to_owned()]).collect::<Vec<_>>().join("/")
}

/// What of a part is plain, in small letters, with a dash for everything else.
fn letters(part: &str) -> String {
    let lower = part.to_lowercase();
    let words = lower.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '.' && sign != '_');
    let plain: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    plain.join("-").trim_matches('.').chars().take(60).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn plain_paths_stay_inside() {
        for path in ["a", "data/site/index.html", "a-b/c_d.1/.x"] {
            assert!(is_plain(path), "{path}");
        }
        for path in
            ["", "/a", "a/", "a//b", "../a", "a/../b", "./a", "A", "茶.csv", "a b", "a\\b", "c:a", "a%2e"]
        {
            assert!(!is_plain(path), "{path}");
        }
    }

    #[test]
    fn every_path_has_a_plain_name_of_its_own() {
        let paths = [
            "results/US/2026-10/Report 1.CSV",
            "results/us/2026-10/report 1.csv",
            "results/US/2026-10/冷泡壺.csv",
            "results/US/2026-10/保冰袋.csv",
            "../../etc/passwd",
            "茶/茶",
            "Ａ.csv",
            ".hidden",
            "...",
        ];
        let names: BTreeSet<String> = paths.iter().map(|path| plain_name(path)).collect();
        assert_eq!(names.len(), paths.len());
        assert!(names.iter().all(|name| is_plain(name)), "{names:?}");
        assert_eq!(plain_name("plans/2026-v1.yaml"), "plans/2026-v1.yaml");
        let [first, ..] = paths.map(plain_name);
        assert!(first.starts_with("results/us/2026-10/report-1-") && first.ends_with(".csv"), "{first}");
    }
}
