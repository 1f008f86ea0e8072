//! Archives: manifests, `bag-info.txt`, names and zips that anyone may have touched.

use std::io::Cursor;

use opsreport::bag::{Hash, Info, Manifest, Packed, Source, is_plain};

/// How much of a packed file is read.
const READ: u64 = 1 << 20;

/// A text of a bag, or a zip.
pub fn archives(data: &[u8]) {
    if let Ok(text) = str::from_utf8(data) {
        manifest(text);
        info(text);
    }
    packed(data);
}

fn manifest(text: &str) {
    let Ok(manifest) = Manifest::parse(text) else { return };
    assert!(manifest.iter().all(|(path, _)| is_plain(path)), "{text:?}");
    assert_eq!(manifest.text().lines().count(), text.lines().count(), "{text:?}");
    assert!(manifest.since(&manifest).is_empty());
    assert_eq!(Manifest::parse(&manifest.text()), Ok(manifest));
}

fn info(text: &str) {
    let Some(info) = Info::parse(text) else { return };
    let printed = info.text();
    assert_eq!(Info::parse(&printed), Some(info), "{text:?} prints as {printed:?}");
}

fn packed(data: &[u8]) {
    let Ok(mut zip) = Packed::open(Cursor::new(data)) else { return };
    for name in zip.names().expect("an open zip has names") {
        assert!(is_plain(&name), "{name:?}");
        if let Ok(bytes) = zip.read(&name, READ) {
            assert!(bytes.len() as u64 <= READ);
            let stream = zip.open(&name).expect("it was read before");
            assert_eq!(Hash::of_stream(stream).ok(), Some((Hash::of(&bytes), bytes.len() as u64)));
        }
    }
}
