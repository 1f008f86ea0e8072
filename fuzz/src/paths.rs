//! Names to paths: whatever a name is, its path stays inside its root.

use opsreport::bag::{is_plain, plain_name};
use opsreport::site::{SitePath, slug};

/// Names, one a line.
pub fn paths(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let names: Vec<&str> = text.split('\n').take(8).collect();
    let made = SitePath::html(&names).under(names[0]);
    inside(&made);
    for name in names {
        assert!(is_part(&slug(name)), "slug of {name:?} is {:?}", slug(name));
        let plain = plain_name(name);
        assert!(is_plain(&plain) && plain.split('/').all(|part| !part.is_empty()), "{name:?} is {plain:?}");
        assert_eq!(plain_name(&plain), plain, "{name:?}");
        if let Ok(path) = SitePath::parse(name) {
            inside(&path);
            linked(&path, &made);
            linked(&made, &path);
        }
    }
}

fn inside(path: &SitePath) {
    assert!(path.as_str().split('/').all(is_part), "{path}");
    assert_eq!(SitePath::parse(path.as_str()).as_ref(), Ok(path));
}

fn is_part(part: &str) -> bool {
    let kept = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"._-".contains(&byte);
    !part.is_empty() && !part.starts_with('.') && part.bytes().all(kept)
}

/// A link from one page to another ends there and never above the site.
fn linked(from: &SitePath, to: &SitePath) {
    let mut at: Vec<&str> = from.as_str().split('/').collect();
    at.pop();
    let link = from.to(to);
    for part in link.split('/') {
        match part {
            ".." => assert!(at.pop().is_some(), "{link} from {from} leaves the site"),
            part => at.push(part),
        }
    }
    assert_eq!(at.join("/"), to.as_str(), "{link} from {from}");
}
